"""Folding a sheet in code: where cover and back come to lie, what is seen when it is opened.

The sheet lies with its outside up and is parted by its fold lines into cells, which never
bend.  A fold turns everything on one side of a line over on to, or under, the rest; the
stack of cells that comes of it is all there is to know.  No panel's number or role is typed
in anywhere: they are read off the stacks.

Lengths are in any one unit; x grows to the right and y downwards, as everywhere.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby, pairwise

from layout.values import NamedTuple

_NEAR = 1e-6
"""Lengths that differ by less are the same."""

_OTHER_KIND = {"mountain": "valley", "valley": "mountain"}
_OTHER_SIDE = {"outside": "inside", "inside": "outside"}


class Line(NamedTuple):
    """A fold line of the flat sheet: ``axis`` x is an upright line, y a level one.

    ``number`` counts the lines of the axis from the left or the top, from 1.
    """

    axis: str
    number: int


class Step(NamedTuple):
    """One fold, through all the layers that lie there.

    ``kind`` is that of its crease on the outside of the flat sheet at the first of ``lines``
    (at the sheet's foot, where an upright line crosses several rows): ``mountain`` where the
    crease stands towards the onlooker, else ``valley``.  More than one line is named where
    layers that are folded together have each its own.
    """

    lines: tuple[Line, ...]
    kind: str


class Sheet(NamedTuple):
    """What is folded: the sizes of its columns and rows on the outside, and the folds in order.

    ``allowance`` is how far the lines of layers that are folded together may lie apart.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    steps: tuple[Step, ...]
    allowance: float = 0.0

    def mirrored(self) -> "Sheet":
        """The sheet whose folds are the mirror image of these, left for right."""
        count = len(self.columns)

        def other(line: Line) -> Line:
            return Line("x", count - line.number) if line.axis == "x" else line

        steps = tuple(Step(tuple(map(other, step.lines)), step.kind) for step in self.steps)
        return self._replace(columns=self.columns[::-1], steps=steps)


class Cell(NamedTuple):
    """A cell of the flat sheet by its column and row, from 0, as seen on the outside."""

    column: int
    row: int


class Leaf(NamedTuple):
    """A cell as it lies in a stack: its box, and whether it is turned over in x and in y."""

    cell: Cell
    x: tuple[float, float]
    y: tuple[float, float]
    turned_x: bool = False
    turned_y: bool = False

    @property
    def up(self) -> str:
        """The side of the sheet that faces up."""
        return "outside" if self.turned_x == self.turned_y else "inside"

    def over(self, axis: str, line: float) -> "Leaf":
        """The leaf turned over about a line."""
        if axis == "x":
            x = (2 * line - self.x[1], 2 * line - self.x[0])
            return self._replace(x=x, turned_x=not self.turned_x)
        y = (2 * line - self.y[1], 2 * line - self.y[0])
        return self._replace(y=y, turned_y=not self.turned_y)


Stack = tuple[Leaf, ...]
"""The leaves of a folded sheet from the lowest to the topmost."""


class Crease(NamedTuple):
    """A crease on the flat sheet as seen on the outside, from ``start`` to ``end`` along it.

    ``step`` is the place of its fold in the order of folding, from 1.
    """

    axis: str
    position: float
    start: float
    end: float
    kind: str
    step: int


class Face(NamedTuple):
    """One side of a cell."""

    cell: Cell
    side: str


class Seen(NamedTuple):
    """A face that is seen; ``turn`` is 180 where it lies upside down on the flat sheet."""

    face: Face
    turn: int


class Folded(NamedTuple):
    """What folding tells.

    ``stages`` are the faces seen at each stage of opening, from the closed leaflet to the
    whole inside and the outside turned up, each in the order of reading; ``reading`` is the
    order of all faces from cover to back; ``folded_in`` are the faces of the outside that
    belong to an end of the sheet and lie within.
    """

    stages: tuple[tuple[Seen, ...], ...]
    reading: tuple[Seen, ...]
    cover: Face
    back: Face
    folded_in: frozenset[Face]
    creases: tuple[Crease, ...]


def edges(sizes: Sequence[float]) -> tuple[float, ...]:
    """Where columns or rows of these sizes begin and end."""
    return tuple(accumulate(sizes, initial=0.0))


def fold(sheet: Sheet, opening: str = "left") -> Folded:
    """The sheet folded, and opened again from its cover.

    ``opening`` is ``left`` for a leaflet bound at its left (read to the right), else
    ``right``.  Raises ValueError where a panel would be bent because it is wider than the
    one that closes over it, or where there is no cover.
    """
    stacks = list(stacked(sheet))
    cover, back = _covers(sheet, stacks[-1], opening)
    _check_widths(sheet, stacks[-1])
    stages = tuple(_stages(stacks, cover, opening))
    return Folded(
        stages,
        (*_between(stages, back), _heads_up(stacks[-1], cover, back)),
        cover,
        back,
        frozenset(_folded_in(sheet, stacks[-1])),
        tuple(_creases(sheet, stacks)),
    )


def stacked(sheet: Sheet) -> Iterable[Stack]:
    """The flat sheet, and the stack after each fold."""
    xs, ys = edges(sheet.columns), edges(sheet.rows)
    stack: Stack = tuple(
        Leaf(Cell(column, row), x, y)
        for row, y in enumerate(pairwise(ys))
        for column, x in enumerate(pairwise(xs))
    )
    yield stack
    for step in sheet.steps:
        stack = _folded(stack, step, sheet.allowance)
        yield stack


def _folded(stack: Stack, step: Step, allowance: float) -> Stack:
    """One fold: what lies left of the line, or above it, is turned over."""
    axis = step.lines[0].axis
    at = _first(stack, step)
    line = _line(at, step.lines[0])
    moved: list[Leaf] = []
    resting: list[Leaf] = []
    for leaf in stack:
        own = _own_line(leaf, step, line, allowance)
        low, high = leaf.x if axis == "x" else leaf.y
        if low < own - _NEAR and high > own + _NEAR:
            raise ValueError(f"{leaf.cell}: wider than the panel that closes over it")
        if high <= own + _NEAR:
            moved.append(leaf.over(axis, own))
        else:
            resting.append(leaf)
    moved.reverse()
    behind = _seen_from_above(at, step.kind) == "mountain"
    return (*moved, *resting) if behind else (*resting, *moved)


def _first(stack: Stack, step: Step) -> Leaf:
    """The leaf that lies before the step's first line on the flat sheet, at its foot."""
    beside = [leaf for leaf in stack if _before(leaf.cell, step.lines[0])]
    return max(beside, key=lambda leaf: leaf.cell.row)


def _before(cell: Cell, line: Line) -> bool:
    """Whether the cell ends at the line on the flat sheet."""
    return (cell.column if line.axis == "x" else cell.row) == line.number - 1


def _after(cell: Cell, line: Line) -> bool:
    return (cell.column if line.axis == "x" else cell.row) == line.number


def _line(leaf: Leaf, line: Line) -> float:
    """Where a fold line lies in the stack, told by a leaf beside it."""
    ends, turned = (leaf.x, leaf.turned_x) if line.axis == "x" else (leaf.y, leaf.turned_y)
    return ends[_before(leaf.cell, line) != turned]


def _own_line(leaf: Leaf, step: Step, first: float, allowance: float) -> float:
    """Where the leaf's own layer is folded, where the leaf lies at it; else the first line."""
    beside = (line for line in step.lines if _before(leaf.cell, line) or _after(leaf.cell, line))
    own = next((_line(leaf, line) for line in beside), first)
    if abs(own - first) > allowance + _NEAR:
        raise ValueError(f"{leaf.cell}: its fold line lies {abs(own - first):g} off the other")
    return own


def _seen_from_above(leaf: Leaf, kind: str) -> str:
    """The kind of a crease in a leaf as seen from above, or back again."""
    return kind if leaf.up == "outside" else _OTHER_KIND[kind]


def _covers(sheet: Sheet, stack: Stack, opening: str) -> tuple[Face, Face]:
    """Cover and back: the outermost faces.

    The cover is the one on the outside of the sheet that hangs by its spine, the crease that
    was made last, on the side where the leaflet is bound.
    """
    top, bottom = stack[-1], stack[0]
    outer = [Face(top.cell, top.up), Face(bottom.cell, _OTHER_SIDE[bottom.up])]
    at_spine = _after if opening == "left" else _before
    found = [
        face
        for face in outer
        if face.side == "outside"
        and any(line.axis == "x" and at_spine(face.cell, line) for line in sheet.steps[-1].lines)
    ]
    if len(found) != 1:
        raise ValueError(f"{len(found)} covers for a leaflet that opens to the {opening}")
    [cover] = found
    [back] = [face for face in outer if face != cover]
    return cover, back


def _check_widths(sheet: Sheet, stack: Stack) -> None:
    """What lies within is nowhere wider than what closes over it."""
    closing = min(sheet.columns[leaf.cell.column] for leaf in (stack[0], stack[-1]))
    for leaf in stack[1:-1]:
        if sheet.columns[leaf.cell.column] > closing + _NEAR:
            raise ValueError(f"{leaf.cell}: wider than the panel that closes over it")


def _stages(stacks: Sequence[Stack], cover: Face, opening: str) -> Iterable[tuple[Seen, ...]]:
    """What is seen as the folds are undone, the last one first, and on the outside at the end.

    Whoever opens the cover looks at what was behind it, and goes on looking from there.
    """
    yield (Seen(cover, 0),)
    for stack in reversed(stacks[:-1]):
        [leaf] = [leaf for leaf in stack if leaf.cell == cover.cell]
        yield _view(stack, leaf.up != "outside", leaf.turned_y, opening)
    yield _view(stacks[0], True, False, opening)


def _view(stack: Stack, above: bool, turned_y: bool, opening: str) -> tuple[Seen, ...]:
    """The faces seen from above or below, row by row, in the direction of reading.

    ``turned_y`` is how the cover lies: the onlooker holds it heads up.
    """
    nearest_first = stack[::-1] if above else stack
    seen: list[tuple[float, float, Seen]] = []
    for index, leaf in enumerate(nearest_first):
        x, y = sum(leaf.x) / 2, sum(leaf.y) / 2
        if any(_covering(other, x, y) for other in nearest_first[:index]):
            continue
        face = Face(leaf.cell, leaf.up if above else _OTHER_SIDE[leaf.up])
        turn = 180 if leaf.turned_y != turned_y else 0
        across = x if above == (opening == "left") else -x
        seen.append((-y if turned_y else y, -across if turned_y else across, Seen(face, turn)))
    return tuple(each for _, _, each in sorted(seen))


def _covering(leaf: Leaf, x: float, y: float) -> bool:
    return leaf.x[0] < x < leaf.x[1] and leaf.y[0] < y < leaf.y[1]


def _between(stages: Sequence[tuple[Seen, ...]], back: Face) -> Iterable[Seen]:
    """Every face but the back, when its side of the sheet lies open.

    A view of both sides of the paper (a flap beside the inside) is no page to read: what of
    the inside is seen there waits for the rest, and the flap until the sheet is turned over.
    """
    read: dict[Face, Seen] = {}
    for stage in stages:
        pages = [seen for seen in stage if seen.face != back]
        if len({seen.face.side for seen in pages}) == 1:
            for seen in pages:
                read.setdefault(seen.face, seen)
    return read.values()


def _heads_up(stack: Stack, cover: Face, back: Face) -> Seen:
    """The back as it is seen when the closed leaflet is turned over like a page."""
    turned = {leaf.cell: leaf.turned_y for leaf in stack}
    return Seen(back, 180 if turned[back.cell] != turned[cover.cell] else 0)


def _folded_in(sheet: Sheet, stack: Stack) -> Iterable[Face]:
    """The outside of each end of the sheet that lies within the stack."""
    if len(sheet.rows) == 1:
        for leaf in stack[1:-1]:
            if leaf.cell.column in (0, len(sheet.columns) - 1):
                yield Face(leaf.cell, "outside")


def _creases(sheet: Sheet, stacks: Sequence[Stack]) -> Iterable[Crease]:
    """Every crease; a line that stands in one row and lies in another makes two."""
    xs, ys = edges(sheet.columns), edges(sheet.rows)
    for number, (step, stack) in enumerate(zip(sheet.steps, stacks, strict=False), 1):
        above = _seen_from_above(_first(stack, step), step.kind)
        for line in step.lines:
            at, along = (xs, ys) if line.axis == "x" else (ys, xs)
            kinds = {
                leaf.cell[line.axis == "x"]: _seen_from_above(leaf, above)
                for leaf in stack
                if _before(leaf.cell, line)
            }
            for kind, run in groupby(sorted(kinds), key=kinds.__getitem__):
                parts = tuple(run)
                start, end = along[parts[0]], along[parts[-1] + 1]
                yield Crease(line.axis, at[line.number], start, end, kind, number)
