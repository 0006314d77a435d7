"""The tree of a YAML file: every value is text as written, every node knows its place."""

from typing import TypeAlias

from layout.problems import Problem, Source
from layout.values import NamedTuple


class Scalar(NamedTuple):
    """A text.  ``style`` is ``""`` (plain), ``'``, ``"``, ``|`` or ``>``.

    ``start`` and ``end`` are the indexes of its first character and behind its last in the
    text of the file.
    """

    text: str
    source: Source
    style: str
    start: int
    end: int


class Sequence(NamedTuple):
    """A list; ``flow`` if written ``[a, b]``."""

    items: tuple["Node", ...]
    source: Source
    flow: bool


class Mapping(NamedTuple):
    """Keys and values in order; ``flow`` if written ``{a: b}``."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    source: Source
    flow: bool


Node: TypeAlias = Scalar | Sequence | Mapping


class YamlFile(NamedTuple):
    """A file that was read: its name, its text with ``\\n`` at line ends, its tree.

    ``root`` is None where the text is no YAML; ``problems`` say why.
    """

    name: str
    text: str
    root: Node | None
    problems: tuple[Problem, ...] = ()


def place(name: str, text: str, index: int) -> Source:
    """The line and column of the character at ``index`` in a file's text."""
    line_start = text.rfind("\n", 0, index) + 1
    return Source(name, text.count("\n", 0, index) + 1, index - line_start + 1)
