"""What the readers of CSV, XLSX and YAML have in common: records of cells, each with its place."""

from collections.abc import Callable, Iterator, Mapping

from layout.problems import LeafletError, Problem, Source
from layout.values import NamedTuple

USAGE, DATA_INVALID = 2, 3

NUMBER = "number"
DATE = "date"
FAILED = "failed"
UNCACHED = "uncached"
NESTED = "nested"
"""Kinds of cells that are no text: a number, a date, an error value, a formula without its
result, and (YAML) a list or mapping where a text is wanted."""

MOST_COLUMNS = 256
"""More is no list of contacts, and rows of any width would not keep memory flat."""


class Record(NamedTuple):
    """A row as it stands in the file: its line (or row of the sheet) and its cells as text.

    ``kinds`` tells the cells that are no text, by their index.  ``fault`` is the code of what
    makes the whole row unreadable, ``hidden`` whether the sheet hides it.
    """

    line: int
    cells: tuple[str, ...]
    kinds: Mapping[int, str] = {}
    fault: str = ""
    hidden: bool = False


class Table(NamedTuple):
    """A file of records that can be gone through more than once; the first is the header.

    ``cell`` names a cell for people (``C14``; "" where lines are all there is), ``place`` where
    it stands.  ``ragged``: whether a row of fewer cells has lost some.  ``notes``: what is to
    be said of the file, complete only after all records have been gone through once.
    """

    file: str
    records: Callable[[], Iterator[Record]]
    place: Callable[[int, int], Source]
    cell: Callable[[int, int], str]
    notes: Callable[[], tuple[Problem, ...]]
    ragged: bool = False


def refused(found: Problem, exit_code: int = DATA_INVALID) -> LeafletError:
    """The error of one problem that keeps the whole file from being read."""
    return LeafletError((found,), exit_code)


def is_blank(record: Record) -> bool:
    """Whether no cell of a record holds anything to be seen."""
    return not record.fault and not record.kinds and not any(map(str.strip, record.cells))
