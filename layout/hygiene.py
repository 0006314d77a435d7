"""Text as it was typed, made fit to be set, and never more than that.

Names of people and places must stay as they are: normalisation (NFC, NFKC) changes 22 and
274 of the characters Japanese systems write, so neither is ever applied.  Composed are only
kana with a combining voiced mark and Latin letters with their accents, as macOS parts them.
What cannot be seen is taken out, what means a space becomes one, and every such change is
reported with its index, so that nothing happens behind the author's back.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from layout.values import NamedTuple

INVISIBLE = "text-invisible"
BIDI = "text-bidi-control"
SPACE = "text-space"
SEPARATOR = "text-line-separator"
COMPOSED = "text-composed"
HALFWIDTH = "text-halfwidth-kana"
RIGHT_TO_LEFT = "text-right-to-left"


class Finding(NamedTuple):
    """Something in a text that was changed or is worth knowing: problem code, index, character."""

    code: str
    at: int
    char: str


class Cleaned(NamedTuple):
    """A text fit to be set; ``origins`` gives for each character its index in what was typed."""

    text: str
    origins: tuple[int, ...]
    findings: tuple[Finding, ...] = ()


_Char = tuple[str, int]

_SEPARATORS = "\x0b\x0c\x85\u2028\u2029"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d"
    "\u2060-\u2065\u206a-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e00ff"
)
_NONCHARACTERS = "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(1, 17))
_SPACES = "\t\r\xa0\u1680\u2000-\u200a\u202f\u205f"

_ODD = re.compile(
    "[^\n -~\u2010-\u2027\u2030-\u205e\u3000-\u3096\u309b-\u30ff\u3400-\u9fff\uff01-\uff60]"
    r"|^\s|\s$| \n|\n[ \n]"
)
"""Finds nothing in almost every text; where it does, the text is looked at more closely.

The patterns below are compiled when they are first needed, which is seldom.
"""

_IS_INVISIBLE = f"[{_INVISIBLE}{_NONCHARACTERS}]"
_IS_BIDI = f"[{_BIDI}]"
_IS_SPACE = f"[{_SPACES}]"
_COMPOSABLE = (
    r"\r\n"
    "|[\u3041-\u30ff][\u3099\u309a]"
    "|[\uff66-\uff9d][\u3099\u309a\u309b\u309c]"
    "|[A-Za-z\u00c0-\u024f\u1e00-\u1eff][\u0300-\u036f]+"
)
_HALFWIDTH_MARK = {"\u3099": "\uff9e", "\u309b": "\uff9e", "\u309a": "\uff9f", "\u309c": "\uff9f"}


def clean(typed: str) -> Cleaned:
    """The text to be set, where its characters came from, and what was found.

    Blank space at the ends of lines goes silently, and so do empty lines: a line break is a
    paragraph's end or a heading's break, and no space is made with it.
    """
    if not _ODD.search(typed):
        return Cleaned(typed, tuple(range(len(typed))))
    findings: list[Finding] = []
    chars = list(_composed(typed, findings))
    chars = _without_edges(_visible(chars, findings))
    text = "".join(char for char, _ in chars)
    return Cleaned(text, tuple(index for _, index in chars), tuple(sorted(findings, key=_place)))


def needs_cleaning(typed: str) -> bool:
    """Whether :func:`clean` would find anything to do or to say."""
    return _ODD.search(typed) is not None


def _place(finding: Finding) -> int:
    return finding.at


def _composed(typed: str, findings: list[Finding]) -> Iterator[_Char]:
    """Letters and kana joined with the combining marks that follow them."""
    end = 0
    for match in re.finditer(_COMPOSABLE, typed):
        yield from zip(typed[end : match.start()], range(end, match.start()), strict=True)
        joined = _join(match[0])
        if joined != match[0] and match[0] != "\r\n":
            findings.append(Finding(COMPOSED, match.start(), joined[0]))
        yield from ((char, match.start() + n) for n, char in enumerate(joined))
        end = match.end()
    yield from zip(typed[end:], range(end, len(typed)), strict=True)


def _join(cluster: str) -> str:
    if cluster == "\r\n":
        return "\n"
    if "\uff66" <= cluster[0] <= "\uff9d":
        return cluster[0] + _HALFWIDTH_MARK[cluster[1]]
    return unicodedata.normalize("NFC", cluster)


def _visible(chars: Iterable[_Char], findings: list[Finding]) -> list[_Char]:
    """What a reader can see: controls out, odd spaces made plain, separators folded."""
    kept: list[_Char] = []
    source = list(chars)
    for n, (char, index) in enumerate(source):
        replacement, code = _judge(char)
        if code == SEPARATOR:
            after = source[n + 1][0] if n + 1 < len(source) else ""
            replacement = joint(kept[-1][0] if kept else "", after)
        if code and not _goes_on(code, source, n):
            findings.append(Finding(code, index, char))
        if replacement:
            kept.append((replacement, index))
    return kept


def _goes_on(code: str, source: list[_Char], n: int) -> bool:
    """Whether a run of kana or of letters has been reported at its first character already."""
    if code not in (HALFWIDTH, RIGHT_TO_LEFT) or n == 0:
        return False
    return _judge(source[n - 1][0])[1] == code


def _judge(char: str) -> tuple[str, str]:
    """What stands in a character's place, and the code of what is to be said ("" = nothing)."""
    if "\x20" <= char <= "\x7e" or char == "\n" or "\u3041" <= char <= "\u9fff":
        return char, ""
    if char in _SEPARATORS:
        return "", SEPARATOR
    if re.match(_IS_BIDI, char):
        return "", BIDI
    if re.match(_IS_INVISIBLE, char):
        return "", INVISIBLE
    if re.match(_IS_SPACE, char):
        return ("\n", "") if char == "\r" else (" ", SPACE)
    if "\uff61" <= char <= "\uff9f":
        return char, HALFWIDTH
    if unicodedata.bidirectional(char) in ("R", "AL"):
        return char, RIGHT_TO_LEFT
    return char, ""


def _without_edges(chars: list[_Char]) -> list[_Char]:
    """Lines without blanks at their ends (an ideographic space may lead), and no empty lines."""
    lines: list[list[_Char]] = [[]]
    for char in chars:
        if char[0] == "\n":
            lines.append([char])
        else:
            lines[-1].append(char)
    kept: list[_Char] = []
    for line in lines:
        words = _strip([char for char in line if char[0] != "\n"])
        if words:
            kept += ([line[0]] if kept else []) + words
    return kept


def _strip(line: list[_Char]) -> list[_Char]:
    first, last = 0, len(line)
    while last > first and line[last - 1][0] in " \u3000":
        last -= 1
    while first < last and line[first][0] == " ":
        first += 1
    return line[first:last]


def joint(before: str, after: str) -> str:
    """What a line break that was folded away leaves between two characters.

    Nothing beside a wide (Japanese) character, else a space: the quarter em between scripts
    is the composer's business.  Hangul is wide but parts its words with spaces.
    """
    if not before or not after or _wide(before) or _wide(after):
        return ""
    return "" if _ambiguous(before) and _ambiguous(after) else " "


def _wide(char: str) -> bool:
    if unicodedata.east_asian_width(char) not in "WFH":
        return False
    return not ("\uac00" <= char <= "\ud7ff" or "\u1100" <= char <= "\u11ff")


def _ambiguous(char: str) -> bool:
    """Signs that are full-width among Japanese (…, ―, ①); not letters, not curly quotes."""
    if unicodedata.east_asian_width(char) != "A":
        return False
    return unicodedata.category(char)[0] not in "LC" and unicodedata.category(char) not in "PiPf"
