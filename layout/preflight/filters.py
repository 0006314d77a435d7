"""Undoing the filters of streams (ISO 32000-1 7.4), never beyond a limit.

Image formats (DCT, JPX, CCITT, JBIG2) are left as they are: no rule looks at their pixels here.
"""

import re
import zlib
from collections.abc import Callable

from layout.preflight.values import MalformedError, Name, Object, TooLargeError, number

LARGEST = 256 << 20
"""Bytes that one stream may become: an A3 picture in CMYK at 400 ppi takes 120 MB."""

IMAGE_FILTERS = frozenset(("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"))

SHORT_NAMES = {
    "AHx": "ASCIIHexDecode",
    "A85": "ASCII85Decode",
    "LZW": "LZWDecode",
    "Fl": "FlateDecode",
    "RL": "RunLengthDecode",
    "CCF": "CCITTFaxDecode",
    "DCT": "DCTDecode",
}
"""What inline images may say (ISO 32000-1 8.9.7)."""

FORBIDDEN_FILTERS = {"LZWDecode": "F3.lzw", "JBIG2Decode": "F3.jbig2", "JPXDecode": "F3.jpx"}
"""The rule that a filter breaks, where the standard judges that rule at all."""

_SPACE = re.compile(rb"[\0\t\n\f\r ]+")


def unfilter(raw: bytes, names: list[str], parameters: list[dict[str, Object]]) -> bytes:
    """The bytes with every filter undone up to an image's own, in order.

    Raises MalformedError (broken or unknown) and TooLargeError (more than ``LARGEST``).
    """
    for name, settings in zip(names, parameters, strict=True):
        full = SHORT_NAMES.get(name, name)
        if full in IMAGE_FILTERS:
            return raw
        if full == "Crypt" and settings.get("Name", "Identity") == "Identity":
            continue
        if full not in _DECODERS:
            raise MalformedError(f"filter {name}")
        raw = _DECODERS[full](raw, settings)
        if len(raw) > LARGEST:
            raise TooLargeError(full)
    return raw


def _flate(raw: bytes, settings: dict[str, Object]) -> bytes:
    decoder = zlib.decompressobj()
    try:
        data = decoder.decompress(raw, LARGEST + 1)
    except zlib.error as error:
        data = _salvaged(raw)
        if not data:
            raise MalformedError(str(error)) from None
    if len(data) > LARGEST:
        raise TooLargeError("FlateDecode")
    return _unpredicted(data, settings)


def _salvaged(raw: bytes) -> bytes:
    """What can be had of a damaged deflate stream, byte by byte; empty if nothing."""
    decoder, parts, total = zlib.decompressobj(), [], 0
    try:
        for at in range(0, len(raw), 256):
            parts.append(decoder.decompress(raw[at : at + 256], LARGEST))
            total += len(parts[-1])
            if total > LARGEST:
                raise TooLargeError("FlateDecode")
    except zlib.error:
        pass
    return b"".join(parts)


def _lzw(raw: bytes, settings: dict[str, Object]) -> bytes:
    early = int(number(settings.get("EarlyChange"), 1))
    out, size = [], 0
    table: list[bytes] = []
    previous = b""
    bits, held, width = 0, 0, 9
    for byte in raw:
        bits, held = (bits << 8 | byte) & 0xFFFFFF, held + 8
        if held < width:
            continue
        held -= width
        code = bits >> held & ((1 << width) - 1)
        if code == 257:
            break
        if code == 256:
            table, width, previous = [bytes([value]) for value in range(256)] + [b"", b""], 9, b""
            continue
        if not table:
            table = [bytes([value]) for value in range(256)] + [b"", b""]
        if code > len(table) or (code == len(table) and not previous):
            raise MalformedError("LZWDecode")
        entry = table[code] if code < len(table) else previous + previous[:1]
        if previous and len(table) < 4096:
            table.append(previous + entry[:1])
        out.append(entry)
        size += len(entry)
        if size > LARGEST:
            raise TooLargeError("LZWDecode")
        previous = entry
        width = min(12, max(9, (len(table) + early).bit_length()))
    return _unpredicted(b"".join(out), settings)


