"""Which prefecture a Japanese postcode lies in, by its first digits.

The first two or three digits name the region of a sorting office (Japan Post).  Where a region
reaches over a border both prefectures are listed: this only serves to doubt, never to refuse.
"""

_BY_PREFIX = {
    "北海道": "00 04 05 06 07 08 09",
    "秋田県": "01",
    "岩手県": "02",
    "青森県": "03 0185501",
    "東京都": "10 11 12 13 14 15 16 17 18 19 20",
    "神奈川県": "21 22 23 24 25",
    "千葉県": "26 27 28 29",
    "茨城県": "30 31",
    "栃木県": "32",
    "埼玉県": "33 34 35 36",
    "群馬県": "37 3890121",
    "長野県": "38 39 94983",
    "山梨県": "40",
    "静岡県": "41 42 43",
    "愛知県": "44 45 46 47 48 49",
    "岐阜県": "50",
    "三重県": "51 49808",
    "滋賀県": "52",
    "大阪府": "53 54 55 56 57 58 59 618",
    "京都府": "60 61 62 52004 618",
    "奈良県": "63 64803 6471",
    "和歌山県": "64 6471",
    "兵庫県": "65 66 67",
    "鳥取県": "68",
    "島根県": "69 68401 68402 68403 68404 685",
    "岡山県": "70 71",
    "広島県": "72 73",
    "山口県": "74 75",
    "香川県": "76",
    "徳島県": "77",
    "高知県": "78",
    "愛媛県": "79",
    "福岡県": "80 81 82 83 87108 87109",
    "佐賀県": "84",
    "長崎県": "85 81151 81152 81153 81154 81155 81156 81157 817 84804",
    "熊本県": "86",
    "大分県": "87",
    "宮崎県": "88",
    "鹿児島県": "89",
    "沖縄県": "90",
    "福井県": "91 9220679",
    "石川県": "92",
    "富山県": "93",
    "新潟県": "94 95",
    "福島県": "96 97",
    "宮城県": "98",
    "山形県": "99",
}

PREFECTURES = tuple(_BY_PREFIX)

_UNASSIGNED = ("000", "909", "908")

_LONGEST = 7
_OWNERS: dict[str, tuple[str, ...]] = {}
for _prefecture, _prefixes in _BY_PREFIX.items():
    for _prefix in _prefixes.split():
        _OWNERS[_prefix] = (*_OWNERS.get(_prefix, ()), _prefecture)

_SHORT = {name[:-1]: name for name in PREFECTURES if name != "北海道"}


def prefectures_of(digits: str) -> tuple[str, ...]:
    """The prefectures in which a postcode of seven digits may lie; none if nobody has it."""
    if digits.startswith(_UNASSIGNED):
        return ()
    prefixes = (digits[:length] for length in range(_LONGEST, 1, -1))
    return next((_OWNERS[prefix] for prefix in prefixes if prefix in _OWNERS), ())


def prefecture_named(name: str) -> str:
    """The full name of a prefecture (東京 → 東京都); "" if there is none of this name."""
    return name if name in PREFECTURES else _SHORT.get(name, "")


def prefecture_in(address: str) -> str:
    """The prefecture an address begins with, "" if it names none."""
    if not address.startswith(PREFECTURES):
        return ""
    return next(name for name in PREFECTURES if address.startswith(name))
