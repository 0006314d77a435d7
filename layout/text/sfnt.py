"""A font file as a container: what it is, which tables it has, what is wrong with it.

HarfBuzz reads a damaged file as an empty font without a word; a person who saved a web page
under the name of a font must be told so.  Reads the first kilobyte and the directory only.
"""

from pathlib import Path

from layout.problems import LeafletError, Problem, Source
from layout.values import NamedTuple

FONT_EXIT = 5
"""Exit code of everything that is wrong with a font or a glyph."""

_UNREADABLE_EXIT = 6
_OUTLINES = (frozenset({"glyf", "loca"}), frozenset({"CFF "}), frozenset({"CFF2"}))
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_DIRECTORY = 12 + 16 * 256


class Sfnt(NamedTuple):
    """A sound OpenType face: its tables' places in the file (offset and length in bytes)."""

    path: Path
    number: int
    tables: dict[str, tuple[int, int]]


def font_error(
    code: str, path: Path, exit_code: int = FONT_EXIT, **arguments: object
) -> LeafletError:
    """A problem with the font file, to be raised."""
    told = {"file": path.name, "path": path, **arguments}
    filled = tuple((name, str(value)) for name, value in told.items())
    found = Problem(code, source=Source(str(path)), arguments=filled)
    return LeafletError((found,), exit_code)


def read_sfnt(path: Path, number: int | None = None) -> Sfnt:
    """The tables of a face; ``number`` picks a face of a collection (counted from 0).

    Raises LeafletError (exit 5) saying why the file cannot be used: no such file, not a font,
    a web font, a collection of which no face was picked, cut off, without the tables that text
    needs.  (OpenType 1.9, "Organization of an OpenType Font"; "Font Collections".)
    """
    start, size = _read_start(path)
    _check_kind(path, start)
    if start[:4] == b"ttcf":
        offset = _collection_offset(path, start, number)
    elif number:
        raise font_error("font-number", path, number=number, faces="0")
    else:
        offset = 0
    tables = _directory(path, offset, size)
    _check_tables(path, tables)
    return Sfnt(path, number or 0, tables)


def count_faces(path: Path) -> int:
    """How many faces the file holds: more than one only in a collection."""
    start, _ = _read_start(path)
    return _number(start, 8, 4) if start[:4] == b"ttcf" else 1


def _read_start(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            start = file.read(1024)
            return start, file.seek(0, 2)
    except FileNotFoundError:
        raise font_error("font-file-missing", path) from None
    except OSError as error:
        raise font_error(
            "font-unreadable", path, _UNREADABLE_EXIT, reason=error.strerror or error
        ) from None


def _check_kind(path: Path, start: bytes) -> None:
    kind = start[:4]
    if kind in (b"\0\1\0\0", b"OTTO", b"true", b"ttcf"):
        return
    if kind in (b"wOFF", b"wOF2"):
        raise font_error("font-web", path, kind={b"wOFF": "WOFF", b"wOF2": "WOFF2"}[kind])
    raise font_error("font-not-a-font", path, found=_guess(start))


def _guess(start: bytes) -> str:
    """What a file that is no font seems to be."""
    if not start:
        return "0 bytes"
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return "HTML/XML"
    for signature, name in ((b"PK", "ZIP"), (b"%PDF", "PDF"), (b"%!", "PostScript")):
        if start.startswith(signature):
            return name
    return start[:4].hex(" ")


def _collection_offset(path: Path, start: bytes, number: int | None) -> int:
    count = _number(start, 8, 4)
    if number is None:
        raise font_error("font-collection", path, faces=f"0–{count - 1}")
    if number >= count:
        raise font_error("font-number", path, number=number, faces=f"0–{count - 1}")
    return _number(start, 12 + 4 * number, 4)


def _directory(path: Path, offset: int, size: int) -> dict[str, tuple[int, int]]:
    with path.open("rb") as file:
        file.seek(offset)
        directory = file.read(_DIRECTORY)
    count = _number(directory, 4, 2)
    if len(directory) < 12 + 16 * count:
        raise font_error("font-truncated", path, expected=offset + 12 + 16 * count, size=size)
    records = [directory[at : at + 16] for at in range(12, 12 + 16 * count, 16)]
    tables = {
        record[:4].decode("latin-1"): (_number(record, 8, 4), _number(record, 12, 4))
        for record in records
    }
    expected = max((place + length for place, length in tables.values()), default=0)
    if expected > size:
        raise font_error("font-truncated", path, expected=expected, size=size)
    return tables


def _check_tables(path: Path, tables: dict[str, tuple[int, int]]) -> None:
    missing = [tag for tag in _NEEDED if tag not in tables]
    if not any(outlines <= tables.keys() for outlines in _OUTLINES):
        missing.append("glyf/CFF")
    if missing:
        raise font_error("font-tables-missing", path, tables=", ".join(missing))


def _number(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "big")
