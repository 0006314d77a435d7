"""Copy-fitting: the draft in the largest type whose columns break well, its feed as open as fits."""

from typing import NamedTuple

from layout.copyfit import grid, sizes, with_lines
from layout.drafts import Draft, Studio, draft_on

Size = tuple[float, int, int]

_ROOM_LEFT = 0.97
"""How full the columns may be foretold to be: breaks cannot fall anywhere."""
_DEAR = 12.0
"""The cost of column breaks from which smaller type is tried for better ones."""
_SMALLER = 150.0
"""What smaller type costs, by the part of the size that is given up."""
_TRIED_SMALLER = 2
_TRIED_LOOSER = 3


class _Sized(NamedTuple):
    draft: Draft
    score: float


def best(studio: Studio) -> Draft:
    """The draft to print, or, where none fits, the one in the smallest type (``over`` says why)."""
    options = sizes(studio.area, studio.theme.rhythm)
    index, draft = _largest(studio, options)
    if draft.over:
        return draft
    first = _scored(studio, draft, options, index, index)
    if first.score <= _DEAR:
        return first.draft
    others = [
        _scored(studio, _at_size(studio, options[each]), options, each, index)
        for each in range(index + 1, min(index + 1 + _TRIED_SMALLER, len(options)))
    ]
    return min((first, *others), key=lambda one: one.score).draft


def _largest(studio: Studio, options: tuple[Size, ...]) -> tuple[int, Draft]:
    """The largest size that fits; its guess follows from how full a trial in the middle is."""
    tried: dict[int, Draft] = {}
    index = len(options) // 2
    while True:
        draft = tried[index] = _at_size(studio, options[index])
        aim = _foretold(draft, options, index)
        if draft.over:
            index = max(aim, index + 1)
            if index >= len(options):
                return len(options) - 1, draft
        elif aim < index and aim not in tried:
            index = aim
        else:
            return index, draft
        while index in tried:
            if not tried[index].over:
                return index, tried[index]
            if index + 1 >= len(options):
                return index, tried[index]
            index += 1


def _foretold(draft: Draft, options: tuple[Size, ...], index: int) -> int:
    """The size that the fill of this draft foretells: area goes with the square of the size."""
    likely = options[index][0] * (_ROOM_LEFT / max(draft.fill, 0.05)) ** 0.5
    fitting = [each for each, (unit, _, _) in enumerate(options) if unit <= likely]
    return fitting[0] if fitting else len(options) - 1


def _at_size(studio: Studio, size: Size) -> Draft:
    """A draft at the ideal feed, or at the least where that does not fit."""
    rhythm = studio.theme.rhythm
    draft = draft_on(studio, grid(studio.area, rhythm, size, rhythm.ideal))
    if not draft.over or draft.fill > rhythm.ideal / rhythm.least:
        return draft
    return draft_on(studio, grid(studio.area, rhythm, size, rhythm.least))


def _scored(
    studio: Studio, draft: Draft, options: tuple[Size, ...], index: int, largest: int
) -> _Sized:
    """The draft with its feed opened, and its score against the largest size that fits."""
    if draft.over or draft.cuts is None:
        return _Sized(draft, float("inf"))
    opened = _loosened(studio, draft, options[index])
    cost = opened.cuts.cost if opened.cuts else 0.0
    return _Sized(opened, cost + _SMALLER * (1 - options[index][0] / options[largest][0]))


def _loosened(studio: Studio, draft: Draft, size: Size) -> Draft:
    """The draft with the feed opened towards the theme's most, while everything still fits."""
    rhythm = studio.theme.rhythm
    likely = draft.grid.ratio / max(draft.fill, 0.05) * _ROOM_LEFT
    first = grid(studio.area, rhythm, size, min(rhythm.most, likely)).lines
    for lines in range(first, min(first + _TRIED_LOOSER, draft.grid.lines)):
        looser = draft_on(studio, with_lines(draft.grid, studio.area, lines))
        if not looser.over:
            return looser
    return draft
