"""Frames as content streams.

Translations are worked into the coordinates, y is turned over, and graphics state is set
only where it changes, which keeps the streams short.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, groupby, pairwise
from math import cos, radians, sin
from operator import attrgetter

from layout.frame import (
    BLACK,
    UPRIGHT,
    Clip,
    Group,
    Image,
    Ink,
    Item,
    Path,
    Segment,
    Stroke,
    TextRun,
)
from layout.geometry import Pt
from layout.pdf.fonts import EmbeddedFont
from layout.pdf.inks import InkWriter
from layout.pdf.numbers import number, numbers, tidy
from layout.pdf.parting import BLANK
from layout.pdf.showing import Span, begin_actual, show, spans
from layout.values import NamedTuple

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_SHORT = 5
"""The most segments of an outline that is written with coordinates of the page."""

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h", "R": "re"}
_SHAPE = {
    "R": "%.2f %.2f %.2f %.2f re",
    "M": "%.2f %.2f m",
    "L": "%.2f %.2f l",
    "C": "%.2f %.2f %.2f %.2f %.2f %.2f c",
    "Z": "h",
}


_DEPTH, _ALONG = attrgetter("y"), attrgetter("x")

KNOCK_OUT, OVERPRINT = "Knock", "Over"
"""Resource names of the two ways in which an ink meets what lies under it."""

_NO_PICTURES: Mapping[str, str] = {}

_THIN = 1.5
"""The widest black line, in points, that prints over its ground instead of out of it."""


class _State(NamedTuple):
    """Graphics state as set by operators, in their own words (ISO 32000-1 8.4)."""

    fill: str = "0 g"
    stroke: str = "0 G"
    over: str = f"/{KNOCK_OUT} gs"
    font: str = ""
    width: str = "1 w"
    cap: str = "0 J"
    join: str = "0 j"
    miter: str = "10 M"
    dash: str = "[]0 d"


_UNKNOWN = _State(*[""] * len(_State._fields))
"""The state where content begins amid other content: whatever it needs it sets."""


class Blank(NamedTuple):
    """Where content is left out of a page for what is of one block: the origin of that, in
    points from the left and from the bottom, and how many operators stand before."""

    block: str
    x: float
    base: float
    place: int


class ContentWriter:
    """Writes one content stream: draw items, then take ``content()``.

    ``overprint``: black text and thin black lines are printed over what lies under them
    (墨ノセ), so that no white shows beside them where plates shift; nothing else ever
    is.  ``pictures`` gives the resource names of pictures.
    """

    def __init__(
        self,
        inks: InkWriter,
        fonts: Mapping[str, EmbeddedFont],
        overprint: bool = False,
        pictures: Mapping[str, str] = _NO_PICTURES,
    ) -> None:
        self._inks = cache(inks)
        self._overprint = overprint
        self._pictures = pictures
        self._fonts = fonts
        self._out: list[str] = []
        self._state = _State()
        self._line: tuple[int, int] | None = None  # where Td last went; None outside BT … ET
        self._spoken_for = False
        self._shown = (0, "", 0, 0)  # how long the stream was after the last shape, what, where
        self.blanks: list[Blank] = []
        """What was left out, in the order of the content."""

    def content(self) -> bytes:
        """The stream, undeflated."""
        self._rest()
        return "\n".join(self._out).encode("ascii")

    def contents(self) -> list[bytes]:
        """The content in streams, undeflated: one before each blank, one after them all."""
        self._rest()
        cuts = [0, *[blank.place for blank in self.blanks], len(self._out)]
        return ["\n".join(self._out[a:b]).encode("ascii") for a, b in pairwise(cuts)]

    def insert(self, items: Iterable[Item], blank: Blank) -> bytes:
        """The items as the content of a blank, which leaves the graphics state as it was."""
        self._state = _UNKNOWN if self._overprint else _UNKNOWN._replace(over=self._over(None))
        self._out.append("q")
        self.draw(items, blank.x, blank.base)
        self._rest()
        self._restore(self._state)
        return self.content()

    def _rest(self) -> None:
        """Ends what cannot go on where other content begins."""
        self._end_text()

    def draw(self, items: Iterable[Item], x: float, base: float) -> None:
        """Items whose origin is at ``x`` points from the left and ``base`` from the bottom."""
        for item in items:
            if isinstance(item, TextRun):
                self._text(item, x, base)
            elif isinstance(item, Path):
                self._path(item, x, base)
            elif isinstance(item, Clip):
                self._clip(item, x, base)
            elif isinstance(item, Image):
                self._image(item, x, base)
            else:
                self._group(item, x + item.x, base - item.y)

    def _text(self, run: TextRun, x: float, base: float) -> None:
        if run.stance:
            self._standing(run, x, base)
            return
        font = self._fonts[run.face]
        size = number(run.size, 4)
        self._begin_text()
        self._set(
            fill=self._inks(run.ink).fill,
            over=self._over(run.ink),
            font=f"/{font.label} {size} Tf",
        )
        for y, level in groupby(run.glyphs, key=_DEPTH):
            glyphs = tuple(level)
            parts = [(glyphs, None)] if self._spoken_for else spans(glyphs, font)
            left = _thousandths(x + run.x + glyphs[0].x)
            self._move_to(left, _thousandths(base - run.y - y))
            self._out.append(show(parts, Pt(left / 1000 - x - run.x), float(size), font))

    def _standing(self, run: TextRun, x: float, base: float) -> None:
        """Glyphs turned back on a line that is turned by 90 degrees (vertical writing).

        The pen of upright ones goes on along the line, of those across it from its lower side
        to its upper; each level of them has a matrix of its own.
        """
        upright = run.stance == UPRIGHT
        font = self._fonts[run.face + UPRIGHT if upright else run.face]
        size = number(run.size, 4)
        self._end_text()
        self._set(
            fill=self._inks(run.ink).fill,
            over=self._over(run.ink),
            font=f"/{font.label} {size} Tf",
        )
        self._out.append("BT")
        for _, level in groupby(run.glyphs, key=_DEPTH if upright else _ALONG):
            glyphs = tuple(level)
            left = _thousandths(x + run.x + glyphs[0].x)
            up = _thousandths(base - run.y - glyphs[0].y)
            self._out.append(f"0 1 -1 0 {numbers(left / 1000, up / 1000)} Tm")
            origin = left / 1000 - x - run.x if upright else up / 1000 - base + run.y
            if not upright:
                glyphs = tuple([glyph._replace(x=Pt(-glyph.y)) for glyph in glyphs])
            parts = [(glyphs, None)] if self._spoken_for else spans(glyphs, font)
            self._out.append(show(_parted(parts), Pt(origin), float(size), font))
        self._out.append("ET")

    def _move_to(self, left: int, up: int) -> None:
        """To a point in thousandths: whole numbers, so that no rounding adds up."""
        from_left, from_up = self._line or (0, 0)
        self._out.append(f"{numbers((left - from_left) / 1000, (up - from_up) / 1000)} Td")
        self._line = (left, up)

    def _begin_text(self) -> None:
        if self._line is None:
            self._out.append("BT")
            self._line = (0, 0)

    def _end_text(self) -> None:
        if self._line is not None:
            self._out.append("ET")
            self._line = None

    def _path(self, path: Path, x: float, base: float) -> None:
        self._end_text()
        if path.fill:
            self._set(
                fill=self._inks(path.fill).fill,
                over=self._over(path.fill if path.lettering else None),
            )
        if path.stroke:
            self._set_stroke(path.stroke, self._inks(path.stroke.ink).stroke)
            line = path.stroke.width <= _THIN and not path.fill
            self._set(over=self._over(path.stroke.ink if line else None))
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}
        operator = paint.get((path.fill is not None, path.stroke is not None))
        if operator and path.segments:
            operator += "*" if path.even_odd and path.fill else ""
            if len(path.segments) <= _SHORT:
                self._out.append(f"{_outline(path.segments, x, base)}\n{operator}")
            else:
                self._shape(path.segments, x, base, operator)

    def _shape(self, segments: tuple[Segment, ...], x: float, base: float, operator: str) -> None:
        """A longer outline, drawn about its own first point, and about that of the one before
        where it is the same shape again: so stars, waves and dots are the same bytes again and
        again, which deflate to next to nothing.
        """
        left, top = segments[0][1][:2]
        outline = _rectangles(segments, left, top) if segments[0][0] == "R" else ""
        if not outline:
            steps = [_SHAPE[kind] % _operands(kind, each, -left, top) for kind, each in segments]
            outline = tidy("\n".join(steps))
        shape = f"{outline}\n{operator}"
        place = _thousandths(x + left), _thousandths(base - top)
        across, up = place
        if self._shown[:2] == (len(self._out), shape):
            self._out.pop()
            across, up = across - self._shown[2], up - self._shown[3]
        else:
            self._out.append("q")
        moved = f"1 0 0 1 {numbers(across / 1000, up / 1000)} cm"
        self._out += (f"{moved}\n{shape}", "Q")
        self._shown = len(self._out), shape, *place

    def _set_stroke(self, stroke: Stroke, colour: str) -> None:
        self._set(
            stroke=colour,
            width=f"{number(stroke.width)} w",
            cap=f"{_CAPS[stroke.cap]} J",
            join=f"{_JOINS[stroke.join]} j",
            miter=f"{number(stroke.miter)} M",
            dash=f"[{numbers(*stroke.dash)}]0 d",
        )

    def _image(self, image: Image, x: float, base: float) -> None:
        self._end_text()
        self._set(over=self._over(None))
        box = (image.width, 0, 0, image.height, x + image.x, base - image.y - image.height)
        self._out.append(f"q {numbers(*box)} cm /{self._pictures[image.name]} Do Q")

    def _over(self, ink: Ink | None) -> str:
        """The way of painting in an ink, None for what always clears its ground."""
        full = self._overprint and ink is not None and ink.is_black and ink.cmyk == BLACK.cmyk
        return f"/{OVERPRINT if full else KNOCK_OUT} gs"

    def _set(self, **wanted: str) -> None:
        state = self._state
        changed = [value for name, value in wanted.items() if getattr(state, name) != value]
        if changed:
            self._out += changed
            self._state = state._replace(**wanted)

    def _clip(self, clip: Clip, x: float, base: float) -> None:
        before = self._save()
        self._out.append(f"{_outline(clip.segments, x, base)}\n{'W*' if clip.even_odd else 'W'} n")
        self.draw(clip.items, x, base)
        self._restore(before)

    def _group(self, group: Group, x: float, base: float) -> None:
        if group.role == BLANK:
            self._rest()
            self.blanks.append(Blank(group.block, x, base, len(self._out)))
            self._shown = (0, "", 0, 0)
        elif self._spoken_for:
            self._place(group, x, base)
        elif group.actual is not None:
            self._say(group.actual, group, x, base)
        elif (said := _line_said(group.items)) is not None:
            runs = tuple([item for item in group.items if isinstance(item, TextRun)])
            beside = tuple([item for item in group.items if not isinstance(item, TextRun)])
            self._say(said, group._replace(items=runs), x, base)
            self._place(group._replace(items=beside), x, base)
        else:
            self._place(group, x, base)

    def _say(self, text: str, group: Group, x: float, base: float) -> None:
        """The group under the text that it stands for."""
        self._end_text()
        self._out.append(begin_actual(text))
        self._spoken_for = True
        self._place(group, x, base)
        self._spoken_for = False
        self._end_text()
        self._out.append("EMC")

    def _place(self, group: Group, x: float, base: float) -> None:
        if not group.turn:
            self.draw(group.items, x, base)
            return
        before = self._save()
        c, s = cos(radians(group.turn)), sin(radians(group.turn))
        matrix = " ".join(number(value, 6) for value in (c, -s, s, c, x, base))
        self._out.append(f"{matrix} cm")
        self.draw(group.items, 0, 0)
        self._restore(before)

    def _save(self) -> _State:
        self._end_text()
        self._out.append("q")
        return self._state

    def _restore(self, before: _State) -> None:
        self._end_text()
        self._out.append("Q")
        self._state = before


def _parted(parts: Sequence[Span]) -> list[Span]:
    """The same with the last glyph shown by itself.

    PDFium reads texts whose last pieces begin at one height from left to right: lines, which
    all begin at the head, would be read backwards.
    """
    *others, (glyphs, actual) = parts
    if actual is not None or len(glyphs) < 2:
        return list(parts)
    return [*others, (glyphs[:-1], None), (glyphs[-1:], None)]


def _line_said(items: tuple[Item, ...]) -> str | None:
    """What a line of vertical writing says; readers put its runs in another order, as those
    that lie along it and those that stand have not one baseline.

    PDFium leaves out of it what is beyond the basic plane: such a line speaks for itself.
    """
    runs = [item for item in items if isinstance(item, TextRun)]
    if not any(run.stance for run in runs):
        return None
    said = "".join([glyph.text for run in runs for glyph in run.glyphs])
    return said if max(said, default="") < "\ufffd" else None


def _thousandths(length: float) -> int:
    return round(length * 1000)


def _outline(segments: tuple[Segment, ...], x: float, base: float) -> str:
    return _rectangle(segments, x, base) or "\n".join(
        [
            f"{numbers(*_operands(kind, points, x, base))} {_OPERATORS[kind]}".lstrip()
            for kind, points in segments
        ]
    )


def _rectangles(segments: tuple[Segment, ...], x: float, top: float) -> str:
    """Very many rectangles at once, with their origin at ``x, top``: a QR code has hundreds.

    Empty where there are others among them, or numbers that would be written with an exponent.
    """
    if any(kind != "R" for kind, _ in segments):
        return ""
    sides = [
        (left - x, top - low, right - left, low - high) for _, (left, high, right, low) in segments
    ]
    lines = "\n".join(["%.5g %.5g %.5g %.5g re"] * len(sides))
    written = lines % tuple(chain.from_iterable(sides))
    return "" if "e-" in written or "e+" in written else written


def _operands(kind: str, points: tuple[float, ...], x: float, base: float) -> tuple[float, ...]:
    """Coordinates as the operator wants them: of a rectangle its corner, width and height."""
    if kind != "R":
        return _moved(points, x, base)
    left, top, right, bottom = points
    return x + left, base - bottom, right - left, bottom - top


def _moved(points: tuple[float, ...], x: float, base: float) -> tuple[float, ...]:
    """Coordinates with their origin at ``x, base`` and y turned over."""
    return tuple([base - value if index & 1 else x + value for index, value in enumerate(points)])


def _rectangle(segments: tuple[Segment, ...], x: float, base: float) -> str:
    """``re`` for four straight sides along the axes; empty for any other outline."""
    if "".join([kind for kind, _ in segments]) != "MLLLZ":
        return ""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (points for _, points in segments[:4])
    if not (x0 == x3 and x1 == x2 and y0 == y1 and y2 == y3):
        return ""
    left, right = _thousandths(x + x0), _thousandths(x + x2)
    bottom, top = _thousandths(base - y2), _thousandths(base - y0)
    corner = (left / 1000, bottom / 1000, (right - left) / 1000, (top - bottom) / 1000)
    return f"{numbers(*corner)} re"
