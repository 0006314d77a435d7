"""The rule of each field: what is typed, its verdict, the value that is used, and why."""

from pathlib import Path

import pytest

from layout.contacts import FLAGGED, NORMALISED, OK, REJECTED
from layout.contacts.postcodes import PREFECTURES, prefecture_named, prefectures_of
from tests.contacts.making import GOOD, codes, rows_of, with_cell

CASES = [
    ("支部コード", "東京01", OK, "東京01", ""),
    ("支部コード", "ＴＯ－０１", NORMALISED, "TO-01", "contact-plain"),
    ("支部コード", "../../etc/passwd", FLAGGED, "../../etc/passwd", "contact-id-unsafe"),
    ("支部コード", "CON", FLAGGED, "CON", "contact-id-unsafe"),
    ("支部コード", "1月2日", REJECTED, None, "contact-date"),
    ("団体名", "髙﨑𠮷①㈱～―葛󠄀飾ｶﾅ塚\ufa10 한국", OK, "髙﨑𠮷①㈱～―葛󠄀飾ｶﾅ塚\ufa10 한국", ""),
    ("団体名", "か\u3099くえん", NORMALISED, "がくえん", "contact-cleaned"),
    ("団体名", "東\u200b京\x07", NORMALISED, "東京", "contact-cleaned"),
    ("団体名", "東京\n支部", NORMALISED, "東京 支部", "contact-line-break"),
    ("団体名", " 東京　", NORMALISED, "東京", "contact-trimmed"),
    ("団体名", "", REJECTED, None, "contact-no-name"),
    ("団体名", "なし", REJECTED, None, "contact-no-name"),
    ("団体名", "#N/A", REJECTED, None, "contact-failed"),
    ("団体名", "#REF!", REJECTED, None, "contact-failed"),
    ("団体名", "東?支部", FLAGGED, "東?支部", "contact-question"),
    ("団体名", "東\ufffd支部", REJECTED, None, "contact-lost"),
    ("団体名", "東\ue000支部", REJECTED, None, "contact-gaiji"),
    ("団体名", "<b>東京</b>", FLAGGED, "<b>東京</b>", "contact-code"),
    ("団体名", "{name}", FLAGGED, "{name}", "contact-code"),
    ("団体名", '=HYPERLINK("x")', FLAGGED, '=HYPERLINK("x")', "contact-formula"),
    ("団体名", "字" * 2001, REJECTED, None, "contact-long"),
    ("都道府県", "東京", NORMALISED, "東京都", "contact-prefecture-form"),
    ("都道府県", "東京府", FLAGGED, "東京府", "contact-prefecture-unknown"),
    ("郵便番号", "1000001", NORMALISED, "100-0001", "contact-postcode-form"),
    ("郵便番号", "〒１００－０００１", NORMALISED, "100-0001", "contact-postcode-form"),
    ("郵便番号", "1000-001", FLAGGED, "100-0001", "contact-postcode-groups"),
    ("郵便番号", "600-0001", FLAGGED, "600-0001", "contact-postcode-far"),
    ("郵便番号", "000-0001", FLAGGED, "000-0001", "contact-postcode-nowhere"),
    ("郵便番号", "600001", REJECTED, None, "contact-postcode-zero"),
    ("郵便番号", "6.00E+05", REJECTED, None, "contact-power"),
    ("郵便番号", "10000011", REJECTED, None, "contact-postcode"),
    ("郵便番号", "東京", REJECTED, None, "contact-postcode"),
    ("住所", "京都府京都市1", FLAGGED, "京都府京都市1", "contact-prefecture-other"),
    ("住所", "1月2日", REJECTED, None, "contact-date"),
    ("住所", "2025/1/2", REJECTED, None, "contact-date"),
    ("住所", "Jan-02", REJECTED, None, "contact-date"),
    ("電話", "0120-123-456", OK, "0120-123-456", ""),
    ("電話", "03(1234)5678", OK, "03(1234)5678", ""),
    ("電話", "090-1234-5678", OK, "090-1234-5678", ""),
    ("電話", "０３ー１２３４ー５６７８", NORMALISED, "03-1234-5678", "contact-plain-number"),
    ("電話", "TEL：03-1234-5678", NORMALISED, "03-1234-5678", "contact-plain-number"),
    ("電話", "ー", NORMALISED, None, "contact-nothing"),
    ("電話", "0312345678", FLAGGED, "0312345678", "contact-unparted"),
    ("電話", "03-1234-5678（内線12）", FLAGGED, "03-1234-5678(内線12)", "contact-extension"),
    ("電話", "03-1234-5678～9", FLAGGED, "03-1234-5678～9", "contact-extension"),
    ("電話", "03-1234-5678/03-1234-5679", FLAGGED, None, "contact-two-numbers"),
    ("電話", "03-1234-5678 平日のみ", FLAGGED, None, "contact-number-words"),
    ("電話", "+81-3-1234-5678", FLAGGED, "+81-3-1234-5678", "contact-abroad"),
    ("電話", "9012345678", REJECTED, None, "contact-zero-lost"),
    ("電話", "312345678", REJECTED, None, "contact-zero-lost"),
    ("電話", "9.01E+09", REJECTED, None, "contact-power"),
    ("電話", "03-1234-567", REJECTED, None, "contact-digits"),
    ("電話", "03-1234-56789", REJECTED, None, "contact-digits"),
    ("電話", "1234-5678", REJECTED, None, "contact-digits"),
    ("電話", "不明", REJECTED, None, "contact-no-number"),
    ("メール", "info@example.jp", OK, "info@example.jp", ""),
    ("メール", "info＠example.jp", NORMALISED, "info@example.jp", "contact-plain"),
    ("メール", "a..b@docomo.ne.jp", FLAGGED, "a..b@docomo.ne.jp", "contact-mail-dots"),
    ("メール", "a@b.jp, c@d.jp", FLAGGED, "a@b.jp, c@d.jp", "contact-two-mails"),
    ("メール", "info.example.jp", REJECTED, None, "contact-mail"),
    ("URL", "https://example.jp/a?b=1&c=2#d", OK, "https://example.jp/a?b=1&c=2#d", ""),
    ("URL", "example.jp/a", FLAGGED, "example.jp/a", "contact-url-no-scheme"),
    ("URL", "https://日本語.jp/", FLAGGED, "https://日本語.jp/", "contact-url-japanese"),
    ("URL", "HTTPS://EXAMPLE.JP", OK, "HTTPS://EXAMPLE.JP", ""),
    ("URL", "file:///etc/passwd", REJECTED, None, "contact-url-scheme"),
    ("URL", "javascript:alert(1)", REJECTED, None, "contact-url-scheme"),
    ("URL", "ftp://example.jp/", REJECTED, None, "contact-url-scheme"),
    ("URL", "https://example.jp/a b", REJECTED, None, "contact-url-space"),
    ("URL", "https://example.jp/ ", NORMALISED, "https://example.jp/", "contact-trimmed"),
    ("URL", "https://example.jp/" + "a" * 2000, REJECTED, None, "contact-long"),
    ("URL", "https://example.jp/" + "a" * 1500, REJECTED, None, "contact-url-long"),
    ("備考", "2025/4/1", OK, "2025/4/1", ""),
]
FIELD = {
    "支部コード": "id",
    "団体名": "name",
    "都道府県": "prefecture",
    "郵便番号": "postal",
    "住所": "address",
    "電話": "tel",
    "メール": "email",
    "URL": "url",
    "備考": "note",
}


