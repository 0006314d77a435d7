"""Columns of tables share the room by what they hold."""

import pytest

from layout.blocks.table import column_widths
from layout.document import Table, Text
from layout.room import Setter
from layout.text.fonts import Fonts
from layout.theme import Theme
from tests.blocks.rooms import room_of


def table(*rows: tuple[str, ...]) -> Table:
    heads, *others = [tuple(map(Text, row)) for row in rows]
    return Table(heads, tuple(others))


@pytest.mark.parametrize(
    "rows",
    [
        (("年度", "額"), ("2020", "1,000円")),
        (("年度", "説明"), ("2020", "長い説明の文が続いて、とても一行には入らない行になります")),
        (("a", "b", "c", "d"), ("1", "2", "3", "4")),
    ],
)
def test_columns_fill_the_room_and_no_more(
    calm: Theme, fonts: Fonts, rows: tuple[tuple[str, ...], ...]
) -> None:
    room = room_of(calm, Setter(fonts))
    widths = column_widths(table(*rows), room, room.form("table"))
    assert sum(widths) + room.across(1.0) * (len(widths) - 1) == pytest.approx(room.width)
    assert min(widths) > 0


def test_a_short_column_keeps_its_width_beside_a_long_one(calm: Theme, fonts: Fonts) -> None:
    room = room_of(calm, Setter(fonts))
    long = "長い説明の文が続いて、とても一行には入らない行になります"
    short, wide = column_widths(table(("年", "説明"), ("2020", long)), room, room.form("table"))
    cell = room.form("table").style("cell")
    assert short == pytest.approx(room.text_width("2020", cell))
    assert wide > 3 * short