def _ascii85(raw: bytes, _: dict[str, Object]) -> bytes:
    from base64 import a85decode

    digits = _SPACE.sub(b"", raw).partition(b"~")[0]
    try:
        return a85decode(digits)
    except ValueError as error:
        raise MalformedError(str(error)) from None


def _ascii_hex(raw: bytes, _: dict[str, Object]) -> bytes:
    digits = _SPACE.sub(b"", raw).partition(b">")[0]
    try:
        return bytes.fromhex((digits + b"0" * (len(digits) & 1)).decode("ascii"))
    except ValueError as error:
        raise MalformedError(str(error)) from None


def _run_length(raw: bytes, _: dict[str, Object]) -> bytes:
    parts, at, size = [], 0, 0
    while at < len(raw) and raw[at] != 128:
        length = raw[at]
        if length < 128:
            parts.append(raw[at + 1 : at + 2 + length])
            at += length + 2
        else:
            parts.append(raw[at + 1 : at + 2] * (257 - length))
            at += 2
        size += len(parts[-1])
        if size > LARGEST:
            raise TooLargeError("RunLengthDecode")
    return b"".join(parts)


_DECODERS: dict[str, Callable[[bytes, dict[str, Object]], bytes]] = {
    "FlateDecode": _flate,
    "LZWDecode": _lzw,
    "ASCII85Decode": _ascii85,
    "ASCIIHexDecode": _ascii_hex,
    "RunLengthDecode": _run_length,
}


def _unpredicted(data: bytes, settings: dict[str, Object]) -> bytes:
    """Undoes the predictor (ISO 32000-1 7.4.4.4)."""
    predictor = int(number(settings.get("Predictor"), 1))
    if predictor < 2:
        return data
    colours = int(number(settings.get("Colors"), 1))
    bits = int(number(settings.get("BitsPerComponent"), 8))
    columns = int(number(settings.get("Columns"), 1))
    row = (colours * bits * columns + 7) // 8
    step = max(1, colours * bits // 8)
    if not 0 < row <= LARGEST or min(colours, bits) < 1:
        raise MalformedError("predictor")
    return _png(data, row, step) if predictor >= 10 else _tiff(data, row, step, bits)


def _tiff(data: bytes, row: int, step: int, bits: int) -> bytes:
    if bits != 8:
        return data
    out = bytearray(data)
    for start in range(0, len(out), row):
        for at in range(start + step, min(start + row, len(out))):
            out[at] = (out[at] + out[at - step]) & 255
    return bytes(out)


def _png(data: bytes, row: int, step: int) -> bytes:
    out = bytearray()
    above = bytearray(min(row, len(data)))
    for start in range(0, len(data), row + 1):
        line = bytearray(data[start + 1 : start + 1 + row].ljust(len(above), b"\0"))
        _undo_row(data[start], line, above, step)
        out += line
        above = line
    return bytes(out)


def _undo_row(kind: int, line: bytearray, above: bytearray, step: int) -> None:
    """One row of a PNG predictor, in place."""
    if kind == 2:
        line[:] = bytes([(a + b) & 255 for a, b in zip(line, above, strict=True)])
        return
    if kind == 0:
        return
    for at in range(len(line)):
        left = line[at - step] if at >= step else 0
        corner = above[at - step] if at >= step else 0
        guess = (left, left, 0, (left + above[at]) // 2, _paeth(left, above[at], corner))
        line[at] = (line[at] + guess[min(kind, 4)]) & 255


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    distances = (abs(guess - left), abs(guess - up), abs(guess - corner))
    return (left, up, corner)[distances.index(min(distances))]


def filters_of(entries: dict[str, Object]) -> list[str]:
    """The names of a stream's filters in order (values already resolved)."""
    named = entries.get("Filter", entries.get("F"))
    listed = named if isinstance(named, list) else [named]
    return [str(name) for name in listed if isinstance(name, Name)]
