"""The exact place of a character of a text, found again when there is something to report.

A Text remembers only where it begins.  Where its characters stand depends on quotation
marks, indentation, folded lines and cleaning, so the file is read once more: a price paid
only for a message.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from layout import nodes
from layout.document import Text
from layout.hygiene import clean
from layout.nodes import Mapping, Node, Scalar, YamlFile, open_yaml, sources_of
from layout.placeholders import SLOT, pieces
from layout.problems import LeafletError, Source


def locate(text: Text, index: int) -> Source:
    """The line and column of the character of ``text`` at ``index`` (from 0).

    ``text`` may be a whole text of a leaflet or a part that kept its source (a paragraph),
    with placeholders filled or not; a character that was filled in is placed at the
    placeholder.  Where the place cannot be told (the file has changed), it is where the text
    begins.
    """
    try:
        file = open_yaml(Path(text.source.file))
    except LeafletError:
        return text.source
    node = _find(file, text.source)
    return text.source if node is None else places_in(file, node, text, (index,))[0]


def places_in(file: YamlFile, node: Node, text: str, indexes: Sequence[int]) -> list[Source]:
    """The same for many characters (indexes rising) of the text of a node of an open file."""
    if not isinstance(node, Scalar):
        return [node.source] * len(indexes)
    cleaned = clean(node.text)
    found = (_in_cleaned(cleaned.text, text, index) for index in indexes)
    known = range(len(cleaned.origins))
    return sources_of(file, node, [cleaned.origins[at] if at in known else -1 for at in found])


def _in_cleaned(cleaned: str, text: str, index: int) -> int:
    """The index in the cleaned text of a character of it, of a part or of what was filled in;
    -1 if it cannot be told."""
    start = cleaned.find(text)
    if start >= 0:
        return start + index
    for offset, template in _templates(cleaned):
        at = _in_template(template, text, index)
        if at is not None:
            return offset + at
    return -1


def _templates(cleaned: str) -> Iterator[tuple[int, str]]:
    """The whole text and each of its lines, with their indexes: a paragraph is one line."""
    yield 0, cleaned
    offset = 0
    for line in cleaned.split("\n"):
        yield offset, line
        offset += len(line) + 1


_MOST_SLOTS = 8
"""A template with more is not searched: the ways to divide a text among them are too many."""


def _in_template(template: str, filled: str, index: int) -> int | None:
    """Where in a template the character of the filled text stands, or the slot it came from."""
    parts = list(pieces(template))
    slots = [part.kind == SLOT for part in parts]
    if sum(slots) > _MOST_SLOTS:
        return None
    pattern = "".join(
        "(.*?)" if slot else f"({re.escape(part.text)})"
        for part, slot in zip(parts, slots, strict=True)
    )
    match = re.fullmatch(pattern, filled, re.DOTALL)
    for number, part in enumerate(parts, 1):
        if match and match.start(number) <= index < match.end(number):
            return part.at if slots[number - 1] else part.at + index - match.start(number)
    return None


def _find(file: YamlFile, source: Source) -> Scalar | None:
    """The scalar that begins at a place."""
    wanted = (source.line, source.column)
    scalars = _scalars(file.root) if file.root is not None else iter(())
    return next((s for s in scalars if (s.source.line, s.source.column) == wanted), None)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _scalars(value)
