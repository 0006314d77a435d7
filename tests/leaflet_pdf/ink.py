"""Where the ink of a finished file's glyphs is."""

from functools import cache

from tests.leaflet_pdf.made import Box, Case, pdf
from tests.leaflet_pdf.outlines import Embedded
from tests.pdf.reading import Drawn, Font, fonts_of, open_pdf


@cache
def fonts(case: Case) -> dict[str, Font]:
    """The fonts of a file by their names; all pages share them."""
    reader = open_pdf(pdf(case))
    pages = [fonts_of(reader, page) for page in range(len(reader.pages))]
    assert all(page.keys() == pages[0].keys() for page in pages)
    return {font.name: font for font in pages[0].values()}


@cache
def embedded(case: Case) -> dict[str, Embedded]:
    """Their programs."""
    return {name: Embedded(font) for name, font in fonts(case).items()}


def ink_box(glyph: Drawn, case: Case) -> Box | None:
    """The box of a glyph's ink on its page; None for a space."""
    ink = embedded(case)[glyph.font].ink(glyph.code)
    if ink is None:
        return None
    left, bottom, right, top = (length * glyph.size for length in ink)
    return Box(glyph.x + left, glyph.y + bottom, glyph.x + right, glyph.y + top)
