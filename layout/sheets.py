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
from layout.frame import Clip, Group, Ink, Item, Panel, Path, TextRun
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


def single(panels: Sequence[Panel]) -> tuple[Side, ...]:
    """Every panel as a page of its own, in the order of reading and the right way up."""
    return tuple(_page(panel) for panel in sorted(panels, key=lambda panel: panel.number))


def _page(panel: Panel) -> Side:
    face = Rect(Pt(0.0), Pt(0.0), panel.width, panel.height)
    outline = rectangle(face)
    ground = (Path(outline, fill=panel.ground),) if panel.ground else ()
    under = (Clip(outline, panel.under),) if panel.under else ()
    items = (*ground, *under, *panel.over)
    return Side(f"P{panel.number}", face, face, face, items)


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
    whole: list[tuple[Ink, Rect]] = []
    for (ground, _), run in groupby(placed, key=lambda pair: (pair[0].ground, pair[1].y)):
        if ground is not None:
            faces = [_face(slot, trim, area) for _, slot in run]
            row = _joined(faces[0], faces[-1])
            above = [each for each in whole if each[0] == ground and _carries_on(each[1], row)]
            for each in above:
                whole.remove(each)
                row = _joined(each[1], row)
            whole.append((ground, row))
    return (Path(rectangle(face), fill=ground) for ground, face in whole)


def _joined(first: Rect, last: Rect) -> Rect:
    """From the top left of the one to the bottom right of the other."""
    return Rect(first.x, first.y, Pt(last.right - first.x), Pt(last.bottom - first.y))


def _carries_on(above: Rect, below: Rect) -> bool:
    """Whether the one is as wide as the other and ends where that begins."""
    pairs = ((above.x, below.x), (above.width, below.width), (above.bottom, below.y))
    return all(abs(one - other) < _ON_EDGE for one, other in pairs)


def _under(placed: Iterable[tuple[Panel, Slot]], trim: Rect, area: Rect) -> Iterable[Clip]:
    for panel, slot in placed:
        if panel.under:
            face = rectangle(_face(slot, trim, area))
            yield Clip(face, (_group(panel.under, slot, trim),))


def _group(items: tuple[Item, ...], slot: Slot, trim: Rect) -> Group:
    """A panel's items in its place; one that lies upside down begins at its other corner."""
    x, y = trim.x + slot.x, trim.y + slot.y
    if slot.turn:
        x, y = x + slot.width, y + slot.height
    return Group(Pt(x), Pt(y), items, turn=slot.turn)


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
    folds = sorted({(each.axis, each.position) for each in scheme.folds if each.side == name})
    yield printers_marks(trim, edition.bleed, folds)
    left, baseline = Pt(trim.x + JOB_INDENT), Pt(trim.bottom + JOB_BASELINE)
    yield Group(left, baseline, job[name], role="artifact")
