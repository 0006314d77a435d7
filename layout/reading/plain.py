"""The leaflet as plain text: to be read aloud, and to go into a mail.

UTF-8 without a byte order mark, lines ended by CRLF (RFC 2046, 4.1.1) and never wrapped; an
empty line between parts.  Ruby stands in brackets behind its base text: 漢字（かんじ）.
"""

from collections.abc import Iterable, Iterator

from layout.document import REFERENCE, RUBY, SUB, SUPER, Mark, Text
from layout.reading.part import (
    BODY,
    CELL,
    DOCUMENT,
    FIGURE,
    HEAD,
    HEADING,
    LABEL,
    LIST,
    SECTION,
    TABLE,
    Part,
)

_PLAIN = "0123456789+-=()n"
_RAISED = str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans(_PLAIN[:-1], "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


def plain(document: Part) -> bytes:
    """The text of a document."""
    parts = ("\n".join(lines) for lines in _told(document.children))
    return ("\n\n".join(part for part in parts if part) + "\n").replace("\n", "\r\n").encode()


def _told(parts: Iterable[Part]) -> Iterator[tuple[str, ...]]:
    """The lines of what belongs together: a heading with its first part, a list, a paragraph."""
    for part in parts:
        if part.role == SECTION and part.kind in _CLOSE:
            yield tuple(_line(child) for child in part.children)
        elif part.role in (DOCUMENT, SECTION):
            yield from _told(part.children)
        elif part.role == LIST:
            yield from _list(part)
        elif part.role == TABLE:
            yield tuple(_row(row, index) for index, row in enumerate(part.children))
        elif part.role == FIGURE:
            yield tuple(_figure(part))
        else:
            yield (_line(part),)


_CLOSE = ("title", "address", "when", "imprint")
"""Kinds of sections whose lines stand without empty lines between them."""


def _line(part: Part) -> str:
    """What a part says; a heading that begins with no label of its own has a sign."""
    said = _said(part)
    if part.role != HEADING or part.level == 1 or (part.children and part.children[0].kind):
        return said
    return f"{'■' if part.level == 2 else '□'} {said}"


def _said(part: Part) -> str:
    if part.children:
        return "".join(_said(child) for child in part.children)
    return with_readings(part.text)


def _list(part: Part) -> Iterator[tuple[str, ...]]:
    """The items line under line; apart from one another where one of them has several."""
    items = [tuple(_item(item)) for item in part.children]
    if all(len(item) == 1 for item in items):
        return iter((tuple(line for item in items for line in item),))
    return iter(items)


def _item(item: Part) -> Iterator[str]:
    """An item behind its label; what follows its first paragraph stands under it."""
    label = next(part.text for part in item.children if part.role == LABEL)
    body = next(part for part in item.children if part.role == BODY)
    first, *others = body.children
    yield f"{label}{' ' * (label[-1:] == '.')}{_said(first)}"
    yield from map(_said, others)


def _row(row: Part, index: int) -> str:
    cells = " ／ ".join(_said(cell) for cell in row.children if cell.role in (HEAD, CELL))
    return f"・{cells}" if index else cells


def _figure(part: Part) -> Iterator[str]:
    """What is to be seen, in words, then the caption."""
    alt = f"：{with_readings(part.text)}" if part.text else ""
    yield f"［{part.kind}{alt}］"
    yield from (_said(line) for below in part.children for line in below.children)


def with_readings(text: str) -> str:
    """The text with what its marks say that can be said in plain text."""
    if not isinstance(text, Text) or not text.marks:
        return text
    parts, end = list[str](), 0
    for mark in text.marks:
        parts += (text[end : mark.start], _marked(text[mark.start : mark.stop], mark))
        end = mark.stop
    return "".join((*parts, text[end:]))


def _marked(text: str, mark: Mark) -> str:
    if mark.kind == RUBY:
        return f"{text}（{''.join(mark.value)}）"
    if mark.kind in (SUPER, REFERENCE) and all(char in _PLAIN for char in text):
        return text.translate(_RAISED)
    if mark.kind == SUB and all(char in _PLAIN[:-1] for char in text):
        return text.translate(_LOWERED)
    return text
