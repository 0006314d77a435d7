"""The door of the text room: a paragraph in, finished lines out.

A paragraph is prepared once, whatever the measure and the size of a unit, and then set as
often as copy-fitting likes.
"""

from collections.abc import Sequence

from layout.frame import Group, Item, SetGlyph, TextRun
from layout.geometry import Pt
from layout.text.fonts import Fonts
from layout.text.hyphens import Hyphen
from layout.text.items import Segment, segment
from layout.text.jlreq import OPENING, class_of
from layout.text.linebreak import (
    EPSILON,
    Adjustment,
    Break,
    Items,
    adjust,
    balanced,
    ragged,
    width,
)
from layout.text.notes import beside, rise_of, settled
from layout.text.rivers import without_rivers
from layout.text.spans import Run, Span
from layout.theme import TextStyle
from layout.values import NamedTuple

__all__ = ["Line", "Paragraph", "Span", "natural_width", "prepare", "set_paragraph"]

_LONGEST_DISPLAY = 200
"""Characters up to which display text is balanced by phrases; more is no heading."""


class Paragraph(NamedTuple):
    """Shaped, classified and spaced text, in units; parted at its forced breaks."""

    segments: tuple[Segment, ...]
    rules: TextStyle


class Line(NamedTuple):
    """A set line: runs from its left edge, y = 0 at the baseline, alignment already applied.

    ``width`` is the measure where the line is justified, else the line's own width without
    what space would follow its last mark.  ``text`` is what the line says, with the spaces
    at which it was broken at its end: the texts of all lines joined are the paragraph's text
    without its forced breaks.  ``loose`` says that no lawful way was found to make the line
    fill its measure, or to keep a rule.  ``notes`` are its ruby (role ``ruby``) and emphasis
    dots (``artifact``), which are no part of the text, and ``above`` how far they reach above
    the em box of its largest type.
    """

    runs: tuple[TextRun, ...]
    width: Pt
    measure: Pt
    text: str
    loose: bool
    notes: tuple[Group, ...] = ()
    above: Pt = Pt(0.0)

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is drawn of the line: the base text first, then what stands beside it."""
        return (*self.runs, *self.notes)


class Placed(NamedTuple):
    """A line before it is drawn, in units: where each of its glyphs starts."""

    segment: Segment
    first: int
    last: int
    starts: list[float]
    width: float
    measure: float
    loose: bool


def prepare(spans: Sequence[Span], rules: TextStyle, fonts: Fonts) -> Paragraph:
    """Shape, classify and space a text once for all measures and sizes.

    ``rules`` governs the paragraph (alignment, strictness, line ends), the spans' own styles
    their faces, sizes and inks.  ``\\n`` forces a break.
    """
    parts = _parted(spans) if any(span.text for span in spans) else []
    segments = tuple(segment(part, rules, fonts) for part in parts)
    return Paragraph(_at_stops(segments, rules) if rules.tabs else segments, rules)


def _at_stops(segments: Sequence[Segment], rules: TextStyle) -> tuple[Segment, ...]:
    """The parts with what stands after tabs moved to the stops."""
    from layout.text.tabs import tabbed  # late: few styles have tabs

    starts = [_indents(part, rules, place)[0] for place, part in enumerate(segments)]
    return tuple(
        part._replace(items=tabbed(part.items, part.texts, rules.tabs, start, rules.size))
        for part, start in zip(segments, starts, strict=True)
    )


def set_paragraph(paragraph: Paragraph, measures: Sequence[float], unit: Pt) -> tuple[Line, ...]:
    """The lines of a paragraph.

    ``measures`` are the lines' measures in units, the last holding for all further lines;
    ``unit`` is a unit's length in points.
    """
    return tuple(draw(placed, unit) for placed in place_lines(paragraph, measures))


def natural_width(paragraph: Paragraph) -> float:
    """The width of the text set on one line, in units (of its widest forced line)."""
    return max((_natural(part) for part in paragraph.segments), default=0.0)


def place_lines(paragraph: Paragraph, measures: Sequence[float]) -> list[Placed]:
    """Break and place a paragraph: all that :func:`set_paragraph` does but drawing."""
    placed: list[Placed] = []
    for part in paragraph.segments:
        given = measures[len(placed) :] or measures[-1:]
        indents = _indents(part, paragraph.rules, len(placed))
        placed += _place(part, paragraph.rules, given, indents)
    return placed


def _parted(spans: Sequence[Span]) -> list[list[Span]]:
    """The spans between forced breaks."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        for index, piece in enumerate(span.text.split("\n")):
            if index:
                parts.append([])
            parts[-1].append(span._replace(text=piece))
    return parts


def _natural(part: Segment) -> float:
    return part.items.right[-1] - part.items.left[0] if part.gids else 0.0


def _indent(part: Segment, rules: TextStyle) -> float:
    """The first line's indent; half an em less before a bracket in the style ③ of 3.1.5."""
    less = 0.5 if rules.line_head == "indent" and class_of(part.text[:1] or " ") == OPENING else 0.0
    return max(0.0, rules.indent - less) * rules.size


def _indents(part: Segment, rules: TextStyle, row: int) -> tuple[float, float]:
    """What the first and the other lines of a part are indented by whose first line is ``row``."""
    turnover = rules.turnover * rules.size
    return turnover if row else _indent(part, rules), turnover


