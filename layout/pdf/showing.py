"""Glyphs of a line as text-showing operators (ISO 32000-1 9.4.3)."""

from collections.abc import Iterable, Sequence
from math import ceil, log10

from layout.frame import SetGlyph
from layout.geometry import Pt
from layout.pdf.fonts import EmbeddedFont
from layout.pdf.numbers import number
from layout.pdf.usage import clusters

Span = tuple[Sequence[SetGlyph], str | None]
"""Glyphs shown together, and the text to put in place of what their font says."""


_NEAREST = 0.0008
"""Points that the last glyph of a run may be from its place: line ends stand exactly."""


def spans(glyphs: Sequence[SetGlyph], font: EmbeddedFont) -> list[Span]:
    """The glyphs parted where the font's own mapping would give another text than was typed.

    A glyph of which the font says nothing at all is spoken for by its cluster's text.
    """
    told = font.texts
    if all(told.get(glyph.gid) == glyph.text for glyph in glyphs):
        return [(glyphs, None)]
    parted: list[Span] = []
    plain: list[SetGlyph] = []
    for cluster in clusters(glyphs):
        text = cluster[0].text
        says = [told.get(glyph.gid) for glyph in cluster]
        if None not in says and "".join(map(str, says)) == text:
            plain.extend(cluster)
            continue
        if plain:
            parted.append((tuple(plain), None))
            plain.clear()
        parted.append((cluster, text))
    if plain:
        parted.append((tuple(plain), None))
    return parted


def show(parts: Iterable[Span], origin: Pt, size: float, font: EmbeddedFont) -> str:
    """The operators that show glyphs on one baseline.

    ``origin`` is where the pen stands, in the coordinates of the glyphs' ``x``; ``size`` is
    the type size as the file states it.
    """
    shown, pen = [], 0.0
    for glyphs, actual in parts:
        operator, pen = _show(glyphs, origin, size, font, pen)
        shown.append(operator if actual is None else f"{begin_actual(actual)} {operator} EMC")
    return "\n".join(shown)


def begin_actual(text: str) -> str:
    """Opens a sequence that stands for ``text`` (ISO 32000-1 14.9.4)."""
    return f"/Span<</ActualText<FEFF{text.encode('utf-16-be').hex().upper()}>>>BDC"


def _show(
    glyphs: Sequence[SetGlyph], origin: Pt, size: float, font: EmbeddedFont, pen: float
) -> tuple[str, float]:
    """``TJ`` for glyphs, from a pen at ``pen`` thousandths of an em; where it stands after.

    Adjustments are rounded so that no glyph is more than 0.005 pt from its place, the last
    one 0.0008; what rounding leaves over goes into the next, so that nothing adds up.
    """
    places = max(0, ceil(log10(size)) - 1)
    per_point = 1000 / size
    last = len(glyphs) - 1
    parts = ["[<"]
    for index, (gid, x, _, _) in enumerate(glyphs):
        wanted = (x - origin) * per_point - pen
        gap = round(wanted, places)
        if index == last and abs(wanted - gap) > _NEAREST * per_point:
            gap = round(wanted, places + 1)
        if gap:
            parts.append(f">{number(gap * font.gap, places + 1)}<")
            pen += gap
        parts.append(font.codes[gid])
        pen += font.widths[gid]
    parts.append(">]TJ")
    return _tidy("".join(parts)), pen


def _tidy(operator: str) -> str:
    """Without the empty string before a leading adjustment, and as ``Tj`` if there is none."""
    if operator.startswith("[<>"):
        return f"[{operator[3:]}"
    if ">" not in operator[:-4]:
        return f"{operator[1:-3]}Tj"
    return operator
