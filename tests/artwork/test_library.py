"""Flags and drawings by name: there, in their proportions, or told with what is near."""

import re
from pathlib import Path

import pytest

from layout.artwork.library import flag_names, read_artwork, shipped
from layout.build import Request, build
from layout.frame import Frame
from layout.load import load, load_theme
from layout.pictures import flag_key
from layout.problems import LeafletError
from layout.resources import resource
from tests.artwork.drawn import colours, paths, refused, svg

THEME = load_theme(resource("data/themes/calm/theme.yaml"))
FLAGS = sorted(path.stem for path in resource("data/artwork/flags").glob("*.svg"))
LEAFLET = """
id: abroad
title: 外国では
issued: 2025-04-01
cover: {title: 外国では}
body:
  - countries:
      groups: [{verdict: やめた, countries: [{name: NAME, flag: FLAG}]}]
  - illustration: {caption: 絵, alt: 絵, art: ART}
"""
PROPORTIONS = {
    "jp": 3 / 2, "de": 5 / 3, "gb": 2, "au": 2, "fr": 3 / 2, "hu": 2, "us": 1.9, "kr": 3 / 2,
    "ch": 1, "be": 15 / 13, "dk": 37 / 28, "no": 22 / 16, "se": 8 / 5, "fi": 18 / 11, "br": 10 / 7,
    "is": 25 / 18, "pl": 8 / 5, "ca": 2, "cn": 3 / 2,
}  # fmt: skip


def leaflet(folder: Path, *, flag: str = "de", art: str = "leak", name: str = "国") -> Path:
    path = folder / "leaflet.yaml"
    text = LEAFLET.replace("FLAG", flag).replace("ART", art).replace("NAME", name)
    path.write_text(text, encoding="utf-8")
    return path


def found(path: Path) -> tuple[dict[str, Frame], list[tuple[str, dict[str, str]]]]:
    made = read_artwork(load(path).leaflet, THEME, path.parent)
    return dict(made.found), [(each.code, dict(each.arguments)) for each in made.problems]


@pytest.mark.parametrize("code", FLAGS)
def test_a_flag_is_drawn_in_inks_of_its_own(code: str, tmp_path: Path) -> None:
    frames, problems = found(leaflet(tmp_path, flag=code))
    frame = frames[flag_key(code)]
    assert not problems
    assert frame.width / frame.height == pytest.approx(PROPORTIONS.get(code, 1.5), abs=0.51)
    for path in paths(frame.items):
        for ink in (path.fill, path.stroke and path.stroke.ink):
            assert ink is None or sum(ink.cmyk) <= 3.0
    source = resource(f"data/artwork/flags/{code}.svg").read_text(encoding="utf-8")
    assert source.count("device-cmyk") == source.count("}"), "every colour has inks given"


@pytest.mark.parametrize(("code", "ratio"), PROPORTIONS.items())
def test_flags_have_their_published_proportions(code: str, ratio: float, tmp_path: Path) -> None:
    frame = found(leaflet(tmp_path, flag=code))[0][flag_key(code)]
    assert frame.width / frame.height == pytest.approx(ratio)


def test_every_flag_has_a_name_and_every_name_a_flag() -> None:
    assert sorted(flag_names()) == FLAGS
    assert len(FLAGS) >= 30


@pytest.mark.parametrize(
    ("flag", "name", "near"),
    [
        ("ger", "ドイツ", "de（ドイツ）"),
        ("uk", "イギリス", "gb（イギリス）"),
        ("germany", "国", "de（ドイツ）"),
        ("usa", "米国", "us"),
        ("xqx", "国", "、".join(FLAGS)),
    ],
)
def test_an_unknown_flag_is_told_with_what_is_near(
    flag: str, name: str, near: str, tmp_path: Path
) -> None:
    frames, problems = found(leaflet(tmp_path, flag=flag, name=name))
    [(code, arguments)] = problems
    assert code == "flag-unknown"
    assert arguments["near"].startswith(near)
    assert list(frames) == ["leak"]


@pytest.mark.parametrize("name", ["../x", "DE", "/etc/passwd"])
def test_a_flag_is_a_word_not_a_path(name: str, tmp_path: Path) -> None:
    with pytest.raises(LeafletError) as caught:
        found(leaflet(tmp_path, flag=name))
    assert [each.code for each in caught.value.problems] == ["invalid-name"]


def test_an_unknown_drawing_is_told_with_those_there_are(tmp_path: Path) -> None:
    _, [(code, arguments)] = found(leaflet(tmp_path, art="leek"))
    assert (code, arguments["near"].split("、")[0]) == ("drawing-unknown", "leak")
    _, [(code, _)] = found(leaflet(tmp_path, art="mine.svg"))
    assert code == "photo-missing"


def test_a_drawing_of_ones_own_lies_beside_the_leaflet(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_bytes(svg('<path d="M0 0H9V9" fill="#1D5C58"/>'))
    frames, problems = found(leaflet(tmp_path, art="mine.svg"))
    assert (problems, colours(frames["mine.svg"])) == ([], ["teal"])
    built = build(Request(leaflet(tmp_path, art="mine.svg"), editions=("office",)))
    assert built.problems == ()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.svg").write_bytes(svg('<path d="M0 0H9V9"/>'))
    inner = tmp_path / "leaflet"
    inner.mkdir()
    (inner / "mine.svg").symlink_to(tmp_path / "outside.svg")
    with pytest.raises(LeafletError) as caught:
        found(leaflet(inner, art="mine.svg"))
    assert [each.code for each in caught.value.problems] == ["picture-outside"]


def test_a_bad_drawing_stops_the_leaflet_with_its_own_line(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_bytes(svg("\n\n<text>字</text>"))
    with pytest.raises(LeafletError) as caught:
        build(Request(leaflet(tmp_path, art="mine.svg"), editions=("office",)))
    [wrong] = caught.value.problems
    assert (wrong.code, wrong.source.file, wrong.source.line) == ("artwork-text", "mine.svg", 4)
    assert caught.value.exit_code == 3


def test_shipped_drawings_are_sound_and_take_the_themes_inks(tmp_path: Path) -> None:
    for name in shipped():
        data = resource(f"data/artwork/{name}.svg").read_bytes()
        assert refused(data) == ()
        assert found(leaflet(tmp_path, art=name))[0][name].items
        roles = set(re.findall(r"var\(--([a-z]+)", data.decode()))
        assert roles
        assert roles <= set(THEME.forms["artwork"])
        assert re.search(rb"<title>.+</title>", data)
    assert "leak" in shipped()
