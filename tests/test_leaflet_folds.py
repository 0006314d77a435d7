"""On every fold, each panel's content is found on its panel of the finished file."""

from collections import Counter
from functools import cache
from math import cos, radians, sin

import pytest
from PIL import Image

from layout.artwork.library import read_artwork
from layout.build import Request, build, folding_dummy, schemes
from layout.editions import OFFICE
from layout.folds import SIDES, Scheme, Slot
from layout.frame import Group, Item, Panel, TextRun
from layout.geometry import to_mm
from layout.load import load, load_theme
from layout.panels import compose
from layout.resources import resource
from layout.text.fonts import Fonts
from tests.pdf.reading import Drawn, glyphs, open_pdf
from tests.walk import walk

FONTS = Fonts(resource("fonts"))
MYNUMBER = resource("data/mynumber.yaml")
LEFT, RIGHT = schemes("left"), schemes("right")
CASES = [
    *(pytest.param(scheme, id=scheme.id) for scheme in LEFT.values()),
    *(
        pytest.param(RIGHT[id], id=f"{id}-right")
        for id in ("a4-roll", "a4-z", "a4-gate", "a3-cross")
    ),
]
FORMS = [*(f"a4-{id.split('-')[1]}" for id in LEFT if id.startswith("a4")), "b5-half"]


@cache
def panels(fold: str, opening: str) -> dict[int, Panel]:
    scheme = {"left": LEFT, "right": RIGHT}[opening][fold]
    theme = load_theme(resource("data/themes/calm/theme.yaml"))
    leaflet = load(MYNUMBER).leaflet
    artwork = read_artwork(leaflet, theme, MYNUMBER.parent).found
    composed = compose(leaflet, scheme, theme, FONTS, artwork=artwork)
    return {panel.number: panel for panel in composed.panels}


@cache
def read_back(fold: str, opening: str) -> tuple[Drawn, ...]:
    built = build(Request(MYNUMBER, fold=fold, editions=("office",), opening=opening))
    return tuple(glyphs(built.made[0].data))


def slot_at(scheme: Scheme, glyph: Drawn) -> Slot:
    """The panel on which a glyph of the file begins."""
    x, y = glyph.x, scheme.height - glyph.y
    [found] = [
        slot
        for slot in scheme.on(SIDES[glyph.page])
        if slot.x <= x < slot.x + slot.width and slot.y <= y < slot.y + slot.height
    ]
    return found


def written(panel: Panel) -> Counter[str]:
    runs = [placed.item for placed in walk(panel.over) if isinstance(placed.item, TextRun)]
    return Counter("".join(glyph.text for run in runs for glyph in run.glyphs))


@pytest.mark.parametrize("scheme", CASES)
def test_each_panels_text_is_found_on_its_panel(scheme: Scheme) -> None:
    found: dict[int, Counter[str]] = {slot.number: Counter() for slot in scheme.slots}
    for glyph in read_back(scheme.id, scheme.opening):
        found[slot_at(scheme, glyph).number].update(glyph.text)
    composed = panels(scheme.id, scheme.opening)
    assert found == {number: written(panel) for number, panel in composed.items()}
    assert sum(found[1].values()) > 100, "the cover has its introduction"
    assert Counter("TEL:03-5842-5611") <= found[len(found)], "the back has the telephone"


@pytest.mark.parametrize("fold", ["a4-cross", "a3-cross", "b4-cross"])
def test_lines_of_a_turned_panel_run_to_the_left_and_all_others_to_the_right(fold: str) -> None:
    """Measured on the glyphs of one baseline that follow each other in the file."""
    scheme = LEFT[fold]
    steps: dict[int, list[float]] = {0: [], 180: []}
    drawn = read_back(fold, "left")
    for one, two in zip(drawn, drawn[1:], strict=False):
        same = (one.page, one.font, one.size) == (two.page, two.font, two.size)
        if same and abs(one.y - two.y) < 0.01 and 0 < abs(two.x - one.x) < 1.5 * one.size:
            steps[slot_at(scheme, one).turn].append(two.x - one.x)
    for turn, sign in ((0, 1), (180, -1)):
        assert len(steps[turn]) > 100
        assert sum(step * sign > 0 for step in steps[turn]) > 0.98 * len(steps[turn])


# The dummy


@cache
def dummy(fold: str, opening: str = "left") -> bytes:
    return folding_dummy({"left": LEFT, "right": RIGHT}[opening][fold]).data


def words_on(scheme: Scheme, data: bytes) -> dict[int, str]:
    """The dummy's text by panel, without the words that stand on fold lines."""
    found = {slot.number: "" for slot in scheme.slots}
    for glyph in glyphs(data):
        found[slot_at(scheme, glyph).number] += glyph.text
    return found


ROLES = {"cover": "表紙", "inner": "中面", "flap": "折り込み", "back": "裏表紙"}


