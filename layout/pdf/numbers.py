"""Numbers as PDF writes them: no exponent, no needless digit."""


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
