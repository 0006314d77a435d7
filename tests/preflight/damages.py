"""Damages in their guises: each makes one thing wrong with a sound sample.

``DAMAGES`` lists the rule that must be tripped, alone, and how.  The samples are those of
:mod:`.making`; nothing here comes from the house's own writer.
"""

import io
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from PIL import Image

from tests.preflight.making import MM, TRIM, LiveSample, Sample, flat_2001, font_program, profile

Damage = Callable[[Any], None]
DAMAGES: list[tuple[str, str, Callable[[], Sample], Damage]] = []

FLAT: tuple[Callable[[], Sample], ...] = (Sample,)
LIVE: tuple[Callable[[], Sample], ...] = (LiveSample,)
BOTH = (Sample, LiveSample)
RED = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [1 0 0] /N 1 >>"
TINT = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >>"
SPOT = f"[/Separation /DIC#20156 /DeviceCMYK {TINT}]"


def damage(
    code: str, samples: tuple[Callable[[], Sample], ...] = FLAT
) -> Callable[[Damage], Damage]:
    def listed(make: Damage) -> Damage:
        for sample in samples:
            DAMAGES.append((code, make.__name__, sample, make))
        return make

    return listed


def names() -> Iterator[str]:
    for code, name, sample, _ in DAMAGES:
        yield f"{code}-{name}-{sample.__name__}"


# The file


@damage("F1.id", BOTH)
def no_id(sample: Sample) -> None:
    del sample.trailer["ID"]


@damage("F1.id", BOTH)
def one_id(sample: Sample) -> None:
    sample.trailer["ID"] = "[<00>]"


@damage("F1.id")
def empty_id(sample: Sample) -> None:
    sample.trailer["ID"] = "[() ()]"


@damage("F2.version")
def newer_header(sample: Sample) -> None:
    sample.version = "1.6"


@damage("F2.version", LIVE)
def newest_header(sample: Sample) -> None:
    sample.version = "1.7"


@damage("F2.version")
def newer_catalog(sample: Sample) -> None:
    sample.catalog["Version"] = "/1.5"


@damage("F2.version", (flat_2001,))
def transparency_age(sample: Sample) -> None:
    sample.version = "1.4"


