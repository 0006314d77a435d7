"""Text as shapes looks as it did as text, and is no text any more."""

from pathlib import Path as File

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from layout.build import Request, build
from layout.editions import OFFICE, PRESS
from layout.forms.shapes import rectangle
from layout.frame import ACROSS, UPRIGHT, Group, Item, Path
from layout.geometry import Pt, Rect
from layout.outlined import outlined
from layout.pdf import write
from layout.printing import Press
from layout.text.fonts import Fonts
from tests.leaflet_pdf.made import MYNUMBER
from tests.pdf.making import INFO, page
from tests.pdf.plates import plates
from tests.pdf.reading import open_pdf
from tests.samples import TEAL, set_line

FACES = ("BIZUDPGothic-Latin-Regular", "NotoSerifJP-Bold", "NotoSansJP-Regular")


def seen(data: bytes, number: int = 0) -> Image.Image:
    return pypdfium2.PdfDocument(data)[number].render(scale=4).to_pil().convert("L")


def same(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures differ by no more than the way edges are smoothed."""
    difference = ImageChops.difference(one, other)
    cells = difference.resize((one.width // 20, one.height // 20), Image.Resampling.BOX)
    return bool(ImageStat.Stat(difference).mean[0] < 1.3 and cells.getextrema()[1] < 60)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("stance", ["", UPRIGHT, ACROSS])
def test_shapes_stand_where_the_text_stood(face: str, stance: str, fonts: Fonts) -> None:
    """Lying text, and on a line that is turned both that which hangs and that which is across."""
    runs = set_line(fonts, "Agx28" if "Latin" in face else "憲法、１（g", (face,), 20, 0, 0)
    line = tuple(run._replace(stance=stance) for run in runs)
    side = page([Group(Pt(60), Pt(40), line, turn=90 if stance else 0)], 200, 200)
    text = seen(write([side], OFFICE, INFO, fonts))
    assert text.getextrema() == (0, 255)
    assert same(text, seen(write(outlined([side], fonts), OFFICE, INFO, fonts)))
    moved = page([Group(Pt(62), Pt(40), line, turn=90 if stance else 0)], 200, 200)
    assert not same(text, seen(write(outlined([moved], fonts), OFFICE, INFO, fonts)))


def test_a_leaflet_in_shapes_is_the_same_without_fonts() -> None:
    files = [
        build(Request(MYNUMBER, editions=("press",), press=Press(outlines=on))).made[0].data
        for on in (False, True)
    ]
    for number, side in enumerate(open_pdf(files[1]).pages):
        assert not side["/Resources"]["/Font"]
        assert same(seen(files[0], number), seen(files[1], number))


@pytest.mark.outside("gs")
@pytest.mark.parametrize("stance", ["", UPRIGHT])
@pytest.mark.parametrize("shapes", [False, True])
def test_black_lettering_overprints_however_it_is_set(
    shapes: bool, stance: str, fonts: Fonts, tmp_path: File
) -> None:
    ground = Path(rectangle(Rect(Pt(0), Pt(0), Pt(200), Pt(100))), fill=TEAL)
    runs = set_line(fonts, "■", ("BIZUDGothic-Regular",), 60, 0, 0)
    line = tuple(run._replace(stance=stance) for run in runs)
    items: list[Item] = [ground, Group(Pt(100), Pt(50), line, turn=90 if stance else 0)]
    sides = [page(items)]
    data = write(outlined(sides, fonts) if shapes else sides, PRESS, INFO, fonts)
    [cyan], [black] = (plates(data, tmp_path)[plate] for plate in ("Cyan", "Black"))
    box = black.point(lambda value: 255 * (value < 10)).getbbox()
    assert box
    assert box[2] - box[0] > 30
    assert cyan.getextrema()[1] < 128, "no hole where the black stands"
