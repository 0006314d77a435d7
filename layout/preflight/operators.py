"""Content streams as operators with their operands (ISO 32000-1 7.8.2, Annex A)."""

import re
from collections.abc import Iterator

from layout.preflight.syntax import parse_value, read_string, to_bytes, to_name
from layout.preflight.values import MalformedError, Name, Object

_SPACE = rb"[\0\t\n\f\r ]"
_TOKEN = re.compile(
    rb"[\0\t\n\f\r ]*+(?:%[^\r\n]*+[\0\t\n\f\r ]*+)*+"
    rb"(?:((?:(?:[-+]?[\d.]++[\0\t\n\f\r ]++){2,6}+[mlcvy][\0\t\n\f\r ]++|h[\0\t\n\f\r ]++)++)"
    rb"|((?:[-+]?[\d.]++(?:[\0\t\n\f\r ]++|(?=[A-Za-z'\"/<(\[\]%]|$)))++)"
    rb"|/([^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|\[((?:[\0\t\n\f\r ]*+(?:<[0-9A-Fa-f]*+>|[-+]?[\d.]++))*+)[\0\t\n\f\r ]*+\]"
    rb"|\(([^()\\\r]*+)\)"
    rb"|<([0-9A-Fa-f]*+)>"
    rb"|(<<|\[)"
    rb"|(\()"
    rb"|([^\0\t\n\f\r ()<>\[\]{}/%]+)"
    rb"|([^\0\t\n\f\r ]))",
    re.DOTALL,
)
_PATH, _NUMBERS, _NAME, _ARRAY, _PLAIN = range(1, 6)
_HEXADECIMAL, _CONTAINER, _OPENING, _WORD, _STRAY = range(6, 11)
PATH = "m l c"
"""What a run of operators that build a path comes as: with the run's own text."""

_LETTERS = bytes.maketrans(b"mlcvyh", b"      ")
_ITEM = re.compile(rb"<([0-9A-Fa-f]*)>|([-+]?[\d.]+)")
_IMAGE_END = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)")
_WORDS: dict[bytes, Object] = {b"true": True, b"false": False, b"null": None}
_COMPONENTS = {"DeviceGray": 1, "G": 1, "DeviceRGB": 3, "RGB": 3, "DeviceCMYK": 4, "CMYK": 4}

Operation = tuple[str, list[Object]]


def operations(data: bytes) -> Iterator[Operation]:
    """Every operator of a stream with its operands.

    A run of operators that build a path comes as one (:data:`PATH`, :func:`path_points`).  An
    inline image comes as ``("BI", [dictionary, bytes])``, stray characters as operators that do
    not exist.  Raises MalformedError where a string, array or image has no end.
    """
    operands: list[Object] = []
    at, match_at = 0, _TOKEN.match
    while match := match_at(data, at):
        at, kind = match.end(), match.lastindex
        if kind == _PATH:
            yield PATH, [match[1]]
            operands = []
        elif kind == _NUMBERS:
            operands += _floats(match[2])
        elif kind == _WORD:
            word = match[9]
            if word in _WORDS:
                operands.append(_WORDS[word])
                continue
            if word == b"BI":
                image, at = _inline_image(data, at)
                yield "BI", image
            else:
                yield word.decode("latin-1"), operands
            operands = []
        elif kind == _STRAY:
            yield match[10].decode("latin-1"), operands
            operands = []
        else:
            value, at = _operand(data, match, at)
            operands.append(value)


def _operand(data: bytes, match: re.Match[bytes], at: int) -> tuple[Object, int]:
    """An operand that is no number."""
    kind = match.lastindex
    if kind == _NAME:
        return to_name(match[3]), at
    if kind == _ARRAY:
        return _array(match[4]), at
    if kind == _PLAIN:
        return match[5], at
    if kind == _HEXADECIMAL:
        return to_bytes(match[6]), at
    if kind == _CONTAINER:
        return parse_value(data, match.start(7))
    return read_string(data, at)


def _array(inner: bytes) -> list[Object]:
    """What text arrays hold: strings and numbers."""
    return [_float(shift) if shift else to_bytes(digits) for digits, shift in _ITEM.findall(inner)]


def path_points(run: bytes) -> list[float]:
    """The coordinates of a run of path operators."""
    return _floats(run.translate(_LETTERS))


def path_starts(run: bytes) -> list[int]:
    """Where among a run's coordinates its subpaths begin."""
    starts, count = [], 0
    for part in run.split(b"m")[:-1]:
        count += len(part.translate(_LETTERS).split())
        starts.append(count - 2)
    return starts


def _floats(run: bytes) -> list[float]:
    try:
        return list(map(float, run.split()))
    except ValueError:
        return [_float(part) for part in run.split()]


def _float(part: bytes) -> float:
    """A number; what only looks like one counts as 0, as readers do."""
    try:
        return float(part)
    except ValueError:
        return 0.0


def _inline_image(data: bytes, at: int) -> tuple[list[Object], int]:
    entries: dict[str, Object] = {}
    while True:
        match = _TOKEN.match(data, at)
        if match is None:
            raise MalformedError("inline image")
        at = match.end()
        if match.lastindex == _WORD and match[9] == b"ID":
            break
        if match.lastindex != _NAME:
            raise MalformedError("inline image")
        entries[to_name(match[3])], at = parse_value(data, at)
    at += 1
    end = _IMAGE_END.search(data, at + max(0, _unfiltered_length(entries) - 1))
    if end is None:
        raise MalformedError("inline image")
    return [entries, data[at : end.start()]], end.end()


def _unfiltered_length(entries: dict[str, Object]) -> int:
    """How long an image without filters is; 0 where nobody can tell."""
    if "F" in entries or "Filter" in entries:
        return 0
    width, height = (entries.get(key, entries.get(key[0], 0)) for key in ("Width", "Height"))
    bits = entries.get("BitsPerComponent", entries.get("BPC", 1))
    space = entries.get("ColorSpace", entries.get("CS", "G"))
    components = _COMPONENTS.get(space, 1) if isinstance(space, Name) else 1
    if not (isinstance(width, int) and isinstance(height, int) and isinstance(bits, int)):
        return 0
    return (width * bits * components + 7) // 8 * height
