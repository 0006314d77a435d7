"""A master: a leaflet composed once, of which variants set and draw nothing but the contact.

The contact block has one height whatever it says (``layout/blocks/reserve.py``), so nothing else
on the sheet moves.  All of that is encoded once for each edition; a variant's file is the same
bytes as if its contact had been typed into the leaflet and built alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import BinaryIO

from layout.blocks import set_blocks
from layout.bounds import check_bounds
from layout.breaks import offending_breaks
from layout.build import Composition, check_addresses, info_of, rasters_of
from layout.characters import check_characters, check_drawn
from layout.document import Contact, Cover, Leaflet, Text
from layout.drafts import contact_names
from layout.editions import Edition
from layout.frame import Clip, Frame, Group, Item, Panel, TextRun
from layout.galley import Slice, height_of
from layout.looseness import loose_lines
from layout.pdf import Info, assemble
from layout.pdf.bound import Bound
from layout.pdf.parting import filled_in, only_blanks, part
from layout.pictures import NO_DRAWINGS, logos, photographs
from layout.preflight import FAILED
from layout.preflight.readback import read_back, read_stream
from layout.preflight.values import MalformedError
from layout.problems import LeafletError, Problem, problem
from layout.room import Room, Setter
from layout.text.fonts import Fonts
from layout.values import NamedTuple
from layout.variants.plates import Own, Plate, as_side, in_inks, printed_plate

NOT_FITTING = 4
_DATA = 3
_NEAR = 0.01


class Desk:
    """Where variants are set one after the other: what they have in common is set once, and
    memory does not grow with their number."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._setter = Setter(fonts)
        self._set = 0

    def setter(self, artwork: Mapping[str, Frame] = NO_DRAWINGS) -> Setter:
        """A setter for one more variant, by itself where that has artwork of its own."""
        if artwork:
            return Setter(self._fonts, artwork=artwork)
        self._set += 1
        if self._set % _TOGETHER == 0:
            self._fonts.forget()
            self._setter = Setter(self._fonts)
        return self._setter


_TOGETHER = 64
"""The variants for which what has been set is kept."""


class Master(NamedTuple):
    """What variants are made of.

    ``name`` is that of the contact's block, ``room`` what it is set in, ``piece`` the contact that
    the leaflet was composed with, as high as any; ``panel`` holds nothing but the place of it.
    ``plates`` are the editions that can be made so, by id.
    """

    work: Composition
    name: str
    room: Room
    piece: Slice
    panel: Panel
    plates: dict[str, Plate]
    desk: Desk
    info: Info
    folder: Path


def master_of(
    work: Composition, editions: Sequence[Edition], moment: str | None, folder: Path
) -> Master | None:
    """The master of a composition; None where its contact is not set in one piece of its own."""
    leaflet = work.leaflet
    names = contact_names(leaflet, work.theme)
    if len(names) != 1:
        return None
    [name] = names
    [contact] = [each for each in (*leaflet.body, *leaflet.back) if isinstance(each, Contact)]
    room = work.rooms[name]
    piece = _piece(name, contact, room)
    panels = [_bare(panel, name) for panel in work.panels]
    found = [panel for panel in panels if panel.over]
    if piece is None or len(found) != 1:
        return None
    usual = _usual(name, contact, room)
    own = Own(contact, piece, ())
    made = _plates_of(work, editions, moment, name, own, usual)
    plates = {one.edition.id: one for one in made}
    return Master(
        work,
        name,
        room,
        piece,
        found[0],
        plates,
        Desk(work.fonts),
        info_of(leaflet, moment),
        folder,
    )


def _plates_of(
    work: Composition,
    editions: Sequence[Edition],
    moment: str | None,
    name: str,
    own: Own,
    usual: tuple[Item, ...],
) -> Iterator[Plate]:
    """The editions in which the block ``name`` is drawn as it is set by itself; a first file of
    each is judged whole."""
    for edition in editions:
        if edition.booklet or edition.notes or edition.outlines:
            continue
        if edition.tagged:
            from layout.variants.tagged import tagged_plate  # late: no print shop's file is tagged

            plate = tagged_plate(work, edition, moment, name, own, usual)
        else:
            plate = printed_plate(work, edition, moment, name, own, usual)
        if plate:
            yield plate


def _piece(name: str, contact: Contact, room: Room) -> Slice | None:
    """The contact as one slice; None where it is of several."""
    galley = set_blocks(((name, contact),), room)
    return galley[0] if len(galley) == 1 else None


def _bare(panel: Panel, name: str) -> Panel:
    """The panel with nothing on it but the place of the block."""
    [side] = part((as_side(panel.over),), {name}).sides
    return panel._replace(under=(), over=only_blanks(side.items))


