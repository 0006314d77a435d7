"""Two-colour jobs stand on two plates, whatever the theme: judged by Ghostscript's plates."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path as File
from typing import Any

import pytest
from PIL import Image

from layout import build as road
from layout.build import Request, build
from layout.editions import PRESS
from layout.forms.shapes import rectangle
from layout.frame import BLACK, PAPER, REGISTRATION, Ink, Path, Spot
from layout.geometry import Pt, Rect
from layout.load import load_theme
from layout.plates import PLATES, check_plates, find_spot, tinted
from layout.printing import Press
from layout.problems import LeafletError
from layout.profiles import shipped
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.theme import Rhythm, Theme, theme_from
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


def asked(folder: File, printing: str, press: Press | None = None) -> bytes:
    """The press file of the leaflet with a ``printing:`` of its own."""
    leaflet = folder / "leaflet.yaml"
    text = MYNUMBER.read_text(encoding="utf-8")
    leaflet.write_text(f"{text}\nprinting: {{{printing}}}\n", encoding="utf-8")
    [one] = build(Request(leaflet, editions=("press",), press=press or Press())).made
    return one.data


def test_a_leaflet_may_say_what_the_command_line_can(tmp_path: File) -> None:
    said = "'DIC 156=0,70,90,0'"
    assert asked(tmp_path, f"spot: {said}") == made("spot")
    assert asked(tmp_path, f"spot: {said}, plates: k+m") == made("k+m")


def test_the_command_line_goes_before_the_leaflet(tmp_path: File) -> None:
    printing = "spot: 'DIC 200=90,0,70,0', plates: k+c, standard: pdfx-4"
    press = Press(spot=WANTED, plates="spot", standard="pdfx-1a")
    assert asked(tmp_path, printing, press) == made("spot")


def test_a_profile_may_be_named_in_the_leaflet(tmp_path: File) -> None:
    (tmp_path / "own.icc").write_bytes(shipped().data)
    data = asked(tmp_path, "icc: own.icc, standard: pdfx-4")
    [intent] = open_pdf(data).trailer["/Root"]["/OutputIntents"]
    assert str(intent.get_object()["/OutputConditionIdentifier"]) == "FOGRA39"
    assert intent.get_object()["/DestOutputProfile"].get_data() == shipped().data


@pytest.mark.parametrize(
    ("printing", "code", "status"),
    [
        ("spot: 'DIC 156'", "spot-invalid", 3),
        ("plates: k+m", "plates-without-spot", 3),
        ("plates: k+y", "unknown-choice", 3),
        ("standard: pdfx-9", "unknown-choice", 3),
        ("condition: SWOP", "unknown-choice", 3),
        ("standard: pdfx-4, condition: JC200103", "profile-missing", 3),
        ("icc: none.icc", "icc-unreadable", 6),
        ("icc: ../none.icc", "path-outside", 3),
        ("ink: red", "unknown-key", 3),
    ],
)
def test_what_a_leaflet_says_wrongly_is_told_with_its_line(
    printing: str, code: str, status: int, tmp_path: File
) -> None:
    with pytest.raises(LeafletError) as caught:
        asked(tmp_path, printing)
    found = [each for each in caught.value.problems if each.code == code]
    assert [each.source.line for each in found] == [
        len(MYNUMBER.read_text("utf-8").split("\n")) + 1
    ]
    assert caught.value.exit_code == status


THEME = {
    "palette": {
        "black": {"cmyk": "0 0 0 100", "srgb": "000000"},
        "spot": {"spot": NAME, "cmyk": "0 70 90 0", "srgb": "e8622b"},
        "pale": {"spot": NAME, "cmyk": "0 70 90 0", "tint": "20", "srgb": "fae0d0"},
    },
    **{name: {} for name in ("faces", "styles", "forms", "costs")},
    "ground": "black",
}


def theme(**inks: dict[str, str]) -> Theme:
    rhythm = dict.fromkeys(Rhythm._fields, "1")
    palette: Any = THEME["palette"]
    return theme_from("t", {**THEME, "rhythm": rhythm, "palette": {**palette, **inks}})


def test_a_themes_palette_may_name_a_spot_ink_and_its_tints() -> None:
    found = theme()
    assert found.spot == SPOT
    pale = found.palette["pale"]
    assert (pale.spot, pale.tint) == (SPOT, 0.2)
    assert pale.cmyk == pytest.approx((0, 0.14, 0.18, 0))
    assert tinted(pale, SPOT, "spot").tint == 0.2
    assert tinted(pale, Spot("DIC 200", SPOT.cmyk), "spot").tint == 0.2
    assert tinted(pale, SPOT, "k+m").cmyk == (0.0, 0.2, 0.0, 0.0)
    assert load_theme(resource("data/themes/calm/theme.yaml")).spot is None


@pytest.mark.parametrize(
    "ink",
    [
        {"spot": "DIC 200", "cmyk": "0 70 90 0", "srgb": "e8622b"},
        {"spot": NAME, "cmyk": "0 90 90 0", "srgb": "e8622b"},
        {"spot": "Black", "cmyk": "0 70 90 0", "srgb": "e8622b"},
        {"spot": NAME, "cmyk": "0 70 90 0", "srgb": "e8622b", "tint": "120"},
        {"spot": NAME, "cmyk": "0 70 90 0", "srgb": "e8622b", "tint": "x"},
    ],
)
def test_a_theme_has_one_spot_ink(ink: dict[str, str]) -> None:
    with pytest.raises(LeafletError) as caught:
        theme(other=ink)
    assert [found.code for found in caught.value.problems] == ["theme-value"]


def test_a_theme_with_a_spot_ink_is_a_two_colour_job(monkeypatch: pytest.MonkeyPatch) -> None:
    palette = {
        name: ink
        if ink.is_black
        else ink._replace(spot=SPOT, tint=0.4, cmyk=tuple(0.4 * part for part in SPOT.cmyk))
        for name, ink in load_theme(CALM).palette.items()
    }
    monkeypatch.setattr(road, "load_theme", lambda path: recoloured(load_theme(path), palette))
    [one, office] = build(Request(MYNUMBER, editions=("press", "office"))).made
    for page in open_pdf(one.data).pages:
        [space] = page["/Resources"]["/ColorSpace"].values()
        assert space[1] == f"/{NAME}"
        tints = set(re.findall(rb"(\S+) scn", page.get_contents().get_data()))
        assert b".4" in tints
    assert b"Separation" not in office.data


CALM = resource("data/themes/calm/theme.yaml")


def recoloured(theme: Theme, palette: Mapping[str, Ink]) -> Theme:
    styles = {name: s._replace(ink=palette[s.ink.name]) for name, s in theme.styles.items()}
    return theme._replace(palette=palette, styles=styles, ground=palette[theme.ground.name])
