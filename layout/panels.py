"""Composition: blocks poured into panels, the type fitted to the copy, all panels alike.

Knows widths, heights and the order of panels; no sheet.
"""

from typing import NamedTuple

from layout import blocks
from layout.blocks import cover as cover_block
from layout.columns import Column, Poured, pour, set_column, shortfall, spread
from layout.copyfit import Frameset, Grid, grid, sizes, text_area
from layout.document import Block, Leaflet, Question, Text, kind_of
from layout.folds import Scheme, Slot
from layout.frame import Group, Item, Panel
from layout.galley import Galley, height_of
from layout.geometry import Pt, Rect, to_mm
from layout.problems import LeafletError, Problem, problem
from layout.room import Room, Setter
from layout.text.fonts import Fonts
from layout.theme import Theme

NOT_FITTING = 4
"""The exit code of a leaflet that does not fit."""


class Composed(NamedTuple):
    """A leaflet on its panels in reading order, with what is worth knowing about it."""

    panels: tuple[Panel, ...]
    problems: tuple[Problem, ...]


class Place(NamedTuple):
    """A column on a panel: the panel's index, its top left corner there, its size in points."""

    panel: int
    x: float
    y: float
    width: float
    height: float
    opening: float


class Draft(NamedTuple):
    """One way to compose the leaflet.

    ``over`` says what does not fit (empty: it does), ``fill`` what part of the body's columns
    the body would take.
    """

    grid: Grid
    cover: cover_block.CoverSet
    body: Galley
    places: tuple[Place, ...]
    cuts: Poured | None
    back: Galley
    back_places: tuple[Place, ...]
    back_cuts: Poured | None
    over: tuple[Problem, ...]
    fill: float


def compose(leaflet: Leaflet, scheme: Scheme, theme: Theme, fonts: Fonts) -> Composed:
    """The leaflet composed on the panels of a scheme in the largest type that fits.

    Raises LeafletError (exit 4) naming every block that does not fit at the theme's floor.
    """
    studio = _studio(leaflet, scheme, theme, fonts)
    draft = _best(studio)
    if draft.over:
        raise LeafletError(draft.over, NOT_FITTING)
    return Composed(_panels(studio, draft), ())


class _Studio(NamedTuple):
    """What stays the same while grids are tried."""

    leaflet: Leaflet
    body: tuple[tuple[str, Block], ...]
    back: tuple[tuple[str, Block], ...]
    scheme: Scheme
    theme: Theme
    setter: Setter
    area: Frameset


def _studio(leaflet: Leaflet, scheme: Scheme, theme: Theme, fonts: Fonts) -> _Studio:
    named = _named(leaflet, theme.options("question").word("prefix"))
    body, back = named[: len(leaflet.body)], named[len(leaflet.body) :]
    area = text_area(scheme, theme.rhythm)
    return _Studio(leaflet, body, back, scheme, theme, Setter(fonts), area)


def _named(leaflet: Leaflet, prefix: str) -> tuple[tuple[str, Block], ...]:
    """Every block with the name it has in problems; questions without a label are numbered."""
    named: list[tuple[str, Block]] = []
    counts: dict[str, int] = {}
    for block in (*leaflet.body, *leaflet.back):
        kind = kind_of(block)
        counts[kind] = counts.get(kind, 0) + 1
        label = str(block.id or counts[kind])
        if isinstance(block, Question):
            if not block.label:
                block = block._replace(label=Text(f"{prefix}{counts[kind]}"))
            label = str(block.label)
        named.append((f"{kind} {label}", block))
    return tuple(named)


def _best(studio: _Studio) -> Draft:
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


def _at_size(studio: _Studio, size: tuple[float, int, int]) -> Draft:
    """A draft at the ideal feed, or at the least where that does not fit."""
    rhythm = studio.theme.rhythm
    draft = _draft(studio, grid(studio.area, rhythm, size, rhythm.ideal))
    if not draft.over or draft.fill > rhythm.ideal / rhythm.least:
        return draft
    return _draft(studio, grid(studio.area, rhythm, size, rhythm.least))


def _loosened(studio: _Studio, draft: Draft, size: tuple[float, int, int]) -> Draft:
    """The draft with the feed opened towards the theme's most, while everything still fits."""
    rhythm = studio.theme.rhythm
    if draft.over:
        return draft
    ratio = min(rhythm.most, draft.grid.ratio / max(draft.fill, 0.05))
    while ratio > draft.grid.ratio * 1.01:
        found = grid(studio.area, rhythm, size, ratio)
        if found.lines >= draft.grid.lines:
            break
        looser = _draft(studio, found)
        if not looser.over:
            return looser
        ratio *= 0.98
    return draft


