"""From a message to the codewords of a symbol (ISO/IEC 18004:2015 7.4 to 7.6)."""

from collections.abc import Sequence
from functools import cache
from itertools import chain, zip_longest

from layout.values import NamedTuple

LEVELS = "LMQH"
VERSIONS = tuple(range(1, 11))

# ISO/IEC 18004:2015, table 9.
_TOTAL = (26, 44, 70, 100, 134, 172, 196, 242, 292, 346)
_CORRECTION = {
    "L": (7, 10, 15, 20, 26, 18, 20, 24, 30, 18),
    "M": (10, 16, 26, 18, 24, 16, 18, 22, 22, 26),
    "Q": (13, 22, 18, 26, 18, 24, 18, 22, 20, 24),
    "H": (17, 28, 22, 16, 22, 28, 26, 26, 24, 28),
}
_BLOCKS = {
    "L": (1, 1, 1, 1, 1, 2, 2, 2, 2, 4),
    "M": (1, 1, 1, 2, 2, 4, 4, 4, 5, 5),
    "Q": (1, 1, 2, 2, 4, 4, 6, 6, 8, 8),
    "H": (1, 1, 2, 4, 4, 4, 5, 6, 8, 8),
}

_BYTE_MODE, _MODE_BITS = 0b0100, 4
_PADDING = b"\xec\x11"
_LONG_COUNT = 10
"""The version from which the count of bytes has 16 bits, not 8 (table 3)."""


class _Shape(NamedTuple):
    """How a symbol's codewords are divided: those of data in all, the blocks, the codewords of
    correction in each."""

    data: int
    blocks: int
    correction: int


def _shape(version: int, level: str) -> _Shape:
    at = version - 1
    correction, blocks = _CORRECTION[level][at], _BLOCKS[level][at]
    return _Shape(_TOTAL[at] - correction * blocks, blocks, correction)


def _count_bits(version: int) -> int:
    return 16 if version >= _LONG_COUNT else 8


def capacity(version: int, level: str) -> int:
    """The bytes that a symbol holds."""
    return (_shape(version, level).data * 8 - _MODE_BITS - _count_bits(version)) // 8


def codewords(message: bytes, version: int, level: str) -> bytes:
    """All codewords in their order on the symbol: data and correction, the blocks interleaved."""
    shape = _shape(version, level)
    blocks = tuple(_parted(_data(message, version, shape.data), shape.blocks))
    corrections = [_correction(block, shape.correction) for block in blocks]
    return bytes((*_interleaved(blocks), *_interleaved(corrections)))


def _data(message: bytes, version: int, length: int) -> bytes:
    """The message behind its mode and count, with terminator and padding (7.4.9, 7.4.10)."""
    count = _count_bits(version)
    stream = _BYTE_MODE << count | len(message)
    stream = stream << 8 * len(message) | int.from_bytes(message)
    bits = _MODE_BITS + count + 8 * len(message)
    # Four bits of mode and a count of whole bytes: the terminator's four fill the last byte.
    data = (stream << 4).to_bytes((bits + 4) // 8)
    missing = length - len(data)
    return data + (_PADDING * (missing // 2 + 1))[:missing]


def _parted(data: bytes, blocks: int) -> Sequence[bytes]:
    """The data in blocks, the later ones a codeword longer where it does not divide evenly."""
    short, longer = divmod(len(data), blocks)
    starts = [at * short + max(0, at - (blocks - longer)) for at in range(blocks + 1)]
    return [data[start:end] for start, end in zip(starts, starts[1:], strict=False)]


def _interleaved(blocks: Sequence[bytes]) -> Sequence[int]:
    rounds = zip_longest(*blocks)
    return [word for word in chain.from_iterable(rounds) if word is not None]


def _correction(block: bytes, length: int) -> bytes:
    """The remainder of the block's polynomial, the register being one integer (annex A)."""
    table = _remainders(length)
    top, mask = 8 * (length - 1), (1 << 8 * length) - 1
    register = 0
    for word in block:
        register = (register << 8 & mask) ^ table[word ^ register >> top]
    return register.to_bytes(length)


@cache
def _remainders(length: int) -> tuple[int, ...]:
    """What each factor takes off the register: the generator polynomial times 0 to 255."""
    generator = [1]
    for power in range(length):
        root = _POWERS[power]
        shifted = [*generator, 0]
        for at, factor in enumerate(generator):
            shifted[at + 1] ^= _product(factor, root)
        generator = shifted
    return tuple(
        int.from_bytes(bytes(_product(factor, each) for each in generator[1:]))
        for factor in range(256)
    )


def _powers() -> tuple[int, ...]:
    """Powers of 2 in the field of 256 with the polynomial 285 (7.5.2)."""
    powers, value = [], 1
    for _ in range(255):
        powers.append(value)
        value = value << 1 ^ (285 if value & 128 else 0)
    return tuple(powers)


_POWERS = _powers()
_LOGARITHMS = {value: power for power, value in enumerate(_POWERS)}


def _product(one: int, other: int) -> int:
    if not (one and other):
        return 0
    return _POWERS[(_LOGARITHMS[one] + _LOGARITHMS[other]) % 255]
