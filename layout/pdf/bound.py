"""Very many pages in one file, written as they come: what they share stands in it once.

Glyphs that the shared fonts lack are numbered in the order in which they are first drawn, and
their fonts written last; so pages go out at once, and memory holds no more than where each
object begins.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from typing import BinaryIO
from zlib import compress

from layout.editions import Edition
from layout.frame import Item
from layout.pdf.claims import check_claims, check_inks, intent_objects
from layout.pdf.content import Blank
from layout.pdf.file import UNNAMED, header, named, trailer
from layout.pdf.fonts import EmbeddedFont, font_objects
from layout.pdf.metadata import Info, information, metadata
from layout.pdf.objects import Named, dictionary, format_objects, indirect
from layout.pdf.parting import BLANK, OWN, in_own_glyphs
from layout.pdf.parts import (
    catalog_entries,
    content_writer,
    embed_fonts,
    embed_pictures,
    has_metadata,
    page_entries,
    resources,
    with_usual,
)
from layout.pdf.usage import commonest, count_glyphs
from layout.raster import NO_RASTERS, Raster
from layout.sheets import Side
from layout.text.fonts import Fonts
from layout.text.records import Records
from layout.values import NamedTuple

_NODE = 256
"""The most pages under one node of the page tree."""
_LEVEL = 6


class _Ground(NamedTuple):
    """A side that all variants share: its page's entries, its streams, the blanks between."""

    entries: bytes
    streams: tuple[int, ...]
    blanks: tuple[Blank, ...]


class _Growing:
    """A font that gets a glyph whenever one is drawn that it does not have."""

    def __init__(self, label: str, records: Records) -> None:
        self.records = records
        self.font = EmbeddedFont(label, {0: "0000"}, {0: records.face.advance(0) * 1000}, {})

    def take(self, votes: dict[int, dict[str, int]]) -> None:
        """The glyphs, with the texts they stand for."""
        face, font = self.records.face, self.font
        fresh = {gid: texts for gid, texts in votes.items() if gid not in font.codes}
        for gid in fresh:
            font.codes[gid] = f"{self._code(gid):04X}"
            font.widths[gid] = round(face.advance(gid) * 1000, 3)
        font.texts.update(commonest(fresh))

    def _code(self, gid: int) -> int:
        face = self.records.face
        if face.is_cff:
            return face.program(frozenset((gid,))).cids[gid]
        return len(self.font.codes)  # .notdef is the first

    def objects(self) -> tuple[Named, ...]:
        """The font as it has become."""
        face, glyphs = self.records.face, [gid for gid in self.font.codes if gid]
        program = face.program(frozenset(glyphs)) if face.is_cff else self.records.program(glyphs)
        return font_objects(self.font, program)


