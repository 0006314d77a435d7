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
    """Every page as a PNG file of ``dpi`` pixels per inch; raises as :func:`rendered` does."""
    for width, height, pixels in rendered(pdf, dpi):
        yield _png(width, height, pixels, dpi)


def rendered(pdf: bytes, dpi: int) -> Iterator[tuple[int, int, bytes]]:
    """Every page: its width and height in pixels, and their bytes of red, green and blue.

    Raises LeafletError (exit code 2) where pypdfium2 is not installed: it is optional.
    """
    try:
        import pypdfium2
    except ImportError:
        raise LeafletError((problem("preview-unavailable"),), 2) from None
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True)
            yield bitmap.width, bitmap.height, _pixels(bitmap)
    finally:
        document.close()


def _pixels(bitmap: Any) -> bytes:
    """The rows of a bitmap without what stands between them."""
    used, rows = bitmap.width * 3, memoryview(bitmap.buffer).cast("B")
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    return b"".join([rows[start : start + used] for start in starts])


def _png(width: int, height: int, pixels: bytes, dpi: int) -> bytes:
    """Red, green and blue bytes as PNG (ISO/IEC 15948), no filter."""
    used = width * 3
    lines = (pixels[start : start + used] for start in range(0, height * used, used))
    pixels = b"".join([b"\0" + line for line in lines])
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
