"""Whether every character an author wrote can be drawn; no box (豆腐) ever stands for one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import name

from layout.document import LANGUAGE, RUBY, Leaflet, Text, texts
from layout.frame import Clip, Group, Item, Panel, TextRun
from layout.load import locate
from layout.problems import NOTE, LeafletError, Problem, problem
from layout.text.fonts import Fonts
from layout.theme import Theme

FONT_EXIT = 5
_NOTDEF = 0
"""The glyph every font draws for what it does not have (OpenType, recommended glyphs)."""


_TOLD = 20
"""The most characters of a run that a message quotes."""

_VARIANT = re.compile("[^\ufe00-\ufe0f][\ufe00-\ufe02\U000e0100-\U000e01ef]")
"""A base with a selector that asks for a form of it (Unicode 23.4); not the emoji selectors."""


def check_characters(leaflet: Leaflet, theme: Theme, fonts: Fonts) -> tuple[Problem, ...]:
    """What an author may want to know of characters that are drawn otherwise than asked for.

    Raises LeafletError (exit 5) with every character that no style of the theme could set.
    """
    chains = tuple(dict.fromkeys(style.faces for style in theme.styles.values()))
    found = tuple(
        fault
        for text in texts(leaflet)
        for words, places in _drawn_of(text)
        for fault in _faults(words, places, _lacking(words, chains, fonts), text, fonts)
    )
    if found:
        raise LeafletError(found, FONT_EXIT)
    return tuple(note for text in texts(leaflet) for note in _notes(text, chains, fonts))


def check_drawn(leaflet: Leaflet, panels: Sequence[Panel], fonts: Fonts) -> None:
    """Raises LeafletError (exit 5) where a style used cannot set what another one could."""
    undrawn = frozenset(char for panel in panels for char in _undrawn((*panel.under, *panel.over)))
    if undrawn:
        found = tuple(
            fault
            for text in texts(leaflet)
            for words, places in _drawn_of(text)
            for fault in _faults(
                words, places, [i for i, char in enumerate(words) if char in undrawn], text, fonts
            )
        )
        raise LeafletError(found, FONT_EXIT)


def _drawn_of(text: Text) -> Iterator[tuple[str, Sequence[int]]]:
    """What is drawn of a text and, of each character, an index in it: a reading's is its base's."""
    yield text, range(len(text))
    for mark in text.marks:
        for reading in mark.value if mark.kind == RUBY else ():
            yield reading, (mark.start,) * len(reading)


def _lacking(words: str, chains: Iterable[tuple[str, ...]], fonts: Fonts) -> Sequence[int]:
    """The indexes of the characters that no chain of faces has.

    Nearly always the first chain has them all, and no other one is asked.
    """
    missing: tuple[int, ...] = tuple(range(len(words)))
    for chain in chains:
        lacked = frozenset(fonts.missing(words, chain))
        missing = tuple(index for index in missing if index in lacked)
        if not missing:
            break
    return missing


def _undrawn(items: Iterable[Item]) -> Iterator[str]:
    """The characters for which a composed item holds only the sign for a missing glyph."""
    for item in items:
        if isinstance(item, TextRun):
            yield from "".join(glyph.text for glyph in item.glyphs if glyph.gid == _NOTDEF)
        elif isinstance(item, Group | Clip):
            yield from _undrawn(item.items)


def _faults(
    words: str, places: Sequence[int], indexes: Sequence[int], text: Text, fonts: Fonts
) -> Iterator[Problem]:
    """One problem for each run of one writing and for each sign."""
    if not indexes:
        return
    from layout.scripts import runs  # late: nearly every leaflet has all its characters

    for start, stop in runs(words, indexes):
        yield _fault(words[start:stop], text, places[start], fonts)


def _fault(run: str, text: Text, place: int, fonts: Fonts) -> Problem:
    from layout.scripts import instead_of, is_ideograph, script_of

    at = locate(text, place, "" if text[place] == run[0] else run[0])
    script = script_of(run[0])
    char = run if len(run) <= _TOLD else f"{run[:_TOLD]}…"
    code_point = _code_point(run[0])
    if script is None:
        plain = instead_of(run[0])
        drawable = all(fonts.covering(ord(part)) for part in plain)
        return problem(
            "glyph-missing",
            at,
            character=char,
            code_point=code_point,
            fonts=", ".join(fonts.covering(ord(run[0]))) or "-",
            instead=(plain if drawable else "") or "-",
        )
    if script.right_to_left:
        return problem(
            "script-right-to-left", at, character=char, code_point=code_point, writing=script.en
        )
    return problem(
        "kanji-missing" if is_ideograph(run[0]) else "script-missing",
        at,
        character=char,
        code_point=code_point,
        writing=script.en,
        font=script.font,
        language=script.language,
    )


def _code_point(char: str) -> str:
    return f"U+{ord(char):04X} {name(char, '')}".rstrip()


def _notes(text: Text, chains: Sequence[tuple[str, ...]], fonts: Fonts) -> Iterator[Problem]:
    """What is drawn, but not as it was asked for or not as its readers know it."""
    for match in _VARIANT.finditer(text):
        if not any(fonts.has_variant(match[0], chain) for chain in chains):
            at, sequence = locate(text, match.start()), f"U+{ord(match[0][1]):04X}"
            base, code_point = match[0][0], _code_point(match[0][0])
            yield problem(
                "variant-missing",
                at,
                NOTE,
                character=base,
                code_point=code_point,
                selector=sequence,
            )
    marked = {
        index
        for mark in text.marks
        if mark.kind == LANGUAGE
        for index in range(mark.start, mark.stop)
    }
    lent = [index for index in fonts.lent(text, chains[0]) if index not in marked]
    if lent:
        yield from _unmarked(text, lent)


def _unmarked(text: Text, lent: Sequence[int]) -> Iterator[Problem]:
    from layout.scripts import is_ideograph

    kanji = [index for index in lent if is_ideograph(text[index])]
    if kanji:
        yield problem(
            "language-unmarked",
            locate(text, kanji[0]),
            NOTE,
            character="".join(dict.fromkeys(text[index] for index in kanji[:_TOLD])),
        )
