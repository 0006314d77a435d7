"""Rows under column heads: rules only where they help, figures at the right."""

import re

from layout.blocks.heading import opened
from layout.document import Table
from layout.forms.shapes import dotted, ruled
from layout.frame import Item
from layout.galley import Galley, Slice
from layout.room import Room
from layout.theme import Options, TextStyle

_FIGURE = r"^[^\d]{0,2}[\d０-９,，.．]+[^\d]{0,3}$"


def lay_out(block: Table, room: Room) -> Galley:
    """The heading, the heads over a rule, then one slice a row."""
    form = room.form("table")
    pieces: list[Slice] = []
    if block.heading:
        style = form.style("heading")
        pieces += room.running(room.lines(block.heading, style), style)
    widths = column_widths(block, room, form)
    ends = tuple(
        index > 0 and all(re.match(_FIGURE, row[index]) for row in block.rows)
        for index in range(len(widths))
    )
    pieces.append(_head(block, room, form, widths, ends))
    pieces += (
        _row(row, room, form, widths, ends, last=row is block.rows[-1]) for row in block.rows
    )
    if block.note:
        style = form.style("note")
        pieces += room.running(room.lines(block.note, style), style, before=room.down(0.25))
    return opened(tuple(pieces), room, form)


def column_widths(block: Table, room: Room, form: Options) -> tuple[float, ...]:
    """Widths in points that share the room: natural where that fits, else by need.

    A column narrower than an even share keeps its natural width; the others share the rest
    in proportion to what they hold.
    """
    cell, head = form.style("cell"), form.style("head")
    gap = room.across(1.0)
    natural = [
        max(
            room.text_width(block.columns[index], head),
            max((room.text_width(row[index], cell) for row in block.rows), default=0.0),
        )
        for index in range(len(block.columns))
    ]
    free = room.width - gap * (len(natural) - 1)
    if sum(natural) <= free:
        spare = (free - sum(natural)) / len(natural)
        return tuple(width + spare for width in natural)
    even = free / len(natural)
    kept = {index for index, width in enumerate(natural) if width <= even}
    wide = sum(width for index, width in enumerate(natural) if index not in kept)
    rest = free - sum(natural[index] for index in kept)
    return tuple(
        width if index in kept else rest * width / wide for index, width in enumerate(natural)
    )


def _cells(
    texts: tuple[str, ...],
    room: Room,
    style: TextStyle,
    widths: tuple[float, ...],
    ends: tuple[bool, ...],
) -> tuple[tuple[Item, ...], float]:
    aligned = [style._replace(align="end") if at_end else style for at_end in ends]
    cells = [room.lines(*cell) for cell in zip(texts, aligned, widths, strict=True)]
    rises = [room.rise(lines, style, room.feed_of(lines, style)) for lines in cells]
    items: list[Item] = []
    x, tall, rise = 0.0, room.feed(style), max(rises)
    for lines, width, own in zip(cells, widths, rises, strict=True):
        items += room.stack(lines, style, x, room.down(0.2) + rise - own)
        x += width + room.across(1.0)
        tall = max(tall, rise - own + room.tall(lines, style))
    return tuple(items), tall + room.down(0.4)


def _head(
    block: Table, room: Room, form: Options, widths: tuple[float, ...], ends: tuple[bool, ...]
) -> Slice:
    items, height = _cells(tuple(block.columns), room, form.style("head"), widths, ends)
    rule = ruled((0.0, height), (room.width, height), form.ink("rule"), room.across(0.15))
    return Slice(height, (*items, rule))


def _row(
    row: tuple[str, ...],
    room: Room,
    form: Options,
    widths: tuple[float, ...],
    ends: tuple[bool, ...],
    last: bool,
) -> Slice:
    items, height = _cells(row, room, form.style("cell"), widths, ends)
    start, end = (0.0, height), (room.width, height)
    rule = (
        ruled(start, end, form.ink("rule"), room.across(0.08))
        if last
        else dotted(start, end, form.ink("dots"), room.across(0.09))
    )
    return Slice(height, (*items, rule), part=room.cost("split-list"))
