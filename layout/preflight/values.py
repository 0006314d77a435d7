"""The values of a PDF file as Python sees them (ISO 32000-1 7.3).

Numbers, truths and null are Python's own, strings are ``bytes``, names :class:`Name`, arrays
lists and dictionaries ``dict`` from key to value.  What is read is never changed.
"""

from typing import Any, TypeAlias

from layout.values import NamedTuple

Object: TypeAlias = Any
"""Any of these; whoever reads a file of unknown make must look what came."""


class Name(str):
    """A name without its solidus, ``#xx`` undone."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an indirect object."""

    number: int
    generation: int


class Stream(NamedTuple):
    """A stream: its dictionary and the bytes as they stand in the file."""

    entries: dict[str, Object]
    raw: bytes


class MalformedError(Exception):
    """Bytes that are not the value they should be."""


class TooLargeError(Exception):
    """Something that would grow or nest beyond all use (see ``limits`` in each module)."""


def number(value: Object, default: float = 0.0) -> float:
    """A number, or ``default`` for anything else (a truth is no number)."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return default


def text_of(value: Object) -> str | None:
    """A text string (ISO 32000-1 7.9.2.2): UTF-16 or UTF-8 by its mark, else Latin letters."""
    if not isinstance(value, bytes):
        return None
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        return value.decode("utf-16", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")
