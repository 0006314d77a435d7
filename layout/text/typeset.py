"""How paragraphs break, told glyph by glyph: what the command ``typeset`` prints.

Values in, values out; reading the jobs and printing the answers is for the command line.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from json import dumps
from json.encoder import encode_basestring as quoted
from re import compile as pattern
from typing import Any

from layout.geometry import Em
from layout.problems import WARNING, Problem, problem
from layout.text.fonts import Fonts
from layout.text.items import Segment
from layout.text.jlreq import STRICTNESS
from layout.text.paragraph import Paragraph, Placed, Span, place_lines, prepare
from layout.theme import TextStyle
from layout.values import NamedTuple

DATA_INVALID = 3

_LINE_END = pattern("\r\n|\r|\n")
_SURROGATE = pattern("[\ud800-\udfff]")
_SPACE = pattern(r"\s")
_FULL_WIDTH_SPACE = "\u3000"
_HALVED = 0.4
"""An opening bracket's body starts this far into its cell or farther; a middle dot's does not."""
_HELD = 50_000
"""Characters whose preparation is kept for further measures."""

_CHOICES = {
    "strictness": STRICTNESS,
    "line_head": ("tentsuki", "half", "indent"),
    "line_end": ("jlreq", "jis", "solid", "book"),
    "marks": ("full", "half"),
    "direction": ("horizontal", "vertical"),
}
_SWITCHES = ("hanging", "house_rules", "kern")
_FIELDS = ("id", "text", "measure_em", "size_pt", "justify", "indent_em", "style")
_NEEDED = ("id", "text", "measure_em")
_STYLE_FIELDS = (*_CHOICES, *_SWITCHES, "font")

Job = Mapping[str, Any]


class Answer(NamedTuple):
    """A job with its lines; ``missing`` are the indexes of characters that no face has."""

    job: Job
    lines: list[Placed]
    told: "_Told"
    missing: tuple[int, ...]


def check_jobs(jobs: Sequence[Any], fonts: Fonts) -> tuple[Problem, ...]:
    """Everything that keeps jobs from being set; ``job`` in a problem counts from 1.

    A job is ``{"id", "text", "measure_em", "size_pt": body, "justify": true, "indent_em": 0,
    "style": {…}}``.  Raises LeafletError (exit 5) if a font that a style names cannot be used.
    """
    faults = tuple(fault for number, job in enumerate(jobs, 1) for fault in _faults(number, job))
    if not faults:
        for font in dict.fromkeys((job.get("style") or {}).get("font") for job in jobs):
            if font is not None:
                fonts.face(font)
    return faults


def typeset(jobs: Sequence[Job], body: TextStyle, fonts: Fonts) -> Iterator[Answer]:
    """Set each job's text in ``body``, changed as the job's ``style`` says.

    ``size_pt`` changes no line: all lengths are ems of the text.  A text is prepared once for
    all its measures, as long as not too many others come between.  The jobs must have passed
    :func:`check_jobs`.
    """
    prepared: dict[tuple[str, TextStyle], tuple[Paragraph, _Told, tuple[int, ...]]] = {}
    held = 0
    for job in jobs:
        key = (job["text"], _style(job, body))
        if key not in prepared:
            held += len(job["text"])
            if held > _HELD:
                prepared.clear()
                fonts.forget()
                held = len(job["text"])
            prepared[key] = _prepare(*key, fonts)
        paragraph, told, missing = prepared[key]
        yield Answer(job, place_lines(paragraph, (float(job["measure_em"]),)), told, missing)


def _prepare(
    text: str, style: TextStyle, fonts: Fonts
) -> tuple[Paragraph, "_Told", tuple[int, ...]]:
    """The text's paragraph; any of the three line ends is a forced break."""
    heads = [0, *(match.end() for match in _LINE_END.finditer(text))]
    paragraph = prepare((Span(_LINE_END.sub("\n", text), style),), style, fonts)
    return paragraph, _Told(paragraph.segments, heads), _undrawn(text, style.faces, fonts)


