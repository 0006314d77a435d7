"""Cards: slices that stand together on a ground with round corners."""

from layout.forms.shapes import drawn, evenly_rounded, filled
from layout.frame import Ink, Item
from layout.galley import Case, Galley
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options


def card_case(room: Room, ink: Ink, radius: float, pad: float, line: Ink | None = None) -> Case:
    """A case that draws one card behind its slices; ``pad`` points of it above and below."""

    def ground(width: float, height: float, _tops: tuple[float, ...]) -> tuple[Item, ...]:
        box = Rect(Pt(0), Pt(0), Pt(width), Pt(height))
        face = filled(evenly_rounded(box, radius), ink)
        if line is None:
            return (face,)
        weight = room.across(0.09)
        edge = drawn(evenly_rounded(box.grown(-weight / 2), radius - weight / 2), line, weight)
        return (face, edge)

    return Case(ground, pad, pad)


def one_card(room: Room, form: Options, pieces: Galley, line: Ink | None = None) -> Galley:
    """The slices on one card that is the whole block; set them ``pad`` inside the room's width.

    The card's height is made a whole number of half steps by its padding.
    """
    pad = room.down(form.number("pad")) * 0.5
    radius = room.across(form.number("radius"))
    case = card_case(room, form.ink("ink"), radius, pad, line)
    first, *others = (piece._replace(case=case) for piece in pieces)
    start = first._replace(
        before=room.down(form.number("before")),
        stretch=form.number("stretch"),
        part=room.cost("between-blocks"),
    )
    return (start, *others)


def inner(room: Room, form: Options) -> tuple[float, Room]:
    """The left edge inside a card and the room that is left there."""
    pad = room.across(form.number("pad"))
    return pad, room._replace(width=room.width - 2 * pad)
