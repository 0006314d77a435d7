"""Leaflets to be read, what they say, and what a browser makes of their page."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize
from xml.etree.ElementTree import Element

import html5lib

from layout.document import RUBY, Illustration, Leaflet, Photo, Text
from layout.editions import HTML, TEXT
from layout.load import load, load_theme
from layout.raster import NO_PHOTOS
from layout.reading import read
from layout.resources import resource
from tests.leaflet_pdf.words import words_in

HERE = Path(__file__).parent.parent
LEAFLETS = (
    resource("data/mynumber.yaml"),
    *sorted((HERE / "leaflets").glob("*.yaml")),
    HERE / "data" / "vertical.yaml",
)
THEME = load_theme(resource("data/themes/calm/theme.yaml"))


@cache
def leaflet_of(path: Path) -> Leaflet:
    return load(path).leaflet


def text_of(leaflet: Leaflet) -> str:
    """The text edition, its line ends as Python has them."""
    return read(leaflet, THEME, TEXT, NO_PHOTOS).decode("utf-8").replace("\r\n", "\n")


def page_of(leaflet: Leaflet) -> Element:
    """The web page as a browser reads it; an error of the standard's grammar is raised."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(read(leaflet, THEME, HTML, NO_PHOTOS).decode("utf-8"))
    return root


def said(leaflet: Leaflet) -> Iterator[tuple[object, list[str]]]:
    """The cover and every block with the strings it says, those for the blind among them."""
    for part in (leaflet.cover, *leaflet.body, *leaflet.back):
        unsaid = getattr(part, "direction", None)
        words = [word for word in words_in(part) if word != unsaid]
        if isinstance(part, Illustration | Photo) and part.alt:
            words.append(str(part.alt))
        yield part, words


def shown(element: Element, without: tuple[str, ...] = ()) -> str:
    """The text of an element, but for that of some elements within it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag not in without:
            parts.append(shown(child, without))
        parts.append(child.tail or "")
    return "".join(parts)


def changed(value: Any, change: Callable[[Text], Text | None]) -> Any:
    """A part of a leaflet with each of its texts changed."""
    if isinstance(value, Text):
        return change(value)
    if hasattr(value, "_fields"):
        kept = ("id", "source", "direction", "flag")
        fields = {
            name: None if name == "lead" else changed(getattr(value, name), change)
            for name in value._fields
            if name not in kept
        }
        return value._replace(**fields)
    if isinstance(value, tuple):
        return tuple(changed(part, change) for part in value)
    return value


def same(text: str) -> str:
    """The text without white space, raised and lowered figures as figures."""
    return re.sub(r"\s", "", normalize("NFKC", text))


def with_readings(text: Text) -> str:
    """The text with each reading in brackets behind its base, from the last to the first."""
    for mark in reversed(text.marks):
        if mark.kind == RUBY:
            text = Text(f"{text[: mark.stop]}（{''.join(mark.value)}）{text[mark.stop :]}")
    return str(text)
