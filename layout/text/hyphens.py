"""Where the words of a text may be hyphenated, by the patterns of its language.

Only words of a language that the author has marked: a pattern applied to another language
parts words where no reader expects it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter

from layout.frame import Glyph
from layout.text.fonts import Fonts
from layout.text.linebreak import End, Items
from layout.text.spacing import Sort
from layout.text.spans import Span
from layout.text.units import ADDRESS
from layout.values import NamedTuple

HYPHEN = "-"
"""U+002D: in a Japanese face U+2010 may stand on a full-width cell."""

SHORTEST = 5
"""The fewest letters of a word that is hyphenated."""
BEFORE, AFTER = 2, 3
"""The fewest letters before the hyphen and after it."""

_COST = 5.0
"""What a hyphen costs: a little more than one that the word has of its own (``items``)."""

_LETTER = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_GREEK_CYRILLIC = "\u0370-\u03ff\u0400-\u052f"
_WORD = re.compile(f"[{_LETTER}{_GREEK_CYRILLIC}]{{{SHORTEST},}}")
_NO_NEIGHBOUR = re.compile("[0-9_@#\\-‐‑'’\\\\]")
"""Beside one of these the letters are part of a code, a name or a compound.

A compound is parted at its own hyphen, a word with an apostrophe not at all.
"""

_USUAL = {"pt": "pt_BR", "en": "en_US"}
"""The region whose patterns serve a language that is marked without one."""


class Hyphen(NamedTuple):
    """What is drawn after a box where a line ends within a word: no part of the text.

    ``offset`` leads from the origin of the box's glyph to that of the hyphen, ``width`` is
    the hyphen's; both in units.
    """

    gid: int
    offset: float
    width: float


Positions = Callable[[str], "list[int]"]


def hyphens_of(
    spans: Sequence[Span],
    glyphs: Sequence[Glyph],
    offsets: Sequence[int],
    sorts: Sequence[Sort],
    items: Items,
    fonts: Fonts,
) -> dict[int, Hyphen]:
    """The hyphens a line may end with, by the box before each; each in its word's own face.

    ``spans``, ``glyphs``, ``offsets`` and ``sorts`` have one entry for each box.
    """
    box_before = {at: index - 1 for index, at in enumerate(offsets)}
    breaks = frozenset(items.breaks)
    found: dict[int, Hyphen] = {}
    start = 0
    for span, run in groupby(zip(spans, glyphs, strict=True), key=itemgetter(0)):
        text = "".join([glyph.text for _, glyph in run])
        for at in hyphenation(text, span.language):
            box = box_before.get(start + at)
            if box is not None and box not in breaks:
                letter, sort = glyphs[box], sorts[box]
                (drawn,) = fonts.shape(HYPHEN, (letter.face,))
                offset = sort.width + sort.tracking - sort.shift
                size = sort.size * letter.scale
                found[box] = Hyphen(drawn.gid, offset, drawn.advance * size)
        start += len(text)
    return found


def hyphenation(text: str, language: str) -> tuple[int, ...]:
    """The indexes before which a word of the text may be parted with a hyphen.

    None where the language has no patterns (Vietnamese and Korean do without).  Addresses,
    words in capitals and those with a capital or a figure inside are never parted.
    """
    positions = _positions(language)
    if positions is None:
        return ()
    barred = [match.span() for match in ADDRESS.finditer(text)]
    return tuple(
        match.start() + position
        for match in _WORD.finditer(text)
        if _may_part(text, match) and not any(a <= match.start() < b for a, b in barred)
        for position in positions(match[0])
        if BEFORE <= position <= len(match[0]) - AFTER
    )


def _may_part(text: str, match: re.Match[str]) -> bool:
    """Whether the letters are a word by themselves, with no capital after the first letter."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return match[0][1:].islower() and not _NO_NEIGHBOUR.search(around)


@cache
def _positions(language: str) -> Positions | None:
    """What finds a word's places; None for a language without patterns."""
    import pyphen  # late: few leaflets mark a language

    tag = language.replace("-", "_")
    known: str | None = pyphen.language_fallback(_USUAL.get(tag.lower(), tag))
    if known is None:
        return None
    found: Positions = pyphen.Pyphen(lang=known, left=BEFORE, right=AFTER).positions
    return found


def hyphenated(items: Items, hyphens: Mapping[int, Hyphen]) -> Items:
    """The items with the breaks that hyphens open; of two in succession the search is told."""
    own = [box for box in items.breaks if items.tone[box] == HYPHEN]
    return items._replace(
        breaks=sorted({*items.breaks, *hyphens}),
        penalty={**items.penalty, **dict.fromkeys(hyphens, _COST)},
        ends={**items.ends, **{box: (End(hyphen.width),) for box, hyphen in hyphens.items()}},
        flagged=frozenset((*hyphens, *own)),
    )
