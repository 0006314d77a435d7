"""Stencils: the objects that variants of a document share, formatted once for all of them.

Filled with what a variant draws for itself, a stencil gives the objects that differ.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from zlib import compress

from layout.editions import Edition
from layout.frame import Item
from layout.pdf.claims import check_claims, check_inks, intent_objects
from layout.pdf.content import Blank, ContentWriter
from layout.pdf.file import Constant, join_constant
from layout.pdf.fonts import EmbeddedFont
from layout.pdf.metadata import Info, information, metadata
from layout.pdf.objects import Named, dictionary, format_objects, indirect, number_objects
from layout.pdf.ownfonts import OBJECTS, Cast, Foundry
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
    with_usual,
)
from layout.pdf.usage import count_glyphs
from layout.raster import NO_RASTERS, Raster
from layout.sheets import Side
from layout.text.fonts import Fonts
from layout.values import NamedTuple


class Stencil(NamedTuple):
    """What all variants of a document in one edition share.

    ``fonts`` are those of the shared content, by face; ``blanks`` are what is left out of it;
    ``resources`` stand before and behind fonts of a variant's own, ``about`` is what a file
    says of itself.
    """

    constant: Constant
    edition: Edition
    fonts: Mapping[str, EmbeddedFont]
    blanks: tuple[Blank, ...]
    resources: tuple[bytes, bytes]
    about: tuple[bytes, ...]
    foundry: Foundry


def cut_stencil(
    sides: Sequence[Side],
    edition: Edition,
    info: Info,
    fonts: Fonts,
    rasters: Mapping[str, Raster] = NO_RASTERS,
    usual: tuple[Item, ...] = (),
) -> Stencil:
    """The stencil of sides with blanks; raises as :func:`layout.pdf.encode.encode` does.

    The shared fonts have the glyphs of ``usual`` items too, which most variants draw.
    """
    check_claims(edition, info, sides, rasters.values())
    embedded, font_parts = embed_fonts(with_usual(sides, usual), fonts)
    labels, pictures = embed_pictures(sides, rasters)
    pages = [_page(side, content_writer(edition, embedded, labels)) for side in sides]
    constant: list[Named] = [
        *font_parts,
        *pictures,
        *chain.from_iterable(parts for parts, _ in pages),
        page_tree([f"Page.{side.name}" for side in sides]),
        *intent_objects(edition.intent),
        ("Catalog", dictionary(catalog_entries(edition, info))),
    ]
    blanks = dict(chain.from_iterable(blanks for _, blanks in pages))
    about: dict[str, Callable[[], object]] = {
        "Metadata": lambda: metadata(info, edition.standard),
        "Info": lambda: information(info, edition.standard),
    }
    last = [(key, about[key]()) for key in (("Metadata", "Info")[not has_metadata(edition) :])]
    own = [*blanks, "Resources", *(label for label, _ in last)]
    numbers = number_objects([*(label for label, _ in constant), *own])
    beginning = join_constant(
        edition.version, format_objects(constant, numbers), numbers["Catalog"], numbers["Info"]
    )
    shared = ("Resources", resources(embedded, edition, labels.values()))
    [listed] = format_objects([shared], numbers)
    return Stencil(
        beginning,
        edition,
        embedded,
        tuple(blanks.values()),
        about_fonts(listed),
        format_objects(last, numbers),
        Foundry(fonts),
    )


def about_fonts(listed: bytes) -> tuple[bytes, bytes]:
    """Resources parted where more fonts may be named."""
    before, start, behind = listed.partition(_FONTS)
    return before + start, behind


_FONTS = b"/Font <<\n"


def _page(side: Side, writer: ContentWriter) -> tuple[list[Named], list[tuple[str, Blank]]]:
    """A page object with the streams of its shared content; its blanks by the names of theirs."""
    writer.draw(side.items, 0.0, side.media.height)
    label = f"Page.{side.name}"
    blanks = [(f"{label}.own{at}", blank) for at, blank in enumerate(writer.blanks)]
    streams = {
        f"{label}.content{at or ''}": deflated_content(each)
        for at, each in enumerate(writer.contents())
    }
    between = chain.from_iterable(zip(streams, (name for name, _ in blanks), strict=False))
    order = [*between, list(streams)[-1]]
    return [(label, dictionary(page_entries(side, *order))), *streams.items()], blanks


def fill_stencil(stencil: Stencil, own: Mapping[str, tuple[Item, ...]]) -> tuple[bytes, ...]:
    """The objects that follow the stencil's in a variant which draws ``own`` in its blanks, a
    block in each.

    Raises as :func:`layout.pdf.encode.encode` does.
    """

    def insert(drawn: tuple[Item, ...], blank: Blank, fonts: Mapping[str, EmbeddedFont]) -> bytes:
        return content_writer(stencil.edition, fonts, NO_PICTURES).insert(drawn, blank)

    head, casts = fill_blanks(stencil, own, insert)
    return (*head, *casts)


def fill_blanks(
    stencil: Stencil,
    own: Mapping[str, tuple[Item, ...]],
    insert: Callable[[tuple[Item, ...], Blank, Mapping[str, EmbeddedFont]], bytes],
    between: int = 0,
) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """The content of the blanks, the resources and what the file says of itself; and the fonts
    of the variant's own, which are numbered so that ``between`` objects stand before them.

    ``insert`` gives the content of a blank.
    """
    check_inks(stencil.edition, chain.from_iterable(own.values()))
    shared = {face: font.codes for face, font in stencil.fonts.items()}
    drawn = {block: in_own_glyphs(items, shared) for block, items in own.items()}
    first = len(stencil.constant.offsets) + 1
    behind_about = first + len(stencil.blanks) + 1 + len(stencil.about)
    casts = _cast(stencil, drawn, behind_about + between)
    fonts = {**stencil.fonts, **{face: cast.font for face, cast in casts.items()}}
    contents = [_stream(insert(drawn[blank.block], blank, fonts)) for blank in stencil.blanks]
    before, behind = stencil.resources
    named = b"".join(
        b"/%b %d 0 R " % (cast.font.label.encode("ascii"), behind_about + between + OBJECTS * at)
        for at, cast in enumerate(casts.values())
    )
    head = (
        *(indirect(number, each) for number, each in enumerate(contents, first)),
        before + named + behind,
        *stencil.about,
    )
    return head, tuple(chain.from_iterable(cast.objects for cast in casts.values()))


NO_PICTURES: Mapping[str, str] = {}


def _cast(stencil: Stencil, drawn: Mapping[str, tuple[Item, ...]], first: int) -> dict[str, Cast]:
    """Fonts of the glyphs that the stencil's do not have, by the ids of their runs' faces."""
    votes = count_glyphs(chain.from_iterable(drawn.values()))
    own = [(id, of_face) for id, of_face in votes.items() if id.endswith(OWN)]
    return {
        id: stencil.foundry.cast(id.removesuffix(OWN), f"V{at}", of_face, first + OBJECTS * at)
        for at, (id, of_face) in enumerate(own)
    }


def _stream(data: bytes) -> bytes:
    packed = compress(data, _LEVEL)
    head = b"<</Filter/FlateDecode/Length %d>>" % len(packed)
    return b"%b\nstream\n%b\nendstream" % (head, packed)


_LEVEL = 6
