"""One face of type: opened, checked, measured.  Font units stay inside; lengths are ems."""

from pathlib import Path
from typing import Any

import uharfbuzz as hb  # type: ignore[import-untyped]

from layout.frame import Segment
from layout.geometry import Em
from layout.text.programs import FontProgram, make_program
from layout.text.sfnt import Sfnt, font_error, read_sfnt
from layout.values import NamedTuple

Axes = tuple[tuple[str, float], ...]

_RESTRICTED, _NO_SUBSETTING, _BITMAP_ONLY = 0x0002, 0x0100, 0x0200
_USAGE = 0x000E


class Entry(NamedTuple):
    """A line of a font index: where a face is and what it is called.

    ``number`` is None where the index does not say which face of a collection is meant;
    ``axes`` pins a variable font, such as ``(("wght", 700.0),)``.  A face with a ``language``
    (BCP 47) is for text in it, and else for what no other face has.
    """

    id: str
    path: Path
    number: int | None
    axes: Axes
    family: str
    style: str
    licence: str
    language: str = ""


class Face(NamedTuple):
    """An open face.  Ascent and descent are those of the em box (OS/2 typographic values):
    0.88 and -0.12 in Japanese fonts; cap and x height are 0 if the font does not tell.

    ``font`` is HarfBuzz's and stays in this room.
    """

    id: str
    path: Path
    number: int
    axes: Axes
    upem: int
    ascent: Em
    descent: Em
    cap_height: Em
    x_height: Em
    weight: float
    italic_angle: float
    serif: bool
    is_cff: bool
    fs_type: int
    postscript_name: str
    font: Any

    def advance(self, gid: int) -> Em:
        """The glyph's advance width."""
        return Em(self.font.get_glyph_h_advance(gid) / self.upem)

    def has(self, code_point: int) -> bool:
        """Whether the face has a glyph for the code point."""
        return self.font.get_nominal_glyph(code_point) is not None

    def has_variation(self, code_point: int, selector: int) -> bool:
        """Whether the face knows the variation sequence (Unicode 23.4; cmap format 14)."""
        return self.font.get_variation_glyph(code_point, selector) is not None

    def gid(self, code_point: int) -> int | None:
        """The glyph of the code point, by the font's character map alone."""
        found: int | None = self.font.get_nominal_glyph(code_point)
        return found

    def code_points(self) -> frozenset[int]:
        """Every code point the face has a glyph for."""
        return frozenset(self.font.face.unicodes)

    def ink_size(self, char: str) -> Em:
        """Half the sum of width and height of a character's ink; 0 if the face lacks it."""
        gid = self.gid(ord(char))
        extents = None if gid is None else self.font.get_glyph_extents(gid)
        return Em((extents.width - extents.height) / 2 / self.upem) if extents else Em(0.0)

    def ink_top(self, char: str) -> Em:
        """How far a character's ink rises above the baseline; 0 if the face lacks it."""
        gid = self.gid(ord(char))
        extents = None if gid is None else self.font.get_glyph_extents(gid)
        return Em(extents.y_bearing / self.upem) if extents else Em(0.0)

    def outline(self, gid: int) -> tuple[Segment, ...]:
        """The glyph's outline from its origin, y upwards."""
        from layout.text.outlines import draw

        return draw(self.font, gid, self.upem)

    def program(self, gids: frozenset[int]) -> FontProgram:
        """The face cut to these glyphs, for embedding."""
        return make_program(self, gids)


def open_face(entry: Entry, licensed: bool = False) -> Face:
    """The face of an index entry.

    Raises LeafletError (exit 5) if the file is unsound, the axes asked for are not in the font,
    or its licence bits forbid embedding and ``licensed`` does not say that leave was given.
    """
    sfnt = read_sfnt(entry.path, entry.number)
    face = hb.Face(hb.Blob.from_file_path(str(entry.path)), sfnt.number)
    _check_sound(entry.path, face)
    _check_axes(entry, face)
    opened = _measure(entry, sfnt, face)
    if not licensed:
        _check_licence(opened)
    return opened


