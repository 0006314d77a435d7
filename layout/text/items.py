"""From text and style to boxes and gaps: shapes, classifies, and sets JLREQ's spaces between.

The only place where the tables of ``jlreq`` meet the glyphs of ``fonts``.  Lengths are in
units (one unit is the body type size; a style's size is in units).
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from layout.frame import Glyph, Ink
from layout.text.fonts import Fonts
from layout.text.jlreq import (
    CLOSING,
    COMMA,
    DIVIDING,
    FULL_STOP,
    IDEOGRAPH,
    IDEOGRAPHIC_SPACE,
    INSEPARABLE,
    MIDDLE_DOT,
    NUMERAL,
    OPENING,
    ORNAMENTED,
    PARTED,
    POSTFIX,
    RELAXED,
    SIMPLE_RUBY,
    TATE_CHU_YOKO,
    WORD_SPACE,
    break_allowed,
    class_of,
    gap,
    space_at_end,
)
from layout.text.linebreak import End, Items, Stage
from layout.text.units import Units, find_units, is_space, same_word
from layout.theme import TextStyle

WORD_SPACE_EM = 1 / 3
"""The natural word space; it goes down to a quarter and up to a half em (JLREQ 3.2.2, 3.8)."""

_GROUPING_SPACE = 0.25  # the space that groups digits (appendix A, cl-24)
_COMPLEXES = frozenset((ORNAMENTED, SIMPLE_RUBY, TATE_CHU_YOKO))
_LEAST_ROOM = {OPENING: 0.25, CLOSING: 0.25, MIDDLE_DOT: 0.25, COMMA: 0.4, FULL_STOP: 0.5}
"""How much of Table 1's space a mark of proportional width still asks for.

