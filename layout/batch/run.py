"""A whole run: rows in, their files and what is to be told of each out, as a stream."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from layout.batch.binding import Wanted, binding
from layout.batch.chunks import Crew, Here, Item, made
from layout.batch.journal import JOURNAL, Earlier, begin, key_of, line_of
from layout.batch.lock import locked
from layout.batch.manifest import TABLE, Streams, manifests, put
from layout.batch.names import Names, latin, read_names, told_apart
from layout.batch.selection import (
    Condition,
    conditions,
    field_named,
    selected,
    unknown_column,
)
from layout.batch.work import STOP, Done, Job, Record, prepared
from layout.batch.writing import sweep, sync_folder
from layout.batch.zips import Sorting, zip_up
from layout.build import Request
from layout.contacts import REJECTED, ContactList, Row, read_contacts
from layout.problems import LeafletError, Problem, Source, problem
from layout.variants import Prepared, judge_whole

NOTHING_MADE, SOME_REJECTED, UNWRITABLE, INTERRUPTED = 3, 1, 6, 130


class Order(NamedTuple):
    """What is asked for.  ``folder`` None: nothing is written.  ``jobs``: processes (None: by the
    length of the list)."""

    request: Request
    contacts: Path
    folder: Path | None
    encoding: str | None = None
    sheet: str | None = None
    where: tuple[str, ...] = ()
    limit: int | None = None
    pattern: str | None = None
    jobs: int | None = 1
    resume: bool = False
    language: str = "en"
    zip_by: str | None = None
    bound: Wanted = Wanted()
    dry: bool = False


class Plan(NamedTuple):
    """An order that can be carried out."""

    order: Order
    contacts: ContactList
    wanted: tuple[Condition, ...]
    zipped: str | None
    names: Names
    base: Prepared

    @property
    def job(self) -> Job:
        """What workers must know."""
        folder = None if self.order.folder is None else str(self.order.folder)
        return Job(self.order.request, self.contacts.file, self.names, folder)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is to be said of the leaflet and of the list."""
        return (*self.base.known, *self.contacts.problems)


class Tally:
    """What a run came to, counted while it goes."""

    def __init__(self) -> None:
        self.verdicts: Counter[str] = Counter()
        self.failed = 0
        self.stopped = False
        self.full: Problem | None = None
        self.zips: tuple[Path, ...] = ()
        self.bound: tuple[Path, ...] = ()
        self.problems: tuple[Problem, ...] = ()

    def add(self, record: Record) -> None:
        """Counts a row."""
        self.verdicts[record.verdict] += 1
        self.failed = self.failed or record.failed

    @property
    def rows(self) -> int:
        """How many rows were gone through."""
        return self.verdicts.total()

    def exit_code(self) -> int:
        """By the table in README.md; the worst counts."""
        if self.stopped:
            return INTERRUPTED
        if self.failed:
            return self.failed
        if self.verdicts[REJECTED] == self.rows:
            return NOTHING_MADE
        return SOME_REJECTED if self.verdicts[REJECTED] else 0


def plan(order: Order) -> Plan:
    """Reads leaflet and list; LeafletError with what is wrong, before anything is written."""
    contacts = read_contacts(
        order.contacts,
        encoding=order.encoding,
        sheet=order.sheet,
        root=order.request.leaflet.parent,
    )
    wanted = conditions(order.where, contacts)
    zipped = _column(order.zip_by, contacts)
    base = prepared(order.request, contacts.file)
    about = (str(base.template.id), base.fold, base.theme)
    names = names_of(order, contacts, about, len(base.editions) > 1)
    return Plan(order, contacts, wanted, zipped, names, base)


def names_of(
    order: Order, contacts: ContactList, about: tuple[str, str, str], several: bool
) -> Names:
    """How files are called; ``about`` are the ids of leaflet, fold and theme, ``several``
    editions are told apart.  LeafletError (exit code 2) for a pattern that cannot be."""
    constants = dict(zip(("leaflet", "fold", "theme"), about, strict=True))
    names = read_names(order.pattern, constants, contacts.columns, several)
    return told_apart(names, partial(_good, contacts))


def _column(name: str | None, contacts: ContactList) -> str | None:
    """The field of a column that must be in the list; LeafletError (exit code 2)."""
    if name is None:
        return None
    field = field_named(name, contacts)
    if field is None:
        raise LeafletError((unknown_column(name, contacts),), 2)
    return field


def _good(contacts: ContactList) -> Iterator[Row]:
    return (row for row in contacts.rows() if row.verdict != REJECTED)


