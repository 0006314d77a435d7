"""The outline of a document as the tree of its structure, with what is drawn of it."""

from collections.abc import Iterable, Iterator, Sequence

from layout.document import LANGUAGE, REFERENCE, RUBY
from layout.reading.part import (
    CAPTION,
    DOCUMENT,
    FIGURE,
    HEADING,
    LINK,
    LIST,
    SECTION,
    SPAN,
    Part,
)
from layout.structure import Element, Kid
from layout.tagging.match import Leaves, Stretch
from layout.values import NamedTuple

_WESTERN = 0x2E80
"""The first character beyond which words are not parted by spaces."""

_SHORT = {"TEL:": "電話", "FAX:": "ファクス", "A.": "答え"}
"""What the signs of forms are short for."""

_CLOSE = ("title", "address", "when")
"""Kinds of sections that are parts of one thing."""


def element_of(document: Part, leaves: Leaves) -> Element:
    """The document's element; what is drawn nowhere has none."""
    kids = tuple(each for part in document.children for each in elements_of(part, leaves))
    return Element(DOCUMENT, kids)


def elements_of(part: Part, leaves: Leaves) -> Iterator[Element]:
    """The elements of a part of the outline: one or, of what is drawn nowhere, none; of a picture
    with a caption several."""
    if part.role == FIGURE:
        yield from _figure(part, leaves)
    elif part.children and part.children[0].role not in (SPAN, LINK):
        kids = tuple(each for child in part.children for each in elements_of(child, leaves))
        if kids:
            yield _element(part, kids)
    else:
        inline = tuple(_inline(_units(part.children or (part,), leaves)))
        if inline:
            yield _element(part, inline)


def _element(part: Part, kids: tuple[Kid, ...]) -> Element:
    role = f"H{part.level}" if part.role == HEADING else part.role
    if part.role == SECTION and part.kind in _CLOSE:
        role = "Div"
    title = _title(part) if part.role == HEADING else ""
    ordered = part.role == LIST and part.kind == "numbered"
    return Element(role, kids, title=title, name=part.name, numbered=ordered)


def _title(part: Part) -> str:
    """What a heading is called in an outline: all it says, on one line."""
    said = part.text or "".join(str(child.text) for child in part.children)
    return _level(said)


def _figure(part: Part, leaves: Leaves) -> Iterator[Element]:
    """The picture, if one is drawn, and its caption beside it, where it is read as text."""
    below = tuple(each for child in part.children for each in elements_of(child, leaves))
    for stretch in leaves.get(id(part), ()):
        below_it = (_title(line) for caption in part.children for line in caption.children)
        said = str(part.text) or " ".join(below_it)
        yield Element(FIGURE, stretch.contents, alt=_level(said) or part.kind)
    for caption in below:
        if caption.role == CAPTION:
            yield from (kid for kid in caption.kids if isinstance(kid, Element))
        else:
            yield caption


class _Unit(NamedTuple):
    """A stretch of a paragraph with what it is part of; ``said`` is what it is to say."""

    part: Part
    stretch: Stretch
    said: str

    @property
    def shown(self) -> bool:
        return bool(self.stretch.contents)

    @property
    def plain(self) -> bool:
        """Whether its text may be put into other words: no ruby stands over it."""
        return self.stretch.mark is None or self.stretch.mark.kind != RUBY


def _units(parts: Sequence[Part], leaves: Leaves) -> list[_Unit]:
    """The stretches of a paragraph; signs that are only implied go to their neighbours."""
    units = [
        _Unit(part, stretch, _wanted(stretch))
        for part in parts
        for stretch in leaves.get(id(part), ())
    ]
    shown = [at for at, unit in enumerate(units) if unit.shown]
    lead, tail = [""] * len(units), [""] * len(units)
    for at, unit in enumerate(units):
        before = [place for place in shown if place < at]
        after = [place for place in shown if place > at]
        if unit.shown:
            continue
        if before and (not after or not unit.said.strip(_CLOSING)):
            tail[before[-1]] += unit.said
        elif after:
            lead[after[0]] += unit.said
    return [_within(units[at], lead[at], tail[at]) for at in shown]


def _within(unit: _Unit, lead: str, tail: str) -> _Unit:
    """A stretch that is said with signs about it; its ruby is then said in brackets."""
    if not (lead or tail):
        return unit
    reading = "" if unit.plain or not unit.stretch.mark else "".join(unit.stretch.mark.value)
    return unit._replace(said=f"{lead}{unit.said}{f'（{reading}）' if reading else ''}{tail}")


_CLOSING = "）) "
"""Signs that are said with what stands before them."""


def _wanted(stretch: Stretch) -> str:
    return _level(stretch.text)


def _level(text: str) -> str:
    """A text on one line: a line break between Western words is a space, else nothing."""
    first, *others = str(text).split("\n")
    for line in others:
        western = first[-1:] and line and ord(first[-1]) < _WESTERN and ord(line[0]) < _WESTERN
        first += (" " if western else "") + line
    return first


def _inline(units: Iterable[_Unit]) -> Iterator[Kid]:
    for unit in units:
        mark = unit.stretch.mark
        kids = tuple(_content(unit))
        if mark and mark.kind == REFERENCE:
            kids = (Element("Reference", kids),)
        elif mark and mark.kind == LANGUAGE:
            kids = (Element("Span", kids, language=mark.value[0]),)
        if unit.part.role == LINK:
            yield Element("Link", kids, target=unit.part.target, title=unit.said)
        else:
            yield from kids


def _content(unit: _Unit) -> Iterator[Kid]:
    stretch = unit.stretch
    short = _SHORT.get(unit.said.strip(), "")
    if not unit.plain and unit.said == stretch.text:
        base = Element("RB", stretch.contents)
        yield Element("Ruby", (base, Element("RT", stretch.readings))) if stretch.readings else base
    elif unit.said != stretch.drawn or short:
        actual = unit.said if unit.said != stretch.drawn else None
        whole = (*stretch.contents, *stretch.readings)
        yield Element("Span", whole, actual=actual, expansion=short)
    else:
        yield from stretch.contents
