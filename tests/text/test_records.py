"""Small fonts of glyph records: the same outlines as the subsetter's, sound to the last sum."""

import io
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from layout.preflight.sfnt import sums_agree
from layout.resources import resource
from layout.text.faces import Face
from layout.text.fonts import Fonts
from layout.text.records import Records

FONTS = Fonts(resource("fonts"))


def drawn(font: TTFont, number: int) -> tuple[object, object]:
    """A glyph's outline with its components drawn, and its metrics."""
    name = font.getGlyphName(number)
    glyphs = font["glyf"]
    points, ends, flags = glyphs[name].getCoordinates(glyphs)
    return (list(points), list(ends), list(flags)), font["hmtx"][name]


def assert_same(face: Face, gids: list[int]) -> None:
    made, cut = Records(face).program(gids), face.program(frozenset(gids))
    assert sums_agree(made.data)
    assert made.cids == {0: 0, **{gid: place for place, gid in enumerate(gids, 1)}}
    ours, theirs = (TTFont(io.BytesIO(each.data), checkChecksums=2) for each in (made, cut))
    for gid in (0, *gids):
        assert drawn(ours, made.cids[gid]) == drawn(theirs, cut.cids[gid])
    assert made._replace(data=b"", cids={}) == cut._replace(data=b"", cids={})


@pytest.mark.parametrize("id", FONTS.ids())
def test_a_font_of_records_is_what_the_subsetter_makes(id: str) -> None:
    face = FONTS.face(id)
    found = [face.gid(ord(char)) for char in "大阪髙0連-a労한국"]
    gids = sorted({gid for gid in found if gid}, reverse=True)
    assert gids
    assert_same(face, gids)
    assert_same(face, gids[::2])


def test_glyphs_composed_of_others_bring_them_along(tmp_path: Path) -> None:
    builder = FontBuilder(1000)
    names = [".notdef", "a", "dots", "both", "nested"]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x61: "a", 0xE4: "both", 0xE5: "nested"})
    builder.setupGlyf(dict(zip(names, _outlines(), strict=True)))
    builder.setupHorizontalMetrics({name: (500 + 10 * at, 20) for at, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Parts", "styleName": "Regular", "psName": "Parts"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=0)
    builder.setupPost()
    builder.save(tmp_path / "Parts-Regular.ttf")
    [id] = Fonts(tmp_path).ids()
    face = Fonts(tmp_path).face(id)
    assert_same(face, [4, 1])
    assert_same(face, [3])


def _outlines() -> list[object]:
    def square(left: int, size: int) -> object:
        pen = TTGlyphPen(None)
        pen.moveTo((left, 0))
        for point in ((left, size), (left + size, size), (left + size, 0)):
            pen.lineTo(point)
        pen.closePath()
        return pen.glyph()

    plain = {"a": square(20, 400), "dots": square(100, 50)}
    both = TTGlyphPen(plain)
    both.addComponent("a", (1, 0, 0, 1, 0, 0))
    both.addComponent("dots", (0.5, 0, 0, 0.5, 300, 500))
    made = {**plain, "both": both.glyph()}
    nested = TTGlyphPen(made)
    nested.addComponent("both", (1, 0, 0, 1, 7, 0))
    nested.addComponent("dots", (1, 0.25, 0, 1, 0, 0))
    return [square(0, 300), *made.values(), nested.glyph()]


def test_a_font_does_not_depend_on_what_was_cut_before() -> None:
    face = FONTS.face("NotoSansJP-Bold")
    gids = sorted(gid for sign in "髙﨑京都支部０１" if (gid := face.gid(ord(sign))))
    assert len(gids) > 6
    together = Records(face).program(gids)
    one_by_one = Records(face)
    for gid in gids:
        one_by_one.program([gid])
    assert one_by_one.program(gids) == together
