"""A block set to a width, before it is known where it will stand: slices that columns are cut from.

Heights and gaps are points.  A column is broken only between slices; what a break costs
stands with the slice that would follow it.
"""

from collections.abc import Callable
from math import ceil, inf
from typing import NamedTuple, TypeAlias

from layout.frame import Item
from layout.theme import Ground, Options

NEVER = inf
"""The cost of a break that must not be."""

Backing: TypeAlias = Callable[[float, float, tuple[float, ...]], tuple[Item, ...]]
"""Draws behind a case: its width, its height and the tops of its slices -> items."""

Joint: TypeAlias = Callable[[float], tuple[Item, ...]]
"""Draws in the gap above a slice, from 0 down to the gap's height -> items."""


class Case:
    """What several slices stand in together (a card, a timeline), drawn once per column.

    ``top`` and ``bottom`` are its padding in points; ``stretch`` how many half steps of what
    is left over the padding may take in all.  An ``opaque`` one has a ground of its own, whatever
    it lies on.  Two cases are the same only if they are one object.
    """

    __slots__ = ("bottom", "ground", "opaque", "stretch", "top")

    def __init__(
        self,
        ground: Backing,
        top: float = 0.0,
        bottom: float = 0.0,
        stretch: float = 0.0,
        opaque: bool = False,
    ) -> None:
        self.ground, self.top, self.bottom = ground, top, bottom
        self.stretch, self.opaque = stretch, opaque


class Zone:
    """What slices stand in from edge to edge of their panel, on one ground that runs into the
    bleed; two zones are the same only if they are one object.

    ``grounds`` are those it may have, best first at the head of a panel and last at its foot.
    Neighbouring zones meet in the middle of the gap between them, but one that ``hangs`` begins
    where its first slice does.
    """

    __slots__ = ("grounds", "hangs")

    def __init__(self, grounds: tuple[Ground, ...], hangs: bool = False) -> None:
        self.grounds, self.hangs = grounds, hangs


def zone_of(form: Options) -> Zone | None:
    """The zone of a block whose form names ``grounds``; with ``hangs: on`` it begins at the
    block's head."""
    grounds = form.grounds()
    return Zone(grounds, form.word_or("hangs", "off") == "on") if grounds else None


class Slice(NamedTuple):
    """A piece that is not divided.

    ``before`` is the gap above it (dropped at the head of a column), ``stretch`` how many
    half steps that gap may take of what is left over, ``part`` the cost of a column break
    before the slice; one that ``sinks`` goes to the foot of a column that is not full.
    ``rise`` is how far its ruby reaches above its top, where a line above leaves room for it.
    """

    height: float
    items: tuple[Item, ...]
    before: float = 0.0
    stretch: float = 0.0
    part: float = NEVER
    case: Case | None = None
    joint: Joint | None = None
    block: str = ""
    sinks: bool = False
    rise: float = 0.0
    zone: Zone | None = None


Galley: TypeAlias = tuple[Slice, ...]


def headroom(piece: Slice) -> float:
    """What a slice at the head of a column, or first in its case, needs above it besides."""
    return max(0.0, piece.rise - (piece.case.top if piece.case else 0.0)) if piece.rise else 0.0


def whole_steps(galley: Galley, step: float) -> Galley:
    """The galley with its last slice made taller, so that the whole is a number of half steps."""
    if not galley:
        return galley
    height = height_of(galley)
    half = step / 2
    missing = ceil(height / half - 1e-6) * half - height
    *others, last = galley
    return (*others, last._replace(height=last.height + missing))


def height_of(galley: Galley) -> float:
    """The height of the slices as one column, without stretch, the gap above the first left out."""
    height, case = headroom(galley[0]) if galley else 0.0, None
    for index, piece in enumerate(galley):
        if piece.case is not case:
            height += (case.bottom if case else 0.0) + (piece.case.top if piece.case else 0.0)
            case = piece.case
        height += piece.height + (piece.before if index else 0.0)
    return height + (case.bottom if case else 0.0)


def stretched(galley: Galley, scale: float) -> Galley:
    """The galley with all heights, gaps and paddings multiplied; for measuring, not for drawing."""
    cases: dict[int, Case] = {}
    pieces: list[Slice] = []
    for piece in galley:
        case = piece.case
        if case is not None:
            known = cases.get(id(case))
            if known is None:
                known = Case(
                    *(case.ground, case.top * scale, case.bottom * scale),
                    *(case.stretch, case.opaque),
                )
                cases[id(case)] = known
            case = known
        height, before, rise = (value * scale for value in (piece.height, piece.before, piece.rise))
        pieces.append(piece._replace(height=height, before=before, case=case, rise=rise))
    return tuple(pieces)
