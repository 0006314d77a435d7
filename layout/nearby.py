"""Files that may be meant by a name that leads to none."""

import os
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from unicodedata import normalize

_DEEPEST, _MOST = 4, 5000
"""Folders below the leaflet's that are looked into, and the entries that are looked at."""
_SHOWN, _NEAR = 3, 0.6
_LONGEST = 200
"""Characters of a name that are compared, from its end."""


def near_files(name: str, folder: Path, suffixes: tuple[str, ...]) -> tuple[str, ...]:
    """The names, as seen from ``folder``, of files of these kinds that are nearest to ``name``:
    by the whole name, by the last part of it, or but for the ending; the nearest first."""
    rated = [(_likeness(name, found), found) for found in _files(folder, suffixes)]
    near = sorted((-part, found) for part, found in rated if part >= _NEAR)
    return tuple(found for _, found in near[:_SHOWN])


def _files(folder: Path, suffixes: tuple[str, ...]) -> Iterator[str]:
    """Files in and below a folder in a steady order; nothing hidden, no links followed."""
    looked = 0
    for base, folders, files in os.walk(folder):
        inner = Path(base).relative_to(folder)
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        if len(inner.parts) >= _DEEPEST:
            folders.clear()
        looked += len(files) + len(folders)
        if looked > _MOST:
            return
        for file in sorted(files):
            if file.lower().endswith(suffixes):
                yield (inner / file).as_posix()


def _likeness(name: str, found: str) -> float:
    one, other = (normalize("NFKC", each[-_LONGEST:]).casefold() for each in (name, found))
    last, at = one.rpartition("/")[2], other.rpartition("/")[2]
    return max(_ratio(one, other), _ratio(last, at), _ratio(_stem(last), _stem(at)))


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _ratio(one: str, other: str) -> float:
    return float(SequenceMatcher(None, one, other, autojunk=False).ratio())
