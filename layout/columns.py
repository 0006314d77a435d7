"""Pouring slices into columns: breaks chosen over the whole galley by cost, leftover shared.

Knows slices and heights alone.  The breaks are found as those of a paragraph are: the
cheapest way through all columns, where a column costs its unevenness and each break what
the slice after it says.
"""

from typing import NamedTuple

from layout.frame import Group
from layout.galley import NEVER, Galley, headroom, height_of
from layout.geometry import Pt

UNEVEN = 100.0
"""Cost of a column left wholly empty; a part of it costs its square."""


class Column(NamedTuple):
    """A place to pour into, ``height`` points tall.

    ``weight`` is how much its emptiness counts (less for a low one); ``turn`` multiplies what
    a break at its end costs where the reader must turn the sheet over.
    """

    height: float
    weight: float = 1.0
    turn: float = 1.0


class Poured(NamedTuple):
    """Where the galley was cut: slice indexes, one more than columns used; ``cost`` of it all."""

    cuts: tuple[int, ...]
    cost: float


def pour(galley: Galley, columns: tuple[Column, ...], uneven: float = UNEVEN) -> Poured | None:
    """The cheapest cuts, or None where the galley does not fit.  Slices keep their order.

    ``uneven`` is what a column left wholly empty costs.
    Columns stay in order; one may be passed over at the cost of its emptiness.
    """
    count = len(galley)
    if not count:
        return Poured((0,) * (len(columns) + 1), 0.0)
    starts = [index for index in range(count) if index == 0 or galley[index].part < NEVER]
    tallest = max((column.height for column in columns), default=0.0)
    runs = {start: _runs(galley, start, tallest) for start in starts}
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for column in columns:
        best = _through(galley, column, runs, best, uneven)
    if count not in best:
        return None
    cost, cuts = best[count]
    return Poured(cuts, cost)


def _through(
    galley: Galley,
    column: Column,
    runs: dict[int, list[tuple[int, float]]],
    best: dict[int, tuple[float, tuple[int, ...]]],
    uneven: float,
) -> dict[int, tuple[float, tuple[int, ...]]]:
    reached: dict[int, tuple[float, tuple[int, ...]]] = {}
    count = len(galley)

    def reach(end: int, cost: float, cuts: tuple[int, ...]) -> None:
        if end not in reached or cost < reached[end][0]:
            reached[end] = (cost, (*cuts, end))

    for start, (cost, cuts) in sorted(best.items(), reverse=True):  # of equals, the earlier column
        reach(start, cost + uneven * column.weight, cuts)
        if start == count:
            continue
        for end, height in runs[start]:
            if height > column.height + 0.01:
                break
            left = 1.0 - height / column.height
            broken = galley[end].part * column.turn if end < count else 0.0
            reach(end, cost + uneven * column.weight * left * left + broken, cuts)
    return reached


def _runs(galley: Galley, start: int, tallest: float) -> list[tuple[int, float]]:
    """Every lawful end of a column that begins with ``start``, with the height it needs."""
    runs: list[tuple[int, float]] = []
    height, case = headroom(galley[start]), None
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


def shortfall(galley: Galley, columns: tuple[Column, ...]) -> float:
    """The points that are missing for a galley which does not fit.

    The columns are filled one after the other as full as they go.
    """
    start, count = 0, len(galley)
    for column in columns:
        if start == count:
            break
        fitting = [end for end, height in _runs(galley, start, column.height)]
        start = fitting[-1] if fitting else start
    return sum(piece.height + piece.before for piece in galley[start:])


class Spread(NamedTuple):
    """A column's white space in points: above each slice, and within its case at either end.

    ``left`` is what no place would take, ``sunk`` what stands above a slice that sinks.
    """

    above: tuple[float, ...]
    head: tuple[float, ...]
    foot: tuple[float, ...]
    left: float
    sunk: float = 0.0


