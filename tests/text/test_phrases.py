"""Display text broken by phrases."""

import budoux
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.text.fonts import Fonts
from layout.text.phrases import INSIDE_WORD, phrase_costs, phrase_ends
from tests.text.setting import texts_of

DISPLAY = ("NotoSerifJP-Bold", "NotoSansJP-Bold")


def heading(fonts: Fonts, text: str, measure: float, **style: object) -> list[str]:
    display = {"wrap": "phrase", "align": "start", "faces": DISPLAY, "features": ("palt", "kern")}
    return texts_of(fonts, text, measure, **{**display, **style})


@given(st.text("あいがはのをカナー漢字年月日、。「」？1A ", max_size=40))
def test_phrases_are_those_of_budoux(text: str) -> None:
    """Its model is read as data: an upgrade that weighs it otherwise must be noticed."""
    ends, at = [], 0
    for phrase in budoux.load_default_japanese_parser().parse(text):
        at += len(phrase)
        ends.append(at - 1)
    assert phrase_ends(text) == tuple(ends[:-1])


def test_breaks_inside_words_are_the_dearest() -> None:
    text = "マイナンバー制度を"
    costs = dict(zip(text, phrase_costs(text), strict=True))
    assert costs["イ"] == costs["制"] == INSIDE_WORD
    assert 0.0 < costs["ー"] < costs["度"] < INSIDE_WORD


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("国がすすめるデジタル改革の問題点は？", 20, ["国がすすめるデジタル改革の問題点は？"]),
        ("国がすすめるデジタル改革の問題点は？", 14, ["国がすすめる", "デジタル改革の問題点は？"]),
        (
            "国がすすめるデジタル改革の問題点は？",
            8,
            ["国がすすめる", "デジタル改革の", "問題点は？"],
        ),
        (
            "マイナンバー制度の中止・廃止を求める署名にご協力をお願いします",
            18,
            ["マイナンバー制度の中止・廃止を", "求める署名にご協力をお願いします"],
        ),
        ("What happens with My Number System", 10, ["What happens with ", "My Number System"]),
        ("どうなる？\nどうする？", 20, ["どうなる？", "どうする？"]),
    ],
)
def test_headings(fonts: Fonts, text: str, measure: float, lines: list[str]) -> None:
    assert heading(fonts, text, measure) == lines


def test_kinsoku_and_units_hold_where_phrases_would_break(fonts: Fonts) -> None:
    text = "2017年12月「大阪大学」への、1,118件の攻撃"
    for measure in range(5, 20):
        for line in heading(fonts, text, measure):
            assert line[0] not in "」、件年月"
            assert line[-1] not in "「"
            assert not line.endswith(("1,", "20", "1,11"))


def test_no_line_is_short_where_lines_can_be_even(fonts: Fonts) -> None:
    lines = heading(fonts, "個人番号制度は世界の常識なの？", 12)
    assert lines == ["個人番号制度は", "世界の常識なの？"]


def test_a_phrase_wider_than_the_measure_parts_between_its_words(fonts: Fonts) -> None:
    lines = heading(fonts, "マイナンバー制度の", 7)
    assert lines == ["マイナンバー", "制度の"]


def test_long_text_is_set_as_running_text(fonts: Fonts) -> None:
    text = "国家が国民に監視されることはあってはなりません。" * 20
    assert heading(fonts, text, 20) == texts_of(
        fonts, text, 20, align="start", faces=DISPLAY, features=("palt", "kern")
    )
