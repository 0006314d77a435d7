"""Pictures of a leaflet: of the right size, whole, the same every time."""

from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from layout.build import Made, Request, build
from layout.folds import load_schemes
from layout.geometry import to_mm
from layout.problems import NOTE
from layout.resources import resource

SAMPLE = resource("data/mynumber.yaml")


@cache
def made(fold: str, dpi: int = 60) -> dict[str, Made]:
    built = build(Request(SAMPLE, fold, ("html",), pictures=dpi))
    return {one.stem.rpartition("_")[2]: one for one in built.made if one.edition == "picture"}


def opened(one: Made) -> Image.Image:
    return Image.open(BytesIO(one.data)).convert("RGB")


@pytest.mark.parametrize("fold", ["a4-roll", "a3-half", "a4-gate"])
def test_there_is_a_picture_of_every_panel_and_of_every_use(fold: str) -> None:
    scheme, dpi = load_schemes(resource("data/folds.yaml"))[fold], 60
    found = made(fold, dpi)
    for slot in scheme.slots:
        width, height = opened(found[f"P{slot.number}-{slot.role}"]).size
        assert abs(width - to_mm(slot.width) / 25.4 * dpi) <= 1.01
        assert abs(height - to_mm(slot.height) / 25.4 * dpi) <= 1.01
    assert opened(found["social-square"]).size == (1080, 1080)
    assert opened(found["social-wide"]).size == (1200, 630)
    closed, flat = opened(found["mockup-closed"]), opened(found["mockup-flat"])
    assert flat.width > closed.width
    assert "mockup-opened" in found


def test_pictures_are_the_same_every_time() -> None:
    first, second = made("a4-roll"), made.__wrapped__("a4-roll")
    assert {name: one.data for name, one in first.items()} == {
        name: one.data for name, one in second.items()
    }


def test_the_cover_stands_whole_in_the_picture_for_social_media() -> None:
    found = made("a4-roll")
    square, cover = opened(found["social-square"]), opened(found["P1-cover"])
    height = 1080 - 2 * (1080 // 14)
    width = round(cover.width * height / cover.height)
    box = ((1080 - width) // 2, (1080 - height) // 2)
    shown = square.crop((*box, box[0] + width, box[1] + height))
    wanted = cover.resize((width, height), Image.Resampling.LANCZOS)
    difference = ImageChops.difference(shown, wanted).convert("L").point(lambda v: 255 * (v > 40))
    assert difference.histogram()[255] < width * height * 0.002


@pytest.mark.parametrize(
    ("fold", "opening"), [("a4-roll", "left"), ("a4-gate", "right"), ("a4-cross", "left")]
)
def test_the_flat_leaflet_lies_as_its_inside_is_printed(fold: str, opening: str) -> None:
    scheme = load_schemes(resource("data/folds.yaml"), opening)[fold]
    built = build(Request(SAMPLE, fold, ("html",), opening=opening, pictures=60))
    found = {one.stem.rpartition("_")[2]: one for one in built.made if one.edition == "picture"}
    flat = opened(found["mockup-flat"])
    around = round(1000 * 0.09)
    paper = flat.crop((around, around, flat.width - around, flat.height - around))
    scale = paper.width / scheme.width
    for slot in scheme.on("inside"):
        left, top = round(slot.x * scale), round(slot.y * scale)
        box = (left, top, left + round(slot.width * scale), top + round(slot.height * scale))
        shown = paper.crop(box).convert("L").resize((24, 32))
        panel = opened(found[f"P{slot.number}-{slot.role}"])
        wanted = (panel.rotate(180) if slot.turn else panel).convert("L").resize((24, 32))
        apart = ImageChops.difference(shown, wanted)
        assert sum(value * count for value, count in enumerate(apart.histogram())) < 12 * 24 * 32


def test_words_are_proposed_for_who_cannot_see_the_picture() -> None:
    built = build(Request(SAMPLE, "a4-roll", ("html",), pictures=30))
    [found] = [each for each in built.problems if each.code == "picture-words"]
    assert found.severity == NOTE
    assert ("title", "どうなる？どうする？マイナンバー") in found.arguments
    assert "picture-words" not in {each.code for each in build(Request(SAMPLE)).problems}
