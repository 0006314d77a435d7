"""How a paragraph breaks, told glyph by glyph: what the command ``typeset`` prints.

Values in, values out; reading the jobs and printing the answers is for the command line.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import Any

from layout.geometry import Em
from layout.problems import LeafletError, Problem, problem
from layout.text.fonts import Fonts
from layout.text.jlreq import STRICTNESS
from layout.text.paragraph import Paragraph, Placed, Span, place_lines, prepare
from layout.theme import TextStyle

DATA_INVALID = 3

_SPACE = re.compile(r"\s")

_CHOICES = {
    "strictness": STRICTNESS,
    "line_head": ("tentsuki", "half", "indent"),
    "line_end": ("jlreq", "jis", "solid", "book"),
    "direction": ("horizontal",),
}
_SWITCHES = ("hanging", "house_rules", "kern")
_FIELDS = ("id", "text", "measure_em", "size_pt", "justify", "indent_em", "style")
_STYLE_FIELDS = (*_CHOICES, *_SWITCHES, "font")


def typeset(
    jobs: Sequence[Mapping[str, Any]], body: TextStyle, fonts: Fonts
) -> list[dict[str, Any]]:
    """Set each job's text in ``body``, changed as the job's ``style`` says.

    A job is ``{"id", "text", "measure_em", "justify": true, "indent_em": 0, "style": {…}}``
    (``size_pt`` changes no line: all lengths are ems of the text).  The answer to each is
    ``{"id", "lines": [{"text", "width_em", "glyphs": [{"char", "index", "x_em",
    "advance_em"}]}]}``: ``index`` counts code points of the text, ``x_em`` is the left side
    of the glyph's cell from the line's left edge, ``advance_em`` the cell's width (a space:
    what it takes up here).  A line that could be set in no lawful way also says
    ``"loose": true``.

    Raises LeafletError (exit 3) with every fault of every job.
    """
    faults = tuple(fault for number, job in enumerate(jobs) for fault in _faults(number, job))
    if faults:
        raise LeafletError(faults, DATA_INVALID)
    prepared: dict[tuple[str, TextStyle], Paragraph] = {}
    return [_answer(job, body, fonts, prepared) for job in jobs]


def _answer(
    job: Mapping[str, Any],
    body: TextStyle,
    fonts: Fonts,
    prepared: dict[tuple[str, TextStyle], Paragraph],
) -> dict[str, Any]:
    key = (job["text"], _style(job, body))
    if key not in prepared:
        prepared[key] = prepare((Span(*key),), key[1], fonts)
    paragraph = prepared[key]
    start = {id(paragraph.segments[0]): 0} if paragraph.segments else {}
    for before, part in pairwise(paragraph.segments):
        start[id(part)] = start[id(before)] + len(before.text) + 1  # the forced break
    lines = place_lines(paragraph, (float(job["measure_em"]),))
    return {"id": job.get("id"), "lines": [_line(line, start[id(line.segment)]) for line in lines]}


def _style(job: Mapping[str, Any], body: TextStyle) -> TextStyle:
    wanted = dict(job.get("style") or {})
    wanted.pop("direction", None)
    faces = (wanted.pop("font"), *body.faces) if "font" in wanted else body.faces
    features = ("kern",) if wanted.pop("kern", False) else ()
    return body._replace(
        size=Em(1.0),
        faces=faces,
        features=features,
        align="justify" if job.get("justify", True) else "start",
        indent=Em(float(job.get("indent_em", 0.0))),
        **wanted,
    )


def _line(line: Placed, start: int) -> dict[str, Any]:
    part, stop = line.segment, line.last + 1
    answer = {
        "text": "".join(part.texts[line.first : stop]),
        "width_em": round(line.width, 6),
        "glyphs": [
            {"char": char, "index": start + at, "x_em": round(x, 6), "advance_em": advance}
            for char, at, x, advance in zip(
                part.texts[line.first : stop],
                part.offsets[line.first : stop],
                line.starts,
                _advances(line),
                strict=True,
            )
            if char
        ],
    }
    return {**answer, "loose": True} if line.loose else answer


def _advances(line: Placed) -> list[float]:
    """The widths of the cells; a space's is up to the next glyph, nothing at the line's end."""
    part, starts = line.segment, line.starts
    advances = part.advances[line.first : line.last + 1]
    texts = part.texts[line.first : line.last + 1]
    if not _SPACE.search("".join(texts)):
        return advances
    for place, text in enumerate(texts):
        if text.isspace():
            follow = starts[place + 1] if place + 1 < len(starts) else starts[place]
            advances[place] = round(max(0.0, follow - starts[place]), 6)
    return advances


def _faults(number: int, job: object) -> list[Problem]:
    """What is wrong with a job, each fault named by the job's place in the list."""
    if not isinstance(job, Mapping):
        return [problem("typeset-job", job=number, field="", value=_told(job))]
    faults = [name for name in job if name not in _FIELDS]
    if not isinstance(job.get("text"), str):
        faults.append("text")
    if not _positive(job.get("measure_em")):
        faults.append("measure_em")
    faults += [
        name
        for name, valid in (
            ("size_pt", _positive(job.get("size_pt", 1.0))),
            ("justify", isinstance(job.get("justify", True), bool)),
            ("indent_em", job.get("indent_em", 0.0) == 0 or _positive(job.get("indent_em"))),
            ("style", isinstance(job.get("style", {}), Mapping)),
        )
        if not valid
    ]
    told = [problem("typeset-job", job=number, field=n, value=_told(job.get(n))) for n in faults]
    style = job.get("style", {})
    return told + (_style_faults(number, style) if isinstance(style, Mapping) else [])


def _style_faults(number: int, style: Mapping[str, Any]) -> list[Problem]:
    return [
        problem("typeset-style", job=number, field=name, value=_told(value), known=_known(name))
        for name, value in style.items()
        if not _fits(name, value)
    ]


def _fits(name: str, value: object) -> bool:
    if name in _CHOICES:
        return value in _CHOICES[name]
    return isinstance(value, bool) if name in _SWITCHES else name == "font" and bool(value)


def _known(name: str) -> str:
    if name in _CHOICES:
        return ", ".join(_CHOICES[name])
    return "true, false" if name in _SWITCHES else ", ".join(_STYLE_FIELDS)


def _positive(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < inf


def _told(value: object) -> str:
    return repr(value)[:40]
