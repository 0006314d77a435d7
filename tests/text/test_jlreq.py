"""Classes and tables of JLREQ: every character in its class, every table against the others."""

import pytest

from layout.text import jlreq_tables
from layout.text.jlreq import (
    CLOSING,
    COMMA,
    DIVIDING,
    FULL_STOP,
    HIRAGANA,
    HYPHEN,
    IDEOGRAPH,
    IDEOGRAPHIC_SPACE,
    INSEPARABLE,
    ITERATION,
    KATAKANA,
    MEMBERS,
    MIDDLE_DOT,
    NAMES,
    NUMERAL,
    OPENING,
    OPERATOR,
    POSTFIX,
    PREFIX,
    PROLONGED,
    REDUCTIONS,
    RELATION,
    RELAXED,
    SMALL_KANA,
    STRICTNESS,
    UNIT_SYMBOL,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_OPENING,
    WORD_SPACE,
    break_allowed,
    class_of,
    gap,
    space_at_end,
)

TABLED = (*range(1, 17), *range(19, 31))
ALL = (*range(1, 31), WESTERN_OPENING, WESTERN_CLOSING)
JAPANESE = (ITERATION, PROLONGED, SMALL_KANA, HIRAGANA, KATAKANA, IDEOGRAPH)
LATIN = (NUMERAL, UNIT_SYMBOL, WESTERN)


def rows(table: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in table.strip().splitlines()[2:]}


@pytest.mark.parametrize("number", MEMBERS)
def test_members_are_of_their_class_and_of_no_other(number: int) -> None:
    for char in MEMBERS[number]:
        assert class_of(char) == class_of(char, wide=False) == number


@pytest.mark.parametrize(
    ("chars", "number"),
    [
        ("あんゔゐ", HIRAGANA),
        ("アンヴヷヺ", KATAKANA),
        ("ｱﾝ", KATAKANA),
        ("漢字亜腕𠮷髙﨑〆〇〒※→①㈱Ａ０＆／＠仝ゟ", IDEOGRAPH),
        ("AZaz0189/-&@'\"~", WESTERN),
        ("ÀéñŁő", WESTERN),
    ],
)
def test_the_large_classes(chars: str, number: int) -> None:
    assert {class_of(char, wide=number != WESTERN) for char in chars} == {number}


def test_greek_and_cyrillic_go_by_their_width() -> None:
    assert [class_of(char, wide=True) for char in "αД"] == [IDEOGRAPH] * 2
    assert [class_of(char, wide=False) for char in "αД"] == [WESTERN] * 2


def test_a_wide_latin_letter_is_still_latin() -> None:
    assert class_of("Ŵ", wide=True) == WESTERN


def test_every_class_has_a_name() -> None:
    assert sorted(NAMES) == list(range(1, 31))


@pytest.mark.parametrize("name", ["TABLE_1", "TABLE_2", "TABLE_3", "TABLE_4", "TABLE_5", "TABLE_6"])
def test_tables_are_square(name: str) -> None:
    found = rows(getattr(jlreq_tables, name))
    expected = [f"cl-{number:02}" for number in TABLED]
    columns = len(TABLED) + (name not in ("TABLE_2", "TABLE_6"))
    assert [row for row in found if row != "head"] == expected
    assert {len(signs) for signs in found.values()} == {columns}


@pytest.mark.parametrize("method", REDUCTIONS)
def test_a_reduction_stands_where_table_1_has_a_space_and_nowhere_else(method: str) -> None:
    spaces, reductions = rows(jlreq_tables.TABLE_1), rows(REDUCTIONS[method][0])
    for row, signs in reductions.items():
        for sign, space in zip(signs[:-1], spaces[row][:-1], strict=True):
            assert (sign in ".x") == (space in ".xh"), (row, space, sign)


def test_reductions_never_take_more_than_there_is() -> None:
    for method in REDUCTIONS:
        for a in ALL:
            for b in ALL:
                for part in gap(a, b, method).parts:
                    assert 0.0 <= part.floor < part.em
                    assert part.em in (0.25, 0.5)


def test_what_cannot_occur_is_the_same_in_all_tables() -> None:
    crossed = [
        {
            (row, column)
            for row, signs in rows(table).items()
            for column, sign in enumerate(signs[: len(TABLED)])
            if sign == "x" and row != "head"
        }
        for table in (jlreq_tables.TABLE_1, jlreq_tables.TABLE_2, jlreq_tables.TABLE_6)
    ]
    word_space_after_warichu_bracket = ("cl-28", TABLED.index(WORD_SPACE))  # Table 1, note 13
    assert crossed[0] | {word_space_after_warichu_bracket} == crossed[1] == crossed[2]