@damage("F3.lzw", BOTH)
def lzw_form(sample: Sample) -> None:
    entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 1 1]", "Filter": "/LZWDecode"}
    sample.resource("XObject", "Fm", sample.add(entries, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"))


@damage("F3.lzw", BOTH)
def lzw_within_ascii(sample: Sample) -> None:
    filters = "[/ASCIIHexDecode /LZWDecode]"
    sample.image(b"800B6050220C0C8501>", "/DeviceGray", (3, 3), Filter=filters)


@damage("F3.lzw", BOTH)
def lzw_inline_image(sample: Sample) -> None:
    sample.paint("q 2 0 0 2 60 40 cm BI /W 1 /H 1 /BPC 8 /CS /G /F [/AHx /LZW] ID 800FE020> EI Q")


@damage("F3.jpx")
def jpx_image(sample: Sample) -> None:
    sample.image(b"\0\0\0\x0cjP  ", "/DeviceCMYK", Filter="/JPXDecode")


@damage("F3.jbig2")
def jbig2_image(sample: Sample) -> None:
    sample.image(b"\0", "/DeviceGray", (500, 500), BitsPerComponent="1", Filter="/JBIG2Decode")


@damage("A3", BOTH)
def external_stream(sample: Sample) -> None:
    sample.add({"F": "(picture.dat)"}, b"")


# Identification


@damage("I1.title")
def no_title(sample: Sample) -> None:
    del sample.info["Title"]


@damage("I1.title")
def blank_title(sample: Sample) -> None:
    sample.info["Title"] = "<FEFF0020>"


@damage("I1.created")
def no_creation_date(sample: Sample) -> None:
    del sample.info["CreationDate"]


@damage("I1.modified")
def wrong_modification_date(sample: Sample) -> None:
    sample.info["ModDate"] = "(yesterday)"


@damage("I1.trapped")
def trapped_unknown(sample: Sample) -> None:
    sample.info["Trapped"] = "/Unknown"


@damage("I1.trapped")
def trapped_missing(sample: Sample) -> None:
    del sample.info["Trapped"]


@damage("I1.trapped")
def trapped_string(sample: Sample) -> None:
    sample.info["Trapped"] = "(False)"


@damage("I1.trapped")
def trapped_boolean(sample: Sample) -> None:
    sample.info["Trapped"] = "false"


@damage("I2")
def claims_nothing(sample: Sample) -> None:
    del sample.info["GTS_PDFXVersion"]


@damage("I2")
def conformance_of_another_year(sample: Sample) -> None:
    sample.info["GTS_PDFXConformance"] = "(PDF/X-1a:2001)"


@damage("I2", (flat_2001,))
def conformance_missing(sample: Sample) -> None:
    del sample.info["GTS_PDFXConformance"]


@damage("I2", LIVE)
def claim_with_a_year_in_the_information(sample: Sample) -> None:
    sample.info["GTS_PDFXVersion"] = "(PDF/X-4:2010)"


def replaced(old: str, new: str) -> Damage:
    def change(sample: Any) -> None:
        assert old in sample.xmp
        sample.xmp = sample.xmp.replace(old, new)

    change.__name__ = f"xmp {old} {new}"
    return change


for wrong, before, after in (
    ("I3.version", "PDF/X-4<", "PDF/X-4:2010<"),
    ("I3.version", "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", ""),
    ("I3.created", "xmp:CreateDate", "xmp:Created"),
    ("I3.modified", "xmp:ModifyDate", "xmp:Modified"),
    ("I3.metadata", "xmp:MetadataDate", "xmp:Metadata"),
    ("I3.title", ">Sample<", "><"),
    ("I3.trapped", 'pdf:Trapped="False"', 'pdf:Trapped="Unknown"'),
    ("I3.trapped", 'pdf:Trapped="False"', ""),
    ("I3.document", "uuid:1", ""),
    ("I3.edition", "VersionID>1<", "VersionID><"),
    ("I3.rendition", ">default<", "> <"),
    ("I3.differs", ">Sample<", ">Another<"),
    ("I3.differs", "12:00:00+09:00", "12:00:00+08:00"),
    ("I3.differs", 'pdf:Trapped="False"', 'pdf:Trapped="True"'),
):
    damage(wrong, LIVE)(replaced(before, after))


@damage("I3.xmp", LIVE)
def no_metadata(sample: Sample) -> None:
    sample.catalog["Metadata"] = "null"


@damage("I3.xmp", LIVE)
def unclosed_metadata(sample: Any) -> None:
    sample.xmp = sample.xmp.replace("</rdf:RDF>", "")


@damage("I3.filter", LIVE)
def filtered_metadata(sample: Any) -> None:
    sample.metadata["Filter"] = "/FlateDecode"
    packed = zlib.compress(sample.xmp.encode("utf-8"))
    sample.xmp = ""
    sample.catalog["Metadata"] = sample.add(sample.metadata, packed)


# The output intent


@damage("O1", BOTH)
def two_intents(sample: Sample) -> None:
    sample.catalog["OutputIntents"] = "[4 0 R 4 0 R]"


@damage("O1", BOTH)
def no_intent(sample: Sample) -> None:
    sample.intent = {}


@damage("O1", BOTH)
def intent_for_archiving(sample: Sample) -> None:
    sample.intent["S"] = "/GTS_PDFA1"


@damage("O1.condition", BOTH)
def no_condition(sample: Sample) -> None:
    del sample.intent["OutputConditionIdentifier"]


@damage("O2")
def no_registry(sample: Sample) -> None:
    del sample.intent["RegistryName"]


@damage("O2")
def no_such_japan_color(sample: Sample) -> None:
    sample.intent["OutputConditionIdentifier"] = "(JC201103)"


@damage("O2")
def custom_without_profile(sample: Sample) -> None:
    sample.intent["OutputConditionIdentifier"] = "(Custom)"


@damage("O3", LIVE)
def no_profile(sample: Sample) -> None:
    sample.intent["DestOutputProfile"] = "null"


def with_profile(components: str = "4", **kind: Any) -> Damage:
    def change(sample: Sample) -> None:
        reference = sample.add({"N": components}, profile(**kind))
        sample.intent["DestOutputProfile"] = reference

    change.__name__ = f"profile {kind} {components}"
    return change


for samples, rule in ((FLAT, "O2"), (LIVE, "O3")):
    damage(f"{rule}.class", samples)(with_profile(kind="mntr"))
    damage(f"{rule}.class", samples)(with_profile("3", kind="mntr", space="RGB"))
    damage(f"{rule}.class", samples)(with_profile(kind="scnr"))
    damage(f"{rule}.space", samples)(with_profile("3"))
damage("O2.version")(with_profile(major=4))
damage("O3.version", LIVE)(with_profile(major=5))
damage("O2.space")(with_profile("3", space="RGB"))
damage("O2.label", BOTH)(with_profile(told="Coated FOGRA39 (ISO 12647-2:2004)"))


@damage("O2.broken")
def torn_profile(sample: Sample) -> None:
    sample.intent["DestOutputProfile"] = sample.add({"N": "4"}, profile()[:100])


@damage("O3.broken", LIVE)
def other_data(sample: Any) -> None:
    sample.icc = b"no profile" * 100


# Colour: RGB in its guises

RGB_SPACES = {
    "device": "/DeviceRGB",
    "calibrated": "[/CalRGB << /WhitePoint [0.95 1 1.09] >>]",
    "lab": "[/Lab << /WhitePoint [0.96 1 0.82] >>]",
    "indexed": "[/Indexed /DeviceRGB 1 <000000FF0000>]",
    "spot": f"[/Separation /Warm /DeviceRGB {RED}]",
    "several": "[/DeviceN [/Cyan /Warm] /DeviceRGB << /FunctionType 4 /Domain [0 1 0 1]"
    " /Range [0 1 0 1 0 1] >>]",
    "profile": "[/ICCBased 19 0 R]",
}
VALUES = {"indexed": "1", "spot": "1", "several": "0 1"}


def space_for(sample: Sample, name: str) -> str:
    space = RGB_SPACES[name]
    if "19 0 R" in space:
        return space.replace("19 0 R", sample.add({"N": "3"}, profile("mntr", "RGB")))
    return space


def filled(name: str) -> Damage:
    def change(sample: Sample) -> None:
        sample.resource("ColorSpace", "Cs", space_for(sample, name))
        sample.paint(f"q /Cs cs {VALUES.get(name, '1 0 0')} sc 60 40 20 20 re f Q")

    change.__name__ = f"{name} filled"
    return change


def drawn_in_image(name: str) -> Damage:
    def change(sample: Sample) -> None:
        sample.image(bytes(30000), space_for(sample, name))

    change.__name__ = f"{name} image"
    return change


def shaded(name: str) -> Damage:
    def change(sample: Sample) -> None:
        space = space_for(sample, name)
        shading = f"<< /ShadingType 2 /ColorSpace {space} /Coords [0 0 1 1] /Function {RED} >>"
        sample.resource("Shading", "Sh", shading)
        sample.paint("q 60 40 20 20 re W n /Sh sh Q")

    change.__name__ = f"{name} shading"
    return change


for each in RGB_SPACES:
    damage("C1")(filled(each))
    damage("C1")(drawn_in_image(each))
    if each not in VALUES:
        damage("C1")(shaded(each))
damage("C3", LIVE)(filled("device"))
damage("C3", LIVE)(filled("indexed"))
damage("C3", LIVE)(filled("spot"))
damage("C3", LIVE)(drawn_in_image("device"))
damage("C3", LIVE)(shaded("device"))


def forbidden_colour(make: Damage) -> Damage:
    damage("C1")(make)
    return damage("C3", LIVE)(make)


@forbidden_colour
def rgb_fill(sample: Sample) -> None:
    sample.paint("1 0 0 rg 60 40 20 20 re f")


@forbidden_colour
def rgb_stroke(sample: Sample) -> None:
    sample.paint("1 0 0 RG 60 40 20 20 re S")


@forbidden_colour
def rgb_text(sample: Sample) -> None:
    sample.paint("q 1 0 0 rg BT /F1 10 Tf 60 50 Td <0001> Tj ET Q")


@forbidden_colour
def rgb_in_a_form(sample: Sample) -> None:
    sample.form("0 0 1 rg 60 40 20 20 re f")


@forbidden_colour
def rgb_in_a_form_in_a_form(sample: Sample) -> None:
    inner = sample.add(
        {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 500 500]"}, b"0 0 1 rg 0 0 9 9 re f"
    )
    sample.form("1 0 0 1 60 40 cm /In Do", Resources=f"<< /XObject << /In {inner} >> >>")


@forbidden_colour
def rgb_in_a_pattern(sample: Sample) -> None:
    entries = {
        "PatternType": "1",
        "PaintType": "1",
        "TilingType": "1",
        "BBox": "[0 0 5 5]",
        "XStep": "5",
        "YStep": "5",
        "Resources": "<< >>",
    }
    sample.resource("Pattern", "P", sample.add(entries, b"1 0 0 rg 0 0 3 3 re f"))
    sample.paint("q /Pattern cs /P scn 60 40 20 20 re f Q")


@forbidden_colour
def rgb_under_an_uncoloured_pattern(sample: Sample) -> None:
    entries = {
        "PatternType": "1",
        "PaintType": "2",
        "TilingType": "1",
        "BBox": "[0 0 5 5]",
        "XStep": "5",
        "YStep": "5",
        "Resources": "<< >>",
    }
    sample.resource("Pattern", "P", sample.add(entries, b"0 0 3 3 re f"))
    sample.resource("ColorSpace", "Cs", "[/Pattern /DeviceRGB]")
    sample.paint("q /Cs cs 1 0 0 /P scn 60 40 20 20 re f Q")


@forbidden_colour
def rgb_shading_pattern(sample: Sample) -> None:
    shading = f"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 1] /Function {RED} >>"
    sample.resource("Pattern", "P", f"<< /PatternType 2 /Shading {shading} >>")
    sample.paint("q /Pattern cs /P scn 60 40 20 20 re f Q")


@forbidden_colour
def rgb_inline_image(sample: Sample) -> None:
    sample.filtered = False
    data = "EI \xff" * 3
    sample.paint(f"q 20 0 0 20 60 40 cm BI /W 2 /H 2 /BPC 8 /CS /RGB ID {data} EI Q")


@forbidden_colour
def rgb_mask(sample: Sample) -> None:
    sample.paint("q 1 0 0 rg")
    sample.image(bytes(7813), "null", (250, 250), ImageMask="true", BitsPerComponent="1")
    sample.paint("Q")


@forbidden_colour
def rgb_image_in_a_pattern(sample: Sample) -> None:
    image = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": "100",
        "Height": "100",
        "ColorSpace": "/DeviceRGB",
        "BitsPerComponent": "8",
    }
    reference = sample.add(image, bytes(30000))
    entries = {
        "PatternType": "1",
        "PaintType": "1",
        "TilingType": "1",
        "BBox": "[0 0 20 20]",
        "XStep": "20",
        "YStep": "20",
        "Resources": f"<< /XObject << /Im {reference} >> >>",
    }
    sample.resource("Pattern", "P", sample.add(entries, b"20 0 0 20 0 0 cm /Im Do"))
    sample.paint("q /Pattern cs /P scn 60 40 20 20 re f Q")


@forbidden_colour
def rgb_beyond_the_page(sample: Sample) -> None:
    sample.paint("1 0 0 rg 6000 4000 20 20 re f")


@damage("C1")
def default_space(sample: Sample) -> None:
    reference = sample.add({"N": "4"}, profile())
    sample.resource("ColorSpace", "DefaultCMYK", f"[/ICCBased {reference}]")


@damage("C4.spot", BOTH)
def two_alternates(sample: Sample) -> None:
    sample.resource("ColorSpace", "A", SPOT)
    sample.resource("ColorSpace", "B", SPOT.replace("[0 1 1 0]", "[0 .9 1 0]"))
    sample.paint("q /A cs 1 sc 60 40 20 20 re f /B cs 1 sc 90 40 20 20 re f Q")


ALL = f"[/Separation /All /DeviceCMYK {TINT.replace('[0 1 1 0]', '[1 1 1 1]')}]"


@damage("C4.all", BOTH)
def registration_fill(sample: Sample) -> None:
    sample.resource("ColorSpace", "All", ALL)
    sample.paint("q /All cs 1 sc 60 40 20 20 re f Q")


@damage("C4.all", BOTH)
def registration_line(sample: Sample) -> None:
    sample.resource("ColorSpace", "All", ALL)
    sample.paint("q /All CS 1 SC .3 w 5 5 m 9 5 l 60 40 m 90 40 l S Q")


@damage("C4.all", BOTH)
def registration_text(sample: Sample) -> None:
    sample.resource("ColorSpace", "All", ALL)
    sample.paint("q /All cs 1 sc BT /F1 10 Tf 60 50 Td <0001> Tj ET Q")


# Transparency


def through(code: str, state: str, paint: str = "60 40 20 20 re f") -> None:
    def change(sample: Sample) -> None:
        sample.graphics_state(state, paint)

    change.__name__ = f"state {state[:40]}"
    damage(code)(change)


through("T1.alpha", "<< /ca .5 >>")
through("T1.alpha", "<< /CA .99 >>", "60 40 20 20 re S")
through("T1.blend", "<< /BM /Multiply >>")
through("T1.blend", "<< /BM [/Overlay /Normal] >>")
through("T1.smask", "<< /SMask << /S /Luminosity >> >>")


@damage("T1.alpha")
def alpha_in_a_form(sample: Sample) -> None:
    resources = "<< /ExtGState << /G << /ca .5 >> >> >>"
    sample.form("/G gs 0 1 0 0 k 60 40 20 20 re f", Resources=resources)


@damage("T1.smask")
def image_mask(sample: Sample) -> None:
    mask = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": "1",
        "Height": "1",
        "ColorSpace": "/DeviceGray",
        "BitsPerComponent": "8",
    }
    sample.image(bytes(40000), "/DeviceCMYK", SMask=sample.add(mask, b"\x80"))


