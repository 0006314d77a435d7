"""The author's own line breaks, judged: they are kept, but one that offends is told.

In a heading, a title, an item a line break is its author's (JLREQ 3.1.7, 3.1.8 bind it all
the same); in running text it parts paragraphs, which are not judged.
"""

from collections.abc import Iterator
from typing import Any

from layout.document import (
    REFERENCE,
    SUB,
    SUPER,
    Country,
    Cover,
    Incident,
    Leaflet,
    Question,
    Section,
    Statement,
    Text,
)
from layout.load import locate
from layout.problems import WARNING, Problem, problem
from layout.text.jlreq import (
    IDEOGRAPH,
    INSEPARABLE,
    REFERENCE_MARK,
    break_allowed,
    class_of,
)

_RUNNING: dict[type, tuple[str, ...]] = {
    Cover: ("introduction",),
    Question: ("answer", "lead"),
    Country: ("note",),
    Incident: ("description",),
    Section: ("text",),
    Statement: ("text",),
}
"""Fields in which a line break parts paragraphs."""


def offending_breaks(leaflet: Leaflet) -> tuple[Problem, ...]:
    """A warning for each break after which a line starts, or before which one ends, as none may."""
    return tuple(
        _offence(text, at)
        for text in (*_broken(leaflet.cover), *_broken(leaflet.body), *_broken(leaflet.back))
        for at in _offences(text)
    )


def _broken(value: Any) -> Iterator[Text]:
    """The texts whose line breaks are set as such, in the order of the document."""
    if isinstance(value, Text):
        if "\n" in value:
            yield value
    elif hasattr(value, "_fields"):
        apart = ("alt", *_RUNNING.get(type(value), ()))
        for name in value._fields:
            if name not in apart:
                yield from _broken(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _broken(each)


def _offences(text: Text) -> Iterator[int]:
    """The indexes of the characters that may not stand where a break puts them."""
    for at, char in enumerate(text):
        if char != "\n" or not 0 < at < len(text) - 1:
            continue
        last, first = _class_at(text, at - 1), _class_at(text, at + 1)
        parts_one = first == INSEPARABLE and text[at - 1] == text[at + 1]
        if parts_one or not break_allowed(IDEOGRAPH, first):
            yield at + 1
        elif not break_allowed(last, IDEOGRAPH):
            yield at - 1


def _class_at(text: Text, index: int) -> int:
    """The class of a character (JLREQ appendix A), or of the mark that begins with it."""
    for mark in text.marks:
        if mark.start == index:
            return _CLASSES.get(mark.kind, class_of(text[index]))
    return class_of(text[index])


_CLASSES = {REFERENCE: REFERENCE_MARK, SUPER: REFERENCE_MARK, SUB: REFERENCE_MARK}
"""Raised and lowered signs belong to what stands before them (3.1.10 j, k)."""


def _offence(text: Text, index: int) -> Problem:
    return problem("break-offends", locate(text, index), WARNING, character=text[index])
