"""The start that ``new`` writes: a small leaflet with every field explained.

What a leaflet needs stands ready to be overwritten; every other kind of block is there as a
comment, to be taken out of it.
"""

import re
from collections.abc import Callable, Iterator

from layout.document import Printing, Question
from layout.examples import block_lines, field_lines, indented
from layout.fields import BLOCKS, KIND_RECORDS, LEAFLET, PLACEHOLDERS, Field, Record

BODY = ("question", "section", "list")
BACK = ("demands", "contact", "imprint")
"""The kinds that stand ready; all others are comments at the end of the body."""

_MODELINE = "# yaml-language-server: $schema=leaflet.schema.json"

_HEAD = {
    "ja": """\
リーフレットの原稿です。例を書き換えて使ってください。

書き方
  ・「項目名: 文」の形で書きます。コロン(:)は半角、そのあとに半角の空白を一つ置きます。
  ・字下げは半角の空白二つです。タブや全角の空白は使えません。
  ・文のなかの改行を残したいときは、「項目名: |」のあとで改行し、字下げして書きます。
  ・記号（@ % ` * & ! | > [ { " '）で始まる文や、「: 」「 #」を含む文は、
    前と後ろに ' を付けて囲みます。
  ・「#」から行の終わりまでは覚え書きで、紙面には出ません。
  ・要らない項目は、行ごと消してください。
書いたあとは make_leaflet.py check で確かめられます。
「make_leaflet.py schema > leaflet.schema.json」でできるファイルを原稿と並べて置くと、
エディターで項目名の候補と説明が出ます。""",
    "en": """\
The text of a leaflet.  Put your own words in place of the examples.

How to write
  - “key: text”, with a space after the colon.
  - Indent by two spaces; tabs cannot be used.
  - To keep line breaks in a text, write “key: |” and the text beneath it, indented.
  - A text that begins with one of @ % ` * & ! | > [ { " ' or holds “: ” or “ #” is put in
    quotes: a ' before it and a ' behind it.
  - From # to the end of the line is a comment and not printed.
  - Remove the fields you do not need.
“make_leaflet.py check” tells what is wrong.
With “make_leaflet.py schema > leaflet.schema.json” beside it, an editor offers the fields
and explains them.""",
}

_OTHERS = {
    "ja": "ほかにも次のものが書けます。使うときは、行の初めの「# 」を消してください。",
    "en": "These can be written too: remove the “# ” at the start of the lines.",
}


def start(language: str) -> str:
    """The text of a new leaflet with explanations in ``ja`` or ``en``."""
    lines = [_MODELINE, "#", *(f"# {line}".rstrip() for line in _HEAD[language].split("\n"))]
    for field in LEAFLET.fields:
        lines += ["", *_top(field, language)]
    return "\n".join(lines) + "\n"


def _top(field: Field, language: str) -> Iterator[str]:
    """A field of the leaflet itself."""
    remark = _remark(language)
    yield f"# {field.ja if language == 'ja' else _capital(field.en)}"
    yield from (f"#   {line}" for line in remark(field))
    if field.shape == PLACEHOLDERS or field.of is Printing:
        yield from (f"# {line}" for line in field_lines(field, _wanted, remark))
    elif field.shape != BLOCKS:
        yield from field_lines(field, _wanted, remark)
    else:
        yield f"{field.key}:"
        yield from indented(_blocks(field.key, language))


def _blocks(key: str, language: str) -> Iterator[str]:
    for number, kind in enumerate(BODY if key == "body" else BACK):
        yield from [""] * (number > 0)
        yield f"# {_about(kind, language)}"
        yield from block_lines(kind, _wanted, _remark(language))
    if key == "body":
        yield from ("", f"# {_OTHERS[language]}")
        for kind in KIND_RECORDS:
            if kind not in BODY + BACK:
                yield from ("#", f"# # {_about(kind, language)}")
                yield from (f"# {line}" for line in block_lines(kind, _wanted))


def _about(kind: str, language: str) -> str:
    record = KIND_RECORDS[kind]
    if language == "ja":
        return f"{record.ja}：{record.about_ja}"
    return f"{_capital(record.en)}: {record.about_en}"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _remark(language: str) -> Callable[[Field], list[str]]:
    """What is said over a field, a sentence a line: its meaning, where it needs telling."""
    japanese = language == "ja"

    def remark(field: Field) -> list[str]:
        about = field.about_ja if japanese else field.about_en
        return re.findall("[^。]+。" if japanese else r"\S.*?\.(?=  |$)", about)

    return remark


def _wanted(record: Record, field: Field) -> bool:
    """Fields that a first leaflet may want: not the names and signs given by themselves, nor a file
    that nobody has yet."""
    if record is LEAFLET:
        return True
    if field.key in ("id", "direction", "logo"):
        return False
    return not (record.type is Question and field.key == "label")
