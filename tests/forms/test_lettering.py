"""Display text fitted to a measure."""

import pytest

from layout.forms.lettering import fitted, pill, sign
from layout.frame import BLACK, Frame, TextRun
from layout.load import load_theme
from layout.resources import resource
from layout.room import Setter
from layout.text.fonts import Fonts
from tests.blocks.rooms import room_of
from tests.walk import walk

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


def sizes(frame: Frame) -> list[float]:
    return [placed.item.size for placed in walk(frame.items) if isinstance(placed.item, TextRun)]


@pytest.mark.parametrize("label", ["Q1", "問い", "Question 10", "とても長いラベルの質問その一"])
def test_a_sign_stretches_rather_than_print_what_cannot_be_read(label: str, fonts: Fonts) -> None:
    room = room_of(CALM, Setter(fonts))
    drawn = sign(room, label, CALM.styles["sign"], BLACK, 24.0)
    assert min(sizes(drawn)) >= min(CALM.rhythm.smallest, CALM.styles["sign"].size * room.unit)
    assert drawn.width >= room.text_width(label, CALM.styles["sign"]._replace(size=room.smallest))
    assert (drawn.width == 24.0) == (len(label) == 2)


def test_a_pill_is_broken_where_it_would_be_too_small(fonts: Fonts) -> None:
    room = room_of(CALM, Setter(fonts))
    style = CALM.styles["kind"]
    one = pill(room, "誤送付", style, BLACK)
    long = pill(room, "個人情報の漏えいと滅失と毀損および目的外の利用" * 2, style, BLACK)
    assert long.width <= room.width
    assert long.height > one.height * 1.5
    assert min(sizes(long)) >= style.size * room.unit * 0.8 - 1e-6
