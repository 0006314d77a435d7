"""A block that is written across its panel: vertically on a horizontal one.

It is set as any block is, its measure being the height it stands in; the finished frame is
turned by a quarter.
"""

from collections.abc import Callable
from math import inf

from layout.columns import set_column, spread
from layout.frame import Group
from layout.galley import Case, Galley, Slice, height_of
from layout.geometry import Pt
from layout.room import Room

_SHORTEST, _LONGEST = 15, 60
"""The characters of a vertical line in a block of its own; shorter ones fall apart."""
_WIDEST_GAP = 3.0
"""The widest gap between its parts, in steps."""
_GRAIN = 0.25
"""The points in which its width is shared: there is no grid across a panel."""


def crosswise(lay_out: Callable[[Room], Galley], room: Room) -> Galley:
    """The block written vertically, with the shortest lines that let it into the room's width.

    As many lines as the width holds, and those as short as may be, make the block low, and
    its lines equal.
    """
    characters = _fewest(lambda count: height_of(_laid(lay_out, room, count)) <= room.width)
    height = characters * room.unit
    galley = _filling(_laid(lay_out, room, characters))
    white = spread(galley, room.width, _GRAIN, _WIDEST_GAP * room.step)
    turned = Group(
        Pt(room.width - white.left / 2),
        Pt(0.0),
        tuple(set_column(galley, white, height)),
        turn=90.0,
    )
    first = galley[0]
    return (Slice(height, (turned,), first.before, first.stretch, first.part),)


def _filling(galley: Galley) -> Galley:
    """The galley with cards that take in all the width that is left over."""
    cases = {
        id(case): Case(case.ground, case.top, case.bottom, inf)
        for case in [piece.case for piece in galley]
        if case is not None
    }
    return tuple(
        piece._replace(case=cases[id(piece.case)]) if piece.case else piece for piece in galley
    )


def _laid(lay_out: Callable[[Room], Galley], room: Room, characters: int) -> Galley:
    upright = room._replace(theme=room.theme.vertical(), width=characters * room.unit)
    return lay_out(upright)


def _fewest(fits: Callable[[int], bool]) -> int:
    """The smallest number of characters that fits, else the largest that is tried."""
    low, high = _SHORTEST, _LONGEST
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    return low
