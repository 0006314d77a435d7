"""From text and style to boxes and gaps: shapes, classifies, and puts JLREQ's spaces between.

The only place where the tables of ``jlreq`` meet the glyphs of ``fonts``.  Lengths are in
units (one unit is the body type size; a style's size is in units).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from layout.frame import ACROSS, Glyph
from layout.geometry import CENTRE
from layout.text.fonts import Fonts
from layout.text.jlreq import (
    IDEOGRAPH,
    INSEPARABLE,
    NUMERAL,
    OPENING,
    ORNAMENTED,
    PARTED,
    POSTFIX,
    RELAXED,
    SIMPLE_RUBY,
    TATE_CHU_YOKO,
    break_allowed,
    class_of,
)
from layout.text.linebreak import End, Items, Stage
from layout.text.notes import NO_EDGES, NO_NOTES, Notes, edges_of, notes_of, with_edges
from layout.text.spacing import (
    MARKS_WITH_SPACE_AFTER,
    NO_SPACE,
    SHRINK_STAGES,
    STRETCH_STAGES,
    Pair,
    Sort,
    as_indent,
    between,
    grouping_space,
    ink_sort,
    parted,
    space_at_head,
    space_sort,
    ways_to_end,
)
from layout.text.spans import Run, Span, classed, is_marked, lowered
from layout.text.units import Units, find_units, is_space, marked, same_word
from layout.theme import TextStyle
from layout.values import NamedTuple

if TYPE_CHECKING:
    from layout.text.hyphens import Hyphen

_COMPLEXES = frozenset((ORNAMENTED, SIMPLE_RUBY, TATE_CHU_YOKO))
_ON_THE_CELL = 0.95  # a glyph as wide as this fills a full-width cell

_SHRINK_COST = {
    "jlreq": {1: 0.0005, 4: 0.3, 5: 2.0, 6: 0.6},
    "jis": {1: 0.0005, 2: 0.3, 3: 2.0, 4: 0.6},
    "book": {1: 0.0005, 3: 1.0},
}
_STRETCH_COST = {1: 0.5, 2: 0.8, 3: 6.0}
_HYPHEN_SEAM = 4.0  # about a line expanded by a tenth of an em at each place
_UNIT_SEAM = 1.5  # JLREQ parts 4|km (3.1.10 f, note), no careful hand does so without need


class Segment(NamedTuple):
    """A paragraph, or its part between forced breaks, ready to be broken; one entry a glyph.

    ``shifts`` are from a box's left edge to its glyph's origin, ``rises`` downwards from the
    baseline; ``runs[k]`` is the run that glyph k belongs to, by identity; ``offsets`` count
    the code points before each glyph.  ``hyphens`` are drawn where a line ends after their box,
    ``notes`` beside the line.
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
    hyphens: "dict[int, Hyphen]"
    notes: Notes


class _Shaped(NamedTuple):
    """The glyphs of a segment and, for each, the span it comes from."""

    text: str
    glyphs: list[Glyph]
    spans: list[Span]
    offsets: list[int]


def segment(spans: Sequence[Span], rules: TextStyle, fonts: Fonts) -> Segment:
    """Text without forced breaks as boxes and gaps, by the rules of one style."""
    marks = any(map(is_marked, spans))
    vertical = rules.direction == "vertical"
    if marks:
        spans = [classed(span, vertical) for span in spans]
    shaped = _shape_vertical(spans, rules, fonts) if vertical else _shape(spans, fonts)
    units = find_units(shaped.text, _classes(shaped), rules.house_rules)
    if marks:
        units = marked(units, shaped.spans, shaped.glyphs, shaped.offsets)
    sorts = _sorts(shaped, units, RELAXED[rules.strictness])
    method = rules.line_end if rules.line_end in _SHRINK_COST else "jlreq"
    pairs = _pairs(sorts, method)
    costs = _apply_units(pairs, sorts, shaped, units, rules)
    notes, edges = NO_NOTES, NO_EDGES
    if marks:
        notes = notes_of(shaped.spans, shaped.glyphs, sorts, pairs, rules, fonts)
        edges = edges_of(notes.compounds, pairs)
    items = with_edges(_items(shaped, sorts, pairs, costs, rules), edges)
    hyphens: dict[int, Hyphen] = {}
    if any(span.language for span in spans):
        from layout.text.hyphens import hyphenated, hyphens_of  # late: for marked words alone

        hyphens = hyphens_of(shaped.spans, shaped.glyphs, shaped.offsets, sorts, items, fonts)
        items = hyphenated(items, hyphens) if hyphens else items
    return Segment(
        shaped.text,
        items,
        [glyph.gid for glyph in shaped.glyphs],
        [sort.shift for sort in sorts],
        [0.0 - glyph.dy * sort.size for glyph, sort in zip(shaped.glyphs, sorts, strict=True)],
        [
            shaped.text[at : at + len(glyph.text)]
            for at, glyph in zip(shaped.offsets, shaped.glyphs, strict=True)
        ],
        _runs(shaped),
        shaped.offsets,
        [glyph.advance * sort.size for glyph, sort in zip(shaped.glyphs, sorts, strict=True)],
        hyphens,
        notes,
    )


