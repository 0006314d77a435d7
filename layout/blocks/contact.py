"""The contact block: found without searching, with drawn icons; and one to be filled in by hand."""

from layout.blocks.card import inner, one_card
from layout.blocks.logo import logo
from layout.blocks.reserve import reserved
from layout.document import BlankContact, Contact
from layout.forms.code import code, module_of
from layout.forms.icons import icon
from layout.forms.lettering import fitted, moved, pill
from layout.forms.shapes import dashed_box, ruled
from layout.frame import Frame, Item
from layout.galley import Galley, Slice, height_of
from layout.geometry import Em, Pt, Rect
from layout.room import Room
from layout.text.paragraph import Line
from layout.theme import Options, TextStyle
from layout.values import NamedTuple
from layout.weblinks import coded


class Entry(NamedTuple):
    """A line of a contact: its icon, the word before it, the value, the value's style."""

    icon: str
    term: str
    value: str
    style: str


def entries(contact: Contact) -> tuple[Entry, ...]:
    """The lines of a contact that are given, in order."""
    lines = (
        Entry("pin", "", contact.whereabouts, "text"),
        Entry("phone", "TEL:", contact.tel or "", "number"),
        Entry("fax", "FAX:", contact.fax or "", "number"),
        Entry("mail", "", contact.email or "", "text"),
        Entry("globe", "", contact.url or "", "text"),
    )
    return tuple(line for line in lines if line.value)


def lay_out(block: Contact, room: Room) -> Galley:
    """A coloured card: label, name, office, a rule, then a line for each way to get in touch.

    It keeps the theme's ``reserve`` (steps) whatever it says, or what there is where it must not
    be so high.
    """
    form = room.form("contact")
    x, inside = inner(room, form)
    most = room.depth / room.step - form.number("pad") - _ROUNDED
    steps = min(form.number_or("reserve", 0.0), most)
    return one_card(room, form, reserved(lambda within: _said(block, within, x), inside, steps))


_ROUNDED = 0.75
"""The steps by which a card may be higher than what it says and its padding."""


def _said(block: Contact, room: Room, x: float) -> Galley:
    """What the card says, from ``x`` on."""
    form = room.form("contact")
    pieces = [_head(block, room, form, x), *_ways(block, room, form, x)]
    if block.note:
        style = form.style("text")
        shown = room.lines(block.note, style)
        pieces += room.running(shown, style, x=x, before=room.down(0.25))
    return tuple(pieces)


def _ways(block: Contact, room: Room, form: Options, x: float) -> Galley:
    """The lines of a contact; beside them, where it is wanted or there is room, a QR code."""
    lines = entries(block)
    plain = _listed(lines, room, form, x, _NO_CODE)
    url = coded(block)
    if url is None:
        return plain
    shown = code(url, module_of(room.unit))
    if room.width - shown.width < room.across(_LEAST_BESIDE):
        return (*plain, _beneath(shown, room, x)) if block.qr else plain
    beside = _listed(lines, room, form, x, shown)
    grown = height_of(beside) - height_of(plain)
    return beside if block.qr or grown <= room.down(_MOST_GROWN) else plain


_NO_CODE = Frame(Pt(0), Pt(0), ())
_LEAST_BESIDE = 15.0
"""The units that the lines of a contact keep beside a QR code."""
_MOST_GROWN = 2.5
"""The steps by which a QR code that nobody asked for may make a contact higher."""
_UNDER_RULE = 0.9
"""Where a contact's lines begin under their rule, in steps."""


def _listed(lines: tuple[Entry, ...], room: Room, form: Options, x: float, shown: Frame) -> Galley:
    """The lines one under the other, shorter while they stand beside what is ``shown`` there."""
    beside = room._replace(width=room.width - shown.width - room.across(0.8))
    short = beside if shown.items else room
    styles = {"number": _numbers(lines, short, form), "text": form.style("text")}
    top, pieces, depth = room.down(_UNDER_RULE), list[Slice](), 0.0
    for index, entry in enumerate(lines):
        within = short if depth < top + shown.height else room
        style, width = styles[entry.style], room.width if index == 0 else 0.0
        pieces.append(_entry(entry, within, form, x, style, width))
        depth += pieces[-1].height
    if shown.items:
        at_side = moved(shown.items, x + room.width - shown.width, top)
        missing = max(0.0, top + shown.height + room.down(0.25) - depth)
        pieces[0] = pieces[0]._replace(items=(*pieces[0].items, at_side))
        pieces[-1] = pieces[-1]._replace(height=pieces[-1].height + missing)
    return tuple(pieces)


def _beneath(shown: Frame, room: Room, x: float) -> Slice:
    gap = room.down(0.5)
    return Slice(shown.height + gap, (moved(shown.items, x, gap),))


def _head(block: Contact, room: Room, form: Options, x: float) -> Slice:
    """Label, name and office; at their right the logo, if there is one."""
    mark = logo(block, room)
    beside = room._replace(width=room.width - mark.width)
    said = _names(block, beside, form)
    if not mark.items:
        return said._replace(items=(moved(said.items, x, 0.0),))
    height = max(said.height, room.down(0.25) + mark.height)
    at_side = moved(mark.items, x + room.width - mark.width, room.down(0.25))
    return Slice(height, (moved(said.items, x, 0.0), at_side))


