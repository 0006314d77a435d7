"""From sides to a PDF file.  The only door to ReportLab; decides no position."""

from collections.abc import Mapping, Sequence, Set

from layout.editions import Edition
from layout.pdf.encode import encode
from layout.pdf.file import Constant, Objects, assemble
from layout.pdf.metadata import Info
from layout.pdf.stencil import Stencil, cut_stencil, fill_stencil
from layout.raster import NO_RASTERS, Raster
from layout.sheets import Side
from layout.structure import Element
from layout.text.fonts import Fonts

__all__ = [
    "Constant",
    "Info",
    "Objects",
    "Stencil",
    "assemble",
    "cut_stencil",
    "encode",
    "fill_stencil",
    "write",
    "write_tagged",
]


def write(
    sides: Sequence[Side],
    edition: Edition,
    info: Info,
    fonts: Fonts,
    rasters: Mapping[str, Raster] = NO_RASTERS,
    varying: Set[str] = frozenset(),
) -> bytes:
    """The sides as a PDF file: the same input gives the same bytes.

    ``rasters`` are the pictures drawn on the sides, by name; ``varying`` the blocks that differ
    between variants of the document: a file of which they are the same is made of the same parts.
    """
    objects = encode(sides, edition, info, fonts, rasters, varying)
    return assemble(objects.constant, objects.varying)


def write_tagged(
    sides: Sequence[Side],
    edition: Edition,
    info: Info,
    fonts: Fonts,
    document: Element,
    rasters: Mapping[str, Raster] = NO_RASTERS,
) -> bytes:
    """The same as a file whose content is tagged: ``document`` puts it in order."""
    from layout.pdf.screen import encode_tagged  # late: no print shop's file is tagged

    objects = encode_tagged(sides, edition, info, fonts, document, rasters)
    return assemble(objects.constant, objects.varying)
