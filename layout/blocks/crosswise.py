"""A block that is written across its panel: vertically on a horizontal one, or the other way round.

It is set as any block is, its measure being the height it stands in; the finished frame is
turned by a quarter.
"""

from collections.abc import Callable
from math import inf

from layout.blocks.reserve import SCALES, smaller
from layout.columns import set_column, spread
from layout.forms.ornament import waterside
from layout.frame import Group, Item
from layout.galley import Case, Galley, Slice, height_of
from layout.geometry import Pt, Rect
from layout.room import Room

_SHORTEST = {"vertical": 15, "horizontal": 20}
"""The characters of a line in a block of its own, at least; shorter ones fall apart."""
_LONGEST = 60
_WIDEST_GAP = 3.0
"""The widest gap between its parts, in steps."""
_GROWTH = {"vertical": inf, "horizontal": 0.25}
"""The part of the width by which a card may grow: a vertical one by all that is left."""
_LEAST_ART = 5.0
"""The steps that must be left over under horizontal lines for ornament to stand there."""
_GRAIN = 0.25
"""The points in which its width is shared: there is no grid across a panel."""


def crosswise(lay_out: Callable[[Room], Galley], room: Room, direction: str) -> Galley:
    """The block written in a ``direction``, with the shortest lines that let it into the room's
    width.

    As many lines as the width holds, and those as short as may be, make the block low, and
    its lines equal.  What it does not fill is shared by its sides, but horizontal lines begin at
    the head of the vertical ones about them.
    """
    across = _across(room, direction)
    characters = _characters(lambda count: _height(lay_out, across, count) <= room.width, room)
    galley = _fitting(lay_out, across, characters)
    galley = _filling(galley, _GROWTH[direction] * room.width)
    galley = _kept(galley) if room.theme.grounds else galley
    height = _measure(across, characters)
    white = spread(galley, room.width, _GRAIN, _WIDEST_GAP * room.step)
    items = tuple(set_column(galley, white, height))
    if direction == "vertical":
        turned = Group(Pt(room.width - white.left / 2), Pt(0.0), items, turn=90.0)
    else:
        items += _foot(across, height, white.left)
        turned = Group(Pt(0.0), Pt(height), items, turn=-90.0)
    first = galley[0]
    return (Slice(height, (turned,), first.before, first.stretch, first.part),)


def _kept(galley: Galley) -> Galley:
    """The galley; what stands on cards of their own keeps its inks on whatever ground the whole
    is put."""
    cases = {id(piece.case): _own_case(piece.case) for piece in galley if _on_card(piece)}
    return tuple(
        piece._replace(items=_own(piece.items), case=cases[id(piece.case)])
        if _on_card(piece)
        else piece
        for piece in galley
    )


def _on_card(piece: Slice) -> bool:
    return piece.case is not None and piece.case.opaque


def _own(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return (Group(Pt(0), Pt(0), items, role="sign"),)


def _own_case(case: Case | None) -> Case | None:
    if case is None:
        return None
    backing = case.ground
    ends = (case.top, case.bottom, case.stretch, case.opaque)
    return Case(lambda *given: _own(backing(*given)), *ends)


def _foot(room: Room, width: float, left: float) -> tuple[Group, ...]:
    """Ornament in what horizontal lines leave of the room, if that is enough for it."""
    if left < _LEAST_ART * room.step:
        return ()
    white = left - room.step
    zone = Rect(Pt(0), Pt(room.width - white), Pt(width), Pt(white))
    return (Group(Pt(0), Pt(0), waterside(room, room.form("cover"), zone), "artifact"),)


def finds_room(lay_out: Callable[[Room], Galley], room: Room, direction: str) -> bool:
    """Whether the block would, in lines of any length that may be, go into the room's width."""
    return _height(lay_out, _across(room, direction), _longest(room)) <= room.width


def _across(room: Room, direction: str) -> Room:
    """The room of lines across those of another; horizontal ones have its width to stand in."""
    turned = room.written(direction)
    return turned if turned.vertical else turned._replace(depth=room.width)


def _fitting(lay_out: Callable[[Room], Galley], room: Room, characters: int) -> Galley:
    """The block, horizontal lines set smaller where they would stand higher than they may."""
    measure = _measure(room, characters)
    for scale in SCALES:
        galley = lay_out(smaller(room, scale)._replace(width=measure))
        if room.vertical or height_of(galley) <= room.depth:
            return galley
    return galley


def _filling(galley: Galley, points: float) -> Galley:
    """The galley with cards that take in the width that is left over, up to some ``points``."""
    cases = {
        id(case): Case(case.ground, case.top, case.bottom, points / _GRAIN, case.opaque)
        for case in [piece.case for piece in galley]
        if case is not None
    }
    return tuple(
        piece._replace(case=cases[id(piece.case)]) if piece.case else piece for piece in galley
    )


def _height(lay_out: Callable[[Room], Galley], room: Room, characters: int) -> float:
    return height_of(_laid(lay_out, room, characters))


def _laid(lay_out: Callable[[Room], Galley], room: Room, characters: int) -> Galley:
    return lay_out(room._replace(width=_measure(room, characters)))


def _measure(room: Room, characters: int) -> float:
    """The measure of so many characters, of horizontal ones on the grid of the lines about them."""
    if room.vertical:
        return characters * room.unit
    half = room.step / 2
    return int(characters * room.unit / half + 1e-6) * half


def _characters(fits: Callable[[int], bool], room: Room) -> int:
    """The smallest number of characters that fits, else the largest that is tried."""
    low = _SHORTEST["horizontal" if room.vertical else "vertical"]
    high = max(low, _longest(room))
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    return low


def _longest(room: Room) -> int:
    return int(min(_LONGEST, room.depth / room.unit + 1e-6)) if room.vertical else _LONGEST
