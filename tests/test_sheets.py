"""Imposition: every panel in its place, the same composition in every edition."""

import pytest

from layout.editions import OFFICE, PRESS, Edition
from layout.folds import Scheme
from layout.forms.shapes import rectangle
from layout.frame import Clip, Group, Ink, Panel, Path
from layout.geometry import Pt, Rect, to_mm
from layout.marks import job_lines
from layout.sheets import Side, impose
from layout.text.fonts import Fonts
from tests.samples import RED, SAGE, SCHEMES, TEAL, sample_panels

ROLL = SCHEMES["a4-roll"]
every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())
every_edition = pytest.mark.parametrize("edition", [PRESS, OFFICE], ids=["press", "office"])


def plain_panels(scheme: Scheme, grounds: dict[int, Ink]) -> tuple[Panel, ...]:
    """Panels with a ground each, and one item that tells them apart."""
    return tuple(
        Panel(
            slot.number,
            slot.role,
            slot.width,
            slot.height,
            grounds.get(slot.number),
            (),
            (Path(rectangle(Rect(Pt(slot.number), Pt(0), Pt(1), Pt(1))), fill=TEAL),),
        )
        for slot in scheme.slots
    )


def sheet(scheme: Scheme, edition: Edition, grounds: dict[int, Ink]) -> tuple[Side, ...]:
    job = {"outside": (), "inside": ()}
    return impose(plain_panels(scheme, grounds), scheme, edition, job)


def grounds_of(side: Side) -> list[tuple[Ink | None, list[float]]]:
    """Inks and boxes of the grounds, in millimetres from the trim."""
    boxes = []
    for item in side.items:
        if isinstance(item, Path) and item.fill:
            (left, top), (right, bottom) = item.segments[0][1], item.segments[2][1]
            edges = (
                left - side.trim.x,
                top - side.trim.y,
                right - side.trim.x,
                bottom - side.trim.y,
            )
            boxes.append((item.fill, [round(to_mm(edge), 6) for edge in edges]))
    return boxes


def test_the_press_sheet_has_bleed_and_slug() -> None:
    for side in sheet(ROLL, PRESS, {}):
        sizes = [
            (to_mm(box.width), to_mm(box.height)) for box in (side.media, side.bleed, side.trim)
        ]
        for found, wanted in zip(sizes, [(329, 242), (303, 216), (297, 210)], strict=True):
            assert found == pytest.approx(wanted)
        assert (side.media.x, side.media.y) == (0, 0)
        assert (to_mm(side.bleed.x), to_mm(side.trim.x)) == pytest.approx((13, 16))


@every_scheme
def test_the_office_sheet_is_the_paper(scheme: Scheme) -> None:
    for side in sheet(scheme, OFFICE, {}):
        assert side.media == side.bleed == side.trim
        assert (side.trim.width, side.trim.height) == (scheme.width, scheme.height)


@every_scheme
@every_edition
def test_imposition_is_a_permutation(scheme: Scheme, edition: Edition) -> None:
    placed = {}
    for side in sheet(scheme, edition, {}):
        for item in side.items:
            if isinstance(item, Group) and item.role != "artifact":
                [mark] = item.items
                assert isinstance(mark, Path)
                number = int(mark.segments[0][1][0])
                assert number not in placed
                x, y = item.x - side.trim.x, item.y - side.trim.y
                placed[number] = (side.name, x, y, item.turn)
    assert placed.keys() == {slot.number for slot in scheme.slots}
    for slot in scheme.slots:
        name, x, y, turn = placed[slot.number]
        assert (name, turn) == (slot.side, slot.turn)
        if turn:  # its own top left corner is the lower right one on the sheet
            x, y = x - slot.width, y - slot.height
        assert (x, y) == (pytest.approx(slot.x), pytest.approx(slot.y))


def test_panels_of_another_fold_are_refused() -> None:
    panels = plain_panels(ROLL, {})
    for wrong in (panels[:-1], (*panels[:-1], panels[0])):
        with pytest.raises(ValueError, match="a4-roll"):
            impose(wrong, ROLL, PRESS, {})


def test_neighbours_of_one_ink_share_a_ground_without_a_seam() -> None:
    outside, inside = sheet(ROLL, PRESS, {1: SAGE, 6: SAGE, 5: TEAL, 2: RED, 3: SAGE, 4: RED})
    assert grounds_of(outside) == [(TEAL, [-3, -3, 97, 213]), (SAGE, [97, -3, 300, 213])]
    assert grounds_of(inside) == [
        (RED, [-3, -3, 100, 213]),
        (SAGE, [100, -3, 200, 213]),
        (RED, [200, -3, 300, 213]),
    ]


