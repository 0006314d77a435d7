"""What a variant adds to a file that was judged whole, read back from its bytes.

Variants of a document begin with the same bytes, and only what follows differs: the content of
a few blanks, fonts of its own, what the file says of itself.  Of that every object is found
where the table says and taken apart; a variant is sound that says what it was to say, in glyphs
that its fonts have, and is otherwise what the judged one is.
"""

import re
import zlib
from collections.abc import Iterator, Mapping

from layout.preflight.file import File, open_file
from layout.preflight.sfnt import read_sfnt
from layout.preflight.values import MalformedError, Object, Ref, Stream
from layout.values import NamedTuple

_ROW = 20
"""Bytes of a row of a cross-reference table (ISO 32000-1 7.5.4)."""

_END = re.compile(
    rb"trailer\n<</Size (\d+)/Root (\d+) 0 R/Info (\d+) 0 R/ID\[<([0-9a-f]{32})><\4>\]>>\n"
    rb"startxref\n(\d+)\n%%EOF\n"
)
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)\nendobj\n", re.DOTALL)
_STREAM = re.compile(rb"(<<\n.*?/Length (\d+).*?>>)\nstream\n(.*)\nendstream", re.DOTALL)
_REFERENCE = re.compile(rb"/(\S+) (\d+) 0 R")
_UUID = re.compile(rb"uuid:[0-9a-f-]{36}")

_NUMBER = rb"-?(?:\d+\.?\d*|\.\d+)"
_SHOWING = rb"(?:<[0-9A-F]*>Tj|\[(?:<[0-9A-F]*>|%b)*\]TJ)" % _NUMBER
_ACTUAL = rb"/Span<</ActualText<[0-9A-F]*>>>BDC"
_LINES = (
    rb"(?:%b )*(?:cm|[mlchfSBgGkKwJjMqQ]|f\*|B\*|re|rg|RG|scn|SCN|Td|Tm)" % _NUMBER,
    rb"W\*? n|BT|ET|EMC",
    rb"/\w+ (?:gs|cs|CS|%b Tf)" % _NUMBER,
    rb"\[[\d. ]*\]0 d",
    rb"(?:%b )?%b(?: EMC)?" % (_ACTUAL, _SHOWING),
    _ACTUAL,
)
_CONTENT = re.compile(rb"(?:(?:%b)(?:\n|$))*" % b"|".join(_LINES))
"""The operators that a variant's own content consists of, each on its line."""
_PAIRS = ((b"BT", b"ET"), (b"q", b"Q"))

_SAYING = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9A-F]*)>(?!>)|ActualText<FEFF([0-9A-F]*)>|(EMC)")
_RANGE = re.compile(r"<([0-9A-F]{4})><[0-9A-F]{4}>\[([^\]]*)\]")
_TEXT = re.compile(r"<([0-9A-F]*)>")


class Told(NamedTuple):
    """A font as far as it is read back: the text of each code, the number of its glyphs (of a
    font that was judged, none)."""

    texts: Mapping[int, str]
    glyphs: int = 0


class Beginning(NamedTuple):
    """What variants of a judged file are measured by.

    ``length`` is how many bytes they share, ``rows`` their part of the table; ``contents``,
    ``resources``, ``metadata`` and ``info`` are the numbers of objects that are a variant's own
    (0: there is none), ``known`` what these hold in the judged file where they are alike in all.
    """

    data: bytes
    rows: bytes
    root: int
    contents: tuple[int, ...]
    resources: int
    metadata: int
    info: int
    known: Mapping[int, object]
    fonts: Mapping[bytes, Told]


