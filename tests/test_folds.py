"""Folded formats: the figures of the trade, and sheets that are tiled and turned rightly."""

from itertools import combinations

import pytest

from layout.folds import SIDES, Fold, Scheme, load_scheme, load_schemes
from layout.geometry import Pt, Rect, mm, to_mm
from layout.problems import LeafletError, Source
from layout.resources import resource
from tests.samples import SCHEMES

RIGHT = load_schemes(resource("data/folds.yaml"), "right")
every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())


def row(*panels: str) -> list[tuple[float, int, str]]:
    """``97 5 flap`` is a panel of 97 mm with the number 5 and the role flap."""
    split = (panel.split() for panel in panels)
    return [(float(width), int(number), role) for width, number, role in split]


ROWS = [
    ("a4-roll", "outside", row("97 5 flap", "100 6 back", "100 1 cover")),
    ("a4-roll", "inside", row("100 2 inner", "100 3 inner", "97 4 inner")),
    ("a3-roll", "outside", row("138 5 flap", "141 6 back", "141 1 cover")),
    ("a3-roll", "inside", row("141 2 inner", "141 3 inner", "138 4 inner")),
    ("a4-z", "outside", row("99 4 inner", "99 5 inner", "99 1 cover")),
    ("a4-z", "inside", row("99 2 inner", "99 3 inner", "99 6 back")),
    ("a3-z", "inside", row("140 2 inner", "140 3 inner", "140 6 back")),
    ("a4-half", "outside", row("148.5 4 back", "148.5 1 cover")),
    ("a4-half", "inside", row("148.5 2 inner", "148.5 3 inner")),
    ("a3-half", "outside", row("210 4 back", "210 1 cover")),
    ("a3-half", "inside", row("210 2 inner", "210 3 inner")),
    ("b4-half", "outside", row("182 4 back", "182 1 cover")),
    ("b5-half", "outside", row("128.5 4 back", "128.5 1 cover")),
    ("a4-gate", "outside", row("73.25 3 flap", "75.25 8 back", "75.25 1 cover", "73.25 2 flap")),
    ("a4-gate", "inside", row("73.25 4 inner", "75.25 5 inner", "75.25 6 inner", "73.25 7 inner")),
    ("a3-gate", "outside", row("104 3 flap", "106 8 back", "106 1 cover", "104 2 flap")),
    ("a4-double", "outside", row("75 8 back", "75 1 cover", "73.5 2 inner", "73.5 3 flap")),
    ("a4-double", "inside", row("73.5 4 inner", "73.5 5 inner", "75 6 inner", "75 7 inner")),
    (
        "a4-concertina",
        "outside",
        row("74.25 8 back", "74.25 6 inner", "74.25 7 inner", "74.25 1 cover"),
    ),
    ("a3-concertina", "inside", row("105 2 inner", "105 3 inner", "105 4 inner", "105 5 inner")),
    (
        "a4-cross",
        "outside",
        row("148.5 3 inner", "148.5 2 inner", "148.5 8 back", "148.5 1 cover"),
    ),
    (
        "a3-cross",
        "inside",
        row("210 4 inner", "210 5 inner", "210 6 inner", "210 7 inner"),
    ),
]
"""The rows of the trade, row by row and left to right."""


@pytest.mark.parametrize(("id", "side", "row"), ROWS)
def test_panels_are_those_of_the_trade(
    id: str, side: str, row: list[tuple[float, int, str]]
) -> None:
    slots = SCHEMES[id].on(side)
    found = [(round(to_mm(slot.width), 6), slot.number, slot.role) for slot in slots]
    assert found == row


@every_scheme
def test_a_side_and_its_panels_have_the_same_area(scheme: Scheme) -> None:
    """Together with the next, the panels tile the side."""
    for side in SIDES:
        area = sum(slot.width * slot.height for slot in scheme.on(side))
        assert area == pytest.approx(scheme.width * scheme.height)


@every_scheme
def test_no_two_panels_of_a_side_overlap_and_none_leaves_the_sheet(scheme: Scheme) -> None:
    sheet = Rect(Pt(0), Pt(0), scheme.width, scheme.height)
    for side in SIDES:
        faces = [Rect(slot.x, slot.y, slot.width, slot.height) for slot in scheme.on(side)]
        assert all(sheet.holds(face, 1e-6) for face in faces)
        assert not any(one.meets(two, 1e-6) for one, two in combinations(faces, 2))


