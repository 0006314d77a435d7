"""The finished files from the outside: soundness, boxes, panels and colours."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from layout.document import texts
from layout.load import load, load_theme
from layout.resources import resource
from tests.leaflet_pdf.ink import ink_box
from tests.leaflet_pdf.made import (
    ALL_FOLDS,
    CUSTOMERS,
    EDITIONS,
    FOLDS,
    MM,
    MYNUMBER,
    PANELS,
    SHEETS,
    STRANGERS,
    Case,
    drawn,
    in_slug,
    named,
    panel_boxes,
    pdf,
    slug,
)
from tests.outside import run
from tests.pdf.reading import open_pdf, operations

EVERY_FOLD = named(*(Case(MYNUMBER, fold, edition) for fold in ALL_FOLDS for edition in EDITIONS))

SAFE = 5 * MM
"""No text stands nearer to a cut or a fold."""


@pytest.mark.parametrize("fold", FOLDS)
def test_the_command_writes_the_files_that_are_judged_here(fold: str, tmp_path: Path) -> None:
    script = resource("data").parent / "make_leaflet.py"
    subprocess.run(
        [sys.executable, str(script), "--fold", fold, "-o", str(tmp_path)],
        capture_output=True,
        check=True,
    )
    for edition in EDITIONS:
        written = (tmp_path / f"mynumber_{fold}_{edition}.pdf").read_bytes()
        assert written == pdf(Case(MYNUMBER, fold, edition))


@pytest.mark.outside("qpdf")
@pytest.mark.parametrize("case", EVERY_FOLD + STRANGERS)
def test_qpdf_finds_no_fault(case: Case, tmp_path: Path) -> None:
    """qpdf ends with 2 for an error and 3 for a warning."""
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(pdf(case))
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", path)


def plain(page: Any) -> Any:
    """pypdf's objects carry types too general for tests."""
    return page


@pytest.mark.parametrize("case", EVERY_FOLD)
def test_two_pages_of_the_trimmed_size_with_three_millimetres_of_bleed(case: Case) -> None:
    """The office edition is the exact paper: nothing is trimmed there."""
    reader = open_pdf(pdf(case))
    assert len(reader.pages) == 2
    width, height = (side * MM for side in SHEETS[case.fold])
    edge, bleed = slug(case.edition), 3 * MM if case.edition == "press" else 0.0
    for page in map(plain, reader.pages):
        assert "/Rotate" not in page
        assert "/UserUnit" not in page
        boxes = {name: [float(n) for n in page[name]] for name in ("/TrimBox", "/BleedBox")}
        trim = [edge, edge, edge + width, edge + height]
        out = [trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed]
        media = [0.0, 0.0, width + 2 * edge, height + 2 * edge]
        assert boxes["/TrimBox"] == pytest.approx(trim, abs=0.001)
        assert boxes["/BleedBox"] == pytest.approx(out, abs=0.001)
        assert [float(n) for n in page["/MediaBox"]] == pytest.approx(media, abs=0.001)


@pytest.mark.parametrize("case", EVERY_FOLD + STRANGERS)
def test_the_ink_of_every_glyph_lies_within_the_safe_area_of_one_panel(case: Case) -> None:
    """Measured from the file: the pen's place, the outline in the embedded font."""
    assert all(sum(widths) == SHEETS[case.fold][0] for widths in PANELS[case.fold])
    counted = [[0] * len(widths) for widths in PANELS[case.fold]]
    for glyph in drawn(case):
        box = ink_box(glyph, case)
        if box is None or in_slug(glyph, case):
            continue
        panels = panel_boxes(case.fold, case.edition, glyph.page)
        holding = [place for place, panel in enumerate(panels) if panel.holds(box, SAFE - 0.01)]
        assert len(holding) == 1, glyph
        counted[glyph.page][holding[0]] += 1
    assert sum(map(sum, counted)) > 500


@pytest.mark.parametrize("case", EVERY_FOLD + STRANGERS)
def test_no_type_in_the_file_is_smaller_than_the_theme_allows(case: Case) -> None:
    smallest = load_theme(resource("data/themes/calm/theme.yaml")).rhythm.smallest
    assert smallest >= 6.5
    glyphs = [g for g in drawn(case) if not in_slug(g, case)]
    assert min(g.size for g in glyphs) >= smallest / 2 - 0.001
    marked = any(text.marks for text in texts(load(case.leaflet).leaflet))
    small = [g for g in glyphs if g.size < smallest - 0.001]
    assert len(small) < len(glyphs) / 4 if marked else not small


@pytest.mark.parametrize("case", EVERY_FOLD)
def test_the_cover_and_the_back_are_where_the_folded_sheet_shows_them(case: Case) -> None:
    """Cover: right of page 1.  Back: left of the cover; on a Z fold right of page 2."""
    last = len(PANELS[case.fold][0]) - 1
    back = (1, last) if case.fold == "a4-z" else (0, last - 1)
    assert "マイナンバーWhathappens" in panel_text(case, 0, last)
    assert "03-5842-5611" in panel_text(case, *back)


def panel_text(case: Case, page: int, place: int) -> str:
    box = panel_boxes(case.fold, case.edition, page)[place]
    on_page = (glyph for glyph in drawn(case) if glyph.page == page)
    return "".join(g.text.strip() for g in on_page if box.left <= g.x < box.right)


PROCESS = {"k", "K"}
REGISTRATION = {"cs", "CS", "scn", "SCN"}
SCREEN = {"rg", "RG", "g", "G"}
OTHER_COLOUR = {"sc", "SC", "sh", "ri"}


@pytest.mark.parametrize("case", EVERY_FOLD + STRANGERS)
def test_the_press_edition_is_cmyk_alone_and_the_office_edition_has_none(case: Case) -> None:
    reader = open_pdf(pdf(case))
    press = case.edition == "press"
    allowed = PROCESS | REGISTRATION if press else SCREEN
    colours = PROCESS | REGISTRATION | SCREEN | OTHER_COLOUR
    for page in range(2):
        used = {operator for _, operator in operations(reader, page)}
        assert used & colours <= allowed
        assert used & {"k", "rg"}
        assert not used & {"Do", "BI", "sh"}
        assert ("gs" in used) == press
        resources = plain(reader.pages[page])["/Resources"]
        assert set(resources) <= {"/Font", "/ColorSpace", "/ExtGState"}
        states = resources.get("/ExtGState", {})
        assert all(set(state) == {"/Type", "/OP", "/op", "/OPM"} for state in states.values())
        spaces = resources.get("/ColorSpace", {})
        assert set(spaces) == ({"/All"} if press else set())
        for space in spaces.values():
            assert list(space)[:3] == ["/Separation", "/All", "/DeviceCMYK"]


@pytest.mark.parametrize("case", CUSTOMERS)
def test_running_text_is_on_the_black_plate_alone(case: Case) -> None:
    """Body text in process colours would show every misregister (K100; DeviceGray black)."""
    black = {"press": "0 0 0 1 k", "office": "0 g"}[case.edition]
    sentences = "".join(
        glyph.text for glyph in drawn(case) if glyph.colour == black and not in_slug(glyph, case)
    )
    for sentence in (
        "政府はデジタル社会の構築を掲げて",
        "蓄積された情報をもとに企業が個人を評価",
        "国家が国民に監視されることはあっても",
        "他国のスパイをあぶりだすために",
        "データベースへのサイバー攻撃が発生",
    ):
        assert sentence in sentences
    assert {glyph.colour.split()[-1] for glyph in drawn(case)} <= {"k", "g", "rg"}
