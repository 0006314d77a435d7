"""Files that are no leaflet: entries 1–30 of the list of bad inputs, one test or more each."""

import codecs
import os
import subprocess
import sys
from pathlib import Path

import pytest

from layout.document import Section
from layout.messages import sentences
from tests.load.leaflets import BODY, HEAD, Outcome, reading, reading_file

WHOLE = HEAD + BODY


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "原稿.yaml"


def section_text(outcome: Outcome) -> str:
    assert outcome.loaded is not None, outcome.said
    block = outcome.loaded.leaflet.body[-1]
    assert isinstance(block, Section)
    return str(block.text)


def with_text(text: str) -> str:
    """A leaflet whose last text is written like this (line 7, from column 13)."""
    return f"{HEAD}body:\n  - section:\n      text: {text}\n"


def test_a_whole_leaflet_says_nothing(file: Path) -> None:
    outcome = reading(file, WHOLE)
    assert outcome.said == []
    assert section_text(outcome) == "本文です。"


# 1


def test_1_duplicate_key_names_both_lines(file: Path) -> None:
    outcome = reading(file, HEAD + "  title: 別の題\n" + BODY)
    assert outcome.errors == [("yaml-duplicate-key", 5, 3)]
    assert outcome.argument("yaml-duplicate-key", "line") == "4"
    assert outcome.exit_code == 3


def test_1_all_problems_come_at_once(file: Path) -> None:
    outcome = reading(file, "id: Ä\nid: b\nissued: 今日\ntitel: x\ncover:\n  title: a\n")
    assert outcome.errors == [
        ("missing-key", 1, 1),
        ("invalid-name", 1, 5),
        ("yaml-duplicate-key", 2, 1),
        ("invalid-date", 3, 9),
        ("unknown-key", 4, 1),
    ]


# 2


def test_a_word_that_is_not_among_the_choices(file: Path) -> None:
    text = f"{HEAD}body:\n  - appeal:\n      text: a\n      direction: 縦\n"
    outcome = reading(file, text)
    assert [code for code, *_ in outcome.errors] == ["unknown-choice"]


def test_2_duplicate_id_names_both_lines(file: Path) -> None:
    blocks = "  - section:\n      id: a\n      text: x\n"
    outcome = reading(file, f"{HEAD}body:\n{blocks}back:\n{blocks}")
    assert outcome.errors == [("duplicate-id", 11, 11)]
    assert outcome.argument("duplicate-id", "line") == "7"


# 3, 4


def test_3_alias_bomb_is_stopped_before_it_expands(file: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    outcome = reading(file, "\n".join(rows))
    assert outcome.codes == ["yaml-too-many-nodes"]
    assert outcome.exit_code == 3


def test_3_an_honest_alias_works(file: Path) -> None:
    aliased = HEAD.replace("title: 表題", "title: &t 表題")
    outcome = reading(file, f"{aliased}title: *t\n{BODY}")
    assert outcome.loaded is not None
    assert outcome.loaded.leaflet.title == "表題"


def test_4_recursive_alias(file: Path) -> None:
    outcome = reading(file, f"{HEAD}body: &a [*a]\n")
    assert ("yaml-alias-recursive", 5, 11) in outcome.errors


# 5, 6


@pytest.mark.parametrize("sign", ["[", "{", "[{", "- ", "? ", "a: [", "{a: "])
@pytest.mark.parametrize("times", [2_000, 100_000])
def test_5_6_deep_nesting_neither_crashes_nor_hangs(file: Path, sign: str, times: int) -> None:
    """In a process of its own: the C loader of PyYAML ends with a segmentation fault."""
    file.write_text(sign * times, encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from layout.load import load\n"
        "from layout.problems import LeafletError\n"
        "try: load(Path(sys.argv[1]))\n"
        "except LeafletError as error: print(error.exit_code, error.problems[0].code)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, text=True, timeout=20
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("3 yaml-")


def test_5_a_file_beyond_two_megabytes_is_not_parsed(file: Path) -> None:
    outcome = reading(file, WHOLE + "#" * 2_000_000)
    assert outcome.codes == ["file-too-large"]
    assert outcome.exit_code == 3


# 7, 8


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "~", "null", "No", "TRUE", "n"])
def test_7_norway_stays_text(file: Path, word: str) -> None:
    outcome = reading(file, with_text(word))
    assert section_text(outcome) == word
    assert outcome.said == []


