"""The breaker over bare boxes: no text, no font."""

from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.text import linebreak
from layout.text.linebreak import (
    EPSILON,
    Break,
    End,
    Items,
    Stage,
    adjust,
    balanced,
    justified,
    ragged,
    width,
)


def sums(values: list[float]) -> list[float]:
    total, found = 0.0, []
    for value in values:
        found.append(total)
        total += value
    return found


def boxes(
    widths: list[float],
    breaks: set[int] | None = None,
    gaps: dict[int, float] | None = None,
    shrink: list[dict[int, float]] | None = None,
    stretch: list[dict[int, float]] | None = None,
    free: set[int] | None = None,
    ends: dict[int, tuple[End, ...]] | None = None,
    lead: dict[int, float] | None = None,
    penalty: dict[int, float] | None = None,
    rescue: int = 2,
    substance: list[int] | None = None,
) -> Items:
    """Boxes of these widths; gaps and stages by the box before; free places: all by default."""
    count = len(widths)
    gaps = gaps or {}
    left = sums([w + gaps.get(k, 0.0) for k, w in enumerate(widths)])

    def stages(given: list[dict[int, float]] | None) -> tuple[Stage, ...]:
        return tuple(
            Stage(sums([stage.get(k, 0.0) for k in range(count)]), 1.0 + n)
            for n, stage in enumerate(given or [])
        )

    counted = substance or [1] * count
    return Items(
        left=left,
        right=[x + w for x, w in zip(left, widths, strict=True)],
        lead=lead or {},
        ends=ends or {},
        breaks=sorted((set(range(count)) if breaks is None else breaks) | {count - 1}),
        penalty=penalty or {},
        rescue=[rescue] * count,
        shrink=stages(shrink),
        stretch=stages(stretch),
        free=sums([1.0 if free is None or k in free else 0.0 for k in range(count)]),
        substance=[sum(counted[:k]) for k in range(count + 1)],
        tone=list(range(count)),
    )


def spans(lines: list[Break]) -> list[tuple[int, int]]:
    return [(line.first, line.last) for line in lines]


def set_width(items: Items, line: Break, measure: float, fill: bool = True) -> float:
    change = adjust(items, line, measure, fill)
    inner = line.last - 1 if line.end.shift else line.last
    given = sum(ratio * (s[inner] - s[line.first]) for s, ratio in change.ratios)
    return width(items, line) + given


def test_no_boxes_no_lines() -> None:
    items = boxes([1.0])
    assert spans(justified(items, [5.0]).lines) == [(0, 0)]


def test_exact_lines_are_taken_as_they_are() -> None:
    assert spans(justified(boxes([1.0] * 12), [5.0]).lines) == [(0, 4), (5, 9), (10, 11)]


def test_reducing_comes_before_expanding() -> None:
    items = boxes([1.0] * 10, breaks={3, 5, 8}, gaps={1: 0.5}, shrink=[{1: 0.5}])
    assert spans(justified(items, [6.0]).lines)[0] == (0, 5)


def test_what_cannot_be_reduced_is_expanded() -> None:
    items = boxes([1.0] * 10, breaks={3, 5, 8}, gaps={1: 0.7}, shrink=[{1: 0.5}])
    assert spans(justified(items, [6.0]).lines)[0] == (0, 3)


def test_stages_are_used_in_order_and_alike_over_the_line() -> None:
    items = boxes([1.0] * 6, gaps={0: 0.5, 1: 0.5, 3: 0.25}, shrink=[{3: 0.25}, {0: 0.5, 1: 0.5}])
    change = adjust(items, Break(0, 5, End(0.0)), 6.5, fill=True)
    assert [ratio for _, ratio in change.ratios] == [-1.0, -0.5]
    assert change.missing == 0.0


def test_what_no_stage_can_take_is_shared_by_all_free_places() -> None:
    items = boxes([1.0] * 5, stretch=[{0: 0.25}], free={0, 1, 2, 3})
    change = adjust(items, Break(0, 4, End(0.0)), 6.25, fill=True)
    assert [ratio for _, ratio in change.ratios] == [1.0, 0.25]
    assert set_width(items, Break(0, 4, End(0.0)), 6.25) == pytest.approx(6.25)


def test_a_line_with_nowhere_to_expand_stays_short_and_says_so() -> None:
    items = boxes([1.0] * 3, free=set())
    assert adjust(items, Break(0, 2, End(0.0)), 4.0, fill=True).missing == pytest.approx(1.0)


def test_a_last_line_is_not_filled_but_reduced_if_it_must_be() -> None:
    items = boxes([1.0] * 4, gaps={1: 0.5}, shrink=[{1: 0.5}])
    assert spans(justified(items, [4.2]).lines) == [(0, 3)]
    assert set_width(items, Break(0, 3, End(0.0)), 4.2, fill=False) == pytest.approx(4.2)


