"""A composed leaflet tagged: what its panels say, as a tree in the order of the document.

Forms and blocks are free in how they draw.  What the drawn lines say is found again in the
outline of the document (:mod:`layout.reading.outline`), which knows the role of each text: so
a new theme is tagged without knowing of tags, and what says nothing is decoration.
"""

from collections.abc import Sequence

from layout.document import Leaflet
from layout.frame import Panel
from layout.reading.outline import outline
from layout.reading.part import Part
from layout.structure import Element
from layout.tagging.cut import cut
from layout.tagging.match import matched
from layout.tagging.pieces import pieces_of
from layout.tagging.tree import element_of
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


def _parts(document: Part, names: Sequence[str]) -> dict[str, Part]:
    """The part of each block, by the name that its frames have."""
    cover, *others = document.children
    every = (part for section in others for part in section.children)
    return {"cover": cover} | dict(zip(names, every, strict=True))
