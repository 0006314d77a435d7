"""What each kind of block says, as parts with roles.

Signs and labels that the printed forms add (``A.``, ``〒``, ``TEL:``, numbers of lists) stand
here as well: they are heard as they are seen.
"""

from collections.abc import Callable, Iterable
from typing import Any

from layout import document
from layout.document import Text
from layout.questions import lead_range
from layout.reading import links
from layout.reading.language import spoken
from layout.reading.part import (
    BODY,
    CAPTION,
    CELL,
    FIGURE,
    HEAD,
    HEADING,
    ITEM,
    LABEL,
    LIST,
    PARAGRAPH,
    ROW,
    SECTION,
    SPAN,
    TABLE,
    Part,
)


def part_of(block: document.Block, level: int) -> Part:
    """The block as a section; its heading is one of ``level``."""
    children = _PARTS[type(block)](block, level)
    name = str(block.id or "")
    return Part(SECTION, children=tuple(children), kind=document.kind_of(block), name=name)


def paragraphs(text: Text | None, kind: str = "") -> tuple[Part, ...]:
    """The text's paragraphs; none of an absent text."""
    return tuple(
        Part(PARAGRAPH, spoken(each), kind=kind) for each in (text.paragraphs if text else ())
    )


def phrase(text: Text | None, kind: str = "") -> tuple[Part, ...]:
    """A text that is not running text: one paragraph, its line breaks kept."""
    return (Part(PARAGRAPH, spoken(text), kind=kind),) if text else ()


def _heading(text: Text | None, level: int) -> tuple[Part, ...]:
    return (Part(HEADING, spoken(text), level=level),) if text else ()


def _span(text: str, kind: str = "") -> Part:
    return Part(SPAN, spoken(text) if isinstance(text, Text) else text, kind=kind)


def _line(*parts: Part, kind: str = "") -> Part:
    return Part(PARAGRAPH, children=parts, kind=kind)


def _list(items: Iterable[tuple[str, tuple[Part, ...]]], kind: str = "") -> Part:
    """A list of bodies, each behind its label."""
    entries = tuple(
        Part(ITEM, children=(Part(LABEL, label), Part(BODY, children=body)))
        for label, body in items
    )
    return Part(LIST, children=entries, kind=kind)


_DOT = "・"


def _dotted(texts: Iterable[Text], kind: str = "") -> Part:
    return _list(((_DOT, phrase(text)) for text in texts), kind)


def _question(block: document.Question, level: int) -> Iterable[Part]:
    sign = (_span(block.label, "label"), _span(" ")) if block.label else ()
    yield Part(HEADING, children=(*sign, _span(block.ask, "ask")), level=level)
    if block.answer:
        yield from _answer(block, block.answer)


def _answer(block: document.Question, answer: Text) -> Iterable[Part]:
    """The paragraphs of an answer, its mark before the first, its lead set apart."""
    start, end = lead_range(block)
    position = 0
    mark: tuple[Part, ...] = (_span("A.", "mark"), _span(" "))
    for line in answer.split("\n"):
        stop = position + len(line)
        cuts = sorted({position, stop, *(cut for cut in (start, end) if position < cut < stop)})
        parts = tuple(
            _span(answer.part(one, two), "lead" if start <= one < end else "")
            for one, two in zip(cuts, cuts[1:], strict=False)
        )
        if line:
            yield _line(*mark, *parts, kind="answer")
            mark = ()
        position = stop + 1


def _countries(block: document.Countries, level: int) -> Iterable[Part]:
    yield from _heading(block.heading, level)
    inner = level + 1 if block.heading else level
    for group in block.groups:
        rows = ((_DOT, _country(country)) for country in group.countries)
        children = (*_heading(group.verdict, inner), _list(rows), *paragraphs(group.note, "note"))
        yield Part(SECTION, children=children, kind="group")


def _country(country: document.Country) -> tuple[Part, ...]:
    return (*phrase(country.name, "name"), *paragraphs(country.note))


def _incidents(block: document.Incidents, level: int) -> Iterable[Part]:
    yield from _heading(block.heading, level)
    yield _list((_DOT, tuple(_incident(item))) for item in block.items)


def _incident(item: document.Incident) -> Iterable[Part]:
    parts = [_span(item.date, "date"), _span(" "), _span(item.organisation, "organisation")]
    if item.kind:
        parts += (_span(_DOT, "sign"), _span(item.kind, "pill"))
    if item.count:
        parts += (_span("（", "sign"), _span(item.count, "count"), _span("）", "sign"))
    yield _line(*parts, kind="head")
    yield from paragraphs(item.description)


def _titled_text(block: document.Statement | document.Section, level: int) -> Iterable[Part]:
    return (*_heading(block.heading, level), *paragraphs(block.text))


