"""The leaflet as one tree of parts, in the order of the document and not of the panels."""

from layout.document import (
    BlankContact,
    Block,
    Contact,
    Countries,
    Cover,
    Imprint,
    Incidents,
    Leaflet,
    Table,
    Text,
    UnionLabel,
)
from layout.questions import labelled
from layout.reading.blocks import paragraphs, part_of, phrase
from layout.reading.language import spoken
from layout.reading.part import DOCUMENT, HEADING, LINK, PARAGRAPH, SECTION, Part, walk

_DEPENDENT = (Countries, Incidents, Table)
"""What explains the block before it: its headings are one level below."""

_CLOSING = (Contact, BlankContact, Imprint, UnionLabel)
"""What tells of the sender, not of the matter, where it ends the leaflet."""

HEADER, MAIN, FOOTER = "header", "main", "footer"
"""The kinds of the sections a document consists of."""


def outline(leaflet: Leaflet, prefix: str) -> Part:
    """The document: its cover, its matter and its sender, each a section with its blocks.

    ``prefix`` stands before the numbers of questions (``Q``).
    """
    blocks = tuple(labelled((*leaflet.body, *leaflet.back), prefix))
    end = len(blocks)
    while end > len(leaflet.body) and isinstance(blocks[end - 1], _CLOSING):
        end -= 1
    sections = (
        _cover(leaflet.cover),
        Part(SECTION, children=_blocks(blocks[:end]), kind=MAIN, name=MAIN.upper()),
        Part(SECTION, children=_blocks(blocks[end:]), kind=FOOTER),
    )
    title = str(leaflet.title or leaflet.cover.title).replace("\n", " ")
    kept = tuple(section for section in sections if section.children)
    return Part(DOCUMENT, title, kept)


def _blocks(blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """The blocks with headings by level: no level is left out on the way down."""
    parts: list[Part] = []
    headed = False
    for block in blocks:
        part = part_of(block, 3 if headed and isinstance(block, _DEPENDENT) else 2)
        headed = headed or any(inner.role == HEADING for inner in walk(part))
        parts.append(part)
    return tuple(parts)


def _cover(cover: Cover) -> Part:
    title = Part(HEADING, spoken(cover.title), level=1)
    calls = (Part(PARAGRAPH, spoken(call), kind="call") for call in cover.calls)
    children = (
        Part(SECTION, children=(*calls, title, *phrase(cover.subtitle, "subtitle")), kind="title"),
        *paragraphs(cover.introduction, "introduction"),
        *_lead_on(cover.lead_on),
    )
    return Part(SECTION, children=children, kind=HEADER)


def _lead_on(text: Text | None) -> tuple[Part, ...]:
    """The words that lead into the leaflet lead there."""
    if not text:
        return ()
    link = Part(LINK, spoken(text), target=f"#{MAIN.upper()}")
    return (Part(PARAGRAPH, children=(link,), kind="lead-on"),)
