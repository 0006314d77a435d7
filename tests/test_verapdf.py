"""The edition for screens before veraPDF: PDF/A-2a and PDF/UA-1, no rule failed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.build import Request, build, schemes
from layout.resources import resource
from make_leaflet import main
from tests.verapdf import verdicts

MYNUMBER = resource("data/mynumber.yaml")
HERE = Path(__file__).parent
STRANGERS = (
    *sorted((HERE / "leaflets").glob("*.yaml")),
    HERE / "data" / "vertical.yaml",
    HERE / "data" / "upright.yaml",
)
THEMES = sorted(folder.name for folder in resource("data/themes").iterdir() if folder.is_dir())


def requests() -> Iterator[Request]:
    """Every fold opened either way, every theme, leaflets on other topics, either kind of page."""
    wanted = Request(MYNUMBER, editions=("screen",))
    for fold in schemes():
        for opening in ("left", "right"):
            yield wanted._replace(fold=fold, opening=opening)
    for theme in THEMES:
        yield wanted._replace(theme=theme, pages="panel")
    for at, leaflet in enumerate(STRANGERS):
        yield wanted._replace(leaflet=leaflet, pages=("sheet", "panel")[at % 2])


@pytest.mark.outside("java")
def test_no_rule_of_pdf_a_and_pdf_ua_fails(tmp_path: Path) -> None:
    paths = []
    for number, request in enumerate(requests()):
        [made] = build(request).made
        paths.append(tmp_path / f"{number:02}_{made.stem}.pdf")
        paths[-1].write_bytes(made.data)
    found = verdicts(paths)
    assert len(found) == 2 * len(paths)
    assert [each for each in found if each.failed] == []
    assert all(each.checks > 1000 for each in found)


@pytest.mark.outside("java")
def test_no_rule_fails_in_variants_out_of_a_batch(tmp_path: Path) -> None:
    names = tmp_path / "list.csv"
    rows = (
        "id,name,tel,email,url",
        "kyoto,京都支部,075-123-4567,info@kyoto.example.jp,https://example.jp/a?b=c",
        "osaka,大阪髙﨑𠮷①㈱支部,06-1234-5678,,",
        "hanoi,Tổ chức Việt 한국 노조,,,https://example.jp/",
    )
    names.write_text("\n".join(rows), "utf-8")
    words = ["batch", str(MYNUMBER), "--contacts", str(names), "--edition", "screen"]
    assert main([*words, "-o", str(tmp_path / "made")]) == 0
    paths = sorted((tmp_path / "made").rglob("*screen*.pdf"))
    assert len(paths) == 3
    found = verdicts(paths)
    assert len(found) == 6
    assert [each for each in found if each.failed] == []


@pytest.mark.outside("java")
def test_the_judge_tells_right_from_wrong(tmp_path: Path) -> None:
    [office] = build(Request(MYNUMBER, editions=("office",))).made
    path = tmp_path / "office.pdf"
    path.write_bytes(office.data)
    by_standard = {each.standard: each.failed for each in verdicts([path])}
    assert any("StructTreeRoot" in rule for rule in by_standard["2a"])
    assert any("Artifact" in rule for rule in by_standard["ua1"])
