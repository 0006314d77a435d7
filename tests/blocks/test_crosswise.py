"""Blocks written across their panel: vertically on a horizontal one, and the other way round."""

import pytest

from layout.blocks import lay_out, set_blocks
from layout.document import (
    Appeal,
    Block,
    Contact,
    Imprint,
    KeyFigure,
    Section,
    Statement,
    Text,
)
from layout.frame import UPRIGHT, Frame, Group, TextRun
from layout.galley import Galley, height_of
from layout.geometry import Pt
from layout.room import Setter
from layout.text.fonts import Fonts
from layout.theme import Theme
from tests.blocks.rooms import room_of

WORDS = Text("基本的人権として国家権力によって個人の自由が侵されないよう保障されています。" * 3)
HEADING = Text("憲法13条では、")
VERTICAL = Text("vertical")

BLOCKS = (
    Statement(WORDS, HEADING, direction=VERTICAL),
    Section(WORDS, HEADING, direction=VERTICAL),
    Appeal(Text(WORDS[:39]), direction=VERTICAL),
)

blocks = pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)


def turned(galley: Galley) -> Group:
    [piece] = galley
    [group] = piece.items
    assert isinstance(group, Group)
    assert group.turn == 90.0
    return group


def runs(group: Group, x: float = 0.0, y: float = 0.0) -> list[tuple[TextRun, float, float]]:
    """The runs with their group's offset, in the coordinates before the block is turned."""
    found = []
    for item in group.items:
        if isinstance(item, TextRun):
            found.append((item, x, y))
        elif isinstance(item, Group):
            found += runs(item, x + item.x, y + item.y)
    return found


@blocks
def test_a_vertical_block_keeps_to_its_room(block: Block, calm: Theme, fonts: Fonts) -> None:
    """Its lines lie inside the height it asks for, and as many as the width holds."""
    room = room_of(calm, Setter(fonts))
    galley = lay_out(block, room, "one")
    group = turned(galley)
    for run, x, y in runs(group):
        assert run.stance in (UPRIGHT, "across", "")
        assert -0.5 * run.size <= x + run.x + run.glyphs[0].x
        assert x + run.x + run.glyphs[-1].x + run.size / 2 <= height_of(galley) + 0.01
        assert 0.0 <= group.x - (y + run.y) <= room.width


@blocks
def test_it_says_the_same_words(block: Block, calm: Theme, fonts: Fonts) -> None:
    group = turned(lay_out(block, room_of(calm, Setter(fonts)), "one"))
    said = "".join(glyph.text for run, *_ in runs(group) for glyph in run.glyphs)
    assert said == (getattr(block, "heading", None) or "") + block.text


@blocks
def test_horizontal_is_what_it_is_without_saying(block: Block, calm: Theme, fonts: Fonts) -> None:
    plain = block._replace(direction=None)
    said = block._replace(direction=Text("horizontal"))
    one, other = (lay_out(each, room_of(calm, Setter(fonts)), "one") for each in (plain, said))
    assert [piece.items for piece in one] == [piece.items for piece in other]
    assert not any(group.turn for piece in one for group in piece.items if isinstance(group, Group))


LEVEL = (
    Contact(Text("みなと労働組合"), tel=Text("045-012-3478")),
    KeyFigure(Text("6,225円"), Text("保険料の平均")),
    Imprint(Text("みなと労働組合"), date=Text("2025年7月")),
)


@pytest.mark.parametrize("block", LEVEL, ids=lambda block: type(block).__name__)
def test_what_is_read_level_lies_across_vertical_lines(
    block: Block, calm: Theme, fonts: Fonts
) -> None:
    """One piece, turned back, within the length of the lines about it."""
    room = room_of(calm, Setter(fonts)).written("vertical")._replace(depth=25 * 9.5)
    [piece] = lay_out(block, room, "one")
    [group] = piece.items
    assert isinstance(group, Group)
    assert group.turn == -90.0
    assert room.depth >= group.y
    assert piece.height >= group.y
    drawn = runs(group)
    assert all(not run.stance for run, *_ in drawn)
    assert all(0.0 <= y + run.y <= room.width for run, _, y in drawn)
    assert all(0.0 <= x + run.x + run.glyphs[-1].x <= group.y for run, x, _ in drawn)


def test_level_blocks_that_follow_each_other_share_a_tier(calm: Theme, fonts: Fonts) -> None:
    room = room_of(calm, Setter(fonts), 30).written("vertical")._replace(depth=25 * 9.5)
    named = [(f"block {index}", block) for index, block in enumerate(LEVEL)]
    galley = set_blocks(named, room)
    assert 0 < len(galley) < len(LEVEL)
    level = room.written("horizontal")
    assert len(set_blocks(named, level)) > len(LEVEL)


def test_a_drawing_stands_upright_wherever_it_is(calm: Theme, fonts: Fonts) -> None:
    """Turned back by as much as its lines are turned, and as large as before."""
    room = room_of(calm, Setter(fonts))
    frame = Frame(Pt(30.0), Pt(20.0), (Group(Pt(0), Pt(0), ()),))
    assert room.upright(frame) is frame
    turned = room.written("vertical").upright(frame)
    [group] = turned.items
    assert isinstance(group, Group)
    assert (turned.width, turned.height) == (20.0, 30.0)
    assert (group.x, group.y, group.turn) == (0.0, 30.0, -90.0)
