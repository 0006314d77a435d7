"""Counts as read from what authors write, and bars that are true to them."""

import pytest

from layout.blocks.incidents import read_count
from layout.document import Incident, Incidents, Text
from layout.frame import Path, TextRun
from layout.geometry import to_mm
from layout.load import load_theme
from layout.resources import resource
from layout.room import Room, Setter
from layout.text.fonts import Fonts
from layout.theme import Theme
from tests.blocks.rooms import room_of
from tests.walk import path_box, text_box, walk


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


@pytest.fixture(scope="module")
def bold() -> Theme:
    return load_theme(resource("data/themes/bold/theme.yaml"))


@pytest.fixture(params=["calm", "bold"])
def theme(request: pytest.FixtureRequest) -> Theme:
    found: Theme = request.getfixturevalue(request.param)
    return found


def test_bars_are_as_long_as_their_numbers(theme: Theme, fonts: Fonts) -> None:
    counts = ("69,549件", "8,046件", "約400件", "23,000件")
    lengths = bars(room_of(theme, Setter(fonts)), *counts)
    assert len(lengths) == 4
    for length, value in zip(lengths, (69_549, 8_046, 400, 23_000), strict=True):
        assert to_mm(abs(length - lengths[0] * value / 69_549)) < 0.1


@pytest.mark.parametrize("counts", [("3件", "5人"), ("3件", "多数"), ("3件", None)])
def test_what_cannot_be_compared_has_no_bars(
    theme: Theme, fonts: Fonts, counts: tuple[str | None, ...]
) -> None:
    assert bars(room_of(theme, Setter(fonts)), *counts) == []


@pytest.mark.parametrize("characters", [14, 18, 22, 26, 32])
def test_a_count_stands_clear_of_the_kind(bold: Theme, fonts: Fonts, characters: int) -> None:
    """Of a form whose counts are larger than the names beside them."""
    from layout.blocks import lay_out

    room = room_of(bold, Setter(fonts), characters)
    item = incident("約23,000件")._replace(organisation=Text("日本年金機構"))
    for kind in ("誤送信", "職員による持ち出し"):
        block = Incidents((item._replace(kind=Text(kind)), item))
        [piece, *_] = lay_out(block, room, "incidents 1")
        placed = list(walk(piece.items))
        pill = room.form("incidents").ink("pill")
        [label, *_] = [
            path_box(one) for one in placed if isinstance(one.item, Path) and one.item.fill == pill
        ]
        size = bold.styles["count"].size * room.unit
        for one in placed:
            if isinstance(one.item, TextRun) and abs(one.item.size - size) < 0.01:
                box = text_box(one, fonts)
                above = box.y + (0.88 - 0.75) * size  # the head of its figures
                assert box.x >= label.right or above >= label.bottom - 0.2


def test_flags_on_bands_stand_in_common_columns(bold: Theme, fonts: Fonts) -> None:
    from layout.blocks.countries import Label
    from layout.blocks.country_bands import _pitch

    room = room_of(bold, Setter(fonts))
    labels = [Label(Text(""), width, None, 40.0, 20.0) for width in (30.0, 60.0, 45.0)]
    pitch = _pitch(labels, room)
    assert pitch is not None
    assert pitch >= 60.0
    gap = room.across(0.8)
    assert (room.width + gap) / pitch == pytest.approx(round((room.width + gap) / pitch))
