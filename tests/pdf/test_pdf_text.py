"""Text in the file: every glyph in its place, every character to be found again."""

from io import BytesIO
from math import cos, radians, sin
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.editions import OFFICE, PRESS, Edition
from layout.frame import BLACK, Group, SetGlyph, TextRun
from layout.geometry import Pt
from layout.resources import resource
from layout.text.fonts import Fonts
from tests.outside import run
from tests.pdf.making import all_runs, page_pdf, sample_pdf, sample_sides
from tests.pdf.reading import glyphs, open_pdf, operations, read_font, text_of
from tests.samples import BOLD, UPRIGHT, set_line
from tests.text.test_fonts_programs import name_keyed, outline

FONTS = Fonts(resource("fonts"))

editions = pytest.mark.parametrize("edition", [PRESS, OFFICE], ids=["press", "office"])
folds = pytest.mark.parametrize("fold", UPRIGHT)


@folds
@editions
def test_every_glyph_stands_where_composition_put_it(
    edition: Edition, fold: str, fonts: Fonts
) -> None:
    """Within 0.005 pt, and the last of a run within 0.001."""
    sides = sample_sides(edition, fonts, fold)
    drawn = iter(glyphs(sample_pdf(edition, fonts, fold)))
    for side in sides:
        for run_, x, y, turned in all_runs(side.items):
            assert run_.glyphs
            for index, glyph in enumerate(run_.glyphs):
                found = next(drawn)
                across, down = run_.x + glyph.x, run_.y + glyph.y
                if turned:
                    c, s = cos(radians(15)), sin(radians(15))
                    across, down = across * c - down * s, across * s + down * c
                near = 0.001 if index == len(run_.glyphs) - 1 else 0.0051
                assert found.x == pytest.approx(x + across, abs=near)
                assert side.media.height - found.y == pytest.approx(y + down, abs=near)
                assert found.size == pytest.approx(run_.size, abs=0.0001)
                assert found.font.endswith(f"+{fonts.face(run_.face).postscript_name}")
    assert not list(drawn)


@settings(max_examples=60, deadline=None)
@given(
    st.floats(2, 150),
    st.lists(st.floats(-0.3, 1.5), min_size=1, max_size=80),
    st.floats(0, 500),
)
def test_rounding_never_adds_up(size: float, gaps: list[float], x: float) -> None:
    [glyph] = FONTS.shape("永", BOLD)
    at, places = 0.0, []
    for gap in gaps:
        places.append(SetGlyph(glyph.gid, Pt(at), Pt(0), glyph.text))
        at += (1 + gap) * size
    line = TextRun(glyph.face, Pt(size), BLACK, Pt(x), Pt(50), tuple(places))
    found = glyphs(page_pdf([line], FONTS))
    for place, drawn in zip(places, found, strict=True):
        assert abs(x + place.x - drawn.x) <= 0.00501
    assert abs(x + places[-1].x - found[-1].x) <= 0.001 + size * 1e-7 * len(gaps)


@folds
@editions
def test_text_comes_out_as_it_went_in(edition: Edition, fold: str, fonts: Fonts) -> None:
    wanted = []
    for side in sample_sides(edition, fonts, fold):
        for run_, *_, turned in all_runs(side.items):
            typed = "".join(glyph.text for glyph in run_.glyphs)
            wanted.append(f"（支部印{len(wanted)}）" if turned else typed)
    copied = text_of(sample_pdf(edition, fonts, fold))
    for number in range(1, 7):
        copied = copied.replace(f"（支部印{number}）", "＊")
    assert copied == "".join("＊" if text.startswith("（支部印") else text for text in wanted)


@editions
def test_pdfium_copies_the_same_text(edition: Edition, fonts: Fonts) -> None:
    data = sample_pdf(edition, fonts)
    document = pypdfium2.PdfDocument(data)
    copied = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert squeezed(copied) == squeezed(text_of(data))


@pytest.mark.outside("pdftotext")
def test_poppler_finds_every_line(fonts: Fonts, tmp_path: Path) -> None:
    path = tmp_path / "sample.pdf"
    path.write_bytes(sample_pdf(PRESS, fonts))
    copied = squeezed(run("pdftotext", "-raw", path, "-"))
    for side in sample_sides(PRESS, fonts):
        for run_, *_, turned in all_runs(side.items):
            if not turned:
                assert squeezed("".join(glyph.text for glyph in run_.glyphs)) in copied
    for number in range(1, 7):
        assert f"（支部印{number}）" in copied


