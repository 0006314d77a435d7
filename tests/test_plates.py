"""Two-colour jobs stand on two plates, whatever the theme: judged by Ghostscript's plates."""

from functools import cache
from pathlib import Path as File

import pytest
from PIL import Image

from layout.build import Press, Request, build
from layout.editions import PRESS
from layout.forms.shapes import rectangle
from layout.frame import BLACK, PAPER, REGISTRATION, Ink, Path, Spot
from layout.geometry import Pt, Rect
from layout.plates import PLATES, check_plates, find_spot, tinted
from layout.problems import LeafletError
from layout.text.fonts import Fonts
from tests.leaflet_pdf.made import MYNUMBER
from tests.pdf.making import page_pdf
from tests.pdf.plates import plates
from tests.pdf.reading import glyphs, open_pdf
from tests.samples import RED, TEAL

NAME = "DIC 156"
WANTED = f"{NAME}=0,70,90,0"
SPOT = Spot(NAME, (0.0, 0.7, 0.9, 0.0))


@cache
def made(carrier: str) -> bytes:
    press = Press(spot=WANTED, plates=carrier)
    [one] = build(Request(MYNUMBER, editions=("press",), press=press)).made
    return one.data


def darkest(image: Image.Image, x: float, y: float, width: float, height: float) -> int:
    """The fullest ink in a rectangle in millimetres, at 72 dots an inch: 0 is full."""
    box = tuple(round(value / 25.4 * 72) for value in (x, y, x + width, y + height))
    return int(image.crop(box).getextrema()[0])  # type: ignore[arg-type]


@pytest.mark.outside("gs")
@pytest.mark.parametrize(
    ("carrier", "used"),
    [("spot", {NAME, "Black"}), ("k+m", {"Magenta", "Black"}), ("k+c", {"Cyan", "Black"})],
)
def test_a_two_colour_job_stands_on_its_two_plates_alone(
    carrier: str, used: set[str], tmp_path: File
) -> None:
    found = plates(made(carrier), tmp_path)
    assert set(found) == {"Cyan", "Magenta", "Yellow", "Black"} | used
    for plate, sides in found.items():
        for side in sides:
            ends = side.getextrema()
            assert (ends[0] < 60) if plate in used else (ends == (255, 255)), plate
    for plate in used:
        for side in found[plate]:
            assert darkest(side, 15, 4, 2, 8) < 255, "a corner's leg on the trim"
            assert darkest(side, 111, 5, 8, 7) < 255, "a fold"


@pytest.mark.parametrize("carrier", PLATES)
def test_the_slug_names_the_real_ink(carrier: str) -> None:
    text = "".join(glyph.text for glyph in glyphs(made(carrier)))
    assert text.count(f"墨＋{NAME}") == 2
    assert ("（M版）" in text) == (carrier == "k+m")


def test_the_file_knows_no_other_plate() -> None:
    for page in open_pdf(made("spot")).pages:
        [space] = page["/Resources"]["/ColorSpace"].values()
        assert list(space)[:3] == ["/Separation", f"/{NAME}", "/DeviceCMYK"]
    for page in open_pdf(made("k+m")).pages:
        assert "/ColorSpace" not in page["/Resources"]


def test_inks_become_tints_that_are_as_dark() -> None:
    assert tinted(BLACK, SPOT, "spot") == BLACK
    assert tinted(PAPER, SPOT, "spot") == PAPER
    assert tinted(REGISTRATION, SPOT, "spot").tint == 1.0
    light = Ink("cream", (0.01, 0.03, 0.1, 0.0), (0.98, 0.96, 0.91))
    tints = [tinted(ink, SPOT, "spot").tint for ink in (light, RED, TEAL)]
    assert 0.03 <= tints[0] < 0.15
    assert tints[1] > 0.9
    assert tints[2] > 0.9
    stand_in = tinted(light, SPOT, "k+m")
    assert stand_in.cmyk == (0.0, tints[0], 0.0, 0.0)
    assert stand_in.spot is None


@pytest.mark.parametrize(
    "text",
    [
        *("DIC 156", "=0,70,90,0", "DIC 156=0,70,90", "DIC 156=0,70,90,x", "DIC=0,0,0,0"),
        *("DIC=0,70,190,0", "All=0,0,0,100", "Black=0,0,0,100", "DIC\n=0,70,90,0"),
        "DIC=nan,70,90,0",
    ],
)
def test_what_is_no_ink_is_refused(text: str) -> None:
    with pytest.raises(LeafletError) as caught:
        find_spot(text)
    assert [found.code for found in caught.value.problems] == ["spot-invalid"]
    assert caught.value.exit_code == 2


def test_an_ink_is_its_name_and_its_look() -> None:
    assert find_spot(WANTED) == SPOT
    assert find_spot("特色=赤=0,100,100,0").name == "特色=赤"


@pytest.mark.parametrize(
    ("carrier", "spot", "code"),
    [("k+y", SPOT, "plates-unknown"), ("k+m", None, "plates-without-spot")],
)
def test_plates_nobody_can_make(carrier: str, spot: Spot | None, code: str) -> None:
    with pytest.raises(LeafletError) as caught:
        check_plates(carrier, spot)
    assert [found.code for found in caught.value.problems] == [code]


@pytest.mark.parametrize("ink", [TEAL, REGISTRATION, Ink("other", TEAL.cmyk, TEAL.srgb, SPOT)])
def test_no_ink_gets_into_a_file_that_does_not_declare_it(ink: Ink, fonts: Fonts) -> None:
    """A process colour in a two-colour job, another spot ink, a spot ink in a process job."""
    spot = Spot("DIC 200", SPOT.cmyk)
    edition = PRESS if ink.spot else PRESS._replace(spot=spot)
    box = Path(rectangle(Rect(Pt(0), Pt(0), Pt(9), Pt(9))), fill=ink)
    with pytest.raises(LeafletError) as caught:
        page_pdf([box], fonts, edition)
    assert [found.code for found in caught.value.problems] == ["claim-inks"]
    assert caught.value.exit_code == 7