Such a mark (BIZ UDPGothic, or any face under ``palt``) brings side bearings of its own, and
the full half em beside it would tear a hole; none at all would run sentences together.
"""
_TIGHT_QUARTER = 0.5
"""How much of the quarter em beside Western text is left in type set tight (``palt``)."""

_INDIFFERENT = frozenset((OPENING, CLOSING, MIDDLE_DOT, FULL_STOP, COMMA, DIVIDING))
"""Classes that do not make a last line any fuller (3.5.4 speaks of characters)."""

_SHRINK_COST = {
    "jlreq": {1: 0.3, 4: 0.5, 5: 1.0, 6: 0.9},
    "jis": {1: 0.3, 2: 0.5, 3: 1.0, 4: 0.9},
    "book": {1: 0.3, 3: 1.0},
}
_STRETCH_COST = {1: 1.0, 2: 1.5, 3: 6.0}
_SOLID_EXPANDED = 0.25
_SEAM = 4.0  # to part a Western word at its own hyphen: about a line expanded by a tenth em
_DROPPED = 0.05
_HUNG = 0.2


class Span(NamedTuple):
    """A piece of a paragraph in one style.

    ``number`` is the class of its characters where the text itself does not show it: those
    of a reference mark (cl-20), an ornamented complex (cl-21), base text with ruby (cl-22,
    cl-23), warichu brackets (cl-28, cl-29), tate-chu-yoko (cl-30); 0: by character.
    """

    text: str
    style: TextStyle
    number: int = 0


class Run(NamedTuple):
    """What glyphs that follow one another may share."""

    face: str
    size: float
    ink: Ink


class Segment(NamedTuple):
    """A paragraph, or its part between forced breaks, ready to be broken; one entry a glyph.

    ``shifts`` are from a box's left edge to its glyph's origin, ``rises`` downwards from the
    baseline; ``runs[k]`` is the run that glyph k belongs to, by identity; ``offsets`` count
    the code points before each glyph.
    """

    text: str
    items: Items
    gids: list[int]
    shifts: list[float]
    rises: list[float]
    texts: list[str]
    runs: list[Run]
    offsets: list[int]
    advances: list[float]


class _Box(NamedTuple):
    """A glyph as the spacing sees it.

    ``room`` is the share of Table 1's space that a mark asks for, ``quarter`` that of the
    quarter em beside Western text; ``follows`` marks the later glyphs of a cluster;
    ``space`` is what a space adds to its gap; ``complex`` numbers the complexes of cl-21,
    cl-22 and cl-30 (0: none).
    """

    char: str
    number: int
    size: float
    width: float
    shift: float
    room: float
    quarter: float
    tracking: float
    follows: bool = False
    space: float = 0.0
    complex: int = 0


class _Space(NamedTuple):
    """The natural space of a gap and what it can give: ((stage, length), …)."""

    natural: float
    shrink: tuple[tuple[int, float], ...]
    stretch: tuple[tuple[int, float], ...]
    weight: float


def segment(spans: Sequence[Span], rules: TextStyle, fonts: Fonts) -> Segment:
    """Text without forced breaks as boxes and gaps, by the rules of one style."""
    text = "".join(span.text for span in spans)
    shaped = [(span, glyph) for span in spans if span.text for glyph in _shape(span, fonts)]
    offsets = list(accumulate((len(glyph.text) for _, glyph in shaped), initial=0))[:-1]
    units = find_units(text, _classes(shaped, len(text)), rules.house_rules)
    boxes = _boxes(shaped, offsets, units)
    items = _items(boxes, offsets, units, rules)
    runs: dict[tuple[str, float, Ink], Run] = {}
    return Segment(
        text=text,
        items=items,
        gids=[glyph.gid for _, glyph in shaped],
        shifts=[box.shift for box in boxes],
        rises=[0.0 - glyph.dy * span.style.size for span, glyph in shaped],
        texts=[
            text[at : at + len(glyph.text)] for at, (_, glyph) in zip(offsets, shaped, strict=True)
        ],
        runs=[
            runs.setdefault(key, Run(*key))
            for span, glyph in shaped
            for key in ((glyph.face, span.style.size, span.style.ink),)
        ],
        offsets=offsets,
        advances=[glyph.advance * span.style.size for span, glyph in shaped],
    )


def _shape(span: Span, fonts: Fonts) -> tuple[Glyph, ...]:
    return fonts.shape(span.text.replace("\t", " "), span.style.faces, span.style.features)


def _classes(shaped: Sequence[tuple[Span, Glyph]], length: int) -> list[int]:
    """The class of every code point, by itself; those within a cluster are of their first."""
    classes: list[int] = []
    for span, glyph in shaped:
        if glyph.text:
            number = span.number or class_of(glyph.text[0], glyph.advance >= 0.95)
            classes += [number] * len(glyph.text)
    assert len(classes) == length, "shaping keeps every character"
    return classes


def _boxes(
    shaped: Sequence[tuple[Span, Glyph]], offsets: Sequence[int], units: Units
) -> list[_Box]:
    boxes: list[_Box] = []
    inked = False
    for at, (span, glyph) in zip(offsets, shaped, strict=True):
        if not glyph.text:
            boxes.append(_ink_box(span, glyph, boxes[-1].number)._replace(follows=True))
            continue
        number = units.classes[at]
        if is_space(number):
            boxes.append(_space_box(span, glyph, number, indent=not inked))
        else:
            inked = True
            boxes.append(_ink_box(span, glyph, number))
    return boxes


def _space_box(span: Span, glyph: Glyph, number: int, indent: bool) -> _Box:
    """A space: no width of its own, its gap grows; at the head of a text U+3000 is an indent."""
    style = span.style
    tight = "palt" in style.features
    natural: float = glyph.advance
    if number == WORD_SPACE:
        natural = min(natural, WORD_SPACE_EM) if tight else WORD_SPACE_EM
    width = natural * style.size if indent and number == IDEOGRAPHIC_SPACE else 0.0
    space = 0.0 if indent else natural * style.size
    quarter = _TIGHT_QUARTER if tight else 1.0
    return _Box(
        glyph.text[0], number, style.size, width, 0.0, 1.0, quarter, style.tracking, space=space
    )


def _ink_box(span: Span, glyph: Glyph, number: int) -> _Box:
    """A glyph with ink; marks of the half-em classes are cut down to their body (3.1.2)."""
    style, advance = span.style, glyph.advance
    full, trimmed, room = 1.0, 0.0, 1.0
    if number in _LEAST_ROOM:
        full = min(1.0, max(0.0, 2.0 * (advance - 0.5)))
        trimmed = 0.5 * full
        room = max(full, _LEAST_ROOM[number])
    elif number == NUMERAL and glyph.text == " ":
        trimmed = advance - _GROUPING_SPACE
    shift = {OPENING: -trimmed, MIDDLE_DOT: -trimmed / 2}.get(number, 0.0) + glyph.dx
    return _Box(
        glyph.text[:1],
        number,
        style.size,
        (advance - trimmed) * style.size,
        shift * style.size,
        room,
        _TIGHT_QUARTER if "palt" in style.features else 1.0,
        style.tracking,
        complex=id(span) if span.number in _COMPLEXES else 0,
    )


_NO_SPACE = _Space(0.0, (), (), 0.0)


def _items(boxes: Sequence[_Box], offsets: Sequence[int], units: Units, rules: TextStyle) -> Items:
    spaces = _spaces(boxes, offsets, units, rules.line_end)
    lefts = list(
        accumulate(
            (box.width + space.natural for box, space in zip(boxes, spaces, strict=True)),
            initial=0.0,
        )
    )[:-1]
    breaks, penalty, rescue = _places(boxes, offsets, units, rules.strictness)
    justify = rules.align == "justify"
    return Items(
        left=lefts,
        right=[left + box.width for left, box in zip(lefts, boxes, strict=True)],
        lead=_leads(boxes, rules.line_head),
        ends=_ends(boxes, rules) if justify else {},
        breaks=breaks,
        penalty=penalty,
        rescue=rescue,
        shrink=_stages(spaces, 1, _SHRINK_COST[_method(rules.line_end)]),
        stretch=_stages(spaces, 2, _STRETCH_COST),
        free=_sums([space.weight for space in spaces]),
        substance=list(accumulate(map(_substance, boxes), initial=0)),
        tone=[box.char for box in boxes],
    )


def _method(line_end: str) -> str:
    """The method of reduction that goes with a style of line ends (C.4: Tables 3, 4, 5)."""
    return line_end if line_end in _SHRINK_COST else "jlreq"


def _sums(values: Sequence[float]) -> list[float]:
    """For each place the sum of what stands before it."""
    return list(accumulate(values, initial=0.0))[:-1]


def _substance(box: _Box) -> int:
    return not (box.number in _INDIFFERENT or box.follows or is_space(box.number))


def _stages(spaces: Sequence[_Space], field: int, costs: dict[int, float]) -> tuple[Stage, ...]:
    """The stages that this text has anything for, in order; ``field`` 1 shrink, 2 stretch."""
    given: dict[int, list[float]] = {}
    for place, space in enumerate(spaces):
        for stage, length in space[field]:  # type: ignore[union-attr]
            given.setdefault(stage, [0.0] * len(spaces))[place] += length
    return tuple(Stage(_sums(given[stage]), costs[stage]) for stage in sorted(given))


def _spaces(
    boxes: Sequence[_Box], offsets: Sequence[int], units: Units, line_end: str
) -> list[_Space]:
    """The space after each box.

    Between two characters parted by spaces, all of it stands after the last space, so that a
    line broken there drops it whole (3.2.2 for the word space; 3.1.6 for the em after ？).
    """
    method = _method(line_end)
    known: dict[tuple[object, ...], _Space] = {}
    spaces = [_NO_SPACE] * len(boxes)
    before = 0  # the last box with ink, or the indent
    for index in range(1, len(boxes)):
        box = boxes[index]
        if box.follows:
            before = index
            continue
        if is_space(box.number):
            if box.width:
                before = index
            continue
        last = offsets[index] - 1
        a = boxes[before]
        if before + 1 < index:
            if any(boxes[k].space for k in range(before + 1, index)):
                spaces[index - 1] = _parted(boxes[before : index + 1], method)
        else:
            key = (a.number, box.number, a.size, box.size, a.room, box.room, a.quarter, a.tracking)
            space = known.get(key)
            if space is None:
                space = known[key] = _between(a, box, method)
            spaces[before] = _within(space, a, box, last, units)
        before = index
    return spaces


def _within(space: _Space, a: _Box, b: _Box, last: int, units: Units) -> _Space:
    """The space as units leave it: nothing is stretched inside them (3.1.11 a)."""
    if last in units.solid:
        return _Space(a.tracking * a.size, (), (), 0.0)
    if last in units.bound or (a.complex and a.complex == b.complex):
        return space._replace(stretch=(), weight=0.0)
    return space


def _between(a: _Box, b: _Box, method: str) -> _Space:
    """Table 1's space between two characters with what Tables 3 to 6 let it give."""
    found = gap(a.number, b.number, method)
    natural = a.tracking * a.size
    shrink: list[tuple[int, float]] = []
    for part in found.parts:
        owner = b if part.after else a
        marked = (part.after and b.number in _MARKED_BEFORE) or (
            not part.after and a.number in _MARKED_AFTER
        )
        scale = owner.size * (owner.room if marked else min(a.quarter, b.quarter))
        natural += part.em * scale
        if part.stage:
            shrink.append((part.stage, (part.em - part.floor) * scale))
    stretch = _growth(found.stretch, a, b, method)
    return _Space(natural, tuple(shrink), stretch, a.size if found.stretch else 0.0)


