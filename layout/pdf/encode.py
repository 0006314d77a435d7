"""Sides to PDF objects, each formatted once."""

from collections.abc import Callable, Mapping, Sequence, Set
from itertools import chain

from layout.editions import Edition
from layout.frame import Item
from layout.pdf.claims import check_claims, intent_objects
from layout.pdf.content import ContentWriter
from layout.pdf.file import Objects, join_constant
from layout.pdf.metadata import Info, information, metadata
from layout.pdf.objects import Named, dictionary, format_objects, number_objects
from layout.pdf.parting import OWN, in_own_glyphs, part
from layout.pdf.parts import (
    catalog_entries,
    content_writer,
    deflated_content,
    embed_fonts,
    embed_pictures,
    has_metadata,
    page_entries,
    page_tree,
    resources,
)
from layout.pdf.usage import count_glyphs
from layout.raster import NO_RASTERS, Raster
from layout.sheets import Side
from layout.text.fonts import Fonts

_NOTHING: Set[str] = frozenset()


def encode(
    sides: Sequence[Side],
    edition: Edition,
    info: Info,
    fonts: Fonts,
    rasters: Mapping[str, Raster] = NO_RASTERS,
    varying: Set[str] = _NOTHING,
) -> Objects:
    """The document's objects.

    What the blocks ``varying`` draw is written as in any variant of the document
    (:mod:`layout.pdf.stencil`), so that all of them come out alike to the last dot.

    Raises LeafletError: exit code 5 if a font cannot be embedded, 7 if the file would not be
    what its edition claims.
    """
    check_claims(edition, info, sides, rasters.values())
    embedded, font_parts = embed_fonts(sides, fonts)
    labels, pictures = embed_pictures(sides, rasters)
    parted = part(sides, varying)
    shared = _glyphs(parted.sides) if parted.own else {}
    own = {block: in_own_glyphs(items, shared) for block, items in parted.own.items()}
    every = {**embedded, **{id + OWN: font for id, font in embedded.items()}}
    pages = [
        _page(side, own, lambda: content_writer(edition, every, labels)) for side in parted.sides
    ]
    constant: list[Named] = [
        *font_parts,
        *pictures,
        ("Resources", resources(embedded, edition, labels.values())),
        *chain.from_iterable(pages),
        page_tree([f"Page.{side.name}" for side in sides]),
        *intent_objects(edition.intent),
        ("Catalog", dictionary(catalog_entries(edition, info))),
    ]
    last = ["Metadata", "Info"] if has_metadata(edition) else ["Info"]
    numbers = number_objects([*(label for label, _ in constant), *last])
    beginning = join_constant(
        edition.version, format_objects(constant, numbers), numbers["Catalog"], numbers["Info"]
    )
    about = {
        "Metadata": metadata(info, edition.standard),
        "Info": information(info, edition.standard),
    }
    return Objects(beginning, format_objects([(label, about[label]) for label in last], numbers))


def _glyphs(sides: Sequence[Side]) -> Mapping[str, Mapping[int, object]]:
    """The glyphs that the sides draw, by face."""
    return count_glyphs(chain.from_iterable(side.items for side in sides))


def _page(
    side: Side, own: Mapping[str, tuple[Item, ...]], writer: Callable[[], ContentWriter]
) -> list[Named]:
    """A page object and its content, what is blank on the side drawn in its place."""
    label, drawn = f"Page.{side.name}", writer()
    drawn.draw(side.items, 0.0, side.media.height)
    first, *others = drawn.contents()
    parts = [first]
    for blank, rest in zip(drawn.blanks, others, strict=True):
        parts += writer().insert(own[blank.block], blank), rest
    content = f"{label}.content"
    return [
        (label, dictionary(page_entries(side, content))),
        (content, deflated_content(b"\n".join(parts))),
    ]
