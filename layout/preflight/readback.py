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
from layout.preflight.readtags import Hung, check_branch, hung
from layout.preflight.sfnt import read_sfnt, sums_agree
from layout.preflight.syntax import parse_value
from layout.preflight.values import MalformedError, Object, Ref, Stream
from layout.values import NamedTuple

_ROW = 20
"""Bytes of a row of a cross-reference table (ISO 32000-1 7.5.4)."""

_ROWS = re.compile(rb"(?:\d{10} 00000 n \n)+")

_END = re.compile(
    rb"trailer\n<</Size (\d+)/Root (\d+) 0 R/Info (\d+) 0 R/ID\[<([0-9a-f]{32})><\4>\]>>\n"
    rb"startxref\n(\d+)\n%%EOF\n"
)
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)\nendobj\n", re.DOTALL)
_STREAM = re.compile(
    rb"<<\s*(/Filter ?/FlateDecode ?)?/Length (\d+)"
    rb"(?:/Length1 \2| ?/Subtype ?/CIDFontType0C)?\s*>>"
    rb"\nstream\n(.*)\nendstream",
    re.DOTALL,
)
_COMPOSITE = re.compile(
    rb"<</Type/Font/Subtype/Type0/BaseFont/([A-Z]{6}\+[\w-]+)/Encoding/Identity-H"
    rb"/DescendantFonts\[(\d+) 0 R\]/ToUnicode (\d+) 0 R>>"
)
_DESCENDANT = re.compile(
    rb"<</Type/Font/Subtype/CIDFontType2/BaseFont/([A-Z]{6}\+[\w-]+)/CIDSystemInfo<</Registry"
    rb"\(Adobe\)/Ordering\(Identity\)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000"
    rb"/W\[([\d .\[\]]*)\]/FontDescriptor (\d+) 0 R>>"
)
_DESCRIPTOR = re.compile(
    rb"<</Type/FontDescriptor/FontName/([A-Z]{6}\+[\w-]+)/Flags \d+(?:/(?:ItalicAngle|Ascent|"
    rb"Descent|CapHeight|StemV) -?[\d.]+){5}/FontBBox\[(?:-?\d+ ?){4}\]/FontFile2 (\d+) 0 R>>"
)
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
    rb"/P <</MCID \d+>>BDC|/Artifact BMC",
)
_CONTENT = re.compile(rb"(?:(?:%b)(?:\n|$))*" % b"|".join(_LINES))
"""The operators that a variant's own content consists of, each on its line."""
_PAIRS = ((b"BT", b"ET"), (b"q", b"Q"))

_SAYING = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9A-F]*)>(?!>)|ActualText<FEFF([0-9A-F]*)>|(EMC)")
_MAPPING = re.compile(
    rb"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    rb"/CIDSystemInfo <</Registry \(Adobe\) /Ordering \(UCS\) /Supplement 0>> def\n"
    rb"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n"
    rb"<0000><FFFF>\nendcodespacerange\n"
    rb"(?:\d+ beginbfrange\n(?:<[0-9A-F]{4}><[0-9A-F]{4}>\[(?:<[0-9A-F]+>)*\]\n)*endbfrange\n)+"
    rb"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
)
"""A font's texts (ISO 32000-1 9.10.3)."""
_RANGE = re.compile(r"<([0-9A-F]{4})><([0-9A-F]{4})>\[([^\]]*)\]")
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
    hung: Hung | None = None


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
    own = dict(_objects(data, length, count, at))
    fonts = file.dictionary(file.dictionary(Ref(resources, 0)).get("Font"))
    shared = {key: ref for key, ref in fonts.items() if _number(ref) < count}
    known: dict[int, object] = {info: own[info]} if info in own else {}
    metadata = _number(catalog.get("Metadata"))
    if metadata in own:
        known[metadata] = _UUID.sub(b"", own[metadata])
    if resources >= count:
        known[resources] = _settled(own[resources], count)
    changed = [
        page for page in pages if any(_number(one) >= count for one in _several(page["Contents"]))
    ]
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
        hung(file, changed[0], count) if changed else None,
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
    found: dict[int, str] = {}
    for first, last, listed in _RANGE.findall(cmap.decode("ascii")):
        texts = [bytes.fromhex(text).decode("utf-16-be") for text in _TEXT.findall(listed)]
        if int(last, 16) - int(first, 16) + 1 != len(texts):
            raise MalformedError("texts")
        found.update(enumerate(texts, int(first, 16)))
    return found


def _objects(data: bytes, start: int, first: int, table: int) -> Iterator[tuple[int, bytes]]:
    """The objects from ``start`` to the table by number; they must follow one another."""
    head = data[table : table + 24].split(b"\n", 2)
    if head[0] != b"xref" or not head[1].startswith(b"0 "):
        raise MalformedError("xref")
    size = int(head[1][2:])
    rows = table + len(head[0]) + len(head[1]) + 2 + _ROW * first
    if not _ROWS.fullmatch(data, rows, rows + _ROW * (size - first)):
        raise MalformedError("xref")
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
    try:
        return _read(judged, data)
    except (ValueError, LookupError):  # numbers, text or keys that are none
        raise MalformedError("values") from None


