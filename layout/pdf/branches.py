"""Stencils of tagged documents: what a variant draws for itself is a branch of the tree.

The branch hangs where the shared tree has one element of which it knows the name alone; the
MCIDs of its content follow those of the page, the keys of its links those of the document.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from layout.editions import Edition
from layout.frame import Item
from layout.pdf.bookmarks import Bookmarks
from layout.pdf.bookmarks import label as bookmark
from layout.pdf.claims import check_claims
from layout.pdf.content import Blank
from layout.pdf.extents import extents
from layout.pdf.file import join_constant
from layout.pdf.fonts import EmbeddedFont
from layout.pdf.inks import WRITERS
from layout.pdf.metadata import Info, information, readable_metadata
from layout.pdf.objects import (
    Named,
    dictionary,
    format_objects,
    indirect,
    number_objects,
    reference,
)
from layout.pdf.ownfonts import Foundry
from layout.pdf.parting import filled_in, only_blanks
from layout.pdf.parts import (
    deflated_content,
    embed_fonts,
    embed_pictures,
    page_tree,
    resources,
    with_usual,
)
from layout.pdf.screen import (
    SOFT_HYPHEN,
    drawn_on,
    links_on,
    page_label,
    shown_on,
    srgb_intent,
    tagged_catalog,
    tagged_page,
)
from layout.pdf.stencil import NO_PICTURES, Stencil, about_fonts, fill_blanks
from layout.pdf.structure import OWN, PARENTS, ROOT, Tree, headings, leads_into, owners_on
from layout.pdf.tagged import TaggedWriter
from layout.raster import NO_RASTERS, Raster
from layout.sheets import Side
from layout.structure import Element, elements, parent_of
from layout.text.fonts import Fonts
from layout.values import NamedTuple

_BRANCH = "Own."
_LINKS = "Links"


class TaggedStencil(NamedTuple):
    """What all variants of a tagged document share, and what a branch is put to.

    ``side`` has nothing on it but the blank, ``numbers`` are those of the objects by name;
    ``marked`` is how many MCIDs the page has without the branch, ``owners`` are their elements
    and ``links`` the links there; ``parents`` is the document's tree of parents, which has the
    keys below ``key``.  ``parent`` is what the branch hangs on; ``bookmarks`` are all of the
    document, ``own`` those of the branch.
    """

    base: Stencil
    side: Side
    numbers: Mapping[str, int]
    marked: int
    owners: bytes
    links: bytes
    parents: bytes
    key: int
    parent: str
    bookmarks: Bookmarks
    own: tuple[int, ...]
    fonts: Fonts


def cut_tagged(
    sides: Sequence[Side],
    edition: Edition,
    info: Info,
    fonts: Fonts,
    document: Element,
    own: Element,
    rasters: Mapping[str, Raster] = NO_RASTERS,
    usual: tuple[Item, ...] = (),
) -> TaggedStencil | None:
    """The stencil of sides with one blank, whose content is the element ``own`` of the document;
    None where the rest of the document leads there, so that it would differ too.

    Raises as :func:`layout.pdf.encode.encode` does.
    """
    check_claims(edition, info, sides, rasters.values())
    if leads_into(document, own):
        return None
    embedded, font_parts = embed_fonts(with_usual(sides, usual), fonts, SOFT_HYPHEN)
    labels, pictures = embed_pictures(sides, rasters)
    writers = [drawn_on(side, edition, embedded, labels) for side in sides]
    pages = [page_label(side) for side in sides]
    boxes = [extents(side, fonts) for side in sides]
    shown = shown_on(pages, [writer.marked for writer in writers], boxes)
    tree = Tree(document, shown, len(pages), own)
    at = next(at for at, writer in enumerate(writers) if writer.blanks)
    found, theirs = headings(elements(document)), {id(each) for each in elements(own)}
    bookmarks = Bookmarks(found)
    mine = tuple(place for place, each in enumerate(found) if id(each) in theirs)
    constant: list[Named] = [
        *font_parts,
        *pictures,
        *chain.from_iterable(
            _page(side, key, writer, tree)
            for key, (side, writer) in enumerate(zip(sides, writers, strict=True))
        ),
        page_tree(pages),
        *srgb_intent(),
        *tree.objects(),
        *(owners_on(page, tree.owners(page)) for page in pages if page != pages[at]),
        bookmarks.root(),
        *(
            bookmarks.one(place, each.title, tree.label(each), tree.destination(each))
            for place, each in enumerate(found)
            if place not in mine
        ),
        ("Metadata", readable_metadata(info)),
        ("Info", information(info)),
        ("Catalog", tagged_catalog(edition, info)),
    ]
    lists = (ROOT, PARENTS, f"{pages[at]}.owners", f"{pages[at]}.links")
    varying = (f"{pages[at]}.own", "Resources", *lists, *map(bookmark, mine), OWN)
    numbers = number_objects([*(label for label, _ in constant), *varying])
    beginning = join_constant(
        edition.version, format_objects(constant, numbers), numbers["Catalog"], numbers["Info"]
    )
    shared = ("Resources", resources(embedded, edition, labels.values()))
    [listed] = format_objects([shared], numbers)
    blanks = tuple(writers[at].blanks)
    keys = [
        *(f"{page}.owners" for page in pages),
        *(tree.label(each.element) for each in tree.links),
    ]
    return TaggedStencil(
        Stencil(
            *(beginning, edition, embedded, blanks, about_fonts(listed), ()),
            Foundry(fonts, SOFT_HYPHEN),
        ),
        sides[at]._replace(items=only_blanks(sides[at].items)),
        numbers,
        len(writers[at].marked),
        _references(numbers[label] for label in tree.owners(pages[at])),
        _references(numbers[label] for label in tree.annotations(pages[at])),
        _keys((numbers[label] for label in keys), 0),
        len(keys),
        tree.label(parent_of(document, own)),
        *(bookmarks, mine, fonts),
    )


def _page(side: Side, key: int, writer: TaggedWriter, tree: Tree) -> Iterator[Named]:
    """A page object and its content; what is a variant's own on it is known by name alone."""
    page = page_label(side)
    names = [f"{page}.content", f"{page}.behind"][: 1 + len(writer.blanks)]
    if writer.blanks:
        order, links = [names[0], f"{page}.own", names[1]], reference(f"{page}.links")
    else:
        order, links = names, links_on(page, tree)
    yield page, dictionary(tagged_page(side, key, links, *order))
    yield from zip(names, map(deflated_content, writer.contents()), strict=True)


