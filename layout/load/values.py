"""Nodes into the values of a leaflet, as the table of fields describes them.

Every reader takes a node, gives the value or None, and leaves what is wrong with the
reading.  YAML decides no type: whether ``no`` or ``0640000`` is a text is said by the field.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from layout.document import SLOT, Text
from layout.fields import (
    BLOCKS,
    DATE,
    FLAG,
    KIND_RECORDS,
    PATH,
    PLACEHOLDERS,
    RECORD,
    RECORDS,
    ROWS,
    TEXT,
    TEXTS,
    WORD,
    Field,
    Record,
    record_of,
)
from layout.load.mistakes import (
    field_shown,
    nearest,
    say_block_fault,
    say_not_a_list,
    say_not_a_mapping,
    say_not_a_text,
    swallowed,
)
from layout.load.reading import At, Reading
from layout.load.switch import truth_of
from layout.nodes import Mapping, Node, Scalar, Sequence
from layout.notation import FAULT, KNOWN, NAME, NAMED, Piece, pieces, text_of
from layout.problems import Source

_WORD = re.compile(r"[a-z0-9][a-z0-9_-]*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_OUTSIDE = re.compile(r"^[/~\\]|\\|:|(?:^|/)\.\.(?:/|$)|\x00")


def read_record(reading: Reading, node: Node, record: Record, at: At, source: Any = None) -> Any:
    """A value of the record's class, or None where something required is not there or wrong."""
    if not isinstance(node, Mapping):
        say_not_a_mapping(reading, node, record, at)
        return None
    values: dict[str, Any] = {}
    seen = set()
    column = 0 if node.flow or not node.entries else node.entries[0][0].source.column
    for key, value in node.entries:
        field = _field_of(reading, key, record, at)
        if field:
            seen.add(field.key)
            here = at.field(field.key, column)
            read = _READERS[field.shape](reading, value, field, record, here)
            if read is not None:
                values[field.attribute] = read
    place = source or node.source
    seen |= reading.swallowed
    for field in record.fields:
        if field.key in seen or not record.required(field):
            continue
        reading.say("missing-key", place, at, key=field.key, example=field_shown(field, column))
    if any(record.required(f) and f.attribute not in values for f in record.fields):
        return None
    return record.type(**values, source=place)


def _field_of(reading: Reading, key: Scalar, record: Record, at: At) -> Field | None:
    """The field a key names; an unknown one is told with the nearest that is known."""
    name = reading.cleaned(key)
    field = record.field(name)
    if field is None:
        known = [field.key for field in record.fields]
        titles = {title: f.key for f in record.fields for title in (f.ja, f.en)}
        code = "yaml-wide-space" if name.startswith("\u3000") else "unknown-key"
        reading.say(
            code,
            key.source,
            at,
            key=name,
            nearest=nearest(name, known, titles),
            known=", ".join(known),
        )
    return field


def _read_text(reading: Reading, node: Node, field: Field, record: Record, at: At) -> Text | None:
    text = _prose(reading, node, field, at)
    if text is None:
        return None
    if not text:
        _say_empty(reading, node, field, at, required=record.required(field))
        return None
    return _marked(reading, text, node, at)


def _prose(reading: Reading, node: Node, field: Field, at: At) -> Text | None:
    """A cleaned text, perhaps empty; None if the node is no text."""
    if not isinstance(node, Scalar):
        say_not_a_text(reading, node, field, at)
        return None
    if swallowed(reading, node, at):
        return None
    reading.check_prose(node, at)
    return Text(reading.cleaned(node), node.source)


def _say_empty(reading: Reading, node: Node, field: Field, at: At, *, required: bool) -> None:
    """A required field that is empty is an error, an optional one counts as left out."""
    tell, code = (reading.say, "empty-required") if required else (reading.warn, "empty-value")
    tell(code, node.source, at, key=field.key, example=field_shown(field, at.column))


_BRACES = re.compile("[{}｛]")


