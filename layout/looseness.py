"""Lines that could be set in no lawful way (JLREQ 3.1.10, 3.8), told with their place.

A word or number that is wider than its column, or a line with nothing that may be stretched:
such a line stays short, stands out, or parts what belongs together, and only the author can
mend it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from layout.document import Leaflet, Text, texts
from layout.drafts import regions
from layout.frame import Clip, Group, Item, Panel
from layout.load import locate
from layout.problems import WARNING, Problem, Source, problem
from layout.theme import Theme


def loose_lines(
    leaflet: Leaflet, theme: Theme, panels: Sequence[Panel], loose: Mapping[int, str]
) -> tuple[Problem, ...]:
    """A warning for each loose line on the panels.

    ``loose`` are the lines' texts by the identity of their first runs
    (:attr:`layout.room.Setter.loose`): most were set on grids that were not taken.
    """
    if not loose:
        return ()
    named = regions(leaflet, theme)
    blocks: dict[str, object] = {**dict((*named["body"], *named["back"])), "": leaflet.cover}
    return tuple(
        _told(line, block, blocks.get(block, leaflet), panel)
        for panel in panels
        for block, line in _standing(panel.over, loose)
    )


def _standing(
    items: Iterable[Item], loose: Mapping[int, str], block: str = ""
) -> Iterator[tuple[str, str]]:
    """The block's name and the text of every loose line among the items."""
    for item in items:
        if isinstance(item, Group):
            named = item.block or block
            if item.items and id(item.items[0]) in loose:
                yield named, loose[id(item.items[0])]
            else:
                yield from _standing(item.items, loose, named)
        elif isinstance(item, Clip):
            yield from _standing(item.items, loose, block)


def _told(line: str, name: str, block: object, panel: Panel) -> Problem:
    return problem(
        "loose-line",
        _place(line.strip(), block),
        WARNING,
        block=name or "cover",
        panel=f"P{panel.number}",
        text=line.strip(),
    )


def _place(line: str, block: object) -> Source:
    """Where the line begins in the author's file: in the first text that has it whole."""
    found = [(text, text.find(line)) for text in texts(block)]
    return next((_at(text, at) for text, at in found if at >= 0), Source())


def _at(text: Text, index: int) -> Source:
    return locate(text, index) if text.source.file else text.source
