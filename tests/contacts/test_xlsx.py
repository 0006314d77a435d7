"""Workbooks, made by another program's writer: formats, kinds of cells, what is refused."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from layout.contacts import Row, read_contacts
from layout.contacts.formats import shown
from layout.problems import LeafletError
from tests.contacts.making import GOOD, HEADER, codes

Change = Callable[[Any], None]


def workbook(change: Change, title: str = "支部") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    sheet.append(HEADER)
    sheet.append([cell or None for cell in GOOD])
    change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def saved(folder: Path, data: bytes) -> Path:
    path = folder / "名簿.xlsx"
    path.write_bytes(data)
    return path


def rows(folder: Path, change: Change) -> list[Row]:
    return list(read_contacts(saved(folder, workbook(change))).rows())


def refusal(path: Path) -> str:
    with pytest.raises(LeafletError) as caught:
        list(read_contacts(path).rows())
    assert caught.value.exit_code == 3
    return caught.value.problems[0].code


def put(cell: str, value: Any, format: str = "") -> Change:
    def change(sheet: Any) -> None:
        sheet[cell] = value
        if format:
            sheet[cell].number_format = format

    return change


def nothing(_: Any) -> None:
    pass


def test_a_good_row(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, nothing)
    assert (row.number, row.line, row.id, row.verdict) == (1, 2, "t1", "ok")


@pytest.mark.parametrize(
    ("cell", "value", "format", "verdict", "used"),
    [
        ("D2", 1000001, "", "normalised", "100-0001"),
        ("D2", 600001, "", "rejected", None),
        ("D2", 600001, "000\\-0000", "flagged", "060-0001"),
        ("D2", 600001, "[<=999]000;[<=9999]000\\-00;000\\-0000", "flagged", "060-0001"),
        ("F2", 9012345678, "", "rejected", None),
        ("F2", 9012345678, "0##########", "flagged", "09012345678"),
        ("F2", 9012345678, "00000000000", "flagged", "09012345678"),
        ("F2", 312345678, "00\\-0000\\-0000", "ok", "03-1234-5678"),
        ("E2", date(2025, 1, 2), "m月d日", "rejected", None),
        ("A2", 7, "000", "ok", "007"),
        ("B2", "#N/A", "", "rejected", None),
        ("B2", "=A2", "", "rejected", None),
        ("B2", "東京_x000D_\n支部", "", "normalised", "東京 支部"),
        ("I2", date(2025, 5, 10), "yyyy/m/d", "flagged", "2025年5月10日"),
    ],
)
def test_cells(
    tmp_path: Path, cell: str, value: Any, format: str, verdict: str, used: str | None
) -> None:
    (row,) = rows(tmp_path, put(cell, value, format))
    assert row.verdict == verdict, row.problems
    if used is not None:
        assert used in row.values.values()
    if row.problems:
        assert row.problems[0].source.file.endswith(f"名簿.xlsx!支部!{cell}")


def test_a_formula_without_its_result_is_told_apart(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, put("B2", "=A2"))
    assert "contact-uncached" in codes(row)


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("600001", "0000000", "0600001"),
        ("600001", "000-0000", "060-0001"),
        ("600001", '"〒"000-0000', "〒060-0001"),
        ("12345678", "[<=99999999]####-####;\\(00\\)\\ ####-####", "1234-5678"),
        ("312345678", "[<=99999999]####-####;\\(00\\)\\ ####-####", "(03) 1234-5678"),
        ("0", "000", "000"),
        ("5", "0##", "005"),
        ("5", "###-00", "-05"),
        ("5", "General", "5"),
        ("5.0", "", "5"),
        ("1.5", "0.0", "1.5"),
        ("9.012345678E9", "", "9012345678"),
    ],
)
def test_numbers_as_shown(number: str, code: str, text: str) -> None:
    assert shown(number, code, False) == (text, "number")


@pytest.mark.parametrize(("serial", "text"), [("45787", "2025年5月10日"), ("1", "1900年1月1日")])
def test_dates_count_from_1900(serial: str, text: str) -> None:
    assert shown(serial, "yyyy/m/d", False) == (text, "date")


def test_hidden_rows_and_sheets_are_passed_over_with_a_note(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.append(["t2", "隠れた支部"])
        sheet.row_dimensions[3].hidden = True
        other = sheet.parent.create_sheet("前", 0)
        other.append(["x"])
        other.sheet_state = "hidden"

    contacts = read_contacts(saved(tmp_path, workbook(change)))
    assert [row.id for row in contacts.rows()] == ["t1"]
    assert {"contacts-hidden", "contacts-sheets"} <= {one.code for one in contacts.problems}


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        other = sheet.parent.create_sheet("大阪")
        other.append(["団体名"])
        other.append(["大阪支部"])

    path = saved(tmp_path, workbook(change))
    assert [row.values["name"] for row in read_contacts(path, sheet="大阪").rows()] == ["大阪支部"]
    with pytest.raises(LeafletError) as caught:
        read_contacts(path, sheet="京都")
    assert caught.value.exit_code == 2


def test_merged_cells_are_refused(tmp_path: Path) -> None:
    data = workbook(lambda sheet: sheet.merge_cells("A2:A3"))
    assert refusal(saved(tmp_path, data)) == "contacts-merged"


def test_a_row_may_lack_cells_at_its_end_but_have_none_too_many(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.append(["t2", "短い支部"])
        sheet["L2"] = "余り"

    one, other = rows(tmp_path, change)
    assert codes(one) == ["contact-row-long"]
    assert (other.verdict, other.line) == ("ok", 3)


def altered(data: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with one part changed."""
    parts = unpacked(data)
    assert old.encode() in parts[part]
    return packed(parts | {part: parts[part].replace(old.encode(), new.encode(), 1)})


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return out.getvalue()


