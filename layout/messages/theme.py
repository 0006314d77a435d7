"""What is said of theme files."""

from layout.messages.message import Message

_ABOUT_JA = (
    "デザインのファイル（theme.yaml）の項目は「デザインの手引き」（docs/themes.ja.md）に、意味、単位、"
    "範囲、書かないときの値とともに並んでいます。"
)
_ABOUT_EN = (
    "docs/themes.ja.md lists every key of a theme file (theme.yaml) with its meaning, unit, limits "
    "and what holds where it is left out."
)


def _said(ja: str, en: str, hint_ja: str, hint_en: str) -> Message:
    return Message(ja, en, hint_ja, hint_en, _ABOUT_JA, _ABOUT_EN)


MESSAGES: dict[str, Message] = {
    "theme-value": Message(
        "デザイン「{theme}」の {key} の値「{value}」が正しくありません。",
        "In the theme {theme}, the value of {key} is not right: {value}",
        "付属のデザイン calm の同じ項目を手本に直してください。",
        "Mend it after the same key of the theme calm.",
        "デザインのファイルに、足りない項目か、読めない値か、定義されていない色・書体・文字様式の名前が"
        "あります。" + _ABOUT_JA,
        "The theme file lacks a key, holds a value that cannot be read, or names an ink, "
        "a face or a style that it does not define. " + _ABOUT_EN,
    ),
    "theme-key-unknown": _said(
        "デザイン「{theme}」の {key} という項目は使われません。",
        "Nothing reads {key} of the theme {theme}.",
        "もしかすると {near} ですか。要らなければ行ごと消してください。",
        "Did you mean {near}? If not, remove the line.",
    ),
    "theme-key-missing": _said(
        "デザイン「{theme}」に {key} がありません。",
        "The theme {theme} lacks {key}.",
        "付属のデザイン calm の同じ項目を手本に書き足してください。",
        "Add it after the same key of the theme calm.",
    ),
    "theme-number": _said(
        "デザイン「{theme}」の {key} の値「{value}」は使えません。",
        "The theme {theme} cannot have {value} for {key}.",
        "{low} から {high} までの数（単位：{unit}）にしてください。",
        "Make it a number from {low} to {high} ({unit}).",
    ),
    "theme-choice": _said(
        "デザイン「{theme}」の {key} に「{value}」という選び方はありません。",
        "In the theme {theme}, {key} cannot be {value}.",
        "次のどれかにしてください：{known}",
        "Choose one of: {known}",
    ),
    "theme-undefined": _said(
        "デザイン「{theme}」の {key} の「{value}」は、{of} に定義されていません。",
        "{key} of the theme {theme} names {value}, which its {of} does not define.",
        "近い名前：{near}",
        "Nearest: {near}",
    ),
    "theme-cmyk": _said(
        "デザイン「{theme}」の {key} の値「{value}」は、CMYK の色として読めません。",
        "In the theme {theme}, {key} is no colour: {value}",
        '0 から 100 までの数を四つ、空白で区切って書いてください（例："85 30 50 40"）。',
        'Write four numbers from 0 to 100, parted by spaces, such as "85 30 50 40".',
    ),
    "theme-srgb": _said(
        "デザイン「{theme}」の {key} の値「{value}」は、画面の色として読めません。",
        "In the theme {theme}, {key} is no colour of a screen: {value}",
        '# と十六進の6桁で、引用符で囲んで書いてください（例："#1D5C58"）。',
        'Write # and six hexadecimal digits, in quotes, such as "#1D5C58".',
    ),
    "theme-drawing": _said(
        "デザイン「{theme}」の {key} の絵「{value}」が、デザインのフォルダーにありません。",
        "The theme {theme} names the drawing {value} ({key}), which does not lie in its folder.",
        "{value}.svg をデザインのフォルダーに入れるか、そこにある絵にしてください：{near}",
        "Put {value}.svg into the theme's folder, or name one that is there: {near}",
    ),
    "theme-order": _said(
        "デザイン「{theme}」の rhythm の {less} が {more} より大きくなっています。",
        "In the rhythm of the theme {theme}, {less} is more than {more}.",
        "{less} を小さくするか、{more} を大きくしてください。",
        "Make {less} smaller or {more} larger.",
    ),
}
