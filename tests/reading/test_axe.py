"""The page for the web before axe-core, in a real browser."""

from pathlib import Path

import pytest

from layout.build import Request, build
from layout.resources import resource
from tests.browser import BROWSER, NIGHT, judged

THEMES = sorted(folder.name for folder in resource("data/themes").iterdir() if folder.is_dir())
STRANGER = Path(__file__).parent.parent / "leaflets" / "allkinds.yaml"


def page(leaflet: Path, theme: str) -> bytes:
    [made] = build(Request(leaflet, editions=("html",), theme=theme)).made
    return made.data


@pytest.mark.outside(BROWSER)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "options"), [(390, ()), (1280, (NIGHT,))])
def test_no_rule_is_violated(
    theme: str, width: int, options: tuple[str, ...], tmp_path: Path
) -> None:
    for leaflet in (resource("data/mynumber.yaml"), STRANGER):
        found = judged(page(leaflet, theme), tmp_path, width, *options)
        assert found["violations"] == []
        assert found["passes"] > 15


@pytest.mark.outside(BROWSER)
def test_the_judge_tells_right_from_wrong(tmp_path: Path) -> None:
    faulty = page(STRANGER, THEMES[0]).replace(b'<html lang="ja">', b"<html>")
    told = {each["id"] for each in judged(faulty, tmp_path, 1280)["violations"]}
    assert told == {"html-has-lang"}