def test_the_end_that_fits_is_taken() -> None:
    ends = {4: (End(0.5), End(0.0, 0.001))}
    items = boxes([1.0] * 9, breaks={4}, ends=ends)
    assert justified(items, [5.5]).lines[0].end.extra == 0.5
    assert justified(items, [5.0]).lines[0].end.extra == 0.0


def test_an_end_that_moves_its_box_leaves_the_gap_before_it_alone() -> None:
    ends = {3: (End(0.25), End(-0.25, 0.001, shift=-0.25))}
    gaps = {0: 0.25, 2: 0.25}
    items = boxes([1.0] * 6, breaks={3}, gaps=gaps, ends=ends, shrink=[{0: 0.25, 2: 0.25}])
    line = justified(items, [4.1]).lines[0]
    assert line.end.shift == -0.25
    assert set_width(items, line, 4.1) == pytest.approx(4.1)


def test_measures_may_differ_and_the_last_one_holds() -> None:
    lines = justified(boxes([1.0] * 12), [2.0, 4.0, 3.0]).lines
    assert spans(lines) == [(0, 1), (2, 5), (6, 8), (9, 11)]


def test_a_lead_takes_room_from_the_line_it_starts() -> None:
    items = boxes([1.0] * 6, lead={3: 1.0}, breaks={2, 4})
    assert spans(justified(items, [3.0]).lines) == [(0, 2), (3, 4), (5, 5)]


def test_a_last_line_of_one_is_avoided_where_it_can_be() -> None:
    items = boxes([1.0] * 21, stretch=[dict.fromkeys(range(21), 0.25)])
    assert spans(justified(items, [10.0]).lines)[-1] == (19, 20)


def test_a_last_line_of_one_is_tolerated_where_it_cannot_be_helped() -> None:
    items = boxes([1.0] * 11, breaks={4, 9}, free=set())
    assert spans(justified(items, [5.0]).lines)[-1] == (10, 10)


def test_a_unit_wider_than_the_measure_is_parted_and_said_so() -> None:
    items = boxes([1.0] * 12, breaks={1})
    lines = justified(items, [4.0]).lines
    assert sum(line.offends for line in lines) == 2
    assert all(width(items, line) <= 4.0 for line in lines)


def test_a_unit_a_little_wider_than_the_measure_is_left_whole_and_said_so() -> None:
    """Units come before flushness; but an address is parted at its joints."""
    items = boxes([1.0] * 12, breaks={1, 8})
    assert spans(justified(items, [4.0]).lines) == [(0, 1), (2, 8), (9, 11)]
    assert justified(items, [4.0]).lines[1].offends
    assert spans(ragged(items, [4.0]))[1] != (2, 8)  # a narrow cell has no room for it
    jointed = items._replace(rescue=[1 if box == 4 else 2 for box in range(12)])
    assert spans(justified(jointed, [4.0]).lines) == [(0, 1), (2, 4), (5, 8), (9, 11)]


def test_ragged_text_does_not_offend_by_parting_an_address_at_a_joint() -> None:
    items = boxes([1.0] * 6, breaks=set(), rescue=1)
    assert not any(line.offends for line in ragged(items, [4.0]))
    assert any(line.offends for line in justified(items, [4.0]).lines)


def test_a_better_rescue_is_taken_before_a_worse_one() -> None:
    items = boxes([1.0] * 6, breaks=set())._replace(rescue=[3, 2, 1, 2, 3, 0])
    assert spans(ragged(items, [4.0])) == [(0, 2), (3, 5)]


def test_a_box_wider_than_the_measure_stands_out_and_says_so() -> None:
    lines = justified(boxes([1.0, 9.0, 1.0]), [4.0]).lines
    assert spans(lines) == [(0, 0), (1, 1), (2, 2)]
    assert lines[1].offends


def test_what_must_never_be_parted_is_not_even_at_need() -> None:
    lines = justified(boxes([3.0] * 4, breaks=set(), rescue=0), [4.0]).lines
    assert spans(lines) == [(0, 3)]
    assert lines[0].offends


def test_a_penalty_is_weighed_against_the_lines() -> None:
    free = boxes([1.0] * 9, penalty={4: 1.0}, free=set(range(9)))
    assert spans(justified(free, [5.0]).lines)[0] == (0, 4)
    dear = boxes([1.0] * 9, penalty={4: 500.0}, free=set(range(9)))
    assert spans(justified(dear, [5.0]).lines)[0] != (0, 4)


def test_lines_that_end_alike_are_avoided_at_equal_cost() -> None:
    items = boxes([0.5] * 42, breaks={9, 18, 19, 28, 29, 38})
    alike = items._replace(tone=["の" if k in (9, 19) else k for k in range(42)])
    ends = {18: (End(0.5),)}
    lines = justified(alike._replace(ends=ends), [5.0]).lines
    assert lines[1].last == 18


