"""What is said about pictures that are named but not drawn."""

from layout.messages.message import Message

_ABOUT_JA = (
    "この版は、まだ絵や国旗を入れられません。空の枠は作らず、文字だけで組みます。"
    "名前はそのまま残しておいてかまいません。"
)
_ABOUT_EN = (
    "This version does not draw flags and drawings yet. No empty frame is left: the words stand by "
    "themselves. The name may stay in the leaflet."
)

MESSAGES: dict[str, Message] = {
    "flag-not-drawn": Message(
        "国旗「{name}」はまだ描けません。「{country}」は国名だけで組みます。",
        'The flag "{name}" cannot be drawn yet; {country} stands by its name.',
        "",
        "",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-without-alt": Message(
        "絵や写真の説明（alt）がありません。",
        "This picture has no description for those who cannot see it (alt).",
        "「alt: 」に、何が写っているかを一文で書いてください。",
        "Say in a sentence what is to be seen, as alt: …",
        "目の見えない人は、絵の代わりに alt の言葉を聞きます。"
        "ウェブページ版（html）とテキスト版（text）で使います。",
        "Those who cannot see the picture hear these words instead. The editions html and text "
        "use them.",
    ),
    "drawing-not-drawn": Message(
        "絵「{name}」はまだ入れられません。説明の言葉だけで組みます。",
        'The drawing "{name}" cannot be placed yet; its caption stands for it.',
        "",
        "",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
}
