"""Telling what was found: to people with the source line and a caret, to programs as JSON."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import category, combining, east_asian_width

from layout.messages import sentences
from layout.problems import ERROR, NOTE, WARNING, Problem, Source, Spot
from layout.values import NamedTuple

if TYPE_CHECKING:
    from layout.preflight import Report

VERSION = 1
"""Of the JSON report.  Raised when a field changes its meaning or goes."""

WIDEST_EXCERPT = 76
"""Columns of a source line that are shown: a line with its number fits a terminal of 80 or so."""

_BEFORE = WIDEST_EXCERPT * 2 // 3
"""Columns shown before the caret where a line is cut: what leads to a mistake explains it."""


class Output(NamedTuple):
    """A file that was written: what the report says of it; None: it has no such thing."""

    path: str
    edition: str
    fold: str | None
    theme: str | None
    pages: int | None
    bytes: int
    sha256: str


def to_json(
    outputs: Iterable[Output],
    problems: Iterable[Problem],
    language: str,
    judged: "Report | None" = None,
) -> str:
    """The report for programs; pure ASCII, so that any console can carry it.

    ``judged`` is what a preflight came to: the standard and the rules by which it judged.
    """
    import json

    report: dict[str, Any] = {
        "version": VERSION,
        "outputs": [output._asdict() for output in outputs],
        "problems": [as_record(problem, language) for problem in problems],
    }
    if judged is not None:
        report["preflight"] = {
            "standard": judged.standard,
            "claimed": judged.claimed or None,
            "profile": judged.profile,
            "pages": judged.pages,
            "sound": judged.sound,
            "rules": list(judged.rules),
        }
    return json.dumps(report, indent=2)


def as_record(problem: Problem, language: str) -> dict[str, Any]:
    """One problem; what is not known is null."""
    message, hint = sentences(problem, language)
    spot = problem.spot or Spot()
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": message,
        "hint": hint or None,
        "file": problem.source.file or None,
        "line": problem.source.line or None,
        "column": problem.source.column or None,
        "block": problem.block or None,
        "panel": problem.panel or None,
        "mm_over": problem.mm_over,
        "lines_over": problem.lines_over,
        "clause": spot.clause or None,
        "page": spot.page,
        "x_mm": spot.x_mm,
        "y_mm": spot.y_mm,
        "measured": spot.measured,
        "limit": spot.limit,
        "places": spot.places if problem.spot else None,
    }


def to_people(problems: Iterable[Problem], language: str) -> str:
    """Every problem as ``file:line:col: error[code]: sentence``, its source line and its hint."""
    lines_of = cache(source_lines)
    return "".join(_paragraph(problem, language, lines_of) for problem in problems)


def _paragraph(problem: Problem, language: str, lines_of: Callable[[str], tuple[str, ...]]) -> str:
    message, hint = sentences(problem, language)
    place = f"{_place(problem.source)}{_on_page(problem.spot, language)}"
    head = f"{place}{problem.severity}[{problem.code}]: {message}"
    parts = [head, *_excerpt(problem.source, lines_of)]
    if hint:
        first, *lines = hint.split("\n")
        parts.append(f"  {'→ ' if language == 'ja' else 'hint: '}{first}".rstrip())
        parts += (f"{_NO_NUMBER}| {line}" for line in lines)
    return "".join(f"{printable(part)}\n" for part in parts)


_NO_NUMBER = " " * 6
"""Before lines of a file that have no number: the caret's, and those a hint proposes."""


def _place(source: Source) -> str:
    """``file:line:column: `` as far as it is known."""
    if not source.file:
        return ""
    numbers = [str(number) for number in (source.line, source.column) if number]
    return ":".join([source.file, *numbers]) + ": "


def _on_page(spot: Spot | None, language: str) -> str:
    """``page 1 (x 12.3 y 4.5 mm, 3 places): `` as far as it is known."""
    if spot is None or spot.page is None:
        return ""
    words = _ON_PAGE[language]
    at = "" if spot.x_mm is None else f"x {spot.x_mm:g} y {spot.y_mm:g} mm"
    more = words["places"].format(spot.places) if spot.places > 1 else ""
    inner = words["joint"].join(part for part in (at, more) if part)
    page = words["page"].format(spot.page)
    return f"{page} ({inner}): " if inner else f"{page}: "