@pytest.mark.parametrize(
    "word",
    ["0640000", "012", "12:30:45", "1_000", "1e3", "2020-06-01", ".inf", "0x1F", "+1", "=", "6.10"],
)
def test_8_numbers_and_dates_stay_as_written(file: Path, word: str) -> None:
    outcome = reading(file, with_text(word))
    assert section_text(outcome) == word
    assert outcome.said == []


# 9


def test_9_tabs_are_named_all_of_them(file: Path) -> None:
    outcome = reading(file, HEAD + "body:\n\t- section:\n\t\ttext: x\n")
    assert outcome.errors == [("yaml-tab", 6, 1), ("yaml-tab", 7, 1)]
    assert "タブ" in sentences(outcome.problems[0], "ja")[0]


# 10


@pytest.mark.parametrize(
    ("text", "line", "column", "key"),
    [
        ("題名：値\n", 1, 3, "題名"),
        ("title：値\nid: x\n", 1, 6, "title"),
        (WHOLE + "fold：a4-roll\ntheme: calm\n", 8, 5, "fold"),
        (HEAD + "  subtitle：副題\n" + BODY, 5, 11, "subtitle"),
        (HEAD + "    subtitle：副題\n" + BODY, 5, 13, "subtitle"),
        (HEAD + "body:\n  - section：\n      text：x\n", 6, 12, "section"),
    ],
)
def test_10_full_width_colon(file: Path, text: str, line: int, column: int, key: str) -> None:
    outcome = reading(file, text)
    assert ("yaml-fullwidth-colon", line, column) in outcome.errors
    assert outcome.argument("yaml-fullwidth-colon", "key") == key


def test_10_full_width_colon_within_a_text_is_text(file: Path) -> None:
    outcome = reading(file, with_text("注意：これは文\n        見出し：これも文"))
    assert section_text(outcome) == "注意：これは文見出し：これも文"
    assert outcome.said == []


# 11


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("id:　sample\n", 1, 4),
        (HEAD.replace("title: 表題", "title:　表題") + BODY, 4, 9),
        (HEAD + "　　subtitle: 副題\n" + BODY, 5, 1),
        (HEAD + "body:\n  -　section: {}\n", 6, 4),
    ],
)
def test_11_ideographic_space(file: Path, text: str, line: int, column: int) -> None:
    assert ("yaml-wide-space", line, column) in reading(file, text).errors


# 12


def test_12_a_comment_that_cuts_a_text_is_a_warning(file: Path) -> None:
    outcome = reading(file, with_text("電話 #1"))
    assert outcome.said == [("comment-cuts-text", "warning", 7, 16)]
    assert outcome.argument("comment-cuts-text", "cut") == "#1"
    assert section_text(outcome) == "電話"


@pytest.mark.parametrize("text", ["'電話 #1'", '"電話 #1"', "電話#1", "'電話'  # 覚え書き"])
def test_12_a_quoted_text_may_hold_or_carry_it(file: Path, text: str) -> None:
    assert reading(file, with_text(text)).said == []


def test_12_a_comment_behind_a_name_is_a_comment(file: Path) -> None:
    assert reading(file, WHOLE + "fold: a4-roll  # 巻三つ折り\n").said == []


# 13


def test_13_colon_in_a_text(file: Path) -> None:
    outcome = reading(file, with_text("Q1: なに？"))
    assert outcome.errors == [("yaml-colon-in-text", 7, 15)]
    assert "引用符で囲" in sentences(outcome.problems[0], "ja")[1]


def test_13_colon_in_an_item(file: Path) -> None:
    outcome = reading(file, HEAD + "body:\n  - list:\n      items:\n        - 時間: 10時\n")
    assert outcome.errors == [("yaml-colon-in-text", 8, 13)]


# 14


