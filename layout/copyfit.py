"""Copy-fitting: the grids that may be tried, from the largest type down.

A grid is a body size and a line feed, the same for every panel.  The measure is always a
whole number of body ems (JLREQ 2.4.1, kihon-hanmen) and the text area a whole number of
lines, so choosing the number of characters and of lines chooses the size and the feed.
"""

from layout.folds import Scheme
from layout.geometry import mm
from layout.theme import Rhythm
from layout.values import NamedTuple

_SHORTEST = 14
"""The fewest body characters a column may hold; below, justified lines fall apart."""


class Frameset(NamedTuple):
    """The text area that all panels of a scheme have in common, in points."""

    width: float
    height: float
    top: float


class Grid(NamedTuple):
    """One step of copy-fitting, lengths in points.

    ``columns`` of ``measure`` (a whole number of ``unit``, the body size) stand ``gutter``
    apart in every text area; ``lines`` of ``step`` fill its height.
    """

    unit: float
    columns: int
    characters: int
    measure: float
    gutter: float
    lines: int
    step: float

    @property
    def ratio(self) -> float:
        """The line feed in ems of body."""
        return self.step / self.unit


def text_area(scheme: Scheme, rhythm: Rhythm) -> Frameset:
    """The text area: the narrowest panel less its margins; wider panels centre it."""
    width = min(slot.width for slot in scheme.slots)
    height = min(slot.height for slot in scheme.slots)
    side = max(mm(rhythm.margin_side), width * rhythm.side_part)
    end = max(mm(rhythm.margin_end), height * rhythm.end_part)
    return Frameset(width - 2 * side, height - 2 * end, end)


def sizes(area: Frameset, rhythm: Rhythm) -> tuple[tuple[float, int, int], ...]:
    """Every body size with its columns and characters, largest first.

    A text area wider than ``rhythm.widest`` ems is set in columns.
    """
    found: list[tuple[float, int, int]] = []
    for columns in range(1, 5):
        for characters in range(_SHORTEST, int(rhythm.widest) + 1):
            unit = area.width / (columns * characters + (columns - 1) * rhythm.gutter)
            wide = area.width / unit > rhythm.widest
            if rhythm.floor <= unit <= rhythm.ceiling and wide == (columns > 1):
                found.append((unit, columns, characters))
    return tuple(sorted(found, reverse=True))


def grid(area: Frameset, rhythm: Rhythm, size: tuple[float, int, int], ratio: float) -> Grid:
    """The grid of a size whose feed is as near to ``ratio`` ems as whole lines allow."""
    unit, columns, characters = size
    lines = max(1, round(area.height / (unit * ratio)))
    gutter = rhythm.gutter * unit
    return Grid(unit, columns, characters, unit * characters, gutter, lines, area.height / lines)


def with_lines(found: Grid, area: Frameset, lines: int) -> Grid:
    """The grid with another number of lines in the same text area."""
    return found._replace(lines=lines, step=area.height / lines)
