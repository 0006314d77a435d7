"""Themes of one's own: started from another, found beside a leaflet, told of where wrong."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from layout.build import Request, build
from layout.load import load_theme
from layout.problems import LeafletError, Problem
from layout.resources import resource
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


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("  least: ", "  least: wide #", "rhythm.least"),
        ("    sign-size: ", "    sign-size: big #", "forms.question.sign-size"),
        ("  body: {faces: gothic", "  body: {faces: goth", "styles.body.faces"),
    ],
)
def test_a_wrong_value_is_told_with_its_place_in_the_theme(
    command: Command, tmp_path: Path, old: str, new: str, key: str
) -> None:
    command("theme", "new", "mine")
    file = tmp_path / "mine" / FILE
    text = file.read_text("utf-8")
    file.write_text(text.replace(old, new, 1), "utf-8")
    code, [found] = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    assert (code, found.code, dict(found.arguments)["key"]) == (3, "theme-value", key)
    assert Path(found.source.file) == file
    said = file.read_text("utf-8").splitlines()[found.source.line - 1][found.source.column - 1 :]
    assert said.startswith(("wide", "big", "goth"))


def test_a_key_that_is_missing_is_told_at_the_one_above_it(
    command: Command, tmp_path: Path
) -> None:
    command("theme", "new", "mine")
    file = tmp_path / "mine" / FILE
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if "sign-size:" not in line), "utf-8")
    code, [found] = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    assert (code, found.code) == (3, "theme-value")
    assert file.read_text("utf-8").splitlines()[found.source.line - 1] == "  question:"


def test_a_drawing_that_is_not_there_is_told_in_the_theme(command: Command, tmp_path: Path) -> None:
    command("theme", "new", "mine", "--from", "bold")
    for drawing in (tmp_path / "mine").glob("*.svg"):
        drawing.unlink()
    code, [found] = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    assert (code, found.code) == (3, "theme-value")
    line = (tmp_path / "mine" / FILE).read_text("utf-8").splitlines()[found.source.line - 1]
    assert "-art:" in line


def test_yaml_that_cannot_be_read_is_told_in_the_theme(command: Command, tmp_path: Path) -> None:
    command("theme", "new", "mine")
    file = tmp_path / "mine" / FILE
    text = file.read_text("utf-8").replace("palette:\n", "palette: [\n")
    file.write_text(text, "utf-8")
    code, problems = faults(lambda: build(Request(leaflet(tmp_path, "mine"))))
    assert code == 3
    assert {Path(found.source.file) for found in problems} == {file}
    assert all(found.source.line for found in problems)
