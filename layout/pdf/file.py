"""The frame of a PDF file: header, offsets, cross-reference table, trailer (ISO 32000-1 7.5).

What many files share stands first and is joined once (:class:`Constant`); a file is that and
the few objects of its own.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import accumulate

from layout.values import NamedTuple

UNNAMED = b"<xmpMM:DocumentID>uuid:00000000-0000-0000-0000-000000000000<"
"""The name of the document in metadata (xmpMM:DocumentID) until the file is put together."""


class Constant(NamedTuple):
    """The beginning of a file: header and objects 1 to n, where each begins, their digest.

    ``root`` and ``info`` are the numbers of the catalog and the information dictionary.
    """

    data: bytes
    offsets: tuple[int, ...]
    digest: bytes
    root: int
    info: int
    rows: bytes
    """The objects' rows in the cross-reference table."""


class Objects(NamedTuple):
    """A document as formatted objects, those that variants share first."""

    constant: Constant
    varying: tuple[bytes, ...]


def header(version: str) -> bytes:
    """The first lines of a file; four bytes above 127 tell transfer programs that it is binary
    (7.5.2)."""
    return b"%%PDF-%b\n%%\xe2\xe3\xcf\xd3\n" % version.encode("ascii")


def join_constant(version: str, objects: Sequence[bytes], root: int, info: int) -> Constant:
    """The beginning of every file that starts with these objects, numbered from 1."""
    first = header(version)
    data = first + b"".join(objects)
    offsets = tuple(accumulate(map(len, objects), initial=len(first)))[:-1]
    return Constant(data, offsets, sha256(data).digest(), root, info, _rows(offsets))


def _rows(offsets: Iterable[int]) -> bytes:
    return b"".join([b"%010d 00000 n \n" % offset for offset in offsets])


def assemble(constant: Constant, varying: Sequence[bytes]) -> bytes:
    """A whole file.  ``varying`` are the objects after the constant ones, in their order.

    The file's identifier is made from all its objects, so that it follows from the content
    and two files that differ have two.  :data:`UNNAMED` in metadata becomes the same.
    """
    body = b"".join(varying)
    places = accumulate(map(len, varying), initial=len(constant.data))
    *own, end = places
    identifier = sha256(constant.digest + body).hexdigest()[:32].encode("ascii")
    body = body.replace(UNNAMED, named(identifier), 1)
    size = len(constant.offsets) + len(own) + 1
    rows = constant.rows + _rows(own)
    return b"".join(
        (constant.data, body, _end(rows, size, constant.root, constant.info, identifier, end))
    )


def trailer(offsets: Sequence[int], root: int, info: int, identifier: bytes, at: int) -> bytes:
    """The end of a file from the cross-reference table on, which begins ``at``."""
    return _end(_rows(offsets), len(offsets) + 1, root, info, identifier, at)


def _end(rows: bytes, size: int, root: int, info: int, identifier: bytes, at: int) -> bytes:
    return b"".join(
        (
            b"xref\n0 %d\n0000000000 65535 f \n" % size,
            rows,
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R" % (size, root, info),
            b"/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n" % (identifier, identifier, at),
        )
    )


def named(identifier: bytes) -> bytes:
    """The name of the document in metadata, as long as :data:`UNNAMED` (RFC 9562, section 4)."""
    ends = (0, 8, 12, 16, 20, 32)
    parts = (identifier[start:end] for start, end in zip(ends, ends[1:], strict=False))
    return UNNAMED.partition(b"uuid:")[0] + b"uuid:" + b"-".join(parts) + b"<"
