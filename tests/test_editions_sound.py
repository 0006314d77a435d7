"""Every edition, standard and kind of fold builds, and the preflight finds nothing wrong."""

import pytest

from layout.build import Request, build
from layout.editions import EDITIONS
from layout.judging import judged
from layout.printing import Press
from layout.problems import WARNING
from layout.standards import STANDARDS
from tests.leaflet_pdf.made import MYNUMBER

FOLDS = ("a4-roll", "a3-half", "a4-cross")
OTHERS = tuple(edition.id for edition in EDITIONS.values() if edition.standard is None)

WAYS = (
    *(pytest.param(("press",), Press(standard=id), False, id=id) for id in STANDARDS),
    pytest.param(("press",), Press(standard="pdfx-4", outlines=True), False, id="outlines"),
    pytest.param(("press",), Press(spot="DIC 156=0,70,90,0"), False, id="spot"),
    pytest.param(("press",), Press(spot="DIC 156=0,70,90,0", plates="k+m"), False, id="k+m"),
    pytest.param(OTHERS, Press(), False, id="colour"),
    pytest.param(OTHERS, Press(), True, id="mono"),
)


@pytest.mark.parametrize("fold", FOLDS)
@pytest.mark.parametrize(("editions", "press", "mono"), WAYS)
def test_what_is_built_is_sound(
    editions: tuple[str, ...], press: Press, mono: bool, fold: str
) -> None:
    built = build(Request(MYNUMBER, fold=fold, editions=editions, press=press, mono=mono))
    assert [made.edition for made in built.made] == list(editions)
    for made, edition, sheets in zip(built.made, built.editions, built.sheets, strict=True):
        report = judged(made.data, made.stem, edition, *sheets)
        assert report.sound
        grave = [found.code for found in report.problems if found.severity == WARNING]
        assert grave == [], made.stem
        wanted = edition.standard.id if edition.standard else report.standard
        assert report.standard == wanted
