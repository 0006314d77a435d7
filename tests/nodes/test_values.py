"""Files of our own as plain values: themes and folds."""

from pathlib import Path

import pytest

from layout.nodes import read_values, read_yaml
from layout.problems import LeafletError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "theme.yaml"


def test_plain_values(file: Path) -> None:
    file.write_text(
        'a: {size: 1.5, n: 3, on: true, off: false, text: "12", code: 007, day: 2020-01-01}\n'
        "b: [1, -2.5, no, ~, x]\nc:\n",
        encoding="utf-8",
    )
    assert read_values(file) == {
        "a": {
            "size": 1.5,
            "n": 3,
            "on": True,
            "off": False,
            "text": "12",
            "code": "007",
            "day": "2020-01-01",
        },
        "b": [1, -2.5, "no", "~", "x"],
        "c": "",
    }


def test_numbers_keep_their_kind(file: Path) -> None:
    file.write_text("a: 2\nb: 2.0\n", encoding="utf-8")
    values = read_values(file)
    assert type(values["a"]) is int
    assert type(values["b"]) is float


@pytest.mark.parametrize(
    ("text", "code"),
    [("- a\n", "yaml-not-a-mapping"), ("", "yaml-empty"), ("a: 1\na: 2\n", "yaml-duplicate-key"),
     ("a: !!python/object x\n", "yaml-tag"), ("\ta: 1\n", "yaml-tab")],
)  # fmt: skip
def test_what_is_no_sound_mapping_is_refused(file: Path, text: str, code: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LeafletError) as caught:
        read_yaml(file)
    assert [found.code for found in caught.value.problems] == [code]
    assert caught.value.exit_code == 3


def test_a_note_is_no_reason_to_refuse(file: Path) -> None:
    file.write_bytes("名: 値\n".encode("cp932"))
    assert read_values(file) == {"名": "値"}
