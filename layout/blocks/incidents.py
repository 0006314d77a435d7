"""Incidents as a timeline: date, organisation, kind, and a bar true to the number."""

import re
from collections.abc import Callable

from layout.document import Incident, Incidents
from layout.forms.lettering import fitted, moved, pill
from layout.forms.shapes import filled, rounded, ruled
from layout.forms.thread import knot, spine
from layout.frame import Group, Item
from layout.galley import NEVER, Case, Galley, Slice
from layout.geometry import Pt, Rect
from layout.marked import parted, spans_of
from layout.room import Room
from layout.text.paragraph import Line, Span
from layout.theme import Options
from layout.values import NamedTuple

_FIGURES = "[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?"
_COUNT = rf"^(\D*?)((?:{_FIGURES}[億万]){{0,2}}(?:{_FIGURES})?)(\D*)$"
_PART = rf"({_FIGURES})([億万]?)"
_POWERS = {"": 1, "万": 10_000, "億": 100_000_000}
_DIGITS = str.maketrans("０１２３４５６７８９，．", "0123456789,.")


class Count(NamedTuple):
    """A count as written, in parts, with its value."""

    before: str
    figures: str
    after: str
    value: float


def read_count(text: str) -> Count | None:
    """``約400件`` -> 約 · 400 · 件 · 400.0; None where the text is not one plain number.

    ``約2万3,000件`` is 23,000 and ``1億2,000万円`` 120,000,000.
    """
    match = re.match(_COUNT, text)
    if match is None or not match[2]:
        return None
    before, figures, after = match.groups()
    parts = re.findall(_PART, figures)
    value = sum(
        float(number.translate(_DIGITS).replace(",", "")) * _POWERS[power]
        for number, power in parts
    )
    return Count(before, figures, after, value)


class Columns(NamedTuple):
    """What the rows of a timeline have in common: widths in points, and the scale of the bars.

    ``scale`` is the value of a full bar; 0: there are no bars.
    """

    date: float
    count: float  # type: ignore[assignment]  # hides tuple.count, on purpose
    scale: float


class Manner(NamedTuple):
    """How a form of incidents draws: what stands behind them all, and one of them."""

    case: Callable[[Room, Options], Case]
    incident: Callable[[Incident, Room, Options, Columns], Slice]


def lay_out(block: Incidents, room: Room) -> Galley:
    """A timeline on a thread; each count at the end of its bar."""
    return laid_out(block, room, Manner(_timeline, _incident))


def laid_out(block: Incidents, room: Room, manner: Manner) -> Galley:
    """The heading over its rule, then one slice an incident."""
    form = room.form("incidents")
    case = manner.case(room, form)
    pieces = [_heading(block.heading, room, form)] if block.heading else []
    columns = _columns(block.items, room, form)
    last = len(block.items) - 1
    for index, item in enumerate(block.items):
        piece = manner.incident(item, room, form, columns)
        first = index == 0
        before = 0.5 if first else form.number("item-before")
        cost = "part-from-previous" if first else "split-list"
        pieces.append(
            piece._replace(
                before=room.gap(before if pieces else form.number("before")),
                stretch=form.number("stretch") if not first or not pieces else 0.0,
                part=NEVER if (first and pieces) or index in (1, last) else room.cost(cost),
                case=case,
            )
        )
    return tuple(pieces)


def _heading(text: str, room: Room, form: Options) -> Slice:
    style = form.style("heading")
    feed = room.feed(style)
    shown = fitted(
        room,
        text,
        style,
        width=room.width,
        most=style.size,
        least=max(room.smallest, style.size * 0.9),
        height=feed,
        feed=feed / (style.size * room.unit),
    )
    lines, style = shown.lines, shown.style
    height = room.tall(lines, style) + room.down(0.25)
    y = height - room.down(0.02)
    rule = ruled((0.0, y), (room.width, y), form.ink("rule"), room.across(0.15))
    return Slice(
        height,
        (*room.stack(lines, style), rule),
        before=room.gap(form.number("before")),
        part=room.cost("part-from-previous"),
        stretch=form.number("stretch"),
    )


def _timeline(room: Room, form: Options) -> Case:
    x, half = room.across(0.6), room.down(0.5)

    def ground(_width: float, _height: float, tops: tuple[float, ...]) -> tuple[Item, ...]:
        thread, weight = form.ink("thread"), room.across(0.2)
        line = spine(x, tuple(top + half for top in tops), thread, weight, room.down(2.4))
        knots = (
            knot(x, top + half, room.across(0.42), thread, form.ink("ground"), room.across(0.24))
            for top in tops
        )
        return (*line, *knots)

    return Case(ground)


def _columns(items: tuple[Incident, ...], room: Room, form: Options) -> Columns:
    date = max(room.text_width(item.date, form.style("date")) for item in items)
    counts = [_count_width(item, room, form) for item in items if item.count]
    return Columns(date, max(counts, default=0.0), _scale(items))


def _scale(items: tuple[Incident, ...]) -> float:
    """The largest value, if every count is a number of one and the same thing; otherwise 0.

    Bars of different units beside each other would compare what cannot be compared.
    """
    counts = [read_count(item.count) for item in items if item.count]
    known = [count for count in counts if count]
    units = {count.after for count in known}
    whole = len(known) == len(counts) > 1 and len(units) == 1
    return max(count.value for count in known) if whole else 0.0