@pytest.mark.parametrize("sign", list("@%`*&!|>[{") + ["?"])
def test_14_signs_at_the_start_of_a_text(file: Path, sign: str) -> None:
    close = {"[": "]", "{": "}"}.get(sign, "")
    space = " " * (sign == "?")
    outcome = reading(file, with_text(f"{sign}{space}注意{close} これは文です"))
    assert outcome.errors == [("yaml-sign-at-start", 7, 13)]
    assert outcome.argument("yaml-sign-at-start", "sign") == sign
    assert "' を付け" in sentences(outcome.problems[0], "ja")[1]


@pytest.mark.parametrize("text", ["[重要]", "{branch}", "{branch: x}"])
def test_14_brackets_that_yaml_understands(file: Path, text: str) -> None:
    outcome = reading(file, with_text(text))
    assert outcome.errors == [("yaml-sign-at-start", 7, 13)]


def test_14_every_such_text_of_a_file_is_named(file: Path) -> None:
    text = (
        HEAD
        + "body:\n  - section:\n      heading: '@'\n      text: @一\n  - appeal:\n      text: %二\n"
    )
    assert reading(file, text).errors == [
        ("yaml-sign-at-start", 8, 13),
        ("yaml-sign-at-start", 10, 13),
    ]


@pytest.mark.parametrize(
    "text", ["「引用」", "・項目", "※注", "（株）", "〒100", "-5度", ":-)", "#1".join("''")]
)
def test_14_other_signs_are_text(file: Path, text: str) -> None:
    outcome = reading(file, with_text(text))
    assert section_text(outcome) == text.strip("'")
    assert outcome.said == []


# 15


@pytest.mark.parametrize("row", ["   -二つ目", "    - 二つ目", "   ・二つ目"])
def test_15_an_item_one_space_off(file: Path, row: str) -> None:
    text = f"{HEAD}body:\n  - list:\n      items:\n        - 一つ目\n      {row}\n"
    outcome = reading(file, text)
    column = len(row) - len(row.lstrip()) + 7
    assert outcome.said == [("list-mark-in-text", "warning", 9, column)]
    assert "箇条書きの記号" in sentences(outcome.problems[0], "ja")[0]


# 16


@pytest.mark.parametrize("sign", ["'", '"'])
@pytest.mark.parametrize(
    "rest",
    ["back:\n  - appeal:\n      text: 訴え\n", "back:\n  - appeal:\n      text: {0}訴え{0}\n", ""],
)
def test_16_unclosed_quote_is_placed_at_its_opening(file: Path, sign: str, rest: str) -> None:
    outcome = reading(file, with_text(f"{sign}開いたまま") + rest.format(sign))
    assert outcome.errors == [("yaml-unclosed-quote", 7, 13)]


def test_16_a_quote_closed_by_a_later_one_is_found_without_an_error_of_yaml(file: Path) -> None:
    text = HEAD + "body:\n  - section:\n      heading: '開いた\n      text: 閉じた'\n"
    assert reading(file, text).errors == [("yaml-unclosed-quote", 7, 16)]


def test_16_text_behind_a_quote(file: Path) -> None:
    outcome = reading(file, with_text('"引用" のあと'))
    assert outcome.errors == [("yaml-text-after-quote", 7, 13)]


# 17, 18, 19


def test_17_a_byte_order_mark_is_fine(file: Path) -> None:
    outcome = reading(file, codecs.BOM_UTF8 + WHOLE.encode())
    assert outcome.said == []
    assert outcome.loaded is not None
    assert outcome.loaded.leaflet.id.source[1:] == (1, 5)


@pytest.mark.parametrize("encoding", ["cp932", "utf-16", "utf-16-be+bom", "utf-32"])
def test_18_other_encodings_are_read_with_a_note(file: Path, encoding: str) -> None:
    text = with_text("髙橋さん①～―－∥㈱ 表")
    if encoding == "cp932":
        data = text.replace("―", "―").encode("cp932")
    elif encoding == "utf-16-be+bom":
        data = codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    else:
        data = text.encode(encoding)
    outcome = reading(file, data)
    assert section_text(outcome) == "髙橋さん①～―－∥㈱ 表"
    assert outcome.said == [("file-encoding", "note", 0, 0)]


