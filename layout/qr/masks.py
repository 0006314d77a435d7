"""The eight masks, and how ill a masked symbol is to read (ISO/IEC 18004:2015 7.8).

Every feature is counted on the whole symbol at once, by shifting it against itself.
"""

from collections.abc import Callable
from functools import cache

from layout.qr.patterns import Pattern

_CONDITIONS: tuple[Callable[[int, int], bool], ...] = (
    lambda x, y: (y + x) % 2 == 0,
    lambda _, y: y % 2 == 0,
    lambda x, _: x % 3 == 0,
    lambda x, y: (y + x) % 3 == 0,
    lambda x, y: (y // 2 + x // 3) % 2 == 0,
    lambda x, y: (y * x) % 2 + (y * x) % 3 == 0,
    lambda x, y: ((y * x) % 2 + (y * x) % 3) % 2 == 0,
    lambda x, y: ((y + x) % 2 + (y * x) % 3) % 2 == 0,
)
"""Where a mask turns a module over (table 10)."""

_RUN, _BLOCK, _FINDER, _SHARE = 3, 3, 40, 10
"""The weights N1 to N4 (table 11)."""


def masked(modules: int, mask: int, drawn: Pattern) -> int:
    """The symbol with the places of codewords turned over where the mask says so."""
    return modules ^ (_grid(mask, drawn.size, drawn.stride) & drawn.open)


@cache
def _grid(mask: int, size: int, stride: int) -> int:
    turned = _CONDITIONS[mask]
    bits = ("01"[x < size and turned(x, y)] for y in range(size) for x in range(stride))
    return int("".join(bits), 2)


@cache
def _neighbours(size: int, stride: int) -> tuple[int, int]:
    """The modules with another at their right (bits: the lower), and with another below."""
    row, last = (1 << size) - 1 << stride - size, (1 << size) - 2 << stride - size
    whole = sum(row << stride * y for y in range(1, size))
    return sum(last << stride * y for y in range(size)), whole


def penalty(modules: int, size: int, stride: int) -> int:
    """The points of a symbol: the fewer, the better it is read (7.8.3.1)."""
    has_right, has_below = _neighbours(size, stride)
    across = ~(modules ^ modules << 1) & has_right
    down = ~(modules ^ modules << stride) & has_below
    blocks = across & across << stride & down
    share = abs(20 * modules.bit_count() - 10 * size * size) // (size * size)
    return (
        _runs(across, 1)
        + _runs(down, stride)
        + _BLOCK * blocks.bit_count()
        + _FINDER * (_finders(modules, 1) + _finders(modules, stride))
        + _SHARE * share
    )


def _runs(alike: int, step: int) -> int:
    """Five modules of one colour in line count 3, every further one 1."""
    fives = alike & alike >> step & alike >> 2 * step & alike >> 3 * step
    return fives.bit_count() + (_RUN - 1) * (fives & ~(fives << step)).bit_count()


def _finders(modules: int, step: int) -> int:
    """What looks like a finder pattern, 1:1:3:1:1 beside four light modules."""
    found = modules & modules >> 2 * step & modules >> 3 * step
    found &= modules >> 4 * step & modules >> 6 * step & ~(modules >> step | modules >> 5 * step)
    before = modules << step | modules << 2 * step | modules << 3 * step | modules << 4 * step
    after = before >> 11 * step
    return (found & ~(before & after)).bit_count()
