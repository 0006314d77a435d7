"""Bytes to values: the lexical rules of ISO 32000-1 7.2 and 7.3.

Containers are read with a stack of their own, so that no nesting can exhaust Python's.
"""

import re

from layout.preflight.values import MalformedError, Name, Object, Ref, TooLargeError

DEEPEST = 256
"""Containers within containers; files of this world stay below thirty."""

_LONGEST_NUMBER = 40

TOKEN = re.compile(
    rb"[\0\t\n\f\r ]*+(?:%[^\r\n]*+[\0\t\n\f\r ]*+)*+"
    rb"(?:([+-]?(?:\d++\.?\d*+|\.\d++))(?=[\0\t\n\f\r ()<>\[\]{}/%]|$)"
    rb"|/([^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(<<|>>|\[|\]|\{|\})"
    rb"|\(([^()\\\r]*+)\)"
    rb"|<([^<>]*+)>"
    rb"|(\()"
    rb"|([^\0\t\n\f\r ()<>\[\]{}/%]+))"
)
NUMBER, NAME, MARK, PLAIN, HEXADECIMAL, OPENING, WORD = range(1, 8)
"""What a token is: the groups of ``TOKEN``."""

_WORDS = {b"true": True, b"false": False, b"null": None}
_REFERENCE = re.compile(rb"[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>\[\]{}/%])")
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_STRING_PART = re.compile(rb"[^()\\\r]+|\\([0-7]{1,3})|\\(\r\n|[\s\S])|\r\n?|[()]")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ESCAPES |= {b"\n": b"", b"\r": b"", b"\r\n": b""}
_NOT_HEXADECIMAL = re.compile(rb"[^0-9A-Fa-f]+")


def parse_value(data: bytes, at: int) -> tuple[Object, int]:
    """The value that begins at ``at`` (after space) and where it ends.

    Raises MalformedError where there is none, TooLargeError where it nests beyond ``DEEPEST``.
    """
    open_containers: list[tuple[bytes, list[Object]]] = []
    while True:
        match = TOKEN.match(data, at)
        if match is None:
            raise MalformedError(f"no value at {at}")
        at, kind, token = match.end(), match.lastindex, match[match.lastindex or 0]
        if kind == MARK and token in (b"[", b"<<"):
            if len(open_containers) >= DEEPEST:
                raise TooLargeError("nesting")
            open_containers.append((token, []))
            continue
        if kind == MARK:
            value = _closed(token, open_containers, at)
        elif kind == WORD and token == b"R" and open_containers:
            _refer(open_containers[-1][1])
            continue
        else:
            value, at = _simple(data, kind, token, at)
        if not open_containers:
            return _perhaps_reference(value, data, at)
        open_containers[-1][1].append(value)


def _closed(token: bytes, open_containers: list[tuple[bytes, list[Object]]], at: int) -> Object:
    """The array or dictionary that ends here."""
    if not open_containers or {b"]": b"[", b">>": b"<<"}.get(token) != open_containers[-1][0]:
        raise MalformedError(f"{token!r} at {at}")
    _, items = open_containers.pop()
    if token == b"]":
        return items
    return {
        key: value
        for key, value in zip(items[::2], items[1::2], strict=False)
        if isinstance(key, Name)
    }


def _refer(items: list[Object]) -> None:
    """``12 0 R``: the last two numbers of a container are one reference."""
    if len(items) < 2 or not isinstance(items[-1], int) or not isinstance(items[-2], int):
        raise MalformedError("R without numbers")
    generation, number = items.pop(), items.pop()
    items.append(Ref(number, generation))


def _perhaps_reference(value: Object, data: bytes, at: int) -> tuple[Object, int]:
    match = _REFERENCE.match(data, at) if type(value) is int else None
    return (Ref(value, int(match[1])), match.end()) if match else (value, at)


def _simple(data: bytes, kind: int | None, token: bytes, at: int) -> tuple[Object, int]:
    """A value that is no container."""
    if kind == NUMBER:
        return to_number(token), at
    if kind == NAME:
        return to_name(token), at
    if kind == PLAIN:
        return token, at
    if kind == HEXADECIMAL:
        return to_bytes(token), at
    if kind == OPENING:
        return read_string(data, at)
    if token in _WORDS:
        return _WORDS[token], at
    raise MalformedError(f"{token[:20]!r} at {at}")


def to_number(token: bytes) -> int | float:
    """A number's value; one of absurd length counts as 0."""
    if len(token) > _LONGEST_NUMBER:
        return 0
    return float(token) if b"." in token else int(token)


def to_name(token: bytes) -> Name:
    if b"#" in token:
        token = _HASH.sub(lambda match: bytes([int(match[1], 16)]), token)
    return Name(token.decode("utf-8", "surrogateescape"))


def to_bytes(digits: bytes) -> bytes:
    """A hexadecimal string's bytes; a missing last digit is 0."""
    digits = _NOT_HEXADECIMAL.sub(b"", digits)
    return bytes.fromhex((digits + b"0" if len(digits) & 1 else digits).decode("ascii"))


def read_string(data: bytes, at: int) -> tuple[bytes, int]:
    """A literal string whose parenthesis has just been opened, and where it ends."""
    parts: list[bytes] = []
    depth = 1
    while True:
        match = _STRING_PART.match(data, at)
        if match is None:
            raise MalformedError(f"string without end at {at}")
        at, part = match.end(), match[0]
        depth += (part == b"(") - (part == b")")
        if not depth:
            return b"".join(parts), at
        if match[1]:
            part = bytes([int(match[1], 8) & 255])
        elif match[2] is not None:
            part = _ESCAPES.get(match[2], match[2])
        elif part[:1] == b"\r":
            part = b"\n"
        parts.append(part)
