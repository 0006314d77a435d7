"""Fonts that are missing, broken, of the wrong kind or not allowed: each is told apart."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from layout.messages import argument_names, sentences
from layout.messages.fonts import MESSAGES
from layout.problems import LeafletError, Problem
from layout.resources import resource
from layout.text.fonts import Fonts

HEADINGS = "id\tfile\tnumber\taxes\tfamily\tstyle\tlicence\n"


def make(ps_name: str = "Own-Regular", fs_type: int = 0, axis: str = "") -> TTFont:
    """A small TrueType font with the letters A and B; variable if an axis is named."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 0))
    pen.lineTo((250, 700))
    pen.closePath()
    names = [".notdef", "A", "B"]
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x41: "A", 0x42: "B"})
    glyph = pen.glyph()
    builder.setupGlyf(dict.fromkeys(names, glyph))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Own", "styleName": "Regular", "psName": ps_name})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=fs_type)
    builder.setupPost()
    if axis:
        builder.setupFvar(
            [(axis, 100, 100, 900, "Axis")],
            [{"location": {axis: 400}, "stylename": "Regular"}],
        )
    return builder.font


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make().save(tmp_path / "own.ttf")
    return tmp_path


def index(folder: Path, file: str, number: str = "0", axes: str = "-") -> Fonts:
    """The folder with an index of one line, for the face ``Own-Bold``."""
    line = f"Own-Bold\t{file}\t{number}\t{axes}\tOwn\tBold\t-\n"
    (folder / "index.tsv").write_text(HEADINGS + line, encoding="utf-8")
    return Fonts(folder)


def refused(call: Callable[[], object], exit_code: int = 5) -> Problem:
    """The first problem that a call ends with; both languages must have words for it."""
    with pytest.raises(LeafletError) as caught:
        call()
    assert caught.value.exit_code == exit_code
    found = caught.value.problems[0]
    for language in ("ja", "en"):
        for text in sentences(found, language):
            assert not re.search(r"[{}]", text), text
    return found


def argument(problem: Problem, name: str) -> str:
    return dict(problem.arguments)[name]


def test_a_missing_font_is_an_error_and_nothing_takes_its_place() -> None:
    found = refused(lambda: Fonts(resource("fonts")).face("Helvetica"))
    assert found.code == "font-missing"
    assert "BIZUDGothic-Regular" in argument(found, "known")


def test_a_missing_weight_is_an_error_naming_those_there_are() -> None:
    fonts = Fonts(resource("fonts"))
    found = refused(lambda: fonts.shape("あ", ("NotoSerifJP-Regular",)))
    assert found.code == "font-style-missing"
    assert argument(found, "known") == "NotoSerifJP-Medium, NotoSerifJP-Bold, NotoSerifJP-Black"


def test_a_file_that_the_index_names_must_be_there(folder: Path) -> None:
    found = refused(lambda: index(folder, "gone.ttf").face("Own-Bold"))
    assert found.code == "font-file-missing"
    assert argument(found, "path").endswith("gone.ttf")
    assert found.source.file.endswith("gone.ttf")


def test_a_folder_in_place_of_a_file_cannot_be_read(folder: Path) -> None:
    (folder / "a.ttf").mkdir()
    found = refused(lambda: index(folder, "a.ttf").face("Own-Bold"), exit_code=6)
    assert found.code == "font-unreadable"


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (b"<!DOCTYPE html><html><body>404", "HTML/XML"),
        (b"\xef\xbb\xbf\n<html>", "HTML/XML"),
        (b"PK\x03\x04", "ZIP"),
        (b"%PDF-1.7", "PDF"),
        (b"", "0 bytes"),
        (b"\x89PNG", "89 50 4e 47"),
    ],
)
def test_what_is_no_font_is_named(folder: Path, data: bytes, seen: str) -> None:
    (folder / "a.ttf").write_bytes(data)
    found = refused(lambda: index(folder, "a.ttf").face("Own-Bold"))
    assert (found.code, argument(found, "found")) == ("font-not-a-font", seen)


