"""Variants of a leaflet: its contact and its placeholders filled from one row of a list.

A variant is a function of the leaflet and the row alone.  Each goes the whole road of a single
build, its files judged by the whole preflight, so that it is what typing the row into the
leaflet by hand would give.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from layout.build import Request, build_loaded
from layout.contacts import Row
from layout.contacts.postcodes import PREFECTURES, prefecture_in
from layout.document import SLOT, Block, Contact, Leaflet, Text, texts
from layout.load import Loaded, load
from layout.placeholders import fill
from layout.problems import LeafletError, Problem, Source, problem

_FAILED = 7


class Variant(NamedTuple):
    """One file of one edition for one row; ``suffix`` with its dot."""

    edition: str
    suffix: str
    data: bytes


class Result(NamedTuple):
    """What a row came to; no files where it cannot be printed.

    ``failed``: a file did not pass its own check.
    """

    files: tuple[Variant, ...]
    problems: tuple[Problem, ...]
    failed: bool = False


class Prepared(NamedTuple):
    """What the variants of a leaflet have in common.

    ``list`` is the file of the rows, ``fold`` and ``theme`` are ids, ``editions`` ids with the
    suffixes of their files, ``known`` the problems of the leaflet itself; ``digest`` stands for
    all that the files depend on besides their rows.
    """

    template: Leaflet
    request: Request
    list: str
    fold: str
    theme: str
    editions: tuple[tuple[str, str], ...]
    known: tuple[Problem, ...]
    digest: str


def prepare(request: Request, file: str = "") -> Prepared:
    """The leaflet, built once with the contact it holds.

    Raises LeafletError as :func:`layout.build.build` does, and (exit code 3) where the leaflet
    has neither one contact nor a placeholder that a row could fill.
    """
    loaded = load(request.leaflet)
    template = loaded.template
    built = build_loaded(loaded, request)
    if not template.placeholders and not _contact_to_replace(template):
        raise LeafletError((problem("batch-no-contact", template.source),), 3)
    made = tuple((one.edition, one.suffix) for one in built.made)
    digest = sha256(b"".join(sha256(one.data).digest() for one in built.made)).hexdigest()
    theme = next((one.theme for one in built.made if one.theme), "")
    fold = built.scheme.id
    return Prepared(template, request, file, fold, theme, made, built.problems, digest)


def vary(prepared: Prepared, row: Row) -> Result:
    """The files of a row; what keeps it from being printed comes back as problems."""
    leaflet = filled(prepared.template, row, prepared.list)
    try:
        built = build_loaded(Loaded(leaflet, (), leaflet), prepared.request)
    except LeafletError as error:
        return Result((), _told(prepared, row, error.problems), error.exit_code == _FAILED)
    files = tuple(Variant(one.edition, one.suffix, one.data) for one in built.made)
    return Result(files, _told(prepared, row, built.problems))


def _told(prepared: Prepared, row: Row, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What is to be said of the row and not of the leaflet, at the row's place."""
    place = Source(prepared.list, row.line)
    return tuple(
        found if found.source.file == prepared.list else found._replace(source=place)
        for found in problems
        if found not in prepared.known
    )


def filled(template: Leaflet, row: Row, file: str = "") -> Leaflet:
    """The leaflet with its placeholders and its one contact filled from a row of ``file``.

    A contact keeps its heading; what the row does not have is absent.  One that is written with
    placeholders is filled by them alone.
    """
    source = Source(file, row.line)
    values = {name: Text(value, source) for name, value in row.values.items()}
    whole = fill(template, values)
    if not _contact_to_replace(template):
        return whole
    return whole._replace(
        body=tuple(_with_contact(block, values) for block in whole.body),
        back=tuple(_with_contact(block, values) for block in whole.back),
    )


def _contact_to_replace(template: Leaflet) -> bool:
    """Whether the leaflet has just one contact, and that without placeholders."""
    contacts = [block for block in (*template.body, *template.back) if isinstance(block, Contact)]
    slots = [mark for block in contacts for text in texts(block) for mark in text.marks]
    return len(contacts) == 1 and not any(mark.kind == SLOT for mark in slots)


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
