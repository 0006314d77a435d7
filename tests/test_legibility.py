"""Text that cannot be read on its ground, told by ``check`` with its place."""

import pytest

from layout.build import Request, check
from layout.document import Leaflet
from layout.frame import Clip, Group, Image, Ink, Item, Panel, Path, SetGlyph, TextRun
from layout.geometry import Pt
from layout.legibility import illegible
from layout.load import load, load_theme
from layout.resources import resource
from layout.sight import EYES, contrast, luminance

THEME = load_theme(resource("data/themes/calm/theme.yaml"))
LEAFLET: Leaflet = load(resource("data/mynumber.yaml")).leaflet
NOTHING = (0.0, 0.0, 0.0, 0.0)


def ink(name: str, *srgb: float) -> Ink:
    r, g, b = srgb
    return Ink(name, NOTHING, (r, g, b))


WHITE, GREY, FAINT = (
    ink("white", 1, 1, 1),
    ink("grey", 0.45, 0.45, 0.45),
    ink("faint", 0.6, 0.6, 0.6),
)
DARK, RED, GREEN = ink("dark", 0.1, 0.1, 0.3), ink("red", 0.75, 0, 0), ink("green", 0, 0.2, 0)


def box(left: float, fill: Ink, right: float = 200.0) -> Path:
    return Path((("R", (left, 50.0, right, 150.0)),), fill)


def ring(fill: Ink, even_odd: bool) -> Path:
    outer, inner = (0.0, 50.0, 200.0, 150.0), (50.0, 60.0, 150.0, 140.0)
    return Path((("R", outer), ("R", inner)), fill, even_odd=even_odd)


def text(colour: Ink, size: float = 10.0, face: str = "BIZUDGothic-Regular") -> TextRun:
    glyph = SetGlyph(1, Pt(0.0), Pt(0.0), "国")
    return TextRun(face, Pt(size), colour, Pt(0.0), Pt(0.0), (glyph,))


def told(run: TextRun, *under: Item, ground: Ink | None = None, turn: float = 0.0) -> list[str]:
    """What is told of a run that stands at 100, 100 on what is painted before it."""
    group = Group(Pt(100.0), Pt(100.0), (run,), block="question Q1", turn=turn)
    panel = Panel(2, "inner", Pt(280.0), Pt(590.0), ground, under, (group,))
    return [found.code for found in illegible(LEAFLET, THEME, (panel,))]


@pytest.mark.parametrize(
    ("colour", "size", "face", "found"),
    [
        (GREY, 10.0, "BIZUDGothic-Regular", []),
        (FAINT, 10.0, "BIZUDGothic-Regular", ["text-faint"]),
        (ink("f", 0.57, 0.57, 0.57), 18.0, "BIZUDGothic-Regular", []),
        (ink("f", 0.57, 0.57, 0.57), 14.0, "BIZUDGothic-Regular", ["text-faint"]),
        (ink("f", 0.57, 0.57, 0.57), 14.0, "BIZUDPGothic-Bold", []),
    ],
)
def test_small_text_needs_more_contrast_than_large(
    colour: Ink, size: float, face: str, found: list[str]
) -> None:
    assert told(text(colour, size, face)) == found


@pytest.mark.parametrize("turn", [0.0, 8.0, 90.0])
@pytest.mark.parametrize(
    ("under", "found"),
    [
        ((), ["text-faint"]),
        ((box(0, DARK),), []),
        ((box(150, DARK),), ["text-faint"]),
        ((box(0, DARK), box(0, WHITE)), ["text-faint"]),
        ((ring(DARK, even_odd=True),), ["text-faint"]),
        ((ring(DARK, even_odd=False),), []),
        ((Clip((("R", (0.0, 0.0, 50.0, 500.0)),), (box(0, DARK),)),), ["text-faint"]),
        ((Clip((("R", (0.0, 0.0, 250.0, 500.0)),), (box(0, DARK),)),), []),
        ((Group(Pt(-150.0), Pt(0.0), (box(0, DARK),)),), ["text-faint"]),
        ((Image("a.jpg", Pt(0.0), Pt(0.0), Pt(280.0), Pt(590.0)),), []),
    ],
)
def test_the_ground_is_what_is_painted_last_under_the_text(
    under: tuple[Item, ...], found: list[str], turn: float
) -> None:
    assert told(text(WHITE), *under, turn=turn) == found


def test_colours_that_some_eyes_mix_up_are_told() -> None:
    """Saturated red on green: apart in hue to most, nearly the same darkness to protanopes."""
    assert told(text(ink("red", 1, 0.1, 0)), ground=GREEN) in (
        ["text-faint-to-some"],
        ["text-faint"],
    )
    assert contrast((1, 0.1, 0), GREEN.srgb, "protan") < contrast((1, 0.1, 0), GREEN.srgb)


def test_reversed_text_has_a_least_size_of_its_own() -> None:
    assert told(text(WHITE, 6.9), ground=DARK) == ["text-reversed-small"]
    assert told(text(WHITE, 7.0), ground=DARK) == []
    assert told(text(DARK, 6.9)) == []


@pytest.mark.parametrize("eyes", sorted(EYES))
def test_greys_look_the_same_to_all_eyes(eyes: str) -> None:
    for grey in (0.0, 0.3, 0.7, 1.0):
        assert luminance((grey,) * 3, eyes) == pytest.approx(luminance((grey,) * 3), abs=1e-5)


def test_a_fault_is_told_at_its_block_with_the_names_of_both_inks() -> None:
    group = Group(Pt(100.0), Pt(100.0), (text(FAINT),), block="question Q1")
    panel = Panel(2, "inner", Pt(280.0), Pt(590.0), None, (), (group,))
    (found,) = illegible(LEAFLET, THEME, (panel,))
    assert (found.source, found.panel, found.block) == (LEAFLET.body[0].source, "P2", "question Q1")
    assert {("ink", "faint"), ("ground", "paper"), ("text", "国")} <= set(found.arguments)


@pytest.mark.parametrize(
    "theme", sorted(path.name for path in resource("data/themes").iterdir() if path.is_dir())
)
def test_every_theme_can_be_read(theme: str) -> None:
    found = check(Request(resource("data/mynumber.yaml"), theme=theme, editions=("office",)))
    assert [(each.code, each.block) for each in found if each.code.startswith("text-")] == []
