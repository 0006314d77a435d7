"""Small PDFs for preflight to judge, written by hand: sound ones, and the same damaged.

This knows nothing of the house's own writer.  A sample is made of the parts a file has; a test
changes the parts it wants wrong and takes the bytes.  All values are PDF syntax as text.
"""

import io
import zlib
from functools import cache
from struct import pack

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

MM = 72 / 25.4
BLEED, SLUG = 3 * MM, 12 * MM
TRIM = (SLUG, SLUG, SLUG + 200, SLUG + 150)

Entries = dict[str, str]


def dictionary(entries: Entries) -> str:
    return "<< " + " ".join(f"/{key} {value}" for key, value in entries.items()) + " >>"


def box(left: float, bottom: float, right: float, top: float) -> str:
    return f"[{left:.4f} {bottom:.4f} {right:.4f} {top:.4f}]"


class Sample:
    """The parts of a file of one page."""

    def __init__(self) -> None:
        self.version = "1.4"
        self.info: Entries = {
            "Title": "(Sample)",
            "CreationDate": "(D:20260101120000+09'00')",
            "ModDate": "(D:20260101120000+09'00')",
            "Trapped": "/False",
            "GTS_PDFXVersion": "(PDF/X-1a:2003)",
        }
        left, bottom, right, top = TRIM
        self.page: Entries = {
            "Type": "/Page",
            "MediaBox": box(0, 0, right + SLUG, top + SLUG),
            "BleedBox": box(left - BLEED, bottom - BLEED, right + BLEED, top + BLEED),
            "TrimBox": box(*TRIM),
        }
        self.intent: Entries = {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFX",
            "OutputConditionIdentifier": "(JC200103)",
            "OutputCondition": "(Japan Color 2001 Coated)",
            "RegistryName": "(http://www.color.org)",
        }
        self.catalog: Entries = {"Type": "/Catalog"}
        self.trailer: Entries = {"ID": "[<0011223344556677><0011223344556677>]"}
        self.font: Entries = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": "/AAAAAA+Boxes",
            "Encoding": "/Identity-H",
        }
        self.descendant: Entries = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": "/AAAAAA+Boxes",
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "CIDToGIDMap": "/Identity",
            "DW": "1000",
            "W": "[1 [500 1000]]",
        }
        self.descriptor: Entries = {
            "Type": "/FontDescriptor",
            "FontName": "/AAAAAA+Boxes",
            "Flags": "4",
            "FontBBox": "[0 0 1000 1000]",
            "ItalicAngle": "0",
            "Ascent": "880",
            "Descent": "-120",
            "CapHeight": "700",
            "StemV": "80",
        }
        self.program = font_program()
        self.resources: dict[str, Entries] = {}
        self.content = (
            "0 0 0 1 k BT /F1 10 Tf 60 100 Td <00010002> Tj ET\n"
            "0 0 0 1 K 0.3 w 60 80 m 150 80 l S\n"
            ".2 .1 0 0 k 25.5 25.5 30 20 re f\n"
        )
        self.extra: dict[int, bytes] = {}
        self.filtered = True

    def add(self, entries: Entries, data: bytes | None = None) -> str:
        """Another object; the reference to it."""
        number = 20 + len(self.extra)
        self.extra[number] = body(entries, data)
        return f"{number} 0 R"

    def resource(self, kind: str, name: str, value: str) -> None:
        self.resources.setdefault(kind, {})[name] = value

    def paint(self, content: str) -> None:
        """More content, after what is there."""
        self.content += content + "\n"

    def graphics_state(self, state: str, paint: str = "60 40 20 20 re f") -> None:
        """Something painted through a graphics state."""
        self.resource("ExtGState", "GS", state)
        self.paint(f"q /GS gs 0 1 0 0 k {paint} Q")

    def form(self, content: str, **entries: str) -> None:
        """Content drawn through a form."""
        whole = {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 1000 1000]", **entries}
        self.resource("XObject", "Fm", self.add(whole, content.encode("ascii")))
        self.paint("q /Fm Do Q")

    def image(
        self, data: bytes, space: str, size: tuple[int, int] = (100, 100), **more: str
    ) -> None:
        """An image 20 points a side."""
        entries = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": str(size[0]),
            "Height": str(size[1]),
            "ColorSpace": space,
            "BitsPerComponent": "8",
            **more,
        }
        self.resource("XObject", "Im", self.add(entries, data))
        self.paint("q 20 0 0 20 60 40 cm /Im Do Q")

    def objects(self) -> dict[int, bytes]:
        resources = {"Font": {"F1": "6 0 R"}}
        for kind, entries in self.resources.items():
            resources[kind] = {**resources.get(kind, {}), **entries}
        told = dictionary({kind: dictionary(entries) for kind, entries in resources.items()})
        catalog = {"Pages": "2 0 R", **self.catalog}
        if self.intent:
            catalog.setdefault("OutputIntents", "[4 0 R]")
        page = {"Parent": "2 0 R", "Contents": "5 0 R", "Resources": told, **self.page}
        objects = {
            1: body(catalog),
            2: body({"Type": "/Pages", "Kids": "[3 0 R]", "Count": "1"}),
            3: body(page),
            4: body(self.intent),
            5: body({}, self.content.encode("latin-1"), self.filtered),
            6: body({"DescendantFonts": "[7 0 R]", **self.font}),
            7: body({"FontDescriptor": "8 0 R", **self.descendant}),
            8: body({"FontFile2": "9 0 R", **self.descriptor}),
            9: body({"Length1": str(len(self.program))}, self.program),
            10: body(self.info),
        }
        return {**objects, **self.extra}

    def bytes(self) -> bytes:
        trailer = {"Root": "1 0 R", "Info": "10 0 R", **self.trailer}
        return assembled(self.objects(), trailer, self.version)


