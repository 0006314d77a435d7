"""Whole lists: encodings, delimiters, headers, rows that are odd, ids, and bytes of any kind."""

import time
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.contacts import read_contacts
from layout.contacts.headers import columns_of
from layout.problems import LeafletError
from tests.contacts.making import GOOD, HEADER, codes, csv_bytes, listed, rows_of

RARE = ("髙﨑①㈱～―支部", "塚\ufa10 福\ufa1b 靖", "ｶﾞｸｴﾝ支部")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [(f"t{n}", name, *GOOD[2:]) for n, name in enumerate(RARE)]
    contacts = listed(tmp_path, csv_bytes([HEADER, *rows], encoding, delimiter))
    assert [column.field for column in contacts.columns][:2] == ["id", "name"]
    assert [row.values["name"] for row in contacts.rows()] == list(RARE)
    assert {row.verdict for row in contacts.rows()} == {"ok"}


@pytest.mark.parametrize("encoding", ["euc_jp", "iso2022_jp", "utf-16-le"])
def test_other_encodings_are_read_only_where_asked_for(tmp_path: Path, encoding: str) -> None:
    data = csv_bytes([HEADER, GOOD], encoding)
    with pytest.raises(LeafletError) as caught:
        listed(tmp_path, data)
    assert caught.value.problems[0].code in ("contacts-encoding", "contacts-iso2022")
    (row,) = listed(tmp_path, data, encoding=encoding).rows()
    assert row.values["name"] == "○○支部"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("団体名\n東京\n大阪".encode()[:-1], 3),
        ("団体名\n東京\n".encode() + "大阪\n".encode("cp932"), 3),
        ("団体名\n東\0京\n".encode(), 2),
        ("団体名\n東京\n大阪".encode("cp932")[:-1], 3),
    ],
)
def test_a_damaged_file_is_told_by_line_and_byte(tmp_path: Path, data: bytes, line: int) -> None:
    with pytest.raises(LeafletError) as caught:
        listed(tmp_path, data)
    (found,) = caught.value.problems
    assert (found.code, found.source.line, caught.value.exit_code) == ("contacts-encoding", line, 3)


def test_an_unknown_encoding_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(LeafletError) as caught:
        listed(tmp_path, b"name\nx\n", encoding="klingon")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("shift_jis", ["shift_jis", "Shift-JIS", "SJIS", "cp932"])
def test_shift_jis_means_the_code_page_of_windows(tmp_path: Path, shift_jis: str) -> None:
    data = csv_bytes([["団体名"], ["髙㈱"]], "cp932")
    (row,) = listed(tmp_path, data, encoding=shift_jis).rows()
    assert row.values["name"] == "髙㈱"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("ＴＥＬ", "tel"),
        ("電話 番号", "tel"),
        ("Ｅ－ｍａｉｌ", "email"),
        ("E-Mail", "email"),
        ("〒", "postal"),
        ("部署・役職", "office"),
        ("住所２", "address"),
        ("Address1", "address"),
        ("支部コード", "id"),
        ("ＩＤ", "id"),
        ("備 考", "note"),
        ("ホームページ", "url"),
        ("Fax.", "fax"),
        ("都道府県", "prefecture"),
    ],
)
def test_header_names(header: str, field: str) -> None:
    (column,) = columns_of([header])
    assert (column.field, column.known) == (field, True)


def file_codes(folder: Path, data: bytes) -> list[str]:
    try:
        return [found.code for found in listed(folder, data).problems]
    except LeafletError as error:
        return [found.code for found in error.problems]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["団体名", "TEL", "電話"], ["a", "", ""]], "contacts-header-twice"),
        ([["団体名", "", "電話"], ["a", "b", ""]], "contacts-header-blank"),
        ([["電話"], ["03-1234-5678"]], "contacts-no-name"),
        ([["東京支部", "大阪"], ["a", "b"]], "contacts-no-header"),
        ([["名簿2025", ""], ["団体名", "電話"], ["a", ""]], "contacts-title"),
        ([["団体名", "電活"], ["a", "b"]], "contacts-column-own"),
        ([["団体名", "電話"], ["name", "tel"], ["a", ""]], "contacts-header-again"),
        ([["団体名", "電話"], ["a", ""], ["合計", "1件"]], "contacts-total"),
        ([["団体名", "電話"]], "contacts-empty"),
        ([["団体名", "電話"], ["", ""]], "contacts-empty"),
        ([], "contacts-empty"),
    ],
)
def test_what_is_said_of_a_file(tmp_path: Path, rows: list[list[str]], code: str) -> None:
    assert code in file_codes(tmp_path, csv_bytes(rows))


def test_columns_that_are_wholly_blank_do_no_harm(tmp_path: Path) -> None:
    contacts = listed(tmp_path, "団体名,,電話,,\na,,03-1234-5678,,\n".encode())
    assert [row.verdict for row in contacts.rows()] == ["ok"]


