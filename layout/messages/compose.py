"""Sentences of composition: what does not fit, and what is wrong with a theme."""

from layout.messages.message import Message

_ABOUT_FIT_JA = """文章が、このテーマの最小の文字サイズでも用紙の面に収まりません。
内容を切り捨てたり、読めないほど小さくしたりはしないため、ここで止まります。
文字数を減らすか、大きい用紙の折り方に変えると作れます。ヒントの数字は実際に試した結果です。"""
_ABOUT_FIT_EN = """The text does not fit even at the smallest size the theme allows.
Nothing is ever cut off or shrunk until it cannot be read, so the build stops here.
Shorten the text or choose a fold with more room; the figures in the hint have been tried."""

MESSAGES = {
    "does-not-fit": Message(
        "「{block}」などの文章が{panel}（{role}）までに収まりません"
        "（本文 {size} pt で {lines_over} 行、{mm_over} mm の超過）。",
        "{block} and what stands with it do not fit: {lines_over} lines ({mm_over} mm) too long at "
        "the end of {panel} ({role}), "
        "set in {size} pt.",
        "この部分と同じ所（cover: body: back: のどれか）の文章を、合わせて約{characters}字"
        "短くするか、折り方を {folds} に変えてください（fold: の値、または --fold）。",
        "Cut about {characters} characters in all from the texts of that part (cover:, body: or "
        "back:), or choose the fold {folds} (the value of fold:, or --fold).",
        _ABOUT_FIT_JA,
        _ABOUT_FIT_EN,
    ),
    "does-not-fit-any-fold": Message(
        "「{block}」などの文章が{panel}（{role}）までに収まりません"
        "（本文 {size} pt で {lines_over} 行、{mm_over} mm の超過）。",
        "{block} and what stands with it do not fit: {lines_over} lines ({mm_over} mm) too long at "
        "the end of {panel} ({role}), "
        "set in {size} pt.",
        "この部分と同じ所（cover: body: back: のどれか）の文章を、合わせて約{characters}字"
        "短くしてください。収まる折り方：{folds}",
        "Cut about {characters} characters in all from the texts of that part (cover:, body: or "
        "back:).  Folds with room for all: {folds}",
        _ABOUT_FIT_JA,
        _ABOUT_FIT_EN,
    ),
    "blocks-do-not-fit": Message(
        "「{block}」などの文章が{panel}（{role}）までに収まりません"
        "（本文 {size} pt で {lines_over} 行、{mm_over} mm の超過）。",
        "{block} and what stands with it do not fit: {lines_over} lines ({mm_over} mm) too long at "
        "the end of {panel} ({role}), "
        "set in {size} pt.",
        "文章を短くしても収まりません。この面のブロックを減らすか、別の面（body: / back:）に"
        "移してください。収まる折り方：{folds}",
        "Shortening text is not enough: take a block out, or move it between body: and back:. "
        "Folds with room for all: {folds}",
        _ABOUT_FIT_JA,
        _ABOUT_FIT_EN,
    ),
    "break-offends": Message(
        "原稿の改行のために、「{character}」が行頭か行末に来ています。",
        "A line break of the leaflet puts “{character}” where no line may begin or end.",
        "改行を、「{character}」の前か後ろへ一字ずらしてください。このままでも、書かれたとおりに出ます。",
        "Move the break to the other side of “{character}”.  As it stands it is printed as "
        "written.",
        "句読点、閉じかっこ、小さい「っ」や「ー」などは行の初めに、開きかっこは行の終わりに置きません（禁則）。"
        "見出しや題名の改行は書かれたとおりにするので、直せるのは書いた人だけです。",
        "No line begins with a full stop, a comma, a closing bracket, a small kana or ー, and "
        "none ends with an opening bracket.  Breaks in headings and titles are kept as written, "
        "so only their author can mend them.",
    ),
    "loose-line": Message(
        "「{block}」（{panel}）の次の行は、決まりどおりに行の幅に合わせられません：「{text}」",
        "{block} ({panel}): no lawful way was found to set this line to its measure: “{text}”",
        "この辺りの言葉を少し変えるか、長い英単語・番号・URL を短くしてください。",
        "Change a word or two nearby, or shorten the long word, number or address.",
        "行の幅より長い語や番号、分けられない文字だけの行は、禁則や単位の決まりを守ったままでは、"
        "行の端がそろいません。決まりを守り、行を短いまま、あるいははみ出したままにしてあります。",
        "A word or number wider than its column, or a line that has nothing to be stretched, "
        "cannot be flush without breaking a rule.  The rules are kept, in this order: line starts "
        "and ends, units, places that are not stretched, the edge.",
    ),
}
