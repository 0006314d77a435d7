"""The geometry of a folded format as plain values, for templates of print shops and designers.

Every length is in millimetres, to a thousandth; x grows to the right and y downwards from the
trimmed side's top left corner, each side seen from its own front.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from layout.editions import PRESS
from layout.folds import (
    KIND_NAMES,
    OPENING_NAMES,
    ROLE_NAMES,
    SIDE_NAMES,
    SIDES,
    Fold,
    Scheme,
    Slot,
)
from layout.geometry import Rect, to_mm

VERSION = 1
"""Of the values.  Raised when one changes its meaning or goes."""


def template(scheme: Scheme) -> dict[str, Any]:
    """A format: its sheet, its boxes on the print shop's medium, its panels and folds."""
    trim = Rect(PRESS.slug, PRESS.slug, scheme.width, scheme.height)
    return {
        "id": scheme.id,
        "name": {"ja": scheme.name_ja, "en": scheme.name_en},
        "unit": "mm",
        "opening": scheme.opening,
        "opening_ja": OPENING_NAMES[scheme.opening],
        "sheet": {"width": _mm(scheme.width), "height": _mm(scheme.height)},
        "bleed": _mm(PRESS.bleed),
        "media": _box(trim.grown(PRESS.slug)),
        "bleed_box": _box(trim.grown(PRESS.bleed)),
        "trim_box": _box(trim),
        "allowance": _mm(scheme.allowance),
        "stages": [list(stage) for stage in scheme.stages],
        "sides": [_side(scheme, side, page) for page, side in enumerate(SIDES, 1)],
    }


def templates(schemes: Sequence[Scheme]) -> str:
    """Formats as JSON, pure ASCII so that any console can carry it."""
    import json

    values = {"version": VERSION, "folds": [template(scheme) for scheme in schemes]}
    return json.dumps(values, indent=2) + "\n"


def listing(schemes: Iterable[Scheme], language: str) -> str:
    """A line for every format."""
    return "".join(
        f"{scheme.id:<14} {_size(scheme):<14} {_name(scheme, language)}\n" for scheme in schemes
    )


def described(scheme: Scheme, language: str) -> str:
    """A format for people: both sides from left to right, row by row, and the order of opening."""
    japanese = language == "ja"
    opening = OPENING_NAMES[scheme.opening] if japanese else f"opens to the {scheme.opening}"
    lines = [f"{scheme.id}   {_size(scheme)}   {_name(scheme, language)}   {opening}"]
    for side in SIDES:
        panels = "  |  ".join(_shown(slot, japanese) for slot in scheme.on(side))
        lines.append(f"{SIDE_NAMES[side] if japanese else side}:  {panels}")
        folds = (_crease(fold, scheme, japanese) for fold in scheme.folds if fold.side == side)
        lines.append(f"    {'折り線' if japanese else 'folds'}:  {'  '.join(folds)}")
    stages = (" ".join(f"P{number}" for number in stage) for stage in scheme.stages)
    lines.append(f"{'開く順' if japanese else 'opening'}:  {' → '.join(stages)}")
    return "\n".join(lines) + "\n"


def _name(scheme: Scheme, language: str) -> str:
    return scheme.name_ja if language == "ja" else scheme.name_en


def _size(scheme: Scheme) -> str:
    return f"{_mm(scheme.width):g} × {_mm(scheme.height):g} mm"


def _shown(slot: Slot, japanese: bool) -> str:
    turned = (" 天地逆" if japanese else " upside down") if slot.turn else ""
    role = ROLE_NAMES[slot.role] if japanese else slot.role
    return f"P{slot.number} {role} {_mm(slot.width):g} × {_mm(slot.height):g}{turned}"


def _crease(fold: Fold, scheme: Scheme, japanese: bool) -> str:
    kind = KIND_NAMES[fold.kind] if japanese else fold.kind
    across, length = ("y", scheme.height) if fold.axis == "x" else ("x", scheme.width)
    part = "" if fold.end - fold.start > length - 1 else _part(fold, across)
    return f"({fold.order}) {fold.axis} = {_mm(fold.position):g}{part} {kind}"


def _part(fold: Fold, across: str) -> str:
    return f" ({across} {_mm(fold.start):g}–{_mm(fold.end):g})"


def _side(scheme: Scheme, side: str, page: int) -> dict[str, Any]:
    return {
        "side": side,
        "name_ja": SIDE_NAMES[side],
        "page": page,
        "panels": [_panel(slot) for slot in scheme.on(side)],
        "folds": [_fold(fold) for fold in scheme.folds if fold.side == side],
    }


def _panel(slot: Slot) -> dict[str, Any]:
    return {
        "number": slot.number,
        "role": slot.role,
        "name_ja": ROLE_NAMES[slot.role],
        **_box(Rect(slot.x, slot.y, slot.width, slot.height)),
        "turn": slot.turn,
    }


def _fold(fold: Fold) -> dict[str, Any]:
    return {
        "axis": fold.axis,
        "position": _mm(fold.position),
        "start": _mm(fold.start),
        "end": _mm(fold.end),
        "kind": fold.kind,
        "kind_ja": KIND_NAMES[fold.kind],
        "order": fold.order,
    }


def _box(box: Rect) -> dict[str, float]:
    x, y, width, height = map(_mm, box)
    return {"x": x, "y": y, "width": width, "height": height}


def _mm(length: float) -> float:
    return round(to_mm(length), 3) + 0.0
