"""Countries compared: one card a verdict, tied together by a thread."""

from layout.blocks.card import carded
from layout.document import Countries, Country, CountryGroup
from layout.forms.lettering import moved
from layout.forms.shapes import circle, dotted, evenly_rounded, filled
from layout.forms.thread import link
from layout.frame import Item
from layout.galley import NEVER, Galley, Joint, Slice
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options


def lay_out(block: Countries, room: Room) -> Galley:
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
    for index, group in enumerate(block.groups):
        follows = index > 0
        before = form.number("before") if follows or not pieces else 0.5
        cost = "split-list" if follows else "part-from-previous"
        first, *others = _card(group, room, form)
        pieces.append(
            first._replace(
                before=room.gap(before),
                stretch=form.number("stretch") if follows or not pieces else 0.0,
                part=NEVER if pieces and not follows else room.cost(cost),
                joint=_joint(room, form) if follows else None,
            )
        )
        pieces += others
    return tuple(pieces)


def _joint(room: Room, form: Options) -> Joint:
    x, ink = room.across(2.0), form.ink("thread")
    return lambda gap: link(x, gap, ink, room.across(0.2))


def _card(group: CountryGroup, room: Room, form: Options) -> Galley:
    pad = room.across(form.number("pad"))
    inside = room._replace(width=room.width - 2 * pad)
    pieces: list[Slice] = [_verdict(group, inside, form, pad)]
    plain = [country for country in group.countries if not country.note]
    if plain:
        pieces.append(_names(plain, inside, form, pad))
    noted = [country for country in group.countries if country.note]
    name, inset = form.style("name"), room.across(1.2)
    widest = max((room.text_width(country.name, name) for country in noted), default=0.0)
    columns = max(widest + inset, room.across(form.number("name-measure")))
    pieces += [
        _noted(country, inside, form, pad, bool(plain or index), columns)
        for index, country in enumerate(noted)
    ]
    if group.note:
        style = form.style("note")
        lines = inside.lines(group.note, style)
        pieces += inside.running(lines, style, x=pad, before=room.down(0.5))
    grows = form.number("grows")
    return carded(room, form, tuple(pieces), room.down(0.5), stretch=grows)


def _verdict(group: CountryGroup, room: Room, form: Options, x: float) -> Slice:
    style = room.heading(form.style("verdict"))
    text_x = room.across(1.4)
    lines = room.lines(group.verdict, style, room.width - text_x)
    knot = circle(room.across(0.42), room.feed(style) / 2, room.across(0.42))
    items = (filled(knot, form.ink("thread")), *room.stack(lines, style, text_x))
    return Slice(room.tall(lines, style), (moved(items, x, 0.0),))


def _names(countries: list[Country], room: Room, form: Options, x: float) -> Slice:
    """The names as pills, as many to a row as find room."""
    style, height = form.style("name"), room.down(1.25)
    gap, row = room.across(0.6), room.down(1.5)
    items: list[Item] = []
    left, top = 0.0, room.down(0.25)
    for country in countries:
        width = room.text_width(country.name, style) + room.across(1.8)
        if left and left + width > room.width:
            left, top = 0.0, top + row
        shape = evenly_rounded(Rect(Pt(left), Pt(top), Pt(width), Pt(height)), room.across(0.5))
        items.append(filled(shape, form.ink("pill")))
        items += room.one_line(country.name, style, left + room.across(0.9), top, height)
        left += width + gap
    return Slice(top + height + room.down(0.25), (moved(tuple(items), x, 0.0),))


def _noted(
    country: Country, room: Room, form: Options, x: float, ruled: bool, columns: float
) -> Slice:
    """The name on its pill, what is to be said of it beside it, or under it in a narrow column."""
    name, note = form.style("name"), form.style("note")
    gap, inset = room.across(0.9), room.across(0.6)
    label_width = columns
    left, top = label_width + gap, room.down(0.5) if ruled else room.down(0.25)
    under = room.width - left < room.across(form.number("note-least"))
    if under:
        label_width = min(room.width, room.text_width(country.name, name) + 2 * inset)
    names = room.lines(country.name, name, label_width - 2 * inset + 0.01)
    label_height = room.tall(names, name) + room.down(0.25)
    label = Rect(Pt(0), Pt(top), Pt(label_width), Pt(label_height))
    note_left = 0.0 if under else left
    note_top = top + (label_height + room.down(0.15) if under else 0.0)
    text = country.note.paragraphs if country.note else ()
    lines = [line for part in text for line in room.lines(part, note, room.width - note_left)]
    items: list[Item] = [
        filled(evenly_rounded(label, room.across(0.5)), form.ink("pill")),
        *room.stack(names, name, inset, top + room.down(0.125)),
        *room.stack(lines, note, note_left, note_top),
    ]
    if ruled:
        y = room.down(0.25)
        items.append(dotted((0.0, y), (room.width, y), form.ink("dots"), room.across(0.1)))
    note_bottom = note_top + room.tall(lines, note)
    height = max(top + label_height, note_bottom) + room.down(0.25)
    return Slice(height, (moved(tuple(items), x, 0.0),), part=room.cost("split-card"))
