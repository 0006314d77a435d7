"""Drawings read and seen: SVG in, items and pixels out."""

from layout.artwork.colours import inks
from layout.artwork.reader import read
from layout.frame import Clip, Frame, Item, Path
from layout.problems import LeafletError, Problem

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" {more}>'


def by_name(of: tuple[float, float, float]) -> tuple[float, float, float, float]:
    """Inks for colours nobody names: recognisable, without a profile."""
    r, g, b = of
    return 1 - r, 1 - g, 1 - b, 0.0


PLAIN = inks({}, {}, by_name)


def svg(inner: str, more: str = "") -> bytes:
    return f"{HEAD.format(more=more)}\n{inner}\n</svg>".encode()


def drawing(inner: str, more: str = "") -> Frame:
    return read(svg(inner, more), "a.svg", PLAIN)


def refused(data: bytes) -> tuple[Problem, ...]:
    """What is said of a file; nothing if it can be drawn."""
    try:
        read(data, "a.svg", PLAIN)
    except LeafletError as error:
        return error.problems
    return ()


def paths(items: tuple[Item, ...]) -> list[Path]:
    """The shapes of a drawing, those seen through a window too."""
    found: list[Path] = []
    for item in items:
        if isinstance(item, Path):
            found.append(item)
        elif isinstance(item, Clip):
            found += paths(item.items)
    return found


def colours(frame: Frame) -> list[str]:
    """The fills of a drawing by name, in order."""
    return [path.fill.name for path in paths(frame.items) if path.fill]
