"""One case for each rule of Japanese line composition, by its id (K, U, S, L, E, A, W, H).

Texts are built so that a single rule decides: solid kanji fill the rest of the measure.
"""

import pytest

from layout.text.fonts import Fonts
from tests.text.setting import SetLine, lines_of, texts_of

LAST_LINE = "続く文がまだ続いていくのである"


def kanji(count: int) -> str:
    return ("国家監視社会反対署名運動連絡協議" * 3)[:count]


def first(fonts: Fonts, text: str, measure: float = 10, **style: object) -> str:
    """The first line of a text that goes on long enough to leave no scrap."""
    return texts_of(fonts, text + LAST_LINE, measure, **style)[0]


# K: where a line may not start or end


@pytest.mark.parametrize("char", "」）』】〉》。、！？・：；々ーっゃァッヶゝヽ〜‐゠")
def test_k1_no_line_starts_with(fonts: Fonts, char: str) -> None:
    assert first(fonts, kanji(10) + char) in (kanji(10) + char, kanji(9))


@pytest.mark.parametrize("char", "「（『【〈《“￥＄€№")
def test_k2_no_line_ends_with(fonts: Fonts, char: str) -> None:
    assert first(fonts, kanji(9) + char + "国") == kanji(9)


@pytest.mark.parametrize("char", "％℃‰°")
def test_k3_a_postfixed_sign_stays_with_its_number(fonts: Fonts, char: str) -> None:
    assert first(fonts, kanji(9) + "15" + char) == kanji(9)
    assert first(fonts, kanji(9) + "1" + char) == kanji(9)


@pytest.mark.parametrize(
    ("level", "starts"),
    [
        ("very-strict", ""),
        ("strict", "々ーっァ"),
        ("loose", "々ーっァ〜‐・"),
        ("very-loose", "々ーっァ〜‐・：！？ゝ"),
    ],
)
def test_k4_levels_let_more_start_a_line(fonts: Fonts, level: str, starts: str) -> None:
    for char in "々ーっァ〜‐・：！？ゝ」。、":
        split = first(fonts, kanji(10) + char, strictness=level) == kanji(10)
        assert split is (char in starts), char


@pytest.mark.parametrize(
    ("level", "parts"),
    [("very-strict", ""), ("strict", ""), ("loose", "…‥"), ("very-loose", "…‥―")],
)
def test_k4_levels_let_doubled_marks_part(fonts: Fonts, level: str, parts: str) -> None:
    for char in "…‥―":
        split = first(fonts, kanji(9) + char * 2, strictness=level) == kanji(9) + char
        assert split is (char in parts), char


def test_k4_levels_let_signs_leave_their_numbers(fonts: Fonts) -> None:
    percent = {
        level: first(fonts, kanji(9) + "15％", 10.25, strictness=level) == kanji(9) + "15"
        for level in ("very-strict", "strict", "loose", "very-loose")
    }
    assert percent == {"very-strict": False, "strict": False, "loose": True, "very-loose": True}


# U: what is not parted


@pytest.mark.parametrize("unit", ["――", "……", "‥‥"])
def test_u1_doubled_marks_stay_together(fonts: Fonts, unit: str) -> None:
    assert first(fonts, kanji(9) + unit) == kanji(9)


def test_u1_different_marks_may_part(fonts: Fonts) -> None:
    assert first(fonts, kanji(9) + "…―") == kanji(9) + "…"


@pytest.mark.parametrize("number", ["1,118", "12.75", "123456", "１２３", "１，１１８"])
def test_u2_numbers_stay_together(fonts: Fonts, number: str) -> None:
    assert first(fonts, kanji(9) + number) == kanji(9)


def test_u2_kanji_numerals_may_part(fonts: Fonts) -> None:
    assert first(fonts, kanji(8) + "二百三十五") == kanji(8) + "二百"


@pytest.mark.parametrize("amount", ["￥1,118", "￥百", "五％", "５％", "15℃"])
def test_u3_amounts_stay_together(fonts: Fonts, amount: str) -> None:
    assert first(fonts, kanji(9) + amount) == kanji(9)


@pytest.mark.parametrize("word", ["Leaflet", "IPアドレス"[:2] + "v6", "don’t"])
def test_u4_words_stay_together(fonts: Fonts, word: str) -> None:
    assert first(fonts, kanji(9) + word) == kanji(9)


def test_u5_number_and_unit_may_part_and_the_quarter_em_vanishes(fonts: Fonts) -> None:
    line, after = lines_of(fonts, kanji(9) + "14" + "km" + LAST_LINE, 10.25)[:2]
    assert line.text == kanji(9) + "14"
    assert line.short == 0.0
    assert after.cells[0].left == 0.0


