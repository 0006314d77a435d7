"""Topic-neutral ornament: what stands where a leaflet brings no picture of its own."""

from layout.forms.shapes import circle, drawn, filled, rounded_top, ruled, through
from layout.frame import Item
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options


def gateway(room: Room, form: Options, zone: Rect) -> tuple[Item, ...]:
    """Arches within arches on a ground line, a thread with knots running through them."""
    weight = room.across(0.2)
    inks = ("arch", "arch-inner", "arch-core")
    arches = [
        filled(_arch(zone, part), form.ink(name))
        for part, name in zip((1.0, 0.68, 0.36), inks, strict=True)
    ]
    foot = float(zone.bottom)
    base = ruled((zone.x, foot), (zone.right, foot), form.ink("line"), weight)
    x, width, height = zone.x, zone.width, zone.height
    points = tuple(
        (x + width * across, zone.y + height * down)
        for across, down in (
            (0.03, 0.86),
            (0.2, 0.62),
            (0.38, 0.74),
            (0.5, 0.5),
            (0.66, 0.4),
            (0.78, 0.56),
            (0.93, 0.2),
        )
    )
    line = drawn(through(points), form.ink("thread"), weight * 1.1)
    knots = [
        filled(circle(*points[index], radius * weight), form.ink("thread"))
        for index, radius in ((0, 2.2), (3, 2.8), (6, 2.2))
    ]
    return (*arches, base, line, *knots)


def _arch(zone: Rect, part: float) -> tuple[tuple[str, tuple[float, ...]], ...]:
    width = zone.width * part
    height = min(zone.height * (0.35 + 0.65 * part), zone.height)
    box = Rect(
        Pt(zone.x + (zone.width - width) / 2),
        Pt(zone.bottom - height),
        Pt(width),
        Pt(height),
    )
    return rounded_top(box, min(box.width / 2, box.height))
