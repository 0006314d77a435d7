"""Texts as typed: entries 37–46 of the list of bad inputs, as far as loading meets them."""

import unicodedata
from pathlib import Path

import pytest

from layout.document import Contact, Leaflet, Section
from layout.load import locate
from tests.load.leaflets import HEAD, Outcome, reading


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "leaflet.yaml"


def with_text(text: str) -> str:
    return f"{HEAD}body:\n  - section:\n      text: {text}\n"


def section_text(outcome: Outcome) -> str:
    assert outcome.loaded is not None, outcome.said
    block = outcome.loaded.leaflet.body[-1]
    assert isinstance(block, Section)
    return str(block.text)


_PAIRS = [
    bytes((lead, trail)).decode("cp932", "ignore")
    for lead in (*range(0x81, 0xA0), *range(0xE0, 0xFD))
    for trail in (*range(0x40, 0x7F), *range(0x80, 0xFD))
]
CP932 = [char for char in _PAIRS if len(char) == 1 and char > "\xa0" and not "｡" <= char <= "ﾟ"]
"""The characters of two bytes that Japanese Windows can write."""


def test_37_compatibility_ideographs_stay(file: Path) -> None:
    changed = [char for char in CP932 if unicodedata.normalize("NFC", char) != char]
    assert len(changed) >= 22
    text = "".join(changed) + "塚神福靖隆"
    outcome = reading(file, with_text(text))
    assert section_text(outcome) == text
    assert outcome.said == []


def test_37_40_43_every_character_of_cp932_stays(file: Path) -> None:
    """Wave dash, minus, double bar, dashes and circled numbers among them."""
    wide = [char for char in CP932 if not 0xE000 <= ord(char) <= 0xF8FF and char != "\u3000"]
    text = "".join(wide)
    assert {"①", "㈱", "～", "－", "∥", "―", "髙", "﨑"} <= set(text)
    for data in (with_text(text).encode(), with_text(text).encode("cp932")):
        outcome = reading(file, data)
        assert section_text(outcome) == text
        assert [code for code in outcome.codes if code != "file-encoding"] == []


def test_38_decomposed_kana_and_accents_are_composed_with_a_note(file: Path) -> None:
    text = "がっこうのパンとCafé、Việt Nam"
    outcome = reading(file, with_text(unicodedata.normalize("NFD", text)))
    assert section_text(outcome) == text
    assert outcome.said == [("text-composed", "note", 7, 13)]
    assert outcome.argument("text-composed", "count") == "4"


def test_38_what_has_no_composed_form_stays(file: Path) -> None:
    text = "か\u309aは鼻濁音、あ\u3099は叫び"
    assert section_text(reading(file, with_text(text))) == text


def test_39_half_width_kana_stay_with_their_marks_joined(file: Path) -> None:
    outcome = reading(file, with_text("ｶﾞｲﾄﾞとｶ\u3099とﾊ\u309c"))
    assert section_text(outcome) == "ｶﾞｲﾄﾞとｶﾞとﾊﾟ"
    assert {s.severity for s in outcome.said} == {"note"}
    assert set(outcome.codes) == {"text-halfwidth-kana", "text-composed"}


@pytest.mark.parametrize(
    "code", [0x7F, 0x80, 0x9F, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0xFFF9, 0xFFFE]
)
def test_41_invisible_characters_go_with_a_note(file: Path, code: int) -> None:
    outcome = reading(file, with_text(f"本{chr(code)}文"))
    assert section_text(outcome) == "本文"
    assert outcome.said == [("text-invisible", "note", 7, 14)]
    assert outcome.argument("text-invisible", "char") == f"U+{code:04X}"


@pytest.mark.parametrize("escape", [r"\x00", r"\a", r"\x1b", r"\u200b", r"\x9f"])
def test_41_and_so_do_escaped_ones(file: Path, escape: str) -> None:
    outcome = reading(file, with_text(f'"本{escape}文"'))
    assert section_text(outcome) == "本文"
    assert outcome.said == [("text-invisible", "note", 7, 15)]


