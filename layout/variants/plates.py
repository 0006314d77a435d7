"""Plates of a master: an edition encoded once but for the contact, and what fills it in."""

from collections.abc import Callable

from layout.build import Composition, info_of, printed_sides, rasters_of
from layout.document import Contact
from layout.editions import Edition
from layout.frame import Ink, Item
from layout.galley import Slice
from layout.geometry import Pt, Rect
from layout.judging import judged
from layout.overprinting import plates_changed
from layout.pdf import Constant, Info, assemble, cut_stencil, fill_stencil
from layout.pdf.parting import part
from layout.preflight.readback import Beginning, beginning
from layout.problems import Problem
from layout.sheets import Side
from layout.theme import Theme
from layout.values import NamedTuple

_NO_BOX = Rect(Pt(0), Pt(0), Pt(0), Pt(0))


class Own(NamedTuple):
    """A variant's contact, how it is set, and what there is to say of it."""

    contact: Contact
    piece: Slice
    problems: tuple[Problem, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """What the variant draws for itself."""
        return self.piece.items


class Filled(NamedTuple):
    """What is drawn of a variant's own in an edition, and the objects that are its own."""

    items: tuple[Item, ...]
    objects: tuple[bytes, ...]


Fill = Callable[[Own], Filled]


class Plate(NamedTuple):
    """An edition of the master: what its files have in common, how one is filled in, how all
    begin.

    Of an edition that is printed, ``sides`` have a blank for the contact, ``usual`` is what
    nearly every contact draws, and ``changed`` are the plates that differ between variants.
    """

    edition: Edition
    constant: Constant
    fill: Fill
    beginning: Beginning
    info: Info
    sides: tuple[Side, ...] = ()
    usual: tuple[Item, ...] = ()
    changed: tuple[str, ...] = ()


def printed_plate(
    work: Composition,
    edition: Edition,
    moment: str | None,
    name: str,
    own: Own,
    usual: tuple[Item, ...],
) -> Plate | None:
    """The plate of an edition that is printed; None where the contact is drawn otherwise than it
    is set by itself."""
    sides, found = part(printed_sides(work, edition, moment), {name})
    if found != {name: in_inks(own.items, edition)}:
        return None
    info, drawn = info_of(work.leaflet, moment), in_inks(usual, edition)
    stencil = cut_stencil(sides, edition, info, work.fonts, rasters_of(work, edition), drawn)

    def fill(variant: Own) -> Filled:
        items = in_inks(variant.items, edition)
        return Filled(items, fill_stencil(stencil, {name: items}))

    changed = plates_changed(drawn, _ground(work.theme), edition)
    begun = judged_beginning(work, edition, stencil.constant, fill(own))
    return Plate(*(edition, stencil.constant, fill, begun, info), sides, drawn, changed)


def judged_beginning(
    work: Composition, edition: Edition, constant: Constant, filled: Filled
) -> Beginning:
    """How the files of a plate begin, after a first one has passed the whole preflight.

    Raises LeafletError (exit code 7) where it has not.
    """
    data = assemble(constant, filled.objects)
    judged(data, edition.id, edition, *work.sheets)
    return beginning(data, len(constant.data))


def _ground(theme: Theme) -> Ink | None:
    """What contacts stand on."""
    form = theme.options("contact")
    return form.ink("ink") if form.has("ink") else theme.ground


def in_inks(items: tuple[Item, ...], edition: Edition) -> tuple[Item, ...]:
    """The items in the inks of the edition."""
    if not edition.spot:
        return items
    from layout.plates import on_two_plates

    [side] = on_two_plates((as_side(items),), edition)
    return side.items


def as_side(items: tuple[Item, ...]) -> Side:
    """A side of no size that has these items."""
    return Side("", _NO_BOX, _NO_BOX, _NO_BOX, items)
