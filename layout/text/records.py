"""Small fonts put together from glyph records, each cut from its face once.

Cutting a face takes a subsetter far longer than a leaflet's variant may take altogether.  A
TrueType glyph stands for itself (OpenType 1.9, glyf), so a font of a few is its records one
after the other behind tables that only count them.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from struct import pack, pack_into, unpack_from
from sys import byteorder
from typing import TypeAlias

from layout.text.faces import Face
from layout.text.programs import FontProgram
from layout.values import NamedTuple

_WHOLE = 0xFFFFFFFF
_MAGIC = 0xB1B0AFBA
"""What all words of a font add up to (OpenType, head.checkSumAdjustment)."""
_TAGS = (b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")
_ADJUSTMENT, _BOX, _LOCA_FORMAT, _COUNT = 8, 36, 50, 4
"""Where head has the sum of the file, the box and the form of loca, maxp the number of glyphs."""
_NO_BOX = (0, 0, 0, 0)
_HEAD, _HEAD_PADDED = 54, 56
_METRICS = 34
"""Where hhea has the number of metrics."""


Box: TypeAlias = tuple[int, int, int, int]


class Record(NamedTuple):
    """A glyph: its outline, a multiple of four bytes long, the sum of its words, its metrics, the
    box about it; the glyphs it is composed of, with the places of their numbers in the outline.
    """

    outline: bytes
    sum: int
    metrics: bytes
    box: Box
    parts: tuple[tuple[int, "Record"], ...] = ()


class Records:
    """The glyphs of a TrueType face as records, cut when they are first asked for."""

    def __init__(self, face: Face) -> None:
        self.face = face
        base = face.program(frozenset())
        self.base = base
        tables = _tables(base.data)
        self._blank = self._read(base.data, 0)
        self._head = bytearray(tables[b"head"])
        pack_into(">I", self._head, _ADJUSTMENT, 0)
        pack_into(">h", self._head, _LOCA_FORMAT, 1)
        self._head += bytes(_HEAD_PADDED - len(self._head))
        self._box: Box = unpack_from(">4h", self._head, _BOX)
        self._hhea = bytearray(tables[b"hhea"])
        self._maxp = self._most(tables[b"maxp"])
        self._held: dict[int, Record] = {}

    def _most(self, maxp: bytes) -> bytearray:
        """maxp as large as any glyph of the face needs it."""
        found = bytearray(maxp)
        whole = bytes(self.face.font.face.reference_table("maxp").data)
        if len(whole) >= 14 and len(found) >= 14:
            found[6:14] = whole[6:14]
        return found

    def _read(self, data: bytes, glyph: int) -> Record:
        tables = _tables(data)
        long = unpack_from(">h", tables[b"head"], _LOCA_FORMAT)[0]
        count = unpack_from(">H", tables[b"maxp"], _COUNT)[0]
        places = [
            each * (1 if long else 2)
            for each in unpack_from(f">{count + 1}{'I' if long else 'H'}", tables[b"loca"])
        ]
        outline = tables[b"glyf"][places[glyph] : places[glyph + 1]]
        outline += bytes(-len(outline) % 4)
        listed = unpack_from(">H", tables[b"hhea"], _METRICS)[0]
        advance = unpack_from(">H", tables[b"hmtx"], 4 * min(glyph, listed - 1))[0]
        side = 4 * glyph + 2 if glyph < listed else 4 * listed + 2 * (glyph - listed)
        bearing = unpack_from(">h", tables[b"hmtx"], side)[0]
        metrics = pack(">Hh", advance, bearing)
        parts = tuple((at, self._read(data, part)) for at, part in _parts(outline))
        box = unpack_from(">4h", outline, 2) if outline else _NO_BOX
        return Record(outline, _sum(outline), metrics, box, parts)

    def _cut(self, gids: frozenset[int]) -> None:
        """Cuts glyphs all at once: one takes nearly as long as a few do."""
        cut = self.face.program(gids)
        for gid in gids:
            self._held[gid] = self._read(cut.data, cut.cids[gid])

    def program(self, gids: Iterable[int]) -> FontProgram:
        """The face with these glyphs and .notdef, numbered from 1 in the order given."""
        wanted = [gid for gid in gids if gid]
        if missing := frozenset(wanted) - self._held.keys():
            self._cut(missing)
        records = _composed((self._blank, *(self._held[gid] for gid in wanted)))
        box = _about([self._box, *[one.box for one in records if one.outline]])
        return self.base._replace(
            data=self._font(records, box),
            bbox=_thousandths(box, self.face.upem),
            cids={0: 0, **{gid: number for number, gid in enumerate(wanted, 1)}},
        )

    def _font(self, records: tuple[Record, ...], box: Box) -> bytes:
        count = len(records)
        loca = pack(f">{count + 1}I", *accumulate([len(one.outline) for one in records], initial=0))
        pack_into(">4h", self._head, _BOX, *box)
        pack_into(">H", self._hhea, _METRICS, count)
        pack_into(">H", self._maxp, _COUNT, count)
        glyf = b"".join([one.outline for one in records])
        hmtx = b"".join([one.metrics for one in records])
        tables = (glyf, bytes(self._head), bytes(self._hhea), hmtx, loca, bytes(self._maxp))
        return _joined(tables, sum([one.sum for one in records]) & _WHOLE)


def _about(boxes: Sequence[Box]) -> Box:
    """The box about all of these."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _thousandths(box: Box, upem: int) -> Box:
    left, bottom, right, top = (round(each * 1000 / upem) for each in box)
    return left, bottom, right, top


