"""Display type and running type: what the theme's styles ask of the fonts."""

import pytest

from layout.load import load_theme
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.paragraph import Span, natural_width, prepare
from layout.theme import TextStyle

STYLES = load_theme(resource("data/themes") / "calm" / "theme.yaml").styles
DISPLAY = {name: style for name, style in STYLES.items() if style.faces[0].startswith("NotoSerif")}
RUNNING = {name: style for name, style in STYLES.items() if style.align == "justify"}


def width(fonts: Fonts, text: str, style: TextStyle) -> float:
    return natural_width(prepare((Span(text, style),), style, fonts)) / style.size


def test_the_theme_has_both() -> None:
    assert {"title", "ask", "heading", "appeal", "statement"} <= DISPLAY.keys()
    assert {"body", "lead", "small"} <= RUNNING.keys()


@pytest.mark.parametrize("name", RUNNING)
def test_running_text_stands_on_the_cell(fonts: Fonts, name: str) -> None:
    assert RUNNING[name].features == ()
    assert width(fonts, "マイナンバー制度の", RUNNING[name]) == pytest.approx(9.0)


@pytest.mark.parametrize("name", [name for name in DISPLAY if DISPLAY[name].size > 1.4])
def test_display_text_is_set_tight_and_kerned(fonts: Fonts, name: str) -> None:
    style = DISPLAY[name]
    assert {"palt", "kern"} <= set(style.features)
    loose = style._replace(features=())
    assert width(fonts, "マイナンバー、いよいよ", style) < width(
        fonts, "マイナンバー、いよいよ", loose
    )


def test_a_face_without_such_features_is_set_as_it_is(fonts: Fonts) -> None:
    plain = STYLES["body"]
    tight = plain._replace(features=("palt", "kern"))
    assert width(fonts, "マイナンバー制度", tight) == width(fonts, "マイナンバー制度", plain)
