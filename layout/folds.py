"""Fold schemes: how a sheet is parted into panels and in which order they are read.

The formats themselves are data (``data/folds.yaml``), which says how the sheet is folded;
what follows from it (cover, order of reading, panels upside down) is found by folding it in
:mod:`layout.folding`.  Page 1 is the outside of the sheet, page 2 the inside, heads together;
a point at ``x`` on one side lies behind ``W - x`` of the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from layout.folding import Crease, Face, Folded, Line, Sheet, Step, edges, fold
from layout.geometry import Pt, mm
from layout.nodes import read_values
from layout.problems import LeafletError, Source, problem
from layout.values import NamedTuple

SIDES = ("outside", "inside")
"""The sides of a sheet in the order of their pages."""

SIDE_NAMES = {"outside": "外面", "inside": "内面"}
ROLE_NAMES = {"cover": "表紙", "inner": "中面", "flap": "折り込み", "back": "裏表紙"}
KIND_NAMES = {"mountain": "山折り", "valley": "谷折り"}
OPENING_NAMES = {"left": "左開き", "right": "右開き"}
"""What printers and readers call them."""

OPENINGS = ("left", "right")
"""Where a leaflet is bound: left for horizontal text, right for vertical text."""

_NOWHERE = Source()
_TURNED = {"mountain": "valley", "valley": "mountain"}
_AT_EDGE = 0.01


class Slot(NamedTuple):
    """A panel's place on the sheet: ``x, y`` from the trimmed side's top left, in points.

    ``number`` is its place in the order of reading, from 1; ``role`` is ``cover``,
    ``inner``, ``flap`` (the panel that is folded in) or ``back``.  ``turn`` is 180 for a panel
    that lies upside down on the sheet, else 0.
    """

    number: int
    role: str
    side: str
    x: Pt
    y: Pt
    width: Pt
    height: Pt
    turn: int = 0


class Fold(NamedTuple):
    """A fold as seen on one side, at ``position`` points from the left or the top.

    ``axis`` is ``x`` for an upright fold, ``y`` for a level one; ``kind`` is ``mountain``
    where the crease stands towards the onlooker, else ``valley``.  It runs from ``start`` to
    ``end`` along its line; ``order`` is its place in the order of folding, from 1.
    """

    side: str
    axis: str
    position: Pt
    kind: str
    start: Pt
    end: Pt
    order: int


class Scheme(NamedTuple):
    """A folded format: the trimmed sheet in points, its panels in reading order, its folds.

    ``opening`` is ``left`` or ``right``; ``allowance`` is what a folded-in panel is shorter;
    ``stages`` are the numbers of the panels seen at each stage of opening, in the order of
    reading: the closed leaflet, … the whole inside, the sheet turned over.
    """

    id: str
    name_ja: str
    name_en: str
    width: Pt
    height: Pt
    slots: tuple[Slot, ...]
    folds: tuple[Fold, ...]
    opening: str = "left"
    allowance: Pt = Pt(0.0)
    stages: tuple[tuple[int, ...], ...] = ()

    def on(self, side: str) -> tuple[Slot, ...]:
        """The panels of one side, row by row, left to right."""
        return tuple(sorted((s for s in self.slots if s.side == side), key=lambda s: (s.y, s.x)))

    def at_trim(self, slot: Slot) -> tuple[bool, bool]:
        """Whether the panel's left and right edge, as its reader sees them, are the sheet's."""
        left = slot.x <= _AT_EDGE
        right = slot.x + slot.width >= self.width - _AT_EDGE
        return (right, left) if slot.turn else (left, right)

    def at_ends(self, slot: Slot) -> tuple[bool, bool]:
        """Whether the panel's head and foot, as its reader sees them, are the sheet's edges."""
        head = slot.y <= _AT_EDGE
        foot = slot.y + slot.height >= self.height - _AT_EDGE
        return (foot, head) if slot.turn else (head, foot)

    def turned(self) -> "Scheme":
        """The sheet turned by a quarter to the left: as vertical lines run, from its right edge
        to its left, so that what is set on it is set as horizontal lines are."""
        slots = tuple(
            slot._replace(
                x=slot.y,
                y=Pt(self.width - slot.x - slot.width),
                width=slot.height,
                height=slot.width,
            )
            for slot in self.slots
        )
        return self._replace(width=self.height, height=self.width, slots=slots)


def load_schemes(path: Path, opening: str = "left") -> dict[str, Scheme]:
    """The schemes of a file by id, in the file's order."""
    records: dict[str, Any] = read_values(path)
    return {id: make_scheme(id, records, opening) for id in _ids(records)}


