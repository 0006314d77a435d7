"""The vertical sample that comes with the house, in every theme and on other folds."""

from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from layout.build import Request, build, check
from layout.document import texts
from layout.frame import Clip, Group, Item
from layout.load import load
from layout.resources import resource
from layout.themes import shipped_themes
from tests.leaflet_pdf.words import close
from tests.pdf.reading import glyphs

SAMPLE = resource("data/summer.yaml")
README = Path(__file__).resolve().parent.parent / "README.ja.md"


@pytest.mark.parametrize("theme", shipped_themes())
def test_nothing_is_to_be_said_against_it(theme: str) -> None:
    """Contrast, bounds, press: in every theme, whose zones lie under their tiers alone.  Ruby may
    be small where a theme's body is."""
    assert {found.code for found in check(Request(SAMPLE, theme=theme))} <= {"type.small"}


@pytest.mark.parametrize("fold", ["a4-half", "b5-half"])
def test_it_opens_to_the_right_and_is_copied_whole(fold: str) -> None:
    built = build(Request(SAMPLE, fold, ("office",)))
    assert built.scheme.opening == "right"
    pages = pypdfium2.PdfDocument(built.made[0].data)
    copied = close("".join(page.get_textpage().get_text_range() for page in pages))
    copied = copied.replace("ちゅうぼう", "")  # the ruby, which stands between two lines
    leaflet = load(SAMPLE).leaflet
    for text in texts((leaflet.cover, leaflet.body, leaflet.back)):
        for sentence in close(text).split("。"):
            assert sentence in copied


def test_numbers_of_two_digits_stand_across_the_line_in_their_full_size() -> None:
    """The body's face has wide figures; the next one has some of half an em."""
    found = list(glyphs(build(Request(SAMPLE, editions=("office",))).made[0].data))
    [body] = {round(glyph.size, 2) for glyph in found if glyph.text == "湿"}
    numbers = {("2", "8"), ("3", "0"), ("3", "1")}
    pairs = [pair for pair in pairwise(found) if (pair[0].text, pair[1].text) in numbers]
    assert len(pairs) >= len(numbers)
    for one, other in pairs:
        assert one.size == other.size == pytest.approx(body, rel=0.01)
        assert one.y == pytest.approx(other.y, abs=0.01)
        assert 0 < other.x - one.x < 0.55 * body


@pytest.mark.parametrize(
    ("more", "fold"), [("", "a4-half"), ("note", "a4-half"), ("url", "a3-half")]
)
def test_a_contact_keeps_to_its_tier(more: str, fold: str, tmp_path: Path) -> None:
    """It stands across the lines, no higher than these are long; else it is set smaller."""
    values = {"fax": "000-000-0001", "email": "soudan@example.jp", "url": "https://example.jp"}
    values["note"] = "夜間は、お住まいの地域の救急電話相談（＃7119）をご利用ください。"
    added = list(values)[: list(values).index(more) + 1] if more else []
    lines = "".join(f"      {key}: '{values[key]}'\n" for key in added)
    text = SAMPLE.read_text("utf-8").replace("  - imprint:", f"{lines}  - imprint:")
    path = tmp_path / "summer.yaml"
    path.write_text(text, "utf-8")
    built = build(Request(path, fold, editions=("office",)))
    room = built.works[0].rooms["contact 1"]
    found = "".join(glyph.text for glyph in glyphs(built.made[0].data))
    all_glyphs = list(glyphs(built.made[0].data))
    start = found.index("相談はこちらへ")
    end = found.index("発行", start)
    ys = [glyph.y for glyph in all_glyphs[start:end] if glyph.turn == 0]
    assert max(ys) - min(ys) < room.width - room.unit
    assert len(found) == len(all_glyphs)


def test_the_readme_builds_it() -> None:
    assert "make_leaflet.py data/summer.yaml" in README.read_text("utf-8")


def test_tiers_that_end_together_leave_room_for_one_window(tmp_path: Path) -> None:
    """A body too short for its panels: ornament over all tiers of a panel, not one in each."""
    text = SAMPLE.read_text("utf-8")
    start, end = text.index("  - list:"), text.index("back:")
    path = tmp_path / "summer.yaml"
    path.write_text(text[:start] + text[end:], "utf-8")
    work = build(Request(path, "a4-roll", ("office",))).works[0]
    windows = [_windows(panel.under) for panel in work.panels if panel.role == "inner"]
    assert max(windows) >= 1
    assert all(count <= 2 for count in windows)


def _windows(items: tuple[Item, ...]) -> int:
    return sum(
        1 if isinstance(item, Clip) else _windows(item.items)
        for item in items
        if isinstance(item, Clip | Group)
    )
