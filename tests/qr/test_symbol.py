"""QR symbols: read back by a decoder, compared with another encoder, weighed by the letter."""

import re

import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from layout.frame import BLACK, Path, Segment
from layout.pdf.content import ContentWriter
from layout.pdf.inks import InkOperators
from layout.qr import QUIET, most_bytes, symbol
from layout.qr.codewords import capacity
from layout.qr.masks import penalty
from layout.qr.patterns import pattern
from layout.weblinks import MOST_BYTES


def picture(rows: tuple[str, ...], side: int = 3) -> Image.Image:
    wide = len(rows) + 2 * QUIET
    image = Image.new("L", (wide, wide), 255)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            image.putpixel((x + QUIET, y + QUIET), 0 if module == "1" else 255)
    return image.resize((wide * side, wide * side), Image.Resampling.NEAREST)


def read(rows: tuple[str, ...]) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture(rows))]


@pytest.mark.parametrize("length", [*range(1, 30), 53, *range(60, MOST_BYTES, 17), MOST_BYTES])
def test_a_decoder_reads_what_was_written(length: int) -> None:
    message = ("https://example.jp/" + "abc-012/?=" * 30)[:length]
    assert read(symbol(message.encode())) == [message]


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=50))
def test_any_text_comes_back_in_utf_8(tail: str) -> None:
    message = f"https://例え.jp/情報{tail}".encode()
    found = zxingcpp.read_barcodes(picture(symbol(message)))
    assert [bytes(each.bytes) for each in found] == [message]


@pytest.mark.parametrize("version", range(1, 11))
def test_another_encoder_makes_the_same_modules(version: int) -> None:
    """Of messages that leave nothing to be padded: that one pads with a codeword too many."""
    message = ("https://example.jp/" * 20)[: capacity(version, "M")]
    rows = symbol(message.encode())
    theirs = [
        segno.make(message, error="m", mode="byte", encoding="utf-8", micro=False, mask=mask)
        for mask in range(8)
    ]
    assert rows in [tuple("".join(map(str, row)) for row in each.matrix) for each in theirs]


def test_what_is_too_long_is_refused() -> None:
    assert most_bytes() == MOST_BYTES
    with pytest.raises(ValueError, match="more than"):
        symbol(b"a" * (MOST_BYTES + 1))


def by_the_letter(rows: list[str]) -> int:
    """ISO/IEC 18004:2015, table 11, module by module; beyond the symbol all is light."""
    size, points = len(rows), 0
    columns = ["".join(row[x] for row in rows) for x in range(size)]
    for line in (*rows, *columns):
        points += sum(len(run[0]) - 2 for run in re.finditer("0{5,}|1{5,}", line))
        wide = f"0000{line}0000"
        points += 40 * sum(
            wide[at : at + 7] == "1011101" and "0000" in (wide[at - 4 : at], wide[at + 7 : at + 11])
            for at in range(4, size - 2)
        )
    points += 3 * sum(
        rows[y][x : x + 2] == rows[y + 1][x : x + 2] in ("00", "11")
        for y in range(size - 1)
        for x in range(size - 1)
    )
    dark = sum(row.count("1") for row in rows)
    return points + 10 * int(abs(100 * dark / size**2 - 50) / 5)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_the_penalty_is_that_of_the_standard(data: st.DataObject) -> None:
    drawn = pattern(data.draw(st.sampled_from((1, 2, 7))))
    row = st.text("01", min_size=drawn.size, max_size=drawn.size)
    rows = data.draw(st.lists(row, min_size=drawn.size, max_size=drawn.size))
    gap = "0" * (drawn.stride - drawn.size)
    modules = int("".join(f"{each}{gap}" for each in rows), 2)
    assert penalty(modules, drawn.size, drawn.stride) == by_the_letter(rows)


@pytest.mark.parametrize("length", [11, 26, 42, 84])
def test_the_mask_of_fewest_points_is_taken(length: int) -> None:
    message = ("https://example.jp/" * 9)[:length]
    every = (
        segno.make(message, error="m", mode="byte", encoding="utf-8", micro=False, mask=mask)
        for mask in range(8)
    )
    theirs = [["".join(map(str, row)) for row in each.matrix] for each in every]
    ours = list(symbol(message.encode()))
    assert ours in theirs
    assert by_the_letter(ours) == min(map(by_the_letter, theirs))


def test_rectangles_are_written_alike_one_by_one_and_all_at_once() -> None:
    """In a path by themselves, or beside what has an exponent."""
    boxes: tuple[Segment, ...] = tuple(
        ("R", (1.5 * at, 2.0, 1.5 * at + 1.2, 3.25)) for at in range(9)
    )
    sliver: Segment = ("R", (0.0, 0.0, 1e-7, 1.0))
    plain, mixed = (written(Path(each, fill=BLACK)) for each in (boxes, (*boxes, sliver)))
    assert plain == mixed[:-1]
    assert plain[0] == "0 -1.25 1.2 1.25 re"
    assert plain[8] == "12 -1.25 1.2 1.25 re"


def written(path: Path) -> list[str]:
    writer = ContentWriter(lambda _: InkOperators("0 g", "0 G"), {})
    writer.draw((path,), 10.0, 20.0)
    lines = writer.content().decode().splitlines()
    return [line for line in lines if line.endswith("re")]
