"""A master: a leaflet composed once, of which variants set and draw nothing but the contact.

The contact block has one height whatever it says (``layout/blocks/reserve.py``), so nothing else
on the sheet moves.  All of that is encoded once for each edition; a variant's file is the same
bytes as if its contact had been typed into the leaflet and built alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import BinaryIO

from layout.blocks import set_blocks
from layout.bounds import check_bounds
from layout.breaks import offending_breaks
from layout.build import Composition, check_addresses, info_of, printed_sides, rasters_of
from layout.characters import check_characters, check_drawn
from layout.document import Contact, Cover, Leaflet, Text
from layout.drafts import contact_names
from layout.editions import Edition
from layout.frame import Clip, Group, Ink, Item, Panel, TextRun
from layout.galley import Slice, height_of
from layout.geometry import Pt, Rect
from layout.judging import judged
from layout.looseness import loose_lines
from layout.overprinting import plates_changed
from layout.pdf import Info, Stencil, assemble, cut_stencil, fill_stencil
from layout.pdf.bound import Bound
from layout.pdf.parting import filled_in, only_blanks, part
from layout.preflight import FAILED
from layout.preflight.readback import Beginning, beginning, read_back, read_stream
from layout.preflight.values import MalformedError
from layout.problems import LeafletError, Problem, problem
from layout.room import Room, Setter
from layout.sheets import Side
from layout.text.fonts import Fonts
from layout.theme import Theme
from layout.values import NamedTuple

NOT_FITTING = 4
_NEAR = 0.01
_NO_BOX = Rect(Pt(0), Pt(0), Pt(0), Pt(0))


class Plate(NamedTuple):
    """An edition of the master: its sides with a blank for the contact, their stencil, how files
    that are made with it begin."""

    edition: Edition
    sides: tuple[Side, ...]
    usual: tuple[Item, ...]
    info: Info
    changed: tuple[str, ...]
    """The plates that differ between variants."""
    stencil: Stencil
    beginning: Beginning


class Desk:
    """Where variants are set one after the other: what they have in common is set once, and
    memory does not grow with their number."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._setter = Setter(fonts)
        self._set = 0

    def setter(self) -> Setter:
        """A setter for one more variant."""
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


class Own(NamedTuple):
    """A variant's contact as it is set, and what there is to say of it."""

    piece: Slice
    problems: tuple[Problem, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """What the variant draws for itself."""
        return self.piece.items


def master_of(work: Composition, editions: Sequence[Edition], moment: str | None) -> Master | None:
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
    made = _plates(work, editions, moment, {name: piece.items}, usual)
    plates = {one.edition.id: one for one in made}
    return Master(
        work, name, room, piece, found[0], plates, Desk(work.fonts), info_of(leaflet, moment)
    )


def _piece(name: str, contact: Contact, room: Room) -> Slice | None:
    """The contact as one slice; None where it is of several."""
    galley = set_blocks(((name, contact),), room)
    return galley[0] if len(galley) == 1 else None


def _bare(panel: Panel, name: str) -> Panel:
    """The panel with nothing on it but the place of the block."""
    [side] = part((_as_side(panel.over),), {name}).sides
    return panel._replace(under=(), over=only_blanks(side.items))


def _as_side(items: tuple[Item, ...]) -> Side:
    return Side("", _NO_BOX, _NO_BOX, _NO_BOX, items)


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


def _plates(
    work: Composition,
    editions: Sequence[Edition],
    moment: str | None,
    block: Mapping[str, tuple[Item, ...]],
    usual: tuple[Item, ...],
) -> Iterator[Plate]:
    """The editions in which the block is drawn as it is set by itself; a first file of each is
    judged whole."""
    info = info_of(work.leaflet, moment)
    for edition in editions:
        if edition.tagged or edition.booklet or edition.notes or edition.outlines:
            continue
        sides, own = part(printed_sides(work, edition, moment), block.keys())
        if own == {name: _in_inks(items, edition) for name, items in block.items()}:
            rasters = rasters_of(work, edition)
            drawn = _in_inks(usual, edition)
            stencil = cut_stencil(sides, edition, info, work.fonts, rasters, drawn)
            data = assemble(stencil.constant, fill_stencil(stencil, own))
            judged(data, edition.id, edition, *work.sheets)
            changed = plates_changed(drawn, _ground(work.theme), edition)
            begun = beginning(data, len(stencil.constant.data))
            yield Plate(edition, sides, drawn, info, changed, stencil, begun)


def _ground(theme: Theme) -> Ink | None:
    """What contacts stand on."""
    form = theme.options("contact")
    return form.ink("ink") if form.has("ink") else theme.ground


def _in_inks(items: tuple[Item, ...], edition: Edition) -> tuple[Item, ...]:
    """The items in the inks of the edition."""
    if not edition.spot:
        return items
    from layout.plates import on_two_plates

    [side] = on_two_plates((_as_side(items),), edition)
    return side.items


def set_own(master: Master, contact: Contact) -> Own:
    """A contact set in the master's place for it.

    Raises LeafletError as :func:`layout.build.build` does for a leaflet with this contact, and
    (exit code 4) where it is longer than its reserve.
    """
    work = master.work
    leaflet, theme, fonts = _holding(work.leaflet, contact), work.theme, work.fonts
    notes = check_characters(leaflet, theme, fonts)
    linked = check_addresses(leaflet)
    setter = master.desk.setter()
    room = master.room._replace(setter=setter)
    piece = _piece(master.name, contact, room)
    if piece is None or piece.height > master.piece.height + _NEAR:
        raise LeafletError((_too_long(master, contact, room),), NOT_FITTING)
    panel = master.panel._replace(over=filled_in(master.panel.over, {master.name: piece.items}))
    check_drawn(leaflet, (panel,), fonts)
    check_bounds(leaflet, theme, (panel,), fonts)
    loose = loose_lines(leaflet, theme, (panel,), setter.loose)
    return Own(piece, (*notes, *offending_breaks(leaflet), *loose, *linked))


def _too_long(master: Master, contact: Contact, room: Room) -> Problem:
    height = height_of(set_blocks(((master.name, contact),), room))
    lines = ceil((height - master.piece.height) / room.step - _NEAR)
    return problem("row-too-long", contact.source, block=master.name, lines_over=max(1, lines))


def _holding(leaflet: Leaflet, contact: Contact) -> Leaflet:
    """A leaflet with nothing in it but the contact."""
    return leaflet._replace(cover=Cover(Text("")), body=(), back=(contact,), title=None)


def draw(master: Master, own: Own, plate: Plate) -> bytes:
    """The file of a variant in an edition, read back from its bytes.

    Raises LeafletError (exit code 7) where it is not what it was to be.
    """
    items = {master.name: _in_inks(own.items, plate.edition)}
    varying = fill_stencil(plate.stencil, items)
    data = assemble(plate.stencil.constant, varying)
    check_variant(plate, data, own)
    return data


def check_variant(plate: Plate, data: bytes, own: Own) -> None:
    """Raises LeafletError (exit code 7) unless a file can be read and says what it is to say."""
    _compare(own, lambda: read_back(plate.beginning, data))


def _compare(own: Own, read: Callable[[], str]) -> None:
    try:
        said, reason = read(), "text"
    except MalformedError as error:
        said, reason = "", str(error)
    if said != "".join(_said(own.items)):
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
    streams = bound.add({master.name: _in_inks(own.items, plate.edition)})
    told = bound.told()
    _compare(own, lambda: "".join([read_stream(plate.beginning, each, told) for each in streams]))
