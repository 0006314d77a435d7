"""SVG files as trees of elements: the only door to XML.

Nothing is ever fetched or expanded: a file that declares entities is refused where it does so,
a document type that only names SVG is passed over unread, and what lies in another namespace
(the drawing programs' own notes) is left out.
"""

from collections.abc import Mapping
from xml.parsers import expat

from layout.problems import LeafletError, Source, problem
from layout.values import NamedTuple

LARGEST = 4_000_000
"""The most bytes of a drawing: the largest leaflet drawings seen are a twentieth of it."""
DEEPEST, MOST_ELEMENTS, MOST_ATTRIBUTES = 64, 50_000, 200

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_DATA = 3


class Element(NamedTuple):
    """An element of SVG: its name, attributes, where it begins, what is in it."""

    tag: str
    attributes: Mapping[str, str]
    source: Source
    children: list["Element"]
    text: list[str]


def parse(data: bytes, name: str) -> Element:
    """The root of the SVG file ``name``; LeafletError (exit code 3) where it is none."""
    if len(data) > LARGEST:
        raise _refused("artwork-too-large", Source(name), most=LARGEST // 10**6)
    builder = _Builder(name)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        source = Source(name, error.lineno, error.offset + 1)
        reason = expat.ErrorString(error.code)
        raise _refused("artwork-damaged", source, name=name, reason=reason) from None
    except (ValueError, LookupError) as error:  # an encoding that Python does not know either
        raise _refused("artwork-damaged", Source(name, 1, 1), name=name, reason=error) from None
    if builder.root is None or builder.root.tag != "svg":
        raise _refused("artwork-not-svg", Source(name, 1, 1), name=name)
    return builder.root


def _refused(code: str, source: Source, **arguments: object) -> LeafletError:
    found = problem(code, source)
    named = tuple((key, str(value)) for key, value in arguments.items())
    return LeafletError((found._replace(arguments=named),), _DATA)


class _Builder:
    """Takes what expat reports, and stops at what no drawing needs."""

    def __init__(self, name: str) -> None:
        self.root: Element | None = None
        self._name = name
        self._open: list[Element] = []
        self._count = 0
        self._foreign = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._skipped
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    @property
    def _here(self) -> Source:
        return Source(
            self._name, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        )

    def _doctype(
        self, _name: str, _system: str | None, _public: str | None, internal: bool
    ) -> None:
        if internal:
            raise _refused("artwork-entities", self._here, name=self._name)

    def _entity(self, *_: object) -> None:
        raise _refused("artwork-entities", self._here, name=self._name)

    def _skipped(self, *_: object) -> None:
        raise _refused("artwork-entities", self._here, name=self._name)

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise _refused("artwork-outside", self._here, what=f"<?{target}?>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        deep = len(self._open) + self._foreign
        if self._count > MOST_ELEMENTS or deep >= DEEPEST or len(attributes) > MOST_ATTRIBUTES:
            raise _refused("artwork-too-much", self._here, name=self._name)
        space, _, tag = name.rpartition(" ")
        if self._foreign or space not in (SVG, ""):
            self._foreign += 1
            return
        known = {_local(key): value for key, value in attributes.items() if _local(key)}
        element = Element(tag, known, self._here, [], [])
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        if self._foreign:
            self._foreign -= 1
        else:
            self._open.pop()

    def _text(self, data: str) -> None:
        if self._open and not self._foreign:
            self._open[-1].text.append(data)


def _local(key: str) -> str:
    """An attribute's name; empty for one that only its drawing program knows."""
    space, _, name = key.rpartition(" ")
    return name if space in ("", SVG, _XLINK, _XML) else ""