@pytest.mark.parametrize("scheme", CASES)
def test_the_dummy_names_every_panel_in_its_place(scheme: Scheme) -> None:
    words = words_on(scheme, dummy(scheme.id, scheme.opening))
    for slot in scheme.slots:
        assert words[slot.number].startswith(f"{slot.number}{ROLES[slot.role]}紙の ")
        size = f"{to_mm(slot.width):.4g} × {to_mm(slot.height):.4g} mm"
        assert size in words[slot.number]
        assert "実際のサイズ（100%）・両面・短辺とじ" in words[slot.number]
    for side, name in (("outside", "外面 1/2"), ("inside", "内面 2/2")):
        assert all(name in words[slot.number] for slot in scheme.on(side))


@pytest.mark.parametrize("scheme", CASES)
def test_both_faces_of_the_paper_bear_one_letter(scheme: Scheme) -> None:
    words = words_on(scheme, dummy(scheme.id, scheme.opening))
    letter = {number: text.split("紙の ")[1][0] for number, text in words.items()}
    for front in scheme.on("outside"):
        behind = [
            slot
            for slot in scheme.on("inside")
            if abs(slot.x + slot.width - (scheme.width - front.x)) < 0.01
            and abs(slot.y - front.y) < 0.01
        ]
        assert [letter[slot.number] for slot in behind] == [letter[front.number]]
    assert len(set(letter.values())) == len(scheme.slots) // 2


@pytest.mark.parametrize("scheme", CASES)
def test_the_dummy_tells_kind_and_order_of_every_fold_on_it(scheme: Scheme) -> None:
    """The word stands across its line: its middle is on it, within the half of a letter."""
    kinds = {"mountain": "山折り", "valley": "谷折り"}
    drawn = glyphs(dummy(scheme.id, scheme.opening))
    for page, side in enumerate(SIDES):
        wanted = Counter(
            f"{'①②③④'[fold.order - 1]} {kinds[fold.kind]}"
            for fold in scheme.folds
            if fold.side == side
        )
        text = "".join(glyph.text for glyph in drawn if glyph.page == page)
        for words, times in wanted.items():
            assert text.count(words) == times
    for fold in scheme.folds:
        word = f"{'①②③④'[fold.order - 1]} {kinds[fold.kind]}"
        middles = _middles(drawn, SIDES.index(fold.side), word)
        place = [x if fold.axis == "x" else scheme.height - y for x, y in middles]
        assert any(abs(each - fold.position) < 6 for each in place)


def _middles(drawn: list[Drawn], page: int, word: str) -> list[tuple[float, float]]:
    """Where each occurrence of a word has its middle, told by its first and last glyph."""
    on = [glyph for glyph in drawn if glyph.page == page]
    found = []
    for index in range(len(on) - len(word) + 1):
        part = on[index : index + len(word)]
        if "".join(glyph.text for glyph in part) == word:
            found.append(((part[0].x + part[-1].x + part[-1].size) / 2, part[0].y))
    return found


@pytest.mark.parametrize("scheme", CASES)
def test_the_dummys_arrows_point_to_the_heads_of_the_panels(scheme: Scheme) -> None:
    from layout.dummy import dummy as dummy_of

    for side in dummy_of(scheme, FONTS):
        groups = [item for item in side.items if isinstance(item, Group) and item.items]
        for slot, panel in zip(scheme.on(side.name), groups, strict=False):
            [(x, y)] = [_tip(each) for each in panel.items if isinstance(each, Group) and each.turn]
            if slot.turn:
                x, y = slot.width - x, slot.height - y
            assert x == pytest.approx(slot.width / 2)
            assert (y < slot.height / 5) == (slot.turn == 0)
            assert panel.turn == slot.turn


def _tip(group: Group) -> tuple[float, float]:
    """The farthest point of an arrow's shaft, on its panel."""
    item: Item = group.items[0]
    (length, _) = item.segments[1][1]  # type: ignore[union-attr]
    angle = radians(group.turn)
    return group.x + length * cos(angle), group.y + length * sin(angle)


@pytest.mark.parametrize("fold", FORMS)
def test_the_dummy_is_office_paper_with_a_clear_rim(fold: str) -> None:
    import pypdfium2

    scheme, data = LEFT[fold], dummy(fold)
    document = pypdfium2.PdfDocument(data)
    for page in open_pdf(data).pages:
        assert [float(value) for value in page.mediabox] == pytest.approx(
            [0, 0, scheme.width, scheme.height], abs=0.001
        )
    for page in document:
        picture = page.render(scale=1).to_pil().convert("L").point(lambda value: 255 - value)
        left, top, right, bottom = picture.getbbox()
        rim = OFFICE.printable - 1
        assert min(left, top) >= rim
        assert right <= scheme.width - rim
        assert bottom <= scheme.height - rim
        assert _ink_in(picture) > 0.01


def _ink_in(picture: Image.Image) -> float:
    histogram = picture.histogram()
    return sum(value * count for value, count in enumerate(histogram)) / 255 / sum(histogram)
