"""PDF objects, formatted by ReportLab's ``pdfdoc``.

``pdfdoc`` numbers and places objects when a document is saved, so it cannot keep a constant
beginning of a file.  Here an object has a name, names are numbered in the order given, and
each object is formatted by itself; the file about them is made in ``layout/pdf/file.py``.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence

from layout.pdf.door import pdfdoc

Named = tuple[str, pdfdoc.PDFObject]
"""An indirect object and the name by which others refer to it."""


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream with an end-of-line before ``endstream``, which ``pdfdoc`` leaves out.

    The data are deflated as hard as can be unless ``plain``: metadata must stay readable, and
    pictures come as their entries say.
    ``strategy``: how it is deflated (RFC 1951 leaves it open): ``Z_FILTERED`` makes pages, which
    are mostly digits, 3 % smaller.
    """

    def __init__(
        self,
        data: bytes,
        entries: Mapping[str, object],
        plain: bool = False,
        strategy: int = zlib.Z_DEFAULT_STRATEGY,
    ) -> None:
        self.data = data if plain else _deflated(data, strategy)
        coding = {} if plain else {"Filter": name("FlateDecode")}
        self.entries = {**entries, **coding, "Length": len(self.data)}

    def format(self, document: pdfdoc.PDFObject) -> bytes:
        head: bytes = dictionary(self.entries).format(document)
        return b"%b\nstream\n%b\nendstream" % (head, self.data)


def _deflated(data: bytes, strategy: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, strategy)
    return packer.compress(data) + packer.flush()


class _Numbered(pdfdoc.DummyDoc):  # type: ignore[misc]
    """All that ``pdfdoc`` asks of a document while it formats one object."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.idToObjectNumberAndVersion = {name: (number, 0) for name, number in numbers.items()}


def number_objects(names: Iterable[str]) -> dict[str, int]:
    """Object numbers from 1 in the order of the names."""
    return {name: number for number, name in enumerate(names, 1)}


def format_objects(objects: Sequence[Named], numbers: Mapping[str, int]) -> tuple[bytes, ...]:
    """Each object as it stands in the file, from ``n 0 obj`` to ``endobj``."""
    document = _Numbered(numbers)
    return tuple(
        pdfdoc.PDFIndirectObject(label, content).format(document) for label, content in objects
    )


def indirect(number: int, body: bytes) -> bytes:
    """An object of this number as it stands in a file, its body written already."""
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def dictionary(entries: Mapping[str, object]) -> pdfdoc.PDFDictionary:
    """A dictionary; its keys are written without their slash and in alphabetical order."""
    result = pdfdoc.PDFDictionary(entries)
    result.multiline = False
    return result


def array(values: Iterable[object]) -> pdfdoc.PDFArrayCompact:
    """An array; floats get six decimals at most."""
    return pdfdoc.PDFArrayCompact(values)


def name(value: str) -> str:
    """A name with its slash, characters outside ASCII and delimiters escaped."""
    return str(pdfdoc.PDFName(value))


def string(value: str) -> pdfdoc.PDFString:
    """A text string: PDFDocEncoding where that holds it, else UTF-16BE."""
    return pdfdoc.PDFString(value)


def reference(label: str) -> pdfdoc.PDFObjectReference:
    """A reference to the object of that name, which need not be numbered yet."""
    return pdfdoc.PDFObjectReference(label)


def raw(value: str) -> bytes:
    """Something written in PDF's own syntax already, such as an array of very many numbers."""
    return value.encode("ascii")


def registration_space() -> pdfdoc.PDFArrayCompact:
    """The separation All, which stands on every plate (ISO 32000-1 8.6.6.4)."""
    return separation("All", (1, 1, 1, 1))


def separation(ink: str, cmyk: Sequence[float]) -> pdfdoc.PDFArrayCompact:
    """A plate of its own; ``cmyk`` stands for its full tint where it cannot be had."""
    tint = {"FunctionType": 2, "N": 1, "Domain": array((0, 1))}
    ends = {"C0": array((0, 0, 0, 0)), "C1": array(cmyk)}
    function = dictionary({**tint, **ends})
    return array([name("Separation"), name(ink), name("DeviceCMYK"), function])


def boolean(value: bool) -> str:
    return str(pdfdoc.PDFtrue if value else pdfdoc.PDFfalse)


def overprinting(on: bool) -> pdfdoc.PDFDictionary:
    """Graphics state in which an ink leaves the plates it does not use as they are, or clears
    them (ISO 32000-1 8.6.7).  Mode 1: a process colour of 0 counts as not used."""
    return dictionary(
        {"Type": name("ExtGState"), "OP": boolean(on), "op": boolean(on), "OPM": int(on)}
    )
