"""A reader of finished files for tests: what each page draws, worked out from its operators.

It knows only what the standard says (ISO 32000-1 8 and 9) and shares no code with the writer.
"""

import io
import re
from collections.abc import Iterator
from math import atan2, degrees
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ContentStream

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Drawn(NamedTuple):
    """A glyph on a page: its font, code and size, its origin in points from the lower left,
    what ToUnicode says, the ActualText over it, the operators that set its colour, the degrees
    by which it is turned clockwise."""

    page: int
    font: str
    code: int
    size: float
    x: float
    y: float
    text: str
    actual: str | None
    colour: str
    turn: int = 0


class Font(NamedTuple):
    """A composite font as a reader sees it."""

    name: str
    widths: dict[int, float]
    texts: dict[int, str]
    composite: Any
    descendant: Any

    @property
    def vertical(self) -> bool:
        """Whether what it shows runs downwards, each glyph an em (the default of DW2)."""
        assert not {"/DW2", "/W2"} & self.descendant.keys()
        return bool(self.composite["/Encoding"] == "/Identity-V")


class _State(NamedTuple):
    matrix: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    colour: str = "0 g"


def open_pdf(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def operations(reader: PdfReader, page: int) -> list[tuple[list[Any], str]]:
    """Operands and operators of a page's content."""
    stream = ContentStream(reader.pages[page]["/Contents"].get_object(), reader)
    return [(list(operands), operator.decode()) for operands, operator in stream.operations]


def fonts_of(reader: PdfReader, page: int) -> dict[str, Font]:
    """The fonts in a page's resources."""
    found = reader.pages[page]["/Resources"]["/Font"]
    return {label: read_font(found[label].get_object()) for label in found}


def read_font(composite: Any) -> Font:
    [descendant] = [each.get_object() for each in composite["/DescendantFonts"]]
    widths = dict.fromkeys(range(65536), float(descendant["/DW"]))
    entries = list(descendant["/W"])
    while entries:
        first, second = entries.pop(0), entries.pop(0)
        if isinstance(second, list):
            widths.update((first + index, float(width)) for index, width in enumerate(second))
        else:
            width = float(entries.pop(0))
            widths.update((code, width) for code in range(first, second + 1))
    texts = read_to_unicode(composite["/ToUnicode"].get_object().get_data().decode("ascii"))
    return Font(str(composite["/BaseFont"])[1:], widths, texts, composite, descendant)


def read_to_unicode(cmap: str) -> dict[int, str]:
    texts: dict[int, str] = {}
    for count, block in re.findall(r"(\d+) beginbfrange\n(.*?)endbfrange", cmap, re.DOTALL):
        ranges = re.findall(r"<(\w{4})><(\w{4})>\[((?:<[0-9A-F]*>)+)\]\n", block)
        assert len(ranges) == int(count) <= 100
        for first, last, listed in ranges:
            assert first[:2] == last[:2]
            codes = range(int(first, 16), int(last, 16) + 1)
            for code, text in zip(codes, re.findall(r"<(.*?)>", listed), strict=True):
                assert code not in texts
                texts[code] = bytes.fromhex(text).decode("utf-16-be")
    return texts


class _Page:
    """Runs the operators of one page."""

    def __init__(self, reader: PdfReader, page: int) -> None:
        self.page = page
        self.fonts = fonts_of(reader, page)
        self.operations = operations(reader, page)
        self.state = _State()
        self.stack: list[_State] = []
        self.line: Matrix = IDENTITY
        self.pen = 0.0
        self.marked: list[str | None] = []
        self.in_text = False

    def glyphs(self) -> Iterator[Drawn]:
        for operands, operator in self.operations:
            if operator in ("Tj", "TJ"):
                assert self.in_text
                yield from self.show(operands[0] if operator == "TJ" else operands)
            else:
                self.run(operator, operands)
        assert not self.stack
        assert not self.marked
        assert not self.in_text

    def run(self, operator: str, operands: list[Any]) -> None:
        if operator == "q":
            assert not self.in_text
            self.stack.append(self.state)
        elif operator == "Q":
            assert not self.in_text
            self.state = self.stack.pop()
        elif operator == "cm":
            assert not self.in_text
            moved = times(tuple(map(float, operands)), self.state.matrix)  # type: ignore[arg-type]
            self.state = self.state._replace(matrix=moved)
        elif operator in ("BT", "ET"):
            assert self.in_text == (operator == "ET")
            self.in_text = not self.in_text
            self.line, self.pen = IDENTITY, 0.0
        elif operator == "Td":
            assert self.in_text
            self.line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)
            self.pen = 0.0
        elif operator == "Tm":
            assert self.in_text
            self.line = tuple(map(float, operands))  # type: ignore[assignment]
            self.pen = 0.0
        elif operator == "Tf":
            font = self.fonts[operands[0]]
            self.state = self.state._replace(font=font, size=float(operands[1]))
        elif operator in ("g", "rg", "k", "scn"):
            colour = " ".join([*map(str, operands), operator])
            self.state = self.state._replace(colour=colour)
        elif operator == "BDC":
            self.marked.append(actual_text(operands[1]))
        elif operator == "EMC":
            self.marked.pop()
        elif operator in ("re", "m", "l", "c", "h", "f", "S", "B", "W", "n"):
            assert not self.in_text

    def show(self, elements: list[Any]) -> Iterator[Drawn]:
        font, size = self.state.font, self.state.size
        assert font is not None
        for element in elements:
            if isinstance(element, (int, float)):
                self.pen -= float(element) / 1000 * size
                continue
            data = element.original_bytes
            for at in range(0, len(data), 2):
                code = int.from_bytes(data[at : at + 2], "big")
                yield self.drawn(font, size, code)
                self.pen += (-1.0 if font.vertical else font.widths[code] / 1000) * size

    def drawn(self, font: Font, size: float, code: int) -> Drawn:
        placed: Matrix = (1, 0, 0, 1, self.pen, 0)
        if font.vertical:  # from the head of the cell to the glyph's origin (9.7.4.3)
            placed = (1, 0, 0, 1, -font.widths[code] / 2000 * size, self.pen - 0.88 * size)
        a, b, _, _, x, y = times(times(placed, self.line), self.state.matrix)
        turn = round(degrees(atan2(-b, a)))
        actual = next((text for text in self.marked if text is not None), None)
        text = font.texts.get(code, "")
        return Drawn(self.page, font.name, code, size, x, y, text, actual, self.state.colour, turn)


def actual_text(properties: Any) -> str | None:
    text = properties.get("/ActualText")
    return None if text is None else str(text)


def glyphs(data: bytes) -> list[Drawn]:
    """Every glyph of the file in the order it is drawn."""
    reader = open_pdf(data)
    return [drawn for page in range(len(reader.pages)) for drawn in _Page(reader, page).glyphs()]


def text_of(data: bytes) -> str:
    """The text as a reader should copy it: ActualText in place of what stands under it."""
    found: list[str] = []
    reader = open_pdf(data)
    for page in range(len(reader.pages)):
        drawn = _Page(reader, page)
        for operands, operator in drawn.operations:
            if operator in ("Tj", "TJ"):
                shown = drawn.show(operands[0] if operator == "TJ" else operands)
                found.extend(glyph.text for glyph in shown if glyph.actual is None)
            else:
                drawn.run(operator, operands)
                if operator == "BDC" and sum(text is not None for text in drawn.marked) == 1:
                    found.append(drawn.marked[-1] or "")
    return "".join(found)
