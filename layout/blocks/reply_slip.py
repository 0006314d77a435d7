"""A slip to be cut off, filled in and sent back."""

from layout.blocks.heading import opened
from layout.document import ReplySlip
from layout.forms.icons import icon
from layout.forms.shapes import dashed, ruled
from layout.frame import Item
from layout.galley import Galley, Slice
from layout.room import Room
from layout.theme import Options


def lay_out(block: ReplySlip, room: Room) -> Galley:
    """A cut line, then heading, text and ruled fields; never parted: it is cut as one piece."""
    form = room.form("reply-slip")
    pieces: list[Slice] = [_cut_line(room, form)]
    for text, name in ((block.heading, "heading"), (block.text, "text")):
        if text:
            style = form.style(name)
            pieces += room.running(room.lines(text, style), style)
    style = form.style("field")
    labels = min(room.width * 0.45, max(room.text_width(text, style) for text in block.fields))
    pieces += (_field(text, room, form, labels) for text in block.fields)
    if block.return_to:
        style = form.style("field")
        lines = room.lines(block.return_to, style)
        pieces += room.running(lines, style, before=room.down(0.5))
    return opened(tuple(pieces), room, form)


def _cut_line(room: Room, form: Options) -> Slice:
    ink, y = form.ink("cut"), room.down(0.5)
    size = room.across(1.4)
    items: tuple[Item, ...] = (
        icon("scissors", (size / 2, y), size, ink, room.across(0.1)),
        dashed((size * 1.2, y), (room.width, y), ink, room.across(0.08)),
    )
    return Slice(room.down(1.25), items)


def _field(text: str, room: Room, form: Options, labels: float) -> Slice:
    style = form.style("field")
    height = room.down(1.6)
    lines = room.lines(text, style, labels + 0.01)
    top = height - room.feed(style)
    y = height - room.down(0.08)
    left = labels + room.across(0.6)
    rule = ruled((left, y), (room.width, y), form.ink("rule"), room.across(0.09))
    return Slice(top + room.tall(lines, style), (*room.stack(lines, style, 0.0, top), rule))
