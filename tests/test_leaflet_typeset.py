"""The leaflet's PDF, read back by PDFium, stands as ``typeset`` says it does."""

import ctypes
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pypdfium2
import pytest
from pypdfium2 import raw

from layout.build import Request, build
from layout.document import texts
from layout.resources import resource
from layout.text.fonts import Fonts
from tests.text.told import told

LONG = 40
"""Characters from which a text of the leaflet counts as a paragraph."""

DISPLAY = 10.0
"""The size from which the sample's type is display type, which is broken by phrases."""


class Drawn(NamedTuple):
    """A character as PDFium finds it: its origin and the size of its type, in points."""

    char: str
    x: float
    y: float
    size: float


class Found(NamedTuple):
    """A paragraph of the leaflet with its lines in the PDF."""

    text: str
    lines: list[list[Drawn]]

    @property
    def size(self) -> float:
        return self.lines[0][0].size

    @property
    def left(self) -> float:
        return min(line[0].x + self.hidden(line[0].char) for line in self.lines)

    @property
    def measure(self) -> float:
        """The lines' length in ems, told by those that end in kana or kanji."""
        plain = [line[-1].x for line in self.lines[:-1] if "ぁ" <= line[-1].char <= "鿿"]
        return (max(plain) - self.left) / self.size + 1.0

    @property
    def even(self) -> bool:
        """Whether its lines are of one measure, not shorter beside a picture."""
        ends = [line[-1].x for line in self.lines[:-1]]
        return max(ends) - min(ends) < 2 * self.size

    def hidden(self, char: str) -> float:
        """The empty half of an opening bracket's cell."""
        return self.size / 2 if char in "「（『〈" else 0.0


def drawn(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, at))
        if char.isspace() or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        yield Drawn(char, x.value, round(y.value, 2), raw.FPDFText_GetFontSize(text, at))


@pytest.fixture(scope="module")
def paragraphs() -> list[Found]:
    """The long texts of the sample that stand in the PDF in type of one size, whole."""
    built = build(Request(resource("data/mynumber.yaml"), editions=("office",)))
    document = pypdfium2.PdfDocument(built.made[0].data)
    pages = [list(drawn(page)) for page in document]
    found = []
    for text in texts(built.leaflet):
        for part in text.paragraphs:
            if len(part) >= LONG:
                found += [Found(str(part), lines) for page in pages for lines in within(page, part)]
    return [each for each in found if len(each.lines) > 2 and each.size < DISPLAY and each.even]


def within(page: list[Drawn], text: str) -> Iterator[list[list[Drawn]]]:
    """The lines of a text on a page, if it stands there in one column."""
    wanted = "".join(text.split())
    start = "".join(each.char for each in page).find(wanted)
    if start >= 0:
        chars = page[start : start + len(wanted)]
        lines = [list(line) for _, line in groupby(chars, key=lambda each: each.y)]
        heights = [line[0].y for line in lines]
        if heights == sorted(heights, reverse=True) and len({each.size for each in chars}) == 1:
            yield lines


def test_the_paragraphs_stand_in_the_pdf_as_typeset_reports(
    paragraphs: list[Found], fonts: Fonts
) -> None:
    compared = 0
    for each in paragraphs:
        first = each.lines[0][0]
        indent = (first.x + each.hidden(first.char) - each.left) / each.size
        lines = told(fonts, each.text, round(each.measure, 3), indent_em=round(max(0.0, indent), 3))
        said = ["".join(line.text.split()) for line in lines]
        assert ["".join(d.char for d in line) for line in each.lines] == said
        for line, read in zip(lines, each.lines, strict=True):
            assert [body.char for body in line.bodies] == [char.char for char in read]
            for body, char in zip(line.bodies, read, strict=True):
                told_at = each.left + (body.left - body.inset) * each.size
                assert char.x == pytest.approx(told_at, abs=0.03)
            compared += len(read)
    assert compared > 500
