"""Plain running text under a heading."""

from layout.blocks.heading import barred, opened
from layout.document import Section
from layout.galley import NEVER, Galley, Slice
from layout.room import Room


def lay_out(block: Section, room: Room) -> Galley:
    """The heading as one slice, then the paragraphs line by line."""
    form = room.form("section")
    style, split = form.style("text"), room.cost("split-text")
    text: list[Slice] = []
    for index, paragraph in enumerate(block.text.paragraphs):
        lines = room.lines(paragraph, style)
        text += room.running(lines, style, part=split if index else NEVER, split=split)
    head = barred(block.heading, room, form, room.heading(form.style("heading")))
    if head and text:
        text[0] = text[0]._replace(before=room.down(0.25))
    return opened((*head, *text), room, form)
