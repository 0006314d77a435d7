"""Booklets of nested sheets, stitched through their common fold (中綴じ), made of one half fold.

The first sheet lies outermost; each one within it has its pages between those of the sheet
about it.
"""

from typing import NamedTuple

from layout.folds import Scheme, Slot

PAGES = 4
"""The pages of a sheet that is folded once."""


class Booklet(NamedTuple):
    """``whole``: all pages in the order of reading, to be composed; ``sheets``: where they lie,
    the outermost sheet first."""

    whole: Scheme
    sheets: tuple[Scheme, ...]


def booklet(half: Scheme, sheets: int) -> Booklet:
    """A booklet of so many sheets, each folded as the scheme ``half`` is.

    Raises ValueError where that has not four panels.
    """
    if len(half.slots) != PAGES:
        raise ValueError(f"{half.id}: no sheet folded once")
    nested = tuple(_sheet(half, at, sheets * PAGES) for at in range(sheets))
    slots = sorted((slot for sheet in nested for slot in sheet.slots), key=_number)
    # Facing pages are turned to at once, whatever sheets they lie on.
    facing = tuple(slot._replace(side=f"spread {slot.number // 2}") for slot in slots)
    return Booklet(half._replace(id=_id(half), slots=facing, stages=()), nested)


def _sheet(half: Scheme, at: int, pages: int) -> Scheme:
    """The sheet that lies within ``at`` others, its panels numbered as pages."""
    numbers = (2 * at + 1, 2 * at + 2, pages - 2 * at - 1, pages - 2 * at)
    slots = tuple(
        slot._replace(number=numbers[slot.number - 1], role=_role(numbers[slot.number - 1], pages))
        for slot in half.slots
    )
    return half._replace(id=_id(half), slots=tuple(sorted(slots, key=_number)))


def _role(number: int, pages: int) -> str:
    return "cover" if number == 1 else "back" if number == pages else "inner"


def _number(slot: Slot) -> int:
    return slot.number


def _id(half: Scheme) -> str:
    return f"{half.id.partition('-')[0]}-saddle"
