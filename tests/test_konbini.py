"""The edition for multi-copiers in convenience stores, and what they do not take."""

import pypdfium2
import pytest

from layout import build as road
from layout.build import Request, build, schemes
from layout.editions import EDITIONS, KONBINI
from layout.problems import LeafletError
from layout.resources import resource
from tests.pdf.reading import open_pdf

MYNUMBER = resource("data/mynumber.yaml")
SCHEMES = schemes()


def made(fold: str = "a4-roll") -> bytes:
    return build(Request(MYNUMBER, fold=fold, editions=("konbini",))).made[0].data


@pytest.mark.parametrize("fold", ["a4-roll", "a3-half", "b4-z", "b5-half"])
def test_the_file_is_one_the_machines_take(fold: str) -> None:
    """PDF 1.3 to 1.7, at most 10 MB, exact paper, nothing in the outer 5 mm."""
    data, scheme = made(fold), SCHEMES[fold]
    assert data[:8] in {f"%PDF-1.{minor}".encode() for minor in range(3, 8)}
    assert len(data) <= 10_000_000
    assert "/Encrypt" not in open_pdf(data).trailer
    for page in pypdfium2.PdfDocument(data):
        assert page.get_size() == pytest.approx((scheme.width, scheme.height), abs=0.01)
        picture = page.render(scale=1).to_pil().convert("L").point(lambda value: 255 - value)
        left, top, right, bottom = picture.getbbox()
        assert min(left, top) >= 13
        assert right <= scheme.width - 13
        assert bottom <= scheme.height - 13


def test_every_sheet_there_is_can_be_printed() -> None:
    for scheme in SCHEMES.values():
        road._check_device(KONBINI, scheme, 1)


def test_a_file_larger_than_the_machines_take_is_not_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(EDITIONS, "konbini", KONBINI._replace(most_bytes=50_000))
    with pytest.raises(LeafletError) as caught:
        made()
    assert [found.code for found in caught.value.problems] == ["device-file-too-large"]
    assert caught.value.exit_code == 7


def test_a_sheet_the_machines_do_not_have_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EDITIONS, "konbini", KONBINI._replace(papers=((257, 182),)))
    with pytest.raises(LeafletError) as caught:
        made()
    assert [found.code for found in caught.value.problems] == ["paper-not-printed"]
    assert caught.value.exit_code == 7
