"""The leaflet as one page of the web that needs nothing beside itself.

HTML as the living standard has it: no script, no request, every text of an author escaped.  It
runs horizontally whatever the sheet does.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape

from layout.document import DOTS, LANGUAGE, REFERENCE, RUBY, SUB, SUPER, Mark, Text
from layout.notation import characters
from layout.raster import Screened
from layout.reading.outline import FOOTER, HEADER, MAIN
from layout.reading.part import (
    BODY,
    CAPTION,
    CELL,
    FIGURE,
    HEAD,
    HEADING,
    ITEM,
    LABEL,
    LINK,
    LIST,
    PARAGRAPH,
    ROW,
    SECTION,
    SPAN,
    TABLE,
    Part,
    walk,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a browser may load for the page: nothing but what it holds itself."""


def page(document: Part, style: str, pictures: Mapping[str, Screened]) -> bytes:
    """The page of a document in UTF-8; ``pictures`` are those of its figures, by file."""
    told = _Page(pictures)
    sections = "\n".join(told.html(section) for section in document.children)
    return (
        '<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="format-detection" content="telephone=no">\n'
        f"<title>{_told(document.text)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{sections}\n</body>\n</html>\n"
    ).encode()


_ELEMENTS = {PARAGRAPH: "p", ITEM: "li", ROW: "tr", CELL: "td", CAPTION: "figcaption"}
_SECTIONS = {
    HEADER: "header",
    MAIN: "main",
    FOOTER: "footer",
    "title": "hgroup",
    "address": "address",
}
_SPANS = {"lead": "strong", "organisation": "b"}
_BARE = (BODY,)
"""Roles that are no element of their own."""
_BLOCKS = (PARAGRAPH, HEADING, SECTION, LIST, ITEM, TABLE, ROW, FIGURE)


class _Page:
    """Parts as elements; knows the pictures."""

    def __init__(self, pictures: Mapping[str, Screened]) -> None:
        self._pictures = pictures

    def html(self, part: Part) -> str:
        """One part with all within it."""
        if part.role == LABEL:  # the list's own marks
            return ""
        if part.role in _BARE:
            return self._inner(part)
        if part.role == SPAN:
            return self._span(part)
        if part.role == TABLE:
            return self._table(part)
        if part.role == FIGURE:
            return self._figure(part)
        end = "\n" if part.role in _BLOCKS else ""
        return _element(*self._named(part), self._inner(part)) + end

    def _named(self, part: Part) -> tuple[str, dict[str, str]]:
        """The part's element and its attributes."""
        attributes = {"class": part.kind} if part.kind else {}
        if part.role == SECTION:
            headed = any(child.role == HEADING for child in part.children)
            name = _SECTIONS.get(part.kind, "section" if headed else "div")
            own = {} if part.kind in _SECTIONS and name == part.kind else attributes
            return name, ({"id": part.name} if part.name else {}) | own
        if part.role == HEADING:
            return f"h{part.level}", attributes
        if part.role == LIST:
            return ("ol", {}) if part.kind == "numbered" else ("ul", attributes)
        if part.role == LINK:
            return "a", {"href": part.target}
        if part.role == HEAD:
            return "th", {"scope": "col"}
        return _ELEMENTS[part.role], attributes

    def _inner(self, part: Part) -> str:
        if part.children:
            return "".join(self.html(child) for child in part.children)
        return marked(part.text)

    def _span(self, part: Part) -> str:
        if not part.kind:
            return marked(part.text)
        return _element(_SPANS.get(part.kind, "span"), {"class": part.kind}, marked(part.text))

    def _table(self, part: Part) -> str:
        """A table that is scrolled where it is too wide, by keys as well (WCAG 2.2, 2.1.1)."""
        first, *others = (self.html(row) for row in part.children)
        rows = f"<thead>\n{first}</thead>\n<tbody>\n{''.join(others)}</tbody>\n"
        told = {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": _heads(part)}
        return _element("div", told, _element("table", {}, f"\n{rows}")) + "\n"

    def _figure(self, part: Part) -> str:
        """The picture, or what is to be seen in words where there is none, and its caption."""
        below = "".join(self.html(child) for child in part.children)
        picture = self._pictures.get(part.target)
        if picture is None:
            alt = f'<p class="alt">{marked(part.text)}</p>\n' if part.text else ""
            return f"<figure>\n{alt}{below}\n</figure>\n"
        data = b64encode(picture.data).decode("ascii")
        size = f'width="{picture.width}" height="{picture.height}"'
        image = f'<img src="data:{picture.kind};base64,{data}" {size} alt="{_told(_alt(part))}">'
        return f"<figure>\n{image}\n{below}\n</figure>\n"


def _heads(table: Part) -> str:
    """What a table is called: its column heads."""
    return "、".join(str(head.text) for head in table.children[0].children)


def _alt(figure: Part) -> str:
    """The words for a picture; without any, its caption."""
    return figure.text or " ".join(str(part.text) for part in walk(figure) if part.text)


def _told(text: str) -> str:
    """A text as an attribute's value or a title: one line, nothing of it markup."""
    return escape(text.replace("\n", " "))


def _element(name: str, attributes: Mapping[str, str], inner: str) -> str:
    told = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{told}>{inner}</{name}>"


def marked(text: str) -> str:
    """A text with its marks as elements and its line breaks kept."""
    if not isinstance(text, Text) or not text.marks:
        return _broken(text)
    parts, end = list[str](), 0
    for mark in text.marks:
        parts += (_broken(text[end : mark.start]), _mark(text[mark.start : mark.stop], mark))
        end = mark.stop
    return "".join((*parts, _broken(text[end:])))


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _mark(text: str, mark: Mark) -> str:
    shown = _broken(text)
    if mark.kind == RUBY:
        return _ruby(text, mark.value)
    if mark.kind == LANGUAGE:
        return _element("span", {"lang": mark.value[0]}, shown)
    if mark.kind == DOTS:
        return f"<em>{shown}</em>"
    if mark.kind in (SUPER, REFERENCE):
        return f"<sup>{shown}</sup>"
    return f"<sub>{shown}</sub>" if mark.kind == SUB else shown


def _ruby(text: str, readings: tuple[str, ...]) -> str:
    """One reading over all, or one over each character; in brackets where ruby is unknown."""
    bases: Iterable[str] = (text,) if len(readings) == 1 else characters(text)
    pairs = (
        f"{_broken(base)}<rp>（</rp><rt>{escape(reading)}</rt><rp>）</rp>"
        for base, reading in zip(bases, readings, strict=True)
    )
    return f"<ruby>{''.join(pairs)}</ruby>"
