"""The header row: found, read, and refused where it cannot be relied on."""

from collections.abc import Iterable, Iterator
from itertools import islice

from layout.contacts.headers import KNOWN, Column, columns_of, doubled, knows, near
from layout.contacts.table import Record, Table, is_blank, refused
from layout.problems import NOTE, LeafletError, Problem, problem
from layout.values import NamedTuple


class Header(NamedTuple):
    """The header's record, its names and columns, and those columns that have no name."""

    record: Record
    names: frozenset[str]
    columns: tuple[Column, ...]
    nameless: tuple[int, ...]


def read_header(table: Table) -> Header:
    """The header of a table; LeafletError (exit code 3) with everything that is wrong with it."""
    shown = (record for record in table.records() if not is_blank(record) and not record.hidden)
    top = list(islice(shown, 2))
    if not top:
        raise refused(problem("contacts-empty", table.place(1, 0)))
    first, *following = top
    _refuse_titles(table, first, following)
    cells = list(first.cells)
    while cells and not cells[-1].strip():
        cells.pop()
    columns = columns_of(cells)
    nameless = tuple(index for index in range(len(first.cells)) if not first.cells[index].strip())
    faults = tuple(_faults(table, first, columns))
    if faults:
        raise LeafletError(faults, 3)
    names = frozenset(cell.strip() for cell in first.cells)
    return Header(first, names, columns, nameless)


def _refuse_titles(table: Table, first: Record, following: list[Record]) -> None:
    """Refuses a first row that is a title or a head over several columns, or no header at all."""
    known = _known(first.cells)
    below = max((_known(record.cells) for record in following), default=0)
    place = table.place(first.line, 0)
    if below >= 2 and below > known:
        raise refused(problem("contacts-title", place, row=first.line, header=following[0].line))
    if not known:
        raise refused(problem("contacts-no-header", place, row=first.line, known=_all_known()))


def _known(cells: Iterable[str]) -> int:
    return sum(map(knows, cells))


def _all_known() -> str:
    return "、".join(KNOWN)


def _faults(table: Table, record: Record, columns: tuple[Column, ...]) -> Iterator[Problem]:
    for one, other in doubled(columns):
        yield problem(
            "contacts-header-twice",
            table.place(record.line, other.at),
            header=other.header,
            other=one.header,
            first=_position(table, record.line, one.at),
            second=_position(table, record.line, other.at),
        )
    if not any(column.field == "name" and column.known for column in columns):
        names = ", ".join(column.header for column in columns if column.header)
        yield problem("contacts-no-name", table.place(record.line, 0), headers=names)


def nameless_problem(table: Table, header: Header, index: int, line: int) -> Problem:
    """Values stand under a column that has no name."""
    return problem(
        "contacts-header-blank",
        table.place(header.record.line, index),
        position=_position(table, header.record.line, index),
        row=line,
    )


def _position(table: Table, line: int, index: int) -> str:
    """A column as people find it: by its cell, or counted from the left."""
    return table.cell(line, index) or str(index + 1)


def own_columns(table: Table, header: Header) -> Iterator[Problem]:
    """A note for each column whose name means no field."""
    for column in header.columns:
        if not column.known and column.header:
            place = table.place(header.record.line, column.at)
            yield problem(
                "contacts-column-own",
                place,
                NOTE,
                header=column.header,
                near=near(column.header),
            )


def is_header_again(header: Header, record: Record) -> bool:
    """Whether a row only says the names of the columns once more."""
    filled = (cell for cell in record.cells if cell.strip())
    if not all(cell.strip() in header.names or knows(cell) for cell in filled):
        return False
    return _known(record.cells) >= 2
