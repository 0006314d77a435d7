"""The ZIP for the print shop: whole, readable anywhere, the same every time."""

import io
import json
import zipfile
from hashlib import sha256

import pytest

from layout.build import Built, Request, build
from layout.handover import hand_over
from layout.printing import Press
from layout.problems import LeafletError
from tests.leaflet_pdf.made import MYNUMBER
from tests.pdf.reading import open_pdf


def built(fold: str = "a4-roll", **press: object) -> Built:
    return build(
        Request(MYNUMBER, fold=fold, editions=("press",), press=Press(**press))  # type: ignore[arg-type]
    )


def packed(of: Built) -> dict[str, bytes]:
    made = hand_over(of, None)
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_what_a_shop_needs_under_names_everybody_can_read() -> None:
    of = built()
    files = packed(of)
    assert [*files] == [
        "mynumber_a4-roll_press.pdf",
        "a4-roll_dummy.pdf",
        "specification.txt",
        "preflight.json",
    ]
    assert files["mynumber_a4-roll_press.pdf"] == of.made[0].data
    assert len(open_pdf(files["a4-roll_dummy.pdf"]).pages) == 2
    report = json.loads(files["preflight.json"])
    assert report["preflight"]["sound"] is True
    assert report["preflight"]["claimed"] == "PDF/X-1a:2003"


def test_the_same_leaflet_is_the_same_bytes() -> None:
    digests = {sha256(hand_over(built(), None).data).hexdigest() for _ in range(2)}
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("press", "told"),
    [
        ({}, ["PDF/X-1a:2003", "JC200103", "4色", "350 %", "97 / 100 / 100", "短辺とじ"]),
        ({}, ["電話 03-5842-5611"]),
        ({"standard": "pdfx-4"}, ["PDF/X-4（PDF 1.6）", "FOGRA39", "プロファイル埋め込み"]),
        ({"spot": "DIC 156=0,70,90,0"}, ["2色：墨＋特色「DIC 156」", "特色の版"]),
        ({"spot": "DIC 156=0,70,90,0", "plates": "k+m"}, ["「DIC 156」（データではM版で代用）"]),
        ({"outlines": True}, ["アウトライン済み"]),
    ],
)
def test_the_specification_says_what_the_file_is(press: dict[str, object], told: list[str]) -> None:
    text = packed(built(**press))["specification.txt"].decode("utf-8-sig")
    assert "\r\n" in text
    for part in told:
        assert part in text


def test_names_of_other_scripts_are_made_plain() -> None:
    of = built()
    renamed = of._replace(made=tuple(one._replace(stem="支部報_press") for one in of.made))
    assert [*packed(renamed)][0].isascii()
    assert hand_over(renamed, None).stem.isascii()


def test_without_a_file_for_a_shop_there_is_nothing_to_pack() -> None:
    office = build(Request(MYNUMBER, editions=("office",)))
    with pytest.raises(LeafletError) as caught:
        hand_over(office, None)
    assert [found.code for found in caught.value.problems] == ["package-without-press"]
    assert caught.value.exit_code == 2