def beginning(data: bytes, length: int) -> Beginning:
    """What is to be known of a sound file to read its variants, which share ``length`` bytes."""
    file = open_file(data)
    count = 1 + sum(0 < place.offset < length for place in file.places.values())
    at = int(data[data.rindex(b"startxref\n") + 10 :].split(b"\n", 1)[0])
    first = data.index(b"\n", at + 5) + 1
    root, info = (_number(file.trailer.get(key)) for key in ("Root", "Info"))
    catalog = file.dictionary(file.trailer.get("Root"))
    pages = [
        file.dictionary(page) for page in file.array(file.dictionary(catalog["Pages"])["Kids"])
    ]
    contents = [_number(one) for page in pages for one in _several(page.get("Contents"))]
    [resources] = {_number(page.get("Resources")) for page in pages}
    metadata = _number(catalog.get("Metadata"))
    own = dict(_objects(data, length, count, at))
    fonts = file.dictionary(file.dictionary(Ref(resources, 0)).get("Font"))
    shared = {key: ref for key, ref in fonts.items() if _number(ref) < count}
    known: dict[int, object] = {info: own[info]}
    if metadata:
        known[metadata] = _UUID.sub(b"", own[metadata])
    if resources >= count:
        known[resources] = _settled(own[resources], count)
    return Beginning(
        data[:length],
        data[first : first + _ROW * count],
        root,
        tuple(each for each in contents if each >= count),
        resources if resources >= count else 0,
        metadata,
        info,
        known,
        {key.encode(): Told(_shared_texts(file, ref)) for key, ref in shared.items()},
    )


def _number(value: Object) -> int:
    return value.number if isinstance(value, Ref) else 0


def _several(value: Object) -> list[Object]:
    return value if isinstance(value, list) else [value]


def _shared_texts(file: File, font: Object) -> dict[int, str]:
    stream = file.get(file.dictionary(font), "ToUnicode")
    return _texts(file.content(stream)) if isinstance(stream, Stream) else {}


def _texts(cmap: bytes) -> dict[int, str]:
    """The text of each code (Adobe Technical Note 5014, as far as our files go)."""
    return {
        int(start, 16) + step: bytes.fromhex(text).decode("utf-16-be")
        for start, listed in _RANGE.findall(cmap.decode("ascii"))
        for step, text in enumerate(_TEXT.findall(listed))
    }


def _objects(data: bytes, start: int, first: int, table: int) -> Iterator[tuple[int, bytes]]:
    """The objects from ``start`` to the table by number; they must follow one another."""
    head = data[table : table + 24].split(b"\n", 2)
    if head[0] != b"xref" or not head[1].startswith(b"0 "):
        raise MalformedError("xref")
    size = int(head[1][2:])
    rows = table + len(head[0]) + len(head[1]) + 2 + _ROW * first
    places = [int(data[row : row + 10]) for row in range(rows, rows + _ROW * (size - first), _ROW)]
    if not places or places[0] != start:
        raise MalformedError("xref")
    for number, (at, end) in enumerate(zip(places, [*places[1:], table], strict=True), first):
        match = _OBJECT.fullmatch(data, at, end)
        if match is None or int(match[1]) != number:
            raise MalformedError(f"object {number}")
        yield number, match[2]


def _settled(resources: bytes, first: int) -> list[bytes]:
    """Resources without fonts that are numbered from ``first`` on."""
    without = _REFERENCE.sub(lambda match: b"" if int(match[2]) >= first else match[0], resources)
    return without.split()


def read_back(judged: Beginning, data: bytes) -> str:
    """The text that a variant draws for itself.

    Raises MalformedError where its bytes are not what a sound variant consists of.
    """
    start, first = len(judged.data), len(judged.rows) // _ROW
    end = _END.search(data, max(start, len(data) - 256))
    if end is None or end.end() != len(data) or not data.startswith(judged.data):
        raise MalformedError("trailer")
    table = int(end[5])
    rows = data.find(b"\n", table + 5) + 1
    if data[rows : rows + len(judged.rows)] != judged.rows:
        raise MalformedError("xref")
    objects = dict(_objects(data, start, first, table))
    about = int(end[1]), int(end[2]), int(end[3])
    if about != (first + len(objects), judged.root, judged.info):
        raise MalformedError("trailer")
    _check_known(judged, objects, first, end[4])
    fonts = {**judged.fonts, **dict(_own_fonts(judged, objects, first))}
    return "".join([_said(_inflated(objects, each), fonts) for each in judged.contents])


