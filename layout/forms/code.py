"""A QR code as a drawing: black alone on bare paper, with its quiet zone."""

import re

from layout.forms.shapes import evenly_rounded, filled
from layout.frame import BLACK, PAPER, Frame, Path, Segment
from layout.geometry import Pt, Rect

LEAST_MODULE = 1.2
"""The side of a module in points: 0.42 mm, what telephones' cameras read from a hand's breadth."""

_PER_UNIT = 0.135
"""The side of a module in units, where the type is large."""

_CORNER = 1.5
_ROUND = 0.5
"""Round corners, and the rim that leaves the whole quiet zone inside them, in modules."""

_DARK = re.compile("1+")


def module_of(unit: float) -> float:
    """The side of a module beside type of ``unit`` points, in whole tenths of a point."""
    return max(LEAST_MODULE, round(unit * _PER_UNIT, 1))


def code(text: str, module: float) -> Frame:
    """The symbol of a text in modules of ``module`` points, as one path of rectangles."""
    from layout.qr import QUIET, symbol  # late: few leaflets have one

    rows = symbol(text.encode("utf-8"))
    start = QUIET + _ROUND
    side = (len(rows) + 2 * start) * module
    edges = [(start + at) * module for at in range(len(rows) + 1)]
    dark: list[Segment] = [
        ("R", (edges[run.start()], edges[y], edges[run.end()], edges[y + 1]))
        for y, row in enumerate(rows)
        for run in _DARK.finditer(row)
    ]
    box = Rect(Pt(0), Pt(0), Pt(side), Pt(side))
    ground = filled(evenly_rounded(box, _CORNER * module), PAPER)
    return Frame(Pt(side), Pt(side), (ground, Path(tuple(dark), fill=BLACK)))
