"""Pictures that nobody has: what stands in their place is composed, on any ground."""

import re
from pathlib import Path

import pytest

from layout.build import Request, build
from layout.frame import Clip, Group, Item
from layout.frame import Path as Shape
from layout.load import load_theme
from layout.resources import resource
from layout.themes import FILE


def test_ornament_keeps_its_inks_on_a_dark_ground(tmp_path: Path) -> None:
    """On vermilion everything else is printed white."""
    text = resource("data/mynumber.yaml").read_text("utf-8")
    path = tmp_path / "leaflet.yaml"
    path.write_text(text.replace("art: leak", "art: leek"), "utf-8")
    work = build(Request(path, theme="bold", editions=("office",))).works[0]
    theme = load_theme(resource("data/themes/bold") / FILE)
    waves = {theme.options("cover").ink(name) for name in ("wave", "wave-core")}
    [back] = [panel for panel in work.panels if panel.role == "back"]
    assert waves <= {shape.fill for shape in shapes(back.over)}


def shapes(items: tuple[Item, ...]) -> list[Shape]:
    found: list[Shape] = []
    for item in items:
        if isinstance(item, Shape):
            found.append(item)
        elif isinstance(item, Group | Clip):
            found += shapes(item.items)
    return found


@pytest.mark.parametrize("missing", ["flag: de", "flag: gb"])
def test_no_name_stands_under_a_hole(missing: str, tmp_path: Path) -> None:
    """A group of which one flag is not there is shown by its names alone."""
    text = resource("data/mynumber.yaml").read_text("utf-8")
    flags = len(re.findall("(?m)^ *flag:", text))
    path = tmp_path / "leaflet.yaml"
    path.write_text(text.replace(missing, "flag: xx"), "utf-8")
    built = build(Request(path, editions=("office",)))
    assert [found.code for found in built.problems] == ["flag-unknown"]
    drawn = [g for panel in built.works[0].panels for g in figures(panel.over)]
    whole = build(Request(resource("data/mynumber.yaml"), editions=("office",)))
    before = [g for panel in whole.works[0].panels for g in figures(panel.over)]
    assert len(before) - len(drawn) == 3  # Germany, Britain and Australia stand together
    assert flags == 7


def figures(items: tuple[Item, ...]) -> list[Group]:
    found: list[Group] = []
    for item in items:
        if isinstance(item, Group) and item.role == "figure":
            found.append(item)
        elif isinstance(item, Group | Clip):
            found += figures(item.items)
    return found