def _shape(spans: Sequence[Span], fonts: Fonts) -> _Shaped:
    """Shape every span; a tab is drawn as a space and stays a tab in the text."""
    glyphs: list[Glyph] = []
    origins: list[Span] = []
    for span in spans:
        if span.text:
            typed, style = span.text.replace("\t", " "), span.style
            drawn = fonts.shape(typed, style.faces, style.features, language=span.language)
            glyphs += drawn
            origins += [span] * len(drawn)
    offsets = list(accumulate([len(glyph.text) for glyph in glyphs], initial=0))[:-1]
    return _Shaped("".join([span.text for span in spans]), glyphs, origins, offsets)


def _shape_vertical(spans: Sequence[Span], rules: TextStyle, fonts: Fonts) -> _Shaped:
    """The same for a vertical line: every piece of a span as it stands there."""
    from layout.text.vertical import Piece, Setting, pieces  # late: most leaflets have none

    glyphs: list[Glyph] = []
    origins: list[Span] = []
    before = ""
    for span in spans:
        style, text = span.style, span.text.replace("\t", " ")
        line = style.size if span.script else rules.size
        setting = Setting(
            fonts, style.faces, style.features, span.language, CENTRE * line / style.size
        )
        whole = (Piece(0, len(text), ACROSS),) if span.upright else ()
        digits = 0 if span.script and before.isascii() and before else style.upright_digits
        before = text[-1:]
        for start, end, stance in whole or pieces(text, digits):
            drawn = setting.set(text[start:end], stance)
            across = stance == ACROSS and not span.upright
            origin = span._replace(number=TATE_CHU_YOKO, upright=True) if across else span
            glyphs += drawn
            origins += [origin] * len(drawn)
    offsets = list(accumulate([len(glyph.text) for glyph in glyphs], initial=0))[:-1]
    return _Shaped("".join([span.text for span in spans]), glyphs, origins, offsets)


def _classes(shaped: _Shaped) -> list[int]:
    """The class of every code point by itself; those within a cluster are of their first."""
    classes: list[int] = []
    for glyph, span in zip(shaped.glyphs, shaped.spans, strict=True):
        if text := glyph.text:
            number = span.number or class_of(text[0], glyph.advance >= _ON_THE_CELL)
            classes += [number] * len(text)
    return classes


def _runs(shaped: _Shaped) -> list[Run]:
    known: dict[tuple[object, ...], Run] = {}
    runs = []
    for glyph, span in zip(shaped.glyphs, shaped.spans, strict=True):
        key = (glyph.face, glyph.scale, glyph.inset, glyph.stance, id(span))
        run = known.get(key)
        if run is None:
            style = span.style
            size, inset = style.size * glyph.scale, style.size * glyph.inset
            run = known[key] = Run(glyph.face, size, style.ink, inset, glyph.stance, lowered(span))
        runs.append(run)
    return runs


