"""Placeholders in texts: ``{name}`` where the leaflet declares the name, else plain braces.

In a leaflet without ``placeholders:`` a brace is a brace.  Where names are declared,
``{name}`` is replaced, ``{{`` and ``}}`` are braces, and anything else in braces is an
error.  Texts that are filled in are never parsed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from layout.document import Leaflet, Text

NAME = r"[^\W\d][\w-]*"
_PIECES = r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]|[^{}]+"

LITERAL, SLOT, STRAY = "literal", "slot", "stray"


class Piece(NamedTuple):
    """A part of a template: literal text, the name of a slot, or a stray brace; and its index."""

    kind: str
    text: str
    at: int


def pieces(template: str) -> Iterator[Piece]:
    """The parts of a text in a leaflet that declares placeholders."""
    for match in re.finditer(_PIECES, template):
        found = match[0]
        if match[1] is not None:
            yield Piece(SLOT, match[1], match.start())
        elif found in ("{{", "}}"):
            yield Piece(LITERAL, found[0], match.start())
        else:
            yield Piece(STRAY if found in "{}" else LITERAL, found, match.start())


def fill(leaflet: Leaflet, values: Mapping[str, str]) -> Leaflet:
    """The leaflet with its placeholders filled, undeclared ones being impossible.

    A placeholder without a value takes the text declared for it; values of other names are
    ignored.  An optional text that comes out blank is absent, a blank item leaves its list:
    a branch without fax has no fax line.  What holds no placeholder is the same object as
    before.
    """
    if not leaflet.placeholders:
        return leaflet
    known = {name: str(values.get(name, default)) for name, default in leaflet.placeholders}
    parts = {
        name: _filled(getattr(leaflet, name), known) for name in ("cover", "body", "back", "title")
    }
    if all(parts[name] is getattr(leaflet, name) for name in parts):
        return leaflet
    return leaflet._replace(**parts)


def fill_text(template: Text, values: Mapping[str, str]) -> Text:
    """One text filled; the same object if it holds no brace."""
    if "{" not in template and "}" not in template:
        return template
    filled = "".join(
        values.get(piece.text, "") if piece.kind == SLOT else piece.text
        for piece in pieces(template)
    )
    return Text(filled, template.source)


def _filled(value: Any, values: Mapping[str, str]) -> Any:
    """A value of a leaflet with every text in it filled; the same object if none changed."""
    if isinstance(value, Text):
        return fill_text(value, values)
    if not isinstance(value, tuple) or not value:
        return value
    parts = [_filled(part, values) for part in value]
    if all(new is old for new, old in zip(parts, value, strict=True)):
        return value
    if hasattr(value, "_fields"):
        record: Any = type(value)
        return record(*_optional(value, parts))
    return tuple(part for part in parts if part != "")


def _optional(record: object, parts: list[object]) -> Iterator[object]:
    """Fields of a record, a blank optional one being absent."""
    defaults = getattr(record, "_field_defaults", {})
    for name, part in zip(getattr(record, "_fields", ()), parts, strict=True):
        blank = isinstance(part, Text) and not part.strip()
        yield None if blank and name in defaults else part
