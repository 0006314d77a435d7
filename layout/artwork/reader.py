"""From a tree of SVG elements to things that can be drawn.

Everything that cannot be printed as it looks is refused, each with its line: text (its font is
not here), gradients and patterns, see-through paint, masks, filters, pictures and whatever lies
outside the file.  Nothing is left out silently but what does not show.
"""

from collections.abc import Callable, Iterator, Mapping
from math import hypot

from layout.artwork.colours import CURRENT, Colour, Inks, colour
from layout.artwork.numbers import (
    IDENTITY,
    Matrix,
    Segments,
    bounds,
    length,
    moved,
    numbers_in,
    scale_of,
    times,
    transform,
)
from layout.artwork.paths import rectangle, shape
from layout.artwork.styles import INITIAL, REFUSED, Rule, inherited, looks, sheet
from layout.artwork.tree import Element, parse
from layout.frame import Clip, Frame, Item, Path, Stroke
from layout.geometry import Pt
from layout.problems import LeafletError, Problem, problem
from layout.values import NamedTuple

_DATA = 3
MOST_DRAWN = 300_000
"""The most elements and segments a drawing may come to, what it uses again counted every time."""
DEEPEST_DRAWN = 96
_MOST_PROBLEMS = 30

_SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_GROUPS = frozenset(("g", "a", "switch"))
_UNSEEN = frozenset(
    ("defs", "symbol", "clipPath", "title", "desc", "metadata", "style", "view")
    + ("linearGradient", "radialGradient", "pattern", "mask", "filter", "marker")
)
_TEXTS = frozenset(("text", "tspan", "textPath", "tref", "font", "font-face"))
_LIVE = frozenset(("script", "foreignObject", "animate", "animateTransform", "animateMotion"))

Look = Mapping[str, str]


class _View(NamedTuple):
    """Where an element is drawn: its matrix, the size of the view it stands in, its look."""

    matrix: Matrix
    width: float
    height: float
    look: Look
    inside: tuple[str, ...] = ()
    depth: int = 0


def read(data: bytes, name: str, inks: Inks) -> Frame:
    """The drawing in the SVG file ``name``, a point for each user unit.

    Raises LeafletError (exit code 3) with all that is wrong.
    """
    root = parse(data, name)
    reader = _Reader(root, inks)
    drawing = reader.drawing()
    if reader.problems:
        raise LeafletError(tuple(sorted(reader.problems.values(), key=_order)), _DATA)
    return drawing


def _order(found: Problem) -> tuple[int, int]:
    return found.source.line, found.source.column


