"""A PDF file opened: cross-references of every kind, objects read when they are asked for.

Classic tables, cross-reference streams, hybrids of both and incremental updates (ISO 32000-1
7.5).  Where they lead nowhere the file is searched for its objects, and ``damage`` says so.
"""

import re

from layout.preflight.filters import filters_of, unfilter
from layout.preflight.syntax import TOKEN, parse_value
from layout.preflight.values import MalformedError, Name, Object, Ref, Stream, TooLargeError, number
from layout.values import NamedTuple

MOST_OBJECTS = 2_000_000
LARGEST_TOTAL = 1 << 30
"""Bytes that all streams of a file together may become."""

_HEADER = re.compile(rb"%PDF-(\d\.\d)")
_START = re.compile(rb"startxref[\0\t\n\f\r ]+(\d+)")
_OBJECT = re.compile(rb"[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj")
_ANY_OBJECT = re.compile(
    rb"(?<![^\0\t\n\f\r >)\]])(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj\b"
)
_STREAM = re.compile(rb"[\0\t\n\f\r ]*stream(\r\n|\n|\r)")
_STREAM_END = re.compile(rb"[\0\t\n\f\r ]*endstream")
_SECTION = re.compile(rb"[\0\t\n\f\r ]*(\d+)[\0\t ]+(\d+)[\0\t\n\f\r ]*")
_ROW = re.compile(rb"[\0\t\n\f\r ]*(\d{1,20})[\0\t ]+(\d{1,7})[\0\t ]+([nf])")
_XREF = re.compile(rb"[\0\t\n\f\r ]*xref")
_TRAILER = re.compile(rb"[\0\t\n\f\r ]*trailer")


class Place(NamedTuple):
    """Where an object is: at an offset, or (``holder``) the so-maniest of an object stream."""

    offset: int
    holder: int = 0


class UnreadableError(Exception):
    """Bytes in which no PDF can be found; ``str()`` is one of the reasons in messages."""


