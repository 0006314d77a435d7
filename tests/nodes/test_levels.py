"""Lines out of order: each is found where it stands, and mends as its hint shows."""

from pathlib import Path

import pytest

from layout.messages import sentences
from layout.nodes import Mapping, YamlFile, open_yaml
from layout.problems import Problem

CONTACT = "body:\n  - contact:\n      name: 一\n"
LIST = "body:\n  - list:\n      items:\n        - 一\n"
SECTION = "body:\n  - section:\n      text: 一行目の文\n"

MENDED = [
    ("{contact}    tel: 二\n      fax: 三\n", "yaml-depth", 4, 5),
    ("{contact}     tel: 二\n      fax: 三\n", "yaml-depth", 4, 6),
    ("{contact}      fax: 三\n     tel: 二\n", "yaml-depth", 5, 6),
    ("{contact}        tel: 二\n      fax: 三\n", "yaml-depth", 4, 9),
    ("{contact}       tel: 二\n       fax: 三\n", "yaml-depth", 4, 8),
    ("id: 一\n issued: 二\ncover:\n  title: 三\n", "yaml-depth", 2, 2),
    (" id: 一\nissued: 二\n", "yaml-depth", 1, 2),
    ("{list}       - 二\n      numbered: true\n", "yaml-depth", 5, 8),
    ("{contact} - section:\n      text: 二\n", "yaml-depth", 4, 2),
    ("{contact}   - section:\n      text: 二\n", "yaml-depth", 4, 4),
    ("body:\n   - contact:\n      name: 一\n  - section:\n     text: 二\n", "yaml-depth", 4, 3),
    ("{contact}      - heading: 二\n", "yaml-dash-extra", 4, 7),
    ("{list}        ・二\n      numbered: true\n", "yaml-list-mark", 5, 9),
    ("{list}        ● 二\n", "yaml-list-mark", 5, 9),
    ("{list}        －二\n        - 三\n", "yaml-list-mark", 5, 9),
    ("{list}        -二\n      numbered: true\n", "yaml-dash-space", 5, 9),
    ("body:\n  - contact\n      name: 一\n", "yaml-colon-missing", 2, 5),
    ("body:\n  - contact:\n      name 一\n      tel: 二\n", "yaml-colon-missing", 3, 7),
    ("{contact}      tel 二\n      fax: 三\n", "yaml-colon-missing", 4, 7),
    ("{section}      二行目の文\n      heading: 題\n", "yaml-text-depth", 4, 7),
    ("{section}    二行目の文\n", "yaml-text-depth", 4, 5),
    ("{section}二行目の文\nback:\n  - appeal:\n      text: 三\n", "yaml-text-depth", 4, 1),
    ("body:\n  - section:\n      text: |\n      一行目の文\n", "yaml-text-depth", 4, 7),
]


def read(path: Path, text: str) -> YamlFile:
    path.write_text(text, encoding="utf-8")
    return open_yaml(path)


def only_problem(file: YamlFile) -> Problem:
    assert len(file.problems) == 1, file.problems
    return file.problems[0]


def as_shown(text: str, found: Problem) -> str:
    """The file with the lines of the hint in place of those it speaks of."""
    name = "example" if found.code == "yaml-dash-space" else "mended"
    shown = dict(found.arguments)[name].split("\n")[1:]
    rows = text.split("\n")
    first = found.source.line - 1
    if found.code == "yaml-text-depth" and len(shown) > 1:
        first -= 1
    return "\n".join([*rows[:first], *shown, *rows[first + len(shown) :]])


@pytest.mark.parametrize(("form", "code", "line", "column"), MENDED)
def test_a_line_out_of_order_mends_as_shown(
    form: str, code: str, line: int, column: int, tmp_path: Path
) -> None:
    text = form.format(contact=CONTACT, list=LIST, section=SECTION)
    found = only_problem(read(tmp_path / "x.yaml", text))
    assert (found.code, found.source.line, found.source.column) == (code, line, column)
    mended = read(tmp_path / "y.yaml", as_shown(text, found))
    assert mended.problems == ()
    assert isinstance(mended.root, Mapping)


@pytest.mark.parametrize(
    ("form", "line", "first"),
    [
        ("body:\n  - contact:\n      - heading: 一\n      name: 二\n", 4, "3"),
        ("{contact}  section:\n      text: 二\n", 4, "2"),
        ("{list}        二\n      numbered: true\n", 5, "4"),
    ],
)
def test_a_missing_dash_names_the_list(form: str, line: int, first: str, tmp_path: Path) -> None:
    text = form.format(contact=CONTACT, list=LIST, section=SECTION)
    found = only_problem(read(tmp_path / "x.yaml", text))
    assert (found.code, found.source.line) == ("yaml-dash-missing", line)
    assert dict(found.arguments)["first"] == first


@pytest.mark.parametrize("indent", [6, 8])
def test_a_comment_within_a_text_is_named(indent: int, tmp_path: Path) -> None:
    text = f"{SECTION}  # 覚え書き\n\n{' ' * indent}二行目の文\n"
    found = only_problem(read(tmp_path / "x.yaml", text))
    assert (found.code, found.source.line) == ("yaml-comment-in-text", 4)


def test_a_place_far_from_any_other_is_not_guessed(tmp_path: Path) -> None:
    text = f"{CONTACT}      - 二\n"
    found = only_problem(read(tmp_path / "x.yaml", text))
    assert found.code == "yaml-indentation"
    assert found.source.line == 4


@pytest.mark.parametrize(
    ("value", "mended"),
    [
        ("@一", "'@一'"),
        ("[速報] 一's", "'[速報] 一''s'"),
        ("Q1: なに？", "'Q1: なに？'"),
        ("*注意 # 覚え書き", "'*注意' # 覚え書き"),
        ('"引用"のあと', "'\"引用\"のあと'"),
        ('"開いたまま', '"開いたまま"'),
    ],
)
def test_a_text_that_needs_quotation_marks_is_shown_with_them(
    value: str, mended: str, tmp_path: Path
) -> None:
    text = f"body:\n  - section:\n      text: {value}\n"
    found = only_problem(read(tmp_path / "x.yaml", text))
    assert dict(found.arguments)["mended"] == f"\n      text: {mended}"
    assert sentences(found, "ja")[1].endswith(f"\n      text: {mended}")


def test_of_a_text_on_several_lines_no_line_alone_is_shown(tmp_path: Path) -> None:
    text = "body:\n  - section:\n      text: @一\n        二\n"
    assert dict(only_problem(read(tmp_path / "x.yaml", text)).arguments)["mended"] == ""