def test_grounds_that_meet_at_a_level_fold_have_no_seam_either() -> None:
    scheme = SCHEMES["a4-cross"]
    inks = {1: SAGE, 8: SAGE, 2: SAGE, 3: SAGE, 4: SAGE, 5: TEAL, 6: SAGE, 7: RED}
    outside, inside = sheet(scheme, PRESS, inks)
    assert grounds_of(outside) == [(SAGE, [-3, -3, 300, 213])]
    assert grounds_of(inside) == [
        (TEAL, [148.5, -3, 300, 105]),
        (SAGE, [-3, -3, 148.5, 213]),
        (RED, [148.5, 105, 300, 213]),
    ]


def test_one_ground_for_a_whole_side_and_none_for_bare_paper() -> None:
    outside, inside = sheet(ROLL, PRESS, {2: SAGE, 3: SAGE, 4: SAGE})
    assert grounds_of(outside) == []
    assert grounds_of(inside) == [(SAGE, [-3, -3, 300, 213])]


def test_office_grounds_end_where_the_copier_does() -> None:
    outside, inside = sheet(ROLL, OFFICE, {1: SAGE, 5: TEAL, 2: SAGE, 3: SAGE, 4: SAGE})
    assert grounds_of(outside) == [(TEAL, [5, 5, 97, 205]), (SAGE, [197, 5, 292, 205])]
    assert grounds_of(inside) == [(SAGE, [5, 5, 292, 205])]


@every_edition
def test_art_is_cut_at_folds_and_runs_to_the_edge_of_the_ink(
    edition: Edition, fonts: Fonts
) -> None:
    sides = impose(sample_panels(ROLL, fonts), ROLL, edition, {"outside": (), "inside": ()})
    out = -3 if edition is PRESS else 5
    wanted = {
        "outside": [(out, 97), (97, 197), (197, 297 - out)],
        "inside": [(out, 100), (100, 200), (200, 297 - out)],
    }
    for side in sides:
        found = []
        for item in side.items:
            if isinstance(item, Clip):
                (left, top), (right, bottom) = item.segments[0][1], item.segments[2][1]
                found.append((to_mm(left - side.trim.x), to_mm(right - side.trim.x)))
                assert (to_mm(top - side.trim.y), to_mm(bottom - side.trim.y)) == pytest.approx(
                    (out, 210 - out)
                )
        assert found == [pytest.approx(edges) for edges in wanted[side.name]]


@every_scheme
def test_both_editions_carry_the_same_composition(scheme: Scheme, fonts: Fonts) -> None:
    panels = sample_panels(scheme, fonts)
    job = job_lines("sample", "2024-04-01", scheme, PRESS, fonts)
    drawn = []
    for edition in (PRESS, OFFICE):
        sides = impose(panels, scheme, edition, job)
        drawn.append(
            [
                (
                    side.name,
                    item.items,
                    pytest.approx(item.x - side.trim.x),
                    pytest.approx(item.y - side.trim.y),
                )
                for side in sides
                for item in side.items
                if isinstance(item, Group) and item.role != "artifact"
            ]
        )
    assert drawn[0] == drawn[1]
    assert len(drawn[0]) == len(scheme.slots)


@pytest.mark.parametrize(("edition", "count"), [(PRESS, 2), (OFFICE, 0)])
def test_only_an_edition_with_marks_has_them(edition: Edition, count: int, fonts: Fonts) -> None:
    """Marks and job line are all there is besides panels without ground and art."""
    job = job_lines("sample", "2024-04-01", ROLL, PRESS, fonts)
    for side in impose(plain_panels(ROLL, {}), ROLL, edition, job):
        assert len(side.items) == len(ROLL.on(side.name)) + count


def test_what_must_stay_inside_is_drawn_above_everything_and_never_cut(fonts: Fonts) -> None:
    for side in impose(sample_panels(ROLL, fonts), ROLL, OFFICE, {}):
        kinds = [type(item) for item in side.items]
        assert kinds == sorted(kinds, key=[Path, Clip, Group].index)


@every_scheme
def test_marks_stand_at_the_folds_and_nowhere_else_along_the_trim(
    scheme: Scheme, fonts: Fonts
) -> None:
    """Upright folds at head and foot, level ones at both sides; the rest is corners and centre."""
    job = job_lines("sample", "2024-04-01", scheme, PRESS, fonts)
    width, height = to_mm(scheme.width), to_mm(scheme.height)
    for side in impose(plain_panels(scheme, {}), scheme, PRESS, job):
        [marks] = [item for item in side.items if isinstance(item, Path) and item.stroke]
        points = [
            (round(to_mm(x - side.trim.x), 3), round(to_mm(y - side.trim.y), 3))
            for _, (x, y) in marks.segments
        ]
        for axis, length, across in ((0, width, height), (1, height, width)):
            folds = {
                round(to_mm(fold.position), 3)
                for fold in scheme.folds
                if (fold.side, fold.axis) == (side.name, "xy"[axis])
            }
            for beyond in (-10, across + 10):  # where fold marks end
                ends = {point[axis] for point in points if abs(point[1 - axis] - beyond) < 0.1} - {
                    round(length / 2, 3)
                }
                assert ends == folds - {round(length / 2, 3)}