class File:
    """A file's objects by number; see :func:`open_file`."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.places: dict[int, Place] = {}
        self.trailer: dict[str, Object] = {}
        self.header = ""
        self.damage: list[str] = []
        self.compressed = False
        self._held: dict[int, Object] = {}
        self._reading: set[int] = set()
        self._inflated = 0
        self._decoded: dict[int, tuple[Stream, bytes]] = {}
        self._searched = False

    @property
    def encrypted(self) -> bool:
        """Whether strings and streams, and objects within streams, cannot be read."""
        return "Encrypt" in self.trailer

    def resolve(self, value: Object) -> Object:
        """What a reference leads to; any other value is itself, what is missing None."""
        for _ in range(32):
            if not isinstance(value, Ref):
                return value
            value = self._object(value.number)
        return None

    def get(self, entries: Object, key: str) -> Object:
        """The resolved value of a dictionary's or stream's key."""
        if isinstance(entries, Stream):
            entries = entries.entries
        return self.resolve(entries.get(key)) if isinstance(entries, dict) else None

    def dictionary(self, value: Object) -> dict[str, Object]:
        """The resolved value if it is a dictionary (of a stream: its own), else an empty one."""
        value = self.resolve(value)
        if isinstance(value, Stream):
            return value.entries
        return value if isinstance(value, dict) else {}

    def array(self, value: Object) -> list[Object]:
        """The resolved value's resolved items if it is an array, else none."""
        value = self.resolve(value)
        return [self.resolve(item) for item in value] if isinstance(value, list) else []

    def content(self, stream: Stream) -> bytes:
        """A stream's bytes without filters, up to an image's own.

        Raises MalformedError and TooLargeError.
        """
        held = self._decoded.get(id(stream))
        if held is not None:
            return held[1]
        entries = stream.entries
        plain = {key: self.resolve(entries.get(key)) for key in ("Filter", "F")}
        plain["Filter"] = [self.resolve(item) for item in _listed(plain["Filter"])]
        names = filters_of(plain)
        settings = [self.dictionary(item) for item in _listed(self.get(entries, "DecodeParms"))]
        settings = [{key: self.resolve(of[key]) for key in of} for of in settings]
        settings += [{}] * (len(names) - len(settings))
        data = unfilter(stream.raw, names, settings[: len(names)])
        self._inflated += len(data)
        if self._inflated > LARGEST_TOTAL:
            raise TooLargeError("streams")
        self._decoded[id(stream)] = (stream, data)
        return data

    def _object(self, number_: int) -> Object:
        if number_ in self._held:
            return self._held[number_]
        place = self.places.get(number_)
        if place is None or place.offset < 0 or number_ in self._reading:
            return None
        self._reading.add(number_)
        try:
            value = self._read_place(number_, place)
        except MalformedError:
            value = self._searched_for(number_)
        finally:
            self._reading.discard(number_)
        self._held[number_] = value
        return value

    def _read_place(self, number_: int, place: Place) -> Object:
        if not place.holder:
            return self.read_object(place.offset, number_)[1]
        holder = self._object(place.holder)
        if not isinstance(holder, Stream):
            raise MalformedError("object stream")
        count, first = (int(number(self.get(holder, key))) for key in ("N", "First"))
        data = self.content(holder)
        heads = data[:first].split()
        for label, offset in zip(heads[: 2 * count : 2], heads[1::2], strict=False):
            if label == b"%d" % number_ and offset.isdigit():
                return parse_value(data, first + int(offset))[0]
        raise MalformedError("object stream")

    def _searched_for(self, number_: int) -> Object:
        """An object that is not where the table says: looked for in the whole file, once."""
        self.note("xref")
        if not self._searched:
            self.search()
            place = self.places.get(number_)
            if place is not None and not place.holder:
                try:
                    return self.read_object(place.offset, number_)[1]
                except MalformedError:
                    pass
        return None

    def note(self, damage: str) -> None:
        if damage not in self.damage:
            self.damage.append(damage)

    def read_object(self, offset: int, wanted: int | None = None) -> tuple[int, Object]:
        """The indirect object at an offset: its number and value.  Raises MalformedError."""
        match = _OBJECT.match(self.data, offset)
        if match is None or (wanted is not None and int(match[1]) != wanted):
            raise MalformedError(f"no object at {offset}")
        after = TOKEN.match(self.data, match.end())
        if after is not None and after[0].strip() == b"endobj":
            return int(match[1]), None
        value, at = parse_value(self.data, match.end())
        if isinstance(value, dict):
            start = _STREAM.match(self.data, at)
            if start is not None:
                value = Stream(value, self._stream_bytes(value, start.end()))
        return int(match[1]), value

    def _stream_bytes(self, entries: dict[str, Object], at: int) -> bytes:
        length = self.resolve(entries.get("Length"))
        fits = isinstance(length, int) and 0 <= length <= len(self.data) - at
        if fits and _STREAM_END.match(self.data, at + length):
            return self.data[at : at + length]
        self.note("length")
        end = self.data.find(b"endstream", at)
        if end < 0:
            raise MalformedError("stream without end")
        return self.data[at:end].rstrip(b"\r\n")

    def search(self) -> None:
        """Finds the objects of a file whose table is of no use: the last of each number counts."""
        self._searched = True
        self._held.clear()
        for count, match in enumerate(_ANY_OBJECT.finditer(self.data)):
            if count > MOST_OBJECTS:
                raise TooLargeError("objects")
            self.places[int(match[1])] = Place(match.start())
        self._search_streams()
        self._search_trailers()

    def _search_streams(self) -> None:
        for number_ in sorted(self.places):
            value = self._quiet(number_)
            if not isinstance(value, Stream):
                continue
            kind = value.entries.get("Type")
            if kind == "ObjStm":
                self._index_holder(number_, value)
            elif kind == "XRef":
                self.trailer = {**value.entries, **self.trailer}

    def _quiet(self, number_: int) -> Object:
        try:
            return self._object(number_)
        except (MalformedError, TooLargeError):
            return None

    def _index_holder(self, number_: int, holder: Stream) -> None:
        self.compressed = True
        try:
            heads = self.content(holder)[: int(number(self.get(holder, "First")))].split()
            held = [int(head) for head in heads[::2]]
        except (MalformedError, ValueError):
            return
        for inner in held:
            self.places.setdefault(inner, Place(0, number_))

    def _search_trailers(self) -> None:
        for match in re.finditer(rb"trailer", self.data):
            try:
                value, _ = parse_value(self.data, match.end())
            except MalformedError:
                continue
            if isinstance(value, dict):
                self.trailer = {**self.trailer, **value}
        if self.get(self.trailer, "Root") is None:
            for number_ in self.places:
                value = self._quiet(number_)
                if isinstance(value, dict) and value.get("Type") == "Catalog":
                    self.trailer = {**self.trailer, "Root": Ref(number_, 0)}


