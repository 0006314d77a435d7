"""Addresses on the web as QR codes: which of them can be one.  Knows no symbol and no size."""

import re
from collections.abc import Iterator

from layout.document import Contact, Leaflet
from layout.problems import ERROR, WARNING, Problem, Source, problem

MOST_BYTES = 213
"""What the largest symbol holds that is drawn (ISO/IEC 18004: version 10 at level M)."""

_ADDRESS = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?", re.IGNORECASE)


def coded(contact: Contact) -> str | None:
    """The address that a contact shows as a QR code as well, as it is printed; None: none."""
    url = str(contact.url or "")
    usable = contact.qr is not False and _ADDRESS.fullmatch(url) and _fits(url)
    return url if usable else None


def check_links(leaflet: Leaflet) -> tuple[Problem, ...]:
    """What keeps addresses from being QR codes: an error where the author asks for one."""
    blocks = (*leaflet.body, *leaflet.back)
    contacts = (block for block in blocks if isinstance(block, Contact))
    return tuple(found for contact in contacts for found in _offences(contact))


def _offences(contact: Contact) -> Iterator[Problem]:
    if contact.qr is False:
        return
    url, wanted = str(contact.url or ""), contact.qr is True
    severity = ERROR if wanted else WARNING
    if not url:
        if wanted:
            yield problem("qr-without-url", contact.source)
    elif not _ADDRESS.fullmatch(url):
        if wanted:
            yield problem("qr-not-web", _source(contact), url=url)
    elif not _fits(url):
        length = len(url.encode("utf-8"))
        yield problem("qr-too-long", _source(contact), severity, length=length, most=MOST_BYTES)
    elif not url.isascii():
        yield problem("qr-not-ascii", _source(contact), WARNING, url=url)


def _source(contact: Contact) -> Source:
    return contact.url.source if contact.url is not None else contact.source


def _fits(url: str) -> bool:
    return len(url.encode("utf-8")) <= MOST_BYTES
