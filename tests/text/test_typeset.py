"""What ``typeset`` answers."""

import json

import pytest

from layout.problems import LeafletError
from layout.text.fonts import Fonts
from layout.text.typeset import check_jobs, missing_glyphs, to_json, typeset
from tests.text.setting import BODY


def answer(fonts: Fonts, **job: object) -> dict:
    (found,) = answers([{"id": "a", "measure_em": 10, **job}], fonts)
    return found


def answers(jobs: list, fonts: Fonts) -> list:
    assert check_jobs(jobs, fonts) == ()
    return [json.loads(to_json(told)) for told in typeset(jobs, BODY, fonts)]


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
        (" ", 4, 3.0, 0.33333333),
        ("1", 5, 3.3333333, 0.5),
        ("。", 6, 3.8333333, 1.0),
    ]


def test_vertical_lines_are_told_along_the_line(fonts: Fonts) -> None:
    style = {"direction": "vertical"}
    (line,) = answer(fonts, text="「国」は12月A", measure_em=20, style=style)["lines"]
    assert line["width_em"] == 6.25
    assert [(g["char"], g["x_em"], g["advance_em"]) for g in line["glyphs"]] == [
        ("「", -0.5, 1.0),
        ("国", 0.5, 1.0),
        ("」", 1.5, 1.0),
        ("は", 2.5, 1.0),
        ("1", 3.5, 1.0),  # across the line: the first brings the cell
        ("2", 3.5, 0.0),
        ("月", 4.5, 1.0),
        ("A", 5.75, 0.5),
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


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_forces_a_break_and_counts_its_own_code_points(
    fonts: Fonts, end: str
) -> None:
    lines = answer(fonts, text=f"国{end}家{end}")["lines"]
    assert [line["text"] for line in lines] == ["国", "家", ""]
    assert lines[1]["glyphs"][0]["index"] == 1 + len(end)


@pytest.mark.parametrize(
    "text", ["", "国", "%d％5%", 'a"b\\c', "\t国", "　国", "ab  cd ", "「", "葛󠄀"]
)
@pytest.mark.parametrize("measure", [0.001, 1, 4.25, 1e8])
def test_any_text_at_any_measure(fonts: Fonts, text: str, measure: float) -> None:
    lines = answer(fonts, text=text, measure_em=measure)["lines"]
    assert "".join(line["text"] for line in lines) == text
    assert "".join(glyph["char"] for line in lines for glyph in line["glyphs"]) == text


def test_texts_are_prepared_once_for_all_measures_and_styles_apart(fonts: Fonts) -> None:
    jobs = [
        {"id": 0, "text": "国家監視1件社会反対", "measure_em": measure, "style": house}
        for measure in (3, 4.75, 6)
        for house in ({"house_rules": True}, {"house_rules": False})
    ]
    for number, job in enumerate(jobs):
        job["id"] = number
    (alone,) = answers([jobs[3]], fonts)
    assert answers(jobs, fonts)[3] == alone
    assert len({json.dumps(told["lines"]) for told in answers(jobs, fonts)}) > 3


def test_long_texts_follow_one_another_without_being_kept(fonts: Fonts) -> None:
    jobs = [{"id": n, "text": "国家、" * 8000, "measure_em": 20 + n % 2} for n in range(3)]
    jobs.insert(1, {"id": 9, "text": "反対、" * 9000, "measure_em": 20})
    told = answers(jobs, fonts)
    assert told[0]["lines"] == told[3]["lines"]


def test_a_character_without_a_glyph_is_listed_and_warned_of_once(fonts: Fonts) -> None:
    jobs = [
        {"id": 1, "text": "国😀\x07😀\n", "measure_em": 9},
        {"id": 2, "text": "😀", "measure_em": 9},
    ]
    assert [told.get("missing") for told in answers(jobs, fonts)] == [[1, 2, 3], [0]]
    warned = [dict(found.arguments) for found in missing_glyphs(jobs, BODY, fonts)]
    assert [(w["job"], w["index"], w["code_point"]) for w in warned] == [
        ("1", "1", "U+1F600"),
        ("1", "2", "U+0007"),
    ]


@pytest.mark.parametrize(
    ("job", "code", "field"),
    [
        ({"measure_em": 10}, "typeset-missing", "text"),
        ({"text": "国"}, "typeset-missing", "measure_em"),
        ({"id": None}, "typeset-value", "id"),
        ({"id": True}, "typeset-value", "id"),
        ({"text": 1}, "typeset-value", "text"),
        ({"text": "国\ud842"}, "typeset-surrogate", "text"),
        ({"measure_em": -1}, "typeset-value", "measure_em"),
        ({"measure_em": True}, "typeset-value", "measure_em"),
        ({"measure_em": float("nan")}, "typeset-value", "measure_em"),
        ({"measure_em": 10**400}, "typeset-value", "measure_em"),
        ({"justify": 1}, "typeset-value", "justify"),
        ({"size_pt": 0}, "typeset-value", "size_pt"),
        ({"indent_em": "1"}, "typeset-value", "indent_em"),
        ({"indent_em": -1}, "typeset-value", "indent_em"),
        ({"style": "strict"}, "typeset-value", "style"),
        ({"style": None}, "typeset-value", "style"),
        ({"width": 3}, "typeset-unknown", "width"),
        ({"style": {"strictness": "x"}}, "typeset-style", "strictness"),
        ({"style": {"strictness": []}}, "typeset-style", "strictness"),
        ({"style": {"kern": 1}}, "typeset-style", "kern"),
        ({"style": {"font": ["a"]}}, "typeset-style", "font"),
        ({"style": {"colour": "red"}}, "typeset-style", "colour"),
        ("国", "typeset-job", ""),
    ],
)
def test_what_cannot_be_set_is_said_by_job(
    fonts: Fonts, job: object, code: str, field: str
) -> None:
    good = {"id": "a", "text": "国", "measure_em": 10}
    if isinstance(job, dict):
        needed = ("text", "measure_em") if code == "typeset-missing" else ()
        job = {**{name: value for name, value in good.items() if name not in needed}, **job}
    (fault,) = check_jobs([good, job], fonts)
    told = dict(fault.arguments)
    assert (fault.code, told["job"], told["field"]) == (code, "2", field)


def test_a_font_that_there_is_not_is_an_error_of_its_own(fonts: Fonts) -> None:
    job = {"id": "a", "text": "国", "measure_em": 10, "style": {"font": "none"}}
    with pytest.raises(LeafletError) as raised:
        check_jobs([job], fonts)
    assert raised.value.exit_code == 5


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("国。　国", [0, 1, 2, 3]),
        ("国。　　国", [0, 1, 2, 3, 4]),
        ("国」　国", [0, 1, 1.5, 2.5]),
        ("国　「国", [0, 1, 1.5, 2.5]),
        ("国。　「国", [0, 1, 2, 2.5, 3.5]),
        ("国　・国", [0, 1, 2, 3]),
        ("　　国", [0, 1, 2]),
    ],
)
def test_full_width_spaces_have_cells_beside_the_space_of_marks(
    fonts: Fonts, text: str, places: list
) -> None:
    """JLREQ Table 1: a half em after 。 before U+3000, none after 」, none before 「."""
    (line,) = answer(fonts, text=text, measure_em=20)["lines"]
    assert [glyph["x_em"] for glyph in line["glyphs"]] == pytest.approx(places)
    assert {glyph["advance_em"] for glyph in line["glyphs"]} == {1}


def test_a_full_width_space_at_the_line_end_takes_up_nothing(fonts: Fonts) -> None:
    lines = answer(fonts, text="国国国？　国国国国", measure_em=4)["lines"]
    assert lines[0]["glyphs"][-1]["advance_em"] == 0