def _growth(stage: int, a: _Box, b: _Box, method: str) -> tuple[tuple[int, float], ...]:
    """What a gap may grow by in its stage; stage 4 has no limit and so no amount (Table 6)."""
    if stage == 2:
        return () if method == "book" else ((2, 0.25 * a.size * min(a.quarter, b.quarter)),)
    return ((3, _SOLID_EXPANDED * a.size),) if stage == 3 else ()


def _parted(boxes: Sequence[_Box], method: str) -> _Space:
    """The space between two characters with spaces between them (the first and last box)."""
    a, *spaces, b = boxes
    ahead = _between(a, spaces[0], method)
    behind = _between(spaces[-1], b, method)
    natural = ahead.natural + behind.natural + sum(box.space for box in spaces)
    shrink, stretch = [*ahead.shrink, *behind.shrink], []
    weight = 0.0
    for box in spaces:
        if box.number == WORD_SPACE and box.char != "\u00a0":
            shrink.append((1, max(0.0, box.space - 0.25 * box.size)))
            stretch.append((1, max(0.0, 0.5 * box.size - box.space)))
            weight += box.size
    return _Space(natural, tuple(shrink), tuple(stretch), weight)


_MARKED_BEFORE = frozenset((OPENING, MIDDLE_DOT))
_MARKED_AFTER = frozenset((CLOSING, MIDDLE_DOT, FULL_STOP, COMMA))


