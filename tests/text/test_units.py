"""Units of text: what is bound, what is kept, what the neighbours make of a class."""

from time import process_time

import pytest

from layout.text.jlreq import (
    CLOSING,
    NUMERAL,
    UNIT_SYMBOL,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_OPENING,
    WORD_SPACE,
    class_of,
)
from layout.text.units import Units, find_units


def units(text: str, house_rules: bool = True) -> Units:
    return find_units(text, [class_of(char) for char in text], house_rules)


def marked(text: str, places: frozenset[int]) -> str:
    """The text with a bar in every place of the set."""
    return "".join(char + "|" * (at in places) for at, char in enumerate(text))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("約1,118件", "約1|,|1|1|8件"),
        ("12.5倍", "1|2|.|5倍"),
        ("12 345 678円", "1|2| |3|4|5| |6|7|8円"),
        ("電話03-5842-5611へ", "電話0|3|-|5|8|4|2|-|5|6|1|1へ"),
        ("０３－５８４２", "０|３|－|５|８|４|２"),
        ("03(5842)5611", "0|3|(|5|8|4|2|)|5|6|1|1"),
        ("〒113-8462", "〒1|1|3|-|8|4|6|2"),
        ("2020/6/1に", "2|0|2|0|/|6|/|1に"),
        ("１０：３０から", "１|０|：|３|０から"),
        ("１，１１８人", "１|，|１|１|８人"),
        ("5％増", "5|％増"),
        ("五％増", "五|％増"),
        ("５℃", "５|℃"),
        ("10%の", "1|0|%の"),
        ("￥百円", "￥|百円"),
        ("――と……と‥‥と", "―|―と…|…と‥|‥と"),
        ("…‥―…", "…‥―…"),
        ("くどい〳〵", "くどい〳|〵"),
        ("1、2、3", "1、2、3"),
        ("三、四人", "三、四人"),
        ("第1回第2回", "第1回第2回"),
    ],
)
def test_bound_places(text: str, bound: str) -> None:
    assert marked(text, units(text).bound) == bound


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("1件と2年", "1|件と2|年"),
        ("100万円", "100|万|円"),
        ("1億2千万人", "1|億2|千|万|人"),
        ("3か月と5番地", "3|か|月と5|番|地"),
        ("第13条", "第|13|条"),
        ("１件", "１|件"),
        ("〒113", "〒|113"),
        ("〒 113", "〒| |113"),
        ("50パーセント", "50パーセント"),
        ("5と年", "5と年"),
    ],
)
def test_house_rules_keep_counters_and_may_be_switched_off(text: str, kept: str) -> None:
    assert marked(text, units(text).kept) == kept
    assert units(text, house_rules=False).kept == frozenset()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("約80,000人", [NUMERAL] * 6),
        ("G7とA4とPython3.11", []),
        ("(1,118件)", [NUMERAL] * 5),
        ("12 345", [NUMERAL] * 6),
    ],
)
def test_digits_that_stand_alone_are_grouped_numerals(text: str, numbers: list[int]) -> None:
    assert [number for number in units(text).classes if number == NUMERAL] == numbers


@pytest.mark.parametrize(
    ("text", "symbol"), [("4kmの", "km"), ("60kgと", "kg"), ("1.5 kW", "kW"), ("30m2", "m2")]
)
def test_unit_symbols_after_numbers(text: str, symbol: str) -> None:
    found = units(text)
    assert (
        "".join(c for c, n in zip(text, found.classes, strict=True) if n == UNIT_SYMBOL) == symbol
    )
    assert found.measures == {text.index(symbol) - 1}


@pytest.mark.parametrize("text", ["5G", "3Dの", "kmの", "A4km", "4kmh"])
def test_other_letters_are_words(text: str) -> None:
    assert UNIT_SYMBOL not in units(text).classes


def test_spaces_between_digits_that_group_nothing_are_word_spaces() -> None:
    assert units("2020 100").classes[4] == WORD_SPACE


def test_straight_quotes_open_and_close_by_turns() -> None:
    text = "\"日\"と'月'とdon't"
    quotes = [n for c, n in zip(text, units(text).classes, strict=True) if c in "\"'"]
    assert quotes == [WESTERN_OPENING, WESTERN_CLOSING] * 2 + [WESTERN]


def test_an_apostrophe_is_no_closing_bracket() -> None:
    assert units("don’t").classes[3] == WESTERN
    assert units("‘日’と").classes[2] == CLOSING


def test_full_width_marks_inside_numbers_are_solid() -> None:
    assert 1 in units("１，１１８").solid
    assert units("あ，い").solid == frozenset()


@pytest.mark.parametrize(
    ("text", "seams"),
    [
        ("face-to-face", "face-to-face"),
        ("time-table", "time-|table"),
        ("A-B", "A-B"),
        ("03-5842", "03-5842"),
        ("https://my-home.example", "https://my-home.example"),
    ],
)
def test_words_may_part_at_their_own_hyphens(text: str, seams: str) -> None:
    expected = "face-|to-|face" if text == "face-to-face" else seams
    assert marked(text, units(text).hyphens) == expected


def test_addresses_are_parted_first_after_their_signs() -> None:
    text = "見よhttps://a.example/b?c=1&d-e"
    assert marked(text, units(text).joints) == "見よhttps://|a.example/|b?|c=|1&|d-|e"
    text = "は mail:a.b@c.example まで"
    assert marked(text, units(text).joints) == "は mail:|a.|b@|c.|example まで"


def test_plain_text_has_no_units() -> None:
    text = "国家が国民に監視されることはあってはなりません。"
    found = units(text)
    assert not found.found
    assert found.classes == [class_of(char) for char in text]


@pytest.mark.parametrize("run", ["1", "a1", "1-", "@", "1."])
def test_a_long_run_is_searched_in_time_with_its_length(run: str) -> None:
    """A search tried anew from each character of a run took minutes."""
    start = process_time()
    units(run * (60_000 // len(run)))
    assert process_time() - start < 5.0
