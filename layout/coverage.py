"""Whether the theme's fonts have every character an author wrote."""

from layout.document import Leaflet, Text, texts
from layout.load import locate
from layout.problems import LeafletError, Problem, problem
from layout.text.fonts import Fonts
from layout.theme import Theme

NO_GLYPH = 5
"""The exit code of a leaflet with characters that no font has."""


def check_coverage(leaflet: Leaflet, theme: Theme, fonts: Fonts) -> None:
    """Raises LeafletError (exit 5) with the place of every character that a style could not set."""
    missing = _missing(leaflet, theme, fonts)
    if missing:
        found = (_problems(text, missing, fonts) for text in texts(leaflet))
        raise LeafletError(tuple(each for part in found for each in part), NO_GLYPH)


def _missing(leaflet: Leaflet, theme: Theme, fonts: Fonts) -> frozenset[str]:
    """The characters that at least one chain of faces lacks altogether."""
    written = "".join(sorted(set("".join(texts(leaflet))) - {"\n"}))
    chains = {style.faces for style in theme.styles.values()}
    return frozenset(
        written[index] for chain in sorted(chains) for index in fonts.missing(written, chain)
    )


def _problems(text: Text, missing: frozenset[str], fonts: Fonts) -> tuple[Problem, ...]:
    return tuple(
        problem(
            "glyph-missing",
            locate(text, index),
            character=character,
            code_point=f"U+{ord(character):04X}",
            fonts=", ".join(fonts.covering(ord(character))) or "—",
        )
        for index, character in enumerate(text)
        if character in missing
    )
