"""Every glyph drawn is the one its face has for the character that a reader is told."""

from collections import Counter

import pytest

from tests.leaflet_pdf.ink import embedded, fonts
from tests.leaflet_pdf.made import CUSTOMERS, STRANGERS, Case, drawn
from tests.leaflet_pdf.outlines import same, shipped

ROUNDED = 0.51
"""Thousandths of an em: an instance of a variable font has its coordinates rounded to units."""


@pytest.mark.parametrize("case", CUSTOMERS + STRANGERS)
def test_fonts_are_embedded_subset_and_tell_their_text(case: Case) -> None:
    used: dict[str, set[int]] = {}
    for glyph in drawn(case):
        used.setdefault(glyph.font, set()).add(glyph.code)
    assert used.keys() == fonts(case).keys()
    for name, font in fonts(case).items():
        tag, plus, face = name.partition("+")
        assert (len(tag), tag.isalpha(), tag.isupper(), plus) == (6, True, True, "+")
        assert font.composite["/Subtype"] == "/Type0"
        assert font.composite["/Encoding"] == "/Identity-H"
        assert font.descendant["/CIDToGIDMap"] == "/Identity"
        assert font.descendant["/FontDescriptor"]["/FontName"] == f"/{name}"
        program = embedded(case)[name].font
        assert set(range(program["maxp"].numGlyphs)) == used[name] | {0}, face
        assert all(font.texts[code] for code in used[name] & font.texts.keys())


@pytest.mark.parametrize("case", CUSTOMERS)
def test_the_fonts_of_the_customers_leaflet_tell_the_text_of_every_glyph(case: Case) -> None:
    mute = {
        (glyph.font, glyph.code)
        for glyph in drawn(case)
        if glyph.code not in fonts(case)[glyph.font].texts
    }
    assert not mute


@pytest.mark.parametrize("case", STRANGERS)
def test_a_glyph_whose_font_does_not_tell_its_text_is_spoken_for(case: Case) -> None:
    """The later glyphs of a cluster that is drawn with several."""
    for glyph in drawn(case):
        assert glyph.code in fonts(case)[glyph.font].texts or glyph.actual is not None


@pytest.mark.parametrize("case", CUSTOMERS + STRANGERS)
def test_every_glyph_is_the_one_its_face_has_for_its_character(case: Case) -> None:
    """No style asks for a feature that changes forms: the font's own map decides, and ccmp."""
    compared: Counter[str] = Counter()
    for name, font in fonts(case).items():
        program = embedded(case)[name]
        face = shipped(program.face)
        for code in {glyph.code for glyph in drawn(case) if glyph.font == name}:
            text = font.texts.get(code)
            if text is None:
                continue
            wanted = face.outline(text)
            assert wanted is not None, (name, text)
            assert same(program.outline(code), wanted, ROUNDED), (name, text)
            assert abs(font.widths[code] - face.width(text)) <= ROUNDED, (name, text)
            assert abs(font.widths[code] - program.advance(code)) < 0.001, (name, text)
            compared[name] += 1
    assert sum(compared.values()) > 300
