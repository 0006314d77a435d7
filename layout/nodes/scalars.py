"""Where every character of a scalar stands in the file, and what a folded line break leaves.

YAML turns a line break within a text into a space, which is right between Latin words and
wrong between Japanese characters.  The parser gives only the result; so the region of a
text that runs over lines is read here again, character by character (YAML 1.1, chapter 9).
The reading is compared with the parser's: where they differ the parser is believed, and the
characters have no places of their own.
"""

import re
from collections.abc import Iterator

from layout.hygiene import joint
from layout.nodes.files import unmasked
from layout.nodes.node import Scalar
from layout.values import NamedTuple

FOLD = ""
"""Stands for a line break that was folded; its text is decided by its neighbours."""


class Piece(NamedTuple):
    """Characters that stand side by side in the file as in the text, and where they begin.

    Also :data:`FOLD`, a line break of the text, and a character written as an escape.
    """

    text: str
    at: int


_BREAKS = re.compile(r"[ \t]*(?:\n[ \t]*)+")
_ESCAPES = dict(
    zip('0abtnvfre "/\\N_LP\t', '\0\a\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029\t', strict=True)
)
_HEX = {"x": 2, "u": 4, "U": 8}


def is_folded(scalar: Scalar, text: str) -> bool:
    """Whether line breaks may have been folded away in this scalar."""
    return scalar.style != "|" and text.find("\n", scalar.start, scalar.end) >= 0


def unfold(scalar: Scalar, text: str) -> str:
    """The text of a scalar with its folded line breaks as Japanese wants them."""
    pieces = trace(scalar, text)
    return scalar.text if pieces is None else _resolved(pieces)


def origins(scalar: Scalar, text: str) -> list[int] | None:
    """For each character of ``scalar.text`` (folds resolved) its index in the file's text."""
    pieces = trace(scalar, text)
    if pieces is None or not _same(_resolved(pieces), scalar):
        return None
    return [index for run, at in joined(pieces) for index in range(at, at + len(run))]


def trace(scalar: Scalar, text: str) -> list[Piece] | None:
    """The pieces of a scalar with their places; None where they cannot be told.

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
        run = piece.text
        if run == FOLD:
            run = joint(before[-1:], pieces[n + 1].text[:1] if n + 1 < len(pieces) else "")
        if run:
            yield Piece(run, piece.at)
            before = run


def _folded(pieces: list[Piece]) -> str:
    return "".join(run or " " for run, _ in pieces)


def _resolved(pieces: list[Piece]) -> str:
    return "".join(run for run, _ in joined(pieces))


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
        yield [
            piece
            for run in _flow(text, start + 1, end - 1)
            for piece in (_single(run) if "'" in run.text else (run,))
        ]
    else:
        yield list(_flow(text, start, end))


def _flow(text: str, start: int, end: int) -> Iterator[Piece]:
    """A plain text: runs of characters, and the line breaks between them."""
    at = start
    for breaks in _BREAKS.finditer(text, start, end):
        if breaks.start() > at:
            yield Piece(text[at : breaks.start()], at)
        yield from _line_breaks(breaks[0].count("\n"), breaks.start())
        at = breaks.end()
    if at < end:
        yield Piece(text[at:end], at)


def _line_breaks(count: int, at: int) -> Iterator[Piece]:
    """One line break is folded; of several the first is, and the others stay."""
    if count == 1:
        yield Piece(FOLD, at)
    else:
        yield from (Piece("\n", at) for _ in range(count - 1))


def _single(run: Piece) -> Iterator[Piece]:
    """A run in single quotes, where a doubled quote stands for one."""
    at = run.at
    for part in re.findall("''|[^']+", run.text):
        yield Piece("'" if part == "''" else part, at)
        at += len(part)


def _double(text: str, start: int, end: int) -> Iterator[Piece]:
    """A text in double quotes, with its escapes; an escaped line break is none."""
    at = start
    while at < end:
        escape = text.find("\\", at, end)
        stop = end if escape < 0 else escape
        yield from _flow(text, at, stop)
        if escape < 0:
            return
        if text.startswith("\\\n", escape):
            blank = re.compile(r"[ \t\n]*").match(text, escape + 2, end)
            at = blank.end() if blank else end
            yield from (Piece("\n", escape) for _ in range(text.count("\n", escape + 2, at)))
        else:
            char, length = _escape(text, escape)
            yield Piece(char, escape)
            at = escape + length


def _escape(text: str, at: int) -> tuple[str, int]:
    """The character an escape stands for, and the escape's length."""
    sign = text[at + 1 : at + 2]
    if sign in _HEX:
        digits = text[at + 2 : at + 2 + _HEX[sign]]
        return chr(int(digits, 16)), 2 + len(digits)
    return _ESCAPES.get(sign, sign), 2


def _blocks(style: str, text: str, start: int, end: int) -> Iterator[list[Piece]]:
    """A block text for each indentation it may have, the likeliest first."""
    body = text.find("\n", start, end) + 1 or end
    lines = text[body:end].split("\n")
    likely = next((_indent(line) for line in lines if line.strip(" ")), 0)
    for indent in (likely, *(n for n in range(likely) if n)):
        rows = list(_rows(lines, body, indent))
        yield list(_literal(rows) if style == "|" else _fold_block(rows))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _rows(lines: list[str], at: int, indent: int) -> Iterator[Piece]:
    """The lines of a block without their indentation, up to the first that lacks it."""
    for line in lines:
        blanks = min(_indent(line), indent)
        if blanks < indent and blanks < len(line):
            return
        yield Piece(line[blanks:], at + blanks)
        at += len(line) + 1


def _literal(rows: list[Piece]) -> Iterator[Piece]:
    for row in rows:
        if row.text:
            yield row
        yield Piece("\n", row.at + len(row.text))


def _fold_block(rows: list[Piece]) -> Iterator[Piece]:
    """Folded lines: an indented line keeps its breaks, and so do empty lines."""
    breaks: list[Piece] = []
    previous = ""
    for row in rows:
        if row.text:
            yield from _between(previous, row.text, breaks)
            yield row
            previous, breaks = row.text, []
        breaks.append(Piece("\n", row.at + len(row.text)))


def _between(previous: str, following: str, breaks: list[Piece]) -> Iterator[Piece]:
    """The line breaks between two lines with text."""
    if not previous or previous[0] in " \t" or following[0] in " \t":
        yield from breaks
    elif len(breaks) == 1:
        yield Piece(FOLD, breaks[0].at)
    else:
        yield from breaks[1:]