def _usual(name: str, contact: Contact, room: Room) -> tuple[Item, ...]:
    """What nearly every contact draws: figures, the letters of addresses for mail, labels."""
    figures, letters = Text("0123456789-"), Text("abcdefghijklmnopqrstuvwxyz@._-")
    full = Contact(
        contact.name,
        heading=contact.heading,
        postal=figures,
        address=figures,
        tel=Text("0123456789-()"),
        fax=figures,
        email=letters,
        url=Text("https://-/.%2F?&=#"),
        qr=False,
    )
    return tuple(item for each in set_blocks(((name, full),), room) for item in each.items)


def set_own(master: Master, contact: Contact) -> Own:
    """A contact set in the master's place for it.

    Raises LeafletError as :func:`layout.build.build` does for a leaflet with this contact, and
    (exit code 4) where it is longer than its reserve.
    """
    work = master.work
    leaflet, theme, fonts = _holding(work.leaflet, contact), work.theme, work.fonts
    notes = check_characters(leaflet, theme, fonts)
    linked = check_addresses(leaflet)
    setter = master.desk.setter(_logo(master, leaflet))
    room = master.room._replace(setter=setter)
    piece = _piece(master.name, contact, room)
    if piece is None or piece.height > master.piece.height + _NEAR:
        raise LeafletError((_too_long(master, contact, room),), NOT_FITTING)
    panel = master.panel._replace(over=filled_in(master.panel.over, {master.name: piece.items}))
    check_drawn(leaflet, (panel,), fonts)
    check_bounds(leaflet, theme, (panel,), fonts)
    loose = loose_lines(leaflet, theme, (panel,), setter.loose)
    return Own(contact, piece, (*notes, *offending_breaks(leaflet), *loose, *linked))


def _logo(master: Master, leaflet: Leaflet) -> Mapping[str, Frame]:
    """The contact's logo.

    Raises LeafletError (exit code 3) for one that cannot be drawn, or that is made of dots: the
    files of a master share all their pictures.
    """
    dots = photographs(leaflet)
    if dots:
        [photo] = dots
        raise LeafletError((problem("logo-of-dots", photo.source, file=str(photo.file)),), _DATA)
    if not logos(leaflet):
        return NO_DRAWINGS
    from layout.artwork.library import read_artwork

    found = read_artwork(leaflet, master.work.theme, master.folder)
    if found.problems:
        raise LeafletError(found.problems, _DATA)
    return found.found


def _too_long(master: Master, contact: Contact, room: Room) -> Problem:
    height = height_of(set_blocks(((master.name, contact),), room))
    lines = ceil((height - master.piece.height) / room.step - _NEAR)
    return problem("row-too-long", contact.source, block=master.name, lines_over=max(1, lines))


def _holding(leaflet: Leaflet, contact: Contact) -> Leaflet:
    """A leaflet with nothing in it but the contact."""
    return leaflet._replace(cover=Cover(Text("")), body=(), back=(contact,), title=None)


def draw(own: Own, plate: Plate) -> bytes:
    """The file of a variant in an edition, read back from its bytes.

    Raises LeafletError (exit code 7) where it is not what it was to be.
    """
    filled = plate.fill(own)
    data = assemble(plate.constant, filled.objects)
    _compare(filled.items, lambda: read_back(plate.beginning, data))
    return data


def _compare(items: Iterable[Item], read: Callable[[], str]) -> None:
    try:
        said, reason = read(), "text"
    except MalformedError as error:
        said, reason = "", str(error)
    if said != "".join(_said(items)):
        raise LeafletError((problem("variant-unsound", detail=reason),), FAILED)


def _said(items: Iterable[Item]) -> Iterator[str]:
    """What the items say, in the order in which they are drawn."""
    for item in items:
        if isinstance(item, TextRun):
            yield "".join([glyph.text for glyph in item.glyphs])
        elif isinstance(item, Group) and item.actual is not None:
            yield item.actual
        elif isinstance(item, Group | Clip):
            yield from _said(item.items)


def bind(master: Master, plate: Plate, out: BinaryIO) -> Bound:
    """A file of an edition that holds any number of variants."""
    work, edition = master.work, plate.edition
    rasters = rasters_of(work, edition)
    return Bound(out, edition, plate.info, work.fonts, plate.sides, rasters, plate.usual)


def add_to(bound: Bound, master: Master, plate: Plate, own: Own) -> None:
    """Adds a variant to such a file, read back from what was written.

    Raises LeafletError (exit code 7) where that is not what it was to be.
    """
    items = in_inks(own.items, plate.edition)
    streams, told = bound.add({master.name: items}), bound.told()
    _compare(items, lambda: "".join([read_stream(plate.beginning, each, told) for each in streams]))
