"""Imposition: composed panels are laid on the two sides of the sheet.

The composition is the same in every edition; what differs is how far grounds and art run
beyond (bleed) or stop before (printable area) the trim, and what stands outside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from layout.editions import Edition
from layout.folds import SIDES, Scheme, Slot
from layout.forms.shapes import rectangle
from layout.frame import Clip, Group, Item, Panel, Path, TextRun
from layout.geometry import Pt, Rect
from layout.marks import JOB_BASELINE, JOB_INDENT, printers_marks

_ON_EDGE = 1e-6
"""Points within which a panel's edge is the trim."""


class Side(NamedTuple):
    """One page: its boxes and what is drawn, in points from the medium's top left corner."""

    name: str
    media: Rect
    bleed: Rect
    trim: Rect
    items: tuple[Item, ...]


def impose(
    panels: Sequence[Panel],
    scheme: Scheme,
    edition: Edition,
    job: Mapping[str, tuple[TextRun, ...]],
) -> tuple[Side, ...]:
    """The sides of the sheet, outside first.

    ``panels`` are those of the scheme, in any order; their numbers find their slots.
    ``job`` is the line for each side's slug (:func:`layout.marks.job_lines`), set only by
    editions with marks.  Raises ValueError where panels and slots are not one to one.
    """
    if sorted(panel.number for panel in panels) != [slot.number for slot in scheme.slots]:
        raise ValueError(f"the panels are not those of {scheme.id}")
    by_number = {panel.number: panel for panel in panels}
    return tuple(_side(name, by_number, scheme, edition, job) for name in SIDES)


def _side(
    name: str,
    panels: Mapping[int, Panel],
    scheme: Scheme,
    edition: Edition,
    job: Mapping[str, tuple[TextRun, ...]],
) -> Side:
    trim = Rect(edition.slug, edition.slug, scheme.width, scheme.height)
    area = trim.grown(edition.bleed - edition.printable)
    placed = tuple((panels[slot.number], slot) for slot in scheme.on(name))
    items = (
        *_grounds(placed, trim, area),
        *_under(placed, trim, area),
        *(_group(panel.over, slot, trim) for panel, slot in placed),
        *(_slug(name, scheme, edition, trim, job) if edition.marks else ()),
    )
    return Side(name, trim.grown(edition.slug), trim.grown(edition.bleed), trim, items)


def _grounds(placed: Iterable[tuple[Panel, Slot]], trim: Rect, area: Rect) -> Iterable[Path]:
    """One rectangle for neighbours of the same ink: two that meet would show a seam."""
    for (ground, _), run in groupby(placed, key=lambda pair: (pair[0].ground, pair[1].y)):
        if ground is not None:
            faces = [_face(slot, trim, area) for _, slot in run]
            left, right = faces[0], faces[-1]
            whole = Rect(left.x, left.y, Pt(right.right - left.x), left.height)
            yield Path(rectangle(whole), fill=ground)


def _under(placed: Iterable[tuple[Panel, Slot]], trim: Rect, area: Rect) -> Iterable[Clip]:
    for panel, slot in placed:
        if panel.under:
            face = rectangle(_face(slot, trim, area))
            yield Clip(face, (_group(panel.under, slot, trim),))


def _group(items: tuple[Item, ...], slot: Slot, trim: Rect) -> Group:
    return Group(Pt(trim.x + slot.x), Pt(trim.y + slot.y), items)


def _face(slot: Slot, trim: Rect, area: Rect) -> Rect:
    """The panel on the sheet, its outer edges moved from the trim to the edges of ``area``."""
    x, y = trim.x + slot.x, trim.y + slot.y
    left = area.x if abs(x - trim.x) < _ON_EDGE else x
    top = area.y if abs(y - trim.y) < _ON_EDGE else y
    right = area.right if abs(x + slot.width - trim.right) < _ON_EDGE else x + slot.width
    bottom = area.bottom if abs(y + slot.height - trim.bottom) < _ON_EDGE else y + slot.height
    return Rect(Pt(left), Pt(top), Pt(right - left), Pt(bottom - top))


def _slug(
    name: str,
    scheme: Scheme,
    edition: Edition,
    trim: Rect,
    job: Mapping[str, tuple[TextRun, ...]],
) -> Iterable[Item]:
    folds = [fold.position for fold in scheme.folds if fold.side == name]
    yield printers_marks(trim, edition.bleed, folds)
    left, baseline = Pt(trim.x + JOB_INDENT), Pt(trim.bottom + JOB_BASELINE)
    yield Group(left, baseline, job[name], role="artifact")
