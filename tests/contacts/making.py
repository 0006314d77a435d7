"""Lists for the tests: written as a spreadsheet would, read back as verdicts."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from layout.contacts import ContactList, Row, read_contacts

HEADER = ("支部コード", "団体名", "都道府県", "郵便番号", "住所", "電話", "メール", "URL", "備考")
GOOD = ("t1", "○○支部", "東京都", "100-0001", "千代田区1-2-3", "03-1234-5678", "", "", "")


def csv_bytes(
    rows: Sequence[Sequence[str]], encoding: str = "utf-8", delimiter: str = ","
) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def listed(folder: Path, data: bytes, name: str = "名簿.csv", **asked: str) -> ContactList:
    path = folder / name
    path.write_bytes(data)
    return read_contacts(path, **asked)  # type: ignore[arg-type]


def rows_of(folder: Path, rows: Sequence[Sequence[str]]) -> list[Row]:
    """The rows of a list with these rows beneath :data:`HEADER`."""
    return list(listed(folder, csv_bytes([HEADER, *rows])).rows())


def with_cell(header: str, value: str) -> tuple[str, ...]:
    """A good row in which one cell holds something else."""
    return tuple(value if name == header else cell for name, cell in zip(HEADER, GOOD, strict=True))


def codes(row: Row) -> list[str]:
    return [found.code for found in row.problems]
