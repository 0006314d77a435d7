"""Copy-fitting: the draft in the largest type that fits, its feed opened as far as copy allows."""

from layout.copyfit import grid, sizes
from layout.drafts import Draft, Studio, draft_on


def best(studio: Studio) -> Draft:
    """The draft in the largest type that fits, its feed opened as far as the copy allows."""
    rhythm = studio.theme.rhythm
    options = sizes(studio.area, rhythm)
    tried: dict[int, Draft] = {}
    index = len(options) // 2
    while index not in tried:
        draft = tried[index] = _at_size(studio, options[index])
        aim = _next_index(draft, options, index)
        if draft.over:
            index = max(aim, index + 1)
            if index >= len(options):
                return draft
        elif aim < index:
            index = aim
    while index in tried and tried[index].over and index + 1 < len(options):
        index += 1
        if index not in tried:
            tried[index] = _at_size(studio, options[index])
    return _loosened(studio, tried[index], options[index])


def _next_index(draft: Draft, options: tuple[tuple[float, int, int], ...], index: int) -> int:
    """The size that the fill of this draft foretells: area goes with the square of the size."""
    likely = options[index][0] * (_ROOM_LEFT / max(draft.fill, 0.05)) ** 0.5
    fitting = [each for each, (unit, _, _) in enumerate(options) if unit <= likely]
    return fitting[0] if fitting else len(options) - 1


_ROOM_LEFT = 0.97
"""How full the columns may be foretold to be: breaks cannot fall anywhere."""


def _at_size(studio: Studio, size: tuple[float, int, int]) -> Draft:
    """A draft at the ideal feed, or at the least where that does not fit."""
    rhythm = studio.theme.rhythm
    draft = draft_on(studio, grid(studio.area, rhythm, size, rhythm.ideal))
    if not draft.over or draft.fill > rhythm.ideal / rhythm.least:
        return draft
    return draft_on(studio, grid(studio.area, rhythm, size, rhythm.least))


def _loosened(studio: Studio, draft: Draft, size: tuple[float, int, int]) -> Draft:
    """The draft with the feed opened towards the theme's most, while everything still fits."""
    rhythm = studio.theme.rhythm
    if draft.over:
        return draft
    ratio = min(rhythm.most, draft.grid.ratio / max(draft.fill, 0.05))
    while ratio > draft.grid.ratio * 1.01:
        found = grid(studio.area, rhythm, size, ratio)
        if found.lines >= draft.grid.lines:
            break
        looser = draft_on(studio, found)
        if not looser.over:
            return looser
        ratio *= 0.98
    return draft
