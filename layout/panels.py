"""Composition: blocks poured into panels, the type fitted to the copy, all panels alike.

Knows widths, heights and the order of panels; no sheet.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from layout.blocks import cover as cover_block
from layout.blocks import set_blocks
from layout.columns import Column, Poured, Spread, extents, pour, set_column, spread
from layout.copyfit import Grid
from layout.document import Leaflet
from layout.drafts import (
    Draft,
    Place,
    Studio,
    columns_of,
    columns_on,
    room_on,
    slot_of,
    studio_of,
)
from layout.fitting import best
from layout.folds import Scheme, Slot
from layout.forms.ornament import waterside
from layout.frame import Frame, Group, Item, Panel
from layout.galley import Galley, height_of
from layout.geometry import Pt, Rect
from layout.looseness import loose_lines
from layout.pictures import NO_DRAWINGS, drawings, undrawn
from layout.problems import WARNING, LeafletError, Problem, problem
from layout.raster import NO_PICTURES, Picture
from layout.remedies import remedied
from layout.room import Room, Setter
from layout.text.fonts import Fonts
from layout.theme import Ground, Theme
from layout.zones import Stretch, Strip, fields, grounded, grounds, painted

NOT_FITTING = 4
"""The exit code of a leaflet that does not fit."""


class Composed(NamedTuple):
    """A leaflet on its panels in reading order, with what is worth knowing about it."""

    panels: tuple[Panel, ...]
    problems: tuple[Problem, ...]
    rooms: Mapping[str, Room]
    """The rooms that the blocks of body and back were set in, by the blocks' names."""


def compose(
    leaflet: Leaflet,
    scheme: Scheme,
    theme: Theme,
    fonts: Fonts,
    others: Callable[[], Iterable[Scheme]] = tuple,
    pictures: Mapping[str, Picture] = NO_PICTURES,
    artwork: Mapping[str, Frame] = NO_DRAWINGS,
) -> Composed:
    """The leaflet composed on the panels of a scheme in the largest type that fits.

    Raises LeafletError (exit 4) naming every region that does not fit at the theme's floor,
    with what would make it fit: how many characters less, which of the ``others`` (asked for
    only then) instead.
    """
    vertical = leaflet.direction == "vertical"
    if vertical:
        scheme, theme = scheme.turned(), theme.written("vertical")
    setter = Setter(fonts, pictures, artwork)
    studio = studio_of(leaflet, scheme, theme, setter)
    draft = best(studio)
    notes: tuple[Problem, ...] = ()
    if draft.over and drawings(leaflet):
        studio, draft, notes = _without_pictures(studio, draft, setter)
    if draft.over:
        roomier = tuple(other.turned() if vertical else other for other in others())
        raise LeafletError(remedied(studio, draft, roomier), NOT_FITTING)
    panels, rooms = _panels(studio, draft)
    loose = loose_lines(leaflet, theme, panels, setter.loose)
    return Composed(panels, (*notes, *loose), rooms)


def _without_pictures(
    studio: Studio, draft: Draft, setter: Setter
) -> tuple[Studio, Draft, tuple[Problem, ...]]:
    """The leaflet without the drawings among its texts, if it fits so: pictures give way before
    words do, and the author is told."""
    leaflet, given = undrawn(studio.leaflet)
    words = studio_of(leaflet, studio.scheme, studio.theme, setter)
    other = best(words)
    if other.over:
        return studio, draft, ()
    notes = tuple(
        problem("drawing-left-out", name.source, WARNING, name=str(name)) for name in given
    )
    return words, other, notes


