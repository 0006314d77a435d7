"""One way to compose a leaflet: everything laid out on one grid, nothing yet on a panel.

A draft says whether the copy fits its grid; which grid is taken is decided in ``panels``.
"""

from collections.abc import Sequence
from typing import TypedDict

from layout import blocks
from layout.blocks import cover as cover_block
from layout.blocks import poster_cover, vertical_cover
from layout.columns import Column, Poured, pour, shortfall
from layout.copyfit import Frameset, Grid, text_area
from layout.document import Block, Contact, Leaflet, Question, kind_of, texts
from layout.folds import Scheme, Slot
from layout.galley import Galley, height_of, stretched
from layout.geometry import Pt, Rect, mm
from layout.questions import labelled
from layout.room import Room, Setter
from layout.theme import Theme
from layout.values import NamedTuple


class Place(NamedTuple):
    """A column on a panel: the panel's index, its top left corner there, its size in points."""

    panel: int
    x: float
    y: float
    width: float
    height: float
    shared: bool = False


class Overflow(NamedTuple):
    """A region (``cover``, ``body`` or ``back``) that does not fit.

    ``name`` is the region's longest block, ``slot`` its last panel, ``over`` what is missing
    there in points, ``share`` the part of the whole that is too much.
    """

    region: str
    name: str
    slot: Slot
    over: float
    share: float


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
    over: tuple[Overflow, ...]
    fill: float


class Studio(NamedTuple):
    """What stays the same while grids are tried."""

    leaflet: Leaflet
    body: tuple[tuple[str, Block], ...]
    back: tuple[tuple[str, Block], ...]
    scheme: Scheme
    theme: Theme
    setter: Setter
    area: Frameset


def studio_of(leaflet: Leaflet, scheme: Scheme, theme: Theme, setter: Setter) -> Studio:
    area = text_area(scheme, theme.rhythm)
    return Studio(
        leaflet, **regions(leaflet, theme), scheme=scheme, theme=theme, setter=setter, area=area
    )


class Regions(TypedDict):
    body: tuple[tuple[str, Block], ...]
    back: tuple[tuple[str, Block], ...]


def regions(leaflet: Leaflet, theme: Theme) -> Regions:
    named = _named(leaflet, theme.options("question").word("prefix"))
    return {"body": named[: len(leaflet.body)], "back": named[len(leaflet.body) :]}


def contact_names(leaflet: Leaflet, theme: Theme) -> frozenset[str]:
    """The names of the leaflet's contacts: what its variants differ in."""
    named = regions(leaflet, theme)
    blocks = (*named["body"], *named["back"])
    return frozenset(name for name, block in blocks if isinstance(block, Contact))


def _named(leaflet: Leaflet, prefix: str) -> tuple[tuple[str, Block], ...]:
    """Every block with the name it has in problems; questions without a label are numbered."""
    named: list[tuple[str, Block]] = []
    counts: dict[str, int] = {}
    for block in labelled((*leaflet.body, *leaflet.back), prefix):
        kind = kind_of(block)
        counts[kind] = counts.get(kind, 0) + 1
        label = block.label if isinstance(block, Question) else block.id or counts[kind]
        named.append((f"{kind} {label}", block))
    return tuple(named)


def room_on(studio: Studio, grid: Grid) -> Room:
    """The room of a column on this grid; headings shrink where it holds few characters."""
    narrow = min(1.0, max(_NARROWEST, grid.characters / _FULL_MEASURE))
    return Room(
        grid.measure,
        grid.unit,
        grid.step,
        studio.theme.legible(grid.unit),
        studio.setter,
        narrow=narrow,
        depth=studio.area.height,
        air=_CLOSE if grid.ratio < studio.theme.rhythm.close else 1.0,
    )


_FULL_MEASURE = 24
"""The characters to a line from which headings have their full size."""
_NARROWEST = 0.86
_CLOSE = 0.67
"""What is left of the gaps between blocks when lines are set close for long copy."""