def _draft(studio: _Studio, grid: Grid) -> Draft:
    room = Room(grid.measure, grid.unit, grid.step, studio.theme, studio.setter)
    cover = _cover(studio, room, grid)
    back, back_places, back_cuts = _back(studio, room, grid)
    body = _galley(studio.body, room)
    places = _places(studio, grid, back, back_places)
    cuts = pour(body, tuple(Column(place.height, place.opening) for place in places))
    over = (
        *_cover_over(studio, cover, grid),
        *_over(studio, body, places, cuts, grid),
        *_over(studio, back, back_places, back_cuts, grid),
    )
    capacity = sum(place.height for place in places if not place.opening)
    fill = height_of(body) / capacity if capacity else 0.0
    crowded = cover.over_by / studio.area.height + 1.0 if cover.over_by else 0.0
    return Draft(
        grid, cover, body, places, cuts, back, back_places, back_cuts, over, max(fill, crowded)
    )


def _galley(named: tuple[tuple[str, Block], ...], room: Room) -> Galley:
    return tuple(piece for name, block in named for piece in blocks.lay_out(block, room, name))


def _cover(studio: _Studio, room: Room, grid: Grid) -> cover_block.CoverSet:
    slot = _slot(studio, "cover")
    area = _area_on(studio, slot)
    face = cover_block.Face(slot.width, slot.height, area, grid.columns, grid.gutter)
    return cover_block.lay_out(studio.leaflet.cover, room._replace(width=area.width), face)


def _slot(studio: _Studio, role: str) -> Slot:
    return next(slot for slot in studio.scheme.slots if slot.role == role)


def _area_on(studio: _Studio, slot: Slot) -> Rect:
    area = studio.area
    x = (slot.width - area.width) / 2
    return Rect(Pt(x), Pt(area.top), Pt(area.width), Pt(area.height))


def _columns_on(
    studio: _Studio, grid: Grid, slot: Slot, y: float, height: float, opening: float = 0.0
) -> tuple[Place, ...]:
    area = _area_on(studio, slot)
    panel = studio.scheme.slots.index(slot)
    return tuple(
        Place(
            panel,
            area.x + column * (grid.measure + grid.gutter),
            area.y + y,
            grid.measure,
            height,
            opening,
        )
        for column in range(grid.columns)
    )


def _back(
    studio: _Studio, room: Room, grid: Grid
) -> tuple[Galley, tuple[Place, ...], Poured | None]:
    """The back panel's own blocks in the lowest zone that holds them in even columns."""
    galley = _galley(studio.back, room)
    slot = _slot(studio, "back")
    if not galley:
        return galley, (), Poured((0,), 0.0)
    found: list[tuple[float, tuple[Place, ...], Poured | None]] = []
    for lines in range(max(1, int(height_of(galley) / grid.columns / grid.step)), grid.lines + 1):
        height = lines * grid.step
        places = _columns_on(studio, grid, slot, studio.area.height - height, height)
        cuts = pour(galley, tuple(Column(place.height) for place in places))
        if cuts:
            found.append((cuts.cost + lines * _ZONE_LINE, places, cuts))
        if len(found) == (_ZONES_TRIED if grid.columns > 1 else 1):
            break
    if not found:
        return galley, _columns_on(studio, grid, slot, 0.0, studio.area.height), None
    _, places, cuts = min(found, key=lambda one: one[0])
    return galley, places, cuts


_ZONES_TRIED = 8
_ZONE_LINE = 1.5
"""What each further line of the back zone costs, against breaks that fall better in it."""


def _places(
    studio: _Studio, grid: Grid, back: Galley, back_places: tuple[Place, ...]
) -> tuple[Place, ...]:
    """The body's columns: all panels between cover and back, and what the back leaves free."""
    area = studio.area
    places: list[Place] = []
    for slot in studio.scheme.slots:
        if slot.role in ("inner", "flap") or (slot.role == "back" and not back):
            places += _columns_on(studio, grid, slot, 0.0, area.height)
        elif slot.role == "back":
            free = area.height - back_places[0].height - 2 * grid.step
            free = int(free / grid.step) * grid.step
            if free >= _LEAST_ZONE * grid.step:
                opening = max(0.0, _SHARED_BACK * (1 - 2 * free / area.height))
                places += _columns_on(studio, grid, slot, 0.0, free, opening)
    return tuple(places)


