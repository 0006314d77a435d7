"""All rows in one file, and all contacts on a proof sheet."""

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import ImageChops

from tests.batch.test_batch import GOOD, HEADER, OSAKA, looks, many
from tests.contacts.making import csv_bytes
from tests.test_cli import ROOT, Command, command

__all__ = ["command"]

SHIPPED = ROOT / "data/mynumber.yaml"
BAD = ("t2", "乙支部", "東京都", "600001", *GOOD[4:])


def listed(folder: Path, rows: Sequence[Sequence[str]]) -> None:
    (folder / "list.csv").write_bytes(csv_bytes([HEADER, *rows], "utf-8"))


def bind(command: Command, *words: object) -> Any:
    return command("batch", SHIPPED, "--contacts", "list.csv", *words)


@pytest.mark.parametrize("edition", ["press", "office"])
def test_a_combined_file_shows_what_the_files_of_its_rows_show(
    command: Command, tmp_path: Path, edition: str
) -> None:
    listed(tmp_path, [GOOD, BAD, OSAKA])
    words = ("--edition", edition, "--combined", "all.pdf", "-o", "out")
    assert bind(command, *words).code == 1
    alone = [page for path in _in_order(tmp_path / "out") for page in looks(path.read_bytes())]
    together = looks((tmp_path / "all.pdf").read_bytes())
    assert [shown for shown, _ in together] == [shown for shown, _ in alone]
    assert [said for _, said in together] == [said for _, said in alone]


