"""Where every character of a scalar stands in the file, and what a folded line break leaves.

YAML turns a line break within a text into a space, which is right between Latin words and
wrong between Japanese characters.  The parser gives only the result; so the region of a
text that runs over lines is read here again, character by character (YAML 1.1, chapter 9).
The reading is compared with the parser's: where they differ the parser is believed, and the
characters have no places of their own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from layout.hygiene import joint
from layout.nodes.files import unmasked
from layout.nodes.node import Scalar

FOLD = ""
"""Stands for a line break that was folded; its text is decided by its neighbours."""


class Piece(NamedTuple):
    """A character of a text (or :data:`FOLD`) and its index in the file."""

    char: str
    at: int


_BLANK = re.compile(r"[ \t\n]+")
_ESCAPES = dict(
    zip('0abtnvfre "/\\N_LP', '\0\a\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True)
)
_ESCAPES["\t"] = "\t"
_HEX = {"x": 2, "u": 4, "U": 8}


def is_folded(scalar: Scalar, text: str) -> bool:
    """Whether line breaks may have been folded away in this scalar."""
    return scalar.style != "|" and "\n" in text[scalar.start : scalar.end]


def unfold(scalar: Scalar, text: str) -> str:
    """The text of a scalar with its folded line breaks as Japanese wants them."""
    pieces = trace(scalar, text)
    return scalar.text if pieces is None else "".join(char for char, _ in joined(pieces))


def origins(scalar: Scalar, text: str) -> list[int] | None:
    """For each character of ``scalar.text`` (folds resolved) its index in the file's text."""
    pieces = trace(scalar, text)
    if pieces is None:
        return None
    resolved = list(joined(pieces))
    found = "".join(char for char, _ in resolved)
    return [index for _, index in resolved] if _same(found, scalar) else None


def trace(scalar: Scalar, text: str) -> list[Piece] | None:
    """The characters of a scalar with their places; None where they cannot be told.

    ``scalar.text`` may be the parser's or the unfolded text.
    """
    properties = re.match(r"(?:[&!]\S*\s+)+", text[scalar.start : scalar.end])
    start = scalar.start + (properties.end() if properties else 0)
    for pieces in _readings(scalar.style, text, start, scalar.end):
        if _same(_folded(pieces), scalar) or _same(_resolved(pieces), scalar):
            return pieces
    return None


def joined(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with each fold resolved: nothing beside Japanese, else one space."""
    before = ""
    for n, piece in enumerate(pieces):
        char = piece.char
        if char == FOLD:
            char = joint(before, pieces[n + 1].char) if n + 1 < len(pieces) else ""
        if char:
            yield Piece(char, piece.at)
            before = char


def _folded(pieces: list[Piece]) -> str:
    return "".join(char or " " for char, _ in pieces)


def _resolved(pieces: list[Piece]) -> str:
    return "".join(char for char, _ in joined(pieces))


def _same(found: str, scalar: Scalar) -> bool:
    """Block texts are compared without the line breaks at their end, which chomping decides."""
    found = unmasked(found)
    if scalar.style in ("|", ">"):
        return found.rstrip("\n ") == scalar.text.rstrip("\n ")
    return found == scalar.text


def _readings(style: str, text: str, start: int, end: int) -> Iterator[list[Piece]]:
    """The ways a scalar may be read: one, or one for each indentation a block may have."""
    if style in ("|", ">"):
        yield from _blocks(style, text, start, end)
    elif style == '"':
        yield list(_double(text, start + 1, end - 1))
    elif style == "'":
        yield list(_flow(text, start + 1, end - 1, "''"))
    else:
        yield list(_flow(text, start, end, ""))


def _flow(text: str, start: int, end: int, doubled: str) -> Iterator[Piece]:
    """A plain text, or one in single quotes where a doubled quote stands for one."""
    at = start
    while at < end:
        blank = _BLANK.match(text, at, end)
        if blank:
            yield from _blanks(blank[0], at)
            at = blank.end()
            continue
        yield Piece(text[at], at)
        at += 2 if doubled and text.startswith(doubled, at) else 1


def _blanks(run: str, at: int) -> Iterator[Piece]:
    """Blank characters within a flow text: kept, folded, or line breaks of empty lines."""
    breaks = run.count("\n")
    if breaks == 0:
        yield from (Piece(char, at + n) for n, char in enumerate(run))
    elif breaks == 1:
        yield Piece(FOLD, at)
    else:
        yield from (Piece("\n", at + n) for n in range(breaks - 1))


def _double(text: str, start: int, end: int) -> Iterator[Piece]:
    """A text in double quotes, with its escapes."""
    at = start
    while at < end:
        blank = _BLANK.match(text, at, end)
        if blank:
            yield from _blanks(blank[0], at)
            at = blank.end()
        elif text[at] != "\\":
            yield Piece(text[at], at)
            at += 1
        elif text.startswith("\\\n", at):
            following = _BLANK.match(text, at + 1, end)
            stop = following.end() if following else at + 2
            yield from (Piece("\n", at) for _ in range(text.count("\n", at + 2, stop)))
            at = stop
        else:
            char, length = _escape(text, at)
            yield Piece(char, at)
            at += length


def _escape(text: str, at: int) -> tuple[str, int]:
    """The character an escape stands for, and the escape's length."""
    sign = text[at + 1 : at + 2]
    if sign in _HEX:
        digits = text[at + 2 : at + 2 + _HEX[sign]]
        return chr(int(digits, 16)), 2 + len(digits)
    return _ESCAPES.get(sign, sign), 2


class _Row(NamedTuple):
    content: str
    at: int


def _blocks(style: str, text: str, start: int, end: int) -> Iterator[list[Piece]]:
    body = text.find("\n", start, end) + 1 or end
    lines = text[body:end].split("\n")
    likely = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)
    for indent in (likely, *(n for n in range(likely) if n)):
        rows = list(_rows(text, body, end, indent))
        yield list(_literal(rows) if style == "|" else _fold_block(rows))


def _rows(text: str, start: int, end: int, indent: int) -> Iterator[_Row]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        blanks = len(text[at:stop]) - len(text[at:stop].lstrip(" "))
        content = min(blanks, indent) + at
        if blanks < indent and content < stop:
            return
        yield _Row(text[content:stop], content)
        at = stop + 1


def _literal(rows: list[_Row]) -> Iterator[Piece]:
    for row in rows:
        yield from (Piece(char, row.at + n) for n, char in enumerate(row.content))
        yield Piece("\n", row.at + len(row.content))


def _fold_block(rows: list[_Row]) -> Iterator[Piece]:
    """Folded lines: an indented line keeps its breaks, and so do empty lines."""
    breaks: list[Piece] = []
    previous: str | None = None
    for row in rows:
        if row.content:
            yield from _between(previous, row.content, breaks)
            yield from (Piece(char, row.at + n) for n, char in enumerate(row.content))
            previous, breaks = row.content, []
        breaks.append(Piece("\n", row.at + len(row.content)))


def _between(previous: str | None, content: str, breaks: list[Piece]) -> Iterator[Piece]:
    if previous is None or previous[0] in " \t" or content[0] in " \t":
        yield from breaks
    elif len(breaks) == 1:
        yield Piece(FOLD, breaks[0].at)
    else:
        yield from breaks[1:]
