"""Faces as composite fonts addressed by glyph (ISO 32000-1 9.7): Type0, Identity-H, subset.

TrueType faces become CIDFontType2, CFF faces CIDFontType0 with the bare CFF table.
"""

from collections.abc import Iterable
from hashlib import sha256
from itertools import groupby

from layout.pdf.numbers import number
from layout.pdf.objects import (
    Named,
    Stream,
    array,
    dictionary,
    name,
    raw,
    reference,
    string,
)
from layout.text.fonts import Face, FontProgram
from layout.values import NamedTuple

DEFAULT_WIDTH = 1000.0

_CHUNK = 100
"""The most ranges in one block of a CMap (Adobe Technical Note 5014)."""


class EmbeddedFont(NamedTuple):
    """What the content of pages needs of a font, by glyph number.

    ``label`` is its resource name; ``codes`` are the codes to show as four hexadecimal
    digits, ``widths`` the advances in thousandths of an em as the file states them,
    ``texts`` what its ToUnicode says; ``gap`` is the number in TJ that moves the pen on by a
    thousandth of an em.
    """

    label: str
    codes: dict[int, str]
    widths: dict[int, float]
    texts: dict[int, str]
    gap: float = -1.0


def embed(label: str, face: Face, program: FontProgram, texts: dict[int, str]) -> EmbeddedFont:
    """The font as the pages see it."""
    return EmbeddedFont(
        label,
        {gid: f"{cid:04X}" for gid, cid in program.cids.items()},
        {gid: round(face.advance(gid) * 1000, 3) for gid in program.cids},
        texts,
    )


def standing(font: EmbeddedFont) -> EmbeddedFont:
    """The same font for glyphs that stand one under the other: what it shows runs downwards.

    Every glyph is as tall as the standard supposes (DW2 880 −1000, ISO 32000-1 9.7.4.3);
    where the face says otherwise, TJ does too.
    """
    return font._replace(
        label=f"{font.label}V", widths=dict.fromkeys(font.widths, DEFAULT_WIDTH), gap=1.0
    )


def standing_object(font: EmbeddedFont, program: FontProgram) -> Named:
    """The composite font of vertical writing, over the objects of the horizontal one."""
    return f"{font.label}V", _composite(font.label, _base_font(program, "V"), "V")


def font_objects(font: EmbeddedFont, program: FontProgram) -> tuple[Named, ...]:
    """The font's objects, the composite font under the font's own label first."""
    truetype = program.flavour == "truetype"
    subset = subset_name(program)
    label = font.label
    return (
        (label, _composite(label, _base_font(program, "H"), "H")),
        (f"{label}.cid", _descendant(font, program, subset, truetype)),
        (f"{label}.descriptor", _descriptor(label, program, subset, truetype)),
        (f"{label}.program", _program(program, truetype)),
        (f"{label}.unicode", Stream(to_unicode(font).encode("ascii"), {})),
    )


def _base_font(program: FontProgram, writing: str) -> str:
    """The name of the composite font (ISO 32000-1 table 121)."""
    subset = subset_name(program)
    return subset if program.flavour == "truetype" else f"{subset}-Identity-{writing}"


def subset_name(program: FontProgram) -> str:
    """The name of a face that is cut to some glyphs (ISO 32000-1 9.6.4)."""
    return f"{_subset_tag(program)}+{program.postscript_name}"


def _subset_tag(program: FontProgram) -> str:
    """Six capitals that follow from the face and its glyphs (ISO 32000-1 9.6.4)."""
    seed = f"{program.postscript_name} {sorted(program.cids)}"
    digest = int.from_bytes(sha256(seed.encode("utf-8")).digest()[:8], "big")
    return "".join(chr(ord("A") + digest // 26**place % 26) for place in range(6))


def _composite(label: str, base_font: str, writing: str) -> object:
    return dictionary(
        {
            "Type": name("Font"),
            "Subtype": name("Type0"),
            "BaseFont": name(base_font),
            "Encoding": name(f"Identity-{writing}"),
            "DescendantFonts": array([reference(f"{label}.cid")]),
            "ToUnicode": reference(f"{label}.unicode"),
        }
    )


def _descendant(font: EmbeddedFont, program: FontProgram, subset: str, truetype: bool) -> object:
    system = {"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0}
    entries: dict[str, object] = {
        "Type": name("Font"),
        "Subtype": name("CIDFontType2" if truetype else "CIDFontType0"),
        "BaseFont": name(subset),
        "CIDSystemInfo": dictionary(system),
        "FontDescriptor": reference(f"{font.label}.descriptor"),
        "DW": int(DEFAULT_WIDTH),
        "W": raw(width_array((program.cids[gid], width) for gid, width in font.widths.items())),
    }
    if truetype:
        entries["CIDToGIDMap"] = name("Identity")
    return dictionary(entries)


def width_array(widths: Iterable[tuple[int, float]]) -> str:
    """Widths by code in runs of consecutive codes, without the default width (9.7.4.3)."""
    others = sorted((cid, width) for cid, width in widths if width != DEFAULT_WIDTH)
    parts = []
    for _, run in groupby(enumerate(others), key=lambda at: at[1][0] - at[0]):
        consecutive = [pair for _, pair in run]
        first, last = consecutive[0][0], consecutive[-1][0]
        listed = [number(width) for _, width in consecutive]
        alike = len(set(listed)) == 1
        parts.append(f"{first} {last} {listed[0]}" if alike else f"{first}[{' '.join(listed)}]")
    return f"[{' '.join(parts)}]"


def _descriptor(label: str, program: FontProgram, subset: str, truetype: bool) -> object:
    return dictionary(
        {
            "Type": name("FontDescriptor"),
            "FontName": name(subset),
            "Flags": program.flags,
            "FontBBox": array(program.bbox),
            "ItalicAngle": program.italic_angle,
            "Ascent": program.ascent,
            "Descent": program.descent,
            "CapHeight": program.cap_height,
            "StemV": program.stem_v,
            "FontFile2" if truetype else "FontFile3": reference(f"{label}.program"),
        }
    )


def _program(program: FontProgram, truetype: bool) -> Stream:
    entries = {"Length1": len(program.data)} if truetype else {"Subtype": name("CIDFontType0C")}
    return Stream(program.data, entries)


def _run_of_codes(place: tuple[int, tuple[int, str]]) -> tuple[int, int]:
    """The same for codes that follow one another and share their first byte, as the codes of
    one range must."""
    index, (code, _) = place
    return code - index, code >> 8


def _utf_16(text: str) -> str:
    return f"<{text.encode('utf-16-be').hex().upper()}>"


def to_unicode(font: EmbeddedFont) -> str:
    """The CMap from codes to text (ISO 32000-1 9.10.3): UTF-16BE, several characters if need be."""
    texts = sorted((int(font.codes[gid], 16), text) for gid, text in font.texts.items())
    runs = [[pair for _, pair in run] for _, run in groupby(enumerate(texts), key=_run_of_codes)]
    ranges = [
        f"<{run[0][0]:04X}><{run[-1][0]:04X}>[{''.join([_utf_16(text) for _, text in run])}]"
        for run in runs
    ]
    blocks = [ranges[start : start + _CHUNK] for start in range(0, len(ranges), _CHUNK)]
    mappings = "\n".join(
        [f"{len(block)} beginbfrange\n{chr(10).join(block)}\nendbfrange" for block in blocks]
    )
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
{mappings}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