def draft_on(studio: Studio, grid: Grid) -> Draft:
    """The leaflet laid out on a grid, its columns broken at least cost."""
    room = room_on(studio, grid)
    cover = _cover(studio, room, grid)
    back, back_places, back_cuts = _back(studio, room, grid)
    body = blocks.set_blocks(studio.body, room)
    own, shared = _places(studio, grid, back, back_places)
    places, cuts = _body_on(studio, body, own, shared)
    over = (
        *_cover_over(studio, cover),
        *_over(studio, "body", body, places, cuts),
        *_over(studio, "back", back, back_places, back_cuts),
    )
    capacity = sum(place.height for place in (*own, *(shared if grid.columns > 1 else ())))
    fill = height_of(body) / capacity if capacity else 0.0
    crowded = cover.over_by / studio.area.height + 1.0 if cover.over_by else 0.0
    return Draft(
        grid, cover, body, places, cuts, back, back_places, back_cuts, over, max(fill, crowded)
    )


def would_fit(studio: Studio, draft: Draft, grid: Grid) -> bool:
    """Whether the body is likely to fit with another line feed, told without setting it anew.

    Heights grow with the feed, if not exactly: the answer is a reason to try, no more.
    """
    scale = grid.step / draft.grid.step
    scaled = stretched(draft.body, scale)
    return pour(scaled, columns_of(studio, draft.places)) is not None


def columns_of(studio: Studio, places: Sequence[Place]) -> tuple[Column, ...]:
    """The columns to pour into; a break before the sheet is turned over costs more."""
    sides = [studio.scheme.slots[place.panel].side for place in places]
    turns = [
        _TURN if a != b else 1.0 for a, b in zip(sides, [*sides[1:], *sides[-1:]], strict=True)
    ]
    return tuple(
        Column(place.height, min(1.0, place.height / studio.area.height), turn)
        for place, turn in zip(places, turns, strict=True)
    )


_TURN = 3.0


def _cover(studio: Studio, room: Room, grid: Grid) -> cover_block.CoverSet:
    slot = slot_of(studio, "cover")
    area = area_on(studio, slot)
    opens = "right" if studio.scheme.opening == "left" else "left"
    face = cover_block.Face(
        *(slot.width, slot.height, area, grid.columns, grid.gutter, opens),
        _at_trim(studio, slot, opens),
    )
    chosen = _COVERS[room.form("cover").choice("form", tuple(_COVERS))]
    lay_out = vertical_cover.lay_out if room.vertical else chosen
    return lay_out(studio.leaflet.cover, room._replace(width=area.width), face)


_COVERS = {"open": cover_block.lay_out, "poster": poster_cover.lay_out}
"""The forms of a cover by name; the first stands where a theme says nothing."""


def _at_trim(studio: Studio, slot: Slot, edge: str) -> bool:
    """Whether the edge of a panel at which it is opened is the sheet's."""
    if studio.theme.direction == "vertical":
        right, left = studio.scheme.at_ends(slot)
    else:
        left, right = studio.scheme.at_trim(slot)
    return left if edge == "left" else right


def slot_of(studio: Studio, role: str) -> Slot:
    return next(slot for slot in studio.scheme.slots if slot.role == role)


def area_on(studio: Studio, slot: Slot) -> Rect:
    area, rhythm = studio.area, studio.theme.rhythm
    x = (slot.width - area.width) / 2 + _inwards(rhythm.inward, studio.scheme.at_trim(slot))
    y = (slot.height - area.height) / 2 + _inwards(rhythm.inward_end, studio.scheme.at_ends(slot))
    return Rect(Pt(x), Pt(y), Pt(area.width), Pt(area.height))


def _inwards(by: float, at_sheet: tuple[bool, bool]) -> float:
    """How far text is moved on a panel of which the one edge or the other is the sheet's.

    Text keeps further from the sheet's edges than from folds: copiers leave a rim there, and
    the margins of two panels meet at a fold.
    """
    near, far = at_sheet
    return mm(by) * (near - far)


