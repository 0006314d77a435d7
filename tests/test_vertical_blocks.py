"""A leaflet with vertical blocks, from YAML to what other libraries read in the file."""

from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from layout.build import Request, build
from layout.document import texts
from layout.load import load
from tests.leaflet_pdf.words import close
from tests.pdf.reading import Drawn, glyphs

LEAFLET = Path(__file__).parent / "data" / "vertical.yaml"

folds = pytest.mark.parametrize("fold", ["a4-roll", "a4-half", "a3-half"])


@cache
def made(fold: str) -> bytes:
    [one] = build(Request(LEAFLET, fold=fold, editions=("office",))).made
    return one.data


@folds
def test_pdfium_copies_every_vertical_string_whole(fold: str) -> None:
    """Each paragraph as typed, across its lines; ruby stands apart from it."""
    pages = pypdfium2.PdfDocument(made(fold))
    copied = close("".join(page.get_textpage().get_text_range() for page in pages))
    leaflet = load(LEAFLET).leaflet
    vertical = [block for block in (*leaflet.body, *leaflet.back) if vertical_(block)]
    assert len(vertical) == 3
    for block in vertical:
        for paragraph in block.text.split("\n"):
            for sentence in paragraph.split("。"):
                if "憲法" not in sentence:  # its ruby is read between its lines
                    assert close(sentence) in copied
    assert "けんぽう" in copied
    assert "憲法" in copied


def vertical_(block: object) -> bool:
    return getattr(block, "direction", None) == "vertical"


@folds
def test_glyphs_of_vertical_blocks_stand_or_lie(fold: str) -> None:
    """Kana stand, words lie; a line goes down, lines go left."""
    drawn = [glyph for glyph in glyphs(made(fold)) if glyph.actual is not None]
    assert {glyph.turn for glyph in drawn} == {0, 90}
    for glyph in drawn:
        if "぀" <= glyph.text <= "ヿ":
            assert glyph.turn == 0
    line = [glyph for glyph in drawn if glyph.actual == drawn[0].actual]
    assert [glyph.y for glyph in line] == sorted([g.y for g in line], reverse=True)
    heads = firsts(drawn)
    assert len(heads) > 10


def firsts(drawn: list[Drawn]) -> list[Drawn]:
    found: list[Drawn] = []
    for glyph in drawn:
        if not found or found[-1].actual != glyph.actual:
            found.append(glyph)
    return found


def test_nothing_but_printed_words_is_in_the_texts_of_a_block() -> None:
    """The direction is one word of two, no text that is set."""
    leaflet = load(LEAFLET).leaflet
    assert [text for text in texts(leaflet) if text == "vertical"] == ["vertical"] * 3
    drawn = "".join(glyph.text for glyph in glyphs(made("a4-roll")))
    assert "vertical" not in drawn
