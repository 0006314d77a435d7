"""Every word can be taken out of the finished file again, once, whoever reads it."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import pytest

from layout.document import Leaflet
from layout.load import load
from tests.leaflet_pdf.made import (
    CUSTOMERS,
    READING,
    STRANGERS,
    Case,
    drawn,
    in_slug,
    panel_boxes,
)
from tests.leaflet_pdf.words import (
    Head,
    base_text,
    by_pdfium,
    by_poppler,
    by_pypdf,
    close,
    readings_in,
    remainder,
    source_heads,
    source_lines,
    source_strings,
    without_ruby,
    words_in,
    words_of,
)

READERS = [
    pytest.param(by_poppler, id="poppler", marks=pytest.mark.outside("pdftotext")),
    pytest.param(by_pypdf, id="pypdf"),
    pytest.param(by_pdfium, id="pdfium"),
]
Reader = Callable[[Case], str]

REPLACED = {
    "・": "before the kind of an incident, which its form sets in a pill",
    "(": "before the count of an incident, which its form sets large and by itself",
    ")": "after it",
}
"""Characters of the source that are not drawn.  They stand in ActualText."""

BULLET = "- "
"""Makes a line an item of a list in the source's notation.  Items have drawn marks: the knots of
the timeline, the ticked drops of the demands.  They are no text."""

DRAWN = ("Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "A.", "〒", "TEL:", "FAX:")
"""Characters that forms put where the leaflet's file has none; the source has them, and they are
drawn as text."""

JOB = r"mynumbera\d-\w+[外内]面[12]/2press2024-10-01"


@cache
def leaflet(path: Path) -> Leaflet:
    return load(path).leaflet


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("case", CUSTOMERS)
def test_every_string_of_the_source_is_there_once_and_nothing_else(
    case: Case, reader: Reader
) -> None:
    """The strings tile the text: what is left when each is taken out is the job line."""
    strings = [
        *source_strings(),
        *(part for head in source_heads() for part in parts(head, reader)),
    ]
    missing, left = remainder(reader(case), strings)
    assert missing == []
    assert re.sub(JOB, "", left).strip("|") == ""
    assert len(re.findall(JOB, left)) == (2 if case.edition == "press" else 0)


def parts(head: Head, reader: Reader) -> tuple[str, ...]:
    """The parts of a head; their own marks stand in ActualText, which pypdf does not read."""
    if reader is by_pypdf:
        return head
    return head.date, head.who, f"・{head.kind}", f"({head.count})"


def test_the_source_has_what_this_module_counts_on() -> None:
    assert len(source_heads()) == 6
    assert sum(line.startswith(BULLET) for line in source_lines()) == 6 + 3
    assert len(source_strings()) == len(source_lines()) - 6 + 7
    assert all(any(sign in line for line in source_lines()) for sign in (*DRAWN, *REPLACED))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("case", CUSTOMERS)
def test_no_sentence_is_there_twice(case: Case, reader: Reader) -> None:
    text, source = close(reader(case)), close("|".join(source_strings()))
    sentences = {each for each in re.split("[。？！|]", source) if len(each) >= 8}
    assert len(sentences) > 50
    assert {each for each in sentences if text.count(each) != source.count(each)} == set()


@pytest.mark.parametrize("case", CUSTOMERS)
def test_what_a_form_replaces_stands_in_actual_text(case: Case) -> None:
    """ActualText says what is drawn under it and the replaced characters, nothing more."""
    added: Counter[str] = Counter()
    for actual, shown in actual_texts(case):
        extra = Counter(close(actual))
        extra.subtract(close(shown))
        assert close("".join(c for c in actual if c not in REPLACED)) == close(shown)
        added += extra
    heads = len(source_heads())
    assert added == Counter(dict.fromkeys(REPLACED, heads))


@pytest.mark.parametrize("case", STRANGERS)
def test_actual_text_says_no_word_that_is_not_drawn(case: Case) -> None:
    for actual, shown in actual_texts(case):
        plain = close(shown)
        assert close(actual) in (plain, f"・{plain}", f"({plain})")


@pytest.mark.parametrize("case", CUSTOMERS)
def test_signs_that_a_form_adds_are_drawn(case: Case) -> None:
    shown = "".join(glyph.text for glyph in drawn(case) if not in_slug(glyph, case))
    assert [sign for sign in DRAWN if sign not in shown] == []


def actual_texts(case: Case) -> list[tuple[str, str]]:
    """Each ActualText of the file with what the glyphs under it say themselves."""
    return [
        (actual, base_text(list(run), leaflet(case.leaflet)))
        for actual, run in groupby(drawn(case), key=attrgetter("actual"))
        if actual is not None
    ]


GENERATED = re.compile(r"Q\d+|A\.|〒|TEL:|FAX:|発行|[・()]|\d{1,2}")
"""What forms add to the words of a leaflet: signs, labels, numbers of lists."""


@pytest.mark.outside("pdftotext")
@pytest.mark.parametrize("case", STRANGERS)
def test_every_string_of_other_leaflets_is_there_once_for_poppler(case: Case) -> None:
    no_more_than_the_words(case, by_poppler)


@pytest.mark.parametrize("case", STRANGERS)
def test_every_string_of_other_leaflets_is_there_once_for_pypdf(case: Case) -> None:
    no_more_than_the_words(case, by_pypdf)


def no_more_than_the_words(case: Case, reader: Reader) -> None:
    """PDFium is not asked: it sorts what stands on one line, a count beside a long name too."""
    document = leaflet(case.leaflet)
    text = reader(case)
    missing, left = remainder(without_ruby(text, document), words_of(document))
    assert missing == []
    if reader is by_pypdf:  # some stand under ActualText, which says the base alone
        assert remainder(text, readings_in(document))[0] == []
    rest = re.sub(rf"{case.leaflet.stem}{case.fold}[外内]面[12]/2press[-\d]{{10}}", "", left)
    assert GENERATED.sub("", rest).strip("|") == ""


@pytest.mark.parametrize("case", CUSTOMERS + STRANGERS)
def test_text_panel_by_panel_is_the_document_in_order(case: Case) -> None:
    """Read as a person unfolds the sheet, the blocks follow one another as in the file."""
    cover, *others = panel_texts(case)
    document = leaflet(case.leaflet)
    assert all(close(word) in cover for word in words_in(document.cover))
    text, last = "".join(others), 0
    for block in (*document.body, *document.back):
        words = [word for word in map(close, words_in(block)) if text.count(word) == 1]
        first = min(text.index(word) for word in words)
        assert first >= last, block
        last = max(text.index(word) + len(word) for word in words)


def panel_texts(case: Case) -> list[str]:
    """The text that stands on each panel, in the order of reading."""
    texts = []
    for page, column in READING[case.fold]:
        box = panel_boxes(case.fold, case.edition, page)[column]
        found = [
            glyph
            for glyph in drawn(case)
            if glyph.page == page and box.left <= glyph.x < box.right and not in_slug(glyph, case)
        ]
        texts.append(base_text(found, leaflet(case.leaflet)))
    return texts