def _appeal(block: document.Appeal, _: int) -> Iterable[Part]:
    return phrase(block.text)


def _demands(block: document.Demands, level: int) -> Iterable[Part]:
    return (*_heading(block.heading, level), _dotted(block.items))


def _item_list(block: document.ItemList, level: int) -> Iterable[Part]:
    yield from _heading(block.heading, level)
    if block.numbered:
        rows = ((f"{number}.", phrase(text)) for number, text in enumerate(block.items, 1))
        yield _list(rows, "numbered")
    else:
        yield _dotted(block.items)


def _illustration(block: document.Illustration, _: int) -> Iterable[Part]:
    yield _figure(block.alt, "絵", phrase(block.caption))


def _photo(block: document.Photo, _: int) -> Iterable[Part]:
    below = (*phrase(block.caption), *phrase(block.credit, "credit"))
    yield _figure(block.alt, "写真", below)._replace(target=str(block.file))


def _figure(alt: Text | None, kind: str, below: tuple[Part, ...]) -> Part:
    caption = (Part(CAPTION, children=below),) if below else ()
    return Part(FIGURE, spoken(alt or Text("")), caption, kind=kind)


def _key_figure(block: document.KeyFigure, _: int) -> Iterable[Part]:
    return (*phrase(block.value, "value"), *phrase(block.label), *phrase(block.note, "note"))


def _table(block: document.Table, level: int) -> Iterable[Part]:
    yield from _heading(block.heading, level)
    rows = ((HEAD, block.columns), *((CELL, row) for row in block.rows))
    yield Part(
        TABLE,
        children=tuple(
            Part(ROW, children=tuple(Part(role, spoken(text)) for text in row))
            for role, row in rows
        ),
    )
    yield from paragraphs(block.note, "note")


def _event(block: document.Event, level: int) -> Iterable[Part]:
    yield from _heading(block.heading, level)
    yield from _heading(block.title, level + 1 if block.heading else level)
    when = (("日", block.date), ("時間", block.time), ("場所", block.place))
    lines = (_line(_span(term, "term"), _span("："), _span(text)) for term, text in when if text)
    yield Part(SECTION, children=tuple(lines), kind="when")
    yield from paragraphs(block.note, "note")


def _contact(block: document.Contact, level: int) -> Iterable[Part]:
    yield from _heading(block.heading, level)
    lines = [*phrase(block.name, "name"), *phrase(block.office), *phrase(block.whereabouts)]
    if block.tel:
        lines.append(_term("TEL:", links.telephone(block.tel)))
    if block.fax:
        lines.append(_term("FAX:", (_span(block.fax),)))
    if block.email:
        lines.append(_line(*links.mail(block.email), kind="address"))
    if block.url:
        lines.append(_line(*links.web(block.url), kind="address"))
    yield Part(SECTION, children=(*lines, *paragraphs(block.note)), kind="address")


def _term(term: str, value: tuple[Part, ...]) -> Part:
    return _line(_span(term, "term"), _span(" "), *value, kind="number")


def _blank_contact(block: document.BlankContact, level: int) -> Iterable[Part]:
    stamp = phrase(block.stamp, "stamp")
    return (*_heading(block.heading, level), *stamp, _dotted(block.labels, "fields"))


def _reply_slip(block: document.ReplySlip, level: int) -> Iterable[Part]:
    yield from _heading(block.heading, level)
    yield from paragraphs(block.text)
    yield _dotted(block.fields, "fields")
    yield from phrase(block.return_to)


def _imprint(block: document.Imprint, _: int) -> Iterable[Part]:
    yield _line(_span("発行", "term"), _span(" "), _span(block.publisher))
    edition = [_span(text) for text in (block.edition, block.date) if text]
    if edition:
        yield _line(*edition[:1], *(part for one in edition[1:] for part in (_span(" "), one)))
    yield from paragraphs(block.note)


def _union_label(block: document.UnionLabel, _: int) -> Iterable[Part]:
    return phrase(block.text)


_PARTS: dict[type, Callable[[Any, int], Iterable[Part]]] = {
    document.Question: _question,
    document.Countries: _countries,
    document.Incidents: _incidents,
    document.Statement: _titled_text,
    document.Illustration: _illustration,
    document.Appeal: _appeal,
    document.Demands: _demands,
    document.Contact: _contact,
    document.BlankContact: _blank_contact,
    document.Section: _titled_text,
    document.ItemList: _item_list,
    document.KeyFigure: _key_figure,
    document.Table: _table,
    document.Photo: _photo,
    document.Event: _event,
    document.ReplySlip: _reply_slip,
    document.Imprint: _imprint,
    document.UnionLabel: _union_label,
}
