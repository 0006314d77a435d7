"""What an outsider reads off an answer of ``typeset``: bodies, gaps, line ends.

Only the JSON is looked at, and what JLREQ says of the bodies of marks (3.1.2); nothing of the
program's own classes.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.typeset import check_jobs, to_json, typeset
from layout.theme import TextStyle
from tests.text.setting import CENTRE_HALF, LEFT_HALF, RIGHT_HALF, SPACES


class Body(NamedTuple):
    """A glyph with ink: its character, its index in the text, the edges of its body in ems.

    ``inset`` is how far the body's left edge stands from its cell's.
    """

    char: str
    index: int
    left: float
    right: float
    inset: float = 0.0


class ToldLine(NamedTuple):
    """A line of an answer."""

    text: str
    bodies: tuple[Body, ...]
    loose: bool

    def gap_after(self, index: int) -> float | None:
        """The space between the character at an index and the next; None if not both are here."""
        for a, b in zip(self.bodies, self.bodies[1:], strict=False):
            if a.index <= index < b.index:
                return round(b.left - a.right, 6)
        return None


def body_style() -> TextStyle:
    """The default theme's body."""
    from layout.load import load_theme

    return load_theme(resource("data/themes") / "calm" / "theme.yaml").styles["body"]


def answers(fonts: Fonts, jobs: Sequence[Mapping[str, Any]]) -> list[list[ToldLine]]:
    """The lines of each job, read from the JSON."""
    named = [{"id": number, **job} for number, job in enumerate(jobs)]
    assert check_jobs(named, fonts) == ()
    return [
        [_line(line) for line in json.loads(to_json(answer))["lines"]]
        for answer in typeset(named, body_style(), fonts)
    ]


def told(fonts: Fonts, text: str, measure: float, **fields: Any) -> list[ToldLine]:
    """The lines of one text."""
    return answers(fonts, [{"text": text, "measure_em": measure, **fields}])[0]


def ends(lines: Sequence[ToldLine]) -> set[int]:
    """The places in the text (code points before them) at which lines end."""
    places, at = set(), 0
    for line in lines:
        at += len(line.text)
        places.add(at)
    return places


def _line(line: Mapping[str, Any]) -> ToldLine:
    bodies = tuple(_body(glyph) for glyph in line["glyphs"] if glyph["char"][0] not in SPACES)
    return ToldLine(line["text"], bodies, line.get("loose", False))


def _body(glyph: Mapping[str, Any]) -> Body:
    char, x, advance = glyph["char"], glyph["x_em"], glyph["advance_em"]
    left, right = 0.0, advance
    if advance == 1:
        left, right = _HALVES.get(char[0], (0.0, 1.0))
    return Body(char, glyph["index"], x + left, x + right, left)


_HALVES = (
    dict.fromkeys(RIGHT_HALF, (0.5, 1.0))
    | dict.fromkeys(LEFT_HALF, (0.0, 0.5))
    | dict.fromkeys(CENTRE_HALF, (0.25, 0.75))
)
