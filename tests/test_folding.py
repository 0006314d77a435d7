"""Sheets folded in code: what is read off the stacks is what a folded sheet of paper shows."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from layout.folding import Cell, Face, Folded, Line, Sheet, Step, fold, stacked

A4 = (297.0, 210.0)


def step(kind: str, *lines: str) -> Step:
    return Step(tuple(Line(line[0], int(line[1:])) for line in lines), kind)


ROLL = Sheet((97, 100, 100), (210,), (step("mountain", "x1"), step("mountain", "x2")))
Z = Sheet((99, 99, 99), (210,), (step("valley", "x1"), step("mountain", "x2")))
HALF = Sheet((148.5, 148.5), (210,), (step("mountain", "x1"),))
GATE = Sheet(
    (73.25, 75.25, 75.25, 73.25),
    (210,),
    (step("mountain", "x1"), step("mountain", "x3"), step("mountain", "x2")),
)
DOUBLE = Sheet(
    (75, 75, 73.5, 73.5), (210,), (step("mountain", "x2"), step("mountain", "x1", "x3")), 1.5
)
CONCERTINA = Sheet(
    (74.25,) * 4, (210,), (step("mountain", "x1"), step("valley", "x2"), step("mountain", "x3"))
)
CROSS = Sheet((148.5,) * 2, (105,) * 2, (step("mountain", "y1"), step("mountain", "x1")))
ODD = Sheet(
    (60,) * 5,
    (210,),
    (
        step("valley", "x1"),
        step("mountain", "x2"),
        step("valley", "x3"),
        step("mountain", "x4"),
    ),
)
SHEETS = {
    "roll": ROLL,
    "z": Z,
    "half": HALF,
    "gate": GATE,
    "double": DOUBLE,
    "concertina": CONCERTINA,
    "cross": CROSS,
    "five": ODD,
}
every_sheet = pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
every_opening = pytest.mark.parametrize("opening", ["left", "right"])


def folded(sheet: Sheet, opening: str) -> Folded:
    return fold(sheet if opening == "left" else sheet.mirrored(), opening)


def numbers(found: Folded) -> list[list[int]]:
    """The numbers of the panels seen at each stage of opening."""
    order = {seen.face: number for number, seen in enumerate(found.reading, 1)}
    return [[order[seen.face] for seen in stage] for stage in found.stages]


# What whoever opens the leaflet sees, one stage after the other, the sheet turned over last.
STAGES = {
    "roll": [[1], [2, 5], [2, 3, 4], [5, 6, 1]],
    "z": [[1], [2, 3], [2, 3, 6], [4, 5, 1]],
    "half": [[1], [2, 3], [4, 1]],
    "gate": [[1], [2, 3], [4, 5, 3], [4, 5, 6, 7], [3, 8, 1, 2]],
    "double": [[1], [2, 3], [4, 5, 6, 7], [8, 1, 2, 3]],
    "concertina": [[1], [2, 3], [2, 3, 8], [2, 3, 4, 5], [8, 6, 7, 1]],
    "cross": [[1], [2, 3], [4, 5, 6, 7], [3, 2, 8, 1]],
    "five": [[1], [2, 3], [2, 3, 8], [2, 3, 4, 5], [2, 3, 4, 5, 10], [6, 7, 8, 9, 1]],
}


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "five"])
@every_opening
def test_stages_of_opening(name: str, opening: str) -> None:
    """The same for both openings, since the direction of reading turns with the binding."""
    assert numbers(folded(SHEETS[name], opening)) == STAGES[name]


@every_sheet
@every_opening
def test_every_face_is_read_once_from_cover_to_back(sheet: Sheet, opening: str) -> None:
    found = folded(sheet, opening)
    faces = [seen.face for seen in found.reading]
    cells = len(sheet.columns) * len(sheet.rows)
    assert len(faces) == len(set(faces)) == 2 * cells
    assert (faces[0], faces[-1]) == (found.cover, found.back)


@every_sheet
def test_the_cover_hangs_at_its_spine(sheet: Sheet) -> None:
    """Bound at the left, the cover is the rightmost panel at the foot of its fold."""
    left, right = folded(sheet, "left"), folded(sheet, "right")
    last = len(sheet.columns) - 1
    assert left.cover.side == right.cover.side == "outside"
    assert left.cover.cell.column == last - right.cover.cell.column
    assert left.cover.cell.row == len(sheet.rows) - 1


def test_an_even_concertina_has_its_back_outside_and_an_odd_one_inside() -> None:
    assert folded(CONCERTINA, "left").back == Face(Cell(0, 0), "outside")
    assert folded(Z, "left").back == Face(Cell(0, 0), "inside")
    assert folded(ODD, "left").back == Face(Cell(0, 0), "inside")


@every_opening
def test_only_the_upper_half_of_a_cross_folds_outside_is_turned(opening: str) -> None:
    for name, sheet in SHEETS.items():
        turned = {seen.face for seen in folded(sheet, opening).reading if seen.turn}
        upper = {Face(Cell(column, 0), "outside") for column in (0, 1)}
        assert turned == (upper if name == "cross" else set())


@pytest.mark.parametrize(
    ("name", "columns"), [("roll", {0}), ("gate", {0, 3}), ("double", {3}), ("z", set())]
)
def test_ends_that_lie_within_are_folded_in(name: str, columns: set[int]) -> None:
    found = folded(SHEETS[name], "left").folded_in
    assert found == {Face(Cell(column, 0), "outside") for column in columns}


@every_sheet
def test_a_stack_has_every_cell_once_and_turning_keeps_its_size(sheet: Sheet) -> None:
    cells = {Cell(c, r) for c in range(len(sheet.columns)) for r in range(len(sheet.rows))}
    for stack in stacked(sheet):
        assert {leaf.cell for leaf in stack} == cells
        assert len(stack) == len(cells)
        for leaf in stack:
            assert leaf.x[1] - leaf.x[0] == pytest.approx(sheet.columns[leaf.cell.column])
            assert leaf.y[1] - leaf.y[0] == pytest.approx(sheet.rows[leaf.cell.row])


@every_sheet
@every_opening
def test_no_inner_panel_is_wider_than_what_closes_over_it(sheet: Sheet, opening: str) -> None:
    """In the closed leaflet nothing sticks out under cover and back, nor touches the spine."""
    turned = sheet if opening == "left" else sheet.mirrored()
    *_, closed = stacked(turned)
    outer = (closed[0], closed[-1])
    for leaf in closed[1:-1]:
        for cover in outer:
            assert leaf.x[0] >= cover.x[0] - sheet.allowance - 1e-9
            assert leaf.x[1] <= cover.x[1] + sheet.allowance + 1e-9
            assert turned.columns[leaf.cell.column] <= turned.columns[cover.cell.column]


def test_a_folded_in_panel_stays_clear_of_the_fold_by_the_allowance() -> None:
    *_, closed = stacked(ROLL)
    widths = sorted(leaf.x[1] - leaf.x[0] for leaf in closed)
    assert widths == [97, 100, 100]
    spine = 197.0  # the last fold; what was folded in before ends 3 mm before it
    flap = next(leaf for leaf in closed if leaf.cell == Cell(0, 0))
    assert min(abs(edge - spine) for edge in flap.x) == pytest.approx(3)


@given(st.floats(10, 200), st.floats(10, 200))
def test_a_flap_that_is_too_wide_would_be_bent(flap: float, closing: float) -> None:
    assume(abs(flap - closing) > 0.01)
    sheet = ROLL._replace(columns=(flap, closing, closing))
    if flap < closing:
        assert fold(sheet).folded_in
    else:
        with pytest.raises(ValueError, match="wider than the panel that closes over it"):
            fold(sheet)


def test_a_flap_wider_than_the_cover_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="wider than the panel that closes over it"):
        fold(ROLL._replace(columns=(99, 100, 98)))


def test_layers_folded_together_must_lie_on_each_other() -> None:
    with pytest.raises(ValueError, match=r"its fold line lies 1\.5 off the other"):
        fold(DOUBLE._replace(allowance=1.0))


def test_a_sheet_opened_from_the_wrong_side_has_no_cover() -> None:
    with pytest.raises(ValueError, match="0 covers for a leaflet that opens to the right"):
        fold(Z, "right")


def test_creases_are_seen_from_the_outside() -> None:
    """Paper folded through two layers has a mountain in one and a valley in the other."""
    found = {
        (crease.axis, crease.position, crease.start, crease.end, crease.kind, crease.step)
        for crease in fold(CROSS).creases
    }
    assert found == {
        ("y", 105, 0, 297, "mountain", 1),
        ("x", 148.5, 0, 105, "valley", 2),
        ("x", 148.5, 105, 210, "mountain", 2),
    }
    double = {(crease.position, crease.kind, crease.step) for crease in fold(DOUBLE).creases}
    assert double == {(150, "mountain", 1), (75, "mountain", 2), (223.5, "valley", 2)}


@every_sheet
@every_opening
def test_around_a_corner_of_creases_three_are_alike(sheet: Sheet, opening: str) -> None:
    """Maekawa's theorem: where four creases meet, mountains and valleys differ by two."""
    creases = folded(sheet, opening).creases
    for x in {crease.position for crease in creases if crease.axis == "x"}:
        for y in {crease.position for crease in creases if crease.axis == "y"}:
            kinds = []
            for crease in creases:
                at, along = (x, y) if crease.axis == "x" else (y, x)
                if crease.position == at:
                    kinds += [crease.kind] * ((crease.start < along) + (crease.end > along))
            assert len(kinds) == 4
            assert abs(kinds.count("mountain") - kinds.count("valley")) == 2
