"""The designers' guide: every key of a theme, and none that there is not."""

import re
import struct

import pytest
import yaml

from layout.generated import GUIDE
from layout.guide import renewed, shown
from layout.themekeys import FORM, NEEDED_STYLES, sections
from layout.themes import shipped_themes

TEXT = GUIDE.read_text(encoding="utf-8")
PICTURES = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)


def test_the_tables_are_up_to_date() -> None:
    assert renewed(TEXT) == TEXT, "run: python -m layout.generated"


def test_every_section_has_its_table_once() -> None:
    assert sorted(shown(TEXT)) == sorted(sections())


def test_every_key_is_in_the_guide_and_no_other() -> None:
    """Words in the running text that look like keys are keys, or names of something else."""
    known = {key.key for section in sections().values() for key in section.keys}
    known |= {word for s in sections().values() for k in s.keys for word in k.words if word}
    known |= {name.removeprefix(FORM) for name in sections()}
    prose = re.sub(r"(?s)<!-- ([a-z.-]+) -->.*?<!-- /\1 -->|```.*?```", "", TEXT)
    said = set(re.findall(r"`([a-z][a-z-]+)`", prose))
    assert said - known <= {*NEEDED_STYLES, *shipped_themes(), "check", "data", "sign-"}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_there_and_small(name: str) -> None:
    data = (GUIDE.parent / name).read_bytes()
    width, _ = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG")
    assert len(data) < 150_000
    assert width <= 1600


def test_no_picture_lies_there_unused() -> None:
    assert sorted(f"pictures/{path.name}" for path in (GUIDE.parent / "pictures").iterdir()) == (
        sorted(PICTURES)
    )


def test_its_examples_are_of_keys_that_there_are() -> None:
    table = {"palette": "palette", "grounds": "ground", "styles": "styles"}
    examples = [yaml.safe_load(found) for found in re.findall(r"(?s)```yaml\n(.*?)```", TEXT)]
    assert {name for example in examples for name in example} == {*table, "faces"}
    for example in examples:
        for name in example.keys() & table.keys():
            for entry in example[name].values():
                assert set(entry) <= {key.key for key in sections()[table[name]].keys}
