"""Problems told to people and programs; the sentences in both languages."""

import json
import re
from pathlib import Path
from string import Formatter

import pytest

from layout import messages
from layout.messages import choose_language, explain, sentences
from layout.messages.message import Message
from layout.problems import NOTE, WARNING, Problem, Source, problem
from layout.report import WIDEST_EXCERPT, Output, display_width, summary, to_json, to_people

OFFICE = Output("output/x_a4-roll_office.pdf", "office", "a4-roll", "calm", 2, 1234, "00ff")
PRESS = OFFICE._replace(path="output/x_a4-roll_press.pdf", edition="press")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "入力.yaml"


def told(path: Path, line: int, column: int) -> list[str]:
    """The lines that are printed for a problem there."""
    found = problem("lang-invalid", Source(str(path), line, column), value="fr")
    return to_people([found], "en").splitlines()


def test_a_problem_is_told_with_place_source_line_caret_and_hint(source: Path) -> None:
    source.write_text("id: x\n題: ああ  誤り\n", encoding="utf-8")
    assert told(source, 2, 8) == [
        f'{source}:2:8: error[lang-invalid]: There are no messages in "fr".',
        "    2 | 題: ああ  誤り",
        "      |           ^",
        "  hint: Use --lang ja (Japanese) or --lang en (English).",
    ]


def test_severity_and_language_are_told() -> None:
    found = problem("option-needs", severity=WARNING, option="--dpi", other="--png")
    assert to_people([found], "ja") == (
        "warning[option-needs]: --dpi は --png と一緒に使います。\n"
        "  → --png も付けるか、--dpi を外してください。\n"
    )


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("漢字", 4),
        ("ｶﾅ", 2),
        ("か\u3099", 2),
        ("葛\U000e0100", 2),
        ("…", 1),
        ("\u200b", 0),
    ],
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize("data", ["あ\r\nいう\r\n", "あ\rいう\r", "\ufeffあ\nいう\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp932"])
def test_the_source_line_is_found_in_any_encoding_and_line_end(
    data: str, encoding: str, source: Path
) -> None:
    source.write_bytes(data.removeprefix("\ufeff" * (encoding == "cp932")).encode(encoding))
    assert told(source, 2, 2)[1:3] == ["    2 | いう", "      |   ^"]


@pytest.mark.parametrize(("line", "column"), [(0, 0), (9, 1)])
def test_no_source_line_where_the_place_is_not_known(line: int, column: int, source: Path) -> None:
    source.write_text("one line\n")
    assert len(told(source, line, column)) == 2


def test_a_file_that_cannot_be_read_has_no_source_line(tmp_path: Path) -> None:
    assert len(told(tmp_path, 1, 1)) == 2
    assert len(told(tmp_path / "none", 1, 1)) == 2


@pytest.mark.parametrize("column", [1, 50, 150, 299, 300])
def test_of_a_long_line_the_part_round_the_caret_is_shown(column: int, source: Path) -> None:
    line = "".join(chr(0x4E00 + index) for index in range(300))
    source.write_text(line, encoding="utf-8")
    _, shown, caret, _ = told(source, 1, column)
    place = display_width(caret) - 1
    at = next(i for i in range(len(shown)) if display_width(shown[:i]) == place)
    assert shown[at] == line[column - 1]
    assert display_width(shown) <= WIDEST_EXCERPT + len("    1 | …  …")


def test_nothing_of_a_hostile_file_moves_the_cursor(source: Path) -> None:
    source.write_bytes("a: \x1b[2J\x07\tb\u202ec\x85\n".encode())
    lines = told(source, 1, 9)
    assert lines[1] == "    1 | a: \ufffd[2J\ufffd b\ufffdc\ufffd"
    found = problem("operand-unexpected", name="x\x1b]0;title\x07\ny")
    assert "x\ufffd]0;title\ufffd\ufffdy" in to_people([found], "en").splitlines()[0]


def test_the_json_report_has_every_field() -> None:
    found = problem(
        "option-needs",
        Source("入力.yaml", 3, 4),
        block="question Q3",
        panel="cover",
        mm_over=1.5,
        lines_over=2,
        option="--dpi",
        other="--png",
    )
    text = to_json([OFFICE], [found, Problem("interrupted")], "ja")
    assert text.isascii()
    assert json.loads(text) == {
        "version": 1,
        "outputs": [
            {
                "path": "output/x_a4-roll_office.pdf",
                "edition": "office",
                "fold": "a4-roll",
                "theme": "calm",
                "pages": 2,
                "bytes": 1234,
                "sha256": "00ff",
            }
        ],
        "problems": [
            {
                "code": "option-needs",
                "severity": "error",
                "message": "--dpi は --png と一緒に使います。",
                "hint": "--png も付けるか、--dpi を外してください。",
                "file": "入力.yaml",
                "line": 3,
                "column": 4,
                "block": "question Q3",
                "panel": "cover",
                "mm_over": 1.5,
                "lines_over": 2,
                "clause": None,
                "page": None,
                "x_mm": None,
                "y_mm": None,
                "measured": None,
                "limit": None,
                "places": None,
            },
            {
                "code": "interrupted",
                "severity": "error",
                "message": "中断しました。書きかけのファイルは残していません。",
                "hint": None,
                "file": None,
                "line": None,
                "column": None,
                "block": None,
                "panel": None,
                "mm_over": None,
                "lines_over": None,
                "clause": None,
                "page": None,
                "x_mm": None,
                "y_mm": None,
                "measured": None,
                "limit": None,
                "places": None,
            },
        ],
    }


