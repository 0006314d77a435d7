"""What stands beside the base text: ruby and emphasis dots, from spans to the set line.

Ruby makes its base a complex of one or more boxes and the gaps beside it smaller where the
ruby may lie over its neighbours, so that the breaker of lines need not know of it.  What a
compound looks like when a line ends within it is worked out here too.  Lengths are units.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from operator import itemgetter

from layout.frame import Glyph, Group, Ink, SetGlyph, TextRun
from layout.geometry import CENTRE, Pt
from layout.text.fonts import Fonts
from layout.text.jlreq import (
    CLOSING,
    COMMA,
    DIVIDING,
    FULL_STOP,
    HYPHEN,
    IDEOGRAPHIC_SPACE,
    INSEPARABLE,
    MIDDLE_DOT,
    OPENING,
    WARICHU_CLOSING,
    WARICHU_OPENING,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_OPENING,
    WORD_SPACE,
    class_of,
    hang,
)
from layout.text.linebreak import EPSILON, End, Items
from layout.text.ruby import Complex, Reach, group, jukugo, mono
from layout.text.spacing import NO_SPACE, Pair, Sort
from layout.text.spans import EM_FOOT, EM_TOP, Span
from layout.theme import TextStyle
from layout.values import NamedTuple

NOTE_SIZE = 0.5
"""Ruby and emphasis dots in parts of their base (JLREQ 3.3.3, 3.3.9)."""

_WORDS = frozenset((WESTERN, WESTERN_OPENING, WESTERN_CLOSING, WORD_SPACE))
_UNDOTTED = frozenset(
    (OPENING, CLOSING, HYPHEN, DIVIDING, MIDDLE_DOT, FULL_STOP, COMMA, INSEPARABLE)
    + (IDEOGRAPHIC_SPACE, WORD_SPACE, WARICHU_OPENING, WARICHU_CLOSING)
    + (WESTERN_OPENING, WESTERN_CLOSING)
)
_DOTS = {"horizontal": "•・", "vertical": "﹅、"}


class Compound(NamedTuple):
    """A base with its ruby; ``boxes`` are the first boxes of its characters, ``last`` the last
    box of all.

    ``bodies`` are the characters' widths, ``shifts`` lead from a body to its glyph's origin,
    ``words`` says which characters belong to Western words.  ``readings`` are one for each
    character, or one for all.  ``whole`` is how it is set where no line ends within it.
    """

    boxes: tuple[int, ...]
    last: int
    bodies: tuple[float, ...]
    shifts: tuple[float, ...]
    words: tuple[bool, ...]
    readings: tuple[tuple[Glyph, ...], ...]
    em: float
    ink: Ink
    y: float
    head: float
    whole: Complex

    def piece(self, start: int, stop: int, reach: Reach) -> Complex:
        """The characters from ``start`` to ``stop`` with their ruby, set on their own."""
        bodies, readings = self.bodies[start:stop], self.readings_of(start, stop)
        widths = [[glyph.advance * self.em for glyph in reading] for reading in readings]
        if len(self.readings) > 1:
            return jukugo(bodies, widths, reach, self.em, self.head)
        if len(self.bodies) == 1:
            return mono(bodies[0], widths[0], reach, self.head)
        base = _by_words(bodies, self.words[start:stop])
        ruby = _by_words(widths[0], [_is_word(glyph) for glyph in readings[0]])
        return _apart(group(_lengths(base), _lengths(ruby), reach, self.em), base, ruby)

    def on_line(self, first: int, last: int) -> tuple[int, int, Complex]:
        """Which of the characters stand on a line from one box to another, and how they do."""
        start = sum(box < first for box in self.boxes)
        stop = sum(box <= last for box in self.boxes)
        before = self.whole.before if first < self.boxes[0] else 0.0
        after = self.whole.after if last > self.last else 0.0
        if (start, stop) == (0, len(self.boxes)) and (before, after) == self.whole[3:]:
            return start, stop, self.whole
        return start, stop, self.piece(start, stop, (before, after))

    def readings_of(self, start: int, stop: int) -> tuple[tuple[Glyph, ...], ...]:
        """The ruby of some of the characters; a reading of the group is shared out evenly,
        which only a line too narrow for the group ever asks for."""
        if len(self.readings) > 1:
            return self.readings[start:stop]
        (reading,) = self.readings
        cuts = [round(len(reading) * at / len(self.bodies)) for at in (start, stop)]
        return (reading[cuts[0] : cuts[1]],)


class Dot(NamedTuple):
    """An emphasis dot: ``x`` from its base's origin, ``y`` downwards from the baseline."""

    box: int
    glyph: Glyph
    size: float
    ink: Ink
    x: float
    y: float


