"""Press files are what they claim to be: judged by pypdf's eyes and by Ghostscript's plates."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from layout.editions import OFFICE, PRESS, Edition, conforming
from layout.forms.shapes import open_line, rectangle
from layout.frame import BLACK, PAPER, Item, Stroke
from layout.frame import Path as Shape
from layout.geometry import Pt, Rect
from layout.pdf import Info, write
from layout.problems import LeafletError
from layout.profiles import find_intent, shipped
from layout.standards import (
    CONDITIONS,
    FOGRA39,
    PDFX_1A,
    PDFX_1A_2001,
    PDFX_4,
    STANDARDS,
    Condition,
    Intent,
    Standard,
)
from layout.text.fonts import Fonts
from tests.pdf.making import page_pdf, sample_pdf, sample_sides
from tests.pdf.plates import plates
from tests.pdf.reading import open_pdf, operations
from tests.samples import TEAL, set_line

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


def press(standard: Standard) -> Edition:
    """The press edition of a standard as it is when nothing else is asked for."""
    return conforming(PRESS, standard, find_intent(standard, None, None))


every_standard = pytest.mark.parametrize("standard", STANDARDS.values(), ids=STANDARDS)


@pytest.mark.parametrize(
    ("standard", "version", "keys"),
    [
        (PDFX_1A, "1.4", {"/GTS_PDFXVersion": "PDF/X-1a:2003"}),
        (
            PDFX_1A_2001,
            "1.3",
            {"/GTS_PDFXVersion": "PDF/X-1:2001", "/GTS_PDFXConformance": "PDF/X-1a:2001"},
        ),
        (PDFX_4, "1.6", {}),
    ],
    ids=["1a", "1a-2001", "4"],
)
def test_a_file_claims_its_standard(
    standard: Standard, version: str, keys: dict[str, str], fonts: Fonts
) -> None:
    data = sample_pdf(press(standard), fonts)
    assert data.startswith(f"%PDF-{version}\n".encode())
    info = open_pdf(data).trailer["/Info"]
    assert {key: info[key] for key in info if key.startswith("/GTS")} == keys
    assert info["/Trapped"] == "/False"
    assert info["/CreationDate"] == info["/ModDate"]


def test_the_first_standard_is_what_the_press_edition_is(fonts: Fonts) -> None:
    assert next(iter(STANDARDS.values())) == PRESS.standard
    assert sample_pdf(PRESS, fonts) == sample_pdf(press(PDFX_1A), fonts)


@pytest.mark.parametrize("title", ["一", "二"])
def test_the_standard_of_2010_claims_itself_in_its_metadata(title: str, fonts: Fonts) -> None:
    edition = press(PDFX_4)
    data = write(sample_sides(edition, fonts), edition, Info(title, "2024-04-01"), fonts)
    packet = ElementTree.fromstring(open_pdf(data).trailer["/Root"]["/Metadata"].get_data())

    def value(name: str) -> str | None:
        return packet.findtext(f"rdf:RDF/rdf:Description/{name}", namespaces=SPACES)

    assert value("pdfxid:GTS_PDFXVersion") == "PDF/X-4"
    assert value("xmpMM:VersionID") == "1"
    assert value("xmpMM:RenditionClass") == "default"
    assert str(value("xmpMM:DocumentID")).startswith("uuid:")


def test_documents_that_differ_have_names_that_differ(fonts: Fonts) -> None:
    pages = [[], [Shape(rectangle(Rect(Pt(0), Pt(0), Pt(9), Pt(9))), fill=BLACK)]]
    names = set()
    for items in pages:
        data = page_pdf(items, fonts, press(PDFX_4))
        packet = open_pdf(data).trailer["/Root"]["/Metadata"].get_data()
        names.add(packet.partition(b"uuid:")[2][:36])
    assert len(names) == 2


def test_a_file_of_1_3_has_no_metadata_stream(fonts: Fonts) -> None:
    root = open_pdf(sample_pdf(press(PDFX_1A_2001), fonts)).trailer["/Root"]
    assert "/Metadata" not in root


@every_standard
def test_the_output_intent_names_what_the_file_is_made_for(
    standard: Standard, fonts: Fonts
) -> None:
    [intent] = open_pdf(sample_pdf(press(standard), fonts)).trailer["/Root"]["/OutputIntents"]
    intent = intent.get_object()
    expected = FOGRA39 if standard.profile else CONDITIONS["JC200103"]
    assert intent["/S"] == "/GTS_PDFX"
    assert intent["/OutputConditionIdentifier"] == expected.id
    assert intent["/OutputCondition"] == expected.text
    assert intent["/RegistryName"] == "http://www.color.org"
    assert ("/DestOutputProfile" in intent) == standard.profile
    if standard.profile:
        profile = intent["/DestOutputProfile"].get_object()
        assert profile["/N"] == 4
        assert profile.get_data() == shipped().data


CUSTOM = Condition("Custom", "我が社", "我が社", 300, registered=False)


@pytest.mark.parametrize(
    ("edition", "title", "code"),
    [
        (PRESS, "  ", "claim-untitled"),
        (PRESS._replace(colour="srgb"), "題", "claim-colour"),
        (PRESS._replace(version="1.7"), "題", "claim-version"),
        (PRESS._replace(intent=None), "題", "claim-without-profile"),
        (PRESS._replace(intent=Intent(CUSTOM, shipped())), "題", "claim-without-profile"),
        (conforming(PRESS, PDFX_4, Intent(FOGRA39)), "題", "claim-without-profile"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_untrue_is_claimed(edition: Edition, title: str, code: str, fonts: Fonts) -> None:
    with pytest.raises(LeafletError) as caught:
        write(sample_sides(edition, fonts), edition, Info(title, "2024-04-01"), fonts)
    assert [found.code for found in caught.value.problems] == [code]
    assert caught.value.exit_code == 7


def test_the_same_is_no_matter_where_nothing_is_claimed(fonts: Fonts) -> None:
    assert write(sample_sides(OFFICE, fonts), OFFICE, Info("", "2024-04-01"), fonts)


def box(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(Pt(x), Pt(y), Pt(width), Pt(height))


def on_teal(fonts: Fonts) -> list[Item]:
    """A ground with black, grey and white on it, 50 points each from left to right: black text,
    white text, a thin black line, a thick one, a black area, white with a black line."""
    face = "BIZUDGothic-Regular"
    return [
        Shape(rectangle(box(0, 0, 400, 100)), fill=TEAL),
        *set_line(fonts, "■", (face,), 40, 5, 60),
        *(run._replace(ink=PAPER) for run in set_line(fonts, "■", (face,), 40, 55, 60)),
        Shape(open_line(((105, 50), (145, 50))), stroke=Stroke(BLACK, Pt(1))),
        Shape(open_line(((155, 50), (195, 50))), stroke=Stroke(BLACK, Pt(20))),
        Shape(rectangle(box(205, 40, 40, 20)), fill=BLACK),
        Shape(rectangle(box(255, 40, 40, 20)), fill=PAPER, stroke=Stroke(BLACK, Pt(1))),
    ]


PLACES = {"text": 25, "white": 75, "thin": 125, "thick": 175, "area": 225, "framed": 275}


@pytest.mark.outside("gs")
@every_standard
def test_black_text_and_thin_lines_overprint_and_nothing_else_does(
    standard: Standard, fonts: Fonts, tmp_path: Path
) -> None:
    data = page_pdf(on_teal(fonts), fonts, press(standard), 200)
    over = plates(data, tmp_path / "over", 288)
    out = plates(data, tmp_path / "out", 288, overprint=False)

    def seen(found: dict[str, list], plate: str) -> dict[str, bool]:
        [image] = found[plate]
        return {name: image.getpixel((x * 4, 200)) < 128 for name, x in PLACES.items()}

    black = {"text", "thin", "thick", "area"}
    assert {name for name, ink in seen(over, "Black").items() if ink} == black
    assert {name for name, ink in seen(over, "Cyan").items() if ink} == {"text", "thin"}
    assert not any(seen(out, "Cyan").values())


def test_the_office_edition_overprints_nothing(fonts: Fonts) -> None:
    data = page_pdf(on_teal(fonts), fonts, OFFICE, 200)
    assert "gs" not in {operator for _, operator in operations(open_pdf(data), 0)}
    assert "/ExtGState" not in open_pdf(data).pages[0]["/Resources"]
