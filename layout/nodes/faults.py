"""What is wrong with a text that is no YAML, in terms of what its author did.

The parser tells where it gave up, which is often lines behind the slip.  So the lines are
searched for the slips that people make: tabs, full-width colons and spaces, signs that need
quotation marks, quotation marks left open.  Each is an error of YAML by itself, so all of
them can be reported at once; the parser's own words are used only if none explains it.
"""

import re
from collections.abc import Iterator
from typing import Any

from layout.nodes.files import unmasked
from layout.nodes.levels import Fault, level_problem
from layout.nodes.lines import (
    Line,
    indent_of,
    is_content,
    line_of,
    looks_like_entry,
    quoted,
    with_value,
)
from layout.problems import Problem, Source, problem

_BLOCK_HEADER = re.compile(r"(?:[&!]\S+\s+)*[|>][+-]?[1-9]?[+-]?\s*(?:#.*)?$")
_ANCHOR = re.compile(r"[&*][A-Za-z0-9_-]+(?=\s|$)")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_CLOSING = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}
_FULLWIDTH_COLON = re.compile(r"(\s*(?:- +)*[A-Za-z][A-Za-z_-]*)\s*：")
_OUTER_COLON = re.compile(r"([^\s:：#'\"-][^:：#'\"]{0,19})：")
_NO_SPACE = re.compile(r"(\s*(?:- +)*)([a-z][a-z-]*):(?![\s/：])(?=[^\x00-\x20])")
_TAB = re.compile(r" *(\t)")
_WIDE_INDENT = re.compile(r"[ \t]*(\u3000)[\u3000 ]*\S")
_WIDE_AFTER = re.compile(r"\s*(?:(?:- +)*[A-Za-z][A-Za-z_-]*:|(?:- +)*-)(\u3000)")

_ESCAPES = ("escape character", "escape code", "hexdecimal number")
_PARSER_CODES = (
    ("found unexpected end of stream", "yaml-unclosed-quote"),
    ("did not find expected key", "yaml-indentation"),
    ("did not find expected '-' indicator", "yaml-indentation"),
    ("block sequence entries are not allowed", "yaml-indentation"),
    ("mapping values are not allowed", "yaml-indentation"),
    ("did not find expected <document start>", "yaml-indentation"),
    ("could not find expected ':'", "yaml-colon-missing"),
    ("did not find expected ',' or", "yaml-bracket-open"),
    ("did not find the expected ',' or", "yaml-bracket-open"),
)
_OF_LEVELS = ("yaml-indentation", "yaml-colon-missing")


def syntax_problems(text: str, name: str, error: Exception) -> list[Problem]:
    """The slips that made ``text`` unreadable; at least one."""
    problem_at = _mark(error, "problem_mark")
    if any(words in str(getattr(error, "problem", "")) for words in _ESCAPES):
        return [_escape_problem(text, name, problem_at)]
    found = list(_slips(text.split("\n"), name))
    if any(slip.source.line <= problem_at[0] for slip in found):
        return found
    return [*found, _parser_problem(text, name, error)]


