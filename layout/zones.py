"""Zones of a panel: grounds from edge to edge, into the bleed, as high as what stands on them.

A zone follows its slices: where they are poured it lies, and it takes its share of the white
space about them.  Which of its grounds it gets is told last, so that no two neighbours, on the
panel or across a fold, run together in one colour.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from layout.forms.shapes import filled, rectangle
from layout.frame import Clip, Group, Ink, Item, Path, TextRun
from layout.galley import Case, Galley, Slice, Zone
from layout.geometry import Pt, Rect
from layout.theme import Ground

BEYOND = 14.0
"""How far a zone runs beyond its panel, in points: more than any bleed; imposition cuts it."""

_SAME_ABOVE = 10.0
_SAME_BESIDE = 4.0
"""What it costs a zone to have the ground of the one above it, or of one beside it all along."""


class Stretch(NamedTuple):
    """A zone on a column: where its slices begin and end there, in points from the panel's head."""

    zone: Zone | None
    top: float
    bottom: float


class Strip(NamedTuple):
    """A part of a panel between its left and right edge, or those of its columns, with the
    stretches on it from the head down."""

    side: str
    x: float
    left: float
    right: float
    height: float
    stretches: tuple[Stretch, ...]


class Field(NamedTuple):
    """A zone's place on the paper: ``box`` on its panel, ``across`` where it lies on its side of
    the sheet, and whether it is the first and the last of its strip."""

    zone: Zone
    strip: int
    box: Rect
    first: bool
    last: bool


def fields(strips: Sequence[Strip]) -> tuple[Field, ...]:
    """Where the zones of all strips lie, edge to edge."""
    found: list[Field] = []
    for index, strip in enumerate(strips):
        joined = _joined(strip.stretches)
        if not joined:
            continue
        tops = [0.0, *(_edge(a, b) for a, b in zip(joined, joined[1:], strict=False))]
        for place, (stretch, top) in enumerate(zip(joined, tops, strict=True)):
            last = place == len(joined) - 1
            bottom = strip.height if last else tops[place + 1]
            box = Rect(Pt(strip.left), Pt(top), Pt(strip.right - strip.left), Pt(bottom - top))
            if stretch.zone is not None:
                found.append(Field(stretch.zone, index, box, place == 0, last))
    return tuple(found)


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for stretch in stretches:
        if joined and joined[-1].zone is stretch.zone:
            joined[-1] = joined[-1]._replace(bottom=stretch.bottom)
        else:
            joined.append(stretch)
    return joined


def _edge(above: Stretch, below: Stretch) -> float:
    if below.zone is not None and below.zone.hangs:
        return below.top
    return (above.bottom + below.top) / 2


def grounds(strips: Sequence[Strip], found: Sequence[Field]) -> Mapping[int, Ground]:
    """The ground of every zone, by its identity: its own where it has one, else the first in its
    order that none of its neighbours has."""
    chosen: dict[int, Ground] = {}
    for field in found:
        if len(field.zone.grounds) == 1:
            chosen[id(field.zone)] = field.zone.grounds[0]
    for index, field in enumerate(found):
        if id(field.zone) not in chosen:
            others = [each for each in found if id(each.zone) in chosen]
            above = found[index - 1] if index and not field.first else None
            chosen[id(field.zone)] = min(
                field.zone.grounds,
                key=lambda ground: _cost(ground, field, above, others, chosen, strips),
            )
    return chosen


def _cost(
    ground: Ground,
    field: Field,
    above: Field | None,
    others: Sequence[Field],
    chosen: Mapping[int, Ground],
    strips: Sequence[Strip],
) -> float:
    order = [each.name for each in field.zone.grounds]
    place = order.index(ground.name)
    wanted = 0 if field.first else len(order) - 1 if field.last else 1
    cost = float(abs(place - wanted))
    if above is not None and chosen.get(id(above.zone)) == ground:
        cost += _SAME_ABOVE
    if not _paper(ground.ink):
        for other in others:
            if chosen[id(other.zone)] == ground:
                cost += _SAME_BESIDE * _beside(field, other, strips)
    return cost


def _paper(ink: Ink) -> bool:
    return not any(ink.cmyk)


def _beside(one: Field, other: Field, strips: Sequence[Strip]) -> float:
    """The part of a field's height along which another lies beside it."""
    a, b = strips[one.strip], strips[other.strip]
    left, right = (a, b) if a.x + a.left < b.x + b.left else (b, a)
    touching = abs(left.x + left.right - right.x - right.left) < 1.0
    if a.side != b.side or one.strip == other.strip or not touching:
        return 0.0
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.y, other.box.y)
    return max(0.0, shared) / max(1.0, one.box.height)


def painted(field: Field, ground: Ground, strip: Strip, width: float) -> Path:
    """The field as an area that runs beyond the edges of its panel."""
    box = field.box
    left = -BEYOND if box.x < 1.0 else box.x
    right = width + BEYOND if box.right > width - 1.0 else box.right
    top = -BEYOND if field.first else box.y
    bottom = strip.height + BEYOND if field.last else box.bottom
    area = Rect(Pt(left), Pt(top), Pt(right - left), Pt(bottom - top))
    return filled(rectangle(area), ground.ink)


def grounded(galley: Galley, chosen: Mapping[int, Ground]) -> Galley:
    """The galley in the inks that are read on the grounds of its zones."""
    cases: dict[int, Case] = {}
    return tuple(_on_ground(piece, chosen, cases) for piece in galley)


def _on_ground(piece: Slice, chosen: Mapping[int, Ground], cases: dict[int, Case]) -> Slice:
    ground = chosen.get(id(piece.zone))
    if ground is None or not ground.instead:
        return piece
    instead, joint, case = ground.instead, piece.joint, piece.case
    if case is not None and case.opaque:
        return piece
    if case is not None:
        backing = case.ground
        case = cases.setdefault(
            id(case),
            Case(
                lambda *given: reinked(backing(*given), instead),
                *(case.top, case.bottom, case.stretch),
            ),
        )
    return piece._replace(
        items=reinked(piece.items, instead),
        joint=joint and (lambda gap: reinked(joint(gap), instead)),
        case=case,
    )


def reinked(items: tuple[Item, ...], instead: Mapping[Ink, Ink]) -> tuple[Item, ...]:
    """The items with some inks replaced, but for figures and signs: they bring their own."""
    return tuple([_reinked(item, instead) for item in items])


def _reinked(item: Item, instead: Mapping[Ink, Ink]) -> Item:
    if isinstance(item, TextRun):
        return item._replace(ink=instead[item.ink]) if item.ink in instead else item
    if isinstance(item, Path):
        fill = instead.get(item.fill, item.fill) if item.fill else None
        stroke = item.stroke
        if stroke is not None and stroke.ink in instead:
            stroke = stroke._replace(ink=instead[stroke.ink])
        return item._replace(fill=fill, stroke=stroke)
    if isinstance(item, Group | Clip):
        if isinstance(item, Group) and item.role in _OWN:
            return item
        return item._replace(items=reinked(item.items, instead))
    return item


_OWN = ("figure", "sign")
