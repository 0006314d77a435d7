"""A leaflet filled from one row of a list: its placeholders and its one contact."""

from collections.abc import Mapping

from layout.contacts import Row
from layout.contacts.postcodes import PREFECTURES, prefecture_in
from layout.document import SLOT, Block, Contact, Leaflet, Text, texts
from layout.placeholders import fill
from layout.problems import Source


def filled(template: Leaflet, row: Row, file: str = "") -> Leaflet:
    """The leaflet with its placeholders and its one contact filled from a row of ``file``.

    A contact keeps its heading; what the row does not have is absent.  One that is written with
    placeholders is filled by them alone.
    """
    source = Source(file, row.line)
    values = {name: Text(value, source) for name, value in row.values.items()}
    whole = fill(template, values)
    if not contact_to_replace(template):
        return whole
    return whole._replace(
        body=tuple(_with_contact(block, values) for block in whole.body),
        back=tuple(_with_contact(block, values) for block in whole.back),
    )


def contact_to_replace(template: Leaflet) -> bool:
    """Whether the leaflet has just one contact, and that without placeholders."""
    contacts = [block for block in (*template.body, *template.back) if isinstance(block, Contact)]
    slots = [mark for block in contacts for text in texts(block) for mark in text.marks]
    return len(contacts) == 1 and not any(mark.kind == SLOT for mark in slots)


def varies_in_contact_alone(template: Leaflet) -> bool:
    """Whether rows change nothing but the words of the leaflet's one contact."""
    blocks = (*template.body, *template.back)
    contacts = [block for block in blocks if isinstance(block, Contact)]
    others = (block for block in blocks if not isinstance(block, Contact))
    marks = (
        mark for text in texts((template.cover, template.title, *others)) for mark in text.marks
    )
    return len(contacts) == 1 and not any(mark.kind == SLOT for mark in marks)


def _with_contact(block: Block, values: Mapping[str, Text]) -> Block:
    if not isinstance(block, Contact):
        return block
    given = Contact(
        values.get("name") or block.name,
        office=values.get("office"),
        postal=values.get("postal"),
        address=_address(values),
        tel=values.get("tel"),
        fax=values.get("fax"),
        email=values.get("email"),
        url=values.get("url"),
        note=values.get("note"),
        logo=values.get("logo"),
    )
    return given._replace(heading=block.heading, qr=block.qr, id=block.id, source=block.source)


def _address(values: Mapping[str, Text]) -> Text | None:
    """The address from its prefecture on, whether that was typed in the same cell or not."""
    address, prefecture = values.get("address"), values.get("prefecture")
    if prefecture is None or prefecture not in PREFECTURES:
        return address
    if address is None or address.startswith(prefecture):
        return address or prefecture
    return address if prefecture_in(address) else Text(prefecture + address, address.source)
