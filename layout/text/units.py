"""What belongs together in a text: numbers, units of measure, telephone numbers, dates, addresses.

The tables of JLREQ look at two neighbours; this module looks at the whole text and says, for
each character, what the neighbours make of its class, and which places inside units are
neither broken nor stretched (JLREQ 3.1.10, 3.1.11; C.3 notes 5, 9 to 12).
"""

import re
from typing import NamedTuple

from layout.text.jlreq import (
    IDEOGRAPH,
    IDEOGRAPHIC_SPACE,
    INSEPARABLE,
    MEMBERS,
    NUMERAL,
    POSTFIX,
    UNIT_SYMBOL,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_OPENING,
    WORD_SPACE,
)


class Units(NamedTuple):
    """What a text's units ask for.

    ``classes``: the class of each character in its surroundings.  ``bound`` holds the
    indexes of characters after which a line is neither broken nor stretched, ``kept`` those
    after which it is not broken but may be stretched (house rules), ``solid`` those after
    which no space is set.  ``seams`` are places inside words where a line may be broken
    lawfully but not gladly (after a hyphen), ``joints`` where an address that fits in no line
    is broken first.
    """

    classes: list[int]
    bound: frozenset[int]
    kept: frozenset[int]
    solid: frozenset[int]
    seams: frozenset[int]
    joints: frozenset[int]


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "‐‑–−"), ord("-")
)
"""Full-width forms read as ASCII, character by character, so that one pattern serves both."""

_KANJI_NUMERAL = "〇一二三四五六七八九十百千万億兆"
_NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_NAMES_OF_UNITS = (
    "km2|cm2|m2|m3|km|cm|mm|nm|kg|mg|kL|mL|dL|kl|ml|dl|kWh|kW|MW|GW|Wh|mSv|Sv|Bq|kcal|cal"
    "|Hz|kHz|MHz|GHz|kB|KB|MB|GB|TB|Mbps|Gbps|bps|kbps|hPa|kPa|Pa|dB|dpi|ppm|ppi|pt|px"
    "|ha|min|t|m|g|L|l|V|W"
)
"""Unit symbols that stand with a number often enough to be known by sight (cl-25)."""

_COUNTERS = (
    "年度|年間|年代|年|月分|か月|ヶ月|ヵ月|カ月|月|日間|日|時間|時|分間|分|秒|週間|週|円|銭|ドル|件|人|名|"
    "回|個|つ|歳|才|倍|割|位|種|点|番地|番|号|条|項|章|節|頁|ページ|階|丁目|台|社|校|枚|本|冊|部|"
    "世帯|団体|か国|ヶ国|ヵ国|カ国|か所|ヶ所|ヵ所|カ所|パーセント"
)

_SPACED_NUMBER = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_PLAIN_NUMBER = re.compile(rf"(?<![!-~]){_NUMBER}(?![!-~])")
_BRACKETED_NUMBER = re.compile(rf"(?<=[(\[{{¥$#+]){_NUMBER}(?=[)\]}},.%:;!?]*(?![!-~]))")
_MEASURED = re.compile(rf"(?<![!-'*-~])({_NUMBER})( ?)({_NAMES_OF_UNITS})(?![A-Za-z0-9])")
_DIGITS = re.compile(_NUMBER)
_LINKED = re.compile(r"[0-9]+(?:[-ー―—()/.:][-()]*[0-9]+)+")
_POSTFIXED = re.compile(
    rf"[0-9.,{_KANJI_NUMERAL}]*[0-9{_KANJI_NUMERAL}](?=[{re.escape(MEMBERS[POSTFIX])}%])"
)
_COUNTED = re.compile(
    rf"(?:第)?{_NUMBER}(?:[千百十]?[兆億万千百十])?(?:(?:{_COUNTERS})|(?<=[兆億万千百]))?"
)
_POSTAL_MARK = re.compile(r"〒[ \u3000]?(?=[0-9])")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[!-~]+@[!-~]+")
_COMPOUND_HYPHEN = re.compile(r"(?<=[A-Za-z]{2})-(?=[A-Za-z]{2})")
_APOSTROPHE = re.compile(r"(?<=[A-Za-zÀ-ɏ])’(?=[A-Za-zÀ-ɏ])")