class Bound:
    """A file that pages are added to; :meth:`close` ends it.

    ``shared`` are sides with blanks, which every variant has; the shared fonts have the glyphs
    of ``usual`` items too.  Raises LeafletError as :func:`layout.pdf.encode.encode` does.
    """

    def __init__(
        self,
        out: BinaryIO,
        edition: Edition,
        info: Info,
        fonts: Fonts,
        shared: Sequence[Side] = (),
        rasters: Mapping[str, Raster] = NO_RASTERS,
        usual: tuple[Item, ...] = (),
    ) -> None:
        check_claims(edition, info, shared, rasters.values())
        self._out, self._edition, self._info, self._fonts = out, edition, info, fonts
        self._offsets = array("Q", [0])
        self._at, self._digest = 0, sha256()
        self._grown: dict[str, _Growing] = {}
        self._kids: list[int] = []
        self._nodes: list[tuple[int, int]] = []
        self._node = 0
        self._write(header(edition.version))
        self._resources, self._root = self._number(), self._number()
        self._shared, parts = embed_fonts(with_usual(shared, usual), fonts)
        self._pictures, pictures = embed_pictures(shared, rasters)
        self._numbers = self._put_named([*parts, *pictures])
        self._codes = {face: font.codes for face, font in self._shared.items()}
        self._grounds = tuple(self._ground(side) for side in shared)

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._at += len(data)

    def _number(self) -> int:
        self._offsets.append(0)
        return len(self._offsets) - 1

    def _put(self, body: bytes, number: int = 0) -> int:
        number = number or self._number()
        self._offsets[number] = self._at
        self._write(indirect(number, body))
        return number

    def _put_named(self, parts: Sequence[Named]) -> dict[str, int]:
        """Objects that refer to each other by name; their numbers."""
        numbers = {label: self._number() for label, _ in parts}
        for (label, _), data in zip(parts, format_objects(parts, numbers), strict=True):
            self._offsets[numbers[label]] = self._at
            self._write(data)
        return numbers

    def _ground(self, side: Side) -> _Ground:
        writer = content_writer(self._edition, self._shared, self._pictures)
        writer.draw(side.items, 0.0, side.media.height)
        streams = tuple(self._put(_stream(each)) for each in writer.contents())
        return _Ground(_entries(side), streams, tuple(writer.blanks))

    def add(self, own: Mapping[str, tuple[Item, ...]]) -> tuple[bytes, ...]:
        """The pages of one more variant, which draws ``own`` in its blanks; the streams of that,
        as they stand in the file."""
        drawn = {block: self._taken(items) for block, items in own.items()}
        written: list[bytes] = []
        for ground in self._grounds:
            streams = [self._filled(drawn[each.block], each) for each in ground.blanks]
            fills = [self._put(each) for each in streams]
            between = chain.from_iterable(zip(ground.streams, fills, strict=False))
            self._page(ground.entries, (*between, ground.streams[-1]))
            written += streams
        return tuple(written)

    def told(self) -> dict[str, dict[int, str]]:
        """What the codes of the fonts that have grown stand for, by the fonts' names."""
        fonts = (each.font for each in self._grown.values())
        return {
            font.label: {int(font.codes[gid], 16): text for gid, text in font.texts.items()}
            for font in fonts
        }

    def page(self, side: Side) -> None:
        """A page of its own."""
        blank = Blank(BLANK, 0.0, side.media.height, 0)
        content = self._put(self._filled(self._taken(side.items), blank))
        self._page(_entries(side), (content,))

    def _taken(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The items, whatever glyphs they draw in fonts that have them."""
        check_inks(self._edition, items)
        drawn = in_own_glyphs(items, self._codes)
        for id, votes in count_glyphs(drawn).items():
            if id.endswith(OWN):
                if id not in self._grown:
                    face = self._fonts.face(id.removesuffix(OWN))
                    self._grown[id] = _Growing(f"V{len(self._grown)}", Records(face))
                self._grown[id].take(votes)
        return drawn

    def _every(self) -> dict[str, EmbeddedFont]:
        return {**self._shared, **{id: each.font for id, each in self._grown.items()}}

    def _filled(self, items: tuple[Item, ...], blank: Blank) -> bytes:
        return _stream(content_writer(self._edition, self._every(), {}).insert(items, blank))

    def _page(self, entries: bytes, contents: Iterable[int]) -> None:
        if not self._node:
            self._node = self._number()
        listed = b" ".join([b"%d 0 R" % number for number in contents])
        body = entries % (self._node, self._resources, listed)
        self._kids.append(self._put(body))
        if len(self._kids) == _NODE:
            self._end_node()

    def _end_node(self) -> None:
        if self._kids:
            self._put(_tree(self._kids, len(self._kids), self._root), self._node)
            self._nodes.append((self._node, len(self._kids)))
            self._kids, self._node = [], 0

    def close(self) -> int:
        """Ends the file; its number of pages."""
        self._end_node()
        pages = sum(count for _, count in self._nodes)
        self._put(_tree([node for node, _ in self._nodes], pages, 0), self._root)
        grown = chain.from_iterable(each.objects() for each in self._grown.values())
        self._numbers |= self._put_named([*grown])
        fonts, edition = self._every(), self._edition
        table = resources(fonts, edition, self._pictures.values())
        [listed] = format_objects([("Resources", table)], {**self._numbers, "Resources": 1})
        self._put(_body(listed), self._resources)
        self._end(edition)
        return pages

    def _end(self, edition: Edition) -> None:
        identifier = self._digest.hexdigest()[:32].encode("ascii")
        about = [("Info", information(self._info, edition.standard))]
        if has_metadata(edition):
            packet = metadata(self._info, edition.standard)
            packet.data = packet.data.replace(UNNAMED, named(identifier), 1)
            about.append(("Metadata", packet))
        catalog = ("Catalog", dictionary(catalog_entries(edition, self._info)))
        last = [*about, *intent_objects(edition.intent), catalog]
        numbers = {label: self._number() for label, _ in last}
        known = {**numbers, "Pages": self._root}
        for (label, _), data in zip(last, format_objects(last, known), strict=True):
            self._offsets[numbers[label]] = self._at
            self._write(data)
        table = self._at
        self._write(
            trailer(self._offsets[1:], numbers["Catalog"], numbers["Info"], identifier, table)
        )


def _stream(data: bytes) -> bytes:
    packed = compress(data, _LEVEL)
    return b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(packed), packed)


def _entries(side: Side) -> bytes:
    """A page's entries, with places for the numbers of its node, its resources and its content."""
    kept = ("Type", "MediaBox", "BleedBox", "TrimBox")
    boxes = {key: value for key, value in page_entries(side, "").items() if key in kept}
    [data] = format_objects([("Page", dictionary(boxes))], {"Page": 1})
    inside = _body(data).strip()[2:-2].strip().replace(b"%", b"%%")
    return b"<<" + inside + b"/Parent %d 0 R/Resources %d 0 R/Contents[%b]>>"


def _body(data: bytes) -> bytes:
    """What stands between ``obj`` and ``endobj``."""
    return data.split(b" obj\n", 1)[1].removesuffix(b"\nendobj\n")


def _tree(kids: Sequence[int], count: int, parent: int) -> bytes:
    """A node of the page tree (ISO 32000-1 7.7.3.2)."""
    listed = b" ".join([b"%d 0 R" % kid for kid in kids])
    above = b"/Parent %d 0 R" % parent if parent else b""
    return b"<</Type/Pages/Count %d%b/Kids[%b]>>" % (count, above, listed)
