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
        "{block}の文字「{text}」が、{panel}（{role}）から{mm_over}mmはみ出します。",
        "Text of {block}, “{text}”, runs {mm_over} mm beyond what may be printed on {panel} "
        "({role}).",
        "見出しや名前など、一行に収まる短い項目に、長い文を入れていないか確かめてください。",
        "See whether a heading, name or other entry meant for one line holds a long text.",
        "断ち切りから3mmより外側に文字が出ると、切り落とされるおそれがあるため、止めました。"
        "一行で組む項目（見出し、電話番号、日付など）は、折り返せません。"
        "短くするか、本文や note: に移してください。",
        "Text nearer than 3 mm to the trim may be cut off, so nothing was made. Entries that are "
        "set on one line, such as headings, numbers and dates, cannot be broken: shorten them, or "
        "move the words to the running text or a note.",
    ),
    "text-too-small": Message(
        "{block}の文字「{text}」が{size} ptになり、読める大きさ（{least} pt）に足りません。",
        "Text of {block}, “{text}”, would be set in {size} pt, less than the least size that can "
        "be read ({least} pt).",
        "この項目を短くしてください。",
        "Make this entry shorter.",
        "印や小さな囲みの中の文字は、場所に合わせて縮めます。"
        "読めない大きさまでは縮めず、ここで止まります。",
        "Text on a sign or in a small frame is made to fit, but never so small that it cannot be "
        "read: nothing was made.",
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
