"""Photographs: what is wrong with one is said, what is right is drawn in the right colours."""

import io
import re
import zlib
from base64 import b64decode
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageCms
from pypdf.filters import FlateDecode
from pypdf.generic import DictionaryObject

from layout.build import Request, build
from layout.editions import OFFICE, PRESS, Edition, conforming
from layout.forms.shapes import rectangle
from layout.frame import PAPER, Clip
from layout.frame import Image as Placed
from layout.geometry import Pt, Rect
from layout.images import rasters, read_pictures
from layout.load import load
from layout.pdf import write
from layout.pictures import photographs
from layout.printing import Press
from layout.problems import LeafletError
from layout.profiles import find_intent, shipped
from layout.raster import Picture, Pictures, Raster
from layout.standards import PDFX_1A
from layout.text.fonts import Fonts
from tests.pdf.making import INFO, page
from tests.pdf.reading import open_pdf
from tests.samples import GREY

LEAFLET = """
id: walk
title: 写真のあるリーフレット
issued: 2025-04-01
cover: {title: 写真の, subtitle: ため}
body:
  - photo: {file: NAME, caption: 集まった人びと, alt: 横断幕を持つ人びと}
"""
FOGRA = conforming(PRESS, PDFX_1A, find_intent(PDFX_1A, None, "FOGRA39"))


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def halves(mode: str = "RGB", left: Any = (255, 0, 0), right: Any = (0, 0, 255)) -> Image.Image:
    """A picture of 600 × 400, its left half in one colour and its right in another."""
    image = Image.new(mode, (600, 400), left)
    image.paste(right, (300, 0, 600, 400))
    return image


JPEG = encoded(halves(), "JPEG", quality=95)
PNG = encoded(halves(), "PNG")
MOVING = encoded(halves(), "PNG", save_all=True, append_images=[halves("RGB", 0, 9)])


def leaflet(folder: Path, name: str, data: bytes | None) -> Path:
    """A leaflet whose photograph is ``data`` under ``name`` (None: not there)."""
    path = folder / "leaflet.yaml"
    path.write_text(LEAFLET.replace("NAME", name), encoding="utf-8")
    if data is not None:
        (folder / name).write_bytes(data)
    return path


