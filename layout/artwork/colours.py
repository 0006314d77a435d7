"""Colours as SVG and CSS write them, and the inks that print them."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from layout.artwork.names import NAMES
from layout.frame import Ink
from layout.values import NamedTuple

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")
_PART = r"\s*([0-9.]+%?)\s*"
_RGB = re.compile(rf"rgba?\({_PART}[,\s]{_PART}[,\s]{_PART}(?:[,/]\s*(?:1|1\.0+|100%)\s*)?\)")
_CMYK = re.compile(rf"device-cmyk\({_PART}[,\s]{_PART}[,\s]{_PART}[,\s]{_PART}\)\s*(.*)")
_ROLE = re.compile(r"var\(\s*--([a-z][a-z0-9-]*)\s*(?:,(.*))?\)")

CURRENT = "currentcolor"


class Colour(NamedTuple):
    """A colour of a drawing: as it looks on screen (each 0 to 1), the process inks where the
    drawing gives them, and the role by which a theme recolours it."""

    srgb: tuple[float, float, float]
    cmyk: tuple[float, float, float, float] | None = None
    role: str = ""


Inks: TypeAlias = Callable[[Colour], Ink]
"""What a colour is printed in."""


def colour(text: str) -> Colour:
    """The colour a text names; ValueError for what is none.

    ``#rgb``, ``#rrggbb``, ``rgb()``, the names of CSS, ``currentColor``, ``var(--role, colour)``
    for a role that themes know, and ``device-cmyk(c m y k) colour`` (CSS Color 5), the colour
    after it being its twin on screen.
    """
    wanted = text.strip().lower()
    if role := _ROLE.fullmatch(wanted):
        fallback = colour(role[2]) if role[2] else Colour((0.0, 0.0, 0.0))
        return fallback._replace(role=role[1])
    if wanted == CURRENT:
        return Colour((0.0, 0.0, 0.0), role=CURRENT)
    if inks := _CMYK.fullmatch(wanted):
        c, m, y, k = (_share(part, 1) for part in inks.groups()[:4])
        twin = colour(inks[5]).srgb if inks[5] else _seen(c, m, y, k)
        return Colour(twin, (c, m, y, k))
    return Colour(_screen(wanted))


def _screen(wanted: str) -> tuple[float, float, float]:
    found = _HEX.fullmatch(NAMES.get(wanted, wanted))
    if found:
        digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
        r, g, b = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
        return r, g, b
    parts = _RGB.fullmatch(wanted)
    if parts is None:
        raise ValueError(wanted)
    r, g, b = (_share(part, 255) for part in parts.groups())
    return r, g, b


def _share(part: str, whole: float) -> float:
    value = float(part[:-1]) / 100 if part.endswith("%") else float(part) / whole
    return min(1.0, value)


def _seen(c: float, m: float, y: float, k: float) -> tuple[float, float, float]:
    """Roughly how process inks look, for a drawing that does not say."""
    return (1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)


def named(srgb: tuple[float, float, float]) -> str:
    """``#rrggbb`` of a colour."""
    return "#" + "".join(f"{round(part * 255):02X}" for part in srgb)


def inks(
    palette: Mapping[str, Ink],
    roles: Mapping[str, Ink],
    convert: Callable[[tuple[float, float, float]], tuple[float, float, float, float]],
) -> Inks:
    """The inks of a theme for a drawing's colours.

    A role is looked up among ``roles``, then by name in the palette; a colour that looks as one
    of the palette is that one; process inks are taken as given; greys print in black alone, all
    else in what ``convert`` makes of it.
    """
    by_look = {named(ink.srgb): ink for ink in reversed(tuple(palette.values()))}

    def ink(of: Colour) -> Ink:
        if of.role in roles:
            return roles[of.role]
        if of.role in palette:
            return palette[of.role]
        name = named(of.srgb)
        if of.cmyk is not None:
            return Ink(name, of.cmyk, of.srgb)
        if name in by_look:
            return by_look[name]
        r, g, b = of.srgb
        if r == g == b:
            return Ink(name, (0.0, 0.0, 0.0, round(1 - r, 2)), of.srgb)
        return Ink(name, convert(of.srgb), of.srgb)

    return ink
