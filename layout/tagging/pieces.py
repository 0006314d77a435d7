"""What is drawn on panels, piece by piece: lines of text, and pictures."""

from collections.abc import Iterable, Iterator, Sequence

from layout.frame import Clip, Group, Item, Panel, TextRun
from layout.values import NamedTuple

FIGURE, RUBY = "figure", "ruby"


class Piece(NamedTuple):
    """A line, or a whole picture (``figure``), with the block and the panel it belongs to.

    ``glyphs`` are the texts of the line's glyphs, ``notes`` those of its ruby.
    """

    block: str
    panel: int
    figure: bool
    glyphs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def pieces_of(panels: Iterable[Panel]) -> tuple[Piece, ...]:
    """Every piece, in the order in which :func:`is_piece` meets them."""
    return tuple(
        piece
        for panel in panels
        for piece in _pieces((*panel.under, *panel.over), "", panel.number)
    )


def pieces_in(items: Sequence[Item], block: str) -> tuple[Piece, ...]:
    """The same of what one block draws on one panel."""
    return tuple(_pieces(items, block, 0))


def is_piece(group: Group) -> bool:
    """Whether a group is one: a picture, or a line, which holds the runs of its text."""
    return group.role == FIGURE or any(isinstance(item, TextRun) for item in group.items)


def texts_of(items: Iterable[Item]) -> Iterator[str]:
    """The texts of the glyphs of a line itself."""
    for item in items:
        if isinstance(item, TextRun):
            yield from (glyph.text for glyph in item.glyphs)


def _pieces(items: Sequence[Item], block: str, panel: int) -> Iterator[Piece]:
    for item in items:
        if isinstance(item, Clip):
            yield from _pieces(item.items, block, panel)
        elif isinstance(item, Group):
            own = item.block or block
            if is_piece(item):
                yield _piece(item, own, panel)
            else:
                yield from _pieces(item.items, own, panel)


def _piece(group: Group, block: str, panel: int) -> Piece:
    if group.role == FIGURE:
        return Piece(block, panel, True)
    notes = (item for item in group.items if isinstance(item, Group) and item.role == RUBY)
    said = tuple(text for note in notes for text in texts_of(note.items))
    return Piece(block, panel, False, tuple(texts_of(group.items)), said)
