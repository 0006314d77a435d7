"""Incidents as bars: the count large at the line's end, under it a bar of the whole measure."""

from layout.blocks.incidents import (
    Columns,
    Manner,
    bar,
    description,
    head,
    laid_out,
    read_count,
)
from layout.document import Incident, Incidents
from layout.forms.lettering import moved
from layout.forms.shapes import circle, filled, rectangle
from layout.frame import Item
from layout.galley import Case, Galley, Slice
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options

_BAR = 0.6
"""The room of a bar in steps: itself, and the white that parts it from what it counts."""
_CLEAR = 0.12
"""The white under a bar, in steps."""


def lay_out(block: Incidents, room: Room) -> Galley:
    """A timeline on a straight spine, a dot at every head."""
    return laid_out(block, room, Manner(_spine, _incident))


def _spine(room: Room, form: Options) -> Case:
    x, half, weight = room.across(0.5), room.down(0.5), room.across(0.26)

    def ground(_width: float, height: float, tops: tuple[float, ...]) -> tuple[Item, ...]:
        first = tops[0] + half
        line = Rect(Pt(x - weight / 2), Pt(first), Pt(weight), Pt(max(0.0, height - first)))
        ink, ring = form.ink("thread"), form.ink("ground")
        return (
            filled(rectangle(line), form.ink("rule")),
            *(filled(circle(x, top + half, room.across(0.62)), ring) for top in tops),
            *(filled(circle(x, top + half, room.across(0.46)), ink) for top in tops),
        )

    return Case(ground)


def _incident(item: Incident, room: Room, form: Options, columns: Columns) -> Slice:
    x = room.across(form.number("indent"))
    inside = room._replace(width=room.width - x)
    items, height = head(item, inside, form, columns._replace(scale=0.0))
    count = read_count(item.count or "")
    if count and columns.scale:
        middle = height + room.down(_BAR / 2)
        items += bar(room, form, inside.width, count.value / columns.scale, middle)
        height += room.down(_BAR + _CLEAR)
    described, height = description(item, inside, form, height)
    return Slice(height, (moved((*items, *described), x, 0.0),))