@damage("T1.group")
def page_group(sample: Sample) -> None:
    sample.page["Group"] = "<< /S /Transparency /CS /DeviceCMYK >>"


@damage("T1.group")
def form_group(sample: Sample) -> None:
    sample.form("0 1 0 0 k 60 40 20 20 re f", Group="<< /S /Transparency >>")


@damage("T1.space", LIVE)
def no_blending_space(sample: Sample) -> None:
    sample.graphics_state("<< /ca .5 >>")


@damage("C3", LIVE)
def blended_in_rgb(sample: Sample) -> None:
    sample.page["Group"] = "<< /S /Transparency /CS /DeviceRGB >>"
    sample.graphics_state("<< /ca .5 >>")


# Graphics state, PostScript


@damage("G1.transfer", BOTH)
def transfer(sample: Sample) -> None:
    sample.graphics_state("<< /TR << /FunctionType 2 /Domain [0 1] /N 1 >> >>")


@damage("G1.transfer", BOTH)
def transfer_identity(sample: Sample) -> None:
    sample.graphics_state("<< /TR /Identity >>")


@damage("G1.transfer", BOTH)
def newer_transfer(sample: Sample) -> None:
    sample.graphics_state("<< /TR2 << /FunctionType 2 /Domain [0 1] /N 1 >> >>")


