"""Lines whose depth, dash or colon does not fit those around them.

A parser says where it gave up: often at the next line, and in words of its grammar.  Here
the line that is out of order is looked for, and shown as it should be.
"""

import re

from layout.nodes.lines import Line, indent_of, is_content, line_of, shown
from layout.problems import Problem, Source, problem
from layout.values import NamedTuple

_BULLET = re.compile(r"[・･•●○◎■□◆◇▪－−–—―‐]\s*")
_TIGHT_DASH = re.compile(r"-(?=[^\s-])")
_KEY_WITHOUT_COLON = re.compile(r"[a-z][a-z-]*(?=[ \t]|$)")
_FARTHEST = 3
"""The most columns by which a line is taken to stand beside its place; farther is a guess."""
_MOST_SHOWN = 12
"""The lines that are shown as they should be, of a part that stands beside its place."""


class Fault(NamedTuple):
    """A parser's error: its words, the line it points at, and the line its context begins.

    Lines count from 1; ``context`` is the line of the error itself where there is no other.
    """

    words: str
    line: int
    context: int


def level_problem(rows: list[str], name: str, fault: Fault) -> Problem | None:
    """What is out of order where a parser gave up; None if it cannot be told."""
    stray = "could not find expected ':'" in fault.words
    number = fault.context if stray else fault.line
    if number > len(rows) or not is_content(rows[number - 1]):
        return None
    line = line_of(number, rows[number - 1])
    if comment := _comment_within(rows, name, line):
        return comment
    if stray:
        return _stray_text(rows, name, line)
    if "expected '-' indicator" in fault.words and not _is_item(line):
        return _dash_missing(name, line, fault.context)
    if "expected <document start>" in fault.words:
        first = next((n for n, row in enumerate(rows) if is_content(row)), 0)
        return _wrong_depth(rows, name, line_of(first + 1, rows[first]), 0)
    if "expected key" in fault.words or "expected '-' indicator" in fault.words:
        return _dash_extra(rows, name, line) or _nearest_level(rows, name, line)
    if "mapping values are not allowed" in fault.words:
        return _too_deep(rows, name, line)
    return None


def _is_item(line: Line) -> bool:
    return line.text[line.depth :].startswith("-")


def _at(name: str, line: Line) -> Source:
    return Source(name, line.number, line.depth + 1)


def _before(rows: list[str], line: Line) -> Line | None:
    """The last line with content before a line."""
    for number in range(line.number - 1, 0, -1):
        if is_content(rows[number - 1]):
            return line_of(number, rows[number - 1])
    return None


def _comment_within(rows: list[str], name: str, line: Line) -> Problem | None:
    """A comment between the lines of a text, which ends it."""
    before = _before(rows, line)
    if line.key or _is_item(line) or _BULLET.match(line.text, line.depth) or before is None:
        return None
    between = range(before.number + 1, line.number)
    comment = next((number for number in between if rows[number - 1].strip()), None)
    if comment is None or not before.value or (before.key and before.value[:1] in "|>"):
        return None
    return problem("yaml-comment-in-text", _at(name, line_of(comment, rows[comment - 1])))


def _stray_text(rows: list[str], name: str, line: Line) -> Problem | None:
    """A line of text among keys or items: an item without its dash, or text not deep enough."""
    text = line.text[line.depth :]
    before = _before(rows, line)
    bullet = _BULLET.match(text) or _TIGHT_DASH.match(text)
    if bullet:
        item = shown(f"{line.text[: line.depth]}- {text[bullet.end() :]}")
        if text.startswith("-"):
            return problem("yaml-dash-space", _at(name, line), example=item)
        return problem("yaml-list-mark", _at(name, line), mark=text[0], mended=item)
    if before and _is_item(before) and before.depth == line.depth:
        return _dash_missing(name, line, before.number)
    if before and before.key and (before.value[:1] in ("|", ">") or not _may_be_key(line)):
        head = f"{before.text}\n" if before.value[:1] in ("|", ">") else ""
        mended = shown(f"{head}{' ' * (before.key_column + 2)}{text}")
        return problem("yaml-text-depth", _at(name, line), key=before.key, mended=mended)
    return _colon_missing(name, line)


