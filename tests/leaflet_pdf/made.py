"""Finished leaflets for tests that judge files: each built once, read back once."""

from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from layout.build import Request, build
from layout.resources import resource
from tests.pdf.reading import Drawn, glyphs

MYNUMBER = resource("data/mynumber.yaml")
OTHERS = tuple(sorted((Path(__file__).parent.parent / "leaflets").glob("*.yaml")))
EDITIONS = ("press", "office")
FOLDS = ("a4-roll", "a3-half")
ALL_FOLDS = ("a4-roll", "a4-z", "a4-half", "a3-half")


class Case(NamedTuple):
    """A leaflet on a fold in an edition."""

    leaflet: Path
    fold: str
    edition: str


@cache
def _editions(leaflet: Path, fold: str) -> dict[str, bytes]:
    built = build(Request(leaflet, fold=fold))
    return {made.edition: made.data for made in built.made}


def pdf(case: Case) -> bytes:
    """The file."""
    return _editions(case.leaflet, case.fold)[case.edition]


@cache
def drawn(case: Case) -> tuple[Drawn, ...]:
    """Every glyph of the file, in the order it is drawn."""
    return tuple(glyphs(pdf(case)))


def named(*cases: Case) -> list[Any]:
    """The cases as parameters of a test."""
    return [
        pytest.param(case, id=f"{case.leaflet.stem}-{case.fold}-{case.edition}") for case in cases
    ]


CUSTOMERS = named(*(Case(MYNUMBER, fold, edition) for fold in FOLDS for edition in EDITIONS))
"""The customer's leaflet as it goes out."""

STRANGE = tuple(
    Case(leaflet, fold, "press") for leaflet, fold in zip(OTHERS, cycle(FOLDS), strict=False)
)
STRANGERS = named(*STRANGE)
"""Leaflets on other topics, half of them on either fold."""

MM = 72 / 25.4
"""Points in a millimetre."""

SHEETS = {"a4-roll": (297, 210), "a4-z": (297, 210), "a4-half": (297, 210), "a3-half": (420, 297)}
"""Width and height of the trimmed sheet, in millimetres."""

PANELS = {
    "a4-roll": ((97, 100, 100), (100, 100, 97)),
    "a4-z": ((99, 99, 99), (99, 99, 99)),
    "a4-half": ((148.5, 148.5), (148.5, 148.5)),
    "a3-half": ((210, 210), (210, 210)),
}
"""Widths of the panels in millimetres, left to right, on page 1 (outside) and 2 (inside)."""

READING = {
    "a4-roll": ((0, 2), (1, 0), (1, 1), (1, 2), (0, 0), (0, 1)),
    "a4-z": ((0, 2), (1, 0), (1, 1), (0, 0), (0, 1), (1, 2)),
    "a4-half": ((0, 1), (1, 0), (1, 1), (0, 0)),
    "a3-half": ((0, 1), (1, 0), (1, 1), (0, 0)),
}
"""Page and place of each panel, in the order in which a reader unfolds them."""


class Box(NamedTuple):
    """A rectangle on a page, in points from the medium's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: "Box", by: float = 0.0) -> bool:
        """Whether the other lies inside, ``by`` points or more from the edges."""
        return (
            other.left >= self.left + by
            and other.right <= self.right - by
            and other.bottom >= self.bottom + by
            and other.top <= self.top - by
        )


def slug(edition: str) -> float:
    """How far the medium reaches beyond the trim, in points."""
    return 16 * MM if edition == "press" else 0.0


def panel_boxes(fold: str, edition: str, page: int) -> tuple[Box, ...]:
    """The panels of a page, left to right."""
    left, bottom = slug(edition), slug(edition)
    boxes = []
    for width in PANELS[fold][page]:
        right = left + width * MM
        boxes.append(Box(left, bottom, right, bottom + SHEETS[fold][1] * MM))
        left = right
    return tuple(boxes)


def in_slug(glyph: Drawn, case: Case) -> bool:
    """Whether the glyph is of the job line, which stands below the trim."""
    return case.edition == "press" and glyph.y < slug("press")
