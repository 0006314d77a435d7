"""What the interpreter tells of: painted paths, shown text, placed images; and who is told."""

from typing import Protocol

from layout.preflight.colour import Paint
from layout.preflight.fonts import Font
from layout.preflight.geometry import Box, Matrix, moved
from layout.preflight.operators import path_starts
from layout.preflight.state import State
from layout.preflight.values import Object, Stream
from layout.values import NamedTuple


class Shape(NamedTuple):
    """A painted path: its box on the page, the share of it that is covered, its line's width
    in points (None: not stroked), and whether it is filled.

    ``points`` are its coordinates before ``matrix``; in them subpaths begin at ``starts`` and
    where the ``runs`` of operators say, each of which has its place in the points.
    """

    box: Box
    share: float
    line: float | None
    filled: bool
    points: list[float]
    starts: list[int]
    runs: list[tuple[int, bytes]]
    matrix: Matrix

    def meets(self, area: Box) -> Box | None:
        """What the path shares with an area: as a filled shape its box, as lines stroke by
        stroke; None if nothing."""
        if self.filled or self.box.common(area) is None:
            return self.box.common(area)
        points, matrix = self.points, self.matrix
        starts = set(self.starts)
        starts.update(place + start for place, run in self.runs for start in path_starts(run))
        for at in range(0, len(points) - 3, 2):
            if at + 2 in starts:
                continue
            x0, y0, x1, y1 = points[at : at + 4]
            stroke = moved((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), matrix)
            shared = stroke.common(area)
            if shared is not None:
                return shared
        return None


class Outline:
    """A path that is being built (ISO 32000-1 8.5.2); see :class:`Shape`."""

    def __init__(self) -> None:
        self.points: list[float] = []
        self.starts: list[int] = []
        self.runs: list[tuple[int, bytes]] = []
        self.subpaths = self.rectangles = 0
        self.clipping = False


class Shown(NamedTuple):
    """Shown text: its box, effective size in points, the matrix of its glyphs (in sizes of the
    font) and what was shown; ``line`` is the width of its outline where that is drawn."""

    font: Font
    box: Box
    size: float
    matrix: Matrix
    items: list[Object]
    line: float | None
    filled: bool


class Placed(NamedTuple):
    """An image on the page: its dictionary, data if inline, and the matrix of its unit square."""

    entries: dict[str, Object]
    stream: Stream | None
    box: Box
    matrix: Matrix
    resources: Object


class Witness(Protocol):
    """Who is told what is painted.  ``used`` tells of states and groups that come into force."""

    def path(self, shape: Shape, state: State) -> None: ...

    def text(self, shown: Shown, state: State) -> None: ...

    def image(self, placed: Placed, state: State) -> None: ...

    def shading(self, entries: Object, resources: Object, box: Box, state: State) -> None: ...

    def graphics_state(self, entries: dict[str, Object], state: State) -> None: ...

    def group(self, entries: dict[str, Object], state: State) -> None: ...

    def foreign(self, entries: dict[str, Object], state: State) -> None: ...

    def unseen(self, paint: Paint) -> None: ...

    def broken(self, reason: str) -> None: ...