def _may_be_key(line: Line) -> bool:
    return _KEY_WITHOUT_COLON.match(line.text, line.key_column) is not None


def _colon_missing(name: str, line: Line) -> Problem:
    """A key whose colon was forgotten, or something that only looks like one."""
    text = line.text[line.key_column :].rstrip()
    word = _KEY_WITHOUT_COLON.match(text)
    if word is None:
        return problem("yaml-colon-missing", _at(name, line), mended="")
    value = text[word.end() :].strip()
    mended = shown(f"{line.text[: line.key_column]}{word[0]}: {value}".rstrip())
    source = Source(name, line.number, line.key_column + 1)
    return problem("yaml-colon-missing", source, mended=mended)


def _dash_missing(name: str, line: Line, first: int) -> Problem:
    return problem("yaml-dash-missing", _at(name, line), first=first)


def _dash_extra(rows: list[str], name: str, line: Line) -> Problem | None:
    """A dash before a key that stands among keys."""
    before = _before(rows, line)
    if not (line.key and _is_item(line) and before and before.value):
        return None
    if _is_item(before) or before.key_column != line.depth:
        return None
    mended = shown(line.text[: line.depth] + line.text[line.key_column :])
    return problem("yaml-dash-extra", _at(name, line), mended=mended)


def _wrong_depth(rows: list[str], name: str, line: Line, wanted: int) -> Problem | None:
    if not 0 < abs(wanted - line.depth) <= _FARTHEST:
        return None
    mended = shown("\n".join(_moved(rows, line, wanted - line.depth)))
    return problem("yaml-depth", _at(name, line), found=line.depth, wanted=wanted, mended=mended)


def _moved(rows: list[str], line: Line, by: int) -> list[str]:
    """The line and its fellows right after it, moved to the right (or left).

    What stands beneath the line is moved with it only where it would not be deeper otherwise.
    """
    moved: list[str] = []
    for number in range(line.number, min(len(rows), line.number + _MOST_SHOWN - 1) + 1):
        other = line_of(number, rows[number - 1])
        beneath = not line.value and line.depth < other.depth <= line.key_column + by
        if other.depth != line.depth and not beneath:
            break
        moved.append(" " * (other.depth + by) + other.text[other.depth :])
    return moved


def _nearest_level(rows: list[str], name: str, line: Line) -> Problem | None:
    """The depth that lines like this one have above it and that is nearest; rather deeper.

    A dash is compared with dashes and a key with keys.
    """
    item = _is_item(line)
    if not item and not line.key:
        return None
    above = (line_of(n, rows[n - 1]) for n in range(1, line.number) if is_content(rows[n - 1]))
    depths = {
        other.depth if item else other.key_column
        for other in above
        if (_is_item(other) if item else other.key)
    }
    wanted = min(depths, key=lambda depth: (abs(depth - line.depth), -depth), default=line.depth)
    return _wrong_depth(rows, name, line, wanted)


def _too_deep(rows: list[str], name: str, line: Line) -> Problem | None:
    """A key beneath a text: it stands too deep, or the line before it does not stand right."""
    before = _before(rows, line)
    if before is None or not line.key:
        return None
    if not before.key:
        return _colon_missing(name, before) if _may_be_key(before) else None
    earlier = _before(rows, before)
    sibling = earlier is not None and bool(earlier.key) and earlier.key_column == line.key_column
    if sibling and indent_of(before.text) < line.depth and not _is_item(before):
        return _wrong_depth(rows, name, before, line.key_column)
    return None if _is_item(line) else _wrong_depth(rows, name, line, before.key_column)
