"""Hyphenation: only marked words, only lawful places, and no part of the text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.frame import Group
from layout.geometry import Pt
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.hyphens import hyphenation
from layout.text.paragraph import Line, Span, prepare, set_paragraph
from tests.outside import run
from tests.pdf.making import page_pdf
from tests.pdf.reading import text_of
from tests.text.setting import BODY

FONTS = Fonts(resource("fonts"))
STYLE = BODY._replace(faces=("BIZUDPGothic-Latin-Regular", *BODY.faces))
ENGLISH = (
    "The individual number is an identification number issued to every resident. Municipalities "
    "communicate notifications, understanding that administrative responsibilities require "
    "authorization."
)
PORTUGUESE = (
    "A administração municipal comunica informações pessoais sem autorização; o cidadão não "
    "pode verificar quem consultou os seus dados nem com que finalidade."
)


def parted(text: str, language: str) -> str:
    places = hyphenation(text, language)
    return "".join(f"{'-' * (at in places)}{char}" for at, char in enumerate(text))


def lines(text: str, language: str, measure: float, **style: object) -> tuple[Line, ...]:
    rules = STYLE._replace(**style)
    paragraph = prepare((Span(text, rules, language=language),), rules, FONTS)
    return set_paragraph(paragraph, (measure,), Pt(10.0))


def is_hyphenated(line: Line) -> bool:
    return line.runs[-1].glyphs[-1].text == ""


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "identification", "iden-ti-fi-ca-tion"),
        ("en-GB", "privatisation", "privat-isa-tion"),
        ("pt", "autorização, informações", "au-to-ri-za-ção, in-for-ma-ções"),
        ("de", "Datenschutz", "Da-ten-schutz"),
        ("en", "NATIONAL MyNumber e-Government", "NATIONAL MyNumber e-Government"),
        ("en", "doesn’t government-issued", "doesn’t government-issued"),
        ("en", "https://information.example/identification", None),
        ("en", "www.information.example information@identification.example", None),
        ("en", "only upon item number7", None),
        ("vi", "Chính phủ nghiêng", None),
        ("ja", "identification", None),
        ("", "identification", None),
        ("tlh", "identification", None),
    ],
)
def test_where_words_may_part(language: str, text: str, shown: str | None) -> None:
    assert parted(text, language) == (shown or text)


@pytest.mark.parametrize("language", ["en", "pt", "es", "de", "fr"])
@given(text=st.text(st.sampled_from("abcdeionstAÉãç -’'./@1漢"), max_size=40))
def test_every_part_has_its_letters(language: str, text: str) -> None:
    for at in hyphenation(text, language):
        assert text[at - 2 : at + 3].isalpha()
        assert text[at - 1 : at + 3].islower()


def test_without_a_marked_language_nothing_is_hyphenated() -> None:
    assert not any(map(is_hyphenated, lines(ENGLISH, "", 14.0)))
    assert lines(ENGLISH, "", 14.0) == lines(ENGLISH, "vi", 14.0)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (PORTUGUESE, "pt")])
@pytest.mark.parametrize("align", ["justify", "start", "centre", "end"])
@pytest.mark.parametrize("measure", [9.0, 12.5, 17.0])
def test_a_hyphenated_line_fills_its_measure_with_the_hyphen(
    text: str, language: str, align: str, measure: float
) -> None:
    set_lines = lines(text, language, measure, align=align)
    assert "".join(line.text for line in set_lines) == text
    assert align != "justify" or any(map(is_hyphenated, set_lines))
    for line in filter(is_hyphenated, set_lines):
        run_ = line.runs[-1]
        face = FONTS.face(run_.face)
        hyphen, letter = run_.glyphs[-1], run_.glyphs[-2]
        assert hyphen.gid == face.gid(ord("-"))
        assert hyphen.x == pytest.approx(letter.x + 10 * face.advance(letter.gid), abs=1e-6)
        right = run_.x + hyphen.x + 10 * face.advance(hyphen.gid)
        assert right <= 10 * measure + 1e-6
        if align == "justify":
            assert right == pytest.approx(10 * measure, abs=1e-6)
            assert not line.loose


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (PORTUGUESE, "pt")])
@pytest.mark.parametrize("measure", [22.0, 26.0, 30.0])
def test_no_two_hyphenated_lines_in_succession_where_room_is_enough(
    text: str, language: str, measure: float
) -> None:
    pairs = pairwise(lines(text * 2, language, measure))
    assert not [pair for pair in pairs if all(map(is_hyphenated, pair))]


@pytest.mark.parametrize("measure", [13.0, 16.0, 20.0, 22.0, 24.0])
def test_the_last_line_is_no_part_of_a_word(measure: float) -> None:
    text = ("We ask for your signature. " * 4).strip()
    assert not is_hyphenated(lines(text, "en", measure)[-2])


def test_only_the_marked_span_is_hyphenated() -> None:
    first, second = ENGLISH[:90], ENGLISH[90:]
    spans = (Span(first, STYLE), Span(second, STYLE, language="en"))
    set_lines = set_paragraph(prepare(spans, STYLE, FONTS), (9.0,), Pt(10.0))
    assert "".join(line.text for line in set_lines) == ENGLISH
    ends = [len("".join(line.text for line in set_lines[: n + 1])) for n in range(len(set_lines))]
    hyphened = [end for end, line in zip(ends, set_lines, strict=True) if is_hyphenated(line)]
    assert hyphened
    assert min(hyphened) > len(first)


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(["identification", "マイナンバー", "the", "制度", "(government)", "100%"]),
        min_size=1,
        max_size=14,
    ),
    measure=st.floats(4.0, 20.0),
    align=st.sampled_from(["justify", "start"]),
    wrap=st.sampled_from(["optimum", "phrase"]),
)
def test_the_lines_joined_are_the_text(
    words: list[str], measure: float, align: str, wrap: str
) -> None:
    text = " ".join(words)
    set_lines = lines(text, "en", measure, align=align, wrap=wrap)
    assert "".join(line.text for line in set_lines) == text
    glyphs = [glyph.text for line in set_lines for run_ in line.runs for glyph in run_.glyphs]
    assert "".join(glyphs) == text


@pytest.mark.parametrize("sentence", [ENGLISH, ENGLISH.replace("every", "every-day")])
def test_the_hyphen_is_drawn_but_not_copied(sentence: str) -> None:
    """Also where the same sign is a letter of the text elsewhere in the file."""
    items = [
        Group(Pt(10), Pt(20 + 15 * n), line.runs)
        for n, line in enumerate(lines(sentence, "en", 12.0))
    ]
    data = page_pdf(items, FONTS, size=240)
    assert text_of(data).replace("\n", "") == sentence


@pytest.mark.outside("pdftotext")
def test_pdftotext_reads_whole_words(tmp_path) -> None:  # type: ignore[no-untyped-def]
    items = [
        Group(Pt(10), Pt(20 + 15 * n), line.runs)
        for n, line in enumerate(lines(ENGLISH, "en", 12.0))
    ]
    file = tmp_path / "hyphens.pdf"
    file.write_bytes(page_pdf(items, FONTS, size=240))
    read = run("pdftotext", "-raw", str(file), "-")
    assert "identification" in read.replace("\n", "")
    assert "-" not in read.replace("twelve-digit", "")
