"""The cover: calls stacked over a title fitted to the measure, art, the introduction, a tab.

The one block that knows a whole face: it is made of zones from the head down, of which the
art grows and shrinks with what the words leave.
"""

from layout.document import Cover
from layout.forms.drawing import contained
from layout.forms.lettering import Fitted, fitted
from layout.forms.ornament import seascape
from layout.forms.shapes import arrow, drawn, filled, rounded
from layout.frame import Group, Item
from layout.geometry import Em, Pt, Rect
from layout.room import Room
from layout.text.paragraph import Line
from layout.theme import Options, TextStyle
from layout.values import NamedTuple


class Face(NamedTuple):
    """The face a cover is set on, in points: its size, and the text area on it.

    ``opens`` is the edge at which it is opened, ``at_trim`` whether that is the sheet's;
    ``low`` the breadth of a head in parts of the area's height, at most: a face that is lower
    than wide would be filled by its head.
    """

    width: float
    height: float
    area: Rect
    columns: int
    gutter: float
    opens: str = "right"
    at_trim: bool = True
    low: float = 0.75

    @property
    def breadth(self) -> float:
        """What the head's type is measured by: the text area's width, or less on a low face."""
        return min(self.area.width, self.area.height * self.low)


class Head(NamedTuple):
    """The calls, the title and the line under it: ``bottom`` is where they end on their face,
    ``longest`` the longest of their lines, from the area's left."""

    items: tuple[Item, ...]
    bottom: float
    longest: float


class CoverSet(NamedTuple):
    """The cover: what runs under the text and may bleed, the text, the points it is too tall,
    the zone left for art, and what lies behind the art."""

    under: tuple[Item, ...]
    over: tuple[Item, ...]
    over_by: float
    zone: Rect
    behind: tuple[Item, ...] = ()


def lay_out(cover: Cover, room: Room, face: Face) -> CoverSet:
    """The zones from the head down and from the foot up; what is left between is the art's."""
    form = room.form("cover")
    head, head_bottom, _ = head_of(cover, room, form, face)
    foot, under, foot_top = _foot(cover, room, form, face)
    gap = room.down(0.75)
    zone = Rect(
        face.area.x, Pt(head_bottom + gap), face.area.width, Pt(foot_top - head_bottom - 2 * gap)
    )
    over_by = max(0.0, head_bottom + gap / 2 - foot_top)
    return CoverSet(under, (*head, *foot), over_by, zone)


def art(cover: Cover, room: Room, zone: Rect) -> tuple[Item, ...]:
    """The cover's picture, or ornament where it names none, in the zone that the words leave;
    nothing in one too low for it."""
    drawing = room.drawing(cover.art)

    def draw(box: Rect) -> tuple[Item, ...]:
        if box.height < room.down(3):
            return ()
        if drawing is None:
            return seascape(room, room.form("cover"), box)
        return (contained(drawing, box, down=1.0)._replace(role="figure"),)

    return room.window(zone, draw)


def head_of(cover: Cover, room: Room, form: Options, face: Face) -> Head:
    """The words of a cover that are read from afar, from the head of its area down."""
    area = face.area
    items: list[Item] = []
    longest = 0.0
    y = float(area.y)
    calls = _calls(cover, room, form, face)
    for index, call in enumerate(calls):
        wide = max(line.width for line in call.lines)
        indent = min(face.breadth * 0.25, area.width - wide) * (index % 2)
        items += room.stack(call.lines, call.style, area.x + indent, y)
        longest = max(longest, indent + wide)
        y += call.height
    title = fitted(
        room,
        cover.title,
        form.style("title"),
        width=area.width,
        most=face.breadth * 0.26 / room.unit,
        least=1.6,
        height=face.height * 0.3,
        feed=1.14,
    )
    y += room.down(0.25) if calls else 0.0
    items += room.stack(title.lines, title.style, area.x, y)
    longest = max(longest, *(line.width for line in title.lines))
    y += title.height + room.down(0.25)
    if cover.subtitle:
        style = _tracked(cover.subtitle, room, form.style("subtitle"), area.width)
        lines = room.lines(cover.subtitle, style, area.width)
        longest = max(longest, *(line.width for line in lines))
        shown = room.stack(lines, style, area.x, y)
        # Spaced letters would be read back one by one.
        spaced = style.tracking > 0.05 and cover.subtitle.isascii()
        items.append(Group(Pt(0), Pt(0), shown, actual=str(cover.subtitle) if spaced else None))
        y += room.tall(lines, style)
    return Head((Group(Pt(0), Pt(0), tuple(items), role="title", block="cover"),), y, longest)


