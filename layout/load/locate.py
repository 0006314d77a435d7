"""The exact place of a character of a text, found again when there is something to report.

A Text remembers only where it begins.  Where its characters stand depends on quotation
marks, indentation, folded lines and cleaning, so the file is read once more: a price paid
only for a message.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from layout.document import Text
from layout.hygiene import clean
from layout.nodes import Mapping, Node, Scalar, Sequence, YamlFile, open_yaml, source_of
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
    return text.source if node is None else place_in(file, node, text, index)


def place_in(file: YamlFile, node: Node, text: str, index: int) -> Source:
    """The same within a file that is open, the text being that of ``node``."""
    if not isinstance(node, Scalar):
        return node.source
    cleaned = clean(node.text)
    start = cleaned.text.find(text)
    at = start + index if start >= 0 else _in_template(cleaned.text, text, index)
    if at is None or not 0 <= at < len(cleaned.origins):
        return node.source
    return source_of(file, node, cleaned.origins[at])


def _in_template(template: str, filled: str, index: int) -> int | None:
    """Where in a template the character of the filled text stands, or the slot it came from."""
    parts = list(pieces(template))
    pattern = "".join(
        "(.*?)" if part.kind == SLOT else f"({re.escape(part.text)})" for part in parts
    )
    match = re.search(pattern if parts else "(?!)", filled, re.DOTALL)
    whole = re.fullmatch(pattern, filled, re.DOTALL) or match
    for number, part in enumerate(parts, 1):
        if whole and whole.start(number) <= index < whole.end(number):
            return part.at if part.kind == SLOT else part.at + index - whole.start(number)
    return None


def _find(file: YamlFile, source: Source) -> Scalar | None:
    """The scalar that begins at a place."""
    wanted = (source.line, source.column)
    scalars = _scalars(file.root) if file.root is not None else iter(())
    return next((s for s in scalars if (s.source.line, s.source.column) == wanted), None)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _scalars(value)