def test_rows_of_wrong_length_are_never_shifted(tmp_path: Path) -> None:
    short, long, good = rows_of(tmp_path, [GOOD[:5], (*GOOD, "余り"), ("t9", *GOOD[1:])])
    assert (codes(short)[0], codes(long)[0], good.verdict) == (
        "contact-short",
        "contact-row-long",
        "ok",
    )
    assert short.values == long.values == {}


def test_numbers_and_lines_count_past_blank_rows_and_broken_lines(tmp_path: Path) -> None:
    data = '団体名,備考\r\n\r\na,"二\n行"\r\n,\r\nb,\r\n'.encode()
    rows = list(listed(tmp_path, data).rows())
    assert [(row.number, row.line, row.values["name"]) for row in rows] == [
        (1, 3, "a"),
        (2, 6, "b"),
    ]


def test_quotes(tmp_path: Path) -> None:
    data = '団体名,電話\n"a ""b"" c",\n"x"y,\nz,\n'.encode()
    one, two, three = listed(tmp_path, data).rows()
    assert one.values["name"] == 'a "b" c'
    assert (codes(two), three.values["name"]) == (["contact-quotes"], "z")
    assert file_codes(tmp_path, '団体名,電話\n"a,\nb,\n'.encode()) == ["contacts-quote-open"]


def test_ids_that_stand_twice_are_rejected_by_name(tmp_path: Path) -> None:
    one, two, three, four = rows_of(tmp_path, [GOOD, ("T1", *GOOD[1:]), GOOD, ("ｔ９", *GOOD[1:])])
    assert [row.verdict for row in (one, two, three)] == ["rejected", "flagged", "rejected"]
    assert dict(one.problems[0].arguments)["rows"] == "4"
    assert dict(three.problems[0].arguments)["rows"] == "2"
    assert (codes(two), four.id) == (["contact-id-case"], "t9")


def test_an_id_is_made_from_what_the_row_holds(tmp_path: Path) -> None:
    first = ("", "甲支部", *GOOD[2:])
    second = ("", "乙支部", *GOOD[2:])
    forth = [row.id for row in rows_of(tmp_path, [first, second])]
    back = [row.id for row in rows_of(tmp_path, [second, first])]
    assert forth == back[::-1]
    assert len(set(forth)) == 2
    assert codes(rows_of(tmp_path, [first, first])[0]) == ["contact-same-content"]


def test_addresses_in_parts_and_columns_of_ones_own(tmp_path: Path) -> None:
    header = ["団体名", "住所1", "住所2", "開催日"]
    (row,) = listed(tmp_path, csv_bytes([header, ["a", "霞が関1-2", "3階", "5月10日"]])).rows()
    assert row.values == {"name": "a", "address": "霞が関1-2 3階", "開催日": "5月10日"}
    (row,) = listed(tmp_path, csv_bytes([header, ["a", "霞が関", "1月2日", ""]])).rows()
    assert codes(row) == ["contact-date"]


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../a.png", "http://x/a.png", "C:\\a.png", "no.png"]
)
def test_logos_lie_in_the_project(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"\x89PNG")
    one, two = listed(folder, csv_bytes([["name", "logo"], ["a", path], ["b", "a.png"]])).rows()
    assert (one.verdict, two.verdict) == ("rejected", "ok")


def test_yaml(tmp_path: Path) -> None:
    text = "- 団体名: 甲\n  電話: 0312345678\n  FAX: ~\n- 団体名: 乙\n  郵便番号: [1]\n"
    one, two = listed(tmp_path, text.encode(), "a.yaml").rows()
    assert (one.verdict, one.values) == ("flagged", {"name": "甲", "tel": "0312345678"})
    assert (codes(two), two.problems[0].source.line) == (["contact-nested"], 5)


def test_memory_is_flat_and_time_short(tmp_path: Path) -> None:
    def peak(count: int) -> tuple[int, float]:
        rows = (
            f"t{n},支部{n},東京都,100-0001,千代田区1-2-{n},03-1234-5678,a@b.jp,,"
            for n in range(count)
        )
        text = "\n".join((",".join(HEADER), *rows))
        (tmp_path / "a.csv").write_text(text, encoding="utf-8")
        del text
        tracemalloc.start()
        began = time.process_time()
        verdicts = Counter(row.verdict for row in read_contacts(tmp_path / "a.csv").rows())
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert verdicts == {"ok": count}
        return used, time.process_time() - began

    small, _ = peak(10)
    large, _ = peak(10_000)
    assert large < small + 2_000_000


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: f"団体名,電話\n{text}".encode("utf-8", "replace")),
        st.binary(max_size=100).map(lambda data: b"PK\x03\x04" + data),
    ),
    st.sampled_from(["a.csv", "a.yaml", "a.xlsx"]),
)
def test_any_bytes_end_in_rows_or_problems(tmp_path: Path, data: bytes, name: str) -> None:
    try:
        verdicts: set[object] = {row.verdict for row in listed(tmp_path, data, name).rows()}
    except LeafletError as error:
        verdicts = {error.exit_code}
    assert verdicts <= {"ok", "normalised", "flagged", "rejected", 3}
