"""The JSON Schema (draft 2020-12) of a leaflet, for completion and checks in editors.

Made from the table of fields, so it cannot say anything else than the loader does.  Editors
resolve YAML's types before they look at the schema, so where the loader takes text as it is
written (``0640000``, ``no``) the schema allows numbers and truths too.
"""

import json
from typing import Any

from layout import fields
from layout.fields import KIND_RECORDS, LEAFLET, RECORDS_BY_TYPE, Field, Record

_TEXT = {"type": ["string", "number", "boolean"]}
_WORD = {"type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9_-]*$"}
_PATH = {"type": "string", "pattern": "^(?![/~])(?!(.*/)?\\.\\.(/|$))[^:\\\\]+$"}
_DATE = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_PLACEHOLDERS = {
    "type": "object",
    "propertyNames": {"pattern": "^[^\\s{}0-9-][^\\s{}]*$"},
    "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
}


def schema() -> dict[str, Any]:
    """The schema as plain values, in the order of the table."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_record(LEAFLET),
        "$defs": {
            "block": _block(),
            **{_name(record): _record(record) for record in RECORDS_BY_TYPE.values()},
        },
    }


def schema_text() -> str:
    """The schema as it stands in ``data/leaflet.schema.json``."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _name(record: Record) -> str:
    """The kind of a block, else the name of the class."""
    kinds = (kind for kind, each in KIND_RECORDS.items() if each is record)
    return next(kinds, record.type.__name__.lower())


def _reference(record: Record) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{_name(record)}"}


def _record(record: Record) -> dict[str, Any]:
    return {
        **_words(record.ja, record.en, record.about_ja, record.about_en),
        "type": "object",
        "properties": {field.key: _field(record, field) for field in record.fields},
        "required": [field.key for field in record.fields if record.required(field)],
        "additionalProperties": False,
    }


def _block() -> dict[str, Any]:
    """A block: the name of its kind, and nothing beside it."""
    return {
        "type": "object",
        "properties": {kind: _reference(record) for kind, record in KIND_RECORDS.items()},
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }


def _field(record: Record, field: Field) -> dict[str, Any]:
    words = _words(field.ja, field.en, field.about_ja, field.about_en)
    examples = {"examples": field.example.split("\n")} if field.example else {}
    return {**words, **_shape(field, record.required(field)), **examples}


def _shape(field: Field, required: bool) -> dict[str, Any]:
    least = {"minItems": 1} if required else {}
    match field.shape:
        case fields.TEXTS:
            return {"type": "array", "items": _TEXT, **least}
        case fields.RECORD:
            return _reference(fields.record_of(field))
        case fields.RECORDS:
            return {"type": "array", "items": _reference(fields.record_of(field)), **least}
        case fields.ROWS:
            return {"type": "array", "items": {"type": "array", "items": _CELL}, **least}
        case fields.BLOCKS:
            return {"type": "array", "items": {"$ref": "#/$defs/block"}, **least}
    if field.choices:
        return {"type": "string", "enum": list(field.choices)}
    return _SIMPLE[field.shape]


_CELL = {"type": ["string", "number", "boolean", "null"]}
_SIMPLE: dict[str, dict[str, Any]] = {
    fields.TEXT: _TEXT,
    fields.WORD: _WORD,
    fields.DATE: _DATE,
    fields.FLAG: {"type": "boolean"},
    fields.PATH: _PATH,
    fields.PLACEHOLDERS: _PLACEHOLDERS,
}


def _words(ja: str, en: str, about_ja: str, about_en: str) -> dict[str, str]:
    """Title and description in both languages; editors show them beside the field."""
    about = "\n".join(text for text in (about_ja, about_en) if text)
    return {"title": f"{ja} / {en}", **({"description": about} if about else {})}
