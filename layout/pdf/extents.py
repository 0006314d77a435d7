"""Where the pieces of content lie on a page: for links, and for the boxes of pictures."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import cos, radians, sin

from layout.frame import ACROSS, UPRIGHT, Clip, Group, Image, Item, Path, TextRun
from layout.sheets import Side
from layout.text.fonts import Fonts
from layout.values import NamedTuple

Point = tuple[float, float]
_Placed = Callable[[float, float], Point]

_ABOVE, _BELOW = 0.88, 0.12
"""How far the em box reaches from the baseline, in ems."""


class Extent(NamedTuple):
    """A rectangle on a page in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def with_(self, other: "Extent") -> "Extent":
        """The rectangle about both."""
        return Extent(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


Extents = Mapping[int, tuple[Extent, ...]]
"""The rectangles of each piece of content, one for each line."""


def extents(side: Side, fonts: Fonts) -> Extents:
    """The rectangles of all content on a side."""
    found: dict[int, list[Extent]] = {}
    height = side.media.height

    def place(x: float, y: float) -> Point:
        return x, height - y

    for number, corners in _boxes(side.items, place, None, fonts):
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        found.setdefault(number, []).append(Extent(min(xs), min(ys), max(xs), max(ys)))
    return {number: _lines(boxes) for number, boxes in found.items()}


def _lines(boxes: list[Extent]) -> tuple[Extent, ...]:
    """The rectangles of runs joined where they stand side by side."""
    lines = boxes[:1]
    for box in boxes[1:]:
        last = lines[-1]
        shared = min(box.top, last.top) - max(box.bottom, last.bottom)
        if shared > (box.top - box.bottom) / 2:
            lines[-1] = last.with_(box)
        else:
            lines.append(box)
    return tuple(lines)


def _boxes(
    items: Iterable[Item], place: _Placed, content: int | None, fonts: Fonts
) -> Iterator[tuple[int, list[Point]]]:
    for item in items:
        if isinstance(item, Group):
            inner = _within(item, place)
            number = content if item.content is None else item.content
            yield from _boxes(item.items, inner, number, fonts)
        elif content is None:
            if isinstance(item, Clip):
                yield from _boxes(item.items, place, content, fonts)
        elif isinstance(item, TextRun):
            yield content, [place(*point) for point in _run(item, fonts)]
        elif isinstance(item, Image):
            right, bottom = item.x + item.width, item.y + item.height
            yield content, [place(item.x, item.y), place(right, bottom)]
        elif isinstance(item, Clip | Path):
            points = [pair for _, values in item.segments for pair in _pairs(values)]
            if points:
                yield content, [place(*point) for point in points]


def _pairs(values: tuple[float, ...]) -> Iterator[Point]:
    return zip(values[::2], values[1::2], strict=True)


def _within(group: Group, place: _Placed) -> _Placed:
    c, s = cos(radians(group.turn)), sin(radians(group.turn))
    left, top = group.x, group.y

    def inner(x: float, y: float) -> Point:
        return place(left + x * c - y * s, top + x * s + y * c)

    return inner


def _run(run: TextRun, fonts: Fonts) -> tuple[Point, Point]:
    """Opposite corners of a run's em boxes."""
    size = run.size
    if run.stance in (UPRIGHT, ACROSS):
        xs = [glyph.x for glyph in run.glyphs]
        return (run.x + min(xs), run.y - size * _ABOVE), (
            run.x + max(xs) + size,
            run.y + size * _BELOW,
        )
    last = run.glyphs[-1]
    end = run.x + last.x + fonts.face(run.face).advance(last.gid) * size
    return (run.x + run.glyphs[0].x, run.y - size * _ABOVE), (end, run.y + size * _BELOW)
