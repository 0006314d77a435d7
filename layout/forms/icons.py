"""Small drawn signs, each on a field of 20 × 20 with its centre at 0, 0."""

from layout.forms.shapes import Point, Segments, circle, evenly_rounded, open_line, polygon, through
from layout.frame import Ink, Item, Path, Segment, Stroke
from layout.geometry import Pt, Rect


def _box(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(Pt(x), Pt(y), Pt(width), Pt(height))


_PIN: Segments = (
    ("M", (0.0, 9.0)),
    ("C", (-2.0, 5.4, -6.2, 2.4, -6.2, -2.2)),
    ("C", (-6.2, -5.8, -3.4, -8.4, 0.0, -8.4)),
    ("C", (3.4, -8.4, 6.2, -5.8, 6.2, -2.2)),
    ("C", (6.2, 2.4, 2.0, 5.4, 0.0, 9.0)),
    ("Z", ()),
    *circle(0, -2.2, 2.3),
)
_PHONE: Segments = (
    ("M", (-5.0, -8.2)),
    ("L", (-7.6, -5.8)),
    ("C", (-8.8, 1.0, -1.0, 8.8, 5.8, 7.6)),
    ("L", (8.2, 5.0)),
    ("L", (4.2, 1.8)),
    ("L", (1.9, 3.6)),
    ("C", (-0.9, 2.4, -2.4, 0.9, -3.6, -1.9)),
    ("L", (-1.8, -4.2)),
    ("Z", ()),
)
_FAX: Segments = (
    *open_line(((-4.4, -2.6), (-4.4, -8.0), (4.4, -8.0), (4.4, -2.6))),
    *evenly_rounded(_box(-8, -2.6, 16, 8), 1.6),
    *polygon(((-4.4, 2.0), (4.4, 2.0), (4.4, 8.0), (-4.4, 8.0))),
)
_MAIL: Segments = (
    *evenly_rounded(_box(-8, -5.8, 16, 11.6), 1.4),
    *open_line(((-7.2, -4.6), (0.0, 1.6), (7.2, -4.6))),
)
_GLOBE: Segments = (
    *circle(0, 0, 7.8),
    *open_line(((-7.8, 0.0), (7.8, 0.0))),
    *through(((0.0, -7.8), (-3.6, 0.0), (0.0, 7.8))),
    *through(((0.0, -7.8), (3.6, 0.0), (0.0, 7.8))),
)
_CHECK: Segments = open_line(((-5.2, 0.4), (-1.4, 4.2), (5.6, -4.0)))
_CALENDAR: Segments = (
    *evenly_rounded(_box(-7.6, -6.4, 15.2, 14), 1.4),
    *open_line(((-7.6, -2.2), (7.6, -2.2))),
    *open_line(((-3.8, -8.6), (-3.8, -4.4))),
    *open_line(((3.8, -8.6), (3.8, -4.4))),
)
_CLOCK: Segments = (*circle(0, 0, 7.8), *open_line(((0.0, -4.6), (0.0, 0.0), (3.4, 2.2))))
_SCISSORS: Segments = (
    *circle(-5.6, -3.4, 2.5),
    *circle(-5.6, 3.4, 2.5),
    *open_line(((-3.6, -1.9), (8.4, 5.2))),
    *open_line(((-3.6, 1.9), (8.4, -5.2))),
)

ICONS: dict[str, Segments] = {
    "pin": _PIN,
    "phone": _PHONE,
    "fax": _FAX,
    "mail": _MAIL,
    "globe": _GLOBE,
    "check": _CHECK,
    "calendar": _CALENDAR,
    "clock": _CLOCK,
    "scissors": _SCISSORS,
}


def icon(name: str, centre: Point, size: float, ink: Ink, weight: float) -> Item:
    """The sign ``name`` about ``centre``, ``size`` points high, in lines of ``weight`` points."""
    return Path(
        placed(ICONS[name], centre, size / 20), stroke=Stroke(ink, Pt(weight), "round", "round")
    )


def placed(segments: Segments, centre: Point, scale: float) -> Segments:
    """The segments scaled about 0, 0 and moved so that 0, 0 falls on ``centre``."""
    return tuple(_moved(segment, centre, scale) for segment in segments)


def _moved(segment: Segment, centre: Point, scale: float) -> Segment:
    operator, numbers = segment
    return operator, tuple(
        centre[index % 2] + number * scale for index, number in enumerate(numbers)
    )
