"""The sender's own words on a matter, set apart and calm."""

from layout.blocks.card import inner, one_card
from layout.document import Statement
from layout.galley import NEVER, Galley, Slice
from layout.room import Room


def lay_out(block: Statement, room: Room) -> Galley:
    """A tinted card with its heading and its text, broken by phrases."""
    form = room.form("statement")
    x, inside = inner(room, form)
    heading, style = room.heading(form.style("heading")), form.style("text")
    pieces: list[Slice] = []
    if block.heading:
        lines = inside.lines(block.heading, heading)
        pieces += inside.running(lines, heading, x=x)
    split = room.cost("split-text")
    for paragraph in block.text.paragraphs:
        lines = inside.lines(paragraph, style)
        before = room.down(0.25) if pieces else 0.0
        pieces += inside.running(lines, style, x=x, before=before, part=NEVER, split=split)
    return one_card(room, form, tuple(pieces))
