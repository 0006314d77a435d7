"""Optimum line breaks over a whole paragraph, and how each line is brought to its measure.

Knows boxes, the gaps between them, what gaps can give and take in stages of priority, and
places where a line may end; knows no character, font or language.  All lengths are in one
unit, whichever the caller uses.

The search follows Knuth and Plass (Breaking Paragraphs into Lines, 1981) in taking the
breaks whose costs sum least, as a shortest path; stages take the place of their one stretch
and shrink: a stage is used only when those before it are used up, as JLREQ asks in 3.8.3 and
3.8.4, and reducing costs less than expanding (3.8.2).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import TypeAlias

from layout.values import NamedTuple

EPSILON = 1e-6

_EXPANDED = 3.0  # to be expanded at all costs more than any reduction does (JLREQ 3.8.2)
_BEYOND_STAGES = 15.0  # space that is seen: rather several lines out of order (below)
_BEYOND_SLOPE = 60.0  # per em added at each place when no stage has anything left
_USED = 0.1  # the share of a stage's cost that using any of it takes
_SCRAP = 25.0  # a last line of one character
_SAME_TONE = 0.1
_AS_IT_IS = 0.2  # a line that costs less counts as set without adjustment
_OUT_OF_ORDER = 3.5  # to adjust a line more than it needs, for the sake of others
_NOT_FLUSH = 1e4
_FLAGGED_TWICE = 70.0  # two hyphenated lines in succession: as bad as holes in one of an em
_FLAGGED_LAST = 50.0  # a last line that begins within a word
_RESCUE = (0.0, 1e6, 1e8, 1e10)
_OVERFULL = 1e12
_STANDS_OUT = 1e7  # rather than part a unit; but an address is parted at its joints
_STANDING_OUT = 4.0
_NEAREST = 3
_NEAREST_RESCUES = 8
_JOINT = 10.0  # to part at a joint what fits no line: rather than tear the line before it
_SHORT_AT_JOINT = 4.0  # per em that such a line stays short
_NEAREST_FLAGGED = 9


class Stage(NamedTuple):
    """What the gaps can give at one priority.

    ``sums[k]`` is what all gaps before box k can give together; ``cost`` is the badness of
    using all of it on a line.
    """

    sums: Sequence[float]
    cost: float


class End(NamedTuple):
    """One way for a line to end after a box.

    ``extra`` is added to the line's width after the box's right edge, and the box itself is
    moved by ``shift``; ``cost`` is what choosing it costs.
    """

    extra: float
    cost: float = 0.0
    shift: float = 0.0


PLAIN_ENDS = (End(0.0),)


class Items(NamedTuple):
    """A paragraph as its breaker sees it; sequences have one entry for each box, sums one more.

    ``left`` and ``right`` are the boxes' edges when all gaps are natural; ``lead`` the space
    before a box that starts a line, where there is any; ``ends`` the ways to end a line after
    a box, where there is more than the plain one.  ``breaks`` are the boxes after which a
    line may end, in order, the last box among them; ``penalty`` what that costs where it
    costs anything; ``rescue`` grades the other boxes for a text that fits in no other way
    (1, 2, 3 from bad to worse, 0 never).

    ``shrink`` and ``stretch`` are stages in order of priority; ``free`` sums the
    weights of the places that share without limit what no stage could give.
    ``substance`` sums what makes a last line more than a scrap; ``tone`` is equal for boxes
    that look alike, so that lines which end or begin alike in succession can be avoided.
    ``flagged`` are breaks of which no two should follow one another (Knuth and Plass):
    hyphenated ones.
    """

    left: Sequence[float]
    right: Sequence[float]
    lead: Mapping[int, float]
    ends: Mapping[int, tuple[End, ...]]
    breaks: Sequence[int]
    penalty: Mapping[int, float]
    rescue: Sequence[int]
    shrink: tuple[Stage, ...]
    stretch: tuple[Stage, ...]
    free: Sequence[float]
    substance: Sequence[int]
    tone: Sequence[Hashable]
    flagged: frozenset[int] = frozenset()


class Break(NamedTuple):
    """A chosen line: its boxes from ``first`` to ``last`` and how it ends.

    ``offends`` says that it parts what belongs together, or stands out of its measure,
    because nothing else was possible.
    """

    first: int
    last: int
    end: End
    offends: bool = False


class Adjustment(NamedTuple):
    """How a line's gaps are changed: each stage's sums times its ratio, added up.

    ``missing`` is what could not be brought in (positive: the line is short; negative: it
    stands out).
    """

    ratios: tuple[tuple[Sequence[float], float], ...]
    missing: float


class Way(NamedTuple):
    """A way through a paragraph: what it costs, and its lines."""

    cost: float
    lines: list[Break]


NOWHERE = Way(inf, [])


def justified(items: Items, measures: Sequence[float]) -> Way:
    """The breaks of least cost where every line but the last fills its measure.

    The last measure holds for all further lines.  Linear in practice: from each reachable
    place only the few breaks near the measure are tried, and all lawful ones only if no way
    to flush lines was found among those.
    """
    final = len(items.left) - 1

    def short(first: int, last: int, length: float) -> float:
        return 0.0 if last == final else _filling(items, first, last, length)

    way = NOWHERE
    search = _Search(items, measures, short)
    if search.may_fit():
        way = search.run(_nearest(items))
        if not way.lines or way.cost >= _NOT_FLUSH:
            way = search.run(len(items.left))
    rescue = _STANDING_OUT, _RESCUE[1]
    if way.lines:
        return way
    return _Rescue(items, measures, short, 0.0, *rescue).run(_NEAREST_RESCUES)


def ragged(items: Items, measures: Sequence[float]) -> list[Break]:
    """The breaks that leave lines short as evenly as may be; the last line is free."""
    final = len(items.left) - 1

    def short(_: int, last: int, length: float) -> float:
        return 0.0 if last == final else length * length

    search = _Search(items, measures, short)
    lines: list[Break] = []
    if search.may_fit():
        lines = search.run(_nearest(items))[1] or search.run(len(items.left))[1]
    return lines or _Rescue(items, measures, short).run(_NEAREST_RESCUES)[1]


def _nearest(items: Items) -> int:
    """How many breaks before the measure are tried: more than a word has hyphens."""
    return _NEAREST_FLAGGED if items.flagged else _NEAREST


def balanced(items: Items, measures: Sequence[float]) -> list[Break]:
    """As few lines as the penalties allow, and those as equal as may be, the last included.

    For a few lines of display text: all breaks are tried.  A penalty counts as so many
    lines more.
    """
    each = 4.0 * max(measures) ** 2  # more than evenness can ever win
    weighed = items._replace(penalty={box: each * cost for box, cost in items.penalty.items()})

    def short(_: int, __: int, length: float) -> float:
        return length * length

    lines = _Search(weighed, measures, short, each).run(len(items.left)).lines
    return lines or _Rescue(weighed, measures, short, each).run(len(items.left)).lines


def _filling(items: Items, first: int, last: int, short: float) -> float:
    """How bad it is to expand a line: by its stages, then evenly without limit (3.8.4)."""
    badness = _EXPANDED
    for sums, cost in items.stretch:
        given = sums[last] - sums[first]
        if given >= short - EPSILON:
            return badness + cost * (short / given) ** 2
        if given > EPSILON:
            badness += cost
            short -= given
    places = items.free[last] - items.free[first]
    if places > EPSILON:
        return badness + _BEYOND_STAGES + _BEYOND_SLOPE * short / places
    return _NOT_FLUSH * (1.0 + short)


def adjust(items: Items, line: Break, measure: float, fill: bool) -> Adjustment:
    """What brings a line to its measure: stage after stage, each over the whole line alike.

    Without ``fill`` (ragged text, a last line) it is only reduced where it is too long.
    """
    excess = width(items, line) - measure
    if excess > EPSILON:
        ratios, rest = _use(items.shrink, line, excess, -1.0)
        return Adjustment(ratios, -rest)
    if excess >= -EPSILON or not fill:
        return Adjustment((), max(0.0, -excess))
    ratios, rest = _use(items.stretch, line, -excess, 1.0)
    places = items.free[line.last] - items.free[line.first]
    if rest > EPSILON and places > EPSILON:
        return Adjustment((*ratios, (items.free, rest / places)), 0.0)
    return Adjustment(ratios, rest)


def width(items: Items, line: Break) -> float:
    """The natural width of a line, with what is set before its head and after its end."""
    lead = items.lead.get(line.first, 0.0)
    return items.right[line.last] - items.left[line.first] + lead + line.end.extra


def _use(
    stages: tuple[Stage, ...], line: Break, wanted: float, sign: float
) -> tuple[tuple[tuple[Sequence[float], float], ...], float]:
    inner = line.last - 1 if line.end.shift else line.last
    ratios: list[tuple[Sequence[float], float]] = []
    for sums, _ in stages:
        given = sums[inner] - sums[line.first]
        if given > EPSILON and wanted > 0.0:
            ratio = min(1.0, wanted / given)
            ratios.append((sums, sign * ratio))
            wanted -= given * ratio
    return tuple(ratios), wanted if wanted > EPSILON else 0.0


Badness: TypeAlias = Callable[[int, int, float], float]
"""What it costs to leave a line from one box to another short by a length."""


class _Search:
    """One search for the cheapest way through a paragraph; ``each`` is what any line costs.

    A node is (number of the line as far as measures differ, first box of the line), held as
    one number; ``run`` settles nodes in order of cost.
    """

    def __init__(
        self, items: Items, measures: Sequence[float], short: Badness, each: float = 0.0
    ) -> None:
        self.items = items
        self.measures = measures
        self.short = short
        self.each = each
        self.final = len(items.left) - 1
        self.offence = _RESCUE[1]
        self.joints: frozenset[int] = frozenset()
        self.give = _together(items)
        extras = [-end.extra for ends in items.ends.values() for end in ends]
        self.slack = max(extras, default=0.0) + EPSILON

    def may_fit(self) -> bool:
        """Whether every unit fits some line when all about it is reduced; where one does not,
        no way needs to be sought."""
        left, right, give = self.items.left, self.items.right, self.give
        most = max(self.measures) + self.slack
        heads = [0, *(box + 1 for box in self.items.breaks[:-1])]
        return not any(
            right[last] - left[first] - give[last] + give[first] > most
            for first, last in zip(heads, self.items.breaks, strict=True)
        )

    def run(self, nearest: int) -> Way:
        """The cheapest way, :data:`NOWHERE` if there is none.

        From each place are tried the ``nearest`` breaks that leave the line short, and all
        that leave it too long by no more than can be reduced.
        """
        stride, last_row = self.final + 2, len(self.measures) - 1
        best = {0: 0.0}
        came: dict[int, tuple[int, Break]] = {}
        heap = [(0.0, 0)]
        while heap:
            cost, node = heappop(heap)
            if cost > best[node]:
                continue
            row, first = divmod(node, stride)
            if first > self.final:
                return Way(cost, _walk(came, node))
            base = min(row + 1, last_row) * stride + 1
            for step, line in self.lines_from(first, self.measures[row], nearest):
                total, reached = cost + step, base + line.last
                if total < best.get(reached, total + 1.0):
                    best[reached] = total
                    came[reached] = (node, line)
                    heappush(heap, (total, reached))
        return NOWHERE

    def lines_from(self, first: int, measure: float, nearest: int) -> list[tuple[float, Break]]:
        """The lines worth trying from a box on, with their costs."""
        start = self.items.left[first] - self.items.lead.get(first, 0.0)
        reach = start + measure
        full = bisect_right(self.items.right, reach + EPSILON) - 1
        if full >= self.final:
            whole = self.line(first, self.final, reach)
            if whole is not None:
                return [whole]
        lines = [
            line
            for last in self.candidates(first, full, reach, nearest)
            if (line := self.line(first, last, reach)) is not None
        ]
        return _in_order(lines)

    def candidates(self, first: int, full: int, reach: float, nearest: int) -> list[int]:
        """Breaks near the measure; ``full`` is the last box that fits as it is."""
        breaks, right, give = self.items.breaks, self.items.right, self.give
        above = bisect_right(breaks, full)
        below = bisect_left(breaks, first, 0, above)
        found = list(breaks[max(below, above - nearest) : above])
        limit = reach + self.slack - give[first]
        for index in range(above, len(breaks)):
            last = breaks[index]
            if right[last] - give[last] > limit:
                break
            found.append(last)
        return found

    def line(self, first: int, last: int, reach: float) -> tuple[float, Break] | None:
        """The cheapest way to set one line, or None if it cannot be brought into the measure."""
        excess = self.items.right[last] - reach
        ends = self.items.ends.get(last, PLAIN_ENDS)
        cost, end = self.badness(first, last, excess + ends[0].extra) + ends[0].cost, ends[0]
        for other in ends[1:]:
            if other.shift and last == first:
                continue
            inner = last - 1 if other.shift else last
            rival = self.badness(first, inner, excess + other.extra) + other.cost
            if rival < cost:
                cost, end = rival, other
        if cost == inf:
            return None
        cost += self.surroundings(first, last)
        return cost, Break(first, last, end, cost >= self.offence or last in self.joints)

    def badness(self, first: int, last: int, excess: float) -> float:
        """How bad it is to take ``excess`` out of a line, or to fill it in."""
        if excess <= EPSILON:
            return 0.0 if excess >= -EPSILON else self.short(first, last, -excess)
        badness = 0.0
        for sums, cost in self.items.shrink:
            given = sums[last] - sums[first]
            if given >= excess - EPSILON:
                return badness + cost * (_USED + (1.0 - _USED) * (excess / given) ** 2)
            if given > EPSILON:
                badness += cost
                excess -= given
        return inf

    def surroundings(self, first: int, last: int) -> float:
        """What a line costs for where it ends and for what stands above it."""
        items = self.items
        more = self.each + items.penalty.get(last, 0.0)
        if first:
            if items.tone[last] == items.tone[first - 1]:
                more += _SAME_TONE
            if first - 1 in items.flagged:
                more += _FLAGGED_TWICE * (last in items.flagged)
                more += _FLAGGED_LAST * (last == self.final)
            if last == self.final and items.substance[last + 1] - items.substance[first] <= 1:
                more += _SCRAP
        return more


class _Rescue(_Search):
    """The search that also tries breaks which part what belongs together, and boxes that are
    wider than the measure.

    A unit that is wider by no more than ``out`` is left whole; a line of a break that costs
    ``offence`` or more offends.
    """

    def __init__(
        self,
        items: Items,
        measures: Sequence[float],
        short: Badness,
        each: float = 0.0,
        out: float = 0.0,
        offence: float = _RESCUE[2],
    ) -> None:
        joints = _joints(items, max(measures))
        super().__init__(_with_rescues(items, joints), measures, short, each)
        self.joints = joints if offence <= _RESCUE[1] else frozenset()
        self.lawful = items.breaks
        self.out = out
        self.offence = offence

    def lines_from(self, first: int, measure: float, nearest: int) -> list[tuple[float, Break]]:
        lines = super().lines_from(first, measure, nearest)
        if not lines or lines[0][0] >= _RESCUE[2]:
            lines += self.standing_out(first, measure)
        if lines:
            return lines
        last = self.items.breaks[bisect_left(self.items.breaks, first)]
        return [(_OVERFULL, Break(first, last, self.narrowest(last), offends=True))]

    def badness(self, first: int, last: int, excess: float) -> float:
        cost = super().badness(first, last, excess)
        return min(cost, _SHORT_AT_JOINT * -excess) if last in self.joints and excess < 0 else cost

    def standing_out(self, first: int, measure: float) -> list[tuple[float, Break]]:
        """The line of one whole unit, if it stands out by little."""
        place = bisect_left(self.lawful, first)
        if first and (place == 0 or self.lawful[place - 1] != first - 1):
            return []  # what is left of a unit that has been parted
        last = self.lawful[place]
        line = Break(first, last, self.narrowest(last), offends=True)
        over = width(self.items, line) - self.give[last] + self.give[first] - measure
        return [(_STANDS_OUT, line)] if EPSILON < over <= self.out else []

    def narrowest(self, last: int) -> End:
        return min(self.items.ends.get(last, PLAIN_ENDS), key=lambda end: end.extra)

    def candidates(self, first: int, full: int, reach: float, nearest: int) -> list[int]:
        found = super().candidates(first, full, reach, nearest)
        above = bisect_right(self.lawful, full)
        below = bisect_left(self.lawful, first, 0, above)
        return sorted({*found, *self.lawful[max(below, above - _NEAREST) : above]})


def _joints(items: Items, widest: float) -> frozenset[int]:
    """The places of the first grade in units that are wider than any line may be."""
    found: list[int] = []
    for start, last in pairwise((-1, *items.breaks)):
        if items.right[last] - items.left[start + 1] > widest:
            found += (box for box in range(start + 1, last) if items.rescue[box] == 1)
    return frozenset(found)


def _with_rescues(items: Items, joints: frozenset[int]) -> Items:
    lawful = set(items.breaks)
    extra = {
        box: _RESCUE[grade] for box, grade in enumerate(items.rescue) if grade and box not in lawful
    } | dict.fromkeys(joints, _JOINT)
    penalty = {**items.penalty, **extra}
    return items._replace(breaks=sorted(lawful | extra.keys()), penalty=penalty)


def _together(items: Items) -> Sequence[float]:
    """What all stages of reduction can give together before each box."""
    sums = [stage.sums for stage in items.shrink]
    if len(sums) < 2:
        return sums[0] if sums else [0.0] * len(items.left)
    return [sum(each) for each in zip(*sums, strict=True)]


def _in_order(lines: list[tuple[float, Break]]) -> list[tuple[float, Break]]:
    """The lines with what it costs to reduce where nothing need be done, or to expand where
    reducing would do (3.8.2): the paragraph may ask for it, but not for little."""
    least = min((cost for cost, _ in lines), default=0.0)
    if least >= _EXPANDED:
        return lines
    limit = _AS_IT_IS if least < _AS_IT_IS else _EXPANDED
    return [(cost + _OUT_OF_ORDER * (cost >= limit), line) for cost, line in lines]


def _walk(came: dict[int, tuple[int, Break]], node: int) -> list[Break]:
    lines: list[Break] = []
    while node in came:
        node, line = came[node]
        lines.append(line)
    return lines[::-1]
