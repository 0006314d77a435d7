"""Lengths, rectangles and the one orientation rule.

Every length inside the house is in points (:data:`Pt`, 1/72 inch) or in ems of the type
it belongs to (:data:`Em`).  The origin is the top left corner, x grows to the right and
y downwards; only the PDF writer turns y over, once.
"""

from typing import NewType

from layout.values import NamedTuple

Pt = NewType("Pt", float)
Em = NewType("Em", float)

POINTS_PER_MM = 72 / 25.4

CENTRE = 0.38
"""How far above the baseline the middle of the Japanese em box lies, in ems (0.88 − 0.5)."""


def mm(length: float) -> Pt:
    """A length in millimetres, as points."""
    return Pt(length * POINTS_PER_MM)


def to_mm(length: float) -> float:
    """A length in points, as millimetres."""
    return length / POINTS_PER_MM


class Rect(NamedTuple):
    """A rectangle in points: its top left corner and its size."""

    x: Pt
    y: Pt
    width: Pt
    height: Pt

    @property
    def right(self) -> Pt:
        return Pt(self.x + self.width)

    @property
    def bottom(self) -> Pt:
        return Pt(self.y + self.height)

    def grown(self, by: float) -> "Rect":
        """The rectangle with every side moved outwards by ``by`` points (inwards if negative)."""
        return Rect(
            Pt(self.x - by), Pt(self.y - by), Pt(self.width + 2 * by), Pt(self.height + 2 * by)
        )

    def meets(self, other: "Rect", tolerance: float = 0.0) -> bool:
        """Whether the two share more than ``tolerance`` points in both directions."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > tolerance
            and min(self.bottom, other.bottom) - max(self.y, other.y) > tolerance
        )

    def holds(self, other: "Rect", tolerance: float = 0.0) -> bool:
        """Whether ``other`` lies inside, give or take ``tolerance`` points."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )
