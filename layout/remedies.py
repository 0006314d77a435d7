"""What would make a leaflet fit that does not: every remedy named has been tried."""

from itertools import islice

from layout.copyfit import Grid
from layout.document import texts
from layout.drafts import Draft, Overflow, Studio, draft_on, regions, studio_of
from layout.fitting import fits
from layout.folds import Scheme
from layout.geometry import to_mm
from layout.problems import Problem, problem
from layout.shorten import shortened


def remedied(studio: Studio, draft: Draft, others: tuple[Scheme, ...]) -> tuple[Problem, ...]:
    """The overflows as problems, each with remedies that have been tried."""
    leaflet, theme, setter = studio.leaflet, studio.theme, studio.setter
    cuts: dict[str, int] = {}
    for overflow in draft.over:
        cuts[overflow.region] = _characters_too_many(studio, draft.grid, overflow)
    roomy = (
        other.id
        for other in sorted(others, key=lambda other: _smaller_last(studio.scheme, other))
        if other.id != studio.scheme.id and fits(studio_of(leaflet, other, theme, setter))
    )
    folds = list(islice(roomy, _MOST_FOLDS))
    return tuple(
        _too_long(studio, overflow, draft.grid, cuts[overflow.region], folds)
        for overflow in draft.over
    )


_MOST_FOLDS = 4
"""How many other folds are named: those on the nearest larger paper first."""


def _smaller_last(scheme: Scheme, other: Scheme) -> tuple[bool, float]:
    area = other.width * other.height
    return area < scheme.width * scheme.height - 1, area


def _characters_too_many(studio: Studio, grid: Grid, overflow: Overflow) -> int:
    """The least number of characters, in tens, whose cutting lets the region fit; 0: none does."""
    block = _index(studio, overflow)

    def still_over(tens: int) -> bool:
        cut = shortened(studio.leaflet, overflow.region, block, tens * 10)
        other = studio._replace(leaflet=cut, **regions(cut, studio.theme))
        return any(each.region == overflow.region for each in draft_on(other, grid).over)

    written = sum(map(len, texts(getattr(studio.leaflet, overflow.region)))) // 10 + 1
    if still_over(written):
        return 0
    least, most = 0, written
    step = max(1, int(written * overflow.share))
    while least + step < most and still_over(least + step):
        least += step
        step *= 2
    most = min(most, least + step)
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if still_over(middle) else (least, middle)
    return most * 10


def _index(studio: Studio, overflow: Overflow) -> int:
    """Where the block that an overflow names stands in its region (the cover: 0)."""
    named = {"body": studio.body, "back": studio.back}.get(overflow.region, ())
    return next((at for at, (name, _) in enumerate(named) if name == overflow.name), 0)


def _too_long(
    studio: Studio, overflow: Overflow, grid: Grid, characters: int, folds: list[str]
) -> Problem:
    named = dict((*studio.body, *studio.back))
    block = named.get(overflow.name)
    lines = max(1, -int(-overflow.over // grid.step))
    code = "does-not-fit" if folds else "does-not-fit-any-fold"
    return problem(
        code if characters else "blocks-do-not-fit",
        block.source if block else studio.leaflet.cover.source,
        block=overflow.name,
        panel=f"P{overflow.slot.number}",
        role=overflow.slot.role,
        mm_over=round(to_mm(overflow.over), 1),
        lines_over=lines,
        size=f"{grid.unit:.1f}",
        characters=characters,
        folds=", ".join(folds) or "—",
    )
