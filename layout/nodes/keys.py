"""Where in a file a key stands, found again when there is something to report."""

from pathlib import Path

from layout.nodes import open_yaml
from layout.nodes.node import Mapping, Node
from layout.problems import LeafletError, Source


def key_place(file: str, key: str) -> Source:
    """The place of what the key (``styles.body.size``) says, else of the last of the keys above
    it that is there; only the file where it cannot be read again."""
    try:
        root = open_yaml(Path(file)).root
    except LeafletError:
        return Source(file)
    return _down(root, key.split("."), Source(file))


def _down(node: Node | None, keys: list[str], above: Source) -> Source:
    if not keys or not isinstance(node, Mapping):
        return above
    for key, value in node.entries:
        if key.text == keys[0]:
            deeper = len(keys) > 1 and isinstance(value, Mapping)
            return _down(value, keys[1:], key.source) if deeper else value.source
    return above