def find_units(text: str, classes: list[int], house_rules: bool = True) -> Units:
    """The units of a text whose characters have ``classes`` by themselves.

    With ``house_rules`` counters and the postal mark stay with their digits and a unit symbol
    with its number, which JLREQ leaves free (3.1.10 f, note).
    """
    latin = text.translate(_HALF_WIDTH)
    resolved = list(classes)
    bound: set[int] = set()
    kept: set[int] = set()
    solid: set[int] = set()
    _name_numbers(text, resolved, kept if house_rules else set())
    _bind_numbers(latin, resolved, bound, solid)
    _bind_marks(text, resolved, bound)
    if house_rules:
        _keep_counters(latin, kept)
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    return Units(
        resolved,
        frozenset(bound),
        frozenset(kept),
        frozenset(solid),
        frozenset(match.start() for match in _COMPOUND_HYPHEN.finditer(text))
        - {index for start, end in addresses for index in range(start, end)},
        frozenset(
            index
            for start, end in addresses
            for index in range(start, end)
            if text[index] in "/?&-"
        ),
    )


def _name_numbers(text: str, classes: list[int], kept: set[int]) -> None:
    """Digits that stand by themselves become cl-24, unit symbols after them cl-25 (appendix A)."""
    if not any(map(str.isdecimal, text)):
        _name_apostrophes(text, classes)
        return
    for pattern in (_PLAIN_NUMBER, _BRACKETED_NUMBER, _SPACED_NUMBER):
        for match in pattern.finditer(text):
            classes[match.start() : match.end()] = [NUMERAL] * (match.end() - match.start())
    for match in _MEASURED.finditer(text):
        _fill(classes, match.span(1), NUMERAL)
        _fill(classes, match.span(3), UNIT_SYMBOL)
        kept.update(range(match.end(1) - 1, match.start(3)))
    _name_apostrophes(text, classes)


def _name_apostrophes(text: str, classes: list[int]) -> None:
    for match in _APOSTROPHE.finditer(text) if "’" in text else ():
        classes[match.start()] = WESTERN


def _fill(classes: list[int], span: tuple[int, int], number: int) -> None:
    classes[span[0] : span[1]] = [number] * (span[1] - span[0])


def _bind_numbers(latin: str, classes: list[int], bound: set[int], solid: set[int]) -> None:
    """Numbers, and numbers linked as dates, times, telephone and postcode (3.1.10 c)."""
    for match in _DIGITS.finditer(latin):
        bound.update(range(match.start(), match.end() - 1))
        solid.update(range(match.start(), match.end() - 1))
    for pattern in (_LINKED, _SPACED_NUMBER):
        for match in pattern.finditer(latin):
            bound.update(range(match.start(), match.end() - 1))
    for match in _POSTFIXED.finditer(latin):  # 3.1.10 e, also after an ideographic numeral
        if classes[match.end()] in (POSTFIX, WESTERN_CLOSING):
            bound.add(match.end() - 1)


def _bind_marks(text: str, classes: list[int], bound: set[int]) -> None:
    """Doubled dashes and leaders of one kind, kunojiten: 3.1.10 a, b; C.3 note 5."""
    if INSEPARABLE not in classes:
        return
    for index in range(len(text) - 1):
        if classes[index] == INSEPARABLE == classes[index + 1]:
            pair = text[index : index + 2]
            if pair[0] == pair[1] or pair in ("〳〵", "〴〵") or set(pair) <= set("—―"):
                bound.add(index)


def _keep_counters(latin: str, kept: set[int]) -> None:
    for pattern in (_COUNTED, _POSTAL_MARK):
        for match in pattern.finditer(latin):
            kept.update(range(match.start(), match.end() - 1))
            if pattern is _POSTAL_MARK:
                kept.add(match.end() - 1)


def is_space(number: int) -> bool:
    """Whether a class is a space, which vanishes at a line's edges."""
    return number in (WORD_SPACE, IDEOGRAPHIC_SPACE)


_WORDS = frozenset((NUMERAL, UNIT_SYMBOL, WESTERN, WESTERN_OPENING, WESTERN_CLOSING))


def same_word(before: int, after: int) -> bool:
    """Whether two neighbours belong to one Western word or number."""
    return before in _WORDS and after in _WORDS


__all__ = ["IDEOGRAPH", "Units", "find_units", "is_space", "same_word"]