_ON_PAGE = {
    "ja": {"page": "{}ページ", "places": "{}か所", "joint": "、"},
    "en": {"page": "page {}", "places": "{} places", "joint": ", "},
}


def _excerpt(source: Source, lines_of: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """The source line and, under the column, a caret."""
    lines = lines_of(source.file) if source.line else ()
    if not 0 < source.line <= len(lines):
        return ()
    line = printable(lines[source.line - 1])
    column = min(max(source.column - 1, 0), len(line))
    shown, before = _window(line, column)
    gutter = f"{source.line:>5} | "
    caret = f"{_NO_NUMBER}| {' ' * display_width(shown[:before])}^"
    return (f"{gutter}{shown}", caret) if source.column else (f"{gutter}{shown}",)


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a line that is shown and where in it the column lies."""
    if display_width(line) <= WIDEST_EXCERPT:
        return line.rstrip(), column
    start = column
    while start and display_width(line[start - 1 : column]) <= _BEFORE:
        start -= 1
    end = column
    while end < len(line) and display_width(line[start : end + 1]) <= WIDEST_EXCERPT:
        end += 1
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    return f"{head}{line[start:end].rstrip()}{tail}", len(head) + column - start


def display_width(text: str) -> int:
    """Columns on a terminal: full-width characters take two, combining marks none.

    East Asian Width (UAX 11); ambiguous characters count as narrow, as in today's terminals.
    """
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if combining(char) or category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def printable(text: str) -> str:
    """The text as one line that moves no cursor: controls and line ends become ``\\ufffd``.

    Escape sequences of a hostile file would otherwise reach the terminal, and bidirectional
    controls could make a line read otherwise than it stands.
    """
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    if char in "\t\u3000":
        return " " if char == "\t" else char
    return "\ufffd" if category(char) in ("Cc", "Zl", "Zp") or char in _BIDI else char


_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")


def source_lines(file: str) -> tuple[str, ...]:
    """The lines of a source file as an editor counts them; none if it cannot be read."""
    try:
        data = Path(file).read_bytes()
    except OSError:
        return ()
    text = _decode(data).replace("\r\n", "\n").replace("\r", "\n")
    return tuple(text.split("\n"))


def _decode(data: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    readings = (data.decode(encoding, "replace") for encoding in ("utf-8-sig", "cp932"))
    return min(readings, key=lambda text: text.count("\ufffd"))


def summary(problems: Sequence[Problem], outputs: Sequence[Output], language: str) -> str:
    """The closing line: how many problems, how many files, and how to print those for a printer."""
    counts = [sum(p.severity == kind for p in problems) for kind in (ERROR, WARNING, NOTE)]
    told = [
        words.format(count) for words, count in zip(_COUNTS[language], counts, strict=True) if count
    ]
    closing = _CLOSING[language]
    parts = [closing["joint"].join(told) or closing["clean"]]
    if outputs:
        pdfs = all(output.path.endswith(".pdf") for output in outputs)
        parts.append(closing["written" if pdfs else "files"].format(len(outputs)))
    made = {output.edition for output in outputs}
    parts += [closing[edition] for edition in ("office", "konbini", "dummy") if edition in made]
    return closing["end"].join(parts) + closing["end"].rstrip() + "\n"


_COUNTS = {
    "ja": ("エラー{}件", "警告{}件", "お知らせ{}件"),
    "en": ("errors: {}", "warnings: {}", "notes: {}"),
}
_CLOSING = {
    "ja": {
        "clean": "問題はありません",
        "joint": "、",
        "end": "。",
        "written": "PDFを{}件書き出しました",
        "files": "ファイルを{}件書き出しました",
        "office": "office版は「実際のサイズ（100%）・両面・短辺とじ」で印刷してください",
        "konbini": "コンビニでは「両面・短辺とじ」を選び、拡大や縮小はしないでください",
        "dummy": "「実際のサイズ（100%）・両面・短辺とじ」で印刷し、①から順に折ってください",
    },
    "en": {
        "clean": "No problems found",
        "joint": ", ",
        "end": ". ",
        "written": "PDFs written: {}",
        "files": "Files written: {}",
        "office": "Print the office edition at actual size (100 %), on both sides, flipped on the "
        "short edge",
        "konbini": "In the store choose both sides, flipped on the short edge, and no scaling to "
        "the paper",
        "dummy": "Print it at actual size (100 %), on both sides, flipped on the short edge, and "
        "fold in the order of the numbers",
    },
}
