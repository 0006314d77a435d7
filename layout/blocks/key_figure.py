"""One number that says it all."""

import re

from layout.blocks.card import inner, one_card
from layout.document import KeyFigure
from layout.frame import Group
from layout.galley import Galley, Slice
from layout.geometry import Em, Pt
from layout.marked import parted
from layout.room import Room
from layout.theme import Options

_FIGURES = "[0-9０-９][0-9０-９,，.．]*"


def lay_out(block: KeyFigure, room: Room) -> Galley:
    """The number large, its unit smaller on the same baseline, then what it says."""
    form = room.form("key-figure")
    x, inside = inner(room, form)
    pieces = [_value(block.value, inside, form, x)]
    for text, name in ((block.label, "label"), (block.note, "note")):
        if text:
            style = form.style(name)
            pieces += inside.running(inside.lines(text, style), style, x=x)
    return one_card(room, form, tuple(pieces))


def _value(text: str, room: Room, form: Options, x: float) -> Slice:
    large, small = form.style("value"), form.style("unit")
    figures = re.finditer(_FIGURES, text)
    ends = [end for m in figures for end in ((m.start(), small), (m.end(), large))]
    spans = parted(text, (*ends, (len(text), small)))
    natural = room.setter.width(spans, large, room.unit)
    scale = min(1.0, room.width / natural * 0.995)
    if scale < 1.0:
        spans = tuple(
            span._replace(style=span.style._replace(size=Em(span.style.size * scale)))
            for span in spans
        )
    rules = large._replace(size=Em(large.size * scale))
    lines = room.setter.lines(spans, rules, room.width, room.unit)
    height = room.feed(large) * max(scale, 0.6)
    baseline = room.baseline(rules, height)
    items = tuple(
        Group(Pt(x), Pt(baseline + index * height), line.items) for index, line in enumerate(lines)
    )
    return Slice(height * len(lines), items)