@damage("G1.halftone", BOTH)
def threshold_halftone(sample: Sample) -> None:
    sample.graphics_state("<< /HT << /HalftoneType 6 >> >>")


@damage("G1.halftone", BOTH)
def named_halftone(sample: Sample) -> None:
    sample.graphics_state("<< /HT << /HalftoneType 1 /HalftoneName (Ours) >> >>")


@damage("G1.halftone", BOTH)
def halftone_phase(sample: Sample) -> None:
    sample.graphics_state("<< /HTP [0 0] >>")


@damage("G2.postscript", BOTH)
def postscript(sample: Sample) -> None:
    sample.resource("XObject", "Ps", sample.add({"Subtype": "/PS"}, b"showpage"))
    sample.paint("/Ps Do")


@damage("G2.postscript", BOTH)
def postscript_unused(sample: Sample) -> None:
    sample.resource("XObject", "Ps", sample.add({"Subtype": "/PS"}, b"showpage"))


@damage("G2.postscript", BOTH)
def postscript_form(sample: Sample) -> None:
    sample.form("n", Subtype2="/PS")


@damage("G2.opi", BOTH)
def opi(sample: Sample) -> None:
    sample.form("n", OPI="<< /2.0 << /Type /OPI >> >>")


@damage("G2.opi", BOTH)
def opi_image(sample: Sample) -> None:
    sample.image(bytes(40000), "/DeviceCMYK", OPI="<< /1.3 << >> >>")