@pytest.mark.parametrize("unit", ["1年", "1件", "1人", "1円", "100万円", "〒113-8462"])
def test_u5_house_rules_keep_what_jlreq_lets_part(fonts: Fonts, unit: str) -> None:
    head = unit[:-1] if unit[0] != "〒" else "〒"
    fill = kanji(8)
    measure = lines_of(fonts, fill + head, 30)[0].cells[-1].right
    assert first(fonts, fill + unit, measure) == fill
    assert first(fonts, fill + unit, measure, house_rules=False) == fill + head


@pytest.mark.parametrize("text", ["TEL:03-5842-5611", "2020/6/1", "10:30", "03(5842)5611"])
def test_u5_telephone_dates_and_times_stay_together(fonts: Fonts, text: str) -> None:
    assert first(fonts, kanji(9) + text) == kanji(9)


# S: spaces


@pytest.mark.parametrize(
    ("text", "pair", "space"),
    [
        ("国「国", "国「", 0.5),
        ("国」国", "」国", 0.5),
        ("国。国", "。国", 0.5),
        ("国、国", "、国", 0.5),
        ("国・国", "国・", 0.25),
        ("国・国", "・国", 0.25),
        ("国、「国", "、「", 0.5),
        ("国。「国", "。「", 0.5),
        ("国」「国", "」「", 0.5),
        ("国」、国", "」、", 0.0),
        ("国」。国", "」。", 0.0),
        ("国。」国", "。」", 0.0),
        ("「『国", "「『", 0.0),
        ("国』」国", "』」", 0.0),
        ("国」・国", "」・", 0.25),
        ("国・「国", "・「", 0.25),
        ("国・・国", "・・", 0.5),
        ("国。・国", "。・", 0.75),
        ("国、・国", "、・", 0.75),
    ],
)
def test_s1_s2_punctuation(fonts: Fonts, text: str, pair: str, space: float) -> None:
    assert lines_of(fonts, text, 30)[0].gap(pair) == space


@pytest.mark.parametrize("char", "〜！？…々ーっ％℃あア国")
def test_s3_before_brackets_and_dots(fonts: Fonts, char: str) -> None:
    assert lines_of(fonts, f"国{char}「国", 30)[0].gap(f"{char}「") == 0.5
    assert lines_of(fonts, f"国{char}・国", 30)[0].gap(f"{char}・") == 0.25
    assert lines_of(fonts, f"国{char}国", 30)[0].gap(f"{char}国") == 0.0


def test_s4_the_em_after_a_question(fonts: Fonts) -> None:
    line = lines_of(fonts, "国？　国", 30)[0]
    assert line.gap("？国") == 1.0
    assert lines_of(fonts, "国？」国", 30)[0].gap("？」") == 0.0


def test_s4_the_em_is_dropped_at_a_line_end_and_not_carried_over(fonts: Fonts) -> None:
    text = kanji(9) + "？\u3000" + LAST_LINE
    line, after = lines_of(fonts, text, 10)[:2]
    assert (line.text, line.short) == (kanji(9) + "？\u3000", 0.0)
    assert after.cells[0].left == 0.0


@pytest.mark.parametrize("japanese", "あア国々ーっ")
@pytest.mark.parametrize("latin", ["A", "1", "word"])
def test_s5_a_quarter_em_beside_western_text(fonts: Fonts, japanese: str, latin: str) -> None:
    line = lines_of(fonts, f"国{japanese}{latin}{japanese}国", 30)[0]
    assert line.gap(japanese + latin[0]) == line.gap(latin[-1] + japanese) == 0.25


@pytest.mark.parametrize(
    ("text", "pair", "space"),
    [
        ("国、A", "、A", 0.5),
        ("国。A", "。A", 0.5),
        ("」A", "」A", 0.5),
        ("A「国", "A「", 0.5),
        ("A、国", "A、", 0.0),
        ("A。国", "A。", 0.0),
        ("「A国", "「A", 0.0),
        ("A」国", "A」", 0.0),
        ("15％", "5％", 0.0),
        ("￥15", "￥1", 0.0),
        ("国：A", "：A", 0.25),
        ("A・国", "A・", 0.25),
        ("？A", "？A", 0.25),
        ("A？", "A？", 0.0),
        ("Ａ国", "Ａ国", 0.0),
        ("１国", "１国", 0.0),
        ("国(国", "国(", 0.25),
        ("(国", "(国", 0.0),
        ("国)国", "国)", 0.0),
        ("国)国", ")国", 0.25),
        ("１，１", "１，", 0.0),
        ("１，１", "，１", 0.0),
        ("国3×5国", "3×", 0.0),
        ("国3×5国", "×5", 0.0),
        ("国3×5国", "国3", 0.25),
        ("国a＝b国", "a＝", 0.0),
        ("国＝国", "国＝", 0.0),
        ("は－5と", "は－", 0.25),
        ("は－5と", "－5", 0.0),
    ],
)
def test_s5_western_text_beside_marks(fonts: Fonts, text: str, pair: str, space: float) -> None:
    assert lines_of(fonts, text, 30)[0].gap(pair) == space


