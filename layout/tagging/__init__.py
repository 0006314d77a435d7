"""A composed leaflet tagged: what its panels say, as a tree in the order of the document.

Forms and blocks are free in how they draw.  What the drawn lines say is found again in the
outline of the document (:mod:`layout.reading.outline`), which knows the role of each text: so
a new theme is tagged without knowing of tags, and what says nothing is decoration.
"""

from collections.abc import Sequence

from layout.document import Block, Leaflet
from layout.frame import Item, Panel
from layout.reading.blocks import part_of
from layout.reading.outline import outline
from layout.reading.part import Part
from layout.structure import Element
from layout.tagging.cut import cut, cut_items
from layout.tagging.match import matched
from layout.tagging.pieces import pieces_in, pieces_of
from layout.tagging.tree import element_of, elements_of
from layout.values import NamedTuple


class Tagged(NamedTuple):
    """The panels with their content numbered, and the tree that puts it in order."""

    panels: tuple[Panel, ...]
    document: Element


def tag(leaflet: Leaflet, panels: Sequence[Panel], names: Sequence[str], prefix: str) -> Tagged:
    """The panels of a leaflet tagged.

    ``names`` are those by which the frames call the blocks of body and back, ``prefix`` stands
    before the numbers of questions.
    """
    document = outline(leaflet, prefix)
    parts = _parts(document, names)
    ordered = sorted(panels, key=lambda panel: panel.number)
    found = pieces_of(ordered)
    contents = matched(parts, found)
    numbered = cut(ordered, contents.cuts)
    return Tagged(numbered, element_of(document, contents.leaves))


class Branch(NamedTuple):
    """What one block draws with its content numbered, and its element."""

    items: tuple[Item, ...]
    element: Element


def tag_block(block: Block, name: str, items: tuple[Item, ...]) -> Branch | None:
    """What a block draws tagged by itself, as :func:`tag` does it among others; None where it is
    not one element."""
    part = part_of(block, _LEVEL)
    contents = matched({name: part}, pieces_in(items, name))
    found = tuple(elements_of(part, contents.leaves))
    return Branch(cut_items(items, contents.cuts), found[0]) if len(found) == 1 else None


_LEVEL = 2
"""The level of a block's heading."""


def _parts(document: Part, names: Sequence[str]) -> dict[str, Part]:
    """The part of each block, by the name that its frames have."""
    cover, *others = document.children
    every = (part for section in others for part in section.children)
    return {"cover": cover} | dict(zip(names, every, strict=True))
