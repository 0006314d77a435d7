"""Copy-fitting: the largest type whose columns break well, its line feed as open as fits."""

from layout.copyfit import grid, sizes, with_lines
from layout.document import Contact, texts
from layout.drafts import Draft, Studio, draft_on, would_fit
from layout.values import NamedTuple

Size = tuple[float, int, int]

_ROOM_LEFT = 0.97
"""How full the columns may be foretold to be: breaks cannot fall anywhere."""
_DEAR = 12.0
"""The cost of column breaks from which smaller type is tried for better ones."""
_SMALLER = 150.0
"""What smaller type costs, by the part of the size that is given up."""
_GIVE = 1.15
"""How much more than the feed's own share closer lines may save: gaps shrink with them."""
_CLOSER = 150.0
"""What lines closer than ideal cost, by the part of the feed that is given up."""
_TRIED_SMALLER = 1


class _Sized(NamedTuple):
    draft: Draft
    score: float


def best(studio: Studio) -> Draft:
    """The draft to print, or, where none fits, the one in the smallest type (``over`` says why)."""
    options = sizes(studio.area, studio.theme.rhythm)
    index, tried = _largest(studio, options)
    draft = tried[index]
    if draft.over:
        return draft
    first = _scored(studio, draft, options, index, index)
    if first.score <= _DEAR:
        return first.draft
    others = [
        _scored(studio, tried.get(each) or _at_size(studio, options[each]), options, each, index)
        for each in range(index + 1, min(index + 1 + _TRIED_SMALLER, len(options)))
    ]
    return min((first, *others), key=lambda one: one.score).draft


def fits(studio: Studio) -> bool:
    """Whether the leaflet can be composed at all: in the smallest type, as close as it goes."""
    return not _at_size(studio, sizes(studio.area, studio.theme.rhythm)[-1]).over


def _largest(studio: Studio, options: tuple[Size, ...]) -> tuple[int, dict[int, Draft]]:
    """Which size is the largest that fits (the smallest, if none does), and all drafts made.

    How full one trial is foretells the next."""
    tried: dict[int, Draft] = {}
    index = _guess(studio, options)
    while True:
        draft = tried[index] = _at_size(studio, options[index])
        aim = _foretold(draft, options, index)
        if draft.over:
            index = max(aim, index + 1)
            if index >= len(options):
                return len(options) - 1, tried | {len(options) - 1: draft}
        elif aim < index and aim not in tried:
            index = aim
        else:
            return index, tried
        while index in tried:
            if not tried[index].over:
                return index, tried
            if index + 1 >= len(options):
                return index, tried
            index += 1


def _guess(studio: Studio, options: tuple[Size, ...]) -> int:
    """The size at which the body's characters, with room for their forms, fill its columns.

    Contacts do not count: a leaflet is set alike whoever is to be turned to."""
    texts_of = (texts(block) for _, block in studio.body if not isinstance(block, Contact))
    written = sum(len(text) for found in texts_of for text in found)
    panels = sum(slot.role in ("inner", "flap") for slot in studio.scheme.slots)
    room = panels * studio.area.width * studio.area.height
    unit = (room / (max(1, written) * studio.theme.rhythm.ideal * _FORMS)) ** 0.5
    smaller = [each for each, option in enumerate(options) if option[0] <= unit]
    return smaller[0] if smaller else len(options) - 1


_FORMS = 1.75
"""How much more room a body takes than its characters set solid: heads, cards, white."""


def _foretold(draft: Draft, options: tuple[Size, ...], index: int) -> int:
    """The size that the fill of this draft foretells: area goes with the square of the size."""
    likely = options[index][0] * (_ROOM_LEFT / max(draft.fill, 0.05)) ** 0.5
    fitting = [each for each, (unit, _, _) in enumerate(options) if unit <= likely]
    return fitting[0] if fitting else len(options) - 1


def _at_size(studio: Studio, size: Size) -> Draft:
    """A draft at the ideal feed, or at the widest closer one that should fit instead."""
    rhythm = studio.theme.rhythm
    ideal = grid(studio.area, rhythm, size, rhythm.ideal)
    draft = draft_on(studio, ideal)
    if not draft.over or draft.fill > _GIVE * rhythm.ideal / rhythm.least:
        return draft
    closest = grid(studio.area, rhythm, size, rhythm.least).lines
    for lines in range(ideal.lines + 1, closest + 1):
        other = with_lines(ideal, studio.area, lines)
        if lines == closest or would_fit(studio, draft, other):
            closer = draft_on(studio, other)
            if lines == closest or not closer.over:
                return closer
    return draft


def _scored(
    studio: Studio, draft: Draft, options: tuple[Size, ...], index: int, largest: int
) -> _Sized:
    """The draft with its feed opened, and its score against the largest size that fits."""
    if draft.over or draft.cuts is None:
        return _Sized(draft, float("inf"))
    opened = _loosened(studio, draft, options[index])
    cost = opened.cuts.cost if opened.cuts else 0.0
    ideal = studio.theme.rhythm.ideal
    cost += _SMALLER * (1 - options[index][0] / options[largest][0])
    return _Sized(opened, cost + _CLOSER * max(0.0, 1 - opened.grid.ratio / ideal))


def _loosened(studio: Studio, draft: Draft, size: Size) -> Draft:
    """The draft with the feed opened towards the theme's most, while everything still fits."""
    rhythm = studio.theme.rhythm
    if draft.grid.ratio < rhythm.ideal * 0.99:
        return draft  # closer lines were taken because wider ones did not fit
    likely = draft.grid.ratio / max(draft.fill, 0.05) * _ROOM_LEFT
    first = grid(studio.area, rhythm, size, min(rhythm.most, likely)).lines
    for lines in range(first, draft.grid.lines):
        other = with_lines(draft.grid, studio.area, lines)
        if would_fit(studio, draft, other):
            looser = draft_on(studio, other)
            if not looser.over:
                return looser
    return draft