@pytest.mark.parametrize("code", [0xA0, 0x202F, 0x2003, 0x2009])
def test_41_odd_spaces_become_spaces_with_a_note(file: Path, code: int) -> None:
    outcome = reading(file, with_text(f"10{chr(code)}km"))
    assert section_text(outcome) == "10 km"
    assert outcome.said == [("text-space", "note", 7, 15)]


def test_41_the_same_character_is_told_once_with_all_its_lines(file: Path) -> None:
    outcome = reading(file, with_text("|\n        一\u200b\n        二\u200b\u200b三"))
    assert outcome.said == [("text-invisible", "note", 8, 10)]
    assert outcome.argument("text-invisible", "count") == "3"
    assert outcome.argument("text-invisible", "lines") == "8, 9"


def test_41_an_ideographic_space_is_a_character(file: Path) -> None:
    outcome = reading(file, with_text("'　山田　太郎　'"))
    assert section_text(outcome) == "　山田　太郎"
    assert outcome.said == []


def test_42_controls_of_direction_go_with_a_warning(file: Path) -> None:
    text = (
        f"{HEAD}back:\n  - contact:\n      name: 連絡会\n      tel: \u202e03-0000\u202c\nbody: []\n"
    )
    outcome = reading(file, text.replace("body: []", "body: [{appeal: {text: x}}]"))
    assert outcome.loaded is not None
    contact = outcome.loaded.leaflet.back[0]
    assert isinstance(contact, Contact)
    assert contact.tel == "03-0000"
    assert {(s.code, s.severity) for s in outcome.said} == {("text-bidi-control", "warning")}


@pytest.mark.parametrize("text", ["שלום", "مرحبا"])
def test_42_writing_from_right_to_left_is_a_warning_and_keeps_its_order(
    file: Path, text: str
) -> None:
    outcome = reading(file, with_text(f"あいさつ：{text}"))
    assert section_text(outcome) == f"あいさつ：{text}"
    assert outcome.said == [("text-right-to-left", "warning", 7, 18)]


@pytest.mark.parametrize(
    "text",
    [
        "<b>太字</b>",
        "A & B",
        "A &amp; B",
        "</para>",
        "100%s",
        "$x$",
        "_x_ ~y~",
        r"C:\n\t¥100",
        "a\\",
    ],
)
def test_44_46_markup_and_backslashes_are_text(file: Path, text: str) -> None:
    outcome = reading(file, with_text(text))
    assert section_text(outcome) == text
    assert outcome.said == []


@pytest.mark.parametrize("text", ["支部 {name} 様", "{{x}}", "a } b", "%(x)s", "集合 {1, 2}"])
def test_45_braces_are_text_without_placeholders(file: Path, text: str) -> None:
    outcome = reading(file, with_text(f"'{text}'"))
    assert section_text(outcome) == text
    assert outcome.said == []
    assert outcome.loaded is not None
    assert outcome.loaded.template is outcome.loaded.leaflet


DECLARED = "placeholders:\n  支部: 中央支部\n  fax: ''\n"


def test_45_declared_placeholders_are_filled(file: Path) -> None:
    outcome = reading(file, with_text("'{支部}と{{支部}}と100%{fax}'") + DECLARED)
    assert section_text(outcome) == "中央支部と{支部}と100%"
    assert outcome.said == []
    assert outcome.loaded is not None
    template = outcome.loaded.template.body[0]
    assert isinstance(template, Section)
    slots = [template.text[mark.start : mark.stop] for mark in template.text.marks]
    assert slots == ["{支部}", "{fax}"]


def test_45_an_undeclared_placeholder_names_the_escape(file: Path) -> None:
    outcome = reading(file, with_text("こちらは{foo}です") + DECLARED)
    assert outcome.errors == [("placeholder-unknown", 7, 17)]
    from layout.messages import sentences

    hints = [sentences(outcome.problems[0], language)[1] for language in ("ja", "en")]
    assert all("{{foo}}" in hint for hint in hints)


