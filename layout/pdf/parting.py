"""What the variants of a document draw for themselves, parted from what they share.

On a shared page an empty group holds the place of what differs (:data:`BLANK`); the content of
the page is cut there, and every variant's own content stands between.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from layout.frame import Clip, Group, Image, Item, TextRun
from layout.sheets import Side
from layout.values import NamedTuple

BLANK = "blank"
"""The role of a group that is empty where each variant draws its own."""

OWN = "+"
"""Ends the id of a face where only a variant's own glyphs of it are meant."""


class Parted(NamedTuple):
    """Sides with blanks, and what stood in each, by the name of its block."""

    sides: tuple[Side, ...]
    own: Mapping[str, tuple[Item, ...]]


def part(sides: Sequence[Side], names: Set[str]) -> Parted:
    """The sides without what the blocks of these names draw.

    A block stays that is not drawn in one piece, or draws what must be known of a whole file:
    pictures, and glyphs that stand.
    """
    groups = [group for side in sides for group in _of_blocks(side.items, names)]
    often = Counter(group.block for group in groups)
    own = {
        group.block: group.items
        for group in groups
        if often[group.block] == 1 and _plain(group.items)
    }
    if not own:
        return Parted(tuple(sides), {})
    return Parted(
        tuple(side._replace(items=_blanked(side.items, own)) for side in sides),
        own,
    )


def _of_blocks(items: Iterable[Item], names: Set[str]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group) and item.block in names and item.role != "artifact":
            yield item
        elif isinstance(item, Group | Clip):
            yield from _of_blocks(item.items, names)


def _plain(items: Iterable[Item]) -> bool:
    return all(
        _plain(item.items)
        if isinstance(item, Group | Clip)
        else not (isinstance(item, Image) or (isinstance(item, TextRun) and item.stance))
        for item in items
    )


def _blanked(items: tuple[Item, ...], names: Collection[str]) -> tuple[Item, ...]:
    """The items, groups of these blocks being blanks; those that hold none are the same."""
    found = tuple([_blank(item, names) for item in items])
    same = all(new is old for new, old in zip(found, items, strict=True))
    return items if same else found


def _blank(item: Item, names: Collection[str]) -> Item:
    if not isinstance(item, Group | Clip):
        return item
    if isinstance(item, Group) and item.block in names and item.role != "artifact":
        return item._replace(items=(), role=BLANK)
    items = _blanked(item.items, names)
    return item if items is item.items else item._replace(items=items)


def in_own_glyphs(
    items: Iterable[Item], shared: Mapping[str, Mapping[int, object]]
) -> tuple[Item, ...]:
    """The items, runs with glyphs that are not among the ``shared`` ones of their face being of the
    face's id with :data:`OWN`: wholly, for a few glyphs more cost less than runs in pieces."""
    return tuple(chain.from_iterable(_owned(item, shared) for item in items))


def _owned(item: Item, shared: Mapping[str, Mapping[int, object]]) -> Iterator[Item]:
    if isinstance(item, Group | Clip):
        yield item._replace(items=in_own_glyphs(item.items, shared))
    elif isinstance(item, TextRun):
        held = shared.get(item.face, {})
        known = all(glyph.gid in held for glyph in item.glyphs)
        yield item if known else item._replace(face=item.face + OWN)
    else:
        yield item


def only_blanks(items: Iterable[Item]) -> tuple[Item, ...]:
    """The blanks among the items, with the groups that place them and nothing else."""
    return tuple(chain.from_iterable(map(_ways, items)))


def _ways(item: Item) -> tuple[Item, ...]:
    if not isinstance(item, Group | Clip):
        return ()
    if isinstance(item, Group) and item.role == BLANK:
        return (item,)
    within = only_blanks(item.items)
    return (item._replace(items=within),) if within else ()


def filled_in(items: Iterable[Item], own: Mapping[str, tuple[Item, ...]]) -> tuple[Item, ...]:
    """The items with what a variant draws in place of the blanks."""
    return tuple([_filled(item, own) for item in items])


def _filled(item: Item, own: Mapping[str, tuple[Item, ...]]) -> Item:
    if not isinstance(item, Group | Clip):
        return item
    if isinstance(item, Group) and item.role == BLANK:
        return item._replace(items=own[item.block], role="")
    return item._replace(items=filled_in(item.items, own))