class _Reader:
    """Walks one tree; gathers what is wrong."""

    def __init__(self, root: Element, inks: Inks) -> None:
        self.problems: dict[tuple[str, str], Problem] = {}
        self._root, self._inks = root, inks
        self._named = {e.attributes["id"]: e for e in _all(root) if "id" in e.attributes}
        self._rules: tuple[Rule, ...] = ()
        self._drawn = 0

    def drawing(self) -> Frame:
        for element in _all(self._root):
            if element.tag == "style":
                self._sheet(element)
        try:
            width, height, fitting = _opened(self._root, None)
        except ValueError as error:
            self._say("artwork-value", self._root, what="viewBox", value=error)
            return Frame(Pt(1.0), Pt(1.0), ())
        view = _View(IDENTITY, width, height, INITIAL)
        items = tuple(self._in_view(self._root, view, fitting))
        outline = rectangle(0.0, 0.0, width, height, 0.0, 0.0)
        if _overhangs(items, width, height):
            items = (Clip(outline, items),)
        if not items and not self.problems:
            self._say("artwork-nothing", self._root)
        return Frame(Pt(width), Pt(height), items)

    def _say(self, code: str, element: Element, **arguments: object) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            found = problem(code, element.source)
            given = tuple((key, str(value)) for key, value in arguments.items())
            key = (code, str(arguments.get("what", "")))
            self.problems.setdefault(key, found._replace(arguments=given))

    def _sheet(self, element: Element) -> None:
        try:
            self._rules += sheet("".join(element.text))
        except ValueError as error:
            self._say("artwork-css", element, value=error)
        self._rules = tuple(sorted(self._rules, key=lambda rule: rule.weight))

    def _element(self, element: Element, view: _View) -> Iterator[Item]:
        tag = element.tag
        if tag in _UNSEEN or self._spent(1 if view.depth <= DEEPEST_DRAWN else MOST_DRAWN):
            return
        if tag in _TEXTS:
            self._say("artwork-text", element)
        elif tag == "image":
            self._say("artwork-image", element)
        elif tag in _LIVE or tag not in _SHAPES | _GROUPS | {"svg", "use"}:
            self._say("artwork-element", element, what=tag)
        else:
            try:
                own = looks(tag, element.attributes, self._rules)
                look = inherited(view.look, own)
            except ValueError as error:
                self._say("artwork-css", element, value=error)
                return
            if look.get("display") != "none" and self._allowed(element, look):
                yield from self._placed(element, view, look)

    def _placed(self, element: Element, view: _View, look: Look) -> Iterator[Item]:
        try:
            matrix = times(view.matrix, transform(look.get("transform", "")))
        except ValueError as error:
            self._say("artwork-value", element, what="transform", value=error)
            return
        here = view._replace(matrix=matrix, look=look, depth=view.depth + 1)
        items = tuple(self._content(element, here))
        reference = look.get("clip-path", "none")
        if items and reference != "none":
            clip = self._clip(element, reference, here, items)
            items = (clip,) if clip else ()
        yield from items

    def _content(self, element: Element, view: _View) -> Iterator[Item]:
        if element.tag in _SHAPES:
            yield from self._shape(element, view)
        elif element.tag == "use":
            yield from self._use(element, view)
        elif element.tag == "svg":
            yield from self._nested(element, view, element.attributes)
        else:
            for child in element.children:
                yield from self._element(child, view)

    def _shape(self, element: Element, view: _View) -> Iterator[Item]:
        segments = self._outline(element, view)
        if not segments or view.look.get("visibility") != "visible":
            return
        fill = None if element.tag == "line" else self._paint(element, view.look, "fill")
        line = self._paint(element, view.look, "stroke")
        stroke = self._stroke(element, view, line) if line else None
        if fill or stroke:
            ink = self._inks(fill) if fill else None
            yield Path(segments, ink, stroke, even_odd=view.look["fill-rule"] == "evenodd")

    def _outline(self, element: Element, view: _View) -> Segments:
        try:
            drawn = shape(element.tag, element.attributes, view.width, view.height)
        except ValueError as error:
            self._say("artwork-value", element, what=element.tag, value=error)
            return ()
        return () if self._spent(len(drawn)) else moved(drawn, view.matrix)

    def _spent(self, parts: int) -> bool:
        """Whether the drawing has come to more than can be meant."""
        self._drawn += parts
        if self._drawn > MOST_DRAWN:
            self._say("artwork-too-much", self._root, name=self._root.source.file)
        return self._drawn > MOST_DRAWN

    def _paint(self, element: Element, look: Look, name: str) -> Colour | None:
        """The colour of the fill or stroke, None for none; what cannot be printed is refused."""
        value = look[name]
        opacity = look.get(f"{name}-opacity", "1")
        if value in ("none", "transparent") or _number(opacity) == 0:
            return None
        if _number(opacity) != 1:
            self._say("artwork-transparent", element, what=f"{name}-opacity")
        if "url(" in value:
            server = self._named.get(_reference(value))
            pattern = server is not None and server.tag == "pattern"
            self._say("artwork-pattern" if pattern else "artwork-gradient", element)
            return None
        try:
            found = colour(value)
            return colour(look["color"]) if found.role == CURRENT else found
        except ValueError:
            seen = "rgba(" in value or "#" in value and len(value) in (5, 9)
            code = "artwork-transparent" if seen else "artwork-colour"
            self._say(code, element, what=value)
            return None

    def _stroke(self, element: Element, view: _View, line: Colour) -> Stroke | None:
        look, scale = view.look, scale_of(view.matrix)
        level = hypot(view.width, view.height) / 2**0.5
        try:
            width = length(look["stroke-width"], level)
            dashes = look["stroke-dasharray"].replace("px", "")
            dash = () if dashes == "none" else numbers_in(dashes)
            miter = length(look["stroke-miterlimit"], 1.0)
        except ValueError as error:
            self._say("artwork-value", element, what="stroke", value=error)
            return None
        if width <= 0:
            return None
        if scale is None:
            self._say("artwork-stretched", element)
            return None
        dash = tuple(part * scale for part in dash * (1 + len(dash) % 2))
        if any(part < 0 for part in dash) or not any(dash):
            dash = ()
        cap = look["stroke-linecap"] if look["stroke-linecap"] in _CAPS else "butt"
        join = look["stroke-linejoin"] if look["stroke-linejoin"] in _JOINS else "miter"
        return Stroke(self._inks(line), Pt(width * scale), cap, join, dash, max(1.0, miter))

    def _use(self, element: Element, view: _View) -> Iterator[Item]:
        reference = element.attributes.get("href", "")
        if not reference.startswith("#"):
            self._say("artwork-outside", element, what=reference[:60])
            return
        target = self._named.get(reference[1:])
        if target is None or reference in view.inside or view.depth > DEEPEST_DRAWN:
            self._say("artwork-reference", element, what=reference)
            return
        try:
            x = length(element.attributes.get("x", "0"), view.width)
            y = length(element.attributes.get("y", "0"), view.height)
        except ValueError as error:
            self._say("artwork-value", element, what="use", value=error)
            return
        there = view._replace(
            matrix=times(view.matrix, (1.0, 0.0, 0.0, 1.0, x, y)),
            inside=(*view.inside, reference),
        )
        if target.tag in ("symbol", "svg"):
            sizes = {k: v for k, v in element.attributes.items() if k in ("width", "height")}
            given = {"width": "100%", "height": "100%"} if target.tag == "symbol" else {}
            place = {**given, **target.attributes, "x": "0", "y": "0", **sizes}
            yield from self._nested(target, there, place)
        else:
            yield from self._element(target, there)

    def _nested(self, element: Element, view: _View, given: Mapping[str, str]) -> Iterator[Item]:
        """A view of its own within the drawing, cut off at its edges."""
        try:
            x, y = length(given.get("x", "0"), view.width), length(given.get("y", "0"), view.height)
            asked = element._replace(attributes=given)
            width, height, fitting = _opened(asked, (view.width, view.height))
            own = looks(element.tag, element.attributes, self._rules)
        except ValueError as error:
            self._say("artwork-value", element, what=element.tag, value=error)
            return
        there = view._replace(
            matrix=times(view.matrix, (1.0, 0.0, 0.0, 1.0, x, y)),
            look=inherited(view.look, own),
        )
        items = tuple(self._in_view(element, there, fitting))
        window = moved(rectangle(0.0, 0.0, width, height, 0.0, 0.0), there.matrix)
        if own.get("overflow") in ("visible", "auto"):
            yield from items
        elif items:
            yield Clip(window, items)

    def _in_view(self, element: Element, view: _View, fitting: "_Fitting") -> Iterator[Item]:
        own = looks(element.tag, element.attributes, self._rules) if view.look is INITIAL else {}
        inner = view._replace(
            matrix=times(view.matrix, fitting.matrix),
            width=fitting.width,
            height=fitting.height,
            look=inherited(view.look, own),
        )
        if self._allowed(element, inner.look):
            for child in element.children:
                yield from self._element(child, inner)

    def _allowed(self, element: Element, look: Look) -> bool:
        """Whether nothing is asked of an element that cannot be printed."""
        asked = [name for name, idle in REFUSED.items() if look.get(name, min(idle)) not in idle]
        for name in asked:
            self._say("artwork-property", element, what=name)
        opacity = _number(look.get("opacity", "1"))
        if opacity not in (0, 1):
            self._say("artwork-transparent", element, what="opacity")
        return not asked and opacity != 0

    def _clip(
        self, element: Element, reference: str, view: _View, items: tuple[Item, ...]
    ) -> Clip | None:
        """The items seen through a clipPath; None if nothing of them is."""
        name = _reference(reference)
        target = self._named.get(name)
        if target is None or target.tag != "clipPath" or f"clip {name}" in view.inside:
            self._say("artwork-reference", element, what=reference)
            return None
        given = target.attributes
        if given.get("clipPathUnits") == "objectBoundingBox":
            self._say("artwork-property", target, what="clipPathUnits")
            return None
        outer = view._replace(look=INITIAL, inside=(*view.inside, f"clip {name}"))
        try:
            own = transform(given.get("transform", ""))
        except ValueError as error:
            self._say("artwork-value", target, what="transform", value=error)
            return None
        outer = outer._replace(matrix=times(view.matrix, own))
        shapes = [part for child in target.children for part in self._window(child, outer)]
        if not shapes:
            return None
        if len(shapes) > 1 and _overlap([segments for segments, _ in shapes]):
            self._say("artwork-clip", target)
        merged = tuple(segment for segments, _ in shapes for segment in segments)
        return Clip(merged, items, any(even_odd for _, even_odd in shapes))

    def _window(self, element: Element, view: _View) -> Iterator[tuple[Segments, bool]]:
        """The outlines that a child of a clipPath adds to it."""
        if self._spent(1):
            return
        if element.tag == "use":
            target = self._named.get(element.attributes.get("href", "")[1:])
            if target is not None and target.tag in _SHAPES:
                yield from self._window(target, view)
                return
        if element.tag not in _SHAPES:
            if element.tag not in _UNSEEN:
                self._say("artwork-clip", element)
            return
        look = inherited(view.look, looks(element.tag, element.attributes, self._rules))
        try:
            matrix = times(view.matrix, transform(look.get("transform", "")))
        except ValueError as error:
            self._say("artwork-value", element, what="transform", value=error)
            return
        segments = self._outline(element, view._replace(matrix=matrix))
        if segments:
            yield segments, look["clip-rule"] == "evenodd"


