"""Our own files before they take their names: each is read again and judged as a print shop would.

The preflight knows neither editions nor folds; here they meet.
"""

from collections.abc import Iterator, Sequence

from layout.editions import Edition
from layout.folds import SIDES, Scheme
from layout.geometry import to_mm
from layout.preflight import FAILED, PanelBox, Report, judge, load_profile
from layout.problems import LeafletError

_GENERAL = "general"
_DEVICES = {"office": "office", "konbini": "konbini", "large": "office", "screen": "screen"}
"""Editions that the preflight has rules of their own for, besides those of a standard."""


def judged(data: bytes, name: str, edition: Edition, *sheets: Scheme) -> Report:
    """The judgement of a finished file of one or more folded sheets.

    Raises LeafletError (exit code 7) with every problem where there is an error among them.
    """
    device = _DEVICES.get(edition.id, _GENERAL)
    scheme = sheets[0]
    standard = edition.standard.id if edition.standard else device
    panelled = edition.pages == "panel"
    sheet = None if panelled else (to_mm(scheme.width), to_mm(scheme.height))
    boxes = () if panelled else panel_boxes(*sheets)
    profile = load_profile("proof" if edition.notes else "default")
    pages = len(SIDES) * len(sheets)
    report = judge(data, standard, profile, name=name, panels=boxes, sheet=sheet, sides=pages)
    if not report.sound:
        raise LeafletError(report.problems, FAILED)
    return report


def panel_boxes(*sheets: Scheme) -> tuple[PanelBox, ...]:
    """Where the panels of folded sheets lie on their trimmed sides."""
    return tuple(_panels(sheets))


def _panels(sheets: Sequence[Scheme]) -> Iterator[PanelBox]:
    sides = ((scheme, side) for scheme in sheets for side in SIDES)
    for page, (scheme, side) in enumerate(sides, 1):
        for slot in scheme.on(side):
            left, top = to_mm(slot.x), to_mm(slot.y)
            right, bottom = left + to_mm(slot.width), top + to_mm(slot.height)
            yield PanelBox(page, f"P{slot.number}", left, top, right, bottom)
