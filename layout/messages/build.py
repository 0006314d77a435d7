"""What is said about joining the parts: characters without a glyph, unknown themes."""

from layout.messages.message import Message

MESSAGES: dict[str, Message] = {
    "glyph-missing": Message(
        "文字「{character}」（{code_point}）は、このデザインのフォントにありません。",
        'The fonts of this theme do not have the character "{character}" ({code_point}).',
        "言葉か、■ ● ★ ♥ などの記号に替えてください（候補：{instead}。"
        "この文字を持つフォント：{fonts}）。",
        "Use words or a sign such as ■ ● ★ ♥ (candidate: {instead}; fonts that have this "
        "character: {fonts}).",
        "絵文字やごくまれな漢字は、フォントにありません。□（豆腐）で印刷されるのを防ぐため、"
        "止めました。",
        "Emoji and very rare characters are in none of the fonts. They would be printed as an "
        "empty box, so nothing was made.",
    ),
    "text-outside": Message(
        "{block}の文字が、{panel}の面から{mm_over}mmはみ出します。",
        "Text of {block} runs {mm_over} mm beyond what may be printed on {panel}.",
        "見出しや名前など、一行に収まる短い項目に、長い文を入れていないか確かめてください。",
        "See whether a heading, name or other entry meant for one line holds a long text.",
        "断ち切りから3mmより外側に文字が出ると、切り落とされるおそれがあるため、止めました。"
        "一行で組む項目（見出し、電話番号、日付など）は、折り返せません。"
        "短くするか、本文や note: に移してください。",
        "Text nearer than 3 mm to the trim may be cut off, so nothing was made. Entries that are "
        "set on one line, such as headings, numbers and dates, cannot be broken: shorten them, or "
        "move the words to the running text or a note.",
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
