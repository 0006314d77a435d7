"""Topic-neutral ornament: what stands where a leaflet brings no picture of its own."""

from layout.forms.shapes import (
    circle,
    evenly_rounded,
    filled,
    half_disc,
    rounded,
    rounded_top,
    ruled,
)
from layout.frame import Clip, Item, Path, Stroke
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options


def seascape(room: Room, form: Options, zone: Rect) -> tuple[Item, ...]:
    """A window on a sun over 青海波."""
    weight = room.across(0.2)
    arched = zone.height >= zone.width / 2
    radius = room.across(1.2)
    window = rounded_top(zone, zone.width / 2) if arched else rounded(zone, (radius, radius, 0, 0))
    size = min(zone.height * 0.21, zone.width * 0.16)
    sun = circle(zone.x + zone.width * 0.64, zone.y + zone.height * 0.42, size)
    waves = _waves(zone, room, form, zone.height * 0.42)
    foot = float(zone.bottom)
    base = ruled((zone.x, foot), (zone.right, foot), form.ink("line"), weight)
    view = (filled(window, form.ink("sky")), filled(sun, form.ink("sun")), *waves)
    return (Clip(window, view), base)


def waterside(room: Room, form: Options, zone: Rect) -> tuple[Item, ...]:
    """A low window on 青海波, for the foot of a column that copy does not fill."""
    window = evenly_rounded(zone, room.across(1.2))
    depth = min(zone.height * 0.62, room.down(6))
    view = (filled(window, form.ink("sky")), *_waves(zone, room, form, depth))
    return (Clip(window, view),)


def _waves(zone: Rect, room: Room, form: Options, depth: float) -> tuple[Item, ...]:
    """Rows of nested half discs, each row half a disc aside of the one behind it.

    A disc is about six units across wherever it stands, so that the sea is one.
    """
    count = max(3, round(zone.width / room.across(5.8)))
    radius = zone.width / count / 2
    rows = max(2, round(depth / (radius * 0.5)))
    edge = Stroke(form.ink("wave-edge"), Pt(radius * 0.1))
    items: list[Item] = []
    for row in range(rows):
        y = zone.bottom - depth + (row + 1) * depth / rows + radius * 0.3
        for part, ink in ((0.95, "wave"), (0.57, "wave-core")):
            for index in range(count + row % 2):
                x = zone.x + radius * (2 * index + (1 if row % 2 == 0 else 0))
                disc = half_disc(x, y, radius * part, depth / rows)
                items.append(Path(disc, form.ink(ink), edge))
    return tuple(items)
