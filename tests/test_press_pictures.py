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
from tests.pdf.plates import plates

DPI = 150
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
    command = ("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pnggray", f"-r{DPI}")
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
    """PDFium, poppler and Ghostscript agree on every square of 2 mm within 20 %, and within 1 %
    on average: each has tones of its own for inks, which is most of that."""
    path = tmp_path / "file.pdf"
    path.write_bytes(made(standard))
    ours = by_pdfium(made(standard))
    for theirs in (by_poppler(path), by_ghostscript(path)):
        for one, other in zip(ours, theirs, strict=True):
            apart = ImageChops.difference(squares(one), squares(other.resize(one.size)))
            worst: Any = apart.getextrema()[1]
            assert ImageStat.Stat(apart).mean[0] / 255 <= 0.01
            assert worst / 255 <= 0.2


def squares(image: Image.Image) -> Image.Image:
    """The mean tone of every square of 2 mm."""
    size = (image.width // CELL, image.height // CELL)
    return image.resize(size, Image.Resampling.BOX)


@pytest.mark.outside("gs")
def test_black_text_is_on_the_black_plate_alone_and_no_place_bears_too_much_ink(
    tmp_path: Path,
) -> None:
    found = plates(made("pdfx-1a"), tmp_path, 300)
    for side in range(2):
        inks = [ImageChops.invert(found[plate][side]) for plate in ("Cyan", "Magenta", "Yellow")]
        black = ImageChops.invert(found["Black"][side])
        trim = tuple(
            round(value / 25.4 * 300) for value in (16 + 5, 16 + 5, 16 + 297 - 5, 16 + 210 - 5)
        )
        levels = [ink.crop(trim) for ink in (*inks, black)]  # type: ignore[arg-type]
        halves = [level.point(lambda value: value // 4) for level in levels]
        total = halves[0]
        for half in halves[1:]:
            total = ImageChops.add(total, half)
        # 350 % of four quarters: the sum of all inks at each point inside the marks.
        assert total.getextrema()[1] / 63.75 <= 3.5  # type: ignore[operator]
        solid = levels[3].point(lambda value: 255 * (value > 250))
        assert solid.getbbox() is not None
        heavy = ImageChops.lighter(ImageChops.lighter(levels[0], levels[1]), levels[2])
        under = ImageChops.multiply(heavy, solid)
        # Grounds lie under black text, which overprints; no letter is drawn in them: they are
        # as pale as the palette's grounds are.
        assert ImageStat.Stat(under, solid).mean[0] < 40
