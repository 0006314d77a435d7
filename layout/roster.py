"""``contacts`` as a command: a list's rows with their verdicts, for people and for programs.

Both are made piece by piece while the list is read, so that memory does not grow with it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from layout.contacts import REJECTED, ContactList, Row
from layout.messages import sentences
from layout.problems import Problem, Source, problem
from layout.report import VERSION, as_record, display_width, printable

SOME_REJECTED, NOTHING_USABLE = 1, 3

_WORDS = {
    "ja": {"ok": "○", "normalised": "○整形", "flagged": "△確認", "rejected": "×不可"},
    "en": {"ok": "ok", "normalised": "normalised", "flagged": "flagged", "rejected": "REJECTED"},
}
_TOTALS = {
    "ja": "{all}件：そのまま{ok}件、整えて使う{normalised}件、確認して使う{flagged}件、"
    "使えない{rejected}件\n",
    "en": "rows: {all}; ok {ok}, normalised {normalised}, flagged {flagged}, rejected {rejected}\n",
}
_ROW = {"ja": "{}行目", "en": "line {}"}


def ending(contacts: ContactList, counts: Counter[str]) -> tuple[int, tuple[Problem, ...]]:
    """The exit code of a list that was gone through, and what is to be said besides."""
    if counts[REJECTED] == contacts.size:
        found = problem("contacts-all-rejected", Source(contacts.file), count=contacts.size)
        return NOTHING_USABLE, (found,)
    return (SOME_REJECTED if counts[REJECTED] else 0), ()


def as_lines(contacts: ContactList, counts: Counter[str], language: str) -> Iterator[str]:
    """The table for people; ``counts`` is filled with the verdicts on the way."""
    for row in contacts.rows():
        counts[row.verdict] += 1
        yield row_line(row, language)
        for found in row.problems:
            yield from told(found, language)
    numbers = {word: counts[word] for word in _WORDS[language]}
    yield _TOTALS[language].format(all=contacts.size, **numbers)


def row_line(row: Row, language: str) -> str:
    where = _ROW[language].format(row.line)
    word = _WORDS[language][row.verdict]
    gap = " " * max(1, 11 - display_width(word))
    name = row.values.get("name", "-")
    return printable(f"{row.number:>6}  {where:<9}{word}{gap}{row.id:<14} {name}") + "\n"


def told(found: Problem, language: str) -> Iterator[str]:
    """A problem beneath its row: the cell, the sentence, and how to mend it."""
    sentence, hint = sentences(found, language)
    cell = dict(found.arguments).get("cell", "")
    where = f"{cell} " if cell else ""
    yield printable(f"        {where}{found.severity}[{found.code}]: {sentence}") + "\n"
    if hint:
        sign = "→" if language == "ja" else "hint:"
        yield printable(f"          {sign} {hint}") + "\n"


def as_json(contacts: ContactList, counts: Counter[str], language: str) -> Iterator[str]:
    """The JSON report, its rows first; pure ASCII, so that any console can carry it."""
    import json

    sign = f'{{"version": {VERSION}, "outputs": [], "rows": ['
    for row in contacts.rows():
        counts[row.verdict] += 1
        yield f"{sign}\n{json.dumps(_row_record(row, language))}"
        sign = ","
    _, further = ending(contacts, counts)
    columns = [
        {"header": column.header, "field": column.field, "known": column.known}
        for column in contacts.columns
    ]
    rest = {
        "columns": columns,
        "counts": {word: counts[word] for word in _WORDS["en"]},
        "problems": _records((*contacts.problems, *further), language),
    }
    yield f"\n], {json.dumps(rest)[1:]}\n"


def _row_record(row: Row, language: str) -> dict[str, Any]:
    return {
        "row": row.number,
        "line": row.line,
        "id": row.id,
        "verdict": row.verdict,
        "values": row.values,
        "problems": _records(row.problems, language),
    }


def _records(problems: Iterable[Problem], language: str) -> list[dict[str, Any]]:
    return [_record(found, language) for found in problems]


def _record(found: Problem, language: str) -> dict[str, Any]:
    """A problem with the cell, the column's header and the value it lies in."""
    given = dict(found.arguments)
    place = {name: given.get(name) or None for name in ("cell", "header", "value")}
    return as_record(found, language) | place
