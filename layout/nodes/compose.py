"""Parser events into nodes: nothing is resolved, constructed or executed.

The only module that imports PyYAML.  The C parser is driven event by event: composing in C
recurses and ends the process on 100,000 open brackets; here the depth has a limit, and so
has the number of nodes that aliases may expand to.
"""

from typing import Any

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from layout.nodes.files import unmasked
from layout.nodes.node import Mapping, Node, Scalar, Sequence
from layout.nodes.scalars import is_folded, unfold
from layout.problems import LeafletError, Problem, Source, problem

DEEPEST = 64
MOST_NODES = 100_000


def compose(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a YAML text and everything wrong with it.

    The tree is None where the text ends before it is whole; texts may then still hold
    problems that were found on the way.
    """
    composer = _Composer(text, name)
    try:
        return composer.document(), composer.problems
    except YAMLError as error:
        from layout.nodes.faults import syntax_problems

        composer.problems += syntax_problems(text, name, error)
    except LeafletError as error:
        composer.problems += error.problems
    return None, composer.problems


class _Composer:
    """One pass over the events of a file."""

    def __init__(self, text: str, name: str) -> None:
        self.problems: list[Problem] = []
        self._text, self._name = text, name
        self._parser = CParser(text)
        self._anchors: dict[str, tuple[Node, int] | None] = {}
        self._count = 0

    def document(self) -> Node | None:
        """The only document of the stream, or None for an empty file."""
        self._next()
        start = self._next()
        if isinstance(start, StreamEndEvent):
            return None
        root = self._node(self._next(), 0)
        self._next()
        end = self._next()
        if not isinstance(end, StreamEndEvent):
            self._say("yaml-several-documents", self._source(end))
        return root

    def _next(self) -> Any:
        return self._parser.get_event()

    def _source(self, event: Any) -> Source:
        mark = event.start_mark
        return Source(self._name, mark.line + 1, mark.column + 1)

    def _say(self, code: str, source: Source, **arguments: Any) -> None:
        self.problems.append(problem(code, source, **arguments))

    def _stop(self, code: str, event: Any, **arguments: Any) -> LeafletError:
        return LeafletError((problem(code, self._source(event), **arguments),), 3)

    def _node(self, event: Any, depth: int) -> Node:
        if depth > DEEPEST:
            raise self._stop("yaml-too-deep", event, most=DEEPEST)
        if isinstance(event, AliasEvent):
            return self._alias(event)
        before = self._count
        self._counted(1, event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        node = self._content(event, depth)
        if getattr(event, "tag", None) is not None:
            self._say("yaml-tag", node.source, tag=event.tag)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, self._count - before)
        return node

    def _counted(self, more: int, event: Any) -> None:
        self._count += more
        if self._count > MOST_NODES:
            raise self._stop("yaml-too-many-nodes", event, most=f"{MOST_NODES:,}")

    def _content(self, event: Any, depth: int) -> Node:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, SequenceStartEvent):
            return Sequence(self._items(depth), self._source(event), bool(event.flow_style))
        return Mapping(self._entries(depth), self._source(event), bool(event.flow_style))

    def _alias(self, event: Any) -> Node:
        """The node an alias stands for; it counts with all it holds."""
        found = self._anchors.get(event.anchor)
        if found:
            self._counted(found[1], event)
            return found[0]
        unknown = event.anchor not in self._anchors
        code = "yaml-alias-unknown" if unknown else "yaml-alias-recursive"
        self._say(code, self._source(event), alias=event.anchor)
        start, end = event.start_mark.index, event.end_mark.index
        return Scalar(self._text[start:end], self._source(event), "", start, end)

    def _scalar(self, event: Any) -> Scalar:
        style = event.style or ""
        start, end = event.start_mark.index, event.end_mark.index
        scalar = Scalar(event.value, self._source(event), style, start, end)
        if is_folded(scalar, self._text):
            scalar = scalar._replace(text=unfold(scalar, self._text))
        return scalar._replace(text=unmasked(scalar.text))

    def _items(self, depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return tuple(items)

    def _entries(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            fault = self._key_fault(key, entries)
            if fault:
                self.problems.append(fault)
            elif isinstance(key, Scalar):
                entries[key.text] = (key, value)
        return tuple(entries.values())

    def _key_fault(self, key: Node, entries: dict[str, tuple[Scalar, Node]]) -> Problem | None:
        """Why a key cannot be taken; the first of two equal keys stands."""
        if not isinstance(key, Scalar):
            return problem("yaml-key-not-text", key.source)
        if key.text == "<<" and not key.style:
            return problem("yaml-merge-key", key.source)
        if key.text in entries:
            first = entries[key.text][0].source.line
            return problem("yaml-duplicate-key", key.source, key=key.text, line=first)
        return None
