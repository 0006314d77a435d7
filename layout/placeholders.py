"""Placeholders: the slots of a leaflet's texts filled with words.

``{name}`` in a text is a slot where the leaflet declares the name (``layout/notation.py``).
Words that are filled in are never read for marks.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from layout.document import SLOT, Leaflet, Text, joined


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
    """One text filled, its other marks moved along; the same object if it holds no slot."""
    slots = [mark for mark in template.marks if mark.kind == SLOT]
    if not slots:
        return template
    parts, end = list[str](), 0
    for slot in slots:
        parts += (template.part(end, slot.start), values.get(slot.value[0], ""))
        end = slot.stop
    return joined((*parts, template.part(end, len(template))), template.source)


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
