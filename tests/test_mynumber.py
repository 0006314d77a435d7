"""The customer's leaflet: every word of the source text, verbatim, in its place."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.document import Contact, Countries, Incidents, Leaflet, Question, Text
from layout.load import load
from layout.resources import resource

SOURCE = Path(__file__).parent / "data" / "mynumber-source.txt"
LEAFLET = resource("data/mynumber.yaml")


@pytest.fixture(scope="module")
def leaflet() -> Leaflet:
    loaded = load(LEAFLET)
    assert loaded.problems == ()
    assert loaded.template is loaded.leaflet
    return loaded.leaflet


def texts(value: object) -> Iterator[str]:
    """Every text of a leaflet that is printed (not the words for a picture nobody sees)."""
    if isinstance(value, Text):
        yield str(value)
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", [""] * len(value))
        for name, part in zip(names, value, strict=True):
            if name not in ("alt", "art", "lead", "flag", "id", "issued", "fold", "theme"):
                yield from texts(part)


def with_marks(leaflet: Leaflet) -> list[str]:
    """The leaflet's words with the signs that the forms draw, as the source writes them."""
    lines = []
    questions = [block for block in leaflet.body if isinstance(block, Question)]
    for number, question in enumerate(questions, 1):
        lines += [f"Q{number} {question.ask}", *f"A. {question.answer}".split("\n")]
    for block in (*leaflet.body, *leaflet.back):
        if isinstance(block, Incidents):
            lines += [f"- {i.date} {i.organisation}・{i.kind}({i.count})" for i in block.items]
        if isinstance(block, Contact):
            numbers = f"TEL:{block.tel} FAX:{block.fax}"
            lines.append(f"〒{block.postal} {block.address} {numbers}")
    rest = [line for text in texts(leaflet) for line in text.split("\n")]
    return lines + rest + [f"- {line}" for line in rest]


def test_every_line_of_the_source_is_there_verbatim(leaflet: Leaflet) -> None:
    wanted = [line.strip() for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    written = set(with_marks(leaflet))
    assert [line for line in wanted if line and line not in written] == []


def test_nothing_is_there_that_the_source_does_not_say(leaflet: Leaflet) -> None:
    source = re.sub(r"\s", "", SOURCE.read_text(encoding="utf-8"))
    title = leaflet.title
    added = [t for t in texts(leaflet) if re.sub(r"\s", "", t) not in source and t != title]
    assert added == []


def test_no_word_stands_twice(leaflet: Leaflet) -> None:
    def length(text: str) -> int:
        return len(re.sub(r"\s", "", text))

    source = length(SOURCE.read_text(encoding="utf-8"))
    parts = [leaflet.cover, *leaflet.body, *leaflet.back]
    words = sum(length(text) for text in texts(tuple(parts)))
    # Q1 A. ×7; ・ ( ) - of six incidents; - of three demands; 〒 TEL: FAX:
    assert words + 7 * 4 + 6 * 4 + 3 + 9 == source


def test_the_order_of_the_body_is_the_order_of_reading(leaflet: Leaflet) -> None:
    kinds = [type(block).__name__ for block in leaflet.body]
    assert kinds == [
        "Question",
        "Countries",
        "Question",
        "Incidents",
        *["Question"] * 4,
        "Statement",
        "Question",
    ]
    assert [type(block).__name__ for block in leaflet.back] == [
        "Illustration",
        "Appeal",
        "Demands",
        "Contact",
    ]


def test_line_breaks_of_the_author_are_kept(leaflet: Leaflet) -> None:
    first, countries = leaflet.body[0], leaflet.body[1]
    assert isinstance(first, Question)
    assert isinstance(countries, Countries)
    assert first.answer is not None
    assert len(first.answer.paragraphs) == 2
    america = countries.groups[2].countries[0]
    assert america.note is not None
    assert america.note.split("\n")[1].startswith("国防総省")


def test_folded_lines_leave_no_space_in_japanese(leaflet: Leaflet) -> None:
    assert [text for text in texts(leaflet) if re.search(r"[^\x00-\x7f] [^\x00-\x7f]", text)] == []
    assert any("(jSTAT MAP)" in text for text in texts(leaflet))


def test_words_that_look_like_slips_stay(leaflet: Leaflet) -> None:
    words = "".join(texts(leaflet))
    for slip in ("個人情報マイナンバーで", "ひもつけて", "漏洩"):
        assert slip in words
