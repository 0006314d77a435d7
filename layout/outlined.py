"""Text as shapes (アウトライン): for print shops that take no fonts.

The shapes are the faces' own outlines at the places the text had; what they say is lost to
search and copying, so only a file for a print shop is made so.
"""

from collections.abc import Iterable, Iterator

from layout.frame import UPRIGHT, Clip, Group, Item, Path, Segment, SetGlyph, TextRun
from layout.sheets import Side
from layout.text.fonts import Fonts

_HEAD = 0.88
"""Ems above its baseline from which an upright glyph hangs, amid its advance width."""


class _Outliner:
    """Makes shapes of glyphs, asking each face once for each outline."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._known: dict[tuple[str, int], tuple[Segment, ...]] = {}

    def items(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if isinstance(item, TextRun):
                shapes = (self._shape(item, glyph) for glyph in item.glyphs)
                yield from (shape for shape in shapes if shape.segments)
            elif isinstance(item, Group | Clip):
                yield item._replace(items=tuple(self.items(item.items)))
            else:
                yield item

    def _shape(self, run: TextRun, glyph: SetGlyph) -> Path:
        x, y, size = run.x + glyph.x, run.y + glyph.y, run.size
        left, low = 0.0, 0.0
        if run.stance == UPRIGHT:
            left, low = self._fonts.face(run.face).advance(glyph.gid) / 2, _HEAD
        segments = []
        for kind, points in self._outline(run.face, glyph.gid):
            moved: list[float] = []
            for right, up in zip(points[::2], points[1::2], strict=True):
                across, rise = (right - left) * size, (up - low) * size
                # A glyph that stands is turned back: its right is the line's upper side.
                moved += (x - rise, y - across) if run.stance else (x + across, y - rise)
            segments.append((kind, tuple(moved)))
        return Path(tuple(segments), fill=run.ink, lettering=True)

    def _outline(self, face: str, gid: int) -> tuple[Segment, ...]:
        key = face, gid
        if key not in self._known:
            self._known[key] = self._fonts.face(face).outline(gid)
        return self._known[key]


def outlined(sides: Iterable[Side], fonts: Fonts) -> tuple[Side, ...]:
    """The sides with every glyph as a shape in its ink."""
    outliner = _Outliner(fonts)
    return tuple(side._replace(items=tuple(outliner.items(side.items))) for side in sides)
