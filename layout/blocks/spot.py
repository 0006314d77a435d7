"""A drawing beside running text or under it, as its shape and the measure ask for."""

from math import ceil

from layout.forms.drawing import contained
from layout.frame import Frame, Item
from layout.galley import NEVER, Galley, Slice
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options
from layout.values import NamedTuple

WIDE = 2.0
"""The proportion of width to height from which a drawing stands under its text, not beside."""


class Spot(NamedTuple):
    """A drawing at the end of the first ``lines`` of a text: what it takes of their measure in
    points, how high it stands, and what is drawn from the first line's top left corner."""

    lines: int
    inset: float
    height: float
    items: tuple[Item, ...]


NO_SPOT = Spot(0, 0.0, 0.0, ())


def beside(drawing: Frame | None, room: Room, form: Options, feed: float) -> Spot:
    """The drawing at the end of lines of ``feed`` points; none if it is wide, or would leave
    them shorter than the form's ``art-least``."""
    if drawing is None or drawing.width >= WIDE * drawing.height:
        return NO_SPOT
    lines = max(1, round(form.number("art-lines")))
    height = lines * feed - 2 * _CLEAR * feed
    width = min(height * drawing.width / drawing.height, room.across(form.number("art-width")))
    inset = width + room.across(_GAP)
    if room.width - inset < room.across(form.number("art-least")):
        return NO_SPOT
    box = Rect(Pt(room.width - width), Pt(_CLEAR * feed), Pt(width), Pt(height))
    draw = room.window(box, lambda zone: (contained(drawing, zone, across=1.0),))
    return Spot(lines, inset, lines * feed, draw)


_GAP = 1.0
"""The white between text and drawing, in units."""
_CLEAR = 0.06
"""The white over and under a drawing beside lines, in line feeds."""


def under(drawing: Frame | None, room: Room, form: Options) -> Galley:
    """The drawing under a text: a wide one over the whole width, no higher than the form's
    ``art-tall``, another no larger than it would stand beside the lines."""
    if drawing is None:
        return ()
    most = form.number("art-tall" if drawing.width >= WIDE * drawing.height else "art-lines")
    natural = min(room.width * drawing.height / drawing.width, room.down(most))
    half = room.step / 2
    height = max(1, ceil(natural / half - 1e-6)) * half
    box = Rect(Pt(0), Pt(0), Pt(room.width), Pt(height))
    items = room.window(box, lambda zone: (contained(drawing, zone, down=1.0),))
    return (Slice(height, items, before=half, stretch=1.0),)


def kept(galley: Galley, spot: Spot) -> Galley:
    """The lines of a text with its spot: as high as this at least, and not parted beside it."""
    if not spot.lines or not galley:
        return galley
    first, *others = galley
    pieces = [first._replace(items=(*spot.items, *first.items))]
    for index, piece in enumerate(others, 1):
        pieces.append(piece._replace(part=NEVER) if index < spot.lines + _FOLLOWING else piece)
    missing = spot.height - sum(piece.height for piece in pieces)
    pieces[-1] = pieces[-1]._replace(height=pieces[-1].height + max(0.0, missing))
    return tuple(pieces)


_FOLLOWING = 2
"""The lines under a spot that stay with it."""
