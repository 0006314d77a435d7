"""What must hold of every composed leaflet, on every fold: nothing out of place, nothing lost."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path as File

import pytest

from layout.document import Leaflet, kind_of, texts
from layout.folds import Scheme, load_schemes
from layout.frame import Panel, Path, TextRun
from layout.geometry import Pt, Rect, mm
from layout.load import load
from layout.nodes import read_values
from layout.panels import compose
from layout.problems import LeafletError
from layout.resources import resource
from layout.shorten import shortened
from layout.text.fonts import Fonts
from layout.theme import theme_from
from tests.leaflet_pdf.words import readings_in
from tests.samples import UPRIGHT
from tests.walk import Placed, path_box, text_box, walk

FONTS = Fonts(resource("fonts"))
THEME = theme_from("calm", read_values(resource("data/themes/calm/theme.yaml")))
SCHEMES = load_schemes(resource("data/folds.yaml"))
HERE = File(__file__).parent
LEAFLETS = [resource("data/mynumber.yaml"), *sorted((HERE / "leaflets").glob("*.yaml"))]
CASES = [
    *(
        pytest.param(LEAFLETS[0], each, id=f"{LEAFLETS[0].stem}-{each.id}")
        for each in SCHEMES.values()
    ),
    *(
        pytest.param(path, SCHEMES[fold], id=f"{path.stem}-{fold}")
        for path in LEAFLETS[1:]
        for fold in UPRIGHT
    ),
]
"""The sample on every fold, the others on those that differ most."""


@cache
def composed(path: File, fold: str) -> tuple[Leaflet, tuple[Panel, ...]]:
    leaflet = load(path).leaflet
    return leaflet, compose(leaflet, SCHEMES[fold], THEME, FONTS).panels


def runs(panel: Panel) -> Iterator[Placed]:
    return (placed for placed in walk(panel.over) if isinstance(placed.item, TextRun))


@pytest.mark.parametrize(("path", "scheme"), CASES)
def test_every_text_lies_in_the_safe_area(path: File, scheme: Scheme) -> None:
    _, panels = composed(path, scheme.id)
    for panel in panels:
        safe = Rect(Pt(0), Pt(0), panel.width, panel.height).grown(-mm(5))
        for placed in runs(panel):
            assert safe.holds(text_box(placed, FONTS), 0.01), placed.item.glyphs


@pytest.mark.parametrize(("path", "scheme"), CASES)
def test_no_two_blocks_share_a_place(path: File, scheme: Scheme) -> None:
    _, panels = composed(path, scheme.id)
    for panel in panels:
        boxes: list[tuple[str, Rect]] = []
        for placed in walk(panel.over):
            box = path_box(placed) if isinstance(placed.item, Path) else text_box(placed, FONTS)
            boxes.append((placed.block, box))
        for index, (block, box) in enumerate(boxes):
            for other, its in boxes[index + 1 :]:
                assert block == other or not box.meets(its, 0.5), (block, other)


@pytest.mark.parametrize(("path", "scheme"), CASES)
def test_no_word_is_lost_and_none_said_twice(path: File, scheme: Scheme) -> None:
    leaflet, panels = composed(path, scheme.id)
    written = Counter(re.sub(r"\s", "", "".join(texts(leaflet._replace(placeholders=())))))
    for text in (leaflet.id, leaflet.issued, leaflet.title, leaflet.fold, leaflet.theme):
        written -= Counter(re.sub(r"\s", "", text or ""))
    drawn = Counter(
        re.sub(
            r"\s",
            "",
            "".join(glyph.text for panel in panels for p in runs(panel) for glyph in p.item.glyphs),
        )
    )
    lost = written - drawn
    for unseen in _not_printed(leaflet):
        lost -= Counter(unseen)
    assert not lost
    written += Counter("".join(readings_in(leaflet)))
    assert set(drawn - written) <= set("QA.0123456789〒TEL:FAX発行•")


def _not_printed(leaflet: Leaflet) -> Iterator[str]:
    """Names of things rather than words: ids, files, flags, alternative texts."""
    for block in (leaflet.cover, *leaflet.body, *leaflet.back):
        for field in ("id", "art", "alt", "file", "lead"):
            yield re.sub(r"\s", "", "".join(getattr(block, field, None) or ""))
        for group in getattr(block, "groups", ()):
            yield group.art or ""
            for country in group.countries:
                yield country.flag or ""


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())
def test_no_type_is_smaller_than_the_theme_allows(scheme: Scheme) -> None:
    _, panels = composed(LEAFLETS[0], scheme.id)
    sizes = [placed.item.size for panel in panels for placed in runs(panel)]
    assert min(sizes) >= THEME.rhythm.smallest


def test_the_body_stands_on_one_grid_across_the_panels() -> None:
    _, panels = composed(LEAFLETS[0], "a4-roll")
    body = THEME.styles["body"]
    unit = Counter(
        placed.item.size
        for panel in panels
        for placed in runs(panel)
        if placed.item.face in body.faces and placed.item.ink == body.ink
    ).most_common(1)[0][0]
    lines = sorted(
        {
            round(placed.y + placed.item.y, 3)
            for panel in panels
            if panel.role != "cover"
            for placed in runs(panel)
            if placed.item.face == body.faces[0] and abs(placed.item.size - unit) < 1e-6
        }
    )
    steps = Counter(round(b - a, 3) for a, b in zip(lines, lines[1:], strict=False) if b - a > 2)
    step = steps.most_common(1)[0][0]
    on_grid = [line for line in lines if _near_half(line - lines[0], step)]
    assert len(on_grid) >= len(lines) * 0.9


def _near_half(distance: float, step: float) -> bool:
    halves = distance / (step / 2)
    return abs(halves - round(halves)) < 0.02


def test_an_overfull_leaflet_names_remedies_that_work() -> None:
    leaflet = load(LEAFLETS[0]).leaflet
    longer = leaflet._replace(body=(*leaflet.body, *leaflet.body[4:9] * 3))
    with pytest.raises(LeafletError) as caught:
        compose(longer, SCHEMES["a4-half"], THEME, FONTS, SCHEMES.values)
    (found,) = caught.value.problems
    assert caught.value.exit_code == 4
    assert found.mm_over > 0
    assert found.lines_over > 0
    arguments = dict(found.arguments)
    for fold in filter(None, arguments["folds"].replace("—", "").split(", ")):
        compose(longer, SCHEMES[fold], THEME, FONTS)
    block = max(range(len(longer.body)), key=lambda at: sum(map(len, texts(longer.body[at]))))
    assert found.block.startswith(kind_of(longer.body[block]))
    cut = shortened(longer, "body", block, int(arguments["characters"]))
    compose(cut, SCHEMES["a4-half"], THEME, FONTS)
    less = shortened(longer, "body", block, int(arguments["characters"]) // 2)
    with pytest.raises(LeafletError):
        compose(less, SCHEMES["a4-half"], THEME, FONTS)
