"""Small fonts put together from glyph records, each cut from its face once.

Cutting a face takes a subsetter far longer than a leaflet's variant may take altogether.  A
TrueType glyph stands for itself (OpenType 1.9, glyf), so a font of a few is its records one
after the other behind tables that only count them.
"""

from array import array
from itertools import accumulate
from struct import pack, pack_into, unpack_from
from sys import byteorder

from layout.text.faces import Face
from layout.text.programs import FontProgram
from layout.values import NamedTuple

_WHOLE = 0xFFFFFFFF
_MAGIC = 0xB1B0AFBA
"""What all words of a font add up to (OpenType, head.checkSumAdjustment)."""
_TAGS = (b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")
_ADJUSTMENT, _LOCA_FORMAT, _COUNT = 8, 50, 4
"""Where head has the sum of the file and the form of loca, and maxp the number of glyphs."""
_HEAD, _HEAD_PADDED = 54, 56
_METRICS = 34
"""Where hhea has the number of metrics."""


class Record(NamedTuple):
    """A glyph: its outline, a multiple of four bytes long, the sum of its words, its metrics."""

    outline: bytes
    sum: int
    metrics: bytes


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
        return Record(outline, _sum(outline), pack(">Hh", advance, bearing))

    def _record(self, gid: int) -> Record | None:
        """A glyph's record; None for one that is composed of others."""
        record = self._held.get(gid)
        if record is None:
            cut = self.face.program(frozenset((gid,)))
            if len(_outlines(cut.data)) != 2:
                return None
            record = self._held[gid] = self._read(cut.data, cut.cids[gid])
        return record

    def program(self, gids: frozenset[int]) -> FontProgram:
        """The face with these glyphs and .notdef, numbered in their order."""
        wanted = sorted(gids - {0})
        records = [self._record(gid) for gid in wanted]
        known = [record for record in records if record is not None]
        if len(known) < len(records):
            return self.face.program(gids)
        return self.base._replace(
            data=self._font((self._blank, *known)),
            cids={0: 0, **{gid: number for number, gid in enumerate(wanted, 1)}},
        )

    def _font(self, records: tuple[Record, ...]) -> bytes:
        count = len(records)
        loca = pack(f">{count + 1}I", *accumulate([len(one.outline) for one in records], initial=0))
        pack_into(">H", self._hhea, _METRICS, count)
        pack_into(">H", self._maxp, _COUNT, count)
        glyf = b"".join([one.outline for one in records])
        hmtx = b"".join([one.metrics for one in records])
        tables = (glyf, bytes(self._head), bytes(self._hhea), hmtx, loca, bytes(self._maxp))
        return _joined(tables, sum([one.sum for one in records]) & _WHOLE)


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


def _sum(data: bytes) -> int:
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


def _outlines(data: bytes) -> range:
    return range(unpack_from(">H", _tables(data)[b"maxp"], _COUNT)[0])
