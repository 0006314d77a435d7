"""Cards: slices that stand together on a ground with round corners."""

from math import ceil

from layout.forms.shapes import drawn, evenly_rounded, filled
from layout.frame import Ink, Item
from layout.galley import Backing, Case, Galley, height_of
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options


def carded(
    room: Room,
    form: Options,
    pieces: Galley,
    pad: float,
    *,
    line: Ink | None = None,
    stretch: float = 0.0,
) -> Galley:
    """The slices on one card with ``pad`` points above and below.

    The padding above is a whole number of half steps, so that what stands on the card stays on
    the grid; the padding below is widened until the whole card is one too.
    """
    half = room.step / 2
    top = max(1, round(pad / half)) * half
    height = ceil((height_of(pieces) + top + pad) / half - 1e-6) * half
    bottom = height - height_of(pieces) - top
    case = Case(_card_ground(room, form, line), top, bottom, stretch, opaque=True)
    return tuple(piece._replace(case=case) for piece in pieces)


def _card_ground(room: Room, form: Options, line: Ink | None) -> Backing:
    ink, radius, weight = form.ink("ink"), room.across(form.number("radius")), room.across(0.09)

    def ground(width: float, height: float, _tops: tuple[float, ...]) -> tuple[Item, ...]:
        box = Rect(Pt(0), Pt(0), Pt(width), Pt(height))
        face = filled(evenly_rounded(box, radius), ink)
        if line is None:
            return (face,)
        edge = evenly_rounded(box.grown(-weight / 2), radius - weight / 2)
        return (face, drawn(edge, line, weight))

    return ground


def one_card(room: Room, form: Options, pieces: Galley, line: Ink | None = None) -> Galley:
    """The slices on one card that is the whole block; set them ``pad`` inside the room's width."""
    pad = room.down(form.number("pad")) * 0.5
    grows = form.number("grows")
    first, *others = carded(room, form, pieces, pad, line=line, stretch=grows)
    start = first._replace(
        before=room.gap(form.number("before")),
        stretch=form.number("stretch"),
        part=room.cost("between-blocks"),
    )
    return (start, *others)


def inner(room: Room, form: Options) -> tuple[float, Room]:
    """The left edge inside a card and the room that is left there."""
    pad = room.across(form.number("pad"))
    return pad, room._replace(width=room.width - 2 * pad)