@damage("G2.alternate", BOTH)
def alternate(sample: Sample) -> None:
    alternates = "[<< /Image 3 0 R /DefaultForPrinting true >>]"
    sample.image(bytes(40000), "/DeviceCMYK", Alternates=alternates)


@damage("G2.reference", BOTH)
def reference(sample: Sample) -> None:
    sample.form("n", Ref="<< /F (other.pdf) /Page 0 >>")


# Pages


@damage("B1", BOTH)
def trim_and_art(sample: Sample) -> None:
    sample.page["ArtBox"] = sample.page["TrimBox"]


@damage("B1", BOTH)
def no_trim(sample: Sample) -> None:
    del sample.page["TrimBox"]


@damage("B2", BOTH)
def bleed_inside_trim(sample: Sample) -> None:
    left, bottom, right, top = TRIM
    sample.page["BleedBox"] = f"[{left} {bottom} {right - 1} {top}]"
    sample.content = sample.content[: sample.content.index(".2 .1")]


@damage("B2", BOTH)
def bleed_inside_a_ground_that_runs_out(sample: Sample) -> None:
    left, bottom, right, top = TRIM
    sample.page["BleedBox"] = f"[{left + 2} {bottom + 2} {right - 2} {top - 2}]"


@damage("B2", BOTH)
def bleed_beyond_media(sample: Sample) -> None:
    sample.page["BleedBox"] = "[-1 -1 500 500]"


@damage("B2.crop", BOTH)
def crop(sample: Sample) -> None:
    sample.page["CropBox"] = sample.page["TrimBox"]


@damage("V1", BOTH)
def print_area(sample: Sample) -> None:
    sample.catalog["ViewerPreferences"] = "<< /PrintArea /TrimBox >>"


@damage("B4", BOTH)
def separated(sample: Sample) -> None:
    sample.page["SeparationInfo"] = "<< /Pages [3 0 R] /DeviceColorant (Cyan) >>"


@damage("B4", BOTH)
def another_unit(sample: Sample) -> None:
    sample.page["UserUnit"] = "1.2"


@damage("page.rotate", BOTH)
def rotated(sample: Sample) -> None:
    sample.page["Rotate"] = "90"


def annotated(code: str, annotation: str) -> None:
    def change(sample: Sample) -> None:
        sample.page["Annots"] = f"[<< /Type /Annot {annotation} >>]"

    change.__name__ = f"annotation {annotation}"
    damage(code, BOTH)(change)


annotated("A1", "/Subtype /Link /Rect [60 60 90 90] /A << /S /URI /URI (http://x) >>")
annotated("A1", "/Subtype /Link /Rect [26 60 27 90]")
annotated("A1", "/Subtype /Text /Rect [90 90 60 60]")
annotated("A1", "/Subtype /Widget /Rect [60 60 90 90]")
annotated("A1", "/Subtype /PrinterMark /Rect [60 60 90 90]")
annotated("A2", "/Subtype /Link /Rect [1 1 9 9] /A << /S /URI /URI (http://x) >>")


@damage("A2", BOTH)
def opening_script(sample: Sample) -> None:
    sample.catalog["OpenAction"] = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


@damage("A2", BOTH)
def named_script(sample: Sample) -> None:
    sample.catalog["Names"] = "<< /JavaScript << /Names [] >> >>"


@damage("A2", BOTH)
def interactive_form(sample: Sample) -> None:
    sample.catalog["AcroForm"] = "<< /Fields [] >>"


@damage("A2", BOTH)
def page_action(sample: Sample) -> None:
    sample.page["AA"] = "<< /O << /S /Named /N /Print >> >>"


