"""The exact place of a character of a text, found again when there is something to report.

A Text remembers only where it begins.  Where its characters stand depends on quotation
marks, indentation, folded lines, cleaning and notation, so the file is read once more: a
price paid only for a message.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from layout import nodes
from layout.document import SLOT, Text
from layout.hygiene import clean
from layout.load.switch import slots_of
from layout.nodes import Mapping, Node, Scalar, YamlFile, open_yaml, sources_of
from layout.notation import pieces
from layout.problems import LeafletError, Source


def locate(text: Text, index: int, reading: str = "") -> Source:
    """The line and column of the character of ``text`` at ``index`` (from 0).

    ``reading`` is a character of the reading that ruby has there, whose place is wanted.

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
    if node is None:
        return text.source
    search = _in_plain if slots_of(file.root) is None else _in_typed
    typed = clean(node.text).text
    at = search(typed, text, index)
    return typed_places(file, node, (typed.find(reading, at) if reading and at >= 0 else at,))[0]


def typed_places(file: YamlFile, node: Node, indexes: Sequence[int]) -> list[Source]:
    """The same for characters (indexes rising) of a cleaned text as typed, in an open file."""
    if not isinstance(node, Scalar):
        return [node.source] * len(indexes)
    cleaned = clean(node.text)
    known = range(len(cleaned.origins))
    return sources_of(file, node, [cleaned.origins[at] if at in known else -1 for at in indexes])


def _in_typed(typed: str, text: str, index: int) -> int:
    """The index in what was typed of a character of the text read from it, of a part of that
    or of what was filled in; -1 if it cannot be told."""
    for offset, template in _templates(typed):
        at = _in_template(template, text, index)
        if at is not None:
            return offset + at
    return _in_plain(typed, text, index)


def _in_plain(typed: str, text: str, index: int) -> int:
    start = typed.find(text)
    return start + index if start >= 0 else -1


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