def _references(numbers: Iterable[int]) -> bytes:
    return b"".join([b"%d 0 R " % number for number in numbers])


def _keys(numbers: Iterable[int], first: int) -> bytes:
    return b"".join([b"%d %d 0 R " % pair for pair in enumerate(numbers, first)])


def fill_tagged(
    stencil: TaggedStencil, block: str, items: tuple[Item, ...], own: Element
) -> tuple[bytes, ...]:
    """The objects that follow the stencil's in a variant whose blank, of ``block``, has these
    items, which are the content of the element ``own``.

    Raises as :func:`layout.pdf.encode.encode` does.
    """
    marked: list[int] = []

    def insert(drawn: tuple[Item, ...], blank: Blank, fonts: Mapping[str, EmbeddedFont]) -> bytes:
        writer = TaggedWriter(WRITERS[stencil.base.edition.colour], fonts, pictures=NO_PICTURES)
        writer.first = stencil.marked
        content = writer.insert(drawn, blank)
        marked.extend(writer.marked)
        return content

    bookmarks = stencil.own
    head, casts = fill_blanks(stencil.base, {block: items}, insert, _LISTS + len(bookmarks) + 1)
    side = stencil.side._replace(items=filled_in(stencil.side.items, {block: items}))
    page = page_label(side)
    shown = shown_on([page], [marked], [extents(side, stencil.fonts)], stencil.marked)
    branch = Tree(own, shown, stencil.key, label=_BRANCH, root=OWN, parent=stencil.parent)
    root, *others = branch.objects()
    first = stencil.numbers[OWN] + len(casts) + 1
    numbers = {
        **stencil.numbers,
        **{label: number for number, (label, _) in enumerate(others, first)},
    }
    shown_first: list[Named] = [
        stencil.bookmarks.one(place, each.title, branch.label(each), branch.destination(each))
        for place, each in zip(bookmarks, branch.headings, strict=True)
    ]
    return (
        *head,
        *_lists(stencil, branch, page, numbers),
        *format_objects([*shown_first, root], numbers),
        *casts,
        *format_objects(others, numbers),
    )


_LISTS = 4
"""The objects of :func:`_lists`."""


def _lists(
    stencil: TaggedStencil, branch: Tree, page: str, numbers: Mapping[str, int]
) -> Iterator[bytes]:
    """The root of the structure, its tree of parents, the parents of what is marked on the page,
    the links there."""
    links = [numbers[branch.label(each.element)] for each in branch.links]
    owners = _references(numbers[label] for label in branch.owners(page))
    followed = _references(numbers[label] for label in branch.annotations(page))
    bodies = (
        b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        % (numbers["E0"], numbers[PARENTS], stencil.key + len(links)),
        b"<</Nums[%b%b]>>" % (stencil.parents, _keys(links, stencil.key)),
        b"[%b%b]" % (stencil.owners, owners),
        b"[%b%b]" % (stencil.links, followed),
    )
    yield from (indirect(number, body) for number, body in enumerate(bodies, numbers[ROOT]))
