"""A list of contacts from a file: opened by what it holds, gone through twice, row by row.

The first pass finds what no single row can tell (ids that stand twice, columns without a name,
rows to be passed over); the second gives the rows.  Neither keeps them.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from layout.contacts.archive import is_old_format, refuse_old_format
from layout.contacts.csvfile import open_csv
from layout.contacts.header import (
    Header,
    is_header_again,
    nameless_problem,
    own_columns,
    read_header,
)
from layout.contacts.headers import Column
from layout.contacts.rows import Judge, Row, id_of, row_of
from layout.contacts.table import USAGE, Record, Table, is_blank, refused
from layout.contacts.twins import Named, Seen, Twins, twins
from layout.contacts.xlsx import open_xlsx
from layout.contacts.yamlfile import open_yaml_list
from layout.nodes.files import opened
from layout.problems import ERROR, NOTE, LeafletError, Problem, Source, problem
from layout.values import NamedTuple

_TOTALS = frozenset(
    ("合計", "総計", "計", "小計", "合 計", "合　計", "総合計", "total", "Total", "TOTAL")
)
_COUNT = re.compile(r"[0-9０-９][0-9０-９,.，]*\s*(?:件|名|人|円|部|枚|支部|団体)?")
_FOREIGN = (
    (b"%PDF", "PDF"),
    (b"<!DOCTYPE", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
)


class ContactList(NamedTuple):
    """A list of contacts: its columns, how many rows of data, what is to be said of the file."""

    file: str
    columns: tuple[Column, ...]
    size: int
    problems: tuple[Problem, ...]
    walk: Callable[[], Iterator[Row]]

    def rows(self) -> Iterator[Row]:
        """The rows in their order, read anew at each call."""
        return self.walk()


def read_contacts(
    path: Path, *, encoding: str | None = None, sheet: str | None = None, root: Path | None = None
) -> ContactList:
    """The contacts of a CSV, XLSX or YAML file; ``root`` is the project's folder for logos.

    Raises LeafletError: exit code 2 (an encoding or sheet that is not there), 3 (no list of
    contacts, or one without rows), 6 (cannot be read).
    """
    table = _opened(path, encoding, sheet)
    header = read_header(table)
    judge = Judge(table, header.columns, root or path.parent)
    survey = _survey(judge, header)
    notes = (*table.notes(), *own_columns(table, header), *survey.problems)
    errors = tuple(found for found in notes if found.severity == ERROR)
    if errors:
        raise LeafletError(errors, 3)
    if not survey.size:
        empty = problem("contacts-empty", Source(table.file))
        raise LeafletError((*notes, empty), 3)
    shared = _twins(judge, header, survey)
    return ContactList(
        table.file, header.columns, survey.size, notes, lambda: _rows(judge, header, shared)
    )


def _opened(path: Path, encoding: str | None, sheet: str | None) -> Table:
    """The table of a file, by its first bytes rather than by its name."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise refused(problem("file-unreadable", path=path, reason="not a regular file"), 6)
    with opened(path) as file:
        head = file.read(16)
    foreign = next((name for mark, name in _FOREIGN if head.startswith(mark)), "")
    if foreign:
        raise refused(problem("contacts-foreign", Source(str(path)), kind=foreign))
    if is_old_format(head):
        raise refuse_old_format(path)
    if head.startswith(b"PK"):
        _refuse_option("--encoding", encoding, path)
        return open_xlsx(path, sheet)
    _refuse_option("--sheet", sheet, path)
    if path.suffix.lower() in (".yaml", ".yml"):
        _refuse_option("--encoding", encoding, path)
        return open_yaml_list(path)
    return open_csv(path, encoding)


def _refuse_option(option: str, value: str | None, path: Path) -> None:
    """Refuses an option that means nothing for this kind of file."""
    if value is not None:
        raise refused(problem("contacts-option", option=option, file=path), USAGE)


class _Skipped(NamedTuple):
    """How many rows were passed over for one reason, and the first of their lines."""

    number: int = 0
    lines: tuple[int, ...] = ()

    def one_more(self, line: int) -> "_Skipped":
        return _Skipped(self.number + 1, (*self.lines, line)[:5])


class _Survey(NamedTuple):
    """What a first pass found: how many rows, doubled ids (hashes), and problems of the file."""

    size: int
    doubled: frozenset[int]
    problems: tuple[Problem, ...]


def _survey(judge: Judge, header: Header) -> _Survey:
    """The first pass."""
    seen, count = Seen(), 0
    skipped: dict[str, _Skipped] = {}
    nameless: dict[int, int] = {}
    for record, why in _told_apart(judge.table, header):
        if why:
            skipped[why] = skipped.get(why, _Skipped()).one_more(record.line)
            continue
        count += 1
        seen.add(id_of(judge, record)[0])
        for index in header.nameless:
            if index < len(record.cells) and record.cells[index].strip():
                nameless.setdefault(index, record.line)
    problems = [
        nameless_problem(judge.table, header, index, line) for index, line in nameless.items()
    ]
    problems += (_skipped(judge.table, why, rows) for why, rows in skipped.items())
    return _Survey(count, seen.doubled(), tuple(problems))


def _told_apart(table: Table, header: Header) -> Iterator[tuple[Record, str]]:
    """Every record below the header that is not blank, and why it is to be passed over."""
    for record in table.records():
        if record.line <= header.record.line or is_blank(record):
            continue
        if record.hidden:
            yield record, "contacts-hidden"
        elif is_header_again(header, record):
            yield record, "contacts-header-again"
        elif _is_total(record):
            yield record, "contacts-total"
        else:
            yield record, ""


def _is_total(record: Record) -> bool:
    """Whether a row sums the list up: the word for it, and otherwise at most numbers."""
    if _TOTALS.isdisjoint(map(str.strip, record.cells)):
        return False
    filled = [cell.strip() for cell in record.cells if cell.strip()]
    return all(cell in _TOTALS or _COUNT.fullmatch(cell) for cell in filled)


def _skipped(table: Table, why: str, rows: _Skipped) -> Problem:
    told = ", ".join(map(str, rows.lines)) + (" …" if rows.number > len(rows.lines) else "")
    return problem(why, table.place(rows.lines[0], 0), NOTE, rows=told, count=rows.number)


def _data(table: Table, header: Header) -> Iterator[tuple[int, Record]]:
    """The records that are rows of data, numbered from 1."""
    data = (record for record, why in _told_apart(table, header) if not why)
    return enumerate(data, 1)


def _named(judge: Judge, number: int, record: Record) -> Named:
    return Named(number, record.line, *id_of(judge, record))


def _twins(judge: Judge, header: Header, survey: _Survey) -> Twins:
    if not survey.doubled:
        return Twins({}, {})
    rows = (_named(judge, number, record) for number, record in _data(judge.table, header))
    return twins(rows, survey.doubled)


def _rows(judge: Judge, header: Header, shared: Twins) -> Iterator[Row]:
    """The second pass."""
    alone = not shared.lines and not shared.spellings
    for number, record in _data(judge.table, header):
        if alone:
            yield row_of(judge, number, record)
            continue
        place = judge.table.place(record.line, 0)
        further = tuple(shared.problems(_named(judge, number, record), place))
        yield row_of(judge, number, record, further)
