"""A document as parts with roles, for whoever reads it without seeing the sheet.

Roles are the standard structure types of ISO 32000-1, 14.8.4, so that a tagged PDF and a page
of the web say the same of a text.
"""

from collections.abc import Iterator

from layout.values import NamedTuple

DOCUMENT, SECTION = "Document", "Sect"
HEADING, PARAGRAPH, SPAN, LINK = "H", "P", "Span", "Link"
LIST, ITEM, LABEL, BODY = "L", "LI", "Lbl", "LBody"
TABLE, ROW, HEAD, CELL = "Table", "TR", "TH", "TD"
FIGURE, CAPTION = "Figure", "Caption"


class Part(NamedTuple):
    """A part of a document: its own ``text``, or ``children`` in the order of reading.

    ``level`` is that of a heading (1: the title).  ``kind`` says what of the leaflet it is: a
    kind of block or one of its fields, ``sign`` for a sign that forms draw in place of text.
    ``target`` is where a link leads (``tel:``, ``mailto:``, ``http:``, ``https:``, ``#``) or the
    file of a figure, whose ``text`` is what stands for it in words.  ``name`` is the author's
    name for a block.
    """

    role: str
    text: str = ""
    children: tuple["Part", ...] = ()
    level: int = 0
    kind: str = ""
    target: str = ""
    name: str = ""


def walk(part: Part) -> Iterator[Part]:
    """The part and all within it, in the order of reading."""
    yield part
    for child in part.children:
        yield from walk(child)
