"""A file line by line, as its author sees it: depth, key and value, before YAML has a say."""

import re

from layout.values import NamedTuple


class Line(NamedTuple):
    """A line of the file: what stands before its value, the value, and its columns from 0.

    ``depth`` is the column of its first visible character, ``key_column`` that of its key (or
    of its value, where it has no key) behind any dashes.
    """

    number: int
    text: str
    depth: int
    key: str
    key_column: int
    value: str
    value_column: int


_LONGEST_KEY = 400
"""A colon further on is none of a key's; the search stays short on endless lines."""

_KEY = re.compile(
    r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s\"'#\[\]{},|>@`%&*!-][^#]*?|-[^\s#][^#]*?)\s*:(?=\s|$)"
)
_DASHES = re.compile(r"(?:-[ \t]+|-$)*")
_LOOKS_LIKE_ENTRY = re.compile(r"\s*(?:- +)*[A-Za-z][A-Za-z_-]*:(?:\s|$)|\s*- ")


def line_of(number: int, text: str) -> Line:
    """The line of this number (from 1), parted at its dashes, its key and its value."""
    depth = len(text) - len(text.lstrip(" \t"))
    dashes = _DASHES.match(text, depth)
    start = dashes.end() if dashes else depth
    key = _KEY.match(text, start, start + _LONGEST_KEY)
    if key is None:
        return Line(number, text, depth, "", start, text[start:].rstrip(), start)
    after = len(text) - len(text[key.end() :].lstrip(" \t"))
    value = text[after:].rstrip()
    return Line(number, text, depth, key[0][:-1].strip(), start, value, after)


def is_content(row: str) -> bool:
    """Whether a row is neither blank nor a comment."""
    return bool(row.strip()) and not row.lstrip().startswith("#")


def looks_like_entry(row: str) -> bool:
    """Whether a row begins with a key or a dash."""
    return _LOOKS_LIKE_ENTRY.match(row) is not None


def indent_of(row: str) -> int:
    """The spaces before the first visible character of a row."""
    return len(row) - len(row.lstrip(" "))


def goes_on(rows: list[str], line: Line) -> bool:
    """Whether the text of a line goes on in the row after it."""
    after = rows[line.number] if line.number < len(rows) else ""
    return is_content(after) and indent_of(after) > line.depth and not looks_like_entry(after)


def quoted(text: str) -> str:
    """A text in single quotes, as YAML reads it to the letter."""
    return "'" + text.replace("'", "''") + "'"


def shown(row: str) -> str:
    """A row as it should be written, for the hint of a problem: on a line of its own."""
    return f"\n{row}"


def with_value(rows: list[str], line: Line, value: str) -> str:
    """The line with another value, to be shown; nothing where its text goes on below."""
    return "" if goes_on(rows, line) else shown(line.text[: line.value_column] + value)