def codes(folder: Path, name: str, data: bytes | None) -> list[str]:
    """What is said of a photograph by everything before it is drawn."""
    photos = photographs(load(leaflet(folder, name, data)).leaflet)
    try:
        problems = read_pictures(photos, folder).problems
    except LeafletError as error:
        problems = error.problems
    return [found.code for found in problems if found.source.line]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", None, "photo-missing"),
        ("a.jpg", b"", "picture-empty"),
        ("a.jpg", JPEG[: len(JPEG) // 2], "picture-damaged"),
        ("a.png", PNG[: len(PNG) // 2], "picture-damaged"),
        ("a.jpg", b"<html>not found</html>", "picture-damaged"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-damaged"),
        ("a.jpg", PNG, "picture-wrong-extension"),
        ("a.gif", encoded(halves(), "GIF"), "picture-unknown-kind"),
        (
            "a.png",
            encoded(halves(), "PNG", save_all=True, append_images=[halves("L", 0, 9)]),
            "picture-moves",
        ),
        ("a.png", encoded(Image.new("1", (20000, 9000)), "PNG"), "picture-too-large"),
        ("a.png", encoded(Image.new("1", (40000, 10)), "PNG"), "picture-too-large"),
        ("a.tif", encoded(halves().convert("LAB"), "TIFF"), "picture-unknown-kind"),
    ],
)
def test_a_photograph_that_cannot_be_used_is_named(
    name: str, data: bytes | None, code: str, tmp_path: Path
) -> None:
    assert codes(tmp_path, name, data) == [code]


def test_a_link_that_leads_away_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.png").write_bytes(PNG)
    (tmp_path / "in/a.png").symlink_to(tmp_path / "secret.png")
    assert codes(tmp_path / "in", "a.png", None) == ["picture-outside"]


@pytest.mark.parametrize(
    ("width", "said"),
    [(300, ["error"]), (500, ["warning"]), (900, [])],
)
def test_resolution_is_judged_at_the_size_on_paper(
    width: int, said: list[str], tmp_path: Path
) -> None:
    """On a panel whose text is about 84 mm wide: 300 pixels are 90 an inch."""
    path = leaflet(tmp_path, "a.png", encoded(Image.new("L", (width, width * 3 // 4)), "PNG"))
    try:
        found = build(Request(path, editions=("office",))).problems
    except LeafletError as error:
        found = error.problems
    assert [each.severity for each in found if each.code == "picture-coarse"] == said


def test_a_missing_photograph_is_told_by_build_and_check_alike(tmp_path: Path) -> None:
    built = build(Request(leaflet(tmp_path, "a.jpg", None), editions=("office",)))
    assert "photo-missing" in [found.code for found in built.problems]


def test_rgb_stops_a_japan_color_file_unless_there_is_a_profile(tmp_path: Path) -> None:
    photo = encoded(Image.new("RGB", (1200, 900), (200, 80, 40)), "JPEG")
    path = leaflet(tmp_path, "a.jpg", photo)
    with pytest.raises(LeafletError) as caught:
        build(Request(path, editions=("press",)))
    assert [found.code for found in caught.value.problems] == ["picture-needs-profile"]
    for press in (Press(condition="FOGRA39"), Press(standard="pdfx-4")):
        [made] = build(Request(path, editions=("press",), press=press)).made
        [image] = images(made.data)
        assert image["/ColorSpace"] == "/DeviceCMYK"


def images(data: bytes) -> list[Any]:
    found = {}
    for each in open_pdf(data).pages:
        found.update(each["/Resources"].get("/XObject", {}))
    return [value.get_object() for value in found.values()]


def raster(data: bytes, edition: Edition, ground: Any = PAPER) -> Raster:
    with Image.open(io.BytesIO(data)) as image:
        size = image.size
    return rasters(Pictures({"a": Picture(data, *size)}), edition, ground)["a"]


def shown(drawn: Raster, edition: Edition, fonts: Fonts) -> Image.Image:
    """A page of 120 × 80 points filled with the picture, at one pixel a point."""
    placed = Placed("a", Pt(0), Pt(0), Pt(120), Pt(80))
    data = write([page([placed], 120, 80)], edition, INFO, fonts, {"a": drawn})
    return pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 40) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


RED, BLUE = (255, 0, 0), (0, 0, 255)
TURNED = halves().transpose(Image.Transpose.ROTATE_90)


def exif(orientation: int) -> Image.Exif:
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags


SOURCES: dict[str, tuple[bytes, tuple[int, ...], tuple[int, ...]]] = {
    "jpeg": (JPEG, RED, BLUE),
    "png": (PNG, RED, BLUE),
    "palette": (encoded(halves().quantize(4), "PNG"), RED, BLUE),
    "grey": (encoded(halves("L", 0, 128), "JPEG"), (0, 0, 0), (128, 128, 128)),
    "bitmap": (encoded(halves("1", 0, 1), "PNG"), (0, 0, 0), (255, 255, 255)),
    "sixteen": (encoded(halves("I;16", 0, 32896), "PNG"), (0, 0, 0), (128, 128, 128)),
    "cmyk": (
        encoded(halves("CMYK", (0, 255, 255, 0), (0, 0, 0, 0)), "JPEG"),
        (230, 30, 40),
        (255, 255, 255),
    ),
    "cmyk-tiff": (
        encoded(halves("CMYK", (0, 255, 255, 0), (0, 0, 0, 0)), "TIFF"),
        (230, 30, 40),
        (255, 255, 255),
    ),
    "turned": (encoded(TURNED, "JPEG", exif=exif(6), quality=95), RED, BLUE),
    "clear": (
        encoded(halves("RGBA", (255, 0, 0, 255), (0, 0, 255, 0)), "PNG"),
        RED,
        (95, 91, 88),
    ),
}


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("edition", [FOGRA, OFFICE], ids=["press", "office"])
def test_every_kind_of_picture_looks_as_it_should(
    name: str, edition: Edition, fonts: Fonts
) -> None:
    data, left, right = SOURCES[name]
    drawn = raster(data, edition, GREY)
    allowed = {"DeviceCMYK"} if edition is FOGRA else {"DeviceRGB"}
    assert drawn.space in allowed | {"DeviceGray"}
    assert (drawn.width, drawn.height) == (600, 400)
    image = shown(drawn, edition, fonts)
    # Ink on paper shows no screen's red or blue, and a viewer's CMYK is none but its own.
    by = 130 if edition is FOGRA else 45
    assert near(image.getpixel((30, 40)), left, by), image.getpixel((30, 40))
    assert near(image.getpixel((90, 40)), right, by), image.getpixel((90, 40))


@pytest.mark.parametrize(
    ("data", "edition"),
    [(SOURCES["cmyk"][0], FOGRA), (JPEG, OFFICE), (SOURCES["grey"][0], FOGRA)],
)
def test_a_jpeg_in_the_right_colours_goes_in_as_it_is(data: bytes, edition: Edition) -> None:
    drawn = raster(data, edition)
    assert drawn.data == data
    assert drawn.jpeg


def test_conversion_is_that_of_the_profile() -> None:
    """As LittleCMS does it from sRGB, black to black; a white ground stays bare paper."""
    drawn = raster(encoded(halves(left=(190, 60, 40), right=(255, 255, 255)), "PNG"), FOGRA)
    target = ImageCms.getOpenProfile(io.BytesIO(shipped().data))
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        target,
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    expected = ImageCms.applyTransform(Image.new("RGB", (1, 1), (190, 60, 40)), transform)
    assert expected is not None
    samples = samples_of(drawn)
    assert tuple(samples[:4]) == expected.getpixel((0, 0))
    assert max(samples[-4:]) <= 3


def test_no_picture_carries_more_ink_than_its_separation_allows() -> None:
    dark = Image.new("RGB", (8, 8), (0, 0, 0))
    drawn = raster(encoded(dark, "PNG"), FOGRA)
    assert sum(samples_of(drawn)[:4]) / 2.55 <= 305


def samples_of(drawn: Raster) -> bytes:
    """The samples as pypdf inflates them from a file."""
    size = f"/Columns {drawn.width} /Colors {4 if drawn.space == 'DeviceCMYK' else 3}"
    parameters = DictionaryObject.read_from_stream(
        io.BytesIO(f"<</Predictor 15 /BitsPerComponent 8 {size}>>".encode()), None
    )
    return bytes(FlateDecode.decode(drawn.data, parameters))


def test_a_picture_shows_only_what_its_frame_leaves(fonts: Fonts) -> None:
    placed = Placed("a", Pt(-60), Pt(0), Pt(240), Pt(160))
    clip = Clip(rectangle(Rect(Pt(0), Pt(0), Pt(60), Pt(80))), (placed,))
    side = page([clip], 120, 80)
    data = write([side], OFFICE, INFO, fonts, {"a": raster(JPEG, OFFICE)})
    image = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")
    assert near(image.getpixel((30, 40)), RED)
    assert image.getpixel((90, 40)) == (255, 255, 255)


def test_no_screen_colours_get_into_a_press_file(fonts: Fonts) -> None:
    placed = Placed("a", Pt(0), Pt(0), Pt(120), Pt(80))
    with pytest.raises(LeafletError) as caught:
        write([page([placed])], PRESS, INFO, fonts, {"a": raster(JPEG, OFFICE)})
    assert [found.code for found in caught.value.problems] == ["claim-colour"]


def test_a_web_page_holds_its_photographs_and_nothing_of_their_makers(tmp_path: Path) -> None:
    """Smaller where they are large, in sRGB, with the words for those who cannot see them."""
    exif = Image.Exif()
    exif[0x010F] = "SECRET CAMERA"
    exif[0x0112] = 6  # lies on its side
    data = encoded(Image.new("CMYK", (3000, 2000), (0, 255, 255, 0)), "JPEG", exif=exif)
    assert b"SECRET" in data
    path = leaflet(tmp_path, "a.jpg", data)
    html = build(Request(path, editions=("html",))).made[0].data.decode("utf-8")
    [found] = re.findall(
        'src="data:image/jpeg;base64,([^"]+)" width="1408" height="2112" alt="横断幕を持つ人びと"',
        html,
    )
    data = b64decode(found)
    assert b"SECRET" not in data
    with Image.open(io.BytesIO(data)) as image:
        assert (image.mode, image.size) == ("RGB", (1408, 2112))
        red, green, blue = image.getpixel((700, 1000))
        assert red > 150 > 100 > max(green, blue)


def picture(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A gradient with noise, as photographs have."""
    plain = Image.linear_gradient("L").resize((width, height))
    mixed = Image.blend(plain, Image.effect_noise((width, height), 30), 0.2)
    return Image.merge(mode, [mixed] * len(mode)) if len(mode) > 1 else mixed


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize(("width", "kept"), [(1480, True), (2600, False)])
def test_what_no_press_can_print_is_reduced(
    width: int, kept: bool, kind: str, tmp_path: Path
) -> None:
    """At 350 an inch once there are more than 450; on a panel of 97 mm, less its margins."""
    name = f"a.{kind[:3].lower()}".replace("jpe", "jpg")
    path = leaflet(tmp_path, name, encoded(picture(width, width * 2 // 3), kind))
    [made] = build(Request(path, editions=("office",))).made
    [image] = images(made.data)
    if kept:
        assert int(image["/Width"]) == width
    else:
        assert int(image["/Width"]) == 1161, "84.2 mm at 350 an inch"
        assert int(image["/Height"]) == pytest.approx(int(image["/Width"]) * 2 / 3, abs=1)


def test_a_hundred_megapixels_are_reduced_with_a_note(tmp_path: Path) -> None:
    huge = encoded(Image.new("L", (12000, 9000), 120), "PNG")
    built = build(Request(leaflet(tmp_path, "a.png", huge), editions=("office",)))
    [found] = [each for each in built.problems if each.code == "picture-reduced"]
    assert (found.severity, found.source.line) == ("note", 7)
    [image] = images(built.made[0].data)
    assert int(image["/Width"]) < 1400
    assert len(built.made[0].data) < 200_000


def test_line_art_keeps_its_fine_lines(tmp_path: Path) -> None:
    lines = picture(3000, 2000, "L").convert("1")
    path = leaflet(tmp_path, "a.png", encoded(lines, "PNG"))
    [made] = build(Request(path, editions=("office",))).made
    assert [int(image["/Width"]) for image in images(made.data)] == [3000]


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_samples_are_stored_smaller_than_deflated_alone(mode: str, fonts: Fonts) -> None:
    """With predictors, which every reader undoes: pypdf gives back each sample."""
    smooth = (
        Image.merge(mode, [Image.linear_gradient("L")] * len(mode))
        if mode != "L"
        else (Image.linear_gradient("L"))
    )
    edition = FOGRA if mode == "CMYK" else OFFICE
    kind = "TIFF" if mode == "CMYK" else "PNG"
    drawn = raster(encoded(smooth, kind), edition)
    assert len(drawn.data) < len(zlib.compress(smooth.tobytes(), 9))
    placed = Placed("a", Pt(0), Pt(0), Pt(120), Pt(80))
    data = write([page([placed])], edition, INFO, fonts, {"a": drawn})
    [image] = images(data)
    assert image.get_data() == smooth.tobytes()