_CAPS = ("butt", "round", "square")
_JOINS = ("miter", "round", "bevel")


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)


def _number(text: str) -> float:
    """A share such as ``0.5`` or ``50%``, held between 0 and 1; 0.5 for what is no number."""
    try:
        value = float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return 0.5
    return min(1.0, max(0.0, value))


def _reference(value: str) -> str:
    """The id in ``url(#id)``; empty for what leads elsewhere."""
    inner = value.partition("url(")[2].partition(")")[0].strip().strip("\"'")
    return inner[1:] if inner.startswith("#") else ""


class _Fitting(NamedTuple):
    """How a viewBox lies in its view, and its size in its own units."""

    matrix: Matrix
    width: float
    height: float


def _opened(element: Element, outer: tuple[float, float] | None) -> tuple[float, float, _Fitting]:
    """The size of a view and how what is in it lies there (SVG 1.1, 7.7 and 7.8)."""
    given = element.attributes
    box = numbers_in(given["viewBox"]) if given.get("viewBox", "").strip() else ()
    if box and (len(box) != 4 or not (box[2] > 0 and box[3] > 0)):
        raise ValueError(given["viewBox"])
    whole = outer or ((box[2], box[3]) if box else _NO_SIZE)
    stated = [given.get(key, "100%").strip() for key in ("width", "height")]
    if outer is None and box and any(text.endswith("%") or text == "auto" for text in stated):
        width, height = box[2], box[3]
    else:
        width, height = (length(text, side) for text, side in zip(stated, whole, strict=True))
    if not (width > 0 and height > 0):
        raise ValueError(" × ".join(stated))
    if not box:
        return width, height, _Fitting(IDENTITY, width, height)
    matrix = _aligned(box, width, height, given.get("preserveAspectRatio", ""))
    return width, height, _Fitting(matrix, box[2], box[3])


