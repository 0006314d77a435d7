"""Finished things at fixed places: the only values between composition and output.

Composition makes them, imposition moves them, the PDF writer draws them; nobody after
composition decides a position.  All of them are frozen; lengths are points, y grows
downwards from the top of the group they stand in, and a text run's y is its baseline.
"""

from typing import NamedTuple, TypeAlias

from layout.geometry import Em, Pt


class Spot(NamedTuple):
    """An ink mixed for the job (特色): its name, and the process inks (each 0 to 1) that stand
    for it where it cannot be had."""

    name: str
    cmyk: tuple[float, float, float, float]


_TAKEN = frozenset(("All", "None", "Cyan", "Magenta", "Yellow", "Black"))
"""Names that mean other things to a raster image processor (ISO 32000-1 8.6.6.4)."""


def usable_name(name: str) -> bool:
    """Whether a spot ink may have this name."""
    return bool(name.strip()) and name.isprintable() and name.strip() not in _TAKEN


class Ink(NamedTuple):
    """A colour of the palette: native CMYK (each 0 to 1) with its sRGB twin (each 0 to 1).

    ``(0, 0, 0, k)`` is black alone: the press edition keeps it on the black plate, the
    office edition writes it as DeviceGray.  With a ``spot`` it is a tint (0 to 1) of that ink
    on a plate of its own, and ``cmyk`` what stands for it.
    """

    name: str
    cmyk: tuple[float, float, float, float]
    srgb: tuple[float, float, float]
    spot: Spot | None = None
    tint: float = 1.0

    @property
    def is_black(self) -> bool:
        """Whether only the black plate carries it (paper white included)."""
        return self.spot is None and self.cmyk[:3] == (0.0, 0.0, 0.0)


BLACK = Ink("black", (0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0))
PAPER = Ink("paper", (0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
REGISTRATION = Ink("registration", (1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0))
"""The ink of printers' marks: whatever plates a job has, it stands on all of them."""


UPRIGHT, ACROSS = "upright", "across"
"""How glyphs stand on a vertical line: upright one under the other, or side by side across it
(tate-chu-yoko); those that lie along the line, as all do in horizontal writing, say nothing."""


class Glyph(NamedTuple):
    """A shaped glyph, in ems of its text: what the font says before any line is set.

    ``face`` is the id of the face that holds it; ``text`` the characters it stands for
    (empty for the later glyphs of a cluster).  ``advance`` and ``dx`` are along the line,
    ``dy`` is across it, from its lower side to its upper; ``stance`` is how it stands there.
    ``scale`` is its size against its text's, where a face that stands in for another is
    matched to it or figures across the line are wide; ``inset`` then leads from the left of its
    full-width cell to its own.
    """

    face: str
    gid: int
    advance: Em
    dx: Em
    dy: Em
    text: str
    scale: float = 1.0
    inset: Em = Em(0.0)
    stance: str = ""


class SetGlyph(NamedTuple):
    """A glyph of a set line: ``x`` and ``y`` in points from the run's origin (y downwards)."""

    gid: int
    x: Pt
    y: Pt
    text: str


class TextRun(NamedTuple):
    """Glyphs of one face, size and ink on one baseline; ``x, y`` is the baseline's start.

    ``text`` of the glyphs joined is the text that must come out again when it is copied.

    A line of vertical writing is set like this too, in a group turned by 90 degrees; there
    ``stance`` says that its glyphs are turned back: ``upright`` ones have their ``x, y`` at
    the middle of the head of their cell, ``across`` ones at their baseline's start.
    """

    face: str
    size: Pt
    ink: Ink
    x: Pt
    y: Pt
    glyphs: tuple[SetGlyph, ...]
    stance: str = ""


class Stroke(NamedTuple):
    """How a path is stroked, in points: caps ``butt``, ``round``, ``square``, joins ``miter``,
    ``round``, ``bevel``; mitres longer than ``miter`` widths are cut off."""

    ink: Ink
    width: Pt
    cap: str = "butt"
    join: str = "miter"
    dash: tuple[float, ...] = ()
    miter: float = 10.0


Segment: TypeAlias = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))``, ``("Z", ())`` or, for
a closed rectangle by two opposite corners, ``("R", (left, top, right, bottom))``."""


class Path(NamedTuple):
    """A drawn shape in points; ``lettering``: it is a glyph, and prints as text does.

    ``even_odd``: what an even number of its outlines surround stays open, else what they go
    round as often one way as the other (ISO 32000-1 8.5.3.3).
    """

    segments: tuple[Segment, ...]
    fill: Ink | None = None
    stroke: Stroke | None = None
    lettering: bool = False
    even_odd: bool = False


class Image(NamedTuple):
    """A picture in a rectangle, whole; ``name`` is what the leaflet calls it.

    ``alt`` says it in words to who cannot see it.
    """

    name: str
    x: Pt
    y: Pt
    width: Pt
    height: Pt
    alt: str = ""


class Group(NamedTuple):
    """Items moved together by ``x, y``, then turned clockwise by ``turn`` degrees about that point.

    ``role`` says what the items are to a reader (``heading``, ``answer``, ``artifact`` …);
    ``block`` which block of the document they come from; ``actual`` the text they stand for
    where drawing has replaced it (ActualText, ISO 32000-1 14.9.4).  ``content`` is the number
    of the piece of a tagged document's text that all of it is (:mod:`layout.structure`).
    """

    x: Pt
    y: Pt
    items: tuple["Item", ...]
    role: str = ""
    block: str = ""
    actual: str | None = None
    turn: float = 0.0
    content: int | None = None


class Clip(NamedTuple):
    """Items of which only what lies inside the outline ``segments`` is seen.

    The outline is in the same coordinates as the items; ``even_odd`` as for a path.
    """

    segments: tuple[Segment, ...]
    items: tuple["Item", ...]
    even_odd: bool = False


Item: TypeAlias = TextRun | Path | Image | Group | Clip


class Frame(NamedTuple):
    """A finished piece: its size in points and what is drawn in it."""

    width: Pt
    height: Pt
    items: tuple[Item, ...]


def at(frame: Frame, x: float, y: float, role: str = "", block: str = "") -> Group:
    """The frame with its top left corner at ``x, y``."""
    return Group(Pt(x), Pt(y), frame.items, role, block)


class Panel(NamedTuple):
    """A composed panel: one face of the folded sheet, before it is placed on the sheet.

    ``ground`` covers the face (None: bare paper).  ``under`` holds grounds and art, which may
    run over the panel's edges: imposition clips them to the face, extended into the bleed
    where an edge is the trim.  ``over`` holds everything that must stay inside.
    """

    number: int
    role: str
    width: Pt
    height: Pt
    ground: Ink | None
    under: tuple[Item, ...]
    over: tuple[Item, ...]
