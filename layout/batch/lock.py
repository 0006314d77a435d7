"""One run in a folder at a time: a lock that the system lets go of when its owner dies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from layout.problems import LeafletError, problem

LOCK = ".leaflet-batch.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the folder; LeafletError (exit code 6) if another run does."""
    path = folder / LOCK
    descriptor = _taken(path)
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        with suppress(OSError):  # Windows lets nobody remove what is open
            path.unlink()
        os.close(descriptor)


def _taken(path: Path) -> int:
    """The lock's file, locked, and still the one that has its name."""
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            reason = error.strerror or str(error)
            found = problem("output-folder-unusable", path=path.parent, reason=reason)
            raise LeafletError((found,), 6) from None
        try:
            _lock(descriptor)
        except OSError:
            owner = os.read(descriptor, 20).decode("ascii", "replace").strip()
            os.close(descriptor)
            found = problem("batch-folder-busy", path=path.parent, pid=owner or "?")
            raise LeafletError((found,), 6) from None
        with suppress(OSError):
            if os.path.samestat(os.fstat(descriptor), os.stat(path)):
                return descriptor
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if os.name == "nt":
        import msvcrt

        lock = getattr(msvcrt, "locking")  # noqa: B009 - known on Windows only
        os.lseek(descriptor, 100, os.SEEK_SET)  # what is locked there can be read by nobody
        lock(descriptor, getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
