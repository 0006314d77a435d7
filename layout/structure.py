"""The structure of a tagged document (ISO 32000-1 14.7): what its pieces of content are.

Composition makes frames; what they say is told apart into numbered pieces
(:class:`layout.frame.Group`, ``content``), and the tree of elements puts these in the order
of the document, on whatever page or panel they stand.
"""

from collections.abc import Iterator
from typing import TypeAlias

from layout.values import NamedTuple


class Element(NamedTuple):
    """An element: its standard structure type (14.8.4) and its kids in the order of reading.

    A kid is an element or the number of a piece of content.  ``actual`` is the text that it
    stands for, ``alt`` what is said of a picture, ``expansion`` what an abbreviation is short
    for, ``language`` a tag of BCP 47 where it is not the document's; ``target`` where a link
    leads (``#``: to the first content of the element of that ``name``), ``title`` what the
    element is called in an outline.  ``numbered``: a list in order.
    """

    role: str
    kids: tuple["Kid", ...] = ()
    actual: str | None = None
    alt: str | None = None
    expansion: str = ""
    language: str = ""
    target: str = ""
    title: str = ""
    name: str = ""
    numbered: bool = False


Kid: TypeAlias = Element | int


def elements(element: Element) -> Iterator[Element]:
    """The element and all within it, in the order of reading."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from elements(kid)


def contents(element: Element) -> Iterator[int]:
    """The numbers of all its content, in the order of reading."""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from contents(kid)
        else:
            yield kid


def parent_of(document: Element, element: Element) -> Element:
    """The element of which another is a kid."""
    return next(each for each in elements(document) if any(kid is element for kid in each.kids))
