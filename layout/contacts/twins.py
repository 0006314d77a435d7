"""Rows that share an id: found by hashes of eight bytes, so that memory hardly grows."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

from layout.problems import ERROR, WARNING, Problem, Source, problem
from layout.values import NamedTuple

_TOLD = 5
"""Other rows that are named."""

_BITS = (1 << 64) - 1
_HEAPS = 64
"""Sorted one by one, so that only few hashes become numbers of Python at a time."""


class Named(NamedTuple):
    """A row's number, line and id; ``made``: the id comes from its content."""

    number: int
    line: int
    id: str
    made: bool


class Twins(NamedTuple):
    """The rows of each id that stands more than once, and the ids of each that differ in case."""

    lines: dict[str, list[int]]
    spellings: dict[str, list[str]]

    def problems(self, row: Named, place: Source) -> Iterator[Problem]:
        """What the other rows say of a row."""
        others = [line for line in self.lines.get(row.id, ()) if line != row.line]
        if others:
            told = ", ".join(map(str, others[:_TOLD])) + (" …" if len(others) > _TOLD else "")
            code = "contact-same-content" if row.made else "contact-id-twice"
            yield Problem(code, ERROR, place, (("id", row.id), ("rows", told)))
            return
        spellings = [one for one in self.spellings.get(row.id.casefold(), ()) if one != row.id]
        if spellings:
            told = ", ".join(spellings[:_TOLD])
            yield problem("contact-id-case", place, WARNING, id=row.id, others=told)


def as_number(id: str) -> int:
    """Eight bytes that stand for an id, whatever its case, while the program runs."""
    return hash(id.casefold()) & _BITS


class Seen:
    """The ids of a list as they go by, eight bytes each."""

    def __init__(self) -> None:
        self._hashes = tuple(array("Q") for _ in range(_HEAPS))

    def add(self, id: str) -> None:
        """Remembers an id."""
        found = as_number(id)
        self._hashes[found % _HEAPS].append(found)

    def doubled(self) -> frozenset[int]:
        """The hashes that came more than once."""
        heaps = (sorted(heap) for heap in self._hashes)
        return frozenset(one for heap in heaps for one, other in pairwise(heap) if one == other)


def twins(rows: Iterable[Named], doubled: frozenset[int]) -> Twins:
    """The twins among rows whose hashes came more than once."""
    lines: dict[str, list[int]] = {}
    spellings: dict[str, list[str]] = {}
    for row in rows:
        if as_number(row.id) not in doubled:
            continue
        known = lines.setdefault(row.id, [])
        if not known:
            spellings.setdefault(row.id.casefold(), []).append(row.id)
        if len(known) < _TOLD + 2:
            known.append(row.line)
    return Twins(
        {id: known for id, known in lines.items() if len(known) > 1},
        {key: known for key, known in spellings.items() if len(known) > 1},
    )
