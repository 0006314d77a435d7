"""A leaflet that is vertical throughout, from YAML to what other libraries see in the file."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from PIL import Image, ImageChops

from layout.artwork.library import read_artwork
from layout.build import DEFAULT_THEME, Request, build, schemes
from layout.document import texts
from layout.editions import EDITIONS
from layout.folds import Scheme, Slot
from layout.frame import Clip, Group, Item, Panel, TextRun
from layout.load import load, load_theme
from layout.panels import compose
from layout.pdf import Info, write
from layout.resources import resource
from layout.sheets import impose
from layout.text.fonts import Fonts
from tests.leaflet_pdf.words import close
from tests.outside import run
from tests.pdf.reading import glyphs

LEAFLET = Path(__file__).parent / "data" / "upright.yaml"
FONTS = Fonts(resource("fonts"))
MM = 72 / 25.4

folds = pytest.mark.parametrize("fold", ["a4-roll", "a3-half", "a4-z"])


class Composition(NamedTuple):
    scheme: Scheme
    panels: tuple[Panel, ...]


@cache
def composed(fold: str) -> Composition:
    scheme = schemes("right")[fold]
    theme = load_theme(resource("data/themes") / DEFAULT_THEME / "theme.yaml")
    leaflet = load(LEAFLET).leaflet
    artwork = read_artwork(leaflet, theme, LEAFLET.parent).found
    return Composition(scheme, compose(leaflet, scheme, theme, FONTS, artwork=artwork).panels)


@cache
def made(fold: str) -> bytes:
    [one] = build(Request(LEAFLET, fold=fold, editions=("office",))).made
    return one.data


@folds
def test_it_opens_to_the_right_and_is_read_from_right_to_left(fold: str) -> None:
    scheme = build(Request(LEAFLET, fold=fold, editions=("office",))).scheme
    assert scheme.opening == "right"
    inside = [slot.x for slot in scheme.slots if slot.side == "inside" and slot.role == "inner"]
    assert inside == sorted(inside, reverse=True)
    [cover] = [slot for slot in scheme.slots if slot.role == "cover"]
    assert cover.x == 0


@pytest.mark.parametrize("opening", ["left", "right"])
def test_an_author_may_bind_it_otherwise(opening: str, tmp_path: Path) -> None:
    path = tmp_path / "leaflet.yaml"
    text = LEAFLET.read_text(encoding="utf-8")
    path.write_text(f"{text}opening: {opening}\n", encoding="utf-8")
    assert build(Request(path, editions=("office",))).scheme.opening == opening


def test_the_command_line_goes_before_the_text() -> None:
    request = Request(LEAFLET, editions=("office",), opening="left")
    assert build(request).scheme.opening == "left"


@folds
def test_each_panels_text_stands_on_its_panel(fold: str) -> None:
    """As drawn, glyph by glyph, on the sheet as another library reads it."""
    scheme, panels = composed(fold)
    height = float(scheme.height)
    for panel, slot in zip(panels, scheme.slots, strict=True):
        drawn = "".join(
            glyph.text
            for glyph in glyphs(made(fold))
            if ("outside", "inside")[glyph.page] == slot.side
            and slot.x <= glyph.x <= slot.x + slot.width
            and slot.y <= height - glyph.y <= slot.y + slot.height
        )
        said = "".join(glyph.text for each in runs(panel.over) for glyph in each.glyphs)
        assert drawn == said
        assert said


def runs(items: tuple[Item, ...]) -> Iterator[TextRun]:
    for item in items:
        if isinstance(item, TextRun):
            yield item
        elif isinstance(item, Group | Clip):
            yield from runs(item.items)


@folds
def test_readers_copy_every_string_whole(fold: str, tmp_path: Path) -> None:
    """pdfium and poppler give the sentences as they were typed, across their lines."""
    pages = pypdfium2.PdfDocument(made(fold))
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(made(fold))
    copied = close("".join(page.get_textpage().get_text_range() for page in pages))
    told = close(run("pdftotext", "-raw", path, "-"))
    leaflet = load(LEAFLET).leaflet
    for text in texts((leaflet.cover, leaflet.body, leaflet.back)):
        if text in NOT_PRINTED:
            continue
        for sentence in close(text).split("。"):
            assert sentence in copied
            assert sentence in told


NOT_PRINTED = {"fr", "kr", "de", "gb", "au"}
"""Which flag a country has."""


@folds
def test_it_passes_what_a_print_shop_checks(fold: str) -> None:
    """Any fault of the press file would be raised."""
    [one] = build(Request(LEAFLET, fold=fold, editions=("press",))).made
    assert one.edition == "press"


@pytest.mark.parametrize("name", ["medium", "short", "noback"])
def test_lines_pressed_to_their_measure_are_not_taken_for_longer(name: str, tmp_path: Path) -> None:
    text = (Path(__file__).parent / "leaflets" / f"{name}.yaml").read_text(encoding="utf-8")
    path = tmp_path / "leaflet.yaml"
    path.write_text(f"direction: vertical\n{text}", encoding="utf-8")
    assert build(Request(path, fold="a4-roll", editions=("press",))).made


@folds
def test_kana_stand_upright_and_latin_words_lie(fold: str) -> None:
    turns = {"kana": set[int](), "latin": set[int]()}
    for glyph in glyphs(made(fold)):
        if "ぁ" <= glyph.text <= "ヺ":
            turns["kana"].add(glyph.turn)
        elif glyph.actual and "Minimum" in glyph.actual and glyph.text.isalpha():
            turns["latin"].add(glyph.turn)
    assert turns["kana"] == {0}
    assert 90 in turns["latin"]


@folds
def test_telephone_numbers_are_read_level(fold: str) -> None:
    figures = [glyph for glyph in glyphs(made(fold)) if glyph.size > 0]
    told = "".join(glyph.text for glyph in figures)
    at = told.index("045-012-3478")
    number = figures[at : at + 12]
    assert {glyph.turn for glyph in number} == {0}
    assert len({round(glyph.y, 3) for glyph in number}) == 1


@folds
def test_no_line_meets_another_and_all_ink_keeps_to_its_panel(fold: str) -> None:
    """Every line is drawn on a page of its own, which is rendered; no two share a pixel."""
    scheme, panels = composed(fold)
    for panel, slot in zip(panels, scheme.slots, strict=True):
        taken = Image.new("L", (round(scheme.width), round(scheme.height)))
        for line in lines(panel.over):
            mask = rendered(panel, line, scheme, slot)
            assert ImageChops.multiply(taken, mask).getbbox() is None
            taken = ImageChops.lighter(taken, mask)
        found = taken.getbbox()
        assert found
        left, top, right, bottom = found
        assert left >= slot.x + 3 * MM
        assert top >= slot.y + 3 * MM
        assert right <= slot.x + slot.width - 3 * MM
        assert bottom <= slot.y + slot.height - 3 * MM


def lines(
    items: tuple[Item, ...], wrap: Callable[[Item], Item] = lambda item: item
) -> Iterator[Item]:
    """Every group of nothing but runs, in the groups it stands in."""
    for item in items:
        if not isinstance(item, Group):
            continue
        own = [part for part in item.items if isinstance(part, TextRun)]
        if own:
            yield wrap(item._replace(items=tuple(own)))
        within = item

        def inside(part: Item, within: Group = within) -> Item:
            return wrap(within._replace(items=(part,)))

        yield from lines(item.items, inside)


def rendered(panel: Panel, line: Item, scheme: Scheme, slot: Slot) -> Image.Image:
    """Where a line has ink (255) on the slot's side of the sheet, a pixel a point."""
    alone = panel._replace(ground=None, under=(), over=(line,))
    empty = [
        Panel(other.number, other.role, other.width, other.height, None, (), ())
        for other in scheme.slots
        if other.number != slot.number
    ]
    sides = impose([alone, *empty], scheme, EDITIONS["office"], {})
    side = next(side for side in sides if side.name == slot.side)
    page = pypdfium2.PdfDocument(write((side,), EDITIONS["office"], INFO, FONTS))[0]
    drawn = page.render(scale=1).to_pil().convert("L")
    size = (round(scheme.width), round(scheme.height))
    return drawn.point([255] * _INK + [0] * (256 - _INK)).crop((0, 0, *size))


_INK = 150


INFO = Info("lines", "2025-01-01")
