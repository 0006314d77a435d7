"""Numbers, lengths and matrices as SVG writes them (SVG 1.1, 4.2 and 7.6)."""

import re
from math import cos, hypot, radians, sin, tan
from typing import TypeAlias

from layout.frame import Segment

LARGEST = 1e6
"""Coordinates beyond this are a fault: no sheet is a kilometre wide."""

NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_NUMBER = re.compile(NUMBER)
_SEPARATOR = re.compile(r"[\s,]*")
_LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|%)?\s*")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 960 / 25.4, "in": 96}

Segments: TypeAlias = tuple[Segment, ...]
Point: TypeAlias = tuple[float, float]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""``x' = a x + c y + e``, ``y' = b x + d y + f``."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def checked(text: str) -> float:
    """The number a text is; ValueError for one too large."""
    value = float(text)
    if not abs(value) <= LARGEST:
        raise ValueError(text)
    return value


def numbers_in(text: str) -> tuple[float, ...]:
    """Numbers parted by spaces or commas; ValueError for anything else among them."""
    found: list[float] = []
    at = _skip(text, 0)
    while at < len(text):
        match = _NUMBER.match(text, at)
        if match is None:
            raise ValueError(text[at : at + 20])
        found.append(checked(match[0]))
        at = _skip(text, match.end())
    return tuple(found)


def _skip(text: str, at: int) -> int:
    match = _SEPARATOR.match(text, at)
    return match.end() if match else at


def length(text: str, whole: float) -> float:
    """A length in user units; per cent are of ``whole``.  ValueError for any other unit."""
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise ValueError(text)
    if match[2] == "%":
        return checked(match[1]) / 100 * whole
    return checked(str(checked(match[1]) * _UNITS[match[2] or ""]))


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that does ``inner`` first."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (
        a * p + c * q,
        b * p + d * q,
        a * r + c * s,
        b * r + d * s,
        a * t + c * u + e,
        b * t + d * u + f,
    )


_CALL = re.compile(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)[\s,]*")
_UNIT = re.compile(r"(?<=[0-9.])(?:deg|px)\b")


def transform(text: str) -> Matrix:
    """The matrix of a list of transforms; ValueError where it is none."""
    found, at = IDENTITY, 0
    if text.strip() in ("", "none"):
        return found
    while at < len(text):
        match = _CALL.match(text, at)
        if match is None:
            raise ValueError(text[at : at + 20])
        found = times(found, _one(match[1], numbers_in(_UNIT.sub("", match[2]))))
        at = match.end()
    if not all(abs(value) <= LARGEST for value in found):
        raise ValueError(text)
    return found


def _one(name: str, values: tuple[float, ...]) -> Matrix:
    match name, values:
        case "matrix", (a, b, c, d, e, f):
            return a, b, c, d, e, f
        case "translate" | "translateX", (x,):
            return 1.0, 0.0, 0.0, 1.0, x, 0.0
        case "translate", (x, y):
            return 1.0, 0.0, 0.0, 1.0, x, y
        case "scale", (factor,):
            return factor, 0.0, 0.0, factor, 0.0, 0.0
        case "scale", (across, down):
            return across, 0.0, 0.0, down, 0.0, 0.0
        case "rotate", (angle,):
            c, s = cos(radians(angle)), sin(radians(angle))
            return c, s, -s, c, 0.0, 0.0
        case "rotate", (angle, x, y):
            turned = times((1.0, 0.0, 0.0, 1.0, x, y), _one("rotate", (angle,)))
            return times(turned, (1.0, 0.0, 0.0, 1.0, -x, -y))
        case "skewX", (angle,):
            return 1.0, 0.0, tan(radians(angle)), 1.0, 0.0, 0.0
        case "skewY", (angle,):
            return 1.0, tan(radians(angle)), 0.0, 1.0, 0.0, 0.0
    raise ValueError(name)


def scale_of(matrix: Matrix) -> float | None:
    """By how much a matrix enlarges; None if not by the same in all directions (within 1 %)."""
    a, b, c, d, _, _ = matrix
    across, down = hypot(a, b), hypot(c, d)
    level = a * c + b * d
    even = abs(across - down) <= 0.01 * max(across, down)
    return (across + down) / 2 if even and abs(level) <= 0.01 * across * down else None


def moved(segments: Segments, matrix: Matrix) -> Segments:
    """An outline carried by a matrix."""
    a, b, c, d, e, f = matrix
    return tuple(
        (
            kind,
            tuple(
                value
                for x, y in zip(points[::2], points[1::2], strict=True)
                for value in (a * x + c * y + e, b * x + d * y + f)
            ),
        )
        for kind, points in segments
    )


def bounds(segments: Segments) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of an outline's points and handles; zeros for an empty one."""
    across = [value for _, points in segments for value in points[::2]] or [0.0]
    down = [value for _, points in segments for value in points[1::2]] or [0.0]
    return min(across), min(down), max(across), max(down)
