"""The tree of a tagged document as objects: elements, links, bookmarks (ISO 32000-1 14.7, 14.8)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from layout.pdf.extents import Extent
from layout.pdf.objects import Named, array, dictionary, name, reference, string
from layout.structure import Element, contents, elements
from layout.values import NamedTuple

ROOT, PARENTS, OUTLINES = "Structure", "Structure.parents", "Outlines"


class Shown(NamedTuple):
    """Where a piece of content is: its page, its MCIDs there, its rectangles."""

    page: str
    mcids: tuple[int, ...]
    extents: tuple[Extent, ...]


class Link(NamedTuple):
    """What can be followed on one page: the piece of its element, and the rectangles."""

    element: int
    page: str
    extents: tuple[Extent, ...]


class Structure:
    """A tree whose content is drawn: gives its objects by parts."""

    def __init__(self, document: Element, shown: Mapping[int, Shown], pages: Sequence[str]) -> None:
        self._document, self._shown, self._pages = document, shown, pages
        self._every = list(elements(document))
        self._label = {id(element): f"E{at}" for at, element in enumerate(self._every)}
        self.links = tuple(self._links())

    def _links(self) -> Iterator[Link]:
        for at, element in enumerate(self._every):
            if element.target and self._leads(element):
                places = [self._shown[each] for each in contents(element) if each in self._shown]
                for page, some in groupby(places, key=lambda place: place.page):
                    yield Link(at, page, tuple(box for place in some for box in place.extents))

    def _leads(self, element: Element) -> bool:
        return not element.target.startswith("#") or self._aim(element.target) is not None

    def objects(self) -> list[Named]:
        """Every object of the tree, the root first."""
        return [
            (ROOT, self._root()),
            *self._elements(),
            *self._annotations(),
            (PARENTS, self._parents()),
            *self._outlines(),
        ]

    def annotations(self, page: str) -> list[str]:
        """The objects of the links on a page."""
        return [f"Link.{at}" for at, link in enumerate(self.links) if link.page == page]

    def _root(self) -> object:
        return dictionary(
            {
                "Type": name("StructTreeRoot"),
                "K": reference(self._label[id(self._document)]),
                "ParentTree": reference(PARENTS),
                "ParentTreeNextKey": len(self._pages) + len(self.links),
            }
        )

    def _elements(self) -> Iterator[Named]:
        parents = {
            id(kid): self._label[id(element)]
            for element in self._every
            for kid in element.kids
            if isinstance(kid, Element)
        }
        for at, element in enumerate(self._every):
            yield f"E{at}", self._element(at, element, parents.get(id(element), ROOT))

    def _element(self, at: int, element: Element, parent: str) -> object:
        own = [self._shown[kid] for kid in element.kids if isinstance(kid, int)]
        page = own[0].page if own else ""
        entries: dict[str, object] = {"S": name(element.role), "P": reference(parent)}
        if page:
            entries["Pg"] = reference(page)
        kids = [*self._kids(element, page), *self._referred(at)]
        entries["K"] = kids[0] if len(kids) == 1 else array(kids)
        texts = {"ActualText": element.actual, "Alt": element.alt}
        entries |= {key: string(text) for key, text in texts.items() if text is not None}
        if element.expansion:
            entries["E"] = string(element.expansion)
        if element.language:
            entries["Lang"] = string(element.language)
        if attributes := _attributes(element, own):
            entries["A"] = dictionary(attributes)
        return dictionary(entries)

    def _kids(self, element: Element, page: str) -> Iterator[object]:
        for kid in element.kids:
            if isinstance(kid, Element):
                yield reference(self._label[id(kid)])
                continue
            place = self._shown[kid]
            for mcid in place.mcids:
                if place.page == page:
                    yield mcid
                else:
                    entries = {"Type": name("MCR"), "Pg": reference(place.page), "MCID": mcid}
                    yield dictionary(entries)

    def _referred(self, element: int) -> Iterator[object]:
        for at, link in enumerate(self.links):
            if link.element == element:
                entries = {"Type": name("OBJR"), "Obj": reference(f"Link.{at}")}
                yield dictionary({**entries, "Pg": reference(link.page)})

    def _parents(self) -> object:
        """The parent of every MCID of every page, and of every link (14.7.4.4)."""
        owner = {
            kid: self._label[id(element)]
            for element in self._every
            for kid in element.kids
            if isinstance(kid, int)
        }
        marked: dict[str, dict[int, str]] = {page: {} for page in self._pages}
        for number, place in self._shown.items():
            marked[place.page] |= dict.fromkeys(place.mcids, owner[number])
        numbers: list[object] = []
        for key, page in enumerate(self._pages):
            owners = [label for _, label in sorted(marked[page].items())]
            numbers += (key, array(reference(label) for label in owners))
        for at, link in enumerate(self.links):
            numbers += (len(self._pages) + at, reference(f"E{link.element}"))
        return dictionary({"Nums": array(numbers)})

    def _annotations(self) -> Iterator[Named]:
        for at, link in enumerate(self.links):
            element = self._every[link.element]
            whole = link.extents[0]
            for each in link.extents[1:]:
                whole = whole.with_(each)
            entries: dict[str, object] = {
                "Type": name("Annot"),
                "Subtype": name("Link"),
                "Rect": _rounded(whole),
                "Border": array((0, 0, 0)),
                "F": 4,
                "P": reference(link.page),
                "StructParent": len(self._pages) + at,
                "Contents": string(_said(element)),
                **self._followed(element.target),
            }
            if len(link.extents) > 1:
                entries["QuadPoints"] = array(c for box in link.extents for c in _corners(box))
            yield f"Link.{at}", dictionary(entries)

    def _followed(self, target: str) -> dict[str, object]:
        if target.startswith("#"):
            return {"Dest": self._destination(self._aim(target) or self._document)}
        action = {"Type": name("Action"), "S": name("URI"), "URI": string(target)}
        return {"A": dictionary(action)}

    def _aim(self, target: str) -> Element | None:
        return next((each for each in self._every if f"#{each.name}" == target), None)

    def _destination(self, element: Element) -> object:
        """Where an element begins: its page, with its first line at the head of the window."""
        place = self._shown[next(contents(element))]
        box = place.extents[0]
        where = (round(box.left, 1), round(box.top + _CLEAR, 1), 0)
        return array((reference(place.page), name("XYZ"), *where))

    def _outlines(self) -> Iterator[Named]:
        """Bookmarks: the title, then every heading, those of a lower level under the one before."""
        headings = [each for each in self._every if each.title and each.role[0] == "H"]
        levels = [max(0, int(each.role[1]) - 2) for each in headings]
        parents = [_parent(levels, at) for at in range(len(headings))]
        top = [at for at, parent in enumerate(parents) if parent is None]
        count = len(headings)
        root: dict[str, object] = {"Type": name("Outlines"), "Count": count}
        if top:
            root |= {"First": reference(f"O{top[0]}"), "Last": reference(f"O{top[-1]}")}
        yield OUTLINES, dictionary(root)
        for at, heading in enumerate(headings):
            yield f"O{at}", self._bookmark(at, heading, parents)

    def _bookmark(self, at: int, heading: Element, parents: Sequence[int | None]) -> object:
        parent = parents[at]
        beside = [each for each, other in enumerate(parents) if other == parent]
        under = [each for each, other in enumerate(parents) if other == at]
        place = beside.index(at)
        entries: dict[str, object] = {
            "Title": string(heading.title),
            "Parent": reference(OUTLINES if parent is None else f"O{parent}"),
            "Dest": self._destination(heading),
            "SE": reference(self._label[id(heading)]),
        }
        if place:
            entries["Prev"] = reference(f"O{beside[place - 1]}")
        if place + 1 < len(beside):
            entries["Next"] = reference(f"O{beside[place + 1]}")
        if under:
            entries |= {"First": reference(f"O{under[0]}"), "Last": reference(f"O{under[-1]}")}
            entries["Count"] = len(under)
        return dictionary(entries)


_CLEAR = 8.0
"""Points over a heading that are seen when a reader goes there."""


def _parent(levels: Sequence[int], at: int) -> int | None:
    """The heading that one stands under; the title has none under it."""
    if levels[at] == 0:
        return None
    return next((each for each in range(at - 1, -1, -1) if levels[each] < levels[at]), None)


def _attributes(element: Element, own: Sequence[Shown]) -> dict[str, object]:
    """Attributes that readers ask for (14.8.5): boxes of figures, heads of columns, lists."""
    if element.role == "Figure" and own:
        whole = own[0].extents[0]
        for each in (box for place in own for box in place.extents):
            whole = whole.with_(each)
        return {"O": name("Layout"), "BBox": _rounded(whole), "Placement": name("Block")}
    if element.role == "TH":
        return {"O": name("Table"), "Scope": name("Column")}
    if element.role == "L" and element.numbered:
        return {"O": name("List"), "ListNumbering": name("Decimal")}
    return {}


def _said(link: Element) -> str:
    """What a link is, in words (ISO 14289-1 7.18.5)."""
    kinds = {"tel": "電話をかける", "mailto": "メールを送る", "http": "ウェブページを開く"}
    kind = kinds.get(link.target.partition(":")[0].removesuffix("s"), "読みすすむ")
    return f"{link.title}（{kind}）"


def _rounded(box: Extent) -> object:
    return array(round(value, 2) for value in box)


def _corners(box: Extent) -> Iterator[float]:
    """The corners of a rectangle as viewers read them: the upper two, then the lower two."""
    xs, ys = (box.left, box.right), (box.top, box.top, box.bottom, box.bottom)
    for x, y in zip(xs * 2, ys, strict=True):
        yield from (round(x, 2), round(y, 2))
