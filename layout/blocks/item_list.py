"""A list of points, numbered or not, with hanging indents."""

from layout.blocks.heading import barred, opened
from layout.document import ItemList
from layout.forms.shapes import circle, filled
from layout.frame import Item
from layout.galley import Galley, Slice
from layout.room import Room
from layout.theme import Options


def lay_out(block: ItemList, room: Room) -> Galley:
    """The heading, then each point line by line."""
    form = room.form("list")
    pieces: list[Slice] = list(
        barred(block.heading, room, form, room.heading(form.style("heading")))
    )
    for index, text in enumerate(block.items):
        number = f"{index + 1}" if block.numbered else ""
        pieces += _point(text, number, room, form, first=not pieces)
    return opened(tuple(pieces), room, form)


def _point(text: str, number: str, room: Room, form: Options, first: bool) -> Galley:
    style = form.style("text")
    x = room.across(1.6)
    lines = room.running(
        room.lines(text, style, room.width - x),
        style,
        x=x,
        before=0.0 if first else room.gap(form.number("item-before")) / 2,
        part=room.cost("split-list"),
        split=room.cost("split-text"),
    )
    head, *others = lines
    mark = _number(number, room, form) if number else _dot(room, form)
    return (head._replace(items=(*mark, *head.items)), *others)


def _number(number: str, room: Room, form: Options) -> tuple[Item, ...]:
    style = room.inked(form.style("number"), form.ink("mark"))
    return room.one_line(number, style, 0.0, 0.0, room.feed(form.style("text")))


def _dot(room: Room, form: Options) -> tuple[Item, ...]:
    middle = room.feed(form.style("text")) / 2
    return (filled(circle(room.across(0.5), middle, room.across(0.26)), form.ink("mark")),)