def _sorts(shaped: _Shaped, units: Units, relaxed: dict[str, int]) -> list[Sort]:
    """The sort of each glyph; glyphs alike to the spacing share one."""
    known: dict[tuple[object, ...], Sort] = {}
    sorts: list[Sort] = []
    inked = False
    for at, glyph, span in zip(shaped.offsets, shaped.glyphs, shaped.spans, strict=True):
        char = glyph.text[:1]
        number = units.classes[at] if char else sorts[-1].number
        space = char and (char == " " or is_space(number))
        own = class_of(char, glyph.advance >= _ON_THE_CELL) if span.ruby and char else number
        breaks_as = relaxed.get(char, own) if relaxed else own
        key = (number, breaks_as, glyph.advance, glyph.dx, id(span), char if space else not char)
        sort = known.get(key)
        if sort is None:
            sort = known[key] = _sort(len(known), number, breaks_as, glyph, span)
        if not inked:
            if space:
                sort = as_indent(sort, _FIRST_INDENT + len(sorts))
            else:
                inked = True
        sorts.append(sort)
    return sorts


_FIRST_INDENT = 1 << 16  # indexes of the sorts at the head, apart from all others


def _sort(index: int, number: int, breaks_as: int, glyph: Glyph, span: Span) -> Sort:
    if not glyph.text or (glyph.stance == ACROSS and not glyph.advance):
        sort = ink_sort(index, IDEOGRAPH, IDEOGRAPH, glyph.advance, glyph.dx, span.style)
        return sort._replace(number=number, breaks_as=breaks_as, follows=True, counts=0)
    if is_space(number):
        return space_sort(index, number, glyph.text[0], glyph.advance, span.style)
    if glyph.text == " " and number == NUMERAL:
        return grouping_space(index, span.style)
    sort = ink_sort(index, number, breaks_as, glyph.advance, glyph.dx, span.style)
    return sort._replace(complex=id(span)) if span.number in _COMPLEXES else sort


_CLUSTER = Pair(NO_SPACE, False, 0)


def _items(
    shaped: _Shaped,
    sorts: Sequence[Sort],
    pairs: Sequence[Pair],
    costs: dict[int, float],
    rules: TextStyle,
) -> Items:
    """What the breaker sees; only justified text gives and takes, all other is set natural."""
    method = rules.line_end if rules.line_end in _SHRINK_COST else "jlreq"
    spaces = [pair.space for pair in pairs]
    widths = [sort.width for sort in sorts]
    lefts = _sums([width + space.natural for width, space in zip(widths, spaces, strict=True)])
    breaks = [place for place, pair in enumerate(pairs) if pair.lawful]
    natural = Items(
        left=lefts,
        right=[left + width for left, width in zip(lefts, widths, strict=True)],
        lead=_leads(sorts, rules),
        ends={},
        breaks=[*breaks, len(sorts) - 1],
        penalty=costs,
        rescue=[pair.rescue for pair in pairs],
        shrink=(),
        stretch=(),
        free=(),
        substance=list(accumulate([sort.counts for sort in sorts], initial=0)),
        tone=[glyph.text for glyph in shaped.glyphs],
    )
    if rules.align != "justify":
        return natural
    return natural._replace(
        ends=_ends(sorts, rules),
        shrink=_stages([space.shrink for space in spaces], SHRINK_STAGES, _SHRINK_COST[method]),
        stretch=_stages([space.stretch for space in spaces], STRETCH_STAGES, _STRETCH_COST),
        free=_sums([space.weight for space in spaces]),
    )


def _pairs(sorts: Sequence[Sort], method: str) -> list[Pair]:
    """What stands after each glyph.

    Between two characters parted by spaces all of it stands after the last space, so that a
    line broken there drops it whole (3.2.2 for the word space; 3.1.6 for the em after ？).
    """
    known: dict[int, Pair] = {}
    pairs = [_CLUSTER] * len(sorts)
    before = 0
    for index in range(1, len(sorts)):
        b = sorts[index]
        if b.space:
            continue
        if before + 1 < index:
            pairs[index - 1] = _over_spaces(sorts[before], sorts[before + 1 : index], b, method)
        elif not b.follows:
            a = sorts[before]
            key = a.mark * _MANY + b.mark
            pair = known.get(key)
            if pair is None:
                pair = known[key] = _side_by_side(a, b, method)
            pairs[before] = pair
        before = index
    return pairs


_MANY = 1 << 20


