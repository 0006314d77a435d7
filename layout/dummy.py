"""The folding dummy (折り見本): a sheet to print, fold and check before a leaflet is ordered.

Every panel bears its number in the order of reading, its name and an arrow that must point
up; the same letter stands on both faces of a panel, so that a sheet printed on the wrong edge
shows at once.  It goes the road of the office edition: exact paper, nothing in its rim.
"""

from collections.abc import Iterable
from itertools import count

from layout.captions import BOLD, Caption, caption
from layout.editions import OFFICE
from layout.folds import (
    KIND_NAMES,
    OPENING_NAMES,
    ROLE_NAMES,
    SIDE_NAMES,
    SIDES,
    Fold,
    Scheme,
    Slot,
)
from layout.forms.shapes import arrow, filled, open_line, rectangle, ruled
from layout.frame import BLACK, PAPER, Group, Ink, Item, Panel, Path, Stroke
from layout.geometry import Pt, Rect, mm, to_mm
from layout.sheets import Side, impose
from layout.text.fonts import Fonts

GREY = Ink("grey", (0.0, 0.0, 0.0, 0.6), (0.45, 0.45, 0.45))

ADVICE = ("実際のサイズ（100%）・両面・短辺とじ", "で印刷し、① から順に折ります。")

_RULER = mm(50)
_RIM = mm(9)
"""How far from a panel's edges lettering keeps: a copier leaves a rim of 5 mm."""
_DASHES = {"mountain": (9.0, 2.5, 1.5, 2.5), "valley": (5.0, 3.0)}


def dummy(scheme: Scheme, fonts: Fonts) -> tuple[Side, ...]:
    """Both sides of the dummy for a fold."""
    letters = _letters(scheme)
    panels = tuple(_panel(scheme, slot, letters[slot.number], fonts) for slot in scheme.slots)
    return tuple(
        side._replace(items=(*side.items, *_folds(scheme, side.name, fonts)))
        for side in impose(panels, scheme, OFFICE, {})
    )


def _letters(scheme: Scheme) -> dict[int, str]:
    """A letter for each panel of the paper, the same on its two faces."""
    places = {
        (round(slot.x), round(slot.y)): chr(code)
        for slot, code in zip(scheme.on("outside"), count(ord("A")), strict=False)
    }
    letters = {}
    for slot in scheme.slots:
        x = slot.x if slot.side == "outside" else scheme.width - slot.x - slot.width
        letters[slot.number] = places[round(x), round(slot.y)]
    return letters


def _panel(scheme: Scheme, slot: Slot, letter: str, fonts: Fonts) -> Panel:
    first = min(each.number for each in scheme.on(slot.side))
    items = (
        *_upward(slot),
        *_name(slot, letter, fonts),
        *(_opening(scheme, slot, fonts) if slot.role == "cover" else ()),
        *(_ruler(slot, fonts) if slot.number == first else ()),
        *_foot(scheme, slot, fonts),
    )
    return Panel(slot.number, slot.role, slot.width, slot.height, None, (), items)


def _upward(slot: Slot) -> Iterable[Item]:
    """An arrow to the panel's head."""
    middle, length = slot.width / 2, mm(11)
    shaft = arrow(0.0, length, 0.0, mm(3))
    stroke = Stroke(BLACK, Pt(2.0), cap="round", join="round")
    yield Group(Pt(middle), Pt(_RIM + length), (Path(shaft, stroke=stroke),), turn=-90.0)


def _name(slot: Slot, letter: str, fonts: Fonts) -> Iterable[Item]:
    """The number, large; the panel's name; the letter of the paper and its size."""
    middle, room = slot.width / 2, slot.width - 2 * _RIM
    size = min(slot.width * 0.4, slot.height * 0.28)
    line = slot.height * 0.44
    yield caption(str(slot.number), size, fonts, faces=BOLD).at(middle, line, 0.5)
    yield caption(ROLE_NAMES[slot.role], 20, fonts, faces=BOLD).at(middle, line + 27, 0.5)
    measures = f"{to_mm(slot.width):.4g} × {to_mm(slot.height):.4g} mm"
    words = f"紙の {letter}（うらも {letter}）   {measures}"
    yield caption(words, 9, fonts, room, ink=GREY).at(middle, line + 45, 0.5)


def _opening(scheme: Scheme, slot: Slot, fonts: Fonts) -> Iterable[Item]:
    """What is seen, stage by stage, as the leaflet is opened."""
    stages = ("・".join(map(str, stage)) for stage in scheme.stages[:-1])
    for index, words in enumerate(("開くと見える面", " → ".join(stages))):
        line = caption(words, 9, fonts, slot.width - 2 * _RIM)
        yield line.at(slot.width / 2, slot.height * 0.44 + 61 + index * 13, 0.5)


def _ruler(slot: Slot, fonts: Fonts) -> Iterable[Item]:
    """A line of known length: printers like to scale."""
    y = slot.height - _RIM - mm(15)
    left = (slot.width - _RULER) / 2
    right = left + _RULER
    yield ruled((left, y), (right, y), BLACK, 0.6)
    for x in (left, right):
        yield ruled((x, y - mm(1.5)), (x, y + mm(1.5)), BLACK, 0.6)
    words = "この線がちょうど 50 mm なら、実際のサイズです"
    yield caption(words, 7.5, fonts, slot.width - 2 * _RIM).at(slot.width / 2, y - mm(2.5), 0.5)


def _foot(scheme: Scheme, slot: Slot, fonts: Fonts) -> Iterable[Item]:
    page = SIDES.index(slot.side) + 1
    name = f"{SIDE_NAMES[slot.side]} {page}/{len(SIDES)}   {scheme.name_ja}   {scheme.id}"
    lines = (f"{name}   {OPENING_NAMES[scheme.opening]}", *ADVICE)
    for index, words in enumerate(reversed(lines)):
        line = caption(words, 8.5, fonts, slot.width - 2 * _RIM, ink=GREY)
        yield line.at(slot.width / 2, slot.height - _RIM - index * 12, 0.5)


def _folds(scheme: Scheme, side: str, fonts: Fonts) -> Iterable[Item]:
    """The fold lines, each with its kind as seen on this side and its place in the order."""
    folds = [fold for fold in scheme.folds if fold.side == side]
    for fold in folds:
        length = scheme.height if fold.axis == "x" else scheme.width
        first = max(fold.start, OFFICE.printable)
        last = min(fold.end, length - OFFICE.printable)
        ends = ((fold.position, first), (fold.position, last))
        line = ends if fold.axis == "x" else tuple((y, x) for x, y in ends)
        yield Path(open_line(line), stroke=Stroke(GREY, Pt(0.7), dash=_DASHES[fold.kind]))
    for fold in folds:
        words = f"{chr(ord('①') + fold.order - 1)} {KIND_NAMES[fold.kind]}"
        yield from _label(fold, caption(words, 9, fonts, faces=BOLD))


def _label(fold: Fold, line: Caption) -> Iterable[Item]:
    """A word on its fold line, which is broken for it."""
    along = fold.start + (fold.end - fold.start) * 0.26
    x, y = (fold.position, along) if fold.axis == "x" else (along, fold.position)
    width = line.width + 8
    yield filled(rectangle(Rect(Pt(x - width / 2), Pt(y - 7), Pt(width), Pt(14))), PAPER)
    yield line.at(x, y + 3.3, 0.5)
