"""Which encoding a file of text has: found by trying, in a fixed order, never by guessing.

A byte order mark decides; else UTF-8 to the letter, else the Windows code page of Japan
(CP932) to the letter, else an error that names line and byte.  The file is read in pieces.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from layout.contacts.table import USAGE, refused
from layout.nodes.files import opened
from layout.problems import LeafletError, Source, problem
from layout.values import NamedTuple

CP932 = "cp932"

ENCODINGS = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    CP932,
    "euc_jp",
    "iso2022_jp",
    "gb18030",
    "euc_kr",
    "big5",
)
"""What can be asked for.  ``shift_jis`` means CP932: Python's own lacks ① ㈱ ～ 髙."""

_OTHER_NAMES = {"shift_jis": CP932, "sjis": CP932, "shiftjis": CP932, "windows-31j": CP932}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PIECE = 1 << 16
_LETTER = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ENOUGH = 4
"""So many letters of UTF-8 before a byte that is none: the file is damaged UTF-8, nothing else."""

_STRAY_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
"""What Python makes of bytes that CP932 leaves undefined."""

_JIS_SHIFT = re.compile(r"\x1b[$(][@A-Z]")


class _Failure(NamedTuple):
    """Where a file is not in an encoding: line, byte (both from 1), and the byte's value."""

    line: int
    byte: int
    value: str
    letters: int
    reason: str = ""


def find_encoding(path: Path, wanted: str | None) -> str:
    """The name of the codec that reads the file to its end.

    Raises LeafletError: exit code 2 for a ``wanted`` nobody knows, 3 where no encoding fits or
    the text holds NUL, 6 where the file cannot be read.
    """
    if wanted is not None:
        encoding = _known(wanted)
        _demand(path, encoding, encoding)
        return encoding
    with opened(path) as file:
        head = file.read(4)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if marked:
        _demand(path, marked, marked.removesuffix("-sig"))
        return marked
    failure = _try(path, "utf-8")
    if failure is None:
        return "utf-8"
    if failure.reason:
        raise _told(path, failure, "UTF-16" if failure.reason == "nul" else "ISO-2022-JP")
    other = _try(path, CP932) if failure.letters < _ENOUGH else failure
    if other is None:
        return CP932
    raise _told(path, *_likeliest(path, failure, other))


def _known(wanted: str) -> str:
    """The codec for a name a person typed."""
    name = _OTHER_NAMES.get(wanted.strip().lower(), wanted.strip().lower())
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError):
        found = ""
    if found not in ENCODINGS and found != "shift_jis":
        shown = ", ".join(ENCODINGS)
        raise refused(problem("contacts-encoding-unknown", name=wanted, known=shown), USAGE)
    return CP932 if found == "shift_jis" else found


def _demand(path: Path, encoding: str, likely: str) -> None:
    failure = _try(path, encoding)
    if failure is not None:
        raise _told(path, failure, likely.upper())


def _likeliest(path: Path, utf8: _Failure, cp932: _Failure) -> tuple[_Failure, str]:
    if utf8.letters:
        return utf8, "UTF-8"
    return cp932, "EUC-JP" if _try(path, "euc_jp") is None else "?"


def _told(path: Path, failure: _Failure, likely: str) -> LeafletError:
    source = Source(str(path), failure.line)
    if failure.reason == "escape":
        return refused(problem("contacts-iso2022", source))
    return refused(
        problem(
            "contacts-encoding",
            source,
            line=failure.line,
            byte=failure.byte,
            value=failure.value,
            likely=likely,
        )
    )


def _pieces(path: Path) -> Iterator[tuple[bytes, bool]]:
    with opened(path) as file:
        while piece := file.read(_PIECE):
            yield piece, False
        yield b"", True


def _try(path: Path, encoding: str) -> _Failure | None:
    """Why the file is not in an encoding; None if it is."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line, fed, letters, kana, wide = 1, 0, 0, 0, 0
    first: _Failure | None = None
    for piece, last in _pieces(path):
        try:
            text = decoder.decode(piece, last)
        except UnicodeDecodeError as error:
            data = bytes(error.object)
            good = data[: error.start]
            line += good.decode(encoding, "ignore").count("\n")
            at = fed + len(piece) - len(data) + error.start
            value = f"0x{data[error.start]:02X}" if error.start < len(data) else ""
            return _Failure(line, at + 1, value, letters + len(_LETTER.findall(good)))
        except UnicodeError:  # UTF-16 without its mark, where one is demanded
            return _Failure(1, 1, "", 0)
        if bad := _unfit(text, encoding):
            line += text.count("\n", 0, bad.start())
            at = fed + len(text[: bad.start()].encode(encoding, "replace"))
            reason = {"\0": "nul", "\x1b": "escape"}.get(bad[0][0], "")
            return _Failure(line, at + 1, f"0x{ord(bad[0][0]) & 255:02X}", letters, reason)
        if encoding == CP932 and not text.isascii():
            kana += len(re.findall("[\uff61-\uff9f]", text))
            wide += len(text) - len(text.encode("ascii", "ignore"))
            first = first or _Failure(line, fed + 1, "", 0)
        elif encoding == "utf-8":
            letters = min(letters + len(_LETTER.findall(piece)), _ENOUGH)
        line += text.count("\n")
        fed += len(piece)
    return first if first and _is_euc(path, kana, wide) else None


def _unfit(text: str, encoding: str) -> re.Match[str] | None:
    """What no list of contacts holds: NUL, shifts of ISO-2022-JP, bytes CP932 does not define."""
    if "\0" in text:
        return re.search("\0", text)
    if "\x1b" in text and (shift := _JIS_SHIFT.search(text)):
        return shift
    return _STRAY_CP932.search(text) if encoding == CP932 and not text.isascii() else None


def _is_euc(path: Path, kana: int, wide: int) -> bool:
    """EUC-JP passes for CP932 full of half-width kana; it is told by them."""
    return kana * 2 > wide and _try(path, "euc_jp") is None
