"""Characters that fonts lack: which writing they belong to, and what to write in their place.

The standard library knows no scripts (Unicode 24), but a character's name begins with its own.
"""

from collections.abc import Iterable, Iterator
from unicodedata import category, name, normalize

from layout.values import NamedTuple


class Script(NamedTuple):
    """A writing: its language's tag and names, and a font that serves it."""

    language: str
    ja: str
    en: str
    font: str
    right_to_left: bool = False


SCRIPTS = {
    "HANGUL": Script("ko", "韓国語", "Korean", "Noto Sans KR"),
    "BOPOMOFO": Script("zh-Hant", "中国語（注音）", "Chinese (bopomofo)", "Noto Sans TC"),
    "THAI": Script("th", "タイ語", "Thai", "Noto Sans Thai"),
    "LAO": Script("lo", "ラオス語", "Lao", "Noto Sans Lao"),
    "KHMER": Script("km", "クメール語", "Khmer", "Noto Sans Khmer"),
    "MYANMAR": Script("my", "ミャンマー語", "Burmese", "Noto Sans Myanmar"),
    "DEVANAGARI": Script(
        "ne", "ネパール語・ヒンディー語", "Nepali or Hindi", "Noto Sans Devanagari"
    ),
    "BENGALI": Script("bn", "ベンガル語", "Bengali", "Noto Sans Bengali"),
    "SINHALA": Script("si", "シンハラ語", "Sinhala", "Noto Sans Sinhala"),
    "TAMIL": Script("ta", "タミル語", "Tamil", "Noto Sans Tamil"),
    "GURMUKHI": Script("pa", "パンジャブ語", "Punjabi", "Noto Sans Gurmukhi"),
    "GUJARATI": Script("gu", "グジャラート語", "Gujarati", "Noto Sans Gujarati"),
    "TELUGU": Script("te", "テルグ語", "Telugu", "Noto Sans Telugu"),
    "TIBETAN": Script("bo", "チベット語", "Tibetan", "Noto Serif Tibetan"),
    "MONGOLIAN": Script("mn", "モンゴル語", "Mongolian", "Noto Sans Mongolian"),
    "GEORGIAN": Script("ka", "ジョージア語", "Georgian", "Noto Sans Georgian"),
    "ARMENIAN": Script("hy", "アルメニア語", "Armenian", "Noto Sans Armenian"),
    "ETHIOPIC": Script("am", "アムハラ語", "Amharic", "Noto Sans Ethiopic"),
    "GREEK": Script("el", "ギリシャ語", "Greek", "Noto Sans"),
    "CYRILLIC": Script("ru", "ロシア語など（キリル文字）", "Russian (Cyrillic)", "Noto Sans"),
    "LATIN": Script("und", "外国語（ラテン文字）", "a language in Latin letters", "Noto Sans"),
    "ARABIC": Script("ar", "アラビア語・ペルシア語", "Arabic or Persian", "", right_to_left=True),
    "HEBREW": Script("he", "ヘブライ語", "Hebrew", "", right_to_left=True),
    "SYRIAC": Script("syr", "シリア語", "Syriac", "", right_to_left=True),
    "THAANA": Script("dv", "ディベヒ語", "Dhivehi", "", right_to_left=True),
}
_TRADITIONAL = Script("zh-Hant", "中国語（繁体字）", "traditional Chinese", "Noto Sans TC")
_RARE = Script("und", "めったに使われない漢字", "a very rare ideograph", "Jigmo")
"""``und``: of no language in particular (BCP 47)."""

_INSTEAD = {
    "☑☒☐⬜🔲": "□",
    "✔✅": "✓",
    "❌✖❎": "×",
    "⭕": "○",
    "❤💛💚💙💜🧡🖤💕💖": "♥",
    "⭐🌟✨": "★",
    "❗❕": "！",
    "❓❔": "？",
    "📞📱": "TEL",
    "📠": "FAX",
    "✉📧📩📨💌📮": "メール",
    "🏠🏡🏢📍🏣": "住所",
    "📅📆🗓": "日時",
    "⏰🕒🕐⌚": "時間",
    "🔍🔎": "検索",
    "💡📌📝✏🖊": "●",
    "✊✋👊🙌👍👏🙏🤝": "■",
    "👉": "→",
    "👈": "←",
    "👆": "↑",
    "👇": "↓",
    "🔴🔵🟢🟡🟠": "●",
    "🔺🔼": "▲",
    "🔻🔽": "▼",
    "🚨🚫⛔": "注意",
    "🚃🚆🚇🚉": "駅",
    "🎉📢📣": "★",
}
INSTEAD = {sign: plain for signs, plain in _INSTEAD.items() for sign in signs}
"""Signs that fonts for print lack, and what is printed in their place."""


def japanese_name(english: str) -> str:
    """The Japanese name of a writing."""
    known = (*SCRIPTS.values(), _TRADITIONAL, _RARE)
    return next((script.ja for script in known if script.en == english), english)


def instead_of(sign: str) -> str:
    """What to write for a sign that cannot be drawn; empty where nothing is known."""
    plain = normalize("NFKC", sign)
    return INSTEAD.get(sign, plain if plain != sign else "")


def script_of(char: str) -> Script | None:
    """The writing a letter belongs to; None for signs, figures and all that has none."""
    if category(char)[0] not in "LM":
        return None
    first = name(char, "").partition(" ")[0]
    return _of_ideograph(char) if first == "CJK" else SCRIPTS.get(first)


def is_ideograph(char: str) -> bool:
    """Whether the character is a kanji of any country."""
    return name(char, "").startswith("CJK ") and category(char) == "Lo"


def _of_ideograph(char: str) -> Script:
    """Big5 holds what is in use where characters are traditional; all else is rare."""
    try:
        char.encode("big5")
    except UnicodeEncodeError:
        return _RARE
    return _TRADITIONAL


_JOINERS = frozenset(" \u00a0-–,.;:()،؛؟")
_MODIFIERS = frozenset(map(chr, (*range(0x1F3FB, 0x1F400), 0x20E3)))
_FLAGS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))


def runs(text: str, indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """What is told as one thing among the characters at ``indexes`` (rising): start and end.

    Letters of one writing with the spaces between its words; a sign with its modifier; the two
    halves of a flag.
    """
    start = stop = -1
    for index in indexes:
        if start >= 0 and _goes_on(text, start, stop, index):
            stop = index + 1
            continue
        if start >= 0:
            yield start, stop
        start, stop = index, index + 1
    if start >= 0:
        yield start, stop


def _goes_on(text: str, start: int, stop: int, index: int) -> bool:
    between = text[stop:index]
    if text[index] in _MODIFIERS or text[index] in _FLAGS:
        return stop == index and (text[index] in _MODIFIERS or text[stop - 1] in _FLAGS)
    script = script_of(text[start])
    together = script is not None and script_of(text[index]) == script
    return together and _JOINERS.issuperset(between)
