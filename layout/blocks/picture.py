"""Pictures by their captions; a leaflet without the picture is still composed."""

from layout.blocks.heading import opened
from layout.document import Illustration, Photo
from layout.forms.drawing import contained
from layout.forms.lettering import moved, pill
from layout.forms.ornament import waterside
from layout.forms.shapes import evenly_rounded, filled, rectangle
from layout.frame import Clip, Group, Image, Item
from layout.galley import Galley, Slice
from layout.geometry import Pt, Rect
from layout.raster import Picture
from layout.room import Room
from layout.theme import Options


def lay_out_illustration(block: Illustration, room: Room) -> Galley:
    """The caption on a pill that laps over the foot of its drawing, or of ornament."""
    form = room.form("illustration")
    style = room.swollen(form.style("caption"), form)
    inset = room.across(1.2)
    inside = room._replace(width=room.width - 2 * inset)
    label = pill(inside, block.caption, style, form.ink("ink"), 0.9, 1.9)
    low, tall = form.number("low"), form.number("tall")
    drawing = room.setter.artwork.get(str(block.art)) if block.art else None
    if drawing is not None:
        natural = room.width * drawing.height / drawing.width / room.step
        low, tall = max(low, min(natural, tall) * _SMALLER), max(low, min(natural, tall))
    height = room.down(round(2 * (low + (tall - low) * room.swell)) / 2)
    zone = Rect(Pt(0), Pt(0), Pt(room.width), Pt(height))
    view = _ornament(room, zone) if drawing is None else ()
    if drawing is not None:
        window = evenly_rounded(zone, room.across(1.2))
        shown = (filled(window, form.ink("ground")), contained(drawing, zone))
        view = (Group(Pt(0), Pt(0), (Clip(window, shown),), role="figure"),)
    items: tuple[Item, ...] = (
        *view,
        moved(label.items, inset, height - label.height * 0.6)._replace(role="sign"),
    )
    return opened((Slice(height + label.height * 0.4, items),), room, form)


_SMALLER = 0.85
"""How far a drawing may shrink where copy is long, in parts of its height at full width."""


def _ornament(room: Room, zone: Rect) -> tuple[Item, ...]:
    """What stands for a picture that is not there, in its own inks on any ground."""
    return (Group(Pt(0), Pt(0), waterside(room, room.form("cover"), zone), role="sign"),)


def lay_out_photo(block: Photo, room: Room) -> Galley:
    """Caption and credit under the picture, or under ornament where there is none."""
    form = room.form("photo")
    picture = room.setter.pictures.get(str(block.file))
    if picture is None:
        zone = Rect(Pt(0), Pt(0), Pt(room.width), Pt(room.down(form.number("height"))))
        drawn: tuple[Item, ...] = _ornament(room, zone)
    else:
        zone = Rect(Pt(0), Pt(0), Pt(room.width), Pt(_height(picture, room, form)))
        drawn = (_filling(picture, block, zone),)
    pieces: list[Slice] = [Slice(zone.height + room.down(0.25), drawn)]
    for text, name in ((block.caption, "caption"), (block.credit, "credit")):
        if text:
            style = form.style(name)
            pieces += room.running(room.lines(text, style), style)
    return opened(tuple(pieces), room, form)


def _height(picture: Picture, room: Room, form: Options) -> float:
    """The picture's own height at full width, within the form's least and three quarters of
    the width, in whole half steps."""
    natural = room.width * picture.height / picture.width
    wanted = max(min(natural, room.width * _TALLEST), room.down(form.number("height")))
    return max(1, round(wanted / room.step * 2)) * room.step / 2


_TALLEST = 0.75


def _filling(picture: Picture, block: Photo, zone: Rect) -> Group:
    """The picture over the whole of a zone, what does not fit it cut off evenly on both sides."""
    scale = max(zone.width / picture.width, zone.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    left, top = (zone.width - width) / 2, (zone.height - height) / 2
    name, alt = str(block.file), str(block.alt or block.caption or "")
    image = Image(name, Pt(left), Pt(top), Pt(width), Pt(height), alt)
    return Group(Pt(0), Pt(0), (Clip(rectangle(zone), (image,)),), role="figure")
