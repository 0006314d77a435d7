"""The thread: a swaying line with knots that ties things together."""

from itertools import pairwise

from layout.forms.shapes import circle, drawn, filled, thread
from layout.frame import Ink, Item


def link(x: float, gap: float, ink: Ink, weight: float) -> tuple[Item, ...]:
    """A short thread across a gap of ``gap`` points, with a knot at either end."""
    knot = weight * 1.5
    return (
        drawn(thread(x, 0.0, gap, gap * 0.42, gap), ink, weight),
        filled(circle(x, 0.0, knot), ink),
        filled(circle(x, gap, knot), ink),
    )


def spine(
    x: float, knots: tuple[float, ...], ink: Ink, weight: float, wave: float
) -> tuple[Item, ...]:
    """A long thread that sways about ``x`` and passes through every knot's height."""
    return tuple(
        drawn(thread(x, top, bottom, wave * 0.16, wave), ink, weight)
        for top, bottom in pairwise(knots)
    )


def knot(x: float, y: float, radius: float, ink: Ink, ground: Ink, weight: float) -> Item:
    """A ring on the thread, ``radius`` to the middle of its line."""
    return filled(circle(x, y, radius), ground)._replace(stroke=drawn((), ink, weight).stroke)
