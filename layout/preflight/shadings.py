"""The rules on shadings: their colour space and the ink of the colours they run through."""

from typing import TYPE_CHECKING

from layout.preflight.colour import make_paint, read_space
from layout.preflight.geometry import Box
from layout.preflight.values import Object, number

if TYPE_CHECKING:
    from layout.preflight.painting import Painting

DEEPEST = 4


def judge_shading(painting: "Painting", shading: Object, resources: Object, box: Box) -> None:
    """C1, C3, ink.total of a shading that fills a box."""
    file = painting.file
    entries = file.dictionary(shading)
    if not entries:
        painting.broken("resource")
        return
    space = read_space(entries.get("ColorSpace"), file, resources)
    painting.space(space, box, "shading")
    painting.note_reach(box, None)
    for values in _ends(painting, entries.get("Function"), 0):
        paint = make_paint(space, values)
        if paint.inks is not None:
            painting.weigh(paint.total, box)


def _ends(painting: "Painting", function: Object, depth: int) -> list[tuple[float, ...]]:
    """The colours at the ends of exponential functions and of those stitched together."""
    file = painting.file
    if depth > DEEPEST:
        return []
    if isinstance(file.resolve(function), list):
        parts = [_ends(painting, part, depth + 1) for part in file.array(function)]
        return [
            tuple(value for part in parts for value in part[end][:1])
            for end in range(min((len(part) for part in parts), default=0))
        ]
    entries = file.dictionary(function)
    kind = int(number(file.get(entries, "FunctionType"), -1))
    if kind == 2:
        return [
            tuple(number(value) for value in file.array(entries.get(key)))
            or ((0.0,) if key == "C0" else (1.0,))
            for key in ("C0", "C1")
        ]
    if kind == 3:
        parts = [_ends(painting, part, depth + 1) for part in file.array(entries.get("Functions"))]
        return [end for part in parts for end in part]
    return []