@damage("L1")
def layers(sample: Sample) -> None:
    sample.catalog["OCProperties"] = "<< /OCGs [] /D << >> >>"


@damage("L1", LIVE)
def automatic_layers(sample: Sample) -> None:
    configuration = "<< /Name (All) /Order [] /AS [<< /Event /Print >>] >>"
    sample.catalog["OCProperties"] = f"<< /OCGs [] /D {configuration} >>"


@damage("L1", LIVE)
def nameless_layers(sample: Sample) -> None:
    sample.catalog["OCProperties"] = "<< /OCGs [] /D << /Order [] >> >>"


# Fonts


@damage("N1.embedded", BOTH)
def font_missing(sample: Sample) -> None:
    sample.descriptor["FontFile2"] = "null"


@damage("N1.embedded", BOTH)
def standard_font(sample: Sample) -> None:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    sample.resource("Font", "He", font)
    sample.paint("BT /He 10 Tf 60 50 Td (Hi) Tj ET")


@damage("N1.embedded", BOTH)
def font_only_listed(sample: Sample) -> None:
    sample.resource("Font", "He", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")


@damage("N1.program", BOTH)
def font_torn(sample: Sample) -> None:
    sample.program = b"\0\1\0\0 torn"


@damage("N1.program", BOTH)
def font_empty(sample: Sample) -> None:
    sample.program = b""


@damage("N1.widths", BOTH)
def widths_differ(sample: Sample) -> None:
    sample.descendant["W"] = "[1 [500 900]]"


@damage("N1.widths", BOTH)
def widths_by_default(sample: Sample) -> None:
    del sample.descendant["W"]


def simple_font(sample: Sample, widths: str, text: str) -> None:
    program = sample.add({}, font_program())
    descriptor = sample.add({**sample.descriptor, "FontFile2": program, "Flags": "32"})
    font = (
        "<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAB+Boxes /Encoding /WinAnsiEncoding"
        f" /FirstChar 65 /LastChar 66 /Widths {widths} /FontDescriptor {descriptor} >>"
    )
    sample.resource("Font", "Tt", font)
    sample.paint(f"BT 0 0 0 1 k /Tt 10 Tf 60 50 Td ({text}) Tj ET")


@damage("N1.widths", BOTH)
def widths_of_a_simple_font(sample: Sample) -> None:
    simple_font(sample, "[500 900]", "AB")


@damage("N1.notdef", BOTH)
def letter_missing_in_a_simple_font(sample: Sample) -> None:
    simple_font(sample, "[500 1000]", "ABC")


@damage("N1.notdef", BOTH)
def no_glyph(sample: Sample) -> None:
    sample.paint("BT /F1 10 Tf 60 50 Td <0000> Tj ET")


@damage("N1.notdef", BOTH)
def beyond_the_font(sample: Sample) -> None:
    sample.paint("BT /F1 10 Tf 60 50 Td <00FF> Tj ET")


@damage("N1.licence", BOTH)
def restricted(sample: Sample) -> None:
    sample.program = font_program(0x0002)


@damage("N1.licence", BOTH)
def no_subset_allowed(sample: Sample) -> None:
    sample.program = font_program(0x0108)


@damage("N1.cidtogid", BOTH)
def no_mapping(sample: Sample) -> None:
    del sample.descendant["CIDToGIDMap"]


@damage("N1.cidset", BOTH)
def incomplete_set(sample: Sample) -> None:
    sample.descriptor["CIDSet"] = sample.add({}, b"\xc0")


@damage("N1.type3", BOTH)
def drawn_font(sample: Sample) -> None:
    drawn_font_glyph(sample, b"500 0 0 0 500 500 d1 0 0 500 500 re f")


def drawn_font_glyph(sample: Sample, content: bytes) -> None:
    glyph = sample.add({}, content)
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [.001 0 0 .001 0 0]"
        f" /CharProcs << /a {glyph} >> /Encoding << /Differences [97 /a] >>"
        " /FirstChar 97 /LastChar 97 /Widths [500] /Resources << >> >>"
    )
    sample.resource("Font", "T3", font)
    sample.paint("BT /T3 10 Tf 60 50 Td (a) Tj ET")


@damage("font.subset", BOTH)
def whole_font(sample: Sample) -> None:
    sample.font["BaseFont"] = sample.descendant["BaseFont"] = "/Boxes"


# What shops ask


@damage("ink.total", BOTH)
def too_much_ink(sample: Sample) -> None:
    sample.paint(".95 .95 .95 .95 k 60 40 20 20 re f")


@damage("ink.total", BOTH)
def a_little_too_much(sample: Sample) -> None:
    sample.paint(".8 .8 .8 .7 k 60 40 20 20 re f")


@damage("ink.total", BOTH)
def inks_in_spots(sample: Sample) -> None:
    space = "[/DeviceN [/Cyan /Magenta /Yellow /Black] /DeviceCMYK << /FunctionType 4 >>]"
    sample.resource("ColorSpace", "N", space)
    sample.paint("q /N cs 1 1 1 .8 scn 60 40 20 20 re f Q")


