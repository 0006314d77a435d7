"""A reader of tagged files for tests: what they say by the tree of their structure.

It parses the file itself (ISO 32000-1 7.3, 9.4, 14.6, 14.7) and shares no code with the
writer: from the tree to marked content, from codes to text by ToUnicode, or ActualText instead.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

_TOKEN = re.compile(
    rb"\s*(?:(<<|>>|\[|\])|/([^\s/<>\[\]()]*)|\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]*)>"
    rb"|(\d+) \d+ R|([-+.\d]+)|([A-Za-z'\"*]+[0-9]?))",
    re.DOTALL,
)


class Ref(int):
    """The number of an object referred to."""


class Name(str):
    """A name."""


class Word(str):
    """An operator or a keyword."""


class Node(NamedTuple):
    """An element of the structure: its type, its entries, its kids: elements and texts."""

    role: str
    entries: dict[str, Any]
    kids: tuple[Any, ...]

    @property
    def text(self) -> str:
        """What it says, in the order of the tree."""
        if "ActualText" in self.entries:
            return told(self.entries["ActualText"])
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self) -> list["Node"]:
        inner = [kid for kid in self.kids if isinstance(kid, Node)]
        return [self, *(each for kid in inner for each in kid.walk())]


def told(value: bytes) -> str:
    """A text string: UTF-16BE with its mark, else Latin 1."""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be")
    return value.decode("latin-1")


def tokens(data: bytes) -> list[Any]:
    """The values of a stretch of PDF syntax, operators among them."""
    stack: list[list[Any]] = [[]]
    for found in _TOKEN.finditer(data):
        mark, name, literal, hexadecimal, ref, number, word = found.groups()
        if mark in (b"<<", b"["):
            stack.append([])
        elif mark == b"]":
            stack[-2].append(stack.pop())
        elif mark == b">>":
            pairs = stack.pop()
            stack[-1].append(dict(zip(map(str, pairs[::2]), pairs[1::2], strict=True)))
        elif name is not None:
            stack[-1].append(Name(name.decode()))
        elif literal is not None:
            stack[-1].append(_unescaped(literal))
        elif hexadecimal is not None:
            stack[-1].append(bytes.fromhex(hexadecimal.decode()))
        elif ref is not None:
            stack[-1].append(Ref(ref))
        elif number is not None:
            stack[-1].append(float(number) if b"." in number else int(number))
        else:
            stack[-1].append(Word(word.decode()))
    return stack[0]


def _unescaped(literal: bytes) -> bytes:
    plain = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

    def one(found: re.Match[bytes]) -> bytes:
        said = found[1]
        return bytes([int(said, 8)]) if said.isdigit() else plain.get(said, said)

    return re.sub(rb"\\([0-7]{1,3}|.)", one, literal, flags=re.DOTALL)


class Tagged:
    """A file with its structure."""

    def __init__(self, data: bytes) -> None:
        self.objects: dict[int, tuple[Any, bytes]] = {}
        for found in re.finditer(rb"(?<=\n)(\d+) 0 obj\s*(.*?)\s*endobj", data, re.DOTALL):
            head, _, stream = found[2].partition(b"\nstream\n")
            self.objects[int(found[1])] = (tokens(head)[0], stream.removesuffix(b"\nendstream"))
        [root] = re.findall(rb"/Root (\d+) 0 R", data)
        self.catalog = self.get(Ref(root))
        self.pages = [Ref(page) for page in self.get(self.catalog["Pages"])["Kids"]]
        self.said = {page: self._marked(page) for page in self.pages}
        self.read: list[tuple[Ref, int]] = []
        tree = self.get(self.catalog["StructTreeRoot"])
        self.document = self._node(tree["K"])
        numbers = self.get(tree["ParentTree"])["Nums"]
        self.parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
        assert tree["ParentTreeNextKey"] > max(self.parents)

    def links(self) -> list[tuple[Any, ...]]:
        """Every link: its page, its place, where it leads, what is said of it, its element's
        text."""
        found = []
        for at, page in enumerate(self.pages):
            for ref in self.get(self.get(page).get("Annots", [])):
                link = self.get(ref)
                leads = link["A"]["URI"] if "A" in link else link["Dest"][1:]
                element = self._node(self.parents[link["StructParent"]])
                place = tuple(link["Rect"]), tuple(link.get("QuadPoints", ()))
                found.append((at, place, leads, link["Contents"], element.role, element.text))
        return found

    def bookmarks(self) -> list[tuple[Any, ...]]:
        """Every bookmark in the order shown: its depth, its title, where it leads, its element."""
        return list(self._bookmarks(self.get(self.catalog["Outlines"]), 0))

    def _bookmarks(self, parent: dict[str, Any], depth: int) -> Iterator[tuple[Any, ...]]:
        ref = parent.get("First")
        while ref is not None:
            entries = self.get(ref)
            page, *place = entries["Dest"]
            leads = self.pages.index(page), place
            yield depth, told(entries["Title"]), leads, self._node(entries["SE"]).text
            yield from self._bookmarks(entries, depth + 1)
            ref = entries.get("Next")

    def get(self, value: Any) -> Any:
        return self.objects[value][0] if isinstance(value, Ref) else value

    def stream(self, ref: Ref) -> bytes:
        entries, data = self.objects[ref]
        return zlib.decompress(data) if entries.get("Filter") == "FlateDecode" else data

    def _node(self, ref: Ref) -> Node:
        entries = self.get(ref)
        kids = entries["K"] if isinstance(entries["K"], list) else [entries["K"]]
        page = entries.get("Pg")
        return Node(entries["S"], entries, tuple(self._kid(kid, page) for kid in kids))

    def _kid(self, kid: Any, page: Ref | None) -> "Node | str":
        if isinstance(kid, Ref):
            return self._node(kid)
        if isinstance(kid, dict) and kid["Type"] == "OBJR":
            return ""
        if isinstance(kid, dict):
            kid, page = kid["MCID"], kid["Pg"]
        assert page is not None
        self.read.append((page, kid))
        return self.said[page][kid]

    def _marked(self, page: Ref) -> dict[int, str]:
        """What each marked-content sequence of a page says."""
        entries = self.get(page)
        fonts = self.get(entries["Resources"])["Font"]
        texts = {label: self._texts(self.get(font)["ToUnicode"]) for label, font in fonts.items()}
        said: dict[int, str] = {}
        within: list[tuple[int | None, str | None]] = []
        operands: list[Any] = []
        font = ""
        contents = entries["Contents"]
        streams = contents if isinstance(contents, list) else [contents]
        for token in tokens(b"\n".join(map(self.stream, streams))):
            if not isinstance(token, Word):
                operands.append(token)
                continue
            if token == "Tf":
                font = operands[0]
            elif token in ("BMC", "BDC"):
                properties = operands[1] if token == "BDC" else {}
                actual = properties.get("ActualText")
                number = properties.get("MCID", within[-1][0] if within else None)
                within.append((number, None if actual is None else told(actual)))
                if actual is not None and number is not None:
                    said[number] = said.get(number, "") + told(actual)
                elif number is not None:
                    said.setdefault(number, "")
            elif token == "EMC":
                within.pop()
            elif token in ("Tj", "TJ"):
                assert within, "text that is neither content nor artifact"
                strings = operands[0] if token == "TJ" else [operands[0]]
                codes = b"".join(each for each in strings if isinstance(each, bytes))
                number, _ = within[-1]
                if number is not None and all(actual is None for _, actual in within):
                    pairs = zip(codes[::2], codes[1::2], strict=True)
                    said[number] += "".join(texts[font][a * 256 + b] for a, b in pairs)
            operands = []
        assert not within
        return said

    def _texts(self, ref: Ref) -> dict[int, str]:
        found: dict[int, str] = {}
        cmap = self.stream(ref)
        for first, _, listed in re.findall(rb"<(\w{4})><(\w{4})>\[((?:<\w*>)+)\]", cmap):
            for place, text in enumerate(re.findall(rb"<(\w*)>", listed)):
                found[int(first, 16) + place] = bytes.fromhex(text.decode()).decode("utf-16-be")
        return found
