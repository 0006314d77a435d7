"""Pictures by their captions; a leaflet without the picture is still composed."""

from layout.blocks.heading import opened
from layout.document import Illustration, Photo
from layout.forms.lettering import moved, pill
from layout.forms.shapes import circle, drawn, filled, ruled, through
from layout.frame import Item
from layout.galley import Galley, Slice
from layout.geometry import Em
from layout.room import Room


def lay_out_illustration(block: Illustration, room: Room) -> Galley:
    """The caption on a pill, with the thread running on from it."""
    form = room.form("illustration")
    style = room.swollen(form.style("caption"), form)
    natural = room.text_width(block.caption, style) + room.across(3.0)
    if natural > room.width:
        style = style._replace(size=Em(style.size * room.width / natural))
    label = pill(room, block.caption, style, form.ink("ink"), 0.9, 2.0)
    height = max(label.height, room.down(2.0))
    top = (height - label.height) / 2
    items = (*_tail(room, label.width, height / 2), moved(label.items, 0.0, top))
    return opened((Slice(height, items),), room, form)


def _tail(room: Room, start: float, middle: float) -> tuple[Item, ...]:
    """A thread from the pill to the right edge, with a knot at its end; none where it is short."""
    form = room.form("illustration")
    radius = room.across(0.42)
    end = room.width - radius
    if end - start < room.across(4):
        return ()
    ink, weight, sway = form.ink("thread"), room.across(0.2), room.down(0.45)
    span = end - start
    points = (
        (start - radius, middle),
        (start + span * 0.2, middle + sway),
        (start + span * 0.5, middle - sway),
        (start + span * 0.8, middle + sway * 0.6),
        (end, middle),
    )
    return (drawn(through(points), ink, weight), filled(circle(end, middle, radius), ink))


def lay_out_photo(block: Photo, room: Room) -> Galley:
    """The caption and the credit under a fine rule."""
    form = room.form("photo")
    pieces: list[Slice] = [
        Slice(
            room.down(0.5),
            (ruled((0.0, 0.0), (room.width, 0.0), form.ink("rule"), room.across(0.1)),),
        )
    ]
    for text, name in ((block.caption, "caption"), (block.credit, "credit")):
        if text:
            style = form.style(name)
            pieces += room.running(room.lines(text, style), style)
    return opened(tuple(pieces), room, form)