@pytest.mark.parametrize(
    ("encoding", "likely"), [("euc_jp", "EUC-JP"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")]
)
def test_18_an_encoding_that_is_not_read_is_named(file: Path, encoding: str, likely: str) -> None:
    outcome = reading(file, with_text("文字コードの確認です。").encode(encoding))
    assert outcome.codes == ["file-encoding-unknown"]
    assert outcome.argument("file-encoding-unknown", "likely") == likely
    assert outcome.exit_code == 3


def test_18_damaged_utf8_is_named_with_line_and_byte(file: Path) -> None:
    data = WHOLE.encode()
    outcome = reading(file, data[:-2])
    assert outcome.errors == [("file-encoding-unknown", 7, 0)]
    assert outcome.argument("file-encoding-unknown", "byte") == str(len(data) - 3)
    assert outcome.argument("file-encoding-unknown", "likely") == "UTF-8"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_19_any_line_end_gives_the_same(file: Path, end: str) -> None:
    text = with_text("|\n        一行目\n        二行目")
    same, other = reading(file, text), reading(file, text.replace("\n", end))
    assert same.loaded is not None
    assert other.loaded is not None
    assert same.loaded.leaflet == other.loaded.leaflet
    assert [x.source for x in same.loaded.leaflet.body] == [
        x.source for x in other.loaded.leaflet.body
    ]


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_19_a_separator_within_a_text_breaks_nothing(file: Path, separator: str) -> None:
    outcome = reading(file, with_text(f"日本{separator}語 My{separator}Number"))
    assert section_text(outcome) == "日本語 My Number"
    assert outcome.said == [("text-line-separator", "note", 7, 15)]


# 20, 21


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x01"])
def test_20_a_control_character_is_placed(file: Path, char: str) -> None:
    outcome = reading(file, with_text(f"本{char}文"))
    assert outcome.said == [("control-character", "error", 7, 14)]
    assert outcome.argument("control-character", "char") == f"U+{ord(char):04X}"


def test_20_a_file_of_control_characters_is_not_read_on(file: Path) -> None:
    outcome = reading(file, bytes(range(32)) * 100)
    assert outcome.exit_code == 3
    assert set(outcome.codes) <= {"control-character", "file-encoding-unknown"}
    assert len(outcome.codes) <= 5


@pytest.mark.parametrize("escape", [r"\ud842", r"\ud842\udfb7", r"\uDFB7"])
def test_21_half_a_character_is_refused(file: Path, escape: str) -> None:
    outcome = reading(file, with_text(f'"土{escape}"'))
    assert outcome.errors == [("yaml-surrogate", 7, 15)]
    assert outcome.argument("yaml-surrogate", "escape") == escape[:6]


def test_21_the_whole_character_is_taken(file: Path) -> None:
    assert section_text(reading(file, with_text(r'"\U00020BB7野"'))) == "𠮷野"


def test_21_an_escape_that_does_not_exist(file: Path) -> None:
    outcome = reading(file, with_text(r'"C:\原稿"'))
    assert outcome.errors == [("yaml-escape", 7, 16)]


# 22 to 25


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system", "!!str", "!注意", "!", "!<tag:example.org,2000:x>"]
)
def test_22_tags_are_refused_and_never_executed(file: Path, tag: str, tmp_path: Path) -> None:
    trace = tmp_path / "executed"
    outcome = reading(file, with_text(f"{tag} ['touch {trace}']"))
    assert outcome.exit_code == 3
    assert outcome.codes in (["yaml-tag"], ["yaml-sign-at-start"])
    assert not trace.exists()


def test_23_two_documents(file: Path) -> None:
    assert reading(file, f"---\n{WHOLE}---\n{WHOLE}").errors == [("yaml-several-documents", 9, 1)]


@pytest.mark.parametrize("text", ["", "\n\n", "# 覚え書きだけ\n", "---\n", "\ufeff"])
def test_24_an_empty_file(file: Path, text: str) -> None:
    outcome = reading(file, text)
    assert outcome.errors == [("yaml-empty", 1, 1)]
    assert outcome.exit_code == 3


@pytest.mark.parametrize("text", ["- a\n- b\n", "ただの文\n", "[a, b]\n", "'文'\n"])
def test_24_a_list_or_a_text_at_the_top(file: Path, text: str) -> None:
    outcome = reading(file, text)
    assert outcome.errors == [("yaml-not-a-mapping", 1, 1)]


def test_25_merge_keys_are_refused_not_dropped(file: Path) -> None:
    outcome = reading(file, HEAD + "  <<: {subtitle: 副題}\n" + BODY)
    assert outcome.errors == [("yaml-merge-key", 5, 3)]


# 26 to 29


def test_26_a_missing_key_is_shown_by_example(file: Path) -> None:
    outcome = reading(file, "id: a\nissued: 2025-04-01\n" + BODY)
    assert outcome.errors == [("missing-key", 1, 1)]
    assert outcome.argument("missing-key", "example") == "\ncover:\n  title: 健康保険証"


def test_26_a_missing_key_of_a_block_is_placed_at_the_block(file: Path) -> None:
    outcome = reading(file, HEAD + "body:\n  - event:\n      place: 会館\n")
    assert outcome.errors == [("missing-key", 6, 5), ("missing-key", 6, 5)]
    assert outcome.problems[0].block == "event 1"
    assert outcome.argument("missing-key", "path") == "body[1].event"
    assert outcome.argument("missing-key", "example").startswith("\n      title: ")


def test_26_within_brackets_the_example_is_in_brackets(file: Path) -> None:
    outcome = reading(file, HEAD + "body: [{event: {place: 会館}}]\n")
    assert "\n" not in outcome.argument("missing-key", "example")


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("titel", "title"),
        ("題名", "title"),
        ("Fold", "fold"),
        ("折り方", "fold"),
        ("bodies", "body"),
    ],
)
def test_27_an_unknown_key_names_the_nearest(file: Path, key: str, meant: str) -> None:
    outcome = reading(file, f"{WHOLE}{key}: x\n")
    assert outcome.errors == [("unknown-key", 8, 1)]
    assert outcome.argument("unknown-key", "nearest") == meant
    assert "placeholders" in outcome.argument("unknown-key", "known")


