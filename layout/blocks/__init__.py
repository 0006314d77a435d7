"""One module per kind of block: what it is, said with the theme's forms.

A block knows the width it is set to, never the panel it will stand on.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from layout import document
from layout.blocks import (
    appeal,
    chapter,
    contact,
    countries,
    country_bands,
    demands,
    event,
    imprint,
    incident_bars,
    incidents,
    item_list,
    key_figure,
    picture,
    question,
    reply_slip,
    section,
    statement,
    table,
)
from layout.blocks.chapter import Chapter
from layout.blocks.crosswise import crosswise, finds_room
from layout.galley import Galley, Slice, whole_steps, zone_of
from layout.room import Room

Laid: TypeAlias = document.Block | Chapter
Setter: TypeAlias = Callable[[Any, Room], Galley]

_FORMS: dict[type, dict[str, Setter]] = {
    document.Question: {"sign": question.lay_out},
    Chapter: {"poster": chapter.lay_out},
    document.Countries: {"cards": countries.lay_out, "bands": country_bands.lay_out},
    document.Incidents: {"timeline": incidents.lay_out, "bars": incident_bars.lay_out},
    document.Statement: {"card": statement.lay_out},
    document.Illustration: {"window": picture.lay_out_illustration},
    document.Photo: {"picture": picture.lay_out_photo},
    document.Appeal: {"lines": appeal.lay_out},
    document.Demands: {"marks": demands.lay_out},
    document.Contact: {"card": contact.lay_out},
    document.BlankContact: {"card": contact.lay_out_blank},
    document.Section: {"bar": section.lay_out},
    document.ItemList: {"bar": item_list.lay_out},
    document.KeyFigure: {"card": key_figure.lay_out},
    document.Table: {"rules": table.lay_out},
    document.Event: {"card": event.lay_out},
    document.ReplySlip: {"slip": reply_slip.lay_out},
    document.Imprint: {"line": imprint.lay_out},
    document.UnionLabel: {"box": imprint.lay_out_label},
}
"""The forms that each kind of block can wear; a theme chooses by ``form`` in the kind's
settings, and the first stands where it says nothing."""


def kind(block: Laid) -> str:
    """Under what name a theme has the settings of a block."""
    return "chapter" if isinstance(block, Chapter) else document.kind_of(block)


def _setter(block: Laid, room: Room) -> Setter:
    forms = _FORMS[type(block)]
    chosen = room.form(kind(block)).choice("form", tuple(forms))
    return forms[chosen]


def _direction(block: Laid, around: str) -> str:
    """How a block is written among others: as its author says, else as what it holds is read."""
    if isinstance(block, _TURNING) and block.direction:
        return str(block.direction)
    return "horizontal" if isinstance(block, _LEVEL) else around


_TURNING = (document.Statement, document.Appeal, document.Section)
"""What may be written across the others on its panel."""

_LEVEL = (
    document.Contact,
    document.BlankContact,
    document.ReplySlip,
    document.Imprint,
    document.UnionLabel,
    document.Table,
    document.Event,
    document.KeyFigure,
    document.Illustration,
    document.Photo,
)
"""What is read or filled in horizontally wherever it stands: numbers, addresses, forms, and what
is written to a picture."""

_SINKING = (
    document.Contact,
    document.BlankContact,
    document.ReplySlip,
    document.Imprint,
    document.UnionLabel,
)
"""What a reader looks for at the foot of a panel."""

Named: TypeAlias = tuple[str, Laid]


def set_blocks(named: Sequence[Named], room: Room) -> Galley:
    """The blocks one after the other, set to the room's width.

    Horizontal ones that follow each other on a vertical panel stand one under the other there,
    as many as find room.
    """
    galley: list[Slice] = []
    group: tuple[Named, ...] = ()
    for each in _chapters(named, room):
        if group and not (_joins(each[1], room) and _finds_room((*group, each), room)):
            galley += _across(group, room)
            group = ()
        if _joins(each[1], room):
            group = (*group, each)
        else:
            galley += lay_out(each[1], room, each[0])
    return _zoned((*galley, *(_across(group, room) if group else ())))


def _chapters(named: Sequence[Named], room: Room) -> Iterator[Named]:
    """The blocks, questions that what follows them answers as chapters, where the theme has a
    form for these."""
    for index, (name, block) in enumerate(named):
        following = named[index + 1][1] if index + 1 < len(named) else None
        opens = isinstance(following, _EXHIBITS) and "chapter" in room.theme.forms
        if opens and isinstance(block, document.Question):
            block = Chapter(block)
        yield name, block


_EXHIBITS = (
    document.Countries,
    document.Incidents,
    document.Table,
    document.KeyFigure,
    document.ItemList,
    document.Photo,
)
"""What shows what a question asks about."""


def _zoned(galley: Galley) -> Galley:
    """The galley, what names no ground standing on that of the slice before it."""
    zone, found = None, []
    for piece in galley:
        zone = piece.zone or zone
        found.append(piece._replace(zone=zone) if zone else piece)
    return tuple(found)


def _joins(block: Laid, room: Room) -> bool:
    return room.vertical and _direction(block, "vertical") == "horizontal"


def _finds_room(group: tuple[Named, ...], room: Room) -> bool:
    return finds_room(lambda level: _upon(group, level), room, "horizontal")


def _upon(group: tuple[Named, ...], room: Room) -> Galley:
    return tuple(piece for name, block in group for piece in lay_out(block, room, name))


def _across(group: tuple[Named, ...], room: Room) -> Galley:
    """The blocks written across a panel, as one piece."""
    name, leading = group[0]
    direction = _direction(leading, room.theme.direction)
    laid = crosswise(lambda turned: _upon(group, turned), room, direction)
    [piece] = whole_steps(laid, room.step)
    zone = zone_of(room.form(kind(leading)))
    return (piece._replace(block=name, zone=zone, sinks=isinstance(leading, _SINKING)),)


def lay_out(block: Laid, room: Room, name: str) -> Galley:
    """The block set to the room's width; its height is a whole number of half steps.

    ``name`` says which block it is in problems and in the frames.
    """
    if _direction(block, room.theme.direction) != room.theme.direction:
        return _across(((name, block),), room)
    galley = whole_steps(_setter(block, room)(block, room), room.step)
    zone = zone_of(room.form(kind(block)))
    named = [piece._replace(block=name, zone=piece.zone or zone) for piece in galley]
    if named and isinstance(block, _SINKING):
        named[0] = named[0]._replace(sinks=True)
    return tuple(named)
