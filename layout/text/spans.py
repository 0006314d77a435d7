"""What comes into the text engine: pieces of text in a style, marked by their author."""

from layout.frame import Ink
from layout.geometry import Em
from layout.text.jlreq import (
    JUKUGO_RUBY,
    ORNAMENTED,
    REFERENCE_MARK,
    SIMPLE_RUBY,
    TATE_CHU_YOKO,
)
from layout.theme import TextStyle
from layout.values import NamedTuple

EM_TOP, EM_FOOT = 0.88, 0.12
"""How far the em box of Japanese type reaches above and below the baseline, in ems."""

SCRIPT_SIZE = 0.6
"""Superscripts and subscripts in parts of their base (JLREQ 4.2.2 asks for about 60 %)."""


class Span(NamedTuple):
    """A piece of a paragraph in one style, with what the author marked it as.

    ``number`` is the class of its characters where the text itself does not show it: those
    of a reference mark (cl-20), an ornamented complex (cl-21), base text with ruby (cl-22,
    cl-23), warichu brackets (cl-28, cl-29), tate-chu-yoko (cl-30); 0: by character.

    ``ruby`` is the reading: one string for the whole text (mono-ruby over one character,
    else group-ruby), or one for each character (jukugo-ruby).  ``dots`` asks for emphasis
    dots, ``script`` (``super``, ``sub``, ``reference``) for a raised or lowered smaller sign,
    ``upright`` for tate-chu-yoko; ``language`` is the text's (BCP 47; empty: Japanese).
    """

    text: str
    style: TextStyle
    number: int = 0
    ruby: tuple[str, ...] = ()
    dots: bool = False
    script: str = ""
    upright: bool = False
    language: str = ""


class Run(NamedTuple):
    """What glyphs that follow one another may share.

    ``inset`` (in units) is from the left of their cells to their own, where a face is scaled,
    and from the head of a cell to the baseline of what stands across a vertical line.  ``y``
    leads downwards from the line's baseline to theirs, where they are raised or lowered.
    """

    face: str
    size: float
    ink: Ink
    inset: float = 0.0
    stance: str = ""
    y: float = 0.0


_UNMARKED = Span("", TextStyle("", ()))[2:7]
_SCRIPTS = {"super": ORNAMENTED, "sub": ORNAMENTED, "reference": REFERENCE_MARK}

_LOWERED = {"": 0.0, "sub": 0.14 / SCRIPT_SIZE}
_RAISED = EM_TOP * (1 - 1 / SCRIPT_SIZE)


def is_marked(span: Span) -> bool:
    """Whether the author, or whoever made the span, says more of it than its style."""
    return span[2:7] != _UNMARKED


def lowered(span: Span) -> float:
    """How far below the line's baseline the span's own lies, in units.

    What is raised ends at the top of the em box of its base; what is lowered hangs a little
    below the baseline, as far as leaves it inside the line.
    """
    return _LOWERED.get(span.script, _RAISED) * span.style.size if span.script else 0.0


def classed(span: Span, vertical: bool) -> Span:
    """The span with the class and the size that its marks ask for.

    Tate-chu-yoko is that only in a vertical line; in a horizontal one it is plain text.
    """
    if span.script:
        style = span.style._replace(size=Em(span.style.size * SCRIPT_SIZE))
        return span._replace(style=style, number=_SCRIPTS[span.script])
    if span.ruby:
        return span._replace(number=JUKUGO_RUBY if len(span.ruby) > 1 else SIMPLE_RUBY)
    if span.upright and vertical:
        return span._replace(number=TATE_CHU_YOKO)
    return span
