"""Panels with a little of everything on them, for tests that need no composed leaflet."""

from itertools import groupby
from operator import attrgetter

from layout.folds import Scheme, Slot, load_schemes
from layout.forms.shapes import circle, rectangle
from layout.frame import (
    BLACK,
    Group,
    Ink,
    Item,
    Panel,
    Path,
    SetGlyph,
    Stroke,
    TextRun,
)
from layout.geometry import Pt, Rect
from layout.resources import resource
from layout.text.fonts import Fonts

SCHEMES = load_schemes(resource("data/folds.yaml"))
UPRIGHT = ("a4-roll", "a4-z", "a4-half", "a3-half")
"""Folds that have no panel upside down: enough for what does not depend on the fold."""

TEAL = Ink("teal", (0.85, 0.45, 0.6, 0.3), (0.11, 0.36, 0.35))
SAGE = Ink("sage", (0.13, 0.02, 0.11, 0.0), (0.86, 0.92, 0.89))
RED = Ink("red", (0.2, 0.8, 0.95, 0.2), (0.64, 0.26, 0.12))
GREY = Ink("grey", (0.0, 0.0, 0.0, 0.7), (0.37, 0.36, 0.35))

BODY = ("BIZUDPGothic-Regular", "BIZUDGothic-Regular", "NotoSansJP-Regular")
BOLD = ("BIZUDGothic-Bold", "NotoSansJP-Bold")
DISPLAY = ("NotoSerifJP-Black", "NotoSansJP-Black")

PROSE = (
    "マイナンバー制度は、番号でAny個人情報を「ひもづけ」る仕組みです（2024年、約1,118件）。"
    "髙橋さんと𠮷野さん、葛󠄀城さんに聞きました。"
)


def set_line(
    fonts: Fonts,
    text: str,
    chain: tuple[str, ...] = BODY,
    size: float = 9.0,
    x: float = 0.0,
    y: float = 0.0,
    ink: Ink = BLACK,
    stretch: float = 0.0,
    features: tuple[str, ...] = (),
) -> tuple[TextRun, ...]:
    """The text on one baseline, every glyph ``stretch`` points wider than it is."""
    places, at = [], 0.0
    for glyph in fonts.shape(text, chain, features):
        place = SetGlyph(glyph.gid, Pt(at + glyph.dx * size), Pt(-glyph.dy * size), glyph.text)
        places.append((glyph.face, place))
        at += glyph.advance * size + stretch
    return tuple(
        TextRun(face, Pt(size), ink, Pt(x), Pt(y), tuple(place for _, place in run))
        for face, run in groupby(places, key=lambda pair: pair[0])
    )


def sample_panel(slot: Slot, fonts: Fonts) -> Panel:
    """A panel of the slot's size: a ground, art that runs over its edges, text."""
    width, height = slot.width, slot.height
    disc = Path(circle(width, height / 2, 50), fill=RED)
    band = Rect(Pt(-20), Pt(height - 30), Pt(width + 40), Pt(60))
    under: tuple[Item, ...] = (
        disc,
        Path(rectangle(band), fill=SAGE, stroke=Stroke(TEAL, Pt(1), dash=(3, 2))),
    )
    title = set_line(
        fonts, f"面{slot.number}どうなる？", DISPLAY, 24, 20, 50, TEAL, features=("palt", "kern")
    )
    lines = [
        set_line(fonts, PROSE[start : start + 25], BODY, 8.731, 20, 80 + 0.6 * start, BLACK, 0.0317)
        for start in range(0, len(PROSE), 25)
    ]
    stamp = Group(
        Pt(60),
        Pt(300),
        set_line(fonts, "印", BOLD, 20, ink=RED),
        role="stamp",
        actual=f"（支部印{slot.number}）",
        turn=15,
    )
    over = (*title, *(run for line in lines for run in line), stamp)
    ground = SAGE if slot.role in ("cover", "back") else TEAL if slot.role == "flap" else None
    return Panel(slot.number, slot.role, width, height, ground, under, over)


def sample_panels(scheme: Scheme, fonts: Fonts) -> tuple[Panel, ...]:
    """A panel for every slot, in reading order."""
    return tuple(
        sample_panel(slot, fonts) for slot in sorted(scheme.slots, key=attrgetter("number"))
    )