def _names(block: Contact, room: Room, form: Options) -> Slice:
    items: list[Item] = []
    height = room.down(0.25)
    if block.heading:
        label = pill(room, block.heading, form.style("label"), form.ink("label-ground"), 1.0)
        items.append(moved(label.items, 0.0, height))
        height += label.height + room.down(0.25)
    name = form.style("name")
    shown = fitted(
        room,
        block.name,
        name,
        width=room.width,
        most=name.size,
        least=name.size * 0.78,
        height=room.feed(name),
        feed=room.feed(name) / (name.size * room.unit),
    )
    items += room.stack(shown.lines, shown.style, 0.0, height)
    height += shown.height
    if block.office:
        style = form.style("text")
        lines = room.lines(block.office, style)
        items += room.stack(lines, style, 0.0, height)
        height += room.tall(lines, style)
    return Slice(height, tuple(items))


def _entry(
    entry: Entry, room: Room, form: Options, x: float, text: TextStyle, rule: float
) -> Slice:
    """One line of a contact; the first stands under a rule, ``rule`` points long."""
    term = form.style("term")
    size, top = room.across(1.5), room.down(_UNDER_RULE) if rule else 0.0
    left = room.across(2.3)
    items: list[Item] = []
    if rule:
        y = room.down(0.45)
        items.append(ruled((0.0, y), (rule, y), form.ink("rule"), room.across(0.09)))
    middle = top + room.feed(text) / 2
    items.append(icon(entry.icon, (size / 2, middle), size, text.ink, room.across(0.11)))
    if entry.term:
        items += room.one_line(
            entry.term, term, left, top + _drop(room, text, term), room.feed(term)
        )
        left += room.text_width(entry.term, term) + room.across(0.5)
    lines, text = _value(entry, room, text, room.width - left)
    rise = room.rise(lines, text, room.feed_of(lines, text))  # into the line feed above
    items += room.stack(lines, text, left, top - rise)
    return Slice(top - rise + room.tall(lines, text), (moved(tuple(items), x, 0.0),))


def _value(
    entry: Entry, room: Room, style: TextStyle, width: float
) -> tuple[tuple[Line, ...], TextStyle]:
    """The value in lines; an address for mail is made a little smaller before it is broken."""
    natural = room.text_width(entry.value, style)
    if entry.icon in ("mail", "globe") and width < natural <= width / 0.8:
        size = max(room.smallest, style.size * width / natural * 0.995)
        style = style._replace(size=Em(min(style.size, size)))
    return room.lines(entry.value, style, width), style


def _numbers(lines: tuple[Entry, ...], room: Room, form: Options) -> TextStyle:
    """The style of telephone numbers: one size for all, at which each stays on its line."""
    style, term, left = form.style("number"), form.style("term"), room.across(2.8)
    for entry in lines:
        if entry.style == "number":
            width = room.width - left - room.text_width(entry.term, term)
            natural = room.text_width(entry.value, style)
            if natural > width:
                size = max(room.smallest, style.size * width / natural * 0.995)
                style = style._replace(size=Em(min(style.size, size)))
    return style


def _drop(room: Room, large: TextStyle, small: TextStyle) -> float:
    """How far down a smaller line box must go for both to stand on one baseline."""
    return room.baseline(large) - room.baseline(small)


def lay_out_blank(block: BlankContact, room: Room) -> Galley:
    """A card with ruled lines to write on and a box for the stamp."""
    form = room.form("blank-contact")
    x, inside = inner(room, form)
    pieces: list[Slice] = []
    if block.heading:
        white = room.inked(form.style("label"), form.ink("label-ink"))
        label = pill(room, block.heading, white, form.ink("label-ground"), 1.0)
        pieces.append(
            Slice(label.height + room.down(0.5), (moved(label.items, x, room.down(0.25)),))
        )
    stamp = room.across(6.0) if block.stamp else 0.0
    rows = tuple(
        _blank_row(
            text, inside, form, inside.width - (stamp + room.across(1.0) if stamp else 0.0), x
        )
        for text in block.labels
    )
    if block.stamp and rows:
        rows = (_with_stamp(rows[0], block.stamp, inside, form, stamp, x), *rows[1:])
    short = max(0.0, stamp - sum(row.height for row in rows)) if block.stamp else 0.0
    rows = (*rows[:-1], rows[-1]._replace(height=rows[-1].height + short))
    return one_card(room, form, (*pieces, *rows), form.ink("line"))


def _blank_row(text: str, room: Room, form: Options, width: float, x: float) -> Slice:
    style, height = form.style("term"), room.down(1.5)
    lines = room.one_line(text, style, 0.0, height - room.feed(style))
    y = height - room.down(0.08)
    rule = ruled((0.0, y), (width, y), form.ink("rule"), room.across(0.09))
    return Slice(height, (moved((*lines, rule), x, 0.0),))


def _with_stamp(row: Slice, text: str, room: Room, form: Options, side: float, x: float) -> Slice:
    box = Rect(Pt(x + room.width - side), Pt(room.down(0.25)), Pt(side), Pt(side))
    style = form.style("term")
    left = box.x + (side - room.text_width(text, style)) / 2
    lettering = room.one_line(text, style, left, box.y + (side - room.feed(style)) / 2)
    outline = dashed_box(box, form.ink("line"), room.across(0.08))
    return row._replace(items=(*row.items, outline, *lettering))