class Notes(NamedTuple):
    """Everything that stands beside a text, in the order of their bases."""

    compounds: tuple[Compound, ...] = ()
    dots: tuple[Dot, ...] = ()


NO_NOTES = Notes()


class Edges(NamedTuple):
    """What lines that begin or end within compounds ask for, by the box."""

    lead: Mapping[int, float]
    ends: Mapping[int, tuple[End, ...]]


NO_EDGES = Edges({}, {})


def _by_words(widths: Sequence[float], words: Sequence[bool]) -> list[list[float]]:
    """The widths, those of one Western word together: no space is added in it (3.3.1)."""
    units: list[list[float]] = []
    within = False
    for width, word in zip(widths, words, strict=True):
        if word and within:
            units[-1].append(width)
        else:
            units.append([width])
        within = word
    return units


def _lengths(units: Sequence[Sequence[float]]) -> list[float]:
    return [sum(unit) for unit in units]


def _apart(
    found: Complex, base: Sequence[Sequence[float]], ruby: Sequence[Sequence[float]]
) -> Complex:
    """The complex with a start for every character of its words."""
    return found._replace(base=_starts(found.base, base), ruby=_starts(found.ruby, ruby))


def _starts(starts: Sequence[float], units: Sequence[Sequence[float]]) -> tuple[float, ...]:
    pairs = zip(starts, units, strict=True)
    return tuple(x for start, unit in pairs for x in [*accumulate(unit, initial=start)][:-1])


def _is_word(glyph: Glyph) -> bool:
    return not glyph.text or class_of(glyph.text[0], glyph.advance > 0.95) in _WORDS


def notes_of(
    spans: Sequence[Span],
    glyphs: Sequence[Glyph],
    sorts: list[Sort],
    pairs: list[Pair],
    rules: TextStyle,
    fonts: Fonts,
) -> Notes:
    """What stands beside a text; sorts and pairs are changed to make room for it.

    ``spans`` and ``glyphs`` have one entry a box.
    """
    compounds = _compounds(spans, glyphs, sorts, pairs, rules, fonts)
    return Notes(compounds, _dots_of(spans, glyphs, rules, fonts))


def _compounds(
    spans: Sequence[Span],
    glyphs: Sequence[Glyph],
    sorts: list[Sort],
    pairs: list[Pair],
    rules: TextStyle,
    fonts: Fonts,
) -> tuple[Compound, ...]:
    found: list[Compound] = []
    for _, each in groupby(range(len(spans)), key=lambda box: id(spans[box])):
        boxes = list(each)
        if spans[boxes[0]].ruby:
            compound = _compound(boxes, spans[boxes[0]], glyphs, sorts, rules, fonts)
            reach = _reach(compound, found[-1] if found else None, sorts, pairs)
            compound = compound._replace(whole=compound.piece(0, len(compound.bodies), reach))
            _put(compound, sorts, pairs)
            found.append(compound)
    return tuple(found)