@every_scheme
def test_a_fold_lies_behind_itself_and_turns_over(scheme: Scheme) -> None:
    """Inside fold x = W - outside fold x; what is a mountain on one side is a valley behind."""
    behind = {
        (fold.axis, round(position, 6), round(start, 6), round(end, 6), fold.kind, fold.order)
        for fold in scheme.folds
        if fold.side == "inside"
        for position, start, end in [_turned_over(fold, scheme.width)]
    }
    outside = {
        (
            fold.axis,
            round(fold.position, 6),
            round(fold.start, 6),
            round(fold.end, 6),
            {"mountain": "valley", "valley": "mountain"}[fold.kind],
            fold.order,
        )
        for fold in scheme.folds
        if fold.side == "outside"
    }
    assert outside
    assert outside == behind


def _turned_over(fold: Fold, width: float) -> tuple[float, float, float]:
    if fold.axis == "x":
        return width - fold.position, fold.start, fold.end
    return fold.position, width - fold.end, width - fold.start


@every_scheme
def test_folds_are_the_edges_between_panels(scheme: Scheme) -> None:
    for side in SIDES:
        for axis, place in (("x", 3), ("y", 4)):
            edges = sorted({round(slot[place], 6) for slot in scheme.on(side)})[1:]
            folds = {
                round(fold.position, 6)
                for fold in scheme.folds
                if (fold.side, fold.axis) == (side, axis)
            }
            assert sorted(folds) == edges


@every_scheme
def test_slots_stand_in_reading_order_from_cover_to_back(scheme: Scheme) -> None:
    assert [slot.number for slot in scheme.slots] == list(range(1, len(scheme.slots) + 1))
    assert (scheme.slots[0].role, scheme.slots[-1].role) == ("cover", "back")
    assert scheme.slots[0].side == "outside"


SHORTER = {"roll": 3, "gate": 2, "double": 1.5}


@every_scheme
def test_what_is_folded_in_is_narrower_than_what_closes_over_it(scheme: Scheme) -> None:
    form = scheme.id.split("-")[1]
    closing = min(slot.width for slot in scheme.slots if slot.role in ("cover", "back"))
    flaps = [slot for slot in scheme.slots if slot.role == "flap"]
    assert bool(flaps) == (form in SHORTER)
    for slot in flaps:
        assert to_mm(closing - slot.width) == pytest.approx(SHORTER[form])
        assert scheme.allowance == pytest.approx(mm(SHORTER[form]))


@every_scheme
def test_a_right_opening_is_the_mirror_image(scheme: Scheme) -> None:
    mirrored = RIGHT[scheme.id]
    assert (scheme.opening, mirrored.opening) == ("left", "right")
    for slot, other in zip(scheme.slots, mirrored.slots, strict=True):
        assert other._replace(x=slot.x) == pytest.approx(slot)
        assert other.x == pytest.approx(scheme.width - slot.x - slot.width, abs=1e-9)
    assert mirrored.stages == scheme.stages


@pytest.mark.parametrize(
    ("id", "edges"),
    [
        ("a4-roll", {5: (True, False), 6: (False, False), 1: (False, True)}),
        ("a4-cross", {2: (True, False), 3: (False, True), 8: (True, False), 1: (False, True)}),
    ],
)
def test_edges_at_the_trim_are_those_the_reader_sees(
    id: str, edges: dict[int, tuple[bool, bool]]
) -> None:
    """The turned panel at the sheet's right has its own left edge there."""
    scheme = SCHEMES[id]
    found = {slot.number: scheme.at_trim(slot) for slot in scheme.on("outside")}
    assert found == edges


def test_every_fold_has_a_name_in_both_languages() -> None:
    names = [(scheme.name_ja, scheme.name_en) for scheme in SCHEMES.values()]
    assert all(ja and en.isascii() for ja, en in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("source", "exit_code"), [(Source(), 2), (Source("a.yaml", 3, 7), 3)])
def test_an_unknown_fold_names_the_known_ones(source: Source, exit_code: int) -> None:
    with pytest.raises(LeafletError) as caught:
        load_scheme(resource("data/folds.yaml"), "a4-rol", source=source)
    [found] = caught.value.problems
    assert (found.code, found.source, caught.value.exit_code) == ("fold-unknown", source, exit_code)
    assert dict(found.arguments) == {"fold": "a4-rol", "known": ", ".join(SCHEMES)}


@every_scheme
def test_one_scheme_is_what_it_is_among_all(scheme: Scheme) -> None:
    assert load_scheme(resource("data/folds.yaml"), scheme.id) == scheme
