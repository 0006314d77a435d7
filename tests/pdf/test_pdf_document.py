"""The document as a whole: boxes, colours, what it says of itself, the same bytes each time."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from layout.editions import OFFICE, PRESS, Edition
from layout.forms.shapes import circle, open_line, rectangle
from layout.frame import BLACK, REGISTRATION, Clip, Group, Item, Stroke
from layout.frame import Path as Shape
from layout.geometry import Pt, Rect, mm, to_mm
from layout.pdf import Info, assemble, encode, write
from layout.text.fonts import Fonts
from tests.outside import run
from tests.pdf.making import (
    EDITIONS,
    INFO,
    TITLE,
    page_pdf,
    sample_pdf,
    sample_sides,
)
from tests.pdf.reading import glyphs, open_pdf, operations, text_of
from tests.samples import GREY, RED, TEAL, UPRIGHT, set_line
from tests.text.test_fonts_programs import cid_keyed, name_keyed

ROOT = Path(__file__).resolve().parents[2]

editions = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS.keys())
COLOUR = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "gs", "Do"}


def colour_operators(data: bytes) -> set[str]:
    reader = open_pdf(data)
    used = {operator for page in (0, 1) for _, operator in operations(reader, page)}
    return used & COLOUR


def millimetres(page: object, box: str) -> list[float]:
    return [round(to_mm(float(value)), 3) for value in page[box]]  # type: ignore[index]


@pytest.mark.parametrize(("fold", "size"), [("a4-roll", (297, 210)), ("a3-half", (420, 297))])
def test_boxes_of_the_press_sheet(fold: str, size: tuple[int, int], fonts: Fonts) -> None:
    width, height = size
    for page in open_pdf(sample_pdf(PRESS, fonts, fold)).pages:
        assert millimetres(page, "/MediaBox") == [0, 0, width + 32, height + 32]
        assert millimetres(page, "/BleedBox") == [13, 13, width + 19, height + 19]
        assert millimetres(page, "/TrimBox") == [16, 16, width + 16, height + 16]
        assert not {"/CropBox", "/ArtBox", "/Rotate", "/Annots", "/UserUnit"} & set(page)


def test_boxes_of_the_office_sheet_are_the_paper(fonts: Fonts) -> None:
    for page in open_pdf(sample_pdf(OFFICE, fonts)).pages:
        for box in ("/MediaBox", "/BleedBox", "/TrimBox"):
            assert millimetres(page, box) == [0, 0, 297, 210]


def test_the_press_edition_is_cmyk_and_nothing_else(fonts: Fonts) -> None:
    """Besides process colours only the registration of the marks, and when to overprint."""
    assert colour_operators(sample_pdf(PRESS, fonts)) == {"k", "K", "CS", "SCN", "gs"}


def test_the_office_edition_is_srgb_with_grey_for_black(fonts: Fonts) -> None:
    assert colour_operators(sample_pdf(OFFICE, fonts)) == {"rg", "RG", "g"}


def test_black_text_is_black_alone(fonts: Fonts) -> None:
    for edition, colour in ((PRESS, "0 0 0 1 k"), (OFFICE, "0 g")):
        text = [drawn for drawn in glyphs(sample_pdf(edition, fonts)) if drawn.size == 8.731]
        assert len(text) > 100
        assert {drawn.colour for drawn in text} == {colour}


@pytest.mark.parametrize(
    ("edition", "operators"),
    [
        (PRESS, {"0 0 0 .7 k", ".2 .8 .95 .2 k", "/All cs", "1 scn"}),
        (OFFICE, {".3 g", ".64 .26 .12 rg", "0 0 0 rg"}),
    ],
    ids=["press", "office"],
)
def test_inks_are_written_as_the_edition_asks(
    edition: Edition, operators: set[str], fonts: Fonts
) -> None:
    box = rectangle(Rect(Pt(0), Pt(0), Pt(10), Pt(10)))
    data = page_pdf([Shape(box, fill=ink) for ink in (GREY, RED, REGISTRATION)], fonts, edition)
    written = {
        " ".join([*map(str, operands), operator])
        for operands, operator in operations(open_pdf(data), 0)
    }
    plain = {re.sub(r"\b0\.", ".", one) for one in written}
    assert operators <= plain


@editions
def test_information_and_metadata_agree(edition: Edition, fonts: Fonts) -> None:
    reader = open_pdf(sample_pdf(edition, fonts))
    info = reader.trailer["/Info"]
    assert info["/Title"] == TITLE
    assert info["/CreationDate"] == info["/ModDate"] == "D:20240401000000+09'00'"
    assert info["/Trapped"] == "/False"
    stream = reader.trailer["/Root"]["/Metadata"]
    assert "/Filter" not in stream
    packet = ElementTree.fromstring(stream.get_data())

    def value(path: str) -> str | None:
        space = {
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "dc": "http://purl.org/dc/elements/1.1/",
            "pdf": "http://ns.adobe.com/pdf/1.3/",
            "xmp": "http://ns.adobe.com/xap/1.0/",
        }
        return packet.findtext(f"rdf:RDF/rdf:Description/{path}", namespaces=space)

    assert value("dc:title/rdf:Alt/rdf:li") == TITLE
    assert value("dc:language/rdf:Bag/rdf:li") == "ja-JP" == reader.trailer["/Root"]["/Lang"]
    assert value("xmp:CreatorTool") == info["/Creator"]
    assert value("pdf:Producer") == info["/Producer"]
    assert value("pdf:Trapped") == "False"
    for date in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
        assert value(date) == "2024-04-01T00:00:00+09:00"


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("2024-04-01", "D:20240401000000+09'00'"),
        ("2021-12-31T23:59:58Z", "D:20211231235958Z"),
        ("2021-12-31T23:59:58+05:30", "D:20211231235958+05'30'"),
    ],
)
def test_dates_are_those_given(issued: str, date: str, fonts: Fonts) -> None:
    sides = sample_sides(OFFICE, fonts)
    reader = open_pdf(write(sides, OFFICE, Info("題", issued), fonts))
    assert reader.trailer["/Info"]["/CreationDate"] == date


def test_the_office_edition_asks_the_viewer_to_print_it_rightly(fonts: Fonts) -> None:
    data = sample_pdf(OFFICE, fonts)
    root = open_pdf(data).trailer["/Root"]
    assert dict(root["/ViewerPreferences"]) == {
        "/PrintScaling": "/None",
        "/Duplex": "/DuplexFlipShortEdge",
        "/PickTrayByPDFSize": True,
    }
    assert data.startswith(b"%PDF-1.7\n")


def test_the_press_edition_asks_no_viewer_for_anything(fonts: Fonts) -> None:
    reader = open_pdf(sample_pdf(PRESS, fonts))
    assert not {"/ViewerPreferences", "/AcroForm", "/OpenAction"} & set(reader.trailer["/Root"])
    assert "/Encrypt" not in reader.trailer


def test_the_office_edition_claims_no_standard(fonts: Fonts) -> None:
    reader = open_pdf(sample_pdf(OFFICE, fonts))
    assert "/OutputIntents" not in reader.trailer["/Root"]
    assert "/GTS_PDFXVersion" not in reader.trailer["/Info"]


@editions
def test_two_writes_are_the_same_bytes(edition: Edition, fonts: Fonts) -> None:
    sides = sample_sides(edition, fonts)
    assert write(sides, edition, INFO, fonts) == write(sides, edition, INFO, fonts)


DIGEST = """
from hashlib import sha256
from layout.resources import resource
from layout.text.fonts import Fonts
from tests.pdf.making import EDITIONS, sample_pdf
print(*[sha256(sample_pdf(e, Fonts(resource("fonts")))).hexdigest() for e in EDITIONS.values()])
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
        {"RL_useA85": "1", "RL_pdfComments": "1", "RL_invariant": "0", "RL_pdfMultiLine": "1"},
    ],
)
def test_another_process_writes_the_same_bytes(
    environment: dict[str, str], fonts: Fonts, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIGEST],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    here = [sha256(sample_pdf(edition, fonts)).hexdigest() for edition in EDITIONS.values()]
    assert done.stdout.split() == here


