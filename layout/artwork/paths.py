"""Path data and basic shapes as outlines (SVG 1.1, chapters 8 and 9)."""

import re
from collections.abc import Callable, Iterator, Mapping
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

from layout.artwork.numbers import LARGEST, NUMBER, Point, Segments, checked, length, numbers_in
from layout.frame import Segment

_TOKEN = re.compile(rf"[\s,]*(?:([MmLlHhVvCcSsQqTtAaZz])|({NUMBER}))")
_FLAG = re.compile(r"[\s,]*([01])")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = (3, 4)
MOST_SEGMENTS = 200_000


def outline(data: str) -> Segments:
    """The outline of path data (the attribute ``d``).

    Raises ValueError, its text what could not be read: nothing is drawn by halves.
    """
    pen = _Pen()
    for command, values in _commands(data):
        pen.draw(command, values)
        if len(pen.segments) > MOST_SEGMENTS:
            raise ValueError("…")
    return tuple(pen.segments)


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Commands with the numbers of one step each; pairs after a move are lines."""
    at, command, end = 0, "", len(data.rstrip(" \t\r\n"))
    while at < end:
        match = _TOKEN.match(data, at)
        if match is None:
            raise ValueError(data[at : at + 20])
        if match[1]:
            command, at = match[1], match.end()
        elif command in ("", "Z", "z"):
            raise ValueError(data[at : at + 20])
        values, at = _arguments(data, at, command)
        yield command, values
        command = {"M": "L", "m": "l"}.get(command, command)


def _arguments(data: str, at: int, command: str) -> tuple[tuple[float, ...], int]:
    values: list[float] = []
    for place in range(_COUNTS[command.upper()]):
        flag = command in "Aa" and place in _FLAGS
        match = (_FLAG if flag else _TOKEN).match(data, at)
        found = match[1 if flag else 2] if match else None
        if match is None or found is None:
            raise ValueError(data[at : at + 20] or command)
        values.append(checked(found))
        at = match.end()
    return tuple(values), at


class _Pen:
    """Draws command after command: where it is, where the outline began, its last handle."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._handle: Point | None = None
        self._last = ""
        self._closed = False

    def draw(self, command: str, values: tuple[float, ...]) -> None:
        kind = command.upper()
        if not self._last and kind != "M":
            raise ValueError(command)
        if command != kind:
            values = self._absolute(kind, values)
        if any(abs(value) > LARGEST for value in values):
            raise ValueError(command)
        if self._closed and kind not in "MZ":
            self.segments.append(("M", self._start))
        self._closed = kind == "Z"
        _STEPS[kind](self, values)
        self._last = kind

    def _absolute(self, kind: str, values: tuple[float, ...]) -> tuple[float, ...]:
        x, y = self._at
        if kind == "A":
            return (*values[:5], values[5] + x, values[6] + y)
        if kind == "V":
            return (values[0] + y,)
        return tuple(value + (y if place % 2 else x) for place, value in enumerate(values))

    def _move(self, values: tuple[float, ...]) -> None:
        self._at = self._start = (values[0], values[1])
        self.segments.append(("M", self._at))

    def _line(self, values: tuple[float, ...]) -> None:
        self._at = (values[0], values[1])
        self.segments.append(("L", self._at))

    def _level(self, values: tuple[float, ...]) -> None:
        self._line((values[0], self._at[1]))

    def _plumb(self, values: tuple[float, ...]) -> None:
        self._line((self._at[0], values[0]))

    def _cubic(self, values: tuple[float, ...]) -> None:
        self.segments.append(("C", values))
        self._handle, self._at = (values[2], values[3]), (values[4], values[5])

    def _smooth(self, values: tuple[float, ...]) -> None:
        self._cubic((*self._mirrored("CS"), *values))

    def _quadratic(self, values: tuple[float, ...]) -> None:
        (x0, y0), (x1, y1, x2, y2) = self._at, values
        first = (x0 + 2 / 3 * (x1 - x0), y0 + 2 / 3 * (y1 - y0))
        second = (x2 + 2 / 3 * (x1 - x2), y2 + 2 / 3 * (y1 - y2))
        self.segments.append(("C", (*first, *second, x2, y2)))
        self._handle, self._at = (x1, y1), (x2, y2)

    def _smooth_quadratic(self, values: tuple[float, ...]) -> None:
        self._quadratic((*self._mirrored("QT"), *values))

    def _mirrored(self, kinds: str) -> Point:
        """The last handle on the other side of the point, after a curve of the same kind."""
        if self._handle is None or self._last not in kinds:
            return self._at
        return 2 * self._at[0] - self._handle[0], 2 * self._at[1] - self._handle[1]

    def _arc(self, values: tuple[float, ...]) -> None:
        self.segments += arc(self._at, values)
        self._at = (values[5], values[6])

    def _close(self, _values: tuple[float, ...]) -> None:
        self.segments.append(("Z", ()))
        self._at = self._start


_STEPS: dict[str, Callable[[_Pen, tuple[float, ...]], None]] = {
    "M": _Pen._move,
    "L": _Pen._line,
    "H": _Pen._level,
    "V": _Pen._plumb,
    "C": _Pen._cubic,
    "S": _Pen._smooth,
    "Q": _Pen._quadratic,
    "T": _Pen._smooth_quadratic,
    "A": _Pen._arc,
    "Z": _Pen._close,
}


