"""Drawings beside texts, under them, and on covers."""

import re
from pathlib import Path as File

import pytest

from layout.blocks import lay_out
from layout.blocks.spot import NO_SPOT, beside, kept, under
from layout.build import Request, build
from layout.document import Question, Text
from layout.frame import BLACK, Frame, Path
from layout.galley import NEVER
from layout.geometry import Pt
from layout.room import Room, Setter
from layout.text.fonts import Fonts
from layout.theme import Theme
from tests.blocks.rooms import room_of

SHIPPED = File(__file__).parents[2] / "data" / "mynumber.yaml"
MOST_PLAIN, MOST_ILLUSTRATED = 120 * 1024, 200_000


def drawn(width: float, height: float) -> Frame:
    corners = (("M", (0.0, 0.0)), ("L", (width, height)), ("Z", ()))
    return Frame(Pt(width), Pt(height), (Path(corners, BLACK),))


@pytest.fixture
def room(fonts: Fonts, calm: Theme) -> Room:
    pictures = {"upright": drawn(20, 20), "wide": drawn(60, 20)}
    return room_of(calm, Setter(fonts, artwork=pictures))


def answer(text: str, art: str | None) -> Question:
    return Question(Text("問い"), Text(text), art=Text(art) if art else None)


LONG = "国民の情報を一つにつなげば、漏れたときの害も一つになります。" * 6


def line_ends(block: Question, room: Room) -> list[float]:
    """Where each line of an answer ends, in points."""
    form, found = room.form("question"), []
    for piece in lay_out(block, room, "q")[1:]:
        runs = [run for item in piece.items for run in getattr(item, "items", ())]
        xs = [g.x + run.x for run in runs if hasattr(run, "glyphs") for g in run.glyphs]
        found.append(max(xs, default=0.0))
    assert form.number("art-lines") > 0
    return found


def test_lines_beside_a_drawing_leave_it_free_and_the_others_are_full(room: Room) -> None:
    spot = beside(room.setter.artwork["upright"], room, room.form("question"), room.step)
    ends = line_ends(answer(LONG, "upright"), room)
    assert spot.lines < len(ends) - 1
    assert all(end < room.width - spot.inset for end in ends[: spot.lines])
    assert all(end > room.width - 2.5 * room.unit for end in ends[spot.lines : -1])


def test_a_text_shorter_than_its_drawing_is_as_high(room: Room) -> None:
    spot = beside(room.setter.artwork["upright"], room, room.form("question"), room.step)
    _, *text = lay_out(answer("短い答え。", "upright"), room, "q")
    assert sum(piece.height for piece in text) >= spot.height
    assert all(piece.part == NEVER for piece in text)


def test_a_wide_drawing_stands_under_its_text(room: Room) -> None:
    drawing = room.setter.artwork["wide"]
    form = room.form("question")
    assert beside(drawing, room, form, room.step) is NO_SPOT
    [plate] = under(drawing, room, form)
    assert plate.height <= room.down(form.number("art-tall")) + room.step / 2
    assert len(lay_out(answer(LONG, "wide"), room, "q")) == 1 + len(
        lay_out(answer(LONG, None), room, "q")
    )


def test_a_narrow_column_keeps_its_lines(room: Room) -> None:
    narrow = room._replace(width=room.across(14))
    assert beside(drawn(20, 20), narrow, room.form("question"), room.step) is NO_SPOT
    assert kept((), NO_SPOT) == ()


def test_a_name_nobody_has_leaves_no_hole(room: Room) -> None:
    with_name = lay_out(answer(LONG, "nobody"), room, "q")
    without = lay_out(answer(LONG, None), room, "q")
    assert [piece.height for piece in with_name] == [piece.height for piece in without]


def test_sizes_of_the_leaflet_with_its_pictures_and_without(tmp_path: File) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    plain = re.sub(r"(?m)^ *(?:art|flag): .*\n|^ *art:\n(?: *- \w+\n)+", "", text)
    (tmp_path / "plain.yaml").write_text(plain, encoding="utf-8")
    [bare] = build(Request(tmp_path / "plain.yaml", editions=("press",))).made
    [full] = build(Request(SHIPPED, editions=("press",))).made
    assert len(bare.data) < MOST_PLAIN < len(full.data) < MOST_ILLUSTRATED


def test_pictures_give_way_before_words() -> None:
    built = build(Request(SHIPPED, fold="b5-half", editions=("office",)))
    codes = [each.code for each in built.problems]
    assert codes.count("drawing-left-out") == len(codes) > 0
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    assert all("art:" in lines[each.source.line - 1] for each in built.problems)
