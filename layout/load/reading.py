"""What one reading of a leaflet gathers: problems, and the texts' findings to be told together."""

import re
from typing import Any

from layout.hygiene import BIDI, RIGHT_TO_LEFT, clean, needs_cleaning
from layout.nodes import Scalar, YamlFile, place, sources_of
from layout.notation import looks_marked
from layout.problems import ERROR, NOTE, WARNING, Problem, Source, problem
from layout.values import NamedTuple

_LIST_MARK = re.compile(r"\n[ \t]*(-(?![\d-])|・)")
_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")
_LINES_TOLD = 8


class At(NamedTuple):
    """Where in the leaflet a value stands: its path (``body[2].ask``) and the block's name.

    ``column`` is that of the key which holds it, from 1; 0 for an item of a list and within
    brackets, where a value is not a line of its own.
    """

    path: str = ""
    block: str = ""
    column: int = 0

    def field(self, key: str, column: int = 0) -> "At":
        """The field of this name."""
        return At(f"{self.path}.{key}" if self.path else key, self.block, column)

    def item(self, number: int) -> "At":
        """The item of this number, from 1."""
        return At(f"{self.path}[{number}]", self.block)


class _Sighting(NamedTuple):
    """A character that was changed or is worth knowing, and where it stands."""

    code: str
    char: str
    source: Source


class Reading:
    """Gathers what is found while the nodes of one file are turned into values.

    ``slots`` are the placeholders the leaflet declares (None: braces are text); ``swallowed``
    the fields that a text before them took in, and which are not missing.
    """

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.slots: frozenset[str] | None = None
        self.swallowed: set[str] = set()
        self._sightings: list[_Sighting] = []
        self._told = {found.source for found in file.problems if found.code == "control-character"}

    def say(self, code: str, source: Source, at: At, **arguments: Any) -> None:
        """An error at a place."""
        self._add(code, ERROR, source, at, arguments)

    def warn(self, code: str, source: Source, at: At, **arguments: Any) -> None:
        """A warning at a place."""
        self._add(code, WARNING, source, at, arguments)

    def _add(self, code: str, severity: str, source: Source, at: At, more: dict[str, Any]) -> None:
        found = problem(code, source, severity, block=at.block, path=at.path, **more)
        self.problems.append(found)

    def cleaned(self, scalar: Scalar) -> str:
        """The text of a scalar fit to be set; what was found is told by :meth:`notes`."""
        if not needs_cleaning(scalar.text):
            return scalar.text
        cleaned = clean(scalar.text)
        sources = sources_of(self.file, scalar, (found.at for found in cleaned.findings))
        self._sightings += (
            _Sighting(found.code, found.char, source)
            for found, source in zip(cleaned.findings, sources, strict=True)
            if source not in self._told
        )
        return cleaned.text

    def check_prose(self, scalar: Scalar, at: At) -> None:
        """Warnings about marks of YAML that took or gave a text what its author did not mean.

        A comment behind a text may have been meant as text; a list's mark within a text
        (one space off) was meant as a list.
        """
        region = self.file.text[scalar.start : scalar.end]
        comment = None if scalar.style else _COMMENT.match(self.file.text, scalar.end)
        if comment and scalar.text:
            source = place(self.file.name, self.file.text, comment.start(1))
            self.warn("comment-cuts-text", source, at, cut=comment[1], kept=scalar.text)
        mark = _LIST_MARK.search(region) if scalar.style in ("", ">") else None
        if mark:
            source = place(self.file.name, self.file.text, scalar.start + mark.start(1))
            self.warn("list-mark-in-text", source, at, mark=mark[1])

    def check_braces(self, text: str, scalar: Scalar) -> None:
        """A sighting where braces look like a mark but are none: text, as the leaflet stands."""
        code = "notation-off" if self.slots is None else "notation-wide-brace"
        at = looks_marked(text, "{｛" if self.slots is None else "｛")
        if at >= 0:
            origins = clean(scalar.text).origins
            (source,) = sources_of(self.file, scalar, (origins[at],))
            self._sightings.append(_Sighting(code, "", source))

    def notes(self) -> list[Problem]:
        """One note or warning for each character that was changed, with all its lines."""
        groups: dict[tuple[str, str], list[Source]] = {}
        for code, char, source in self._sightings:
            told = char if code.startswith("text-invisible") or code in _BY_CHARACTER else ""
            groups.setdefault((code, told), []).append(source)
        return [_note(code, char, sources) for (code, char), sources in groups.items()]


_WARNED = (BIDI, RIGHT_TO_LEFT, "notation-wide-brace")
_BY_CHARACTER = ("text-space", "text-line-separator", BIDI)


def _note(code: str, char: str, sources: list[Source]) -> Problem:
    lines = list(dict.fromkeys(str(source.line) for source in sources))
    told = ", ".join(lines[:_LINES_TOLD]) + (" …" if len(lines) > _LINES_TOLD else "")
    severity = WARNING if code in _WARNED else NOTE
    named = f"U+{ord(char):04X}" if char else ""
    return problem(code, sources[0], severity, char=named, count=len(sources), lines=told)
