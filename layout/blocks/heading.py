"""Headings of blocks that have no form of their own for them."""

from layout.forms.shapes import filled, rectangle
from layout.frame import Ink, Item
from layout.galley import Galley, Slice
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options, TextStyle


def barred(text: str | None, room: Room, form: Options, style: TextStyle) -> Galley:
    """The heading beside a short upright bar; nothing where there is no heading."""
    if not text:
        return ()
    x = room.across(0.95)
    lines = room.lines(text, style, room.width - x)
    height = room.tall(lines, style)
    bar = _upright(room, form.ink("bar"), height, style)
    return (opening(room, form, height, (bar, *room.stack(lines, style, x))),)


def opening(room: Room, form: Options, height: float, items: tuple[Item, ...]) -> Slice:
    """The first slice of a block: the gap above it and the cost of parting it are the theme's."""
    return Slice(
        height,
        items,
        before=room.gap(form.number("before")),
        stretch=form.number("stretch"),
        part=room.cost("between-blocks"),
    )


def opened(galley: Galley, room: Room, form: Options) -> Galley:
    """The galley with its first slice made the opening of a block."""
    first, *others = galley
    start = opening(room, form, first.height, first.items)
    return (start._replace(case=first.case, joint=first.joint), *others)


def _upright(room: Room, ink: Ink, height: float, style: TextStyle) -> Item:
    inset = (room.feed(style) - style.size * room.unit) / 2
    box = Rect(Pt(0), Pt(inset), Pt(room.across(0.32)), Pt(height - 2 * inset))
    return filled(rectangle(box), ink)