@pytest.mark.parametrize(
    ("kind", "meant"), [("お問い合わせ", "contact"), ("連絡先", "contact"), ("表", "table")]
)
def test_27_a_kind_in_japanese_is_understood(file: Path, kind: str, meant: str) -> None:
    outcome = reading(file, f"{HEAD}body:\n  - {kind}:\n      name: 会\n")
    assert outcome.argument("unknown-kind", "nearest") == meant


def test_27_underscores_for_hyphens(file: Path) -> None:
    outcome = reading(file, HEAD + "  lead_on: くわしくは\n" + BODY)
    assert outcome.argument("unknown-key", "nearest") == "lead-on"


def test_27_an_unknown_kind_names_the_nearest(file: Path) -> None:
    outcome = reading(
        file, HEAD + "body:\n  - qestion:\n      ask: 問い\n  - 問いと答え:\n      ask: x\n"
    )
    assert outcome.errors == [("unknown-kind", 6, 5), ("unknown-kind", 8, 5)]
    assert [dict(p.arguments)["nearest"] for p in outcome.problems] == ["question"] * 2


@pytest.mark.parametrize(
    ("blocks", "error"),
    [
        ("  - question:\n    ask: 問い\n", ("block-indentation", 7, 5)),
        ("  - ask: 問い\n    answer: 答え\n", ("kind-missing", 6, 5)),
        (
            "  - section:\n      text: x\n    appeal:\n      text: y\n",
            ("block-several-kinds", 8, 5),
        ),
        ("  - section\n", ("block-form", 6, 5)),
        ("  - - section\n", ("block-form", 6, 5)),
        ("  - section:\n", ("not-a-mapping", 6, 13)),
        ("  - section: 本文\n", ("not-a-mapping", 6, 14)),
        ("  - section:本文\n", ("yaml-colon-space", 6, 12)),
        ("  section:\n    text: x\n", ("not-a-list", 6, 3)),
        ("  -section\n", ("yaml-dash-space", 6, 3)),
    ],
)
def test_27_blocks_in_a_wrong_form(file: Path, blocks: str, error: tuple[str, int, int]) -> None:
    outcome = reading(file, f"{HEAD}body:\n{blocks}")
    assert outcome.errors == [error]
    assert sentences(outcome.problems[0], "ja")[1]


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ("  - section:\n      text:\n        heading: x\n", ("not-a-text", 8, 9)),
        ("  - section:\n      text:\n        - x\n", ("not-a-text", 8, 9)),
        ("  - list:\n      items: 一つ\n", ("not-a-list", 7, 14)),
        ("  - list:\n      items:\n        a: b\n", ("not-a-list", 8, 9)),
        ("  - list:\n      items: [a]\n      numbered: たぶん\n", ("invalid-flag", 8, 17)),
        ("  - countries:\n      groups: [x]\n", ("not-a-mapping", 7, 16)),
        ("  - table:\n      columns: [a, b]\n      rows: [x]\n", ("not-a-list", 8, 14)),
    ],
)
def test_28_wrong_types(file: Path, rows: str, error: tuple[str, int, int]) -> None:
    assert reading(file, f"{HEAD}body:\n{rows}").errors == [error]


