"""The font files as they are shipped: names, licences, and what was taken out of them."""

import pytest
from fontTools.ttLib import TTFont

from layout.resources import resource
from layout.text.fonts import Fonts

FOLDER = resource("fonts")
FILES = sorted(FOLDER.glob("*.ttf"))
MODIFIED = {
    "BIZUDGothic-Bold.ttf": 3734367344,
    "BIZUDGothic-Regular.ttf": 3734367356,
    "BIZUDPGothic-Bold.ttf": 3776870171,
    "BIZUDPGothic-Latin-Regular.ttf": 3776870187,
    "BIZUDPGothic-Regular.ttf": 3776870187,
    "NotoSansJP.ttf": 3750060868,
    "NotoSansKR.ttf": 3750934486,
    "NotoSansSC.ttf": 3750934487,
    "NotoSerifJP-Black.ttf": 3806884573,
    "NotoSerifJP-Bold.ttf": 3806884573,
    "NotoSerifJP-Medium.ttf": 3806884573,
}
"""The dates of the published fonts: making ours must not stamp a new one."""

KEPT = {
    *("ccmp", "locl", "mark", "mkmk", "kern", "palt", "halt"),
    *("vert", "vrt2", "vkrn", "vpal", "vhal"),
}


def test_every_file_is_listed_and_every_listed_face_opens() -> None:
    fonts = Fonts(FOLDER)
    listing = fonts.listing()
    assert fonts.unusable() == ()
    assert {row.file for row in listing} == set(FILES)
    assert [row.id for row in listing] == list(fonts.ids())
    for row in listing:
        assert fonts.face(row.id).postscript_name == row.id
        assert row.code_points > (250 if "Latin" in row.style else 1_500)


@pytest.mark.parametrize("row", Fonts(FOLDER).listing(), ids=lambda row: row.id)
def test_a_licence_lies_beside_each_family(row) -> None:  # type: ignore[no-untyped-def]
    licence = (FOLDER / row.licence).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert row.family.replace(" ", "") in row.licence


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_names_and_permissions_are_the_source_s(path) -> None:  # type: ignore[no-untyped-def]
    with TTFont(path) as font:
        names = font["name"]
        assert "SIL Open Font License" in names.getDebugName(13)
        assert names.getDebugName(0)
        assert font["OS/2"].fsType == 0
        assert font["head"].modified == MODIFIED[path.name]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_name_uses_a_reserved_one(path) -> None:  # type: ignore[no-untyped-def]
    with TTFont(path) as font:
        for number in (1, 3, 4, 6, 16):
            assert "Source" not in (font["name"].getDebugName(number) or "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_hints_and_unused_features_are_gone(path) -> None:  # type: ignore[no-untyped-def]
    with TTFont(path) as font:
        assert not {"fpgm", "prep", "cvt ", "gasp", "DSIG"} & set(font.keys())
        for tag in {"GSUB", "GPOS"} & set(font.keys()):
            features = {record.FeatureTag for record in font[tag].table.FeatureList.FeatureRecord}
            assert features <= KEPT
            turned = tag == "GPOS" or "Latin" in path.name or "KR" in path.name  # no marks in these
            assert "vert" in features or turned


def test_together_they_stay_under_thirty_eight_and_a_half_megabytes() -> None:
    """Of these 4.3 are for Korean and Chinese, 5.8 for text in mincho."""
    assert sum(path.stat().st_size for path in FILES) < 38_500_000
