"""Panels with their pieces numbered: lines parted where one piece of content ends."""

from collections.abc import Iterator, Sequence

from layout.frame import Clip, Group, Item, Panel, TextRun
from layout.geometry import Pt
from layout.tagging.pieces import FIGURE, RUBY, is_piece
from layout.values import NamedTuple


class Cut(NamedTuple):
    """The content of each glyph of a line and of its ruby; of a picture, the one it is.

    None: it says nothing, and is decoration.
    """

    glyphs: tuple[int | None, ...] = ()
    notes: tuple[int | None, ...] = ()


def cut(panels: Sequence[Panel], cuts: Sequence[Cut]) -> tuple[Panel, ...]:
    """The panels, ``cuts`` telling of their pieces in the order of :func:`.pieces.pieces_of`."""
    waiting = iter(cuts)
    return tuple(
        panel._replace(under=_numbered(panel.under, waiting), over=_numbered(panel.over, waiting))
        for panel in panels
    )


def cut_items(items: tuple[Item, ...], cuts: Sequence[Cut]) -> tuple[Item, ...]:
    """The same of what one block draws."""
    return _numbered(items, iter(cuts))


def _numbered(items: tuple[Item, ...], cuts: Iterator[Cut]) -> tuple[Item, ...]:
    return tuple([_one(item, cuts) for item in items])


def _one(item: Item, cuts: Iterator[Cut]) -> Item:
    if isinstance(item, Clip):
        return item._replace(items=_numbered(item.items, cuts))
    if not isinstance(item, Group):
        return item
    if not is_piece(item):
        return item._replace(items=_numbered(item.items, cuts), actual=None)
    found = next(cuts)
    if item.role == FIGURE:
        return item._replace(content=found.glyphs[0])
    return _line(item, found)


def _line(line: Group, found: Cut) -> Group:
    """A line as its parts; what is drawn beside it but its ruby stays decoration."""
    runs = [item for item in line.items if isinstance(item, TextRun)]
    items: list[Item] = _parts(runs, found.glyphs)
    for item in line.items:
        if isinstance(item, Group) and item.role == RUBY:
            notes = [each for each in item.items if isinstance(each, TextRun)]
            inner = tuple(_parts(notes, found.notes))
            items.append(item._replace(items=inner))
        elif not isinstance(item, TextRun):
            items.append(item)
    return line._replace(items=tuple(items), actual=None)


def _parts(runs: Sequence[TextRun], contents: Sequence[int | None]) -> list[Item]:
    """Runs parted where their content changes, those of one content in one group."""
    parts: list[tuple[int | None, list[TextRun]]] = []
    at = 0
    for run in runs:
        start = 0
        for stop in range(1, len(run.glyphs) + 1):
            if stop < len(run.glyphs) and contents[at + stop] == contents[at + start]:
                continue
            piece = run._replace(glyphs=run.glyphs[start:stop])
            content = contents[at + start]
            if parts and parts[-1][0] == content:
                parts[-1][1].append(piece)
            else:
                parts.append((content, [piece]))
            start = stop
        at += len(run.glyphs)
    return [Group(Pt(0.0), Pt(0.0), tuple(some), content=content) for content, some in parts]
