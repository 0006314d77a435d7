"""One ZIP for each value of a column: what a federation sends on to each of its branches."""

import json
import os
import zipfile
from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from layout.batch.journal import MANIFEST
from layout.batch.names import latin, mark
from layout.batch.work import File, Record
from layout.batch.writing import ENDING, PART

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP can tell: the same files give the same bytes."""


class Sorting:
    """Which value each row of a run has in a column: four bytes a row."""

    def __init__(self, field: str) -> None:
        self.field = field
        self.values: dict[str, int] = {}
        self.of = array("L")

    def add(self, record: Record) -> None:
        """Remembers the next row."""
        value = record.row.values.get(self.field, "")
        self.of.append(self.values.setdefault(value, len(self.values)))


def zip_up(folder: Path, stem: str, sorting: Sorting) -> Iterator[Path]:
    """Packs the files that the folder's manifest names, value by value; the ZIPs' paths."""
    taken: set[str] = set()
    for value, number in sorting.values.items():
        files = list(_files(folder, sorting, number))
        if files:
            shown, exact = latin(value) if value else ("none", True)
            name = shown if exact and shown.lower() not in taken else f"{shown}-{mark(value)}"
            taken.add(name.lower())
            path = folder / f"{stem}_{name}.zip"
            _pack(path, folder, files)
            yield path


def _files(folder: Path, sorting: Sorting, number: int) -> Iterator[File]:
    with (folder / MANIFEST).open("rb") as lines:
        rows = (line for line in lines if line.startswith(b'{"row"'))
        for own, line in zip(sorting.of, rows, strict=True):
            if own == number:
                for file in json.loads(line.rstrip(b",\n"))["files"]:
                    yield File(**file)


def _pack(path: Path, folder: Path, files: list[File]) -> None:
    part = folder / f"{PART}{os.getpid()}-zip{ENDING}"
    try:
        with zipfile.ZipFile(part, "w") as packed:
            for file in files:
                entry = zipfile.ZipInfo(file.path, _EPOCH)
                packed.writestr(entry, (folder / file.path).read_bytes())
        os.replace(part, path)
    finally:
        with suppress(OSError):
            part.unlink()
