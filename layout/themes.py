"""Which themes there are, where they lie, and how a new one starts.

A theme is a folder with a ``theme.yaml`` and the drawings it names.  Some come with the house;
a leaflet may have others of its own, in its folder or below it.
"""

import os
import re
from pathlib import Path

from layout.nodes.files import read_bytes
from layout.problems import NOWHERE, LeafletError, Source, problem
from layout.resources import resource

FILE = "theme.yaml"
_LARGEST = 2_000_000
"""Bytes of a file of a theme."""

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices."""

_USAGE, _DATA = 2, 3


def shipped_themes() -> tuple[str, ...]:
    """The names of the themes that come with the house."""
    return _within(resource("data/themes"))


def is_shipped(file: Path) -> bool:
    """Whether a theme's file came with the house."""
    return file.parent.parent == resource("data/themes")


def known_themes(beside: Path) -> tuple[str, ...]:
    """The same, and those that lie in the folder ``beside``."""
    return tuple(dict.fromkeys((*shipped_themes(), *_within(beside))))


def _within(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(file.parent.name for file in folder.glob(f"*/{FILE}")))


def find_theme(name: str, beside: Path, source: Source = NOWHERE) -> Path:
    """The file of a theme: one of the house's, else a folder in or below ``beside``.

    A name with a slash (``./calm``, ``designs/spring``) is never one of the house's.  Raises
    LeafletError where there is none: exit code 3 if a file named it (``source``), else 2.
    """
    if name in shipped_themes():
        return resource("data/themes") / name / FILE
    path = beside / name / FILE
    if name and os.path.isfile(path) and path.resolve().is_relative_to(beside.resolve()):
        return path
    found = problem("theme-unknown", source, theme=name, known=", ".join(known_themes(beside)))
    raise LeafletError((found,), _DATA if source.file else _USAGE)


def new_theme(name: str, base: Path, language: str) -> dict[str, bytes]:
    """The files of a new theme, by name: those of the theme file ``base`` and what lies with it.

    Raises LeafletError (exit code 2) for a name that cannot be used.
    """
    _check_name(name)
    head = _HEAD[language].format(name=name, base=base.parent.name)
    files = {FILE: head.encode() + read_bytes(base, _LARGEST)}
    for drawing in sorted(base.parent.glob("*.svg")):
        files[drawing.name] = read_bytes(drawing, _LARGEST)
    return files


def _check_name(name: str) -> None:
    """A theme is called so that every system and print shop takes its name in a file's."""
    if not _NAME.fullmatch(name) or _DEVICES.fullmatch(name):
        raise LeafletError((problem("theme-name", name=name),), _USAGE)
    if name in shipped_themes():
        raise LeafletError((problem("theme-name-taken", name=name),), _USAGE)


_HEAD = {
    "ja": """\
# デザイン {name}（{base} をもとに作りました）
# このフォルダーをリーフレットの原稿と同じところに置き、原稿に theme: {name} と書くと使えます。
# 項目の意味は「デザインの手引き」（docs/themes.ja.md）にあります。

""",
    "en": """\
# The theme {name}, made from {base}.
# Put this folder beside a leaflet and write theme: {name} in it.
# What the keys mean is told in docs/themes.ja.md.

""",
}
