"""From YAML to values: ``load(path)`` gives a Leaflet or every problem with its place."""

import re
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

from layout.document import KINDS, Cover, Leaflet, Text
from layout.problems import Problem, Source


class Loaded(NamedTuple):
    """A leaflet, and the warnings and notes that came up while reading it."""

    leaflet: Leaflet
    problems: tuple[Problem, ...] = ()


def load(path: Path) -> Loaded:
    """Read the leaflet at ``path``."""
    import yaml

    node = yaml.compose(path.read_text("utf-8"), yaml.CSafeLoader)
    return Loaded(_record(node, Leaflet, str(path)))


def _source(node: Any, file: str) -> Source:
    return Source(file, node.start_mark.line + 1, node.start_mark.column + 1)


def _text(node: Any, file: str) -> Text:
    value = node.value.strip()
    if node.style == ">":
        value = re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", value)
    return Text(value, _source(node, file))


def _record(node: Any, kind: Any, file: str) -> Any:
    values = {}
    for key, value in node.value:
        name = key.value.replace("-", "_")
        if name in ("body", "back") and kind is Leaflet:
            blocks = (item.value[0] for item in value.value)
            values[name] = tuple(_record(v, KINDS[k.value], file) for k, v in blocks)
        elif name == "placeholders":
            values[name] = tuple((k.value, _text(v, file)) for k, v in value.value)
        else:
            values[name] = _value(value, kind.__annotations__[name], file)
    return kind(**values, source=_source(node, file))


def _value(node: Any, wanted: Any, file: str) -> Any:
    if get_origin(wanted) is tuple:
        return tuple(_value(item, get_args(wanted)[0], file) for item in node.value)
    if wanted is bool:
        return node.value == "true"
    if isinstance(wanted, type) and wanted not in (Text,) and hasattr(wanted, "_fields"):
        return _record(node, wanted, file)
    return _text(node, file)


__all__ = ["Cover", "Loaded", "load"]
