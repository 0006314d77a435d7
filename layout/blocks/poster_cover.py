"""A cover as a poster: all of the panel on one ground, a sun behind the art, the introduction on
a card, and a band at the foot that leads on to the next face."""

from layout.blocks.cover import CoverSet, Face, columned, head_of
from layout.document import Cover
from layout.forms.shapes import arrow, circle, drawn, filled, rectangle, rounded
from layout.frame import Clip, Group, Item
from layout.geometry import Pt, Rect
from layout.room import Room
from layout.theme import Options

_BEYOND = 14.0
"""How far grounds run beyond the panel, in points: more than any bleed; imposition cuts them."""


def lay_out(cover: Cover, room: Room, face: Face) -> CoverSet:
    """Head and art on the ground, what is to be read on the card, the way on at the foot."""
    form = room.form("cover")
    head = head_of(cover, room, form, face)
    band, lettering, top = _band(cover, room, form, face)
    card, words, card_top = _card(cover, room, form, face, top)
    gap = room.down(0.75)
    start = head.bottom + gap
    zone = Rect(face.area.x, Pt(start), face.area.width, Pt(card_top - start))
    over_by = max(0.0, head.bottom + gap / 2 - card_top)
    over = (*head.items, Group(Pt(0), Pt(0), (*words, *lettering), block="cover"))
    behind = (*whole(form, face), *_sun(form, face, zone))
    return CoverSet((*card, *band), over, over_by, zone, behind)


def whole(form: Options, face: Face) -> tuple[Item, ...]:
    """The panel's own ground into the bleed, if the form has one."""
    if not form.has("ground"):
        return ()
    panel = Rect(Pt(0), Pt(0), Pt(face.width), Pt(face.height))
    return (filled(rectangle(panel.grown(_BEYOND)), form.ink("ground")),)


def _sun(form: Options, face: Face, zone: Rect) -> tuple[Item, ...]:
    """A disc that rises behind the art, cut off at the panel's edges and under the zone."""
    if zone.height <= 0:
        return ()
    radius = min(float(zone.height), face.width * form.number("sun-size"))
    panel = Rect(Pt(-_BEYOND), zone.y, Pt(face.width + 2 * _BEYOND), zone.height)
    disc = filled(circle(face.width / 2, float(zone.bottom), radius), form.ink("sun"))
    return (Clip(rectangle(panel), (disc,)),)


def _band(
    cover: Cover, room: Room, form: Options, face: Face
) -> tuple[tuple[Item, ...], tuple[Item, ...], float]:
    """What leads on, on a band from edge to edge with an arrow to where the leaflet opens."""
    if not cover.lead_on:
        return (), (), float(face.area.bottom)
    style, area = form.style("lead-on"), face.area
    below = face.height - area.bottom
    height = max(room.feed(style), room.down(1.5))
    top = face.height - height - 1.2 * below
    box = Rect(Pt(-_BEYOND), Pt(top), Pt(face.width + 2 * _BEYOND), Pt(face.height - top + _BEYOND))
    wide = room.text_width(cover.lead_on, style)
    right = face.opens == "right"
    left = area.x if right else area.right - wide
    start = left + wide + room.across(2) if right else left - room.across(2)
    end = area.right if right else area.x
    middle = (top + face.height) / 2
    lettering = room.one_line(cover.lead_on, style, left, middle - height / 2, height)
    if abs(end - start) < room.across(3) or (end > start) is not right:
        return (filled(rectangle(box), form.ink("tab")),), lettering, top
    line = arrow(start, end, middle, room.across(0.9))
    pointer = drawn(line, style.ink, room.across(0.42))
    return (filled(rectangle(box), form.ink("tab")),), (*lettering, pointer), top


def _card(
    cover: Cover, room: Room, form: Options, face: Face, bottom: float
) -> tuple[tuple[Item, ...], tuple[Item, ...], float]:
    """The introduction on a card that stands on the band; where the card begins."""
    if not cover.introduction:
        return (), (), bottom
    style, area = form.style("text"), face.area
    lines, deep = columned(cover, room, style, face)
    measure = (area.width - face.gutter * (face.columns - 1)) / face.columns
    steps = int((bottom - room.down(_PAD) - area.y) / room.step + 1e-6) - deep
    top = area.y + steps * room.step
    words: list[Item] = []
    for column in range(face.columns):
        part = lines[column * deep : (column + 1) * deep]
        rise = room.rise(part, style, room.feed(style))
        x = area.x + column * (measure + face.gutter)
        words += room.stack(part, style, x, top - rise)
    head = top - room.down(_PAD + 0.25)
    pad, radius = room.across(form.number("card-pad")), room.across(form.number("radius"))
    box = Rect(Pt(area.x - pad), Pt(head), Pt(area.width + 2 * pad), Pt(bottom - head))
    return (filled(rounded(box, (radius, radius, 0, 0)), form.ink("card")),), tuple(words), head


_PAD = 0.75
"""The padding of the card over and under the introduction, in steps."""