@damage("ink.total", BOTH)
def ink_in_an_image(sample: Sample) -> None:
    sample.image(b"\xf2" * 40000, "/DeviceCMYK")


@damage("ink.total", BOTH)
def ink_in_a_part_of_an_image(sample: Sample) -> None:
    row = b"\x00" * 160 + b"\xf2" * 240
    sample.image(row * 100, "/DeviceCMYK")


def jpeg(ink: int) -> bytes:
    """A JPEG in CMYK whose samples are that value (Pillow stores them upside down)."""
    out = io.BytesIO()
    Image.new("CMYK", (100, 100), (255 - ink,) * 4).save(out, "JPEG", quality=95)
    return out.getvalue()


@damage("ink.total", BOTH)
def ink_in_a_jpeg(sample: Sample) -> None:
    sample.image(jpeg(0xF2), "/DeviceCMYK", Filter="/DCTDecode")


@damage("ink.total", BOTH)
def ink_in_a_jpeg_upside_down(sample: Sample) -> None:
    decode = "[1 0 1 0 1 0 1 0]"
    sample.image(jpeg(0x0D), "/DeviceCMYK", Filter="/DCTDecode", Decode=decode)


@damage("ink.total", BOTH)
def ink_in_a_shading(sample: Sample) -> None:
    ends = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 .8] /N 1 >>"
    shading = f"<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 1 1] /Function {ends} >>"
    sample.resource("Shading", "Sh", shading)
    sample.paint("q 60 40 20 20 re W n /Sh sh Q")


@damage("ink.total", BOTH)
def inks_overprinted(sample: Sample) -> None:
    sample.paint("1 1 .9 0 k 60 40 30 30 re f")
    sample.graphics_state("<< /op true /OPM 1 >>", "0 0 0 .9 k 60 40 30 30 re f")


@damage("ink.total", BOTH)
def ink_in_a_form(sample: Sample) -> None:
    sample.form("1 1 1 .8 k 0 0 10 10 re f", Matrix="[3 0 0 3 60 40]")


def hairline(content: str) -> None:
    def change(sample: Sample) -> None:
        sample.paint(f"q 0 0 0 1 K {content} Q")

    change.__name__ = f"hairline {content}"
    damage("line.hairline", BOTH)(change)


hairline("0 w 60 40 m 90 40 l S")
hairline(".1 w 60 40 m 90 40 l S")
hairline(".25 w 60 40 m 90 40 l S")
hairline(".1 0 0 .1 0 0 cm 1 w 600 400 m 900 400 l S")
hairline("1 0 0 .1 0 0 cm 1 w 60 400 30 90 re S")
hairline("0 0 0 0 k .1 w 60 40 30 20 re B")
hairline(".1 w BT 1 Tr /F1 10 Tf 60 50 Td <0001> Tj ET")


@damage("line.hairline", BOTH)
def hairline_by_state(sample: Sample) -> None:
    sample.graphics_state("<< /LW 0.1 >>", "60 40 20 20 re S")


@damage("line.hairline", BOTH)
def hairline_in_a_form(sample: Sample) -> None:
    sample.form("0 0 0 1 K 1 w 0 0 100 100 re S", Matrix="[.2 0 0 .2 60 40]")


@damage("type.small", BOTH)
def small_type(sample: Sample) -> None:
    sample.paint("q 0 0 0 1 k BT /F1 3 Tf 60 50 Td <0001> Tj ET Q")


@damage("type.small", BOTH)
def type_scaled_small(sample: Sample) -> None:
    sample.paint("q 0 0 0 1 k BT /F1 1 Tf 4 0 0 4 60 50 Tm <0001> Tj ET Q")


@damage("type.small", BOTH)
def type_small_by_matrix(sample: Sample) -> None:
    sample.paint("q 0 0 0 1 k .3 0 0 .3 0 0 cm BT /F1 10 Tf 200 150 Td <0001> Tj ET Q")


@damage("type.reversed", BOTH)
def small_reversed_type(sample: Sample) -> None:
    sample.paint("q 0 0 0 0 k BT /F1 6 Tf 60 50 Td <0001> Tj ET Q")


@damage("black.rich-text", BOTH)
def rich_black_text(sample: Sample) -> None:
    sample.paint("q .6 .4 .4 1 k BT /F1 9 Tf 60 50 Td <0001> Tj ET Q")


@damage("black.rich-text", BOTH)
def four_colour_text(sample: Sample) -> None:
    sample.paint("q .75 .68 .67 .8 k BT /F1 9 Tf 60 50 Td <0001> Tj ET Q")


@damage("image.resolution", BOTH)
def coarse_image(sample: Sample) -> None:
    sample.image(bytes(30 * 30 * 4), "/DeviceCMYK", (30, 30))


@damage("image.resolution", BOTH)
def image_stretched(sample: Sample) -> None:
    sample.image(bytes(100 * 30 * 4), "/DeviceCMYK", (100, 30))