def _incident(item: Incident, room: Room, form: Options, columns: Columns) -> Slice:
    x = room.across(form.number("indent"))
    inside = room._replace(width=room.width - x)
    parts, height = head(item, inside, form, columns)
    if item.count and columns.scale:
        row, taken = _count_row(item, inside, form, columns, height)
        parts += row
        height += taken
    described, height = description(item, inside, form, height)
    return Slice(height, (moved((*parts, *described), x, 0.0),))


def description(
    item: Incident, room: Room, form: Options, top: float
) -> tuple[tuple[Item, ...], float]:
    """What is said of an incident from ``top`` on, and where that ends."""
    style, items = form.style("text"), list[Item]()
    for paragraph in item.description.paragraphs if item.description else ():
        lines = room.lines(paragraph, style)
        items += room.stack(lines, style, 0.0, top)
        top += room.tall(lines, style)
    return tuple(items), top


def head(item: Incident, room: Room, form: Options, columns: Columns) -> tuple[list[Item], float]:
    """Date, organisation and kind on one line where they fit, otherwise one under the other.

    Without bars the count stands at the end of the line, too.
    """
    date, name = form.style("date"), form.style("organisation")
    parts: list[Item] = [*room.one_line(item.date, date, 0.0, 0.0)]
    left, gap, feed = columns.date + room.across(0.9), room.across(0.7), room.feed(name)
    under = left > room.width / 2
    if under:
        left = 0.0
    lines: tuple[Line, ...] = room.lines(item.organisation, name, room.width - left)
    rise = room.rise(lines, name, room.feed_of(lines, name))  # into the gap above the head
    parts += room.stack(lines, name, left, (feed if under else 0.0) - rise)
    rows = len(lines) + under
    end = left + lines[-1].width
    label = pill(room, item.kind, form.style("kind"), form.ink("pill")) if item.kind else None
    more = 0.0
    if label:
        higher = max(0.0, label.height - feed)  # with ruby
        beside = 0.0 if columns.scale or not item.count else gap + _count_width(item, room, form)
        if end + gap + label.width + beside > room.width:
            start = left if left + label.width + beside <= room.width else 0.0
            end, rows, more = start - gap, rows + 1, higher
        top = (rows - 0.5) * feed - (label.height + higher) / 2 + more
        parts.append(moved(label.items, end + gap, top)._replace(actual=f"・{item.kind}"))
        end += gap + label.width
    if item.count and not columns.scale:
        if end + gap + _count_width(item, room, form) > room.width:
            rows, more = rows + 1, more + _higher(form, room)
        shown, taken = _count_at_end(item, room, form, (rows - 1) * feed + more)
        parts.append(shown)
        rows += taken - 1
    return parts, rows * feed + more + (0.0 if columns.scale else room.down(0.1))


def _higher(form: Options, room: Room) -> float:
    """By how much a count is higher than the names it stands under."""
    size = form.style("count").size - form.style("organisation").size
    return max(0.0, size * room.unit * _CAP)


_CAP = 0.75
"""How high figures are, in ems."""


def _count_at_end(item: Incident, room: Room, form: Options, top: float) -> tuple[Group, int]:
    """The count at the right edge from the line box whose top is ``top``, and its lines."""
    spans = _count_spans(item, form)
    lines = room.setter.lines(spans, form.style("count"), room.width, room.unit)
    words = room.stack(lines, form.style("organisation"), 0.0, top)
    return Group(Pt(0), Pt(0), words, actual=f"({item.count})"), len(lines)


def _count_spans(item: Incident, form: Options) -> tuple[Span, ...]:
    text = item.count or ""
    count = read_count(text)
    if count is None:
        return spans_of(text, form.style("count-unit"))
    small, large = form.style("count-unit"), form.style("count")
    start = len(count.before)
    ends = ((start, small), (start + len(count.figures), large), (len(text), small))
    return parted(text, ends)


def _count_width(item: Incident, room: Room, form: Options) -> float:
    spans = _count_spans(item, form)
    return room.setter.width(spans, form.style("count"), room.unit)


def _count_row(
    item: Incident, room: Room, form: Options, columns: Columns, top: float
) -> tuple[list[Item], float]:
    """The bar in its track with the count at the right edge."""
    style = form.style("count")
    spans = _count_spans(item, form)
    lines = room.setter.lines(spans, style, room.width, room.unit)
    feed, clear = room.feed(style), room.down(0.05)
    words = room.stack(lines, style, 0.0, top + clear)
    parts: list[Item] = [Group(Pt(0), Pt(0), words, actual=f"({item.count})")]
    count = read_count(item.count or "")
    track = room.width - columns.count - room.across(0.6)
    if count and track > room.across(4):
        middle = top + clear + feed / 2
        parts = [*bar(room, form, track, count.value / columns.scale, middle), *parts]
    return parts, feed * len(lines) + clear


def bar(room: Room, form: Options, track: float, part: float, middle: float) -> list[Item]:
    """A bar that is ``part`` of its track, which is ``track`` points long."""
    height = room.down(0.44)
    y = middle - height / 2
    corner = height / 2
    whole = Rect(Pt(0), Pt(y), Pt(track), Pt(height))
    bar = whole._replace(width=Pt(track * part))
    end = min(corner, bar.width / 2)
    return [
        filled(rounded(whole, (0, corner, corner, 0)), form.ink("track")),
        filled(rounded(bar, (0, end, end, 0)), form.ink("bar")),
    ]
