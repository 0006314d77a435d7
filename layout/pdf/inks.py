"""Inks as colour operators (ISO 32000-1 8.6.8): one way of writing for each kind of edition."""

from collections.abc import Callable
from zlib import crc32

from layout.frame import REGISTRATION, Ink, Spot
from layout.pdf.numbers import number, numbers
from layout.tones import grey as grey_of
from layout.values import NamedTuple

SEPARATION_ALL = "All"
"""The resource name of the registration colour space."""


def spot_label(spot: Spot) -> str:
    """The resource name of a spot ink's colour space, whatever script its own name is in."""
    return f"Spot{crc32(spot.name.encode('utf-8')):08X}"


class InkOperators(NamedTuple):
    """What sets an ink for filling and for stroking."""

    fill: str
    stroke: str


InkWriter = Callable[[Ink], InkOperators]


def cmyk(ink: Ink) -> InkOperators:
    """Process inks as DeviceCMYK; spot inks and registration (All) as tints of separations."""
    if ink == REGISTRATION:
        return InkOperators(f"/{SEPARATION_ALL} cs 1 scn", f"/{SEPARATION_ALL} CS 1 SCN")
    if ink.spot:
        label, tint = spot_label(ink.spot), numbers(ink.tint)
        return InkOperators(f"/{label} cs {tint} scn", f"/{label} CS {tint} SCN")
    operands = numbers(*ink.cmyk)
    return InkOperators(f"{operands} k", f"{operands} K")


def srgb(ink: Ink) -> InkOperators:
    """Inks of the black plate as DeviceGray, so that no device mixes or screens them; others
    by their sRGB twins."""
    if ink.is_black:
        grey = numbers(1 - ink.cmyk[3])
        return InkOperators(f"{grey} g", f"{grey} G")
    operands = numbers(*ink.srgb)
    return InkOperators(f"{operands} rg", f"{operands} RG")


def grey(ink: Ink) -> InkOperators:
    """Every ink as a DeviceGray as light as it looks: a job that counts as black and white."""
    level = number(1 - ink.cmyk[3] if ink.is_black else grey_of(ink.srgb))
    return InkOperators(f"{level} g", f"{level} G")


WRITERS: dict[str, InkWriter] = {"cmyk": cmyk, "srgb": srgb, "grey": grey}
"""By the colour of an edition."""