def test_table_6_stretches_a_quarter_em_only_where_there_is_one() -> None:
    spaces, expansion = rows(jlreq_tables.TABLE_1), rows(jlreq_tables.TABLE_6)
    for row, signs in expansion.items():
        for space, sign in zip(spaces[row][: len(TABLED)], signs, strict=True):
            if sign == "2":
                assert space in "abpr", (row, space)


@pytest.mark.parametrize("before", [n for n in ALL if n not in (OPENING, PREFIX, 28)])
@pytest.mark.parametrize(
    "after",
    [CLOSING, HYPHEN, DIVIDING, MIDDLE_DOT, FULL_STOP, COMMA, ITERATION, PROLONGED, SMALL_KANA],
)
def test_k1_no_line_starts_with_these(before: int, after: int) -> None:
    assert not break_allowed(before, after)


@pytest.mark.parametrize(
    "after", [OPENING, INSEPARABLE, PREFIX, POSTFIX, HIRAGANA, KATAKANA, IDEOGRAPH, *LATIN]
)
def test_all_others_may_start_a_line(after: int) -> None:
    assert break_allowed(HIRAGANA, after)


@pytest.mark.parametrize("after", ALL)
def test_k2_no_line_ends_with_these(after: int) -> None:
    for before in (OPENING, PREFIX, 28, WESTERN_OPENING):
        assert not break_allowed(before, after)


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        (NUMERAL, NUMERAL, False),
        (NUMERAL, POSTFIX, False),
        (NUMERAL, UNIT_SYMBOL, True),
        (UNIT_SYMBOL, UNIT_SYMBOL, False),
        (WESTERN, WESTERN, False),
        (WESTERN, HIRAGANA, True),
        (WESTERN_CLOSING, WESTERN, False),
        (DIVIDING, IDEOGRAPHIC_SPACE, False),
        (WORD_SPACE, WESTERN, True),
        (WORD_SPACE, CLOSING, False),
        (RELATION, OPERATOR, True),
    ],
)
def test_table_2_elsewhere(before: int, after: int, allowed: bool) -> None:
    assert break_allowed(before, after) is allowed


@pytest.mark.parametrize(
    ("before", "after", "space"),
    [
        *((mark, HIRAGANA, 0.5) for mark in (CLOSING, FULL_STOP, COMMA)),
        (HIRAGANA, OPENING, 0.5),
        (HIRAGANA, CLOSING, 0.0),
        (OPENING, HIRAGANA, 0.0),
        (MIDDLE_DOT, HIRAGANA, 0.25),
        (HIRAGANA, MIDDLE_DOT, 0.25),
        *((mark, OPENING, 0.5) for mark in (CLOSING, FULL_STOP, COMMA)),  # S2: 」「 。「 、「
        *((CLOSING, mark, 0.0) for mark in (CLOSING, FULL_STOP, COMMA)),  # S2: 」」 」。 」、
        *((mark, CLOSING, 0.0) for mark in (FULL_STOP, COMMA)),
        (OPENING, OPENING, 0.0),
        (CLOSING, MIDDLE_DOT, 0.25),
        (MIDDLE_DOT, OPENING, 0.25),
        (MIDDLE_DOT, MIDDLE_DOT, 0.5),
        (FULL_STOP, MIDDLE_DOT, 0.75),
        (COMMA, MIDDLE_DOT, 0.75),
        *((a, OPENING, 0.5) for a in (3, 4, 8, 9, 10, 11, 12, 13, 15, 16, 19)),  # S3
        *((a, MIDDLE_DOT, 0.25) for a in (3, 4, 8, 9, 10, 11, 12, 13, 15, 16, 19)),
        *((a, b, 0.25) for a in (*JAPANESE, DIVIDING) for b in LATIN),  # S5
        *((a, b, 0.25) for a in LATIN for b in JAPANESE),
        (WESTERN, DIVIDING, 0.0),
        (NUMERAL, POSTFIX, 0.0),
        (PREFIX, NUMERAL, 0.0),
        (NUMERAL, UNIT_SYMBOL, 0.25),
        (FULL_STOP, WESTERN, 0.5),
        (WESTERN, OPENING, 0.5),
        (WESTERN, COMMA, 0.0),
        (OPENING, WESTERN, 0.0),
        (MIDDLE_DOT, WESTERN, 0.25),
        (HIRAGANA, WESTERN_OPENING, 0.25),
        (HIRAGANA, WESTERN_CLOSING, 0.0),
        (WESTERN_OPENING, HIRAGANA, 0.0),
        (WESTERN_CLOSING, HIRAGANA, 0.25),
        (HIRAGANA, HIRAGANA, 0.0),
        (IDEOGRAPH, OPERATOR, 0.0),
        (IDEOGRAPHIC_SPACE, OPENING, 0.0),
        (CLOSING, IDEOGRAPHIC_SPACE, 0.0),
        (FULL_STOP, IDEOGRAPHIC_SPACE, 0.5),
    ],
)
def test_table_1(before: int, after: int, space: float) -> None:
    assert gap(before, after).natural == space


