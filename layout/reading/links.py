"""What in a contact can be followed: telephone numbers, addresses for mail and of the web.

Author text is data: only what has the very form of such an address becomes a link, and the
scheme is always one of ``tel``, ``mailto``, ``http`` and ``https``.
"""

import re
from collections.abc import Iterator

from layout.document import Text
from layout.reading.part import LINK, SPAN, Part

_NUMBER = (
    r"(?<![\d+])(?:\+\d{1,3}[-‐－ ]?)?\(?\d{1,5}\)?(?:[-‐－() ]{1,2}\d{1,5}){1,3}(?!\d)"
    r"|(?<!\d)0\d{9,10}(?!\d)"
)
_MAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_WEB = r"(?i:(https?)://)?((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::\d{1,5})?)([/?#][^\s<>\"{}|\\^`]*)?"
_HALF_WIDTH = str.maketrans("０１２３４５６７８９（）＋", "0123456789()+")


def telephone(text: Text) -> tuple[Part, ...]:
    """The text with its telephone numbers as links; numbers are as dialled in Japan.

    ITU-T E.164: ten or eleven digits from 0, or ``+`` and at most fifteen.
    """
    parts, end = list[Part](), 0
    for start, stop, target in _numbers(str(text)):
        parts += (_plain(text, end, start), Part(LINK, text.part(start, stop), target=target))
        end = stop
    return tuple(part for part in (*parts, _plain(text, end, len(text))) if part.text)


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    for found in re.finditer(_NUMBER, text.translate(_HALF_WIDTH)):
        digits = re.sub(r"\D", "", found[0])
        abroad = found[0].startswith("+")
        if (abroad and 8 <= len(digits) <= 15) or re.fullmatch(r"0\d{9,10}", digits):
            yield found.start(), found.end(), f"tel:{'+' * abroad}{digits}"


def _plain(text: Text, start: int, stop: int) -> Part:
    return Part(SPAN, text.part(start, stop))


def mail(text: Text) -> tuple[Part, ...]:
    """The text as a link where it is one address for mail (RFC 6068)."""
    if not re.fullmatch(_MAIL, text):
        return (Part(SPAN, text),)
    local, _, domain = text.partition("@")
    safe = re.sub(r"[^A-Za-z0-9._~+-]", lambda found: f"%{ord(found[0]):02X}", local)
    return (Part(LINK, text, target=f"mailto:{safe}@{domain}"),)


def web(text: Text) -> tuple[Part, ...]:
    """The text as a link where it is one address of the web; one without a scheme is https."""
    found = re.fullmatch(_WEB, text)
    if found is None:
        return (Part(SPAN, text),)
    scheme, host, rest = (found[1] or "https").lower(), found[2].lower(), found[3] or "/"
    return (Part(LINK, text, target=f"{scheme}://{host}{_encoded(rest)}"),)


def _encoded(rest: str) -> str:
    """What follows the host, with anything but the signs of an address as its bytes (RFC 3986)."""
    return re.sub(
        r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]|(?<=#)#",
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8")),
        rest,
    )
