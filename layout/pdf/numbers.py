"""Numbers as PDF writes them: no exponent, no needless digit."""

import re

_TRAILING = re.compile(r"\.?0+(?= )")
_LEADING = re.compile(r"(?<!\d)0(?=\.)")


def number(value: float, places: int = 3) -> str:
    """``value`` rounded to ``places`` decimals: ``12``, ``.5``, ``-3.25``."""
    text = f"{value:.{places}f}"
    if places:
        text = text.rstrip("0").rstrip(".")
    if text.startswith("0."):
        return text[1:]
    if text.startswith("-0"):
        return f"-{text[2:]}" if len(text) > 2 else "0"
    return text


def numbers(*values: float) -> str:
    """Several numbers with a space between them, as operands of an operator."""
    return " ".join([number(value) for value in values])


def tidy(operands: str) -> str:
    """Numbers of which each has a point and a space after it, without their needless digits.

    It does for very many numbers at once what :func:`number` does for one.
    """
    return _LEADING.sub("", _TRAILING.sub("", operands)).replace("-0 ", "0 ")
