"""Walks over composed items in the coordinates of the panel they stand on."""

from collections.abc import Iterator
from typing import NamedTuple

from layout.frame import Clip, Group, Item, Path, SetGlyph, TextRun
from layout.geometry import Pt, Rect
from layout.text.fonts import Face, Fonts


class Placed(NamedTuple):
    """An item with the offset of the group it stands in, and the block it belongs to."""

    item: TextRun | Path
    x: float
    y: float
    block: str


def walk(
    items: tuple[Item, ...], x: float = 0.0, y: float = 0.0, block: str = ""
) -> Iterator[Placed]:
    """Every text run and path, outermost first."""
    for item in items:
        if isinstance(item, Group):
            assert item.turn == 0, "turned groups are not measured here"
            yield from walk(item.items, x + item.x, y + item.y, item.block or block)
        elif isinstance(item, Clip):
            yield Placed(Path(item.segments), x, y, block)  # nothing is seen outside it
            yield from (
                placed
                for placed in walk(item.items, x, y, block)
                if isinstance(placed.item, TextRun)
            )
        else:
            yield Placed(item, x, y, block)


def text_box(placed: Placed, fonts: Fonts) -> Rect:
    """The box of a text run: from its first glyph to the end of its last, one em high."""
    run = placed.item
    assert isinstance(run, TextRun)
    face = fonts.face(run.face)
    left = min(glyph.x + _blank(glyph) * run.size for glyph in run.glyphs)
    right = max(glyph.x + _body(glyph, face) * run.size for glyph in run.glyphs)
    top = placed.y + run.y - 0.88 * run.size
    return Rect(Pt(placed.x + run.x + left), Pt(top), Pt(right - left), run.size)


def path_box(placed: Placed) -> Rect:
    """The box of a path's points (its handles included)."""
    path = placed.item
    assert isinstance(path, Path)
    xs = [n for _, numbers in path.segments for n in numbers[::2]]
    ys = [n for _, numbers in path.segments for n in numbers[1::2]]
    return Rect(
        Pt(placed.x + min(xs)),
        Pt(placed.y + min(ys)),
        Pt(max(xs) - min(xs)),
        Pt(max(ys) - min(ys)),
    )


_LEFT_HALF = "。、，．」』）〉》】〕｝］"


def _body(glyph: SetGlyph, face: Face) -> float:
    """How much of its cell a glyph fills, in ems: a mark in its left half fills half of it."""
    return face.advance(glyph.gid) * (0.5 if glyph.text in _LEFT_HALF and glyph.text else 1.0)


_RIGHT_HALF = "「『（〈《【〔｛［"


def _blank(glyph: SetGlyph) -> float:
    """How much of its cell is blank before the ink, in ems: half for an opening bracket."""
    return 0.5 if glyph.text in _RIGHT_HALF and glyph.text else 0.0