def _composed(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records with those that some are composed of behind them, by their numbers."""
    found = list(records)
    for index, record in enumerate(found):  # it grows on the way
        if record.parts:
            outline = bytearray(record.outline)
            for at, part in record.parts:
                pack_into(">H", outline, at, len(found))
                found.append(part)
            found[index] = record._replace(outline=bytes(outline), sum=_sum(outline), parts=())
    return tuple(found)


_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
"""What the flags of a component say: how long it is, and whether another follows."""


def _parts(outline: bytes) -> Iterator[tuple[int, int]]:
    """The components of a glyph (OpenType 1.9, glyf): where their numbers stand, and these."""
    if not outline or unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = unpack_from(">HH", outline, at)
        yield at + 2, part
        scale = 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        at += 4 + (4 if flags & _WORDS else 2) + scale


def _joined(tables: tuple[bytes, ...], first: int) -> bytes:
    """The file of these tables (each a multiple of four bytes long), of which the words of the
    first add up to ``first``."""
    sums = [first, *map(_sum, tables[1:])]
    places = accumulate([len(table) for table in tables], initial=12 + 16 * len(tables))
    rows = [
        pack(">4sIII", tag, sum_, at, _HEAD if tag == b"head" else len(table))
        for tag, sum_, at, table in zip(_TAGS, sums, places, tables, strict=False)
    ]
    directory = pack(">IHHHH", 0x00010000, len(tables), 64, 2, 32) + b"".join(rows)
    adjustment = (_MAGIC - _sum(directory) - sum(sums)) & _WHOLE
    glyf, head, *others = tables
    head = head[:_ADJUSTMENT] + pack(">I", adjustment) + head[_ADJUSTMENT + 4 :]
    return b"".join((directory, glyf, head, *others))


def _sum(data: bytes | bytearray) -> int:
    """The sum of the words of data (OpenType, "calculating checksums")."""
    words = array("I", data)
    if byteorder == "little":
        words.byteswap()
    return sum(words) & _WHOLE


def _tables(data: bytes) -> dict[bytes, bytes]:
    """The tables of an sfnt by tag."""
    (count,) = unpack_from(">H", data, 4)
    rows = (unpack_from(">4sIII", data, 12 + 16 * row) for row in range(count))
    return {tag: data[at : at + length] for tag, _, at, length in rows}
