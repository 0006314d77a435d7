"""The rule of each field: what is taken as typed, what is mended, doubted, refused.

Each rule is a function from a cleaned text and its kind (see ``table``) to a value with
findings; its docstring is the table of the rule.  Whatever fits no rule is kept as typed.
"""

import re
from collections.abc import Callable
from pathlib import Path

from layout.contacts.cells import as_text, as_words, narrow
from layout.contacts.findings import Judged, changed, doubted, rejected
from layout.contacts.phones import telephone
from layout.contacts.postcodes import prefecture_named
from layout.outputs import safe_stem

Rule = Callable[[str, str], Judged]

_USUAL_ID = re.compile(r"(?:[A-Za-z]{1,20}[-_]?)?[0-9]{2,40}")
"""Safe in every file name: no device has a number of two digits."""

_POSTCODE = re.compile(r"[0-9]{3}-[0-9]{4}")
_SIGNS = re.compile("[〒\\s\\-‐‑‒–—―−－ー─ｰ]")
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−－ー─ｰ", "-"))
_MAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)
_BETWEEN_MAILS = re.compile(r"[\s,;/、・]+|または")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ADDRESS_OF_WEB = re.compile(
    r"(?i:https?://)?[^\s/?#:@]+\.[^\s/?#:@]+(?::[0-9]{1,5})?(?:[/?#]\S*)?"
)
LONGEST_URL = 1000
"""Characters; more is no address that a reader could type or a QR code hold on a leaflet."""

_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".tif", ".tiff")


def identity(value: str, kind: str) -> Judged:
    """| typed | verdict |
    |---|---|
    | tokyo-01, 東京01 | ok |
    | ＴＯＫＹＯ－０１ | normalised |
    | what is no file name anywhere (../x, CON, a:b) | flagged: the file gets another name |
    | 1月2日, 1.2E+05 | rejected |
    """
    lost = as_text(value, kind)
    if lost.findings:
        return lost
    if _USUAL_ID.fullmatch(value):
        return lost
    plain = narrow(value).translate(_HYPHENS)
    if plain != value and plain.isascii():
        return changed("contact-plain", plain)
    return doubted("contact-id-unsafe", value) if value and safe_stem(value) != value else lost


def postcode(value: str, kind: str) -> Judged:
    """| typed | verdict |
    |---|---|
    | 100-0001 | ok |
    | 1000001, １００－０００１, 〒100-0001 | normalised |
    | its hyphen elsewhere (1000-001) | flagged, printed 100-0001 |
    | 600001 (Excel took the 0), five digits, eight, words | rejected |
    """
    if _POSTCODE.fullmatch(value):
        return Judged(value)
    lost = as_text(value, kind)
    if lost.findings:
        return lost
    plain = narrow(value)
    digits = _SIGNS.sub("", plain)
    if not re.fullmatch("[0-9]+", digits):
        return rejected("contact-postcode", value, digits="?")
    if len(digits) in (5, 6):
        return rejected("contact-postcode-zero", value, digits=str(len(digits)))
    if len(digits) != 7:
        return rejected("contact-postcode", value, digits=str(len(digits)))
    good = f"{digits[:3]}-{digits[3:]}"
    groups = re.findall("[0-9]+", plain)
    if len(groups) > 1 and len(groups[0]) != 3:
        return doubted("contact-postcode-groups", good, used=good)
    return changed("contact-postcode-form", good)


def prefecture(value: str, kind: str) -> Judged:
    """| typed | verdict |
    |---|---|
    | 東京都, 北海道 | ok |
    | 東京, 京都 | normalised: 東京都, 京都府 |
    | no prefecture of Japan | flagged |
    """
    full = prefecture_named("".join(value.split()))
    if full:
        return Judged(value) if full == value else changed("contact-prefecture-form", full)
    lost = as_text(value, kind)
    return lost if lost.findings else doubted("contact-prefecture-unknown", value)


def mail(value: str, kind: str) -> Judged:
    """| typed | verdict |
    |---|---|
    | info@example.jp | ok |
    | ｉｎｆｏ＠example.jp | normalised |
    | two addresses; dots side by side | flagged |
    | no address | rejected |
    """
    lost = as_text(value, kind)
    if lost.findings:
        return lost
    plain = narrow(value)
    if not all(_MAIL.fullmatch(part) for part in _BETWEEN_MAILS.split(plain)):
        return rejected("contact-mail", value)
    if _BETWEEN_MAILS.search(plain):
        return doubted("contact-two-mails", plain)
    local = plain.partition("@")[0]
    if ".." in local or local.startswith(".") or local.endswith("."):
        return doubted("contact-mail-dots", plain)
    return Judged(plain) if plain == value else changed("contact-plain", plain)


def web(value: str, kind: str) -> Judged:
    """| typed | verdict |
    |---|---|
    | https://example.jp/ | ok |
    | ｈｔｔｐｓ：／／… | normalised |
    | no scheme; a Japanese host or path | flagged |
    | javascript:, ftp: and all but http(s); spaces; no host; over 1,000 characters | rejected |
    """
    plain = narrow(value) if narrow(value).isascii() else value
    if len(plain) > LONGEST_URL:
        return rejected("contact-url-long", value[:80], most=str(LONGEST_URL))
    if re.search(r"\s", plain):
        return rejected("contact-url-space", value)
    scheme = _SCHEME.match(plain)
    port = scheme and re.match(r"[0-9]{1,5}(?:[/?#]|$)", plain[scheme.end() :])
    if scheme and scheme[1].lower() not in ("http", "https") and not port:
        return rejected("contact-url-scheme", value, scheme=scheme[1])
    if kind or not _ADDRESS_OF_WEB.fullmatch(plain):
        return rejected("contact-url", value)
    if not plain.isascii():
        return doubted("contact-url-japanese", plain)
    if not scheme or port:
        return doubted("contact-url-no-scheme", plain)
    return Judged(plain) if plain == value else changed("contact-plain", plain)


def picture(value: str, root: Path) -> Judged:
    """| typed | verdict |
    |---|---|
    | logos/tokyo.png, a file inside the project | ok |
    | a way out of the project, an address, no picture | rejected |
    """
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\~]", value) or "\\" in value or "\0" in value:
        return rejected("contact-logo-outside", value)
    try:
        found = (root / value).resolve()
        inside = found.is_relative_to(root.resolve())
        there = inside and found.is_file()
    except (OSError, ValueError):  # a name too long for the system, or no name at all
        inside, there = True, False
    if not inside:
        return rejected("contact-logo-outside", value)
    if not there or found.suffix.lower() not in _PICTURES:
        return rejected("contact-logo-missing", value)
    return Judged(value)


RULES: dict[str, Rule] = {
    "id": identity,
    "name": as_text,
    "office": as_text,
    "prefecture": prefecture,
    "postal": postcode,
    "address": as_text,
    "tel": telephone,
    "fax": telephone,
    "email": mail,
    "url": web,
    "note": as_words,
}
"""By field; ``logo`` needs the project's folder besides, a column of the author's own is words."""
