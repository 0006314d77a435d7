"""Logos of contacts: from a path inside the project, in their own colours, beside the name."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from layout.build import Request
from layout.variants import Prepared, own_of, prepare, vary
from tests.batch.test_batch import looks
from tests.batch.test_variants import LIST, SHIPPED, row_of, typed

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60">
<rect width="100" height="60" fill="#ff0000"/></svg>"""
RED, BLUE = (255, 0, 0), (0, 0, 255)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "own.yaml").write_bytes(SHIPPED.read_bytes())
    (folder / "logos").mkdir()
    (folder / "logos/drawn.svg").write_text(SVG, encoding="utf-8")
    (folder / "logos/wrong.svg").write_text("<svg><text>x</text></svg>", encoding="utf-8")
    picture = BytesIO()
    Image.new("RGB", (300, 300), BLUE).save(picture, "PNG")
    (folder / "logos/dots.png").write_bytes(picture.getvalue())
    return folder


@pytest.fixture(scope="module")
def base(project: Path) -> Prepared:
    return prepare(Request(project / "own.yaml", editions=("office", "screen")), LIST)


def with_logo(file: str) -> dict[str, str]:
    return {"name": "京都支部", "tel": "075-123-4567", "logo": f"logos/{file}"}


def much(data: bytes, colour: tuple[int, int, int]) -> int:
    """How many dots of a file's pages come near a colour."""
    pages = pypdfium2.PdfDocument(data)
    shown = (page.render(scale=1).to_pil().convert("RGB").tobytes() for page in pages)
    dots = (page[at : at + 3] for page in shown for at in range(0, len(page), 3))
    return sum(sum(abs(a - b) for a, b in zip(dot, colour, strict=True)) < 30 for dot in dots)


@pytest.mark.parametrize(("file", "colour"), [("drawn.svg", RED), ("dots.png", BLUE)])
def test_a_logo_is_drawn_as_if_it_had_been_typed(
    base: Prepared, file: str, colour: tuple[int, int, int]
) -> None:
    result = vary(base, row_of(with_logo(file)))
    alone = typed(base, row_of(with_logo(file)))
    plain = {one.edition: one.data for one in vary(base, row_of({"name": "京都支部"})).files}
    assert len(result.files) == 2
    for one in result.files:
        assert looks(one.data) == looks(alone[one.edition])
        assert much(one.data, colour) > 200 + much(plain[one.edition], colour)


def test_a_logo_that_cannot_be_drawn_is_told_of_its_row(base: Prepared) -> None:
    result = vary(base, row_of(with_logo("wrong.svg")))
    assert not result.files
    assert result.problems


def test_a_logo_of_dots_is_not_for_a_file_of_all(base: Prepared) -> None:
    assert base.master is not None
    drawn = own_of(base, base.master, row_of(with_logo("drawn.svg")))
    assert drawn.problems == ()
    dots = own_of(base, base.master, row_of(with_logo("dots.png")))
    assert [found.code for found in dots.problems] == ["logo-of-dots"]