def _places(
    boxes: Sequence[_Box], offsets: Sequence[int], units: Units, strictness: str
) -> tuple[list[int], dict[int, float], list[int]]:
    """Where lines may end (Table 2, units), what that costs, and what may be split at need."""
    relaxed, parted = RELAXED[strictness], PARTED[strictness]
    breaks: list[int] = []
    penalty: dict[int, float] = {}
    rescue = [0] * len(boxes)
    before = 0
    for index in range(1, len(boxes)):
        b = boxes[index]
        if b.follows or is_space(b.number):
            before = before if is_space(b.number) and not b.width else index
            continue
        a, place, last = boxes[before], index - 1, offsets[index] - 1
        if _may_break(a, b, boxes[place], last, units, relaxed, parted):
            breaks.append(place)
        elif last in units.seams:
            breaks.append(place)
            penalty[place] = _SEAM
        else:
            rescue[place] = _grade(a, b, last, units)
        before = index
    if boxes:
        breaks.append(len(boxes) - 1)
    return breaks, penalty, rescue


def _may_break(
    a: _Box, b: _Box, place: _Box, last: int, units: Units, relaxed: dict[str, int], parted: str
) -> bool:
    """Whether a line may end between two characters, with or without spaces between them."""
    ends, heads = relaxed.get(a.char, a.number), relaxed.get(b.char, b.number)
    if is_space(place.number):
        return (
            place.char != "\u00a0"
            and last not in units.kept
            and break_allowed(ends, IDEOGRAPH)
            and break_allowed(place.number, heads)
        )
    if last in units.kept or (a.complex and a.complex == b.complex):
        return False
    if last in units.bound:
        pair = a.number == INSEPARABLE == b.number and a.char in parted
        freed = b.number == POSTFIX and heads == IDEOGRAPH
        return pair or freed
    return break_allowed(ends, heads)


def _grade(a: _Box, b: _Box, last: int, units: Units) -> int:
    """How bad it would be to part two characters that belong together: 1, 2 or 3."""
    if last in units.joints:
        return 1
    together = same_word(a.number, b.number) or last in units.bound or last in units.kept
    return 2 if together else 3


def _leads(boxes: Sequence[_Box], line_head: str) -> dict[int, float]:
    """The half em kept before a bracket at the line head, where the style keeps it (3.1.5)."""
    if line_head != "half":
        return {}
    return {
        index: 0.5 * box.room * box.size for index, box in enumerate(boxes) if box.number == OPENING
    }


def _ends(boxes: Sequence[_Box], rules: TextStyle) -> dict[int, tuple[End, ...]]:
    """The ways a justified line may end after a mark (3.1.9; hanging: 3.8.2)."""
    ends: dict[int, tuple[End, ...]] = {}
    for index, box in enumerate(boxes):
        if box.number in _MARKED_AFTER:
            ends[index] = _ways(box, rules)
        elif is_space(box.number) and index - 1 in ends:
            ends[index] = tuple(end for end in ends[index - 1] if not end.shift)
    return ends


def _ways(box: _Box, rules: TextStyle) -> tuple[End, ...]:
    room = space_at_end(box.number) * box.room * box.size
    kept = rules.line_end in ("jlreq", "book") or (
        rules.line_end == "jis" and box.number == FULL_STOP
    )
    ways = [End(room)] if kept else [End(0.0)]
    if rules.line_end == "jlreq" and box.number == MIDDLE_DOT:
        ways.append(End(-room, 2 * _DROPPED, shift=-room))
    elif rules.line_end in ("jlreq", "book") and box.number != MIDDLE_DOT:
        ways.append(End(0.0, _DROPPED))
    if rules.hanging and box.number in (FULL_STOP, COMMA):
        ways.append(End(-box.width, _HUNG))
    return tuple(ways)
