"""What is unusual but right is not accused; and our own press file, damaged, is."""

import io
from collections.abc import Callable
from functools import cache
from time import perf_counter
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from layout.build import Request, build
from layout.preflight import judge, load_profile
from layout.resources import resource
from tests.preflight.damages import ALL, BOTH, SPOT, jpeg, simple_font
from tests.preflight.making import MM, TRIM, LiveSample, Sample, profile

USUAL = load_profile()
SOUND: list[tuple[Callable[[Any], None], Callable[[], Sample]]] = []


def sound(*samples: Callable[[], Sample]) -> Callable[[Callable[[Any], None]], None]:
    def listed(make: Callable[[Any], None]) -> None:
        SOUND.extend((make, sample) for sample in samples or BOTH)

    return listed


@sound()
def spot_colour(sample: Sample) -> None:
    sample.resource("ColorSpace", "Sp", SPOT)
    sample.paint("q /Sp cs .5 sc 60 40 20 20 re f /Sp CS 1 SC 2 w 60 40 m 90 40 l S Q")


@sound()
def marks_in_registration_colour(sample: Sample) -> None:
    sample.resource("ColorSpace", "All", ALL)
    left, bottom, right, top = TRIM
    lines = f"{left} 2 m {left} 20 l 2 {bottom} m 20 {bottom} l"
    lines += f" {right} {top + 10} m {right + 20} {top + 10} l"
    sample.paint(f"q /All CS 1 SC .2 w {lines} S Q")


@sound()
def profile_embedded(sample: Sample) -> None:
    reference = sample.add({"N": "4"}, profile(told="Japan Color 2001 Coated"))
    sample.intent["DestOutputProfile"] = reference


@sound()
def intent_for_archiving_too(sample: Sample) -> None:
    other = sample.add({"Type": "/OutputIntent", "S": "/GTS_PDFA1"})
    sample.catalog["OutputIntents"] = f"[{other} 4 0 R]"


@sound()
def defaults_said_aloud(sample: Sample) -> None:
    state = "<< /TR2 /Default /SMask /None /BM /Normal /CA 1 /ca 1.0 /HT /Default >>"
    sample.graphics_state(state)


@sound()
def black_overprinting(sample: Sample) -> None:
    text = "0 0 0 1 k BT /F1 10 Tf 60 50 Td <0001> Tj ET"
    sample.graphics_state("<< /op true /OP true /OPM 1 >>", text)


@sound()
def rich_black_ground(sample: Sample) -> None:
    sample.paint(".6 .4 .4 1 k 60 40 20 20 re f")


@sound()
def white_knocking_out(sample: Sample) -> None:
    sample.paint("0 0 0 0 k 60 40 20 20 re f 1 g BT /F1 12 Tf 60 60 Td <0001> Tj ET")


@sound()
def heavy_ink_knocked_out(sample: Sample) -> None:
    sample.paint("1 .9 0 0 k 60 40 20 20 re f 0 .9 1 .9 k 60 40 20 20 re f")


@sound()
def text_just_3_mm_from_the_trim(sample: Sample) -> None:
    x, y = TRIM[0] + 3 * MM, TRIM[1] + 3 * MM
    sample.paint(f"0 0 0 1 k BT /F1 10 Tf {x - 0.5:.4f} {y + 30:.4f} Td <0001> Tj ET")
    sample.paint(f"BT /F1 10 Tf {x + 30:.4f} {y:.4f} Td <0001> Tj ET")


@sound()
def text_in_the_slug(sample: Sample) -> None:
    sample.paint("0 0 0 1 k BT /F1 4.5 Tf 60 5 Td <00010002> Tj ET")


@sound()
def invisible_and_clipped_text(sample: Sample) -> None:
    sample.paint("q 1 0 0 1 0 0 cm BT 3 Tr /F1 2 Tf 36 36 Td <0001> Tj ET Q")


@sound()
def fine_lines_of_3_tenths(sample: Sample) -> None:
    sample.paint("q 0 0 0 1 K .3 w 60 40 20 20 re S .1 0 0 .1 0 0 cm 3 w 600 400 m 900 400 l S Q")


@sound()
def soft_images(sample: Sample) -> None:
    sample.image(jpeg(0x40), "/DeviceCMYK", Filter="/DCTDecode")


@sound()
def tiny_image(sample: Sample) -> None:
    sample.image(b"\x10" * 16, "/DeviceCMYK", (2, 2))


@sound()
def simple_truetype(sample: Sample) -> None:
    simple_font(sample, "[500 1000]", "AB")


@sound()
def annotation_outside_the_bleed(sample: Sample) -> None:
    sample.page["Annots"] = "[<< /Type /Annot /Subtype /Text /Rect [1 1 9 9] >>]"


@sound()
def trap_network(sample: Sample) -> None:
    sample.page["Annots"] = "[<< /Type /Annot /Subtype /TrapNet /Rect [0 0 300 300] >>]"


