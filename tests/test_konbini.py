"""The edition for multi-copiers in convenience stores, and what they do not take."""

import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageCms

from layout import build as road
from layout.build import Request, build, schemes
from layout.editions import EDITIONS, KONBINI
from layout.preflight import judge
from layout.problems import LeafletError
from layout.resources import resource
from tests.pdf.reading import open_pdf

MYNUMBER = resource("data/mynumber.yaml")
SCHEMES = schemes()


def made(fold: str = "a4-roll") -> bytes:
    return build(Request(MYNUMBER, fold=fold, editions=("konbini",))).made[0].data


@pytest.mark.parametrize("fold", ["a4-roll", "a3-half", "b4-z", "b5-half"])
def test_the_file_is_one_the_machines_take(fold: str) -> None:
    """PDF 1.3 to 1.7, at most 10 MB, exact paper, nothing in the outer 5 mm."""
    data, scheme = made(fold), SCHEMES[fold]
    assert data[:8] in {f"%PDF-1.{minor}".encode() for minor in range(3, 8)}
    assert len(data) <= 10_000_000
    assert "/Encrypt" not in open_pdf(data).trailer
    for page in pypdfium2.PdfDocument(data):
        assert page.get_size() == pytest.approx((scheme.width, scheme.height), abs=0.01)
        picture = page.render(scale=1).to_pil().convert("L").point(lambda value: 255 - value)
        left, top, right, bottom = picture.getbbox()
        assert min(left, top) >= 13
        assert right <= scheme.width - 13
        assert bottom <= scheme.height - 13


def test_every_sheet_there_is_can_be_printed() -> None:
    for scheme in SCHEMES.values():
        road._check_device(KONBINI, scheme, 1)


def test_a_file_larger_than_the_machines_take_is_not_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(EDITIONS, "konbini", KONBINI._replace(most_bytes=50_000))
    with pytest.raises(LeafletError) as caught:
        made()
    assert [found.code for found in caught.value.problems] == ["device-file-too-large"]
    assert caught.value.exit_code == 7


def test_a_sheet_the_machines_do_not_have_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EDITIONS, "konbini", KONBINI._replace(papers=((257, 182),)))
    with pytest.raises(LeafletError) as caught:
        made()
    assert [found.code for found in caught.value.problems] == ["paper-not-printed"]
    assert caught.value.exit_code == 7


@pytest.mark.parametrize("edition", ["konbini", "office"])
def test_a_job_in_mono_holds_no_colour_at_all(edition: str, tmp_path: Path) -> None:
    """Grey operators and grey pictures alone, so that no machine charges it as colour."""
    photo = Image.effect_noise((900, 700), 80).convert("RGB")
    photo.paste((200, 40, 10), (0, 0, 450, 700))
    photo.save(tmp_path / "p.jpg", quality=95)
    leaflet = tmp_path / "leaflet.yaml"
    photographed = "body:\n  - photo: {file: p.jpg, caption: 写真, alt: 赤い布}\n"
    text = MYNUMBER.read_text(encoding="utf-8").replace("body:\n", photographed, 1)
    leaflet.write_text(text, encoding="utf-8")
    [one] = build(Request(leaflet, fold="a3-half", editions=(edition,), mono=True)).made
    assert one.stem == f"mynumber_a3-half_{edition}_mono"
    for page in open_pdf(one.data).pages:
        assert not re.search(rb"[\d.] (rg|RG|k|K|cs|CS|scn|SCN)\b", page.get_contents().get_data())
        for image in page["/Resources"].get("/XObject", {}).values():
            assert image["/ColorSpace"] == "/DeviceGray"
    for page in pypdfium2.PdfDocument(one.data):
        r, g, b = page.render(scale=1).to_pil().convert("RGB").split()
        assert ImageChops.difference(r, g).getbbox() is None
        assert ImageChops.difference(g, b).getbbox() is None
    assert {found.code for found in judge(one.data, edition).problems} == set()


def test_mono_is_as_dark_as_colour_was() -> None:
    """Every square of 2 mm has the lightness it had: contrast with its ground is kept."""
    grey = build(Request(MYNUMBER, editions=("konbini",), mono=True)).made[0].data
    for one, other in zip(*(pypdfium2.PdfDocument(data) for data in (made(), grey)), strict=True):
        apart = ImageChops.difference(*(squares(page) for page in (one, other)))
        assert apart.getextrema()[1] <= 8


def squares(page: pypdfium2.PdfPage) -> Image.Image:
    """The mean lightness (CIE L*) of squares of 2 mm."""
    picture = page.render(scale=2).to_pil().convert("RGB")
    lab = ImageCms.applyTransform(picture, LIGHTNESS)
    assert lab is not None
    light = lab.getchannel("L")
    return light.resize((light.width // 11, light.height // 11), Image.Resampling.BOX)


LIGHTNESS = ImageCms.buildTransform(
    ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
)


@pytest.mark.parametrize("editions", [(), ("press",), ("konbini", "press")])
def test_a_print_shops_file_is_not_made_in_mono(editions: tuple[str, ...]) -> None:
    with pytest.raises(LeafletError) as caught:
        build(Request(MYNUMBER, editions=editions, mono=True))
    assert [found.code for found in caught.value.problems] == ["mono-for-press"]
    assert caught.value.exit_code == 2
