"""Font programs for embedding: a face cut to the glyphs that are drawn.

What a PDF needs of a TrueType font is listed in ISO 32000-1, 9.9, table 126; of a CFF font the
bare table is embedded (CIDFontType0C).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import uharfbuzz as hb  # type: ignore[import-untyped]

from layout.text.cff import read_cids
from layout.values import NamedTuple

if TYPE_CHECKING:
    from layout.text.faces import Face

_SYMBOLIC, _SERIF, _ITALIC = 4, 2, 64
_KEPT = frozenset({"glyf", "loca", "hmtx", "hhea", "maxp", "head", "CFF ", "CFF2"})


class FontProgram(NamedTuple):
    """A subset ready for embedding, with the figures of its FontDescriptor (ISO 32000-1, 9.8).

    ``flavour`` is ``truetype`` (FontFile2, CIDFontType2) or ``cff`` (FontFile3 CIDFontType0C,
    CIDFontType0); ``cids`` gives the code to write for a glyph.  Lengths are in thousandths of
    an em.
    """

    data: bytes
    flavour: str
    cids: dict[int, int]
    postscript_name: str
    bbox: tuple[int, int, int, int]
    italic_angle: float
    ascent: int
    descent: int
    cap_height: int
    stem_v: int
    flags: int


def make_program(face: Face, gids: frozenset[int]) -> FontProgram:
    """The face with these glyphs and .notdef, unhinted, an instance's weight pinned.

    TrueType is numbered anew (a kept numbering costs 1 to 2 KB a font in empty table rows and
    codes), in the order of the face's own glyphs; CFF keeps its codes: glyph numbers where it is
    keyed by name or was CFF2, CIDs where it is keyed by CID.
    """
    wanted = gids | {0}
    source = face.font.face
    keyed = read_cids(bytes(source.reference_table("CFF ").data)) if face.is_cff else None
    cut, renumbered = _subset(face, wanted, retain=face.is_cff and keyed is None)
    cids = keyed if face.is_cff else renumbered
    data = bytes(cut.reference_table("CFF ").data) if face.is_cff else bytes(cut.blob.data)
    return FontProgram(
        data=data,
        flavour="cff" if face.is_cff else "truetype",
        cids={gid: gid if cids is None else cids[gid] for gid in sorted(wanted)},
        postscript_name=face.postscript_name,
        bbox=_bounding_box(cut),
        italic_angle=face.italic_angle,
        ascent=round(face.ascent * 1000),
        descent=round(face.descent * 1000),
        cap_height=round(face.cap_height * 1000),
        stem_v=_stem(face.weight),
        flags=_flags(face),
    )


def _subset(face: Face, gids: frozenset[int], retain: bool) -> tuple[Any, dict[int, int]]:
    """The cut font, and the new number of each glyph."""
    source = face.font.face
    request = hb.SubsetInput()
    request.glyph_set.update(gids)
    request.drop_table_tag_set.update(
        int.from_bytes(tag.encode("latin-1"), "big")
        for tag in source.table_tags
        if tag not in _KEPT
    )
    request.pin_all_axes_to_default(source)
    for tag, value in face.axes:
        request.pin_axis_location(source, tag, value)
    request.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.DOWNGRADE_CFF2
        | (hb.SubsetFlags.RETAIN_GIDS if retain else 0)
    )
    plan = hb.SubsetPlan(source, request)
    return plan.execute(), plan.old_to_new_glyph_mapping


def _bounding_box(cut: Any) -> tuple[int, int, int, int]:
    """The box of ``head``, in thousandths of an em."""
    head = bytes(cut.reference_table("head").data)
    x0, y0, x1, y1 = (
        round(int.from_bytes(head[at : at + 2], "big", signed=True) * 1000 / cut.upem)
        for at in (36, 38, 40, 42)
    )
    return x0, y0, x1, y1


def _stem(weight: float) -> int:
    """A stem width in keeping with the weight; used by a viewer only if it has to replace the
    font, which an embedded one never needs."""
    return round(50 + (weight / 65) ** 2)


def _flags(face: Face) -> int:
    """ISO 32000-1, table 123.  A font addressed by glyph number is symbolic."""
    serif = _SERIF if face.serif else 0
    italic = _ITALIC if face.italic_angle else 0
    return _SYMBOLIC | serif | italic
