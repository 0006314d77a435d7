"""The proof: lines where trim, folds and safe area are, and line numbers that are the file's."""

from collections import defaultdict
from functools import cache

import pytest

from layout.build import Request, build, schemes
from layout.editions import EDITIONS, USUAL
from layout.folds import SIDES, Scheme, Slot
from layout.frame import Path
from layout.geometry import Pt, Rect, mm
from layout.load import load, load_theme
from layout.panels import compose
from layout.proof import FOLD_INK, NOTE_INK, SAFE_INK, TRIM_INK, notes, overlaid
from layout.resources import resource
from layout.sheets import Side
from layout.text.fonts import Fonts
from tests.pdf.reading import Drawn, glyphs

FONTS = Fonts(resource("fonts"))
MYNUMBER = resource("data/mynumber.yaml")
SCHEMES = schemes()
FOLDS = ("a4-roll", "a4-gate", "a4-cross", "b5-half")
every_fold = pytest.mark.parametrize("fold", FOLDS)
SLUG = mm(16)


@cache
def drawn(fold: str, edition: str) -> tuple[Drawn, ...]:
    built = build(Request(MYNUMBER, fold=fold, editions=(edition,)))
    return tuple(glyphs(built.made[0].data))


def colour(ink_rgb: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(value, 2) for value in ink_rgb)


def in_ink(fold: str, ink: object) -> list[Drawn]:
    wanted = colour(ink.srgb)  # type: ignore[attr-defined]
    found = []
    for glyph in drawn(fold, "proof"):
        *values, operator = glyph.colour.split()
        if operator == "rg" and colour(tuple(map(float, values))) == wanted:
            found.append(glyph)
    return found


def slot_at(scheme: Scheme, glyph: Drawn) -> Slot | None:
    x, y = glyph.x - SLUG, scheme.height + SLUG - glyph.y
    for slot in scheme.on(SIDES[glyph.page]):
        if slot.x <= x < slot.x + slot.width and slot.y <= y < slot.y + slot.height:
            return slot
    return None


def notes_by_panel(fold: str) -> dict[int, str]:
    """What is written in the ink of notes on each panel; 0 is the slug."""
    texts: dict[int, str] = defaultdict(str)
    for glyph in in_ink(fold, NOTE_INK):
        slot = slot_at(SCHEMES[fold], glyph)
        texts[slot.number if slot else 0] += glyph.text
    return texts


ROLES = {"cover": "表紙", "inner": "中面", "flap": "折り込み", "back": "裏表紙"}


@every_fold
def test_every_panel_is_named(fold: str) -> None:
    texts = notes_by_panel(fold)
    for slot in SCHEMES[fold].slots:
        assert texts[slot.number].startswith(f"P{slot.number} {ROLES[slot.role]}")


@every_fold
def test_line_numbers_are_those_of_the_file(fold: str) -> None:
    """Each is the line on which a block of the file begins, and every block has its number."""
    lines = MYNUMBER.read_text(encoding="utf-8").split("\n")
    found = set()
    for number, text in notes_by_panel(fold).items():
        if number:
            shown = text.removeprefix(f"P{number} ").lstrip("表紙裏中面折り込み")
            found |= {int(each) for each in shown.split("行") if each}
    leaflet = load(MYNUMBER).leaflet
    blocks = {block.source.line for block in (*leaflet.body, *leaflet.back)}
    assert found == blocks | {leaflet.cover.source.line}
    for line in blocks:
        assert lines[line - 1].lstrip().startswith("- ")


def test_a_number_stands_beside_the_first_line_of_its_block() -> None:
    theme = load_theme(resource("data/themes/calm/theme.yaml"))
    composed = compose(load(MYNUMBER).leaflet, SCHEMES["a4-roll"], theme, FONTS)
    second = composed.panels[1]
    found = [note.block for note in notes(second)]
    assert found == ["question Q1", "countries 1"]
    assert [note.y for note in notes(second)] == sorted(note.y for note in notes(second))


@every_fold
def test_the_composition_is_that_of_the_office_edition(fold: str) -> None:
    """What the proof draws besides its notes is what goes to print, glyph for glyph."""
    own = {id(glyph) for ink in (NOTE_INK, FOLD_INK) for glyph in in_ink(fold, ink)}
    proof = [
        (glyph.page, glyph.code, glyph.size, round(glyph.x - SLUG, 2), round(glyph.y - SLUG, 2))
        for glyph in drawn(fold, "proof")
        if id(glyph) not in own and slot_at(SCHEMES[fold], glyph)
    ]
    office = [
        (glyph.page, glyph.code, glyph.size, round(glyph.x, 2), round(glyph.y, 2))
        for glyph in drawn(fold, "office")
    ]
    assert len(proof) == len(office)
    for one, two in zip(proof, office, strict=True):
        assert (one[0], one[2]) == (two[0], two[2])
        assert one[3:] == pytest.approx(two[3:], abs=0.02)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())
def test_lines_stand_on_trim_and_folds(scheme: Scheme) -> None:
    trim = Rect(SLUG, SLUG, scheme.width, scheme.height)
    media = trim.grown(SLUG)
    for bare in (Side(name, media, trim.grown(mm(3)), trim, ()) for name in SIDES):
        [side] = overlaid((bare,), scheme, "a.yaml", FONTS)
        strokes = defaultdict(list)
        for item in side.items:
            if isinstance(item, Path) and item.stroke:
                strokes[item.stroke.ink].append([point for _, point in item.segments if point])
        corners = strokes[TRIM_INK][0]
        assert (min(corners), max(corners)) == ((trim.x, trim.y), (trim.right, trim.bottom))
        wanted = set()
        for fold in scheme.folds:
            if fold.side == bare.name:
                ends = [(fold.position, fold.start), (fold.position, fold.end)]
                flipped = ends if fold.axis == "x" else [(y, x) for x, y in ends]
                wanted.add(tuple((round(x + SLUG, 3), round(y + SLUG, 3)) for x, y in flipped))
        lines = strokes[FOLD_INK][: len(wanted)]
        found = {tuple((round(x, 3), round(y, 3)) for x, y in line) for line in lines}
        assert found == wanted
        assert SAFE_INK in strokes, "the legend shows it"


@every_fold
def test_the_legend_lies_in_the_slug_clear_of_the_marks(fold: str) -> None:
    scheme = SCHEMES[fold]
    legend = "".join(
        glyph.text
        for ink in (TRIM_INK, FOLD_INK, SAFE_INK, NOTE_INK)
        for glyph in in_ink(fold, ink)
        if slot_at(scheme, glyph) is None and glyph.page == 0
    )
    assert legend == "仕上がり折り線安全圏 5 mm12行＝mynumber.yaml の行"
    for ink in (TRIM_INK, FOLD_INK, SAFE_INK, NOTE_INK):
        for glyph in in_ink(fold, ink):
            if slot_at(scheme, glyph) is None:
                assert SLUG + scheme.width / 2 + mm(10) < glyph.x < SLUG + scheme.width - mm(5)
                assert 0 < glyph.y < SLUG - mm(12)


def test_only_what_is_asked_for_is_made() -> None:
    assert USUAL == ("press", "office")
    assert set(USUAL) < set(EDITIONS)
    assert Pt(0) == EDITIONS["konbini"].bleed
