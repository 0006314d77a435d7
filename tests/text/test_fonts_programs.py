"""Subsets for embedding: the same outlines under the promised codes, for each kind of font."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fontTools.cffLib import CFFFontSet, FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from layout.resources import resource
from layout.text.cff import read_charset
from layout.text.fonts import Fonts

TEXT = "永葛字あア「」、A1"
CIDS = (0, 100, 7, 300, 301, 9000)
"""Out of order and with gaps, so that a glyph number never is a CID by chance."""


@pytest.fixture(scope="module")
def shipped() -> Fonts:
    return Fonts(resource("fonts"))


def gids_of(fonts: Fonts, id: str, text: str) -> frozenset[int]:
    return frozenset(glyph.gid for glyph in fonts.shape(text, (id,)))


def outline(font: TTFont, gid: int) -> list[Any]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getGlyphName(gid)].draw(pen)
    return list(pen.value)


def near(drawn: list[Any], asked: list[Any]) -> bool:
    """The same strokes, give or take the rounding of one unit."""
    return [kind for kind, _ in drawn] == [kind for kind, _ in asked] and all(
        abs(a - b) <= 1
        for (_, mine), (_, theirs) in zip(drawn, asked, strict=True)
        for p, q in zip(mine, theirs, strict=True)
        for a, b in zip(p or (), q or (), strict=True)
    )


@pytest.mark.parametrize("id", ["BIZUDGothic-Bold", "NotoSerifJP-Black"])
def test_truetype_is_numbered_anew_and_keeps_outlines_and_widths(shipped: Fonts, id: str) -> None:
    face = shipped.face(id)
    gids = gids_of(shipped, id, TEXT)
    program = face.program(gids)
    assert program.flavour == "truetype"
    assert program.cids == {gid: cid for cid, gid in enumerate(sorted(gids | {0}))}
    with TTFont(io.BytesIO(program.data)) as cut, TTFont(face.path) as source:
        assert set(cut.keys()) - {"GlyphOrder"} == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
        for gid in gids:
            cid = program.cids[gid]
            assert outline(cut, cid) == outline(source, gid)
            width = cut["hmtx"][cut.getGlyphName(cid)][0]
            assert width / face.upem == face.advance(gid)


@pytest.mark.parametrize(("id", "weight"), [("NotoSansJP-Regular", 400), ("NotoSansJP-Black", 900)])
def test_an_instance_is_pinned_and_no_longer_variable(shipped: Fonts, id: str, weight: int) -> None:
    face = shipped.face(id)
    gids = gids_of(shipped, id, "永あA")
    program = face.program(gids)
    assert program.postscript_name == id
    with TTFont(io.BytesIO(program.data)) as cut, TTFont(face.path) as source:
        assert not {"fvar", "gvar", "avar", "HVAR"} & set(cut.keys())
        glyphs = source.getGlyphSet(location={"wght": weight})
        for gid in gids:
            pen = RecordingPen()
            glyphs[source.getGlyphName(gid)].draw(pen)
            cid = program.cids[gid]
            assert near(outline(cut, cid), list(pen.value))
            assert cut["hmtx"][cut.getGlyphName(cid)][0] / face.upem == face.advance(gid)


def test_weights_differ_in_their_programs(shipped: Fonts) -> None:
    regular, black = (shipped.face(f"NotoSansJP-{style}") for style in ("Regular", "Black"))
    gids = gids_of(shipped, "NotoSansJP-Regular", "永")
    assert regular.program(gids).data != black.program(gids).data
    assert regular.program(gids).stem_v < black.program(gids).stem_v


def test_the_same_glyphs_give_the_same_bytes(shipped: Fonts) -> None:
    gids = gids_of(shipped, "NotoSansJP-Bold", TEXT)
    again = Fonts(resource("fonts")).face("NotoSansJP-Bold").program(frozenset(sorted(gids)))
    assert again == shipped.face("NotoSansJP-Bold").program(gids)


def test_figures_of_the_descriptor(shipped: Fonts) -> None:
    program = shipped.face("NotoSerifJP-Bold").program(gids_of(shipped, "NotoSerifJP-Bold", TEXT))
    assert (program.ascent, program.descent, program.cap_height) == (880, -120, 729)
    assert program.italic_angle == 0
    assert program.flags == 4 | 2  # symbolic, serif
    x0, y0, x1, y1 = program.bbox
    assert x0 <= 0 < 1000 <= x1
    assert y0 <= -120 < 880 <= y1


def triangle(size: int, cff2: bool = False) -> Any:
    pen = T2CharStringPen(None if cff2 else 1000, {}, CFF2=cff2)
    pen.moveTo((0, 0))
    pen.lineTo((size, 0))
    pen.lineTo((size, size))
    pen.closePath()
    return pen.getCharString()


NAMES = (".notdef", "a", "i", "u", "A", "B")


def name_keyed(names: tuple[str, ...] = NAMES) -> TTFont:
    """An OpenType font with CFF outlines: あいうAB, triangles of 100 to 500 units."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(names))
    builder.setupCharacterMap(dict(zip(map(ord, "あいうAB"), names[1:], strict=True)))
    strings = {name: triangle(100 * number) for number, name in enumerate(names)}
    builder.setupCFF("Keyed-Regular", {"FullName": "Keyed"}, strings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Keyed", "psName": "Keyed-Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, sCapHeight=700, sxHeight=500)
    builder.setupPost()
    return builder.font


