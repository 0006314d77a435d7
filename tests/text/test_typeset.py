"""What ``typeset`` answers."""

import json

import pytest

from layout.problems import LeafletError
from layout.text.fonts import Fonts
from layout.text.typeset import typeset
from tests.text.setting import BODY


def answer(fonts: Fonts, **job: object) -> dict:
    (found,) = typeset([{"id": "a", "measure_em": 10, **job}], BODY, fonts)
    return found


def test_an_answer_says_where_each_glyph_stands(fonts: Fonts) -> None:
    found = answer(fonts, text="「国」A 1。")
    assert found["id"] == "a"
    (line,) = found["lines"]
    assert line["text"] == "「国」A 1。"
    assert line["width_em"] == pytest.approx(0.5 + 1 + 1 + 0.5 + 1 / 3 + 0.5 + 1, abs=1e-6)
    assert [(g["char"], g["index"], g["x_em"], g["advance_em"]) for g in line["glyphs"]] == [
        ("「", 0, -0.5, 1.0),  # the left side of its full-width cell
        ("国", 1, 0.5, 1.0),
        ("」", 2, 1.5, 1.0),
        ("A", 3, 2.5, 0.5),
        (" ", 4, 3.0, 0.333333),
        ("1", 5, 3.333333, 0.5),
        ("。", 6, 3.833333, 1.0),
    ]


def test_indexes_count_code_points_over_lines_and_forced_breaks(fonts: Fonts) -> None:
    text = "𠮷葛\U000e0100国" * 5 + "\n\n国 家"
    lines = answer(fonts, text=text)["lines"]
    glyphs = [glyph for line in lines for glyph in line["glyphs"]]
    assert all(text.startswith(glyph["char"], glyph["index"]) for glyph in glyphs)
    assert "".join(glyph["char"] for glyph in glyphs) == text.replace("\n", "")


def test_lines_are_justified_unless_asked_otherwise(fonts: Fonts) -> None:
    text = "国家、" * 9
    assert answer(fonts, text=text, measure_em=10.2)["lines"][0]["width_em"] == 10.2
    ragged = answer(fonts, text=text, measure_em=10.2, justify=False)["lines"]
    assert ragged[0]["width_em"] < 10.2


@pytest.mark.parametrize(
    ("style", "text", "first"),
    [
        ({}, "国" * 10 + "ー国国", "国" * 9),
        ({"strictness": "strict"}, "国" * 10 + "ー国国", "国" * 10),
        ({"hanging": True}, "国" * 10 + "。国国", "国" * 10 + "。"),
        ({"house_rules": False}, "国" * 9 + "1件国国", "国" * 9 + "1"),
        ({"font": "NotoSansJP-Regular"}, "国" * 13, "国" * 10),
        ({"direction": "horizontal", "kern": True, "line_end": "jis"}, "国" * 13, "国" * 10),
    ],
)
def test_styles(fonts: Fonts, style: dict, text: str, first: str) -> None:
    assert answer(fonts, text=text, style=style)["lines"][0]["text"] == first


def test_the_first_line_is_indented(fonts: Fonts) -> None:
    lines = answer(fonts, text="国" * 13, indent_em=1)["lines"]
    assert [line["glyphs"][0]["x_em"] for line in lines] == [1.0, 0.0]


def test_a_line_without_a_lawful_way_says_so(fonts: Fonts) -> None:
    lines = answer(fonts, text="A" * 30)["lines"]
    assert [line.get("loose", False) for line in lines] == [True, False]


def test_answers_are_plain_values(fonts: Fonts) -> None:
    found = answer(fonts, text="国家 A")
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("job", "code", "field"),
    [
        ({"measure_em": 10}, "typeset-job", "text"),
        ({"text": 1, "measure_em": 10}, "typeset-job", "text"),
        ({"text": "国"}, "typeset-job", "measure_em"),
        ({"text": "国", "measure_em": -1}, "typeset-job", "measure_em"),
        ({"text": "国", "measure_em": True}, "typeset-job", "measure_em"),
        ({"text": "国", "measure_em": 1, "justify": 1}, "typeset-job", "justify"),
        ({"text": "国", "measure_em": 1, "size_pt": 0}, "typeset-job", "size_pt"),
        ({"text": "国", "measure_em": 1, "indent_em": "1"}, "typeset-job", "indent_em"),
        ({"text": "国", "measure_em": 1, "style": "strict"}, "typeset-job", "style"),
        ({"text": "国", "measure_em": 1, "width": 3}, "typeset-job", "width"),
        (
            {"text": "国", "measure_em": 1, "style": {"strictness": "x"}},
            "typeset-style",
            "strictness",
        ),
        ({"text": "国", "measure_em": 1, "style": {"kern": 1}}, "typeset-style", "kern"),
        ({"text": "国", "measure_em": 1, "style": {"colour": "red"}}, "typeset-style", "colour"),
        ("国", "typeset-job", ""),
    ],
)
def test_what_cannot_be_set_is_said_by_job(
    fonts: Fonts, job: object, code: str, field: str
) -> None:
    good = {"text": "国", "measure_em": 10}
    with pytest.raises(LeafletError) as raised:
        typeset([good, job], BODY, fonts)
    (fault,) = raised.value.problems
    assert (fault.code, dict(fault.arguments)["job"], dict(fault.arguments)["field"]) == (
        code,
        "1",
        field,
    )
    assert raised.value.exit_code == 3
