"""Pictures by their captions; a leaflet without the picture is still composed."""

from layout.blocks.heading import opened
from layout.document import Illustration, Photo
from layout.forms.lettering import moved, pill
from layout.forms.ornament import waterside
from layout.frame import Item
from layout.galley import Galley, Slice
from layout.geometry import Pt, Rect
from layout.room import Room


def lay_out_illustration(block: Illustration, room: Room) -> Galley:
    """The caption on a pill that laps over the foot of its picture (for now, of ornament)."""
    form = room.form("illustration")
    style = room.swollen(form.style("caption"), form)
    inset = room.across(1.2)
    inside = room._replace(width=room.width - 2 * inset)
    label = pill(inside, block.caption, style, form.ink("ink"), 0.9, 1.9)
    low, tall = form.number("low"), form.number("tall")
    height = room.down(round(2 * (low + (tall - low) * room.swell)) / 2)
    zone = Rect(Pt(0), Pt(0), Pt(room.width), Pt(height))
    items: tuple[Item, ...] = (
        *waterside(room, room.form("cover"), zone),
        moved(label.items, inset, height - label.height * 0.6),
    )
    return opened((Slice(height + label.height * 0.4, items),), room, form)


def lay_out_photo(block: Photo, room: Room) -> Galley:
    """Caption and credit under the picture (for now, under ornament in its place)."""
    form = room.form("photo")
    height = room.down(form.number("height"))
    zone = Rect(Pt(0), Pt(0), Pt(room.width), Pt(height))
    pieces: list[Slice] = [
        Slice(height + room.down(0.25), waterside(room, room.form("cover"), zone))
    ]
    for text, name in ((block.caption, "caption"), (block.credit, "credit")):
        if text:
            style = form.style(name)
            pieces += room.running(room.lines(text, style), style)
    return opened(tuple(pieces), room, form)
