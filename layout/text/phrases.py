"""Where display text is broken gladly: between phrases (文節), never inside a word.

JLREQ leaves this to the house.  The phrases are BudouX's.  Its model is read as data and
weighed here: importing the package brings an HTML parser with it, which costs a build more
than all its headings.
"""

import json
import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

_OFF_PHRASE = 3.0
_BEFORE_ENDING = 6.0
INSIDE_WORD = 12.0
"""What a break inside a word costs."""
_BEHIND_NAME = 1.0

_NAMES = re.compile(
    "北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|東京都|神奈川県|"
    "新潟県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|愛知県|三重県|滋賀県|京都府|大阪府|兵庫県|"
    "奈良県|和歌山県|鳥取県|島根県|岡山県|広島県|山口県|徳島県|香川県|愛媛県|高知県|福岡県|佐賀県|長崎県|"
    "熊本県|大分県|宮崎県|鹿児島県|沖縄県"
)
"""Names that addresses and offices begin with; BudouX parts some of them (〈事務局〉秋＋田県)."""

_Model: TypeAlias = dict[str, dict[str, int]]

_FEATURES = (
    ("UW1", -3, -2),
    ("UW2", -2, -1),
    ("UW3", -1, 0),
    ("UW4", 0, 1),
    ("UW5", 1, 2),
    ("UW6", 2, 3),
    ("BW1", -2, 0),
    ("BW2", -1, 1),
    ("BW3", 0, 2),
    ("TW1", -3, 0),
    ("TW2", -2, 1),
    ("TW3", -1, 2),
    ("TW4", 0, 3),
)
"""BudouX's features: the characters from one offset to another about a place."""


@lru_cache(256)  # while a title is fitted it is broken at one size after the other
def phrase_costs(text: str) -> tuple[float, ...]:
    """For each character, what it costs to break after it: 0 where a phrase ends.

    Counted in lines: a heading may grow by so many lines to avoid the break.  Dearest are
    breaks inside a word in katakana, kanji or Latin letters.
    """
    scripts = [_script(char) for char in text]
    costs = [_cost(a, b) for a, b in zip(scripts, [*scripts[1:], ""], strict=True)]
    for place in (*phrase_ends(text), *(at for at, char in enumerate(text) if char in " \u3000")):
        costs[place] = 0.0
    for name in _NAMES.finditer(text):
        costs[name.start() : name.end() - 1] = [INSIDE_WORD] * (name.end() - name.start() - 1)
        costs[name.end() - 1] = min(costs[name.end() - 1], _BEHIND_NAME)
    return tuple(costs)


def phrase_ends(text: str) -> tuple[int, ...]:
    """The indexes of the characters that end a phrase, but for the last."""
    model, base = _model()
    scored = [(model[feature], start, stop) for feature, start, stop in _FEATURES]
    length = len(text)
    return tuple(
        at - 1
        for at in range(1, length)
        if base
        + sum(
            scores.get(text[at + start : at + stop], 0)
            for scores, start, stop in scored
            if at + start >= 0 and at + stop <= length
        )
        > 0
    )


def _cost(before: str, after: str) -> float:
    """A break between two scripts off the phrase: least bad where a new word seems to start."""
    if after == "HIRAGANA":
        return _BEFORE_ENDING
    return INSIDE_WORD if before == after else _OFF_PHRASE


_SCRIPTS = (
    ("\u3041", "\u309f", "HIRAGANA"),
    ("\u30a0", "\u30ff", "KATAKANA"),
    ("\u3400", "\u9fff", "KANJI"),
    ("0", "9", "DIGIT"),
    ("A", "\u024f", "LATIN"),
)


def _script(char: str) -> str:
    """The script of a character; signs and all others are each their own."""
    return next((script for first, last, script in _SCRIPTS if first <= char <= last), char)


@cache
def _model() -> tuple[_Model, float]:
    """BudouX's model for Japanese and what all its scores must outweigh."""
    package = find_spec("budoux")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("budoux", name="budoux")
    file = Path(package.origin).parent / "models" / "ja.json"
    model: _Model = json.loads(file.read_text(encoding="utf-8"))
    return model, -0.5 * sum(sum(scores.values()) for scores in model.values())
