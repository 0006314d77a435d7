"""Names of the results, and writing them so that no half a file or half a set is ever left.

Everything is first written beside its place under a temporary name and forced to the disk;
only when all of it is there do the files take their names, each by one atomic rename.
"""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from layout.problems import LeafletError, Problem, problem
from layout.values import NamedTuple

LONGEST_STEM = 120
"""Bytes: leaves room for suffixes within 255, and for a path within Windows' 260."""

_TAIL = 32
"""Bytes at the end of a name that is too long which stay."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", "conin$", "conout$")
    + tuple(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³")
)
_FULL = frozenset((errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)))


class OutputFile(NamedTuple):
    """A finished file, still in memory: its name within the output folder, and its bytes."""

    name: str
    data: bytes


def safe_stem(name: str) -> str:
    """The name with what Windows, a shell or a print shop would stumble over replaced.

    Windows: reserved characters, device names (with any extension), trailing dots and spaces
    (Microsoft, "Naming Files, Paths, and Namespaces").  Elsewhere: separators, a leading dot or
    hyphen, control characters.  Longer than :data:`LONGEST_STEM` bytes: its middle gives way
    to a hash; its end, which tells the editions apart, stays.
    """
    cleaned = "".join(
        "-" if char in _FORBIDDEN or not char.isprintable() else char for char in name
    )
    cleaned = cleaned.lstrip("-. ").rstrip(". ") or "leaflet"
    if cleaned.partition(".")[0].rstrip().lower() in _DEVICES:
        cleaned = f"_{cleaned}"
    encoded = cleaned.encode("utf-8", "replace")
    if len(encoded) <= LONGEST_STEM:
        return cleaned
    mark = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    head = encoded[: LONGEST_STEM - _TAIL - 10].decode("utf-8", "ignore")
    return f"{head}-{mark}-{encoded[-_TAIL:].decode('utf-8', 'ignore').lstrip('-. ')}"


def distinct(stems: Sequence[str], suffixes: Sequence[str] = ()) -> tuple[str, ...]:
    """The stems, each told apart from those before it also where a disk ignores case or form.

    Which of two gets a number depends only on their order.  Files of other ``suffixes`` (one
    for each stem, or none at all) may share a stem.
    """
    taken: set[str] = set()
    result = []
    for stem, suffix in zip(stems, suffixes or [""] * len(stems), strict=True):
        candidate, number = stem, 1
        while _folded(candidate + suffix) in taken:
            number += 1
            candidate = f"{stem}-{number}"
        taken.add(_folded(candidate + suffix))
        result.append(candidate)
    return tuple(result)


def _folded(stem: str) -> str:
    if stem.isascii():
        return stem.lower()
    from unicodedata import normalize

    return normalize("NFC", normalize("NFC", stem).casefold())


def write_all(folder: Path, files: Sequence[OutputFile]) -> tuple[Path, ...]:
    """Writes a set of files into a folder, which is made where it is absent.

    Existing files of these names are replaced.  Raises LeafletError (exit code 6) with every
    file that stands in the way; then no file has been touched.
    """
    _make_folder(folder)
    finals = tuple(folder / file.name for file in files)
    obstacles = tuple(found for final in finals for found in _obstacles(final))
    if obstacles:
        raise LeafletError(obstacles, 6)
    with _temporary(folder, files) as temporaries:
        for temporary, final in zip(temporaries, finals, strict=True):
            with _telling(final):
                os.replace(temporary, final)
    _sync_folder(folder)
    return finals


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that must not exist yet; raises LeafletError (exit code 6)."""
    if os.path.lexists(path):
        raise LeafletError((problem("file-exists", path=path),), 6)
    replace_file(path, data)


def replace_file(path: Path, data: bytes) -> None:
    """Writes one file, whatever it held before; raises LeafletError (exit code 6)."""
    write_all(path.parent, (OutputFile(path.name, data),))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        file = next(path for path in (folder, *folder.parents) if path.exists())
        raise LeafletError((problem("output-folder-is-file", path=file),), 6) from None
    except OSError as error:
        raise _folder_unusable(folder, error) from None


def _folder_unusable(folder: Path, error: OSError) -> LeafletError:
    reason = error.strerror or str(error)
    return LeafletError((problem("output-folder-unusable", path=folder, reason=reason),), 6)


def _obstacles(final: Path) -> Iterator[Problem]:
    """What keeps a file from being replaced: a link, a folder, a lock, its own protection."""
    if final.is_symlink():
        yield problem("output-linked", path=final, target=os.readlink(final))
    elif final.is_dir():
        yield problem("output-is-folder", path=final)
    elif final.exists() and not _replaceable(final):
        yield problem("output-locked", path=final)


def _replaceable(final: Path) -> bool:
    """Whether the file is free: not marked read-only, and (Windows) not held open by a viewer."""
    if not final.stat().st_mode & 0o222:
        return False
    try:
        os.close(os.open(final, os.O_RDWR))
    except OSError:
        return False
    return True


@contextmanager
def _temporary(folder: Path, files: Sequence[OutputFile]) -> Iterator[tuple[Path, ...]]:
    """All files under temporary names, safe on the disk; what is left of them is removed."""
    paths: list[Path] = []
    try:
        for file in files:
            with _telling(folder / file.name):
                descriptor, path = _open_temporary(folder)
                paths.append(path)
                _write_through(descriptor, file.data)
        yield tuple(paths)
    finally:
        for path in paths:
            with suppress(OSError):
                path.unlink()


def _open_temporary(folder: Path) -> tuple[int, Path]:
    """A new file of a name nobody uses; its permissions are those the umask gives."""
    number = 0
    while True:
        path = folder / f".leaflet-{os.getpid()}-{number}.part"
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            return os.open(path, flags, 0o666), path
        except FileExistsError:
            number += 1
        except PermissionError as error:
            raise _folder_unusable(folder, error) from None


def _write_through(descriptor: int, data: bytes) -> None:
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Makes the renames durable, where the system can open a folder for that."""
    with suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _telling(final: Path) -> Iterator[None]:
    """Turns the system's error about a file into a problem."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        if error.errno in _FULL:
            found = problem("output-disk-full", path=final, reason=reason)
        elif isinstance(error, PermissionError):
            found = problem("output-locked", path=final)
        else:
            found = problem("output-failed", path=final, reason=reason)
        raise LeafletError((found,), 6) from None
