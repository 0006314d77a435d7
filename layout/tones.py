"""How light a colour on screen is: for jobs with fewer inks than the composition has."""

_WEIGHTS = (0.2126, 0.7152, 0.0722)


def luminance(srgb: tuple[float, float, float]) -> float:
    """The linear luminance of an sRGB colour, 0 to 1 (IEC 61966-2-1)."""
    linear = (((v + 0.055) / 1.055) ** 2.4 if v > 0.04045 else v / 12.92 for v in srgb)
    return sum(weight * part for weight, part in zip(_WEIGHTS, linear, strict=True))


def lightness(srgb: tuple[float, float, float]) -> float:
    """CIE L* of a colour on screen, 0 to 100 (CIE 15)."""
    y = luminance(srgb)
    return float(116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y)


def grey(srgb: tuple[float, float, float]) -> float:
    """The grey, 0 (black) to 1 (white), that is as light as the colour."""
    y = luminance(srgb)
    return 1.055 * y ** (1 / 2.4) - 0.055 if y > 0.0031308 else 12.92 * y
