"""Content streams taken apart and put together again in another order of painting."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

TOKEN = re.compile(
    r"\s*(?:(?P<operand><<|>>|<[0-9A-F]*>|\[|\]|/[^\s/<>\[\]]+|[-+.\d]+)|(?P<operator>[A-Za-z*]+))"
)

SHOWING = {"Tj", "TJ"}
CONSTRUCTION = {"m", "l", "c", "v", "y", "h", "re"}
PAINTING = {"f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "n"}
CLIPPING = {"W", "W*"}
WITHIN_TEXT = {"Td", "TD", "Tm", "T*"}
MARKED = {"BDC", "BMC", "EMC", "MP", "DP"}
STATE = {"cm", "w", "J", "j", "M", "d", "i", "ri", "gs", "g", "G", "rg", "RG", "k", "K"}
STATE |= {"cs", "CS", "sc", "SC", "scn", "SCN", "Tf", "Tc", "Tw", "Tz", "TL", "Tr", "Ts"}
KNOWN = SHOWING | CONSTRUCTION | PAINTING | CLIPPING | WITHIN_TEXT | MARKED | STATE
KNOWN |= {"q", "Q", "BT", "ET"}


class Operation(NamedTuple):
    """An operator with its operands, as written."""

    operands: str
    operator: str

    def __str__(self) -> str:
        return f"{self.operands} {self.operator}".strip()


def parsed(content: str) -> Iterator[Operation]:
    """The operations of a content stream; AssertionError at anything unknown."""
    operands: list[str] = []
    at = 0
    content = content.rstrip()
    while at < len(content):
        match = TOKEN.match(content, at)
        assert match is not None, content[at : at + 40]
        at = match.end()
        if match["operator"]:
            assert match["operator"] in KNOWN, match["operator"]
            yield Operation(" ".join(operands), match["operator"])
            operands = []
        else:
            operands.append(match["operand"])
    assert not operands


def without_text(content: str) -> str:
    """The stream without the operators that show text; all else is as it was."""
    return "\n".join(str(each) for each in parsed(content) if each.operator not in SHOWING)


def text_last(content: str) -> str:
    """The stream with everything else painted first, then every text, in order, each in the
    graphics state (matrix, clip, colour, font) in which it stood."""
    return "\n".join((without_text(content), *_texts(parsed(content))))


def _texts(operations: Iterable[Operation]) -> Iterator[str]:
    state: list[str] = []
    saved: list[list[str]] = []
    path: list[str] = []
    clips = False
    text: list[str] = []
    in_text = False
    for each in operations:
        operator, written = each.operator, str(each)
        if operator == "q":
            saved.append(list(state))
        elif operator == "Q":
            state = saved.pop()
        elif operator == "BT":
            text, in_text = ["q", *state, "BT"], True
        elif operator == "ET":
            yield "\n".join((*text, "ET", "Q"))
            in_text = False
        elif in_text:
            text += [written] if operator not in MARKED else []
            state += [written] if operator in STATE else []
        elif operator in CONSTRUCTION:
            path.append(written)
        elif operator in CLIPPING:
            path.append(written)
            clips = True
        elif operator in PAINTING:
            state += [*path, "n"] if clips else []
            path, clips = [], False
        elif operator in STATE:
            state.append(written)
    assert not saved
    assert not in_text


def contents(data: bytes) -> list[str]:
    """The content stream of each page."""
    reader = PdfReader(io.BytesIO(data))
    streams: list[Any] = [page["/Contents"].get_object() for page in reader.pages]
    return [stream.get_data().decode("ascii") for stream in streams]


def with_contents(data: bytes, streams: Iterable[str]) -> bytes:
    """The file with other content streams."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for page, content in zip(writer.pages, streams, strict=True):
        stream = DecodedStreamObject()
        stream.set_data(content.encode("ascii"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pictures(data: bytes, dpi: float, grey: bool = False) -> list[Any]:
    """Every page as a picture."""
    document = pypdfium2.PdfDocument(data)
    try:
        images = [
            page.render(scale=dpi / 72, grayscale=grey, rev_byteorder=True).to_pil()
            for page in document
        ]
    finally:
        document.close()
    return [image if grey else image.convert("RGB") for image in images]


def ink_of(image: Any) -> Any:
    """Where a grey picture of black on white is at least half covered: 255 there, else 0."""
    assert isinstance(image, Image.Image)
    return image.convert("L").point(lambda value: 255 if value < 128 else 0)
