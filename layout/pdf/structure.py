"""The tree of a tagged document as objects: elements and links (ISO 32000-1 14.7, 14.8)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from layout.pdf.extents import Extent
from layout.pdf.objects import Named, array, dictionary, name, reference, string
from layout.structure import Element, contents, elements
from layout.values import NamedTuple

ROOT, PARENTS = "Structure", "Structure.parents"

OWN = "Own"
"""The element that each variant of a document has for itself."""


class Shown(NamedTuple):
    """Where a piece of content is: its page, its MCIDs there, its rectangles."""

    page: str
    mcids: tuple[int, ...]
    extents: tuple[Extent, ...]


class Link(NamedTuple):
    """What can be followed on one page: its element, and the rectangles."""

    element: Element
    page: str
    extents: tuple[Extent, ...]


class Tree:
    """Elements under one root, whose content is drawn: gives their objects by parts.

    Their objects are called ``label`` and a number, the root's ``root``, and the one above that
    is ``parent``.  Links have keys in the tree of parents from ``key`` on.  Of an element
    ``own``, which is a variant's, only the name is known here.
    """

    def __init__(
        self,
        document: Element,
        shown: Mapping[int, Shown],
        key: int,
        own: Element | None = None,
        label: str = "E",
        root: str = "E0",
        parent: str = ROOT,
    ) -> None:
        self._document, self._shown, self._key, self._parent = document, shown, key, parent
        self._prefix, self.root = label, root
        theirs = {id(each) for each in elements(own)} if own else set()
        self._every = [each for each in elements(document) if id(each) not in theirs]
        self._label = {id(each): f"{label}{at}" for at, each in enumerate(self._every)}
        self._label[id(document)] = root
        if own:
            self._label[id(own)] = OWN
        self.links = tuple(self._links())

    def _links(self) -> Iterator[Link]:
        for element in self._every:
            if element.target and self._leads(element):
                places = [self._shown[each] for each in contents(element) if each in self._shown]
                for page, some in groupby(places, key=lambda place: place.page):
                    yield Link(element, page, tuple(box for place in some for box in place.extents))

    def _leads(self, element: Element) -> bool:
        return not element.target.startswith("#") or self._aim(element.target) is not None

    def objects(self) -> list[Named]:
        """Its elements, the root first, and its links."""
        return [*self._elements(), *self._annotations()]

    def annotations(self, page: str) -> list[str]:
        """The objects of the links on a page."""
        return [self._link(at) for at, link in enumerate(self.links) if link.page == page]

    def _link(self, at: int) -> str:
        return f"{self._prefix}.link{at}"

    def label(self, element: Element) -> str:
        """The object of an element."""
        return self._label[id(element)]

    def _elements(self) -> Iterator[Named]:
        parents = {
            id(kid): self.label(element)
            for element in self._every
            for kid in element.kids
            if isinstance(kid, Element)
        }
        for element in self._every:
            yield self.label(element), self._element(element, parents.get(id(element)))

    def _element(self, element: Element, parent: str | None) -> object:
        own = [self._shown[kid] for kid in element.kids if isinstance(kid, int)]
        page = own[0].page if own else ""
        above = reference(parent or self._parent)
        entries: dict[str, object] = {"S": name(element.role), "P": above}
        if page:
            entries["Pg"] = reference(page)
        kids = [*self._kids(element, page), *self._referred(element)]
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
                yield reference(self.label(kid))
                continue
            place = self._shown[kid]
            for mcid in place.mcids:
                if place.page == page:
                    yield mcid
                else:
                    entries = {"Type": name("MCR"), "Pg": reference(place.page), "MCID": mcid}
                    yield dictionary(entries)

    def _referred(self, element: Element) -> Iterator[object]:
        for at, link in enumerate(self.links):
            if link.element is element:
                entries = {"Type": name("OBJR"), "Obj": reference(self._link(at))}
                yield dictionary({**entries, "Pg": reference(link.page)})

    def owners(self, page: str) -> list[str]:
        """The element of every MCID that is this tree's on a page, in their order."""
        owner = {
            kid: self.label(element)
            for element in self._every
            for kid in element.kids
            if isinstance(kid, int)
        }
        marked: dict[int, str] = {}
        for number, label in owner.items():
            place = self._shown[number]
            if place.page == page:
                marked |= dict.fromkeys(place.mcids, label)
        return [label for _, label in sorted(marked.items())]

    def _annotations(self) -> Iterator[Named]:
        for at, link in enumerate(self.links):
            whole = _about(link.extents)
            entries: dict[str, object] = {
                "Type": name("Annot"),
                "Subtype": name("Link"),
                "Rect": _rounded(whole),
                "Border": array((0, 0, 0)),
                "F": 4,
                "P": reference(link.page),
                "StructParent": self._key + at,
                "Contents": string(_said(link.element)),
                **self._followed(link.element.target),
            }
            if len(link.extents) > 1:
                entries["QuadPoints"] = array(c for box in link.extents for c in _corners(box))
            yield self._link(at), dictionary(entries)

    def _followed(self, target: str) -> dict[str, object]:
        if target.startswith("#"):
            return {"Dest": self.destination(self._aim(target) or self._document)}
        action = {"Type": name("Action"), "S": name("URI"), "URI": string(target)}
        return {"A": dictionary(action)}

    def _aim(self, target: str) -> Element | None:
        return next((each for each in self._every if f"#{each.name}" == target), None)

    def destination(self, element: Element) -> object:
        """Where an element begins: its page, with its first line at the head of the window."""
        place = self._shown[next(contents(element))]
        box = place.extents[0]
        where = (round(box.left, 1), round(box.top + _CLEAR, 1), 0)
        return array((reference(place.page), name("XYZ"), *where))

    @property
    def headings(self) -> list[Element]:
        """What bookmarks lead to."""
        return headings(self._every)