def _marked(reading: Reading, text: Text, node: Node, at: At) -> Text:
    """The text with its marks, where the leaflet reads any; what is wrong with them is told.

    Each fault is told once for a text, where it first stands.
    """
    if not _BRACES.search(text) or not isinstance(node, Scalar):
        return text
    reading.check_braces(text, node)
    if reading.slots is None:
        return text
    found = list(pieces(text))
    wrong: dict[tuple[str, ...], Piece] = {}
    for piece in found:
        if piece.kind == FAULT or (piece.kind == SLOT and piece.value[0] not in reading.slots):
            wrong.setdefault(piece.value, piece)
    if wrong:
        from layout.load.locate import typed_places

        places = typed_places(reading.file, node, [piece.at for piece in wrong.values()])
        for piece, where in zip(wrong.values(), places, strict=True):
            _say_fault(reading, piece, where, at)
    return text_of(found, text.source)


def _say_fault(reading: Reading, piece: Piece, where: Source, at: At) -> None:
    """What is wrong with a mark, or with a slot that is not declared."""
    if piece.kind == SLOT:
        known = ", ".join(sorted(reading.slots or ())) or "-"
        reading.say("placeholder-unknown", where, at, name=piece.value[0], known=known)
        return
    code, typed, *more = piece.value
    match code:
        case "placeholder-brace":
            reading.say("placeholder-brace", where, at, brace=typed)
        case "mark-unknown":
            near = nearest(more[0], list(NAMED), {})
            reading.say(
                "mark-unknown", where, at, mark=typed, name=more[0], nearest=near, known=KNOWN
            )
        case "ruby-count":
            base, count, readings = more
            reading.say(
                "ruby-count", where, at, mark=typed, base=base, count=count, readings=readings
            )
        case _:
            reading.say(code, where, at, mark=typed)


def _plain(reading: Reading, node: Node, field: Field, record: Record, at: At) -> Text | None:
    """A text that is not prose: no marks, no warnings of prose."""
    if not isinstance(node, Scalar):
        say_not_a_text(reading, node, field, at)
        return None
    text = Text(reading.cleaned(node), node.source)
    if not text:
        _say_empty(reading, node, field, at, required=record.required(field))
    return text or None


def _read_word(reading: Reading, node: Node, field: Field, record: Record, at: At) -> Text | None:
    text = _plain(reading, node, field, record, at)
    if text is not None and field.choices and text not in field.choices:
        known = ", ".join(field.choices)
        reading.say("unknown-choice", node.source, at, key=field.key, found=text, known=known)
        return None
    if text is None or field.choices or _WORD.fullmatch(text):
        return text
    reading.say("invalid-name", node.source, at, key=field.key, found=text, example=field.example)
    return None


def _read_date(reading: Reading, node: Node, field: Field, record: Record, at: At) -> Text | None:
    text = _plain(reading, node, field, record, at)
    if text is None or _is_date(text):
        return text
    reading.say("invalid-date", node.source, at, key=field.key, found=text)
    return None


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text) or not text.isascii():
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _read_flag(reading: Reading, node: Node, field: Field, record: Record, at: At) -> bool | None:
    text = _plain(reading, node, field, record, at)
    if text is None:
        return None
    truth = truth_of(text)
    if truth is None:
        reading.say("invalid-flag", node.source, at, key=field.key, found=text)
    return truth


def _read_path(reading: Reading, node: Node, field: Field, record: Record, at: At) -> Text | None:
    text = _plain(reading, node, field, record, at)
    if text is None or not _OUTSIDE.search(text):
        return text
    reading.say("path-outside", node.source, at, key=field.key, found=text)
    return None


def _items(
    reading: Reading, node: Node, field: Field, record: Record, at: At
) -> tuple[Node, ...] | None:
    """The items of a list; None if it is none or empty."""
    if isinstance(node, Scalar) and not node.text.strip():
        _say_empty(reading, node, field, at, required=record.required(field))
        return None
    if not isinstance(node, Sequence):
        say_not_a_list(reading, node, field, at)
        return None
    if not node.items and record.required(field):
        _say_empty(reading, node, field, at, required=True)
        return None
    return node.items


def _read_texts(
    reading: Reading, node: Node, field: Field, record: Record, at: At
) -> tuple[Text, ...] | None:
    items = _items(reading, node, field, record, at)
    if items is None:
        return None
    texts = [_item_text(reading, item, field, at.item(n)) for n, item in enumerate(items, 1)]
    return tuple(text for text in texts if text)