def squeezed(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "\ufffe\0")


TYPED = "𠮷葛󠄀葛か゚・=10％ﾊﾟ髙﨑①㈱"


def test_astral_characters_variants_and_marks_are_told(fonts: Fonts) -> None:
    data = page_pdf(set_line(fonts, TYPED), fonts)
    assert text_of(data) == TYPED


def test_more_glyphs_than_one_range_of_codes_may_hold(fonts: Fonts) -> None:
    """A range of a CMap keeps the first byte of its codes (Adobe Technical Note 5014)."""
    text = "".join(map(chr, range(0x4E00, 0x5000)))
    typed = "".join(char for char in text if not fonts.missing(char, BOLD[:1]))
    assert len(typed) > 256
    data = page_pdf(set_line(fonts, typed, BOLD[:1]), fonts)
    assert text_of(data) == typed
    page = pypdfium2.PdfDocument(data)[0]
    assert squeezed(page.get_textpage().get_text_range()) == typed


def test_a_glyph_that_stands_for_two_texts_says_each(fonts: Fonts) -> None:
    """The commoner text is the font's, the rarer one is written over its glyph."""
    [glyph] = fonts.shape("永", BOLD)
    texts = ["永", "A", "永", "AB", "永"]
    places = tuple(
        SetGlyph(glyph.gid, Pt(20 * index), Pt(0), text) for index, text in enumerate(texts)
    )
    data = page_pdf([TextRun(glyph.face, Pt(10), BLACK, Pt(0), Pt(50), places)], fonts)
    found = glyphs(data)
    assert [drawn.text for drawn in found] == ["永"] * 5
    assert [drawn.actual for drawn in found] == [None, "A", None, "AB", None]
    assert [drawn.x for drawn in found] == pytest.approx([0, 20, 40, 60, 80], abs=0.005)
    assert text_of(data) == "".join(texts)


def test_a_cluster_of_several_glyphs_is_one_text(fonts: Fonts) -> None:
    base, mark = fonts.shape("永点", BOLD)
    places = (
        SetGlyph(base.gid, Pt(0), Pt(0), "が゙"),
        SetGlyph(mark.gid, Pt(5), Pt(-2), ""),
        SetGlyph(mark.gid, Pt(20), Pt(0), "点"),
    )
    data = page_pdf([TextRun(base.face, Pt(10), BLACK, Pt(0), Pt(50), places)], fonts)
    assert text_of(data) == "が゙点"
    assert [round(drawn.y, 3) for drawn in glyphs(data)] == [50, 52, 50]


def test_actual_text_speaks_for_all_it_holds(fonts: Fonts) -> None:
    inner = Group(Pt(5), Pt(5), set_line(fonts, "中", BOLD), actual="なか")
    outer = Group(Pt(10), Pt(10), (*set_line(fonts, "外", BOLD), inner), actual="全部")
    data = page_pdf([*set_line(fonts, "前", BOLD), outer, *set_line(fonts, "後", BOLD)], fonts)
    assert text_of(data) == "前全部後"
    assert marked_sequences(data) == 1


def test_what_an_actual_text_speaks_for_has_no_vote(fonts: Fonts) -> None:
    """A glyph shown often under such a text still says what it stands for elsewhere."""
    [glyph] = fonts.shape("永", BOLD)

    def shown(text: str, x: float) -> TextRun:
        place = SetGlyph(glyph.gid, Pt(0), Pt(0), text)
        return TextRun(glyph.face, Pt(10), BLACK, Pt(x), Pt(50), (place,))

    hidden = Group(Pt(0), Pt(0), tuple(shown("〇", 20 * at) for at in range(3)), actual="三つ")
    data = page_pdf([hidden, shown("永", 80)], fonts)
    assert text_of(data) == "三つ永"
    assert marked_sequences(data) == 1


def marked_sequences(data: bytes) -> int:
    return [operator for _, operator in operations(open_pdf(data), 0)].count("BDC")


