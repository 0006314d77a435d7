"""Telephone and fax numbers: how many digits there must be, and what Excel makes of them.

Japanese numbers begin with 0 and have ten digits, eleven where they begin with 020, 050, 060,
070, 080, 090 or 0800 (Telecommunications Numbering Plan).  A number is printed as it was
typed; only full-width digits and the many kinds of hyphens become ordinary ones.
"""

import re
from collections.abc import Sequence

from layout.contacts.cells import as_text, narrow
from layout.contacts.findings import Finding, Judged, rejected
from layout.problems import ERROR, NOTE, WARNING

_PLAIN = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9]{4}")
_HYPHENS = re.compile("(?<=[0-9)])[‐‑‒–—―−－ー─ｰ](?=[0-9(])")
_LABEL = re.compile(r"(?:TEL|FAX|電話|ＴＥＬ|ＦＡＸ|℡|☎|☏)(?:番号)?\s*[:：.．]?\s*", re.IGNORECASE)
_EXTENSION = re.compile(
    r"[\s(]*(?:内線|内|ext\.?|extension)\s*[:：]?\s*[0-9]{1,6}\s*\)?|[〜～~][0-9]{1,4}$",
    re.IGNORECASE,
)
_MAIN = re.compile(r"[(]?(?:代|代表|大代表|直通|直)[)]?$")
_PARTS = re.compile(r"[/、,・;\n]|または|\s+(?=0)")
_NUMBER = re.compile(r"\+?[0-9(][0-9().\- ]*[0-9]")
_ELEVEN = ("020", "050", "060", "070", "080", "090")
_FREE = ("0120", "0570", "0180", "0990", "0170")


def telephone(value: str, kind: str) -> Judged:
    """| typed | verdict |
    |---|---|
    | 03-1234-5678, 03(1234)5678, 0120-123-456 | ok |
    | full-width digits or hyphens, TEL: before it | normalised |
    | no hyphens; two numbers; an extension or words with it; +81; odd groups | flagged |
    | the 0 at its start lost (312345678); 9.01E+09; too few or many digits; no number | rejected |
    """
    if _PLAIN.fullmatch(value) and len(value) == (13 if value.startswith(_ELEVEN) else 12):
        return Judged(value)
    lost = as_text(value, kind)
    if lost.findings:
        return lost
    # A wave dash (03-1234-5678～9) means "to" and stays.
    plain = _HYPHENS.sub("-", "～".join(map(narrow, value.split("～"))).replace("−", "-"))
    plain = _LABEL.sub("", plain, count=1) if _LABEL.match(plain) else plain
    findings = []
    if plain != value:
        findings.append(Finding("contact-plain-number", NOTE, (("used", plain),)))
    return _counted(plain, findings)


def _counted(value: str, findings: list[Finding]) -> Judged:
    """The number, or the numbers, in a text."""
    bare = _MAIN.sub("", value).strip()
    number = _EXTENSION.sub("", bare).strip()
    if number != bare:
        findings.append(Finding("contact-extension", WARNING))
    parts = [part for part in _PARTS.split(number) if part.strip()]
    numbers = [found for part in parts for found in _NUMBER.findall(part)]
    whole = _NUMBER.fullmatch(number)
    if len(numbers) != 1 and whole and len(_digits(number)) <= 11:
        numbers = [number]
    if not numbers:
        return rejected("contact-no-number", value)
    if len(numbers) > 1:
        findings.append(Finding("contact-two-numbers", WARNING))
    elif not whole and not _EXTENSION.search(bare):
        findings.append(Finding("contact-number-words", WARNING))
    for one in numbers:
        findings += _judge(one)
    return Judged(value, tuple(findings))


def _digits(number: str) -> str:
    return re.sub("[^0-9]", "", number)


def _judge(number: str) -> Sequence[Finding]:
    """What is wrong with one number."""
    digits = _digits(number)
    if number.startswith("+"):
        short = digits.startswith("81") and len(digits) - 2 not in (9, 10)
        return [_bad("contact-digits", digits) if short else Finding("contact-abroad", WARNING)]
    if not digits.startswith("0"):
        lost = len(digits) in (9, 10) and digits[0] != "0" and _is_right(f"0{digits}")
        if lost:
            return [Finding("contact-zero-lost", ERROR, (("likely", f"0{digits}"),))]
        return [_bad("contact-digits", digits)]
    if not _is_right(digits):
        return [_bad("contact-digits", digits)]
    if number == digits:
        return [Finding("contact-unparted", WARNING, (("likely", _parted(digits)),))]
    groups = re.findall("[0-9]+", number)
    if len(groups[-1]) != 4 and not digits.startswith(_FREE):
        return [Finding("contact-groups", WARNING)]
    return []


def _is_right(digits: str) -> bool:
    return len(digits) == (11 if digits.startswith(_ELEVEN) else 10) and digits[1:2] != ""


def _bad(code: str, digits: str) -> Finding:
    return Finding(code, ERROR, (("digits", str(len(digits))),))


def _parted(digits: str) -> str:
    """The number with hyphens where its form is fixed; else as it is."""
    if digits.startswith("0800"):
        return f"{digits[:4]}-{digits[4:7]}-{digits[7:]}"
    if digits.startswith(_ELEVEN):
        return f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
    if digits.startswith(_FREE):
        return f"{digits[:4]}-{digits[4:7]}-{digits[7:]}"
    if digits.startswith(("03", "06")):
        return f"{digits[:2]}-{digits[2:6]}-{digits[6:]}"
    return "0xx-xxx-xxxx"
