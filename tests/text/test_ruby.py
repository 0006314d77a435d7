"""Where ruby and its base stand to one another: widths in, places out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.text.ruby import Complex, group, jukugo, mono

EM = 0.5
"""An em of ruby, where the base's is one."""

FREE, BARRED = (EM, EM), (0.0, 0.0)


def ruby(count: int) -> list[float]:
    return [EM] * count


@pytest.mark.parametrize(
    ("count", "reach", "expected"),
    [
        (1, BARRED, Complex(1.0, (0.0,), (0.25,))),
        (2, BARRED, Complex(1.0, (0.0,), (0.0, 0.5))),
        (3, BARRED, Complex(1.5, (0.25,), (0.0, 0.5, 1.0))),
        (3, FREE, Complex(1.5, (0.25,), (0.0, 0.5, 1.0), 0.25, 0.25)),
        (3, (EM, 0.0), Complex(1.5, (0.25,), (0.0, 0.5, 1.0), 0.25, 0.0)),
        (5, FREE, Complex(2.5, (0.75,), (0.0, 0.5, 1.0, 1.5, 2.0), 0.5, 0.5)),
    ],
)
def test_mono(count: int, reach: tuple[float, float], expected: Complex) -> None:
    assert mono(1.0, ruby(count), reach, 0.5) == expected


def test_mono_katatsuki_stands_at_the_head_of_its_base() -> None:
    assert mono(1.0, ruby(1), BARRED, 0.0).ruby == (0.0,)
    assert mono(1.0, ruby(3), BARRED, 0.0).base == (0.25,)


@pytest.mark.parametrize(
    ("count", "starts"),
    [
        (6, (0.0, 0.5, 1.0, 1.5, 2.0, 2.5)),
        (5, (0.05, 0.65, 1.25, 1.85, 2.45)),  # 1:2:1
        (2, (0.5, 2.0)),
        (1, (1.25,)),
    ],
)
def test_group_shorter_than_its_base_is_spread(count: int, starts: tuple[float, ...]) -> None:
    found = group([1.0] * 3, ruby(count), FREE, EM)
    assert found == Complex(3.0, (0.0, 1.0, 2.0), pytest.approx(starts))


def test_group_far_shorter_than_its_base_begins_one_em_of_ruby_in() -> None:
    assert group([1.0] * 6, ruby(2), BARRED, EM).ruby == pytest.approx((0.5, 5.0))


@pytest.mark.parametrize(
    ("reach", "base", "over"),
    [
        (BARRED, (1 / 6, 1.5, 3 - 1 / 6), (0.0, 0.0)),  # 1:2:1
        (FREE, (0.5, 1.5, 2.5), (0.5, 0.5)),
        ((0.25, EM), (0.25, 1.5, 2.75), (0.25, 0.25)),  # balanced, though one side has more
    ],
)
def test_group_longer_than_its_base_spreads_it(
    reach: tuple[float, float], base: tuple[float, ...], over: tuple[float, float]
) -> None:
    found = group([1.0] * 3, ruby(8), reach, EM)
    assert found.width == 4.0
    assert found.base == pytest.approx(base)
    assert (found.before, found.after) == over
    assert found.ruby == tuple(each * EM for each in range(8))


@pytest.mark.parametrize(
    ("readings", "reach", "width", "base", "starts"),
    [
        ((1, 2), BARRED, 2.0, (0.0, 1.0), (0.25, 1.0)),  # each on its own
        ((3, 1), BARRED, 2.0, (0.0, 1.0), (0.0, 1.5)),  # over its neighbour in the compound
        ((1, 3), BARRED, 2.0, (0.0, 1.0), (0.0, 0.5)),
        ((3, 2), BARRED, 2.5, (0.25, 1.5), (0.0, 1.5)),  # spaced out
        ((3, 2), (0.0, EM), 2.5, (0.0, 1.0), (0.0, 1.5)),  # over what follows
        ((3, 2), (EM, 0.0), 2.5, (0.5, 1.5), (0.0, 1.5)),
        ((1, 1, 4), BARRED, 3.5, (0.0, 1.0, 2.25), (0.25, 1.0, 1.5)),
        ((0, 2), BARRED, 2.0, (0.0, 1.0), (1.0,)),
    ],
)
def test_jukugo(
    readings: tuple[int, ...],
    reach: tuple[float, float],
    width: float,
    base: tuple[float, ...],
    starts: tuple[float, ...],
) -> None:
    found = jukugo([1.0] * len(readings), [ruby(each) for each in readings], reach, EM, 0.5)
    assert found.width == pytest.approx(width)
    assert found.base == pytest.approx(base)
    firsts = [sum(readings[:place]) for place, count in enumerate(readings) if count]
    assert [found.ruby[first] for first in firsts] == pytest.approx(starts)


COUNTS = st.lists(st.integers(0, 6), min_size=1, max_size=5)
REACHES = st.tuples(*(st.sampled_from([0.0, 0.25, EM]),) * 2)


@given(COUNTS, REACHES, st.sampled_from([0.0, 0.5]))
def test_jukugo_keeps_every_reading_at_its_base(
    counts: list[int], reach: tuple[float, float], head: float
) -> None:
    base = [1.0] * len(counts)
    found = jukugo(base, [ruby(each) for each in counts], reach, EM, head)
    solid(found, base, [EM] * sum(counts))
    assert found.before <= reach[0] + 1e-9
    assert found.after <= reach[1] + 1e-9
    at = 0
    for place, count in enumerate(counts):
        if count:
            start, end = found.ruby[at], found.ruby[at + count - 1] + EM
            if place:
                assert start >= found.base[place - 1] + 1.0 - EM - 1e-9
            if place + 1 < len(counts):
                assert end <= found.base[place + 1] + EM + 1e-9
            assert end - start == pytest.approx(count * EM)
        at += count


@given(st.integers(1, 6), st.integers(0, 14), REACHES)
def test_group_is_balanced(base: int, count: int, reach: tuple[float, float]) -> None:
    found = group([1.0] * base, ruby(count), reach, EM)
    solid(found, [1.0] * base, ruby(count))
    assert found.base[0] == pytest.approx(found.width - found.base[-1] - 1.0)
    if count:
        assert found.ruby[0] == pytest.approx(found.width - found.ruby[-1] - EM)
    assert found.before <= reach[0]
    assert found.after <= reach[1]


def solid(found: Complex, base: list[float], note: list[float]) -> None:
    """Nothing overlaps, nothing leaves the box."""
    for starts, widths in ((found.base, base), (found.ruby, note)):
        edges = [
            edge
            for start, width in zip(starts, widths, strict=True)
            for edge in (start, start + width)
        ]
        assert all(a <= b + 1e-9 for a, b in pairwise((0.0, *edges, found.width)))
