"""Countries compared: one card a verdict, tied together by a thread.

A country stands by its flag, the name beneath it; all flags are of one height.  Where a leaflet
names no flags, the names stand on pills.
"""

from collections.abc import Callable, Sequence

from layout.blocks.card import carded
from layout.document import Countries, Country, CountryGroup, Text
from layout.forms.drawing import contained, flag
from layout.forms.lettering import moved
from layout.forms.shapes import circle, dotted, evenly_rounded, filled
from layout.forms.thread import link
from layout.frame import Frame, Group, Item
from layout.galley import NEVER, Galley, Joint, Slice
from layout.geometry import Pt, Rect
from layout.pictures import flag_key
from layout.room import Room
from layout.theme import Options
from layout.values import NamedTuple


class Manner(NamedTuple):
    """How a form of countries draws: the verdict of a group, what ties it to the one before, and
    how far flags begin from each other (None: as their names ask)."""

    verdict: Callable[[CountryGroup, Room, Options, float], Slice]
    joint: Callable[[Room, Options], Joint | None]
    pitch: Callable[[Sequence["Label"], Room], float | None]


def lay_out(block: Countries, room: Room) -> Galley:
    """Cards tied together by a thread."""
    return laid_out(block, room, Manner(_verdict, _joint, lambda _labels, _room: None))


def laid_out(block: Countries, room: Room, manner: Manner) -> Galley:
    """The heading, then the cards; a column may break between cards, and dearly between rows."""
    form = room.form("countries")
    pieces: list[Slice] = []
    if block.heading:
        style = form.style("heading")
        pieces += room.running(
            room.lines(block.heading, style),
            style,
            before=room.gap(form.number("before")),
            part=room.cost("part-from-previous"),
        )
        pieces[0] = pieces[0]._replace(stretch=form.number("stretch"))
    high = _flag_height(block, room, form)
    pitch = _pitch(block, room, form, manner, high)
    for index, group in enumerate(block.groups):
        follows = index > 0
        before = form.number("before") if follows or not pieces else 0.5
        cost = "split-list" if follows else "part-from-previous"
        first, *others = _card(group, room, form, manner, high, pitch)
        pieces.append(
            first._replace(
                before=room.gap(before),
                stretch=form.number("stretch") if follows or not pieces else 0.0,
                part=NEVER if pieces and not follows else room.cost(cost),
                joint=manner.joint(room, form) if follows else None,
            )
        )
        pieces += others
    return tuple(pieces)


def _joint(room: Room, form: Options) -> Joint:
    x, ink = room.across(2.0), form.ink("thread")
    return lambda gap: link(x, gap, ink, room.across(0.2))


def _pitch(
    block: Countries, room: Room, form: Options, manner: Manner, high: float
) -> float | None:
    inside = _inside(room, form)
    every = [_label(each, inside, form, high) for group in block.groups for each in group.countries]
    return manner.pitch(every, inside) if all(label.flag for label in every) else None


def _inside(room: Room, form: Options) -> Room:
    return room._replace(width=room.width - 2 * room.across(form.number("pad")))


def _card(
    group: CountryGroup,
    room: Room,
    form: Options,
    manner: Manner,
    high: float,
    pitch: float | None,
) -> Galley:
    pad = room.across(form.number("pad"))
    inside = _inside(room, form)
    pieces: list[Slice] = [manner.verdict(group, inside, form, pad)]
    plain = [country for country in group.countries if not country.note]
    labels = [_label(country, inside, form, high) for country in plain]
    if labels:
        flagged = all(label.flag for label in labels)  # no name stands under a hole
        if flagged:
            pieces.append(_flags(labels, inside, form, pad, pitch))
        else:
            pieces.append(_names(labels, inside, form, pad))
    noted = [
        (country, _label(country, inside, form, high))
        for country in group.countries
        if country.note
    ]
    widest = max((_pill_width(label, room) for _, label in noted), default=0.0)
    columns = max(widest, room.across(form.number("name-measure")))
    if pitch is not None:
        columns = max(widest, pitch - room.across(_BESIDE))
    pieces += [
        _noted(country, label, inside, form, pad, bool(plain or index), columns)
        for index, (country, label) in enumerate(noted)
    ]
    if group.note:
        style = form.style("note")
        lines = inside.lines(group.note, style)
        pieces += inside.running(lines, style, x=pad, before=room.down(0.5))
    grows = form.number("grows")
    return carded(room, form, tuple(pieces), room.down(_PAD), stretch=grows)


