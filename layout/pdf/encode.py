"""Sides to PDF objects: each formatted once, those that variants of a document share first."""

from collections.abc import Mapping, Sequence
from itertools import chain
from zlib import Z_FILTERED

from layout.editions import Edition
from layout.frame import UPRIGHT
from layout.geometry import Rect
from layout.pdf.claims import check_claims, intent_objects
from layout.pdf.content import KNOCK_OUT, OVERPRINT, ContentWriter
from layout.pdf.file import Objects, join_constant
from layout.pdf.fonts import EmbeddedFont, embed, font_objects, standing, standing_object
from layout.pdf.inks import SEPARATION_ALL, WRITERS, spot_label
from layout.pdf.metadata import Info, information, metadata
from layout.pdf.objects import (
    Named,
    Stream,
    array,
    boolean,
    dictionary,
    format_objects,
    name,
    number_objects,
    overprinting,
    reference,
    registration_space,
    separation,
    string,
)
from layout.pdf.usage import commonest, count_glyphs, count_pictures, upright_faces
from layout.raster import NO_RASTERS, Raster
from layout.sheets import Side
from layout.text.fonts import Fonts


def encode(
    sides: Sequence[Side],
    edition: Edition,
    info: Info,
    fonts: Fonts,
    rasters: Mapping[str, Raster] = NO_RASTERS,
) -> Objects:
    """The document's objects.

    Raises LeafletError: exit code 5 if a font cannot be embedded, 7 if the file would not be
    what its edition claims.
    """
    check_claims(edition, info, sides, rasters.values())
    embedded, font_parts = embed_fonts(sides, fonts)
    labels, pictures = embed_pictures(sides, rasters)
    constant: list[Named] = [
        *font_parts,
        *pictures,
        ("Resources", resources(embedded, edition, [label for label, _ in pictures])),
        *_pages(sides, embedded, edition, labels),
        *intent_objects(edition.intent),
        ("Catalog", _catalog(edition, info)),
    ]
    last = ["Metadata", "Info"] if _has_metadata(edition) else ["Info"]
    numbers = number_objects([*(label for label, _ in constant), *last])
    beginning = join_constant(
        edition.version, format_objects(constant, numbers), numbers["Catalog"], numbers["Info"]
    )
    about = {
        "Metadata": metadata(info, edition.standard),
        "Info": information(info, edition.standard),
    }
    return Objects(beginning, format_objects([(label, about[label]) for label in last], numbers))


def _has_metadata(edition: Edition) -> bool:
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
        texts = commonest(of_face)
        if silent is not None:
            texts = dict.fromkeys(of_face, silent) | texts
        embedded[id] = embed(f"F{place}", face, program, texts)
        parts.extend(font_objects(embedded[id], program))
        if id in upright:
            embedded[id + UPRIGHT] = standing(embedded[id])
            parts.append(standing_object(embedded[id], program))
    return embedded, parts


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
    fonts: Mapping[str, EmbeddedFont], edition: Edition, pictures: Sequence[str]
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


def _pages(
    sides: Sequence[Side],
    fonts: Mapping[str, EmbeddedFont],
    edition: Edition,
    pictures: Mapping[str, str],
) -> list[Named]:
    labels = [f"Page.{side.name}" for side in sides]
    parts: list[Named] = []
    for label, side in zip(labels, sides, strict=True):
        press = edition.colour == "cmyk"
        writer = ContentWriter(WRITERS[edition.colour], fonts, press, pictures)
        writer.draw(side.items, 0.0, side.media.height)
        content = f"{label}.content"
        parts += [
            (label, dictionary(page_entries(side, content))),
            (content, Stream(writer.content(), {}, strategy=Z_FILTERED)),
        ]
    return [*parts, page_tree(labels)]


def page_tree(labels: Sequence[str]) -> Named:
    """The pages' common object (ISO 32000-1 7.7.3.2)."""
    kids = array(reference(label) for label in labels)
    tree = {"Type": name("Pages"), "Count": len(labels), "Kids": kids}
    return "Pages", dictionary(tree)


def page_entries(side: Side, content: str) -> dict[str, object]:
    """The entries of a page object (ISO 32000-1 7.7.3.3)."""
    return {
        "Type": name("Page"),
        "Parent": reference("Pages"),
        "MediaBox": _box(side.media, side.media),
        "BleedBox": _box(side.bleed, side.media),
        "TrimBox": _box(side.trim, side.media),
        "Resources": reference("Resources"),
        "Contents": reference(content),
    }


def _box(box: Rect, media: Rect) -> object:
    """A page box, counted from the medium's lower left corner."""
    corners = (box.x, media.height - box.bottom, box.right, media.height - box.y)
    return array(round(value, 4) for value in corners)


def _catalog(edition: Edition, info: Info) -> object:
    return dictionary(catalog_entries(edition, info))


def catalog_entries(edition: Edition, info: Info) -> dict[str, object]:
    """The entries of the document catalog (ISO 32000-1 7.7.2)."""
    entries: dict[str, object] = {
        "Type": name("Catalog"),
        "Pages": reference("Pages"),
        "Lang": string(info.language),
    }
    if _has_metadata(edition):
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