def _in_order(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pdf"), key=lambda path: "osaka" in path.name.lower())


def test_without_a_folder_nothing_else_is_written(command: Command, tmp_path: Path) -> None:
    listed(tmp_path, [GOOD, OSAKA])
    before = set(tmp_path.iterdir())
    run = bind(command, "--edition", "press", "--combined", "all.pdf", "--proof-sheet", "p.pdf")
    assert run.code == 0
    assert {path.name for path in set(tmp_path.iterdir()) - before} == {"all.pdf", "p.pdf"}
    again = (tmp_path / "all.pdf").read_bytes()
    bind(command, "--edition", "press", "--combined", "all.pdf")
    assert (tmp_path / "all.pdf").read_bytes() == again


def test_what_a_variant_adds_to_a_combined_file_is_little(command: Command, tmp_path: Path) -> None:
    sizes = []
    for count in (1, 61):
        listed(tmp_path, many(count))
        bind(command, "--edition", "press", "--combined", "all.pdf")
        sizes.append((tmp_path / "all.pdf").stat().st_size)
    assert (sizes[1] - sizes[0]) / 60 < 2000
    assert len(pypdfium2.PdfDocument(tmp_path / "all.pdf")) == 122


def test_a_proof_sheet_has_every_good_contact_and_its_row(command: Command, tmp_path: Path) -> None:
    listed(tmp_path, [*many(11), BAD, OSAKA])
    assert bind(command, "--proof-sheet", "sheets/p.pdf").code == 1
    pages = pypdfium2.PdfDocument(tmp_path / "sheets/p.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert len(pages) == 2
    assert all(f"b{n:04}" in text and f"第{n}支部" in text for n in range(11))
    assert "髙﨑𠮷①㈱" in text
    assert "乙支部" not in text


def test_glyphs_are_drawn_as_they_read(command: Command, tmp_path: Path) -> None:
    rare = ("r1", "𠮷田 Việt 한국 髙", "東京都", *GOOD[3:])
    listed(tmp_path, [rare])
    assert bind(command, "--edition", "office", "--proof-sheet", "one.pdf", "-o", "a").code == 0
    listed(tmp_path, [rare, *many(3)])
    assert bind(command, "--edition", "office", "--proof-sheet", "more.pdf").code == 0
    card = (28, 40, 262, 205)  # of the first contact, without its label, in points from the top
    shown = []
    for name in ("one.pdf", "more.pdf"):
        page = pypdfium2.PdfDocument(tmp_path / name)[0]
        shown.append(page.render(scale=2).to_pil().crop(tuple(2 * each for each in card)))
    # Fonts of other glyphs may be smoothed a shade otherwise; a wrong glyph is black on white.
    assert max(high for _, high in ImageChops.difference(*shown).getextrema()) < 64
    text = pypdfium2.PdfDocument(tmp_path / "one.pdf")[0].get_textpage().get_text_range()
    assert text.count("𠮷田 Việt 한국 髙") == 2
    drawn = [cut(tmp_path / name) for name in ("one.pdf", "more.pdf")]
    assert drawn[0] == drawn[1]


def cut(path: Path) -> list[tuple[str, list[tuple[int, int]]]]:
    """The outlines of the glyphs of the first contact's name, read from the font program."""
    page = pypdf.PdfReader(path).pages[0]
    fonts = page["/Resources"]["/Font"]
    found = []
    for label in sorted(fonts):
        font = fonts[label]
        texts = dict(_pairs(font["/ToUnicode"].get_data().decode("ascii")))
        kin = font["/DescendantFonts"][0].get_object()
        program = kin["/FontDescriptor"]["/FontFile2"].get_data()
        opened = TTFont(io.BytesIO(program))
        glyphs = opened["glyf"]
        for code, text in texts.items():
            if text in "𠮷髙ệ한":
                name = opened.getGlyphName(code)
                found.append((text, list(glyphs[name].getCoordinates(glyphs)[0])))
    return sorted(found)


def _pairs(cmap: str) -> Iterator[tuple[int, str]]:
    for first, listed in re.findall(r"<(\w{4})><\w{4}>\[([^\]]*)\]", cmap):
        for step, text in enumerate(re.findall(r"<(\w+)>", listed)):
            yield int(first, 16) + step, bytes.fromhex(text).decode("utf-16-be")


def test_a_dry_run_binds_nothing(command: Command, tmp_path: Path) -> None:
    listed(tmp_path, [GOOD])
    run = bind(command, "--edition", "press", "--combined", "all.pdf", "--dry-run")
    assert run.code == 0
    assert not (tmp_path / "all.pdf").exists()


def test_where_no_row_is_good_there_is_no_file(command: Command, tmp_path: Path) -> None:
    listed(tmp_path, [BAD])
    run = bind(command, "--edition", "press", "--combined", "all.pdf")
    assert run.code == 3
    assert {path.name for path in tmp_path.iterdir()} == {"list.csv"}


@pytest.mark.parametrize(
    ("words", "code", "found"),
    [
        ((), 2, "combined-one-edition"),
        (("--edition", "press,office"), 2, "combined-one-edition"),
        (("--edition", "screen"), 2, "combined-edition"),
        (("--edition", "proof"), 2, "combined-edition"),
    ],
)
def test_what_cannot_be_bound_is_told(
    command: Command, tmp_path: Path, words: tuple[str, ...], code: int, found: str
) -> None:
    listed(tmp_path, [GOOD])
    run = bind(command, *words, "--combined", "all.pdf", "--json")
    assert run.code == code
    assert [each["code"] for each in run.report()["problems"]] == [found]
    assert not (tmp_path / "all.pdf").exists()


def test_one_row_is_made_by_itself_as_in_a_batch(command: Command, tmp_path: Path) -> None:
    listed(tmp_path, [GOOD, BAD, OSAKA])
    words = ("--contacts", "list.csv", "--edition", "press")
    assert bind(command, "--edition", "press", "-o", "out").code == 1
    for row in (GOOD[0], "3"):
        assert command("build", SHIPPED, *words, "--row", row, "-o", "one").code == 0
    one, other = (_in_order(tmp_path / name) for name in ("out", "one"))
    assert [path.name for path in one] == [path.name for path in other]
    for mine, its in zip(one, other, strict=True):
        assert looks(mine.read_bytes()) == looks(its.read_bytes())


@pytest.mark.parametrize(("row", "code", "found"), [("t2", 3, "contact-"), ("x", 2, "row-unknown")])
def test_a_row_that_cannot_be_made_is_told(
    command: Command, tmp_path: Path, row: str, code: int, found: str
) -> None:
    listed(tmp_path, [GOOD, BAD])
    run = command("build", SHIPPED, "--contacts", "list.csv", "--row", row, "--json", "-o", "one")
    assert run.code == code
    assert run.report()["problems"][0]["code"].startswith(found)
    assert not (tmp_path / "one").exists()
