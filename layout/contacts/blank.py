"""The list to start from: a workbook whose columns are text, and a CSV, with one example row.

Columns of text are what keeps Excel from taking zeros off postcodes and making dates of house
numbers.  The bytes are the same each time.
"""

import csv
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from layout.outputs import OutputFile

WORKBOOK, TABLE = "contacts.xlsx", "contacts.csv"

COLUMNS = (
    ("支部コード", "tokyo-01", "支部ごとに別の、半角英数字の記号。PDFの名前になります。"),
    ("団体名", "○○労働組合連合会", "必ず書きます。書いたとおりに印刷します。"),
    ("部署・役職", "〈事務局〉○○支部", "なければ空けておきます。"),
    ("都道府県", "東京都", "「東京」でもかまいません。"),
    ("郵便番号", "100-0001", "7桁。ハイフンはなくてもかまいません。"),
    ("住所1", "東京都千代田区千代田1-1", "書いたとおりに印刷します。"),
    ("住所2", "○○会館3階", "建物の名前など。住所1の後に続けて印刷します。"),
    ("電話", "03-0000-0000", "市外局番から、ハイフンを付けて書きます。一つの欄に一つです。"),
    ("FAX", "03-0000-0001", "電話と同じです。"),
    ("メール", "info@example.jp", "半角で書きます。"),
    ("URL", "https://example.jp/", "https:// から書きます。"),
    ("備考", "平日 10時〜17時", "受付時間など。"),
)
"""Header, example, explanation of each column."""

_RULES = (
    "1行目は見出しです。消したり、二行にしたりしないでください。",
    "2行目は例です。書き換えて使ってください。",
    "どの列も「文字列」にしてあります。ほかのブックから写すときは「値の貼り付け」を使ってください。",
    "セルは結合しないでください。隠した行と、隠したシートは読みません。",
    "見出しを付けて列を足すと、文章の中に差し込めます。",
    "ない項目は空けておくか、列ごと消してください。「なし」と書いてもかまいません。",
)

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_AS_TEXT = 49
"""The built-in number format ``@`` (ECMA-376-1, 18.8.30)."""


def blank_files() -> tuple[OutputFile, OutputFile]:
    """The workbook and the CSV (UTF-8 with its mark, as Excel wants it)."""
    return OutputFile(WORKBOOK, _workbook()), OutputFile(TABLE, _table())


def _rows() -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(name for name, _, _ in COLUMNS), tuple(example for _, example, _ in COLUMNS)


def _table() -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(_rows())
    return out.getvalue().encode("utf-8-sig")


def _workbook() -> bytes:
    told: list[tuple[str, ...]] = [("列", "書き方", "例")]
    told += ((name, rule, example) for name, example, rule in COLUMNS)
    told += [("", "", ""), *((rule,) for rule in _RULES)]
    relation = f"{_OFFICE}/{{}}"
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(((relation.format("officeDocument"), "xl/workbook.xml"),)),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="名簿" sheetId="1" r:id="rId1"/><sheet name="説明" sheetId="2" r:id="rId2"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            (
                (relation.format("worksheet"), "worksheets/sheet1.xml"),
                (relation.format("worksheet"), "worksheets/sheet2.xml"),
                (relation.format("styles"), "styles.xml"),
            )
        ),
        "xl/styles.xml": _styles(),
        "xl/worksheets/sheet1.xml": _sheet(_rows(), (22,) * len(COLUMNS)),
        "xl/worksheets/sheet2.xml": _sheet(told, (14, 70, 30)),
    }
    return _packed(parts)


def _packed(parts: dict[str, str]) -> bytes:
    """The parts as a ZIP file that bears no date of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, _HEAD + text)
    return out.getvalue()


def _content_types() -> str:
    kinds = {
        "/xl/workbook.xml": f"{_TYPES}.sheet.main+xml",
        "/xl/styles.xml": f"{_TYPES}.styles+xml",
        "/xl/worksheets/sheet1.xml": f"{_TYPES}.worksheet+xml",
        "/xl/worksheets/sheet2.xml": f"{_TYPES}.worksheet+xml",
    }
    told = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _styles() -> str:
    """Style 1 is text, style 2 text in bold."""
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/></font>'
        '<font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill '
        'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        "<borders count='1'><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        "<cellStyleXfs count='1'><xf/></cellStyleXfs><cellXfs count='3'><xf/>"
        f'<xf numFmtId="{_AS_TEXT}" applyNumberFormat="1"/>'
        f'<xf numFmtId="{_AS_TEXT}" fontId="1" applyNumberFormat="1" applyFont="1"/>'
        "</cellXfs><cellStyles count='1'><cellStyle name='Normal' xfId='0' builtinId='0'/>"
        "</cellStyles></styleSheet>"
    )


def _sheet(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """A sheet of texts, its first row bold and staying in sight; whole columns are text."""
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" style="1" customWidth="1"/>'
        for n, width in enumerate(widths, 1)
    )
    body = "".join(
        f'<row r="{n}">{"".join(_cell(text, n) for text in row)}</row>'
        for n, row in enumerate(rows, 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{body}</sheetData></worksheet>"
    )


def _cell(text: str, row: int) -> str:
    style = 2 if row == 1 else 1
    return f'<c t="inlineStr" s="{style}"><is><t>{escape(text)}</t></is></c>'
