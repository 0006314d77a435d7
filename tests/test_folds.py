"""Folded formats: the figures of the trade, and sheets that are tiled and turned rightly."""

import pytest

from layout.folds import SIDES, Scheme, find_scheme
from layout.geometry import to_mm
from layout.problems import LeafletError, Source
from tests.samples import SCHEMES

every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())

ROWS = [
    ("a4-roll", "outside", [(97, 5, "flap"), (100, 6, "back"), (100, 1, "cover")]),
    ("a4-roll", "inside", [(100, 2, "inner"), (100, 3, "inner"), (97, 4, "inner")]),
    ("a4-z", "outside", [(99, 4, "inner"), (99, 5, "inner"), (99, 1, "cover")]),
    ("a4-z", "inside", [(99, 2, "inner"), (99, 3, "inner"), (99, 6, "back")]),
    ("a4-half", "outside", [(148.5, 4, "back"), (148.5, 1, "cover")]),
    ("a4-half", "inside", [(148.5, 2, "inner"), (148.5, 3, "inner")]),
    ("a3-half", "outside", [(210, 4, "back"), (210, 1, "cover")]),
    ("a3-half", "inside", [(210, 2, "inner"), (210, 3, "inner")]),
]


@pytest.mark.parametrize(("id", "side", "row"), ROWS)
def test_panels_are_those_of_the_trade(
    id: str, side: str, row: list[tuple[float, int, str]]
) -> None:
    slots = SCHEMES[id].on(side)
    found = [(round(to_mm(slot.width), 6), slot.number, slot.role) for slot in slots]
    assert found == row


@every_scheme
def test_every_side_is_tiled_exactly(scheme: Scheme) -> None:
    for side in SIDES:
        edge = 0.0
        for slot in scheme.on(side):
            assert slot.x == pytest.approx(edge, abs=1e-9)
            assert (slot.y, slot.height) == (0.0, scheme.height)
            edge = slot.x + slot.width
        assert edge == pytest.approx(scheme.width, abs=1e-9)


@every_scheme
def test_a_fold_lies_behind_itself_and_turns_over(scheme: Scheme) -> None:
    outside = [(fold.position, fold.kind) for fold in scheme.folds if fold.side == "outside"]
    inside = [(fold.position, fold.kind) for fold in scheme.folds if fold.side == "inside"]
    assert outside
    for (x, kind), (behind, turned) in zip(outside, reversed(inside), strict=True):
        assert behind == pytest.approx(scheme.width - x, abs=1e-9)
        assert {kind, turned} == {"mountain", "valley"}


@every_scheme
def test_folds_are_the_edges_between_panels(scheme: Scheme) -> None:
    for side in SIDES:
        edges = [slot.x for slot in scheme.on(side)][1:]
        assert [fold.position for fold in scheme.folds if fold.side == side] == pytest.approx(edges)


@every_scheme
def test_slots_stand_in_reading_order_from_cover_to_back(scheme: Scheme) -> None:
    assert [slot.number for slot in scheme.slots] == list(range(1, len(scheme.slots) + 1))
    assert (scheme.slots[0].role, scheme.slots[-1].role) == ("cover", "back")
    assert scheme.slots[0].side == "outside"


@every_scheme
def test_what_is_folded_in_is_narrower_than_what_closes_over_it(scheme: Scheme) -> None:
    """Only a panel with a mountain fold on one side and an edge on the other is folded in."""
    others = {slot.width for slot in scheme.slots if slot.role in ("cover", "back")}
    for slot in scheme.slots:
        if slot.role == "flap":
            assert to_mm(min(others) - slot.width) == pytest.approx(3)


def test_every_fold_has_a_name_in_both_languages() -> None:
    names = [(scheme.name_ja, scheme.name_en) for scheme in SCHEMES.values()]
    assert all(ja and en.isascii() for ja, en in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("source", "exit_code"), [(Source(), 2), (Source("a.yaml", 3, 7), 3)])
def test_an_unknown_fold_names_the_known_ones(source: Source, exit_code: int) -> None:
    with pytest.raises(LeafletError) as caught:
        find_scheme(SCHEMES, "a4-rol", source)
    [found] = caught.value.problems
    assert (found.code, found.source, caught.value.exit_code) == ("fold-unknown", source, exit_code)
    assert dict(found.arguments) == {"fold": "a4-rol", "known": "a4-roll, a4-z, a4-half, a3-half"}