@sound(LiveSample)
def mark_in_the_bleed(sample: Sample) -> None:
    sample.page["Annots"] = "[<< /Type /Annot /Subtype /PrinterMark /Rect [26 60 33 90] >>]"


@sound()
def crop_like_the_media(sample: Sample) -> None:
    sample.page["CropBox"] = sample.page["MediaBox"]


@sound()
def art_instead_of_trim(sample: Sample) -> None:
    sample.page["ArtBox"] = sample.page.pop("TrimBox")


@sound()
def bookmarks_to_places(sample: Sample) -> None:
    sample.catalog["Outlines"] = "<< /First << /Title (x) /Dest [3 0 R /Fit] >> >>"
    sample.catalog["OpenAction"] = "[3 0 R /Fit]"


@sound(LiveSample)
def transparency(sample: Sample) -> None:
    sample.page["Group"] = "<< /S /Transparency /CS /DeviceCMYK >>"
    sample.graphics_state("<< /ca .5 /BM /Multiply >>")


@sound(LiveSample)
def colour_with_its_profile(sample: Sample) -> None:
    reference = sample.add({"N": "3"}, profile("mntr", "RGB"))
    sample.resource("ColorSpace", "Cs", f"[/ICCBased {reference}]")
    sample.paint("q /Cs cs 1 0 0 sc 60 40 20 20 re f Q")


@sound(LiveSample)
def layers(sample: Sample) -> None:
    sample.catalog["OCProperties"] = "<< /OCGs [] /D << /Name (All) /Order [] >> >>"


@sound(LiveSample)
def metadata_in_attributes(sample: Any) -> None:
    element = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    sample.xmp = sample.xmp.replace(element, "").replace(
        'pdf:Trapped="False"', "pdf:Trapped='False' pdfxid:GTS_PDFXVersion='PDF/X-4'"
    )


@pytest.mark.parametrize(
    ("change", "make"), SOUND, ids=[f"{change.__name__}-{make.__name__}" for change, make in SOUND]
)
def test_what_is_right_is_not_accused(
    change: Callable[[Any], None], make: Callable[[], Sample]
) -> None:
    sample = make()
    change(sample)
    assert [found.code for found in judge(sample.bytes(), profile=USUAL).problems] == []


# Our own press file, changed by a program of others


@cache
def press() -> bytes:
    [made] = build(Request(resource("data/mynumber.yaml"), editions=("press",))).made
    return made.data


def test_a_leaflet_is_judged_in_150_ms() -> None:
    judge(press(), profile=USUAL)
    times = []
    for _ in range(5):
        start = perf_counter()
        judge(press(), profile=USUAL)
        times.append(perf_counter() - start)
    assert min(times) < 0.15


def rewritten(change: Callable[[PdfWriter], None]) -> set[str]:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(press())))
    writer.pdf_header = "%PDF-1.4"
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return {found.code for found in judge(out.getvalue(), "pdfx-1a", USUAL).problems}


def more(content: str) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        page: Any = writer.pages[0]
        stream = DecodedStreamObject()
        stream.set_data(content.encode("ascii"))
        added = writer._add_object(stream)
        page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), added])

    return change


def box(name: str) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        page: Any = writer.pages[1]
        page[NameObject(name)] = ArrayObject(map(FloatObject, (46, 46, 800, 600)))

    return change


def link(writer: PdfWriter) -> None:
    annotation = DictionaryObject()
    annotation[NameObject("/Subtype")] = NameObject("/Link")
    annotation[NameObject("/Rect")] = ArrayObject(map(NumberObject, (38, 38, 40, 40)))
    page: Any = writer.pages[0]
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])


def trapped(writer: PdfWriter) -> None:
    writer._info.get_object()[NameObject("/Trapped")] = NameObject("/Unknown")


def titled(writer: PdfWriter) -> None:
    writer._info.get_object()[NameObject("/Title")] = TextStringObject("")


def two_intents(writer: PdfWriter) -> None:
    listed: Any = writer._root_object["/OutputIntents"]
    listed.append(listed[0])


def unembedded(writer: PdfWriter) -> None:
    page: Any = writer.pages[0]
    fonts = page["/Resources"]["/Font"]
    font = next(iter(fonts.values())).get_object()
    del font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()["/FontFile2"]


def untouched(_: PdfWriter) -> None:
    pass


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (untouched, set()),
        (more("1 0 0 rg 200 200 50 50 re f"), {"C1"}),
        (more("0 0 0 1 K 0 w 200 200 m 300 200 l S"), {"line.hairline"}),
        (more("1 1 1 .8 k 200 200 50 50 re f"), {"ink.total"}),
        (box("/ArtBox"), {"B1"}),
        (box("/CropBox"), {"B2.crop"}),
        (link, {"A1"}),
        (trapped, {"I1.trapped"}),
        (titled, {"I1.title"}),
        (two_intents, {"O1"}),
        (unembedded, {"N1.embedded"}),
    ],
)
def test_our_own_file_damaged(change: Callable[[PdfWriter], None], expected: set[str]) -> None:
    assert rewritten(change) == expected
