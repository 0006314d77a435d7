"""Two lists as branches send them: every row with the verdict a careful person would give."""

from pathlib import Path

import pytest

from tests.contacts.making import csv_bytes, listed

HEADER = (
    *("支部コード", "団体名", "部署・役職", "郵便番号", "都道府県", "住所１", "住所２"),
    *("ＴＥＬ", "ＦＡＸ", "Ｅメール", "ＵＲＬ", "備考"),
)
GOOD = {
    "団体名": "東京支部",
    "郵便番号": "100-0001",
    "都道府県": "東京都",
    "住所１": "千代田区1-1",
    "ＴＥＬ": "03-1111-2222",
}
OK, NORMALISED, FLAGGED, REJECTED = "ok", "normalised", "flagged", "rejected"

ANYWHERE = [
    (OK, {}),
    (OK, {"団体名": "髙橋﨑①㈱～―支部"}),
    (OK, {"団体名": "ｶﾞｸｴﾝ支部"}),
    (OK, {"団体名": "A/B支部 50%"}),
    (OK, {"団体名": '"引用", 支部'}),
    (OK, {"団体名": "支部\\n"}),
    (OK, {"住所２": "1-2"}),
    (OK, {"ＴＥＬ": "03-1111-2222(代)"}),
    (OK, {"ＴＥＬ": "(03)1111-2222"}),
    (OK, {"ＴＥＬ": "0120-11-2222"}),
    (OK, {"都道府県": ""}),
    (OK, {"郵便番号": ""}),
    (OK, {"Ｅメール": "A@B.JP"}),
    (NORMALISED, {"ＴＥＬ": "０３（１１１１）２２２２"}),
    (NORMALISED, {"ＴＥＬ": "℡03-1111-2222"}),
    (NORMALISED, {"ＦＡＸ": "なし"}),
    (NORMALISED, {"ＦＡＸ": "―"}),
    (NORMALISED, {"郵便番号": "〒100-0001"}),
    (NORMALISED, {"郵便番号": "100 0001"}),
    (NORMALISED, {"都道府県": "東京"}),
    (NORMALISED, {"Ｅメール": "a．b＠c．jp"}),
    (NORMALISED, {"Ｅメール": "a@b.jp "}),
    (NORMALISED, {"住所１": "千代田区\n1-1"}),
    (FLAGGED, {"ＴＥＬ": "03-1111-2222 内線 34"}),
    (FLAGGED, {"ＴＥＬ": "03-1111-2222、090-1111-2222"}),
    (FLAGGED, {"ＴＥＬ": "03-1111-2222\n03-1111-2223"}),
    (FLAGGED, {"ＴＥＬ": "09011112222"}),
    (FLAGGED, {"ＴＥＬ": "+81 90-1111-2222"}),
    (FLAGGED, {"郵便番号": "060-0001"}),
    (FLAGGED, {"都道府県": "Tokyo"}),
    (FLAGGED, {"住所１": "大阪府大阪市1"}),
    (FLAGGED, {"団体名": "<script>alert(1)</script>"}),
    (FLAGGED, {"団体名": "@SUM(A1)"}),
    (FLAGGED, {"団体名": "東?支部"}),
    (FLAGGED, {"団体名": "{{name}}"}),
    (FLAGGED, {"備考": "=cmd|' /C calc'!A0"}),
    (FLAGGED, {"ＵＲＬ": "www.b.jp"}),
    (FLAGGED, {"ＵＲＬ": "https://b.jp/日本"}),
    (REJECTED, {"ＴＥＬ": "311112222"}),
    (REJECTED, {"ＴＥＬ": "1.2345E+09"}),
    (REJECTED, {"ＴＥＬ": "080-1111-222"}),
    (REJECTED, {"ＴＥＬ": "03-XXXX-2222"}),
    (REJECTED, {"ＴＥＬ": "未設置"}),
    (REJECTED, {"郵便番号": "10-0001"}),
    (REJECTED, {"住所２": "2-Jan"}),
    (REJECTED, {"Ｅメール": "a b@c.jp"}),
    (REJECTED, {"ＵＲＬ": "data:text/html,x"}),
]
BESIDES = [
    (REJECTED, {"ＵＲＬ": "http://a@b.jp/"}),
    (REJECTED, {"ＵＲＬ": "http://"}),
    (REJECTED, {"団体名": "　　"}),
    (REJECTED, {"団体名": "#REF!"}),
    (REJECTED, {"Ｅメール": "a@b"}),
    (REJECTED, {"郵便番号": "100-0001 東京"}),
    (FLAGGED, {"支部コード": "a/b"}),
    (FLAGGED, {"支部コード": "con"}),
    (FLAGGED, {"支部コード": "..\\..\\x"}),
    (OK, {"支部コード": ""}),
    (REJECTED, {"支部コード": "同じ"}),
    (REJECTED, {"支部コード": "同じ"}),
    (NORMALISED, {"支部コード": "Ｂ９９"}),
]


@pytest.mark.parametrize(
    ("cases", "encoding"),
    [(ANYWHERE + BESIDES, "cp932"), (ANYWHERE, "utf-8-sig")],
    ids=("sixty rows in CP932", "forty-seven in UTF-8 with its mark"),
)
def test_every_row_has_its_verdict(
    tmp_path: Path, cases: list[tuple[str, dict[str, str]]], encoding: str
) -> None:
    contacts = [{"支部コード": f"T{n:03}"} | GOOD | change for n, (_, change) in enumerate(cases)]
    cells = [[contact.get(name, "") for name in HEADER] for contact in contacts]
    rows = list(listed(tmp_path, csv_bytes([HEADER, *cells], encoding)).rows())
    given = [(row.verdict, change) for row, (_, change) in zip(rows, cases, strict=True)]
    assert given == cases
    for row, contact in zip(rows, contacts, strict=True):
        if row.verdict != REJECTED:
            assert row.values["name"] == contact["団体名"]
