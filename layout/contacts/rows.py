"""One row: every cell by the rule of its field, what cells say of each other, one verdict."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from layout.contacts.cells import as_words, typed
from layout.contacts.findings import REJECTED, Finding, Judged, verdict_of
from layout.contacts.headers import Column
from layout.contacts.postcodes import PREFECTURES, prefecture_in, prefectures_of
from layout.contacts.rules import RULES, picture
from layout.contacts.table import NUMBER, Record, Table
from layout.problems import ERROR, WARNING, Problem, problem
from layout.values import NamedTuple

SHOWN = 60
"""Characters of a value that a message repeats."""

_HASH = 12
"""Hexadecimal digits of a made id: 100,000 rows of different content meet once in 50,000 lists."""


class Row(NamedTuple):
    """A contact: the number among the rows with data (from 1), the line or row of the sheet,
    its id, its verdict, the values by field, and what was found.

    ``verdict`` is ``ok``, ``normalised``, ``flagged`` or ``rejected``; a rejected row must not
    be printed.  ``values`` holds no empty ones; an author's own column goes by its header.
    """

    number: int
    line: int
    id: str
    verdict: str
    values: dict[str, str]
    problems: tuple[Problem, ...]


class Judge(NamedTuple):
    """What judging a row needs to know of its table."""

    table: Table
    columns: tuple[Column, ...]
    root: Path


def row_of(judge: Judge, number: int, record: Record, further: tuple[Problem, ...] = ()) -> Row:
    """The row a record makes; ``further`` is what other rows say of it."""
    broken = tuple(_broken(judge, record))
    values: dict[str, str] = {}
    problems = [*broken, *further]
    if not broken:
        for column in judge.columns:
            if column.header and column.at < len(record.cells):
                problems += _take(judge, record, column, values)
        problems += _together(judge, record, values)
    verdict = verdict_of({found.severity for found in problems})
    id = values.get("id", "") if verdict != REJECTED else ""
    return Row(number, record.line, id or id_of(judge, record)[0], verdict, values, tuple(problems))


def id_of(judge: Judge, record: Record) -> tuple[str, bool]:
    """The row's id, and whether it was made from the row's content because none is given."""
    for column in judge.columns:
        if column.field == "id" and column.known and column.at < len(record.cells):
            found = _judged(judge, column, record)
            if found.value and all(one.severity != ERROR for one in found.findings):
                return found.value, False
    return _made_id(judge, record), True


def _made_id(judge: Judge, record: Record) -> str:
    """An id from what the row holds, whatever its place and the order of the columns."""
    named = {column.at: f"{column.field}{column.part}" for column in judge.columns}
    held = sorted(
        f"{named.get(index, index)}\x1e{cell.strip()}"
        for index, cell in enumerate(record.cells)
        if cell.strip()
    )
    return sha256("\x1f".join(held).encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]


def _broken(judge: Judge, record: Record) -> Iterator[Problem]:
    """Why a record cannot be told apart into its cells: nothing is ever shifted."""
    place, wanted = judge.table.place(record.line, 0), len(judge.columns)
    if record.fault == "contact-quotes":
        yield problem("contact-quotes", place)
    elif judge.table.ragged and len(record.cells) < wanted:
        yield problem("contact-short", place, cells=len(record.cells), columns=wanted)
    elif extra := [n for n, cell in enumerate(record.cells) if n >= wanted and cell.strip()]:
        first = judge.table.place(record.line, extra[0])
        yield problem(
            "contact-row-long",
            first,
            cells=len(record.cells),
            columns=wanted,
            value=_shown(record.cells[extra[0]]),
        )


def _judged(judge: Judge, column: Column, record: Record) -> Judged:
    """A cell by the rule of its column."""
    kind = record.kinds.get(column.at, "")
    found = typed(record.cells[column.at], kind)
    if not found.value or any(one.severity == ERROR for one in found.findings):
        return found
    kind = "" if kind == NUMBER else kind
    if column.known and column.field == "logo":
        judged = picture(found.value, judge.root)
    else:
        judged = (RULES[column.field] if column.known else as_words)(found.value, kind)
    if not found.findings:
        return judged
    return Judged(judged.value, (*found.findings, *judged.findings))


def _take(
    judge: Judge, record: Record, column: Column, values: dict[str, str]
) -> Iterator[Problem]:
    """Puts a cell's value among the values; what was found in it."""
    cell = record.cells[column.at]
    if not cell and column.at not in record.kinds:
        return
    found = _judged(judge, column, record)
    if found.value:
        before = values.get(column.field)
        values[column.field] = f"{before} {found.value}" if before else found.value
    for finding in found.findings:
        yield _placed(judge, record, column, finding, cell)


def _placed(judge: Judge, record: Record, column: Column, finding: Finding, value: str) -> Problem:
    """A finding with its place, column and value."""
    named = (
        ("header", column.header),
        ("value", _shown(value)),
        ("cell", judge.table.cell(record.line, column.at)),
    )
    place = judge.table.place(record.line, column.at)
    return Problem(finding.code, finding.severity, place, (*named, *finding.arguments))


def _shown(value: str) -> str:
    return value if len(value) <= SHOWN else f"{value[:SHOWN]}…"


def _together(judge: Judge, record: Record, values: dict[str, str]) -> Iterator[Problem]:
    """What the cells of a row say of each other."""
    if not values.get("name"):
        yield _about(judge, record, "name", "contact-no-name", ERROR)
    own = prefecture_in(values.get("address", ""))
    named = values.get("prefecture", "")
    if own and named and own != named and named in PREFECTURES:
        yield _about(
            judge, record, "address", "contact-prefecture-other", WARNING, own=own, named=named
        )
    digits = values.get("postal", "").replace("-", "")
    here = named if named in PREFECTURES else own
    if len(digits) == 7 and digits.isdigit():
        places = prefectures_of(digits)
        if not places:
            yield _about(judge, record, "postal", "contact-postcode-nowhere", WARNING)
        elif here and here not in places:
            lies = "・".join(places)
            yield _about(
                judge, record, "postal", "contact-postcode-far", WARNING, lies=lies, named=here
            )


def _about(
    judge: Judge, record: Record, field: str, code: str, severity: str, **arguments: str
) -> Problem:
    """A problem of the row that lies in a field's first column."""
    column = next(one for one in judge.columns if one.field == field and one.known)
    cell = record.cells[column.at] if column.at < len(record.cells) else ""
    finding = Finding(code, severity, tuple(arguments.items()))
    return _placed(judge, record, column, finding, cell)
