"""Ruby, emphasis dots, raised and lowered signs on set lines: places in ems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.frame import Group, TextRun
from layout.geometry import Pt
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.items import segment
from layout.text.paragraph import Line, Span, prepare, set_paragraph
from layout.theme import TextStyle
from tests.text.setting import BODY

FONTS = Fonts(resource("fonts"))
UNIT = Pt(10.0)
ABOVE = -0.94
"""The ruby's baseline: its em box stands on that of the base (0.88 + 0.12 / 2)."""


def ruby(text: str, *readings: str, style: TextStyle = BODY) -> Span:
    return Span(text, style, ruby=readings)


def lines_of(parts: list[str | Span], measure: float, rules: TextStyle = BODY) -> list[Line]:
    spans = tuple(Span(part, rules) if isinstance(part, str) else part for part in parts)
    return list(set_paragraph(prepare(spans, rules, FONTS), (measure,), UNIT))


def line_of(*parts: str | Span) -> Line:
    (line,) = lines_of(list(parts), 40)
    return line


def places(runs: tuple[TextRun, ...]) -> list[tuple[str, float]]:
    found = [(glyph.text, (run.x + glyph.x) / UNIT) for run in runs for glyph in run.glyphs]
    return [(text, round(x, 4)) for text, x in found]


def base(line: Line) -> list[float]:
    return [x for _, x in places(line.runs)]


def notes(line: Line, role: str = "ruby") -> list[float]:
    return [x for _, x in places(runs_of(line, role))]


def runs_of(line: Line, role: str) -> tuple[TextRun, ...]:
    return tuple(run for group in line.notes if group.role == role for run in group.items)


KINDS = {
    "mono": (("志",), ["し", "し" * 2, "し" * 4]),
    "group": (("今日",), ["き", "きょうは", "きょうこのひ"]),
}
NEIGHBOURS = [  # before, after: how far ruby may lie over them, in ems of the base (Table 1)
    ("あ", 0.5, 0.5),
    ("ア", 0.5, 0.5),
    ("ー", 0.5, 0.5),
    ("っ", 0.5, 0.5),
    ("…", 0.5, 0.5),
    ("、", 0.5, 0.5),  # before: over the space; after: over the comma
    ("。", 0.5, 0.5),
    ("」", 0.5, 0.5),
    ("「", 0.5, 0.5),  # before: over the bracket; after: over the space
    ("・", 0.25, 0.25),
    ("国", 0.0, 0.0),
    ("々", 0.0, 0.0),
    ("？", 0.0, 0.0),
    ("A", 0.25, 0.25),
]


@pytest.mark.parametrize(("char", "before", "after"), NEIGHBOURS)
def test_ruby_lies_over_what_table_1_lets_it(char: str, before: float, after: float) -> None:
    """A reading of five kana is too long by three quarters of an em on either side."""
    plain = base(line_of(f"国{char}国{char}国"))
    set_over = line_of(f"国{char}", ruby("国", "し" * 5), f"{char}国")
    gaps = [b - a for a, b in zip(base(set_over), base(set_over)[1:], strict=False)]
    usual = [b - a for a, b in zip(plain, plain[1:], strict=False)]
    added = [round(gap - was, 4) for gap, was in zip(gaps, usual, strict=True)]
    assert added == [0.0, round(0.75 - before, 4), round(0.75 - after, 4), 0.0]
    centre = base(set_over)[2] + 0.5
    assert notes(set_over) == pytest.approx([centre - 1.25 + 0.5 * k for k in range(5)])


@pytest.mark.parametrize("kind", KINDS)
def test_ruby_no_longer_than_its_base_moves_nothing(kind: str) -> None:
    (text,), readings = KINDS[kind]
    for reading in readings[:2]:
        for before, after in (("国", "国"), ("、", "「"), ("あ", "あ"), ("", "")):
            plain = base(line_of(before + text + after))
            assert base(line_of(before, ruby(text, reading), after)) == plain


def test_the_kinds_of_ruby_on_a_line() -> None:
    assert notes(line_of("国", ruby("志", "し"))) == [1.25]
    assert notes(line_of("国", ruby("今日", "きょう"))) == pytest.approx([1.0833, 1.75, 2.4167])
    assert notes(line_of("国", ruby("京都", "きょう", "と"))) == [1.0, 1.5, 2.0, 2.5]
    assert notes(line_of("国", ruby("今日", "に", "ち"))) == [1.25, 2.25]


def test_ruby_stands_on_the_em_box_of_its_base() -> None:
    line = line_of("国", ruby("志", "し"))
    (run,) = runs_of(line, "ruby")
    assert (run.size, run.y) == (5.0, pytest.approx(ABOVE * 10))
    assert line.above == pytest.approx(5.0)
    assert line_of("国").above == 0.0


