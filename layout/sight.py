"""How colours of sRGB look: their lightness and contrast, to common eyes and to others."""

from collections.abc import Mapping
from typing import TypeAlias

Rgb: TypeAlias = tuple[float, float, float]

# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation
# of Color Vision Deficiency, IEEE TVCG 15 (2009): severity 1.0, on linear RGB.
EYES: Mapping[str, tuple[Rgb, Rgb, Rgb]] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What those see who lack one kind of cones, by its name."""


def luminance(colour: Rgb, eyes: str = "") -> float:
    """Relative luminance of a colour of sRGB (WCAG 2.2): what is left of it in greyscale."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    if eyes:
        red, green, blue = (
            min(max(r * red + g * green + b * blue, 0.0), 1.0) for r, g, b in EYES[eyes]
        )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, two: Rgb, eyes: str = "") -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one, eyes), luminance(two, eyes)))
    return (high + 0.05) / (low + 0.05)