@pytest.mark.parametrize("number", TABLED)
def test_line_end_keeps_the_space_of_marks_only(number: int) -> None:
    kept = {CLOSING: 0.5, FULL_STOP: 0.5, COMMA: 0.5, MIDDLE_DOT: 0.25}
    assert space_at_end(number) == kept.get(number, 0.0)


@pytest.mark.parametrize(
    ("method", "before", "after", "stages"),
    [
        ("jlreq", HIRAGANA, OPENING, [(5, 0.0)]),
        ("jlreq", FULL_STOP, HIRAGANA, [(0, 0.0)]),
        ("jlreq", FULL_STOP, MIDDLE_DOT, [(0, 0.0), (4, 0.0)]),
        ("jlreq", COMMA, MIDDLE_DOT, [(5, 0.0), (4, 0.0)]),
        ("jlreq", HIRAGANA, WESTERN, [(6, 0.125)]),
        ("jlreq", NUMERAL, UNIT_SYMBOL, [(0, 0.0)]),
        ("jis", MIDDLE_DOT, HIRAGANA, [(2, 0.0)]),
        ("jis", COMMA, HIRAGANA, [(3, 0.0)]),
        ("jis", WESTERN, HIRAGANA, [(4, 0.125)]),
        ("book", COMMA, HIRAGANA, [(3, 0.25)]),
        ("book", MIDDLE_DOT, HIRAGANA, [(0, 0.0)]),
        ("book", HIRAGANA, WESTERN, [(0, 0.0)]),
    ],
)
def test_tables_3_to_5(method: str, before: int, after: int, stages: list[object]) -> None:
    assert [(part.stage, part.floor) for part in gap(before, after, method).parts] == stages


@pytest.mark.parametrize(
    ("before", "after", "stage"),
    [
        (HIRAGANA, HIRAGANA, 3),
        (IDEOGRAPH, KATAKANA, 3),
        (HIRAGANA, PROLONGED, 3),
        (HIRAGANA, WESTERN, 2),
        (NUMERAL, IDEOGRAPH, 2),
        (NUMERAL, POSTFIX, 0),
        (PREFIX, NUMERAL, 0),
        (WESTERN, WESTERN, 0),
        (HIRAGANA, OPENING, 4),
        (OPENING, HIRAGANA, 0),
    ],
)
def test_table_6(before: int, after: int, stage: int) -> None:
    assert gap(before, after).stretch == stage


@pytest.mark.parametrize(
    "barred", [CLOSING, HYPHEN, DIVIDING, MIDDLE_DOT, FULL_STOP, COMMA, IDEOGRAPHIC_SPACE]
)
@pytest.mark.parametrize("other", ALL)
def test_a5_nothing_is_added_beside_these(barred: int, other: int) -> None:
    assert gap(barred, other).stretch == gap(other, barred).stretch == 0


def test_levels_only_ever_relax() -> None:
    for stricter, looser in zip(STRICTNESS, STRICTNESS[1:], strict=False):
        assert RELAXED[stricter].items() <= RELAXED[looser].items()


def test_no_level_relaxes_brackets_and_stops() -> None:
    never = MEMBERS[OPENING] + MEMBERS[CLOSING] + MEMBERS[FULL_STOP] + MEMBERS[COMMA]
    assert not any(char in RELAXED[level] for level in STRICTNESS for char in never)


def test_hangul_parts_its_words_by_spaces() -> None:
    assert class_of("한") == class_of("가") == class_of("힣") == WESTERN
