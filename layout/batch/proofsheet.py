"""Proof sheets: every contact as it is printed, many to a page, each with its row.

Whoever keeps the list reads a few sheets instead of a thousand leaflets.
"""

from math import floor
from typing import BinaryIO

from layout.captions import caption
from layout.columns import set_column, spread
from layout.contacts import Row
from layout.editions import EDITIONS
from layout.frame import Group
from layout.galley import height_of
from layout.geometry import Pt, Rect, mm
from layout.pdf.bound import Bound
from layout.sheets import Side
from layout.variants.master import Master
from layout.variants.plates import Own

_WIDTH, _HEIGHT = mm(210), mm(297)
_MARGIN, _GUTTER = mm(10), mm(5)
_LABEL = Pt(7.0)
_LABEL_SPACE = mm(5)


class ProofSheet:
    """Sheets of A4 that contacts are added to, from left to right and downwards."""

    def __init__(self, master: Master, out: BinaryIO) -> None:
        self._master = master
        work = master.work
        self._fonts = work.fonts
        self._bound = Bound(out, EDITIONS["office"], master.info, work.fonts)
        self._cells: list[Group] = []
        self._pages = 0
        width, height = master.room.width + _GUTTER, self._cell_height() + _GUTTER
        self._columns = max(1, floor((_WIDTH - 2 * _MARGIN + _GUTTER) / width))
        self._rows = max(1, floor((_HEIGHT - 2 * _MARGIN + _GUTTER) / height))

    def _cell_height(self) -> float:
        return _LABEL_SPACE + height_of((self._master.piece,))

    def add(self, row: Row, own: Own) -> None:
        """One more contact."""
        if len(self._cells) == self._columns * self._rows:
            self._end_page()
        down, across = divmod(len(self._cells), self._columns)
        x = _MARGIN + across * (self._master.room.width + _GUTTER)
        y = _MARGIN + down * (self._cell_height() + _GUTTER)
        self._cells.append(Group(Pt(x), Pt(y), (*self._label(row), self._card(own))))

    def _label(self, row: Row) -> tuple[Group, ...]:
        words = f"{row.number}   {row.id}   {row.values.get('name', '')}".replace("\n", " ")
        room = Pt(self._master.room.width)
        faces = self._master.room.form("contact").style("text").faces
        runs = caption(words, _LABEL, self._fonts, room, faces).runs
        return (Group(Pt(0), _LABEL, runs),)

    def _card(self, own: Own) -> Group:
        room, galley = self._master.room, (own.piece,)
        white = spread(galley, height_of(galley), room.step / 2, 0.0)
        return Group(Pt(0), _LABEL_SPACE, set_column(galley, white, room.width))

    def _end_page(self) -> None:
        self._pages += 1
        page = Rect(Pt(0), Pt(0), _WIDTH, _HEIGHT)
        self._bound.page(Side(f"sheet {self._pages}", page, page, page, tuple(self._cells)))
        self._cells = []

    def close(self) -> int:
        """Ends the sheets; their number."""
        self._end_page()
        return self._bound.close()
