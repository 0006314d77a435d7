"""Topic-neutral ornament: what stands where a leaflet brings no picture of its own."""

from layout.forms.shapes import (
    circle,
    filled,
    half_disc,
    rounded_top,
    ruled,
)
from layout.frame import Clip, Item
from layout.geometry import Rect
from layout.room import Room
from layout.theme import Options


def seascape(room: Room, form: Options, zone: Rect) -> tuple[Item, ...]:
    """A window on a sun over 青海波."""
    weight = room.across(0.2)
    window = rounded_top(zone, min(zone.width / 2, zone.height * 0.8))
    size = min(zone.height * 0.21, zone.width * 0.16)
    sun = circle(zone.x + zone.width * 0.64, zone.y + zone.height * 0.42, size)
    waves = _waves(zone, form, zone.height * 0.42)
    foot = float(zone.bottom)
    base = ruled((zone.x, foot), (zone.right, foot), form.ink("line"), weight)
    view = (filled(window, form.ink("sky")), filled(sun, form.ink("sun")), *waves)
    return (Clip(window, view), base)


def _waves(zone: Rect, form: Options, depth: float) -> tuple[Item, ...]:
    """Rows of nested half discs, each row half a disc aside of the one behind it."""
    count = max(4, round(zone.width / (depth * 0.62)))
    radius = zone.width / count / 2
    rows = max(2, round(depth / (radius * 0.5)))
    rings = ((1.0, "wave-edge"), (0.86, "wave"), (0.58, "wave-edge"), (0.46, "wave-core"))
    items: list[Item] = []
    for row in range(rows):
        y = zone.bottom - depth + (row + 1) * depth / rows
        start = zone.x if row % 2 else zone.x + radius
        for index in range(-1, count + 1):
            x = start + index * 2 * radius
            items += (
                filled(half_disc(x, y, radius * part, depth / rows), form.ink(ink))
                for part, ink in rings
                if zone.x - radius < x < zone.right + radius
            )
    return tuple(items)
