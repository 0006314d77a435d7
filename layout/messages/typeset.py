"""What is said about the jobs of the command ``typeset``."""

from layout.messages.message import Message

MESSAGES = {
    "typeset-job": Message(
        ja="組版の指定の {job} 番目が正しくありません（{field}：{value}）。",
        en="Job number {job} cannot be set ({field}: {value}).",
        hint_ja='{{"id": …, "text": "文章", "measure_em": 20}} の形で書きます。',
        hint_en='A job is written {{"id": …, "text": "…", "measure_em": 20}}.',
        about_ja=(
            "typeset の指定は JSON の配列です。一つずつに text（文字列）と measure_em（行の長さ、"
            "正の数）が要ります。ほかに書けるのは id、size_pt、justify、indent_em、style です。"
            "番号は 0 から数えます。"
        ),
        about_en=(
            "The jobs of typeset are a JSON array.  Each needs text (a string) and measure_em "
            "(the line length, a positive number), and may have id, size_pt, justify, "
            "indent_em and style.  They are counted from 0."
        ),
    ),
    "typeset-style": Message(
        ja="組版の指定の {job} 番目：style の {field} に {value} は使えません。",
        en="Job number {job}: the style has no {field} {value}.",
        hint_ja="使えるもの：{known}",
        hint_en="It may be: {known}",
        about_ja=(
            "style には strictness、line_head、line_end、hanging、house_rules、kern、"
            "direction、font が書けます。値は決まったものから選びます。"
        ),
        about_en=(
            "The style takes strictness, line_head, line_end, hanging, house_rules, kern, "
            "direction and font, each with one of its known values."
        ),
    ),
}
