"""Sentences about text that cannot be read on its ground."""

from layout.messages.message import Message

_ABOUT_JA = (
    "文字と地の明るさの比（WCAG 2.2 のコントラスト比）は4.5以上、"
    "大きな文字（18 pt 以上、太字は14 pt 以上）"
    "で3以上が必要です。赤・緑・青の見分けにくい人の見え方でも確かめます。"
)
_ABOUT_EN = (
    "Text needs a contrast of 4.5 with its ground (WCAG 2.2), large text (18 pt, bold 14 pt) "
    "of 3.  It is also looked at as those see it who mix up red, green or blue."
)
_HINT_JA = "テーマの palette の {ink} か {ground} を、もっと暗く、または明るくしてください。"
_HINT_EN = "Make {ink} or {ground} in the theme's palette darker or lighter."

MESSAGES: dict[str, Message] = {
    "text-faint": Message(
        "「{block}」（{panel}）の文字が地に対して薄すぎます"
        "（コントラスト比 {measured}、{least} 以上が必要）：「{text}」",
        "{block} ({panel}): text too faint for its ground (contrast {measured}, at least {least}): "
        "“{text}”",
        _HINT_JA,
        _HINT_EN,
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "text-faint-to-some": Message(
        "「{block}」（{panel}）の文字は、色の見え方によっては地と見分けられません"
        "（コントラスト比 {measured}、{least} 以上が必要）：「{text}」",
        "{block} ({panel}): to some eyes this text is hardly apart from its ground "
        "(contrast {measured}, at least {least}): “{text}”",
        _HINT_JA,
        _HINT_EN,
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "text-reversed-small": Message(
        "「{block}」（{panel}）の白抜きの文字が小さすぎます"
        "（{measured} pt、{least} pt 以上が必要）：「{text}」",
        "{block} ({panel}): text reversed out of its ground is too small "
        "({measured} pt, at least {least}): “{text}”",
        "テーマの文字様式の size を大きくするか、"
        "文字を濃い色にしてください（いまは {ground} の上に {ink}）。",
        "Enlarge the size of its style in the theme, or set it dark ({ink} on {ground} now).",
        "濃い地に明るい文字を抜くと、インキが細い線をつぶします。7 pt 未満では読めなくなります。",
        "Where light text is left open in a dark ground, ink closes its thin strokes: under 7 pt "
        "it cannot be read.",
    ),
}
