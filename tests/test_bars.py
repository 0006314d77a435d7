"""The bars of a timeline, measured in the rendered picture of the press file."""

from itertools import groupby
from pathlib import Path

import pypdfium2
import pytest

from layout.blocks.incidents import read_count
from layout.build import Request, build
from layout.document import Incidents

SHIPPED = Path(__file__).parents[1] / "data" / "mynumber.yaml"
DPI = 600
TRUE_MM = 0.1

Pixels = list[list[bool]]


def warm(data: bytes) -> Pixels:
    """Which pixels of the inner side are of the bars' colour."""
    bitmap = pypdfium2.PdfDocument(data)[1].render(scale=DPI / 72, rev_byteorder=True)
    size, stride, raw = bitmap.n_channels, bitmap.stride, bytes(bitmap.buffer)
    rows = (raw[y * stride : y * stride + bitmap.width * size] for y in range(bitmap.height))
    return [
        [
            r > 120 and g < 100 and b < 80
            for r, g, b in zip(row[::size], row[1::size], row[2::size], strict=True)
        ]
        for row in rows
    ]


def longest(row: list[bool]) -> tuple[int, int]:
    """Where the longest run of a row begins, and its length."""
    found, at = (0, 0), 0
    for is_warm, run in groupby(row):
        length = len(list(run))
        if is_warm and length > found[1]:
            found = (at, length)
        at += length
    return found


def run_at(row: list[bool], x: int) -> int:
    end = x
    while end < len(row) and row[end]:
        end += 1
    return end - x


def bars(pixels: Pixels) -> list[int]:
    """The lengths of all bars from the head down, in pixels."""
    x, _ = max((longest(row) for row in pixels), key=lambda found: found[1])
    column = [(row[x + 1], row) for row in pixels]
    segments = [list(part) for is_warm, part in groupby(column, lambda one: one[0]) if is_warm]
    return [max(run_at(row, x) for _, row in part) for part in segments if len(part) > DPI / 25.4]


def test_bars_are_true_to_their_numbers() -> None:
    built = build(Request(SHIPPED, editions=("press",)))
    [block] = [each for each in built.leaflet.body if isinstance(each, Incidents)]
    counts = [read_count(item.count or "") for item in block.items]
    values = [count.value for count in counts if count]
    measured = [pixels / DPI * 25.4 for pixels in bars(warm(built.made[0].data))]
    full = max(measured)
    assert full > 40
    wanted = [full * value / max(values) for value in values]
    assert measured == pytest.approx(wanted, abs=TRUE_MM)
