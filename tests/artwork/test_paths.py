"""Path data: every command, checked by points on the curves it describes."""

from math import cos, hypot, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.artwork.numbers import Segments
from layout.artwork.paths import arc, ellipse, outline, rectangle


def ends(segments: Segments) -> list[tuple[float, ...]]:
    return [points[-2:] for _, points in segments]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("M10 20l5-5-5-5z", "M10,20 L15,15 L10,10 Z"),
        ("m1 1 2 0 0 2", "M1 1 L3 1 L3 3"),
        ("M0 0H10V10h-5v-5", "M0 0L10 0L10 10L5 10L5 5"),
        ("M.5.5.7.7", "M0.5 0.5 L0.7 0.7"),
        ("M1e1-2E0", "M10 -2"),
        ("M0 0zl5 5", "M0 0zM0 0L5 5"),
        ("M10 10c1 2 3 4 5 6s1 2 3 4", "M10 10C11 12 13 14 15 16C17 18 16 18 18 20"),
        ("M10 10s1 2 3 4", "M10 10C10 10 11 12 13 14"),
        ("M0 0q3 6 6 0t6 0", "M0 0Q3 6 6 0Q9 -6 12 0"),
        ("M0 0A5 5 0 0110 0", "M0 0 A5,5,0,0,1,10,0"),
        ("M0 0a5 5 0 1110 0 5 5 0 01-10 0", "M0 0A5 5 0 1 1 10 0A5 5 0 0 1 0 0"),
    ],
)
def test_shorthand_draws_what_it_is_short_for(short: str, long: str) -> None:
    assert [kind for kind, _ in outline(short)] == [kind for kind, _ in outline(long)]
    for (_, one), (_, other) in zip(outline(short), outline(long), strict=True):
        assert one == pytest.approx(other)


@pytest.mark.parametrize(
    "data", ["L1 1", "M1", "M1 1 L2", "M1 1 X", "M1 1A1 1 0 2 0 3 3", "M1e9 0", "M0 0 nan 1", "z"]
)
def test_what_is_no_path_is_refused(data: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (the text is what could not be read)
        outline(data)


def point(start: tuple[float, ...], points: tuple[float, ...], at: float) -> tuple[float, float]:
    x0, y0, x1, y1, x2, y2, x3, y3 = (*start, *points)
    u = 1 - at
    return (
        u**3 * x0 + 3 * u * u * at * x1 + 3 * u * at * at * x2 + at**3 * x3,
        u**3 * y0 + 3 * u * u * at * y1 + 3 * u * at * at * y2 + at**3 * y3,
    )


@given(
    rx=st.floats(1, 200),
    ry=st.floats(1, 200),
    turn=st.floats(-180, 180),
    begin=st.floats(0, 6.28),
    swung=st.floats(0.05, 6.2),
    sweep=st.sampled_from((1, 0)),
)
def test_an_arc_lies_on_its_ellipse(
    rx: float, ry: float, turn: float, begin: float, swung: float, sweep: int
) -> None:
    """Points of an ellipse about 7, 9 as a circle sees them: all one from its centre."""
    c, s = cos(turn * pi / 180), sin(turn * pi / 180)

    def on(angle: float) -> tuple[float, float]:
        u, v = rx * cos(angle), ry * sin(angle)
        return 7 + c * u - s * v, 9 + s * u + c * v

    start, end = on(begin), on(begin + (swung if sweep else -swung))
    drawn = arc(start, (rx, ry, turn, float(swung > pi), float(sweep), *end))
    assert ends(drawn)[-1] == end
    at = start
    for _, points in drawn:
        for part in (0.25, 0.5, 0.75):
            x, y = point(at, points, part)
            u, v = c * (x - 7) + s * (y - 9), c * (y - 9) - s * (x - 7)
            assert hypot(u / rx, v / ry) == pytest.approx(1, abs=0.02)
        at = points[-2:]


def test_arcs_too_small_for_their_ends_grow() -> None:
    assert ends(arc((0, 0), (1, 1, 0, 0, 1, 10, 0)))[-1] == (10, 0)
    assert arc((0, 0), (0, 5, 0, 0, 1, 10, 0)) == (("L", (10, 0)),)
    assert arc((3, 3), (5, 5, 0, 0, 1, 3, 3)) == ()


def test_shapes_without_size_are_nothing() -> None:
    assert ellipse(0, 0, 0, 5) == rectangle(0, 0, 0, 5, 0, 0) == ()
    assert len(rectangle(0, 0, 10, 4, 9, 9)) == 10
