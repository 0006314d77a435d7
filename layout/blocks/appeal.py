"""The sentence a reader should take home."""

from layout.blocks.heading import opened
from layout.document import Appeal
from layout.galley import Galley
from layout.room import Room


def lay_out(block: Appeal, room: Room) -> Galley:
    """Display lines; never parted."""
    form = room.form("appeal")
    style = room.heading(room.swollen(form.style("text"), form))
    return opened(room.running(room.lines(block.text, style), style), room, form)