def test_between_two_rubies_an_em_of_ruby_stays_free() -> None:
    line = line_of(ruby("志", "し" * 5), "い", ruby("志", "し" * 5))
    found = notes(line)
    assert found[5] - (found[4] + 0.5) == pytest.approx(0.5)


def test_the_words_of_western_text_are_not_spaced_out() -> None:
    line = line_of(ruby("憲法第九条", "Peace"))
    (run,) = runs_of(line, "ruby")
    widths = [FONTS.face(run.face).advance(glyph.gid) * 0.5 for glyph in run.glyphs]
    starts = notes(line)
    assert starts[0] == pytest.approx((5.0 - sum(widths)) / 2, abs=1e-3)
    assert starts[1] - starts[0] == pytest.approx(widths[0], abs=1e-3)
    spread = line_of(ruby("EU", "ヨーロッパ"))
    assert base(spread)[1] - base(spread)[0] == pytest.approx(
        base(line_of("EU"))[1] - base(line_of("EU"))[0], abs=1e-3
    )


@pytest.mark.parametrize(
    ("parts", "breaks"),
    [
        ([ruby("国", "くに"), ruby("家", "か"), "家"], [0, 1, 2]),  # mono parts
        ([ruby("国家", "こっか"), "家"], [1, 2]),  # a group does not
        ([ruby("国家", "こっ", "か"), "家"], [0, 1, 2]),  # a compound between its characters
        ([ruby("々国", "の", "くに"), "家"], [0, 1, 2]),
        ([ruby("国々", "くに", "ぐに"), "家"], [1, 2]),  # but where kinsoku bars it
        (["家", ruby("々", "ぐに"), "家"], [1, 2]),
    ],
)
def test_where_lines_end(parts: list[str | Span], breaks: list[int]) -> None:
    spans = [Span(part, BODY) if isinstance(part, str) else part for part in parts]
    assert segment(spans, BODY, FONTS).items.breaks == breaks


@pytest.mark.parametrize("reading", ["し", "ししし", "しししししし"])
def test_at_the_edges_of_a_line_nothing_sticks_out(reading: str) -> None:
    lines = lines_of(["国国国国", ruby("志", reading), "国国国国", ruby("志", reading), "国"], 4)
    assert "".join(line.text for line in lines) == "国国国国志国国国国志国"
    for line in lines:
        within(line, 4.0)


def test_a_broken_compound_is_set_anew() -> None:
    """情報: the reading of the first lies over the second only where both are on one line."""
    whole = line_of("国", ruby("情報", "じょう", "ほ"), "国")
    assert base(whole) == [0.0, 1.0, 2.0, 3.0]
    rules = BODY._replace(align="start")
    first, second = lines_of(["国国国", ruby("情報", "じょう", "ほ"), "国国国"], 4.6, rules)
    assert (first.text, second.text) == ("国国国情", "報国国国")
    assert base(first) == [0.0, 1.0, 2.0, 3.25]
    assert notes(first) == [3.0, 3.5, 4.0]
    assert (base(second), notes(second)) == ([0.0, 1.0, 2.0, 3.0], [0.25])


def test_the_second_half_of_a_broken_compound_is_set_anew() -> None:
    rules = BODY._replace(align="start")
    first, second = lines_of(["国国国", ruby("都府", "と", "ふふふふ"), "国国国"], 5, rules)
    assert (first.text, second.text) == ("国国国都", "府国国国")
    assert notes(first) == [3.25]
    assert base(second) == [0.5, 2.0, 3.0, 4.0]
    assert notes(second) == [0.0, 0.5, 1.0, 1.5]


def test_at_the_head_of_a_line_ruby_lies_over_nothing() -> None:
    """The base is spread there, where it stands solid between kana."""
    rules = BODY._replace(align="start")
    spans = ["国国国の", ruby("自己同", "アイデンティティ"), "の国"]
    (line,) = lines_of(spans, 12, rules)
    assert base(line)[4:8] == [4.0, 5.0, 6.0, 7.0]
    _, second = lines_of(spans, 6, rules)
    assert base(second) == pytest.approx([0.1667, 1.5, 2.8333, 4.0, 5.0][:3] + [3.8333, 4.8333])
    assert notes(second)[0] == 0.0


def test_the_size_of_ruby_is_the_styles() -> None:
    style = BODY._replace(ruby=0.4)
    (run,) = runs_of(line_of(ruby("志", "し", style=style)), "ruby")
    assert (run.size, run.y) == (4.0, pytest.approx(-9.28))


def test_ruby_wider_than_the_measure_is_told_as_loose() -> None:
    (line,) = lines_of([ruby("志", "こころざしこころざし")], 4)
    assert line.loose
    assert len(lines_of([ruby("志", "し")], 1)) == 1


