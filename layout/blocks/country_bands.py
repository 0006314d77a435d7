"""Countries compared: verdicts on bands that point onwards, all flags in common columns."""

from collections.abc import Sequence
from math import floor

from layout.blocks.countries import Label, Manner, laid_out
from layout.document import Countries, CountryGroup
from layout.forms.drawing import contained
from layout.forms.lettering import moved
from layout.forms.shapes import circle, filled, polygon
from layout.frame import Frame, Group, Item
from layout.galley import Galley, Slice
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options

_INSET, _POINT, _APART = 0.9, 0.8, 0.8
"""In units: text from the band's left edge, its point, columns from each other."""
_HIGHER = 0.45
"""By how much a band is higher than the words on it, in steps."""


def lay_out(block: Countries, room: Room) -> Galley:
    """The heading, then a band for each verdict with its countries under it."""
    return laid_out(block, room, Manner(_band, lambda _room, _form: None, _pitch))


def _pitch(labels: Sequence[Label], room: Room) -> float | None:
    """As many columns as find room, over the whole width."""
    gap, widest = room.across(_APART), max(label.wide for label in labels)
    columns = max(1, floor((room.width + gap) / (widest + gap)))
    return (room.width + gap) / columns


def _band(group: CountryGroup, room: Room, form: Options, x: float) -> Slice:
    style = room.heading(form.style("verdict"))
    drawing = room.drawing(group.art)
    left = room.across(_INSET)
    side = room.feed(style) * 1.2
    text_x = left + (side + room.across(0.5) if drawing else 0.0)
    lines = room.lines(group.verdict, style, room.width - text_x - room.across(_POINT + 0.3))
    height = room.tall(lines, style) + room.down(_HIGHER)
    wide, point = room.width, room.across(_POINT)
    corners = ((0.0, 0.0), (wide - point, 0.0), (wide, height / 2), (wide - point, height))
    shape = polygon((*corners, (0.0, height)))
    items: list[Item] = [filled(shape, form.ink("band"))]
    if drawing:
        items.append(_sign(drawing, room, form, left, (height - side) / 2, side))
    items += room.stack(lines, style, text_x, room.down(_HIGHER / 2))
    return Slice(height + room.down(_UNDER), (moved(tuple(items), x, 0.0),))


_UNDER = 0.1
"""The white under a band, besides that over flags, in steps."""


def _sign(drawing: Frame, room: Room, form: Options, x: float, y: float, side: float) -> Group:
    """A drawing on a disc, in whose inks it can be seen on any band."""
    half, inset = side / 2, side * 0.16
    disc = filled(circle(x + half, y + half, half), form.ink("ink"))
    inner = Rect(Pt(x + inset), Pt(y + inset), Pt(side - 2 * inset), Pt(side - 2 * inset))
    shown = contained(drawing, inner)
    return Group(Pt(0), Pt(0), (disc, *room.window(inner, lambda _zone: (shown,))))