def usual_jobs(rows: int) -> int:
    """Processes for a list of so many rows: each costs as much as some hundred rows do."""
    return max(1, min(os.cpu_count() or 1, rows // _WORTH))


_WORTH = 250


def crew_of(jobs: int) -> Crew:
    """Processes of this machine; of one, this process itself."""
    if jobs == 1:
        return Here

    def processes() -> Executor:
        from multiprocessing import get_context

        return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_enlist)

    return processes


def _enlist() -> None:
    """A worker leaves interrupts to its parent, and ends when that is gone."""
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()


def run(planned: Plan, tally: Tally, crew: Crew | None = None) -> Iterator[Record]:
    """The rows in order, each when its files stand; any executor's ``crew`` may make them.

    Raises LeafletError (exit code 6) where the folder cannot be used.  What ends a run early is
    in ``tally``.
    """
    order = planned.order
    rows = selected(planned.contacts.rows(), planned.wanted, order.limit)
    if order.bound and order.folder is None:
        yield from _bound(planned, tally, (_ready(row, None) for row in rows))
    elif order.bound:
        yield from _bound(planned, tally, _each(planned, tally, rows, crew))
    else:
        yield from _each(planned, tally, rows, crew)
    _nothing_selected(planned, tally)


def _each(planned: Plan, tally: Tally, rows: Iterator[Row], crew: Crew | None) -> Iterator[Record]:
    """The rows with a file for each."""
    order = planned.order
    jobs = order.jobs or usual_jobs(planned.contacts.size)
    here = jobs == 1 and crew is None
    crew, width = crew or crew_of(jobs), 1 if here else jobs * 2
    if order.folder is None:
        items: Iterable[Item] = (_ready(row, None) for row in rows)
        for done in made(planned.job, items, crew, width):
            for record in done.records:
                tally.add(record)
                yield record
    else:
        yield from _written(planned, tally, rows, crew, width)


def _bound(planned: Plan, tally: Tally, items: Iterable[Item]) -> Iterator[Record]:
    """The rows with all of them in one file; they may have files of their own already."""
    order = planned.order
    with binding(planned.base, order.bound, order.dry) as binder:
        for item in items:
            if isinstance(item, Record):
                if item.files:
                    binder.add(item.row)
                elif order.folder is None:
                    tally.add(item)
                yield item
            else:
                record = binder.add(item)
                tally.add(record)
                yield record
    if binder.rows and not order.dry:
        tally.bound = tuple(path for path in order.bound if path)


def _nothing_selected(planned: Plan, tally: Tally) -> None:
    if tally.stopped or tally.failed or tally.verdicts[REJECTED] != tally.rows:
        return
    place = Source(planned.contacts.file)
    if tally.rows:
        tally.problems += (problem("contacts-all-rejected", place, count=tally.rows),)
    else:
        tally.problems += (problem("batch-none-selected", place, count=planned.contacts.size),)


def _ready(row: Row, before: Record | None) -> Item:
    """A row that is to be made, or what is known of it already."""
    if row.verdict == REJECTED:
        return Record(row, REJECTED)
    return before or row


def _written(
    planned: Plan, tally: Tally, rows: Iterator[Row], crew: Crew, width: int
) -> Iterator[Record]:
    """The run in its folder: locked, journalled, summed up in manifests however it ends."""
    folder = planned.order.folder or Path()
    _open_folder(folder)
    with locked(folder), _without_stop(folder), _telling(folder):
        sweep(str(folder))
        earlier = begin(folder, planned.order.resume)
        sorting = Sorting(planned.zipped or "")
        last: Record | None = None
        with manifests(folder) as streams:
            items = (_ready(row, _before(planned, row, earlier)) for row in rows)
            for done in made(planned.job, items, crew, width):
                for record in done.records:
                    _put(planned, tally, streams, record)
                    sorting.add(record)
                _sync(streams, folder)
                yield from done.records
                last = next((one for one in reversed(done.records) if one.files), last)
                _look(tally, done)
        if last:
            _judge(planned, tally, folder, last)
        if not _end(tally):
            if planned.zipped:
                stem = f"{planned.base.template.id}_{planned.base.fold}"
                tally.zips = tuple(zip_up(folder, latin(stem)[0], sorting))
            sweep(str(folder))  # a worker outlives its killed parent by a moment
            (folder / JOURNAL).unlink()


def _judge(planned: Plan, tally: Tally, folder: Path, record: Record) -> None:
    """The files of the last row, read from the disk and judged whole; so was the first."""
    try:
        for file in record.files:
            judge_whole(planned.base, file.edition, (folder / file.path).read_bytes(), file.path)
    except LeafletError as error:
        tally.problems += error.problems
        tally.failed = error.exit_code


def _put(planned: Plan, tally: Tally, streams: Streams, record: Record) -> None:
    line = line_of(record, _key(planned, record.row))
    put(streams, record, line, not tally.rows, planned.order.language)
    streams.journal.write(f"{line}\n".encode())
    tally.add(record)


def _sync(streams: Streams, folder: Path) -> None:
    """What a chunk has made is on the disk: its line in the journal, its names in the folder."""
    streams.journal.flush()
    os.fsync(streams.journal.fileno())
    sync_folder(str(folder))


@contextmanager
def _without_stop(folder: Path) -> Iterator[None]:
    """Nobody has asked this run to stop yet; what was asked of it concerns no other."""
    try:
        (folder / STOP).unlink(missing_ok=True)
        yield
    finally:
        (folder / STOP).unlink(missing_ok=True)


@contextmanager
def _telling(folder: Path) -> Iterator[None]:
    """Turns the system's error about journal or manifest into a problem."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        found = problem("output-failed", path=folder / TABLE, reason=reason)
        raise LeafletError((found,), UNWRITABLE) from None


def _look(tally: Tally, done: Done) -> None:
    """Whether the run goes no further."""
    if done.full:
        tally.full = tally.full or done.full
        tally.failed = UNWRITABLE
    tally.stopped = tally.stopped or done.stopped


def _end(tally: Tally) -> bool:
    """Whether the run ended early; what stands is complete."""
    if not (tally.full or tally.stopped):
        return False
    made = tally.rows - tally.verdicts[REJECTED]
    tally.problems += (tally.full or problem("interrupted"), problem("batch-ended", count=made))
    return True


def _open_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise LeafletError((problem("output-folder-is-file", path=folder),), UNWRITABLE) from None
    except OSError as error:
        reason = error.strerror or str(error)
        found = problem("output-folder-unusable", path=folder, reason=reason)
        raise LeafletError((found,), UNWRITABLE) from None


def _key(planned: Plan, row: Row) -> str:
    return key_of(planned.base.digest, row, planned.names.stem(row, ""))


def _before(planned: Plan, row: Row, earlier: Earlier | None) -> Record | None:
    if earlier is None or row.verdict == REJECTED:
        return None
    found = earlier.find(_key(planned, row), row, planned.order.folder or Path())
    return found if found and found.files else None