def _compound(
    boxes: Sequence[int],
    span: Span,
    glyphs: Sequence[Glyph],
    sorts: Sequence[Sort],
    rules: TextStyle,
    fonts: Fonts,
) -> Compound:
    heads = [box for box in boxes if glyphs[box].text]
    stops = (*heads[1:], boxes[-1] + 1)
    readings = span.ruby if len(span.ruby) == len(heads) else ("".join(span.ruby),)
    bodies = [
        sum(sorts[box].width + sorts[box].tracking for box in range(head, stop))
        for head, stop in zip(heads, stops, strict=True)
    ]
    bodies[-1] -= sorts[boxes[-1]].tracking
    return Compound(
        tuple(heads),
        boxes[-1],
        tuple(bodies),
        tuple(sorts[head].shift for head in heads),
        tuple(_is_word(glyphs[head]) for head in heads),
        tuple(_shape(reading, span.style, rules, fonts) for reading in readings),
        span.style.size * span.style.ruby,
        span.style.ink,
        -(EM_TOP + EM_FOOT * span.style.ruby) * span.style.size,
        0.0 if rules.direction == "vertical" else 0.5,
        Complex(0.0, (), ()),
    )


def _shape(text: str, style: TextStyle, rules: TextStyle, fonts: Fonts) -> tuple[Glyph, ...]:
    """The glyphs of what stands beside a line: solid, and upright where the line is vertical."""
    if rules.direction != "vertical":
        return fonts.shape(text, style.faces)
    from layout.text.vertical import Setting, pieces  # late: most leaflets have none

    setting = Setting(fonts, style.faces, (), "", CENTRE)
    found = pieces(text, style.upright_digits)
    return tuple(g for start, end, stance in found for g in setting.set(text[start:end], stance))


def _reach(
    compound: Compound, earlier: Compound | None, sorts: Sequence[Sort], pairs: Sequence[Pair]
) -> Reach:
    """How far the ruby may lie over its neighbours (3.3.8).

    What stands between two rubies is not covered from both sides: an em of ruby stays free.
    """
    first, number = compound.boxes[0], sorts[compound.boxes[0]].number
    before = after = 0.0
    if first:
        neighbour, room = sorts[first - 1], pairs[first - 1].space.natural
        before = _over(hang(neighbour.number, number), compound.em, neighbour, room)
        if earlier and earlier.last + 1 < first:
            between = range(earlier.last + 1, first)
            free = pairs[earlier.last].space.natural + sum(
                sorts[box].width + pairs[box].space.natural for box in between
            )
            before = min(before, max(0.0, free - compound.em))
    place = _place_after(compound.last, sorts)
    if place + 1 < len(sorts):
        neighbour, room = sorts[compound.last + 1], pairs[place].space.natural
        after = _over(hang(number, neighbour.number), compound.em, neighbour, room)
    return before, after


def _over(hangs: tuple[float, float], em: float, neighbour: Sort, room: float) -> float:
    body, space = hangs
    return min(body * em, neighbour.width or neighbour.space) + min(space * em, max(0.0, room))


def _place_after(box: int, sorts: Sequence[Sort]) -> int:
    """The place at which the gap after a box stands: after the last space that follows it."""
    while box + 1 < len(sorts) and sorts[box + 1].space:
        box += 1
    return box


def _put(compound: Compound, sorts: list[Sort], pairs: list[Pair]) -> None:
    whole, first, last = compound.whole, compound.boxes[0], compound.last
    right = whole.base[-1] + compound.bodies[-1]
    head = sorts[first]
    sorts[first] = head._replace(width=head.width + whole.base[0], shift=head.shift + whole.base[0])
    sorts[last] = sorts[last]._replace(width=sorts[last].width + whole.width - right)
    for number, box in enumerate(compound.boxes[1:]):
        gap = whole.base[number + 1] - whole.base[number] - compound.bodies[number]
        pair = pairs[box - 1]
        opens = pair.lawful and len(compound.readings) > 1
        space = NO_SPACE._replace(natural=gap + sorts[box - 1].tracking)
        pairs[box - 1] = Pair(space, opens, 2)
    if first:
        pairs[first - 1] = _hung(pairs[first - 1], whole.before)
    place = _place_after(last, sorts)
    pairs[place] = _hung(pairs[place], whole.after)


