"""Vertical writing: which way each character stands, and where, in ems along the line."""

from typing import NamedTuple

import icu
import pytest

from layout.frame import ACROSS, UPRIGHT
from layout.geometry import Em, Pt
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.paragraph import Span, place_lines, prepare, set_paragraph
from layout.text.vertical import pieces
from layout.theme import TextStyle
from tests.text.setting import texts_of

BODY = TextStyle(
    "body", ("BIZUDGothic-Regular", "NotoSansJP-Regular"), align="justify", direction="vertical"
)
FACES = ("BIZUDGothic-Regular", "BIZUDPGothic-Regular", "NotoSansJP-Bold", "NotoSerifJP-Black")
FONTS = Fonts(resource("fonts"))

faces = pytest.mark.parametrize("face", FACES)


class Stood(NamedTuple):
    """A glyph of a line: where its cell begins, how it stands, its number in its face."""

    char: str
    x: float
    stance: str
    face: str
    gid: int
    rise: float

    @property
    def is_vertical_form(self) -> bool:
        return FONTS.face(self.face).gid(ord(self.char)) != self.gid


def stood(text: str, measure: float = 40, span: Span | None = None, **style: object) -> list[Stood]:
    """The glyphs of the first line."""
    rules = BODY._replace(**style)
    spans = (span or Span(text, rules),)
    [line, *_] = place_lines(prepare(spans, rules, FONTS), (measure,))
    part = line.segment
    return [
        Stood(
            part.texts[k],
            round(line.starts[k - line.first], 6),
            part.runs[k].stance,
            part.runs[k].face,
            part.gids[k],
            part.rises[k],
        )
        for k in range(line.first, line.last + 1)
    ]


def test_every_character_of_the_fonts_stands_as_unicode_says() -> None:
    """UAX #50, as ICU has it; but for leaders and dashes, which Japanese faces have forms for."""
    code_points = set().union(*(FONTS.face(face).code_points() for face in FACES))
    orientation = icu.UProperty.VERTICAL_ORIENTATION
    wrong = []
    for char in map(chr, sorted(code_points)):
        told = icu.Char.getIntPropertyValue(ord(char), orientation) != 0
        [piece] = pieces(char, 0)
        exempt = char in "—―…‥“”" or icu.Char.charType(char) == icu.UCharCategory.NON_SPACING_MARK
        if (piece.stance == "upright") != told and not exempt:
            wrong.append((f"U+{ord(char):04X}", piece.stance))
    assert not wrong


@faces
def test_marks_take_their_vertical_forms(face: str) -> None:
    text = "、。「」『』（）〔〕【】ーっゃヶ…〜："
    found = stood(text, faces=(face,))
    assert [glyph.stance for glyph in found] == [UPRIGHT] * len(text)
    assert all(glyph.is_vertical_form for glyph in found)


@faces
def test_ink_of_marks_lies_in_their_half_of_the_cell(face: str) -> None:
    """Half an em is taken off the other half: no ink may be there (3.1.2 turned by a quarter)."""
    opened = FONTS.face(face)
    for char in "、。，．」』）〕】〟「『（〔【〝・":
        [glyph] = FONTS.shape(char, (face,), (), direction="ttb")
        _, bottom, _, top = box(opened, glyph.gid)
        head = 0.88 - top + glyph.dx  # from the head of the cell to the ink
        foot = 0.88 - bottom + glyph.dx
        assert head >= -0.03
        assert foot <= glyph.advance + 0.03
        if glyph.advance == 1.0 and char in "、。，．」』）〕】":
            assert foot <= 0.53, char
        elif glyph.advance == 1.0 and char in "「『（〔【":
            assert head >= 0.47, char
        elif glyph.advance == 1.0 and char == "・":
            assert head >= 0.22
            assert foot <= 0.78


def box(face, gid: int) -> tuple[float, float, float, float]:
    extents = face.font.get_glyph_extents(gid)
    left, top = extents.x_bearing / face.upem, extents.y_bearing / face.upem
    return (
        left,
        top + extents.height / face.upem,
        left + extents.width / face.upem,
        top,
    )


def places(text: str, **style: object) -> list[tuple[str, float]]:
    return [(glyph.char, glyph.x) for glyph in stood(text, **style)]


def test_marks_stand_as_in_horizontal_lines() -> None:
    """Table 1 along the line; x is the cell's head, a bracket's cell is cut by its first half."""
    assert places("「国、語。」っー…と") == [
        ("「", -0.5),
        ("国", 0.5),
        ("、", 1.5),
        ("語", 2.5),
        ("。", 3.5),
        ("」", 4.0),
        ("っ", 5.0),
        ("ー", 6.0),
        ("…", 7.0),
        ("と", 8.0),
    ]


def test_western_words_lie_along_the_line_a_quarter_em_from_japanese() -> None:
    found = stood("中AB文")
    assert [(glyph.char, glyph.x) for glyph in found] == [
        ("中", 0.0),
        ("A", 1.25),
        ("B", 1.75),
        ("文", 2.5),
    ]
    assert [glyph.stance for glyph in found] == [UPRIGHT, "", "", UPRIGHT]
    assert not found[1].is_vertical_form


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("第3回", [UPRIGHT, ACROSS, UPRIGHT]),
        ("12月", [ACROSS, ACROSS, UPRIGHT]),
        ("2026年", ["", "", "", "", UPRIGHT]),
        ("A4判", ["", "", UPRIGHT]),
        ("え!?と", [UPRIGHT, ACROSS, ACROSS, UPRIGHT]),
        ("３回", [UPRIGHT, UPRIGHT]),
    ],
)
def test_short_numbers_stand_upright(text: str, stances: list[str]) -> None:
    assert [glyph.stance for glyph in stood(text)] == stances