def _calls(cover: Cover, room: Room, form: Options, face: Face) -> tuple[Fitted, ...]:
    """The calls, all in one size: the largest at which each fits three quarters of the measure."""
    if not cover.calls:
        return ()
    style, width = form.style("call"), face.breadth * 0.75
    longest = max(room.text_width(call, style) / style.size for call in cover.calls)
    most = min(face.breadth * 0.122 / room.unit, max(1.7, width / longest))
    last = len(cover.calls) - 1
    return tuple(
        fitted(
            room,
            call,
            form.style("call-last" if index == last > 0 else "call"),
            width=max(width, face.breadth if width / longest < 1.7 else 0.0),
            most=most,
            least=1.2,
            height=face.height * 0.12,
            feed=1.12,
        )
        for index, call in enumerate(cover.calls)
    )


def _tracked(text: str, room: Room, style: TextStyle, width: float) -> TextStyle:
    """The style with its letters spaced to fill the measure, by no more than a quarter em."""
    natural = room.text_width(text, style)
    if natural > width:
        return style._replace(
            size=Em(max(room.smallest, style.size * max(_LEAST_SUBTITLE, width / natural * 0.995)))
        )
    spare = (width - natural) / (len(text) * style.size * room.unit)
    return style._replace(tracking=Em(max(0.0, min(0.25, spare))))


_LEAST_SUBTITLE = 0.78
"""How small the line under the title may become, in parts of its size, to stay one line."""


def _foot(
    cover: Cover, room: Room, form: Options, face: Face
) -> tuple[tuple[Item, ...], tuple[Item, ...], float]:
    """The introduction on the grid, over the tab that leads on to the next face."""
    area = face.area
    bottom = float(area.bottom)
    items: list[Item] = []
    under: tuple[Item, ...] = ()
    if cover.lead_on:
        tab, lettering, top = tab_of(cover.lead_on, room, form, face)
        under, bottom = tab, top - room.down(0.5)
        items += lettering
    if cover.introduction:
        style = form.style("text")
        measure = (area.width - face.gutter * (face.columns - 1)) / face.columns
        lines, deep = columned(cover, room, style, face)
        steps = int((bottom - area.y) / room.step + 1e-6) - deep
        top = area.y + steps * room.step
        for column in range(face.columns):
            part = lines[column * deep : (column + 1) * deep]
            rise = room.rise(part, style, room.feed(style))  # into the white above the text
            items += room.stack(part, style, area.x + column * (measure + face.gutter), top - rise)
        bottom = top
    return (Group(Pt(0), Pt(0), tuple(items), block="cover"),), under, bottom


def columned(
    cover: Cover, room: Room, style: TextStyle, face: Face
) -> tuple[tuple[Line, ...], int]:
    """The introduction's lines, and how many of them stand in each of the face's columns."""
    measure = (face.area.width - face.gutter * (face.columns - 1)) / face.columns
    lines = tuple(
        line
        for paragraph in (cover.introduction.paragraphs if cover.introduction else ())
        for line in room.lines(paragraph, style, measure)
    )
    return lines, -(-len(lines) // face.columns)


def tab_of(
    text: str, room: Room, form: Options, face: Face
) -> tuple[tuple[Item, ...], tuple[Item, ...], float]:
    """A tab at the edge that opens, with an arrow pointing there.

    It runs off the sheet; at a fold it ends before it, since no fold lies exactly.
    """
    style = form.style("lead-on")
    height = room.down(1.75)
    top = face.area.bottom - height
    pad, long = room.across(1.8), room.across(6.0)
    wide = room.text_width(text, style)
    margin = face.area.x if face.opens == "left" else face.width - face.area.right
    edge, corner = (-_OFF, 0.0) if face.at_trim else (margin, height / 2)
    tip = margin if face.at_trim else margin + pad
    far = min(face.width - margin, tip + long + wide + 2 * pad)
    start = far - pad - wide - room.across(1.0)
    radii = (corner, height / 2, height / 2, corner)
    box = Rect(Pt(edge), Pt(top), Pt(far - edge), Pt(height))
    left = far - pad - wide
    if face.opens == "right":
        radii = (height / 2, corner, corner, height / 2)
        box = box._replace(x=Pt(face.width - far))
        tip, start, left = face.width - tip, face.width - start, face.width - far + pad
    lettering = room.one_line(text, style, left, top, height)
    pointer: tuple[Item, ...] = ()
    if abs(tip - start) > room.across(1.5):
        line = arrow(start, tip, top + height / 2, room.across(0.6))
        pointer = (drawn(line, style.ink, room.across(0.24)),)
    return (filled(rounded(box, radii), form.ink("tab")),), (*lettering, *pointer), top


_OFF = 12.0
"""How far a tab runs beyond the sheet, in points: more than any bleed."""