def _mark(error: Exception, which: str) -> tuple[int, int]:
    """Line and column, from 1, of a mark of a parser's error."""
    mark: Any = getattr(error, which, None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _parser_problem(text: str, name: str, error: Exception) -> Problem:
    words = str(getattr(error, "problem", None) or error).split("\n")[0]
    context = str(getattr(error, "context", "") or "")
    code = next((code for part, code in _PARSER_CODES if part in words), "yaml-syntax")
    at = _mark(error, "problem_mark")
    if code in _OF_LEVELS:
        begun = _mark(error, "context_mark") if context else at
        found = level_problem(text.split("\n"), name, Fault(words, at[0], begun[0]))
        if found:
            return found
    opening = code == "yaml-unclosed-quote" or (code == "yaml-bracket-open" and "flow" in context)
    line, column = _mark(error, "context_mark") if opening else at
    return problem(code, Source(name, line, column), words=words, key="", mended="")


def _escape_problem(text: str, name: str, at: tuple[int, int]) -> Problem:
    line, column = at
    row = text.split("\n")[line - 1]
    column = row.rfind("\\", 0, column + 1) + 1 or column
    escape = re.match(r"\\(?:u\w{0,4}|U\w{0,8}|x\w{0,2}|.?)", row[column - 1 :])
    written = unmasked(escape[0]) if escape else ""
    surrogate = re.match(r"\\u[dD][89a-fA-F]", written)
    code = "yaml-surrogate" if surrogate else "yaml-escape"
    return problem(code, Source(name, line, column), escape=written)


def _slips(rows: list[str], name: str) -> Iterator[Problem]:
    """Every slip of the file, line by line; texts in blocks and in quotes are passed over."""
    number = 0
    while number < len(rows):
        if not is_content(rows[number]):
            number += 1
            continue
        line = line_of(number + 1, rows[number])
        yield from _line_slips(rows, line, name)
        if _BLOCK_HEADER.match(line.value):
            number = _after_block(rows, number)
        elif line.value[:1] in _QUOTED:
            number, slip = _after_quote(rows, line, name)
            yield from slip
        else:
            number += 1


def _line_slips(rows: list[str], line: Line, name: str) -> Iterator[Problem]:
    """The first slip of a line."""

    def slip(code: str, column: int, **arguments: Any) -> Iterator[Problem]:
        yield problem(code, Source(name, line.number, column + 1), **arguments)

    if tab := _TAB.match(line.text):
        yield from slip("yaml-tab", tab.start(1))
    elif wide := _WIDE_INDENT.match(line.text) or _WIDE_AFTER.match(line.text):
        yield from slip("yaml-wide-space", wide.start(1))
    elif colon := _FULLWIDTH_COLON.match(line.text) or _unparted(line):
        yield from slip("yaml-fullwidth-colon", colon.end() - 1, key=colon[1].strip(" -"))
    elif close := _NO_SPACE.match(line.text):
        yield from slip("yaml-colon-space", close.end() - 1, key=close[2])
    else:
        yield from _value_slips(rows, line, name)


def _unparted(line: Line) -> re.Match[str] | None:
    """A full-width colon at the outermost level, where only keys can stand."""
    return None if line.key else _OUTER_COLON.match(line.text)


def _value_slips(rows: list[str], line: Line, name: str) -> Iterator[Problem]:
    value, first = line.value, line.value[:1]
    source = Source(name, line.number, line.value_column + 1)
    mended = with_value(rows, line, _requoted(value))
    if first in _QUOTED:
        quoted = _QUOTED[first].match(value)
        rest = value[quoted.end() :].lstrip() if quoted else ""
        if rest and not rest.startswith(("#", ":", ",", "]", "}")):
            yield problem("yaml-text-after-quote", source, sign=first, rest=rest, mended=mended)
    elif _needs_quotes(value):
        yield problem("yaml-sign-at-start", source, sign=first, text=value, mended=mended)
    elif (
        line.key
        and first not in ("[", "{", "#", "|", ">")
        and re.search(r":(?=\s|$)", _code(value))
    ):
        column = line.value_column + _colon(value) + 1
        colon = Source(name, line.number, column)
        yield problem("yaml-colon-in-text", colon, key=line.key, words="", mended=mended)


def _requoted(value: str) -> str:
    """A value in quotation marks, the comment behind it left outside."""
    text = _code(value).rstrip()
    return quoted(text) + value[len(text) :]


def _code(value: str) -> str:
    """A value without the comment behind it."""
    return re.split(r"\s#", value, maxsplit=1)[0]


def _colon(value: str) -> int:
    found = re.search(r":(?=\s|$)", value)
    return found.start() if found else 0


def _needs_quotes(value: str) -> bool:
    """Whether a value begins with a sign of YAML that it cannot mean."""
    first = value[:1]
    if first in ("@", "`", "%", "!"):
        return True
    if first in ("&", "*"):
        return _ANCHOR.match(value) is None
    if first in ("|", ">"):
        return _BLOCK_HEADER.match(value) is None
    if first in ("[", "{"):
        return _goes_on_after_bracket(value)
    return first == "?" and value[1:2] in ("", " ")


def _goes_on_after_bracket(value: str) -> bool:
    """Whether text follows the bracket that closes what the value opens with."""
    depth = 0
    for n, char in enumerate(value):
        depth += (char in "[{") - (char in "]}")
        if depth == 0:
            rest = value[n + 1 :].lstrip()
            return bool(rest) and rest[0] not in "#,]}:"
    return False


def _after_block(rows: list[str], number: int) -> int:
    """The line behind a block text: the first that is not indented deeper than its head."""
    indent = indent_of(rows[number])
    number += 1
    while number < len(rows) and (not rows[number].strip() or indent_of(rows[number]) > indent):
        number += 1
    return number


def _after_quote(rows: list[str], line: Line, name: str) -> tuple[int, list[Problem]]:
    """The line behind a quoted text, and the problem if its quotation mark was left open.

    A mark counts as left open if none closes it, or if lines that look like entries stand
    before the next one.
    """
    sign, number = line.value[0], line.number
    closed = _QUOTED[sign].match(line.value) is not None
    while not closed:
        if number >= len(rows) or looks_like_entry(rows[number]):
            source = Source(name, line.number, line.value_column + 1)
            mended = with_value(rows, line, line.value + sign)
            slip = problem("yaml-unclosed-quote", source, words="", key=line.key, mended=mended)
            return line.number, [slip]
        closed = _CLOSING[sign].match(rows[number]) is not None
        number += 1
    return number, []
