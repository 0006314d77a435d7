"""Display text fitted to a measure."""

import pytest

from layout.forms.lettering import fitted
from layout.load import load_theme
from layout.resources import resource
from layout.room import Setter
from layout.text.fonts import Fonts
from tests.blocks.rooms import room_of

CALM = load_theme(resource("data/themes/calm/theme.yaml"))


@pytest.mark.parametrize(
    "text",
    ["マイナンバー", "最低賃金", "公共交通の廃止から地域のくらしを守る", "STOP! インボイス", "年"],
)
def test_a_title_stays_within_measure_and_height(text: str, fonts: Fonts) -> None:
    room = room_of(CALM, Setter(fonts))
    style = CALM.styles["title"]
    found = fitted(
        room, text, style, width=room.width, most=6.0, least=1.6, height=180.0, feed=1.14
    )
    assert all(line.width <= room.width + 0.01 for line in found.lines)
    assert found.height <= 180.01
    assert 1.6 <= found.style.size <= 6.0
    assert "".join(line.text for line in found.lines) == text


def test_a_word_is_never_broken_to_make_it_larger(fonts: Fonts) -> None:
    room = room_of(CALM, Setter(fonts))
    found = fitted(
        room,
        "マイナンバー",
        CALM.styles["title"],
        width=room.width,
        most=9.0,
        least=1.6,
        height=400.0,
        feed=1.14,
    )
    assert len(found.lines) == 1
