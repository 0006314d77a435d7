"""What a worker does: the files of a chunk of rows, each written as soon as it is made."""

import gc
import os
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from layout.batch.names import Names
from layout.batch.writing import DiskFullError, write_file
from layout.build import Request
from layout.contacts import REJECTED, Row
from layout.contacts.findings import verdict_of
from layout.problems import ERROR, NOWHERE, Problem
from layout.variants import Prepared, Result, prepare, vary

_BUG = 70

STOP = ".leaflet-batch.stop"
"""A file of this name in the folder tells every worker, wherever it runs, to go no further."""


class Job(NamedTuple):
    """What the chunks of a run have in common; ``folder`` None: nothing is written."""

    request: Request
    list: str
    names: Names
    folder: str | None


class File(NamedTuple):
    """A file that was made."""

    edition: str
    path: str
    bytes: int
    sha256: str


class Record(NamedTuple):
    """What became of a row; ``failed`` is the exit code that it asks for, 0 for none.

    ``found`` are the problems that came up on the way, besides those of the row itself.
    """

    row: Row
    verdict: str
    files: tuple[File, ...] = ()
    found: tuple[Problem, ...] = ()
    failed: int = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is to be said of the row."""
        return (*self.row.problems, *self.found)


class Done(NamedTuple):
    """The rows of a chunk that were gone through, and why not all, if not."""

    records: tuple[Record, ...]
    full: Problem | None = None
    stopped: bool = False


@lru_cache(maxsize=1)
def prepared(request: Request, file: str) -> Prepared:
    """The leaflet as a process holds it between chunks; what it is made of is no garbage, and is
    not looked through again for each row (a tenth of the time)."""
    base = prepare(request, file)
    gc.collect()
    gc.freeze()
    return base


def work(job: Job, rows: Sequence[Row]) -> Done:
    """Makes the files of some rows."""
    base = prepared(job.request, job.list)
    records: list[Record] = []
    for row in rows:
        if job.folder and os.path.lexists(os.path.join(job.folder, STOP)):
            return Done(tuple(records), stopped=True)
        try:
            records.append(_made(job, row, vary(base, row)))
        except DiskFullError as full:
            return Done(tuple(records), full.found)
    return Done(tuple(records))


def _made(job: Job, row: Row, result: Result) -> Record:
    """The row's files on the disk; all of them or none."""
    files, standing = [], list[Problem]()
    for one in result.files:
        name = f"{job.names.stem(row, one.edition)}{one.suffix}"
        if job.folder is not None:
            obstacle = write_file(job.folder, name, one.data)
            standing += [obstacle] if obstacle else []
        files.append(File(one.edition, name, len(one.data), sha256(one.data).hexdigest()))
    record = record_of(row, result._replace(problems=(*result.problems, *standing)))
    made = () if record.verdict == REJECTED else tuple(files)
    return record._replace(files=made, failed=record.failed or (6 if standing else 0))


def record_of(row: Row, result: Result) -> Record:
    """What became of a row of which no file is kept."""
    verdict = verdict_of({one.severity for one in (*row.problems, *result.problems)})
    return Record(row, verdict, (), result.problems, 7 if result.failed else 0)


def refused(row: Row, code: str, **arguments: str) -> Record:
    """A row that could not even be tried."""
    found = Problem(code, ERROR, NOWHERE, tuple(arguments.items()))
    return Record(row, REJECTED, (), (found,), _BUG)
