"""The room a block is set in: a width, a unit, a step, and the means to set text in it."""

from collections.abc import Callable, Mapping, Sequence
from math import inf

from layout.frame import Frame, Group, Ink, Item
from layout.galley import NEVER, Case, Galley, Slice
from layout.geometry import CENTRE, Em, Pt, Rect
from layout.marked import flat, spans_of
from layout.pictures import NO_DRAWINGS
from layout.raster import NO_PICTURES, Picture
from layout.text.fonts import Fonts
from layout.text.paragraph import Line, Paragraph, Span, natural_width, prepare, set_paragraph
from layout.theme import Options, TextStyle, Theme
from layout.values import NamedTuple

_TOUCHING = 0.04
"""How far em boxes of base and ruby may overlap: less than the white inside both (ems)."""


class Setter:
    """Sets text for one composition and keeps what it has prepared; knows its pictures.

    Shaping does not depend on the measure, and lines do not depend on the step: while
    copy-fitting tries one step after the other, each text is shaped once and broken once
    per measure.
    """

    def __init__(
        self,
        fonts: Fonts,
        pictures: Mapping[str, Picture] = NO_PICTURES,
        artwork: Mapping[str, Frame] = NO_DRAWINGS,
    ) -> None:
        self.fonts = fonts
        self.pictures = pictures
        self.artwork = artwork
        self._paragraphs: dict[tuple[tuple[Span, ...], TextStyle], Paragraph] = {}
        self._lines: dict[tuple[int, tuple[float, ...], float], tuple[Line, ...]] = {}
        self._widths: dict[int, float] = {}
        self.loose: dict[int, str] = {}
        """The texts of loose lines, by the identity of their first runs."""

    def lines(
        self, spans: Sequence[Span], rules: TextStyle, measure: float, unit: float
    ) -> tuple[Line, ...]:
        """The text broken to ``measure`` points."""
        return self.lines_on(spans, rules, (measure,), unit)

    def lines_on(
        self, spans: Sequence[Span], rules: TextStyle, measures: tuple[float, ...], unit: float
    ) -> tuple[Line, ...]:
        """The text broken line by line to ``measures`` in points, the last for all that follow."""
        spans, rules, unit = _at_size_one(spans, rules, unit)
        paragraph = self._paragraph(spans, rules)
        key = (id(paragraph), measures, unit)
        lines = self._lines.get(key)
        if lines is None:
            ems = [measure / unit for measure in measures]
            lines = self._lines[key] = set_paragraph(paragraph, ems, Pt(unit))
            self.loose.update((id(line.runs[0]), line.text) for line in lines if line.loose)
        return lines

    def width(self, spans: Sequence[Span], rules: TextStyle, unit: float) -> float:
        """The natural width of the text on one line, in points."""
        spans, rules, unit = _at_size_one(spans, rules, unit)
        paragraph = self._paragraph(spans, rules)
        width = self._widths.get(id(paragraph))
        if width is None:
            width = self._widths[id(paragraph)] = natural_width(paragraph)
        return width * unit

    def _paragraph(self, spans: Sequence[Span], rules: TextStyle) -> Paragraph:
        key = (tuple(spans), rules)
        paragraph = self._paragraphs.get(key)
        if paragraph is None:
            paragraph = self._paragraphs[key] = prepare(key[0], rules, self.fonts)
        return paragraph


_NO_RUBY = Em(0.5)
"""One size for all texts without ruby: they are the same whatever it would be."""


def _at_size_one(
    spans: Sequence[Span], rules: TextStyle, unit: float
) -> tuple[Sequence[Span], TextStyle, float]:
    """The same text in a unit that is its own size, so that one preparation serves all sizes."""
    if rules.size != 1.0 and all(span.style is rules for span in spans):
        noted = any(span.ruby or span.dots for span in spans)
        plain = rules._replace(size=Em(1.0), ruby=rules.ruby if noted else _NO_RUBY)
        return tuple([span._replace(style=plain) for span in spans]), plain, unit * rules.size
    return spans, rules, unit


