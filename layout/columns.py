"""Pouring slices into columns: breaks chosen over the whole galley by cost, leftover shared.

Knows slices and heights alone.  The breaks are found as those of a paragraph are: the
cheapest way through all columns, where a column costs its unevenness and each break what
the slice after it says.
"""

from typing import NamedTuple

from layout.frame import Group, Item
from layout.galley import NEVER, Case, Galley, height_of
from layout.geometry import Pt

UNEVEN = 100.0
"""Cost of a column left wholly empty; a part of it costs its square."""


class Column(NamedTuple):
    """A place to pour into: its height in points, and what it costs to use it at all."""

    height: float
    opening: float = 0.0


class Poured(NamedTuple):
    """Where the galley was cut: slice indexes, one more than columns used; ``cost`` of it all."""

    cuts: tuple[int, ...]
    cost: float


def pour(galley: Galley, columns: tuple[Column, ...]) -> Poured | None:
    """The cheapest cuts, or None where the galley does not fit.  Slices keep their order.

    Columns stay in order; one that costs something to open may be passed over.
    """
    count = len(galley)
    if not count:
        return Poured((0,) * (len(columns) + 1), 0.0)
    starts = [index for index in range(count) if index == 0 or galley[index].part < NEVER]
    tallest = max((column.height for column in columns), default=0.0)
    runs = {start: _runs(galley, start, tallest) for start in starts}
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for column in columns:
        best = _through(galley, column, runs, best, count)
    if count not in best:
        return None
    cost, cuts = best[count]
    return Poured(cuts, cost)


def _through(
    galley: Galley,
    column: Column,
    runs: dict[int, list[tuple[int, float]]],
    best: dict[int, tuple[float, tuple[int, ...]]],
    count: int,
) -> dict[int, tuple[float, tuple[int, ...]]]:
    reached: dict[int, tuple[float, tuple[int, ...]]] = {}

    def reach(end: int, cost: float, cuts: tuple[int, ...]) -> None:
        if end not in reached or cost < reached[end][0]:
            reached[end] = (cost, (*cuts, end))

    for start, (cost, cuts) in best.items():
        skipped = 0.0 if column.opening else UNEVEN
        reach(start, cost + skipped, cuts)
        if start == count:
            continue
        for end, height in runs[start]:
            if height > column.height + 0.01:
                break
            left = 1.0 - height / column.height
            broken = galley[end].part if end < count else 0.0
            reach(end, cost + column.opening + UNEVEN * left * left + broken, cuts)
    return reached


def _runs(galley: Galley, start: int, tallest: float) -> list[tuple[int, float]]:
    """Every lawful end of a column that begins with ``start``, with the height it needs."""
    runs: list[tuple[int, float]] = []
    height, case = 0.0, None
    for index in range(start, len(galley)):
        piece = galley[index]
        if piece.case is not case:
            height += (case.bottom if case else 0.0) + (piece.case.top if piece.case else 0.0)
            case = piece.case
        height += piece.height + (piece.before if index > start else 0.0)
        closed = height + (case.bottom if case else 0.0)
        if closed > tallest + 0.01:
            break
        if index + 1 == len(galley) or galley[index + 1].part < NEVER:
            runs.append((index + 1, closed))
    return runs


def shortfall(galley: Galley, columns: tuple[Column, ...]) -> tuple[int, float]:
    """Where a galley that does not fit runs over: the first slice left out, and the points missing.

    The columns are filled one after the other as full as they go.
    """
    start, count = 0, len(galley)
    for column in columns:
        if start == count:
            break
        fitting = [end for end, height in _runs(galley, start, column.height)]
        start = fitting[-1] if fitting else start
    rest = galley[start:]
    over = sum(piece.height + piece.before for piece in rest)
    return start, over


def gaps(galley: Galley, height: float, half: float, most: float) -> tuple[float, ...]:
    """The gap above each slice when the column is to be ``height`` points tall.

    What is left over is shared in half steps (``half`` points): first up to each gap's
    stretch, then evenly among the same gaps, none wider than ``most`` points in all.
    """
    spare = int((height - height_of(galley)) / half + 1e-6)
    given = [0] * len(galley)
    open_gaps = [index for index, piece in enumerate(galley) if index and piece.stretch > 0]
    while spare > 0 and open_gaps:
        index = min(open_gaps, key=lambda each: (given[each] + 1) / galley[each].stretch)
        if galley[index].before + (given[index] + 1) * half > most:
            open_gaps.remove(index)
            continue
        given[index] += 1
        spare -= 1
    return tuple(
        piece.before + given[index] * half if index else 0.0 for index, piece in enumerate(galley)
    )


def set_column(galley: Galley, spaces: tuple[float, ...], width: float) -> tuple[Group, ...]:
    """The slices at their heights from 0, each case's ground before its slices, by block."""
    tops = _tops(galley, spaces)
    return (*_grounds(galley, tops, width), *_pieces(galley, spaces, tops))


def _tops(galley: Galley, spaces: tuple[float, ...]) -> list[float]:
    tops: list[float] = []
    y, case = 0.0, None
    for piece, space in zip(galley, spaces, strict=True):
        y += space
        if piece.case is not case:
            y += (case.bottom if case else 0.0) + (piece.case.top if piece.case else 0.0)
            case = piece.case
        tops.append(y)
        y += piece.height
    return tops


def _grounds(galley: Galley, tops: list[float], width: float) -> list[Group]:
    grounds: list[Group] = []
    index = 0
    while index < len(galley):
        case, end = galley[index].case, index
        while end < len(galley) and galley[end].case is case:
            end += 1
        if case is not None:
            grounds.append(_ground(case, galley[index:end], tops[index:end], width))
        index = end
    return grounds


def _ground(case: Case, pieces: Galley, tops: list[float], width: float) -> Group:
    top = tops[0] - case.top
    bottom = tops[-1] + pieces[-1].height + case.bottom
    items = case.ground(width, bottom - top, tuple(y - top for y in tops))
    return Group(Pt(0), Pt(top), items, role="artifact", block=pieces[0].block)


def _pieces(galley: Galley, spaces: tuple[float, ...], tops: list[float]) -> list[Group]:
    groups: list[Group] = []
    for index, (piece, top) in enumerate(zip(galley, tops, strict=True)):
        if piece.joint and index:
            case_top = piece.case.top if piece.case else 0.0
            groups.append(_joint(piece.joint(spaces[index]), top - case_top - spaces[index]))
        groups.append(Group(Pt(0), Pt(top), piece.items, block=piece.block))
    return groups


def _joint(items: tuple[Item, ...], top: float) -> Group:
    return Group(Pt(0), Pt(top), items, role="artifact")