def spread(galley: Galley, height: float, half: float, most: float) -> Spread:
    """The white space of a column that is to be ``height`` points tall.

    What is left over is shared in half steps (``half`` points) among the gaps and the
    paddings of cases, each in proportion to its stretch; no gap grows beyond ``most``.
    """
    firsts = [i for i, piece in enumerate(galley) if i == 0 or piece.case is not galley[i - 1].case]
    lasts = [following - 1 for following in (*firsts[1:], len(galley))]
    stretch: dict[tuple[str, int], float] = {}
    for index, piece in enumerate(galley):
        if index and piece.stretch > 0:
            stretch["gap", index] = piece.stretch
    for first in firsts:
        case = galley[first].case
        if case is not None and case.stretch > 0:
            stretch["case", first] = case.stretch
    sunk = next((i for i, piece in enumerate(galley) if piece.sinks), None)
    count = max(0, int((height - height_of(galley)) / half + 1e-6))
    given = _shared(galley, stretch, count, half, most)
    above = [piece.before if index else 0.0 for index, piece in enumerate(galley)]
    spare = (count - sum(given.values())) * half
    gaps = _evened(galley, given)
    dropped = spare if sunk is not None else 0.0
    if sunk is not None:
        above[sunk] += dropped
    head, foot = [0.0] * len(galley), [0.0] * len(galley)
    for index, share in gaps.items():
        above[index] += share * half
    for (kind, index), count in given.items():
        if kind == "case":
            head[index] = (count - count // 2) * half
            foot[lasts[firsts.index(index)]] = count // 2 * half
    return Spread(tuple(above), tuple(head), tuple(foot), spare - dropped, dropped)


def _evened(galley: Galley, given: dict[tuple[str, int], int]) -> dict[int, float]:
    """The half steps that each gap takes, evened out between the pieces of one case
    and between those that joints tie together.

    Entries of one list that stood now nearer, now further apart would seem to be grouped; they
    leave the grid and come back to it at the end.
    """
    gaps: dict[int, float] = {
        index: count for (kind, index), count in given.items() if kind == "gap"
    }
    cases: dict[tuple[int | str, float, float], list[int]] = {}
    for index in gaps:
        piece = galley[index]
        within = piece.case is not None and piece.case is galley[index - 1].case
        if within or piece.joint:
            one = id(piece.case) if within else piece.block
            cases.setdefault((one, piece.stretch, piece.before), []).append(index)
    for members in cases.values():
        share = sum(gaps[index] for index in members) / len(members)
        gaps.update(dict.fromkeys(members, share))
    return gaps


def _shared(
    galley: Galley, stretch: dict[tuple[str, int], float], spare: int, half: float, most: float
) -> dict[tuple[str, int], int]:
    """How many half steps each place takes; a case's padding takes no more than its stretch."""
    given = dict.fromkeys(stretch, 0)
    places = list(stretch)
    while spare > 0 and places:
        place = min(places, key=lambda each: (given[each] + 1) / stretch[each])
        kind, index = place
        full = (
            galley[index].before + (given[place] + 1) * half > most
            if kind == "gap"
            else given[place] + 1 > stretch[place]
        )
        if full:
            places.remove(place)
            continue
        given[place] += 1
        spare -= 1
    return given


def set_column(galley: Galley, white: Spread, width: float) -> tuple[Group, ...]:
    """The slices at their heights from 0, each case's ground before its slices, by block."""
    tops = _tops(galley, white)
    return (*_grounds(galley, white, tops, width), *_pieces(galley, white, tops))


def extents(galley: Galley, white: Spread) -> list[tuple[float, float]]:
    """Where each slice begins and ends, the padding of the case it stands in included."""
    tops = _tops(galley, white)
    found: list[tuple[float, float]] = []
    for index, (piece, top) in enumerate(zip(galley, tops, strict=True)):
        case, last = piece.case, index == len(galley) - 1
        first_in = index == 0 or galley[index - 1].case is not case
        last_in = last or galley[index + 1].case is not case
        above = (case.top if case and first_in else 0.0) + white.head[index]
        below = (case.bottom if case and last_in else 0.0) + white.foot[index]
        found.append((top - above, top + piece.height + below))
    return found


def _tops(galley: Galley, white: Spread) -> list[float]:
    tops: list[float] = []
    y, case = headroom(galley[0]) if galley else 0.0, None
    for index, piece in enumerate(galley):
        y += white.above[index]
        if piece.case is not case:
            y += (case.bottom if case else 0.0) + (piece.case.top if piece.case else 0.0)
            case = piece.case
        y += white.head[index]
        tops.append(y)
        y += piece.height + white.foot[index]
    return tops


def _grounds(galley: Galley, white: Spread, tops: list[float], width: float) -> list[Group]:
    grounds: list[Group] = []
    index = 0
    while index < len(galley):
        case, end = galley[index].case, index
        while end < len(galley) and galley[end].case is case:
            end += 1
        if case is not None:
            top = tops[index] - case.top - white.head[index]
            last = end - 1
            bottom = tops[last] + galley[last].height + white.foot[last] + case.bottom
            marks = tuple(y - top for y in tops[index:end])
            items = case.ground(width, bottom - top, marks)
            grounds.append(Group(Pt(0), Pt(top), items, "artifact", galley[index].block))
        index = end
    return grounds


def _pieces(galley: Galley, white: Spread, tops: list[float]) -> list[Group]:
    groups: list[Group] = []
    for index, (piece, top) in enumerate(zip(galley, tops, strict=True)):
        if piece.joint and index:
            inset = (piece.case.top if piece.case else 0.0) + white.head[index]
            items = piece.joint(white.above[index])
            y = top - inset - white.above[index]
            groups.append(Group(Pt(0), Pt(y), items, "artifact", piece.block))
        groups.append(Group(Pt(0), Pt(top), piece.items, block=piece.block))
    return groups