@pytest.mark.parametrize(("header", "value", "verdict", "used", "code"), CASES)
def test_rule(
    tmp_path: Path, header: str, value: str, verdict: str, used: str | None, code: str
) -> None:
    (row,) = rows_of(tmp_path, [with_cell(header, value)])
    assert row.verdict == verdict, codes(row)
    assert not code or code in codes(row)
    assert code or not row.problems
    if used is not None:
        assert row.values[FIELD[header]] == used


def test_a_good_row_is_ok_and_keeps_every_value(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, [GOOD])
    assert (row.number, row.line, row.id, row.verdict, row.problems) == (1, 2, "t1", "ok", ())
    assert row.values == {
        field: cell for field, cell in zip(FIELD.values(), GOOD, strict=True) if cell
    }


def test_every_prefecture_is_known_short_and_long() -> None:
    assert len(PREFECTURES) == 47
    for name in PREFECTURES:
        assert prefecture_named(name) == name
        assert name == "北海道" or prefecture_named(name[:-1]) == name


@pytest.mark.parametrize(
    ("digits", "name"),
    [
        ("0600001", "北海道"),
        ("0640000", "北海道"),
        ("1000001", "東京都"),
        ("2200011", "神奈川県"),
        ("4980800", "三重県"),
        ("6180071", "京都府"),
        ("8115301", "長崎県"),
        ("8170021", "長崎県"),
        ("6850001", "島根県"),
        ("8710801", "福岡県"),
        ("9000001", "沖縄県"),
        ("9800001", "宮城県"),
    ],
)
def test_postcodes_lie_in_their_prefectures(digits: str, name: str) -> None:
    assert name in prefectures_of(digits)
