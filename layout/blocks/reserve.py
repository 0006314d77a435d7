"""Reserves: a block of one height, whatever it says, so that nothing about it ever moves.

A leaflet goes out with many contacts.  It is proofed once and printed by the thousand: so the
height of such a block follows from the theme alone, never from its words.
"""

from collections.abc import Callable, Iterator

from layout.forms.lettering import moved
from layout.frame import Item
from layout.galley import Galley, Slice, headroom, height_of
from layout.room import Room

SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
"""The sizes that are tried; no type comes out smaller than the theme prints."""
_WIDER = 0.5
"""The steps by which a gap grows where few words leave room."""
_NEAR = 0.01


def reserved(lay_out: Callable[[Room], Galley], room: Room, steps: float) -> Galley:
    """What ``lay_out`` sets in the room as one slice of ``steps`` steps; what is too long for it is
    set smaller, what is short in wider gaps.

    What does not fit in the smallest type keeps its size and takes the height that it needs.
    """
    height = room.down(steps)
    for scale in SCALES:
        galley = lay_out(smaller(room, scale))
        if height_of(galley) <= height + _NEAR:
            return (_spread(galley, height, _WIDER * room.step),)
    return lay_out(room)


def smaller(room: Room, scale: float) -> Room:
    """The room with type and line feeds at another scale; none under the least that is printed."""
    if scale == 1.0:
        return room
    unit = room.unit * scale
    return room._replace(unit=unit, step=room.step * scale, theme=room.theme.legible(unit))


def _spread(galley: Galley, height: float, widest: float) -> Slice:
    """The slices on one of this height: what is left over between them, the rest about them."""
    spare = height - height_of(galley)
    gap = min(widest, spare / len(galley))
    above = (spare - gap * (len(galley) - 1)) / 2
    return Slice(height, tuple(_placed(galley, above, gap)))


def _placed(galley: Galley, top: float, gap: float) -> Iterator[Item]:
    top += headroom(galley[0])
    for index, piece in enumerate(galley):
        top += piece.before + gap if index else 0.0
        yield moved(piece.items, 0.0, top)
        top += piece.height
