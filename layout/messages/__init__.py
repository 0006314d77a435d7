"""The sentences for people: problem code and arguments in, Japanese or English out.

Every room keeps its own sentences in a module of this package, as ``MESSAGES``.  They are
gathered only when something must be said: a build without problems loads none of them.
"""

import sys
from collections.abc import Iterator, Mapping
from functools import cache

from layout.messages.message import Message
from layout.problems import Problem

LANGUAGES = ("ja", "en")

PLACE = frozenset(("code", "block", "panel", "mm_over", "lines_over"))
"""Names that every sentence may use: the fields of the problem itself."""

_PANELS_JA = {"cover": "表紙", "inner": "中面", "flap": "折り込み面", "back": "裏表紙"}

_UNKNOWN = Message(
    "記録にない問題です（{code}）。", "A problem that has no description ({code}).", "", ""
)


def rooms() -> Iterator[tuple[str, dict[str, Message]]]:
    """Every room that has sentences, with its sentences by code."""
    from importlib import import_module
    from pkgutil import iter_modules

    for module in iter_modules(__path__):
        if module.name != "message":
            yield module.name, import_module(f"{__name__}.{module.name}").MESSAGES


@cache
def catalogue() -> dict[str, Message]:
    """All sentences by problem code; gathered once, since a list of contacts may tell many."""
    return {code: message for _, messages in rooms() for code, message in messages.items()}


def choose_language(wanted: str | None, environment: Mapping[str, str]) -> str:
    """``ja`` or ``en``: what was asked for, else the language of the person's system.

    POSIX: the first of LC_ALL, LC_MESSAGES, LANG that is set decides.  Windows, where these
    are seldom set: the language of the desktop.
    """
    if wanted in LANGUAGES:
        return str(wanted)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "ja" if environment[name].lower().startswith("ja") else "en"
    return "ja" if _windows_speaks_japanese() else "en"


def _windows_speaks_japanese() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    primary_language = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
    return bool(primary_language == 0x11)  # LANG_JAPANESE


def sentences(problem: Problem, language: str) -> tuple[str, str]:
    """The sentence for a problem and its hint (may be empty) in one language."""
    message = catalogue().get(problem.code, _UNKNOWN)
    given = {name: _told(name, value, language) for name, value in problem.arguments}
    arguments = _Arguments(_place(problem), **given)
    templates = (message.ja, message.hint_ja) if language == "ja" else (message.en, message.hint_en)
    sentence, hint = (template.format_map(arguments) for template in templates)
    return sentence, hint


_LISTS = ("fonts", "folds", "instead", "near")
"""Arguments that list what there is; "-" or "—" stands for nothing."""


_REASONS_JA = {
    "Permission denied": "許可されていません",
    "Operation not permitted": "許可されていません",
    "No such file or directory": "その場所がありません",
    "Read-only file system": "読み取り専用のディスクです",
    "No space left on device": "空き容量がありません",
    "Disk quota exceeded": "割り当ての容量を超えました",
    "File name too long": "名前が長すぎます",
    "Input/output error": "ディスクの読み書きに失敗しました",
}
"""What systems that speak English say of files; Windows says it in its owner's language."""


def _told(name: str, value: str, language: str) -> str:
    """An argument as it is said to a person."""
    if name == "reason" and language == "ja":
        return _REASONS_JA.get(value, value)
    if name == "writing" and language == "ja":
        from layout.scripts import japanese_name  # late: seldom told

        return japanese_name(value)
    if name == "role":
        return panel_name(value, language)
    if name in _LISTS and value in ("-", "—"):
        return "なし" if language == "ja" else "none"
    return value


def _place(problem: Problem) -> dict[str, str]:
    """What every sentence may name besides its own arguments (see ``PLACE``)."""
    over = "" if problem.mm_over is None else f"{problem.mm_over:.1f}"
    lines = "" if problem.lines_over is None else str(problem.lines_over)
    return {
        "code": problem.code,
        "block": problem.block,
        "panel": problem.panel,
        "mm_over": over,
        "lines_over": lines,
    }


def panel_name(role: str, language: str) -> str:
    """A panel's role as a person calls it (a Japanese reader: 表紙, 裏表紙 …)."""
    return _PANELS_JA.get(role, role) if language == "ja" else role


class _Arguments(dict[str, str]):
    """Arguments of a sentence; one that is missing shows its name instead of failing."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


class _Gaps(dict[str, str]):
    """Arguments where no problem is at hand: dots stand for what a message would name."""

    def __missing__(self, name: str) -> str:
        return "" if name == "mended" else "…"


def argument_names(template: str) -> frozenset[str]:
    """The names a sentence asks for."""
    from string import Formatter

    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def explain(code: str, language: str) -> str | None:
    """What ``explain CODE`` prints: the sentence, then cause and remedy; None if unknown."""
    message = catalogue().get(code)
    if message is None:
        return None
    sentence, hint, about = (
        (message.ja, message.hint_ja, message.about_ja)
        if language == "ja"
        else (message.en, message.hint_en, message.about_en)
    )
    sentence, hint = (template.format_map(_Gaps()) for template in (sentence, hint))
    parts = [f"{code}: {sentence}", about, hint]
    return "\n".join(part for part in parts if part) + "\n"