def cid_keyed() -> TTFont:
    """The same font keyed by CID (Technical Note 5176, section 18): ROS, FDArray, FDSelect."""
    font = name_keyed((".notdef", *(f"cid{cid:05d}" for cid in CIDS[1:])))
    top = font["CFF "].cff.topDictIndex[0]
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = max(CIDS) + 1
    only = FontDict()
    only.setCFF2(False)
    only.Private = top.Private
    top.FDArray = FDArrayIndex()
    top.FDArray.append(only)
    top.FDSelect = FDSelect()
    top.FDSelect.format = 3
    top.FDSelect.gidArray = [0] * len(CIDS)
    top.CharStrings.fdArray, top.CharStrings.fdSelect = top.FDArray, top.FDSelect
    del top.Private
    return font


def cff2(names: tuple[str, ...] = NAMES) -> TTFont:
    """A variable font with CFF2 outlines, whose weight axis moves nothing."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(names))
    builder.setupCharacterMap(dict(zip(map(ord, "あいうAB"), names[1:], strict=True)))
    builder.setupNameTable({"familyName": "Two", "styleName": "Regular", "psName": "Two-Thin"})
    axis = ("wght", 100, 400, 900, "Weight")
    builder.setupFvar([axis], [{"location": {"wght": 700}, "stylename": "Bold"}])
    strings = {name: triangle(100 * number, cff2=True) for number, name in enumerate(names)}
    builder.setupCFF2(strings, regions=[{"wght": (0, 1, 1)}])
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    return builder.font


def cut_table(data: bytes) -> Any:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return fonts[0]


@pytest.mark.parametrize("make", [cid_keyed, name_keyed, cff2], ids=lambda make: make.__name__)
def test_cff_is_drawn_by_the_codes_promised(make: Callable[[], TTFont], tmp_path: Path) -> None:
    make().save(tmp_path / "own.otf")
    fonts = Fonts(tmp_path)
    (id,) = fonts.ids()
    glyphs = fonts.shape("うB", (id,))
    program = fonts.face(id).program(frozenset(glyph.gid for glyph in glyphs))
    table = cut_table(program.data)
    assert program.flavour == "cff"
    for glyph, size in zip(glyphs, (300, 500), strict=True):
        pen = RecordingPen()
        table.CharStrings[by_code(table, program.cids[glyph.gid])].draw(pen)
        assert pen.value[1] == ("lineTo", ((size, 0),))


def by_code(table: Any, code: int) -> str:
    """The glyph a PDF draws for a code: by CID if the font has them, else by number
    (ISO 32000-1, 9.7.4.2)."""
    name = f"cid{code:05d}" if hasattr(table, "ROS") else table.charset[code]
    return str(name)


def test_a_cid_keyed_subset_carries_only_what_is_drawn(tmp_path: Path) -> None:
    cid_keyed().save(tmp_path / "own.otf")
    program = Fonts(tmp_path).face("Keyed-Regular").program(frozenset({4}))
    assert program.cids == {0: 0, 4: 301}
    assert cut_table(program.data).charset == [".notdef", "cid00301"]


@pytest.mark.parametrize(
    ("charset", "count", "cids"),
    [
        (bytes((0, 0, 5, 0, 9)), 3, (0, 5, 9)),
        (bytes((1, 0, 5, 1, 0, 20, 0)), 4, (0, 5, 6, 20)),
        (bytes((2, 0, 1, 1, 0)), 4, (0, 1, 2, 3)),
    ],
)
def test_each_form_of_charset_is_read(charset: bytes, count: int, cids: tuple[int, ...]) -> None:
    assert read_charset(bytes(3) + charset, 3, count) == cids
