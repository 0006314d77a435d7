"""Counts as read from what authors write, and bars that are true to them."""

import pytest

from layout.blocks.incidents import read_count
from layout.document import Incident, Incidents, Text
from layout.frame import Path
from layout.geometry import to_mm
from layout.room import Room, Setter
from layout.text.fonts import Fonts
from layout.theme import Theme
from tests.blocks.rooms import room_of
from tests.walk import path_box, walk


@pytest.mark.parametrize(
    ("text", "before", "figures", "after", "value"),
    [
        ("1,118件", "", "1,118", "件", 1_118),
        ("約400件", "約", "400", "件", 400),
        ("約2万3,000件", "約", "2万3,000", "件", 23_000),
        ("1億2,000万円", "", "1億2,000万", "円", 120_000_000),
        ("68.4km", "", "68.4", "km", 68.4),
        ("１２３人", "", "１２３", "人", 123),
    ],
)
def test_a_count_is_read_in_parts(
    text: str, before: str, figures: str, after: str, value: float
) -> None:
    found = read_count(text)
    assert found is not None
    assert (found.before, found.figures, found.after) == (before, figures, after)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize("text", ["多数", "不明", "312人・4,860万円", "", "3件以上10件"])
def test_what_is_not_one_number_has_no_value(text: str) -> None:
    assert read_count(text) is None


def incident(count: str | None) -> Incident:
    return Incident(Text("2020年6月"), Text("役所"), Text("誤送信"), count and Text(count))


def bars(room: Room, *counts: str | None) -> list[float]:
    """The lengths of the bars in points: what is drawn in their ink, first of all the knots."""
    from layout.blocks import lay_out

    galley = lay_out(Incidents(tuple(map(incident, counts))), room, "incidents 1")
    ink = room.form("incidents").ink("bar")
    return [
        path_box(placed).width
        for piece in galley
        for placed in walk(piece.items)
        if isinstance(placed.item, Path) and placed.item.fill == ink
    ]


def test_bars_are_as_long_as_their_numbers(calm: Theme, fonts: Fonts) -> None:
    counts = ("69,549件", "8,046件", "約400件", "23,000件")
    lengths = bars(room_of(calm, Setter(fonts)), *counts)
    assert len(lengths) == 4
    for length, value in zip(lengths, (69_549, 8_046, 400, 23_000), strict=True):
        assert to_mm(abs(length - lengths[0] * value / 69_549)) < 0.1


@pytest.mark.parametrize("counts", [("3件", "5人"), ("3件", "多数"), ("3件", None)])
def test_what_cannot_be_compared_has_no_bars(
    calm: Theme, fonts: Fonts, counts: tuple[str | None, ...]
) -> None:
    assert bars(room_of(calm, Setter(fonts)), *counts) == []