def missing_glyphs(jobs: Sequence[Job], body: TextStyle, fonts: Fonts) -> tuple[Problem, ...]:
    """A warning for each character that no face has, with the first job that asks for it."""
    first: dict[str, tuple[int, int]] = {}
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for number, job in enumerate(jobs, 1):
        key = (job["text"], _style(job, body).faces)
        if key not in seen:
            seen.add(key)
            for at in _undrawn(*key, fonts):
                first.setdefault(key[0][at], (number, at))
    return tuple(_no_glyph(char, number, at) for char, (number, at) in first.items())


def _no_glyph(char: str, number: int, at: int) -> Problem:
    return problem(
        "typeset-glyph",
        severity=WARNING,
        job=number,
        field="text",
        index=at,
        character=char if char.isprintable() else "",
        code_point=f"U+{ord(char):04X}",
    )


def _undrawn(text: str, faces: tuple[str, ...], fonts: Fonts) -> tuple[int, ...]:
    """The indexes of the characters that no face has; tabs and line ends are not drawn."""
    return tuple(at for at in fonts.missing(text, faces) if text[at] not in "\t\r\n")


def to_json(answer: Answer) -> str:
    """``{"id", "lines": [{"text", "width_em", "glyphs": [{"char", "index", "x_em",
    "advance_em"}]}]}`` as JSON text.

    ``index`` counts code points of the text, ``x_em`` is the left side of the glyph's cell
    from the line's left edge, ``advance_em`` the cell's width (a space: what it takes up
    here).  A line that could be set in no lawful way also says ``"loose": true``; a job with
    characters that no face has lists their indexes as ``"missing"``.
    """
    lines = ", ".join(map(answer.told.line, answer.lines))
    missing = f', "missing": {list(answer.missing)}' if answer.missing else ""
    return f'{{"id": {dumps(answer.job["id"], ensure_ascii=False)}, "lines": [{lines}]{missing}}}'


class _Told:
    """The records of a paragraph's glyphs as JSON, but for where they stand: made once, used
    for all measures.  By the identity of the segment, as lines name it."""

    def __init__(self, segments: Sequence[Segment], heads: Sequence[int]) -> None:
        pairs = zip(segments, heads, strict=False)
        self._parts = {id(part): _records(part, head) for part, head in pairs}

    def line(self, line: Placed) -> str:
        part, stop = line.segment, line.last + 1
        text = "".join(part.texts[line.first : stop])
        records, starts = self._parts[id(part)][line.first : stop], line.starts
        if _SPACE.search(text):
            starts = _with_cells(line)
            _widen_spaces(records, starts, line)
        if "" in records:  # the later glyphs of a cluster stand for no character
            starts = [x for x, record in zip(starts, records, strict=True) if record]
            records = [record for record in records if record]
        glyphs = ", ".join(records) % tuple(starts)
        loose = ', "loose": true' if line.loose else ""
        return (
            f'{{"text": {quoted(text)}, "width_em": {line.width:.8g}, "glyphs": [{glyphs}]{loose}}}'
        )


_RECORD = '{"char": %s, "index": %d, "x_em": %%.8g, "advance_em": %.8g}'


def _records(part: Segment, head: int) -> list[str]:
    """Each glyph's record, a form to be filled with the place."""
    return [
        _RECORD % (quoted(char).replace("%", "%%"), head + at, advance) if char else ""
        for char, at, advance in zip(part.texts, part.offsets, part.advances, strict=True)
    ]


_ADVANCE = pattern("[^ ]+}$")


def _widen_spaces(records: list[str], starts: Sequence[float], line: Placed) -> None:
    """A space is as wide as it is to the next glyph, and nothing at the line's end; U+3000
    before a glyph keeps its cell."""
    part, first, last = line.segment, line.first, line.last
    for place, text in enumerate(part.texts[first : last + 1]):
        if text.isspace():
            room = max(0.0, starts[place + 1] - starts[place]) if first + place < last else 0.0
            if room and text == _FULL_WIDTH_SPACE:
                room = part.advances[first + place]
            records[place] = _ADVANCE.sub(f"{room:.8g}}}", records[place])