def load_scheme(path: Path, id: str, opening: str = "left", source: Source = _NOWHERE) -> Scheme:
    """The scheme called ``id``.

    Raises LeafletError ``fold-unknown``: exit code 3 if a file names it (``source`` says
    where), 2 if the command line does.
    """
    records: dict[str, Any] = read_values(path)
    known = _ids(records)
    if id in known:
        return make_scheme(id, records, opening)
    found = problem("fold-unknown", source, fold=id, known=", ".join(known))
    raise LeafletError((found,), 3 if source.file else 2)


def _ids(records: Mapping[str, Any]) -> tuple[str, ...]:
    papers = records["papers"]
    return tuple(f"{paper}-{form}" for paper in papers for form in papers[paper]["forms"])


def make_scheme(id: str, records: Mapping[str, Any], opening: str = "left") -> Scheme:
    """A scheme from the file's records, which are described at the file's head."""
    of_paper, of_form = id.split("-")
    paper, form = records["papers"][of_paper], records["forms"][of_form]
    width, height = paper["sheet"]
    sheet = _sheet(width, height, form)
    if opening == "right":
        sheet = sheet.mirrored()
    folded = fold(sheet, opening)
    half, quarter = paper["parts"]
    words = {"paper": paper["name"], "half": half, "quarter": quarter}
    numbers = {seen.face: number for number, seen in enumerate(folded.reading, 1)}
    return Scheme(
        id,
        form["name"]["ja"].format(**words),
        form["name"]["en"].format(**words),
        mm(width),
        mm(height),
        tuple(_slots(sheet, folded)),
        tuple(sorted(_folds(sheet, folded.creases), key=_place)),
        opening,
        mm(form["allowance"]),
        tuple(tuple(numbers[seen.face] for seen in stage) for stage in folded.stages),
    )


def _sheet(width: float, height: float, form: Mapping[str, Any]) -> Sheet:
    shorter, allowance = form["shorter"], float(form["allowance"])
    widest = (width + allowance * sum(shorter)) / len(shorter)
    rows = int(form.get("rows", 1))
    return Sheet(
        tuple(widest - allowance * times for times in shorter),
        (height / rows,) * rows,
        tuple(_step(*record) for record in form["folds"]),
        allowance,
    )


def _step(lines: str | Sequence[str], kind: str) -> Step:
    names = (lines,) if isinstance(lines, str) else lines
    return Step(tuple(Line(name[0], int(name[1:])) for name in names), kind)


def _slots(sheet: Sheet, folded: Folded) -> Iterable[Slot]:
    columns, rows = tuple(pairwise(edges(sheet.columns))), tuple(pairwise(edges(sheet.rows)))
    whole = columns[-1][1]
    for number, (face, turn) in enumerate(folded.reading, 1):
        left, right = columns[face.cell.column]
        if face.side == "inside":
            left, right = whole - right, whole - left
        top, bottom = (mm(edge) for edge in rows[face.cell.row])
        x, width = mm(left), Pt(mm(right) - mm(left))
        role = _role(face, folded)
        yield Slot(number, role, face.side, x, top, width, Pt(bottom - top), turn)


def _role(face: Face, folded: Folded) -> str:
    if face in (folded.cover, folded.back):
        return "cover" if face == folded.cover else "back"
    return "flap" if face in folded.folded_in else "inner"


def _place(fold: Fold) -> tuple[int, str, Pt, Pt]:
    """Outside first; upright folds from the left, then level ones from the top."""
    return SIDES.index(fold.side), fold.axis, fold.position, fold.start


def _folds(sheet: Sheet, creases: Sequence[Crease]) -> Iterable[Fold]:
    for axis, position, start, end, kind, step in creases:
        yield Fold("outside", axis, mm(position), kind, mm(start), mm(end), step)
    whole = sum(sheet.columns)
    for axis, position, start, end, kind, step in creases:
        if axis == "x":
            position = whole - position
        else:
            start, end = whole - end, whole - start
        yield Fold("inside", axis, mm(position), _TURNED[kind], mm(start), mm(end), step)