def test_a_variant_changes_only_what_stands_last(fonts: Fonts) -> None:
    """Information and metadata are this document's own; all before them is shared."""
    sides = sample_sides(PRESS, fonts)
    one = encode(sides, PRESS, INFO, fonts)
    two = encode(sides, PRESS, INFO._replace(title="別の題"), fonts)
    assert one.constant == two.constant
    assert [a == b for a, b in zip(one.varying, two.varying, strict=True)] == [False, False]
    other = assemble(one.constant, two.varying)
    assert other == assemble(two.constant, two.varying)
    assert open_pdf(other).trailer["/Info"]["/Title"] == "別の題"


@editions
@pytest.mark.parametrize("fold", [*UPRIGHT, "a4-cross"])
@pytest.mark.outside("qpdf")
def test_qpdf_finds_nothing_wrong(
    edition: Edition, fold: str, fonts: Fonts, tmp_path: Path
) -> None:
    path = tmp_path / "sample.pdf"
    path.write_bytes(sample_pdf(edition, fonts, fold))
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", path)


def picture(items: list[Item], fonts: Fonts, edition: Edition = OFFICE) -> Image.Image:
    """A page of 200 × 100 pt at one pixel a point, from the top left corner."""
    document = pypdfium2.PdfDocument(page_pdf(items, fonts, edition))
    return document[0].render(scale=1).to_pil().convert("RGB")


