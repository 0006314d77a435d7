"""Stencils: the objects that variants of a document share, formatted once for all of them.

Filled with what a variant draws for itself, a stencil gives the objects that differ.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from layout.editions import Edition
from layout.frame import Item
from layout.pdf.claims import check_claims, check_inks, intent_objects
from layout.pdf.content import Blank, ContentWriter
from layout.pdf.file import Constant, join_constant
from layout.pdf.fonts import EmbeddedFont, embed, font_objects
from layout.pdf.metadata import Info, information, metadata
from layout.pdf.objects import Named, dictionary, format_objects, number_objects
from layout.pdf.parting import OWN, in_own_glyphs
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
from layout.pdf.usage import commonest, count_glyphs
from layout.raster import NO_RASTERS, Raster
from layout.sheets import Side
from layout.text.fonts import Fonts
from layout.values import NamedTuple

_RESOURCES = "Resources"


class Stencil(NamedTuple):
    """What all variants of a document in one edition share.

    ``fonts`` and ``pictures`` are those of the shared content, by face and by picture;
    ``blanks`` are what is left out of it, by the names of the streams that stand there;
    ``numbers`` are those of all objects but a variant's own fonts.
    """

    constant: Constant
    edition: Edition
    fonts: Mapping[str, EmbeddedFont]
    pictures: Mapping[str, str]
    blanks: tuple[tuple[str, Blank], ...]
    numbers: Mapping[str, int]


def cut_stencil(
    sides: Sequence[Side],
    edition: Edition,
    info: Info,
    fonts: Fonts,
    rasters: Mapping[str, Raster] = NO_RASTERS,
) -> Stencil:
    """The stencil of sides with blanks; raises as :func:`layout.pdf.encode.encode` does."""
    check_claims(edition, info, sides, rasters.values())
    embedded, font_parts = embed_fonts(sides, fonts)
    labels, pictures = embed_pictures(sides, rasters)
    pages = [_page(side, content_writer(edition, embedded, labels)) for side in sides]
    blanks = tuple(chain.from_iterable(blanks for _, blanks in pages))
    shared = [(_RESOURCES, resources(embedded, edition, labels.values()))]
    constant: list[Named] = [
        *font_parts,
        *pictures,
        *(() if blanks else shared),
        *chain.from_iterable(parts for parts, _ in pages),
        page_tree([f"Page.{side.name}" for side in sides]),
        *intent_objects(edition.intent),
        ("Catalog", dictionary(catalog_entries(edition, info))),
    ]
    own = [*(name for name, _ in blanks), *([_RESOURCES] if blanks else ())]
    numbers = number_objects([*(label for label, _ in constant), *own, *_about(edition)])
    beginning = join_constant(
        edition.version, format_objects(constant, numbers), numbers["Catalog"], numbers["Info"]
    )
    return Stencil(beginning, edition, embedded, labels, blanks, numbers)


def _about(edition: Edition) -> tuple[str, ...]:
    return ("Metadata", "Info") if has_metadata(edition) else ("Info",)


def _page(side: Side, writer: ContentWriter) -> tuple[list[Named], tuple[tuple[str, Blank], ...]]:
    """A page object with the streams of its shared content; its blanks by the names of theirs."""
    writer.draw(side.items, 0.0, side.media.height)
    label = f"Page.{side.name}"
    blanks = tuple((f"{label}.own{at}", blank) for at, blank in enumerate(writer.blanks))
    streams = {
        f"{label}.content{at or ''}": deflated_content(each)
        for at, each in enumerate(writer.contents())
    }
    order = [*chain.from_iterable(zip(streams, (name for name, _ in blanks), strict=False))]
    order += list(streams)[len(blanks) :]
    return [(label, dictionary(page_entries(side, *order))), *streams.items()], blanks


def fill_stencil(
    stencil: Stencil, own: Mapping[str, tuple[Item, ...]], info: Info, fonts: Fonts
) -> tuple[bytes, ...]:
    """The objects that follow the stencil's in a variant which draws ``own`` in its blanks.

    Raises as :func:`layout.pdf.encode.encode` does.
    """
    edition = stencil.edition
    check_inks(edition, chain.from_iterable(own.values()))
    drawn = {block: in_own_glyphs(items, _codes(stencil)) for block, items in own.items()}
    embedded, parts = _own_fonts(chain.from_iterable(drawn.values()), fonts)
    every = {**stencil.fonts, **embedded}
    varying: list[Named] = [
        (
            name,
            deflated_content(
                content_writer(edition, every, stencil.pictures).insert(drawn[blank.block], blank)
            ),
        )
        for name, blank in stencil.blanks
    ]
    if varying:
        varying.append((_RESOURCES, resources(every, edition, stencil.pictures.values())))
    about: dict[str, Callable[[], object]] = {
        "Metadata": lambda: metadata(info, edition.standard),
        "Info": lambda: information(info, edition.standard),
    }
    varying += [(name, about[name]()) for name in _about(edition)]
    first = len(stencil.numbers) + 1
    added = {label: number for number, (label, _) in enumerate(parts, first)}
    return format_objects([*varying, *parts], {**stencil.numbers, **added})


def _codes(stencil: Stencil) -> dict[str, dict[int, str]]:
    return {face: font.codes for face, font in stencil.fonts.items()}


def _own_fonts(items: Iterable[Item], fonts: Fonts) -> tuple[dict[str, EmbeddedFont], list[Named]]:
    """The fonts of glyphs that the stencil's do not have, by the ids of their runs' faces."""
    embedded: dict[str, EmbeddedFont] = {}
    parts: list[Named] = []
    for id, votes in count_glyphs(items).items():
        if id.endswith(OWN):
            face = fonts.face(id.removesuffix(OWN))
            program = face.program(frozenset(votes))
            embedded[id] = embed(f"V{len(embedded)}", face, program, commonest(votes))
            parts.extend(font_objects(embedded[id], program))
    return embedded, parts
