"""The last look at a composition: whether all its text lies on its panels, large enough to read.

Forms that hold one line trust their text to be short.  Where an author's is not, it is told
here and nothing is printed over the edge, or too small.
"""

from collections.abc import Iterable, Iterator, Sequence

from layout.document import Leaflet
from layout.drafts import regions
from layout.frame import ACROSS, UPRIGHT, Clip, Group, Item, Panel, SetGlyph, TextRun
from layout.geometry import mm, to_mm
from layout.problems import LeafletError, Problem, Source, problem
from layout.text.fonts import Fonts
from layout.text.notes import NOTE_SIZE
from layout.theme import Theme
from layout.values import NamedTuple

NOT_FITTING = 4
SAFE = mm(3)
"""Print shops stop a job whose text stands nearer to the trim."""

_ROUNDING = 0.005
"""Points by which a size may miss the least one: it is a product of several factors."""
_NARROW = 0.75
"""How small figures that stand side by side across a line may be against its text."""
_TOLD = 24
"""The characters of a text that are told of it."""


class _Placed(NamedTuple):
    """A run of text where it stands on its panel, and by how many quarters of a circle it is
    turned there; one that is turned otherwise has no place to check."""

    block: str
    run: TextRun
    x: float
    y: float
    quarters: float


def check_bounds(leaflet: Leaflet, theme: Theme, panels: Sequence[Panel], fonts: Fonts) -> None:
    """Raises LeafletError (exit 4) with every block whose text leaves the safe area of its panel
    or is smaller than the theme's smallest.

    Ruby, emphasis dots and what is raised or lowered stand off their line's baseline; they may
    be smaller, as they are read with their base, and so may figures across a vertical line.
    Told once for a block and panel, with the largest excess and the smallest size.
    """
    sources = sources_of(leaflet, theme)
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
    for placed in _placed(panel.over):
        block, run = placed.block, placed.run
        over = _over(placed, panel, fonts) if placed.quarters.is_integer() else 0.0
        if over > 0 and (block not in outside or over > outside[block].over):
            outside[block] = _Fault(run, over)
        least = smallest * (NOTE_SIZE if run.y else _NARROW if run.stance == ACROSS else 1.0)
        if run.size < least - _ROUNDING and (
            block not in small or run.size < small[block].run.size
        ):
            small[block] = _Fault(run, 0.0)
    yield from outside.items()
    yield from small.items()


def _placed(
    items: Iterable[Item],
    x: float = 0.0,
    y: float = 0.0,
    block: str = "",
    quarters: float = 0.0,
) -> Iterator[_Placed]:
    for item in items:
        if isinstance(item, TextRun):
            yield _Placed(block, item, x, y, quarters)
        elif isinstance(item, Group):
            right, down = _turned(item.x, item.y, quarters)
            named, turn = item.block or block, (quarters + item.turn / 90) % 4
            yield from _placed(item.items, x + right, y + down, named, turn)
        elif isinstance(item, Clip):
            yield from _placed(item.items, x, y, block, quarters)


def _turned(x: float, y: float, quarters: float) -> tuple[float, float]:
    """A point turned clockwise by whole quarters of a circle about the origin."""
    for _ in range(int(quarters)):
        x, y = -y, x
    return x, y


def _over(placed: _Placed, panel: Panel, fonts: Fonts) -> float:
    """The points by which a run goes beyond the area's nearest edge; its baseline counts, of
    what stands on a vertical line its cells."""
    ends = [_turned(x, y, placed.quarters) for x, y in _ends(placed.run, fonts)]
    return max(
        max(
            SAFE - (placed.x + x),
            placed.x + x - (panel.width - SAFE),
            SAFE - (placed.y + y),
            placed.y + y - (panel.height - SAFE),
        )
        for x, y in ends
    )


def _ends(run: TextRun, fonts: Fonts) -> tuple[tuple[float, float], ...]:
    """Points that the run lies between, in its group."""
    first, last = run.glyphs[0], run.glyphs[-1]
    left, right = run.x + first.x, run.x + last.x
    if not run.stance:
        right += _body(last, fonts.face(run.face).advance(last.gid)) * run.size
        return ((left, run.y), (right, run.y))
    if run.stance == UPRIGHT:
        middle = run.y + first.y
        right += _body(last, 1.0) * run.size
        return ((left, middle - run.size / 2), (right, middle + run.size / 2))
    right_side = run.y + last.y - fonts.face(run.face).advance(last.gid) * run.size
    return ((left, run.y + first.y), (right, right_side))


def _body(glyph: SetGlyph, advance: float) -> float:
    """How much of a glyph's advance, in ems, has ink: a mark that ends a sentence or closes a
    bracket stands in the first half of its cell (JLREQ 3.1.2)."""
    return min(advance, _HALF) if glyph.text in _ENDING else advance


_ENDING = frozenset("、。，．」』）］｝〉》】〕")
_HALF = 0.5


def sources_of(leaflet: Leaflet, theme: Theme) -> dict[str, Source]:
    """Where in the YAML each block of a composition begins, by the name its groups carry."""
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
