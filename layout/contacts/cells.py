"""What holds for every cell, whatever its column: what goes, what is empty, what is no text.

Names stay as they were typed.  Only what cannot be seen goes, kana and Latin letters are joined
with their marks (:mod:`layout.hygiene`), and a line break becomes a space.
"""

import re

from layout.contacts.findings import Finding, Judged, changed, doubted, rejected
from layout.contacts.table import DATE, FAILED, NESTED, UNCACHED
from layout.hygiene import clean, needs_cleaning
from layout.problems import ERROR, NOTE, WARNING

_BROKEN = {FAILED: "contact-failed", UNCACHED: "contact-uncached", NESTED: "contact-nested"}

LONGEST = 2000
"""Characters of a cell."""

_EMPTY = frozenset(
    ("なし", "無し", "無", "ナシ", "(なし)", "（なし）", "該当なし", "N/A", "n/a", "NULL", "null")
) | frozenset("-‐‑‒–—―−－ー─ｰ")

_LOOKED_INTO = re.compile(
    "[^!\"'()*,./0-9:;A-Z_a-z ~\u3001-\u3012\u3014-\u3098\u309b-\u30fc\u4e00-\u9fff"
    "\uff08\uff09\uff10-\uff19\uff20-\uff3a"
    "\uff41-\uff5a\uff5e-]|^[ \u3000=@+\\-]|[ \u3000]$|^[0-9.]+E"
)
"""Finds nothing in an ordinary cell; only where it does is the cell looked at more closely."""

_FAILED = re.compile(
    r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA|#+)",
)
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]+", re.IGNORECASE)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATE = re.compile(
    r"[0-9]{1,2}月[0-9]{1,2}日|(?:19|20)[0-9]{2}[/-][0-9]{1,2}[/-][0-9]{1,2}"
    r"(?:[ T][0-9:.]+)?|(?:19|20)[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?"
    rf"|{_MONTH}-[0-9]{{2}}|[0-9]{{1,2}}-{_MONTH}(?:-[0-9]{{2,4}})?",
)
_CODE = re.compile(r"</?[A-Za-z!][^>]*>|&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-z]{2,6});|\{\{|\{[^{}]*\}|%s")
_FORMULA = re.compile(r"[=@＝＠]|[+\-](?![0-9(])")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_QUESTION = re.compile(r"[\u3041-\u9fff]\?|\?[\u3041-\u9fff]|〓")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def narrow(text: str) -> str:
    """Full-width letters, digits and signs in their ordinary width."""
    return text.translate(_WIDE)


def typed(text: str, kind: str = "") -> Judged:
    """A cell as it would be used anywhere: cleaned, "" where it says there is nothing.

    What is no text (an error value, a formula without its result) is rejected here.
    """
    if kind in (FAILED, UNCACHED, NESTED):
        return rejected(_BROKEN[kind], text)
    if kind != DATE and not _LOOKED_INTO.search(text) and len(text) <= LONGEST:
        return changed("contact-nothing", "") if text in _EMPTY else Judged(text)
    if _FAILED.fullmatch(text.strip()):
        return rejected("contact-failed", text)
    found = _tidied(text)
    if found.value in _EMPTY:
        return changed("contact-nothing", "")
    if len(found.value) > LONGEST:
        return rejected("contact-long", found.value[:LONGEST], most=str(LONGEST))
    return Judged(found.value, (*found.findings, *_suspicious(found.value)))


def _tidied(text: str) -> Judged:
    """The text without what is not printed, and what of it had to change."""
    value = clean(text).text if needs_cleaning(text) else text
    findings = []
    if value.strip(" \n\u3000") != text.strip(" \r\n\t\u3000").replace("\r\n", "\n"):
        findings.append(Finding("contact-cleaned", NOTE))
    value = value.strip(" \n\u3000")
    if "\n" in value:
        value = " ".join(part.strip() for part in value.split("\n") if part.strip())
        findings.append(Finding("contact-line-break", NOTE, (("used", value),)))
    if not findings and value != text and value:
        findings.append(Finding("contact-trimmed", NOTE))
    return Judged(value, tuple(findings))


def _suspicious(value: str) -> tuple[Finding, ...]:
    """What a careful person would ask about; characters that are lost for good."""
    found = []
    if "\ufffd" in value:
        found.append(Finding("contact-lost", ERROR, (("char", "U+FFFD"),)))
    if private := _PRIVATE.search(value):
        found.append(Finding("contact-gaiji", ERROR, (("char", f"U+{ord(private[0]):04X}"),)))
    if _QUESTION.search(value):
        found.append(Finding("contact-question", WARNING))
    if _CODE.search(value):
        found.append(Finding("contact-code", WARNING))
    if _FORMULA.match(value):
        found.append(Finding("contact-formula", WARNING))
    return tuple(found)


def as_text(value: str, kind: str) -> Judged:
    """The rule of texts a spreadsheet may have turned into something else (address, name …)."""
    if kind == DATE or (value[:1].isascii() and _DATE.fullmatch(value)):
        return rejected("contact-date", value)
    if _POWER.fullmatch(value):
        return rejected("contact-power", value)
    return Judged(value)


def as_words(value: str, kind: str) -> Judged:
    """The rule of free words, where a date or a large number may be meant."""
    if kind == DATE:
        return doubted("contact-date-shown", value, used=value)
    return doubted("contact-power-shown", value) if _POWER.fullmatch(value) else Judged(value)
