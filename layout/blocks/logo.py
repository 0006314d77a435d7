"""An organisation's logo, in its own colours on a plate of paper."""

from layout.document import Contact
from layout.forms.drawing import contained
from layout.forms.shapes import evenly_rounded, filled
from layout.frame import PAPER, Frame, Group, Image, Item
from layout.geometry import Pt, Rect
from layout.pictures import logo_key
from layout.room import Room

_NOTHING = Frame(Pt(0), Pt(0), ())
_WIDEST = 0.3
"""The most of the width that a logo takes."""
_TALL = 2.75
"""Its height in steps, where it is not so wide that it is lower."""
_PAD = 0.35
_GAP = 0.8
"""The paper about a logo and the white beside it, in units."""


def logo(block: Contact, room: Room) -> Frame:
    """The logo of a contact with the white at its left; nothing where there is none."""
    name = str(block.logo or "")
    drawing = room.setter.artwork.get(logo_key(name))
    picture = room.setter.pictures.get(name)
    if drawing is None and picture is None:
        return _NOTHING
    shape = drawing or picture
    assert shape is not None
    pad, gap = room.across(_PAD), room.across(_GAP)
    scale = min(
        (room.width * _WIDEST - 2 * pad) / shape.width, (room.down(_TALL) - 2 * pad) / shape.height
    )
    width, height = shape.width * scale, shape.height * scale
    box = Rect(Pt(gap + pad), Pt(pad), Pt(width), Pt(height))
    plate = Rect(Pt(gap), Pt(0), Pt(width + 2 * pad), Pt(height + 2 * pad))
    shown: Item = Image(name, box.x, box.y, box.width, box.height)
    if drawing is not None:
        shown = contained(drawing, box)
    ground = filled(evenly_rounded(plate, room.across(0.3)), PAPER)
    items = (Group(Pt(0), Pt(0), (ground, shown), role="sign"),)
    return Frame(Pt(gap + plate.width), Pt(plate.height), items)
