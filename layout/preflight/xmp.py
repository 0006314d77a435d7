"""XMP packets read without an XML parser (ISO 16684-1): simple properties by prefix and name.

Property elements, attributes of descriptions and the first item of arrays are found; the usual
prefixes are taken for their namespaces, whatever a file calls them.  No entity but XML's own
five is ever expanded.
"""

import re

from layout.preflight.file import File
from layout.preflight.values import MalformedError, Stream, TooLargeError

LARGEST = 4 << 20

_PREFIXES = {
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
}
_NAMESPACE = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")
_ELEMENT = re.compile(r"<([\w.-]+):([\w.-]+)(?:\s[^<>]*)?>([^<]*)(?=<)")
_ARRAY = re.compile(
    r"<([\w.-]+):([\w.-]+)(?:\s[^<>]*)?>\s*<rdf:(?:Alt|Bag|Seq)\s*>\s*<rdf:li[^<>]*>([^<]*)<"
)
_ATTRIBUTE = re.compile(r"\s([\w.-]+):([\w.-]+)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
_TAG = re.compile(r"<(/?)([\w:.-]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_LITERAL = re.compile(r"<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?[T ]?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?"
    r"(?:(Z)|([-+])(\d\d)[:']?(\d\d)?'?)?"
)


def read_xmp(file: File) -> dict[str, str]:
    """The properties of the document's metadata, as ``dc:title``; empty if there are none."""
    stream = file.get(file.dictionary(file.trailer.get("Root")), "Metadata")
    if not isinstance(stream, Stream):
        return {}
    try:
        data = file.content(stream)
    except (MalformedError, TooLargeError):
        return {}
    return parse_xmp(data) if len(data) <= LARGEST else {}


def parse_xmp(data: bytes) -> dict[str, str]:
    """The properties of a packet; none of one whose elements do not close in order."""
    encoding = "utf-16" if data[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8-sig"
    text = _COMMENT.sub("", data.decode(encoding, "replace"))
    if not _closed(text):
        return {}
    usual = {prefix: _PREFIXES.get(uri, prefix) for prefix, uri in _NAMESPACE.findall(text)}
    found: dict[str, str] = {}
    for prefix, name, first, second in _ATTRIBUTE.findall(text):
        found.setdefault(f"{usual.get(prefix, prefix)}:{name}", _plain(first or second))
    for pattern in (_ARRAY, _ELEMENT):
        for prefix, name, value in pattern.findall(text):
            if value.strip():
                found.setdefault(f"{usual.get(prefix, prefix)}:{name}", _plain(value))
    return found


def _closed(text: str) -> bool:
    """Whether every element is closed where XML asks it to be."""
    open_: list[str] = []
    for closing, name, rest in _TAG.findall(_LITERAL.sub("", text)):
        if not closing and not rest.endswith("/"):
            open_.append(name)
        elif closing and (not open_ or open_.pop() != name):
            return False
    return not open_


def _plain(text: str) -> str:
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return text.strip()


def moment(text: str) -> int | None:
    """A date of either kind in minutes since a fixed day; None if it is none."""
    match = _DATE.match(text.strip())
    if match is None:
        return None
    from datetime import date

    year, month, day, hour, minute = (int(match[group] or 0) for group in range(1, 6))
    try:
        days = date(year, month or 1, day or 1).toordinal()
    except ValueError:
        return None
    offset = int(match[9] or 0) * 60 + int(match[10] or 0)
    return days * 1440 + hour * 60 + minute - (offset if match[8] == "+" else -offset)
