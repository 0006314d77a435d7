"""The notation: what is a mark, where it stands, what is said when it is wrong."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.document import Mark, Text, joined
from layout.notation import (
    FAULT,
    LANGUAGES,
    NAMED,
    characters,
    escaped,
    looks_marked,
    parse,
    pieces,
)

TYPED = st.text(st.sampled_from("{}|｜:：\n 　ab1憲法けん圏点sup注en"), max_size=40)


@pytest.mark.parametrize(
    ("typed", "text", "kind", "value"),
    [
        ("{憲法|けんぽう}", "憲法", "ruby", ("けんぽう",)),
        ("{憲法|けん|ぽう}", "憲法", "ruby", ("けん", "ぽう")),
        ("{憲|けん}", "憲", "ruby", ("けん",)),
        ("{憲法｜けん｜ぽう}", "憲法", "ruby", ("けん", "ぽう")),
        ("{ 憲法 | けんぽう }", "憲法", "ruby", ("けんぽう",)),
        ("{葛󠄀城|かつら|ぎ}", "葛󠄀城", "ruby", ("かつら", "ぎ")),
        ("{時刻|10:30}", "時刻", "ruby", ("10:30",)),
        ("{圏点:大切}", "大切", "dots", ()),
        ("{dots:大切}", "大切", "dots", ()),
        ("{圏点：大切}", "大切", "dots", ()),
        ("{縦中横:12}", "12", "upright", ()),
        ("{tcy:12}", "12", "upright", ()),
        ("{上付:2}", "2", "super", ()),
        ("{SUP:2}", "2", "super", ()),
        ("{ｓｕｐ：2}", "2", "super", ()),
        ("{下付:2}", "2", "sub", ()),
        ("{sub:2}", "2", "sub", ()),
        ("{注:※1}", "※1", "reference", ()),
        ("{ref:※1}", "※1", "reference", ()),
        ("{en:International Labour Organization}", "International Labour Organization",
         "language", ("en",)),
        ("{en: a:b|c}", "a:b|c", "language", ("en",)),
        ("{zh-hans:工会}", "工会", "language", ("zh-Hans",)),
        ("{ベトナム語:công đoàn}", "công đoàn", "language", ("vi",)),
        ("{支部}", "{支部}", "slot", ("支部",)),
    ],
)  # fmt: skip
def test_a_mark(typed: str, text: str, kind: str, value: tuple[str, ...]) -> None:
    found = parse(f"前{typed}後{{{{")
    assert found == f"前{text}後{{"
    assert found.marks == (Mark(kind, 1, 1 + len(text), value),)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("{憲法|け|ん|ぽう}", "ruby-count"),
        ("{日本国|にほん|こく}", "ruby-count"),
        ("{|けんぽう}", "mark-empty"),
        ("{憲法|}", "mark-empty"),
        ("{憲法|けん|}", "mark-empty"),
        ("{圏点:}", "mark-empty"),
        ("{en: }", "mark-empty"),
        ("{}", "mark-empty"),
        ("{ }", "mark-empty"),
        ("{圏店:大切}", "mark-unknown"),
        ("{:大切}", "mark-unknown"),
        ("{第1条:憲法|けんぽう}", "mark-unknown"),
        ("{圏点:大切", "mark-unclosed"),
        ("{憲法|けん\nぽう", "mark-unclosed"),
        ("{圏点:{憲法|けんぽう}}", "mark-nested"),
        ("{圏点:{支部}の}", "mark-nested"),
        ("{en:a {{b}} c}", "mark-nested"),
        ("{大切", "placeholder-brace"),
        ("大切}", "placeholder-brace"),
    ],
)
def test_a_fault_is_one_fault(typed: str, code: str) -> None:
    faults = [piece for piece in pieces(f"前{typed}") if piece.kind == FAULT]
    assert [(fault.value[0], fault.at) for fault in faults] == [
        (code, 1 + typed.find("}") * (code == "placeholder-brace" and typed[0] != "{"))
    ]


def test_escapes_stand_beside_marks() -> None:
    assert parse("{{憲法|けんぽう}}") == "{憲法|けんぽう}"
    assert parse("{{憲法|けんぽう}}").marks == ()
    found = parse("{{{憲法|けんぽう}}}")
    assert found == "{憲法}"
    assert found.marks == (Mark("ruby", 1, 3, ("けんぽう",)),)


@given(st.text())
def test_what_is_escaped_is_plain(text: str) -> None:
    assert parse(escaped(text)) == text
    assert parse(escaped(text)).marks == ()


@given(TYPED)
def test_marks_stand_in_order_inside_the_text(typed: str) -> None:
    text = parse(typed)
    ends = [0, *(end for mark in text.marks for end in (mark.start, mark.stop)), len(text)]
    assert ends == sorted(ends)
    assert all(text[mark.start : mark.stop].strip() for mark in text.marks)
    for mark in text.marks:
        if mark.kind == "ruby":
            counts = (1, len(characters(text[mark.start : mark.stop])))
            assert len(mark.value) in counts
            assert all(mark.value)


@given(TYPED)
def test_every_piece_stands_where_it_says(typed: str) -> None:
    found = list(pieces(typed))
    assert all(typed.startswith(piece.text, piece.at) for piece in found)
    assert [piece.at for piece in found] == sorted(piece.at for piece in found)


@given(TYPED, st.integers(0, 40), st.integers(0, 40))
def test_the_parts_of_a_text_make_it_up(typed: str, first: int, second: int) -> None:
    text = parse(typed)
    low, high = sorted((min(first, len(text)), min(second, len(text))))
    parts = (text.part(0, low), text.part(low, high), text.part(high, len(text)))
    whole = joined(parts)
    assert whole == text
    uncut = [m for m in text.marks if not any(m.start < cut < m.stop for cut in (low, high))]
    assert set(uncut) <= set(whole.marks)
    for part in parts:
        assert all(0 <= mark.start < mark.stop <= len(part) for mark in part.marks)


@given(TYPED)
def test_paragraphs_keep_their_marks(typed: str) -> None:
    text = parse(typed)
    paragraphs = text.paragraphs
    assert list(paragraphs) == [line for line in text.split("\n") if line]
    assert [m.value for p in paragraphs for m in p.marks] == [m.value for m in text.marks]
    marked = [p[m.start : m.stop] for p in paragraphs for m in p.marks]
    assert marked == [text[m.start : m.stop] for m in text.marks]


def test_a_reading_of_a_part_goes_and_dots_are_cut() -> None:
    text = parse("{憲法|けん|ぽう}は{圏点:大切}")
    assert text.part(1, 4) == "法は大"
    assert text.part(1, 4).marks == (Mark("dots", 2, 3),)


def test_a_text_equals_its_string() -> None:
    assert parse("{憲法|けんぽう}") == "憲法"
    assert hash(parse("{憲法|けんぽう}")) == hash("憲法")
    assert joined(("〒", Text("1"))) == "〒1"


@pytest.mark.parametrize(
    "text", ["{漢字|かんじ}", "前{漢字｜かん｜じ}", "{圏点:大切}", "{en:Labour}"]
)
def test_what_looks_like_a_mark(text: str) -> None:
    assert looks_marked(text) == text.index("{")


@pytest.mark.parametrize(
    "text",
    ["{name}", "{a|b}", "{x: 1}", "{漢字}", "{漢字|kanji}", "{{", "100%{", "{", "集合{x|x>0}"],
)
def test_what_does_not(text: str) -> None:
    assert looks_marked(text) == -1


def test_looking_and_reading_take_no_longer_than_the_text() -> None:
    """Texts that make a careless pattern go back again and again; the time limit is pytest's."""
    texts = ("{漢", "{a", "{a{b}", "{a{b}{", "{en:", "{a}}", "{漢|あ", "漢")
    for text in (f"{{{part * 8_000}" for part in texts):
        looks_marked(text)
        assert sum(len(piece.text) for piece in pieces(text)) <= len(text)


def test_no_name_could_be_two_marks() -> None:
    assert len({name.casefold() for name in NAMED}) == len(NAMED)
    assert {
        "en",
        "pt",
        "vi",
        "fr",
        "de",
        "es",
        "it",
        "id",
        "tl",
        "ko",
        "zh-Hans",
        "zh-Hant",
    } <= set(LANGUAGES)


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_the_tables_of_the_readme_show_what_is_read(name: str) -> None:
    """Every mark in the tables is one, and every kind of mark is in them."""
    page = (Path(__file__).parent.parent / name).read_text(encoding="utf-8")
    typed = re.findall(r"`(\{[^{}`]*\})`", page.replace(r"\|", "|"))
    marks = [mark for each in typed for mark in parse(each).marks]
    assert len(marks) == len(typed)
    kinds = {"ruby", "dots", "upright", "super", "sub", "reference", "language"}
    assert kinds <= {mark.kind for mark in marks}
