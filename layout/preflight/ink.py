"""Ink as it is painted, on a coarse grid: the mean of all inks about each point of a page.

The Ghent Workgroup measures total ink as the mean over any square of 15 mm²; four cells of
2 mm make 16.  A path counts with the share of its box that it covers.
"""

from collections.abc import Iterable

from layout.preflight.colour import Paint
from layout.preflight.geometry import MM, Box
from layout.values import NamedTuple

CELL = 2 / MM
"""Points."""

Inks = tuple[tuple[str, float], ...]


class Laid(NamedTuple):
    """A paint laid on a box: ``share`` of it is covered; the overprint mode is OPM."""

    box: Box
    paint: Paint
    share: float
    alpha: float
    over: bool
    over_mode: int


class InkGrid:
    """The inks of a page's cells; cells are counted from the lower left of ``area``."""

    def __init__(self, area: Box) -> None:
        self.area = area
        self.columns = min(int(area.width / CELL) + 1, 2000)
        self.lines = min(int(area.height / CELL) + 1, 2000)
        self._cells = [[0] * self.columns for _ in range(self.lines)]
        self._known: dict[Inks, int] = {(): 0}
        self._inks: list[Inks] = [()]
        self._mixed: dict[tuple[Inks | None, float, int, bool], dict[int, int]] = {}

    def paint(self, laid: Laid) -> None:
        """Puts a paint on every cell whose middle lies in its box."""
        paint, share, alpha = laid.paint, laid.share, laid.alpha
        seen = laid.box.common(self.area)
        if seen is None:
            return
        left = int((seen.left - self.area.left) / CELL + 0.5)
        right = int((seen.right - self.area.left) / CELL + 0.5)
        bottom = int((seen.bottom - self.area.bottom) / CELL + 0.5)
        top = int((seen.top - self.area.bottom) / CELL + 0.5)
        if right <= left or top <= bottom:
            return
        if not laid.over and share >= 0.999 and alpha >= 0.999:
            index = self._index(_kept(paint.inks or ()))
            for line in self._cells[bottom:top]:
                line[left:right] = [index] * (min(right, self.columns) - left)
            return
        mode = (1 + laid.over_mode) if laid.over else 0
        known = self._mixed.setdefault((paint.inks, share * alpha, mode, _process(paint)), {})
        for line in self._cells[bottom:top]:
            under = line[left:right]
            for index in set(under) - known.keys():
                inks = _mixture(dict(self._inks[index]), paint, share * alpha, mode)
                known[index] = self._index(inks)
            line[left:right] = [known[index] for index in under]

    def _index(self, inks: Inks) -> int:
        index = self._known.get(inks)
        if index is None:
            index = self._known[inks] = len(self._inks)
            self._inks.append(inks)
        return index

    def heaviest(self) -> tuple[float, Box] | None:
        """The most ink, in percent, that any four neighbouring cells have, and where."""
        totals = [100 * sum(amount for _, amount in inks) for inks in self._inks]
        best, place = 0.0, None
        for row in range(self.lines - 1):
            lower, upper = self._cells[row], self._cells[row + 1]
            if max(max(map(totals.__getitem__, set(lower))), 0.0) <= best:
                continue
            for column in range(self.columns - 1):
                mean = (
                    totals[lower[column]]
                    + totals[lower[column + 1]]
                    + totals[upper[column]]
                    + totals[upper[column + 1]]
                ) / 4
                if mean > best + 0.01:
                    best, place = mean, (column, row)
        if place is None:
            return None
        left, bottom = self.area.left + place[0] * CELL, self.area.bottom + place[1] * CELL
        return best, Box(left, bottom, left + 2 * CELL, bottom + 2 * CELL)


def _kept(inks: Iterable[tuple[str, float]]) -> Inks:
    return tuple(sorted((name, amount) for name, amount in inks if amount > 0.0005))


def _mixture(under: dict[str, float], paint: Paint, share: float, mode: int) -> Inks:
    """What is on paper where a paint covers ``share``; ``mode`` 0 knocks out, 1 and 2 overprint.

    Overprinting leaves the colorants that the paint does not name, and with OPM 1 (mode 2) those
    of CMYK that it names with nothing (ISO 32000-1 8.6.7).
    """
    inks = dict(paint.inks or ())
    result = dict.fromkeys((*under, *inks), 0.0)
    for name in result:
        before = under.get(name, 0.0)
        kept = mode and (name not in inks or (mode == 2 and not inks[name] and _process(paint)))
        after = before if kept else inks.get(name, 0.0)
        result[name] = round((1 - share) * before + share * after, 4)
    return _kept(result.items())


def _process(paint: Paint) -> bool:
    return paint.space.family == "DeviceCMYK"
