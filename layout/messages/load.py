"""What is said about the fields of a leaflet and the texts in them."""

from layout.messages.message import Message

MESSAGES: dict[str, Message] = {
    "missing-key": Message(
        "「{key}」がありません。",
        'The field "{key}" is missing.',
        "ほかの項目と字下げをそろえて、書き足してください。例：{example}",
        "Add it, indented like the fields beside it.  For example: {example}",
        "なくてはならない項目です。",
        "This field is required.",
    ),
    "unknown-key": Message(
        "「{key}」という項目はありません。いちばん近いのは「{nearest}」です。",
        'There is no field called "{key}"; the nearest is "{nearest}".',
        "ここで使える項目：{known}",
        "The fields here are: {known}",
        "項目の名前は決まっています。打ち間違いか、字下げの深さが違うのかもしれません。",
        "The names of fields are fixed.  It may be misspelt, or indented to the wrong level.",
    ),
    "not-a-text": Message(
        "「{key}」には文を書きます。",
        'The field "{key}" holds a text.',
        "例：{example}",
        "For example: {example}",
        "文が一つ入る所に、項目の組か箇条書きが書かれています。文なら、全体を ' で囲んでください。",
        "Fields or a list stand where one text belongs.  If it is text, put it in quotes.",
    ),
    "not-a-list": Message(
        "「{key}」には箇条書きを書きます。",
        'The field "{key}" holds a list.',
        "一行に一つずつ、「- 」を付けて書きます。例：{example}",
        "Begin each item with “- ” on its own line.  For example: {example}",
        "いくつも書ける項目なので、一行ずつ「- 」で始めます。「・」は使えません。",
        "The field may hold several items, so each begins with “- ”.",
    ),
    "not-a-mapping": Message(
        "ここには「項目名: 値」を並べます。",
        "Fields (“key: value”) belong here.",
        "例：{example}",
        "For example: {example}",
        "いくつかの項目が入る所に、文か箇条書きが書かれているか、何も書かれていません。"
        "項目が下にあるなら、字下げを深くしてください。",
        "A text, a list or nothing stands where fields belong.  If they are below, indent them.",
    ),
    "empty-value": Message(
        "「{key}」に何も書かれていません。",
        'The field "{key}" is empty.',
        "書くか、要らなければその行を消してください。例：{example}",
        "Write something, or remove the line.  For example: {example}",
        "なくてもよい項目なので、書かれなかったものとして扱います。",
        "The field is optional, so it counts as left out.",
    ),
    "empty-required": Message(
        "「{key}」に何も書かれていません。",
        'The field "{key}" is empty.',
        "なくてはならない項目です。書いてください。例：{example}",
        "It is required, so write something.  For example: {example}",
        "空白だけの文や、中身のない箇条書きも、書かれていないものとして扱います。",
        "Blank space alone, or a list without items, counts as nothing.",
    ),
    "empty-item": Message(
        "「{key}」の中に、何も書かれていない「- 」があります。",
        'An item of "{key}" is empty.',
        "書くか、「- 」の行を消してください。",
        "Write something, or remove the line of its dash.",
        "「- 」だけの行は、何もない一つとして数えられます。",
        "A dash by itself counts as an item with nothing in it.",
    ),
    "invalid-name": Message(
        "「{key}」には半角の英小文字・数字・- ・_ だけを使います：{found}",
        'The field "{key}" takes small letters, digits, - and _ only: {found}',
        "例：{key}: {example}",
        "For example: {key}: {example}",
        "ファイル名や目印になるので、どの機械でも使える文字に限ります。英数字で始めてください。",
        "It names files and places, so only what every system accepts; it begins with a letter or "
        "digit.",
    ),
    "unknown-choice": Message(
        "「{key}」に「{found}」は書けません。",
        "“{found}” is not a value of {key}.",
        "次のどれかを書きます：{known}",
        "Write one of: {known}",
        "決まった言葉の中から選ぶ項目です。",
        "This field takes one of a few words.",
    ),
    "invalid-date": Message(
        "「{found}」は日付ではありません。",
        "“{found}” is not a date.",
        "年4桁-月2桁-日2桁で書きます。例：{key}: 2025-04-01",
        "Write year-month-day, for example {key}: 2025-04-01",
        "暦にある日を、西暦で、半角の数字とハイフンで書きます。",
        "A day of the calendar, in figures parted by hyphens.",
    ),
    "invalid-flag": Message(
        "「{key}」には true か false を書きます：{found}",
        'The field "{key}" takes true or false: {found}',
        "例：{key}: true",
        "For example: {key}: true",
        "するなら true、しないなら false です。",
        "true means yes, false means no.",
    ),
    "path-outside": Message(
        "「{found}」のファイルは使えません。",
        "The file “{found}” cannot be used.",
        "絵や写真は原稿のあるフォルダーか、その下に置き、"
        "「photos/rally.jpg」のように / で書いてください。",
        "Put pictures beside or below the leaflet and name them like photos/rally.jpg.",
        "ほかのフォルダー、ドライブ、ウェブ上のファイルは読みません。"
        "原稿だけを人に渡しても安全なようにです。",
        "Files of other folders, drives or the web are never read, so that a leaflet from someone "
        "else is safe to build.",
    ),
    "block-form": Message(
        "ここには種類の名前から始まるまとまりを書きます。",
        "A block belongs here, under the name of its kind.",
        "例：{example}",
        "For example: {example}",
        "body と back には「- 種類:」と、その下に字下げした項目を並べます。",
        "body and back are lists of blocks: a dash, the kind, and its fields indented beneath.",
    ),
    "block-indentation": Message(
        "「{key}」は「{kind}:」の中の項目です。字下げが足りません。",
        "“{key}” belongs inside of “{kind}:” and is not indented deep enough.",
        "「{key}」の前に、半角の空白を二つ以上足してください。",
        "Put two more spaces before “{key}”.",
        "「- 種類:」の項目は、種類の名前よりも深く字下げします。",
        "The fields of a block stand deeper than the name of its kind.",
    ),
    "block-several-kinds": Message(
        "「{kind}」が、前のまとまりの中に書かれています。",
        "“{kind}” stands within the block before it.",
        "「- {kind}:」のように、前に「- 」を付けてください。",
        "Begin it with a dash: “- {kind}:”.",
        "まとまりは一つずつ「- 」で始めます。",
        "Each block begins with a dash.",
    ),
    "kind-missing": Message(
        "まとまりの種類が書かれていません。「{nearest}」のようです。",
        "The block's kind is missing; it looks like “{nearest}”.",
        "種類の下に、字下げして書いてください。例：{example}",
        "Write the kind first and indent the fields beneath.  For example: {example}",
        "「- 」のすぐ後には種類の名前を書きます。",
        "The name of the kind stands right after the dash.",
    ),
    "unknown-kind": Message(
        "「{kind}」という種類はありません。いちばん近いのは「{nearest}」です。",
        'There is no kind of block called "{kind}"; the nearest is "{nearest}".',
        "使える種類：{known}",
        "The kinds are: {known}",
        "まとまりの種類の名前は決まっています。",
        "The names of kinds are fixed.",
    ),
    "duplicate-id": Message(
        "id「{id}」が二度使われています（初めは{line}行目）。",
        'The id "{id}" is used twice (first on line {line}).',
        "どちらかを別の名前にしてください。",
        "Give one of them another name.",
        "id はほかから指すための名前なので、一つの原稿に一度だけ使います。",
        "An id points at one block, so it is used once only.",
    ),
    "lead-not-in-answer": Message(
        "lead の文が、answer の中にありません：{lead}",
        "The lead is no part of the answer: {lead}",
        "answer の中の文を、そのまま写してください。",
        "Copy a piece of the answer to the letter.",
        "lead は答えのうち目立たせる部分です。句読点まで同じでなければなりません。",
        "The lead is the part of the answer that stands out; it must be the same to the letter.",
    ),
    "lead-repeated": Message(
        "lead の文が、answer の中に{times}回あります：{lead}",
        "The lead stands in the answer {times} times: {lead}",
        "一度だけ出てくるように、長めに写してください。",
        "Copy a longer piece that occurs once.",
        "どこを目立たせるのか決められません。",
        "No one can tell which of them should stand out.",
    ),
    "row-length": Message(
        "表の{row}行目の欄が{found}個です。列の見出しは{wanted}個です。",
        "Row {row} of the table has {found} cells; there are {wanted} columns.",
        "欄の数をそろえてください。空の欄は '' と書きます。",
        "Make them equal; an empty cell is written ''.",
        "どの行にも、列の見出しと同じ数の欄が要ります。コンマを含む文は ' で囲んでください。",
        "Every row has as many cells as there are columns.  A cell with a comma is put in quotes.",
    ),
    "placeholder-unknown": Message(
        "「{{{name}}}」という差し込みは決められていません。",
        "There is no placeholder “{{{name}}}”.",
        "placeholders に書き足すか、かっこをそのまま出すなら「{{{{{name}}}}}」と書いてください。"
        "ルビや圏点なら「{{{name}|よみ}}」「{{圏点:{name}}}」の形です。決められているもの：{known}",
        "Declare it under placeholders, or write “{{{{{name}}}}}” for the braces themselves; ruby "
        "is written “{{{name}|よみ}}”, emphasis dots “{{dots:{name}}}”.  Declared: {known}",
        "placeholders か notation のある原稿では、{ } で囲んだ名前が差し込みになります。",
        "In a leaflet with placeholders or notation, a name in braces is a placeholder.",
    ),
    "placeholder-brace": Message(
        "「{brace}」が一つだけあります。",
        "A single “{brace}” stands here.",
        "かっこをそのまま出すなら、「{brace}{brace}」と二つ書いてください。",
        "Write it twice, “{brace}{brace}”, for the brace itself.",
        "placeholders か notation のある原稿では、{ } は差し込みやルビなどの印です。",
        "In a leaflet with placeholders or notation, braces mark placeholders, ruby and the like.",
    ),
    "mark-unclosed": Message(
        "印が「}}」で閉じられていません：{mark}",
        "A mark is not closed with “}}”: {mark}",
        "印をつけるところの終わりに「}}」を書いてください。改行をまたぐ印は書けません。"
        "かっこをそのまま出すなら「{{{{」と書きます。",
        "Write “}}” where it ends; a mark cannot run over a line break.  For the brace itself "
        "write “{{{{”.",
        "ルビや圏点などの印は、「{」で始まり、同じ行の「}」で終わります。",
        "Ruby, emphasis dots and the like begin with { and end with } on the same line.",
    ),
    "mark-nested": Message(
        "印の中に「{{」や「}}」があります：{mark}",
        "There are braces within a mark: {mark}",
        "印を重ねずに、一つずつ分けて書いてください。",
        "Write one mark after the other, none within another.",
        "一つの言葉につけられる印は一つだけです。印の中に差し込みも書けません。",
        "Words carry one mark only, and no placeholder stands within a mark.",
    ),
    "mark-empty": Message(
        "印に中身がありません：{mark}",
        "A mark holds nothing: {mark}",
        "印をつける言葉を書いてください。ルビは「{{憲法|けんぽう}}」「{{憲法|けん|ぽう}}」、"
        "圏点は「{{圏点:大切}}」の形です。",
        "Write the words it is for, as in “{{憲法|けんぽう}}”, “{{憲法|けん|ぽう}}” or "
        "“{{dots:大切}}”.",
        "印をつける言葉か、ルビの読みが抜けています。読みのない字は印の外に出してください。",
        "The words or a reading of ruby are missing.  A character without a reading stands outside "
        "the mark.",
    ),
    "mark-unknown": Message(
        "「{name}」という印はありません：{mark}",
        "There is no mark “{name}”: {mark}",
        "「{nearest}」ではありませんか。使えるもの：{known}",
        "Did you mean “{nearest}”?  Known are: {known}",
        "{ } の中で「:」の前に書けるのは、決まった印の名前だけです。かっこをそのまま出すなら"
        "「{{」「}}」と書きます。",
        "Before the colon in braces stands the name of a mark.  For the braces themselves write "
        "{{ and }}.",
    ),
    "ruby-count": Message(
        "ルビの読みが{readings}つありますが、「{base}」は{count}字です：{mark}",
        "There are {readings} readings for the {count} characters of {base}: {mark}",
        "一字に一つずつ「|」で区切るか、「|」を一つにして全体の読みを書いてください。",
        "Part one reading for each character with |, or write one | and the reading of the whole.",
        "ルビは「{憲法|けんぽう}」（全体に一つ）か「{憲法|けん|ぽう}」（一字に一つ）と書きます。",
        "Ruby has one reading for the whole, as in {憲法|けんぽう}, or one for each character, as "
        "in {憲法|けん|ぽう}.",
    ),
    "notation-off": Message(
        "ルビなどの印に見えるところがありますが、そのまま出ます（{count}か所。行：{lines}）。",
        "What looks like ruby or another mark is printed as it stands ({count} times; lines: "
        "{lines}).",
        "印にするなら、原稿の初めの方に「notation: true」と書いてください。",
        "To make it a mark, write “notation: true” near the beginning of the leaflet.",
        "何も書かない原稿では、{ } はただのかっこです。notation: true と書くと、"
        "{憲法|けんぽう} がルビになります。",
        "Braces are braces unless the leaflet says notation: true; then {憲法|けんぽう} is ruby.",
    ),
    "notation-wide-brace": Message(
        "全角のかっこ「｛ ｝」は印になりません。そのまま出ます（{count}か所。行：{lines}）。",
        "The full-width braces ｛ ｝ mark nothing and are printed ({count} times; lines: {lines}).",
        "印にするなら、半角の「{{」「}}」に直してください。「｜」「：」は全角でも使えます。",
        "Type {{ and }} in half width; ｜ and ： may be full-width.",
        "ルビや圏点などの印は、半角のかっこ { } で囲みます。",
        "Ruby, emphasis dots and the like stand in the ASCII braces { }.",
    ),
    "placeholder-name": Message(
        "「{name}」は差し込みの名前になりません。",
        "“{name}” cannot be the name of a placeholder.",
        "文字で始め、文字・数字・- ・_ だけを使ってください。",
        "Begin with a letter and use letters, digits, - and _ only.",
        "差し込みの名前は、文の中で { } に囲んで書きます。",
        "The name is written in braces within texts.",
    ),
    "placeholder-form": Message(
        "placeholders には「名前: 差し替えがないときの言葉」を並べます。",
        "placeholders holds names, each with the words used without a replacement.",
        "例：placeholders: {{branch: ○○支部}}",
        "For example: placeholders: {{branch: ○○支部}}",
        "支部ごとに差し替える言葉に名前を付け、差し替えがないときの言葉を書きます。",
        "Each word that differs by branch has a name, and a text for when there is no branch.",
    ),
    "comment-cuts-text": Message(
        "「#」から後ろは覚え書きになり、紙面に出ません：{cut}",
        "What follows # is a comment and not printed: {cut}",
        "文の一部なら、文の全体を ' で囲んでください。覚え書きなら、別の行に移してください。"
        "紙面に出る部分：{kept}",
        "If it is text, put the whole text in quotes; if a comment, move it to its own line.  "
        "Printed is: {kept}",
        "空白の後の「#」は、YAML では覚え書きの印です。",
        "A # after a space begins a comment in YAML.",
    ),
    "list-mark-in-text": Message(
        "箇条書きの記号「{mark}」が、前の文に含まれています。",
        "The mark of a list, {mark}, is part of the text before it.",
        "箇条書きなら、字下げを前の「- 」とそろえてください。文なら「|」を使うか、"
        "全体を ' で囲んでください。",
        "If it is an item, align it with the dash before; if text, use | or quotes.",
        "字下げが一つでもずれると、前の文の続きと読まれて一行につながります。",
        "One space off, the line is read as part of the text before it.",
    ),
    "text-invisible": Message(
        "見えない文字 {char} を取り除きました（{count}か所。行：{lines}）。",
        "An invisible character, {char}, was taken out ({count} times; lines: {lines}).",
        "",
        "",
        "ほかのソフトから写した文に、幅のない空白や制御の符号が入っていることがあります。"
        "紙面は変わりません。",
        "Text copied from elsewhere may carry spaces without width or control codes.",
    ),
    "text-space": Message(
        "特別な空白 {char} を、ふつうの空白にしました（{count}か所。行：{lines}）。",
        "A special space, {char}, was made an ordinary one ({count} times; lines: {lines}).",
        "",
        "",
        "改行しない空白やタブなどは、組版の空白の決まりと合わないので、ふつうの空白として扱います。"
        "",
        "Non-breaking spaces, tabs and the like are set as ordinary spaces.",
    ),
    "text-line-separator": Message(
        "特別な改行 {char} を取り除き、前後の文をつなぎました（{count}か所。行：{lines}）。",
        "A special line break, {char}, was taken out, joining the text ({count} times; lines: "
        "{lines}).",
        "改行したい所なら、「|」を使って改行してください。",
        "Where a break is wanted, use | and break the line.",
        "組版ソフトなどから写した文に入っている改行の符号です。",
        "Such breaks come with text copied from layout programs.",
    ),
    "text-composed": Message(
        "分かれていた濁点や記号を、前の文字と一つにしました（{count}か所。行：{lines}）。",
        "Marks were joined with the letters before them ({count} times; lines: {lines}).",
        "",
        "",
        "macOS のファイル名などから写すと「か」と「゛」が別の文字になっています。見た目は同じです。"
        "",
        "Text copied from file names of macOS keeps voiced marks and accents apart from their "
        "letters.  It looks the same.",
    ),
    "text-halfwidth-kana": Message(
        "半角のカタカナがあります（{count}か所。行：{lines}）。",
        "There are half-width katakana ({count} times; lines: {lines}).",
        "読みやすさのためには、全角に直すことを勧めます。",
        "Full-width ones are easier to read.",
        "書かれたとおり半角で出します。",
        "They are printed as typed.",
    ),
    "text-bidi-control": Message(
        "文字の向きを変える符号 {char} を取り除きました（{count}か所。行：{lines}）。",
        "A code that turns the direction of writing, {char}, was taken out "
        "({count} times; lines: {lines}).",
        "電話番号などの並びが正しいか、確かめてください。",
        "Check the order of numbers and the like there.",
        "画面では逆の順に見えていた文字が、打たれた順に出ます。",
        "What looked reversed on the screen is printed in the order it was typed.",
    ),
    "text-right-to-left": Message(
        "右から左に書く文字があります（{count}か所。行：{lines}）。正しい向きに組めません。",
        "There is writing from right to left ({count} times; lines: {lines}), which cannot be set.",
        "アラビア文字やヘブライ文字の文は、画像にするか、ローマ字で書いてください。",
        "Use a picture, or write it in Latin letters.",
        "アラビア文字・ヘブライ文字の組版はできません。",
        "Arabic and Hebrew cannot be set.",
    ),
}
