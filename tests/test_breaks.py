"""The author's own breaks: kept as they are, told where they offend."""

from pathlib import Path

import pytest

from layout.breaks import offending_breaks
from layout.build import Request, check
from layout.document import Leaflet
from layout.messages import sentences
from tests.load.leaflets import HEAD, reading


def leaflet(path: Path, heading: str, text: str = "本文") -> Leaflet:
    lines = f"  - section:\n      heading: {heading}\n      text: {text}\n"
    outcome = reading(path / "x.yaml", f"{HEAD}notation: true\nbody:\n{lines}")
    assert outcome.loaded is not None, outcome.said
    return outcome.loaded.leaflet


@pytest.mark.parametrize(
    ("heading", "character", "place"),
    [
        ("どうする\n？", "？", (10, 9)),
        ("健康保険証は「\n使える」", "「", (9, 15)),
        ("マイナンバ\nーカード", "ー", (10, 9)),
        ("つかえな\nかっ\nた", "", (0, 0)),
        ("待\nって", "っ", (10, 9)),
        ("それは…\n…何", "…", (10, 9)),
        ("法律\n{注:※1}", "※", (10, 12)),
        ("面積は10 m\n{上付:2}", "2", (10, 13)),
        ("わたしたちの\n{権利|けんり}", "", (0, 0)),
        ("Your rights\nat work", "", (0, 0)),
        ("それは…\n―何", "", (0, 0)),
    ],
)
def test_a_break_in_a_heading(
    tmp_path: Path, heading: str, character: str, place: tuple[int, int]
) -> None:
    block = "|\n        " + heading.replace("\n", "\n        ")
    found = offending_breaks(leaflet(tmp_path, block))
    told = [(each.code, each.severity, each.source[1:], each.arguments) for each in found]
    wanted = ("break-offends", "warning", place, (("character", character),))
    assert told == ([wanted] if character else [])


def test_paragraphs_are_not_judged(tmp_path: Path) -> None:
    text = "|\n        はじめ\n        」で始まる段落\n        「\n        終わり"
    assert offending_breaks(leaflet(tmp_path, "見出し", text)) == ()


def test_it_is_a_warning_of_the_command(tmp_path: Path) -> None:
    leaflet(tmp_path, "|\n        どうする\n        ？")
    (found,) = check(Request(tmp_path / "x.yaml"))
    assert (found.code, found.source.line) == ("break-offends", 10)
    assert "？" in sentences(found, "ja")[0]