def columns_on(
    studio: Studio, grid: Grid, slot: Slot, y: float, height: float, shared: bool = False
) -> tuple[Place, ...]:
    area = area_on(studio, slot)
    panel = studio.scheme.slots.index(slot)
    return tuple(
        Place(
            panel,
            area.x + column * (grid.measure + grid.gutter),
            area.y + y,
            grid.measure,
            height,
            shared,
        )
        for column in range(grid.columns)
    )


def _back(
    studio: Studio, room: Room, grid: Grid
) -> tuple[Galley, tuple[Place, ...], Poured | None]:
    """The back panel's own blocks in the lowest zone that holds them in even columns."""
    galley = blocks.set_blocks(studio.back, room)
    slot = slot_of(studio, "back")
    if not galley:
        return galley, (), Poured((0,), 0.0)
    found: list[tuple[float, tuple[Place, ...], Poured | None]] = []
    for lines in range(max(1, int(height_of(galley) / grid.columns / grid.step)), grid.lines + 1):
        height = lines * grid.step
        places = columns_on(studio, grid, slot, studio.area.height - height, height)
        cuts = pour(galley, tuple(Column(place.height) for place in places))
        if cuts:
            found.append((cuts.cost + lines * _ZONE_LINE, places, cuts))
        if len(found) == (_ZONES_TRIED if grid.columns > 1 else 1):
            break
    if not found:
        return galley, columns_on(studio, grid, slot, 0.0, studio.area.height), None
    _, places, cuts = min(found, key=lambda one: one[0])
    return galley, places, cuts


_ZONES_TRIED = 8
_ZONE_LINE = 1.5
"""What each further line of the back zone costs, against breaks that fall better in it."""


def _places(
    studio: Studio, grid: Grid, back: Galley, back_places: tuple[Place, ...]
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The body's own columns between cover and back, and those that the back leaves free."""
    area = studio.area
    own: list[Place] = []
    shared: tuple[Place, ...] = ()
    for slot in studio.scheme.slots:
        if slot.role in ("inner", "flap") or (slot.role == "back" and not back):
            own += columns_on(studio, grid, slot, 0.0, area.height)
        elif slot.role == "back":
            free = area.height - back_places[0].height - 2 * grid.step
            free = int(free / grid.step) * grid.step
            if free >= _LEAST_ZONE * grid.step:
                shared = columns_on(studio, grid, slot, 0.0, free, shared=True)
    return tuple(own), shared


def _body_on(
    studio: Studio, body: Galley, own: tuple[Place, ...], shared: tuple[Place, ...]
) -> tuple[tuple[Place, ...], Poured | None]:
    """The body on its own columns alone or on the back as well, whichever costs less."""
    alone = pour(body, columns_of(studio, own))
    if not shared:
        return own, alone
    both = pour(body, columns_of(studio, (*own, *shared)))
    free = shared[0].height / studio.area.height
    price = _SHARED_BACK * max(0.0, 1 - 2 * free)
    if alone is None or (both is not None and both.cost + price < alone.cost):
        return (*own, *shared), both
    return own, alone


_LEAST_ZONE = 9
"""The fewest lines worth calling a zone of a panel."""
_SHARED_BACK = 30.0
"""What it costs to let the body run on to the back; nothing where more than half of it is free."""


def _cover_over(studio: Studio, cover: cover_block.CoverSet) -> tuple[Overflow, ...]:
    over = cover.over_by
    if not over:
        return ()
    share = over / (studio.area.height + over)
    return (Overflow("cover", "cover", slot_of(studio, "cover"), over, share),)


def _over(
    studio: Studio, region: str, galley: Galley, places: tuple[Place, ...], cuts: Poured | None
) -> tuple[Overflow, ...]:
    if cuts is not None:
        return ()
    columns = tuple(Column(place.height) for place in places)
    over = shortfall(galley, columns)
    slot = studio.scheme.slots[max(place.panel for place in places if not place.shared)]
    return (
        Overflow(region, _longest(getattr(studio, region)), slot, over, over / height_of(galley)),
    )


def _longest(named: tuple[tuple[str, Block], ...]) -> str:
    """The block of most characters: where shortening helps most."""
    return max(named, key=lambda one: sum(map(len, texts(one[1]))))[0]
