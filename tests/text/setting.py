"""What the tests of line setting share: a style, and set lines as measured ink.

The bodies of punctuation are told here once more, from JLREQ 3.1.2, so that the tests do not
take the word of the code they judge.
"""

from typing import NamedTuple

from layout.text.fonts import Fonts
from layout.text.paragraph import Span, place_lines, prepare
from layout.theme import TextStyle

BODY = TextStyle("body", ("BIZUDGothic-Regular", "NotoSansJP-Regular"), align="justify")

RIGHT_HALF = "‘“（〔［｛〈《「『【｟〘〖«〝"
LEFT_HALF = "’”）〕］｝〉》」』】｠〙〗»〟。．、，"
CENTRE_HALF = "・：；"
SPACES = " \u3000\u00a0\t"

NEVER_FIRST = set(
    "’”）〕］｝〉》」』】｠〙〗»〟‐〜～゠–！？‼⁇⁈⁉・：；。．、，ヽヾゝゞ々〻ー"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ)]},.:;!?%"
)
"""K1, at the very strict level, with the half-width marks that stand for full-width ones."""
NEVER_LAST = set("‘“（〔［｛〈《「『【｟〘〖«〝￥＄£＃€№([{")
"""K2."""


class Cell(NamedTuple):
    """A glyph with ink: its body's left and right edge on the line, in ems."""

    char: str
    left: float
    right: float


class SetLine(NamedTuple):
    """A line as it was set: its text, the bodies of its glyphs, its width and measure."""

    text: str
    cells: tuple[Cell, ...]
    width: float
    measure: float
    loose: bool
    ends_part: bool

    def gap(self, pair: str) -> float:
        """The space between two neighbouring glyphs of the line, at their first meeting."""
        chars = "".join(cell.char for cell in self.cells)
        at = chars.index(pair)
        return round(self.cells[at + 1].left - self.cells[at].right, 6)

    @property
    def short(self) -> float:
        """What is left between the last body and the measure."""
        return round(self.measure - self.cells[-1].right, 6)


def lines_of(fonts: Fonts, text: str, measure: float, **style: object) -> list[SetLine]:
    """The lines of a text in the body style, changed by keyword."""
    return set_spans(fonts, (Span(text, BODY._replace(**style)),), (measure,))


def set_spans(fonts: Fonts, spans: tuple[Span, ...], measures: tuple[float, ...]) -> list[SetLine]:
    placed = place_lines(prepare(spans, spans[0].style, fonts), measures)
    return [
        SetLine(
            "".join(line.segment.texts[line.first : line.last + 1]),
            tuple(_cells(line)),
            line.width,
            line.measure,
            line.loose,
            line.last + 1 == len(line.segment.texts),
        )
        for line in placed
    ]


def texts_of(fonts: Fonts, text: str, measure: float, **style: object) -> list[str]:
    return [line.text for line in lines_of(fonts, text, measure, **style)]


def _cells(line) -> list[Cell]:
    segment = line.segment
    return [
        _cell(segment.texts[k][0], line.starts[k - line.first], segment.advances[k])
        for k in range(line.first, line.last + 1)
        if segment.texts[k] and segment.texts[k] not in SPACES
    ]


def _cell(char: str, x: float, advance: float) -> Cell:
    if advance == 1.0 and char in RIGHT_HALF:
        return Cell(char, x + 0.5, x + 1.0)
    if advance == 1.0 and char in LEFT_HALF:
        return Cell(char, x, x + 0.5)
    if advance == 1.0 and char in CENTRE_HALF:
        return Cell(char, x + 0.25, x + 0.75)
    return Cell(char, x, x + advance)
