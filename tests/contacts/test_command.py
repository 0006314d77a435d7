"""The command ``contacts``: reports, exit codes, the list to start from."""

import io
from pathlib import Path

import openpyxl
import pytest

from layout.contacts import read_contacts
from layout.contacts.blank import COLUMNS, blank_files
from layout.messages import argument_names, catalogue
from tests.contacts.making import GOOD, HEADER, csv_bytes, rows_of, with_cell
from tests.contacts.test_rules import CASES
from tests.test_cli import Command, command

__all__ = ["command"]

BAD = ("t2", "乙支部", "東京都", "600001", *GOOD[4:])


@pytest.mark.parametrize(
    ("rows", "code"), [([GOOD], 0), ([GOOD, BAD], 1), ([BAD], 3), ([], 3)], ids=str
)
def test_exit_codes(
    command: Command, tmp_path: Path, rows: list[tuple[str, ...]], code: int
) -> None:
    (tmp_path / "a.csv").write_bytes(csv_bytes([HEADER, *rows]))
    assert command("contacts", "a.csv").code == code
    assert command("contacts", "a.csv", "--json").code == code


def test_a_file_that_is_not_there(command: Command) -> None:
    assert command("contacts", "none.csv", "--json").code == 6


def test_the_report_for_programs(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv_bytes([HEADER, GOOD, BAD]))
    report = command("contacts", "a.csv", "--json").report()
    one, two = report["rows"]
    assert (one["row"], one["line"], one["id"], one["verdict"]) == (1, 2, "t1", "ok")
    assert one["values"]["tel"] == "03-1234-5678"
    (found,) = two["problems"]
    assert (found["code"], found["line"]) == ("contact-postcode-zero", 3)
    assert (found["header"], found["value"], found["cell"]) == ("郵便番号", "600001", None)
    assert report["counts"] == {"ok": 1, "normalised": 0, "flagged": 0, "rejected": 1}


def test_the_table_for_people_names_row_and_remedy(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv_bytes([HEADER, GOOD, BAD]))
    told = command("contacts", "a.csv", "--lang", "ja").out
    assert "3行目" in told
    assert "文字列" in told
    assert "\x1b" not in told


def test_the_list_to_start_from_is_good_as_it_is(command: Command, tmp_path: Path) -> None:
    assert command("contacts", "--template").code == 0
    for name in ("contacts.xlsx", "contacts.csv"):
        contacts = read_contacts(tmp_path / name)
        assert [row.verdict for row in contacts.rows()] == ["ok"]
        assert all(column.known for column in contacts.columns)
    assert command("contacts", "--template").code == 6
    assert command("contacts", "--template", "-o", "new").code == 0
    assert command("contacts", "contacts.csv", "-o", "new").code == 2


def test_the_workbook_is_one_for_other_programs_too() -> None:
    data = blank_files()[0].data
    assert data == blank_files()[0].data
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["名簿"]
    assert [cell.value for cell in sheet[1]] == [name for name, _, _ in COLUMNS]
    assert {cell.number_format for cell in sheet[2]} == {"@"}
    assert sheet.column_dimensions["E"].number_format == "@"
    assert book["説明"]["A2"].value == "支部コード"


def test_every_finding_brings_what_its_sentences_name(tmp_path: Path) -> None:
    messages = catalogue()
    for header, value, *_ in CASES:
        for found in rows_of(tmp_path, [with_cell(header, value)])[0].problems:
            message = messages[found.code]
            wanted = argument_names(message.en) | argument_names(message.hint_en)
            assert wanted <= {name for name, _ in found.arguments}, found.code