def _place(
    part: Segment, rules: TextStyle, measures: Sequence[float], indents: tuple[float, float]
) -> list[Placed]:
    if not part.gids:
        return [Placed(part, 0, -1, [], 0.0, measures[0], False)]
    first, others = indents
    rooms = measures
    if first or others:
        rooms = [measures[0] - first, *(room - others for room in measures[1:] or measures)]
    lines = _break(part, rules, rooms, indents)
    placed = []
    for row, line in enumerate(lines):
        room = rooms[min(row, len(rooms) - 1)]
        fill = rules.align == "justify" and row + 1 < len(lines)
        change = adjust(part.items, line, room, fill)
        beside = fill and (line.offends or lines[row + 1].offends)
        if beside and _torn(change, part.items):
            change = adjust(part.items, line, room, False)
        set_width = width(part.items, line) + _change(change, line)
        x = (others if row else first) + _ALIGN[rules.align] * (room - set_width)
        loose = line.offends or change.missing < -EPSILON or (fill and change.missing > EPSILON)
        starts = _starts(part, line, change, x)
        if part.notes.compounds:
            starts = settled(part.notes, starts, line.first, line.last, x)
        measure = measures[min(row, len(measures) - 1)]
        placed.append(Placed(part, line.first, line.last, starts, set_width, measure, loose))
    return placed


_HOLE = 0.5
"""Ems added at each place from which words fall apart."""


def _torn(change: Adjustment, items: Items) -> bool:
    """Whether a line was filled by tearing it apart.

    Before and within a unit that fits no line (a long address) that is no better: it stays
    short.
    """
    return any(ratio > _HOLE for sums, ratio in change.ratios if sums is items.free)


_ALIGN = {"justify": 0.0, "start": 0.0, "centre": 0.5, "end": 1.0}


def _break(
    part: Segment, rules: TextStyle, rooms: Sequence[float], indents: tuple[float, float]
) -> list[Break]:
    if rules.wrap == "phrase" and len(part.gids) <= _LONGEST_DISPLAY:
        if _natural(part) <= rooms[0] + EPSILON:
            return ragged(part.items, rooms)
        return balanced(_by_phrases(part), rooms)
    if rules.align == "justify":
        return without_rivers(part.items, rooms, indents)
    return ragged(part.items, rooms)


def _by_phrases(part: Segment) -> Items:
    """The items with a penalty on every break that parts a phrase."""
    from layout.text.phrases import phrase_costs  # late: few headings need it

    costs = phrase_costs(part.text)
    items = part.items
    stops = (*part.offsets[1:], len(part.text))
    penalty = {
        box: items.penalty.get(box, 0.0) + costs[stops[box] - 1] for box in items.breaks[:-1]
    }
    return items._replace(penalty=penalty)


def _change(change: Adjustment, line: Break) -> float:
    inner = line.last - 1 if line.end.shift else line.last
    return sum(ratio * (sums[inner] - sums[line.first]) for sums, ratio in change.ratios)


def _starts(part: Segment, line: Break, change: Adjustment, x: float) -> list[float]:
    """Where the glyphs of a line start: natural places, each moved by what the gaps before it
    have given."""
    first, stop = line.first, line.last + 1
    base = part.items.left[first] - x - part.items.lead.get(first, 0.0)
    starts = [
        left + shift - base
        for left, shift in zip(part.items.left[first:stop], part.shifts[first:stop], strict=True)
    ]
    for sums, ratio in change.ratios:
        zero = sums[first]
        starts = [
            start + ratio * (given - zero)
            for start, given in zip(starts, sums[first:stop], strict=True)
        ]
    if line.end.shift:
        last = part.items.left[line.last] + part.shifts[line.last] - base
        starts[-1] = last + _change(change, line) + line.end.shift
    return starts


def draw(placed: Placed, unit: Pt) -> Line:
    part, first, last = placed.segment, placed.first, placed.last
    runs: list[TextRun] = []
    start = first
    while start <= last:
        run = part.runs[start]
        stop = start + 1
        while stop <= last and part.runs[stop] is run:
            stop += 1
        runs.append(_run(placed, run, start, stop, unit))
        start = stop
    if last in part.hyphens and last + 1 < len(part.gids):
        runs[-1] = _hyphenated(runs[-1], part.hyphens[last], unit)
    notes = beside(part.notes, placed.starts, first, last, unit) if any(part.notes) else ()
    return Line(
        tuple(runs),
        Pt(placed.width * unit),
        Pt(placed.measure * unit),
        "".join(part.texts[first : last + 1]),
        placed.loose,
        notes,
        rise_of(notes, max(run.size for run in runs)) if notes else Pt(0.0),
    )


def _hyphenated(run: TextRun, hyphen: Hyphen, unit: Pt) -> TextRun:
    """The last run of a line that ends within a word; the hyphen is not copied with it."""
    x = Pt(run.glyphs[-1].x + hyphen.offset * unit)
    return run._replace(glyphs=(*run.glyphs, SetGlyph(hyphen.gid, x, Pt(0.0), "")))


def _run(placed: Placed, run: Run, start: int, stop: int, unit: Pt) -> TextRun:
    part, first = placed.segment, placed.first
    starts = placed.starts[start - first : stop - first]
    origin = starts[0]
    glyphs = tuple(
        map(
            SetGlyph,
            part.gids[start:stop],
            [Pt((x - origin) * unit) for x in starts],
            [Pt(y * unit) for y in part.rises[start:stop]],
            part.texts[start:stop],
        )
    )
    x = Pt((origin + run.inset) * unit)
    y = Pt(run.y * unit)
    return TextRun(run.face, Pt(run.size * unit), run.ink, x, y, glyphs, run.stance)