def test_ragged_lines_are_evenly_short() -> None:
    items = boxes([1.0] * 10, breaks={2, 3, 6, 7, 9})
    assert spans(ragged(items, [4.5])) == [(0, 3), (4, 7), (8, 9)]


def test_balanced_lines_are_few_and_alike() -> None:
    assert spans(balanced(boxes([1.0] * 10), [8.0])) == [(0, 4), (5, 9)]
    assert spans(balanced(boxes([1.0] * 9), [9.0])) == [(0, 8)]


def test_balancing_pays_a_penalty_with_further_lines() -> None:
    cheap = {k: 0.0 if k in (1, 4, 7) else 3.0 for k in range(9)}
    assert spans(balanced(boxes([1.0] * 9, penalty=cheap), [6.0])) == [(0, 4), (5, 8)]
    narrow = balanced(boxes([1.0] * 9, penalty=cheap), [4.0])
    assert spans(narrow) == [(0, 1), (2, 4), (5, 8)]


paragraphs = st.builds(
    boxes,
    st.lists(st.sampled_from([0.5, 1.0, 1.0, 1.5]), min_size=1, max_size=14),
    breaks=st.sets(st.integers(0, 13), max_size=10).map(frozenset),
    shrink=st.lists(
        st.dictionaries(st.integers(0, 13), st.sampled_from([0.0, 0.25, 0.5]), max_size=4),
        max_size=2,
    ),
    stretch=st.lists(
        st.dictionaries(st.integers(0, 13), st.sampled_from([0.25]), max_size=4), max_size=2
    ),
    free=st.sets(st.integers(0, 13), max_size=8),
).map(
    lambda items: items._replace(
        breaks=sorted({k for k in items.breaks if k < len(items.left)}),
        shrink=tuple(stage for stage in items.shrink if stage.sums[-1] <= 1.0),
    )
)
"""Gaps are solid here, so reducing makes boxes overlap; to the breaker it is all one."""


def lawful_ways(items: Items, measure: float) -> list[list[Break]]:
    """Every way to break at lawful places with no line over its measure when fully reduced."""
    inner = items.breaks[:-1]
    ways = []
    for count in range(len(inner) + 1):
        for chosen in combinations(inner, count):
            edges = [-1, *chosen, items.breaks[-1]]
            lines = [Break(a + 1, b, End(0.0)) for a, b in pairwise(edges)]
            if all(adjust(items, line, measure, False).missing >= -EPSILON for line in lines):
                ways.append(lines)
    return ways


def loose(items: Items, lines: list[Break], measure: float) -> int:
    return sum(adjust(items, line, measure, True).missing > EPSILON for line in lines[:-1])


@given(paragraphs, st.sampled_from([2.0, 3.0, 4.5]))
@settings(max_examples=300, deadline=None)
def test_no_line_is_loose_that_could_be_flush(items: Items, measure: float) -> None:
    """Shown by trying all ways."""
    ways = lawful_ways(items, measure)
    lines = justified(items, [measure]).lines
    if ways:
        assert not any(line.offends for line in lines)
        assert loose(items, lines, measure) == min(loose(items, way, measure) for way in ways)
    else:
        assert any(line.offends for line in lines)


@given(paragraphs, st.lists(st.sampled_from([2.0, 3.0, 4.5]), min_size=1, max_size=3))
@settings(max_examples=200, deadline=None)
def test_lines_follow_one_another_and_fill_their_measures(
    items: Items, measures: list[float]
) -> None:
    ways = (justified(items, measures).lines, ragged(items, measures), balanced(items, measures))
    for lines in ways:
        assert [line.first for line in lines] == [0, *(line.last + 1 for line in lines[:-1])]
        assert lines[-1].last == len(items.left) - 1
    for row, line in enumerate(justified(items, measures).lines[:-1]):
        measure = measures[min(row, len(measures) - 1)]
        if not line.offends and adjust(items, line, measure, True).missing == 0.0:
            assert set_width(items, line, measure) == pytest.approx(measure, abs=1e-6)


@pytest.mark.parametrize("measure", [8.3, 20.3, 40.0])
def test_the_work_for_a_long_paragraph_grows_with_its_length(
    monkeypatch: pytest.MonkeyPatch, measure: float
) -> None:
    """Counted in lines that are tried: a few for each box, however many boxes there are."""

    def tried(count: int) -> int:
        gaps = dict.fromkeys(range(0, count, 7), 0.5)
        stretch = [dict.fromkeys(gaps, 0.25)]
        items = boxes([1.0] * count, gaps=gaps, shrink=[gaps], stretch=stretch)
        calls = 0
        line = linebreak._Search.line

        def counted(*given: Any) -> Any:
            nonlocal calls
            calls += 1
            return line(*given)

        with monkeypatch.context() as patch:
            patch.setattr(linebreak._Search, "line", counted)
            justified(items, [measure])
        return calls

    assert tried(2_000) < 2_000 * 12
    assert tried(8_000) < 8_000 * 12
