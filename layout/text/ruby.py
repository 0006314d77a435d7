"""Where ruby and its base stand to one another (JLREQ 3.3 and appendix F; JIS X 4051 4.12).

Pure functions over widths along the line, all in one unit; no glyph, font or direction.
A character of Western text is no place to add space: a word counts as one width.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf

from layout.values import NamedTuple

_EPSILON = 1e-9
_HALVINGS = 50

Reach = tuple[float, float]
"""How far ruby may lie over what is before its base and over what is after it."""


class Complex(NamedTuple):
    """A base with its ruby, set as one box from its left edge, whichever of them begins there.

    ``base`` and ``ruby`` are where each of their widths starts.  The box overlaps what is
    before it by ``before`` and what is after it by ``after``, but at the edges of a line, where
    nothing sticks out (3.3.8).
    """

    width: float
    base: tuple[float, ...]
    ruby: tuple[float, ...]
    before: float = 0.0
    after: float = 0.0


def mono(base: float, ruby: Sequence[float], reach: Reach, head: float) -> Complex:
    """One character with its reading, which is set solid (3.3.5).

    ``head`` is the share of the room left that stands before a reading shorter than its
    base: a half is nakatsuki, none katatsuki.  A longer one is centred either way.
    """
    length = sum(ruby)
    if length <= base:
        return Complex(base, (0.0,), _solid(ruby, head * (base - length)))
    end = (length - base) / 2
    return Complex(length, (end,), _solid(ruby), min(end, reach[0]), min(end, reach[1]))


def group(base: Sequence[float], ruby: Sequence[float], reach: Reach, em: float) -> Complex:
    """Several characters with one reading between them (3.3.6).

    The shorter of the two is spread in the proportion 1:2:1, ruby no further in from the ends
    than one ``em`` of ruby.  Ruby that may lie over both neighbours does so before the base
    is spread, alike on either side: the two stay centred on one another.
    """
    length, room = sum(ruby), sum(base)
    if length <= room:
        return Complex(room, _solid(base), _spread(ruby, room, most=em))
    end = min((length - room) / 2, *reach)
    starts = _spread(base, length, least=end)
    end = starts[0]
    return Complex(length, starts, _solid(ruby), min(end, reach[0]), min(end, reach[1]))


def jukugo(
    base: Sequence[float], readings: Sequence[Sequence[float]], reach: Reach, em: float, head: float
) -> Complex:
    """A compound with a reading for each character (3.3.7; appendix F).

    Each reading is set solid and as near to the middle of its own character as the others
    let it.  One that is too long lies first over its neighbours in the compound, by up to
    one ``em`` of ruby, then over what is before and after the compound, and only then are
    characters spaced out: those with long readings, in proportion.
    """
    lengths = [sum(reading) for reading in readings]
    for limits in ((0.0, 0.0), reach):
        found = _fitted(base, lengths, limits, em, head, 0.0)
        if found:
            return _compound(base, readings, found, 0.0)
    tight, wide = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (tight + wide) / 2
        if _fitted(base, lengths, reach, em, head, middle):
            wide = middle
        else:
            tight = middle
    return _compound(base, readings, _fitted(base, lengths, reach, em, head, wide), wide)


def _solid(widths: Iterable[float], start: float = 0.0) -> tuple[float, ...]:
    return tuple(accumulate(widths, initial=start))[:-1]


def _spread(
    widths: Sequence[float], length: float, least: float = 0.0, most: float = inf
) -> tuple[float, ...]:
    """The starts of widths spread over a length: twice the space of the ends between them."""
    rest, count = length - sum(widths), len(widths)
    if count < 2:
        return (rest / 2,) * count
    end = min(max(rest / (2 * count), least), most)
    inner = (rest - 2 * end) / (count - 1)
    return _solid([width + inner for width in widths], end)


def _spaced(base: Sequence[float], lengths: Sequence[float], share: float) -> tuple[float, ...]:
    """The starts of a compound's characters and its end, each with a share of what its
    reading is too long by, half before it and half after it."""
    more = [share * max(0.0, length - width) for width, length in zip(base, lengths, strict=True)]
    cells = _solid([width + extra for width, extra in zip(base, more, strict=True)])
    return (
        *(cell + extra / 2 for cell, extra in zip(cells, more, strict=True)),
        sum(base) + sum(more),
    )


def _fitted(
    base: Sequence[float],
    lengths: Sequence[float],
    limits: Reach,
    em: float,
    head: float,
    share: float,
) -> list[float]:
    """Where the readings start, or nothing if they do not fit.

    Told as what stands before each reading besides the readings before it, they must not
    decrease: the nearest such row is found by pooling neighbours that would (isotonic
    regression), and then kept within what each reading may lie over.
    """
    *starts, end = _spaced(base, lengths, share)
    before = _solid(lengths)
    edges = [start + width for start, width in zip(starts, base, strict=True)]
    lowest = (-limits[0], *(edge - em for edge in edges[:-1]))
    highest = (*(start + em for start in starts[1:]), end + limits[1])
    low = list(accumulate((a - b for a, b in zip(lowest, before, strict=True)), max))
    high = [a - b - c for a, b, c in zip(highest, before, lengths, strict=True)]
    high = list(accumulate(reversed(high), min))[::-1]
    if any(a > b + _EPSILON for a, b in zip(low, high, strict=True)):
        return []
    wanted = [
        start + (width - length) * (0.5 if length > width else head) - ahead
        for start, width, length, ahead in zip(starts, base, lengths, before, strict=True)
    ]
    return [
        ahead + max(a, min(b, want))
        for ahead, a, b, want in zip(before, low, high, _pooled(wanted), strict=True)
    ]


def _pooled(values: Sequence[float]) -> list[float]:
    """The row nearest to the values that does not decrease."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            (a, m), (b, n) = pools[-2:]
            pools[-2:] = [(a + b, m + n)]
    return [total / count for total, count in pools for _ in range(count)]


def _compound(
    base: Sequence[float],
    readings: Sequence[Sequence[float]],
    found: Sequence[float],
    share: float,
) -> Complex:
    lengths = [sum(reading) for reading in readings]
    *starts, end = _spaced(base, lengths, share)
    left, right = min(0.0, found[0]), max(end, found[-1] + lengths[-1])
    ruby = [x - left for at, each in zip(found, readings, strict=True) for x in _solid(each, at)]
    return Complex(
        right - left, tuple(start - left for start in starts), tuple(ruby), -left, right - end
    )
