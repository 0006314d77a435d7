"""A meeting to come to."""

from layout.blocks.card import inner, one_card
from layout.document import Event
from layout.forms.icons import icon
from layout.forms.lettering import moved, pill
from layout.frame import Item
from layout.galley import Galley, Slice
from layout.room import Room
from layout.theme import Options


def lay_out(block: Event, room: Room) -> Galley:
    """An outlined card: label, title, then date, time and place beside their icons."""
    form = room.form("event")
    x, inside = inner(room, form)
    pieces: list[Slice] = []
    if block.heading:
        style = room.inked(form.style("label"), form.ink("label-ink"))
        label = pill(room, block.heading, style, form.ink("label-ground"), 1.0)
        shown = moved(label.items, x, room.down(0.1))
        pieces.append(Slice(label.height + room.down(0.35), (shown,)))
    title = room.heading(form.style("title"))
    pieces += inside.running(inside.lines(block.title, title), title, x=x)
    lines = (("calendar", block.date), ("clock", block.time), ("pin", block.place))
    pieces += (_line(name, text, inside, form, x) for name, text in lines if text)
    if block.note:
        style = form.style("text")
        shown_lines = inside.lines(block.note, style)
        pieces += inside.running(shown_lines, style, x=x, before=room.down(0.25))
    return one_card(room, form, tuple(pieces), form.ink("line"))


def _line(name: str, text: str, room: Room, form: Options, x: float) -> Slice:
    style, left = form.style("when"), room.across(2.0)
    lines = room.lines(text, style, room.width - left)
    size = room.across(1.35)
    sign = icon(name, (size / 2, room.feed(style) / 2), size, form.ink("line"), room.across(0.11))
    rise = room.rise(lines, style, room.feed_of(lines, style))  # into the gap above
    items: tuple[Item, ...] = (sign, *room.stack(lines, style, left, -rise))
    return Slice(room.tall(lines, style) - rise, (moved(items, x, 0.0),), before=room.down(0.25))
