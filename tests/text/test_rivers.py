"""Rivers of white through the lines, told by where glyphs stand and not by the breaker's gaps."""

from itertools import pairwise

import pytest

from layout.text.fonts import Fonts
from layout.text.linebreak import justified
from layout.text.paragraph import Span, prepare
from layout.text.rivers import without_rivers
from tests.text.layouts import justified as layouts
from tests.text.told import ToldLine, answers, body_style

PLAIN = (0.0, 0.0)

CRACKED = "あいうえおかきくけこ、さしすせそたちつてと" * 3 + "なにぬねの"
"""At 21 ems each line has its comma at one place, if nothing is done about it."""


def white(line: ToldLine) -> list[tuple[float, float]]:
    """Where a line shows a space of the width of a comma's, from its drawn bodies."""
    return [
        (one.right, other.left)
        for one, other in pairwise(line.bodies)
        if other.left - one.right >= 0.4
    ]


def rivers(lines: list[ToldLine]) -> int:
    """In how many lines, the last aside, a space stands under one under one."""

    def share(one: tuple[float, float], other: tuple[float, float]) -> bool:
        return min(one[1], other[1]) - max(one[0], other[0]) >= 0.3

    spaces = [white(line) for line in lines[:-1]]
    return sum(
        any(
            share(top, middle) and share(middle, low)
            for top in first
            for middle in second
            for low in third
        )
        for first, second, third in zip(spaces, spaces[1:], spaces[2:], strict=False)
    )


def test_a_crack_through_all_lines_is_closed(fonts: Fonts) -> None:
    part = prepare((Span(CRACKED, body_style()),), body_style(), fonts).segments[0]
    plain = justified(part.items, (21.0,)).lines
    assert [line.last for line in plain[:3]] == [20, 41, 62]
    assert without_rivers(part.items, (21.0,), PLAIN) != plain
    (set_lines,) = answers(fonts, [{"text": CRACKED, "measure_em": 21}])
    assert rivers(set_lines) == 0


def test_what_has_no_river_is_left_as_it_was(fonts: Fonts) -> None:
    text = CRACKED.replace("、", "")
    part = prepare((Span(text, body_style()),), body_style(), fonts).segments[0]
    for measure in (13.0, 20.0, 33.5):
        assert (
            without_rivers(part.items, (measure,), PLAIN) == justified(part.items, (measure,)).lines
        )


def test_an_indent_moves_the_first_line_out_of_the_river(fonts: Fonts) -> None:
    """Three lines with one comma each, the first an em further in: no river."""
    text = (
        "あいうえおかきくけ、さしすせそたちつてと"
        + "あいうえおかきくけこ、さしすせそたちつてと" * 2
    )
    part = prepare((Span(text + "なに", body_style()),), body_style(), fonts).segments[0]
    rooms = (20.0, 21.0)
    plain = justified(part.items, rooms).lines
    assert without_rivers(part.items, rooms, PLAIN) == plain
    assert without_rivers(part.items, rooms, (1.0, 0.0)) != plain


@pytest.fixture(scope="module")
def told(fonts: Fonts) -> list[list[ToldLine]]:
    return answers(fonts, [{"text": text, "measure_em": em} for text, em in layouts()])


def test_rivers_are_rare(told: list[list[ToldLine]]) -> None:
    """Without being weighed there are 21 of them in these 920 layouts."""
    assert sum(map(rivers, told)) <= 7
