"""The space between two glyphs: JLREQ's tables applied to bodies, sizes and styles.

Glyphs that are alike to the spacing share one :class:`Sort`, and pairs of sorts one
:class:`Space`, so that a paragraph asks the tables once for each pair it contains.
Lengths are in units.
"""

from collections.abc import Sequence
from functools import lru_cache

from layout.text.jlreq import (
    CLOSING,
    COMMA,
    DIVIDING,
    FULL_STOP,
    IDEOGRAPHIC_SPACE,
    MIDDLE_DOT,
    NUMERAL,
    OPENING,
    WORD_SPACE,
    gap,
    space_at_end,
)
from layout.text.linebreak import End
from layout.theme import TextStyle
from layout.values import NamedTuple

WORD_SPACE_EM = 1 / 3
"""The natural word space; it goes down to a quarter and up to a half em (JLREQ 3.2.2, 3.8)."""
_NARROWEST_WORD_SPACE, _WIDEST_WORD_SPACE = 0.25, 0.5
_GROUPING_SPACE = 0.25  # the space that groups digits (appendix A, cl-24)
_SOLID_EXPANDED = 0.25  # what solid type may take in at stage 3 (Table 6)
_WESTERN_EXPANDED = 0.25  # from a quarter to a half em at stage 2 (Table 6)

_LEAST_ROOM = {OPENING: 0.25, CLOSING: 0.25, MIDDLE_DOT: 0.25, COMMA: 0.4, FULL_STOP: 0.5}
"""How much of Table 1's space a mark of proportional width still asks for.

Such a mark (BIZ UDPGothic, or any face under ``palt``) brings side bearings of its own, and
the full half em beside it would tear a hole; none at all would run sentences together.
"""
_TIGHT_QUARTER = 0.5
"""How much of the quarter em beside Western text is left in type set tight (``palt``)."""

_MARKS_WITH_SPACE_BEFORE = frozenset((OPENING, MIDDLE_DOT))
MARKS_WITH_SPACE_AFTER = frozenset((CLOSING, MIDDLE_DOT, FULL_STOP, COMMA))
_INDIFFERENT = frozenset(
    (OPENING, CLOSING, MIDDLE_DOT, FULL_STOP, COMMA, DIVIDING, WORD_SPACE, IDEOGRAPHIC_SPACE)
)

SHRINK_STAGES = (1, 2, 3, 4, 5, 6)
STRETCH_STAGES = (1, 2, 3)


class Sort(NamedTuple):
    """What the spacing knows of a glyph.

    ``mark`` tells sorts of one paragraph apart; ``number`` is the class, ``breaks_as`` the
    class by which it breaks at the paragraph's strictness.  ``width`` is the body's, and
    ``shift`` leads from the body's left edge to the glyph's origin.  ``room`` is the share of
    Table 1's space that a mark asks for, ``quarter`` that of the quarter em beside Western
    text.  ``space`` is what a space adds to its gap, ``binding`` says that no break goes
    with it.  ``follows`` marks the later glyphs of a cluster; ``complex`` numbers the
    complexes of cl-21, cl-22 and cl-30 (0: none); ``counts`` is 1 for what fills a line.
    """

    mark: int
    number: int
    breaks_as: int
    size: float
    width: float
    shift: float
    room: float
    quarter: float
    tracking: float
    space: float = 0.0
    binding: bool = False
    follows: bool = False
    complex: int = 0
    counts: int = 1


class Space(NamedTuple):
    """A natural space and what it can give: at each stage of reduction, at each stage of
    expansion, and its weight where places share without limit (0: never stretched)."""

    natural: float
    shrink: tuple[float, float, float, float, float, float]
    stretch: tuple[float, float, float]
    weight: float

    def unstretched(self) -> "Space":
        """The same inside a unit, where nothing is added (JLREQ 3.1.11 a)."""
        return _unstretched(self) if self.weight or self.stretch != _NO_STRETCH else self


@lru_cache(1024)  # a text has a few kinds of spaces, at very many places
def _unstretched(space: Space) -> Space:
    return space._replace(stretch=_NO_STRETCH, weight=0.0)


_NO_SHRINK = (0.0,) * 6
_NO_STRETCH = (0.0,) * 3
NO_SPACE = Space(0.0, _NO_SHRINK, _NO_STRETCH, 0.0)


class Pair(NamedTuple):
    """What stands between two neighbours: the space, whether a line may end there by the
    tables, and how bad it would be to end it there at need (1 to 3; 0: impossible)."""

    space: Space
    lawful: bool
    rescue: int


def ink_sort(
    index: int, number: int, breaks_as: int, advance: float, dx: float, style: TextStyle
) -> Sort:
    """A glyph with ink; marks of the half-em classes are cut down to their body (3.1.2).

    ``advance`` and ``dx`` are the font's, in ems.
    """
    trimmed, room = 0.0, 1.0
    if number in _LEAST_ROOM:
        full = min(1.0, max(0.0, 2.0 * (advance - 0.5)))
        trimmed = 0.5 * full
        room = 0.0 if style.marks == "half" else max(full, _LEAST_ROOM[number])
    shift = {OPENING: -trimmed, MIDDLE_DOT: -trimmed / 2}.get(number, 0.0) + dx
    return Sort(
        index,
        number,
        breaks_as,
        style.size,
        (advance - trimmed) * style.size,
        shift * style.size,
        room,
        _quarter(style),
        style.tracking * style.size,
        counts=int(number not in _INDIFFERENT),
    )


