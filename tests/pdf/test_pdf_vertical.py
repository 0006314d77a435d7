"""Vertical lines in the file: every glyph where it was set, copied in the order of reading."""

from math import cos, radians, sin
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageOps

from layout.frame import UPRIGHT, Group
from layout.geometry import Em, Pt
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.paragraph import Line, Span, prepare, set_paragraph
from layout.theme import TextStyle
from tests.outside import run
from tests.pdf.making import page_pdf
from tests.pdf.reading import glyphs, open_pdf, text_of
from tests.samples import BOLD, set_line

FONTS = Fonts(resource("fonts"))
UNIT, FEED, HEAD, RIGHT = 10.0, 18.0, 20.0, 500.0
TEXT = (
    "「国、語。」っー…（A4）は12月2026年3日、“東京”。番号で「ひもづけ」る仕組みです（約1,118件）。"
    "English wordsと100％・①〜②：一——五！？そう!?"
)
STYLES = {
    "gothic": TextStyle(
        "gothic",
        ("BIZUDGothic-Regular", "NotoSansJP-Regular"),
        align="justify",
        direction="vertical",
    ),
    "proportional": TextStyle(
        "proportional",
        ("BIZUDPGothic-Regular", "NotoSansJP-Regular"),
        align="justify",
        direction="vertical",
    ),
    "display": TextStyle(
        "display", ("NotoSerifJP-Black",), direction="vertical", features=("palt", "kern")
    ),
}

styles = pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)


def set_lines(style: TextStyle, text: str = TEXT) -> tuple[Line, ...]:
    return set_paragraph(prepare((Span(text, style),), style, FONTS), (16,), Pt(UNIT))


def turned(lines: tuple[Line, ...]) -> Group:
    """The lines from right to left on a page of 300 points."""
    rows = [Group(Pt(0), Pt(row * FEED), line.runs) for row, line in enumerate(lines)]
    return Group(Pt(RIGHT), Pt(HEAD), tuple(rows), turn=90.0)


def made(lines: tuple[Line, ...]) -> bytes:
    return page_pdf([turned(lines)], FONTS, size=300)


@styles
def test_every_glyph_stands_where_it_was_set(style: TextStyle) -> None:
    """Within 0.006 points, upright or turned by 90 degrees as its run says."""
    lines = set_lines(style)
    drawn = iter(glyphs(made(lines)))
    for row, line in enumerate(lines):
        for each in line.runs:
            face = FONTS.face(each.face)
            for glyph in each.glyphs:
                found = next(drawn)
                along, across = each.x + glyph.x, each.y + glyph.y + row * FEED
                x, y = RIGHT - across, HEAD + along
                if each.stance == UPRIGHT:
                    x, y = x - face.advance(glyph.gid) / 2 * each.size, y + 0.88 * each.size
                assert found.x == pytest.approx(x, abs=0.006)
                assert 300 - found.y == pytest.approx(y, abs=0.006)
                assert found.turn == (0 if each.stance else 90)
    assert not list(drawn)


@styles
def test_lines_are_copied_from_right_to_left(style: TextStyle) -> None:
    data = made(set_lines(style))
    assert text_of(data) == TEXT
    copied = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert "".join(copied.split()) == "".join(TEXT.split())


@pytest.mark.outside("pdftotext")
@styles
def test_poppler_reads_them_too(style: TextStyle, tmp_path: Path) -> None:
    path = tmp_path / "vertical.pdf"
    path.write_bytes(made(set_lines(style)))
    wanted = [line.text.rstrip() for line in set_lines(style)]
    for how in ([], ["-raw"]):
        copied = run("pdftotext", *how, path, "-").rstrip("\n\f").split("\n")
        assert [line.rstrip() for line in copied if line] == wanted


@pytest.mark.parametrize("char", "国、。「」（）ーっ…・〝12A")
@styles
def test_pdfium_draws_each_character_in_its_cell(style: TextStyle, char: str) -> None:
    """No ink leaves the em box, and none of a half-em mark the half that it is set in."""
    [line] = set_paragraph(prepare((Span(char, style),), style, FONTS), (16,), Pt(10 * UNIT))
    middle, head = 100.0, 40.0
    group = Group(Pt(middle - 38), Pt(head), line.runs, turn=90.0)
    picture = pypdfium2.PdfDocument(page_pdf([group], FONTS, size=200))[0].render(scale=1)
    left, top, right, bottom = ImageOps.invert(picture.to_pil().convert("L")).getbbox()
    assert middle - 52 <= left < right <= middle + 52
    along = {"「": 50, "（": 50, "〝": 100}.get(char, 50 if char in "、。」）" else 100)
    assert head - 8 <= top
    assert bottom <= head + along + 8


def test_the_font_of_standing_glyphs_shares_all_but_its_writing_mode() -> None:
    reader = open_pdf(made(set_lines(STYLES["gothic"])))
    found = reader.pages[0]["/Resources"]["/Font"]
    horizontal, vertical = found["/F0"], found["/F0V"]
    assert vertical["/Encoding"] == "/Identity-V"
    assert horizontal["/Encoding"] == "/Identity-H"
    for key in ("/DescendantFonts", "/ToUnicode"):
        assert horizontal.raw_get(key) == vertical.raw_get(key)


def test_horizontal_files_know_nothing_of_it() -> None:
    data = page_pdf(set_line(FONTS, "横組みの行", BOLD, x=20, y=50), FONTS)
    assert b"Identity-V" not in data
    assert all(label.endswith(tuple("0123456789")) for label in _labels(data))


def _labels(data: bytes) -> list[str]:
    return list(open_pdf(data).pages[0]["/Resources"]["/Font"])


def test_what_is_beyond_the_basic_plane_is_not_lost() -> None:
    """PDFium leaves such characters out of an ActualText."""
    lines = set_lines(STYLES["gothic"], "𠮷野さん")
    copied = pypdfium2.PdfDocument(made(lines))[0].get_textpage().get_text_range()
    assert copied.strip() == "𠮷野さん"


def test_a_larger_word_shares_the_centre_of_its_line() -> None:
    style = STYLES["gothic"]
    spans = (Span("国", style), Span("国", style._replace(size=Em(2.0))))
    [line] = set_paragraph(prepare(spans, style, FONTS), (16,), Pt(UNIT))
    small, large = glyphs(made((line,)))
    assert small.x + UNIT / 2 == pytest.approx(large.x + UNIT)
    assert (cos(radians(small.turn)), sin(radians(large.turn))) == (1.0, 0.0)