def _with_cells(line: Placed) -> list[float]:
    """Where the glyphs start, the cells of full-width spaces side by side before the glyph that
    follows: the space of a mark ahead of them is not theirs.

    Of an opening bracket the body follows, as the line is set solid there (JLREQ, Table 1).
    """
    part, starts = line.segment, list(line.starts)
    for place in range(len(starts) - 2, -1, -1):
        if part.texts[line.first + place] == _FULL_WIDTH_SPACE:
            room = starts[place + 1] - starts[place]
            shift = part.shifts[line.first + place + 1]
            behind = max(0.0, -shift) if shift <= -_HALVED else 0.0
            starts[place] += max(0.0, room + behind - part.advances[line.first + place])
    return starts


def _style(job: Job, body: TextStyle) -> TextStyle:
    align = "justify" if job.get("justify", True) else "start"
    indent = Em(float(job.get("indent_em", 0.0)))
    wanted = dict(job.get("style") or {})
    faces = (wanted.pop("font"), *body.faces) if "font" in wanted else body.faces
    features = ("kern",) if wanted.pop("kern", False) else ()
    return body._replace(
        size=Em(1.0), faces=faces, features=features, align=align, indent=indent, **wanted
    )


def _faults(number: int, job: object) -> Iterator[Problem]:
    """What is wrong with a job."""
    if not isinstance(job, Mapping):
        yield problem("typeset-job", job=number, field="", value=_told(job))
        return
    for name in _NEEDED:
        if name not in job:
            yield problem("typeset-missing", job=number, field=name)
    for name, value in job.items():
        if name not in _FIELDS:
            yield problem("typeset-unknown", job=number, field=name, known=", ".join(_FIELDS))
        elif name == "style" and isinstance(value, Mapping):
            yield from _style_faults(number, value)
        elif not _WANTED[name][0](value):
            wanted = _WANTED[name][1]
            yield problem("typeset-value", job=number, field=name, value=_told(value), known=wanted)
        elif isinstance(value, str) and (half := _SURROGATE.search(value)):
            code_point = f"U+{ord(half[0]):04X}"
            at = half.start()
            yield problem(
                "typeset-surrogate", job=number, field=name, code_point=code_point, index=at
            )


def _style_faults(number: int, style: Mapping[str, Any]) -> Iterator[Problem]:
    for name, value in style.items():
        if not _fits(name, value):
            yield problem(
                "typeset-style", job=number, field=name, value=_told(value), known=_known(name)
            )


def _fits(name: str, value: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _SWITCHES:
        return isinstance(value, bool)
    return name == "font" and isinstance(value, str) and value != ""


def _known(name: str) -> str:
    if name in _CHOICES:
        return ", ".join(_CHOICES[name])
    if name in _SWITCHES:
        return "true, false"
    return "→ make_leaflet.py fonts" if name == "font" else ", ".join(_STYLE_FIELDS)


def _number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -_LARGEST < value < _LARGEST


_LARGEST = 1e9
"""Ems and points up to which lengths are told to a millionth."""

_WANTED: dict[str, tuple[Callable[[Any], bool], str]] = {
    "id": (lambda value: isinstance(value, str) or _number(value), '"…", 1'),
    "text": (lambda value: isinstance(value, str), '"…"'),
    "measure_em": (lambda value: _number(value) and value > 0, "> 0"),
    "size_pt": (lambda value: _number(value) and value > 0, "> 0"),
    "justify": (lambda value: isinstance(value, bool), "true, false"),
    "indent_em": (lambda value: _number(value) and value >= 0, "≥ 0"),
    "style": (lambda value: isinstance(value, Mapping), '{"strictness": …}'),
}
"""What the value of each field must be, and how that is told in any language."""


def _told(value: object) -> str:
    """A value as it was written, cut short."""
    shown = dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


_SHOWN = 40