def grouping_space(index: int, style: TextStyle) -> Sort:
    """The space between groups of digits: part of the number, not a word space (3.1.10 c)."""
    return ink_sort(index, NUMERAL, NUMERAL, _GROUPING_SPACE, 0.0, style)


def space_sort(index: int, number: int, char: str, advance: float, style: TextStyle) -> Sort:
    """A space: no width of its own, but what it adds to its gap.

    The word space is a third of an em whatever the face says (3.2.2), in tight setting the
    face's own where that is less.
    """
    natural = advance
    if number == WORD_SPACE:
        natural = min(advance, WORD_SPACE_EM) if "palt" in style.features else WORD_SPACE_EM
    return Sort(
        index,
        number,
        number,
        style.size,
        0.0,
        0.0,
        1.0,
        _quarter(style),
        style.tracking * style.size,
        space=natural * style.size,
        binding=char == "\u00a0",
        counts=0,
    )


def as_indent(sort: Sort, mark: int) -> Sort:
    """A space at the head of a text: U+3000 is the author's indent, a word space nothing."""
    width = sort.space if sort.number == IDEOGRAPHIC_SPACE else 0.0
    return sort._replace(mark=mark, width=width, space=0.0, binding=True)


def _quarter(style: TextStyle) -> float:
    return _TIGHT_QUARTER if "palt" in style.features else 1.0


def between(a: Sort, b: Sort, method: str) -> Space:
    """Table 1's space between two glyphs, with what Tables 3 to 6 let it give."""
    found = gap(a.number, b.number, method)
    natural = a.tracking
    shrink = [0.0] * len(SHRINK_STAGES)
    for part in found.parts:
        owner = b if part.after else a
        marked = owner.number in (
            _MARKS_WITH_SPACE_BEFORE if part.after else MARKS_WITH_SPACE_AFTER
        )
        scale = owner.size * (owner.room if marked else min(a.quarter, b.quarter))
        natural += part.em * scale
        if part.stage:
            shrink[part.stage - 1] += (part.em - part.floor) * scale
    stretch = _growth(found.stretch, a, b, method)
    weight = a.size if any(stretch) or found.stretch == 4 else 0.0
    return Space(natural, tuple(shrink), stretch, weight)  # type: ignore[arg-type]


def _growth(stage: int, a: Sort, b: Sort, method: str) -> tuple[float, float, float]:
    """What a gap may take in at its stage; stage 4 has no limit and so no amount (Table 6).

    Beside Western text nothing is added where the reduction is Table 5's (C.5, legend).
    """
    if stage == 2 and method != "book":
        return (0.0, _WESTERN_EXPANDED * a.size * min(a.quarter, b.quarter), 0.0)
    return (0.0, 0.0, _SOLID_EXPANDED * a.size) if stage == 3 else _NO_STRETCH


def parted(a: Sort, spaces: Sequence[Sort], b: Sort, method: str) -> Space:
    """The space between two glyphs with spaces between them.

    Only word spaces give and take (3.8.3 a, 3.8.4 a); nothing is added beside U+3000 and
    the other classes that 3.1.11 names.
    """
    ahead, behind = between(a, spaces[0], method), between(spaces[-1], b, method)
    words = [space for space in spaces if space.number == WORD_SPACE]
    less = sum(max(0.0, each.space - _NARROWEST_WORD_SPACE * each.size) for each in words)
    more = sum(max(0.0, _WIDEST_WORD_SPACE * each.size - each.space) for each in words)
    shrink = [one + other for one, other in zip(ahead.shrink, behind.shrink, strict=True)]
    shrink[0] += less
    grows = ahead.weight > 0.0 and behind.weight > 0.0
    return Space(
        ahead.natural + behind.natural + sum(each.space for each in spaces),
        tuple(shrink),  # type: ignore[arg-type]
        (more, 0.0, 0.0) if grows else _NO_STRETCH,
        sum(each.size for each in words) if grows else 0.0,
    )


_DROPPED = 0.001  # the second priority of reduction: cheaper than any that comes after (3.8.3 b)
_HUNG = 0.05


def ways_to_end(sort: Sort, rules: TextStyle) -> tuple[End, ...]:
    """The ways a justified line may end after a mark of these classes (3.1.9; hanging: 3.8.2)."""
    room = space_at_end(sort.number) * sort.room * sort.size
    full_stop, dot = sort.number == FULL_STOP, sort.number == MIDDLE_DOT
    kept = rules.line_end in ("jlreq", "book") or (rules.line_end == "jis" and full_stop)
    ways = [End(room if kept else 0.0)]
    if rules.line_end == "jlreq" and dot:
        ways.append(End(-room, _DROPPED, shift=-room))
    elif rules.line_end in ("jlreq", "book") and not dot:
        ways.append(End(0.0, _DROPPED))
    if rules.hanging and sort.number in (FULL_STOP, COMMA):
        ways.append(End(-sort.width, _HUNG))
    return tuple(ways)


def space_at_head(sort: Sort, rules: TextStyle) -> float:
    """The half em kept before a bracket at the line head, where the style keeps it (3.1.5)."""
    return 0.5 * sort.room * sort.size if rules.line_head == "half" else 0.0