def _hung(pair: Pair, over: float) -> Pair:
    """What ruby lies over is not reduced any more (Table 1, "be hang" and "af hang")."""
    if not over:
        return pair
    left = max(0.0, pair.space.natural - over)
    shrink = []
    for given in pair.space.shrink:
        shrink.append(min(given, left))
        left -= shrink[-1]
    space = pair.space._replace(natural=pair.space.natural - over, shrink=tuple(shrink))  # type: ignore[arg-type]
    return pair._replace(space=space)


def edges_of(compounds: Sequence[Compound], pairs: Sequence[Pair]) -> Edges:
    """How much wider a line becomes where it begins or ends beside a compound or within it:
    there ruby lies over nothing, and a part of a compound is one of its own (3.3.8)."""
    lead: dict[int, float] = {}
    ends: dict[int, tuple[End, ...]] = {}
    for compound in compounds:
        whole, last = compound.whole, compound.last
        for box in compound.boxes:
            more = 0.0
            if box and pairs[box - 1].rescue:
                more = _wider(compound, box, last + 1, whole.width - _edge(compound, box))
            if abs(more) > EPSILON:
                lead[box] = more
        for after in (*compound.boxes[1:], last + 1):
            more = 0.0
            if pairs[after - 1].rescue:
                more = _wider(compound, -1, after - 1, _edge(compound, after, -1))
            if abs(more) > EPSILON:
                ends[after - 1] = (End(more),)
    return Edges(lead, ends)


def _wider(compound: Compound, first: int, last: int, was: float) -> float:
    """How much more than ``was`` a compound takes up on a line from one box to another."""
    start, stop, found = compound.on_line(first, last)
    more = found.width - was
    if start == 0 and first < compound.boxes[0]:
        more += compound.whole.before - found.before
    if stop == len(compound.boxes) and last > compound.last:
        more += compound.whole.after - found.after
    return more


def _edge(compound: Compound, box: int, side: int = 0) -> float:
    """Where in the whole compound a box begins, or (``side`` -1) the one before it ends."""
    if box > compound.last:
        return compound.whole.width
    place = compound.boxes.index(box)
    if side:
        return compound.whole.base[place - 1] + compound.bodies[place - 1]
    return compound.whole.base[place] if place else 0.0


def with_edges(items: Items, edges: Edges) -> Items:
    """The items with what lines at the edges of broken compounds ask for."""
    if not edges.ends and not edges.lead:
        return items
    return items._replace(lead={**items.lead, **edges.lead}, ends={**items.ends, **edges.ends})


class _Shown(NamedTuple):
    """The characters of a compound that stand on a line, and how they are set there."""

    compound: Compound
    start: int
    stop: int
    set: Complex


def _on_line(compounds: Sequence[Compound], first: int, last: int) -> Iterator[_Shown]:
    for compound in compounds:
        if compound.boxes[0] <= last and first <= compound.boxes[-1]:
            yield _Shown(compound, *compound.on_line(first, last))


def settled(notes: Notes, starts: list[float], first: int, last: int, left: float) -> list[float]:
    """The starts of a line's glyphs, with the compounds at its edges set as they are there.

    ``left`` is the line's own left edge.
    """
    moved = list(starts)
    for compound, start, stop, found in _on_line(notes.compounds, first, last):
        if found is compound.whole:
            continue
        origin, head = left, compound.boxes[0]
        if head > first:
            more = compound.whole.before - found.before - compound.whole.base[0]
            origin = starts[head - first] - compound.shifts[0] + more
        ends = (*compound.boxes[1:], compound.last + 1)
        for number in range(start, stop):
            box = compound.boxes[number]
            change = origin + found.base[number - start] + compound.shifts[number]
            change -= starts[box - first]
            for each in range(box, min(ends[number], last + 1)):
                moved[each - first] += change
    return moved


