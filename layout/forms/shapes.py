"""Outlines: segments of a path from a few numbers, in points, y downwards."""

from itertools import pairwise

from layout.frame import Ink, Path, Segment, Stroke
from layout.geometry import Pt, Rect

_ARC = 0.5522847498
"""Handle of the cubic that is nearest to a quarter circle of radius 1."""

Segments = tuple[Segment, ...]
Point = tuple[float, float]
Radii = tuple[float, float, float, float]
"""Corner radii in points: top left, top right, bottom right, bottom left."""


def rectangle(box: Rect) -> Segments:
    """A rectangle with square corners."""
    return polygon(
        ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    )


def polygon(points: tuple[Point, ...]) -> Segments:
    """A closed outline of straight lines."""
    return (*open_line(points), ("Z", ()))


def open_line(points: tuple[Point, ...]) -> Segments:
    """Straight lines from point to point."""
    first, *others = points
    return (("M", first), *(("L", point) for point in others))


def rounded(box: Rect, radii: Radii) -> Segments:
    """A rectangle with a radius of its own at each corner, none larger than half a side."""
    most = min(box.width, box.height) / 2
    tl, tr, br, bl = (max(0.0, min(radius, most)) for radius in radii)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    k = 1 - _ARC
    return _lean(
        ("M", (x + tl, y)),
        ("L", (right - tr, y)),
        ("C", (right - tr * k, y, right, y + tr * k, right, y + tr)),
        ("L", (right, bottom - br)),
        ("C", (right, bottom - br * k, right - br * k, bottom, right - br, bottom)),
        ("L", (x + bl, bottom)),
        ("C", (x + bl * k, bottom, x, bottom - bl * k, x, bottom - bl)),
        ("L", (x, y + tl)),
        ("C", (x, y + tl * k, x + tl * k, y, x + tl, y)),
        ("Z", ()),
    )


def _lean(*segments: Segment) -> Segments:
    """The outline without lines and curves that go nowhere."""
    kept: list[Segment] = [segments[0]]
    for operator, numbers in segments[1:]:
        end = numbers[-2:]
        if (
            operator == "Z"
            or max(abs(a - b) for a, b in zip(end, kept[-1][1][-2:], strict=True)) > 1e-6
        ):
            kept.append((operator, numbers))
    return tuple(kept)


def evenly_rounded(box: Rect, radius: float) -> Segments:
    """A rectangle with the same radius at every corner."""
    return rounded(box, (radius, radius, radius, radius))


def circle(x: float, y: float, radius: float) -> Segments:
    """A circle about ``x, y``."""
    box = Rect(Pt(x - radius), Pt(y - radius), Pt(2 * radius), Pt(2 * radius))
    return evenly_rounded(box, radius)


def drop(box: Rect) -> Segments:
    """A circle whose lower left corner is nearly square."""
    radius = min(box.width, box.height) / 2
    return rounded(box, (radius, radius, radius, radius * 0.24))


def rounded_top(box: Rect, radius: float) -> Segments:
    """A rectangle whose upper corners are quarter circles of ``radius`` (up to half the width)."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    k = radius * (1 - _ARC)
    return _lean(
        ("M", (x, bottom)),
        ("L", (x, y + radius)),
        ("C", (x, y + k, x + k, y, x + radius, y)),
        ("L", (right - radius, y)),
        ("C", (right - k, y, right, y + k, right, y + radius)),
        ("L", (right, bottom)),
        ("Z", ()),
    )


def through(points: tuple[Point, ...], tension: float = 0.5) -> Segments:
    """A smooth line through every point (a cardinal spline as cubics)."""
    ends = (points[0], *points, points[-1])
    segments: list[Segment] = [("M", points[0])]
    for index, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
        (x0, y0), (x3, y3) = ends[index], ends[index + 3]
        third = tension / 1.5
        segments.append(
            (
                "C",
                (
                    x1 + (x2 - x0) * third / 2,
                    y1 + (y2 - y0) * third / 2,
                    x2 - (x3 - x1) * third / 2,
                    y2 - (y3 - y1) * third / 2,
                    x2,
                    y2,
                ),
            )
        )
    return tuple(segments)


def thread(x: float, top: float, bottom: float, swing: float, wave: float) -> Segments:
    """A line that sways about ``x`` from ``top`` to ``bottom``; ``wave`` is a whole swing's length.

    A whole number of half waves fits between the ends, so that both lie on ``x``.
    """
    halves = max(1, round((bottom - top) / (wave / 2)))
    half = (bottom - top) / halves
    segments: list[Segment] = [("M", (x, top))]
    for index in range(halves):
        side = swing if index % 2 == 0 else -swing
        start = top + index * half
        segments.append(
            ("C", (x + side, start + half * 0.36, x + side, start + half * 0.64, x, start + half))
        )
    return tuple(segments)


def filled(segments: Segments, ink: Ink) -> Path:
    """An area."""
    return Path(segments, fill=ink)


def drawn(segments: Segments, ink: Ink, width: float) -> Path:
    """A line with round ends and joins."""
    return Path(segments, stroke=Stroke(ink, Pt(width), "round", "round"))


def ruled(start: Point, end: Point, ink: Ink, width: float) -> Path:
    """A straight rule with square ends."""
    return Path(open_line((start, end)), stroke=Stroke(ink, Pt(width)))


def dotted(start: Point, end: Point, ink: Ink, width: float) -> Path:
    """A rule of round dots."""
    stroke = Stroke(ink, Pt(width), "round", "round", (0.0, width * 2.4))
    return Path(open_line((start, end)), stroke=stroke)


def dashed(start: Point, end: Point, ink: Ink, width: float) -> Path:
    """A rule of dashes, as for a line to cut along."""
    return Path(open_line((start, end)), stroke=Stroke(ink, Pt(width), dash=(width * 6, width * 4)))


def dashed_box(box: Rect, ink: Ink, width: float) -> Path:
    """A box to be filled later, in dashes."""
    stroke = Stroke(ink, Pt(width), dash=(width * 5, width * 4))
    return Path(rectangle(box), stroke=stroke)


def arrow(start: float, end: float, y: float, head: float) -> Segments:
    """A level line from ``start`` to ``end`` with an open head of ``head`` points."""
    shaft = open_line(((start, y), (end, y)))
    neck = end - head if end > start else end + head
    return (*shaft, *open_line(((neck, y - head), (end, y), (neck, y + head))))


def half_disc(x: float, foot: float, radius: float, under: float) -> Segments:
    """The upper half of a disc that stands on ``foot``, its sides run down by ``under``."""
    box = Rect(Pt(x - radius), Pt(foot - radius), Pt(2 * radius), Pt(radius + under))
    return rounded_top(box, radius)
