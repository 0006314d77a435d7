"""What an element looks like: attributes, ``style`` and the simple rules of ``<style>``."""

import re
from collections.abc import Iterator, Mapping

from layout.values import NamedTuple

INHERITED = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "fill-rule",
    "clip-rule",
    "fill-opacity",
    "stroke-opacity",
    "color",
    "visibility",
    "paint-order",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
)
OWN = (
    "clip-path",
    "opacity",
    "display",
    "overflow",
    "mask",
    "filter",
    "mix-blend-mode",
    "vector-effect",
    "transform-origin",
    "transform",
)
PROPERTIES = frozenset((*INHERITED, *OWN))

INITIAL: Mapping[str, str] = {
    "fill": "black",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "fill-rule": "nonzero",
    "clip-rule": "nonzero",
    "color": "currentColor",
    "visibility": "visible",
}

REFUSED: Mapping[str, frozenset[str]] = {
    "mask": frozenset(("none",)),
    "filter": frozenset(("none",)),
    "mix-blend-mode": frozenset(("normal",)),
    "vector-effect": frozenset(("none",)),
    "transform-origin": frozenset(("0", "0 0", "0px 0px", "0px 0px 0px", "0 0 0")),
    "paint-order": frozenset(("normal", "fill", "fill stroke", "fill stroke markers")),
    "stroke-dashoffset": frozenset(("0", "0px", "0.0")),
    "marker": frozenset(("none",)),
    "marker-start": frozenset(("none",)),
    "marker-mid": frozenset(("none",)),
    "marker-end": frozenset(("none",)),
}
"""Properties that cannot be drawn, with the values by which they do nothing."""

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"\s*([^{}]*?)\s*\{([^{}]*)\}\s*")
_SELECTOR = re.compile(r"(\*|[A-Za-z][\w-]*)?(?:([.#])([\w-]+))?")


class Rule(NamedTuple):
    """Declarations for elements of a name, class or id (empty: of any)."""

    tag: str
    kind: str
    name: str
    declarations: Mapping[str, str]

    @property
    def weight(self) -> tuple[int, int]:
        """How it is ranked against others (CSS 2.1, 6.4.3)."""
        return ("", ".", "#").index(self.kind), int(self.tag not in ("", "*"))

    def meets(self, tag: str, attributes: Mapping[str, str]) -> bool:
        if self.tag not in ("", "*", tag):
            return False
        if self.kind == ".":
            return self.name in attributes.get("class", "").split()
        return not self.kind or self.name == attributes.get("id")


def sheet(text: str) -> tuple[Rule, ...]:
    """The rules of a style sheet; ValueError, its text what it is, for any but simple ones."""
    text, at = _COMMENT.sub(" ", text), 0
    found: list[Rule] = []
    while text[at:].strip():
        match = _RULE.match(text, at)
        if match is None or match[1].startswith("@"):
            raise ValueError(text[at:].strip()[:40])
        declared = declarations(match[2])
        if any(name in PROPERTIES for name in declared):
            found += _rules(match[1], declared)
        at = match.end()
    return tuple(sorted(found, key=lambda rule: rule.weight))


def _rules(selectors: str, declared: Mapping[str, str]) -> Iterator[Rule]:
    for selector in selectors.split(","):
        match = _SELECTOR.fullmatch(selector.strip())
        if match is None or not selector.strip():
            raise ValueError(selector.strip()[:40])
        yield Rule(match[1] or "", match[2] or "", match[3] or "", declared)


def declarations(text: str) -> dict[str, str]:
    """The declarations of a block, the last of each name.

    Process inks keep the colour declared before them as their twin on screen, which is also what
    a browser shows that does not know them.
    """
    found: dict[str, str] = {}
    for part in _COMMENT.sub(" ", text).split(";"):
        name, _, value = part.partition(":")
        name, value = name.strip().lower(), value.strip()
        if not value:
            continue
        if "!" in value and name in PROPERTIES:
            raise ValueError(part.strip()[:40])
        if value.startswith("device-cmyk") and value.endswith(")") and name in found:
            value = f"{value} {found[name]}"
        found[name] = value
    return found


def looks(tag: str, attributes: Mapping[str, str], rules: tuple[Rule, ...]) -> dict[str, str]:
    """What is said of an element itself: its attributes, the rules it meets, its ``style``."""
    found = {name: value.strip() for name, value in attributes.items() if name in PROPERTIES}
    for rule in rules:
        if rule.meets(tag, attributes):
            found.update(rule.declarations)
    found.update(declarations(attributes.get("style", "")))
    return found


def inherited(parent: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The look of an element: what its parent has, but for what is said of itself."""
    found = {name: value for name, value in parent.items() if name not in OWN}
    found.update((name, value) for name, value in own.items() if value != "inherit")
    return found
