"""Marks in the texts of a file: switched on, faulty, found again; and texts that stay plain."""

from pathlib import Path

import pytest

from layout.characters import check_characters
from layout.document import Mark, Section, Table, Text
from layout.load import load_theme, locate
from layout.messages import sentences
from layout.problems import LeafletError
from layout.resources import resource
from layout.text.fonts import Fonts
from tests.load.leaflets import HEAD, Outcome, reading

ON = "notation: true\n"
DECLARED = "placeholders:\n  支部: 中央支部\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "leaflet.yaml"


def with_text(text: str, switch: str = ON) -> str:
    return f"{HEAD}body:\n  - section:\n      text: {text}\n{switch}"


def section_text(outcome: Outcome) -> Text:
    assert outcome.loaded is not None, outcome.said
    block = outcome.loaded.leaflet.body[-1]
    assert isinstance(block, Section)
    return block.text


@pytest.mark.parametrize("switch", [ON, "notation: yes\n", DECLARED, ON + DECLARED])
def test_marks_are_read_where_they_are_switched_on(file: Path, switch: str) -> None:
    outcome = reading(file, with_text("日本国{憲法|けんぽう}と{{", switch))
    text = section_text(outcome)
    assert text == "日本国憲法と{"
    assert text.marks == (Mark("ruby", 3, 5, ("けんぽう",)),)
    assert outcome.said == []


@pytest.mark.parametrize("switch", ["", "notation: false\n", "placeholders: {}\n"])
def test_45_otherwise_they_are_text_and_a_note_says_so(file: Path, switch: str) -> None:
    typed = "'日本国{憲法|けんぽう}と{{圏点:大切}}'"
    outcome = reading(file, with_text(typed, switch))
    text = section_text(outcome)
    assert text == typed.strip("'")
    assert text.marks == ()
    assert outcome.said == [("notation-off", "note", 7, 17)]
    assert "notation: true" in sentences(outcome.problems[0], "ja")[1]


def test_texts_that_look_marked_are_told_together(file: Path) -> None:
    text = "|\n        {憲法|けんぽう}\n  - section:\n      text: 'の{憲法|けんぽう}'"
    outcome = reading(file, with_text(text, ""))
    assert outcome.said == [("notation-off", "note", 8, 9)]
    assert outcome.argument("notation-off", "lines") == "8, 10"


def test_full_width_braces_are_told(file: Path) -> None:
    outcome = reading(file, with_text("日本国｛憲法｜けんぽう｝と｛中央｝"))
    assert section_text(outcome) == "日本国｛憲法｜けんぽう｝と｛中央｝"
    assert outcome.said == [("notation-wide-brace", "warning", 7, 16)]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("日本国{憲法|け|ん|ぽう}", "ruby-count", 16),
        ("日本国{憲法|}", "mark-empty", 16),
        ("日本国{}", "mark-empty", 16),
        ("日本国{圏店:大切}", "mark-unknown", 16),
        ("日本国{圏点:大切", "mark-unclosed", 16),
        ("日本国{圏点:{憲法|けんぽう}}", "mark-nested", 16),
        ("日本国{憲法", "placeholder-brace", 16),
        ("日本国{憲法}", "placeholder-unknown", 16),
        ("日\u200b本国{圏店:大切}", "mark-unknown", 17),
        ('"日\\u672c国{圏店:大切}"', "mark-unknown", 22),
    ],
)
def test_a_fault_has_its_place_and_its_words(file: Path, text: str, code: str, column: int) -> None:
    outcome = reading(file, with_text(text))
    assert outcome.errors == [(code, 7, column)]
    assert outcome.exit_code == 3
    found = next(p for p in outcome.problems if p.code == code)
    for language in ("ja", "en"):
        sentence, hint = sentences(found, language)
        assert "{" in sentence + hint
        assert hint


def test_all_faults_of_a_text_are_told_each_once(file: Path) -> None:
    outcome = reading(file, with_text("|\n        {圏店:一}{圏店:一}\n        {憲法|a|b|c}と}"))
    assert outcome.errors == [
        ("mark-unknown", 8, 9),
        ("ruby-count", 9, 9),
        ("placeholder-brace", 9, 20),
    ]


