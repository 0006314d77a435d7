"""The names people give to columns, and the fields they mean.

Names are compared without regard to width, case, spaces and signs (ＴＥＬ, Tel. and 電話 番号
are found); nothing of this touches what is printed.
"""

import re
from collections.abc import Sequence
from unicodedata import normalize

from layout.values import NamedTuple

FIELDS = (
    "id",
    "name",
    "office",
    "prefecture",
    "postal",
    "address",
    "tel",
    "fax",
    "email",
    "url",
    "note",
    "logo",
)
"""What the program itself knows of a contact; every other column is the author's own."""

_NAMES = {
    "id": "支部コード|ID|コード|番号|識別番号|支部番号|管理番号|code|支部ID",
    "name": "団体名|name|団体|名前|名称|組織名|組織|団体の名前|組合名|労組名|発行団体|氏名"
    "|organisation|organization",
    "office": "部署・役職|office|部署|役職|担当|事務局|担当部署|窓口|担当・事務局|部署名|所属"
    "|department|branch office",
    "prefecture": "都道府県|prefecture|都道府県名|県名|県|pref",
    "postal": "郵便番号|postal|〒|郵便|〒番号|postcode|postal code|zip|zip code",
    "address": "住所|address|所在地|住所1|住所①|所在地1|市区町村|address 1|address line 1",
    "address2": "住所2|住所②|所在地2|番地|丁目番地|町名番地|address 2|address line 2",
    "address3": "住所3|住所③|所在地3|建物名|建物|ビル名|address 3|address line 3|building",
    "tel": "電話|tel|電話番号|TEL番号|電話(代表)|代表電話|連絡先電話|telephone|phone|phone number",
    "fax": "FAX|ファックス|ファクス|FAX番号|ファックス番号|ファクス番号|ファクシミリ|facsimile",
    "email": "メール|email|メールアドレス|Eメール|電子メール|Eメールアドレス|電子メールアドレス"
    "|メアド|mail|mail address",
    "url": "URL|ホームページ|ウェブサイト|サイト|HP|ホームページURL|ウェブ|リンク|web|website"
    "|homepage|link",
    "note": "備考|note|注記|メモ|受付時間|摘要|注|notes|remarks",
    "logo": "ロゴ|logo|ロゴ画像|logo file",
}
"""The names by field; the first is the one that people are told."""

_YIELDING = {
    "支部": ("name", "office"),
    "支部名": ("name", "office"),
    "支部の名前": ("name", "office"),
}
"""Names that mean one field, or the next if another column is that already."""

_SIGNS = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """A header as it is compared: NFKC, small letters, neither spaces nor signs."""
    plain = normalize("NFKC", name).casefold()
    return _SIGNS.sub("", plain) or plain.strip()


_ALIASES = {folded(name): field for field, names in _NAMES.items() for name in names.split("|")}

KNOWN = tuple(names.split("|")[0] for names in _NAMES.values())
"""One name for each field, as a message lists them."""


class Column(NamedTuple):
    """A column: its index ``at``, its header as typed, the field it fills ("" for an empty one).

    ``part`` orders the columns that are joined to one field (住所1, 住所2); ``known`` is False
    for a column of the author's own, whose field is its header.
    """

    at: int
    header: str
    field: str
    part: int = 0
    known: bool = True


def knows(name: str) -> bool:
    """Whether a name is that of a field."""
    key = folded(name)
    return key in _ALIASES or key in _YIELDING


def columns_of(headers: Sequence[str]) -> tuple[Column, ...]:
    """The columns with these headers, in their order; doubles are for :func:`doubled` to find."""
    fields = [_ALIASES.get(folded(header), "") for header in headers]
    columns = []
    for index, (typed, field) in enumerate(zip(headers, fields, strict=True)):
        header = " ".join(typed.split())
        likely = _YIELDING.get(folded(header), ())
        if likely:
            field = next((one for one in likely if one not in fields), likely[0])
            fields[index] = field
        if field:
            base, part = field.rstrip("23"), int(field[-1]) if field[-1] in "23" else 1
            columns.append(Column(index, header, base, part))
        else:
            columns.append(Column(index, header, header, known=False))
    return tuple(columns)


def doubled(columns: Sequence[Column]) -> list[tuple[Column, Column]]:
    """Pairs of columns that mean the same."""
    first: dict[tuple[str, int], Column] = {}
    pairs = []
    for column in columns:
        if column.header:
            key = (column.field if column.known else folded(column.header), column.part)
            earlier = first.setdefault(key, column)
            if earlier is not column:
                pairs.append((earlier, column))
    return pairs


def near(header: str) -> str:
    """Known names that look like a header; "-" if none does."""
    from difflib import get_close_matches

    names = {folded(name): name for names in _NAMES.values() for name in names.split("|")}
    found = get_close_matches(folded(header), names, 3, 0.6)
    return ", ".join(names[key] for key in found) or "-"
