"""The grids that are tried: whole ems, whole lines, within the theme's limits."""

import pytest

from layout.copyfit import grid, sizes, text_area
from layout.folds import load_schemes
from layout.resources import resource
from layout.theme import Rhythm

RHYTHM = Rhythm(8.1, 13.5, 1.5, 1.55, 1.64, 1.85, 8.0, 8.75, 1.2, 34, 2.6, 6.5)
SCHEMES = load_schemes(resource("data/folds.yaml"))


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())
def test_every_grid_fills_the_text_area_exactly(scheme) -> None:  # type: ignore[no-untyped-def]
    area = text_area(scheme, RHYTHM)
    options = sizes(area, RHYTHM)
    assert len(options) >= 5
    assert options == tuple(sorted(options, reverse=True))
    for size in options:
        found = grid(area, RHYTHM, size, RHYTHM.ideal)
        across = found.columns * found.measure + (found.columns - 1) * found.gutter
        assert across == pytest.approx(area.width)
        assert found.lines * found.step == pytest.approx(area.height)
        assert found.measure == pytest.approx(found.characters * found.unit)
        assert RHYTHM.floor <= found.unit <= RHYTHM.ceiling


def test_a_wide_text_area_is_set_in_columns() -> None:
    area = text_area(SCHEMES["a3-half"], RHYTHM)
    for unit, columns, _ in sizes(area, RHYTHM):
        assert (columns > 1) == (area.width / unit > RHYTHM.widest)


def test_margins_grow_with_the_page() -> None:
    assert text_area(SCHEMES["a3-half"], RHYTHM).top > text_area(SCHEMES["a4-roll"], RHYTHM).top