def _panels(studio: Studio, draft: Draft) -> tuple[tuple[Panel, ...], dict[str, Room]]:
    draft = _ended_together(studio, draft)
    room = room_on(studio, draft.grid)
    under: list[list[Item]] = [[] for _ in studio.scheme.slots]
    over: list[list[Item]] = [[] for _ in studio.scheme.slots]
    cover = studio.scheme.slots.index(slot_of(studio, "cover"))
    under[cover] += (
        *draft.cover.behind,
        *cover_block.art(studio.leaflet.cover, room, draft.cover.zone),
        *draft.cover.under,
    )
    over[cover] += draft.cover.over
    shared = _poured_on(draft.places, draft.cuts)
    back, back_room = _whole_back(studio, draft, shared, room)
    columns = (*_parts(draft.body, draft.places, draft.cuts), *_parts(*back))
    tiers = [
        tier
        for panel in range(len(studio.scheme.slots))
        for tier in _whole_tiers(
            [each for each in columns if each[0].panel == panel], studio, draft
        )
    ]
    ground = _grounds(studio, tiers, under)
    for tier in tiers:
        panel = tier.columns[0][0].panel
        over[panel] += _set_tier(tier, ground)
        if tier.foot.height > 0:
            under[panel] += room.window(tier.foot, _shore(room))
    panels = tuple(
        _panel(studio, slot, *layers)
        for slot, *layers in zip(studio.scheme.slots, under, over, strict=True)
    )
    rooms = {name: room for name, _ in studio.body} | {name: back_room for name, _ in studio.back}
    return panels, rooms


def _shore(room: Room) -> Callable[[Rect], tuple[Item, ...]]:
    return lambda zone: waterside(room, room.form("cover"), zone)


def _panel(studio: Studio, slot: Slot, under: list[Item], over: list[Item]) -> Panel:
    """A panel of what was set on it; one of vertical lines is turned back."""
    panel = Panel(
        *(slot.number, slot.role, slot.width, slot.height),
        studio.theme.ground,
        tuple(under),
        tuple(over),
    )
    return panel if studio.theme.direction == "horizontal" else _turned(panel)


def _turned(panel: Panel) -> Panel:
    width, height = panel.height, panel.width
    under, over = (
        (Group(width, Pt(0), layer, turn=90.0),) if layer else ()
        for layer in (panel.under, panel.over)
    )
    return panel._replace(width=width, height=height, under=under, over=over)


