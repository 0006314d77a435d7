"""The lines of a leaflet as composed, each with the paragraph it is of."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path as File
from typing import NamedTuple
from unittest.mock import patch

from layout import room
from layout.artwork.library import read_artwork
from layout.build import DEFAULT_THEME, schemes
from layout.frame import Clip, Group, Item, Panel, TextRun
from layout.geometry import Pt
from layout.load import load, load_theme
from layout.panels import compose
from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.paragraph import Line, Paragraph, set_paragraph

FONTS = Fonts(resource("fonts"))


class SetLine(NamedTuple):
    """A line that stands on a panel.

    ``first`` and ``last``: whether it begins, ends its paragraph or a part of it between forced
    breaks; ``indent``: the points it is indented by; ``justified``: whether it is to fill the
    rest of its measure.
    """

    line: Line
    first: bool
    last: bool
    align: str
    indent: float

    @property
    def justified(self) -> bool:
        return self.align == "justify" and not self.last


class Set(NamedTuple):
    """A composed leaflet: its panels in order of reading and the lines that stand on each, in
    the order in which they are drawn."""

    panels: tuple[Panel, ...]
    lines: tuple[tuple[SetLine, ...], ...]


class _Recorder:
    """Remembers every line that the door of the text room gives out, by its runs, and which
    runs stand beside a line."""

    def __init__(self) -> None:
        self.by_run: dict[int, SetLine] = {}
        self.beside: set[int] = set()
        self._kept: list[Line] = []  # so that no number is given to another run

    def __call__(
        self, paragraph: Paragraph, measures: Sequence[float], unit: Pt
    ) -> tuple[Line, ...]:
        lines = set_paragraph(paragraph, measures, unit)
        self._kept += lines
        ends, end = set(), 0
        for segment in paragraph.segments:
            end += len(segment.text)
            ends.add(end)
        at, begins = 0, True
        for place, line in enumerate(lines):
            at += len(line.text)
            last, rules = at in ends, paragraph.rules
            indent = 0.0 if place else rules.indent * rules.size * unit
            shown = SetLine(line, begins, last, rules.align, indent)
            self.by_run.update((id(run), shown) for run in line.runs)
            self.beside.update(id(run) for run in runs(line.notes))
            begins = last
        assert at == end
        return lines


@cache
def composed(leaflet: File, fold: str) -> Set:
    """The leaflet composed once more, with its lines."""
    theme = load_theme(resource("data/themes") / DEFAULT_THEME / "theme.yaml")
    recorder, document = _Recorder(), load(leaflet).leaflet
    artwork = read_artwork(document, theme, leaflet.parent).found
    with patch.object(room, "set_paragraph", recorder):
        panels = compose(document, schemes()[fold], theme, FONTS, artwork=artwork).panels
    assert not any(runs(panel.under) for panel in panels)
    return Set(panels, tuple(_lines(panel, recorder) for panel in panels))


def _lines(panel: Panel, recorder: _Recorder) -> tuple[SetLine, ...]:
    """The lines of a panel; every run on it must be of one.  A line may stand there twice."""
    found: list[SetLine] = []
    expected: list[TextRun] = []
    for run in runs(panel.over):
        if id(run) in recorder.beside:
            continue
        if not expected:
            found.append(recorder.by_run[id(run)])
            expected = list(found[-1].line.runs)
        assert run is expected.pop(0)
    assert not expected
    return tuple(found)


def runs(items: tuple[Item, ...]) -> list[TextRun]:
    """Every text run, in the order in which it is drawn."""
    found: list[TextRun] = []
    for item in items:
        if isinstance(item, TextRun):
            found.append(item)
        elif isinstance(item, Group | Clip):
            found += runs(item.items)
    return found
