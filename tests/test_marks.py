"""Printers' marks: where they stand, and that nothing stands where the paper is used."""

from itertools import groupby

import pytest

from layout.editions import PRESS
from layout.folds import SIDES, Scheme
from layout.frame import REGISTRATION, Ink, Path
from layout.geometry import Pt, Rect, mm, to_mm
from layout.marks import JOB_BASELINE, JOB_INDENT, JOB_SIZE, job_lines, printers_marks
from layout.text.fonts import Fonts
from tests.samples import SCHEMES

TRIM = Rect(mm(16), mm(16), mm(297), mm(210))
Point = tuple[float, float]


def marks(upright: tuple[float, ...] = (), level: tuple[float, ...] = ()) -> Path:
    folds = [("x", mm(x)) for x in upright] + [("y", mm(y)) for y in level]
    return printers_marks(TRIM, mm(3), folds)


def polylines(path: Path) -> list[list[Point]]:
    """The lines of a path in millimetres from the trim's top left corner."""
    numbered, count = [], 0
    for kind, (x, y) in path.segments:
        count += kind == "M"
        numbered.append((count, (to_mm(x - TRIM.x), to_mm(y - TRIM.y))))
    return [[point for _, point in line] for _, line in groupby(numbered, key=lambda pair: pair[0])]


def close(line: list[Point], wanted: list[Point]) -> bool:
    """The same line within 0.06 mm: lines on the bleed stand half their width outside it."""
    flat = [value for point in line for value in point]
    return len(line) == len(wanted) and flat == pytest.approx(
        [value for point in wanted for value in point], abs=0.06
    )


def test_a_corner_has_two_strokes_on_trim_and_bleed() -> None:
    lines = polylines(marks())
    top_left = [[(0, -12), (0, -3), (-12, -3)], [(-12, 0), (-3, 0), (-3, -12)]]
    bottom_right = [
        [(297, 222), (297, 213), (309, 213)],
        [(309, 210), (300, 210), (300, 222)],
    ]
    for wanted in (*top_left, *bottom_right):
        assert sum(close(line, wanted) for line in lines) == 1


def test_the_legs_that_show_the_trim_stand_exactly_on_it() -> None:
    upright = {x for line in polylines(marks()) for x, _ in line}
    level = {y for line in polylines(marks()) for _, y in line}
    for values, trim in ((upright, (0, 297)), (level, (0, 210))):
        for edge in trim:
            assert min(abs(value - edge) for value in values) < 1e-9


def test_every_side_has_a_centre_mark() -> None:
    lines = polylines(marks())
    for wanted in (
        [(138.5, -3), (158.5, -3)],
        [(148.5, -3), (148.5, -13)],
        [(138.5, 213), (158.5, 213)],
        [(148.5, 213), (148.5, 223)],
        [(-3, 95), (-3, 115)],
        [(-3, 105), (-13, 105)],
        [(300, 95), (300, 115)],
        [(300, 105), (310, 105)],
    ):
        assert sum(close(line, wanted) for line in lines) == 1


def test_folds_are_marked_on_both_long_sides() -> None:
    lines = [line for line in polylines(marks((97, 197))) if line not in polylines(marks())]
    assert len(lines) == 4
    for x in (97, 197):
        assert sum(close(line, [(x, -3), (x, -10)]) for line in lines) == 1
        assert sum(close(line, [(x, 213), (x, 220)]) for line in lines) == 1
        exact = [point[0] for line in lines for point in line if abs(point[0] - x) < 1]
        assert exact == pytest.approx([x] * 4, abs=1e-9)


def test_level_folds_are_marked_on_both_short_sides() -> None:
    lines = [line for line in polylines(marks(level=(70,))) if line not in polylines(marks())]
    assert len(lines) == 2
    assert sum(close(line, [(-3, 70), (-10, 70)]) for line in lines) == 1
    assert sum(close(line, [(300, 70), (307, 70)]) for line in lines) == 1
    assert [y for line in lines for _, y in line] == pytest.approx([70] * 4, abs=1e-9)


def test_no_mark_comes_into_the_bleed_or_leaves_the_paper() -> None:
    bleed, media = TRIM.grown(mm(3)), TRIM.grown(mm(16))
    path = marks((97, 197), (105,))
    assert path.stroke is not None
    half = path.stroke.width / 2
    for line in polylines(path):
        for (x0, y0), (x1, y1) in zip(line, line[1:], strict=False):
            left, right = TRIM.x + mm(min(x0, x1)), TRIM.x + mm(max(x0, x1))
            top, bottom = TRIM.y + mm(min(y0, y1)), TRIM.y + mm(max(y0, y1))
            across = half if x0 == x1 else 0.0
            along = half if y0 == y1 else 0.0
            inked = Rect(
                Pt(left - across),
                Pt(top - along),
                Pt(right - left + 2 * across),
                Pt(bottom - top + 2 * along),
            )
            assert across or along, "a mark is upright or level"
            assert not inked.meets(bleed, 1e-9)
            assert media.holds(inked)


def test_marks_are_thin_registration_lines() -> None:
    stroke = marks().stroke
    assert stroke is not None
    assert (stroke.ink, stroke.width, stroke.cap) == (REGISTRATION, 0.3, "butt")
    assert marks().fill is None


def test_marks_take_the_ink_of_the_job() -> None:
    spot = Ink("spot", (1.0, 0.5, 0.0, 0.0), (0.0, 0.3, 0.6))
    path = printers_marks(TRIM, mm(3), (), spot)
    assert path.stroke is not None
    assert path.stroke.ink == spot


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())
def test_the_job_line_says_what_the_sheet_is(scheme: Scheme, fonts: Fonts) -> None:
    lines = job_lines("mynumber", "2024-04-01", scheme, PRESS, fonts)
    assert tuple(lines) == SIDES
    for side, name, page in (("outside", "外面", "1/2"), ("inside", "内面", "2/2")):
        runs = lines[side]
        words = "".join(glyph.text for run in runs for glyph in run.glyphs).split()
        assert words[0] == "mynumber"
        assert words[-2:] == ["press", "2024-04-01"]
        assert words[-4:-2] == [name, page]
        assert words[1] == scheme.id
        assert {run.size for run in runs} == {JOB_SIZE}


@pytest.mark.parametrize("id", ["x", "a-very-long-name-" * 5])
def test_the_job_line_stays_clear_of_the_marks(id: str, fonts: Fonts) -> None:
    run = job_lines(id, "2024-04-01", SCHEMES["a4-roll"], PRESS, fonts)["inside"][-1]
    advance = fonts.face(run.face).advance(run.glyphs[-1].gid)
    room = Rect(
        Pt(TRIM.x + JOB_INDENT),
        Pt(TRIM.bottom + JOB_BASELINE - 0.88 * run.size),
        Pt(run.glyphs[-1].x + advance * run.size),
        run.size,
    )
    assert TRIM.grown(mm(16)).holds(room)
    for line in polylines(marks((100, 200))):
        for x, y in line:
            beside = abs(x - 148.5) < 1 and y > 210
            assert not beside or room.right < TRIM.x + mm(x - 10) + 1e-6
            assert not room.holds(Rect(Pt(TRIM.x + mm(x)), Pt(TRIM.y + mm(y)), Pt(0), Pt(0)))
