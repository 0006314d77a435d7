"""The ZIP and XML of a workbook, read as a stream and never trusted.

Sizes are counted while parts are unpacked, a DOCTYPE (and with it every entity) is refused, and
what is no XLSX is told by name with the way to save it.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.parsers import expat

from layout.contacts.table import refused
from layout.problems import LeafletError, Source, problem

MOST_OF_SHEET = 400_000_000
MOST_OF_STRINGS = 200_000_000
MOST_OF_OTHERS = 20_000_000
"""Bytes of a part when unpacked: a sheet of 100,000 contacts has about 60,000,000."""

_PIECE = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def is_old_format(head: bytes) -> bool:
    """Whether a file is a container of the older Office (.xls, or a workbook with a password)."""
    return head.startswith(_OLE)


def refuse_old_format(path: Path) -> LeafletError:
    """What to say of such a file."""
    with path.open("rb") as file:
        held = file.read(1 << 22)
    source = Source(str(path))
    if _ENCRYPTED in held:
        return refused(problem("contacts-password", source))
    return refused(problem("contacts-xls", source))


class Archive:
    """An open workbook."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as error:
            raise self.damaged(error) from None
        self.names = frozenset(self._zip.namelist())

    def close(self) -> None:
        """Closes the file."""
        self._zip.close()

    def damaged(self, reason: object) -> LeafletError:
        """The error of a workbook that cannot be read."""
        return refused(problem("contacts-damaged", Source(str(self._path)), reason=reason))

    def parse(self, name: str, most: int, start: Start, end: End, text: Text) -> Iterator[None]:
        """Parses a part piece by piece, yielding after each; its elements go to the handlers."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        try:
            for piece in self._pieces(name, most):
                parser.Parse(piece)
                yield
            parser.Parse(b"", True)
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, KeyError) as error:
            raise self.damaged(f"{name}: {error}") from None
        except (RuntimeError, NotImplementedError, OSError, ValueError) as error:
            raise self.damaged(f"{name}: {error}") from None
        yield

    def parse_all(self, name: str, start: Start, end: End, text: Text) -> None:
        """Parses a small part to its end."""
        for _ in self.parse(name, MOST_OF_OTHERS, start, end, text):
            pass

    def _pieces(self, name: str, most: int) -> Iterator[bytes]:
        left = most
        with self._zip.open(name) as part:
            while piece := part.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    found = problem("contacts-bomb", Source(str(self._path)), part=name)
                    raise refused(found)
                yield piece

    def _refuse_doctype(self, *_: Any) -> None:
        raise refused(problem("contacts-doctype", Source(str(self._path))))


def local(name: str) -> str:
    """An element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]
