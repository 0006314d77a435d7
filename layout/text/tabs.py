"""Tabs: text set from, up to or about given places on the line (JLREQ 3.6; JIS X 4051 4.21).

What stands before a line's last tab is set as it is: nothing there is adjusted, and no line
ends there but in a measure that is too narrow.  Lengths are units.
"""

from collections.abc import Sequence
from itertools import pairwise

from layout.text.linebreak import Items, Stage
from layout.theme import Tab

_REACHED = 1e-6


def tabbed(
    items: Items, texts: Sequence[str], tabs: Sequence[Tab], start: float, em: float
) -> Items:
    """The items with what follows each tab moved to its stop.

    ``start`` is where the line begins.  The stops are taken in turn; one that the line has
    reached already is passed over, and text that does not fit before its stop follows on at
    once (3.6.3).  A tab beyond the last stop is a space.
    """
    moves = _moves(items, texts, tabs, start, em)
    if not moves:
        return items
    left, right = list(items.left), list(items.right)
    ends = (*(first for first, _ in moves[1:]), len(left))
    for (first, by), end in zip(moves, ends, strict=True):
        left[first:end] = [each + by for each in left[first:end]]
        right[first:end] = [each + by for each in right[first:end]]
    after = moves[-1][0]
    return items._replace(
        left=left,
        right=right,
        breaks=[box for box in items.breaks if box >= after],
        shrink=tuple(Stage(_still(sums, after), cost) for sums, cost in items.shrink),
        stretch=tuple(Stage(_still(sums, after), cost) for sums, cost in items.stretch),
        free=_still(items.free, after) if items.free else items.free,
    )


def _moves(
    items: Items, texts: Sequence[str], tabs: Sequence[Tab], start: float, em: float
) -> list[tuple[int, float]]:
    """The first box of the text after each tab, and how far it and all that follows it move."""
    signs = [box for box, text in enumerate(texts) if text == "\t"]
    moves: list[tuple[int, float]] = []
    stops, pen, begun, moved = list(tabs), start, 0, start - items.left[0]
    for sign, end in pairwise((*signs, len(texts))):
        if sign > begun:
            pen = items.right[sign - 1] + moved
        stops = [stop for stop in stops if stop.at * em > pen + _REACHED]
        if not stops:
            break
        stop, begun = stops.pop(0), sign + 1
        pen, reached = stop.at * em, pen
        if begun < end:
            place = max(reached, pen - _before(items, texts, begun, end - 1, stop.align))
            moved = place - items.left[begun]
            moves.append((begun, moved - start + items.left[0]))
    return moves


def _before(items: Items, texts: Sequence[str], first: int, last: int, align: str) -> float:
    """How much of the text from one box to another stands before its stop."""
    whole = items.right[last] - items.left[first]
    if align == "decimal":
        points = [box for box in range(first, last + 1) if texts[box] in (".", "．")]
        return items.left[points[0]] - items.left[first] if points else whole
    return {"centre": whole / 2, "end": whole}.get(align, 0.0)


def _still(sums: Sequence[float], after: int) -> list[float]:
    """Sums of which nothing before a box gives or takes."""
    return [max(each, sums[after]) for each in sums]
