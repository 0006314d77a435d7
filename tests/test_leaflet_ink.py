"""Nothing is painted over text, and no two blocks share ink: judged from pictures."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from math import ceil, floor
from pathlib import Path as File
from typing import Any, NamedTuple

import pytest
from PIL import ImageChops

from layout.editions import OFFICE
from layout.frame import BLACK, Clip, Group, Item, Panel, Path, TextRun
from layout.geometry import Pt, Rect
from layout.pdf import Info, write
from layout.sheets import Side
from tests.leaflet_pdf.ink import ink_box
from tests.leaflet_pdf.lines import FONTS, composed
from tests.leaflet_pdf.made import (
    CUSTOMERS,
    FOLDS,
    MYNUMBER,
    STRANGE,
    STRANGERS,
    Box,
    Case,
    drawn,
    pdf,
)
from tests.leaflet_pdf.painting import (
    contents,
    ink_of,
    pictures,
    text_last,
    with_contents,
    without_text,
)
from tests.pdf.reading import Drawn

DPI = 200
SEEN = 40
"""The least difference (of 255, in any channel) between a pixel of text and its ground."""


@cache
def as_it_is(case: Case) -> list[Any]:
    return pictures(pdf(case), DPI)


@pytest.mark.parametrize("case", CUSTOMERS + STRANGERS)
def test_nothing_is_painted_over_text(case: Case) -> None:
    """Text painted after everything else gives the same picture, pixel for pixel: whatever is
    painted after a text now does not touch it."""
    last = with_contents(pdf(case), map(text_last, contents(pdf(case))))
    for now, then in zip(as_it_is(case), pictures(last, DPI), strict=True):
        assert ImageChops.difference(now, then).getbbox() is None


@pytest.mark.parametrize("covers", [True, False])
def test_a_shape_over_text_would_be_found(covers: bool) -> None:
    case = Case(MYNUMBER, "a4-roll", "press")
    glyph = drawn(case)[40]
    page, *others = contents(pdf(case))
    corner = f"{glyph.x:.3f} {glyph.y:.3f}" if covers else "0 0"
    spoilt = f"{page}\n0 0 0 0 k {corner} 5 5 re f"
    files = [with_contents(pdf(case), [each, *others]) for each in (spoilt, text_last(spoilt))]
    now, then = (pictures(file, DPI)[0] for file in files)
    assert (ImageChops.difference(now, then).getbbox() is not None) == covers


def pixels(box: Box, height: int) -> tuple[int, int, int, int]:
    """The pixels of a picture of that height which a box on the page touches."""
    scale = DPI / 72
    left, right = floor(box.left * scale), ceil(box.right * scale)
    return left, floor(height - box.top * scale), right, ceil(height - box.bottom * scale)


@pytest.mark.parametrize("case", CUSTOMERS + STRANGERS)
def test_every_glyph_is_seen(case: Case) -> None:
    """Rendered with and without text, the pages differ clearly in the box of every glyph."""
    bare = pictures(with_contents(pdf(case), map(without_text, contents(pdf(case)))), DPI)
    pairs = zip(as_it_is(case), bare, strict=True)
    seen = [ImageChops.difference(now, without) for now, without in pairs]
    count = 0
    for glyph in drawn(case):
        box = ink_box(glyph, case)
        if box is not None:
            picture = seen[glyph.page]
            extrema: Any = picture.crop(pixels(box, picture.height)).getextrema()
            assert max(most for _, most in extrema) >= SEEN, glyph
            count += 1
    assert count > 500


@pytest.mark.parametrize("case", CUSTOMERS + STRANGERS)
def test_no_two_glyphs_stand_on_one_another(case: Case) -> None:
    """The boxes of their ink share no more than kerning and narrow marks bring about."""
    boxes = [(glyph, ink_box(glyph, case)) for glyph in drawn(case)]
    rows: dict[tuple[int, int], list[tuple[Drawn, Box]]] = {}
    for glyph, box in boxes:
        if box is not None:
            for row in range(int(box.bottom // ROW), int(box.top // ROW) + 1):
                rows.setdefault((glyph.page, row), []).append((glyph, box))
    for band in rows.values():
        band.sort(key=lambda pair: pair[1].left)
        for place, (glyph, box) in enumerate(band):
            for other, its in band[place + 1 :]:
                if its.left >= box.right:
                    break
                size = min(glyph.size, other.size)
                across = min(box.right, its.right) - its.left
                down = min(box.top, its.top) - max(box.bottom, its.bottom)
                assert min(across, down) < SHARED * size, (glyph, other)


ROW = 20.0
"""Points: glyphs are compared with those of the same band of the page."""

SHARED = 0.2
"""Ems."""


class Layer(NamedTuple):
    """The ink of one block on one panel."""

    panel: int
    block: str
    items: tuple[Item, ...]


def layers(panel: Panel) -> list[Layer]:
    """The blocks of a panel; on the cover grounds and art are the cover's own."""
    found: dict[str, list[Item]] = {}
    for block, item in (*_leaves(panel.under, UNDER), *_leaves(panel.over)):
        assert block
        name = "cover" if panel.role == "cover" and block == UNDER else block
        found.setdefault(name, []).append(item)
    return [Layer(panel.number, block, tuple(items)) for block, items in found.items()]


UNDER = "under"


def _leaves(items: tuple[Item, ...], block: str = "") -> Iterator[tuple[str, Item]]:
    """Text and paths in black, each in a group that puts it where it stands."""
    for item in items:
        if isinstance(item, Group):
            assert not item.turn
            for name, leaf in _leaves(item.items, item.block or block):
                yield name, Group(item.x, item.y, (leaf,))
        elif isinstance(item, Clip):
            for name, leaf in _leaves(item.items, block):
                yield name, Clip(item.segments, (leaf,))
        elif isinstance(item, TextRun):
            yield block, item._replace(ink=BLACK)
        else:
            yield block, _blackened(item)


def _blackened(path: Path) -> Path:
    stroke = path.stroke and path.stroke._replace(ink=BLACK)
    return path._replace(fill=path.fill and BLACK, stroke=stroke)


PLACES = [
    pytest.param(case.leaflet, case.fold, id=f"{case.leaflet.stem}-{case.fold}")
    for case in (*(Case(MYNUMBER, fold, "") for fold in FOLDS), *STRANGE)
]


@pytest.mark.parametrize(("leaflet", "fold"), PLACES)
def test_no_two_blocks_share_ink(leaflet: File, fold: str) -> None:
    """Every block of a panel is painted by itself, black on white: no pixel that one covers at
    least half is so covered by another."""
    panels = composed(leaflet, fold).panels
    found = [layer for panel in panels for layer in layers(panel)]
    assert len(found) > len(panels)
    inks = [ink_of(picture) for picture in painted(found, panels)]
    assert all(ink.getbbox() for ink in inks)
    for (one, ink), (other, its) in combinations(zip(found, inks, strict=True), 2):
        if one.panel == other.panel:
            assert ImageChops.multiply(ink, its).getbbox() is None, (one.block, other.block)


def painted(found: list[Layer], panels: tuple[Panel, ...]) -> list[Any]:
    """The layers as pictures, each the whole of its panel."""
    box = Rect(Pt(0), Pt(0), max(p.width for p in panels), max(p.height for p in panels))
    sides = [Side(f"{layer.panel} {layer.block}", box, box, box, layer.items) for layer in found]
    return pictures(write(sides, OFFICE, Info("", "2000-01-01"), FONTS), DPI, grey=True)
