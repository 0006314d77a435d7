"""Text as display: fitted to a measure, in a pill, on a sign."""

from itertools import groupby

from layout.forms.shapes import drop, evenly_rounded, filled, rectangle
from layout.frame import Frame, Group, Ink, Item, TextRun
from layout.geometry import Em, Pt, Rect
from layout.marked import flat
from layout.room import Room
from layout.text.paragraph import Line
from layout.theme import TextStyle
from layout.values import NamedTuple


class Fitted(NamedTuple):
    """Display text whose size was chosen: its lines, their style, its height in points."""

    lines: tuple[Line, ...]
    style: TextStyle
    height: float


def fitted(
    room: Room,
    text: str,
    style: TextStyle,
    *,
    width: float,
    most: float,
    least: float,
    height: float,
    feed: float,
) -> Fitted:
    """The text as large as the measure and ``height`` (points) allow, on one to four lines.

    ``most`` and ``least`` are sizes in units, ``feed`` the line feed in ems of the size found;
    where nothing fits the height the text is set at ``least`` and takes what it needs.
    """
    natural = room.text_width(text, style) / style.size
    lines, size = _on_lines(room, text, style, width, natural, most, least, 1)
    found = [_fitted(room, style, lines, size, feed)]
    for count in (2, 3, 4):
        if found[0].style.size >= most and found[0].height <= height + 0.01:
            break
        lines, size = _on_lines(room, text, style, width, natural, most, least, count)
        found.append(_fitted(room, style, lines, size, feed))
    fitting = [one for one in found if one.height <= height + 0.01]
    return max(fitting, key=_size) if fitting else min(found, key=lambda one: one.height)


def _fitted(
    room: Room, style: TextStyle, lines: tuple[Line, ...], size: float, feed: float
) -> Fitted:
    leading = size * feed * room.unit / room.step
    chosen = room.sized(style, size, leading)
    return Fitted(lines, chosen, room.tall(lines, chosen))


def _size(one: Fitted) -> float:
    return one.style.size


def _on_lines(
    room: Room,
    text: str,
    style: TextStyle,
    width: float,
    natural: float,
    most: float,
    least: float,
    count: int,
) -> tuple[tuple[Line, ...], float]:
    """The largest size, down to ``least``, at which the text takes ``count`` lines or fewer."""
    count = max(count, text.count("\n") + 1)
    size = max(least, min(most, width * count / natural))
    while True:
        lines = room.lines(text, style._replace(size=Em(size)), width)
        fits = all(line.width <= width + 0.01 and not line.loose for line in lines)
        fits = fits and _broken_well(text, lines)
        if size <= least or (fits and len(lines) <= count):
            return lines, size
        size = max(least, size * 0.96)


def _broken_well(text: str, lines: tuple[Line, ...]) -> bool:
    """Whether no line ends inside a word."""
    if len(lines) < 2:
        return True
    from layout.text.phrases import INSIDE_WORD, phrase_costs  # late: few titles need it

    flat = text.replace("\n", "")
    costs, end = phrase_costs(flat), 0
    for line in lines[:-1]:
        end += len(line.text)
        if end <= len(costs) and costs[end - 1] >= INSIDE_WORD:
            return False
    return True


def pill(
    room: Room, text: str, style: TextStyle, ground: Ink, pad: float = 0.75, height: float = 1.6
) -> Frame:
    """Text on a ground with round ends; ``pad`` and ``height`` in ems of the text.

    Text that is too long for one line is made a little smaller, then broken.
    """
    natural = room.text_width(text, style) + 2 * pad * style.size * room.unit
    if natural > room.width:
        fitting = style.size * room.width / natural * 0.995
        least = max(room.smallest, style.size * _PILL_LEAST)
        style = style._replace(size=Em(min(style.size, max(least, fitting))), wrap="phrase")
    size = style.size * room.unit
    width, tall = min(room.width, room.text_width(text, style) + 2 * pad * size), height * size
    lines = room.lines(flat(text), style, width - 2 * pad * size + _ROUNDING)
    above = max(line.above for line in lines)
    feed = max(_PILL_FEED * size, size + above)
    box = Rect(Pt(0), Pt(0), Pt(width), Pt(tall + above + (len(lines) - 1) * feed))
    shape = filled(evenly_rounded(box, tall / 2), ground)
    words = tuple(
        moved(line.items, pad * size, above + index * feed + room.baseline(style, tall))
        for index, line in enumerate(lines)
    )
    return Frame(Pt(width), Pt(box.height), (shape, *words))


_PILL_LEAST = 0.8
"""What is left of a pill's size before its text is broken."""
_PILL_FEED = 1.3
"""The line feed of a pill's text, in ems."""
_ROUNDING = 0.01


def sign(room: Room, text: str, style: TextStyle, ground: Ink, side: float) -> Frame:
    """A short text on a drop ``side`` points tall, made smaller where it would not fit.

    One that would be too small to read stretches the drop instead.
    """
    inside = side * _SIGN_INSIDE
    width = room.text_width(text, style)
    if width > inside:
        size = max(style.size * inside / width, min(style.size, room.smallest))
        style = style._replace(size=Em(size))
        width = room.text_width(text, style)
    wide = max(side, width + side - inside)
    start = style._replace(align="start")
    lettering = room.one_line(text, start, (wide - width) / 2, 0.0, side)
    box = Rect(Pt(0), Pt(0), Pt(wide), Pt(side))
    return Frame(Pt(wide), Pt(side), (filled(drop(box), ground), *lettering))


_SIGN_INSIDE = 0.74
"""The part of a sign's width that its text may take."""


_LEFT_HALF = "。、，．」』）〉》】〕"
"""Marks whose ink is in the left half of their cell (cl-02, cl-06, cl-07)."""


def marked(room: Room, line: Line, style: TextStyle, lead: TextStyle, ink: Ink) -> tuple[Item, ...]:
    """Strokes of a marker under what a line of ``style`` says in ``lead``'s ink.

    They lie in the line's own box, as wide as the words, whatever is marked in these; in
    vertical writing on the side where lines are drawn there, the right.
    """
    size = style.size * room.unit
    height = size * 0.46
    top = room.baseline(style) - size * (_ABOVE if room.vertical else 0.22)
    strokes: list[Item] = []
    for led, runs in groupby(line.runs, lambda run: run.ink == lead.ink):
        if led:
            whole = tuple(runs)
            first, last = whole[0], whole[-1]
            left, right = first.x + first.glyphs[0].x, _end_of(last, room)
            box = Rect(Pt(left), Pt(top), Pt(right - left), Pt(height))
            strokes.append(filled(rectangle(box), ink))
    return tuple(strokes)


_ABOVE = 1.0
"""From the baseline to the right side of a marker on a vertical line, in ems: as far beyond the
em box as it reaches below it in horizontal writing."""


def _end_of(run: TextRun, room: Room) -> float:
    """Where the ink of a run's last cell ends: in a cell with a mark, half-way."""
    face, last = room.setter.fonts.face(run.face), run.glyphs[-1]
    part = 0.5 if last.text in _LEFT_HALF else 1.0
    cell = 1.0 if run.stance else face.advance(last.gid)
    return run.x + last.x + cell * part * run.size


def moved(items: tuple[Item, ...], x: float, y: float) -> Group:
    """The items moved by ``x, y``."""
    return Group(Pt(x), Pt(y), items)
