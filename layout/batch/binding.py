"""All variants in one file, for a press that prints them in a row; all contacts on a proof sheet.

Both are written as the rows come, under a temporary name until they are whole.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from layout.batch.proofsheet import ProofSheet
from layout.batch.work import Record, record_of
from layout.batch.writing import obstacle, told
from layout.contacts import REJECTED, Row
from layout.pdf.bound import Bound
from layout.problems import LeafletError, Problem, problem
from layout.variants import Prepared, Result, own_of
from layout.variants.master import Master, add_to, bind
from layout.variants.plates import Own

_USAGE, _DATA, _UNWRITABLE = 2, 3, 6


class Wanted(NamedTuple):
    """The files that are asked for besides those of each row, None where one is not."""

    combined: Path | None = None
    proof_sheet: Path | None = None

    def __bool__(self) -> bool:
        return any(self)


class Binder:
    """Adds rows to the files; see :func:`binding`."""

    def __init__(
        self, base: Prepared, master: Master, bound: Bound | None, sheet: ProofSheet | None
    ):
        self._base, self._master = base, master
        self._bound, self._sheet = bound, sheet
        self.rows = 0

    def add(self, row: Row) -> Record:
        """A row's variant and its contact; what keeps it from being printed is in the record."""
        if row.verdict == REJECTED:
            return Record(row, REJECTED)
        own = own_of(self._base, self._master, row)
        if isinstance(own, Result):
            return record_of(row, own)
        self._put(row, own)
        return record_of(row, Result((), own.problems))

    def _put(self, row: Row, own: Own) -> None:
        self.rows += 1
        if self._bound:
            [plate] = self._master.plates.values()
            add_to(self._bound, self._master, plate, own)
        if self._sheet:
            self._sheet.add(row, own)


@contextmanager
def binding(base: Prepared, wanted: Wanted, dry: bool) -> Iterator[Binder]:
    """The files open to rows, and in their places at the end; none of them if a row breaks off.

    Raises LeafletError: exit code 2 where the leaflet's editions are none or several to bind, 3
    where its contact is not set by itself, 6 where a file cannot be written.
    """
    master = _master(base, wanted)
    with ExitStack() as opened:
        files = [opened.enter_context(_placed(path, dry)) for path in wanted if path]
        outs = iter(files)
        bound = sheet = None
        if wanted.combined:
            [plate] = master.plates.values()
            bound = bind(master, plate, next(outs))
        if wanted.proof_sheet:
            sheet = ProofSheet(master, next(outs))
        binder = Binder(base, master, bound, sheet)
        yield binder
        for each in (bound, sheet):
            if each and binder.rows:
                each.close()
        if not binder.rows:
            raise _NothingError


class _NothingError(Exception):
    """There is no page, so there is to be no file."""


def _master(base: Prepared, wanted: Wanted) -> Master:
    master = base.master
    if master is None:
        raise LeafletError((problem("combined-placeholders", base.template.source),), _DATA)
    if wanted.combined and len(base.editions) != 1:
        made = ", ".join(name for name, _ in base.editions)
        raise LeafletError((problem("combined-one-edition", editions=made),), _USAGE)
    if wanted.combined and not any(plate.sides for plate in master.plates.values()):
        raise LeafletError((problem("combined-edition", edition=base.editions[0][0]),), _USAGE)
    return master


@contextmanager
def _placed(path: Path, dry: bool) -> Iterator[BinaryIO]:
    """A file that takes its name only when it is whole and on the disk."""
    if dry:
        with open(os.devnull, "wb") as nowhere, suppress(_NothingError):
            yield nowhere
        return
    standing = obstacle(str(path))
    if standing:
        raise LeafletError((standing,), _UNWRITABLE)
    temporary = path.with_name(f".leaflet-{os.getpid()}-{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb", 1 << 20) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        os.replace(temporary, path)
    except _NothingError:
        pass
    except OSError as error:
        raise LeafletError((_reason(path, error),), _UNWRITABLE) from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _reason(path: Path, error: OSError) -> Problem:
    from layout.batch.writing import DiskFullError

    try:
        return told(str(path), error)
    except DiskFullError as full:
        return full.found
