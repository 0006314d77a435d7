"""The last look at a composition: whether all its text lies on its panels, large enough to read.

Forms that hold one line trust their text to be short.  Where an author's is not, it is told
here and nothing is printed over the edge, or too small.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from layout.document import Leaflet
from layout.drafts import regions
from layout.frame import Clip, Group, Item, Panel, TextRun
from layout.geometry import mm, to_mm
from layout.problems import LeafletError, Problem, Source, problem
from layout.text.fonts import Fonts
from layout.text.notes import NOTE_SIZE
from layout.theme import Theme

NOT_FITTING = 4
SAFE = mm(3)
"""Print shops stop a job whose text stands nearer to the trim."""

_ROUNDING = 0.005
"""Points by which a size may miss the least one: it is a product of several factors."""
_TOLD = 24
"""The characters of a text that are told of it."""


class _Placed(NamedTuple):
    """A run of text where it stands on its panel; one that is turned has no place to check."""

    block: str
    run: TextRun
    x: float
    y: float
    turned: bool


def check_bounds(leaflet: Leaflet, theme: Theme, panels: Sequence[Panel], fonts: Fonts) -> None:
    """Raises LeafletError (exit 4) with every block whose text leaves the safe area of its panel
    or is smaller than the theme's smallest.

    Ruby, emphasis dots and what is raised or lowered stand off their line's baseline; they may
    be smaller, as they are read with their base.  Told once for a block and panel, with the
    largest excess and the smallest size.
    """
    sources = _sources(leaflet, theme)
    found = tuple(
        _told(one, sources.get(block, leaflet.cover.source), block, panel, theme)
        for panel in panels
        for block, one in _faults(panel, theme.rhythm.smallest, fonts)
    )
    if found:
        raise LeafletError(found, NOT_FITTING)


class _Fault(NamedTuple):
    """What is wrong with a run: by how much (points) it leaves the area; 0: it is too small."""

    run: TextRun
    over: float


def _faults(panel: Panel, smallest: float, fonts: Fonts) -> Iterator[tuple[str, _Fault]]:
    outside: dict[str, _Fault] = {}
    small: dict[str, _Fault] = {}
    for block, run, x, y, turned in _placed(panel.over):
        over = 0.0 if turned else _over(run, x, y, panel, fonts)
        if over > 0 and (block not in outside or over > outside[block].over):
            outside[block] = _Fault(run, over)
        least = smallest * NOTE_SIZE if run.y else smallest
        if run.size < least - _ROUNDING and (
            block not in small or run.size < small[block].run.size
        ):
            small[block] = _Fault(run, 0.0)
    yield from outside.items()
    yield from small.items()


def _placed(
    items: Iterable[Item], x: float = 0.0, y: float = 0.0, block: str = "", turned: bool = False
) -> Iterator[_Placed]:
    for item in items:
        if isinstance(item, TextRun):
            yield _Placed(block, item, x, y, turned)
        elif isinstance(item, Group):
            named = item.block or block
            over = turned or bool(item.turn)
            yield from _placed(item.items, x + item.x, y + item.y, named, over)
        elif isinstance(item, Clip):
            yield from _placed(item.items, x, y, block, turned)


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


def _sources(leaflet: Leaflet, theme: Theme) -> dict[str, Source]:
    named = regions(leaflet, theme)
    return {name: each.source for name, each in (*named["body"], *named["back"])}


def _told(fault: _Fault, source: Source, block: str, panel: Panel, theme: Theme) -> Problem:
    words = "".join([glyph.text for glyph in fault.run.glyphs])
    text = f"{words[:_TOLD]}…" if len(words) > _TOLD else words
    block, at = block or "cover", f"P{panel.number}"
    if fault.over:
        over = round(to_mm(fault.over), 1)
        return problem(
            "text-outside", source, block=block, panel=at, mm_over=over, text=text, role=panel.role
        )
    return problem(
        "text-too-small",
        source,
        block=block,
        panel=at,
        text=text,
        size=f"{fault.run.size:.1f}",
        least=f"{theme.rhythm.smallest:g}",
    )
