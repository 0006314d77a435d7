"""Which pictures a leaflet names that this version does not draw, and what stands for them."""

from collections.abc import Iterator

from layout.document import Country, Illustration, Leaflet, Photo
from layout.problems import NOTE, WARNING, Problem, problem


def undrawn_pictures(leaflet: Leaflet) -> tuple[Problem, ...]:
    """A note for every flag and drawing that is named, in order of the document."""
    return tuple(_undrawn((leaflet.body, leaflet.back)))


def unspoken_pictures(leaflet: Leaflet) -> tuple[Problem, ...]:
    """A warning for every picture without words for those who cannot see it."""
    return tuple(
        problem("picture-without-alt", block.source, WARNING)
        for block in (*leaflet.body, *leaflet.back)
        if isinstance(block, Illustration | Photo) and not block.alt
    )


def photographs(leaflet: Leaflet) -> tuple[Photo, ...]:
    """The leaflet's photographs, in order of the document."""
    return tuple(block for block in (*leaflet.body, *leaflet.back) if isinstance(block, Photo))


def _undrawn(value: object) -> Iterator[Problem]:
    match value:
        case Country(flag=name) if name:
            yield problem("flag-not-drawn", name.source, NOTE, name=name, country=value.name)
        case Illustration(art=name) if name:
            yield problem("drawing-not-drawn", name.source, NOTE, name=name)
        case tuple():
            for part in value:
                yield from _undrawn(part)