@given(
    st.lists(
        st.tuples(st.sampled_from(["国", "あ", "、", "「", "国語の", "」"]), st.integers(0, 5)),
        min_size=1,
        max_size=12,
    ),
    st.integers(7, 16),
    st.sampled_from(["justify", "start"]),
)
def test_lines_with_ruby_keep_text_and_measure(
    drawn: list[tuple[str, int]], measure: int, align: str
) -> None:
    rules = BODY._replace(align=align)
    parts: list[str | Span] = []
    for number, (text, count) in enumerate(drawn):
        parts.append(text)
        if count:
            readings = ("し" * count, "き" * (5 - count)) if number % 2 else ("し" * count,)
            parts.append(ruby("漢字" if number % 3 else "漢", *readings[: 2 if number % 3 else 1]))
    said = "".join(part if isinstance(part, str) else part.text for part in parts)
    read = "".join(part.ruby and "".join(part.ruby) for part in parts if isinstance(part, Span))
    lines = lines_of(parts, measure, rules)
    assert "".join(line.text for line in lines) == said
    assert "".join(t for line in lines for t, _ in places(runs_of(line, "ruby"))) == read
    for line in lines:
        within(line, measure)


def within(line: Line, measure: float) -> None:
    """Nothing of a lawful line leaves its measure, and its rubies do not touch one another."""
    starts = notes(line)
    assert all(b - a >= 0.5 - 1e-3 for a, b in zip(starts, starts[1:], strict=False))
    if not line.loose and starts:
        assert starts[0] >= -1e-3
        assert starts[-1] + 0.5 <= measure + 1e-3


def test_dots_stand_over_characters_but_not_over_marks() -> None:
    line = line_of("国", Span("大切な、「語」ー A1", BODY, dots=True))
    dotted = [x for text, x in places(line.runs) if text in "大切な語ーA1"]
    (group,) = line.notes
    assert isinstance(group, Group)
    assert (group.role, group.actual) == ("artifact", "")
    (run,) = group.items
    assert (run.size, run.y) == (5.0, pytest.approx(ABOVE * 10))
    dot = FONTS.face(run.face).advance(run.glyphs[0].gid) * 0.5
    middles = [x + dot / 2 for x in notes(line, "artifact")]
    widths = [1.0] * 5 + [FONTS.shape(char, BODY.faces)[0].advance for char in "A1"]
    assert middles == pytest.approx(
        [x + wide / 2 for x, wide in zip(dotted, widths, strict=True)], abs=1e-3
    )


def test_dots_stand_beyond_ruby() -> None:
    line = line_of(Span("志", BODY, ruby=("し",), dots=True))
    assert line.above == pytest.approx(10.0)


@pytest.mark.parametrize(
    ("script", "rise"), [("super", 0.352), ("sub", -0.14), ("reference", 0.352)]
)
def test_signs_are_raised_and_lowered(script: str, rise: float) -> None:
    line = line_of("国", Span("2", BODY, script=script), "国")
    sign = line.runs[1]
    assert (sign.size, sign.y) == (6.0, pytest.approx(-rise * 10))
    assert [run.y for run in line.runs[::2]] == [0.0, 0.0]


@pytest.mark.parametrize(
    ("parts", "breaks"),
    [
        (["国", Span("1", BODY, script="reference"), "国"], [1, 2]),  # U7
        (["国", Span("※1", BODY, script="reference"), "国"], [2, 3]),
        (["国", Span("2", BODY, script="super"), "国"], [1, 2]),
        (["CO", Span("2", BODY, script="sub"), "国"], [2, 3]),
        (["H", Span("2", BODY, script="sub"), "O国"], [2, 3]),
        (["国", Span("2", BODY, script="super"), "。"], [2]),
    ],
)
def test_signs_are_not_parted_from_their_base(parts: list[str | Span], breaks: list[int]) -> None:
    spans = [Span(part, BODY) if isinstance(part, str) else part for part in parts]
    assert segment(spans, BODY, FONTS).items.breaks == breaks


def test_spaces_beside_signs() -> None:
    """Table 1: nothing after a reference mark, a quarter em between a superscript and kanji."""
    mark = line_of("国", Span("国", BODY, script="reference"), "国")
    assert base(mark) == [0.0, 1.0, 1.6]
    square = line_of("国", Span("国", BODY, script="super"), "国")
    assert base(square) == [0.0, 1.0, 1.85]


def test_short_numbers_that_stand_in_vertical_lines_are_plain_in_horizontal_ones() -> None:
    assert base(line_of("国", Span("12", BODY, upright=True), "月")) == base(line_of("国12月"))


def test_ruby_beside_a_vertical_line_stands_upright_at_the_head_of_its_base() -> None:
    rules = BODY._replace(direction="vertical")
    (line,) = lines_of(["国", ruby("志", "し", style=rules)], 10, rules)
    (run,) = runs_of(line, "ruby")
    assert (run.stance, run.y) == ("upright", pytest.approx(ABOVE * 10))
    assert notes(line) == [1.0]


def test_plain_text_has_nothing_beside_it() -> None:
    line = line_of("国家の12")
    assert line.notes == ()
    assert line.items == line.runs