@pytest.mark.parametrize(
    ("text", "column"), [("a { b", 15), ("a } b", 15), ("{{支部}", 17), ("{支部", 13)]
)
def test_45_a_single_brace_is_an_error_then(file: Path, text: str, column: int) -> None:
    outcome = reading(file, with_text(f"'{text}'") + DECLARED)
    assert outcome.errors == [("placeholder-brace", 7, column + 1)]


def test_45_names_that_cannot_stand_in_braces(file: Path) -> None:
    outcome = reading(file, with_text("x") + "placeholders: {'a b': x, 1: y, ok-1: z}\n")
    assert [code for code, _, _ in outcome.errors] == ["placeholder-name"] * 2


def test_45_placeholders_in_a_wrong_form(file: Path) -> None:
    assert reading(file, with_text("x") + "placeholders: 支部\n").errors == [
        ("placeholder-form", 8, 15)
    ]


# The places of characters


@pytest.mark.parametrize(
    ("text", "char", "line", "column"),
    [
        ("本文😀です", "😀", 7, 15),
        ("'it''s 😀'", "😀", 7, 20),
        ('"a\\n\\u3042\\"😀"', "😀", 7, 25),
        ("|\n        一行目\n\n        二行😀", "😀", 10, 11),
        (">-\n        一行目\n        二行😀\n          深い✊", "✊", 10, 13),
        ("一行目\n        二行😀", "😀", 8, 11),
        ("\u200b本\u200b文😀", "😀", 7, 17),
        ("|2\n          深い😀", "😀", 8, 13),
    ],
)
def test_every_character_is_found_again(
    file: Path, text: str, char: str, line: int, column: int
) -> None:
    outcome = reading(file, with_text(text))
    assert outcome.loaded is not None, outcome.said
    block = outcome.loaded.leaflet.body[0]
    assert isinstance(block, Section)
    assert locate(block.text, block.text.index(char))[1:] == (line, column)
    paragraph = block.text.paragraphs[-1]
    assert locate(paragraph, paragraph.index(char))[1:] == (line, column)


def test_characters_of_a_filled_text_are_found(file: Path) -> None:
    outcome = reading(file, with_text("'{支部}は😀{fax}、✊'") + DECLARED)
    assert outcome.loaded is not None
    block = outcome.loaded.leaflet.body[0]
    assert isinstance(block, Section)
    assert block.text == "中央支部は😀、✊"
    places = [locate(block.text, index).column for index in range(len(block.text))]
    assert places == [14, 14, 14, 14, 18, 19, 25, 26]


def test_characters_of_a_paragraph_of_a_filled_text_are_found(file: Path) -> None:
    written = "|\n        {支部}の\n        {{二}}行目{fax}😀\n        三行目"
    outcome = reading(file, with_text(written) + "\n" + DECLARED)
    assert outcome.loaded is not None, outcome.said
    block = outcome.loaded.leaflet.body[0]
    assert isinstance(block, Section)
    paragraph = block.text.paragraphs[1]
    assert paragraph == "{二}行目😀"
    assert locate(paragraph, paragraph.index("😀"))[1:] == (9, 21)
    assert locate(paragraph, 0)[1:] == (9, 9)


def test_a_file_that_changed_gives_the_start_of_the_text(file: Path) -> None:
    outcome = reading(file, with_text("本文😀"))
    assert outcome.loaded is not None
    block = outcome.loaded.leaflet.body[0]
    assert isinstance(block, Section)
    file.write_text(with_text("ほかの文"), encoding="utf-8")
    assert locate(block.text, 2) == block.text.source
    file.unlink()
    assert locate(block.text, 2) == block.text.source


def sources(leaflet: Leaflet) -> set[tuple[int, int]]:
    return {block.source[1:] for block in leaflet.body}


def test_blocks_know_their_line(file: Path) -> None:
    outcome = reading(file, with_text("x") + "  - appeal:\n      text: y\n")
    assert outcome.loaded is not None
    assert sources(outcome.loaded.leaflet) == {(6, 5), (8, 5)}
