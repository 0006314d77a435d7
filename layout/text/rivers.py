"""Rivers: white that runs down through the lines of a paragraph, weighed against its breaks.

Where three lines or more have a visible space at one place, the eye sees a crack and not the
text.  The breaks that bring it about are made dearer and the paragraph is broken once more; what
comes of that is taken if what its lines cost does not outweigh the river that is gone.  All
lengths are in ems.
"""

from collections.abc import Iterator, Sequence

from layout.text.linebreak import Break, Items, Way, adjust, justified
from layout.values import NamedTuple

_NOTICED = 0.4  # a space as wide as that between a comma and the next character
_MAY_OPEN = 0.2  # a natural space that, expanded, can come to be noticed
_SHARED = 0.3  # of it over the next line's space: then the two are seen as one
_DEPTH = 3
_RIVER = 4.0  # each line from the third on: as bad as a line that is adjusted without need
_ROUNDS = 2
_LONGEST = 4000  # characters: a longer paragraph is no leaflet's, and is broken once only


class _Gap(NamedTuple):
    """A visible space from ``left`` to ``right``, and how many lines it runs down to here."""

    left: float
    right: float
    depth: int


def without_rivers(
    items: Items, measures: Sequence[float], indents: tuple[float, float]
) -> list[Break]:
    """The breaks of :func:`layout.text.linebreak.justified`, rivers weighed too.

    ``indents`` are where the first line and the others begin.
    """
    best = justified(items, measures)
    weighed = len(best.lines) > _DEPTH and len(items.left) <= _LONGEST
    gaps = _may_open(items) if weighed else ()
    if not gaps:
        return best.lines
    rivers = _rivers(items, best.lines, measures, indents, gaps)
    least, barred = best.cost + _RIVER * len(rivers), dict[int, float]()
    for _ in range(_ROUNDS):
        if not rivers:
            break
        barred |= dict.fromkeys(_causes(rivers), _RIVER)
        way = _other(items, measures, barred)
        rivers = _rivers(items, way.lines, measures, indents, gaps)
        cost = way.cost + _RIVER * len(rivers)
        if cost < least:
            best, least = way, cost
    return best.lines


def _other(items: Items, measures: Sequence[float], barred: dict[int, float]) -> Way:
    """The cheapest way with these breaks dearer; its cost without that."""
    penalty = dict(items.penalty)
    for box, cost in barred.items():
        penalty[box] = penalty.get(box, 0.0) + cost
    cost, lines = justified(items._replace(penalty=penalty), measures)
    return Way(cost - sum(barred.get(line.last, 0.0) for line in lines), lines)


def _may_open(items: Items) -> tuple[int, ...]:
    """The boxes after which there is space enough to be noticed."""
    following = zip(items.right, items.left[1:], strict=False)
    return tuple(box for box, (end, start) in enumerate(following) if start - end >= _MAY_OPEN)


def _causes(rivers: Sequence[tuple[Break, Break]]) -> Iterator[int]:
    for above, middle in rivers:
        yield above.last
        yield middle.last


def _rivers(
    items: Items,
    lines: Sequence[Break],
    measures: Sequence[float],
    indents: tuple[float, float],
    gaps: Sequence[int],
) -> list[tuple[Break, Break]]:
    """The two lines above each line that a river runs on through; the last line is no bank."""
    found: list[tuple[Break, Break]] = []
    above: list[_Gap] = []
    places = iter(gaps)
    place = next(places, len(items.left))
    for row, line in enumerate(lines[:-1]):
        inside: list[int] = []
        while place <= line.last:
            inside.append(place)
            place = next(places, len(items.left))
        measure = measures[min(row, len(measures) - 1)]
        above = _continued(above, _visible(items, line, measure, indents[row > 0], inside))
        if any(gap.depth >= _DEPTH for gap in above):
            found.append((lines[row - 2], lines[row - 1]))
    return found


def _continued(above: Sequence[_Gap], here: Sequence[tuple[float, float]]) -> list[_Gap]:
    """The gaps of a line, each with the depth of that above which it carries on."""
    return [
        _Gap(
            *(left, right),
            1
            + max(
                (
                    gap.depth
                    for gap in above
                    if min(right, gap.right) - max(left, gap.left) >= _SHARED
                ),
                default=0,
            ),
        )
        for left, right in here
    ]


def _visible(
    items: Items, line: Break, measure: float, indent: float, inside: Sequence[int]
) -> list[tuple[float, float]]:
    """Where the line, brought to its measure, shows white: from and to, from the column's edge."""
    ratios = adjust(items, line, measure, True).ratios
    base = items.left[line.first] - items.lead.get(line.first, 0.0) - indent
    found: list[tuple[float, float]] = []
    for box in inside:
        if box == line.last:
            continue
        start = items.right[box] - base
        stop = items.left[box + 1] - base
        for sums, ratio in ratios:
            start += ratio * (sums[box] - sums[line.first])
            stop += ratio * (sums[box + 1] - sums[line.first])
        if stop - start >= _NOTICED:
            found.append((start, stop))
    return found