_LEAST_ZONE = 9
"""The fewest lines worth calling a zone of a panel."""
_SHARED_BACK = 30.0
"""What it costs to let the body run on to the back; nothing where more than half of it is free."""


def _cover_over(studio: _Studio, cover: cover_block.CoverSet, grid: Grid) -> tuple[Problem, ...]:
    if not cover.over_by:
        return ()
    return (_too_long("cover", _slot(studio, "cover"), cover.over_by, grid, studio),)


def _over(
    studio: _Studio, galley: Galley, places: tuple[Place, ...], cuts: Poured | None, grid: Grid
) -> tuple[Problem, ...]:
    if cuts is not None:
        return ()
    columns = tuple(Column(place.height, place.opening) for place in places)
    first, over = shortfall(galley, columns)
    slot = studio.scheme.slots[places[-1].panel]
    return (_too_long(galley[first].block, slot, over, grid, studio),)


def _too_long(name: str, slot: Slot, over: float, grid: Grid, studio: _Studio) -> Problem:
    lines = max(1, -int(-over // grid.step))
    source = next(
        (block.source for each, block in (*studio.body, *studio.back) if each == name),
        studio.leaflet.cover.source,
    )
    return problem(
        "does-not-fit",
        source,
        block=name,
        panel=f"P{slot.number}",
        mm_over=round(to_mm(over), 1),
        lines_over=lines,
        name=name,
        mm=f"{to_mm(over):.1f}",
        lines=lines,
        size=f"{grid.unit:.1f}",
        characters=lines * grid.characters,
    )


def _panels(studio: _Studio, draft: Draft) -> tuple[Panel, ...]:
    over: list[list[Item]] = [[] for _ in studio.scheme.slots]
    shared = _poured_on(draft.places, draft.cuts)
    for galley, places, cuts in (
        (draft.body, draft.places, draft.cuts),
        _whole_back(studio, draft, shared),
    ):
        for place, part in _parts(galley, places, cuts):
            over[place.panel].append(_column(place, part, draft.grid))
    cover = studio.scheme.slots.index(_slot(studio, "cover"))
    over[cover] += draft.cover.over
    return tuple(
        Panel(
            slot.number,
            slot.role,
            slot.width,
            slot.height,
            studio.theme.ground,
            draft.cover.under if index == cover else (),
            tuple(over[index]),
        )
        for index, slot in enumerate(studio.scheme.slots)
    )


def _poured_on(places: tuple[Place, ...], cuts: Poured | None) -> frozenset[int]:
    """The panels on which the body has text."""
    ends = cuts.cuts if cuts else ()
    return frozenset(
        place.panel
        for place, start, end in zip(places, ends, ends[1:], strict=False)
        if end > start
    )


def _whole_back(
    studio: _Studio, draft: Draft, used: frozenset[int]
) -> tuple[Galley, tuple[Place, ...], Poured | None]:
    """The back's own blocks, on the whole text area where the body left the panel alone.

    Display text swells there as far as it still fits.
    """
    slot = _slot(studio, "back")
    if studio.scheme.slots.index(slot) in used or not draft.back:
        return draft.back, draft.back_places, draft.back_cuts
    grid = draft.grid
    places = _columns_on(studio, grid, slot, 0.0, studio.area.height)
    room = Room(grid.measure, grid.unit, grid.step, studio.theme, studio.setter)
    columns = tuple(Column(place.height - _AIR * grid.step) for place in places)
    for swell in _SWELLS:
        galley = _galley(studio.back, room._replace(swell=swell))
        cuts = pour(galley, columns)
        if cuts:
            return galley, places, cuts
    return draft.back, places, draft.back_cuts


_SWELLS = (1.0, 0.75, 0.5, 0.25)
_AIR = 3.0
"""The steps of a panel that stay white when its display text swells."""


def _parts(
    galley: Galley, places: tuple[Place, ...], cuts: Poured | None
) -> tuple[tuple[Place, Galley], ...]:
    ends = cuts.cuts if cuts else ()
    return tuple(
        (place, galley[start:end])
        for place, start, end in zip(places, ends, ends[1:], strict=False)
        if end > start
    )


def _column(place: Place, part: Galley, grid: Grid) -> Group:
    half = grid.step / 2
    white = spread(part, place.height, half, _WIDEST_GAP * grid.step)
    return Group(Pt(place.x), Pt(place.y), set_column(part, white, place.width))


_WIDEST_GAP = 3.5
"""The widest gap between two blocks, in steps: a wider one reads as a hole."""