def colour_at(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    return tuple(round(value / 255, 1) for value in image.getpixel((x, y)))


def square(x: float, y: float, size: float, **paint: object) -> Shape:
    return Shape(rectangle(Rect(Pt(x), Pt(y), Pt(size), Pt(size))), **paint)  # type: ignore[arg-type]


TEAL_SEEN, WHITE, BLACK_SEEN = (0.1, 0.4, 0.3), (1, 1, 1), (0, 0, 0)


def test_things_are_drawn_where_they_are_put_from_the_top_left(fonts: Fonts) -> None:
    inner = Group(Pt(10), Pt(20), (square(5, 5, 10, fill=TEAL),))
    image = picture([Group(Pt(100), Pt(30), (inner,))], fonts)
    assert colour_at(image, 120, 60) == TEAL_SEEN
    for x, y in ((113, 60), (127, 60), (120, 53), (120, 67)):
        assert colour_at(image, x, y) == WHITE


def test_a_turned_group_turns_clockwise_about_its_origin(fonts: Fonts) -> None:
    bar = Shape(rectangle(Rect(Pt(10), Pt(-4), Pt(30), Pt(8))), fill=TEAL)
    image = picture([Group(Pt(100), Pt(50), (bar,), turn=90)], fonts)
    assert colour_at(image, 100, 80) == TEAL_SEEN
    assert colour_at(image, 120, 50) == WHITE
    assert colour_at(image, 100, 20) == WHITE


def test_a_clip_shows_only_what_is_inside_and_ends_with_its_items(fonts: Fonts) -> None:
    outline = rectangle(Rect(Pt(50), Pt(0), Pt(10), Pt(100)))
    items = [Clip(outline, (square(40, 40, 40, fill=TEAL),)), square(150, 40, 10, fill=BLACK)]
    image = picture(items, fonts)
    assert colour_at(image, 55, 60) == TEAL_SEEN
    assert colour_at(image, 45, 60) == colour_at(image, 65, 60) == WHITE
    assert colour_at(image, 155, 45) == BLACK_SEEN


def test_state_changed_inside_a_clip_does_not_leak_out(fonts: Fonts) -> None:
    outline = rectangle(Rect(Pt(0), Pt(0), Pt(50), Pt(100)))
    inside = (square(10, 10, 10, fill=BLACK, stroke=Stroke(BLACK, Pt(4))),)
    items = [
        square(100, 10, 10, fill=TEAL),
        Clip(outline, inside),
        square(130, 10, 10, fill=TEAL),
        square(160, 40, 20, stroke=Stroke(TEAL, Pt(4))),
    ]
    image = picture(items, fonts)
    assert colour_at(image, 135, 15) == TEAL_SEEN
    assert colour_at(image, 160, 50) == TEAL_SEEN
    assert colour_at(image, 170, 50) == WHITE


def test_strokes_have_their_width_caps_and_dashes(fonts: Fonts) -> None:
    line = open_line(((20, 50), (180, 50)))
    dashed = picture([Shape(line, stroke=Stroke(BLACK, Pt(10), dash=(20, 20)))], fonts)
    assert [colour_at(dashed, x, 50) for x in (30, 50, 70)] == [BLACK_SEEN, WHITE, BLACK_SEEN]
    assert colour_at(dashed, 30, 56) == WHITE
    for cap, seen in (("butt", WHITE), ("round", BLACK_SEEN)):
        image = picture([Shape(line, stroke=Stroke(BLACK, Pt(10), cap=cap))], fonts)
        assert colour_at(image, 17, 50) == seen


def test_fill_and_stroke_are_painted_together(fonts: Fonts) -> None:
    both = square(50, 30, 30, fill=TEAL, stroke=Stroke(BLACK, Pt(6), join="round"))
    image = picture([both], fonts)
    assert colour_at(image, 65, 45) == TEAL_SEEN
    assert colour_at(image, 48, 45) == BLACK_SEEN


def test_curves_and_open_outlines(fonts: Fonts) -> None:
    bow = (("M", (50.0, 80.0)), ("C", (50.0, 0.0, 150.0, 0.0, 150.0, 80.0)), ("Z", ()))
    image = picture([Shape(bow, fill=TEAL)], fonts)
    assert colour_at(image, 100, 30) == TEAL_SEEN
    assert colour_at(image, 55, 25) == WHITE


def test_a_shape_drawn_again_elsewhere_is_the_same_bytes_again(fonts: Fonts) -> None:
    places = ((20.0, 30.0), (71.137, 12.013), (150.0, 66.6667))
    items = [Group(Pt(x), Pt(y), (Shape(circle(1.3, 2.7, 12.345), fill=TEAL),)) for x, y in places]
    used = operations(open_pdf(page_pdf(items, fonts)), 0)
    starts = [index for index, (_, operator) in enumerate(used) if operator == "cm"]
    ends = [index for index, (_, operator) in enumerate(used) if operator == "f"]
    shapes = [used[start + 1 : end] for start, end in zip(starts, ends, strict=True)]
    assert [operator for _, operator in used].count("q") == 1
    assert [len(shape) for shape in shapes] == [6, 6, 6]
    assert shapes[0] == shapes[1] == shapes[2]
    left = up = 0.0
    for start, (x, y) in zip(starts, places, strict=True):
        *_, across, higher = [float(value) for value in used[start][0]]
        left, up = left + across, up + higher  # each is placed from the one before
        assert (left, 100 - up) == pytest.approx((x + 1.3, y + 2.7 - 12.345), abs=0.001)


def test_a_shape_without_paint_draws_nothing(fonts: Fonts) -> None:
    assert operations(open_pdf(page_pdf([square(0, 0, 50)], fonts)), 0) == []


@pytest.mark.parametrize("make", [name_keyed, cid_keyed], ids=lambda make: make.__name__)
def test_cff_fonts_are_embedded_bare_and_drawn(make: Callable[[], TTFont], tmp_path: Path) -> None:
    make().save(tmp_path / "Keyed.otf")
    own = Fonts(tmp_path)
    [id] = own.ids()
    text = "いうAB"
    data = page_pdf(set_line(own, text, (id,), 40, 0, 80), own)
    assert text_of(data) == text
    reader = open_pdf(data)
    [composite] = reader.pages[0]["/Resources"]["/Font"].values()
    [descendant] = [each.get_object() for each in composite.get_object()["/DescendantFonts"]]
    assert descendant["/Subtype"] == "/CIDFontType0"
    assert "/CIDToGIDMap" not in descendant
    assert descendant["/FontDescriptor"]["/FontFile3"]["/Subtype"] == "/CIDFontType0C"
    image = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("L")
    ink = [
        sum(value < 128 for value in image.crop((80 * at, 0, 80 * at + 80, 200)).tobytes())
        for at in range(len(text))
    ]
    # Right-angled triangles with legs of 200 to 500 thousandths at 80 pixels an em.
    assert ink == pytest.approx([(80 * leg) ** 2 / 2 for leg in (0.2, 0.3, 0.4, 0.5)], rel=0.15)


@pytest.mark.outside("gs")
def test_marks_stand_on_every_plate_and_black_text_on_one(fonts: Fonts, tmp_path: Path) -> None:
    path = tmp_path / "sample.pdf"
    path.write_bytes(sample_pdf(PRESS, fonts))
    run(
        *("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r300"),
        *("-dFirstPage=1", "-dLastPage=1", f"-sOutputFile={tmp_path / 'plate.tif'}", path),
    )
    plates = {}
    for plate in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(tmp_path / f"plate({plate}).tif") as image:
            plates[plate] = image.convert("L")

    def darkest(plate: str, x: float, y: float, width: float, height: float) -> int:
        box = [round(value / 25.4 * 300) for value in (x, y, x + width, y + height)]
        return int(plates[plate].crop(tuple(box)).getextrema()[0])

    for plate in plates:
        assert darkest(plate, 15.5, 5, 1, 6) < 128, "the corner's leg on the trim"
        assert darkest(plate, 112.5, 7, 1, 5) < 128, "the fold 97 mm from the trim"
    top, height = 16 + 210 + 13.5 - 3, 3.5
    assert darkest("Black", 21, top, 90, height) < 128, "the job line"
    for plate in ("Cyan", "Magenta", "Yellow"):
        assert darkest(plate, 21, top, 90, height) == 255


def test_office_ink_ends_where_the_copier_does(fonts: Fonts) -> None:
    image = pypdfium2.PdfDocument(sample_pdf(OFFICE, fonts))[0].render(scale=4).to_pil()
    edge = round(mm(5) * 4) - 1
    width, height = image.size
    grey = image.convert("L")
    for box in (
        (0, 0, width, edge),
        (0, height - edge, width, height),
        (0, 0, edge, height),
        (width - edge, 0, width, height),
    ):
        assert grey.crop(box).getextrema() == (255, 255)


def test_press_ink_fills_the_bleed(fonts: Fonts) -> None:
    """The cover's ground reaches the bleed's edge above, below and at the right."""
    image = pypdfium2.PdfDocument(sample_pdf(PRESS, fonts))[0].render(scale=2).to_pil()
    for x, y in ((315, 60), (300, 14), (315, 14)):
        assert image.convert("L").getpixel((round(mm(x) * 2), round(mm(y) * 2))) < 250
    assert image.convert("L").getpixel((round(mm(300) * 2), round(mm(12.5) * 2))) == 255
