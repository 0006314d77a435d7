"""Questions: the lead found in the answer, marked where it stands."""

import pytest

from layout.blocks.question import answer_spans
from layout.document import Question, Text
from layout.forms.lettering import marked
from layout.marked import parted
from layout.notation import parse
from layout.questions import first_sentence
from layout.room import Setter
from layout.text.fonts import Fonts
from layout.theme import Theme
from tests.blocks.rooms import room_of


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("はい。そうです。", "はい。"),
        ("「はい。」と言う。次。", "「はい。」"),
        ("本当！？そう。", "本当！？"),
        ("終わりのない文", "終わりのない文"),
        ("一行目\n二行目。", "一行目"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_with_its_marks(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def spoken(calm: Theme, answer: str, lead: str | None) -> list[list[tuple[str, str]]]:
    question = Question(Text("なに？"), Text(answer), lead=lead and Text(lead))
    spans = answer_spans(question, calm.options("question"))
    return [[(span.text, span.style.name) for span in paragraph] for paragraph in spans]


def test_the_lead_is_the_first_sentence_unless_the_author_says_otherwise(calm: Theme) -> None:
    assert spoken(calm, "甲。乙。", None) == [[("甲。", "lead"), ("乙。", "body")]]
    assert spoken(calm, "甲。乙。丙。", "乙。") == [
        [("甲。", "body"), ("乙。", "lead"), ("丙。", "body")]
    ]


def test_paragraphs_stay_apart_and_nothing_is_lost(calm: Theme) -> None:
    paragraphs = spoken(calm, "甲。\n乙乙。丙。", "乙乙。")
    assert paragraphs == [[("甲。", "body")], [("乙乙。", "lead"), ("丙。", "body")]]


def test_marks_stay_where_they_are_whatever_the_lead_is(calm: Theme) -> None:
    answer = parse("{憲法|けんぽう}は{圏点:大切}。次の\n{注:※}です。")
    question = Question(Text("なに？"), answer, lead=Text("憲法は大"))
    first, second = answer_spans(question, calm.options("question"))
    assert [(span.text, span.style.name) for span in first] == [
        ("憲法", "lead"),
        ("は", "lead"),
        ("大切", "lead"),
        ("。次の", "body"),
    ]
    assert (first[0].ruby, first[2].dots) == (("けんぽう",), True)
    assert [(span.text, span.script) for span in second] == [("※", "reference"), ("です。", "")]


def test_one_stroke_lies_under_a_line_of_the_lead_whatever_is_marked_in_it(
    calm: Theme, fonts: Fonts
) -> None:
    room, form = room_of(calm, Setter(fonts)), calm.options("question")
    text, lead = form.style("text"), form.style("lead")
    plain, marked_up = (
        parse("はい、日本国憲法です。次"),
        parse("はい、{縦中横:日本国}{圏点:憲法}です。次"),
    )
    strokes = [
        marked(room, room.spans(parted(each, ((len(each) - 1, lead), (len(each), text))), text)[0],
               text, lead, form.ink("marker"))
        for each in (plain, marked_up)
    ]  # fmt: skip
    assert len(strokes[0]) == 1
    assert strokes[0] == strokes[1]
