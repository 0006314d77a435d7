"""Matrices and boxes of PDF pages: points, y upwards (ISO 32000-1 8.3)."""

from math import hypot, sqrt

from layout.values import NamedTuple

MM = 25.4 / 72
"""Millimetres in a point."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Box(NamedTuple):
    """A rectangle: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def common(self, other: "Box") -> "Box | None":
        """What two boxes share (a line or a point counts); None if they are apart."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Box(left, bottom, right, top) if left <= right and bottom <= top else None

    def holds(self, other: "Box", slack: float = 0.0) -> bool:
        """Whether another box lies within this one, up to ``slack`` points."""
        return (
            self.left - slack <= other.left
            and self.bottom - slack <= other.bottom
            and self.right + slack >= other.right
            and self.top + slack >= other.top
        )


EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does ``inner`` first."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(box: tuple[float, float, float, float], matrix: Matrix) -> Box:
    """The box about a box that a matrix has moved."""
    a, b, c, d, e, f = matrix
    left, bottom, right, top = box
    if not b and not c:
        x0, x1, y0, y1 = a * left + e, a * right + e, d * bottom + f, d * top + f
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return Box(min(xs), min(ys), max(xs), max(ys))


def least_scale(matrix: Matrix) -> float:
    """The smaller of the two factors by which a matrix stretches lengths."""
    a, b, c, d, _, _ = matrix
    if not b and not c:
        return min(abs(a), abs(d))
    squares, determinant = a * a + b * b + c * c + d * d, a * d - b * c
    root = sqrt(max(squares * squares - 4 * determinant * determinant, 0.0))
    return sqrt(max((squares - root) / 2, 0.0))


def height_scale(matrix: Matrix) -> float:
    """The factor by which upright lengths grow."""
    return hypot(matrix[2], matrix[3])