def test_the_closing_line_counts_and_says_how_to_print() -> None:
    mixed = [problem("a"), problem("b", severity=WARNING), problem("c", severity=WARNING)]
    assert summary(mixed, [], "ja") == "エラー1件、警告2件。\n"
    assert summary([problem("n", severity=NOTE)], [PRESS], "en") == "notes: 1. PDFs written: 1.\n"
    assert summary([], [PRESS, OFFICE], "ja") == (
        "問題はありません。PDFを2件書き出しました。"
        "office版は「実際のサイズ（100%）・両面・短辺とじ」で印刷してください。\n"
    )
    assert summary([], [OFFICE], "en").endswith("on both sides, flipped on the short edge.\n")


def test_sentences_may_name_the_place_of_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    ja, en = "{panel}（{role}）の{block}：{mm_over}mm", "{panel} {block} {lines_over} {gone}"
    words = {"x": Message(ja, en)}
    monkeypatch.setattr(messages, "catalogue", lambda: words)
    place = {"block": "question Q3", "panel": "P1"}
    found = problem("x", **place, mm_over=3.14159, lines_over=2, role="cover")
    assert sentences(found, "ja")[0] == "P1（表紙）のquestion Q3：3.1mm"
    assert sentences(found, "en")[0] == "P1 question Q3 2 {gone}"


def test_braces_in_arguments_are_literal() -> None:
    found = problem("operand-unexpected", name="{name} {0} %s")
    assert "{name} {0} %s" in sentences(found, "en")[0]


def test_an_unknown_code_is_told_nevertheless() -> None:
    assert "no-such-code" in sentences(Problem("no-such-code"), "ja")[0]
    assert explain("no-such-code", "ja") is None


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("code", sorted(messages.catalogue()))
def test_an_explanation_names_no_arguments(code: str, language: str) -> None:
    told, message = explain(code, language), messages.catalogue()[code]
    assert told is not None
    templates = (message.ja, message.en, message.hint_ja, message.hint_en)
    arguments = {name for each in templates for _, name, _, _ in Formatter().parse(each) if name}
    written = set(re.findall(r"\{([a-z_]+)\}", told))  # what --name takes stands in braces too
    assert not written & arguments


def test_lines_that_a_hint_proposes_stand_under_the_source_line(source: Path) -> None:
    source.write_text("text: @x\n", encoding="utf-8")
    found = problem(
        "yaml-sign-at-start",
        Source(str(source), 1, 7),
        sign="@",
        text="@x",
        mended="\ntext: '@x'",
    )
    assert to_people([found], "en").splitlines()[1:] == [
        "    1 | text: @x",
        "      |       ^",
        "  hint: Put the whole text in quotes, a ' before it and a ' behind it.",
        "      | text: '@x'",
    ]


def test_a_damaged_file_is_shown_in_the_encoding_it_is_most_in(source: Path) -> None:
    source.write_bytes("題: あいう".encode() + b"\xe3\x81\n")
    assert told(source, 1, 0)[1] == "    1 | 題: あいう\ufffd"


def test_a_reason_of_the_system_is_said_in_japanese() -> None:
    found = problem("output-folder-unusable", path="out", reason="Permission denied")
    assert "許可されていません" in sentences(found, "ja")[0]
    assert "Permission denied" in sentences(found, "en")[0]


def test_what_a_list_lacks_is_said_in_words() -> None:
    found = problem("glyph-missing", character="😀", code_point="U+1F600", fonts="-", instead="-")
    assert "候補：なし" in sentences(found, "ja")[1]
    assert "candidate: none" in sentences(found, "en")[1]


@pytest.mark.parametrize(
    ("wanted", "environment", "language"),
    [
        ("en", {"LANG": "ja_JP.UTF-8"}, "en"),
        (None, {"LANG": "ja_JP.UTF-8"}, "ja"),
        (None, {"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "ja_JP.eucJP", "LANG": "C"}, "ja"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        ("xx", {"LANG": "ja"}, "ja"),
    ],
)
def test_language(wanted: str | None, environment: dict[str, str], language: str) -> None:
    assert choose_language(wanted, environment) == language


@pytest.mark.skipif("sys.platform == 'win32'")
def test_language_without_any_hint_is_english() -> None:
    assert choose_language(None, {}) == "en"
