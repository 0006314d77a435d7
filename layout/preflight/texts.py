"""The rules on text where it is shown: size, black, distance from the trim."""

from typing import TYPE_CHECKING

from layout.preflight.fonts import Font
from layout.preflight.geometry import MM, Box, moved
from layout.preflight.painted import Shown
from layout.preflight.sfnt import Sfnt
from layout.preflight.state import State

if TYPE_CHECKING:
    from layout.preflight.colour import Paint
    from layout.preflight.painting import Painting


def judge_text(painting: "Painting", shown: Shown, state: State) -> None:
    """Every rule on one shown text that lies on the printed part of the page."""
    size = round(shown.size, 3)
    paint = state.fill if shown.filled else state.stroke
    _size(painting, "type.reversed" if paint.white else "type.small", size, shown)
    if is_rich_black(paint):
        under = painting.limit("black.rich-text").below(size)
        if under:
            inks = " ".join(f"{100 * amount:.0f}" for _, amount in paint.inks or ())
            painting.ledger.add(
                "black.rich-text", inks, box=shown.box, measured=size, limit=under[1],
                severity=under[0], inks=inks,
            )  # fmt: skip
    _near_trim(painting, shown, state)
    if painting.ledger.folds():
        _near_fold(painting, shown, state)


def _size(painting: "Painting", code: str, size: float, shown: Shown) -> None:
    under = painting.limit(code).below(size)
    if under:
        severity, limit = under
        painting.ledger.add(code, box=shown.box, measured=size, limit=limit, severity=severity)


def is_rich_black(paint: "Paint") -> bool:
    """Black, or as good as black, of several inks."""
    inks = dict(paint.inks or ())
    black = inks.get("Black", 0.0)
    rest = [inks.get(name, 0.0) for name in ("Cyan", "Magenta", "Yellow")]
    if black >= 0.85:
        return sum(rest) > 0.1
    return min(rest) >= 0.6 and sum(rest) + black >= 2.4


def _near_trim(painting: "Painting", shown: Shown, state: State) -> None:
    trim, limit = painting.area.trim, painting.limit("text.near-trim")
    widest = max(limit.warning or 0.0, limit.error or 0.0) / MM
    if trim is None or not widest:
        return
    slack = 0.3 * shown.size + widest
    if trim.holds(shown.box, -slack) or shown.box.common(trim) is None:
        return
    for box in glyph_boxes(shown, state):
        seen = box.common(state.clip)
        if seen is None or seen.common(trim) is None:
            continue
        distance = MM * min(
            seen.left - trim.left,
            trim.right - seen.right,
            seen.bottom - trim.bottom,
            trim.top - seen.top,
        )
        under = limit.below(round(distance, 2))
        if under:
            painting.ledger.add(
                "text.near-trim", box=seen, measured=round(distance, 2), limit=under[1],
                severity=under[0],
            )  # fmt: skip


def _near_fold(painting: "Painting", shown: Shown, state: State) -> None:
    """text.near-fold: by how much text keeps clear of the nearest fold (below 0: it crosses)."""
    limit = painting.limit("text.near-fold")
    widest = max(limit.warning or 0.0, limit.error or 0.0) / MM
    for axis, position in painting.ledger.folds():
        coarse = _clearance(shown.box, axis, position)
        if coarse >= widest:
            continue
        seen = [box.common(state.clip) for box in glyph_boxes(shown, state)]
        boxes = [box for box in seen if box is not None]
        nearest = min(boxes, key=lambda box: _clearance(box, axis, position), default=None)
        if nearest is None:
            continue
        distance = round(_clearance(nearest, axis, position) * MM, 2)
        under = limit.below(distance)
        if under:
            painting.ledger.add(
                "text.near-fold", f"{axis}{position:.0f}", box=nearest, measured=distance,
                limit=under[1], severity=under[0],
            )  # fmt: skip


def _clearance(box: Box, axis: str, position: float) -> float:
    if axis == "x":
        return max(box.left - position, position - box.right)
    return max(box.bottom - position, position - box.top)


def glyph_boxes(shown: Shown, state: State) -> list[Box]:
    """The boxes of the glyphs' ink on the page, as exactly as the font program tells."""
    font, pen, boxes = shown.font, 0.0, []
    program = font.program
    size = state.size or 1.0
    for item in shown.items:
        if not isinstance(item, bytes):
            pen -= float(item) / 1000 * (-1 if font.vertical else 1)  # it is taken off y, too
            continue
        for code in font.codes(item):
            width = font.width([code]) / 1000
            step = width + state.spacing / size
            extent = _extent(font, program, code, width)
            if extent is not None:
                left, bottom, right, top = extent
                shift = (-0.5, -pen - 0.88) if font.vertical else (pen, 0.0)
                place = (left + shift[0], bottom + shift[1], right + shift[0], top + shift[1])
                boxes.append(moved(place, shown.matrix))
            pen += step
    return boxes


def _extent(
    font: Font, program: Sfnt | bytes | None, code: int, width: float
) -> tuple[float, float, float, float] | None:
    """A glyph's ink in sizes of the font; None for a space."""
    glyph = font.glyph(code)
    if isinstance(program, Sfnt) and "glyf" in program.tables and glyph is not None:
        box = program.outline(glyph)
        return None if box is None else tuple(value / 1000 for value in box)  # type: ignore[return-value]
    if not font.composite and code == 32:
        return None
    return 0.0, max(font.lower, -120.0) / 1000, width, min(font.upper, 880.0) / 1000
