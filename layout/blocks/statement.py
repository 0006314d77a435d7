"""The sender's own words on a matter, set apart and calm."""

from layout.blocks.card import inner, one_card
from layout.document import Statement
from layout.galley import NEVER, Galley, Slice
from layout.room import Room

_TALL = 12
"""The lines from which a card may be parted between two columns at all."""


def lay_out(block: Statement, room: Room) -> Galley:
    """A tinted card with its heading and its text, broken by phrases."""
    form = room.form("statement")
    x, inside = inner(room, form)
    heading, style = room.heading(form.style("heading")), form.style("text")
    pieces: list[Slice] = []
    if block.heading:
        lines = inside.lines(block.heading, heading)
        pieces += inside.running(lines, heading, x=x)
    many = len(block.text) * style.size * room.unit > _TALL * inside.width
    split = room.cost("split-card") if many else NEVER
    for paragraph in block.text.paragraphs:
        lines = inside.lines(paragraph, style)
        before = room.down(0.25) if pieces else 0.0
        pieces += inside.running(lines, style, x=x, before=before, part=NEVER, split=split)
    return one_card(room, form, tuple(pieces))
