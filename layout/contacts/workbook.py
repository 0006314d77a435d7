"""What a workbook says besides its cells: sheets, number formats, shared texts."""

import re
import zlib
from collections import OrderedDict
from posixpath import join, normpath

from layout.contacts.archive import MOST_OF_STRINGS, Archive, local
from layout.contacts.formats import BUILT_IN
from layout.values import NamedTuple

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_BLOCK, _KEPT = 256, 64
"""Texts packed together, and blocks kept unpacked: texts stand about in the order of the rows."""


class Sheet(NamedTuple):
    """A sheet: its name, its part in the archive, whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Workbook(NamedTuple):
    """The sheets in order, the format of each style, and the day that dates count from."""

    sheets: tuple[Sheet, ...]
    formats: tuple[str, ...]
    epoch_1904: bool


def unescaped(text: str) -> str:
    """A text with what XML cannot hold, written ``_x000D_`` (ECMA-376-1, 22.9.2.19)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def read_workbook(archive: Archive) -> Workbook:
    """The frame of a workbook; LeafletError (exit code 3) if there is none."""
    targets = _relations(archive, "xl/_rels/workbook.xml.rels")
    sheets: list[Sheet] = []
    flags: list[bool] = []

    def start(name: str, given: dict[str, str]) -> None:
        if local(name) == "sheet":
            named = {local(key): value for key, value in given.items()}
            target = targets.get(named.get("id", ""), "")
            sheets.append(Sheet(named.get("name", ""), target, "idden" in named.get("state", "")))
        elif local(name) == "workbookPr":
            flags.append(given.get("date1904", "") in ("1", "true"))

    archive.parse_all("xl/workbook.xml", start, _nothing, _nothing)
    known = tuple(sheet for sheet in sheets if sheet.part in archive.names)
    return Workbook(known, _formats(archive), any(flags))


def _nothing(_: str) -> None:
    """Elements and texts that say nothing here."""


def _relations(archive: Archive, part: str) -> dict[str, str]:
    targets: dict[str, str] = {}

    def start(name: str, given: dict[str, str]) -> None:
        target = given.get("Target", "")
        if local(name) == "Relationship" and given.get("TargetMode") != "External":
            inside = target.lstrip("/") if target.startswith("/") else join("xl", target)
            targets[given.get("Id", "")] = normpath(inside)

    archive.parse_all(part, start, _nothing, _nothing)
    return targets


def _formats(archive: Archive) -> tuple[str, ...]:
    """The number format of each style of cells."""
    if "xl/styles.xml" not in archive.names:
        return ()
    own: dict[str, str] = {}
    styles: list[str] = []
    within: list[str] = []

    def start(name: str, given: dict[str, str]) -> None:
        kind = local(name)
        if kind == "numFmt":
            own[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif kind == "cellXfs":
            within.append(kind)
        elif kind == "xf" and within:
            styles.append(given.get("numFmtId", "0"))

    def end(name: str) -> None:
        if local(name) == "cellXfs":
            within.clear()

    archive.parse_all("xl/styles.xml", start, end, _nothing)
    known = {str(number): code for number, code in BUILT_IN.items()} | own
    return tuple(known.get(number, "") for number in styles)


class SharedTexts:
    """The texts that cells share, packed in blocks: a few megabytes for a million of them."""

    def __init__(self, archive: Archive) -> None:
        self._blocks: list[bytes] = []
        self._open: OrderedDict[int, list[str]] = OrderedDict()
        self._filling: list[str] = []
        if "xl/sharedStrings.xml" in archive.names:
            self._read(archive)
        self._close_block()

    def __getitem__(self, index: int) -> str:
        """The text of a number; IndexError if there is none."""
        block, place = divmod(index, _BLOCK)
        texts = self._open.get(block)
        if texts is None:
            if not 0 <= block < len(self._blocks):
                raise IndexError(index)
            packed = zlib.decompress(self._blocks[block]).decode("utf-8", "surrogatepass")
            texts = self._open[block] = packed.split("\0")
            if len(self._open) > _KEPT:
                self._open.popitem(last=False)
        return texts[place]

    def _read(self, archive: Archive) -> None:
        gathered = TextGatherer()

        def end(name: str) -> None:
            if local(name) == "si":
                self._add(gathered.taken())
            else:
                gathered.end(name)

        for _ in archive.parse(
            "xl/sharedStrings.xml", MOST_OF_STRINGS, gathered.start, end, gathered.text
        ):
            pass

    def _add(self, text: str) -> None:
        self._filling.append(text.replace("\0", "\ufffd"))
        if len(self._filling) == _BLOCK:
            self._close_block()

    def _close_block(self) -> None:
        packed = "\0".join(self._filling).encode("utf-8", "surrogatepass")
        self._blocks.append(zlib.compress(packed, 1))
        self._filling = []


class TextGatherer:
    """The text within ``t`` elements, without readings (``rPh``: furigana are not appended)."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._wanted = False
        self._reading = False

    def start(self, name: str, _: dict[str, str]) -> None:
        """An element begins."""
        kind = local(name)
        if kind == "rPh":
            self._reading = True
        elif kind == "t":
            self._wanted = not self._reading

    def end(self, name: str) -> None:
        """An element ends."""
        kind = local(name)
        if kind == "rPh":
            self._reading = False
        elif kind == "t":
            self._wanted = False

    def text(self, text: str) -> None:
        """Characters come."""
        if self._wanted:
            self._parts.append(text)

    def taken(self) -> str:
        """What was gathered, which is then forgotten."""
        text = unescaped("".join(self._parts))
        self._parts.clear()
        return text
