"""What documents are made of: fonts, pictures, resources, pages, a catalog, as PDF objects."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from zlib import Z_FILTERED

from layout.editions import Edition
from layout.frame import UPRIGHT, Item
from layout.geometry import Rect
from layout.pdf.content import KNOCK_OUT, OVERPRINT, ContentWriter
from layout.pdf.fonts import EmbeddedFont, embed, font_objects, standing, standing_object
from layout.pdf.inks import SEPARATION_ALL, WRITERS, spot_label
from layout.pdf.metadata import Info
from layout.pdf.objects import (
    Named,
    Stream,
    array,
    boolean,
    dictionary,
    name,
    overprinting,
    reference,
    registration_space,
    separation,
    string,
)
from layout.pdf.usage import count_glyphs, count_pictures, texts_of, upright_faces
from layout.raster import Raster
from layout.sheets import Side
from layout.text.fonts import Fonts


def content_writer(
    edition: Edition, fonts: Mapping[str, EmbeddedFont], pictures: Mapping[str, str]
) -> ContentWriter:
    """The writer of an edition's pages."""
    return ContentWriter(WRITERS[edition.colour], fonts, edition.colour == "cmyk", pictures)


def deflated_content(data: bytes) -> Stream:
    """A content stream."""
    return Stream(data, {}, strategy=Z_FILTERED)


def has_metadata(edition: Edition) -> bool:
    """Whether a file of the edition carries XMP."""
    return edition.standard is None or edition.standard.xmp


def embed_fonts(
    sides: Sequence[Side], fonts: Fonts, silent: str | None = None
) -> tuple[dict[str, EmbeddedFont], list[Named]]:
    """The faces drawn with, by id, and their objects.

    ``silent`` is the text of glyphs that stand for none (hyphens at line ends); None: none.
    """
    votes = count_glyphs(chain.from_iterable(side.items for side in sides))
    upright = upright_faces(chain.from_iterable(side.items for side in sides))
    embedded: dict[str, EmbeddedFont] = {}
    parts: list[Named] = []
    for place, (id, of_face) in enumerate(votes.items()):
        face = fonts.face(id)
        program = face.program(frozenset(of_face))
        embedded[id] = embed(f"F{place}", face, program, texts_of(of_face, silent))
        parts.extend(font_objects(embedded[id], program))
        if id in upright:
            embedded[id + UPRIGHT] = standing(embedded[id])
            parts.append(standing_object(embedded[id], program))
    return embedded, parts


def with_usual(sides: Sequence[Side], usual: tuple[Item, ...]) -> tuple[Side, ...]:
    """The sides as their fonts are to be, with the glyphs of ``usual`` items among them."""
    return tuple(
        side if at else side._replace(items=(*side.items, *usual)) for at, side in enumerate(sides)
    )


def embed_pictures(
    sides: Sequence[Side], rasters: Mapping[str, Raster]
) -> tuple[dict[str, str], list[Named]]:
    """The resource name of every picture drawn, and the pictures as objects of those names."""
    used = count_pictures(chain.from_iterable(side.items for side in sides))
    labels = {name: f"I{place}" for place, name in enumerate(used)}
    return labels, [(label, _picture(rasters[name])) for name, label in labels.items()]


def _picture(raster: Raster) -> Stream:
    """An image object (ISO 32000-1 8.9.5)."""
    entries: dict[str, object] = {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": raster.width,
        "Height": raster.height,
        "ColorSpace": name(raster.space),
        "BitsPerComponent": 8,
    }
    if raster.inverted:
        entries["Decode"] = array((1, 0) * 4)
    if raster.jpeg:
        entries["Filter"] = name("DCTDecode")
    else:
        entries["Filter"] = name("FlateDecode")
        parameters = {"Predictor": 15, "BitsPerComponent": 8, "Columns": raster.width}
        entries["DecodeParms"] = dictionary({**parameters, "Colors": _COLOURS[raster.space]})
    return Stream(raster.data, entries, plain=True)


_COLOURS = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


def resources(
    fonts: Mapping[str, EmbeddedFont], edition: Edition, pictures: Collection[str]
) -> object:
    entries = {"Font": dictionary({font.label: reference(font.label) for font in fonts.values()})}
    if edition.spot and edition.plates == "spot":
        space = separation(edition.spot.name, edition.spot.cmyk)
        entries["ColorSpace"] = dictionary({spot_label(edition.spot): space})
    elif edition.marks and edition.spot is None:
        entries["ColorSpace"] = dictionary({SEPARATION_ALL: registration_space()})
    if pictures:
        entries["XObject"] = dictionary({label: reference(label) for label in pictures})
    if edition.colour == "cmyk":
        entries["ExtGState"] = dictionary(
            {KNOCK_OUT: overprinting(False), OVERPRINT: overprinting(True)}
        )
    return dictionary(entries)


def page_tree(labels: Sequence[str]) -> Named:
    """The pages' common object (ISO 32000-1 7.7.3.2)."""
    kids = array(reference(label) for label in labels)
    tree = {"Type": name("Pages"), "Count": len(labels), "Kids": kids}
    return "Pages", dictionary(tree)


def page_entries(side: Side, *contents: str) -> dict[str, object]:
    """The entries of a page object with these content streams (ISO 32000-1 7.7.3.3)."""
    streams = [reference(content) for content in contents]
    return {
        "Type": name("Page"),
        "Parent": reference("Pages"),
        "MediaBox": _box(side.media, side.media),
        "BleedBox": _box(side.bleed, side.media),
        "TrimBox": _box(side.trim, side.media),
        "Resources": reference("Resources"),
        "Contents": array(streams) if len(streams) > 1 else streams[0],
    }


def _box(box: Rect, media: Rect) -> object:
    """A page box, counted from the medium's lower left corner."""
    corners = (box.x, media.height - box.bottom, box.right, media.height - box.y)
    return array(round(value, 4) for value in corners)


def catalog_entries(edition: Edition, info: Info) -> dict[str, object]:
    """The entries of the document catalog (ISO 32000-1 7.7.2)."""
    entries: dict[str, object] = {
        "Type": name("Catalog"),
        "Pages": reference("Pages"),
        "Lang": string(info.language),
    }
    if has_metadata(edition):
        entries["Metadata"] = reference("Metadata")
    if edition.intent:
        entries["OutputIntents"] = array([reference("Intent")])
    if edition.viewer:
        entries["ViewerPreferences"] = dictionary(
            {
                key: boolean(value) if isinstance(value, bool) else name(value)
                for key, value in edition.viewer
            }
        )
    return entries
