"""Printers' marks (トンボ) and the job line, drawn in the slug: nothing inside the bleed.

Lengths and shapes are those of Japanese practice: a corner mark is two L strokes whose legs
stand on the trim and on the bleed, so that both can be read off it.
"""

from collections.abc import Iterable
from itertools import chain

from layout.captions import caption
from layout.editions import Edition
from layout.folds import OPENING_NAMES, SIDE_NAMES, SIDES, Scheme
from layout.frame import REGISTRATION, Ink, Path, Segment, Stroke, TextRun
from layout.geometry import Pt, Rect, mm
from layout.text.fonts import Fonts

LINE = Pt(0.3)
"""Width of the marks; print shops flag lines of 0.25 pt and less."""

ARM_END = mm(12)
"""How far from the trim the arms of a corner mark end."""

CENTRE_BAR, CENTRE_LEG, FOLD_MARK = mm(20), mm(10), mm(7)

JOB_SIZE = Pt(7.0)
JOB_INDENT, JOB_BASELINE = mm(5), mm(13.5)
"""How far from the trim's left and below it the job line begins: clear of all marks."""


Point = tuple[float, float]
FoldLine = tuple[str, float]


def printers_marks(
    trim: Rect, bleed: float, folds: Iterable[FoldLine], ink: Ink = REGISTRATION
) -> Path:
    """Corner, centre and fold marks about a trimmed side.

    ``bleed`` is its width; ``folds`` are the axes of the side's folds (``x``: upright, ``y``:
    level) with their distances from the trim's left or top.
    """
    near = bleed + LINE / 2  # the line itself stays outside the bleed
    lines = chain(
        _corner_marks(trim, near),
        _centre_marks(trim, near),
        _fold_marks(trim, near, folds),
    )
    segments = chain.from_iterable(_polyline(line) for line in lines)
    return Path(tuple(segments), stroke=Stroke(ink, LINE))


def _polyline(points: tuple[Point, ...]) -> Iterable[Segment]:
    return (("M" if index == 0 else "L", point) for index, point in enumerate(points))


def _corner_marks(trim: Rect, near: float) -> Iterable[tuple[Point, ...]]:
    for x, out_x in ((trim.x, -1), (trim.right, 1)):
        for y, out_y in ((trim.y, -1), (trim.bottom, 1)):
            near_x, far_x = x + out_x * near, x + out_x * ARM_END
            near_y, far_y = y + out_y * near, y + out_y * ARM_END
            yield (x, far_y), (x, near_y), (far_x, near_y)
            yield (far_x, y), (near_x, y), (near_x, far_y)


def _centre_marks(trim: Rect, near: float) -> Iterable[tuple[Point, ...]]:
    middle_x, middle_y = trim.x + trim.width / 2, trim.y + trim.height / 2
    half = CENTRE_BAR / 2
    for y, out in ((trim.y, -1), (trim.bottom, 1)):
        bar = y + out * near
        yield (middle_x - half, bar), (middle_x + half, bar)
        yield (middle_x, bar), (middle_x, bar + out * CENTRE_LEG)
    for x, out in ((trim.x, -1), (trim.right, 1)):
        bar = x + out * near
        yield (bar, middle_y - half), (bar, middle_y + half)
        yield (bar, middle_y), (bar + out * CENTRE_LEG, middle_y)


def _fold_marks(trim: Rect, near: float, folds: Iterable[FoldLine]) -> Iterable[tuple[Point, ...]]:
    """A line at both ends of every fold."""
    far = near + FOLD_MARK
    for axis, position in folds:
        if axis == "x":
            x = trim.x + position
            yield (x, trim.y - near), (x, trim.y - far)
            yield (x, trim.bottom + near), (x, trim.bottom + far)
        else:
            y = trim.y + position
            yield (trim.x - near, y), (trim.x - far, y)
            yield (trim.right + near, y), (trim.right + far, y)


def job_lines(
    id: str, issued: str, scheme: Scheme, edition: Edition, fonts: Fonts
) -> dict[str, tuple[TextRun, ...]]:
    """What is written in the slug of each side: document, fold, side and page, edition, date.

    The lines begin at 0 on their baseline and are set smaller where they would run into the
    centre mark.
    """
    room = scheme.width / 2 - CENTRE_BAR - JOB_INDENT
    return {
        side: caption(
            f"{id}   {scheme.id}{_unusual(scheme)}"
            f"   {SIDE_NAMES[side]} {page}/{len(SIDES)}"
            f"   {edition.id}   {issued}{_inks(edition)}",
            JOB_SIZE,
            fonts,
            room,
        ).runs
        for page, side in enumerate(SIDES, 1)
    }


def _inks(edition: Edition) -> str:
    """The inks of a two-colour job, under their own names whatever plates carry them."""
    if edition.spot is None:
        return ""
    plate = edition.plates.partition("+")[2].upper()
    instead = f"（{plate}版）" if plate else ""
    return f"   2色：墨＋{edition.spot.name}{instead}"


def _unusual(scheme: Scheme) -> str:
    """The opening, where it is not what horizontal text has."""
    return "" if scheme.opening == "left" else f"   {OPENING_NAMES[scheme.opening]}"
