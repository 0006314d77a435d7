"""Line ends of real paragraphs, held against files.

``RENEW_GOLDEN=1 pytest tests/text/test_paragraph_golden.py`` writes the files anew; look at
the difference before keeping it.  Behind each line stands what is left between its last
body and the measure (``½`` kept, ``!`` loose) and how its gaps were changed: ``-`` reduced,
``+`` expanded, with the most that any gap was changed, in thousandths of an em.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.text.fonts import Fonts
from layout.text.jlreq import class_of
from layout.text.paragraph import Placed, place_lines, prepare
from layout.text.spans import Span
from layout.text.units import find_units
from layout.theme import TextStyle
from tests.text.setting import BODY

HERE = Path(__file__).parent
SOURCE = HERE.parent / "data" / "mynumber-source.txt"
CLASSES = (
    "「ひらがな」と『カタカナ』、漢字。10〜20人、100kmと5％、￥1,118・№3！？……――人々のキャッチ"
    "コピー。Word spaceも＋－×÷±と＝≠も※も\u3000全角空きも（括弧）も〈山括弧〉も入る："
    "それが「見本」；〒113-8462、2017年12月。"
)
FORCED = {20: "＊１", 21: "H2O", 22: "電子", 23: "書籍", 28: "（", 29: "）", 30: "12"}
"""Classes that no character has by itself, and a text for each."""


def described(line: Placed) -> str:
    part, first = line.segment, line.first
    text = "".join(part.texts[first : line.last + 1])
    origins = [x + shift for x, shift in zip(part.items.left, part.shifts, strict=True)]
    moved = [
        (line.starts[k - first] - line.starts[k - 1 - first]) - (origins[k] - origins[k - 1])
        for k in range(first + 1, line.last + 1)
    ]
    most = round(max(moved, key=abs, default=0.0) * 1000)
    change = f" {most:+d}" if most else ""
    kept = "½" if line.width > line.starts[-1] + part.advances[line.last] - 0.01 else ""
    room = kept if part.texts[line.last] in "。、」）" else ""
    return f"{text}|{room}{'!' * line.loose}{change}"


def set_all(fonts: Fonts, spans: tuple[Span, ...], style: TextStyle, measures: list[float]) -> str:
    paragraph = prepare(spans, style, fonts)
    blocks = []
    for measure in measures:
        lines = map(described, place_lines(paragraph, (measure,)))
        blocks.append("\n".join((f"# {measure:g}", *lines)))
    return "\n".join(blocks) + "\n"


def leaflet(fonts: Fonts) -> str:
    paragraphs = [line.strip() for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    return "\n".join(
        set_all(fonts, (Span(text, BODY),), BODY, [9, 12.5, 18, 24])
        for text in paragraphs
        if len(text) > 24
    )


def classes(fonts: Fonts) -> str:
    return set_all(fonts, _class_spans(), BODY, [8, 11, 17.5, 23])


def _class_spans() -> tuple[Span, ...]:
    forced = [
        span
        for number, text in FORCED.items()
        for span in (Span("漢字と", BODY), Span(text, BODY, number))
    ]
    return (Span(CLASSES, BODY), *forced, Span("など。", BODY))


def styles(fonts: Fonts) -> str:
    return "\n".join(
        f"## {name}\n" + set_all(fonts, (Span(CLASSES, style),), style, [10, 16])
        for name, style in _styles()
    )


def _styles() -> Iterator[tuple[str, TextStyle]]:
    for level in ("strict", "loose", "very-loose"):
        yield level, BODY._replace(strictness=level)
    for head in ("half", "indent"):
        yield f"line head {head}", BODY._replace(line_head=head, indent=1.0)
    for end in ("jis", "solid", "book"):
        yield f"line end {end}", BODY._replace(line_end=end)
    yield "hanging", BODY._replace(hanging=True)
    yield "without house rules", BODY._replace(house_rules=False)
    yield "ragged", BODY._replace(align="start")


@pytest.mark.parametrize("made", [leaflet, classes, styles])
def test_line_ends_are_as_they_were(fonts: Fonts, made) -> None:
    file = HERE / "golden" / f"{made.__name__}.txt"
    found = made(fonts)
    if os.environ.get("RENEW_GOLDEN"):
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_every_class_occurs_in_a_golden_text() -> None:
    by_themselves = [class_of(char, wide=char not in "0123456789") for char in CLASSES]
    found = {*find_units(CLASSES, by_themselves).classes, *FORCED}
    assert set(range(1, 31)) <= found, set(range(1, 31)) - found
