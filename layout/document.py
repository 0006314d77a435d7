"""The leaflet as an author thinks of it: what is said, never how it looks or where it stands.

No size, font, colour or position occurs here.  Every string an author wrote is a
:class:`Text`, which remembers the place it was read from, so that whatever is found wrong
later can be reported there, and what its author marked in it.  A line break inside a text is
the author's own: in running text it parts paragraphs, in a heading it breaks the line.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from layout.problems import NOWHERE, Source
from layout.values import NamedTuple

RUBY, DOTS, UPRIGHT = "ruby", "dots", "upright"
SUPER, SUB, REFERENCE = "super", "sub", "reference"
LANGUAGE, SLOT = "language", "slot"
"""The kinds of marks."""


class Mark(NamedTuple):
    """What the code points of a text from ``start`` up to ``stop`` are marked as.

    ``value`` holds the readings of ruby (one for the whole, or one for each character), the
    tag of a language (BCP 47), or the name of a slot that is still to be filled; marks of
    other kinds have none.
    """

    kind: str
    start: int
    stop: int
    value: tuple[str, ...] = ()

    def moved(self, by: int) -> "Mark":
        """The mark of the same characters where they stand ``by`` code points further on."""
        return Mark(self.kind, self.start + by, self.stop + by, self.value) if by else self


class Text(str):
    """An author's string with its place in the file and its marks.

    The string is what is printed on the line: of ruby the base text alone.  Marks stand in
    the order of the text and none within another.  Methods of ``str`` know nothing of them;
    :meth:`part` and :func:`joined` keep them.
    """

    __slots__ = ("marks", "source")
    source: Source
    marks: tuple[Mark, ...]

    def __new__(cls, value: str, source: Source = NOWHERE, marks: tuple[Mark, ...] = ()) -> "Text":
        text = super().__new__(cls, value)
        text.source = source
        text.marks = marks
        return text

    def part(self, start: int, stop: int) -> "Text":
        """The text from ``start`` up to ``stop``; readings of a part of their base text go."""
        marks = tuple(
            _cut(mark, max(start, mark.start), min(stop, mark.stop)).moved(-start)
            for mark in self.marks
            if mark.start < stop and start < mark.stop and _lasts(mark, start, stop)
        )
        return Text(self[start:stop], self.source, marks)

    def widened(self, start: int, stop: int) -> tuple[int, int]:
        """The range from ``start`` to ``stop`` with the whole of every mark it cuts into."""
        return (
            min(
                (mark.start for mark in self.marks if mark.start < start < mark.stop), default=start
            ),
            max((mark.stop for mark in self.marks if mark.start < stop < mark.stop), default=stop),
        )

    @property
    def paragraphs(self) -> tuple["Text", ...]:
        """The text parted at the author's line breaks."""
        if "\n" not in self:
            return (self,) if self else ()
        lines, at = [], 0
        for line in self.split("\n"):
            if line:
                lines.append(self.part(at, at + len(line)))
            at += len(line) + 1
        return tuple(lines)


def _lasts(mark: Mark, start: int, stop: int) -> bool:
    """Whether a mark can be cut to a part of the text: not so a reading, nor a slot."""
    return mark.kind not in (RUBY, SLOT) or (start <= mark.start and mark.stop <= stop)


def _cut(mark: Mark, start: int, stop: int) -> Mark:
    return (
        mark if (start, stop) == (mark.start, mark.stop) else mark._replace(start=start, stop=stop)
    )


def joined(parts: Iterable[str], source: Source = NOWHERE) -> Text:
    """Strings and texts one behind the other, with the marks of all."""
    strings, marks, length = list(parts), list[Mark](), 0
    for part in strings:
        if isinstance(part, Text):
            marks += (mark.moved(length) for mark in part.marks)
        length += len(part)
    return Text("".join(strings), source, tuple(marks))


class Cover(NamedTuple):
    """The first panel: calls over the title, a line beneath, a picture, an introduction, a lead
    inside."""

    title: Text
    calls: tuple[Text, ...] = ()
    subtitle: Text | None = None
    introduction: Text | None = None
    lead_on: Text | None = None
    art: Text | None = None
    source: Source = Source()