@damage("image.bitmap", BOTH)
def coarse_bitmap(sample: Sample) -> None:
    sample.image(bytes(1300), "/DeviceGray", (100, 100), BitsPerComponent="1")


def vanishing(state: str, content: str) -> None:
    def change(sample: Sample) -> None:
        sample.resource("ExtGState", "GS", state)
        sample.paint(f"q /GS gs {content} Q")

    change.__name__ = f"vanishing {state} {content}"
    damage("overprint.white", BOTH)(change)


vanishing("<< /OP true /OPM 1 >>", "0 0 0 0 k 60 40 20 20 re f")
vanishing("<< /op true >>", "0 0 0 0 k BT /F1 10 Tf 60 50 Td <0001> Tj ET")
vanishing("<< /OP true /op false >>", "0 0 0 0 K 60 40 20 20 re S")
vanishing("<< /OP true >>", "1 g 60 40 20 20 re f")


@damage("overprint.white", BOTH)
def vanishing_spot(sample: Sample) -> None:
    sample.resource("ColorSpace", "Sp", SPOT)
    sample.graphics_state("<< /op true >>", "/Sp cs 0 sc 60 40 20 20 re f")


def near(name: str, x: float, y: float, text: str = "<00020002>") -> None:
    """Text that begins there, in millimetres from the trim's lower left, in 10 pt."""

    def change(sample: Sample) -> None:
        at = f"{TRIM[0] + x * MM:.3f} {TRIM[1] + y * MM:.3f}"
        sample.paint(f"q 0 0 0 1 k BT /F1 10 Tf {at} Td {text} Tj ET Q")

    change.__name__ = f"near the trim, {name}"
    damage("text.near-trim", BOTH)(change)


near("left", 2, 30)
near("bottom", 30, 2)
near("right", 200 / MM - 2 - 20 / MM, 30)
near("top", 30, 150 / MM - 2 - 7 / MM)
near("across", -2, 30)
near("barely", 2.8, 30)


@damage("text.near-trim", BOTH)
def simple_text_near(sample: Sample) -> None:
    simple_font(sample, "[500 1000]", "AB")
    sample.paint(f"BT /Tt 10 Tf {TRIM[0] + 2 * MM:.3f} 80 Td (AB) Tj ET")


@damage("text.near-trim", BOTH)
def turned_text_near(sample: Sample) -> None:
    x, y = TRIM[0] + 60, TRIM[1] + 2 * MM
    sample.paint(f"0 0 0 1 k BT /F1 10 Tf 0 1 -1 0 {x:.3f} {y:.3f} Tm <0002> Tj ET")


@damage("G1.transfer", BOTH)
def transfer_in_a_form(sample: Sample) -> None:
    resources = "<< /ExtGState << /G << /TR /Identity >> >> >>"
    sample.form("/G gs 0 1 0 0 k 60 40 20 20 re f", Resources=resources)


@damage("overprint.white", BOTH)
def vanishing_in_a_form(sample: Sample) -> None:
    resources = "<< /ExtGState << /G << /OP true /OPM 1 >> >> >>"
    sample.form("/G gs 0 0 0 0 k 60 40 20 20 re f", Resources=resources)


@damage("text.near-trim", BOTH)
def near_in_a_form(sample: Sample) -> None:
    font = "<< /Font << /F1 6 0 R >> >>"
    x, y = TRIM[0] + 2 * MM, TRIM[1] + 80
    content = f"0 0 0 1 k BT /F1 10 Tf {x:.3f} {y:.3f} Td <0002> Tj ET"
    sample.form(content, Resources=font)


@damage("page.bleed", BOTH)
def ground_to_the_trim(sample: Sample) -> None:
    _, bottom, right, _ = TRIM
    sample.paint(f".1 0 0 0 k {right - 20} {bottom + 40} 20 20 re f")


# Content


@damage("file.content", BOTH)
def unknown_operator(sample: Sample) -> None:
    sample.paint("1 2 nonsense")


@damage("file.content", BOTH)
def string_without_end(sample: Sample) -> None:
    sample.paint("BT /F1 10 Tf (open")


@damage("file.resource", BOTH)
def no_such_font(sample: Sample) -> None:
    sample.paint("BT /Nowhere 10 Tf ET")


@damage("file.resource", BOTH)
def no_such_image(sample: Sample) -> None:
    sample.paint("/Nowhere Do")


@damage("file.cycle", BOTH)
def form_in_itself(sample: Sample) -> None:
    number = 20 + len(sample.extra)
    sample.form("/Fm Do", Resources=f"<< /XObject << /Fm {number} 0 R >> >>")


@damage("file.bomb", BOTH)
def bomb(sample: Sample) -> None:
    data = zlib.compress(zlib.compress(bytes(300 << 20), 1), 9)
    entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 1 1]"}
    entries["Filter"] = "[/FlateDecode /FlateDecode]"
    sample.resource("XObject", "Fm", sample.add(entries, data))
    sample.paint("/Fm Do")