def test_an_unknown_name_comes_with_its_neighbour(file: Path) -> None:
    outcome = reading(file, with_text("これは{圏店:大切}"))
    assert outcome.argument("mark-unknown", "nearest") == "圏点"
    outcome = reading(file, with_text("これは{dot:大切}"))
    assert outcome.argument("mark-unknown", "nearest") == "dots"


@pytest.mark.parametrize("text", ["{憲法|けんぽう}を守る", "{圏点:大切}です"])
def test_a_text_that_begins_with_a_brace_wants_quotes(file: Path, text: str) -> None:
    """YAML takes it for a mapping: the message shows the line as it should be written."""
    outcome = reading(file, with_text(text))
    (code, line, column), *others = outcome.errors
    assert (code, line, column, others) == ("yaml-sign-at-start", 7, 13, [])
    assert outcome.argument("yaml-sign-at-start", "mended").strip() == f"text: '{text}'"
    assert section_text(reading(file, with_text(f"'{text}'"))).marks


def test_marks_in_the_cells_of_a_table(file: Path) -> None:
    table = "  - table:\n      columns: [国, '{制度|せいど}']\n      rows:\n"
    rows = "        - [日本, '{en:Card}']\n"
    outcome = reading(file, f"{HEAD}{ON}body:\n{table}{rows}")
    assert outcome.loaded is not None, outcome.said
    found = outcome.loaded.leaflet.body[0]
    assert isinstance(found, Table)
    assert (found.columns[1], found.columns[1].marks[0].kind) == ("制度", "ruby")
    assert (found.rows[0][1], found.rows[0][1].marks[0].value) == ("Card", ("en",))


def test_a_cell_that_is_no_text_is_told_once(file: Path) -> None:
    table = "  - table:\n      columns: [国, 制度]\n      rows:\n        - [日本, {制度|せいど}]\n"
    outcome = reading(file, f"{HEAD}{ON}body:\n{table}")
    assert outcome.errors == [("yaml-sign-at-start", 10, 16)]


def test_invisible_characters_in_marks_are_taken_out_first(file: Path) -> None:
    outcome = reading(
        file, with_text("日{\u200b憲\u200b法|けん\u200bぽう}と か\u3099{圏点:き\u3099}")
    )
    text = section_text(outcome)
    assert text == "日憲法と が\u304e"
    assert [text[mark.start : mark.stop] for mark in text.marks] == ["憲法", "ぎ"]
    assert text.marks[0].value == ("けんぽう",)


def test_words_that_are_filled_in_are_not_read(file: Path) -> None:
    declared = "placeholders:\n  支部: '{憲法|けんぽう}'\n"
    outcome = reading(file, with_text("ここは{支部}の{憲|けん}", declared))
    text = section_text(outcome)
    assert text == "ここは{憲法|けんぽう}の憲"
    assert text.marks == (Mark("ruby", 13, 14, ("けん",)),)


@pytest.mark.parametrize(
    "text",
    [
        "日本国{憲法|けんぽう}と😀",
        "{{日本国{縦中横:12}😀",
        "日本国{圏点: あ😀}",
        "日本国{憲法|けんぽう}と{支部}と😀",
        "日本国{支部}の{憲法|けんぽう}😀",
        "日本国{憲法😀|けんぽう}",
    ],
)
def test_every_character_is_found_again(file: Path, text: str) -> None:
    outcome = reading(file, with_text(f"'{text}'", DECLARED))
    found = section_text(outcome)
    column = len("      text: '") + text.index("😀") + 1
    assert locate(found, found.index("😀"))[1:] == (7, column)
    assert locate(found.paragraphs[0], found.index("😀"))[1:] == (7, column)


def test_a_reading_that_cannot_be_drawn_is_an_error_at_its_place(file: Path, fonts: Fonts) -> None:
    outcome = reading(file, with_text("日本国{憲法|けん|😀}"))
    assert outcome.loaded is not None
    theme = load_theme(resource("data/themes/calm/theme.yaml"))
    with pytest.raises(LeafletError) as raised:
        check_characters(outcome.loaded.leaflet, theme, fonts)
    (found,) = raised.value.problems
    assert found.code == "glyph-missing"
    assert found.source[1:] == (7, 23)
    assert dict(found.arguments)["character"] == "😀"