def _verdict(group: CountryGroup, room: Room, form: Options, x: float) -> Slice:
    style = room.heading(form.style("verdict"))
    drawing = room.drawing(group.art)
    side = room.feed(style) * _ICON
    text_x = side + room.across(0.6) if drawing else room.across(1.4)
    lines = room.lines(group.verdict, style, room.width - text_x)
    mark: Item = filled(
        circle(room.across(0.42), room.feed(style) / 2, room.across(0.42)), form.ink("thread")
    )
    if drawing:
        box = Rect(Pt(0), Pt((room.feed(style) - side) / 2), Pt(side), Pt(side))
        mark = Group(Pt(0), Pt(0), room.window(box, lambda zone: (contained(drawing, zone),)))
    items = (mark, *room.stack(lines, style, text_x))
    return Slice(room.tall(lines, style), (moved(items, x, 0.0),))


_UNDER_VERDICT = 0.45
"""The white between a verdict and the flags under it, in steps."""
_PAD = 0.75
"""The padding of a card over and under what stands on it, in steps."""
_ICON = 1.25
"""The side of a drawing before a verdict, in the verdict's line feeds."""


class Label(NamedTuple):
    """A country's name with its width, and its flag, if there is one, with its size."""

    name: Text
    width: float
    flag: Frame | None
    flag_width: float
    flag_height: float

    @property
    def wide(self) -> float:
        return max(self.width, self.flag_width)


def _label(country: Country, room: Room, form: Options, height: float) -> Label:
    drawing = _drawing(country, room)
    width = room.text_width(country.name, form.style("name"))
    flag_width = drawing.width / drawing.height * height if drawing else 0.0
    return Label(country.name, width, drawing, flag_width, height)


def _drawing(country: Country, room: Room) -> Frame | None:
    return room.setter.artwork.get(flag_key(country.flag)) if country.flag else None


def _flag_height(block: Countries, room: Room, form: Options) -> float:
    """The height of all flags: the form's, or the most below it at which each group stands in
    one row, if there is one."""
    most = room.down(form.number("flag-height"))
    width = room.width - 2 * room.across(form.number("pad"))
    groups = [[one for one in group.countries if not one.note] for group in block.groups]
    for part in _SMALLER:
        rows = [[_label(one, room, form, most * part).wide for one in group] for group in groups]
        if all(sum(row) + room.across(_GAP) * (len(row) - 1) <= width for row in rows):
            return most * part
    return most


_GAP = 0.8
"""How far flags stand apart, in units."""
_BESIDE = 0.9
"""The white between a country and what is said of it, in units."""
_SMALLER = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""How small flags become to stand in one row, in parts of the form's height."""


def _pill_width(label: Label, room: Room) -> float:
    return label.flag_width if label.flag else label.width + room.across(1.2)


def _flag(label: Label, room: Room, form: Options, x: float, y: float) -> tuple[Item, ...]:
    if label.flag is None:
        return ()
    line = max(_THINNEST, room.across(0.04))
    return (flag(label.flag, x, y, label.flag_height, form.ink("flag-line"), line),)


_THINNEST = 0.3
"""The thinnest rule that prints surely, in points."""


def _flags(labels: list[Label], room: Room, form: Options, x: float, pitch: float | None) -> Slice:
    """Flags over their names, as many to a row as find room, ``pitch`` points from each other."""
    style, high = form.style("name"), labels[0].flag_height
    gap, row = room.across(_GAP), high + room.down(1.0)
    items: list[Item] = []
    left, top = 0.0, room.down(_UNDER_VERDICT)
    for label in labels:
        if left and left + label.wide > room.width:
            left, top = 0.0, top + row + room.down(0.25)
        items += _flag(label, room, form, left, top)
        items += room.one_line(label.name, style, left, top + high + room.down(0.125))
        left += label.wide + gap if pitch is None else pitch
    return Slice(top + row, (moved(tuple(items), x, 0.0),))


