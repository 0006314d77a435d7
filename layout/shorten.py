"""Cutting text on trial, to learn how much less of it would fit."""

from typing import Any

from layout.document import Leaflet, Text, kind_of, texts


def shortened(leaflet: Leaflet, region: str, block: int, characters: int) -> Leaflet:
    """The leaflet with ``characters`` fewer in a region (``cover``, ``body`` or ``back``).

    They are taken from the ends of its longest texts, first from the region's block number
    ``block`` (from 0), then from those of its kind, never below two characters each.
    """
    part = getattr(leaflet, region)
    if region == "cover":
        cut, _ = _cut(part, characters)
        return leaflet._replace(cover=cut)
    kind = kind_of(part[block])
    order = sorted(range(len(part)), key=lambda at: (at != block, kind_of(part[at]) != kind, at))
    blocks = list(part)
    for index in order:
        blocks[index], characters = _cut(blocks[index], characters)
    if region == "body":
        return leaflet._replace(body=tuple(blocks))
    return leaflet._replace(back=tuple(blocks))


def _cut(value: Any, characters: int) -> tuple[Any, int]:
    """The value with its longest texts cut; how many characters are still to be cut elsewhere."""
    while characters > 0:
        longest = max(texts(value), key=len, default=Text(""))
        keep = max(2, len(longest) - characters)
        if keep >= len(longest):
            break
        characters -= len(longest) - keep
        value = _replaced(value, longest, longest.part(0, keep))
    return value, characters


def _replaced(value: Any, old: Text, new: Text) -> Any:
    """The value with one text replaced, wherever in the tree it is."""
    if value is old:
        return new
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(_replaced(part, old, new) for part in value))
    if isinstance(value, tuple):
        return tuple(_replaced(part, old, new) for part in value)
    return value
