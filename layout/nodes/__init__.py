"""YAML files as trees of text with places: the one door to PyYAML.

``open_yaml`` reads a file and keeps all that is wrong with it as values; ``read_yaml`` asks
for a sound mapping; ``read_values`` gives the plain values of a file of our own (themes,
folds), where ``1.5`` is a number and ``true`` a truth.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from layout.nodes.files import read_text
from layout.nodes.node import Mapping, Node, Scalar, Sequence, YamlFile, place
from layout.nodes.scalars import origins
from layout.problems import ERROR, LeafletError, Problem, Source, problem

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_TRUTHS = {"true": True, "false": False}


def open_yaml(path: Path) -> YamlFile:
    """The tree of a YAML file and every problem of it.

    Raises LeafletError only where there is no text to read: exit code 6 (missing, a folder,
    not permitted) or 3 (too large, unknown encoding, no text at all).
    """
    from layout.nodes.compose import compose

    name = str(path)
    text, noticed = read_text(path)
    root, problems = compose(text, name)
    empty = root is None or (isinstance(root, Scalar) and not root.text)
    if empty and not problems:
        problems = [problem("yaml-empty", Source(name, 1, 1))]
    return YamlFile(name, text, root, (*noticed, *problems))


def read_yaml(path: Path) -> Mapping:
    """The mapping a YAML file holds; LeafletError (exit code 3 or 6) with all its problems."""
    file = open_yaml(path)
    errors = tuple(found for found in file.problems if found.severity == ERROR)
    if isinstance(file.root, Mapping) and not errors:
        return file.root
    raise LeafletError(errors or (_not_a_mapping(file),), 3)


def read_values(path: Path) -> dict[str, object]:
    """The plain values of a YAML file: dict, list, str, and where unquoted int, float, bool."""
    return {key.text: plain(value) for key, value in read_yaml(path).entries}


def plain(node: Node) -> object:
    """A node's plain value (see :func:`read_values`)."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if node.style:
        return node.text
    number = _NUMBER.fullmatch(node.text)
    if number:
        return float(node.text) if number[1] else int(node.text)
    return _TRUTHS.get(node.text, node.text)


def source_of(file: YamlFile, scalar: Scalar, index: int) -> Source:
    """Where the character of ``scalar.text`` at ``index`` stands in the file."""
    return sources_of(file, scalar, (index,))[0]


def sources_of(file: YamlFile, scalar: Scalar, indexes: Iterable[int]) -> list[Source]:
    """Where the characters at ``indexes`` (rising) stand; the start of the text if unknown."""
    places = origins(scalar, file.text) or []
    sources = []
    line, counted = 1, 0
    for index in indexes:
        if not 0 <= index < len(places):
            sources.append(scalar.source)
            continue
        at = places[index]
        line += file.text.count("\n", counted, at)
        counted = at
        column = at - file.text.rfind("\n", 0, at)
        sources.append(Source(file.name, line, column))
    return sources


def _not_a_mapping(file: YamlFile) -> Problem:
    return problem("yaml-not-a-mapping", Source(file.name, 1, 1))


__all__ = [
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "YamlFile",
    "open_yaml",
    "place",
    "plain",
    "read_values",
    "read_yaml",
    "source_of",
    "sources_of",
]
