"""A cover as a poster: what runs off the panel, and what stands on what."""

from pathlib import Path

import pytest

from layout.artwork.library import read_artwork
from layout.build import schemes
from layout.drafts import _COVERS
from layout.frame import Item
from layout.frame import Path as Area
from layout.load import load, load_theme
from layout.panels import Panel, compose
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.themekeys import FORM, sections
from layout.themes import FILE

LEAFLETS = {
    name: Path(__file__).parents[1] / "leaflets" / f"{name}.yaml" for name in ("short", "long")
}


def cover(path: Path, fold: str, fonts: Fonts) -> Panel:
    theme = load_theme(resource("data/themes") / "bold" / FILE)
    leaflet = load(path).leaflet
    artwork = read_artwork(leaflet, theme, path.parent).found
    composed = compose(leaflet, schemes()[fold], theme, fonts, artwork=artwork)
    return next(panel for panel in composed.panels if panel.role == "cover")


def extent(area: Area) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of an outline's points."""
    points = [
        numbers[at : at + 2] for _, numbers in area.segments for at in range(0, len(numbers), 2)
    ]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def areas(items: tuple[Item, ...], name: str) -> list[tuple[float, float, float, float]]:
    return [extent(i) for i in items if isinstance(i, Area) and i.fill and i.fill.name == name]


@pytest.mark.parametrize("fold", ["a4-roll", "a3-half"])
@pytest.mark.parametrize("path", [resource("data/mynumber.yaml"), *LEAFLETS.values()])
def test_ground_and_band_run_off_the_panel_and_the_card_stands_on_the_band(
    path: Path, fold: str, fonts: Fonts
) -> None:
    panel = cover(path, fold, fonts)
    [ground, *_] = areas(panel.under, "navy")
    bleed = 3 * 72 / 25.4
    assert min(-ground[0], -ground[1], ground[2] - panel.width, ground[3] - panel.height) > bleed
    leads = bool(load(path).leaflet.cover.lead_on)
    bands = areas(panel.under, "vermilion")
    assert len(bands) == leads
    for left, top, right, bottom in bands:
        assert min(-left, right - panel.width, bottom - panel.height) > bleed
        for card in areas(panel.under, "white"):
            assert card[3] == pytest.approx(top, abs=0.01)
            assert 0 < card[0] < card[2] < panel.width


def test_the_table_of_keys_names_the_covers_forms_in_their_order() -> None:
    key = sections()[FORM + "cover"].key("form")
    assert key is not None
    assert key.limits.split("|") == list(_COVERS)
