"""Tagged files for screens: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) in one.

Colours are sRGB, the tree of the document's structure stands beside its pages, and bookmarks
and links lead through them.
"""

from collections.abc import Mapping, Sequence

from layout.editions import Edition
from layout.pdf.bookmarks import OUTLINES, Bookmarks
from layout.pdf.claims import check_claims
from layout.pdf.extents import Extents, extents
from layout.pdf.file import Objects, join_constant
from layout.pdf.fonts import EmbeddedFont
from layout.pdf.inks import WRITERS
from layout.pdf.metadata import Info, information, readable_metadata
from layout.pdf.objects import (
    Named,
    Stream,
    array,
    boolean,
    dictionary,
    format_objects,
    name,
    number_objects,
    reference,
    string,
)
from layout.pdf.parts import (
    catalog_entries,
    deflated_content,
    embed_fonts,
    embed_pictures,
    page_entries,
    page_tree,
    resources,
)
from layout.pdf.structure import ROOT, Shown, Tree, owners_on, parents_of, root_of
from layout.pdf.tagged import TaggedWriter
from layout.raster import NO_RASTERS, Raster
from layout.resources import resource
from layout.sheets import Side
from layout.structure import Element
from layout.text.fonts import Fonts

SOFT_HYPHEN = "\u00ad"
"""What a hyphen at a line's end is, which is no part of the text (ISO 32000-1 14.8.2.2.3)."""


def encode_tagged(
    sides: Sequence[Side],
    edition: Edition,
    info: Info,
    fonts: Fonts,
    document: Element,
    rasters: Mapping[str, Raster] = NO_RASTERS,
) -> Objects:
    """The objects of a document whose content is numbered as ``document`` has it.

    Raises LeafletError as :func:`layout.pdf.encode.encode` does.
    """
    check_claims(edition, info, sides, rasters.values())
    embedded, font_parts = embed_fonts(sides, fonts, SOFT_HYPHEN)
    labels, pictures = embed_pictures(sides, rasters)
    writers = [drawn_on(side, edition, embedded, labels) for side in sides]
    pages = [page_label(side) for side in sides]
    boxes = [extents(side, fonts) for side in sides]
    shown = shown_on(pages, [writer.marked for writer in writers], boxes)
    tree = Tree(document, shown, len(pages))
    constant: list[Named] = [
        *font_parts,
        *pictures,
        ("Resources", resources(embedded, edition, [label for label, _ in pictures])),
        *_pages(sides, writers, tree),
        page_tree(pages),
        *srgb_intent(),
        ("Catalog", tagged_catalog(edition, info)),
    ]
    last: list[Named] = [
        root_of(tree, len(pages) + len(tree.links)),
        *tree.objects(),
        *(owners_on(page, tree.owners(page)) for page in pages),
        parents_of(pages, tree),
        *_bookmarks(tree),
        ("Metadata", readable_metadata(info)),
        ("Info", information(info)),
    ]
    numbers = number_objects([label for label, _ in (*constant, *last)])
    beginning = join_constant(
        edition.version, format_objects(constant, numbers), numbers["Catalog"], numbers["Info"]
    )
    return Objects(beginning, format_objects(last, numbers))


def page_label(side: Side) -> str:
    """The object of a side's page."""
    return f"Page.{side.name}"


def drawn_on(
    side: Side, edition: Edition, fonts: Mapping[str, EmbeddedFont], pictures: Mapping[str, str]
) -> TaggedWriter:
    """The writer of a side that has drawn it."""
    writer = TaggedWriter(WRITERS[edition.colour], fonts, pictures=pictures)
    writer.draw(side.items, 0.0, side.media.height)
    return writer


def shown_on(
    pages: Sequence[str], marked: Sequence[Sequence[int]], boxes: Sequence[Extents], first: int = 0
) -> dict[int, Shown]:
    """Where each piece of content stands, by its number: ``marked`` are the numbers under the
    MCIDs of each page from ``first`` on, ``boxes`` where they lie."""
    shown: dict[int, Shown] = {}
    for page, numbers, extent in zip(pages, marked, boxes, strict=True):
        mcids: dict[int, list[int]] = {}
        for mcid, number in enumerate(numbers, first):
            mcids.setdefault(number, []).append(mcid)
        for number, own in mcids.items():
            shown[number] = Shown(page, tuple(own), extent[number])
    return shown


def _pages(sides: Sequence[Side], writers: Sequence[TaggedWriter], tree: Tree) -> list[Named]:
    parts: list[Named] = []
    for key, (side, writer) in enumerate(zip(sides, writers, strict=True)):
        page = page_label(side)
        content = f"{page}.content"
        parts += [
            (page, dictionary(tagged_page(side, key, links_on(page, tree), content))),
            (content, deflated_content(writer.content())),
        ]
    return parts


def links_on(page: str, tree: Tree) -> object | None:
    """What can be followed on a page; None: nothing can."""
    labels = tree.annotations(page)
    return array(reference(label) for label in labels) if labels else None


def tagged_page(
    side: Side, key: int, annotations: object | None, *contents: str
) -> dict[str, object]:
    """The entries of a page that has this key in the tree of parents."""
    entries = page_entries(side, *contents) | {"StructParents": key, "Tabs": name("S")}
    return entries | ({} if annotations is None else {"Annots": annotations})


def _bookmarks(tree: Tree) -> list[Named]:
    found = tree.headings
    bookmarks = Bookmarks(found)
    each = (
        bookmarks.one(at, heading.title, tree.label(heading), tree.destination(heading))
        for at, heading in enumerate(found)
    )
    return [bookmarks.root(), *each]


def srgb_intent() -> list[Named]:
    """What the colours are: sRGB (ISO 19005-2 6.2.3)."""
    told = string("sRGB IEC61966-2.1")
    entries = {
        "Type": name("OutputIntent"),
        "S": name("GTS_PDFA1"),
        "OutputConditionIdentifier": told,
        "Info": told,
        "DestOutputProfile": reference("Intent.profile"),
    }
    profile = resource("data/profiles/sRGB.icc").read_bytes()
    return [("Intent", dictionary(entries)), ("Intent.profile", Stream(profile, {"N": 3}))]


def tagged_catalog(edition: Edition, info: Info) -> object:
    """The catalog of a tagged document."""
    return dictionary(
        catalog_entries(edition, info)
        | {
            "MarkInfo": dictionary({"Marked": boolean(True)}),
            "StructTreeRoot": reference(ROOT),
            "Outlines": reference(OUTLINES),
            "PageMode": name("UseOutlines"),
            "OutputIntents": array([reference("Intent")]),
        }
    )
