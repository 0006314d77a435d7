"""Lines without a lawful setting are told: block, panel, place and what they say."""

from pathlib import Path

import pytest

from layout.build import Request, check, schemes
from layout.load import load
from layout.panels import compose
from layout.problems import WARNING, Problem
from layout.text.fonts import Fonts
from layout.theme import Theme

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = (ROOT / "data" / "mynumber.yaml").read_text(encoding="utf-8")
ANSWER = "個人情報の漏えいや悪用が起きる恐れがあります"


def told(folder: Path, answer: str) -> list[Problem]:
    assert SAMPLE.count(ANSWER) == 1
    leaflet = folder / "leaflet.yaml"
    leaflet.write_text(SAMPLE.replace(ANSWER, answer), encoding="utf-8")
    found = check(Request(leaflet, editions=("office",)))
    return [each for each in found if each.code == "loose-line"]


def test_the_sample_has_none() -> None:
    found = check(Request(ROOT / "data" / "mynumber.yaml", editions=("office",)))
    assert [each.code for each in found if each.code == "loose-line"] == []


@pytest.mark.parametrize("word", ["A" * 90, "https://www.example.jp/" + "path/" * 12])
def test_a_word_wider_than_its_column_is_told_with_its_place(tmp_path: Path, word: str) -> None:
    found = told(tmp_path, f"危険は{word}です")
    assert len(found) >= 2
    lines = SAMPLE.split("\n")
    line = next(number for number, text in enumerate(lines, 1) if ANSWER in text)
    for each in found:
        assert each.severity == WARNING
        assert each.block.startswith("question Q")
        assert each.panel.startswith("P")
        assert each.source.line in (line - 1, line)  # a line begins before the word that fills it
    said = "".join(dict(each.arguments)["text"] for each in found)
    assert said.startswith(word[:4]) or word[:20] in said


def test_each_is_told_at_its_own_column(tmp_path: Path) -> None:
    places = [each.source for each in told(tmp_path, "".join(map(str, range(50))))]
    assert places == sorted(set(places))


def test_one_with_dots_beside_it_is_told_as_well(tmp_path: Path, fonts: Fonts, calm: Theme) -> None:
    """What stands beside a line changes what is drawn of it, not whether it is loose."""
    word = "https://www.example.jp/" + "path/" * 12
    leaflet = tmp_path / "leaflet.yaml"
    said = []
    for answer in (word, f"{{圏点:{word}}}"):
        leaflet.write_text("notation: true\n" + SAMPLE.replace(ANSWER, answer), encoding="utf-8")
        composed = compose(load(leaflet).leaflet, schemes()["a4-roll"], calm, fonts)
        said.append([(each.code, each.arguments) for each in composed.problems])
    plain, dotted = said
    assert len(plain) >= 2
    assert dotted == plain
