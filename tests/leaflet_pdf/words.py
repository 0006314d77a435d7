"""What a leaflet says, and what readers of its PDF find."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pypdf
import pypdfium2

from layout.document import RUBY, Leaflet, texts
from tests.leaflet_pdf.made import Case, pdf
from tests.outside import run
from tests.pdf.reading import Drawn, open_pdf

SOURCE = Path(__file__).parent.parent / "data" / "mynumber-source.txt"

INCIDENT = re.compile(r"- (?P<date>.+?月) (?P<who>.+?)・(?P<kind>.+)\((?P<count>.+)\)$")
QUESTION = re.compile(r"(Q\d+) (.+)$")


def close(text: str) -> str:
    """The text without white space: readers tell every line end and wide gap as white space."""
    return re.sub(r"[\s\ufeff]", "", text)


class Head(NamedTuple):
    """The head of an incident, which its form divides into four."""

    date: str
    who: str
    kind: str
    count: str  # type: ignore[assignment]  # hides tuple.count, on purpose


def source_lines() -> list[str]:
    """The lines of the source text."""
    lines = (line.strip() for line in SOURCE.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def source_heads() -> list[Head]:
    """The heads of the incidents in it."""
    found = (INCIDENT.match(line) for line in source_lines())
    return [Head(**match.groupdict()) for match in found if match]


def source_strings() -> list[str]:
    """Every other string: a question apart from its number, a demand without the hyphen that
    makes it an item of a list in the source."""
    strings: list[str] = []
    for line in source_lines():
        question = QUESTION.match(line)
        if question:
            strings += question.groups()
        elif not INCIDENT.match(line):
            strings.append(line.removeprefix("- "))
    return strings


UNPRINTED = ("id", "art", "alt", "file", "flag", "lead")
"""Fields that name things, or say them where they cannot be seen."""


def words_in(part: object) -> list[str]:
    """Every string of a part of a leaflet that is printed, parted at the author's line breaks."""
    return [line for text in _printed(part) for line in text.split("\n") if close(line)]


def words_of(leaflet: Leaflet) -> list[str]:
    """Every string of a leaflet that is printed."""
    return words_in((leaflet.cover, leaflet.body, leaflet.back))


def readings_in(leaflet: Leaflet) -> list[str]:
    """Every reading of a leaflet that is printed, as it stands beside its base."""
    printed = _printed((leaflet.cover, leaflet.body, leaflet.back))
    marks = (mark for text in printed for mark in text.marks if mark.kind == RUBY)
    return [reading for mark in marks for reading in mark.value]


def is_ruby(text: str, leaflet: Leaflet) -> bool:
    """Whether a text is nothing but readings of the leaflet and emphasis dots."""
    readings = sorted(map(close, readings_in(leaflet)), key=len, reverse=True)
    return bool(
        readings and re.fullmatch(f"(?:{'|'.join(map(re.escape, readings))}|•)+", close(text))
    )


def without_ruby(text: str, leaflet: Leaflet) -> str:
    """What a reader found but for the lines of ruby, which stand between those of the text."""
    lines = text.split("\n")
    return "\n".join(line for line in lines if not is_ruby(line, leaflet))


def base_text(glyphs: Sequence[Drawn], leaflet: Leaflet) -> str:
    """What glyphs say, but for the ruby: it has a baseline of its own."""
    lines = groupby(glyphs, key=attrgetter("page", "y", "size"))
    texts = ("".join(glyph.text for glyph in line) for _, line in lines)
    return close("".join(text for text in texts if not is_ruby(text, leaflet)))


def _printed(value: object) -> Iterator[str]:
    fields = getattr(value, "_fields", None)
    if fields is not None:
        for name in fields:
            if name not in (*UNPRINTED, "source"):
                yield from _printed(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _printed(part)
    else:
        yield from texts(value)


@cache
def by_poppler(case: Case) -> str:
    """What pdftotext finds in the order of the file; it heeds ActualText."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "leaflet.pdf"
        path.write_bytes(pdf(case))
        return run("pdftotext", "-raw", "-enc", "UTF-8", path, "-")


@cache
def by_pypdf(case: Case) -> str:
    """What pypdf finds; it knows nothing of ActualText."""
    reader: pypdf.PdfReader = open_pdf(pdf(case))
    return "\n".join(page.extract_text() for page in reader.pages)


@cache
def by_pdfium(case: Case) -> str:
    """What the reader of many browsers finds; it heeds ActualText."""
    document = pypdfium2.PdfDocument(pdf(case))
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def remainder(text: str, strings: list[str]) -> tuple[list[str], str]:
    """The strings that are not in the text, and what is left of it when each of the others is
    taken out once, the longest first."""
    left, missing = close(text), list[str]()
    for string in sorted(map(close, strings), key=len, reverse=True):
        before, found, after = left.partition(string)
        left = f"{before}|{after}"
        if not found:
            left, missing = before, [*missing, string]
    return missing, re.sub(r"\|+", "|", left)
