"""Font programs in the sfnt wrapper: the tables that rules look at, read in place.

OpenType 1.9: head, hhea, hmtx, maxp, loca, glyf, OS/2, cmap.
"""

from array import array
from struct import error, unpack_from
from sys import byteorder

Outline = tuple[float, float, float, float]


class Sfnt:
    """A TrueType or OpenType program; lengths come in thousandths of an em."""

    def __init__(self, data: bytes, tables: dict[str, tuple[int, int]]) -> None:
        self.data, self.tables = data, tables
        head = tables["head"][0]
        self.scale = 1000 / max(1, unpack_from(">H", data, head + 18)[0])
        self._long = bool(unpack_from(">h", data, head + 50)[0])
        self.glyphs = int(unpack_from(">H", data, tables["maxp"][0] + 4)[0])
        self._advances = int(unpack_from(">H", data, tables["hhea"][0] + 34)[0])

    def advance(self, glyph: int) -> float | None:
        """The glyph's width; None if there is none."""
        if not 0 <= glyph < self.glyphs or not self._advances:
            return None
        place = min(glyph, self._advances - 1)
        width: int = unpack_from(">H", self.data, self.tables["hmtx"][0] + 4 * place)[0]
        return float(width * self.scale)

    def outline(self, glyph: int) -> Outline | None:
        """The box of a glyph's ink (left, bottom, right, top); None for none or unknown."""
        if "glyf" not in self.tables or not 0 <= glyph < self.glyphs:
            return None
        loca = self.tables["loca"][0]
        if self._long:
            start, end = unpack_from(">II", self.data, loca + 4 * glyph)
        else:
            start, end = (2 * half for half in unpack_from(">HH", self.data, loca + 2 * glyph))
        if start == end:
            return None
        box = unpack_from(">hhhh", self.data, self.tables["glyf"][0] + start + 2)
        left, bottom, right, top = (value * self.scale for value in box)
        return left, bottom, right, top

    def mapping(self, platform: int, encoding: int) -> dict[int, int] | None:
        """A subtable of cmap (formats 0, 4 and 6) as glyphs by code; None if it is not there."""
        start = self.tables.get("cmap", (0, 0))[0]
        if not start:
            return None
        for at in range(start + 4, start + 4 + 8 * self._number(start + 2), 8):
            found = unpack_from(">HHI", self.data, at)
            if found[:2] == (platform, encoding):
                return self._subtable(start + int(found[2]))
        return None

    def _number(self, at: int) -> int:
        return int(unpack_from(">H", self.data, at)[0])

    def _subtable(self, at: int) -> dict[int, int] | None:
        kind = self._number(at)
        if kind == 0:
            return dict(enumerate(self.data[at + 6 : at + 262]))
        if kind == 6:
            first, count = self._number(at + 6), self._number(at + 8)
            glyphs = unpack_from(f">{count}H", self.data, at + 10)
            return {first + place: int(glyph) for place, glyph in enumerate(glyphs)}
        return self._segments(at) if kind == 4 else None

    def _segments(self, at: int) -> dict[int, int]:
        count = self._number(at + 6) // 2
        ends, starts, deltas, offsets = (
            unpack_from(f">{count}H", self.data, at + place)
            for place in (14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count)
        )
        glyphs: dict[int, int] = {}
        for place, (first, last) in enumerate(zip(starts, ends, strict=True)):
            here = at + 16 + 6 * count + 2 * place
            for code in range(first, min(last, 0xFFFE) + 1):
                glyph = code
                if offsets[place]:
                    glyph = self._number(here + offsets[place] + 2 * (code - first))
                if glyph or not offsets[place]:
                    glyphs[code] = (glyph + deltas[place]) & 0xFFFF
        return glyphs

    @property
    def embedding(self) -> int | None:
        """fsType of OS/2; None without that table."""
        place = self.tables.get("OS/2")
        return int(unpack_from(">H", self.data, place[0] + 8)[0]) if place else None


def read_sfnt(data: bytes) -> Sfnt | None:
    """The program in these bytes; None if they hold no sound one."""
    try:
        if data[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
            return None
        (count,) = unpack_from(">H", data, 4)
        tables = {}
        for at in range(12, 12 + 16 * count, 16):
            tag, _, offset, length = unpack_from(">4sIII", data, at)
            if offset + length > len(data) + 3:
                return None
            tables[tag.decode("latin-1")] = (offset, length)
        if not {"head", "maxp", "hhea", "hmtx"} <= tables.keys():
            return None
        return Sfnt(data, tables)
    except (error, IndexError):
        return None


def sums_agree(data: bytes) -> bool:
    """Whether a font's tables and the whole add up to what it says (OpenType, "calculating
    checksums"); its length is a multiple of four bytes."""
    if len(data) % 4 or _sum(data) != _MAGIC:
        return False
    (count,) = unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * count, 16):
        tag, told, offset, length = unpack_from(">4sIII", data, at)
        found = _sum(data[offset : offset + length + -length % 4])
        if tag == b"head":
            found -= unpack_from(">I", data, offset + 8)[0]
        if found & 0xFFFFFFFF != told:
            return False
    return True


_MAGIC = 0xB1B0AFBA


def _sum(data: bytes) -> int:
    words = array("I", data)
    if byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
