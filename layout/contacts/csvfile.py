"""CSV: commas, tabs or semicolons, quoted as spreadsheets do it (RFC 4180), line by line."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from layout.contacts.encodings import find_encoding
from layout.contacts.headers import knows
from layout.contacts.table import MOST_COLUMNS, Record, Table, refused
from layout.problems import LeafletError, Source, problem
from layout.values import NamedTuple

UNQUOTED = "contact-quotes"
"""The fault of a row whose quotation marks do not close where they should."""

LONGEST_LINE = 1_000_000
"""Characters; a cell of Excel holds 32,767."""

_DELIMITERS = ",\t;"
_TOLD_BY_EXCEL = re.compile(r"sep=([,;\t])\s*$", re.IGNORECASE)
_LOOKED_AT = 20
"""Lines at the start of a file among which its header is."""


class _Form(NamedTuple):
    """How the file is to be read: codec, delimiter, lines before the header to be passed over."""

    path: Path
    encoding: str
    delimiter: str
    passed: int


def open_csv(path: Path, encoding: str | None) -> Table:
    """The records of a CSV file.

    Raises LeafletError (exit code 2, 3 or 6) if it is in no known encoding or cannot be read.
    """
    name = str(path)
    form = _form(path, find_encoding(path, encoding))
    return Table(
        name,
        lambda: _records(form),
        lambda line, _: Source(name, line),
        lambda _, __: "",
        tuple,
        ragged=True,
    )


def _form(path: Path, encoding: str) -> _Form:
    with _lines(path, encoding) as lines:
        first = next(lines, "")
        told = _TOLD_BY_EXCEL.match(first)
        if told:
            return _Form(path, encoding, told[1], 1)
        head = [first, *(line for line, _ in zip(lines, range(_LOOKED_AT), strict=False))]
    return _Form(path, encoding, _delimiter(head), 0)


def _delimiter(head: list[str]) -> str:
    """The delimiter by which the most header names are known; else the one there is most of."""
    lines = [line for line in head if line.strip()]

    def worth(delimiter: str) -> tuple[int, int]:
        known = max((sum(map(knows, _split(line, delimiter))) for line in lines), default=0)
        return known, len(_split(lines[0], delimiter)) if lines else 0

    return max(_DELIMITERS, key=worth)


def _split(line: str, delimiter: str) -> list[str]:
    return [part.strip(' "\r\n') for part in line.split(delimiter)]


@contextmanager
def _lines(path: Path, encoding: str) -> Iterator[Iterator[str]]:
    """The lines of a file, each with the line end it has; none may be endless."""
    with path.open(encoding=encoding, newline="") as file:

        def lines() -> Iterator[str]:
            while line := file.readline(LONGEST_LINE):
                yield line

        yield lines()


def _records(form: _Form) -> Iterator[Record]:
    """Every record, the blank ones too; ``line`` is the first of its lines."""
    with _lines(form.path, form.encoding) as lines:
        for _ in range(form.passed):
            next(lines, "")
        rows = csv.reader(lines, delimiter=form.delimiter, strict=True)
        while True:
            line = form.passed + rows.line_num + 1
            try:
                cells = next(rows, None)
            except csv.Error as error:
                if "line" in str(error) or "end of data" in str(error) or "limit" in str(error):
                    raise _unclosed(form, line) from None
                yield Record(line, (), fault=UNQUOTED)
                continue
            if cells is None:
                return
            if len(cells) > MOST_COLUMNS:
                raise _too_wide(form, line)
            yield Record(line, tuple(cells))


def _unclosed(form: _Form, line: int) -> LeafletError:
    return refused(problem("contacts-quote-open", Source(str(form.path), line), line=line))


def _too_wide(form: _Form, line: int) -> LeafletError:
    source = Source(str(form.path), line)
    return refused(problem("contacts-too-wide", source, most=MOST_COLUMNS))