def _check_known(judged: Beginning, objects: Mapping[int, bytes], first: int, id: bytes) -> None:
    """What is alike in all variants but for names."""
    for number, known in judged.known.items():
        held: object = objects.get(number, b"")
        if number == judged.resources:
            held = _settled(objects.get(number, b""), first)
        elif number == judged.metadata:
            held = _UUID.sub(b"", objects.get(number, b""))
            names = {name[5:].replace(b"-", b"") for name in _UUID.findall(objects[number])}
            if names - {id}:
                raise MalformedError("name")
        if held != known:
            raise MalformedError(f"object {number}")


def _stream(objects: Mapping[int, bytes], number: int) -> tuple[bytes, bytes]:
    """A stream's dictionary and its bytes as they stand."""
    match = _STREAM.fullmatch(objects.get(number, b""))
    if match is None or int(match[2]) != len(match[3]):
        raise MalformedError(f"stream {number}")
    return match[1], match[3]


def _inflated(objects: Mapping[int, bytes], number: int) -> bytes:
    entries, raw = _stream(objects, number)
    if b"/Filter" not in entries:
        return raw
    try:
        return zlib.decompress(raw)
    except zlib.error:
        raise MalformedError(f"stream {number}") from None


def _own_fonts(
    judged: Beginning, objects: Mapping[int, bytes], first: int
) -> Iterator[tuple[bytes, Told]]:
    """The fonts of the variant's own by their names in the resources."""
    for label, number in _REFERENCE.findall(objects.get(judged.resources, b"")):
        if int(number) >= first:
            yield label, _own_font(objects, int(number))


def _own_font(objects: Mapping[int, bytes], number: int) -> Told:
    cmap = _texts(_inflated(objects, _of(objects, number, rb"/ToUnicode (\d+) 0 R")))
    kin = _of(objects, number, rb"/DescendantFonts \[ ?(\d+) 0 R ?\]")
    descriptor = _of(objects, kin, rb"/FontDescriptor (\d+) 0 R")
    program = _inflated(objects, _of(objects, descriptor, rb"/FontFile[23] (\d+) 0 R"))
    names = {
        re.sub(rb".*/(?:BaseFont|FontName) /(\S+?)(?:-Identity-H)? .*", rb"\1", each, flags=re.S)
        for each in (objects[number], objects[kin], objects[descriptor])
    }
    if len(names) != 1 or not cmap:
        raise MalformedError(f"font {number}")
    opened = read_sfnt(program)
    return Told(cmap, opened.glyphs if opened else 0)


def _of(objects: Mapping[int, bytes], number: int, pattern: bytes) -> int:
    match = re.search(pattern, objects.get(number, b""))
    if match is None:
        raise MalformedError(f"font {number}")
    return int(match[1])


def _said(content: bytes, fonts: Mapping[bytes, Told]) -> str:
    """The text of a content stream.  Raises MalformedError for what cannot be drawn."""
    lines = content.split(b"\n")
    paired = all(lines.count(first) == lines.count(last) for first, last in _PAIRS)
    if _CONTENT.fullmatch(content) is None or not paired:
        raise MalformedError("content")
    said: list[str] = []
    font, silent = Told({}), False
    for label, shown, actual, over in _SAYING.findall(content):
        if label:
            if label not in fonts:
                raise MalformedError("font")
            font = fonts[label]
        elif over:
            silent = False
        elif actual:
            said.append(bytes.fromhex(actual.decode("ascii")).decode("utf-16-be"))
            silent = True
        else:
            said += _shown(shown.decode("ascii"), font, silent)
    return "".join(said)


def _shown(codes: str, font: Told, silent: bool) -> Iterator[str]:
    for at in range(0, len(codes), 4):
        code = int(codes[at : at + 4], 16)
        if code == 0 or (font.glyphs and code >= font.glyphs):
            raise MalformedError("glyph")
        if not silent:
            if code not in font.texts:
                raise MalformedError("text")
            yield font.texts[code]
