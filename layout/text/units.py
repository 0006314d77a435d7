"""What belongs together in a text: numbers, units of measure, telephone numbers, dates, addresses.

The tables of JLREQ look at two neighbours; this module looks at the whole text and says, for
each character, what the neighbours make of its class, and which places inside units are
neither broken nor stretched (JLREQ 3.1.10, 3.1.11; C.3 notes 5, 9 to 12).
"""

import re
from collections.abc import Iterator, Sequence

from layout.frame import Glyph
from layout.text.jlreq import (
    IDEOGRAPHIC_SPACE,
    INSEPARABLE,
    NUMERAL,
    OPERATOR,
    POSTFIX,
    PREFIX,
    TATE_CHU_YOKO,
    UNIT_SYMBOL,
    WESTERN,
    WESTERN_CLOSING,
    WESTERN_OPENING,
    WORD_SPACE,
)
from layout.text.spans import Span
from layout.values import NamedTuple


class Units(NamedTuple):
    """What a text's units ask for; places are the indexes of the characters before them.

    ``classes``: the class of each character in its surroundings.  In ``bound`` places a line
    is neither broken nor stretched, in ``kept`` ones not broken (house rules), in ``solid``
    ones no space is set.  ``hyphens`` are places after a word's own hyphen, ``measures``
    those between a number and its unit symbol, open but not stretched.  ``joints`` are
    where an address that fits in no line is broken first.
    """

    classes: list[int]
    bound: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    solid: frozenset[int] = frozenset()
    hyphens: frozenset[int] = frozenset()
    measures: frozenset[int] = frozenset()
    joints: frozenset[int] = frozenset()

    @property
    def found(self) -> bool:
        """Whether there is anything besides the classes."""
        return any(self[1:])


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "‐‑–−"), ord("-")
)
"""Full-width forms read as ASCII, character by character, so that one pattern serves both."""

_NUMERALS = frozenset("0123456789０１２３４５６７８９〇一二三四五六七八九十百千万億兆")
_MULTIPLIERS = "十百千万億兆"
_UNIT_NAMES = (
    "km2 cm2 m2 m3 km cm mm nm kg mg kL mL dL kl ml dl kWh kW MW GW Wh mSv Sv Bq kcal cal "
    "Hz kHz MHz GHz kB KB MB GB TB Mbps Gbps bps kbps hPa kPa Pa dB dpi ppm ppi pt px "
    "ha min t m g L l V W"
)
_UNITS = frozenset(_UNIT_NAMES.split())
"""Unit symbols that stand with a number often enough to be known by sight (cl-25)."""

_COUNTER_NAMES = (
    "年度 年間 年代 年 月分 か月 ヶ月 ヵ月 カ月 月 日間 日 時間 時 分間 分 秒 週間 週 円 銭 "
    "件 人 名 回 個 つ 歳 才 倍 割 位 種 点 番地 番 号 条 項 章 節 頁 階 丁目 台 社 校 枚 "
    "次 期 代 世紀 票 筆 通 席 組 戸 段 級 都道府県 市区町村 "
    "本 冊 部 世帯 団体 か国 ヶ国 ヵ国 カ国 か所 ヶ所 ヵ所 カ所"
)
_COUNTERS = tuple(_COUNTER_NAMES.split())
"""Counters kept with their digits by the house; of two that begin alike the longer first."""
_COUNTERS_BY_SIGN = {
    sign: tuple(each for each in _COUNTERS if each[0] == sign) for sign in {c[0] for c in _COUNTERS}
}

