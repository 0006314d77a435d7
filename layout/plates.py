"""Two-colour jobs (墨＋特色1色): a composition in many inks brought onto two plates.

Inks of the black plate stay there; every other ink becomes a tint of the one spot ink, as dark
as it was.  Where a shop wants a process stand-in, the tints go to its plate instead.
"""

from collections.abc import Callable, Iterable
from functools import cache

from layout.editions import Edition
from layout.frame import (
    BLACK,
    REGISTRATION,
    Clip,
    Group,
    Image,
    Ink,
    Item,
    Path,
    Spot,
    TextRun,
    usable_name,
)
from layout.problems import LeafletError, problem
from layout.sheets import Side
from layout.tones import lightness

STAND_INS = {"k+c": 0, "k+m": 1}
"""Which process ink stands in for the spot ink, by the name of the plates."""

PLATES = ("spot", *STAND_INS)

_USAGE = 2


def find_spot(text: str) -> Spot:
    """The ink that ``NAME=C,M,Y,K`` (per cent) describes; LeafletError (exit code 2) if none."""
    name, _, values = text.rpartition("=")
    try:
        cmyk = tuple(float(value) / 100 for value in values.split(","))
    except ValueError:
        cmyk = ()
    sound = len(cmyk) == 4 and all(0 <= value <= 1 for value in cmyk) and any(cmyk)
    if not (sound and usable_name(name)):
        raise LeafletError((problem("spot-invalid", value=text),), _USAGE)
    return Spot(name.strip(), cmyk)  # type: ignore[arg-type]


def check_plates(plates: str, spot: Spot | None) -> None:
    """LeafletError (exit code 2) for plates nobody knows, or stand-ins for no ink."""
    if plates not in PLATES:
        found = problem("plates-unknown", name=plates, known=", ".join(PLATES))
        raise LeafletError((found,), _USAGE)
    if spot is None and plates != "spot":
        raise LeafletError((problem("plates-without-spot", name=plates),), _USAGE)


def on_two_plates(sides: Iterable[Side], edition: Edition) -> tuple[Side, ...]:
    """The sides in black and the edition's spot ink alone, printers' marks in both."""
    spot = edition.spot
    if spot is None:
        return tuple(sides)
    change = cache(lambda ink: tinted(ink, spot, edition.plates))
    both = (change(REGISTRATION), BLACK)
    return tuple(side._replace(items=_changed(side.items, change, both)) for side in sides)


def tinted(ink: Ink, spot: Spot, plates: str) -> Ink:
    """An ink as a tint of the spot ink that is as dark, or of its stand-in; a theme's own tints
    of a spot ink stay what they are."""
    if ink.is_black:
        return ink
    tint = 1.0 if ink == REGISTRATION else ink.tint if ink.spot else _tint(ink, spot)
    seen = tuple(1 - tint * (1 - part) for part in _screen(spot.cmyk))
    look = (seen[0], seen[1], seen[2])
    if plates == "spot":
        c, m, y, k = (tint * part for part in spot.cmyk)
        return Ink(ink.name, (c, m, y, k), look, spot, tint)
    c, m = (tint if STAND_INS[plates] == place else 0.0 for place in (0, 1))
    return Ink(ink.name, (c, m, 0.0, 0.0), look)


def _tint(ink: Ink, spot: Spot) -> float:
    """How much of the spot ink is as dark as the ink: never nothing, in whole per cents."""
    darkest = 100 - lightness(_screen(spot.cmyk))
    wanted = (100 - lightness(ink.srgb)) / max(darkest, 1)
    return round(min(1.0, max(0.03, wanted)), 2)


def _screen(cmyk: tuple[float, float, float, float]) -> tuple[float, float, float]:
    """Roughly how process inks look: only to judge how dark a spot ink is."""
    c, m, y, k = cmyk
    return (1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)


def _changed(
    items: Iterable[Item], change: Callable[[Ink], Ink], both: tuple[Ink, Ink]
) -> tuple[Item, ...]:
    """Items in changed inks; what is registration ink is drawn once in each of ``both``."""
    done: list[Item] = []
    for item in items:
        if isinstance(item, TextRun):
            done.append(item._replace(ink=change(item.ink)))
        elif isinstance(item, Path):
            of_all = item.stroke is not None and item.stroke.ink == REGISTRATION
            for ink in both if of_all else (None,):
                done.append(_repainted(item, change, ink))
        elif isinstance(item, Group | Clip):
            done.append(item._replace(items=_changed(item.items, change, both)))
        else:
            done.append(item)
    return tuple(done)


def _repainted(path: Path, change: Callable[[Ink], Ink], line: Ink | None) -> Path:
    stroke = path.stroke and path.stroke._replace(ink=line or change(path.stroke.ink))
    return path._replace(fill=path.fill and change(path.fill), stroke=stroke)


def inks_of(items: Iterable[Item]) -> frozenset[Ink]:
    """Every ink that text and shapes are drawn in."""
    found: set[Ink] = set()
    for item in items:
        if isinstance(item, TextRun):
            found.add(item.ink)
        elif isinstance(item, Path):
            found.update(ink for ink in (item.fill, item.stroke and item.stroke.ink) if ink)
        elif not isinstance(item, Image):
            found |= inks_of(item.items)
    return frozenset(found)
