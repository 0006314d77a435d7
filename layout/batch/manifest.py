"""The manifest of a run, for programs (JSON) and for people (CSV for Excel), written as it goes."""

import csv
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NamedTuple

from layout.batch.journal import HEAD, JOURNAL, MANIFEST, TAIL
from layout.batch.work import Record
from layout.batch.writing import ENDING, PART
from layout.messages import sentences

TABLE = "manifest.csv"

_HEADER = ("row", "line", "id", "name", "verdict", "edition", "file", "bytes", "sha256", "problems")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class Streams(NamedTuple):
    """The journal and both manifests, open under temporary names."""

    journal: IO[bytes]
    json: IO[bytes]
    table: IO[str]


@contextmanager
def manifests(folder: Path) -> Iterator[Streams]:
    """Opens them; both manifests take their names when the run ends, however it ends."""
    parts = (
        folder / f"{PART}{os.getpid()}-json{ENDING}",
        folder / f"{PART}{os.getpid()}-csv{ENDING}",
    )
    try:
        with (
            (folder / JOURNAL).open("ab") as journal,
            parts[0].open("wb") as json,
            parts[1].open("w", encoding="utf-8-sig", newline="") as table,
        ):
            json.write(HEAD)
            csv.writer(table).writerow(_HEADER)
            yield Streams(journal, json, table)
            json.write(TAIL)
            for stream in (json, table):
                stream.flush()
                os.fsync(stream.fileno())
        os.replace(parts[0], folder / MANIFEST)
        os.replace(parts[1], folder / TABLE)
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink()


def put(streams: Streams, record: Record, line: str, first: bool, language: str) -> None:
    """A record into both manifests."""
    streams.json.write(("" if first else ",\n").encode() + line.encode())
    writer = csv.writer(streams.table)
    row = record.row
    told = " / ".join(sentences(found, language)[0] for found in record.problems)
    head = (row.number, row.line, safe(row.id), safe(row.values.get("name", "")), record.verdict)
    for file in record.files:
        tail = (file.edition, safe(file.path), file.bytes, file.sha256, safe(told))
        writer.writerow((*head, *tail))
    if not record.files:
        writer.writerow((*head, "", "", "", "", safe(told)))


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" \u3000").startswith(_FORMULA) else cell