@pytest.mark.parametrize("blank", ["", "''", '""', "　", "'　 '", '"\\n"', "|", '"\\u200b"'])
def test_29_a_blank_text_is_an_error_where_it_is_required(file: Path, blank: str) -> None:
    outcome = reading(file, with_text(blank))
    assert [code for code, _, _ in outcome.errors] == ["empty-required"]
    assert outcome.errors[0][1] == 7


def test_29_a_blank_text_is_a_warning_where_it_is_not(file: Path) -> None:
    outcome = reading(file, HEAD + "  subtitle:\n" + BODY)
    assert outcome.said == [("empty-value", "warning", 5, 12)]
    assert outcome.loaded is not None
    assert outcome.loaded.leaflet.cover.subtitle is None


def test_29_blank_items_and_empty_lists(file: Path) -> None:
    rows = (
        "body:\n  - list:\n      items:\n        - \n        - x\n  - demands:\n      items: []\n"
    )
    outcome = reading(file, HEAD + rows)
    assert [(code, line) for code, line, _ in outcome.errors] == [
        ("empty-item", 8),
        ("empty-required", 11),
    ]


# 30


def test_30_a_missing_file(tmp_path: Path) -> None:
    outcome = reading_file(tmp_path / "ない.yaml")
    assert outcome.codes == ["file-missing"]
    assert outcome.exit_code == 6


def test_30_a_folder(tmp_path: Path) -> None:
    outcome = reading_file(tmp_path)
    assert outcome.codes == ["file-is-folder"]
    assert outcome.exit_code == 6


def test_30_no_permission(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(WHOLE, encoding="utf-8")
    file.chmod(0)
    if os.access(file, os.R_OK):

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "denied")

        monkeypatch.setattr(Path, "open", refuse)
    outcome = reading_file(file)
    assert outcome.codes == ["file-forbidden"]
    assert outcome.exit_code == 6


def test_30_a_name_no_system_accepts() -> None:
    outcome = reading_file(Path("a\0b.yaml"))
    assert outcome.codes == ["file-unreadable"]
    assert outcome.exit_code == 6


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../secret.png",
        "a/../../b",
        "file:///etc/passwd",
        "http://169.254.169.254/",
        "C:/x",
        "\\\\server\\x",
        "~/x.png",
        "a\\b.png",
    ],
)
def test_101_files_outside_are_refused(file: Path, path: str) -> None:
    outcome = reading(file, f"{HEAD}body:\n  - photo:\n      file: '{path}'\n")
    assert outcome.errors == [("path-outside", 7, 13)]


def test_101_files_inside_are_taken(file: Path) -> None:
    text = HEAD + "body:\n  - photo:\n      file: photos/..集会 2.jpg\n"
    assert reading(file, text).said == []
