"""QR symbols (ISO/IEC 18004:2015): bytes in, modules out.  Knows no size on paper, no ink.

Only what a web address needs: byte mode, versions 1 to 10 (57 modules), the higher level of
correction wherever the same version has room for it.  A whole symbol is one integer, a bit for
each module, so that all eight masks are weighed in a fraction of a millisecond: a batch draws a
symbol of its own for every contact.
"""

from functools import cache

from layout.qr.codewords import LEVELS, VERSIONS, capacity, codewords
from layout.qr.masks import masked, penalty
from layout.qr.patterns import Pattern, pattern

LEAST_LEVEL = "M"
"""About 15 % of the codewords may be lost: for a leaflet that is folded and carried about."""

QUIET = 4
"""The modules that stay light on every side of a symbol (ISO/IEC 18004 6.3.8)."""


def most_bytes() -> int:
    """The longest message in bytes."""
    return capacity(VERSIONS[-1], LEAST_LEVEL)


def symbol(message: bytes) -> tuple[str, ...]:
    """The rows of the symbol from the top, ``1`` for a dark module and ``0`` for a light one.

    Raises ValueError for a message that is longer than :func:`most_bytes`.
    """
    version, level = _form(len(message))
    drawn = pattern(version)
    bare = drawn.with_codewords(codewords(message, version, level))
    best = min(
        (drawn.with_format(masked(bare, mask, drawn), level, mask) for mask in range(8)),
        key=lambda modules: penalty(modules, drawn.size, drawn.stride),
    )
    return _rows(best, drawn)


@cache
def _form(length: int) -> tuple[int, str]:
    """The smallest version that holds so many bytes, and the highest level at which it does."""
    levels = LEVELS[LEVELS.index(LEAST_LEVEL) :]
    for version in VERSIONS:
        holding = [level for level in levels if capacity(version, level) >= length]
        if holding:
            return version, holding[-1]
    raise ValueError(f"{length} bytes: more than a symbol of version {VERSIONS[-1]} holds")


def _rows(modules: int, drawn: Pattern) -> tuple[str, ...]:
    bits = f"{modules:0{drawn.stride * drawn.size}b}"
    return tuple(bits[start : start + drawn.size] for start in range(0, len(bits), drawn.stride))