def test_s5_none_at_a_line_end_or_head(fonts: Fonts) -> None:
    line, after = lines_of(fonts, kanji(9) + "AB" + LAST_LINE, 10.25)[:2]
    assert (line.text, line.short) == (kanji(9) + "AB", 0.0)
    after = lines_of(fonts, kanji(10) + "AB" + LAST_LINE, 10)[1]
    assert (after.text[:2], after.cells[0].left) == ("AB", 0.0)


def test_s6_the_word_space_is_a_third_and_nothing_at_line_edges(fonts: Fonts) -> None:
    assert lines_of(fonts, "ab cd", 30)[0].gap("bc") == pytest.approx(1 / 3, abs=1e-6)
    line, after = lines_of(fonts, kanji(9) + "AB CD" + LAST_LINE, 10.25)[:2]
    assert (line.text, line.short, after.cells[0].left) == (kanji(9) + "AB ", 0.0, 0.0)


def test_s8_japanese_is_set_solid_without_kerning(fonts: Fonts) -> None:
    assert lines_of(fonts, "ですト。", 30, faces=("NotoSerifJP-Bold",))[0].gap("す" + "ト") == 0.0


# L: line heads


@pytest.mark.parametrize(
    ("style", "indent", "first_left", "second_left"),
    [
        ("tentsuki", 1.0, 1.0, 0.0),
        ("half", 1.0, 1.5, 0.5),
        ("indent", 1.0, 0.5, 0.0),
        ("tentsuki", 0.0, 0.0, 0.0),
    ],
)
def test_l1_brackets_at_the_line_head(
    fonts: Fonts, style: str, indent: float, first_left: float, second_left: float
) -> None:
    text = "「" + kanji(9) + "「" + LAST_LINE + "」" + LAST_LINE
    lines = lines_of(fonts, text, 11, line_head=style, indent=indent)
    starts = [line for line in lines if line.text[0] == "「"]
    assert starts[0].cells[0].left == first_left
    assert [line.cells[0].left for line in starts[1:]] in ([], [second_left])
    assert lines[0].short == pytest.approx(0.0)


def test_l2_the_first_line_is_indented(fonts: Fonts) -> None:
    lines = lines_of(fonts, kanji(30), 11, indent=1.0)
    assert [line.cells[0].left for line in lines] == [1.0, 0.0, 0.0]


# E: line ends


@pytest.mark.parametrize("mark", "。、」")
@pytest.mark.parametrize(
    ("style", "long", "short"),
    [("jlreq", 0.5, 0.0), ("jis", None, None), ("solid", 0.0, 0.0), ("book", 0.5, 0.0)],
)
def test_e1_half_an_em_or_none_after_a_mark(
    fonts: Fonts, mark: str, style: str, long: float | None, short: float | None
) -> None:
    """In 10 em the mark has its half em, in 9.5 it has not."""
    text = kanji(9) + mark + "国" * 9
    if style == "jis":
        long = 0.5 if mark == "。" else 0.0
        short = None if mark == "。" else 0.0
    for measure, room in ((10.0, long), (9.5, short)):
        if room is not None:
            line = lines_of(fonts, text, measure, line_end=style)[0]
            if room == 0.5 or measure == 9.5:
                assert (line.text[-1], line.short) == (mark, room)


def test_e1_never_between_half_and_none(fonts: Fonts) -> None:
    for measure in (9.6, 9.7, 9.8, 9.9):
        for line in lines_of(fonts, (kanji(9) + "。") * 4 + LAST_LINE, measure)[:-1]:
            if line.text[-1] == "。":
                assert min(abs(line.short - 0.5), abs(line.short)) < 1e-6


def test_e1_the_middle_dot_gives_both_quarters_or_none(fonts: Fonts) -> None:
    text = kanji(8) + "国・" + LAST_LINE
    line = lines_of(fonts, text, 10)[0]
    assert (line.text[-1], line.short, line.gap("国・")) == ("・", 0.25, 0.25)
    line = lines_of(fonts, text, 9.5)[0]
    assert (line.text[-1], line.short, line.gap("国・")) == ("・", 0.0, 0.0)