def _side_by_side(a: Sort, b: Sort, method: str) -> Pair:
    space = between(a, b, method)
    if a.complex and a.complex == b.complex:
        return Pair(space.unstretched(), False, 2)
    lawful = break_allowed(a.breaks_as, b.breaks_as) and not a.binding
    return Pair(space, lawful, 2 if same_word(a.number, b.number) else 3)


def _over_spaces(a: Sort, spaces: Sequence[Sort], b: Sort, method: str) -> Pair:
    if not any(space.space for space in spaces):
        return _CLUSTER
    lawful = (
        break_allowed(a.breaks_as, IDEOGRAPH)
        and break_allowed(spaces[-1].number, b.breaks_as)
        and not any(space.binding for space in spaces)
    )
    return Pair(parted(a, spaces, b, method), lawful, 2)


def _apply_units(
    pairs: list[Pair], sorts: Sequence[Sort], shaped: _Shaped, units: Units, rules: TextStyle
) -> dict[int, float]:
    """Close the places inside units; what breaking costs where it is open but unwelcome."""
    if not units.found:
        return {}
    place_of = {at - 1: index - 1 for index, at in enumerate(shaped.offsets)}
    penalty: dict[int, float] = {}
    parted = PARTED[rules.strictness]
    for place, at in _between_glyphs(units.bound, place_of):
        a, b = sorts[place], sorts[place + 1]
        freed = (a.number == INSEPARABLE and shaped.text[at] in parted) or (
            b.number == POSTFIX and b.breaks_as == IDEOGRAPH
        )
        pairs[place] = _bound(pairs[place], freed)
    for place, _ in _between_glyphs(units.solid, place_of):
        solid = NO_SPACE._replace(natural=sorts[place].tracking)
        pairs[place] = pairs[place]._replace(space=solid)
    for place, _ in _between_glyphs(units.kept, place_of):
        pairs[place] = pairs[place]._replace(lawful=False, rescue=min(2, pairs[place].rescue))
    for place, _ in _between_glyphs(units.joints, place_of):
        pairs[place] = pairs[place]._replace(rescue=min(1, pairs[place].rescue))
    for place, _ in _between_glyphs(units.measures, place_of):
        pairs[place] = pairs[place]._replace(space=pairs[place].space.unstretched())
        penalty[place] = _UNIT_SEAM if rules.house_rules else 0.0
    for place, _ in _between_glyphs(units.hyphens, place_of):
        pairs[place] = pairs[place]._replace(lawful=True)
        penalty[place] = _HYPHEN_SEAM
    return penalty


def _between_glyphs(ends: Iterable[int], place_of: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The places between glyphs that lie at ends of characters; inside a ligature there is none."""
    return ((place_of[at], at) for at in ends if at in place_of)


def _bound(pair: Pair, freed: bool) -> Pair:
    return Pair(pair.space.unstretched(), pair.lawful and freed, 2)


def _sums(values: Sequence[float]) -> list[float]:
    """For each place the sum of what stands before it."""
    sums = list(accumulate(values, initial=0.0))
    sums.pop()
    return sums


def _stages(
    given: Sequence[tuple[float, ...]], numbers: Sequence[int], costs: dict[int, float]
) -> tuple[Stage, ...]:
    """The stages that this text has anything for, in order of priority."""
    kinds = set(given)
    return tuple(
        Stage(_sums([each[field] for each in given]), costs[number])
        for field, number in enumerate(numbers)
        if any(kind[field] for kind in kinds)
    )


def _leads(sorts: Sequence[Sort], rules: TextStyle) -> dict[int, float]:
    if rules.line_head != "half":
        return {}
    openings = [k for k, sort in enumerate(sorts) if sort.number == OPENING]
    return {k: space_at_head(sorts[k], rules) for k in openings}


def _ends(sorts: Sequence[Sort], rules: TextStyle) -> dict[int, tuple[End, ...]]:
    """The ways to end a line after each mark, also where a space follows the mark."""
    ends: dict[int, tuple[End, ...]] = {}
    for index, sort in enumerate(sorts):
        if sort.number in MARKS_WITH_SPACE_AFTER:
            ends[index] = ways_to_end(sort, rules)
        elif sort.space and index - 1 in ends:
            ends[index] = tuple(end for end in ends[index - 1] if not end.shift)
    return ends