def _item_text(reading: Reading, node: Node, field: Field, at: At) -> Text | None:
    text = _prose(reading, node, field, at)
    if text is None:
        return None
    if not text:
        reading.say("empty-item", node.source, at, key=field.key)
    return _marked(reading, text, node, at)


def _read_records(
    reading: Reading, node: Node, field: Field, record: Record, at: At
) -> tuple[Any, ...] | None:
    items = _items(reading, node, field, record, at)
    if items is None:
        return None
    inner = record_of(field)
    read = [read_record(reading, item, inner, at.item(n)) for n, item in enumerate(items, 1)]
    return tuple(item for item in read if item is not None)


def _read_one(reading: Reading, node: Node, field: Field, _: Record, at: At) -> Any:
    return read_record(reading, node, record_of(field), at)


def _read_rows(
    reading: Reading, node: Node, field: Field, record: Record, at: At
) -> tuple[tuple[Text, ...], ...] | None:
    items = _items(reading, node, field, record, at)
    if items is None:
        return None
    rows = [_row(reading, item, field, at.item(n)) for n, item in enumerate(items, 1)]
    return tuple(row for row in rows if row is not None)


def _row(reading: Reading, node: Node, field: Field, at: At) -> tuple[Text, ...] | None:
    """The cells of a row; a cell may be empty."""
    if not isinstance(node, Sequence):
        say_not_a_list(reading, node, field, at)
        return None
    cells = [_prose(reading, cell, field, at.item(n)) for n, cell in enumerate(node.items, 1)]
    read = [
        _marked(reading, text, cell, at)
        for cell, text in zip(node.items, cells, strict=True)
        if text is not None
    ]
    return tuple(read) if len(read) == len(cells) else None


def _read_blocks(
    reading: Reading, node: Node, field: Field, record: Record, at: At
) -> tuple[Any, ...] | None:
    items = _items(reading, node, field, record, at)
    if items is None:
        return None
    counts: dict[str, int] = {}
    blocks = [_block(reading, item, at.item(n), counts) for n, item in enumerate(items, 1)]
    return tuple(block for block in blocks if block is not None)


def _block(reading: Reading, node: Node, at: At, counts: dict[str, int]) -> Any:
    """One block: a mapping with the name of its kind as its only key."""
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        say_block_fault(reading, node, at)
        return None
    key, content = node.entries[0]
    kind = reading.cleaned(key)
    if kind not in KIND_RECORDS:
        say_block_fault(reading, node, at)
        return None
    counts[kind] = counts.get(kind, 0) + 1
    column = 0 if node.flow else key.source.column
    here = At(at.field(kind).path, _block_name(kind, content, counts[kind]), column)
    return read_record(reading, content, KIND_RECORDS[kind], here, key.source)


def _block_name(kind: str, content: Node, number: int) -> str:
    """A block as the author knows it: ``question Q3``, ``table prices``, ``section 2``."""
    name = f"Q{number}" if kind == "question" else str(number)
    entries = content.entries if isinstance(content, Mapping) else ()
    for wanted in ("id", "label"):
        for key, value in entries:
            if key.text == wanted and isinstance(value, Scalar) and value.text:
                name = value.text
    return f"{kind} {name}"


def _read_placeholders(
    reading: Reading, node: Node, field: Field, _: Record, at: At
) -> tuple[tuple[str, Text], ...] | None:
    """The declared names with the texts that stand in for them, which may be empty."""
    if not isinstance(node, Mapping):
        say_not_a_text(reading, node, field, at) if isinstance(node, Sequence) else reading.say(
            "placeholder-form", node.source, at
        )
        return None
    declared = []
    for key, value in node.entries:
        name = reading.cleaned(key)
        if not re.fullmatch(NAME, name):
            reading.say("placeholder-name", key.source, at, name=name)
        text = _prose(reading, value, field, at.field(name))
        declared.append((name, text or Text("", value.source)))
    return tuple(declared)


_Reader = Callable[[Reading, Node, Field, Record, At], Any]

_READERS: dict[str, _Reader] = {
    TEXT: _read_text,
    TEXTS: _read_texts,
    WORD: _read_word,
    DATE: _read_date,
    FLAG: _read_flag,
    PATH: _read_path,
    RECORD: _read_one,
    RECORDS: _read_records,
    ROWS: _read_rows,
    BLOCKS: _read_blocks,
    PLACEHOLDERS: _read_placeholders,
}
