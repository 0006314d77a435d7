"""Leaflets to be loaded, and what loading them says."""

from pathlib import Path
from typing import NamedTuple

from layout.load import Loaded, load
from layout.problems import LeafletError, Problem

HEAD = """\
id: sample
issued: 2025-04-01
cover:
  title: 表題
"""
"""The first four lines of a leaflet, whole but for its body."""

BODY = """\
body:
  - section:
      text: 本文です。
"""


class Said(NamedTuple):
    """What a reading said: the code, the severity, the line and the column."""

    code: str
    severity: str
    line: int
    column: int


class Outcome(NamedTuple):
    """The result of loading a file: the leaflet or none, the problems, the exit code."""

    loaded: Loaded | None
    problems: tuple[Problem, ...]
    exit_code: int

    @property
    def said(self) -> list[Said]:
        return [Said(p.code, p.severity, p.source.line, p.source.column) for p in self.problems]

    @property
    def errors(self) -> list[tuple[str, int, int]]:
        return [(s.code, s.line, s.column) for s in self.said if s.severity == "error"]

    @property
    def codes(self) -> list[str]:
        return [s.code for s in self.said]

    def argument(self, code: str, name: str) -> str:
        found = next(p for p in self.problems if p.code == code)
        return dict(found.arguments)[name]


def reading(path: Path, content: str | bytes) -> Outcome:
    """What comes of a file with this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return reading_file(path)


def reading_file(path: Path) -> Outcome:
    try:
        loaded = load(path)
    except LeafletError as error:
        return Outcome(None, error.problems, error.exit_code)
    return Outcome(loaded, loaded.problems, 0)
