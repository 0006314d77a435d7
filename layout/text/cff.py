"""The charset of a CFF font: which character identifier (CID) each glyph has.

A CID-keyed CFF font in a PDF is addressed by CID, not by glyph number (ISO 32000-1, 9.7.4.2).
Layout of the table: Adobe Technical Note 5176, sections 4 to 13.
"""

from itertools import pairwise

_ROS = (12, 30)
_CHARSET = (15,)
_CHAR_STRINGS = (17,)


def read_cids(table: bytes) -> tuple[int, ...] | None:
    """The CID of every glyph, in order of glyph numbers; None if the font is keyed by name.

    An empty table (a font without one, or with CFF2 outlines) has no CIDs either.
    """
    if not table:
        return None
    names, position = _index(table, table[2])
    tops, _ = _index(table, position)
    if not names or not tops:
        return None
    top = _dictionary(tops[0])
    if _ROS not in top:
        return None
    char_strings = top[_CHAR_STRINGS][0]
    count = int.from_bytes(table[char_strings : char_strings + 2], "big")
    return read_charset(table, top.get(_CHARSET, (0,))[0], count)


def read_charset(table: bytes, at: int, count: int) -> tuple[int, ...]:
    """Formats 0 (a list), 1 and 2 (ranges); a CID-keyed font has no predefined charset."""
    if at <= 2:
        return tuple(range(count))
    cids, form, at = [0], table[at], at + 1
    left_bytes = (0, 1, 2)[form]
    while len(cids) < count:
        first = int.from_bytes(table[at : at + 2], "big")
        left = int.from_bytes(table[at + 2 : at + 2 + left_bytes], "big")
        cids.extend(range(first, first + left + 1))
        at += 2 + left_bytes
    return tuple(cids[:count])


def _index(table: bytes, at: int) -> tuple[list[bytes], int]:
    """The objects of an INDEX and the position behind it."""
    count = int.from_bytes(table[at : at + 2], "big")
    if not count:
        return [], at + 2
    width = table[at + 2]
    first, base = at + 3, at + 2 + width * (count + 1)
    places = [
        base + int.from_bytes(table[first + width * i : first + width * (i + 1)], "big")
        for i in range(count + 1)
    ]
    objects = [table[a:b] for a, b in pairwise(places)]
    return objects, places[-1]


def _dictionary(data: bytes) -> dict[tuple[int, ...], list[int]]:
    """A DICT's operators with their integer operands (real numbers read as 0)."""
    found: dict[tuple[int, ...], list[int]] = {}
    operands: list[int] = []
    at = 0
    while at < len(data):
        byte = data[at]
        if byte <= 21:
            width = 2 if byte == 12 else 1
            found[tuple(data[at : at + width])] = operands
            operands, at = [], at + width
        else:
            value, at = _operand(data, at)
            operands.append(value)
    return found


def _operand(data: bytes, at: int) -> tuple[int, int]:
    """The number that starts at ``at`` and the position behind it (section 4, table 3)."""
    byte = data[at]
    if byte == 28:
        return int.from_bytes(data[at + 1 : at + 3], "big", signed=True), at + 3
    if byte == 29:
        return int.from_bytes(data[at + 1 : at + 5], "big", signed=True), at + 5
    if byte == 30:
        end = at + 1
        while data[end] & 0x0F != 0x0F and data[end] >> 4 != 0x0F:
            end += 1
        return 0, end + 1
    if byte <= 246:
        return byte - 139, at + 1
    high, low = byte, data[at + 1]
    if byte <= 250:
        return (high - 247) * 256 + low + 108, at + 2
    return -(high - 251) * 256 - low - 108, at + 2
