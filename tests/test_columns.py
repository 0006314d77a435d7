"""Column breaks: lawful, cheapest, and the white space shared without a remainder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.columns import Column, pour, set_column, shortfall, spread
from layout.galley import NEVER, Case, Galley, Slice, height_of, whole_steps


def bars(*heights: float, part: float = 0.0, before: float = 0.0) -> Galley:
    return tuple(Slice(height, (), before, 1.0, part) for height in heights)


def test_a_galley_that_fits_one_column_stays_whole() -> None:
    assert pour(bars(30, 30), (Column(100),)) is not None
    assert pour(bars(30, 30), (Column(100),)).cuts == (0, 2)  # type: ignore[union-attr]


def test_even_columns_are_cheaper_than_a_full_and_an_empty_one() -> None:
    poured = pour(bars(20, 20, 20, 20), (Column(90), Column(90)))
    assert poured is not None
    assert poured.cuts == (0, 2, 4)


def test_no_break_where_it_is_barred() -> None:
    glued = (*bars(40), *bars(40, part=NEVER), *bars(40))
    poured = pour(glued, (Column(100), Column(100)))
    assert poured is not None
    assert 1 not in poured.cuts


def test_a_dear_break_gives_way_to_unevenness_and_no_further() -> None:
    parts = (*bars(45), *bars(45, part=30.0), *bars(45, part=0.0))
    poured = pour(parts, (Column(100), Column(100)))
    assert poured is not None
    assert poured.cuts == (0, 2, 3)


def test_what_does_not_fit_is_refused_and_measured() -> None:
    columns = (Column(50), Column(50))
    assert pour(bars(40, 40, 40), columns) is None
    assert shortfall(bars(40, 40, 40), columns) == 40


def test_the_emptiness_of_a_light_column_counts_less() -> None:
    heavy = pour(bars(40), (Column(50), Column(30)))
    light = pour(bars(40), (Column(50), Column(30, weight=0.5)))
    assert heavy is not None
    assert light is not None
    assert light.cuts == heavy.cuts == (0, 1, 1)
    assert light.cost == pytest.approx(heavy.cost - 50)


def test_a_break_where_the_sheet_is_turned_costs_more() -> None:
    galley = (*bars(40), *bars(40, part=5.0), *bars(40, part=7.0))
    columns = (Column(90), Column(90))
    turned = (Column(90, turn=10.0), Column(90))
    assert pour(galley, columns).cuts == (0, 1, 3)  # type: ignore[union-attr]
    assert pour(galley, turned).cost > pour(galley, columns).cost  # type: ignore[union-attr]


def test_padding_counts_at_both_ends_of_a_case() -> None:
    case = Case(lambda _w, _h, _t: (), 5, 7)
    card = tuple(piece._replace(case=case) for piece in bars(10, 10))
    assert height_of(card) == 32
    assert height_of((*card, *bars(10))) == 42


@given(st.lists(st.integers(1, 40), min_size=1, max_size=20), st.integers(1, 60))
def test_spread_uses_whole_half_steps_and_never_too_much(heights: list[int], spare: int) -> None:
    galley = bars(*map(float, heights), before=4.0)
    height = height_of(galley) + spare
    white = spread(galley, height, 2.0, 1000.0)
    used = sum(white.above) + sum(white.head) + sum(white.foot) + sum(heights)
    assert used <= height + 1e-6
    if len(heights) > 1:
        assert height - used < 2.0


def test_no_gap_grows_beyond_the_widest() -> None:
    white = spread(bars(10, 10, before=2.0), 200, 2.0, 9.0)
    assert max(white.above) <= 9.0


def test_a_case_takes_its_stretch_above_and_below_alike() -> None:
    case = Case(lambda _w, _h, _t: (), 5, 5, stretch=4)
    card = tuple(piece._replace(case=case) for piece in bars(10, 10, part=NEVER))
    white = spread(card, height_of(card) + 100, 2.0, 0.0)
    assert white.head == (4.0, 0.0)
    assert white.foot == (0.0, 4.0)


def test_slices_stand_one_under_the_other() -> None:
    galley = bars(10, 20, 30, before=5.0)
    groups = set_column(galley, spread(galley, height_of(galley), 2.0, 100.0), 50.0)
    assert [group.y for group in groups] == [0, 15, 40]


def test_whole_steps_adds_what_is_missing_to_the_last_slice() -> None:
    galley = whole_steps(bars(10, 11), 8)
    assert height_of(galley) == pytest.approx(24)
    assert galley[0].height == 10
