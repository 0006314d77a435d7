"""Drawings placed: scaled to a box, never stretched."""

from layout.forms.shapes import rectangle
from layout.frame import Clip, Frame, Group, Ink, Item, Path, Segment, Stroke
from layout.geometry import Pt, Rect


def contained(drawing: Frame, box: Rect, across: float = 0.5, down: float = 0.5) -> Group:
    """The whole drawing as large as the box allows; ``across`` and ``down`` share out the room
    that is left beside it (0: it stands at the left, at the head; 1: at the right, at the foot).
    """
    scale = min(box.width / drawing.width, box.height / drawing.height)
    return _placed(drawing, box, scale, across, down)


def filling(drawing: Frame, box: Rect) -> Group:
    """The drawing over the whole of the box; what does not fit it reaches beyond evenly."""
    scale = max(box.width / drawing.width, box.height / drawing.height)
    return _placed(drawing, box, scale, 0.5, 0.5)


def _placed(drawing: Frame, box: Rect, scale: float, across: float, down: float) -> Group:
    x = box.x + (box.width - drawing.width * scale) * across
    y = box.y + (box.height - drawing.height * scale) * down
    return Group(Pt(x), Pt(y), scaled(drawing.items, scale))


def flag(drawing: Frame, x: float, y: float, height: float, line: Ink, weight: float) -> Group:
    """A flag in its own proportions, with a thin line round it: many are white at an edge."""
    scale = height / drawing.height
    edge = Rect(Pt(0), Pt(0), Pt(drawing.width * scale), Pt(height))
    outline = Path(rectangle(edge), stroke=Stroke(line, Pt(weight), miter=_SVG_MITER))
    return Group(Pt(x), Pt(y), (*scaled(drawing.items, scale), outline), role="figure")


_SVG_MITER = 4.0
"""What drawings have where they say nothing: the same here changes nothing from flag to flag."""


def scaled(items: tuple[Item, ...], scale: float) -> tuple[Item, ...]:
    """Shapes and clips of a drawing, ``scale`` times as large."""
    done: list[Item] = []
    for item in items:
        if isinstance(item, Path):
            stroke = item.stroke and item.stroke._replace(
                width=Pt(item.stroke.width * scale),
                dash=tuple(part * scale for part in item.stroke.dash),
            )
            done.append(item._replace(segments=_larger(item.segments, scale), stroke=stroke))
        elif isinstance(item, Clip):
            inner = scaled(item.items, scale)
            done.append(item._replace(segments=_larger(item.segments, scale), items=inner))
    return tuple(done)


def _larger(segments: tuple[Segment, ...], scale: float) -> tuple[Segment, ...]:
    return tuple((kind, tuple([value * scale for value in points])) for kind, points in segments)
