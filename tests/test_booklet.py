"""Large print: the sheets of its booklet folded in code and leafed through; its type measured."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from layout.booklet import booklet
from layout.build import Request, build
from layout.folding import Leaf, Line, Sheet, Step, stacked
from layout.folds import Scheme, load_schemes
from layout.geometry import mm, to_mm
from layout.largeprint import SMALLEST, large_print, with_short_back
from layout.load import load, load_theme
from layout.resources import resource

SAMPLE = resource("data/mynumber.yaml")
ROOT = SAMPLE.parent.parent
FOLDS = resource("data/folds.yaml")
ONCE = Sheet((210, 210), (297,), (Step((Line("x", 1),), "mountain"),))


def page(sheet: Scheme, leaf: Leaf, side: str) -> int:
    """The number of the page on one side of a leaf, found by where it lies on the flat sheet."""
    left = 210.0 * (leaf.cell.column if side == "outside" else 1 - leaf.cell.column)
    [slot] = [each for each in sheet.on(side) if abs(to_mm(each.x) - left) < 0.01]
    return slot.number


def leafed(sheets: tuple[Scheme, ...], fold: Sheet, cover_on_top: bool) -> Iterator[int]:
    """The pages of nested sheets, leaf by leaf from the cover."""
    outer, *inner = sheets
    *_, stack = stacked(fold)
    first, last = reversed(stack) if cover_on_top else stack
    other = {"outside": "inside", "inside": "outside"}
    # A leaf is met with the side that faces its reader, then turned over.
    towards = [leaf.up if cover_on_top else other[leaf.up] for leaf in (first, last)]
    yield from (page(outer, first, towards[0]), page(outer, first, other[towards[0]]))
    if inner:
        yield from leafed(tuple(inner), fold, cover_on_top)
    yield from (page(outer, last, towards[1]), page(outer, last, other[towards[1]]))


@pytest.mark.parametrize("opening", ["left", "right"])
@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_folded_and_nested_sheets_have_their_pages_in_order(count: int, opening: str) -> None:
    half = load_schemes(FOLDS, opening)["a3-half"]
    bound = booklet(half, count)
    fold = ONCE if opening == "left" else ONCE.mirrored()
    *_, stack = stacked(fold)
    cover = next(slot for slot in bound.sheets[0].slots if slot.role == "cover")
    top = stack[-1]
    on_top = page(bound.sheets[0], top, top.up) == cover.number
    assert list(leafed(bound.sheets, fold, on_top)) == list(range(1, 4 * count + 1))
    assert [slot.number for slot in bound.whole.slots] == list(range(1, 4 * count + 1))
    assert [slot.role for slot in bound.whole.slots] == [
        "cover",
        *["inner"] * (4 * count - 2),
        "back",
    ]


def test_facing_pages_are_one_opening() -> None:
    whole = booklet(load_schemes(FOLDS)["a3-half"], 3).whole
    sides = {slot.number: slot.side for slot in whole.slots}
    assert all(sides[left] == sides[left + 1] for left in range(2, 12, 2))
    assert len(set(sides.values())) == 7


def test_only_a_sheet_folded_once_makes_a_booklet() -> None:
    with pytest.raises(ValueError, match="folded once"):
        booklet(load_schemes(FOLDS)["a4-roll"], 1)


def sizes(pdf: bytes) -> tuple[list[float], list[str]]:
    """The type sizes of each text that is shown, and the texts of the pages."""
    found: list[float] = []

    def visit(text: str, _: object, __: object, font: object, size: float) -> None:
        if text.strip() and font:
            found.append(size)

    pages = [each.extract_text(visitor_text=visit) for each in PdfReader(BytesIO(pdf)).pages]
    return found, pages


LEAFLETS = [SAMPLE, *sorted((ROOT / "tests" / "leaflets").glob("*.yaml"))]


@pytest.mark.parametrize("leaflet", LEAFLETS, ids=lambda path: path.stem)
def test_nothing_is_smaller_than_12_points(leaflet: Path) -> None:
    [made] = build(Request(leaflet, editions=("large",))).made
    found, pages = sizes(made.data)
    assert found
    least = SMALLEST / 2 if leaflet.stem == "ruby" else SMALLEST  # ruby is half its text
    assert min(found) >= least - 0.01
    assert made.pages == len(pages)
    assert made.pages % 2 == 0
    boxes = {tuple(map(float, each.mediabox[2:])) for each in PdfReader(BytesIO(made.data)).pages}
    assert {(round(w, 1), round(h, 1)) for w, h in boxes} == {
        (round(mm(420), 1), round(mm(297), 1))
    }


def test_a_longer_text_takes_more_sheets_and_a_short_one_fewer() -> None:
    pages = {
        name: build(Request(ROOT / f"tests/leaflets/{name}.yaml", editions=("large",)))
        .made[0]
        .pages
        for name in ("short", "long")
    }
    assert (pages["short"] or 0) <= (pages["long"] or 0)


def test_faces_are_of_universal_design_and_headings_no_larger_than_need_be() -> None:
    theme = large_print(load_theme(resource("data/themes/calm/theme.yaml")))
    assert {style.faces[0][:5] for style in theme.styles.values()} == {"BIZUD"}
    assert theme.rhythm.floor >= 14
    assert theme.rhythm.widest <= 40
    assert all(style.ink.cmyk != (0, 0, 0, 0.7) for style in theme.styles.values())


def test_the_back_keeps_what_a_reader_looks_for_there() -> None:
    leaflet = load(SAMPLE).leaflet
    short = with_short_back(leaflet, 9)
    assert (*short.body, *short.back) == (*leaflet.body, *leaflet.back)
    assert short.back
    bare = leaflet._replace(back=())
    assert with_short_back(bare, 9) == bare


def test_pages_inside_are_numbered() -> None:
    [made] = build(Request(SAMPLE, editions=("large",))).made
    _, pages = sizes(made.data)
    outer, *_ = pages
    count = 2 * (made.pages or 0)
    lines = [line.strip() for text in pages for line in text.splitlines()]
    assert all(str(number) in lines for number in range(2, count))
    assert str(count) not in outer.splitlines()
