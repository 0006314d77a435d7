"""Bookmarks of a tagged document: its headings, which readers list beside the pages."""

from collections.abc import Sequence

from layout.pdf.objects import Named, dictionary, name, reference, string
from layout.structure import Element

OUTLINES = "Outlines"


class Bookmarks:
    """The title, then every heading, those of a lower level under the one before (ISO 32000-1
    12.3.3)."""

    def __init__(self, headings: Sequence[Element]) -> None:
        self._levels = [max(0, int(each.role[1]) - 2) for each in headings]
        self._parents = [self._parent(at) for at in range(len(headings))]

    def _parent(self, at: int) -> int | None:
        """The heading that one stands under; the title has none under it."""
        level = self._levels
        if level[at] == 0:
            return None
        return next((each for each in range(at - 1, -1, -1) if level[each] < level[at]), None)

    def root(self) -> Named:
        """What the catalog refers to."""
        top = self._under(None)
        entries: dict[str, object] = {"Type": name("Outlines"), "Count": len(self._levels)}
        return OUTLINES, dictionary(entries | _ends(top))

    def one(self, at: int, title: str, element: str, destination: object) -> Named:
        """The bookmark of a heading, its element's object and where it begins."""
        parent = self._parents[at]
        beside, under = self._under(parent), self._under(at)
        place = beside.index(at)
        entries: dict[str, object] = {
            "Title": string(title),
            "Parent": reference(OUTLINES if parent is None else label(parent)),
            "Dest": destination,
            "SE": reference(element),
        }
        if place:
            entries["Prev"] = reference(label(beside[place - 1]))
        if place + 1 < len(beside):
            entries["Next"] = reference(label(beside[place + 1]))
        if under:
            entries |= _ends(under) | {"Count": len(under)}
        return label(at), dictionary(entries)

    def _under(self, parent: int | None) -> list[int]:
        return [at for at, other in enumerate(self._parents) if other == parent]


def label(at: int) -> str:
    """The object of a bookmark."""
    return f"O{at}"


def _ends(some: Sequence[int]) -> dict[str, object]:
    return {"First": reference(label(some[0])), "Last": reference(label(some[-1]))} if some else {}
