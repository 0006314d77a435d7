"""Writing one file of thousands: a temporary name, one rename, nothing ever half there."""

import errno
import os
import stat
from contextlib import suppress

from layout.problems import Problem, problem

PART, ENDING = ".leaflet-", ".part"
"""How the temporary files of a run are called; what is left of them is nobody's."""

_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_TRUNC
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)
_FULL = frozenset((errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)))


class DiskFullError(Exception):
    """There is no room: nothing more can be written.  ``found`` says it to a person."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.found = found


def write_file(folder: str, name: str, data: bytes) -> Problem | None:
    """Writes a file in place of whatever regular file has the name; why not, if not.

    Raises DiskFullError.  It is not forced to the disk: a run does that by the chunk.
    """
    final = os.path.join(folder, name)
    temporary = os.path.join(folder, f"{PART}{os.getpid()}{ENDING}")
    try:
        standing = obstacle(final)
        if standing:
            return standing
        _write(temporary, data)
        os.replace(temporary, final)
    except OSError as error:
        with suppress(OSError):
            os.unlink(temporary)
        return told(final, error)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    return None


def obstacle(final: str) -> Problem | None:
    """What keeps a name from being taken: a link, a folder, a file's own protection."""
    try:
        mode = os.lstat(final).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(mode):
        return problem("output-linked", path=final, target=os.readlink(final))
    if stat.S_ISDIR(mode):
        return problem("output-is-folder", path=final)
    return None if mode & 0o222 else problem("output-locked", path=final)


def _write(path: str, data: bytes) -> None:
    descriptor = os.open(path, _FLAGS, 0o666)
    try:
        written = os.write(descriptor, data)
        while written < len(data):  # a disk that fills up takes a part first
            written += os.write(descriptor, memoryview(data)[written:])
    finally:
        os.close(descriptor)


def told(final: str, error: OSError) -> Problem:
    """The system's error about a file; raises DiskFullError."""
    reason = error.strerror or str(error)
    if error.errno in _FULL:
        raise DiskFullError(problem("output-disk-full", path=final, reason=reason)) from None
    if isinstance(error, PermissionError):
        return problem("output-locked", path=final)
    return problem("output-failed", path=final, reason=reason)


def sweep(folder: str) -> None:
    """Removes temporary files that a killed run left."""
    for entry in os.scandir(folder):
        if entry.name.startswith(PART) and entry.name.endswith(ENDING):
            with suppress(OSError):
                os.unlink(entry.path)


def sync_folder(folder: str) -> None:
    """Makes renames durable, where the system can open a folder for that."""
    with suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
