"""QR codes on the leaflet: decoded from the printed page, told where they cannot be."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from layout.build import Request, build
from layout.forms.code import LEAST_MODULE, code, module_of
from layout.geometry import to_mm
from layout.printing import Press
from layout.problems import WARNING, LeafletError
from layout.resources import resource

URL = "https://www.example-federation.or.jp/mynumber/kyoto?v"
"""53 bytes."""

_QR = zxingcpp.BarcodeFormat.QRCodeModel2


def leaflet(folder: Path, lines: str) -> Path:
    """The sample with further lines in its contact."""
    text = resource("data/mynumber.yaml").read_text(encoding="utf-8")
    head, fax, tail = text.partition("fax: 03-5842-5620\n")
    assert fax
    indent = head[head.rindex("\n") + 1 :]
    path = folder / "linked.yaml"
    more = "".join(f"{indent}{line}\n" for line in lines.splitlines())
    path.write_text(head + fax + more + tail, encoding="utf-8")
    return path


def decoded(pdf: bytes, dpi: int = 200) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pictures = [page.render(scale=dpi / 72).to_pil() for page in document]
    finally:
        document.close()
    return [each.text for picture in pictures for each in zxingcpp.read_barcodes(picture, _QR)]


def made(folder: Path, lines: str, edition: str = "office", fold: str = "a4-roll") -> list[str]:
    [one] = build(Request(leaflet(folder, lines), fold, (edition,))).made
    return decoded(one.data)


@pytest.mark.parametrize(
    ("edition", "fold"),
    [("office", "a4-roll"), ("press", "a4-roll"), ("konbini", "a3-half"), ("office", "a4-gate")],
)
def test_the_address_is_read_from_the_page(tmp_path: Path, edition: str, fold: str) -> None:
    assert len(URL) == 53
    assert made(tmp_path, f"url: {URL}\nqr: true", edition, fold) == [URL]


def test_it_is_there_without_being_asked_for_and_goes_when_switched_off(tmp_path: Path) -> None:
    assert made(tmp_path, f"url: {URL}") == [URL]
    assert made(tmp_path, f"url: {URL}\nqr: false") == []
    assert made(tmp_path, "email: info@example.jp") == []


def test_it_is_black_alone_on_bare_paper_with_modules_of_four_tenths_of_a_millimetre() -> None:
    module = module_of(9.0)
    ground, modules = code(URL, module).items
    assert to_mm(module) >= 0.4
    assert module == LEAST_MODULE
    assert (ground.fill.cmyk, modules.fill.cmyk) == ((0, 0, 0, 0), (0, 0, 0, 1))  # type: ignore
    xs = [x for _, points in modules.segments for x in points]  # type: ignore
    assert min(xs) >= 4 * module
    assert max(xs) <= code(URL, module).width - 4 * module
    assert module_of(16.0) > LEAST_MODULE


@pytest.mark.parametrize(
    ("lines", "code_of", "line"),
    [
        ("qr: true", "qr-without-url", 0),
        ("url: javascript:alert(1)\nqr: true", "qr-not-web", 1),
        ("url: ftp://example.jp/\nqr: true", "qr-not-web", 1),
        ("url: example.jp\nqr: true", "qr-not-web", 1),
        ("url: https://example.jp/" + "a" * 200 + "\nqr: true", "qr-too-long", 1),
    ],
)
def test_what_cannot_be_a_code_is_told_with_its_line(
    tmp_path: Path, lines: str, code_of: str, line: int
) -> None:
    path = leaflet(tmp_path, lines)
    with pytest.raises(LeafletError) as raised:
        build(Request(path, editions=("office",)))
    [found] = [each for each in raised.value.problems if each.code == code_of]
    assert raised.value.exit_code == 3
    assert found.source.line > 1
    said = path.read_text(encoding="utf-8").splitlines()[found.source.line - 1]
    assert said.strip().startswith("url:") == bool(line)


def test_an_address_that_telephones_may_not_open_is_warned_of(tmp_path: Path) -> None:
    built = build(Request(leaflet(tmp_path, "url: https://例え.jp/情報"), editions=("office",)))
    [found] = [each for each in built.problems if each.code == "qr-not-ascii"]
    assert found.severity == WARNING
    assert decoded(built.made[0].data) == ["https://例え.jp/情報"]


@pytest.mark.parametrize("url", ["www.example.jp", "javascript:alert(1)", "http://", "https:///a"])
def test_what_is_no_address_is_printed_without_a_code(tmp_path: Path, url: str) -> None:
    assert made(tmp_path, f"url: {url}") == []


def test_it_is_read_from_a_vertical_leaflet_and_from_two_plates(tmp_path: Path) -> None:
    path = leaflet(tmp_path, f"url: {URL}\nqr: true")
    [upright] = build(
        Request(path, editions=("press",), press=Press(spot="DIC 156=0,70,90,0"))
    ).made
    assert decoded(upright.data) == [URL]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\ntitle:", "\ndirection: vertical\ntitle:", 1), encoding="utf-8")
    [vertical] = build(Request(path, editions=("office",))).made
    assert decoded(vertical.data) == [URL]


def test_it_is_read_in_large_print(tmp_path: Path) -> None:
    assert made(tmp_path, f"url: {URL}", "large") == [URL]