@pytest.mark.parametrize(("signature", "kind"), [(b"wOFF", "WOFF"), (b"wOF2", "WOFF2")])
def test_a_web_font_is_refused(folder: Path, signature: bytes, kind: str) -> None:
    (folder / "a.ttf").write_bytes(signature + bytes(100))
    found = refused(lambda: index(folder, "a.ttf").face("Own-Bold"))
    assert (found.code, argument(found, "kind")) == ("font-web", kind)


@pytest.mark.parametrize("kept", [8, 40, 0.5, 0.99])
def test_a_truncated_font_is_told_from_a_sound_one(folder: Path, kept: float) -> None:
    whole = (folder / "own.ttf").read_bytes()
    (folder / "a.ttf").write_bytes(whole[: int(kept if kept > 1 else kept * len(whole))])
    found = refused(lambda: index(folder, "a.ttf").face("Own-Bold"))
    assert found.code == "font-truncated"
    assert index(folder, "own.ttf").face("Own-Bold").has(0x41)


@pytest.mark.parametrize("table", ["cmap", "glyf", "head", "hmtx"])
def test_a_font_without_a_table_that_text_needs_is_refused(folder: Path, table: str) -> None:
    data = bytearray((folder / "own.ttf").read_bytes())
    at = data.index(table.encode())
    data[at : at + 4] = b"zzzz"
    (folder / "a.ttf").write_bytes(data)
    found = refused(lambda: index(folder, "a.ttf").face("Own-Bold"))
    assert found.code == "font-tables-missing"
    assert table in argument(found, "tables")


@pytest.mark.parametrize(("table", "told"), [("cmap", "cmap"), ("loca", "loca"), ("maxp", "cmap")])
def test_a_damaged_table_is_noticed(folder: Path, table: str, told: str) -> None:
    data = bytearray((folder / "own.ttf").read_bytes())
    record = data.index(table.encode())
    place = int.from_bytes(data[record + 8 : record + 12], "big")
    length = int.from_bytes(data[record + 12 : record + 16], "big")
    data[place : place + length] = b"\xff" * length
    (folder / "a.ttf").write_bytes(data)
    found = refused(lambda: index(folder, "a.ttf").face("Own-Bold"))
    assert (found.code, argument(found, "table")) == ("font-damaged", told)


