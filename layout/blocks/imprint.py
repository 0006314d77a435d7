"""Who publishes the leaflet, and the slot for the printers' union label."""

from layout.blocks.heading import opened
from layout.document import Imprint, UnionLabel, joined
from layout.forms.shapes import dashed_box, ruled
from layout.frame import Item
from layout.galley import Galley, Slice
from layout.geometry import Pt, Rect
from layout.room import Room


def lay_out(block: Imprint, room: Room) -> Galley:
    """Small lines under a fine rule: publisher, edition and date, note."""
    form = room.form("imprint")
    style = form.style("text")
    rule = ruled((0.0, 0.0), (room.width, 0.0), form.ink("rule"), room.across(0.1))
    pieces: list[Slice] = [Slice(room.down(0.3), (rule,))]
    apart = ("　",) if block.edition and block.date else ()
    edition = joined((block.edition or "", *apart, block.date or ""))
    for text in (joined(("発行　", block.publisher)), edition, block.note):
        if text:
            pieces += room.running(room.lines(text, style), style)
    return opened(tuple(pieces), room, form)


def lay_out_label(block: UnionLabel, room: Room) -> Galley:
    """A box the size of the label (14 × 9 mm at least) with the words beside it."""
    form = room.form("union-label")
    style = form.style("text")
    width, height = max(room.across(4.2), 39.7), max(room.down(1.5), 25.5)
    box = dashed_box(Rect(Pt(0), Pt(0), Pt(width), Pt(height)), form.ink("line"), room.across(0.08))
    left = width + room.across(0.8)
    lines = room.lines(block.text, style, room.width - left)
    text_height = room.tall(lines, style)
    tall = max(height, text_height)
    items: tuple[Item, ...] = (
        box,
        *room.stack(lines, style, left, (tall - text_height) / 2),
    )
    return opened((Slice(tall, items),), room, form)
