"""From an author's text with its marks to the spans that are set."""

from collections.abc import Iterable
from itertools import pairwise

from layout.document import (
    DOTS,
    LANGUAGE,
    REFERENCE,
    RUBY,
    SUB,
    SUPER,
    UPRIGHT,
    Mark,
    Text,
)
from layout.text.spans import Span
from layout.theme import TextStyle


def spans_of(text: str, style: TextStyle) -> tuple[Span, ...]:
    """The text in one style, parted where its marks begin and end."""
    if not isinstance(text, Text) or not text.marks:
        return (Span(text, style),)
    found: list[Span] = []
    at = 0
    for mark in text.marks:
        if at < mark.start:
            found.append(Span(text[at : mark.start], style))
        found.append(_marked(Span(text[mark.start : mark.stop], style), mark))
        at = mark.stop
    if at < len(text):
        found.append(Span(text[at:], style))
    return tuple(found)


def parted(text: str, parts: Iterable[tuple[int, TextStyle]]) -> tuple[Span, ...]:
    """The text in several styles, each from where the one before it ends up to its own end."""
    found = list(parts)
    ends = [0, *(min(max(end, 0), len(text)) for end, _ in found)]
    return tuple(
        span
        for (start, stop), (_, style) in zip(pairwise(ends), found, strict=True)
        if start < stop
        for span in spans_of(part(text, start, stop), style)
    )


def part(text: str, start: int, stop: int) -> str:
    """A part of a text with its marks."""
    return text.part(start, stop) if isinstance(text, Text) else text[start:stop]


def flat(text: str) -> str:
    """The text for a form that has room for one line only; a break in it becomes a space."""
    if "\n" not in text:
        return text
    spaced = text.replace("\n", " ")
    return Text(spaced, text.source, text.marks) if isinstance(text, Text) else spaced


def _marked(span: Span, mark: Mark) -> Span:
    """The span as its mark has it; a slot that is not filled stays as typed."""
    if mark.kind == RUBY:
        return span._replace(ruby=mark.value)
    if mark.kind == LANGUAGE:
        return span._replace(language=mark.value[0])
    if mark.kind in (SUPER, SUB, REFERENCE):
        return span._replace(script=mark.kind)
    return span._replace(dots=mark.kind == DOTS, upright=mark.kind == UPRIGHT)
