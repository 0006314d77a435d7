"""The leaflet to be read rather than folded: as plain text, and as one page for the web.

Both are told from one outline of the document (``outline.py``), in which every part has its
role.  No font, no panel and no paper is known here; a plain build does not import this room.
"""

from layout.document import Leaflet
from layout.editions import ReadingEdition
from layout.raster import NO_SCREENED, Pictures
from layout.reading.outline import outline
from layout.theme import Theme


def read(leaflet: Leaflet, theme: Theme, edition: ReadingEdition, photos: Pictures) -> bytes:
    """The file of an edition; ``photos`` are the leaflet's as they were found."""
    document = outline(leaflet, theme.options("question").word("prefix"))
    if not edition.themed:
        from layout.reading.plain import plain

        return plain(document)
    from layout.reading.page import page
    from layout.reading.style import style_sheet

    pictures = NO_SCREENED
    if photos.found:
        from layout.images import for_screens

        pictures = for_screens(photos)
    return page(document, style_sheet(theme), pictures)
