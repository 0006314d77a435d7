"""A theme of one's own, looked through as a whole: every fault with its place.

What comes with the house is held to the same by the tests.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from layout.nodes import Mapping, Node, Scalar, Sequence, open_yaml
from layout.problems import ERROR, WARNING, LeafletError, Problem, Source, problem
from layout.themekeys import FORM, NEEDED_STYLES, Key, Section, sections
from layout.values import NamedTuple

_DATA, _FONT = 3, 5
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_COLOURS = {
    "cmyk": re.compile(r"((100|[0-9]{1,2})(\.[0-9]+)? ?\b ?){4}"),
    "srgb": re.compile(r"#[0-9A-Fa-f]{6}"),
}
_COLOUR_CODES = {"cmyk": "theme-cmyk", "srgb": "theme-srgb"}
_FEATURES = re.compile(r"[a-z0-9]{4}( [a-z0-9]{4})*")
_RISING = (
    ("floor", "ceiling"),
    ("least", "close"),
    ("least", "ideal"),
    ("close", "most"),
    ("ideal", "most"),
)
_LISTS = {"ink": "palette", "style": "styles", "faces": "faces", "grounds": "grounds"}
"""Where the names that keys of a kind may give are defined."""


class _Theme(NamedTuple):
    """A theme file that is being looked through: names that it defines by where it does, and
    those that others bring along."""

    id: str
    file: str
    defined: dict[str, tuple[str, ...]]
    fonts: tuple[str, ...]
    drawings: tuple[str, ...]

    def said(self, code: str, key: str, node: Scalar, **more: str) -> Problem:
        """What is said of the value of a key."""
        given = (("theme", self.id), ("key", key), ("value", node.text), *more.items())
        return problem(code, node.source)._replace(arguments=given)


def check_theme(path: Path, fonts: Iterable[str]) -> tuple[Problem, ...]:
    """What is to be said of the theme at ``path``, where there are these ``fonts``.

    Raises LeafletError with all of it if it cannot be used: exit code 3, 5 if nothing but fonts
    are missing, 6 if the file cannot be read.
    """
    file = open_yaml(path)
    found = list(file.problems)
    if isinstance(file.root, Mapping):
        drawings = tuple(sorted(each.stem for each in path.parent.glob("*.svg")))
        defined = {name: tuple(_entries(file.root, name)) for name in _LISTS.values()}
        theme = _Theme(path.parent.name, file.name, defined, tuple(fonts), drawings)
        found += _faults(theme, file.root)
    errors = [each for each in found if each.severity == ERROR]
    if errors:
        fonts_alone = all(each.code == "font-missing" for each in errors)
        raise LeafletError(tuple(found), _FONT if fonts_alone else _DATA)
    return tuple(found)


def _entries(root: Mapping, name: str) -> dict[str, Node]:
    """What a section defines, by name; nothing where it is no mapping."""
    section = next((value for key, value in root.entries if key.text == name), None)
    if not isinstance(section, Mapping):
        return {}
    return {key.text: value for key, value in section.entries}


def _faults(theme: _Theme, root: Mapping) -> Iterator[Problem]:
    table = sections()
    yield from _section(theme, "", root, table["theme"])
    for name, of in (("palette", "palette"), ("grounds", "ground"), ("styles", "styles")):
        for entry, node in _entries(root, name).items():
            yield from _section(theme, f"{name}.{entry}", node, table[of])
    for key, node in root.entries:
        if key.text in ("rhythm", "costs"):
            yield from _section(theme, key.text, node, table[key.text], key.source)
    yield from _faces(theme, root)
    yield from _order(theme, _entries(root, "rhythm"))
    for style in NEEDED_STYLES:
        if style not in theme.defined["styles"]:
            yield _missing(theme, f"styles.{style}", _place(root, "styles"))
    forms = next((value for key, value in root.entries if key.text == "forms"), None)
    for kind, node in forms.entries if isinstance(forms, Mapping) else ():
        yield from _form(theme, kind, node)


def _place(root: Mapping, name: str) -> Source:
    return next((key.source for key, _ in root.entries if key.text == name), root.source)


def _form(theme: _Theme, kind: Scalar, node: Node) -> Iterator[Problem]:
    section, where = sections().get(FORM + kind.text), f"forms.{kind.text}"
    if section is None:
        kinds = [name.removeprefix(FORM) for name in sections() if name.startswith(FORM)]
        yield _unknown(theme, where, kind.text, kind.source, kinds)
        return
    chosen = _chosen(section, node)
    common = [key for key in sections()["block"].keys if section.key(key.key) in (None, key)]
    keys = tuple(key for key in section.keys if not key.forms or chosen in key.forms)
    others = tuple(key._replace(usual="-") for key in section.keys if key not in keys)
    whole = Section("", (*keys, *others, *common))
    yield from _section(theme, where, node, whole, kind.source)


def _chosen(section: Section, node: Node) -> str:
    """The form that a kind wears: the one it says, else the first there is."""
    said = {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}
    key, form = section.key("form"), said.get("form")
    first = key.words[0] if key and key.key == "form" else ""
    return form.text if isinstance(form, Scalar) else first


def _section(
    theme: _Theme, where: str, node: Node, section: Section, place: Source | None = None
) -> Iterator[Problem]:
    """The faults of a mapping: keys unknown, values that are not right, and keys missing, which
    are told at its own ``place``, that of its key."""
    if not isinstance(node, Mapping):
        yield _wrong(theme, where, node)
        return
    prefix = f"{where}." if where else ""
    for key, value in node.entries:
        known = section.key(key.text)
        if known is None:
            names = [each.key for each in section.keys]
            yield _unknown(theme, prefix + key.text, key.text, key.source, names)
        else:
            yield from _value(theme, prefix + key.text, value, known)
    said = {key.text for key, _ in node.entries}
    for key_ in section.keys:
        if key_.needed and key_.key not in said:
            yield _missing(theme, prefix + key_.key, place or node.source)


def _value(theme: _Theme, where: str, node: Node, key: Key) -> Iterator[Problem]:
    if key.kind == "table":
        if not isinstance(node, Mapping):
            yield _wrong(theme, where, node)
        elif key.key == "instead":
            yield from _inks(theme, where, node)
    elif not isinstance(node, Scalar):
        yield _wrong(theme, where, node)
    elif key.kind in _LISTS:
        yield from _names(theme, where, node, _LISTS[key.kind])
    else:
        check = _CHECKS.get(key.kind)
        if check:
            yield from check(theme, where, node, key)


def _number(theme: _Theme, where: str, node: Scalar, key: Key) -> Iterator[Problem]:
    low, high = key.range
    if not (_NUMBER.fullmatch(node.text) and low <= float(node.text) <= high):
        limits = {"low": f"{low:g}", "high": f"{high:g}", "unit": key.unit}
        yield theme.said("theme-number", where, node, **limits)


def _choice(theme: _Theme, where: str, node: Scalar, key: Key) -> Iterator[Problem]:
    if node.text not in key.words:
        yield theme.said("theme-choice", where, node, known=", ".join(key.words))


def _colour(theme: _Theme, where: str, node: Scalar, key: Key) -> Iterator[Problem]:
    if not _COLOURS[key.key].fullmatch(node.text):
        yield theme.said(_COLOUR_CODES[key.key], where, node)


def _drawing(theme: _Theme, where: str, node: Scalar, _: Key) -> Iterator[Problem]:
    if node.text not in theme.drawings:
        near = _nearest(node.text, theme.drawings) or "-"
        yield theme.said("theme-drawing", where, node, near=near)


def _features(theme: _Theme, where: str, node: Scalar, _: Key) -> Iterator[Problem]:
    if not _FEATURES.fullmatch(node.text):
        yield _wrong(theme, where, node)


_Check = Callable[[_Theme, str, Scalar, Key], Iterator[Problem]]
_CHECKS: dict[str, _Check] = {
    "number": _number,
    "choice": _choice,
    "colour": _colour,
    "drawing": _drawing,
    "features": _features,
}


def _names(theme: _Theme, where: str, node: Scalar, of: str) -> Iterator[Problem]:
    """Names that must be defined in another section; grounds may be several."""
    for name in node.text.split() if of == "grounds" else [node.text]:
        if name not in theme.defined[of]:
            near = _nearest(name, theme.defined[of]) or ", ".join(theme.defined[of]) or "-"
            yield theme.said("theme-undefined", where, node._replace(text=name), of=of, near=near)


def _inks(theme: _Theme, where: str, node: Mapping) -> Iterator[Problem]:
    for old, new in node.entries:
        for each in (old, new):
            if isinstance(each, Scalar):
                yield from _names(theme, where, each, "palette")
            else:
                yield _wrong(theme, where, each)


def _faces(theme: _Theme, root: Mapping) -> Iterator[Problem]:
    for name, node in _entries(root, "faces").items():
        for each in node.items if isinstance(node, Sequence) else (node,):
            if not isinstance(each, Scalar):
                yield _wrong(theme, f"faces.{name}", each)
            elif each.text not in theme.fonts:
                near = _nearest(each.text, theme.fonts) or ", ".join(theme.fonts)
                yield problem("font-missing", each.source, face=each.text, known=near)


def _order(theme: _Theme, rhythm: dict[str, Node]) -> Iterator[Problem]:
    """Limits that are the wrong way round."""
    for less, more in _RISING:
        low, high = _float(rhythm.get(less)), _float(rhythm.get(more))
        if low is not None and high is not None and low > high:
            yield problem("theme-order", rhythm[more].source, theme=theme.id, less=less, more=more)


def _float(node: Node | None) -> float | None:
    number = isinstance(node, Scalar) and _NUMBER.fullmatch(node.text)
    return float(number[0]) if number else None


def _wrong(theme: _Theme, where: str, node: Node) -> Problem:
    shown = node.text if isinstance(node, Scalar) else "[ ]" if isinstance(node, Sequence) else "…"
    return problem("theme-value", node.source, theme=theme.id, key=where, value=shown)


def _missing(theme: _Theme, where: str, source: Source) -> Problem:
    return problem("theme-key-missing", source, theme=theme.id, key=where)


def _unknown(theme: _Theme, where: str, key: str, source: Source, known: list[str]) -> Problem:
    near = _nearest(key, known) or ", ".join(known)
    return problem("theme-key-unknown", source, WARNING, theme=theme.id, key=where, near=near)


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    return ", ".join(get_close_matches(name, tuple(known), 3, 0.5))
