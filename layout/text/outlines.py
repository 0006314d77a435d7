"""Outlines of glyphs, as HarfBuzz draws them: variable fonts at their pinned weight."""

from typing import Any

from layout.frame import Segment


def draw(font: Any, gid: int, upem: int) -> tuple[Segment, ...]:
    """The outline in ems from the glyph's origin, y upwards; curves are cubic."""
    pen = _Pen(upem)
    font.draw_glyph_with_pen(gid, pen)
    return tuple(pen.segments)


class _Pen:
    """Takes an outline in font units (the pen protocol of fontTools)."""

    def __init__(self, upem: int) -> None:
        self._upem = upem
        self._at = (0.0, 0.0)
        self.segments: list[Segment] = []

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic curve as the cubic one that is the same."""
        control, end = points
        inner = [
            (a + 2 * (c - a) / 3, b + 2 * (d - b) / 3)
            for (a, b), (c, d) in ((self._at, control), (end, control))
        ]
        self._add("C", *inner, end)

    def closePath(self) -> None:  # noqa: N802
        self.segments.append(("Z", ()))

    def endPath(self) -> None:  # noqa: N802
        self.closePath()

    def _add(self, kind: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        scaled = tuple(value / self._upem for point in points for value in point)
        self.segments.append((kind, scaled))