# A: adjustment


def test_a1_every_line_but_the_last_is_justified(fonts: Fonts) -> None:
    *body, last = lines_of(fonts, "国は、人を「監視」する。" * 11, 13.3)
    assert all(line.width == pytest.approx(13.3) for line in body)
    assert last.width < 13.3


def test_a1_the_last_line_may_be_squeezed_in(fonts: Fonts) -> None:
    lines = lines_of(fonts, "国は、人を「見る」。", 8.5)
    assert [line.text for line in lines] == ["国は、人を「見る」。"]


def test_a2_reduce_first_expand_only_when_nothing_can_be_reduced(fonts: Fonts) -> None:
    assert first(fonts, "国家、" + kanji(8)) == "国家、" + kanji(7)
    assert first(fonts, "国家、" + kanji(7) + "。", 10) == "国家、" + kanji(7) + "。"
    assert first(fonts, kanji(10) + "。", 10) == kanji(9)


def squeezed(fonts: Fonts, text: str, by: float) -> SetLine:
    """The text as a first line that is too long for its measure by so much."""
    natural = lines_of(fonts, text, 60)[0].width
    line = lines_of(fonts, text + LAST_LINE, natural - by)[0]
    assert line.text == text
    return line


def spread(fonts: Fonts, text: str, by: float) -> SetLine:
    """The text as a first line that is too short for its measure by so much."""
    natural = lines_of(fonts, text, 60)[0].width
    line = lines_of(fonts, text + "Unbreakable" + LAST_LINE, natural + by)[0]
    assert line.text == text
    return line


@pytest.mark.parametrize(
    ("text", "by", "spaces"),
    [
        # stage 1, the word space, before the comma
        ("国、A B国国国国国国", 0.05, {"、A": 0.5, "AB": 1 / 3 - 0.05}),
        ("国、A B国国国国国国", 0.2, {"、A": 0.5 - 0.2 + 1 / 12, "AB": 0.25}),
        # stage 2, the line end, before what is inside
        ("国、「国」国国国国国。", 0.5, {"、「": 0.5, "」国": 0.5}),
        ("国、「国」国国国国国。", 0.75, {"、「": 0.375, "」国": 0.375}),
        # stage 3, the middle dot at the line end, before what is inside
        ("国、国・国国国国国家・", 0.5, {"、国": 0.5, "国・": 0.25, "家・": 0.0}),
        # stage 4, middle dots, before brackets and commas
        ("国・家、国国国国国国国", 0.1, {"国・": 0.2, "・家": 0.2, "、国": 0.5}),
        ("国・家、国国国国国国国", 0.6, {"国・": 0.0, "・家": 0.0, "、国": 0.4}),
        # stage 5, brackets and commas alike, before Latin
        ("国、「国」国A国国国国", 0.25, {"、「": 0.375, "」国": 0.375, "国A": 0.25}),
        ("国、「国」国A国Word", 1.15, {"、「": 0.0, "」国": 0.0, "国A": 0.2, "国W": 0.2}),
        # stage 6, beside Latin, down to an eighth
        ("国A家国国国国国国国", 0.2, {"国A": 0.15, "A家": 0.15}),
        ("国A家国国国国国国国", 0.25, {"国A": 0.125, "A家": 0.125}),
    ],
)
def test_a3_order_of_reduction(
    fonts: Fonts, text: str, by: float, spaces: dict[str, float]
) -> None:
    line = squeezed(fonts, text, by)
    assert {pair: line.gap(pair) for pair in spaces} == pytest.approx(spaces, abs=1e-5)
    assert line.short == pytest.approx(0.0, abs=1e-6)


def test_a3_the_manner_of_books_keeps_a_quarter_em(fonts: Fonts) -> None:
    text = "国、「国」国・国A国国国国"
    natural = lines_of(fonts, text, 60)[0].width
    line = lines_of(fonts, text + LAST_LINE, natural - 0.5, line_end="book")[0]
    pairs = ("、「", "」国", "国・", "国A")
    assert [line.gap(pair) for pair in pairs] == [0.25, 0.25, 0.25, 0.25]
    assert lines_of(fonts, text + LAST_LINE, natural - 0.6, line_end="book")[0].text != text


def test_a3_the_half_em_after_a_full_stop_is_never_reduced(fonts: Fonts) -> None:
    for measure in (9.0, 9.2, 9.5, 9.9, 10.3):
        for line in lines_of(fonts, "国家。国家、国「家」国家。国家、国家" * 3, measure):
            for char, after in zip(line.cells, line.cells[1:], strict=False):
                if char.char == "。" and after.char not in "」）":
                    assert after.left - char.right == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("text", "by", "spaces"),
    [
        # stage 1: word spaces, up to a half em
        ("ab cd国家国家国家", 0.1, {"bc": 1 / 3 + 0.1, "d国": 0.25, "国家": 0.0}),
        # stage 2: beside Latin, up to a half em
        ("ab cd国家国家国家", 0.3, {"bc": 0.5, "d国": 0.25 + 0.3 - 1 / 6, "国家": 0.0}),
        # stage 3: solid type, alike everywhere, up to a quarter em
        ("国A家国家国家国「国", 1.0, {"国A": 0.5, "A家": 0.5, "家国": 0.1, "国家": 0.1}),
        # stage 4: what is left, alike everywhere, on top
        ("国A家国家国「国", 1.85, {"国A": 0.6, "A家": 0.6, "家国": 0.35, "国「": 0.6}),
    ],
)
def test_a4_order_of_expansion(
    fonts: Fonts, text: str, by: float, spaces: dict[str, float]
) -> None:
    line = spread(fonts, text, by)
    assert {pair: line.gap(pair) for pair in spaces} == pytest.approx(spaces, abs=1e-5)
    assert line.short == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("国（家）国家国家国", {"（家": 0.0, "家）": 0.0, "）国": 0.5}),
        ("国、家。国家国家国", {"国、": 0.0, "、家": 0.5, "家。": 0.0, "。国": 0.5}),
        ("国・家国家国家国", {"国・": 0.25, "・家": 0.25}),
        ("国！家？国家国", {"国！": 0.0, "！家": 0.0, "家？": 0.0, "？国": 0.0}),
        ("国〜家国家国家国", {"国〜": 0.0, "〜家": 0.0}),
        ("国……家国家国家国", {"……": 0.0}),
        ("国word家国家国家", {"wo": 0.0, "rd": 0.0}),
        ("国1,118家国家国", {"1,": 0.0, "11": 0.0, "18": 0.0}),
        ("国￥15と15％国", {"￥1": 0.0, "15": 0.0, "5％": 0.0}),
        ("国家\u3000国家国家", {"家国": 1.0}),
        ("国4km家国家国", {"4k": 0.25}),
    ],
)
@pytest.mark.parametrize("by", [0.3, 1.0, 3.0])
def test_a5_never_expanded(fonts: Fonts, text: str, pairs: dict[str, float], by: float) -> None:
    line = spread(fonts, text, by)
    assert {pair: line.gap(pair) for pair in pairs} == pairs
    assert line.short == pytest.approx(0.0, abs=1e-6)


def test_a6_hanging_is_off_unless_asked_for(fonts: Fonts) -> None:
    text = kanji(10) + "。" + LAST_LINE
    assert first(fonts, text) == kanji(9)
    assert first(fonts, text, hanging=True) == kanji(10) + "。"


@pytest.mark.parametrize("mark", "。、．，")
def test_a6_stops_and_commas_hang_by_their_own_half_em(fonts: Fonts, mark: str) -> None:
    line = lines_of(fonts, kanji(10) + mark + LAST_LINE, 10, hanging=True)[0]
    assert line.short == -0.5
    assert line.width == pytest.approx(10.0)


def test_a6_what_fits_does_not_hang_and_nothing_else_hangs(fonts: Fonts) -> None:
    assert lines_of(fonts, kanji(9) + "。" + LAST_LINE, 10, hanging=True)[0].short == 0.5
    assert lines_of(fonts, kanji(9) + "。" + LAST_LINE, 9.5, hanging=True)[0].short == 0.0
    assert first(fonts, kanji(10) + "」", hanging=True) == kanji(9)


# W and H


def test_w1_a_last_line_of_one_character_is_avoided(fonts: Fonts) -> None:
    lines = texts_of(fonts, kanji(20) + "会", 20)
    assert lines == [kanji(19), kanji(20)[19] + "会"]
    assert len(texts_of(fonts, kanji(20) + "す。", 20)[-1]) > 2


def test_w2_centred_lines_drop_the_last_half_em(fonts: Fonts) -> None:
    line = lines_of(fonts, "国家、", 10, align="centre")[0]
    assert (line.cells[0].left, line.cells[-1].right) == (3.75, 6.25)
    line = lines_of(fonts, "国家。", 10, align="end")[0]
    assert line.cells[-1].right == 10.0


def test_h1_ragged_text_keeps_kinsoku(fonts: Fonts) -> None:
    assert first(fonts, kanji(10) + "。", align="start") == kanji(9)
    assert first(fonts, kanji(9) + "「国」", align="start") == kanji(9)