def test_tate_chu_yoko_takes_one_em_and_no_quarter_em() -> None:
    assert places("午12時") == [("午", 0.0), ("1", 1.0), ("2", 1.0), ("時", 2.0)]


@faces
def test_tate_chu_yoko_is_centred_across_the_line(face: str) -> None:
    for text in ("12", "7", "24"):
        [line] = set_line(f"午{text}時", faces=(face,))
        [run] = [run for run in line.runs if run.stance == ACROSS]
        opened = FONTS.face(face)
        # Across the line the head of a glyph's own axis points to the line's upper side.
        left = -(run.y + run.glyphs[0].y)
        right = -(run.y + run.glyphs[-1].y) + opened.advance(run.glyphs[-1].gid) * run.size
        assert (left + right) / 2 == pytest.approx(0.38 * 10, abs=0.01)
        assert right - left <= 11.01
        assert len({glyph.x for glyph in run.glyphs}) == 1


def set_line(text: str, **style: object):
    rules = BODY._replace(**style)
    return set_paragraph(prepare((Span(text, rules),), rules, FONTS), (40,), Pt(10))


def test_an_author_may_stand_more_digits_upright() -> None:
    found = stood("", span=Span("119", BODY, upright=True))
    assert [(glyph.char, glyph.x, glyph.stance) for glyph in found] == [
        ("1", 0.0, ACROSS),
        ("1", 0.0, ACROSS),
        ("9", 0.0, ACROSS),
    ]


def test_digits_lie_along_the_line_where_the_style_says_so() -> None:
    assert [glyph.stance for glyph in stood("12月", upright_digits=0)] == ["", "", UPRIGHT]


def test_a_line_is_not_broken_inside_tate_chu_yoko_nor_before_its_counter() -> None:
    assert texts_of(FONTS, "今年の12月に", 4, direction="vertical") == ["今年の", "12月に"]


def test_an_exponent_lies_with_its_unit() -> None:
    """A reference mark after Japanese stands upright as the text does."""
    spans = (Span("約5km", BODY), Span("2", BODY, script="super"), Span("の国", BODY))
    marked = (*spans, Span("1", BODY, script="reference"))
    [line] = place_lines(prepare(marked, BODY, FONTS), (40,))
    part = line.segment
    stances = dict(zip(part.offsets, [run.stance for run in part.runs], strict=True))
    assert (stances[1], stances[2], stances[4], stances[7]) == ("", "", "", ACROSS)


def test_double_quotes_become_double_primes() -> None:
    """〝 and 〟 stand for “ and ” in vertical lines (3.1.1); the text stays what was typed."""
    found = stood("は“東京”と")
    face = FONTS.face(found[1].face)
    forms = [FONTS.shape(char, BODY.faces, (), direction="ttb")[0].gid for char in "〝〟"]
    assert [glyph.gid for glyph in found if glyph.char in "“”"] == forms
    assert face.gid(ord("“")) not in forms
    assert "".join(glyph.char for glyph in found) == "は“東京”と"


def test_what_has_no_vertical_form_is_turned() -> None:
    """BIZ UDGothic has none for the wave: it must not stand across the line."""
    found = stood("一〰〰二", faces=("BIZUDGothic-Regular",))
    assert [glyph.stance for glyph in found] == [UPRIGHT, "", "", UPRIGHT]


def test_a_dash_stands_a_full_em_along_the_line() -> None:
    """Not as BIZ UDGothic’s — does, half an em long and without a vertical form."""
    dashes = stood("一——二", faces=("BIZUDGothic-Regular",))[1:-1]
    assert [(glyph.char, glyph.stance) for glyph in dashes] == [("—", UPRIGHT)] * 2
    for glyph in dashes:
        left, bottom, right, top = box(FONTS.face(glyph.face), glyph.gid)
        assert top - bottom > 0.9 > right - left


def test_a_dash_joined_to_one_glyph_is_turned_too() -> None:
    found = stood("一——二", faces=("NotoSerifJP-Black",))
    assert len(found) in (3, 4)
    for glyph in found[1:-1]:
        left, bottom, right, top = box(FONTS.face(glyph.face), glyph.gid)
        along_is_long = right - left > top - bottom
        assert along_is_long == (glyph.stance == "")


def test_variation_sequences_and_marks_stay_with_their_base() -> None:
    found = stood("葛󠄀か゚")
    assert [(glyph.char, glyph.stance) for glyph in found if glyph.char] == [
        ("葛󠄀", UPRIGHT),
        ("か゚", UPRIGHT),
    ]


def test_sizes_share_one_centre_line() -> None:
    large = BODY._replace(size=Em(2.0))
    spans = (Span("国A", BODY), Span("国A", large))
    [line] = place_lines(prepare(spans, BODY, FONTS), (40,))
    part = line.segment
    assert part.rises == pytest.approx([-0.38, 0.0, -0.38, 0.38])


def test_the_lines_break_as_horizontal_ones_do() -> None:
    """Along the line nothing differs where all is full-width."""
    text = "番号で個人情報を「ひもづけ」る仕組みです。国、語。" * 5
    for measure in (9, 14, 21):
        assert texts_of(FONTS, text, measure, direction="vertical") == texts_of(
            FONTS, text, measure
        )
