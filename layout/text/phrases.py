"""Where display text is broken gladly: between phrases (文節), never inside a word.

JLREQ leaves this to the house.  The phrases come from BudouX, which is imported only when a
heading does not fit on one line.
"""

from functools import cache
from typing import Any
from unicodedata import name

_OFF_PHRASE = 3.0
_BEFORE_ENDING = 6.0
INSIDE_WORD = 12.0
"""What a break inside a word costs."""


def phrase_costs(text: str) -> list[float]:
    """For each character, what it costs to break after it: 0 where a phrase ends.

    Counted in lines: a heading may grow by so many lines to avoid the break.  Dearest are
    breaks inside a word in katakana, kanji or Latin letters.
    """
    scripts = [_script(char) for char in text]
    costs = [_cost(a, b) for a, b in zip(scripts, [*scripts[1:], ""], strict=True)]
    at = 0
    for phrase in _parser().parse(text):
        at += len(phrase)
        costs[at - 1] = 0.0
    for index, char in enumerate(text):
        if char in " \u3000":
            costs[index] = 0.0
    return costs


def _cost(before: str, after: str) -> float:
    """A break between two scripts off the phrase: least bad where a new word seems to start."""
    if after == "HIRAGANA":
        return _BEFORE_ENDING
    return INSIDE_WORD if before == after else _OFF_PHRASE


def _script(char: str) -> str:
    """The script a character's name begins with; the prolonged sound mark is katakana's."""
    known = name(char, "").partition(" ")[0]
    return "KATAKANA" if char == "ー" else known.partition("-")[0]


@cache
def _parser() -> Any:
    import budoux

    return budoux.load_default_japanese_parser()