def open_file(data: bytes) -> File:
    """The file these bytes are.  Raises UnreadableError and TooLargeError."""
    header = _HEADER.search(data[:1024])
    if header is None:
        raise UnreadableError("not-pdf")
    file = File(data)
    sound = _read_tables(file)
    if header.start() and not sound:  # most programs count from the header
        file = File(data[header.start() :])
        sound = _read_tables(file)
    file.header = header[1].decode("ascii")
    if header.start():
        file.note("junk")
    if not sound:
        file.note("xref")
        file.search()
    if not isinstance(file.get(file.trailer, "Root"), dict) and not file.encrypted:
        raise UnreadableError("no-pages")
    return file


def _read_tables(file: File) -> bool:
    """Reads the cross-reference sections; whether they lead to a catalog."""
    try:
        _follow_tables(file)
        root = file.get(file.trailer, "Root")
        return file.encrypted or (isinstance(root, dict) and not file.damage)
    except (MalformedError, ValueError):
        return False


def _follow_tables(file: File) -> None:
    """Follows the chain of cross-reference sections from the end of the file."""
    starts = _START.findall(file.data[-2048:])
    if not starts:
        raise MalformedError("startxref")
    waiting, seen = [int(starts[-1])], set()
    while waiting:
        at = waiting.pop(0)
        if at in seen:
            continue
        seen.add(at)
        trailer = _read_section(file, at)
        file.trailer = {**trailer, **file.trailer}
        for key in ("XRefStm", "Prev"):
            if isinstance(trailer.get(key), int):
                waiting.append(trailer[key])


def _read_section(file: File, at: int) -> dict[str, Object]:
    match = _XREF.match(file.data, at)
    if match is not None:
        return _classic(file, match.end())
    _, stream = file.read_object(at)
    if not isinstance(stream, Stream) or stream.entries.get("Type") != "XRef":
        raise MalformedError("no cross-reference")
    file.compressed = True
    _from_stream(file, stream)
    return stream.entries


def _classic(file: File, at: int) -> dict[str, Object]:
    """A table; rows are read with the tolerance readers have, its places are kept."""
    while True:
        section = _SECTION.match(file.data, at)
        if section is None:
            break
        first, count = int(section[1]), int(section[2])
        if count > MOST_OBJECTS:
            raise TooLargeError("objects")
        at = section.end()
        for number_ in range(first, first + count):
            row = _ROW.match(file.data, at)
            if row is None:
                raise MalformedError("row")
            at = row.end()
            if row[3] == b"n" and int(row[1]):
                file.places.setdefault(number_, Place(int(row[1])))
            else:
                file.places.setdefault(number_, Place(-1))
    trailer = _TRAILER.match(file.data, at)
    value = parse_value(file.data, trailer.end())[0] if trailer else None
    if not isinstance(value, dict):
        raise MalformedError("trailer")
    return value


def _from_stream(file: File, stream: Stream) -> None:
    entries = stream.entries
    widths = [int(number(width)) for width in file.array(entries.get("W"))]
    size = sum(widths)
    if len(widths) != 3 or not 0 < size <= 64 or min(widths) < 0:
        raise MalformedError("W")
    index = file.array(entries.get("Index")) or [0, entries.get("Size", 0)]
    data = file.content(stream)
    at = 0
    ends = (widths[0], widths[0] + widths[1], size)
    for first, count in zip(index[::2], index[1::2], strict=False):
        for number_ in range(int(first), int(first) + min(int(count), MOST_OBJECTS)):
            row = data[at : at + size]
            if len(row) < size:
                return
            at += size
            kind = int.from_bytes(row[: ends[0]], "big") if widths[0] else 1
            second = int.from_bytes(row[ends[0] : ends[1]], "big")
            file.places.setdefault(
                number_,
                Place(second) if kind == 1 else Place(0, second) if kind == 2 else Place(-1),
            )


def _listed(value: Object) -> list[Object]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


__all__ = ["File", "Name", "UnreadableError", "open_file"]