class Room(NamedTuple):
    """Where a block is set: ``width``, ``unit`` (body size) and ``step`` (line feed) in points.

    ``swell`` (0 to 1) says how far display text may grow towards the most its form allows,
    where a panel would otherwise stand half empty; ``narrow`` (1 or less) by how much
    headings shrink in a column of few characters; ``air`` (1 or less) by how much the gaps
    between blocks do where copy is long; ``depth`` is the most points a block may take down a
    column that it does not share.

    A room of vertical writing (``theme.direction``) is set as a horizontal one is and turned
    afterwards; what is to stand upright in it is turned back by :meth:`upright`.
    """

    width: float
    unit: float
    step: float
    theme: Theme
    setter: Setter
    swell: float = 0.0
    narrow: float = 1.0
    air: float = 1.0
    depth: float = inf

    def across(self, units: float) -> float:
        """A horizontal length of the theme, in points."""
        return units * self.unit

    def down(self, steps: float) -> float:
        """A vertical length of the theme, in points."""
        return steps * self.step

    @property
    def smallest(self) -> float:
        """The smallest type the theme prints, in units."""
        return self.theme.rhythm.smallest / self.unit

    @property
    def vertical(self) -> bool:
        """Whether its lines run downwards."""
        return self.theme.direction == "vertical"

    def written(self, direction: str) -> "Room":
        """The room for text of a direction."""
        return self._replace(theme=self.theme.written(direction))

    def upright(self, frame: Frame) -> Frame:
        """A frame of horizontal writing or of drawing as it stands upright among the lines."""
        if not self.vertical:
            return frame
        turned = Group(Pt(0), frame.width, frame.items, turn=-90.0)
        return Frame(frame.height, frame.width, (turned,))

    def window(self, zone: Rect, draw: Callable[[Rect], tuple[Item, ...]]) -> tuple[Item, ...]:
        """What ``draw`` draws in a rectangle, upright in a zone of the room."""
        if not self.vertical:
            return draw(zone)
        box = Rect(Pt(0), Pt(0), zone.height, zone.width)
        return (Group(zone.x, zone.bottom, draw(box), turn=-90.0),)

    def gap(self, steps: float) -> float:
        """A gap between blocks: a whole number of half steps, fewer where copy is long."""
        return max(1, round(steps * self.air * 2)) * self.step / 2 if steps else 0.0

    def lines(self, text: str, style: TextStyle, width: float | None = None) -> tuple[Line, ...]:
        """A text in one style, broken to ``width`` points (the room's own if not given)."""
        return self.spans(spans_of(text, style), style, width)

    def spans(
        self, spans: Sequence[Span], rules: TextStyle, width: float | None = None
    ) -> tuple[Line, ...]:
        """A text of several styles under the rules of one."""
        return self.setter.lines(spans, rules, self.width if width is None else width, self.unit)

    def beside(
        self, spans: Sequence[Span], rules: TextStyle, inset: float, count: int
    ) -> tuple[Line, ...]:
        """A text of several styles whose first ``count`` lines leave ``inset`` points free."""
        measures = (self.width - inset,) * count if inset else ()
        return self.setter.lines_on(spans, rules, (*measures, self.width), self.unit)

    def drawing(self, name: str | None) -> Frame | None:
        """The drawing of this name, if one is named and there is one."""
        return self.setter.artwork.get(str(name)) if name else None

    def text_width(self, text: str, style: TextStyle) -> float:
        """The width of the text on one line, in points."""
        return self.setter.width(spans_of(flat(text), style), style, self.unit)

    def feed(self, style: TextStyle) -> float:
        """The line feed of the style, in points."""
        return style.leading * self.step

    def baseline(self, style: TextStyle, height: float | None = None) -> float:
        """Where the baseline lies in a line box of ``height`` (the style's feed if not given)."""
        box = self.feed(style) if height is None else height
        return box / 2 + CENTRE * style.size * self.unit

    def stack(
        self, lines: Sequence[Line], style: TextStyle, x: float = 0.0, y: float = 0.0
    ) -> tuple[Item, ...]:
        """The lines one under the other in a box (see :meth:`tall`) with its top left corner at
        ``x, y``."""
        feed = self.feed_of(lines, style)
        first = self.rise(lines, style, feed) + self.baseline(style, feed)
        return tuple(
            Group(Pt(x), Pt(y + index * feed + first), line.items)
            for index, line in enumerate(lines)
        )

    def tall(self, lines: Sequence[Line], style: TextStyle) -> float:
        """The height in points that :meth:`stack` takes for the lines, what stands above the
        first included."""
        feed = self.feed_of(lines, style)
        return self.rise(lines, style, feed) + len(lines) * feed

    def feed_of(self, lines: Sequence[Line], style: TextStyle) -> float:
        """The line feed, in points: the style's, or what ruby needs between the lines.

        All lines are set further apart, not only those with ruby.
        """
        above = max([line.above for line in lines[1:]], default=0.0)
        needed = (1.0 - _TOUCHING) * style.size * self.unit + above if above else 0.0
        return max(self.feed(style), needed)

    def rise(self, lines: Sequence[Line], style: TextStyle, feed: float) -> float:
        """How far the first line's ruby reaches above the line's own box, in points."""
        above = lines[0].above if lines else 0.0
        return max(0.0, above - (feed - style.size * self.unit) / 2) if above else 0.0

    def one_line(
        self, text: str, style: TextStyle, x: float, y: float, height: float | None = None
    ) -> tuple[Item, ...]:
        """A short text that is known to fit, in a line box whose top left corner is ``x, y``."""
        lines = self.lines(flat(text), style, self.text_width(text, style) + self.unit)[:1]
        box = self.feed(style) if height is None else height
        lowered = lines[0].above / 2 if self.rise(lines, style, box) else 0.0
        baseline = y + lowered + self.baseline(style, box)
        return tuple(Group(Pt(x), Pt(baseline), line.items) for line in lines)

    def running(
        self,
        lines: Sequence[Line],
        style: TextStyle,
        *,
        x: float = 0.0,
        before: float = 0.0,
        part: float = NEVER,
        split: float = NEVER,
        case: Case | None = None,
    ) -> Galley:
        """Lines as slices: three lines at least stay together at either end of a broken text.

        ``part`` is the cost of a column break before the first line, ``split`` of one within.
        """
        feed = self.feed_of(lines, style)
        count, baseline = len(lines), Pt(self.baseline(style, feed))
        if before:
            before = max(before, 2 * self.rise(lines, style, feed))
        return tuple(
            Slice(
                feed,
                (Group(Pt(x), baseline, line.items),),
                before if index == 0 else 0.0,
                part=part if index == 0 else split if 3 <= index <= count - 3 else NEVER,
                case=case,
                rise=self.rise((line,), style, feed),
            )
            for index, line in enumerate(lines)
        )

    def sized(self, style: TextStyle, size: float, leading: float) -> TextStyle:
        """The style at another size (units) and leading (steps)."""
        return style._replace(size=Em(size), leading=Em(leading))

    def heading(self, style: TextStyle) -> TextStyle:
        """A heading's style, smaller in a narrow column."""
        return self.sized(style, style.size * self.narrow, style.leading * self.narrow)

    def swollen(self, style: TextStyle, form: Options) -> TextStyle:
        """The style as large as the room's swell makes it, up to the form's ``swell``."""
        scale = 1 + self.swell * (form.number("swell") - 1)
        return self.sized(style, style.size * scale, style.leading * scale)

    def inked(self, style: TextStyle, ink: Ink) -> TextStyle:
        """The style in another ink."""
        return style._replace(ink=ink)

    def form(self, kind: str) -> Options:
        """The theme's settings of a form."""
        return self.theme.options(kind)

    def cost(self, name: str) -> float:
        """What the theme says a break of this kind costs."""
        return self.theme.costs.get(name, 0.0)
