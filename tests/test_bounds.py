"""The last look at a composition: text outside its panel, text too small to read."""

import pytest

from layout.bounds import check_bounds
from layout.document import Leaflet
from layout.frame import BLACK, UPRIGHT, Group, Panel, SetGlyph, TextRun
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


@pytest.mark.parametrize(
    ("x", "y", "told"),
    [
        (100.0, 100.0, False),
        (4.0, 100.0, True),  # half its cell lies to the left of x
        (100.0, 585.0, True),  # its cell reaches down from y
        (276.0, 100.0, True),
        (100.0, 5.0, True),
    ],
)
def test_vertical_text_is_measured_by_its_cells(
    fonts: Fonts, x: float, y: float, told: bool
) -> None:
    face = "BIZUDGothic-Regular"
    glyph = SetGlyph(fonts.face(face).gid(ord("国")) or 0, Pt(0.0), Pt(0.0), "国")
    run = TextRun(face, Pt(10.0), BLACK, Pt(0.0), Pt(0.0), (glyph,), UPRIGHT)
    line = Group(Pt(10.0), Pt(20.0), (run,))
    group = Group(Pt(x + 20.0), Pt(y - 10.0), (line,), block="question Q1", turn=90.0)
    panel = Panel(2, "inner", Pt(280.0), Pt(590.0), None, (), (group,))
    if not told:
        check_bounds(LEAFLET, THEME, (panel,), fonts)
        return
    with pytest.raises(LeafletError) as error:
        check_bounds(LEAFLET, THEME, (panel,), fonts)
    assert [problem.code for problem in error.value.problems] == ["text-outside"]


def test_a_mark_at_the_end_of_a_line_ends_where_its_ink_does(fonts: Fonts) -> None:
    """。 stands in the first half of its cell; the white behind it may lie in the margin."""
    last = Pt(280.0 - 3 * 72 / 25.4)
    for char, size, told in (("国", 20.0, True), ("。", 20.0, False), ("。", 21.5, True)):
        face = "BIZUDGothic-Regular"
        glyph = SetGlyph(fonts.face(face).gid(ord(char)) or 0, Pt(0.0), Pt(0.0), char)
        run = TextRun(face, Pt(size), BLACK, Pt(0.0), Pt(0.0), (glyph,))
        group = Group(Pt(last - 10.1), Pt(100.0), (run,), block="question Q1")
        panel = Panel(2, "inner", Pt(280.0), Pt(590.0), None, (), (group,))
        codes = []
        try:
            check_bounds(LEAFLET, THEME, (panel,), fonts)
        except LeafletError as error:
            codes = [found.code for found in error.problems]
        assert codes == ["text-outside"] * told
