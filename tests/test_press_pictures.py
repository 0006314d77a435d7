"""A press file is the same picture to every reader, and its plates bear what they may."""

import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from layout.build import Request, build
from layout.printing import Press
from layout.standards import STANDARDS
from tests.leaflet_pdf.made import MYNUMBER
from tests.leaflet_pdf.painting import PAINTING, SHOWING, contents, parsed, with_contents
from tests.pdf.plates import plates

DPI = 300
CELL = round(2 / 25.4 * DPI)
"""Pixels of 2 mm."""


@cache
def made(standard: str) -> bytes:
    press = Press(standard=standard)
    return build(Request(MYNUMBER, editions=("press",), press=press)).made[0].data


def by_pdfium(data: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(data)
    return [page.render(scale=DPI / 72).to_pil().convert("L") for page in document]


def by_poppler(path: Path) -> list[Image.Image]:
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", path, path.with_name("p")], check=True)
    return opened(path, "p-*.png")


def by_ghostscript(path: Path) -> list[Image.Image]:
    out = path.with_name("g%d.png")
    command = ("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", f"-r{DPI}")
    options = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", f"-sOutputFile={out}")
    subprocess.run([*command, *options, path], check=True)
    return opened(path, "g*.png")


def opened(path: Path, names: str) -> list[Image.Image]:
    found = []
    for each in sorted(path.parent.glob(names)):
        with Image.open(each) as image:
            found.append(image.convert("L"))
    return found


@pytest.mark.outside("gs", "pdftoppm")
@pytest.mark.parametrize("standard", STANDARDS)
def test_every_reader_draws_the_same(standard: str, tmp_path: Path) -> None:
    """PDFium, poppler and Ghostscript agree on the tone of squares of 2 mm within 0.5 % on
    average and 8 % anywhere.

    They measured 0.29 to 0.39 % and 4.4 to 5.9 %.  The office edition, whose colours nobody need
    convert, measured 0.19 to 0.35 %: that much is how each smooths the edges of letters.
    """
    path = tmp_path / "file.pdf"
    path.write_bytes(made(standard))
    ours = by_pdfium(made(standard))
    for theirs in (by_poppler(path), by_ghostscript(path)):
        for one, other in zip(ours, theirs, strict=True):
            apart = ImageChops.difference(squares(one), squares(other))
            worst: Any = apart.getextrema()[1]
            assert ImageStat.Stat(apart).mean[0] / 255 <= 0.005
            assert worst / 255 <= 0.08


def squares(image: Image.Image) -> Image.Image:
    """The mean tone of every square of 2 mm."""
    size = (image.width // CELL, image.height // CELL)
    return image.resize(size, Image.Resampling.BOX)


@pytest.mark.outside("gs")
def test_no_place_bears_too_much_ink(tmp_path: Path) -> None:
    for levels in printed(plates(made("pdfx-1a"), tmp_path, 300)):
        quarters = [level.point(lambda value: value // 4) for level in levels]
        total = quarters[0]
        for quarter in quarters[1:]:
            total = ImageChops.add(total, quarter)
        assert total.getextrema()[1] / 63.75 <= 3.5  # type: ignore[operator]


@pytest.mark.outside("gs")
def test_text_is_on_the_black_plate_alone(tmp_path: Path) -> None:
    """Without its black text a side has the same cyan, magenta and yellow plates, dot for dot;
    with that text alone they are blank from corner to corner."""
    data = made("pdfx-1a")
    bare = with_contents(data, (shown(each, black=False) for each in contents(data)))
    text = with_contents(data, (shown(each, black=True) for each in contents(data)))
    whole = printed(plates(data, tmp_path / "whole", 300))
    without = printed(plates(bare, tmp_path / "bare", 300))
    alone = printed(plates(text, tmp_path / "text", 300))
    for every, others, letters in zip(whole, without, alone, strict=True):
        for ink, other, blank in zip(every[:3], others[:3], letters[:3], strict=True):
            assert ink.getextrema()[1] > 100
            assert ImageChops.difference(ink, other).getbbox() is None
            assert blank.getbbox() is None
        assert ImageChops.subtract(every[3], others[3]).getbbox() is not None
        assert ImageStat.Stat(letters[3]).sum[0] / 255 > 100_000, "dots of letters"


def printed(found: dict[str, list]) -> list[list[Image.Image]]:
    """The inks of each side inside the marks, black last: 255 where an ink prints in full."""
    millimetres = (16 + 5, 16 + 5, 16 + 297 - 5, 16 + 210 - 5)
    left, top, right, bottom = (round(value / 25.4 * 300) for value in millimetres)
    names = ("Cyan", "Magenta", "Yellow", "Black")
    return [
        [ImageChops.invert(found[name][side].crop((left, top, right, bottom))) for name in names]
        for side in range(2)
    ]


def shown(content: str, *, black: bool) -> str:
    """A content stream with its text in black alone and nothing else, or with all but that."""
    kept, fill = [], ""
    saved: list[str] = []
    for each in parsed(content):
        written = str(each)
        if each.operator == "q":
            saved.append(fill)
        elif each.operator == "Q":
            fill = saved.pop()
        elif each.operator in FILLS:
            fill = written
        elif each.operator in SHOWING and (fill == "0 0 0 1 k") != black:
            continue
        elif each.operator in PAINTING and black:
            written = "n"
        kept.append(written)
    return "\n".join(kept)


FILLS = {"g", "rg", "k", "cs", "sc", "scn"}