def test_widths_are_told_in_fractions_of_a_thousandth(tmp_path: Path) -> None:
    font = name_keyed()
    font["head"].unitsPerEm = 2048
    font["hmtx"].metrics = dict.fromkeys(font["hmtx"].metrics, (1365, 0))
    font.save(tmp_path / "Odd.otf")
    own = Fonts(tmp_path)
    data = page_pdf(set_line(own, "あいうAB", own.ids(), 10), own)
    assert b"/W [0 5 666.504]" in data
    natural = [10 * 1365 / 2048 * at for at in range(5)]
    assert [drawn.x for drawn in glyphs(data)] == pytest.approx(natural, abs=0.001)
    assert "TJ" not in [operator for _, operator in operations(open_pdf(data), 0)]


@editions
def test_every_font_is_embedded_as_a_subset_that_tells_its_text(
    edition: Edition, fonts: Fonts
) -> None:
    data = sample_pdf(edition, fonts)
    reader = open_pdf(data)
    drawn: dict[str, set[int]] = {}
    for glyph in glyphs(data):
        drawn.setdefault(glyph.font, set()).add(glyph.code)
    resources = reader.pages[0]["/Resources"]["/Font"]
    read = [read_font(resources[label].get_object()) for label in resources]
    assert {font.name for font in read} == drawn.keys()
    for font in read:
        tag, _, _ = font.name.partition("+")
        descriptor = font.descendant["/FontDescriptor"]
        assert len(tag) == 6
        assert tag.isupper()
        assert font.composite["/Encoding"] == "/Identity-H"
        assert font.descendant["/CIDToGIDMap"] == "/Identity"
        assert descriptor["/FontName"] == font.descendant["/BaseFont"] == f"/{font.name}"
        assert len(descriptor["/FontFile2"].get_data()) == descriptor["/FontFile2"]["/Length1"]
        assert drawn[font.name] <= font.texts.keys()


def test_widths_and_characters_are_those_of_the_programs(fonts: Fonts) -> None:
    """W says of a glyph what the embedded program says; and the glyph drawn for a character is
    the one that the face's own character map gives for it."""
    reader = open_pdf(sample_pdf(PRESS, fonts))
    resources = reader.pages[0]["/Resources"]["/Font"]
    names = {fonts.face(id).postscript_name: id for id in fonts.ids()}
    compared = 0
    for label in resources:
        font = read_font(resources[label].get_object())
        data = font.descendant["/FontDescriptor"]["/FontFile2"].get_data()
        with TTFont(BytesIO(data)) as cut, TTFont(fonts.face(names[font.name[7:]]).path) as face:
            order, scale = cut.getGlyphOrder(), 1000 / cut["head"].unitsPerEm
            for code, text in font.texts.items():
                width = cut["hmtx"][order[code]][0]
                assert font.widths[code] == pytest.approx(width * scale, abs=0.001)
                if len(text) == 1 and "fvar" not in face:
                    own = face.getBestCmap()[ord(text)]
                    assert outline(cut, code) == outline(face, face.getGlyphID(own))
                    compared += 1
    assert compared > 80


@pytest.mark.outside("pdffonts")
def test_poppler_calls_every_font_embedded_subset_and_mapped(fonts: Fonts, tmp_path: Path) -> None:
    path = tmp_path / "sample.pdf"
    path.write_bytes(sample_pdf(PRESS, fonts))
    rows = run("pdffonts", path).splitlines()[2:]
    assert len(rows) >= 4
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]


def test_a_subset_is_called_after_its_glyphs(fonts: Fonts) -> None:
    tags = [
        next(iter(glyphs(page_pdf(set_line(fonts, text, BOLD), fonts)))).font[:6]
        for text in ("永字", "字永", "永点")
    ]
    assert tags[0] == tags[1] != tags[2]


def test_state_is_set_only_where_it_changes(fonts: Fonts) -> None:
    lines = [
        run_
        for index in range(5)
        for run_ in set_line(fonts, "同じ書体と墨", BOLD, 9, 10, 10 + 12 * index)
    ]
    used = [operator for _, operator in operations(open_pdf(page_pdf(lines, fonts)), 0)]
    assert used.count("Tf") == used.count("BT") == 1
    assert "g" not in used, "black is where a page begins"
    assert used.count("Td") == len(lines)
