"""The tags of a variant read back: its branch of the tree of structure (ISO 32000-1 14.7).

Every element of the branch is taken apart: what it holds is marked on the page or can be followed
there, and the document's tree of parents says of every mark and link which element that is.
"""

import re
from collections.abc import Iterator, Mapping

from layout.preflight.file import File
from layout.preflight.syntax import parse_value
from layout.preflight.values import MalformedError, Object, Ref, TooLargeError
from layout.values import NamedTuple

_MARK = re.compile(rb"^/P <</MCID (\d+)>>BDC$", re.MULTILINE)


class Hung(NamedTuple):
    """Where the branch of a judged file hangs.

    Numbers of objects: the structure's ``root``, its tree of ``parents``, the parents of what is
    marked on the branch's page (``owners``), the ``links`` there, the element of the ``branch``
    and the one ``above``.  ``marked``, ``followed`` and ``keys`` are what the last three lists
    hold of the shared part of the document.
    """

    root: int
    parents: int
    owners: int
    links: int
    branch: int
    above: int
    marked: list[Object]
    followed: list[Object]
    keys: list[Object]


def hung(file: File, page: Mapping[str, Object], count: int) -> Hung | None:
    """Where the branch hangs whose content is on a page, in a file of which the objects below
    ``count`` are shared; None where nothing is tagged."""
    catalog = file.dictionary(file.trailer.get("Root"))
    if "StructTreeRoot" not in catalog:
        return None
    root = catalog["StructTreeRoot"]
    parents = file.dictionary(root)["ParentTree"]
    keys = _list(file.resolve(file.dictionary(parents)["Nums"]))
    at = keys[keys[::2].index(page["StructParents"]) * 2 + 1]
    owners, links = (_list(file.resolve(each)) for each in (at, page["Annots"]))
    branch = next(each for each in owners if each.number >= count)
    while (above := file.dictionary(branch)["P"]).number >= count:
        branch = above
    followed = [link for link in links if link.number < count]
    own = len(links) - len(followed)
    return Hung(
        *(root.number, parents.number, at.number, page["Annots"].number),
        *(branch.number, above.number),
        [each for each in owners if each.number < count],
        followed,
        keys[: len(keys) - 2 * own],
    )


def check_branch(judged: Hung, objects: Mapping[int, bytes], contents: bytes) -> None:
    """Raises MalformedError unless the branch among the objects of a variant's own, which draws
    these contents, is whole."""
    keys = _list(_dictionary(objects, judged.parents).get("Nums"))
    tree = _dictionary(objects, judged.root)
    last = [tree.get("ParentTree"), tree.get("ParentTreeNextKey"), *keys[::2]]
    if last != [Ref(judged.parents, 0), len(keys) // 2, *range(len(keys) // 2)]:
        raise MalformedError("structure")
    owners = _more(_value(objects, judged.owners), judged.marked)
    links = _more(_value(objects, judged.links), judged.followed)
    parents = _more(keys, judged.keys)[1::2]
    first, key = len(judged.marked), len(judged.keys) // 2
    marks = [int(mark) for mark in _MARK.findall(contents)]
    if marks != list(range(first, first + len(owners))) or len(links) != len(parents):
        raise MalformedError("marks")
    for place, link in enumerate(links, key):
        _check_link(_dictionary(objects, link.number), place)
    wanted: dict[tuple[str, Object], Ref] = {
        ("mark", mark): owner for mark, owner in zip(marks, owners, strict=True)
    }
    wanted |= {("link", link): owner for link, owner in zip(links, parents, strict=True)}
    if wanted != dict(_held(judged, objects)):
        raise MalformedError("structure")


def _more(value: Object, shared: list[Object]) -> list[Ref]:
    """What a list has beyond what is shared."""
    listed = _list(value)
    more = listed[len(shared) :]
    if listed[: len(shared)] != shared or not all(isinstance(each, Ref | int) for each in more):
        raise MalformedError("structure")
    return more


def _held(judged: Hung, objects: Mapping[int, bytes]) -> Iterator[tuple[tuple[str, Object], Ref]]:
    """What the elements of the branch hold: marks and links, each with its element."""
    waiting, seen = [(judged.branch, judged.above)], set[int]()
    while waiting:
        number, above = waiting.pop()
        element = _dictionary(objects, number)
        if element.get("P") != Ref(above, 0) or number in seen:
            raise MalformedError(f"element {number}")
        seen.add(number)
        kids = element.get("K")
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, Ref):
                waiting.append((kid.number, number))
            elif isinstance(kid, dict):
                yield ("link", kid.get("Obj")), Ref(number, 0)
            else:
                yield ("mark", kid), Ref(number, 0)


def _check_link(entries: Mapping[str, Object], key: int) -> None:
    """A link of the variant's own (ISO 32000-1 12.5.6.5)."""
    box, action = entries.get("Rect"), entries.get("A")
    placed = isinstance(box, list) and len(box) == 4
    leads = isinstance(action, dict) and isinstance(action.get("URI"), bytes)
    if not (placed and leads and entries.get("StructParent") == key and entries.get("Contents")):
        raise MalformedError("link")


def _dictionary(objects: Mapping[int, bytes], number: int) -> dict[str, Object]:
    value = _value(objects, number)
    if not isinstance(value, dict):
        raise MalformedError(f"object {number}")
    return value


def _list(value: Object) -> list[Object]:
    if not isinstance(value, list):
        raise MalformedError("structure")
    return value


def _value(objects: Mapping[int, bytes], number: int) -> Object:
    try:
        return parse_value(objects.get(number, b""), 0)[0]
    except TooLargeError:
        raise MalformedError(f"object {number}") from None