class Question(NamedTuple):
    """A question with its answer.

    ``label`` is the sign's text (``Q3``; numbered in order where it is absent); ``lead``
    is the part of the answer that carries it, a literal piece of ``answer`` (the theme
    takes the first sentence where it is absent); ``art`` names a drawing to stand by it.
    """

    ask: Text
    answer: Text | None = None
    label: Text | None = None
    lead: Text | None = None
    art: Text | None = None
    id: Text | None = None
    source: Source = Source()


class Country(NamedTuple):
    """A country under a verdict; ``flag`` names its flag (not every country has one)."""

    name: Text
    note: Text | None = None
    flag: Text | None = None
    source: Source = Source()


class CountryGroup(NamedTuple):
    """Countries that share a verdict; ``art`` names a drawing to stand by this."""

    verdict: Text
    countries: tuple[Country, ...]
    note: Text | None = None
    art: Text | None = None
    source: Source = Source()


class Countries(NamedTuple):
    """Groups of countries compared."""

    groups: tuple[CountryGroup, ...]
    heading: Text | None = None
    id: Text | None = None
    source: Source = Source()


class Incident(NamedTuple):
    """One dated event: who, what kind, how many (as written: ``約400件``), what happened."""

    date: Text
    organisation: Text
    kind: Text | None = None
    count: Text | None = None  # type: ignore[assignment]  # hides tuple.count, on purpose
    description: Text | None = None
    source: Source = Source()


class Incidents(NamedTuple):
    """A list of incidents in order of time."""

    items: tuple[Incident, ...]
    heading: Text | None = None
    id: Text | None = None
    source: Source = Source()


class Statement(NamedTuple):
    """The sender's own words on a matter, set apart and calm; not a quotation."""

    text: Text
    heading: Text | None = None
    art: Text | None = None
    id: Text | None = None
    direction: Text | None = None
    source: Source = Source()


class Illustration(NamedTuple):
    """A drawing with its caption; ``art`` names the drawing, ``alt`` says it in words."""

    caption: Text
    art: Text | None = None
    alt: Text | None = None
    id: Text | None = None
    source: Source = Source()


class Appeal(NamedTuple):
    """The sentence a reader should take home, set large."""

    text: Text
    id: Text | None = None
    direction: Text | None = None
    source: Source = Source()


class Demands(NamedTuple):
    """What the sender asks for, one strong mark each; ``art`` names drawings for these, in
    order."""

    items: tuple[Text, ...]
    heading: Text | None = None
    art: tuple[Text, ...] = ()
    id: Text | None = None
    source: Source = Source()


class Contact(NamedTuple):
    """Where to turn to.  Telephone numbers and the like are printed as typed; ``logo`` is a
    picture inside the project.

    ``qr``: whether the address on the web is shown as a QR code too; None: where there is room.
    """

    name: Text
    heading: Text | None = None
    office: Text | None = None
    postal: Text | None = None
    address: Text | None = None
    tel: Text | None = None
    fax: Text | None = None
    email: Text | None = None
    url: Text | None = None
    qr: bool | None = None
    note: Text | None = None
    logo: Text | None = None
    id: Text | None = None
    source: Source = Source()

    @property
    def whereabouts(self) -> Text:
        """The address behind its postcode, which has its sign whether it was typed or not."""
        postal, address = self.postal or Text(""), self.address or Text("")
        if not postal:
            return address
        sign = () if postal.startswith("〒") else ("〒",)
        return joined((*sign, postal, *((" ", address) if address else ())))


class BlankContact(NamedTuple):
    """A contact to be filled in by hand or stamp: labelled lines, and a box for the stamp."""

    labels: tuple[Text, ...]
    heading: Text | None = None
    stamp: Text | None = None
    id: Text | None = None
    source: Source = Source()


class Section(NamedTuple):
    """Plain running text, with or without a heading."""

    text: Text
    heading: Text | None = None
    id: Text | None = None
    direction: Text | None = None
    source: Source = Source()


class ItemList(NamedTuple):
    """A list of points, numbered or not."""

    items: tuple[Text, ...]
    heading: Text | None = None
    numbered: bool = False
    id: Text | None = None
    source: Source = Source()


