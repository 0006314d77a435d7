"""What is said about the jobs of the command ``typeset``."""

from layout.messages.message import Message

_FORM_JA = '{{"id": "a", "text": "文章", "measure_em": 20}} のように書きます。'
_FORM_EN = 'A job is written like {{"id": "a", "text": "…", "measure_em": 20}}.'

MESSAGES = {
    "jobs-json": Message(
        ja="JSON として読めません（{reason}）。",
        en="This is not JSON ({reason}).",
        hint_ja="かっこ、引用符、コンマの抜けや余りがないか、この場所の前後を確かめてください。",
        hint_en="Look before and after this place for a missing or extra bracket, quote or comma.",
        about_ja="typeset が読むのは JSON（RFC 8259）の配列です。",
        about_en="typeset reads an array in JSON (RFC 8259).",
    ),
    "jobs-encoding": Message(
        ja="{byte} バイト目が文字になりません。",
        en="Byte {byte} is no part of a character.",
        hint_ja="UTF-8 で保存し直してください。",
        hint_en="Save the file as UTF-8.",
        about_ja="JSON の文字コードは UTF-8 です（BOM 付き、UTF-16 も読みます）。",
        about_en="JSON is written in UTF-8; a byte order mark and UTF-16 are understood too.",
    ),
    "jobs-no-array": Message(
        ja="組版の指定は配列 [ … ] の中に並べます。",
        en="The jobs stand in an array [ … ].",
        hint_ja="一つだけでも [ ] で囲んでください。",
        hint_en="Put [ ] around them, even around a single one.",
        about_ja="typeset が読むのは、指定を並べた JSON の配列です。",
        about_en="typeset reads a JSON array of jobs.",
    ),
    "jobs-name-twice": Message(
        ja="{job} 番目の指定に「{field}」が二度あります。",
        en='Job {job} has "{field}" twice.',
        hint_ja="どちらか一つにしてください。",
        hint_en="Keep one of the two.",
        about_ja="同じ名前が二度あると、どちらを使うのか決まりません。",
        about_en="Where a name stands twice, it is not known which of the values is meant.",
    ),
    "typeset-job": Message(
        ja="{job} 番目の指定が {{ … }} ではありません（{value}）。",
        en="Job {job} is no object {{ … }} ({value}).",
        hint_ja=_FORM_JA,
        hint_en=_FORM_EN,
        about_ja="組版の指定は一つずつ {{ }} で囲みます。番号は 1 から数えます。",
        about_en="Each job is a JSON object.  Jobs are counted from 1.",
    ),
    "typeset-missing": Message(
        ja="{job} 番目の指定に「{field}」がありません。",
        en='Job {job} has no "{field}".',
        hint_ja=_FORM_JA,
        hint_en=_FORM_EN,
        about_ja="id（印）、text（文章）、measure_em（行の長さ、字数）は、なくてはなりません。",
        about_en="Every job needs id, text and measure_em (the length of the line in ems).",
    ),
    "typeset-unknown": Message(
        ja="{job} 番目の指定の「{field}」という項目はありません。",
        en='Job {job}: there is no field "{field}".',
        hint_ja="使えるもの：{known}",
        hint_en="There are: {known}",
        about_ja="知らない項目は、書き間違いかもしれないので、読み飛ばしません。",
        about_en="An unknown field may be a misspelt one, so it is not passed over.",
    ),
    "typeset-value": Message(
        ja="{job} 番目の指定：{field} に {value} は使えません。",
        en="Job {job}: {field} cannot be {value}.",
        hint_ja="書けるもの：{known}",
        hint_en="It may be: {known}",
        about_ja=(
            "text は文字列、measure_em と size_pt は正の数、indent_em は 0 以上の数、"
            "justify は true か false、style は {{ }} です。"
        ),
        about_en=(
            "text is a string, measure_em and size_pt are positive numbers, indent_em is 0 or "
            "more, justify is true or false, style an object."
        ),
    ),
    "typeset-surrogate": Message(
        ja="{job} 番目の指定：{field} の {index} 文字目（0 から）は片割れです（{code_point}）。",
        en="Job {job}: character {index} (from 0) of {field} is half of one ({code_point}).",
        hint_ja="U+10000 以上の文字は、\\ud842\\udfb7 のように二つ組で書きます。",
        hint_en="Characters from U+10000 on are escaped as a pair, such as \\ud842\\udfb7.",
        about_ja="サロゲートの片方だけでは、文字になりません。",
        about_en="A surrogate by itself is no character.",
    ),
    "typeset-style": Message(
        ja="{job} 番目の指定：style の {field} に {value} は使えません。",
        en="Job {job}: the style has no {field} {value}.",
        hint_ja="使えるもの：{known}",
        hint_en="It may be: {known}",
        about_ja=(
            "style には strictness、line_head、line_end、hanging、house_rules、kern、"
            "marks、direction、font が書けます。値は決まったものから選びます。"
        ),
        about_en=(
            "The style takes strictness, line_head, line_end, hanging, house_rules, kern, marks, "
            "direction and font, each with one of its known values."
        ),
    ),
    "typeset-same-id": Message(
        ja="{job} 番目の指定の id「{id}」は、{first} 番目と同じです。",
        en='Job {job} has the id "{id}" of job {first}.',
        hint_ja="答えは書いた順に並ぶので、順番で見分けられます。",
        hint_en="The answers keep the order of the jobs and can be told by it.",
        about_ja="同じ id があると、答えを id で見分けられません。",
        about_en="Answers to jobs of one id cannot be told apart by it.",
    ),
    "typeset-glyph": Message(
        ja="{job} 番目の指定：{index} 文字目（0 から）{code_point} {character} は字形なし。",
        en="Job {job}: character {index} (from 0), {code_point} {character}, has no glyph.",
        hint_ja="答えの missing に位置があります。style の font で別のフォントを選べます。",
        hint_en="The answer lists it as missing.  Another font can be chosen by the style.",
        about_ja="どのフォントにもない文字は、全角の幅で組み、missing に記します。",
        about_en="A character that no font has is set as wide as its empty box and listed.",
    ),
    "typeset-undrawn": Message(
        ja="{job} 番目の指定：{index} 文字目（0 から）の字形がないので、PDF にできません。",
        en="Job {job} cannot be drawn: character {index} (from 0) has no glyph.",
        hint_ja="その文字を変えるか、--pdf を外してください。",
        hint_en="Change the character, or leave out --pdf.",
        about_ja="字形のない文字は、PDF には書きません。",
        about_en="No PDF is made with boxes in the place of characters.",
    ),
    "typeset-page": Message(
        ja="{job} 番目の指定は、{width} × {height} pt のページになり、PDF に入りません。",
        en="Job {job} would need a page of {width} × {height} pt, more than a PDF may have.",
        hint_ja="行を短くするか、size_pt を小さくしてください。",
        hint_en="Set it to a shorter measure, or smaller.",
        about_ja="PDF のページは、縦横とも 14,400 pt までです。",
        about_en="A page of a PDF measures at most 14,400 pt to a side.",
    ),
}
