"""Themes from their folders: ``data/themes/<id>/theme.yaml`` -> Theme."""

from pathlib import Path

from layout.nodes import read_values
from layout.theme import Theme, theme_from


def load_theme(path: Path) -> Theme:
    """The theme of a file; its id is the name of the folder it lies in.

    Raises LeafletError: exit 6 where the file cannot be read, 3 where a value is not right.
    """
    return theme_from(path.parent.name, read_values(path))
