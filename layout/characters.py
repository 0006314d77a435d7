"""Whether every character an author wrote can be drawn; no box (豆腐) ever stands for one."""

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import name, normalize

from layout.document import RUBY, Leaflet, Text, texts
from layout.frame import Clip, Group, Item, Panel, TextRun
from layout.load import locate
from layout.problems import LeafletError, Problem, problem
from layout.text.fonts import Fonts
from layout.theme import Theme

FONT_EXIT = 5
_NOTDEF = 0
"""The glyph every font draws for what it does not have (OpenType, recommended glyphs)."""


def check_characters(leaflet: Leaflet, theme: Theme, fonts: Fonts) -> None:
    """Raises LeafletError (exit 5) with every character that no style of the theme could set."""
    chains = tuple(dict.fromkeys(style.faces for style in theme.styles.values()))
    found = tuple(
        _missing_glyph(char, text, place, fonts)
        for text in texts(leaflet)
        for words, places in _drawn_of(text)
        for char, place in _lacking(words, places, chains, fonts)
    )
    if found:
        raise LeafletError(found, FONT_EXIT)


def check_drawn(leaflet: Leaflet, panels: Sequence[Panel], fonts: Fonts) -> None:
    """Raises LeafletError (exit 5) where a style used cannot set what another one could."""
    undrawn = frozenset(char for panel in panels for char in _undrawn((*panel.under, *panel.over)))
    if undrawn:
        found = tuple(
            _missing_glyph(char, text, place, fonts)
            for text in texts(leaflet)
            for words, places in _drawn_of(text)
            for char, place in zip(words, places, strict=True)
            if char in undrawn
        )
        raise LeafletError(found, FONT_EXIT)


def _drawn_of(text: Text) -> Iterator[tuple[str, Sequence[int]]]:
    """What is drawn of a text and, of each character, an index in it: a reading's is its base's."""
    yield text, range(len(text))
    for mark in text.marks:
        for reading in mark.value if mark.kind == RUBY else ():
            yield reading, (mark.start,) * len(reading)


def _lacking(
    words: str, places: Sequence[int], chains: Iterable[tuple[str, ...]], fonts: Fonts
) -> Iterator[tuple[str, int]]:
    """The characters, with their places, that no chain of faces has.

    Nearly always the first chain has them all, and no other one is asked.
    """
    missing: tuple[int, ...] = tuple(range(len(words)))
    for chain in chains:
        lacked = frozenset(fonts.missing(words, chain))
        missing = tuple(index for index in missing if index in lacked)
        if not missing:
            return
    yield from ((words[index], places[index]) for index in missing)


def _undrawn(items: Iterable[Item]) -> Iterator[str]:
    """The characters for which a composed item holds only the sign for a missing glyph."""
    for item in items:
        if isinstance(item, TextRun):
            yield from "".join(glyph.text for glyph in item.glyphs if glyph.gid == _NOTDEF)
        elif isinstance(item, Group | Clip):
            yield from _undrawn(item.items)


def _missing_glyph(char: str, text: Text, place: int, fonts: Fonts) -> Problem:
    plain = normalize("NFKC", char)
    drawable = plain != char and all(fonts.covering(ord(part)) for part in plain)
    return problem(
        "glyph-missing",
        locate(text, place, "" if text[place] == char else char),
        character=char,
        code_point=f"U+{ord(char):04X} {name(char, '')}".rstrip(),
        fonts=", ".join(fonts.covering(ord(char))) or "-",
        instead=plain if drawable else "-",
    )
