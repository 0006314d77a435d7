"""What is said about joining the parts: characters without a glyph, unknown themes."""

from layout.messages.message import Message

MESSAGES: dict[str, Message] = {
    "glyph-missing": Message(
        "文字「{character}」（{code_point}）は、このデザインのフォントにありません。",
        'The fonts of this theme do not have the character "{character}" ({code_point}).',
        "別の文字に替えてください（候補：{instead}。この文字を持つフォント：{fonts}）。",
        "Use another character (candidate: {instead}; fonts that have this one: {fonts}).",
        "絵文字やごくまれな漢字は、フォントにありません。□（豆腐）で印刷されるのを防ぐため、止めました。"
        "絵文字は言葉や ■ ● ★ などの記号に替えてください。",
        "Emoji and very rare characters are in none of the fonts. They would be printed as an "
        "empty box, so nothing was made. Replace an emoji with words or with a sign such as ■ ● ★.",
    ),
    "theme-unknown": Message(
        "「{theme}」というデザインはありません。",
        'There is no theme "{theme}".',
        "使えるデザイン：{known}",
        "Themes: {known}",
        "デザインの名前は、リーフレットの theme: か、コマンドの --theme に書きます。",
        "A theme is named in the leaflet (theme:) or on the command line (--theme).",
    ),
}
