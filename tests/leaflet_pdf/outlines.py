"""Outlines as font files have them: of the shipped faces, and of the programs in a PDF.

Read with fontTools, so that neither HarfBuzz nor the project's own reader is asked.
"""

import csv
import io
from functools import cache
from typing import Any, NamedTuple

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from layout.resources import resource
from tests.pdf.reading import Font

Outline = tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
"""What a pen draws, in thousandths of an em."""


class Shipped(NamedTuple):
    """A face of ``fonts/``: its glyphs by character."""

    font: Any
    glyphs: Any
    cmap: dict[int, str]
    variants: dict[tuple[int, int], str]
    composed: dict[tuple[str, ...], str]

    def name(self, text: str) -> str | None:
        """The glyph that the font's own tables give for a character, a variation sequence or
        characters that it composes to one glyph."""
        if len(text) == 1:
            return self.cmap.get(ord(text))
        variant = self.variants.get((ord(text[0]), ord(text[1]))) if len(text) == 2 else None
        return variant or self.composed.get(tuple(self.cmap.get(ord(char), "") for char in text))

    def outline(self, text: str) -> Outline | None:
        """The outline of that glyph; None where there is none."""
        name = self.name(text)
        return None if name is None else _outline(self.glyphs, name, self.font["head"].unitsPerEm)

    def width(self, text: str) -> float:
        """The advance of that glyph in thousandths of an em."""
        name = self.name(text)
        assert name is not None
        return float(self.glyphs[name].width * 1000 / self.font["head"].unitsPerEm)


@cache
def shipped(name: str) -> Shipped:
    """The shipped face that a PDF calls by this name; LookupError if there is none."""
    for row in _index():
        font, axes = _opened(row["file"]), _axes(row["axes"])
        if name == (_instance(row) if axes else font["name"].getDebugName(6)):
            return _open(font, axes)
    raise LookupError(name)


@cache
def _opened(file: str) -> Any:
    return TTFont(io.BytesIO((resource("fonts") / file).read_bytes()), lazy=True)


@cache
def _index() -> tuple[dict[str, str], ...]:
    with open(resource("fonts") / "index.tsv", encoding="utf-8") as file:
        return tuple(csv.DictReader(file, delimiter="\t"))


def _axes(text: str) -> dict[str, float]:
    pairs = [axis.split("=") for axis in text.split(",")] if text != "-" else []
    return {tag: float(value) for tag, value in pairs}


def _instance(row: dict[str, str]) -> str:
    return f"{row['family']}-{row['style']}".replace(" ", "")


def _open(font: Any, axes: dict[str, float]) -> Shipped:
    cmap = font.getBestCmap()
    variants = {
        (base, selector): glyph or cmap[base]
        for table in font["cmap"].tables
        if table.format == 14
        for selector, pairs in table.uvsDict.items()
        for base, glyph in pairs
    }
    return Shipped(font, font.getGlyphSet(location=axes), cmap, variants, _composed(font))


def _composed(font: Any) -> dict[tuple[str, ...], str]:
    """The ligatures of ``ccmp``, the one feature that is never off."""
    if "GSUB" not in font:
        return {}
    gsub = font["GSUB"].table
    features = gsub.FeatureList.FeatureRecord
    numbers = {n for f in features if f.FeatureTag == "ccmp" for n in f.Feature.LookupListIndex}
    tables = [table for n in sorted(numbers) for table in gsub.LookupList.Lookup[n].SubTable]
    plain = [getattr(table, "ExtSubTable", table) for table in tables]
    return {
        (first, *ligature.Component): ligature.LigGlyph
        for table in plain
        for first, ligatures in getattr(table, "ligatures", {}).items()
        for ligature in ligatures
    }


class Embedded:
    """The program of a font in a PDF: outlines, widths and ink by code."""

    def __init__(self, font: Font) -> None:
        descriptor = font.descendant["/FontDescriptor"]
        self.texts, self.widths = font.texts, font.widths
        self.face = font.name.partition("+")[2]
        self.font = TTFont(io.BytesIO(descriptor["/FontFile2"].get_object().get_data()))
        self.em = self.font["head"].unitsPerEm
        self._glyphs = self.font.getGlyphSet()
        self._ink: dict[int, tuple[float, float, float, float] | None] = {}

    def outline(self, code: int) -> Outline:
        """The outline that a code draws (CIDToGIDMap is Identity)."""
        return _outline(self._glyphs, self.font.getGlyphName(code), self.em)

    def advance(self, code: int) -> float:
        """The advance that the program itself states, in thousandths of an em."""
        width, _ = self.font["hmtx"][self.font.getGlyphName(code)]
        return float(width * 1000 / self.em)

    def ink(self, code: int) -> tuple[float, float, float, float] | None:
        """The box of the outline in ems: left, bottom, right, top; None for a space."""
        if code not in self._ink:
            points = [point for _, points in self.outline(code) for point in points]
            xs, ys = [x / 1000 for x, _ in points], [y / 1000 for _, y in points]
            self._ink[code] = (min(xs), min(ys), max(xs), max(ys)) if points else None
        return self._ink[code]


def _outline(glyphs: Any, name: str, em: int) -> Outline:
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return tuple(
        (
            operator,
            tuple((x * 1000 / em, y * 1000 / em) for x, y in filter(None, points)),
        )
        for operator, points in pen.value
    )


def same(one: Outline, other: Outline, within: float = 0.0) -> bool:
    """Whether two outlines are drawn alike, each coordinate ``within`` thousandths of an em."""
    if [operator for operator, _ in one] != [operator for operator, _ in other]:
        return False
    pairs = [
        pair
        for (_, its), (_, others) in zip(one, other, strict=True)
        for pair in zip(its, others, strict=False)
    ]
    return all(len(a[1]) == len(b[1]) for a, b in zip(one, other, strict=True)) and all(
        abs(a - x) <= within and abs(b - y) <= within for (a, b), (x, y) in pairs
    )