def arc(start: Point, values: tuple[float, ...]) -> Segments:
    """An elliptical arc from ``start`` as cubics of at most a quarter turn (SVG 1.1, F.6).

    ``values``: both radii, the turn of the ellipse in degrees, large-arc, sweep, end.
    """
    rx, ry, turn, large, sweep, x, y = values
    rx, ry = abs(rx), abs(ry)
    if (x, y) == start:
        return ()
    if not (rx and ry):
        return (("L", (x, y)),)
    c, s = cos(radians(turn)), sin(radians(turn))
    half_x, half_y = (start[0] - x) / 2, (start[1] - y) / 2
    px, py = c * half_x + s * half_y, c * half_y - s * half_x
    short = hypot(px / rx, py / ry)
    if short > 1:
        rx, ry = rx * short, ry * short
    far = (px / rx) ** 2 + (py / ry) ** 2
    if not far:  # ends nearer than can be told
        return (("L", (x, y)),)
    aside = sqrt(max(0.0, 1 / far - 1)) * (-1 if large == sweep else 1)
    cx, cy = aside * rx * py / ry, -aside * ry * px / rx
    begin = atan2((py - cy) / ry, (px - cx) / rx)
    swung = atan2((-py - cy) / ry, (-px - cx) / rx) - begin
    swung += 2 * pi if sweep and swung < 0 else -2 * pi if not sweep and swung > 0 else 0.0
    middle = (c * cx - s * cy + (start[0] + x) / 2, s * cx + c * cy + (start[1] + y) / 2)
    parts = max(1, ceil(abs(swung) / (pi / 2) - 1e-6))
    drawn = [
        _quarter(middle, (rx, ry), (c, s), begin + swung * part / parts, swung / parts)
        for part in range(parts)
    ]
    drawn[-1] = (*drawn[-1][:4], x, y)
    return tuple(("C", points) for points in drawn)


def _quarter(
    middle: Point, radii: Point, turned: Point, begin: float, swung: float
) -> tuple[float, ...]:
    """The handles and the end of an arc of at most a quarter turn."""
    handle = 4 / 3 * tan(swung / 4)
    end = begin + swung
    unit = (
        (cos(begin) - handle * sin(begin), sin(begin) + handle * cos(begin)),
        (cos(end) + handle * sin(end), sin(end) - handle * cos(end)),
        (cos(end), sin(end)),
    )
    (rx, ry), (c, s) = radii, turned
    return tuple(
        value
        for u, v in unit
        for value in (
            middle[0] + c * rx * u - s * ry * v,
            middle[1] + s * rx * u + c * ry * v,
        )
    )


def ellipse(x: float, y: float, rx: float, ry: float) -> Segments:
    """An ellipse about ``x, y``; nothing without a radius."""
    if not (rx > 0 and ry > 0):
        return ()
    begin, across = (x + rx, y), (x - rx, y)
    return (
        ("M", begin),
        *arc(begin, (rx, ry, 0.0, 0.0, 1.0, *across)),
        *arc(across, (rx, ry, 0.0, 0.0, 1.0, *begin)),
        ("Z", ()),
    )


def rectangle(x: float, y: float, wide: float, high: float, rx: float, ry: float) -> Segments:
    """A rectangle, its corners quarters of an ellipse."""
    if not (wide > 0 and high > 0):
        return ()
    rx, ry = min(rx, wide / 2), min(ry, high / 2)
    right, bottom = x + wide, y + high
    if not (rx > 0 and ry > 0):
        corners = ((x, y), (right, y), (right, bottom), (x, bottom))
        return (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ()))
    drawn: list[Segment] = [("M", (x + rx, y))]
    for line, end in (
        ((right - rx, y), (right, y + ry)),
        ((right, bottom - ry), (right - rx, bottom)),
        ((x + rx, bottom), (x, bottom - ry)),
        ((x, y + ry), (x + rx, y)),
    ):
        drawn += (("L", line), *arc(line, (rx, ry, 0.0, 0.0, 1.0, *end)))
    return (*drawn, ("Z", ()))


def shape(tag: str, given: Mapping[str, str], wide: float, high: float) -> Segments:
    """The outline of a basic shape or path in a view of ``wide`` × ``high`` user units.

    Raises ValueError for attributes that are no numbers.
    """

    def of(key: str, whole: float) -> float:
        return length(given.get(key, "0"), whole)

    level = hypot(wide, high) / sqrt(2)
    if tag == "path":
        return outline(given.get("d", ""))
    if tag == "rect":
        rx, ry = (given.get(key, "auto") for key in ("rx", "ry"))
        round_x = length(ry if rx == "auto" else rx, wide) if (rx, ry) != _SHARP else 0.0
        round_y = length(rx if ry == "auto" else ry, high) if (rx, ry) != _SHARP else 0.0
        box = (of("x", wide), of("y", high), of("width", wide), of("height", high))
        return rectangle(*box, round_x, round_y)
    if tag == "circle":
        radius = of("r", level)
        return ellipse(of("cx", wide), of("cy", high), radius, radius)
    if tag == "ellipse":
        return ellipse(of("cx", wide), of("cy", high), of("rx", wide), of("ry", high))
    if tag == "line":
        start, end = (of("x1", wide), of("y1", high)), (of("x2", wide), of("y2", high))
        return (("M", start), ("L", end))
    return _points(numbers_in(given.get("points", "")), closed=tag == "polygon")


_SHARP = ("auto", "auto")


def _points(values: tuple[float, ...], *, closed: bool) -> Segments:
    if len(values) % 2:
        raise ValueError(f"{values[-1]:g}")
    points = tuple(zip(values[::2], values[1::2], strict=True))
    if not points:
        return ()
    lines = (("M", points[0]), *(("L", point) for point in points[1:]))
    return (*lines, ("Z", ())) if closed else lines
