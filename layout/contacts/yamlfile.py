"""YAML: a list of mappings, or a mapping whose ``contacts`` is such a list."""

from collections.abc import Iterator
from pathlib import Path

from layout.contacts.table import NESTED, Record, Table, refused
from layout.nodes import Mapping, Node, Scalar, Sequence, open_yaml
from layout.problems import ERROR, LeafletError, Source, problem

_NOTHING = ("", "~", "null")
_KEY = "contacts"


def open_yaml_list(path: Path) -> Table:
    """The records of a YAML list; its header is every key there is, in order of appearance.

    Raises LeafletError: exit code 6 if it cannot be read, else 3 with all its problems.
    """
    file = open_yaml(path)
    errors = tuple(found for found in file.problems if found.severity == ERROR)
    if errors:
        raise LeafletError(errors, 3)
    items = _items(file.root)
    if items is None:
        raise refused(problem("contacts-yaml", Source(file.name, 1, 1)))
    wrong = tuple(
        problem("contacts-yaml", item.source) for item in items if not isinstance(item, Mapping)
    )
    if wrong:
        raise LeafletError(wrong, 3)
    mappings = [item for item in items if isinstance(item, Mapping)]
    keys = tuple(dict.fromkeys(key.text for one in mappings for key, _ in one.entries))
    records = [Record(0, keys), *(_record(one, keys) for one in mappings)]
    places = {
        (one.source.line, keys.index(key.text)): value.source
        for one in mappings
        for key, value in one.entries
    }

    def every() -> Iterator[Record]:
        return iter(records)

    def place(line: int, index: int) -> Source:
        return places.get((line, index), Source(file.name, max(line, 1)))

    return Table(file.name, every, place, lambda _, __: "", lambda: file.problems)


def _items(root: Node | None) -> tuple[Node, ...] | None:
    if isinstance(root, Mapping):
        root = next((value for key, value in root.entries if key.text == _KEY), None)
    return root.items if isinstance(root, Sequence) else None


def _record(mapping: Mapping, keys: tuple[str, ...]) -> Record:
    values = {key.text: value for key, value in mapping.entries}
    kinds = {
        index: NESTED
        for index, key in enumerate(keys)
        if key in values and not isinstance(values[key], Scalar)
    }
    cells = tuple(_text(values.get(key)) for key in keys)
    return Record(mapping.source.line, cells, kinds)


def _text(node: Node | None) -> str:
    if not isinstance(node, Scalar):
        return ""
    return "" if not node.style and node.text in _NOTHING else node.text