def _measure(entry: Entry, sfnt: Sfnt, face: Any) -> Face:
    font = hb.Font(face)
    if entry.axes:
        font.set_variations(dict(entry.axes))
    os2 = _table(face, "OS/2")
    post = _table(face, "post")
    ascent, descent = _em_box(os2, _table(face, "hhea"))
    upem = face.upem
    return Face(
        id=entry.id,
        path=entry.path,
        number=sfnt.number,
        axes=entry.axes,
        upem=upem,
        ascent=Em(ascent / upem),
        descent=Em(descent / upem),
        cap_height=Em(_metric(font, os2, "CAP_HEIGHT") / upem),
        x_height=Em(_metric(font, os2, "X_HEIGHT") / upem),
        weight=dict(entry.axes).get("wght", float(_unsigned(os2, 4) or 400)),
        italic_angle=int.from_bytes(post[4:8], "big", signed=True) / 65536,
        serif=os2[32:33] == b"\2" and 2 <= os2[33] <= 10,  # PANOSE: Latin text, serif style
        is_cff="glyf" not in sfnt.tables,
        fs_type=_unsigned(os2, 8),
        postscript_name=_postscript_name(entry, face),
        font=font,
    )


def _em_box(os2: bytes, hhea: bytes) -> tuple[int, int]:
    table, at = (os2, 68) if len(os2) >= 72 else (hhea, 4)
    return _signed(table, at), _signed(table, at + 2)


def _metric(font: Any, os2: bytes, name: str) -> float:
    """A height in font units, varied with the instance; 0 for OS/2 below version 2."""
    if _unsigned(os2, 0) < 2:
        return 0.0
    return float(font.get_metric_position_with_fallback(hb.OTMetricsTag[name]))


def _postscript_name(entry: Entry, face: Any) -> str:
    """The face's own name; for an instance the family's with the style (Technical Note 5902).

    A variable font's own name is that of its default instance, often the thinnest.
    """
    own = face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
    name = f"{entry.family}-{entry.style}" if entry.axes or not own else own
    return postscript_safe(name)


def postscript_safe(name: str) -> str:
    """The name as OpenType allows it (name ID 6): at most 63 printable ASCII signs."""
    return "".join(c for c in name if "!" <= c <= "~" and c not in "[](){}<>/%")[:63]


def _check_sound(path: Path, face: Any) -> None:
    """Whether the tables agree with one another; HarfBuzz takes damaged ones for empty."""
    if not face.glyph_count or not _has_characters(face):
        raise font_error("font-damaged", path, table="cmap")
    wide = _unsigned(_table(face, "head"), 50)
    loca = bytes(face.reference_table("loca").data)
    if not loca:
        return
    entry = 4 if wide else 2
    end = int.from_bytes(loca[face.glyph_count * entry :][:entry], "big") * (1 if wide else 2)
    if len(loca) < (face.glyph_count + 1) * entry or end > len(face.reference_table("glyf")):
        raise font_error("font-damaged", path, table="loca")


def _has_characters(face: Any) -> bool:
    """Whether the character map leads anywhere; to list all of it takes a millisecond."""
    font = hb.Font(face)
    return any(font.get_nominal_glyph(code) is not None for code in _COMMON) or bool(face.unicodes)


_COMMON = (0x20, 0x41, 0x3042)


def _check_axes(entry: Entry, face: Any) -> None:
    known = {axis.tag: axis for axis in face.axis_infos}
    ranges = ", ".join(f"{a.tag} {a.min_value:g}–{a.max_value:g}" for a in known.values())
    for tag, value in entry.axes:
        axis = known.get(tag)
        if axis is None:
            raise font_error("font-axis", entry.path, face=entry.id, axis=tag, axes=ranges or "—")
        if not axis.min_value <= value <= axis.max_value:
            raise font_error(
                "font-axis-range",
                entry.path,
                face=entry.id,
                axis=tag,
                value=f"{value:g}",
                axes=ranges,
            )
    if "wght" in known and "wght" not in dict(entry.axes):
        raise font_error("font-weight-unset", entry.path, face=entry.id, axes=ranges)


def _check_licence(face: Face) -> None:
    """OS/2 fsType (OpenType 1.9): bits 1 to 3 say how a document may carry the font."""
    restricted = face.fs_type & _USAGE == _RESTRICTED
    if restricted or face.fs_type & (_NO_SUBSETTING | _BITMAP_ONLY):
        raise font_error("font-licence", face.path, face=face.id, value=f"0x{face.fs_type:04X}")


def _table(face: Any, tag: str) -> bytes:
    return bytes(face.reference_table(tag).data)


def _unsigned(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big")


def _signed(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big", signed=True)
