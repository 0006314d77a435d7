"""The jobs of the command ``typeset``: read from JSON, checked with their places, answered.

Nothing is composed: each job is a paragraph at a measure, in the default theme's body style.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from layout.load import load_theme
from layout.problems import WARNING, LeafletError, Problem, Source, problem
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.typeset import DATA_INVALID, Answer, check_jobs, missing_glyphs, to_json, typeset
from layout.theme import Theme
from layout.values import NamedTuple

DEFAULT_THEME = "calm"

_BLANK = re.compile(r"[ \t\r\n]*")
_decode = json.JSONDecoder().raw_decode


class Work(NamedTuple):
    """Jobs that can be set, what they are set in, and the warnings about them."""

    jobs: Sequence[Any]
    theme: Theme
    fonts: Fonts
    problems: tuple[Problem, ...]


class _File(NamedTuple):
    """A file of jobs, for telling where in it something stands."""

    name: str
    text: str

    def place(self, at: int) -> Source:
        line = self.text.count("\n", 0, at) + 1
        return Source(self.name, line, at - self.text.rfind("\n", 0, at))


def read_jobs(data: bytes, name: str) -> Work:
    """The jobs in the bytes of the file ``name``.

    Raises LeafletError with every fault, each with its line and column: exit 3 if the JSON or
    a job is not right, 5 if a font cannot be used.
    """
    file = _File(name, _text(data, name))
    jobs = _parsed(file)
    theme = load_theme(resource("data/themes") / DEFAULT_THEME / "theme.yaml")
    fonts = Fonts(resource("fonts"))
    faults = check_jobs(jobs, fonts)
    if faults:
        raise LeafletError(tuple(_placed(fault, file) for fault in faults), DATA_INVALID)
    missing = missing_glyphs(jobs, theme.styles["body"], fonts)
    warnings = (*_same_ids(jobs), *missing)
    return Work(jobs, theme, fonts, tuple(_placed(warning, file) for warning in warnings))


def answers(work: Work) -> Iterator[Answer]:
    """The answer to each job, in order."""
    return typeset(work.jobs, work.theme.styles["body"], work.fonts)


def as_json(told: Iterator[Answer]) -> Iterator[str]:
    """The JSON array of the answers, piece by piece: memory does not grow with it."""
    sign = "["
    for answer in told:
        yield f"{sign}\n{to_json(answer)}"
        sign = ","
    yield "\n]\n" if sign == "," else "[]\n"


def _text(data: bytes, name: str) -> str:
    """The bytes as text: UTF-8, or UTF-16 or UTF-32 as their first bytes tell (RFC 4627, 3)."""
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = problem("jobs-encoding", Source(name, line), byte=error.start + 1)
        raise LeafletError((found,), DATA_INVALID) from None


def _parsed(file: _File) -> Sequence[Any]:
    """The array in the file; a name that stands twice in an object is told by its places."""
    doubled: list[str] = []

    def as_mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        mapping = dict(pairs)
        if len(mapping) < len(pairs):
            doubled.extend(name for name, _ in pairs)
        return mapping

    try:
        found = json.loads(file.text, object_pairs_hook=as_mapping)
    except json.JSONDecodeError as error:
        raise _invalid(file, error.pos, error.msg) from None
    except RecursionError:
        raise _invalid(file, 0, "too deep") from None
    except ValueError as error:  # a number of more digits than Python converts
        raise _invalid(file, 0, str(error).partition(";")[0]) from None
    if not isinstance(found, list):
        start = _skip(file.text, 0)
        raise LeafletError((problem("jobs-no-array", file.place(start)),), DATA_INVALID)
    if doubled:
        raise LeafletError(tuple(_twice(file)), DATA_INVALID)
    return found


def _invalid(file: _File, at: int, reason: str) -> LeafletError:
    return LeafletError((problem("jobs-json", file.place(at), reason=reason),), DATA_INVALID)


def _same_ids(jobs: Sequence[Any]) -> Iterator[Problem]:
    """A warning for each id that several jobs have: their answers look alike."""
    first: dict[str | float, int] = {}
    told: set[str | float] = set()
    for number, job in enumerate(jobs, 1):
        id = job["id"]
        earlier = first.setdefault(id, number)
        if earlier != number and id not in told:
            told.add(id)
            yield problem(
                "typeset-same-id", severity=WARNING, job=number, field="id", id=id, first=earlier
            )


# Where in the JSON something stands: asked only when there is something to say


def _placed(found: Problem, file: _File) -> Problem:
    """The problem with the place of its job, or of the job's field, in the file."""
    told = dict(found.arguments)
    at = _job_at(file.text, int(told["job"]))
    source = file.place(_field_at(file.text, at, told["field"]))
    return found._replace(source=source)


def _job_at(text: str, number: int) -> int:
    elements = _elements(text, _skip(text, 0))
    return next(at for count, at in enumerate(elements, 1) if count == number)


def _field_at(text: str, at: int, field: str) -> int:
    """Where a name stands in the object at a place, or in an object within it."""
    if text[at] != "{":
        return at
    for name, key_at, value_at in _members(text, at):
        if name == field:
            return key_at
        inner = _field_at(text, value_at, field)
        if inner != value_at:
            return inner
    return at


def _twice(file: _File) -> Iterator[Problem]:
    """Every name that stands twice in an object of a job."""
    for number, at in enumerate(_elements(file.text, _skip(file.text, 0)), 1):
        objects = [at] if file.text[at] == "{" else []
        while objects:
            seen: set[str] = set()
            for name, key_at, value_at in _members(file.text, objects.pop()):
                if name in seen:
                    yield problem("jobs-name-twice", file.place(key_at), job=number, field=name)
                seen.add(name)
                if file.text[value_at] == "{":
                    objects.append(value_at)


def _elements(text: str, at: int) -> Iterator[int]:
    """Where the elements of the array at a place stand."""
    if text[_skip(text, at + 1)] == "]":
        return
    while text[at] != "]":
        start = _skip(text, at + 1)
        yield start
        at = _skip(text, _decode(text, start)[1])


def _members(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """The members of the object at a place: name, where the name and where the value stands."""
    if text[_skip(text, at + 1)] == "}":
        return
    while text[at] != "}":
        key_at = _skip(text, at + 1)
        name, end = _decode(text, key_at)
        value_at = _skip(text, _skip(text, end) + 1)
        yield name, key_at, value_at
        at = _skip(text, _decode(text, value_at)[1])


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at
