"""The colours of the page: every theme can be read by day and by night."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.load import load_theme
from layout.reading.colours import (
    LEAST,
    by_day,
    by_night,
    coded,
    readable,
)
from layout.resources import resource
from layout.sight import Rgb, contrast, luminance
from layout.theme import Theme

THEMES = sorted(entry.name for entry in resource("data/themes").iterdir() if entry.is_dir())
READ_ON = {
    "text": ("ground", "card", "calm", "cover", "pill", "marker"),
    "heading": ("ground", "card", "calm", "cover", "pill"),
    "accent": ("ground", "card", "calm", "cover"),
    "quiet": ("ground", "card"),
    "on-contact": ("contact",),
    "on-solid": ("solid",),
}


@pytest.mark.parametrize("time", [by_day, by_night])
@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_every_ground(
    name: str, time: Callable[[Theme], Mapping[str, Rgb]]
) -> None:
    theme = load_theme(resource(f"data/themes/{name}/theme.yaml"))
    seen = {key: _parsed(coded(colour)) for key, colour in time(theme).items()}
    low = {
        f"{ink} on {ground}": contrast(seen[ink], seen[ground])
        for ink, grounds in READ_ON.items()
        for ground in grounds
        if contrast(seen[ink], seen[ground]) < LEAST
    }
    assert low == {}


def _parsed(code: str) -> Rgb:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast(_parsed("#767676"), (1, 1, 1)) == pytest.approx(4.54, abs=0.01)
    assert luminance((1, 0, 0)) == pytest.approx(0.2126)


COLOUR = st.tuples(*[st.floats(0, 1)] * 3)


@given(COLOUR, COLOUR)
def test_any_ink_is_made_readable_on_any_ground(ink: Rgb, ground: Rgb) -> None:
    ground = _parsed(coded(ground))
    assert contrast(_parsed(coded(readable(ink, ground))), ground) >= LEAST
