"""Variants of a leaflet: its contact and its placeholders filled from one row of a list.

A variant is a function of the leaflet and the row alone: what typing the row into the leaflet by
hand would give, byte for byte.  Where only the contact differs, all else is composed and encoded
once (:mod:`layout.variants.master`); a leaflet with placeholders, and editions that are made of
the document as a whole, go the whole road of a single build for every row.
"""

from hashlib import sha256
from typing import NamedTuple

from layout.build import Request, build_loaded
from layout.contacts import Row
from layout.document import Block, Contact, Leaflet
from layout.judging import judged
from layout.load import Loaded, load
from layout.pictures import photographs
from layout.problems import LeafletError, Problem, Source, problem
from layout.variants.filling import contact_to_replace, filled, varies_in_contact_alone
from layout.variants.master import Master, draw, master_of, set_own
from layout.variants.plates import Own

_FAILED = 7
_JUDGED_WHOLE = 1000
"""One file of so many is judged by the whole preflight; of the others what is their own is."""


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
    all that the files depend on besides their rows.  ``master`` is what the editions of which it
    has a stencil are made with.
    """

    template: Leaflet
    request: Request
    list: str
    fold: str
    theme: str
    editions: tuple[tuple[str, str], ...]
    known: tuple[Problem, ...]
    digest: str
    master: Master | None = None

    @property
    def plates(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The plates that differ between variants, of each edition of which this is known."""
        known = self.master.plates.items() if self.master else ()
        return tuple((name, plate.changed) for name, plate in known if plate.changed)


def prepare(request: Request, file: str = "") -> Prepared:
    """The leaflet, built once with the shortest contact.

    Raises LeafletError as :func:`layout.build.build` does, and (exit code 3) where the leaflet
    has neither one contact nor a placeholder that a row could fill.
    """
    loaded = load(request.leaflet)
    template = loaded.template
    if not template.placeholders and not contact_to_replace(template):
        raise LeafletError((problem("batch-no-contact", template.source),), 3)
    alone = varies_in_contact_alone(template)
    if alone:
        loaded = loaded._replace(leaflet=_shortest(loaded.leaflet))
    built = build_loaded(loaded, request)
    made = tuple((one.edition, one.suffix) for one in built.made)
    digest = sha256(b"".join(sha256(one.data).digest() for one in built.made)).hexdigest()
    theme = next((one.theme for one in built.made if one.theme), "")
    master = None
    if alone and built.works:
        master = master_of(built.works[0], built.editions, request.moment, request.leaflet.parent)
    return Prepared(
        *(template, request, file, built.scheme.id, theme, made, built.problems, digest),
        master,
    )


def _shortest(leaflet: Leaflet) -> Leaflet:
    """The leaflet with nothing but a name in its contact, which no row is then measured by."""

    def short(block: Block) -> Block:
        if not isinstance(block, Contact):
            return block
        return Contact(block.name, heading=block.heading, id=block.id, source=block.source)

    return leaflet._replace(
        body=tuple(short(block) for block in leaflet.body),
        back=tuple(short(block) for block in leaflet.back),
    )


def vary(prepared: Prepared, row: Row) -> Result:
    """The files of a row; what keeps it from being printed comes back as problems."""
    leaflet = filled(prepared.template, row, prepared.list)
    try:
        files, problems = _made(prepared, leaflet, row.number % _JUDGED_WHOLE == 1)
    except LeafletError as error:
        return Result((), _told(prepared, row, error.problems), error.exit_code == _FAILED)
    return Result(files, _told(prepared, row, problems))


def own_of(prepared: Prepared, master: Master, row: Row) -> Own | Result:
    """The contact of a row as the master sets it; the result that says why not, if not."""
    leaflet = filled(prepared.template, row, prepared.list)
    try:
        own = set_own(master, _contact_in(leaflet))
    except LeafletError as error:
        return Result((), _told(prepared, row, error.problems), error.exit_code == _FAILED)
    return own._replace(problems=_told(prepared, row, own.problems))


def _contact_in(leaflet: Leaflet) -> Contact:
    [contact] = [each for each in (*leaflet.body, *leaflet.back) if isinstance(each, Contact)]
    return contact


def _alone(leaflet: Leaflet) -> Leaflet:
    """The leaflet with nothing but its contact, as the master sets it."""
    return leaflet._replace(body=(), back=(_contact_in(leaflet),))


def _made(
    prepared: Prepared, leaflet: Leaflet, whole: bool
) -> tuple[tuple[Variant, ...], tuple[Problem, ...]]:
    """The files in the order of the editions, and what there is to say of them."""
    quick, problems = dict[str, bytes](), tuple[Problem, ...]()
    if prepared.master and not photographs(_alone(leaflet)):
        quick, problems = _quick(prepared.master, _contact_in(leaflet), whole)
    slow = tuple(edition for edition, _ in prepared.editions if edition not in quick)
    others = dict[str, bytes]()
    if slow:
        request = prepared.request._replace(editions=slow)
        built = build_loaded(Loaded(leaflet, (), leaflet), request)
        others = {one.edition: one.data for one in built.made}
        problems += built.problems
    data = {**quick, **others}
    files = tuple(Variant(name, suffix, data[name]) for name, suffix in prepared.editions)
    return files, problems


def _quick(
    master: Master, contact: Contact, whole: bool
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """What the master makes; its files are judged ``whole``, or what is their own in them."""
    own = set_own(master, contact)
    made, problems = dict[str, bytes](), own.problems
    for name, plate in master.plates.items():
        data = made[name] = draw(own, plate)
        if whole:
            problems += judged(data, "", plate.edition, *master.work.sheets).problems
    return made, problems


def judge_whole(prepared: Prepared, edition: str, data: bytes, name: str) -> None:
    """The whole preflight of a file that a master's plate has made.

    Raises LeafletError (exit code 7) as a build does; files of other editions were judged so.
    """
    master = prepared.master
    if master and edition in master.plates:
        judged(data, name, master.plates[edition].edition, *master.work.sheets)


def _told(prepared: Prepared, row: Row, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What is to be said of the row and not of the leaflet, at the row's place."""
    place = Source(prepared.list, row.line)
    placed = (
        found if found.source.file == prepared.list else found._replace(source=place)
        for found in problems
        if found not in prepared.known
    )
    return tuple(dict.fromkeys(placed))
