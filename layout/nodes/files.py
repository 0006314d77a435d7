"""A file's bytes as text: encodings, line ends, and the characters YAML does not allow.

Guessing libraries fail on short files, so the order is fixed: byte order mark, UTF-8 to the
letter, the Windows code page of Japan to the letter, else an error that names the byte.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from layout.nodes.node import place
from layout.problems import NOTE, LeafletError, Problem, Source, problem
from layout.values import NamedTuple

LARGEST = 2_000_000
"""Bytes; the largest leaflet seen has 40,000."""

_REPORTED = 5
"""Forbidden characters told one by one; a file with more is no text."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_NAMES = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp932": "Shift_JIS (CP932)"}
_NAMES |= {"utf-32-le": "UTF-32", "utf-32-be": "UTF-32"}

_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MASKED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_MASK_BASE = 0x100000
_STRAY_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
"""What Python makes of bytes that CP932 leaves undefined."""

_UNMASKED = re.compile("[\U00100000-\U0010ffff]")


class FileText(NamedTuple):
    """A file's text and what was noticed in reading it."""

    text: str
    problems: tuple[Problem, ...]


def read_text(path: Path) -> FileText:
    """The text of a file, line ends ``\\n``, characters that YAML forbids masked.

    Raises LeafletError with exit code 6 if the file cannot be read and 3 if it is too large
    or in no known encoding.
    """
    name = str(path)
    encoding, text = _decode(read_bytes(path, LARGEST), name)
    notes = () if encoding == "utf-8" else (_encoding_note(encoding, name),)
    text = _with_plain_line_ends(text)
    found = tuple(_FORBIDDEN.finditer(text))
    problems = tuple(
        problem("control-character", place(name, text, m.start()), char=_code(m[0]))
        for m in found[:_REPORTED]
    )
    if len(found) > _REPORTED:
        raise LeafletError(problems, 3)
    return FileText(_MASKED.sub(_mask, text), notes + problems)


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file of at most so many.

    Raises LeafletError with exit code 6 if it cannot be read and 3 if it is too large.
    """
    with opened(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise LeafletError((problem("file-too-large", Source(str(path)), most=f"{most:,}"),), 3)
    return data


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The open file; what the system says against it is told as LeafletError (exit code 6)."""
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise _unreadable("file-missing", path) from None
    except PermissionError as error:
        # Windows says "permission denied" of a folder.
        code = "file-is-folder" if path.is_dir() else "file-forbidden"
        raise _unreadable(code, path) from error
    except IsADirectoryError:
        raise _unreadable("file-is-folder", path) from None
    except (OSError, ValueError) as error:
        found = problem("file-unreadable", Source(str(path)), path=path, reason=error)
        raise LeafletError((found,), 6) from error


def _unreadable(code: str, path: Path) -> LeafletError:
    return LeafletError((problem(code, Source(str(path)), path=path),), 6)


def _decode(data: bytes, name: str) -> tuple[str, str]:
    """The encoding and the text of a file's bytes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, _decode_marked(data, len(mark), encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data, error.start):
            raise _undecodable(name, data, error.start, "UTF-8") from None
        return "cp932", _decode_cp932(data, name)
    if _has_nuls_of_utf16(data):
        raise _undecodable(name, data, data.index(0), "UTF-16")
    return "utf-8", text


def _decode_marked(data: bytes, mark: int, encoding: str, name: str) -> str:
    try:
        return data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        likely = _NAMES.get(encoding, "UTF-8")
        raise _undecodable(name, data, mark + error.start, likely) from None


def _is_damaged_utf8(data: bytes, end: int) -> bool:
    """Whether so much of it is UTF-8 that the rest is damage, not another encoding."""
    return re.search(rb"[\xe0-\xf4][\x80-\xbf]{2}", data[:end]) is not None


def _has_nuls_of_utf16(data: bytes) -> bool:
    return max(data[::2].count(0), data[1::2].count(0)) > len(data) // 8


def _decode_cp932(data: bytes, name: str) -> str:
    """CP932 to the letter; EUC-JP passes for half-width kana in it and is told apart by them."""
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError as error:
        raise _undecodable(name, data, error.start, _guess(data)) from None
    stray = _STRAY_CP932.search(text)
    if stray:
        raise _undecodable(name, data, len(text[: stray.start()].encode("cp932")), _guess(data))
    kana = len(re.findall(r"[\uff61-\uff9f]", text))
    if kana * 2 > sum(char > "\x7f" for char in text) and _guess(data) == "EUC-JP":
        first = next(n for n, byte in enumerate(data) if byte > 0x7F)
        raise _undecodable(name, data, first, "EUC-JP")
    return text


def _guess(data: bytes) -> str:
    """What an undecodable file may be, for the message only."""
    if _has_nuls_of_utf16(data):
        return "UTF-16"
    try:
        data.decode("euc_jp")
    except UnicodeDecodeError:
        return "?"
    return "EUC-JP"


def _undecodable(name: str, data: bytes, index: int, likely: str) -> LeafletError:
    line = data.count(b"\n", 0, index) + 1
    value = f"0x{data[index]:02X}" if index < len(data) else ""
    found = problem(
        "file-encoding-unknown", Source(name, line), byte=index + 1, value=value, likely=likely
    )
    return LeafletError((found,), 3)


def _encoding_note(encoding: str, name: str) -> Problem:
    return problem("file-encoding", Source(name), NOTE, encoding=_NAMES[encoding])


def _with_plain_line_ends(text: str) -> str:
    """Line ends as ``\\n``; NEL and the Unicode separators only where the file has no others."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if "\n" in text else re.sub("[\x85\u2028\u2029]", "\n", text)


def _mask(match: re.Match[str]) -> str:
    return chr(_MASK_BASE + ord(match[0]))


def unmasked(text: str) -> str:
    """The characters themselves instead of the private ones that stood for them in parsing."""
    return _UNMASKED.sub(_unmask, text) if _UNMASKED.search(text) else text


def _unmask(match: re.Match[str]) -> str:
    char = chr(ord(match[0]) - _MASK_BASE)
    return char if _MASKED.match(char) else match[0]


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"
