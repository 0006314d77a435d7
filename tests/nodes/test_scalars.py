"""Folded texts and the places of their characters, against the parser's own reading."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from layout.nodes import Mapping, Scalar, YamlFile, open_yaml, source_of
from layout.nodes.compose import compose
from layout.nodes.scalars import origins, trace


def scalar_of(text: str) -> tuple[Scalar, str]:
    """The value of the only key of a mapping."""
    root, problems = compose(text, "x")
    assert problems == []
    assert isinstance(root, Mapping)
    value = root.entries[0][1]
    assert isinstance(value, Scalar)
    return value, text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("日本\n  語", "日本語"),
        ("My\n  Number", "My Number"),
        ("約\n  400件", "約400件"),
        ("これは My\n  Number 制度", "これは My Number 制度"),
        ("です。\n  しかし", "です。しかし"),
        ("そして……\n  ――また", "そして……――また"),
        ("and “so”\n  on", "and “so” on"),
        ("한국\n  사람", "한국 사람"),
        ("ｶﾅ\n  ABC", "ｶﾅABC"),
        ("一段落\n\n  二段落", "一段落\n二段落"),
        ("'日本\n  語と\n  My\n  Number'", "日本語とMy Number"),
        ('"日本\n  語\\\n   と\\n改行"', "日本語と\n改行"),
        (">\n  日本\n  語\n\n  次の\n  段落\n", "日本語\n次の段落\n"),
        (">-\n  My\n  Number\n", "My Number"),
        (">-\n  文\n   - 深い行\n   - 次\n  終わり\n", "文\n - 深い行\n - 次\n終わり"),
        ("|\n  日本\n  語\n", "日本\n語\n"),
        ("|-\n  日本\n   語\n", "日本\n 語"),
        ("&a 日本\n  語", "日本語"),
    ],
)
def test_a_folded_line_break_leaves_a_space_between_latin_only(written: str, text: str) -> None:
    assert scalar_of(f"a: {written}\n")[0].text.rstrip("\n") == text.rstrip("\n")


CHARS = st.sampled_from("あ漢。A1 -'\"\\\t😀é　\n")


def as_literal(text: str) -> str:
    return "|\n" + "".join(f"  {line}\n" for line in text.split("\n"))


def as_folded(text: str) -> str:
    return ">" + as_literal(text)[1:]


def as_single(text: str) -> str:
    return "'" + text.replace("'", "''").replace("\n", "\n  ") + "'"


def as_double(text: str) -> str:
    return '"' + text.replace("\\", "\\x5c").replace('"', '\\"').replace("\n", "\n  ") + '"'


def as_plain(text: str) -> str:
    return "x" + "".join(c for c in text if c not in "\"'\\\t-").replace("\n", "\n  ") + "y"


def parsed(text: str) -> Any:
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)["a"]
    except yaml.YAMLError:
        return None


@given(
    st.text(CHARS, max_size=30),
    st.sampled_from([as_literal, as_folded, as_single, as_double, as_plain]),
)
def test_the_second_reading_agrees_with_the_parser(text: str, write: Any) -> None:
    """Every character has a place, and at that place it stands (escapes aside)."""
    document = f"a: {write(text)}\n"
    expected = parsed(document)
    if expected is None:
        return
    root, problems = compose(document, "x")
    assert problems == []
    assert isinstance(root, Mapping)
    scalar = root.entries[0][1]
    assert isinstance(scalar, Scalar)
    pieces = trace(scalar._replace(text=expected), document)
    assert pieces is not None
    for run, at in pieces:
        assert document.startswith(run, at) or run == "\n" or document[at] in "\\'"
    if scalar.style not in ("|", ">"):
        assert len(origins(scalar, document) or ()) == len(scalar.text)


def test_a_reading_that_disagrees_gives_the_start() -> None:
    scalar, text = scalar_of("a: 日本\n  語\n")
    file = YamlFile("x", text, None)
    strange = scalar._replace(text="ほかの文")
    assert source_of(file, strange, 1) == scalar.source
    assert source_of(file, scalar, 99) == scalar.source
    assert source_of(file, scalar, 2)[1:] == (2, 3)


def test_columns_count_code_points(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("{😀𠮷葛\U000e0100: [é, e\u0301, 値]}\n", encoding="utf-8")
    root = open_yaml(path).root
    assert isinstance(root, Mapping)
    values = root.entries[0][1]
    assert not isinstance(values, Scalar | Mapping)
    assert [item.source.column for item in values.items] == [9, 12, 16]