def body(entries: Entries, data: bytes | None = None, filtered: bool = True) -> bytes:
    """An object: a dictionary, or a stream (deflated unless it names a filter)."""
    if data is None:
        return dictionary(entries).encode("latin-1")
    if filtered and "Filter" not in entries:
        entries, data = {**entries, "Filter": "/FlateDecode"}, zlib.compress(data)
    entries = {"Length": str(len(data)), **entries}
    return dictionary(entries).encode("latin-1") + b"\nstream\n" + data + b"\nendstream"


def assembled(objects: dict[int, bytes], trailer: Entries, version: str) -> bytes:
    """A file with a classic cross-reference table."""
    out = bytearray(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
    offsets = {}
    for number, content in sorted(objects.items()):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        at = offsets.get(number)
        out += b"0000000000 00000 f \n" if at is None else b"%010d 00000 n \n" % at
    told = dictionary({"Size": str(size), **trailer})
    return bytes(out + b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (told.encode("latin-1"), start))


def compressed(sample: Sample) -> bytes:
    """The same file with an object stream and a cross-reference stream (PDF 1.5)."""
    objects = sample.objects()
    held = {number: each for number, each in objects.items() if b"\nstream\n" not in each}
    heads, inner, at = [], b"", 0
    for number, content in held.items():
        heads.append(f"{number} {at}")
        inner += content + b"\n"
        at = len(inner)
    head = (" ".join(heads) + "\n").encode("ascii")
    kept = {number: each for number, each in objects.items() if number not in held}
    holder = max(objects) + 1
    entries = {"Type": "/ObjStm", "N": str(len(held)), "First": str(len(head))}
    kept[holder] = body(entries, head + inner)
    out = bytearray(f"%PDF-{sample.version}\n".encode("ascii"))
    rows = {0: (0, 0, 65535)} | {number: (2, holder, place) for place, number in enumerate(held)}
    for number, content in kept.items():
        rows[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table, start = holder + 1, len(out)
    rows[table] = (1, start, 0)
    size = table + 1
    data = b"".join(pack(">BIH", *rows.get(number, (0, 0, 0))) for number in range(size))
    predicted = b"".join(
        b"\2" + bytes((a - b) & 255 for a, b in zip(row, before, strict=True))
        for row, before in _with_before(data, 7)
    )
    entries = {
        "Type": "/XRef",
        "W": "[1 4 2]",
        "Size": str(size),
        "Root": "1 0 R",
        "Info": "10 0 R",
        "DecodeParms": "<< /Predictor 12 /Columns 7 >>",
        **sample.trailer,
    }
    out += b"%d 0 obj\n%b\nendobj\n" % (table, body(entries, predicted))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _with_before(data: bytes, length: int) -> list[tuple[bytes, bytes]]:
    rows = [data[at : at + length] for at in range(0, len(data), length)]
    return list(zip(rows, [bytes(length), *rows], strict=False))


@cache
def font_program(flags: int = 0) -> bytes:
    """A font of boxes: glyph 1 half an em wide, glyph 2 a whole one; ``flags`` is fsType."""
    pens = {}
    for name, width in ((".notdef", 1000), ("half", 500), ("full", 1000)):
        pen = TTGlyphPen(None)
        pen.moveTo((50, 0))
        pen.lineTo((50, 700))
        pen.lineTo((width - 50, 700))
        pen.lineTo((width - 50, 0))
        pen.closePath()
        pens[name] = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "half", "full"])
    builder.setupCharacterMap({65: "half", 66: "full"})
    builder.setupGlyf(pens)
    builder.setupHorizontalMetrics({".notdef": (1000, 50), "half": (500, 50), "full": (1000, 50)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(fsType=flags)
    builder.setupPost()
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.font["head"].created = builder.font["head"].modified = 0
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def profile(kind: str = "prtr", space: str = "CMYK", major: int = 2, told: str = "Test") -> bytes:
    """The head of an ICC profile with its description."""
    text = told.encode("ascii") + b"\0"
    tag = b"desc\0\0\0\0" + pack(">I", len(text)) + text
    head = bytearray(128)
    head[8] = major
    head[12:16], head[16:20], head[20:24] = kind.encode(), space.ljust(4).encode(), b"Lab "
    head[36:40] = b"acsp"
    table = pack(">I4sII", 1, b"desc", 144, len(tag))
    data = bytes(head) + table + tag
    return pack(">I", len(data)) + data[4:]


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" pdf:Trapped="False">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Sample</rdf:li></rdf:Alt></dc:title>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmp:CreateDate>2026-01-01T12:00:00+09:00</xmp:CreateDate>
<xmp:ModifyDate>2026-01-01T03:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-01T03:00:00Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class LiveSample(Sample):
    """A sound PDF/X-4."""

    def __init__(self) -> None:
        super().__init__()
        self.version = "1.6"
        del self.info["GTS_PDFXVersion"]
        self.xmp = XMP
        self.metadata: Entries = {"Type": "/Metadata", "Subtype": "/XML"}
        self.icc = profile()
        self.icc_entries: Entries = {"N": "4"}

    def objects(self) -> dict[int, bytes]:
        self.extra[11] = body(self.metadata, self.xmp.encode("utf-8"), "Filter" in self.metadata)
        self.extra[12] = body(self.icc_entries, self.icc)
        self.catalog.setdefault("Metadata", "11 0 R")
        self.intent.setdefault("DestOutputProfile", "12 0 R")
        return super().objects()


def flat_2001() -> Sample:
    """A sound PDF/X-1a:2001."""
    sample = Sample()
    sample.version = "1.3"
    sample.info["GTS_PDFXVersion"] = "(PDF/X-1:2001)"
    sample.info["GTS_PDFXConformance"] = "(PDF/X-1a:2001)"
    return sample
