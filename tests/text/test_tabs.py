"""Tab stops and hanging indents (JLREQ 3.6, 3.5.1): places in ems."""

import pytest

from layout.geometry import Em, Pt
from layout.problems import LeafletError
from layout.text.fonts import Fonts
from layout.text.paragraph import Span, prepare, set_paragraph
from layout.theme import Rhythm, Tab, Theme, theme_from
from tests.text.setting import BODY, lines_of

STOPS = (Tab(Em(6.0), "decimal"), Tab(Em(10.0), "centre"), Tab(Em(14.0), "end"))


def cells(fonts: Fonts, text: str, *tabs: Tab, **style: object) -> list[tuple[str, float]]:
    line = lines_of(fonts, text, 30, tabs=tabs, **style)[0]
    return [(cell.char, round(cell.left, 4)) for cell in line.cells]


def test_text_is_set_at_its_stops(fonts: Fonts) -> None:
    found = dict(cells(fonts, "国\t12.5\t円\tく", *STOPS))
    assert found == {"国": 0.0, "1": 5.0, "2": 5.5, ".": 6.0, "5": 6.5, "円": 9.5, "く": 13.0}


def test_text_without_tabs_is_set_as_it_is(fonts: Fonts) -> None:
    assert cells(fonts, "国く", *STOPS) == cells(fonts, "国く")


def test_without_a_point_the_end_stands_at_the_stop(fonts: Fonts) -> None:
    assert cells(fonts, "国\t100", *STOPS)[1] == ("1", 4.5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国\tあ", [0.0, 4.0]),
        ("国\t\tあ", [0.0, 8.0]),  # a stop for each tab
        ("\tあ", [4.0]),
        ("国国国国国\tあ", [0.0, 1.0, 2.0, 3.0, 4.0, 8.0]),  # passed over
        ("国国国国\tあ", [0.0, 1.0, 2.0, 3.0, 8.0]),  # reached: to the next
        ("国\t「あ」", [0.0, 4.0, 4.5, 5.5]),  # a bracket as at the head of a line
    ],
)
def test_stops_are_taken_in_turn(fonts: Fonts, text: str, expected: list[float]) -> None:
    found = cells(fonts, text, Tab(Em(4.0)), Tab(Em(8.0)))
    assert [left for _, left in found] == expected


def test_what_does_not_fit_before_its_stop_follows_at_once(fonts: Fonts) -> None:
    assert cells(fonts, "国国国\tああ", Tab(Em(4.0), "end"))[3] == ("あ", 3.0)


def test_beyond_the_last_stop_a_tab_is_a_space(fonts: Fonts) -> None:
    assert cells(fonts, "国国\tあ", Tab(Em(1.0)))[2] == ("あ", round(2 + 1 / 3, 4))


def test_label_and_text_with_a_hanging_indent(fonts: Fonts) -> None:
    lines = lines_of(fonts, "①\t" + "国" * 20, 10, tabs=(Tab(Em(2.0)),), turnover=2.0)
    assert [line.cells[0].left for line in lines] == [0.0, 2.0, 2.0]
    assert lines[0].cells[1].left == 2.0
    assert [line.short for line in lines[:2]] == [0.0, 0.0]
    assert "".join(line.text for line in lines) == "①\t" + "国" * 20


def test_nothing_before_a_tab_is_adjusted(fonts: Fonts) -> None:
    text = "国国、\t" + "国語が" * 12
    for measure in (11.3, 12.5, 13.7):
        line = lines_of(fonts, text, measure, tabs=(Tab(Em(4.0)),), turnover=4.0)[0]
        assert [cell.left for cell in line.cells[:4]] == [0.0, 1.0, 2.0, 4.0]
        assert line.short == pytest.approx(0.0, abs=1e-6)


def test_lines_after_a_forced_break_hang_as_well(fonts: Fonts) -> None:
    lines = lines_of(fonts, "国\n国", 10, indent=1.0, turnover=3.0)
    assert [line.cells[0].left for line in lines] == [1.0, 3.0]


def test_a_tab_is_copied_as_a_tab(fonts: Fonts) -> None:
    rules = BODY._replace(tabs=(Tab(Em(2.0)),))
    (line,) = set_paragraph(prepare((Span("国\t国", rules),), rules, fonts), (9.0,), Pt(10.0))
    assert "".join(glyph.text for run in line.runs for glyph in run.glyphs) == "国\t国"


def theme(**style: str) -> Theme:
    rhythm = {name.replace("_", "-"): "1" for name in Rhythm._fields}
    return theme_from(
        "t",
        {
            "palette": {"black": {"cmyk": "0 0 0 100", "srgb": "#000000"}},
            "faces": {"body": ["BIZUDGothic-Regular"]},
            "styles": {"list": {"faces": "body", **style}},
            "rhythm": rhythm,
            "ground": "black",
            "forms": {},
            "costs": {},
        },
    )


def test_stops_in_a_theme() -> None:
    found = theme(tabs="2 20-decimal 12.5-end", turnover="2").styles["list"]
    assert found.turnover == 2.0
    assert found.tabs == (Tab(Em(2.0)), Tab(Em(12.5), "end"), Tab(Em(20.0), "decimal"))


@pytest.mark.parametrize("entry", ["", "2 x", "2-left", "-3"])
def test_stops_that_are_none(entry: str) -> None:
    with pytest.raises(LeafletError):
        theme(tabs=entry)
