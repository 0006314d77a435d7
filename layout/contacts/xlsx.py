"""XLSX (ECMA-376): the rows of one sheet, streamed out of the archive.

A reader of its own: of the libraries that read workbooks the fast one loses zeros and errors,
and the thorough one keeps no hidden rows or merged cells where it streams.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from layout.contacts.archive import MOST_OF_SHEET, Archive, local
from layout.contacts.formats import iso_date, shown
from layout.contacts.table import (
    DATE,
    FAILED,
    MOST_COLUMNS,
    UNCACHED,
    USAGE,
    Record,
    Table,
    refused,
)
from layout.contacts.workbook import (
    SharedTexts,
    Sheet,
    TextGatherer,
    Workbook,
    read_workbook,
    unescaped,
)
from layout.problems import NOTE, Problem, Source, problem

_CELL = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_TOLD = 5


def open_xlsx(path: Path, sheet: str | None) -> Table:
    """The records of a sheet, the first that is not hidden unless one is named.

    Raises LeafletError: exit code 2 for a sheet that is not there, 3 for what is no workbook.
    """
    with closing(Archive(path)) as archive:
        _refuse_others(archive, path)
        book = read_workbook(archive)
        texts = SharedTexts(archive)
    chosen = _chosen(book, sheet, path)
    notes = list(_of_sheets(book, chosen, sheet, path))
    merged: dict[str, None] = {}
    where = f"{path}!{chosen.name}"

    def records() -> Iterator[Record]:
        with closing(Archive(path)) as opened:
            yield from _Reading(opened, book, texts, merged).records(chosen.part)

    def said() -> tuple[Problem, ...]:
        return (*notes, *_of_merged(merged, where))

    def place(line: int, index: int) -> Source:
        return Source(f"{where}!{_letters(index)}{line}")

    return Table(str(path), records, place, lambda line, at: f"{_letters(at)}{line}", said)


def _refuse_others(archive: Archive, path: Path) -> None:
    """Refuses archives that are other kinds of spreadsheets."""
    if "xl/workbook.xml" in archive.names:
        return
    if "xl/workbook.bin" in archive.names:
        raise refused(problem("contacts-xlsb", Source(str(path))))
    ods = "content.xml" in archive.names and "mimetype" in archive.names
    if ods:
        raise refused(problem("contacts-ods", Source(str(path))))
    raise refused(problem("contacts-zip", Source(str(path))))


def _chosen(book: Workbook, wanted: str | None, path: Path) -> Sheet:
    if wanted is not None:
        found = next((sheet for sheet in book.sheets if sheet.name == wanted), None)
        if found is None:
            names = "、".join(sheet.name for sheet in book.sheets) or "-"
            unknown = problem("contacts-sheet", Source(str(path)), name=wanted, known=names)
            raise refused(unknown, USAGE)
        return found
    visible = [sheet for sheet in book.sheets if not sheet.hidden]
    if not visible:
        raise refused(problem("contacts-empty", Source(str(path))))
    return visible[0]


def _of_sheets(book: Workbook, chosen: Sheet, wanted: str | None, path: Path) -> Iterator[Problem]:
    """A note on the sheets that are not read."""
    others = [sheet.name for sheet in book.sheets if sheet is not chosen]
    if others and wanted is None:
        told = "、".join(others[:_TOLD])
        yield problem("contacts-sheets", Source(str(path)), NOTE, name=chosen.name, others=told)


def _of_merged(merged: dict[str, None], where: str) -> Iterator[Problem]:
    if merged:
        cells = ", ".join(list(merged)[:_TOLD])
        yield problem("contacts-merged", Source(f"{where}!{next(iter(merged))}"), cells=cells)


def _letters(index: int) -> str:
    """A column's name: A, B … Z, AA …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def _number(letters: str) -> int:
    """A column's index by its name."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


class _Reading:
    """One pass over a sheet: the elements that come, and the rows they have made."""

    def __init__(
        self, archive: Archive, book: Workbook, texts: SharedTexts, merged: dict[str, None]
    ) -> None:
        self._archive, self._book, self._texts, self._merged = archive, book, texts, merged
        self._done: list[Record] = []
        self._cells: dict[int, str] = {}
        self._kinds: dict[int, str] = {}
        self._inline = TextGatherer()
        self._row, self._hidden = 0, False
        self._at, self._type, self._style = -1, "", ""
        self._value: list[str] = []
        self._within = ""
        self._formula = False

    def records(self, part: str) -> Iterator[Record]:
        """The rows of the sheet."""
        steps = self._archive.parse(part, MOST_OF_SHEET, self._start, self._end, self._text)
        for _ in steps:
            yield from self._done
            self._done.clear()

    def _start(self, name: str, given: dict[str, str]) -> None:
        kind = local(name)
        if kind == "c":
            self._cell(given)
        elif kind == "v":
            self._within = kind
        elif kind == "f":
            self._formula = True
        elif kind == "row":
            told = given.get("r", "")
            self._row = int(told) if told.isascii() and told.isdigit() else self._row + 1
            self._hidden = given.get("hidden") in ("1", "true")
            self._at = -1
        elif kind == "mergeCell":
            if len(self._merged) < _TOLD:
                self._merged[given.get("ref", "?")] = None
        else:
            self._inline.start(name, given)

    def _cell(self, given: dict[str, str]) -> None:
        place = _CELL.fullmatch(given.get("r", ""))
        self._at = _number(place[1]) if place else self._at + 1
        self._type, self._style = given.get("t", "n"), given.get("s", "0")
        self._value.clear()
        self._formula = False

    def _text(self, text: str) -> None:
        if self._within:
            self._value.append(text)
        else:
            self._inline.text(text)

    def _end(self, name: str) -> None:
        kind = local(name)
        if kind == "v":
            self._within = ""
        elif kind == "c":
            self._finish_cell()
        elif kind == "row":
            self._finish_row()
        else:
            self._inline.end(name)

    def _finish_cell(self) -> None:
        inline = self._inline.taken()
        text, kind = self._told("".join(self._value), inline)
        if not text and not kind:
            return
        if self._at >= MOST_COLUMNS:
            raise refused(problem("contacts-too-wide", most=MOST_COLUMNS))
        self._cells[self._at] = text
        if kind:
            self._kinds[self._at] = kind

    def _told(self, value: str, inline: str) -> tuple[str, str]:
        """The text and the kind of the cell that has just ended."""
        if self._type == "s":
            return self._shared(value), ""
        if self._type == "inlineStr":
            return inline, ""
        if self._formula and not value and self._type != "str":
            return "", UNCACHED
        if self._type == "str":
            return unescaped(value), ""
        if self._type == "e":
            return value, FAILED
        if self._type == "d":
            return iso_date(value), DATE
        if self._type == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value), ""
        return shown(value, self._format(), self._book.epoch_1904) if value else ("", "")

    def _shared(self, value: str) -> str:
        try:
            return self._texts[int(value)]
        except (ValueError, IndexError):
            raise self._archive.damaged(f"shared text {value}") from None

    def _format(self) -> str:
        formats, style = self._book.formats, self._style
        known = style.isascii() and style.isdigit() and int(style) < len(formats)
        return formats[int(style)] if known else ""

    def _finish_row(self) -> None:
        width = max(self._cells, default=-1) + 1
        cells = tuple(self._cells.get(index, "") for index in range(width))
        self._done.append(Record(self._row, cells, self._kinds, hidden=self._hidden))
        self._cells, self._kinds = {}, {}