class KeyFigure(NamedTuple):
    """One number that says it all: ``value`` (``67%``), what it is, where it comes from."""

    value: Text
    label: Text
    note: Text | None = None
    id: Text | None = None
    source: Source = Source()


class Table(NamedTuple):
    """Rows under column heads; every row has as many cells as there are heads."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    heading: Text | None = None
    note: Text | None = None
    id: Text | None = None
    source: Source = Source()


class Photo(NamedTuple):
    """A photograph with its caption; ``file`` lies inside the project."""

    file: Text
    caption: Text | None = None
    credit: Text | None = None
    alt: Text | None = None
    id: Text | None = None
    source: Source = Source()


class Event(NamedTuple):
    """A meeting to come to: title, date, time, place."""

    title: Text
    date: Text
    time: Text | None = None
    place: Text | None = None
    note: Text | None = None
    heading: Text | None = None
    id: Text | None = None
    source: Source = Source()


class ReplySlip(NamedTuple):
    """A slip to be cut off and sent back: what it says, the fields to fill in, where it goes."""

    fields: tuple[Text, ...]
    heading: Text | None = None
    text: Text | None = None
    return_to: Text | None = None
    id: Text | None = None
    source: Source = Source()


class Imprint(NamedTuple):
    """Who publishes the leaflet (発行), in which edition."""

    publisher: Text
    edition: Text | None = None
    date: Text | None = None
    note: Text | None = None
    id: Text | None = None
    source: Source = Source()


class UnionLabel(NamedTuple):
    """A slot for the printers' union label, with the words beside it."""

    text: Text
    id: Text | None = None
    source: Source = Source()


Block: TypeAlias = (
    Question
    | Countries
    | Incidents
    | Statement
    | Illustration
    | Appeal
    | Demands
    | Contact
    | BlankContact
    | Section
    | ItemList
    | KeyFigure
    | Table
    | Photo
    | Event
    | ReplySlip
    | Imprint
    | UnionLabel
)

KINDS: dict[str, type[Block]] = {
    "question": Question,
    "countries": Countries,
    "incidents": Incidents,
    "statement": Statement,
    "illustration": Illustration,
    "appeal": Appeal,
    "demands": Demands,
    "contact": Contact,
    "blank-contact": BlankContact,
    "section": Section,
    "list": ItemList,
    "key-figure": KeyFigure,
    "table": Table,
    "photo": Photo,
    "event": Event,
    "reply-slip": ReplySlip,
    "imprint": Imprint,
    "union-label": UnionLabel,
}
"""The kinds of block by the name an author writes."""


def kind_of(block: Block) -> str:
    """The name an author gives this kind of block."""
    return next(name for name, kind in KINDS.items() if isinstance(block, kind))


class Printing(NamedTuple):
    """How a print shop is to print the leaflet (see :mod:`layout.printing`)."""

    spot: Text | None = None
    plates: Text | None = None
    standard: Text | None = None
    condition: Text | None = None
    icc: Text | None = None
    outlines: bool = False
    source: Source = Source()


class Leaflet(NamedTuple):
    """A whole leaflet.

    ``cover`` stands on the cover panel, ``back`` on the back panel, ``body`` is poured
    through the panels between in reading order.  ``issued`` is the document's date as
    ``YYYY-MM-DD``.  ``direction`` is ``vertical`` for one that is written vertically
    throughout.  ``notation`` says that marks are written in braces although no
    ``placeholders`` are declared.
    """

    id: Text
    issued: Text
    cover: Cover
    body: tuple[Block, ...]
    back: tuple[Block, ...] = ()
    title: Text | None = None
    fold: Text | None = None
    theme: Text | None = None
    opening: Text | None = None
    direction: Text | None = None
    placeholders: tuple[tuple[str, Text], ...] = ()
    notation: bool = False
    printing: Printing | None = None
    source: Source = Source()


def texts(value: object) -> Iterator[Text]:
    """Every author's string in a leaflet or a part of one, in the order of the document."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple) and not isinstance(value, Source):
        for part in value:
            yield from texts(part)
