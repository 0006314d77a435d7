"""One row of a list made by itself: what a branch reprints."""

from layout.batch.run import Order, names_of
from layout.build import Built, Made, build_loaded
from layout.contacts import REJECTED, ContactList, Row, read_contacts
from layout.load import Loaded, load
from layout.problems import LeafletError, Problem, Source, problem
from layout.variants.filling import contact_to_replace, filled

_USAGE, _DATA = 2, 3


def build_row(order: Order, id: str) -> tuple[Built, tuple[Problem, ...]]:
    """The leaflet as it is for the row of this id (or number), its files named as in a batch;
    with what is to be said of list and row.

    Raises LeafletError as :func:`layout.build.build` does; with exit code 2 where there is no
    such row, 3 where it cannot be printed.
    """
    contacts = read_contacts(
        order.contacts,
        encoding=order.encoding,
        sheet=order.sheet,
        root=order.request.leaflet.parent,
    )
    row = _row(contacts, id)
    said = (*contacts.problems, *row.problems)
    if row.verdict == REJECTED:
        raise LeafletError(said, _DATA)
    loaded = load(order.request.leaflet)
    template = loaded.template
    if not template.placeholders and not contact_to_replace(template):
        raise LeafletError((problem("batch-no-contact", template.source),), _DATA)
    leaflet = filled(template, row, contacts.file)
    built = build_loaded(Loaded(leaflet, loaded.problems, leaflet), order.request)
    return built._replace(made=_named(order, contacts, row, built)), said


def _row(contacts: ContactList, wanted: str) -> Row:
    """The row of an id, else of a number."""
    rows = [row for row in contacts.rows() if wanted in (row.id, str(row.number))]
    found = [row for row in rows if row.id == wanted] or rows
    if not found:
        place = Source(contacts.file)
        missing = problem("row-unknown", place, row=wanted, count=contacts.size)
        raise LeafletError((missing,), _USAGE)
    return found[0]


def _named(order: Order, contacts: ContactList, row: Row, built: Built) -> tuple[Made, ...]:
    """The files under the names that a batch gives them."""
    theme = next((one.theme for one in built.made if one.theme), "")
    several = len(built.made) > 1
    names = names_of(order, contacts, (str(built.leaflet.id), built.scheme.id, theme), several)
    return tuple(one._replace(stem=names.stem(row, one.edition)) for one in built.made)
