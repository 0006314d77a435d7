"""What a spreadsheet shows of a number: its number format, as far as lists of contacts need it.

Formats of whole numbers (``000\\-0000``, ``0000000``) give back the zeros that a number has not;
dates are told as dates; of all else the plain digits are taken (ECMA-376-1, 18.8.30 and 18.8.31).
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from layout.contacts.table import DATE, NUMBER

BUILT_IN = {
    1: "0",
    **dict.fromkeys((14, 15, 16, 17, 22), "yyyy/m/d"),
    **dict.fromkeys((*range(18, 22), *range(45, 48)), "h:mm"),
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy/m/d"),
}
"""Formats that a workbook names by number only; 27 to 36 and 50 to 58 are East Asian dates."""

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
_DATED = re.compile(r"[ymdhs]|aaa|ge|AM/PM", re.IGNORECASE)
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(.)')
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)")
_MOST_DIGITS = 15
_LATEST = 2958465
"""The serial of 9999-12-31."""

_TESTS: dict[str, Callable[[float, float], bool]] = {
    "<=": lambda value, limit: value <= limit,
    ">=": lambda value, limit: value >= limit,
    "<>": lambda value, limit: value != limit,
    "<": lambda value, limit: value < limit,
    ">": lambda value, limit: value > limit,
    "=": lambda value, limit: value == limit,
}


def shown(number: str, code: str, epoch_1904: bool) -> tuple[str, str]:
    """The text for a number with a format, and its kind (``table.NUMBER`` or ``table.DATE``)."""
    try:
        value = float(number)
    except ValueError:
        return number, ""
    if _is_date(code) and 0 <= value <= _LATEST:
        return _as_date(value, code, epoch_1904), DATE
    if value != int(value) if abs(value) < 10**_MOST_DIGITS else True:
        return number, NUMBER
    return _formatted(int(value), code) or str(int(value)), NUMBER


def _is_date(code: str) -> bool:
    bare = _LITERAL.sub("", code.partition(";")[0])
    return bool(_DATED.search(bare)) and bare.lower() not in ("general", "standard")


def _as_date(value: float, code: str, epoch_1904: bool) -> str:
    """The date in the plain Japanese form, or the time of day where there is no date."""
    start = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30)
    try:
        moment = start + timedelta(days=value + (not epoch_1904 and 0 < value < 60))
    except OverflowError:
        return str(value)
    if value < 1:
        return f"{moment.hour}:{moment.minute:02}"
    year = "" if "y" not in code.lower() and "e" not in code.lower() else f"{moment.year}年"
    return f"{year}{moment.month}月{moment.day}日{_clock(moment)}"


def _clock(moment: datetime) -> str:
    return f" {moment.hour}:{moment.minute:02}" if moment.hour or moment.minute else ""


def iso_date(text: str) -> str:
    """A date that the file gives as text (ISO 8601), in the plain Japanese form."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return text
    return f"{day.year}年{day.month}月{day.day}日"


def _formatted(value: int, code: str) -> str:
    """A whole number by a format of digits and signs only; "" where the format is another."""
    section = _section(value, code)
    tokens = list(_tokens(section))
    places = [sign for sign, literal in tokens if not literal and sign in "0#?"]
    if not places or any(not literal and sign not in "0#?-() /:" for sign, literal in tokens):
        return ""
    # Every place behind a 0 shows a digit, whatever its own sign.
    least = len(places) - places.index("0") if "0" in places else 0
    digits = list((str(abs(value)) if value else "").rjust(least, "0"))
    return _filled(tokens, places, digits)


def _filled(tokens: list[tuple[str, bool]], places: list[str], digits: list[str]) -> str:
    """The digits in the places of a format, from its end; those too many before the first."""
    shown, left = [], len(places)
    for sign, literal in reversed(tokens):
        if literal or sign not in "0#?":
            shown.append(sign)
            continue
        left -= 1
        if digits:
            count = len(digits) if left == 0 else 1
            shown += reversed(digits[-count:])
            del digits[-count:]
        elif sign == "0":
            shown.append("0")
    return "".join(reversed(shown))


def _tokens(section: str) -> Iterator[tuple[str, bool]]:
    """The signs of a format's section, and whether each is literal."""
    for quoted, escaped, _, plain in _TOKEN.findall(section):
        if quoted or escaped:
            yield quoted or escaped, True
        elif plain:
            yield plain, ord(plain) > 0x7F


def _section(value: int, code: str) -> str:
    """The section of a format that is for a number."""
    sections: list[str] = re.findall(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])+', code) or [code]
    for section in sections:
        if condition := _CONDITION.search("".join(re.findall(r"\[([^\]]*)\]", section))):
            if _TESTS[condition[1]](value, float(condition[2])):
                return section
        elif any(_CONDITION.search(one) for one in sections):
            return section
    negative = value < 0 and len(sections) > 1
    return sections[2] if value == 0 and len(sections) > 2 else sections[negative]
