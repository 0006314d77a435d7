"""Pictures of finished pages, for looking at before printing.  The only door to pypdfium2."""

from collections.abc import Iterator
from struct import pack
from typing import Any
from zlib import compress, crc32

from layout.problems import LeafletError, problem

_POINTS_PER_INCH = 72
_PER_METRE = 1 / 0.0254
_TRUE_COLOUR = 2


def page_images(pdf: bytes, dpi: int) -> Iterator[bytes]:
    """Every page as a PNG file of ``dpi`` pixels per inch.

    Raises LeafletError (exit code 2) where pypdfium2 is not installed: it is optional.
    """
    try:
        import pypdfium2
    except ImportError:
        raise LeafletError((problem("preview-unavailable"),), 2) from None
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield _png(page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True), dpi)
    finally:
        document.close()


def _png(bitmap: Any, dpi: int) -> bytes:
    """A bitmap of red, green and blue bytes as PNG (ISO/IEC 15948), no filter."""
    width, height, used = bitmap.width, bitmap.height, bitmap.width * 3
    rows = memoryview(bitmap.buffer).cast("B")
    lines = (
        rows[start : start + used] for start in range(0, height * bitmap.stride, bitmap.stride)
    )
    pixels = b"".join(b"\0" + bytes(line) for line in lines)
    density = round(dpi * _PER_METRE)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, _TRUE_COLOUR, 0, 0, 0)),
            _chunk(b"pHYs", pack(">IIB", density, density, 1)),
            _chunk(b"IDAT", compress(pixels)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