_NO_SIZE = (300.0, 150.0)
"""What a drawing measures that says nothing of its size (CSS 2.1, 10.3.2)."""
_PART = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


def _aligned(box: tuple[float, ...], width: float, height: float, ratio: str) -> Matrix:
    words = ratio.replace("defer", "").split() or ["xMidYMid"]
    across, down = width / box[2], height / box[3]
    if words[0] == "none":
        return across, 0.0, 0.0, down, -box[0] * across, -box[1] * down
    choose: Callable[[float, float], float] = max if words[1:] == ["slice"] else min
    scale = choose(across, down)
    try:
        x, y = _PART[words[0][1:4]], _PART[words[0][5:8]]
    except KeyError:
        raise ValueError(ratio) from None
    left, top = (width - box[2] * scale) * x, (height - box[3] * scale) * y
    return scale, 0.0, 0.0, scale, left - box[0] * scale, top - box[1] * scale


def _overhangs(items: tuple[Item, ...], width: float, height: float) -> bool:
    """Whether anything may reach beyond the view's edges."""
    for item in items:
        if isinstance(item, Path | Clip):
            left, top, right, bottom = bounds(item.segments)
            wide = item.stroke.width / 2 if isinstance(item, Path) and item.stroke else 0.0
            if min(left, top) - wide < -0.001 or right + wide > width or bottom + wide > height:
                return True
    return False


def _overlap(outlines: list[Segments]) -> bool:
    """Whether any two outlines may share ink: their boxes meet."""
    boxes = [bounds(segments) for segments in outlines]
    return any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for place, a in enumerate(boxes)
        for b in boxes[:place]
    )
