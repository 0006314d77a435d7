"""The sender's own words on a matter, set apart and calm."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from layout.blocks.card import inner, one_card
from layout.blocks.spot import beside
from layout.document import Statement, Text
from layout.forms.lettering import moved
from layout.galley import NEVER, Galley, Slice, height_of
from layout.marked import spans_of
from layout.room import Room
from layout.theme import TextStyle

_TOUCHES = 0.2
"""The part of a line that may stand beside the foot of a drawing and still be full."""
_TALL = 12
"""The lines from which a card may be parted between two columns at all."""


def lay_out(block: Statement, room: Room) -> Galley:
    """A tinted card with its heading and its text, broken by phrases."""
    form = room.form("statement")
    x, inside = inner(room, form)
    heading, style = room.heading(form.style("heading")), form.style("text")
    pieces: list[Slice] = []
    spot = beside(room.drawing(block.art), inside, form, room.feed(heading))
    if block.heading:
        lines = inside.lines(block.heading, heading, inside.width - spot.inset)
        pieces += inside.running(lines, heading, x=x)
    headed = len(pieces)
    many = len(block.text) * style.size * room.unit > _TALL * inside.width
    split = room.cost("split-card") if many else NEVER
    for paragraph in _texts(block, inside, style):
        before = room.down(0.25) if len(pieces) == headed else 0.0
        left = spot.height - height_of(tuple(pieces)) - before
        narrow = max(0, ceil(left / room.feed(style) - _TOUCHES))
        lines = inside.beside(spans_of(paragraph, style), style, spot.inset, narrow)
        pieces += inside.running(lines, style, x=x, before=before, part=NEVER, split=split)
    if spot.lines:
        pieces[0] = pieces[0]._replace(items=(moved(spot.items, x, 0.0), *pieces[0].items))
    return one_card(room, form, tuple(pieces))


def _texts(block: Statement, room: Room, style: TextStyle) -> Iterator[Text]:
    """The paragraphs; where lines end with phrases each sentence begins a line of its own, and
    one of two long halves is parted at its comma."""
    for paragraph in block.text.paragraphs:
        if style.wrap != "phrase":
            yield paragraph
            continue
        for sentence in _parted(paragraph, "。"):
            halves = _parted(sentence, "、")
            widths = [room.text_width(half, style) for half in halves]
            long = len(halves) == _HALVES and min(widths) >= _LONG * room.width
            yield from halves if long and sum(widths) > room.width else (sentence,)


def _parted(text: Text, sign: str) -> tuple[Text, ...]:
    """The text parted behind every such sign but those within brackets."""
    ends = [at + 1 for at, char in enumerate(text[:-1]) if char == sign]
    ends = [end for end in ends if not _open(text[:end])]
    return tuple(text.part(start, stop) for start, stop in pairwise((0, *ends, len(text))))


def _open(text: str) -> bool:
    return sum(map(text.count, "「『（〈《【")) > sum(map(text.count, "」』）〉》】"))


_HALVES = 2
_LONG = 0.6
"""The part of a line from which half a sentence is a line of its own."""
