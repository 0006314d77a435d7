"""What an author might write, as lines of YAML made from the table of fields.

``new`` shows whole records with their explanations, line under line; a message shows what is
required, in one line.
"""

from collections.abc import Callable, Iterable

from layout.fields import (
    BLOCKS,
    KIND_RECORDS,
    PLACEHOLDERS,
    RECORD,
    RECORDS,
    ROWS,
    TEXTS,
    Field,
    Record,
    record_of,
)

Wanted = Callable[[Record, Field], bool]
Remark = Callable[[Field], Iterable[str]]


def no_remark(_: Field) -> Iterable[str]:
    """Says nothing about a field."""
    return ()


def record_lines(record: Record, wanted: Wanted, remark: Remark = no_remark) -> list[str]:
    """The wanted fields of a record, each under the remark on it."""
    lines: list[str] = []
    for field in record.fields:
        if wanted(record, field):
            lines += (f"# {words}" for words in remark(field))
            lines += field_lines(field, wanted, remark)
    return lines


def field_lines(field: Field, wanted: Wanted, remark: Remark = no_remark) -> list[str]:
    """One field with its example: a line, or a key and what is indented beneath it."""
    beneath = _beneath(field, wanted, remark)
    return [f"{field.key}: {field.example}"] if beneath is None else [f"{field.key}:", *beneath]


def block_lines(kind: str, wanted: Wanted, remark: Remark = no_remark) -> list[str]:
    """A block of a kind as an item of ``body``."""
    return [f"- {kind}:", *indented(record_lines(KIND_RECORDS[kind], wanted, remark), 4)]


def indented(lines: Iterable[str], by: int = 2) -> list[str]:
    """The lines moved to the right."""
    return [" " * by + line if line else line for line in lines]


def _beneath(field: Field, wanted: Wanted, remark: Remark) -> list[str] | None:
    """What stands indented under a field's key; None if its example stands behind the key."""
    if field.shape == TEXTS:
        return [f"  - {example}" for example in field.example.split("\n")]
    if field.shape == ROWS:
        rows = (row.split(" / ") for row in field.example.split("\n"))
        return [f"  - [{', '.join(cells)}]" for cells in rows]
    if field.shape == RECORD:
        return indented(record_lines(record_of(field), wanted, remark))
    if field.shape == RECORDS:
        return _as_item(record_lines(record_of(field), wanted, remark))
    if field.shape == BLOCKS:
        return indented(block_lines("section", wanted, remark))
    if field.shape == PLACEHOLDERS:
        return ["  branch: ○○支部"]
    return None


def _as_item(lines: list[str]) -> list[str]:
    """Lines of a record as one item of a list: the dash stands before its first key."""
    first = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    return [
        *indented(lines[:first], 2),
        f"  - {lines[first]}",
        *indented(lines[first + 1 :], 4),
    ]


def field_in_brief(field: Field) -> str:
    """One field in one line, with no more than it must hold."""
    return f"{field.key}: {_brief(field)}"


def block_in_brief(kind: str) -> str:
    """A block of a kind in one line, as an item of ``body``."""
    return f"- {kind}: {_brief_record(KIND_RECORDS[kind])}"


def record_in_brief(record: Record) -> tuple[str, ...]:
    """What a record must hold, field by field."""
    return tuple(field_in_brief(field) for field in record.fields if record.required(field))


def _brief_record(record: Record) -> str:
    return "{" + ", ".join(record_in_brief(record)) + "}"


def _brief(field: Field) -> str:
    """An example in YAML's own brackets; the examples of required fields hold no commas."""
    if field.shape == TEXTS:
        return _in_brackets(field.example.split("\n"))
    if field.shape == ROWS:
        rows = (row.split(" / ") for row in field.example.split("\n"))
        return _in_brackets(_in_brackets(cells) for cells in rows)
    if field.shape == RECORD:
        return _brief_record(record_of(field))
    if field.shape == RECORDS:
        return _in_brackets([_brief_record(record_of(field))])
    if field.shape == BLOCKS:
        return "[{" + block_in_brief("section").removeprefix("- ") + "}]"
    return field.example


def _in_brackets(items: Iterable[str]) -> str:
    return "[" + ", ".join(items) + "]"
