"""What the sender asks for, one strong mark each."""

from layout.blocks.heading import opened
from layout.document import Demands
from layout.forms.drawing import contained
from layout.forms.icons import icon
from layout.forms.lettering import moved
from layout.forms.shapes import drop, filled
from layout.frame import Frame, Item
from layout.galley import NEVER, Galley, Slice
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options


def lay_out(block: Demands, room: Room) -> Galley:
    """One slice a demand: a marked drop, the sentence beside it."""
    form = room.form("demands")
    heading = room.heading(form.style("heading"))
    head = room.running(room.lines(block.heading, heading), heading) if block.heading else ()
    few = len(block.items) <= _FEW
    pieces = [*head]
    names = (*block.art, *[None] * len(block.items))
    pieces += (
        _demand(text, room.drawing(name), room, form, few)
        for text, name in zip(block.items, names, strict=False)
    )
    if head:
        pieces[len(head)] = pieces[len(head)]._replace(stretch=0.0)
    return opened(tuple(pieces), room, form)


_FEW = 5
"""Demands that are read as one and never parted."""


def _demand(text: str, drawing: Frame | None, room: Room, form: Options, few: bool) -> Slice:
    style = room.swollen(form.style("text"), form)
    side = room.across(form.number("sign-size")) * style.size / form.style("text").size
    x = side + room.across(form.number("sign-gap"))
    lines = room.lines(text, style, room.width - x)
    text_height = room.tall(lines, style)
    height = max(side, text_height)
    items: tuple[Item, ...] = (
        moved(room.upright(_mark(drawing, room, form, side)).items, 0.0, (height - side) / 2),
        *room.stack(lines, style, x, (height - text_height) / 2),
    )
    return Slice(
        height,
        items,
        before=room.gap(form.number("item-before")),
        stretch=1.0,
        part=NEVER if few else room.cost("split-few"),
    )


def _mark(drawing: Frame | None, room: Room, form: Options, side: float) -> Frame:
    """The demand's drawing on a drop, or a tick."""
    box = Rect(Pt(0), Pt(0), Pt(side), Pt(side))
    inset, centre = side * (1 - _DRAWN) / 2, (side / 2, side / 2)
    sign: Item = icon("check", centre, side * 0.62, form.ink("mark"), room.across(0.27))
    if drawing:
        sign = contained(drawing, box.grown(-inset))
    return Frame(box.width, box.height, (filled(drop(box), form.ink("ink")), sign))


_DRAWN = 0.66
"""The part of a drop's side that a drawing takes."""
