"""The small notation inside texts: one grammar of braces for marks, placeholders and escapes.

| Written | Means |
|---|---|
| ``{憲法|けんぽう}`` | group ruby; over a single character mono ruby |
| ``{憲法|けん|ぽう}`` | a reading for each character: jukugo ruby |
| ``{圏点:大切}`` ``{en:Labour}`` … | a mark by its name, a language by its tag |
| ``{支部}`` | a placeholder |
| ``{{`` ``}}`` | the braces themselves |

Ruby is written as in でんでんマークダウン.  ``｜`` and ``：`` serve as ``|`` and ``:``, since a
Japanese keyboard types them.  The first of these signs in a pair of braces says what it is;
nothing within it is read again.  The grammar is in force only in leaflets that switch it on;
in all others a brace is a brace.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from layout.document import (
    DOTS,
    LANGUAGE,
    REFERENCE,
    RUBY,
    SLOT,
    SUB,
    SUPER,
    UPRIGHT,
    Mark,
    Text,
)
from layout.problems import NOWHERE, Source
from layout.values import NamedTuple

NAME = r"[^\W\d][\w-]*"
"""What a placeholder may be called: no name can hold the signs of a mark."""

LITERAL, FAULT = "literal", "fault"

_NAMES = {
    DOTS: ("圏点", "dots", "傍点"),
    UPRIGHT: ("縦中横", "tcy"),
    SUPER: ("上付", "sup", "上付き"),
    SUB: ("下付", "sub", "下付き"),
    REFERENCE: ("注", "ref", "合印"),
}
_LANGUAGES = {
    "en": "英語",
    "pt": "ポルトガル語",
    "pt-BR": "",
    "vi": "ベトナム語",
    "fr": "フランス語",
    "de": "ドイツ語",
    "es": "スペイン語",
    "it": "イタリア語",
    "id": "インドネシア語",
    "tl": "タガログ語",
    "fil": "フィリピノ語",
    "ko": "韓国語",
    "zh-Hans": "簡体字",
    "zh-Hant": "繁体字",
}
LANGUAGES = tuple(_LANGUAGES)
"""The tags (BCP 47) of the languages that can be marked."""

NAMED = {name: (kind, ()) for kind, names in _NAMES.items() for name in names} | {
    name: (LANGUAGE, (tag,)) for tag, ja in _LANGUAGES.items() for name in (tag, ja) if name
}
"""Every name of a mark with its kind and value."""

KNOWN = ", ".join((*("/".join(names[:2]) for names in _NAMES.values()), *LANGUAGES))
"""The names as they are told to a person: in both languages, without their variants."""

_BY_NAME = {name.casefold(): mark for name, mark in NAMED.items()}

_PIECES = (
    r"\{\{|\}\}"
    r"|\{([^{}\n]*)\}"
    r"|(\{(?:[^{}\n]*\{+[^{}\n]*\}+)+[^{}\n]*\})"
    r"|(\{[^{}\n|｜:：]*[|｜:：][^{}\n]*)"
    r"|[{}]|[^{}]+"
)
"""Compiled, as the others, when a text first holds a brace, which is seldom."""
_SIGN = r"[|｜:：]"
_BLANKS = " \u3000"

_CHARACTER = r"(?s).[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
"""A character with the accents and variation selectors that belong to it."""

_READING = r"[\u3041-\u30ff・ ]+"
_BASE = r"[^{}｛｝\n|｜:：]{0,30}"
_LOOKS_MARKED = (
    rf"{_BASE}[\u3005\u3400-\u9fff]{_BASE}(?:[|｜]{_READING})+"
    rf"|(?:{'|'.join(map(re.escape, NAMED))})[:：][^{{}}｛｝\n]+"
)


class Piece(NamedTuple):
    """A part of a typed text: what is set of it, and where that begins in what was typed.

    ``kind`` is :data:`LITERAL`, :data:`FAULT` or the kind of a mark; ``value`` the mark's
    value, or of a fault the code of the problem, what was typed, and further arguments.
    """

    kind: str
    text: str
    at: int
    value: tuple[str, ...] = ()


def pieces(typed: str) -> Iterator[Piece]:
    """The parts of a text in a leaflet where braces mark something."""
    for match in re.finditer(_PIECES, typed):
        found, at = match[0], match.start()
        if match[1] is not None:
            yield _mark(found, match[1], at + 1)
        elif match[2]:
            yield Piece(FAULT, found, at, ("mark-nested", found))
        elif match[3]:
            yield Piece(FAULT, found, at, ("mark-unclosed", found))
        elif found in ("{", "}"):
            yield Piece(FAULT, found, at, ("placeholder-brace", found))
        else:
            yield Piece(LITERAL, found[0] if found in ("{{", "}}") else found, at)


def parse(typed: str, source: Source = NOWHERE) -> Text:
    """The text with its marks; what is faulty in it stays as typed."""
    return text_of(pieces(typed), source)


def text_of(parts: Iterable[Piece], source: Source = NOWHERE) -> Text:
    """The text that pieces make up."""
    strings, marks, length = list[str](), list[Mark](), 0
    for kind, text, _, value in parts:
        strings.append(text)
        if kind not in (LITERAL, FAULT):
            marks.append(Mark(kind, length, length + len(text), value))
        length += len(text)
    return Text("".join(strings), source, tuple(marks))


def escaped(text: str) -> str:
    """The text as it must be typed for nothing in it to be a mark."""
    return text.replace("{", "{{").replace("}", "}}")


def characters(text: str) -> tuple[str, ...]:
    """What a reader counts as characters: accents and variation selectors do not count."""
    return tuple(re.findall(_CHARACTER, text))


def looks_marked(text: str, braces: str = "{｛") -> int:
    """The index of the first of ``braces`` that opens what looks like a mark; -1: none does."""
    found = re.search(rf"[{braces}](?:{_LOOKS_MARKED})[}}｝]", text)
    return found.start() if found else -1


def _mark(typed: str, content: str, at: int) -> Piece:
    """What a pair of braces holds; ``at`` is the index of its content."""
    sign = re.search(_SIGN, content)
    if sign is None:
        if content.strip(_BLANKS):
            return Piece(SLOT, typed, at - 1, (content,))
        return Piece(FAULT, typed, at - 1, ("mark-empty", typed))
    name, text = content[: sign.start()], content[sign.end() :]
    if sign[0] in "|｜":
        return _ruby(typed, name, re.split("[|｜]", text), at)
    kind, value = _BY_NAME.get(normalize("NFKC", name.strip(_BLANKS)).casefold(), ("", ()))
    if not kind:
        return Piece(FAULT, typed, at - 1, ("mark-unknown", typed, name.strip(_BLANKS)))
    return _marked(kind, typed, text, at + sign.end(), value, at - 1)


def _ruby(typed: str, base: str, readings: list[str], at: int) -> Piece:
    """Ruby: a reading for the whole of the base text, or one for each of its characters."""
    value = tuple(reading.strip(_BLANKS) for reading in readings)
    count = len(characters(base.strip(_BLANKS)))
    if not all(value):
        return Piece(FAULT, typed, at - 1, ("mark-empty", typed))
    if count and len(value) not in (1, count):
        told = (typed, base.strip(_BLANKS), str(count), str(len(value)))
        return Piece(FAULT, typed, at - 1, ("ruby-count", *told))
    return _marked(RUBY, typed, base, at, value, at - 1)


def _marked(kind: str, typed: str, text: str, at: int, value: tuple[str, ...], start: int) -> Piece:
    """A mark on ``text``, which begins at ``at``; blanks about it are the author's spacing."""
    bare = text.strip(_BLANKS)
    if not bare:
        return Piece(FAULT, typed, start, ("mark-empty", typed))
    return Piece(kind, bare, at + len(text) - len(text.lstrip(_BLANKS)), value)
