"""Chunks of rows through any executor, their results in the order of the rows.

What a worker that dies took with it is tried again alone: the row that kills it is named, the
others go on.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from itertools import islice
from typing import Any, NamedTuple

from layout.batch.work import Done, Job, Record, refused, work
from layout.contacts import Row
from layout.problems import LeafletError

LARGEST = 64
"""Rows of a chunk; the first ones are smaller, so that small batches are shared out too."""

Crew = Callable[[], Executor]
Item = Row | Record
"""A row to be made, or what was made of it before."""


class _Chunk(NamedTuple):
    items: tuple[Item, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(item for item in self.items if isinstance(item, Row))


class Here(Executor):
    """Runs what is submitted at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The finished future."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def made(job: Job, items: Iterable[Item], crew: Crew, width: int) -> Iterator[Done]:
    """The chunks as they are done, in order; ``width`` of them are under way at a time."""
    executor = crew()
    try:
        waiting: deque[tuple[_Chunk, Future[Done]]] = deque()
        chunks = _chunks(items)
        while True:
            for chunk in islice(chunks, width - len(waiting)):
                waiting.append((chunk, _submitted(executor, job, chunk.rows)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                done = future.result()
            except LeafletError:
                raise
            except BrokenExecutor:
                _end(executor, wait=False)
                executor = crew()
                done = _one_by_one(job, chunk.rows, crew)
                waiting = deque(
                    (other, _submitted(executor, job, other.rows)) for other, _ in waiting
                )
            except Exception:
                done = _one_by_one(job, chunk.rows, crew)
            if done.full or done.stopped:
                chunks = iter(())  # what is under way is waited for
            yield _merged(chunk, done)
    finally:
        _end(executor, wait=True)


def _end(executor: Executor, wait: bool) -> None:
    try:
        executor.shutdown(wait=wait, cancel_futures=True)
    except TypeError:  # Dask's knows nothing of what Python 3.9 has added
        executor.shutdown(wait=wait)


def _submitted(executor: Executor, job: Job, rows: Sequence[Row]) -> Future[Done]:
    """The chunk's future; a crew that has died by now says so in it."""
    try:
        return executor.submit(work, job, rows)
    except BrokenExecutor as error:
        future: Future[Done] = Future()
        future.set_exception(error)
        return future


def _chunks(items: Iterable[Item]) -> Iterator[_Chunk]:
    rest, size = iter(items), 1
    while chunk := tuple(islice(rest, size)):
        yield _Chunk(chunk)
        size = min(LARGEST, size * 2)


def _one_by_one(job: Job, rows: Sequence[Row], crew: Crew) -> Done:
    """The rows of a chunk that came to nothing, each by itself."""
    records: list[Record] = []
    for row in rows:
        with crew() as executor:
            try:
                done = executor.submit(work, job, (row,)).result()
            except LeafletError:
                raise
            except BrokenExecutor:
                records.append(refused(row, "batch-row-killed"))
                continue
            except Exception as error:
                kind = type(error).__name__
                records.append(refused(row, "batch-row-failed", kind=kind, detail=str(error)))
                continue
        records += done.records
        if done.full or done.stopped:
            return done._replace(records=tuple(records))
    return Done(tuple(records))


def _merged(chunk: _Chunk, done: Done) -> Done:
    """What was made before and now, in the order of the rows; none behind one that was not."""
    fresh = iter(done.records)
    records = []
    for item in chunk.items:
        record = item if isinstance(item, Record) else next(fresh, None)
        if record is None:
            break
        records.append(record)
    return done._replace(records=tuple(records))
