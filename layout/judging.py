"""Our own files before they take their names: each is read again and judged as a print shop would.

The preflight knows neither editions nor folds; here they meet.
"""

from collections.abc import Iterator

from layout.editions import Edition
from layout.folds import SIDES, Scheme
from layout.geometry import to_mm
from layout.preflight import FAILED, PanelBox, Report, judge, load_profile
from layout.problems import LeafletError

_GENERAL = "general"
_DEVICES = ("office", "konbini")
"""Editions that the preflight has rules of their own for, besides those of a standard."""


def judged(data: bytes, name: str, edition: Edition, scheme: Scheme) -> Report:
    """The judgement of a finished file.

    Raises LeafletError (exit code 7) with every problem where there is an error among them.
    """
    device = edition.id if edition.id in _DEVICES else _GENERAL
    standard = edition.standard.id if edition.standard else device
    sheet = (to_mm(scheme.width), to_mm(scheme.height))
    profile = load_profile("proof" if edition.notes else "default")
    report = judge(data, standard, profile, name=name, panels=panel_boxes(scheme), sheet=sheet)
    if not report.sound:
        raise LeafletError(report.problems, FAILED)
    return report


def panel_boxes(scheme: Scheme) -> tuple[PanelBox, ...]:
    """Where the panels of a fold lie on its trimmed sides."""
    return tuple(_panels(scheme))


def _panels(scheme: Scheme) -> Iterator[PanelBox]:
    for page, side in enumerate(SIDES, 1):
        for slot in scheme.on(side):
            left, top = to_mm(slot.x), to_mm(slot.y)
            right, bottom = left + to_mm(slot.width), top + to_mm(slot.height)
            yield PanelBox(page, f"P{slot.number}", left, top, right, bottom)
