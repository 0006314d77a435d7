"""The last look at a composition: whether all its text lies on its panels.

Forms that hold one line trust their text to be short.  Where an author's is not, it is told
here and nothing is printed over the edge.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from layout.document import Leaflet
from layout.drafts import regions
from layout.frame import Clip, Group, Item, Panel, TextRun
from layout.geometry import mm, to_mm
from layout.problems import LeafletError, Problem, problem
from layout.text.fonts import Fonts
from layout.theme import Theme

NOT_FITTING = 4
SAFE = mm(3)
"""Print shops stop a job whose text stands nearer to the trim."""


class _Excess(NamedTuple):
    """By how much a block's text leaves the safe area of a panel, in points."""

    block: str
    over: float


def check_bounds(leaflet: Leaflet, theme: Theme, panels: Sequence[Panel], fonts: Fonts) -> None:
    """Raises LeafletError (exit 4) with every block whose text leaves the safe area of its panel.

    Told once for a block and panel, with the largest excess.
    """
    found = tuple(
        _text_outside(leaflet, theme, panel, block, over)
        for panel in panels
        for block, over in _worst(_excesses(panel.over, panel, fonts)).items()
    )
    if found:
        raise LeafletError(found, NOT_FITTING)


def _worst(excesses: Iterable[_Excess]) -> dict[str, float]:
    worst: dict[str, float] = {}
    for block, over in excesses:
        worst[block] = max(over, worst.get(block, 0.0))
    return worst


def _excesses(
    items: Iterable[Item],
    panel: Panel,
    fonts: Fonts,
    x: float = 0.0,
    y: float = 0.0,
    block: str = "",
) -> Iterator[_Excess]:
    """Every run of text that leaves the area; text that is turned is its form's own affair."""
    for item in items:
        if isinstance(item, TextRun):
            over = _over(item, x, y, panel, fonts)
            if over > 0:
                yield _Excess(block, over)
        elif isinstance(item, Group) and not item.turn:
            named = item.block or block
            yield from _excesses(item.items, panel, fonts, x + item.x, y + item.y, named)
        elif isinstance(item, Clip):
            yield from _excesses(item.items, panel, fonts, x, y, block)


def _over(run: TextRun, x: float, y: float, panel: Panel, fonts: Fonts) -> float:
    """The points by which a run goes beyond the area's nearest edge; its baseline counts."""
    first, last = run.glyphs[0], run.glyphs[-1]
    left = x + run.x + first.x
    right = x + run.x + last.x + fonts.face(run.face).advance(last.gid) * run.size
    baseline = y + run.y
    return max(
        SAFE - left,
        right - (panel.width - SAFE),
        SAFE - baseline,
        baseline - (panel.height - SAFE),
    )


def _text_outside(leaflet: Leaflet, theme: Theme, panel: Panel, block: str, over: float) -> Problem:
    named = regions(leaflet, theme)
    sources = {name: each.source for name, each in (*named["body"], *named["back"])}
    return problem(
        "text-outside",
        sources.get(block, leaflet.cover.source),
        block=block or "cover",
        panel=f"P{panel.number}",
        mm_over=round(to_mm(over), 1),
    )
