"""Which pictures a leaflet names: photographs, flags, drawings."""

from collections.abc import Iterator, Mapping

from layout.document import (
    Block,
    Contact,
    Country,
    CountryGroup,
    Cover,
    Demands,
    Illustration,
    Leaflet,
    Photo,
    Question,
    Statement,
    Text,
)
from layout.frame import Frame
from layout.problems import WARNING, Problem, problem
from layout.values import NamedTuple


class Artwork(NamedTuple):
    """Drawings by the names a leaflet gives them (flags by :func:`flag_key`), each in units of
    its own; warnings of names that nobody has."""

    found: Mapping[str, Frame]
    problems: tuple[Problem, ...] = ()


NO_DRAWINGS: Mapping[str, Frame] = {}
NO_ARTWORK = Artwork(NO_DRAWINGS)


def flag_key(code: str) -> str:
    """What a flag is called among the drawings of a leaflet."""
    return f"flag:{code}"


def unspoken_pictures(leaflet: Leaflet) -> tuple[Problem, ...]:
    """A warning for every picture without words for those who cannot see it."""
    return tuple(
        problem("picture-without-alt", block.source, WARNING)
        for block in (*leaflet.body, *leaflet.back)
        if isinstance(block, Illustration | Photo) and not block.alt
    )


def photographs(leaflet: Leaflet) -> tuple[Photo, ...]:
    """The leaflet's photographs, in order of the document; logos of dots are pictures like them."""
    return tuple(_photographs((*leaflet.body, *leaflet.back)))


def _photographs(blocks: tuple[Block, ...]) -> Iterator[Photo]:
    for block in blocks:
        if isinstance(block, Photo):
            yield block
        elif isinstance(block, Contact) and block.logo and not _is_drawn(block.logo):
            yield Photo(block.logo, source=block.source)


def logos(leaflet: Leaflet) -> tuple[Text, ...]:
    """The logos that are drawings, in order of the document."""
    contacts = (block for block in (*leaflet.body, *leaflet.back) if isinstance(block, Contact))
    return tuple(each.logo for each in contacts if each.logo and _is_drawn(each.logo))


def logo_key(name: str) -> str:
    """What a logo is called among the drawings of a leaflet."""
    return f"logo:{name}"


def _is_drawn(name: str) -> bool:
    return name.lower().endswith(".svg")


def flags(leaflet: Leaflet) -> tuple[Country, ...]:
    """The countries that name a flag, in order of the document."""
    found = _parts((leaflet.body, leaflet.back))
    return tuple(part for part in found if isinstance(part, Country) and part.flag)


def drawings(leaflet: Leaflet) -> tuple[Text, ...]:
    """The drawings named, in order of the document."""
    found = _parts((leaflet.cover, leaflet.body, leaflet.back))
    named = (part.art for part in found if isinstance(part, _DRAWN) and part.art)
    return tuple(
        name for names in named for name in ((names,) if isinstance(names, Text) else names)
    )


_DRAWN = (Cover, CountryGroup, Demands, Illustration, Question, Statement)
"""What may name a drawing."""


def undrawn(leaflet: Leaflet) -> tuple[Leaflet, tuple[Text, ...]]:
    """The leaflet without the drawings beside and under its texts, and their names; those of
    its cover, its verdicts and its demands, which take no room of their own, stay."""
    blocks = (*leaflet.body, *leaflet.back)
    given = tuple(block.art for block in blocks if isinstance(block, _SPACED) and block.art)
    body, back = (tuple(map(_bare, part)) for part in (leaflet.body, leaflet.back))
    return leaflet._replace(body=body, back=back), given


def _bare(block: Block) -> Block:
    return block._replace(art=None) if isinstance(block, _SPACED) else block


_SPACED = (Illustration, Question, Statement)
"""What makes room for its drawing."""


def _parts(value: object) -> Iterator[object]:
    """Values and the parts of those that are tuples, but not of texts."""
    if isinstance(value, tuple) and not isinstance(value, str):
        yield value
        for part in value:
            yield from _parts(part)