def test_a_collection_needs_a_number(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [make("Own-Regular"), make("Own-Bold")]
    collection.save(tmp_path / "own.ttc")
    found = refused(lambda: index(tmp_path, "own.ttc", number="-").face("Own-Bold"))
    assert (found.code, argument(found, "faces")) == ("font-collection", "0–1")
    found = refused(lambda: index(tmp_path, "own.ttc", number="2").face("Own-Bold"))
    assert found.code == "font-number"
    assert index(tmp_path, "own.ttc", number="1").face("Own-Bold").postscript_name == "Own-Bold"


def test_a_single_font_has_no_second_face(folder: Path) -> None:
    found = refused(lambda: index(folder, "own.ttf", number="1").face("Own-Bold"))
    assert found.code == "font-number"


def test_an_axis_must_be_the_font_s(folder: Path) -> None:
    found = refused(lambda: index(folder, "own.ttf", axes="wght=700").face("Own-Bold"))
    assert found.code == "font-axis"
    make(axis="wdth").save(folder / "wide.ttf")
    found = refused(lambda: index(folder, "wide.ttf", axes="wght=700").face("Own-Bold"))
    assert (found.code, argument(found, "axes")) == ("font-axis", "wdth 100–900")


def test_a_weight_must_be_in_the_font_s_range(folder: Path) -> None:
    make(axis="wght").save(folder / "variable.ttf")
    found = refused(lambda: index(folder, "variable.ttf", axes="wght=950").face("Own-Bold"))
    assert (found.code, argument(found, "value")) == ("font-axis-range", "950")
    found = refused(lambda: index(folder, "variable.ttf").face("Own-Bold"))
    assert found.code == "font-weight-unset"
    assert index(folder, "variable.ttf", axes="wght=900").face("Own-Bold").weight == 900


@pytest.mark.parametrize("fs_type", [0x0002, 0x0100, 0x0200, 0x0104])
def test_a_font_that_forbids_embedding_needs_a_licence(tmp_path: Path, fs_type: int) -> None:
    make(fs_type=fs_type).save(tmp_path / "own.ttf")
    found = refused(lambda: Fonts(tmp_path).face("Own-Regular"))
    assert (found.code, argument(found, "value")) == ("font-licence", f"0x{fs_type:04X}")
    assert "--i-have-a-licence" in sentences(found, "ja")[1]
    assert Fonts(tmp_path, licensed=True).face("Own-Regular").fs_type == fs_type


@pytest.mark.parametrize("fs_type", [0x0000, 0x0004, 0x0008])
def test_a_font_that_permits_embedding_needs_none(tmp_path: Path, fs_type: int) -> None:
    make(fs_type=fs_type).save(tmp_path / "own.ttf")
    assert Fonts(tmp_path).face("Own-Regular").fs_type == fs_type


@pytest.mark.parametrize("line", ["a\tb", "a\tb\tx\t-\tc\td\te", "a\tb\t0\twght\tc\td\te"])
def test_an_index_that_cannot_be_read_names_the_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "index.tsv").write_text(HEADINGS + "\n" + line, encoding="utf-8")
    found = refused(lambda: Fonts(tmp_path))
    assert (found.code, found.source.line) == ("font-index", 3)


def test_a_folder_of_one_s_own_needs_no_index(tmp_path: Path) -> None:
    make("Mine-Regular").save(tmp_path / "mine.ttf")
    make("Waver-Thin", axis="wght").save(tmp_path / "waver.ttf")
    collection = TTCollection()
    collection.fonts = [make("Both-Regular"), make("Both-Bold")]
    collection.save(tmp_path / "both.ttc")
    fonts = Fonts(resource("fonts"), tmp_path)
    assert fonts.ids()[-4:] == ("Both-Regular", "Both-Bold", "Mine-Regular", "Own-Regular")
    assert [glyph.face for glyph in fonts.shape("Aあ", ("Mine-Regular", "NotoSansJP-Bold"))] == [
        "Mine-Regular",
        "NotoSansJP-Bold",
    ]
    assert fonts.face("Own-Regular").axes == (("wght", 400.0),)
    assert fonts.covering(0x42)[-4:] == fonts.ids()[-4:]


def test_a_bad_file_in_one_s_own_folder_does_not_disturb_the_others(folder: Path) -> None:
    (folder / "saved.ttf").write_text("<html>", encoding="utf-8")
    fonts = Fonts(folder)
    assert fonts.face("Own-Regular").has(0x41)
    assert [told.code for told in fonts.unusable()] == ["font-not-a-font"]
    with pytest.raises(LeafletError) as caught:
        fonts.face("Saved-Regular")
    assert [told.code for told in caught.value.problems] == ["font-missing", "font-not-a-font"]


def test_a_restricted_font_is_not_offered(folder: Path) -> None:
    make("Shut-Regular", fs_type=2).save(folder / "shut.ttf")
    fonts = Fonts(folder)
    assert [row.id for row in fonts.listing()] == ["Own-Regular"]
    assert fonts.covering(0x41) == ("Own-Regular",)
    assert [told.code for told in fonts.unusable()] == ["font-licence"]


def test_both_languages_name_the_same_arguments() -> None:
    for code, message in MESSAGES.items():
        in_japanese = argument_names(message.ja) | argument_names(message.hint_ja)
        in_english = argument_names(message.en) | argument_names(message.hint_en)
        assert in_japanese == in_english, code
        assert message.about_ja, code
        assert message.about_en, code