def headings(every: Iterable[Element]) -> list[Element]:
    """Those of the elements that bookmarks lead to."""
    return [each for each in every if each.title and each.role[0] == "H"]


def leads_into(document: Element, own: Element) -> bool:
    """Whether a link or a bookmark outside an element leads to its content."""
    within, theirs = {id(each) for each in elements(own)}, set(contents(own))
    others = [each for each in elements(document) if id(each) not in within]
    names = {f"#{each.name}" for each in elements(own) if each.name}
    aims = {each.target for each in others if each.target.startswith("#")}
    aimed = [each for each in others if f"#{each.name}" in aims]
    first = (next(contents(each), None) for each in (*aimed, *headings(others)))
    return bool(names & aims) or any(each in theirs for each in first)


def root_of(tree: Tree, keys: int) -> Named:
    """The root of a document's structure, ``keys`` being in its tree of parents."""
    entries = {
        "Type": name("StructTreeRoot"),
        "K": reference(tree.root),
        "ParentTree": reference(PARENTS),
        "ParentTreeNextKey": keys,
    }
    return ROOT, dictionary(entries)


def owners_on(page: str, owners: Iterable[str]) -> Named:
    """The parents of the MCIDs of a page (14.7.4.4)."""
    return f"{page}.owners", array(reference(label) for label in owners)


def parents_of(pages: Sequence[str], tree: Tree) -> Named:
    """The tree of parents: those of every MCID of every page, and of every link (14.7.4.4)."""
    labels = [f"{page}.owners" for page in pages]
    labels += [tree.label(link.element) for link in tree.links]
    numbers = [each for key, label in enumerate(labels) for each in (key, reference(label))]
    return PARENTS, dictionary({"Nums": array(numbers)})


_CLEAR = 8.0
"""Points over a heading that are seen when a reader goes there."""


def _attributes(element: Element, own: Sequence[Shown]) -> dict[str, object]:
    """Attributes that readers ask for (14.8.5): boxes of figures, heads of columns, lists."""
    if element.role == "Figure" and own:
        whole = _about([box for place in own for box in place.extents])
        return {"O": name("Layout"), "BBox": _rounded(whole), "Placement": name("Block")}
    if element.role == "TH":
        return {"O": name("Table"), "Scope": name("Column")}
    if element.role == "L" and element.numbered:
        return {"O": name("List"), "ListNumbering": name("Decimal")}
    return {}


def _about(boxes: Sequence[Extent]) -> Extent:
    """The rectangle about them all."""
    whole = boxes[0]
    for each in boxes[1:]:
        whole = whole.with_(each)
    return whole


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
