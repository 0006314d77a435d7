"""Which rows of a list a batch is of: ``--where COLUMN=VALUE`` (all must hold), ``--limit``."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

from layout.contacts import ContactList, Row
from layout.contacts.headers import columns_of, folded
from layout.contacts.rules import RULES
from layout.problems import ERROR, LeafletError, Problem, problem

_USAGE = 2


class Condition(NamedTuple):
    """A field and the value it must have, as :func:`_compared` gives it."""

    field: str
    value: str


def conditions(words: Sequence[str], contacts: ContactList) -> tuple[Condition, ...]:
    """The conditions of ``--where``; LeafletError (exit code 2) with all that are none."""
    read = [_condition(word, contacts) for word in words]
    wrong = tuple(one for one in read if isinstance(one, Problem))
    if wrong:
        raise LeafletError(wrong, _USAGE)
    return tuple(one for one in read if isinstance(one, Condition))


def field_named(name: str, contacts: ContactList) -> str | None:
    """The field of the column that a person calls so; None if the list has no such column."""
    (asked,) = columns_of([name])
    for column in contacts.columns:
        same = column.field == asked.field if asked.known else column.field == name
        if column.header and (same or folded(column.header) == folded(name)):
            return column.field
    return None


def _condition(word: str, contacts: ContactList) -> Condition | Problem:
    name, equals, value = word.partition("=")
    if not equals or not name.strip():
        return problem("batch-where-form", word=word)
    field = field_named(name.strip(), contacts)
    if field is None:
        return unknown_column(name, contacts)
    rule = RULES.get(field)
    judged = rule(value.strip(), "") if rule and value.strip() else None
    refused = judged is None or any(found.severity == ERROR for found in judged.findings)
    return Condition(field, _compared(value if refused or judged is None else judged.value))


def unknown_column(name: str, contacts: ContactList) -> Problem:
    """The list has no column of this name."""
    known = "、".join(column.header for column in contacts.columns if column.header)
    return problem("batch-column-unknown", name=name, known=known)


def _compared(value: str) -> str:
    """A value as it is compared: NFKC, small letters, single spaces (never what is printed)."""
    return " ".join(normalize("NFKC", value).casefold().split())


def selected(rows: Iterable[Row], wanted: Sequence[Condition], limit: int | None) -> Iterator[Row]:
    """The rows that meet every condition; of those that cannot be read nobody knows, so they
    are among them."""
    met = (row for row in rows if not row.values or all(_meets(row, one) for one in wanted))
    return islice(met, limit)


def _meets(row: Row, one: Condition) -> bool:
    return _compared(row.values.get(one.field, "")) == one.value