_NUMBER = "[0-9]+(?:[.,][0-9]+)*"
_SPACED_NUMBER = re.compile("(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_PLAIN_NUMBER = re.compile(f"(?<![!-~]){_NUMBER}(?![!-~])")
_BRACKETED_NUMBER = re.compile(rf"(?<=[(\[{{¥$#+]){_NUMBER}(?=[)\]}},.%:;!?]*(?![!-~]))")
_MEASURED = re.compile(f"(?<![!-'*-~])({_NUMBER}) ?([A-Za-z]+[23]?)(?![A-Za-z0-9])")
_DIGITS = re.compile(_NUMBER)
_LINKED = re.compile("(?<![0-9])[0-9]+(?:[-ー―—()/.:][-()]*[0-9]+)+")
_DOUBLED = re.compile("—[—―]+|―[—―]+|……+|‥‥+|[〳〴]〵")
_POSTAL_MARK = re.compile("〒[ \u3000]?(?=[0-9])")
_MAIL = "(?<![!-~])[!-~]+@[!-~]+"  # tried once in a run, not from each of its characters
ADDRESS = re.compile(f"(?:https?://|www[.])[!-~]+|{_MAIL}")
_MAIL_ADDRESS = re.compile(_MAIL)
_COMPOUND_HYPHEN = re.compile("(?<=[A-Za-z]{2})-(?=[A-Za-z]{2})")
_DOUBLE_QUOTE = re.compile('"')  # straight quotes open and close by turns
_SINGLE_QUOTE = re.compile("(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])")  # between letters: apostrophe
_JOINTS = "/?&=-"
_ANYTHING = re.compile("[0-9０-９’\"'@]|www|://|[A-Za-z]-[A-Za-z]")
_OPERANDS = frozenset((NUMERAL, WESTERN))
_SIGNS = frozenset((INSEPARABLE, PREFIX, POSTFIX))
"""What a text without units has none of; most texts are let by."""


def find_units(text: str, classes: list[int], house_rules: bool = True) -> Units:
    """The units of a text whose characters have ``classes`` by themselves.

    With ``house_rules`` counters and the postal mark stay with their digits, which JLREQ
    leaves free.
    """
    if not _ANYTHING.search(text) and _SIGNS.isdisjoint(classes):
        return Units(classes)
    latin = text.translate(_HALF_WIDTH)
    resolved, measures = _resolve(text, classes)
    numbers = _inner(_DIGITS, latin)
    linked = _inner(_LINKED, latin) | _inner(_SPACED_NUMBER, latin)  # dates, telephone … (c)
    addresses = _inner(ADDRESS, text)
    hyphens = {match.start() for match in _COMPOUND_HYPHEN.finditer(text)} - addresses
    return Units(
        resolved,
        frozenset(numbers | linked | _signed(text, resolved) | _doubled(text, resolved)),
        frozenset(_counted(latin)) if house_rules else frozenset(),
        frozenset(numbers),
        frozenset(hyphens),
        measures,
        frozenset(_joints(text)),
    )


def _joints(text: str) -> Iterator[int]:
    """Places in addresses where a hand would part them: behind the signs between the parts of
    a path (but not between two slashes), the ``@`` and the dots of a mail address."""
    mail = _inner(_MAIL_ADDRESS, text)
    yield from (at for at in mail if text[at] in ":@.")
    web = _inner(ADDRESS, text) - mail
    yield from (at for at in web if text[at] in _JOINTS and text[at + 1] != "/")


def marked(
    units: Units, spans: Sequence[Span], glyphs: Sequence[Glyph], offsets: Sequence[int]
) -> Units:
    """The units of a text with what its author marked; one span, glyph and offset a glyph.

    Marked characters are of the class that the mark gives them.  A raised or lowered sign is
    not parted from what it stands at, before it and, within a word or formula, after it
    (3.1.10 j; 4.2.2).
    """
    classes, bound = list(units.classes), set[int]()
    before = ""
    for span, glyph, at in zip(spans, glyphs, offsets, strict=True):
        stop = at + len(glyph.text)
        if span.number:
            _fill(classes, (at, stop), span.number)
        joined = before in _SCRIPTS and not span.script and classes[at : at + 1][:1]
        if at and (span.script or (joined and joined[0] in _WORDS)):
            bound.add(at - 1)
        before = span.script
    return units._replace(classes=classes, bound=units.bound | bound, solid=units.solid | bound)


_SCRIPTS = ("super", "sub")


def _resolve(text: str, classes: list[int]) -> tuple[list[int], frozenset[int]]:
    """Digits that stand by themselves are cl-24, unit symbols after them cl-25 (appendix A),
    straight quotes open or close; also the places between number and unit symbol."""
    resolved = list(classes)
    for pattern in (_PLAIN_NUMBER, _BRACKETED_NUMBER, _SPACED_NUMBER):
        for match in pattern.finditer(text):
            if classes[match.start()] != TATE_CHU_YOKO:
                _fill(resolved, match.span(), NUMERAL)
    measures: set[int] = set()
    for match in _MEASURED.finditer(text):
        if match[2] in _UNITS:
            _fill(resolved, match.span(1), NUMERAL)
            _fill(resolved, match.span(2), UNIT_SYMBOL)
            measures.add(match.start(2) - 1)
    for pattern in (_DOUBLE_QUOTE, _SINGLE_QUOTE):
        for count, match in enumerate(pattern.finditer(text)):
            resolved[match.start()] = WESTERN_CLOSING if count % 2 else WESTERN_OPENING
    if OPERATOR in resolved:
        _name_signs(resolved)
    for at in range(1, len(text) - 1) if "’" in text else ():
        if text[at] == "’" and classes[at - 1] == WESTERN == classes[at + 1]:
            resolved[at] = WESTERN  # an apostrophe, not a closing quote
    return resolved, frozenset(measures)


def _name_signs(classes: list[int]) -> None:
    """An operator with a number only after it is the number's sign (3.7.4, note)."""
    for at in range(len(classes) - 1):
        signs = classes[at] == OPERATOR and classes[at + 1] in _OPERANDS
        if signs and (at == 0 or classes[at - 1] not in _OPERANDS):
            classes[at] = WESTERN


def _fill(classes: list[int], span: tuple[int, int], number: int) -> None:
    classes[span[0] : span[1]] = [number] * (span[1] - span[0])


def _inner(pattern: re.Pattern[str], text: str) -> set[int]:
    """The places inside whatever the pattern finds."""
    return {at for match in pattern.finditer(text) for at in range(match.start(), match.end() - 1)}


def _signed(text: str, classes: list[int]) -> set[int]:
    """Places between a number and what stands before or after it as its sign, also where the
    number is full-width or ideographic (3.1.10 d, e)."""
    if PREFIX not in classes and POSTFIX not in classes and "%" not in text:
        return set()
    pairs = range(len(text) - 1)
    after = {at for at in pairs if text[at] in _NUMERALS and _is_sign(text, classes, at + 1)}
    return after | {at for at in pairs if classes[at] == PREFIX and text[at + 1] in _NUMERALS}


def _is_sign(text: str, classes: list[int], at: int) -> bool:
    return classes[at] == POSTFIX or text[at] == "%"


def _doubled(text: str, classes: list[int]) -> set[int]:
    """Places in doubled dashes and leaders of one kind and in kunojiten (3.1.10 a, b)."""
    return _inner(_DOUBLED, text) if INSEPARABLE in classes else set()


def _counted(latin: str) -> set[int]:
    """Places the house keeps closed: between digits and their counter, after the postal mark."""
    kept = {at for match in _POSTAL_MARK.finditer(latin) for at in range(*match.span())}
    for match in _DIGITS.finditer(latin):
        stop = match.end()
        while latin[stop : stop + 1] and latin[stop] in _MULTIPLIERS:
            stop += 1
        known = _COUNTERS_BY_SIGN.get(latin[stop : stop + 1], ())
        counter = next((each for each in known if latin.startswith(each, stop)), "")
        kept.update(range(match.end() - 1, stop + len(counter) - 1))
        if latin[: match.start()].endswith("第"):
            kept.add(match.start() - 1)
    return kept


def is_space(number: int) -> bool:
    """Whether a class is a space, which vanishes at a line's edges."""
    return number in (WORD_SPACE, IDEOGRAPHIC_SPACE)


_WORDS = frozenset((NUMERAL, UNIT_SYMBOL, WESTERN, WESTERN_OPENING, WESTERN_CLOSING))


def same_word(before: int, after: int) -> bool:
    """Whether two neighbours belong to one Western word or number."""
    return before in _WORDS and after in _WORDS
