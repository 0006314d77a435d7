"""Faces that stand in for others in a line: matched in weight, size and language."""

from collections.abc import Iterable, Sequence
from unicodedata import category

from layout.frame import Glyph
from layout.geometry import Em
from layout.text.faces import Entry, Face
from layout.values import NamedTuple

_BOLD = 600.0
_WEIGHTS = {
    "Thin": 100,
    "ExtraLight": 200,
    "Light": 300,
    "Medium": 500,
    "SemiBold": 600,
    "DemiBold": 600,
    "Bold": 700,
    "ExtraBold": 800,
    "Black": 900,
    "Heavy": 900,
}
"""The usual names of weights (OpenType, usWeightClass); any other style is regular."""

_KANJI, _LETTER = "国", "x"
"""By these faces are measured: 国 shows the face of the type (字面), x the height of letters."""

_LEAST, _MOST = 0.92, 1.08
"""Beyond these the strokes of the smaller face would no longer match in weight."""
_ALIKE = 0.005
_ON_THE_CELL = 0.95
MIDDLE = 0.38
"""How far the middle of the em box lies above the baseline of a horizontal line, in ems."""


class Scale(NamedTuple):
    """How much larger a face is set to look as large as the one it stands in for."""

    kanji: float = 1.0
    letters: float = 1.0


AS_IT_IS = Scale()


def weight_of(entry: Entry) -> float:
    """The weight of a face as its index states it; 400 where it does not."""
    axes = dict(entry.axes)
    return axes["wght"] if "wght" in axes else float(_WEIGHTS.get(entry.style.split()[-1], 400))


def in_weight(entry: Entry, weight: float, entries: Iterable[Entry]) -> Entry:
    """The face, or beside bold type a bold one of its family where there is one."""
    if weight < _BOLD or weight_of(entry) >= _BOLD:
        return entry
    bold = [e for e in entries if e.family == entry.family and weight_of(e) >= _BOLD]
    return min(bold, key=lambda each: abs(weight_of(each) - weight), default=entry)


def of_languages(weight: float, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Of each family that is there for a language the face next in weight."""
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.get(entry.family)
        if entry.language and (
            known is None or abs(weight_of(entry) - weight) < abs(weight_of(known) - weight)
        ):
            found[entry.family] = entry
    return tuple(found.values())


_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))


def written_as(language: str) -> str:
    """The language with its script, as the index names it: ``ko``, ``zh-Hans``, ``zh-Hant``."""
    primary, *rest = language.lower().split("-")
    if primary != "zh":
        return primary
    return "zh-Hans" if _TRADITIONAL.isdisjoint(rest) else "zh-Hant"


def scale_between(faces: Sequence[Face], face: Face) -> Scale:
    """The scale of a face beside those that stand before it in a chain.

    Kanji are matched to the first face that has kanji, letters to the first that has letters.
    """
    kanji = _ratio([each.ink_size(_KANJI) for each in (*faces, face)])
    return Scale(kanji, _ratio([each.ink_top(_LETTER) for each in (*faces, face)]))


def _ratio(sizes: Sequence[Em]) -> float:
    """From the last of the sizes to the first there is."""
    own = sizes[-1]
    first = next((size for size in sizes if size), own)
    ratio = first / own if own else 1.0
    return 1.0 if abs(ratio - 1.0) < _ALIKE else min(_MOST, max(_LEAST, ratio))


def scaled(glyph: Glyph, scale: Scale, middle: float = MIDDLE) -> Glyph:
    """The glyph at its scale; ``middle`` is that of its cell, across the line from its origin.

    A kanji or kana keeps its full-width cell and is drawn about the middle of it; signs, which
    may have to join their like, are left as they are.
    """
    kind = category(glyph.text[0]) if glyph.text else "Mn"
    on_the_cell = glyph.advance >= _ON_THE_CELL
    by = scale.kanji if on_the_cell else scale.letters
    if by == 1.0 or not (kind == "Lo" if on_the_cell else kind[0] in "LMNP"):
        return glyph
    drawn = glyph._replace(scale=by, dx=Em(glyph.dx * by), dy=Em(glyph.dy * by))
    if on_the_cell:
        return drawn._replace(inset=Em((1.0 - by) / 2), dy=Em(drawn.dy + (1.0 - by) * middle))
    return drawn._replace(advance=Em(glyph.advance * by))
