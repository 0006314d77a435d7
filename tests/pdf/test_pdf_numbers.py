"""Numbers in PDF's syntax."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.pdf.numbers import number, numbers, tidy


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (0.0, 3, "0"),
        (-0.0, 3, "0"),
        (-0.0004, 3, "0"),
        (0.5, 3, ".5"),
        (-0.5, 3, "-.5"),
        (-1.25, 3, "-1.25"),
        (10.0, 3, "10"),
        (100.0, 0, "100"),
        (-0.4, 0, "0"),
        (841.8898, 4, "841.8898"),
        (1e-7, 6, "0"),
        (12345678.9, 1, "12345678.9"),
    ],
)
def test_numbers_have_no_needless_digit(value: float, places: int, written: str) -> None:
    assert number(value, places) == written


@given(st.floats(-20000, 20000), st.integers(0, 6))
def test_numbers_keep_their_value_and_form(value: float, places: int) -> None:
    """ISO 32000-1 7.3.3: digits, one point, no exponent."""
    written = number(value, places)
    assert re.fullmatch(r"-?(\d+\.?\d*|\.\d+)", written)
    assert abs(float(written) - value) <= 0.5 * 10**-places + 1e-9
    assert written not in ("-0", "-", ".", "")


def test_operands_are_parted_by_spaces() -> None:
    assert numbers(1, 0.25, -3.0) == "1 .25 -3"


@given(st.lists(st.floats(-20000, 20000), min_size=1), st.integers(1, 4))
def test_many_numbers_at_once_are_written_as_one_by_one(values: list[float], places: int) -> None:
    written = "".join(f"{value:.{places}f} " for value in values) + "c"
    assert tidy(written).split() == [*(number(value, places) for value in values), "c"]
