"""What a run has made, line by line, so that another can go on where it ended.

A line stands in the journal when the files it names have theirs.  The manifest is made of the
same lines; while a run lasts the journal holds those of earlier runs as well.
"""

import json
import os
from array import array
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from layout.batch.work import File, Record
from layout.batch.writing import sync_folder
from layout.contacts import Row
from layout.problems import Problem, Source

JOURNAL, MANIFEST = ".leaflet-batch.journal", "manifest.json"

HEAD, TAIL = b'{"version": 1, "rows": [\n', b"\n]}\n"
"""Of the manifest; between them its lines, parted by commas."""


class Earlier(NamedTuple):
    """The lines of earlier runs, found by the keys of their rows: 16 bytes of memory each.

    Lines from ``doubtful`` on are of the last chunk, whose files are looked into.
    """

    path: Path
    keys: "array[int]"
    places: "array[int]"
    doubtful: int

    def find(self, key: str, row: Row, folder: Path) -> Record | None:
        """What was made of the row, if it is there as it was made."""
        from bisect import bisect_left

        number = int(key, 16)
        at = bisect_left(self.keys, number)
        if at == len(self.keys) or self.keys[at] != number:
            return None
        with self.path.open("rb") as file:
            file.seek(self.places[at])
            record = _record(file.readline(), key, row)
        sure = self.places[at] < self.doubtful
        return (
            record if record and all(_stands(folder, one, sure) for one in record.files) else None
        )


def _record(line: bytes, key: str, row: Row) -> Record | None:
    entry = _entry(line)
    if not entry or entry.get("key") != key:
        return None
    try:
        files = tuple(File(**one) for one in entry["files"])
        found = tuple(_problem(one) for one in entry["found"])
        return Record(row, entry["verdict"], files, found)
    except (KeyError, TypeError, ValueError):  # written by no run of this program
        return None


def _problem(entry: dict[str, Any]) -> Problem:
    arguments = tuple((str(name), str(value)) for name, value in entry["arguments"])
    return Problem(entry["code"], entry["severity"], Source(*entry["at"]), arguments)


def _stands(folder: Path, file: File, sure: bool) -> bool:
    """Whether a file is there in its size and, where that is not ``sure``, with its bytes."""
    path = folder / file.path
    if os.path.basename(file.path) != file.path or path.is_symlink():
        return False
    try:
        if not path.is_file() or path.stat().st_size != file.bytes:
            return False
        return sure or sha256(path.read_bytes()).hexdigest() == file.sha256
    except OSError:
        return False


def key_of(digest: str, row: Row, stem: str) -> str:
    """Sixteen digits for all that the files of a row depend on: the leaflet, the row, the name."""
    held = repr((digest, stem, sorted(row.values.items()), row.id))
    return sha256(held.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def line_of(record: Record, key: str) -> str:
    """A record as it stands in journal and manifest: the same in every language."""
    entry = {
        "row": record.row.number,
        "line": record.row.line,
        "id": record.row.id,
        "verdict": record.verdict,
        "files": [file._asdict() for file in record.files],
        "problems": [_told(found) for found in record.row.problems],
        "found": [_told(found) for found in record.found],
        "key": key,
    }
    return json.dumps(entry)


def _told(found: Problem) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": found.severity,
        "at": list(found.source),
        "arguments": [list(pair) for pair in found.arguments],
    }


def _entry(line: bytes) -> dict[str, Any] | None:
    """The entry of a line; None of one that was cut off, or is none."""
    with suppress(ValueError):
        entry = json.loads(line.rstrip(b",\r\n"))
        if isinstance(entry, dict):
            return entry
    return None


def begin(folder: Path, resume: bool) -> Earlier | None:
    """Starts the journal: empty, or with the whole lines of the earlier manifest and journal."""
    path, fresh = folder / JOURNAL, folder / f"{JOURNAL}.new"
    found: list[tuple[int, int]] = []
    last = array("Q")
    with fresh.open("wb") as file:
        for line in _lines(folder) if resume else ():
            entry = _entry(line)
            if entry and isinstance(entry.get("key"), str) and len(entry["key"]) == 16:
                with suppress(ValueError):
                    found.append((int(entry["key"], 16), file.tell()))
                    last.append(file.tell())
                    file.write(line.rstrip(b",\r\n") + b"\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
    sync_folder(str(folder))
    if not resume:
        return None
    newest = dict(found)  # of lines with one key the last counts
    keys = sorted(newest)
    doubtful = last[-_CHUNK] if len(last) > _CHUNK else 0
    places = array("Q", (newest[key] for key in keys))
    return Earlier(path, array("Q", keys), places, doubtful)


_CHUNK = 256
"""Lines at the end whose files may not have been safe on the disk when a run ended."""


def _lines(folder: Path) -> Iterator[bytes]:
    for name in (MANIFEST, JOURNAL):
        with suppress(FileNotFoundError), (folder / name).open("rb") as file:
            yield from (
                line for line in file if line.startswith(b'{"row"') and line.endswith(b"\n")
            )