def _ended_together(studio: Studio, draft: Draft) -> Draft:
    """Short copy in lower columns that end together, where this costs no worse breaks."""
    if draft.fill > _SHORT:
        return draft
    step, most = draft.grid.step, draft.grid.lines
    found: list[tuple[float, Draft]] = []
    for lines in range(most // 3, most - _LEAST_FOOT):
        lower = tuple(
            place._replace(height=min(place.height, lines * step)) for place in draft.places
        )
        cuts = pour(draft.body, columns_of(studio, lower), _SHORT_UNEVEN)
        if cuts:
            found.append((cuts.cost + lines / 2, draft._replace(cuts=cuts)))
    return min(found, key=lambda one: one[0])[1] if found else draft


_SHORT = 0.8
"""The part of the columns that copy fills up to which it is called short."""
_LEAST_FOOT = 8
"""The lines that must be left over in all columns for them to be ended together."""
_SHORT_UNEVEN = 10.0
"""What an empty column costs when copy is short: less than parting a text."""


def _poured_on(places: tuple[Place, ...], cuts: Poured | None) -> frozenset[int]:
    """The panels on which the body has text."""
    ends = cuts.cuts if cuts else ()
    return frozenset(
        place.panel
        for place, start, end in zip(places, ends, ends[1:], strict=False)
        if end > start
    )


def _whole_back(
    studio: Studio, draft: Draft, used: frozenset[int], room: Room
) -> tuple[tuple[Galley, tuple[Place, ...], Poured | None], Room]:
    """The back's own blocks, on the whole text area where the body left the panel alone, and the
    room they are set in.

    Display text swells there as far as it still fits.
    """
    slot = slot_of(studio, "back")
    if studio.scheme.slots.index(slot) in used or not draft.back:
        return (draft.back, draft.back_places, draft.back_cuts), room
    grid = draft.grid
    places = columns_on(studio, grid, slot, 0.0, studio.area.height)
    room = room_on(studio, grid)
    columns = tuple(Column(place.height - _AIR * grid.step) for place in places)
    likely = 1.0
    for swell in _SWELLS if grid.unit < _LARGE else ():
        if swell > likely:
            continue
        swollen = room._replace(swell=swell)
        galley = set_blocks(studio.back, swollen)
        cuts = pour(galley, columns)
        if cuts:
            return (galley, places, cuts), swollen
        least, height = height_of(draft.back), height_of(galley)
        spare = sum(column.height for column in columns) - least
        likely = swell * spare / max(height - least, 0.01) + _NEAR
    return (draft.back, places, draft.back_cuts), room


_SWELLS = (1.0, 0.75, 0.5, 0.25)
_NEAR = 0.1
"""How far the swell that fits may lie above what heights foretell."""
_LARGE = 11.0
"""The body size in points from which display text is large enough as it is."""
_AIR = 3.0
"""The steps of a panel that stay white when its display text swells."""


def _parts(
    galley: Galley, places: tuple[Place, ...], cuts: Poured | None
) -> tuple[tuple[Place, Galley], ...]:
    """Every column with the slices it holds (none, where copy is short)."""
    ends = cuts.cuts if cuts else ()
    return tuple(
        (place, galley[start:end])
        for place, start, end in zip(places, ends, ends[1:], strict=False)
    )


class _Tier(NamedTuple):
    """Columns side by side on a panel, of one top and height, with their white space and the
    strip at their feet for ornament (of no height if they are full)."""

    columns: tuple[tuple[Place, Galley], ...]
    whites: tuple[Spread, ...]
    foot: Rect


def _tiers(
    columns: list[tuple[Place, Galley]], studio: Studio
) -> list[tuple[tuple[Place, Galley], ...]]:
    """The columns of a panel that stand side by side.

    Tiers of vertical lines stand above each other and end each for itself.
    """
    tiers: dict[tuple[float, ...], list[tuple[Place, Galley]]] = {}
    for place, part in columns:
        own = (place.x,) if studio.theme.direction == "vertical" else ()
        tiers.setdefault((place.y, place.height, *own), []).append((place, part))
    return [tuple(tier) for tier in tiers.values()]


def _whole_tiers(columns: list[tuple[Place, Galley]], studio: Studio, draft: Draft) -> list[_Tier]:
    """The tiers of a panel, spaced out; those of vertical lines that all leave room for ornament
    at their ends leave it together, for one."""
    tiers = [_whitened(tier, draft.grid) for tier in _tiers(columns, studio)]
    if len(tiers) > 1 and all(tier.foot.height > 0 for tier in tiers):
        row = tuple(sorted((each for tier in tiers for each in tier.columns), key=_first_x))
        if len({_row(place) for place, _ in row}) == 1:
            return [_whitened(row, draft.grid)]
    return tiers


def _first_x(column: tuple[Place, Galley]) -> float:
    return column[0].x


def _whitened(zone: tuple[tuple[Place, Galley], ...], grid: Grid) -> _Tier:
    half, height = grid.step / 2, zone[0][0].height
    left = min(_left(zone, spread(part, height, half, _WIDEST_GAP * grid.step)) for _, part in zone)
    foot, text_height = 0.0, height
    if left >= _LEAST_ART * grid.step:
        whites = [spread(part, height, half, _CLOSER_GAP * grid.step) for _, part in zone]
        written = any(part for _, part in zone)
        gap = grid.step if written else 0.0
        foot = min(_left(zone, white) for white in whites) - gap
        text_height = height - foot - gap
    whites = [spread(part, text_height, half, _most(foot, grid)) for _, part in zone]
    first, last = zone[0][0], zone[-1][0]
    width = last.x + last.width - first.x
    box = Rect(Pt(first.x), Pt(first.y + height - foot), Pt(width), Pt(foot))
    return _Tier(zone, tuple(whites), box)


def _set_tier(tier: _Tier, ground: Mapping[int, Ground]) -> list[Group]:
    return [
        Group(Pt(place.x), Pt(place.y), set_column(grounded(part, ground), white, place.width))
        for (place, part), white in zip(tier.columns, tier.whites, strict=True)
    ]


def _grounds(
    studio: Studio, tiers: Sequence[_Tier], under: list[list[Item]]
) -> Mapping[int, Ground]:
    """The grounds of all zones, by zone; they are painted ``under`` what stands on them."""
    if not studio.theme.grounds:
        return {}
    strips, panels = _strips(studio, tiers)
    found = fields(strips)
    ground = grounds(strips, found)
    for field in found:
        panel = panels[field.strip]
        width = studio.scheme.slots[panel].width
        chosen = ground[id(field.zone)]
        under[panel].append(painted(field, chosen, strips[field.strip], width))
    return ground


def _strips(studio: Studio, tiers: Sequence[_Tier]) -> tuple[tuple[Strip, ...], tuple[int, ...]]:
    """The strips of all panels, one for each column, and the panels they are on."""
    found: dict[tuple[int, float], list[Stretch]] = {}
    ends: dict[tuple[int, float], tuple[float, float]] = {}
    rows = _rows(tiers)
    for tier in tiers:
        for (place, part), white in zip(tier.columns, tier.whites, strict=True):
            key = (place.panel, place.x)
            width = studio.scheme.slots[place.panel].width
            ends[key] = _column_edges(place, rows[_row(place)], width)
            found.setdefault(key, []).extend(_stretches(place, part, white))
    strips = []
    for key, stretches in found.items():
        slot = studio.scheme.slots[key[0]]
        ordered = tuple(sorted(stretches, key=lambda each: each.top))
        strips.append(Strip(slot.side, slot.x, *ends[key], slot.height, ordered))
    return tuple(strips), tuple(panel for panel, _ in found)


def _rows(tiers: Sequence[_Tier]) -> Mapping[tuple[float, ...], Sequence[tuple[float, float]]]:
    """From where to where columns reach that are beside each other on a panel, be it as tiers of
    vertical lines."""
    rows: dict[tuple[float, ...], set[tuple[float, float]]] = {}
    for tier in tiers:
        for place, _ in tier.columns:
            rows.setdefault(_row(place), set()).add(_reach(place))
    return {row: sorted(reaches) for row, reaches in rows.items()}


def _row(place: Place) -> tuple[float, ...]:
    return (place.panel, place.y, place.height)


def _reach(place: Place) -> tuple[float, float]:
    return (place.x, place.x + place.width)


def _column_edges(
    place: Place, row: Sequence[tuple[float, float]], width: float
) -> tuple[float, float]:
    """From edge to edge of the panel, by the middle of each gutter."""
    at = row.index(_reach(place))
    left = (row[at - 1][1] + row[at][0]) / 2 if at else 0.0
    right = (row[at][1] + row[at + 1][0]) / 2 if at + 1 < len(row) else width
    return left, right


def _stretches(place: Place, part: Galley, white: Spread) -> Iterator[Stretch]:
    for piece, (top, bottom) in zip(part, extents(part, white), strict=True):
        yield Stretch(piece.zone, place.y + top, place.y + bottom)


def _left(zone: tuple[tuple[Place, Galley], ...], white: Spread) -> float:
    """What ornament may take of a column: beside others, what a sinking slice would, too."""
    return white.left + (white.sunk if len(zone) > 1 else 0.0)


def _most(foot: float, grid: Grid) -> float:
    return (_CLOSER_GAP if foot else _WIDEST_GAP) * grid.step


_WIDEST_GAP = 3.5
"""The widest gap between two blocks, in steps: a wider one reads as a hole."""
_CLOSER_GAP = 2.5
"""The widest gap in a column that has ornament at its foot."""
_LEAST_ART = 5.0
"""The steps that must be left over at a column's foot for ornament to stand there."""
