"""Tagged files for screens: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) in one.

Colours are sRGB, the tree of the document's structure stands beside its pages, and bookmarks
and links lead through them.
"""

from collections.abc import Mapping, Sequence
from zlib import Z_FILTERED

from layout.editions import Edition
from layout.pdf.claims import check_claims
from layout.pdf.content import ContentWriter
from layout.pdf.extents import extents
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
    embed_fonts,
    embed_pictures,
    page_entries,
    page_tree,
    resources,
)
from layout.pdf.structure import OUTLINES, ROOT, Shown, Structure
from layout.pdf.tagged import TaggedWriter
from layout.raster import NO_RASTERS, Raster
from layout.resources import resource
from layout.sheets import Side
from layout.structure import Element, contents
from layout.text.fonts import Fonts

_SOFT_HYPHEN = "\u00ad"
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
    embedded, font_parts = embed_fonts(sides, fonts, _SOFT_HYPHEN)
    labels, pictures = embed_pictures(sides, rasters)
    writers = [_drawn(side, edition, embedded, labels) for side in sides]
    pages = [f"Page.{side.name}" for side in sides]
    structure = Structure(document, _shown(sides, pages, writers, document, fonts), pages)
    constant: list[Named] = [
        *font_parts,
        *pictures,
        ("Resources", resources(embedded, edition, [label for label, _ in pictures])),
        *_pages(sides, pages, writers, structure),
        *_intent(),
        ("Catalog", _catalog(edition, info)),
    ]
    last: list[Named] = [
        *structure.objects(),
        ("Metadata", readable_metadata(info)),
        ("Info", information(info)),
    ]
    numbers = number_objects([label for label, _ in (*constant, *last)])
    beginning = join_constant(
        edition.version, format_objects(constant, numbers), numbers["Catalog"], numbers["Info"]
    )
    return Objects(beginning, format_objects(last, numbers))


def _drawn(
    side: Side, edition: Edition, fonts: Mapping[str, EmbeddedFont], pictures: Mapping[str, str]
) -> TaggedWriter:
    writer = TaggedWriter(WRITERS[edition.colour], fonts, pictures=pictures)
    writer.draw(side.items, 0.0, side.media.height)
    return writer


def _shown(
    sides: Sequence[Side],
    pages: Sequence[str],
    writers: Sequence[TaggedWriter],
    document: Element,
    fonts: Fonts,
) -> dict[int, Shown]:
    """Where each piece of content stands."""
    shown: dict[int, Shown] = {}
    for side, page, writer in zip(sides, pages, writers, strict=True):
        boxes = extents(side, fonts)
        mcids: dict[int, list[int]] = {}
        for mcid, number in enumerate(writer.marked):
            mcids.setdefault(number, []).append(mcid)
        for number, own in mcids.items():
            shown[number] = Shown(page, tuple(own), boxes[number])
    return {number: shown[number] for number in contents(document)}


def _pages(
    sides: Sequence[Side],
    pages: Sequence[str],
    writers: Sequence[ContentWriter],
    structure: Structure,
) -> list[Named]:
    parts: list[Named] = []
    for key, (side, page, writer) in enumerate(zip(sides, pages, writers, strict=True)):
        content = f"{page}.content"
        entries = page_entries(side, content) | {"StructParents": key, "Tabs": name("S")}
        if links := structure.annotations(page):
            entries["Annots"] = array(reference(label) for label in links)
        parts += [
            (page, dictionary(entries)),
            (content, Stream(writer.content(), {}, strategy=Z_FILTERED)),
        ]
    return [*parts, page_tree(pages)]


def _intent() -> list[Named]:
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


def _catalog(edition: Edition, info: Info) -> object:
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