def _read(judged: Beginning, data: bytes) -> str:
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
    contents = [_inflated(objects, each) for each in judged.contents]
    if judged.hung:
        check_branch(judged.hung, objects, b"\n".join(contents))
    return "".join([_said(content, fonts) for content in contents])


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


def read_stream(judged: Beginning, data: bytes, told: Mapping[str, Mapping[int, str]]) -> str:
    """The text of one content stream with its dictionary, in shared fonts and those ``told``.

    Raises MalformedError as :func:`read_back` does.
    """
    own = {label.encode("ascii"): Told(texts) for label, texts in told.items()}
    try:
        return _said(_inflated({0: data}, 0), {**judged.fonts, **own})
    except (ValueError, LookupError):
        raise MalformedError("values") from None


def _inflated(objects: Mapping[int, bytes], number: int) -> bytes:
    """What a stream holds."""
    match = _STREAM.fullmatch(objects.get(number, b""))
    if match is None or int(match[2]) != len(match[3]):
        raise MalformedError(f"stream {number}")
    if not match[1]:
        return match[3]
    try:
        return zlib.decompress(match[3])
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
    """A small font, from its dictionary to the sums of its tables."""
    names, widths, (kin, texts, descriptor, file) = _font_parts(objects, number)
    if not number + 1 == kin == descriptor - 1 == file - 2 == texts - 3:
        raise MalformedError(f"font {number}")
    mapping, program = _inflated(objects, texts), _inflated(objects, file)
    opened = read_sfnt(program)
    sound = sums_agree(program) if opened else program[:1] == _BARE
    agree = opened is None or widths == [opened.advance(glyph) for glyph in range(1, opened.glyphs)]
    if len(names) != 1 or not (sound and agree) or not _MAPPING.fullmatch(mapping):
        raise MalformedError(f"font {number}")
    return Told(_texts(mapping), opened.glyphs if opened else 0)


_BARE = b"\1"
"""How a bare CFF table begins, which has no sums."""


def _font_parts(
    objects: Mapping[int, bytes], number: int
) -> tuple[set[str], list[float], tuple[int, int, int, int]]:
    """The names that a font goes by, the widths of its glyphs from 1 on (of those only the sums
    are known: none), the numbers of its parts."""
    composite = _COMPOSITE.fullmatch(objects.get(number, b""))
    if composite is None:
        return _parsed_font(objects, number)
    kin, texts = int(composite[2]), int(composite[3])
    descendant = _DESCENDANT.fullmatch(objects.get(kin, b""))
    descriptor = descendant and _DESCRIPTOR.fullmatch(objects.get(int(descendant[3]), b""))
    if descendant is None or descriptor is None:
        raise MalformedError(f"font {number}")
    names = {each[1].decode("ascii") for each in (composite, descendant, descriptor)}
    widths = _widths(descendant[2].decode("ascii"), len(_texts(_inflated(objects, texts))))
    return names, widths, (kin, texts, int(descendant[3]), int(descriptor[2]))


def _widths(listed: str, count: int) -> list[float]:
    """The widths of codes 1 to ``count`` (ISO 32000-1 9.7.4.3)."""
    widths = dict.fromkeys(range(1, count + 1), 1000.0)
    for first, last, width, several in _WIDTHS.findall(listed):
        if several:
            widths.update(enumerate(map(float, several.split()), int(first)))
        else:
            widths.update(dict.fromkeys(range(int(first), int(last) + 1), float(width)))
    return list(widths.values())


_WIDTHS = re.compile(r"(\d+)(?: (\d+) ([\d.]+)|\[([\d. ]+)\])")


def _parsed_font(
    objects: Mapping[int, bytes], number: int
) -> tuple[set[str], list[float], tuple[int, int, int, int]]:
    """The same of one that is written otherwise: of outlines in PostScript's manner."""
    composite = _entries(objects, number)
    kin = _several(composite.get("DescendantFonts"))
    descendant = _entries(objects, _number(kin[0]))
    descriptor = _entries(objects, _number(descendant.get("FontDescriptor")))
    parts = composite.get("ToUnicode"), descriptor.get("FontFile3")
    names = {
        str(composite.get("BaseFont")).removesuffix("-Identity-H"),
        str(descendant.get("BaseFont")),
        str(descriptor.get("FontName")),
    }
    texts, file = map(_number, parts)
    return names, [], (_number(kin[0]), texts, _number(descendant.get("FontDescriptor")), file)


def _entries(objects: Mapping[int, bytes], number: int) -> dict[str, Object]:
    value, _ = parse_value(objects.get(number, b""), 0)
    if not isinstance(value, dict):
        raise MalformedError(f"object {number}")
    return value


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
