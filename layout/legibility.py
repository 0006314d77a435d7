"""Whether all text can be read: its contrast with what lies under it, also for eyes that mix
colours up, and the size of what is reversed out of a ground.

Asked by ``check`` alone.  The ground of a character is the shape painted last under the
middle of its body; where that is a picture nothing is said.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, radians, sin

from layout.bounds import sources_of
from layout.document import Leaflet
from layout.frame import Clip, Group, Image, Ink, Item, Panel, Path, Segment, SetGlyph, TextRun
from layout.geometry import CENTRE
from layout.problems import WARNING, Problem, problem
from layout.sight import EYES, contrast, luminance
from layout.text.notes import NOTE_SIZE
from layout.theme import Theme
from layout.values import NamedTuple

ENOUGH, ENOUGH_LARGE = 4.5, 3.0
"""WCAG 2.2, 1.4.3."""
LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which text counts as large, plain and bold (WCAG 2.2)."""
REVERSED = 7.0
"""The least size, in points, of text lighter than its ground: ink closes thinner strokes."""

_Point = tuple[float, float]
_Polygon = tuple[_Point, ...]
_PAPER = Ink("paper", (0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
_TOLD = 24
"""The characters of a text that are told of it."""


class _Place(NamedTuple):
    """Where items stand on the panel: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> _Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, group: Group) -> "_Place":
        across, down = cos(radians(group.turn)), sin(radians(group.turn))
        e, f = self.point(group.x, group.y)
        return _Place(
            self.a * across + self.c * down,
            self.b * across + self.d * down,
            self.c * across - self.a * down,
            self.d * across - self.b * down,
            e,
            f,
        )


class _Outline(NamedTuple):
    """Closed lines on the panel, and how they surround (:class:`layout.frame.Path`)."""

    polygons: tuple[_Polygon, ...]
    even_odd: bool = False

    def surrounds(self, point: _Point) -> bool:
        times = sum(_turns(point, polygon) for polygon in self.polygons)
        return times % 2 == 1 if self.even_odd else times != 0


class _Shape(NamedTuple):
    """What covers what lies below it: an outline and its colour (None: a picture)."""

    outline: "_Outline"
    ink: Ink | None
    clips: tuple["_Outline", ...]

    def covers(self, point: _Point) -> bool:
        return all(outline.surrounds(point) for outline in (self.outline, *self.clips))


class _Text(NamedTuple):
    """A run, its block and the shapes that were painted before it."""

    run: TextRun
    block: str
    place: _Place
    shapes: int


class _Fault(NamedTuple):
    code: str
    run: TextRun
    ground: str
    measured: float
    least: float


def illegible(leaflet: Leaflet, theme: Theme, panels: Sequence[Panel]) -> tuple[Problem, ...]:
    """A warning for each block and panel with text too faint for its ground, to common eyes
    or to others, or too small to be reversed out of it; the worst place is told."""
    sources = sources_of(leaflet, theme)
    return tuple(
        problem(
            fault.code,
            sources.get(block, leaflet.cover.source),
            WARNING,
            block=block or "cover",
            panel=f"P{panel.number}",
            text=_words(fault.run),
            ink=fault.run.ink.name,
            ground=fault.ground,
            measured=f"{fault.measured:.1f}",
            least=f"{fault.least:g}",
        )
        for panel in panels
        for block, fault in _worst(panel)
    )


def _worst(panel: Panel) -> Iterator[tuple[str, _Fault]]:
    found: dict[tuple[str, str], _Fault] = {}
    for block, fault in _faults(panel):
        known = found.get((block, fault.code))
        if known is None or fault.measured / fault.least < known.measured / known.least:
            found[block, fault.code] = fault
    yield from ((block, fault) for (block, _), fault in found.items())


def _faults(panel: Panel) -> Iterator[tuple[str, _Fault]]:
    shapes: list[_Shape] = []
    bare = panel.ground or _PAPER
    texts = tuple(_walked((*panel.under, *panel.over), _Place(), "", (), shapes))
    for text in texts:
        for glyph in {text.run.glyphs[0], text.run.glyphs[-1]}:
            ground = _ground(text, glyph, shapes, bare)
            if ground is not None:
                yield from ((text.block, fault) for fault in _judged(text.run, ground))


def _judged(run: TextRun, ground: Ink) -> Iterator[_Fault]:
    bold = any(word in run.face for word in ("Bold", "Black", "Heavy"))
    large = run.size >= (LARGE_BOLD if bold else LARGE)
    least = ENOUGH_LARGE if large else ENOUGH
    plain = contrast(run.ink.srgb, ground.srgb)
    if plain < least:
        yield _Fault("text-faint", run, ground.name, plain, least)
        return
    others = min(contrast(run.ink.srgb, ground.srgb, eyes) for eyes in EYES)
    if others < ENOUGH_LARGE:
        yield _Fault("text-faint-to-some", run, ground.name, others, ENOUGH_LARGE)
    smallest = REVERSED * (NOTE_SIZE if run.y else 1.0)
    if run.size < smallest - 0.005 and luminance(run.ink.srgb) > luminance(ground.srgb):
        yield _Fault("text-reversed-small", run, ground.name, run.size, REVERSED)


def _walked(
    items: Iterable[Item],
    place: _Place,
    block: str,
    clips: tuple[_Outline, ...],
    shapes: list[_Shape],
) -> Iterator[_Text]:
    """The runs in order of painting; on the way ``shapes`` gathers what is painted."""
    for item in items:
        match item:
            case TextRun():
                yield _Text(item, block, place, len(shapes))
            case Group():
                inner = place.within(item)
                yield from _walked(item.items, inner, item.block or block, clips, shapes)
            case Clip():
                narrower = (*clips, _outline(item.segments, place, item.even_odd))
                yield from _walked(item.items, place, block, narrower, shapes)
            case Image():
                corners = (item.x, item.y, item.x + item.width, item.y + item.height)
                shapes.append(_Shape(_outline((("R", corners),), place), None, clips))
            case Path() if item.fill is not None and not item.lettering:
                shapes.append(
                    _Shape(_outline(item.segments, place, item.even_odd), item.fill, clips)
                )


def _ground(text: _Text, glyph: SetGlyph, shapes: Sequence[_Shape], bare: Ink) -> Ink | None:
    """The ink under the middle of a glyph; None where a picture lies."""
    run = text.run
    rise = CENTRE * run.size if run.stance != "upright" else -run.size / 2
    along = run.size / 2 if run.stance != "upright" else 0.0
    middle = text.place.point(run.x + glyph.x + along, run.y + glyph.y - rise)
    for shape in reversed(shapes[: text.shapes]):
        if shape.covers(middle):
            return shape.ink
    return bare


def _outline(segments: Iterable[Segment], place: _Place, even_odd: bool = False) -> _Outline:
    """The corners of a path on the panel, curves by their points at quarters."""
    polygons: list[list[_Point]] = []
    for sign, values in segments:
        if sign == "R":
            left, top, right, bottom = values
            polygons.append([(left, top), (right, top), (right, bottom), (left, bottom)])
        elif sign == "M":
            polygons.append([(values[0], values[1])])
        elif sign == "C":
            start = polygons[-1][-1]
            polygons[-1] += [_on_curve(start, values, part / 4) for part in (1, 2, 3, 4)]
        elif sign == "L":
            polygons[-1].append((values[0], values[1]))
    placed = tuple(tuple(place.point(x, y) for x, y in polygon) for polygon in polygons)
    return _Outline(placed, even_odd)


def _on_curve(start: _Point, values: Sequence[float], t: float) -> _Point:
    x1, y1, x2, y2, x, y = values
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    across, down = (start[0], x1, x2, x), (start[1], y1, y2, y)
    return (
        sum(w * v for w, v in zip(weights, across, strict=True)),
        sum(w * v for w, v in zip(weights, down, strict=True)),
    )


def _turns(point: _Point, polygon: _Polygon) -> int:
    """How often a closed line goes round a point: clockwise less anticlockwise."""
    x, y = point
    turns = 0
    for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            turns += 1 if y2 > y1 else -1
    return turns


def _words(run: TextRun) -> str:
    words = "".join([glyph.text for glyph in run.glyphs])
    return f"{words[:_TOLD]}…" if len(words) > _TOLD else words