def _dots_of(
    spans: Sequence[Span],
    glyphs: Sequence[Glyph],
    rules: TextStyle,
    fonts: Fonts,
) -> tuple[Dot, ...]:
    """A dot for each character that is emphasised, but for marks and spaces (3.3.9).

    Where there is ruby as well, the dots stand beyond it.
    """
    found: list[Dot] = []
    for box, (span, glyph) in enumerate(zip(spans, glyphs, strict=True)):
        dotted = span.dots and glyph.text
        if dotted and class_of(glyph.text[0], glyph.advance > 0.95) not in _UNDOTTED:
            dot = _dot(span, rules, fonts)
            if dot:
                part = max(NOTE_SIZE, span.style.ruby)  # more where half a size cannot be printed
                size = span.style.size * part
                middle = (glyph.advance * span.style.size - dot.advance * size) / 2
                rise = EM_TOP + EM_FOOT * part + (span.style.ruby if span.ruby else 0.0)
                y = -rise * span.style.size
                found.append(Dot(box, dot, size, span.style.ink, middle, y))
    return tuple(found)


def _dot(span: Span, rules: TextStyle, fonts: Fonts) -> Glyph | None:
    """The dot in the first shape that the faces have."""
    for shape in _DOTS.get(rules.direction, "•"):
        if not fonts.missing(shape, span.style.faces):
            return _shape(shape, span.style, rules, fonts)[0]
    return None


class _Mark(NamedTuple):
    """A glyph beside the line: the type it is of, and where its origin is."""

    face: str
    size: float
    ink: Ink
    y: float
    stance: str
    x: float
    rise: float
    gid: int
    text: str


def _mark(glyph: Glyph, em: float, ink: Ink, x: float, y: float) -> _Mark:
    start = x + (glyph.dx + glyph.inset) * em
    size, rise = em * glyph.scale, glyph.dy * em
    return _Mark(glyph.face, size, ink, y, glyph.stance, start, rise, glyph.gid, glyph.text)


def beside(
    notes: Notes, starts: Sequence[float], first: int, last: int, unit: Pt
) -> tuple[Group, ...]:
    """What stands beside a line: its ruby, and its dots, which say nothing when copied."""
    ruby = [
        mark
        for shown in _on_line(notes.compounds, first, last)
        for mark in _ruby_of(shown, starts[shown.compound.boxes[shown.start] - first])
    ]
    dots = [
        _mark(dot.glyph, dot.size, dot.ink, starts[dot.box - first] + dot.x, dot.y)
        for dot in notes.dots
        if first <= dot.box <= last
    ]
    return tuple(
        Group(Pt(0.0), Pt(0.0), _runs(marks, unit), role, actual=actual)
        for marks, role, actual in ((ruby, "ruby", None), (dots, "artifact", ""))
        if marks
    )


def _ruby_of(shown: _Shown, start: float) -> Iterator[_Mark]:
    """The ruby of a piece, glyph by glyph, where its first character starts at ``start``."""
    compound = shown.compound
    left = start - compound.shifts[shown.start] - shown.set.base[0]
    glyphs = [g for reading in compound.readings_of(shown.start, shown.stop) for g in reading]
    for glyph, x in zip(glyphs, shown.set.ruby, strict=True):
        yield _mark(glyph, compound.em, compound.ink, left + x, compound.y)


def _runs(marks: Sequence[_Mark], unit: Pt) -> tuple[TextRun, ...]:
    return tuple(
        _run(list(each), unit) for _, each in groupby(marks, key=itemgetter(0, 1, 2, 3, 4))
    )


def _run(marks: Sequence[_Mark], unit: Pt) -> TextRun:
    face, size, ink, y, stance, origin, *_ = marks[0]
    glyphs = tuple(
        SetGlyph(mark.gid, Pt((mark.x - origin) * unit), Pt(-mark.rise * unit), mark.text)
        for mark in marks
    )
    return TextRun(face, Pt(size * unit), ink, Pt(origin * unit), Pt(y * unit), glyphs, stance)


def rise_of(groups: Sequence[Group], size: float) -> Pt:
    """How far what stands beside a line reaches above the em box of its type, in points."""
    runs = [run for each in groups for run in each.items if isinstance(run, TextRun)]
    top = max([EM_TOP * run.size - run.y for run in runs], default=0.0)
    return Pt(max(0.0, top - EM_TOP * size))
