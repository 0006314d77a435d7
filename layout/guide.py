"""The tables of the designers' guide, made from the table of what a theme can say.

``docs/themes.ja.md`` is written by hand but for its tables: each stands between two marks that
name a section, and is made anew by ``python -m layout.generated``.
"""

import re

from layout.themekeys import ANY, GIVEN, Key, Section, sections

_KINDS = {
    "number": "数",
    "choice": "選択",
    "ink": "インキの名前",
    "style": "様式の名前",
    "faces": "書体の並びの名前",
    "grounds": "帯の名前",
    "drawing": "絵の名前",
    "colour": "色",
    "features": "機能の名前",
    "tabs": "位置",
    "word": "文字",
    "table": "表",
}
_PLACE = re.compile(r"<!-- ([a-z.-]+) -->\n(?:.*?\n)?<!-- /\1 -->", re.DOTALL)


def renewed(guide: str) -> str:
    """The guide with every table as the sections are now."""
    return _PLACE.sub(_placed, guide)


def shown(guide: str) -> tuple[str, ...]:
    """The sections whose tables the guide has."""
    return tuple(match[1] for match in _PLACE.finditer(guide))


def _placed(match: re.Match[str]) -> str:
    name = match[1]
    return f"<!-- {name} -->\n{_table(sections()[name])}\n<!-- /{name} -->"


def _table(section: Section) -> str:
    wide = any(key.forms for key in section.keys)
    heads = ("項目", "型", "範囲", "書かないとき", "働き", *(("形",) if wide else ()))
    rows = [_row(key, wide) for key in section.keys]
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _row(key: Key, wide: bool) -> tuple[str, ...]:
    name = "（ほかの名前）" if key.key == ANY else f"`{key.key}`"
    usual = "**必須**" if key.needed else "" if key.usual == GIVEN else key.usual
    forms = ("、".join(f"`{form}`" for form in key.forms) or "すべて",) if wide else ()
    return (name, _KINDS[key.kind], _limits(key), usual, key.meaning, *forms)


def _limits(key: Key) -> str:
    if key.kind == "choice":
        return " ".join(f"`{word}`" for word in key.words)
    if key.kind != "number":
        return key.unit
    low, high = key.range
    return f"{low:g}～{high:g} {key.unit}".strip()
