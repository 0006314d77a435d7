"""The cover of a vertical leaflet: its words from the right, art under them, the introduction
over the tab.

It is set in two frames: vertical text in that of its lines (x downwards, y to the left), art
and tab in that of the face.
"""

from layout.blocks.cover import CoverSet, Face, Head, head_of, tab_of
from layout.blocks.poster_cover import whole
from layout.document import Cover
from layout.forms.shapes import evenly_rounded, filled
from layout.frame import Group, Item
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options

_MEASURES = (0.58, 0.52, 0.46, 0.4, 0.34)
"""The parts of the face that may be the head's measure, best first."""
_LEAST_ART = 0.2
"""The part of the face that is left for art, if the head can be made small enough for it."""
_SHORTEST = 12
"""The fewest characters of a line of the introduction."""


def lay_out(cover: Cover, room: Room, face: Face) -> CoverSet:
    """The head as large as the face is wide, what leads on at its foot, art between them.

    ``face`` and what is returned are in the frame of the lines.
    """
    form = room.form("cover")
    foot = float(face.area.right)
    under: tuple[Item, ...] = ()
    lettering: tuple[Item, ...] = ()
    if cover.lead_on:
        seen = _seen(face)
        level = room.written("horizontal")
        tab, words, top = tab_of(cover.lead_on, level, level.form("cover"), seen)
        under, lettering = _raised(tab, face), _raised(words, face)
        foot = top - room.down(0.5)
    words, foot, card = _introduction(cover, room, form, face, foot)
    gap = room.down(0.75)
    art = face.area.width * _LEAST_ART
    head = _head(cover, room, form, face, foot - art - 2 * gap)
    start = face.area.x + head.longest + gap
    zone = Rect(Pt(start), face.area.y, Pt(foot - gap - start), face.area.height)
    over_by = max(0.0, start - gap / 2 - foot, head.bottom - face.area.bottom)
    over = (*head.items, Group(Pt(0), Pt(0), (*words, *lettering), block="cover"))
    return CoverSet((*card, *under), over, over_by, zone, whole(form, face))


def _head(cover: Cover, room: Room, form: Options, face: Face, foot: float) -> Head:
    """The head in the largest type in which its lines stand beside each other on the face and
    end at ``foot``, or in the smallest."""
    for part in _MEASURES:
        area = face.area._replace(width=Pt(face.area.width * part))
        head = head_of(cover, room, form, face._replace(area=area, low=_ANY))
        if head.bottom <= face.area.bottom and area.x + head.longest <= foot:
            break
    return head


_ANY = 100.0


def _introduction(
    cover: Cover, room: Room, form: Options, face: Face, foot: float
) -> tuple[tuple[Item, ...], float, tuple[Item, ...]]:
    """The introduction in lines of one length that end at ``foot``, where they begin, and the
    card they stand on, if any: as short as lets them stand beside each other on the face."""
    if not cover.introduction:
        return (), foot, ()
    style = form.style("text")
    most = int(face.area.height / room.feed(style) + 1e-6)
    for count in range(_SHORTEST, int(face.area.width / room.unit)):
        measure = count * room.unit
        lines = [
            line
            for paragraph in cover.introduction.paragraphs
            for line in room.lines(paragraph, style, measure)
        ]
        if len(lines) <= most:
            break
    pad = room.across(form.number("card-pad")) if form.has("card") else 0.0
    left = foot - pad - measure
    box = Rect(Pt(left), face.area.y, Pt(measure), Pt(room.tall(lines, style))).grown(pad)
    radius = room.across(form.number("radius")) if pad else 0.0
    card = (filled(evenly_rounded(box, radius), form.ink("card")),) if pad else ()
    return room.stack(lines, style, left, face.area.y), left - pad, card


def _seen(face: Face) -> Face:
    """The face as it is seen."""
    area = face.area
    left = face.height - area.bottom
    box = Rect(Pt(left), area.x, area.height, area.width)
    return face._replace(width=face.height, height=face.width, area=box)


def _raised(items: tuple[Item, ...], face: Face) -> tuple[Item, ...]:
    """Items of the face as it is seen, in the frame of the lines."""
    return (Group(Pt(0), Pt(face.height), items, turn=-90.0),)
