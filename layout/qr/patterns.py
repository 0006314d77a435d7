"""The fixed modules of each version, and the places of all others (ISO/IEC 18004:2015 6.3, 7.7).

A symbol is an integer: the module in row ``y`` and column ``x`` is the bit ``x`` places right
of the row's first, rows following from the top ``stride`` bits apart.  The bits between
two rows stay 0, like the quiet zone beside them.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter

from layout.qr.codewords import LEVELS

_APART = 4
"""Light bits between two rows: as wide as what the penalty looks at beside a row."""

_ALIGNMENT: dict[int, tuple[int, ...]] = {
    1: (),
    2: (6, 18),
    3: (6, 22),
    4: (6, 26),
    5: (6, 30),
    6: (6, 34),
    7: (6, 22, 38),
    8: (6, 24, 42),
    9: (6, 26, 46),
    10: (6, 28, 50),
}
"""Rows and columns of the centres of alignment patterns (annex E)."""

_LEVEL_BITS = {"L": 0b01, "M": 0b00, "Q": 0b11, "H": 0b10}
_FORMAT_MASK, _FORMAT_GENERATOR, _VERSION_GENERATOR = 0x5412, 0x537, 0x1F25
_FIRST_WITH_VERSION = 7

Place = tuple[int, int]
"""Column and row."""


class Pattern:
    """A version's symbol: ``size`` modules square, its rows ``stride`` bits apart.

    ``open`` has the bits of all places that codewords take, which masks change.
    """

    def __init__(self, version: int) -> None:
        self.size = 4 * version + 17
        self.stride = self.size + _APART
        dark = dict(_fixed(version, self.size))
        reserved = {place for half in _format_places(self.size) for place in half}
        order = [each for each in _zigzag(self.size) if each not in dark and each not in reserved]
        self.open = self._bits(order)
        self._take = itemgetter(*self._sources(dark, order))
        self._room = len(order)
        self._formats = {
            (level, mask): self._format(level, mask) for level in LEVELS for mask in range(8)
        }

    def with_codewords(self, words: bytes) -> int:
        """The symbol with these codewords, unmasked; bits that are left over stay 0 (7.7.3)."""
        bits = f"{int.from_bytes(words):0{8 * len(words)}b}".ljust(self._room, "0")
        return int("".join(self._take(f"{bits}01")), 2)

    def with_format(self, modules: int, level: str, mask: int) -> int:
        """The symbol with its format information, which has been left open."""
        return modules | self._formats[level, mask]

    def _sources(self, dark: dict[Place, bool], order: Iterable[Place]) -> Iterator[int]:
        """Where each bit of the symbol comes from: a codeword's bit, or 0 or 1 behind them."""
        taken = {place: at for at, place in enumerate(order)}
        for y in range(self.size):
            for x in range(self.stride):
                fixed = len(taken) + dark.get((x, y), False)
                yield taken.get((x, y), fixed)

    def _bits(self, places: Iterable[Place]) -> int:
        last = self.size * self.stride - 1
        return sum(1 << last - y * self.stride - x for x, y in places)

    def _format(self, level: str, mask: int) -> int:
        """Both copies of the format information, and the dark module (7.9)."""
        value = _LEVEL_BITS[level] << 3 | mask
        word = _with_remainder(value, 10, _FORMAT_GENERATOR) ^ _FORMAT_MASK
        return self._bits(
            place
            for half in _format_places(self.size)
            for at, place in enumerate(half)
            if word >> 14 - at & 1
        )


@cache
def pattern(version: int) -> Pattern:
    """The pattern of a version, made once."""
    return Pattern(version)


def _with_remainder(value: int, bits: int, generator: int) -> int:
    """The value with the remainder of its division behind it: a BCH code (annexes C and D)."""
    rest = value << bits
    for at in range(rest.bit_length() - 1, bits - 1, -1):
        if rest >> at & 1:
            rest ^= generator << at - bits
    return value << bits | rest


def _fixed(version: int, size: int) -> Iterator[tuple[Place, bool]]:
    """The modules that are the same in every symbol of a version, later ones over earlier."""
    for at in range(8, size - 8):
        yield (at, 6), at % 2 == 0
        yield (6, at), at % 2 == 0
    for x, y in ((3, 3), (size - 4, 3), (3, size - 4)):
        yield from _squares((x, y), 4, (0, 1, 3), size)
    centres = _ALIGNMENT[version]
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    for centre in ((x, y) for x in centres for y in centres):
        if centre not in corners:
            yield from _squares(centre, 2, (0, 2), size)
    yield (8, size - 8), True
    if version >= _FIRST_WITH_VERSION:
        word = _with_remainder(version, 12, _VERSION_GENERATOR)
        for at in range(18):
            along, across = at // 3, size - 11 + at % 3
            yield (along, across), bool(word >> at & 1)
            yield (across, along), bool(word >> at & 1)


def _squares(
    centre: Place, reach: int, dark: tuple[int, ...], size: int
) -> Iterator[tuple[Place, bool]]:
    """Squares in one another about a centre, those at the distances ``dark`` being so."""
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            x, y = centre[0] + dx, centre[1] + dy
            if 0 <= x < size and 0 <= y < size:
                yield (x, y), max(abs(dx), abs(dy)) in dark


def _format_places(size: int) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Where the format information stands, its first bit first: round the upper left finder
    pattern, and beside the two others (figure 25)."""
    round_first = (
        *((x, 8) for x in (0, 1, 2, 3, 4, 5, 7, 8)),
        *((8, y) for y in (7, 5, 4, 3, 2, 1, 0)),
    )
    beside = (
        *((8, size - 1 - at) for at in range(7)),
        *((size - 8 + at, 8) for at in range(8)),
    )
    return round_first, beside


def _zigzag(size: int) -> Iterator[Place]:
    """All places in the order in which codewords are set, from the lower right (7.7.3)."""
    upwards = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        rows = range(size - 1, -1, -1) if upwards else range(size)
        for y in rows:
            yield right, y
            yield right - 1, y
        upwards = not upwards
