"""The last look at a composition: text outside its panel, text too small to read."""

import pytest

from layout.bounds import check_bounds
from layout.document import Leaflet
from layout.frame import BLACK, Group, Panel, SetGlyph, TextRun
from layout.geometry import Pt
from layout.load import load, load_theme
from layout.problems import LeafletError, Problem
from layout.resources import resource
from layout.text.fonts import Fonts

THEME = load_theme(resource("data/themes/calm/theme.yaml"))
LEAFLET: Leaflet = load(resource("data/mynumber.yaml")).leaflet


def found(fonts: Fonts, size: float, x: float, turn: float = 0.0) -> tuple[Problem, ...]:
    """What is told of one character of that size, ``x`` points from a panel's left."""
    face = "BIZUDGothic-Regular"
    gid = fonts.face(face).gid(ord("国")) or 0
    glyph = SetGlyph(gid, Pt(0.0), Pt(0.0), "国")
    run = TextRun(face, Pt(size), BLACK, Pt(0.0), Pt(0.0), (glyph,))
    group = Group(Pt(x), Pt(100.0), (run,), block="question Q1", turn=turn)
    panel = Panel(2, "inner", Pt(280.0), Pt(590.0), None, (), (group,))
    try:
        check_bounds(LEAFLET, THEME, (panel,), fonts)
    except LeafletError as error:
        return error.problems
    return ()


def test_text_on_its_panel_and_large_enough_is_let_by(fonts: Fonts) -> None:
    assert found(fonts, THEME.rhythm.smallest, 100.0) == ()


@pytest.mark.parametrize("x", [5.0, 275.0])
def test_text_near_the_trim_is_told_with_its_words(fonts: Fonts, x: float) -> None:
    (told,) = found(fonts, 10.0, x)
    assert (told.code, told.panel, told.block) == ("text-outside", "P2", "question Q1")
    assert ("text", "国") in told.arguments
    assert told.source == LEAFLET.body[0].source


@pytest.mark.parametrize("turn", [0.0, 8.0])
def test_text_too_small_to_read_is_told_with_its_size(fonts: Fonts, turn: float) -> None:
    (told,) = found(fonts, THEME.rhythm.smallest - 0.1, 100.0, turn)
    assert told.code == "text-too-small"
    assert ("size", f"{THEME.rhythm.smallest - 0.1:.1f}") in told.arguments
