"""Themes of one's own: started from another, found beside a leaflet, told of where wrong."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.build import Request, build, check
from layout.load import load_theme
from layout.problems import LeafletError, Problem
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.themecheck import check_theme
from layout.themes import FILE, find_theme, known_themes, new_theme, shipped_themes
from tests.test_cli import Command, Ended, command

__all__ = ["command"]

SHORT = """\
id: short
issued: 2026-05-01
{theme}
cover: {{calls: [甲乙丙], title: 甲, subtitle: 乙}}
body:
  - question: {{ask: 甲ですか。, answer: 乙です。}}
back:
  - contact: {{name: 丙, heading: 丁}}
"""


def leaflet(folder: Path, theme: str = "") -> Path:
    path = folder / "short.yaml"
    path.write_text(SHORT.format(theme=theme and f"theme: {theme}"), "utf-8")
    return path


def faults(ask: Callable[[], object]) -> tuple[int, tuple[Problem, ...]]:
    with pytest.raises(LeafletError) as caught:
        ask()
    return caught.value.exit_code, caught.value.problems


def said(ended: Ended) -> tuple[int, str]:
    """How a run ended that wrote nothing but one problem."""
    assert ended.out == ""
    return ended.code, re.findall(r"\[([a-z-]+)\]", ended.err)[0]


@pytest.mark.parametrize("base", shipped_themes())
def test_a_new_theme_is_its_base_under_another_name(
    command: Command, tmp_path: Path, base: str
) -> None:
    ended = command("theme", "new", "mine", "--from", base, "-o", "designs")
    written = sorted((tmp_path / "designs" / "mine").iterdir())
    assert sorted(ended.out.split()) == [str(path.relative_to(tmp_path)) for path in written]
    assert {path.name for path in written} == {
        path.name for path in (resource("data/themes") / base).iterdir()
    }
    mine = load_theme(tmp_path / "designs" / "mine" / FILE)
    theirs = load_theme(resource("data/themes") / base / FILE)
    assert mine == theirs._replace(id="mine", file=mine.file)


def test_a_theme_beside_the_leaflet_is_used_by_its_name_or_its_path(
    command: Command, tmp_path: Path
) -> None:
    command("theme", "new", "mine", "--from", "bold")
    command("theme", "new", "deep", "-o", "designs/of")
    for name, where in (("mine", "mine"), ("./mine", "mine"), ("designs/of/deep", "deep")):
        built = build(Request(leaflet(tmp_path, name), editions=("office",)))
        assert {(made.theme, made.stem) for made in built.made} == {
            (where, f"short_a4-roll_office_{where}")
        }
    assert command("theme", "list").out.split() == [*shipped_themes(), "mine"]
    assert command(leaflet(tmp_path), "--theme", "mine", "--edition", "office").code == 0


def test_the_ornament_of_a_theme_of_ones_own_is_its_own(command: Command, tmp_path: Path) -> None:
    command("theme", "new", "mine", "--from", "bold")
    path = leaflet(tmp_path, "mine")
    before = build(Request(path, editions=("office",))).made[0].data
    drawing = resource("data/artwork/lock.svg").read_bytes()
    for old in (tmp_path / "mine").glob("*.svg"):
        old.write_bytes(drawing)
    assert build(Request(path, editions=("office",))).made[0].data != before


def test_nothing_is_ever_overwritten(command: Command, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert said(command("theme", "new", "mine")) == (6, "file-exists")
    assert list((tmp_path / "mine").iterdir()) == []


@pytest.mark.parametrize(
    "name", ["Kyoto", "京都", "../x", "a/b", "-x", "con", "lpt1", "a" * 41, "a b", "x.y", "x\n"]
)
def test_names_that_some_system_would_stumble_over(name: str) -> None:
    code, problems = faults(lambda: new_theme(name, resource("data/themes/calm/theme.yaml"), "ja"))
    assert (code, [found.code for found in problems]) == (2, ["theme-name"])


def test_no_theme_takes_the_name_of_one_of_the_house(command: Command) -> None:
    assert said(command("theme", "new", "calm")) == (2, "theme-name-taken")
    assert said(command("theme", "new", "mine", "--from", "loud")) == (2, "theme-unknown")
    assert said(command("theme")) == (2, "command-unknown")


def test_a_name_leads_nowhere_out_of_the_folder(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    for folder in (inner, tmp_path / "outer"):
        folder.mkdir()
    (tmp_path / "outer" / FILE).write_bytes(resource("data/themes/calm/theme.yaml").read_bytes())
    (inner / "link").symlink_to(tmp_path / "outer", target_is_directory=True)
    for name in ("../outer", str(tmp_path / "outer"), "link", "a" * 5000, "a\0b", "", "."):
        code, problems = faults(lambda name=name: find_theme(name, inner))  # type: ignore[misc]
        assert (code, [found.code for found in problems]) == (2, ["theme-unknown"])


def test_a_name_of_the_house_is_the_houses(command: Command, tmp_path: Path) -> None:
    command("theme", "new", "mine")
    (tmp_path / "mine").rename(tmp_path / "bold")
    assert find_theme("bold", tmp_path) == resource("data/themes/bold") / FILE
    assert find_theme("./bold", tmp_path) == tmp_path / "bold" / FILE
    assert known_themes(tmp_path) == shipped_themes()


def test_an_unknown_theme_is_told_where_the_leaflet_names_it(
    command: Command, tmp_path: Path
) -> None:
    command("theme", "new", "mine")
    path = leaflet(tmp_path, "mien")
    code, [found] = faults(lambda: build(Request(path)))
    assert (code, found.code, found.source.line) == (3, "theme-unknown", 3)
    assert dict(found.arguments)["known"] == "bold, calm, editorial, mine"


FAULTS = [
    ("  least: 1", "  least: wide1", "theme-number", "wide"),
    ("  least: 1", "  least: 91", "theme-number", "91"),
    ("  floor: 7", "  floor: 17", "theme-order", "12"),
    ("    sign-size: ", "    sign-size: big", "theme-number", "big"),
    ("    sign-size: ", "    sing-size: ", "theme-key-unknown", "sing-size"),
    ("  body: {faces: gothic", "  body: {faces: goth", "theme-undefined", "goth"),
    ("align: justify", "align: justfy", "theme-choice", "justfy"),
    ('srgb: "#', 'srgb: "', "theme-srgb", '"'),
    ('cmyk: "0 0 0 100"', 'cmyk: "0 0 0 101"', "theme-cmyk", '"0 0 0 101'),
    ("  least: 1", "  least: [1", "theme-value", "["),
    ("NotoSerifJP-Black", "NotoSerifJP-Blank", "font-missing", "NotoSerifJP-Blank"),
    ("    heading: heading", "    heading: [heading]", "theme-value", "["),
    ("features: palt kern", "features: palt;kern", "theme-value", "palt;kern"),
    ("  question:\n", "  questoin:\n", "theme-key-unknown", "questoin"),
    ("  tall: 11", "  tall: .nan", "theme-number", ".nan"),
]


def broken(folder: Path, old: str, new: str) -> Path:
    """A theme folder ``mine`` whose text differs in one place."""
    (folder / "mine").mkdir()
    text = resource("data/themes/calm/theme.yaml").read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    text = re.sub(r"(least: \[[0-9.]+)", r"\1]", text)
    (folder / "mine" / FILE).write_text(text, "utf-8")
    return folder / "mine" / FILE


@pytest.mark.parametrize(("old", "new", "code", "begins"), FAULTS)
def test_a_fault_is_told_with_its_place_in_the_theme(
    tmp_path: Path, fonts: Fonts, old: str, new: str, code: str, begins: str
) -> None:
    file = broken(tmp_path, old, new)
    try:
        problems = check_theme(file, fonts.ids())
    except LeafletError as error:
        problems = error.problems
    found = next(each for each in problems if each.code == code)
    assert Path(found.source.file) == file
    line = file.read_text("utf-8").splitlines()[found.source.line - 1]
    assert line[found.source.column - 1 :].startswith(begins)


def test_all_faults_of_a_theme_are_told_at_once(tmp_path: Path) -> None:
    file = broken(tmp_path, "  least: 1", "  least: x1")
    text = file.read_text("utf-8").replace("align: justify", "align: middle")
    file.write_text(text.replace("    sign-size: ", "    sing-size: ", 1), "utf-8")
    code, problems = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    assert (code, sorted({found.code for found in problems})) == (
        3,
        ["theme-choice", "theme-key-missing", "theme-key-unknown", "theme-number"],
    )


def test_what_nothing_reads_is_a_warning_with_what_is_near(tmp_path: Path) -> None:
    broken(tmp_path, "    before: 1", "    befor: 2\n    before: 1")
    problems = check(Request(leaflet(tmp_path, "mine")))
    [found] = [each for each in problems if each.code.startswith("theme")]
    assert (found.code, found.severity) == ("theme-key-unknown", "warning")
    assert dict(found.arguments)["near"].split(", ")[0] == "before"


def test_a_font_that_nobody_has_is_told_with_what_is_near(tmp_path: Path) -> None:
    broken(tmp_path, "NotoSerifJP-Black", "NotoSerifJP-Blank")
    code, [found] = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    assert (code, found.code) == (5, "font-missing")
    assert dict(found.arguments)["known"].split(", ")[0] == "NotoSerifJP-Black"


def test_a_key_that_is_missing_is_told_at_the_one_above_it(tmp_path: Path) -> None:
    broken(tmp_path, "    sign-size: ", "    # ")
    code, [found] = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    assert (code, found.code) == (3, "theme-key-missing")
    lines = (tmp_path / "mine" / FILE).read_text("utf-8").splitlines()
    assert lines[found.source.line - 1] == "  question:"


@pytest.mark.parametrize("kind", ["question", "cover", "contact"])
def test_what_the_check_lets_pass_but_a_form_wants_is_told_with_its_place(
    tmp_path: Path, kind: str
) -> None:
    """A theme without a kind is sound until a leaflet has a block of it."""
    file = broken(tmp_path, "palette:", "palette:")
    file.write_text(re.sub(rf"(?m)^  {kind}:\n(    .*\n)+", "", file.read_text("utf-8")), "utf-8")
    code, [found] = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    assert (code, found.code) == (3, "theme-value")
    assert dict(found.arguments)["key"].startswith(f"forms.{kind}.")
    assert file.read_text("utf-8").splitlines()[found.source.line - 1] == "forms:"


def test_a_drawing_that_is_not_there_is_told_in_the_theme(command: Command, tmp_path: Path) -> None:
    command("theme", "new", "mine", "--from", "bold")
    for drawing in (tmp_path / "mine").glob("*.svg"):
        drawing.unlink()
    code, problems = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    lines = (tmp_path / "mine" / FILE).read_text("utf-8").splitlines()
    assert (code, {found.code for found in problems}) == (3, {"theme-drawing"})
    assert all("-art:" in lines[found.source.line - 1] for found in problems)


def test_yaml_that_cannot_be_read_is_told_in_the_theme(command: Command, tmp_path: Path) -> None:
    command("theme", "new", "mine")
    file = tmp_path / "mine" / FILE
    text = file.read_text("utf-8").replace("palette:\n", "palette: [\n")
    file.write_text(text, "utf-8")
    code, problems = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    assert code == 3
    assert {Path(found.source.file) for found in problems} == {file}
    assert all(found.source.line for found in problems)


FONTS = Fonts(resource("fonts")).ids()
LINES = resource("data/themes/calm/theme.yaml").read_text("utf-8").splitlines()
ODD = ("", "[", "{", "1", "-", "a: b", "x: {}", "    x", "\t", "'", "&a", "*a", ": ", "[1, {}]")


@given(at=st.integers(0, len(LINES) - 1), cut=st.integers(0, 80), odd=st.sampled_from(ODD))
def test_no_text_of_a_theme_is_a_fault_of_the_program(
    tmp_path_factory: pytest.TempPathFactory, at: int, cut: int, odd: str
) -> None:
    """A line spoilt anywhere: the theme is read, or it is told what is wrong with it."""
    file = tmp_path_factory.getbasetemp() / "spoilt" / FILE
    file.parent.mkdir(exist_ok=True)
    spoilt = [*LINES[:at], LINES[at][:cut] + odd, *LINES[at + 1 :]]
    file.write_text("\n".join(spoilt), "utf-8")
    assert outcome(file) in ("", "3", "5")


def outcome(file: Path) -> str:
    try:
        check_theme(file, FONTS)
        load_theme(file)
    except LeafletError as error:
        return str(error.exit_code) if error.problems else "nothing said"
    return ""


@pytest.mark.parametrize("unit", [5.0, 7.5, 8.3, 9.0, 12.5, 20.0])
@pytest.mark.parametrize("name", shipped_themes())
def test_no_ruby_is_smaller_than_print_shops_let_by(name: str, unit: float) -> None:
    theme = load_theme(resource("data/themes") / name / FILE)
    found = theme.legible(unit)
    for style, before in zip(found.styles.values(), theme.styles.values(), strict=True):
        assert style.size * unit >= theme.rhythm.smallest - 1e-6
        assert style.size * style.ruby * unit >= 4.05 - 1e-6
        assert style.ruby >= before.ruby
        if before.size * before.ruby * unit >= 4.05:
            assert style.ruby == before.ruby