INLINE = re.compile(r't="inlineStr"([^>]*)><is><t(?: [^>]*)?>([^<]*)</t></is>')
SHARED = "xl/sharedStrings.xml"
SHEET = "xl/worksheets/sheet1.xml"


def with_shared_texts(data: bytes) -> bytes:
    """The workbook as Excel writes it: the texts in a part of their own."""
    parts = unpacked(data)
    texts: list[str] = []

    def move(match: re.Match[str]) -> str:
        texts.append(f"<si><t>{match[2]}</t></si>")
        return f't="s"{match[1]}><v>{len(texts) - 1}</v>'

    parts[SHEET] = INLINE.sub(move, parts[SHEET].decode()).encode()
    assert texts
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts[SHARED] = f'<sst xmlns="{space}">{"".join(texts)}</sst>'.encode()
    return packed(parts)


def test_shared_texts(tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        for n in range(2000):
            sheet.append([f"id{n}", f"支部{n}"])

    data = with_shared_texts(workbook(change))
    _, *found = read_contacts(saved(tmp_path, data)).rows()
    assert [(row.id, row.values["name"]) for row in found] == [
        (f"id{n}", f"支部{n}") for n in range(2000)
    ]


def test_furigana_are_not_appended(tmp_path: Path) -> None:
    reading = "<t>○○支部</t><rPh sb='0' eb='1'><t>マルマル</t></rPh>"
    shared = with_shared_texts(workbook(nothing))
    (row,) = read_contacts(
        saved(tmp_path, altered(shared, SHARED, "<t>○○支部</t>", reading))
    ).rows()
    assert row.values["name"] == "○○支部"


@pytest.mark.parametrize("part", [SHARED, SHEET, "xl/workbook.xml"])
def test_entities_are_refused(tmp_path: Path, part: str) -> None:
    shared = with_shared_texts(workbook(nothing))
    root = {SHARED: "<sst", SHEET: "<worksheet", "xl/workbook.xml": "<workbook"}[part]
    data = altered(shared, part, root, f'<!DOCTYPE a [<!ENTITY b "x">]>{root}')
    assert refusal(saved(tmp_path, data)) == "contacts-doctype"


def test_a_shared_text_that_is_not_there(tmp_path: Path) -> None:
    data = altered(with_shared_texts(workbook(nothing)), SHEET, "<v>3</v>", "<v>9999</v>")
    assert refusal(saved(tmp_path, data)) == "contacts-damaged"


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layout.contacts.xlsx.MOST_OF_SHEET", 100_000)
    padding = f"<sheetData><row>{' ' * 1_000_000}</row>"
    data = altered(workbook(nothing), SHEET, "<sheetData>", padding)
    assert refusal(saved(tmp_path, data)) == "contacts-bomb"


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "contacts-xls"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "contacts-password"),
        (zipped(mimetype="x", content_xml="<a/>"), "contacts-ods"),
        (zipped(xl__workbook_bin="x"), "contacts-xlsb"),
        (zipped(readme_txt="x"), "contacts-zip"),
        (b"PK\x03\x04 broken", "contacts-damaged"),
        (b"%PDF-1.7", "contacts-foreign"),
        (workbook(nothing)[:3000], "contacts-damaged"),
    ],
)
def test_other_files_are_told_by_name(tmp_path: Path, data: bytes, code: str) -> None:
    assert refusal(saved(tmp_path, data)) == code
