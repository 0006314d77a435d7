"""Fold schemes: how a sheet is parted into panels and in which order they are read.

The schemes themselves are data (``data/folds.yaml``).  Page 1 is the outside of the sheet,
page 2 the inside, heads together; a point at ``x`` on one side lies behind ``W - x`` of the
other, so the inside is worked out from the outside and cannot disagree with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from layout.geometry import Pt, mm
from layout.nodes import read_values
from layout.problems import LeafletError, Source, problem

SIDES = ("outside", "inside")
"""The sides of a sheet in the order of their pages."""

_NOWHERE = Source()
_TURNED = {"mountain": "valley", "valley": "mountain"}


class Slot(NamedTuple):
    """A panel's place on the sheet: ``x, y`` from the trimmed side's top left, in points.

    ``number`` is its place in the order of reading, from 1; ``role`` is ``cover``,
    ``inner``, ``flap`` (the panel that is folded in) or ``back``.
    """

    number: int
    role: str
    side: str
    x: Pt
    y: Pt
    width: Pt
    height: Pt


class Fold(NamedTuple):
    """A fold as seen on one side: across ``axis`` at ``position`` points from the left.

    ``kind`` is ``mountain`` where the crease stands towards the onlooker, else ``valley``.
    """

    side: str
    axis: str
    position: Pt
    kind: str


class Scheme(NamedTuple):
    """A folded format: the trimmed sheet in points, its panels in reading order, its folds."""

    id: str
    name_ja: str
    name_en: str
    width: Pt
    height: Pt
    slots: tuple[Slot, ...]
    folds: tuple[Fold, ...]

    def on(self, side: str) -> tuple[Slot, ...]:
        """The panels of one side, row by row, left to right."""
        return tuple(sorted((s for s in self.slots if s.side == side), key=lambda s: (s.y, s.x)))


def load_schemes(path: Path) -> dict[str, Scheme]:
    """The schemes of a file by id, in the file's order."""
    records: dict[str, Any] = read_values(path)
    return {id: make_scheme(id, record) for id, record in records.items()}


def find_scheme(schemes: Mapping[str, Scheme], id: str, source: Source = _NOWHERE) -> Scheme:
    """The scheme called ``id``.

    Raises LeafletError ``fold-unknown``: exit code 3 if a file names it (``source`` says
    where), 2 if the command line does.
    """
    if id in schemes:
        return schemes[id]
    found = problem("fold-unknown", source, fold=id, known=", ".join(schemes))
    raise LeafletError((found,), 3 if source.file else 2)


def make_scheme(id: str, record: Mapping[str, Any]) -> Scheme:
    """A scheme from its record in the file, which is described at the file's head."""
    width, height = record["sheet"]
    outside, inside = list(record["panels"]), list(reversed(record["panels"]))
    folds, behind = record["folds"], [_TURNED[kind] for kind in reversed(record["folds"])]
    if sum(outside) != width:
        raise ValueError(f"fold {id}: the panels do not make up the sheet")
    slots = (
        *_slots("outside", outside, record["outside"], height),
        *_slots("inside", inside, record["inside"], height),
    )
    return Scheme(
        id,
        record["name"]["ja"],
        record["name"]["en"],
        mm(width),
        mm(height),
        tuple(sorted(slots)),
        (*_folds("outside", outside, folds), *_folds("inside", inside, behind)),
    )


def _slots(
    side: str, widths: Sequence[float], panels: Sequence[tuple[int, str]], height: float
) -> Iterable[Slot]:
    edges = [mm(edge) for edge in accumulate(widths, initial=0)]
    for (number, role), (left, right) in zip(panels, pairwise(edges), strict=True):
        yield Slot(number, role, side, left, Pt(0.0), Pt(right - left), mm(height))


def _folds(side: str, widths: Sequence[float], kinds: Sequence[str]) -> Iterable[Fold]:
    for position, kind in zip(accumulate(widths[:-1]), kinds, strict=True):
        yield Fold(side, "x", mm(position), kind)