def _names(labels: list[Label], room: Room, form: Options, x: float) -> Slice:
    """The names as pills, as many to a row as find room."""
    style, height = form.style("name"), room.down(1.25)
    gap, row = room.across(0.6), room.down(1.5)
    items: list[Item] = []
    left, top = 0.0, room.down(0.25)
    for label in labels:
        width = label.width + room.across(1.8)
        if left and left + width > room.width:
            left, top = 0.0, top + row
        shape = evenly_rounded(Rect(Pt(left), Pt(top), Pt(width), Pt(height)), room.across(0.5))
        items.append(filled(shape, form.ink("pill")))
        items += room.one_line(label.name, style, left + room.across(0.9), top, height)
        left += width + gap
    return Slice(top + height + room.down(0.25), (moved(tuple(items), x, 0.0),))


def _noted(
    country: Country,
    label: Label,
    room: Room,
    form: Options,
    x: float,
    ruled: bool,
    columns: float,
) -> Slice:
    """The country, and what is to be said of it beside it, or under it in a narrow column."""
    note = form.style("note")
    left, top = columns + room.across(_BESIDE), room.down(0.5 if ruled else _UNDER_VERDICT)
    under = room.width - left < room.across(form.number("note-least"))
    width = min(room.width, _pill_width(label, room)) if under else columns
    show = (_beside if under else _signed) if label.flag else _on_pill
    signed, label_height = show(label, room, form, top, width)
    note_left = 0.0 if under else left
    note_top = top + (label_height + room.down(0.15) if under else 0.0)
    text = country.note.paragraphs if country.note else ()
    lines = [line for part in text for line in room.lines(part, note, room.width - note_left)]
    items: list[Item] = [*signed, *room.stack(lines, note, note_left, note_top)]
    if ruled:
        y = room.down(0.25)
        items.append(dotted((0.0, y), (room.width, y), form.ink("dots"), room.across(0.1)))
    note_bottom = note_top + room.tall(lines, note)
    height = max(top + label_height, note_bottom) + room.down(0.25)
    return Slice(height, (moved(tuple(items), x, 0.0),), part=room.cost("split-card"))


def _signed(
    label: Label, room: Room, form: Options, top: float, width: float
) -> tuple[tuple[Item, ...], float]:
    """The flag over the name, and their height."""
    style, high = form.style("name"), label.flag_height + room.down(0.125)
    names = room.lines(label.name, style, max(width, label.flag_width) + 0.01)
    items = (*_flag(label, room, form, 0.0, top), *room.stack(names, style, 0.0, top + high))
    return items, high + room.tall(names, style)


def _beside(
    label: Label, room: Room, form: Options, top: float, _width: float
) -> tuple[tuple[Item, ...], float]:
    """The flag and the name to its right, and their height."""
    style, left = form.style("name"), label.flag_width + room.across(_GAP)
    names = room.lines(label.name, style, room.width - left)
    height = max(label.flag_height, room.tall(names, style))
    down = top + (height - room.tall(names, style)) / 2
    items = (*_flag(label, room, form, 0.0, top), *room.stack(names, style, left, down))
    return items, height + room.down(0.125)


def _on_pill(
    label: Label, room: Room, form: Options, top: float, width: float
) -> tuple[tuple[Item, ...], float]:
    """The name on a pill, and its height."""
    style, inset = form.style("name"), room.across(0.6)
    names = room.lines(label.name, style, width - 2 * inset + 0.01)
    height = room.tall(names, style) + room.down(0.25)
    box = Rect(Pt(0), Pt(top), Pt(width), Pt(height))
    ground = filled(evenly_rounded(box, room.across(0.5)), form.ink("pill"))
    return (ground, *room.stack(names, style, inset, top + room.down(0.125))), height
