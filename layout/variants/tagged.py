"""Plates of tagged editions: a variant's tags and links lie among the objects that vary."""

from collections.abc import Iterable, Iterator

from layout.build import Composition, info_of, rasters_of, screen_sides, tagged_work
from layout.editions import Edition
from layout.frame import Clip, Group, Item
from layout.pdf.branches import cut_tagged, fill_tagged
from layout.pdf.parting import part
from layout.preflight import FAILED
from layout.problems import LeafletError, problem
from layout.structure import Element, contents, elements
from layout.tagging import tag_block
from layout.variants.plates import Filled, Own, Plate, judged_beginning


def tagged_plate(
    work: Composition,
    edition: Edition,
    moment: str | None,
    name: str,
    own: Own,
    usual: tuple[Item, ...],
) -> Plate | None:
    """The plate of an edition for screens; None where the contact is not one element that nothing
    else leads to."""
    found = tagged_work(work)
    as_set = part(screen_sides(work, edition, work.panels), {name}).own
    sides, numbered = part(screen_sides(work, edition, found.panels), {name})
    branch = tag_block(own.contact, name, own.items)
    if as_set != {name: own.items} or branch is None:
        return None
    element = _same(found.document, branch.element, numbered[name])
    if element is None:
        return None
    info, rasters = info_of(work.leaflet, moment), rasters_of(work, edition)
    stencil = cut_tagged(sides, edition, info, work.fonts, found.document, element, rasters, usual)
    if stencil is None:
        return None

    def fill(variant: Own) -> Filled:
        its = tag_block(variant.contact, name, variant.items)
        if its is None:
            found = problem("variant-unsound", variant.contact.source, detail="tags")
            raise LeafletError((found,), FAILED)
        return Filled(its.items, fill_tagged(stencil, name, its.items, its.element))

    constant = stencil.base.constant
    return Plate(
        edition, constant, fill, judged_beginning(work, edition, constant, fill(own)), info
    )


def _same(document: Element, alone: Element, items: tuple[Item, ...]) -> Element | None:
    """The element of the document that is a block which, tagged by itself, is ``alone``, and
    whose content the ``items`` are."""
    wanted, numbers = _bare(alone), set(_numbers(items))
    for each in elements(document):
        if set(contents(each)) == numbers and _bare(each) == wanted:
            return each
    return None


def _numbers(items: Iterable[Item]) -> Iterator[int]:
    for item in items:
        if isinstance(item, Group) and item.content is not None:
            yield item.content
        elif isinstance(item, Group | Clip):
            yield from _numbers(item.items)


def _bare(element: Element) -> Element:
    """An element, all its content being one number."""
    return element._replace(
        kids=tuple([_bare(kid) if isinstance(kid, Element) else 0 for kid in element.kids])
    )
