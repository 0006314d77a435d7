"""What is said about fonts."""

from layout.messages.message import Message

_LIST_JA = "使える書体の一覧は make_leaflet.py fonts で出ます。"
_LIST_EN = "make_leaflet.py fonts lists the faces there are."

MESSAGES: dict[str, Message] = {
    "font-missing": Message(
        "書体「{face}」がありません。",
        'There is no font "{face}".',
        "フォントファイル（.ttf .otf）をフォントのフォルダーに入れるか、"
        "次の書体を使ってください: {known}",
        "Put its file (.ttf, .otf) into the font folder, or use one of: {known}",
        "デザイン（テーマ）が求める書体が見つかりません。別の書体で代用して組むことはしません。"
        + _LIST_JA,
        "The theme asks for a face that is not there. No other face is put in its place. "
        + _LIST_EN,
    ),
    "font-style-missing": Message(
        "書体「{face}」がありません。{family} にあるのは {known} だけです。",
        'There is no font "{face}": {family} has only {known}.',
        "ある太さを選ぶか、その太さのフォントファイルを入れてください。",
        "Choose a style that is there, or add the font file of that style.",
        "求められた太さ（スタイル）のフォントがありません。細い文字を太らせて代用することはしません。"
        + _LIST_JA,
        "The family is there, but not in this weight or style. A bold is never imitated by "
        "thickening another weight. " + _LIST_EN,
    ),
    "font-file-missing": Message(
        "フォントファイル「{file}」がありません。",
        'The font file "{file}" is missing.',
        "{path} に置くか、プログラムを入れ直してください。",
        "Put it at {path}, or install the program again.",
        "フォントの一覧（index.tsv）に書かれているファイルが、フォルダーにありません。",
        "The index of fonts (index.tsv) names a file that is not in the folder.",
    ),
    "font-unreadable": Message(
        "フォントファイル「{file}」を開けません（{reason}）。",
        'The font file "{file}" cannot be opened ({reason}).',
        "ファイルの読み取りの許可を確かめてください: {path}",
        "Check that you may read the file: {path}",
        "ファイルはありますが、読み取ることができません。",
        "The file is there but cannot be read.",
    ),
    "font-not-a-font": Message(
        "「{file}」はフォントではありません（中身は {found}）。",
        '"{file}" is not a font (it holds {found}).',
        "配布元からもう一度、フォントのファイルそのものをダウンロードしてください。",
        "Download it again, taking care to save the font file itself.",
        "名前はフォントですが、中身が違います。ウェブページを .ttf という名前で保存したときや、"
        "ZIP を展開していないときに起こります。",
        "The name is a font's, the contents are not. This happens when a web page is saved under "
        "the name of a font, or when an archive has not been unpacked.",
    ),
    "font-web": Message(
        "「{file}」はウェブ用のフォント（{kind}）で、印刷には使えません。",
        '"{file}" is a web font ({kind}) and cannot be used for print.',
        "同じ書体の .ttf または .otf を使ってください。",
        "Use the .ttf or .otf of the same face.",
        "WOFF と WOFF2 は、ウェブページに送るために圧縮された形です。"
        "配布元には普通、元の形もあります。",
        "WOFF and WOFF2 are compressed for web pages. Most publishers offer the original as well.",
    ),
    "font-collection": Message(
        "「{file}」には複数の書体が入っています。どれを使うかの番号がありません。",
        '"{file}" is a collection of several faces, and no number says which one is meant.',
        "index.tsv の number の欄に {faces} のどれかを書いてください。",
        "Write one of {faces} in the column number of index.tsv.",
        "TTC・OTC は複数の書体をまとめたファイルです。0 から数えた番号で一つを選びます。",
        "A TTC or OTC file holds several faces. One is chosen by its number, counted from 0.",
    ),
    "font-number": Message(
        "「{file}」に {number} 番の書体はありません。",
        '"{file}" has no face number {number}.',
        "index.tsv の number の欄には {faces} と書いてください。",
        "The column number of index.tsv must say {faces}.",
        "書体が一つのファイルの番号は 0 です。TTC・OTC では 0 から数えます。",
        "A file with one face has the number 0; a collection counts its faces from 0.",
    ),
    "font-truncated": Message(
        "フォントファイル「{file}」は途中で切れています"
        "（{expected} バイトのはずが {size} バイト）。",
        'The font file "{file}" is cut off ({size} bytes of at least {expected}).',
        "もう一度ダウンロードするか、コピーし直してください。",
        "Download or copy it again.",
        "ダウンロードやコピーが最後まで終わらなかったファイルです。",
        "A download or a copy of the file was not finished.",
    ),
    "font-tables-missing": Message(
        "フォントファイル「{file}」には必要な表（{tables}）がありません。",
        'The font file "{file}" lacks tables that text needs ({tables}).',
        "別のフォントファイルを使ってください。",
        "Use another font file.",
        "文字を組むのに欠かせない情報がないフォントです。壊れているか、"
        "ビットマップだけの特殊なフォントです。",
        "The font lacks what is needed to set text: it is damaged, or of a special kind, such as "
        "one with bitmaps only.",
    ),
    "font-damaged": Message(
        "フォントファイル「{file}」は壊れています（{table} の内容が合いません）。",
        'The font file "{file}" is damaged (its table {table} does not fit the others).',
        "もう一度ダウンロードするか、コピーし直してください。",
        "Download or copy it again.",
        "ファイルの長さは正しくても、中の表どうしが食い違っています。",
        "The file is complete, but its tables contradict one another.",
    ),
    "font-axis": Message(
        "可変フォント「{file}」（{face}）に {axis} という軸はありません。",
        'The variable font "{file}" ({face}) has no axis {axis}.',
        "ある軸: {axes}",
        "Its axes: {axes}",
        "index.tsv の axes の欄で指定した軸が、そのフォントにありません。"
        "太さの軸は wght です。可変フォントでなければ - と書きます。",
        "The column axes of index.tsv names an axis that the font lacks. The axis of weight is "
        "wght; a font that is not variable has - there.",
    ),
    "font-axis-range": Message(
        "可変フォント「{file}」（{face}）の {axis} を {value} にはできません。",
        'The variable font "{file}" ({face}) cannot have {axis} {value}.',
        "使える範囲: {axes}",
        "What it can do: {axes}",
        "求められた太さなどが、フォントの持つ範囲の外にあります。範囲の外の値に丸めることはしません。",
        "The weight, or another axis, is asked for outside the font's range. It is not moved into "
        "the range silently.",
    ),
    "font-weight-unset": Message(
        "可変フォント「{file}」（{face}）の太さが決められていません。",
        'No weight is given for the variable font "{file}" ({face}).',
        "index.tsv の axes の欄に wght=400 のように書いてください（範囲: {axes}）。",
        "Write it in the column axes of index.tsv, such as wght=400 (range: {axes}).",
        "可変フォントは太さを決めないと、多くの場合いちばん細い字で出てしまいます。",
        "Without a weight a variable font would be set in its default, often the thinnest.",
    ),
    "font-licence": Message(
        "フォント「{face}」（{file}）は、PDFへの埋め込みを許していません（OS/2 fsType {value}）。",
        'The font "{face}" ({file}) does not permit embedding (OS/2 fsType {value}).',
        "許諾を得ている場合は --i-have-a-licence を付けてください。"
        "なければ別の書体を使ってください。",
        "If you have a licence that permits it, add --i-have-a-licence; otherwise use another "
        "face.",
        "フォントには、文書への埋め込みを許すかどうかの印（fsType）があります。"
        "0x0002 は埋め込み禁止、0x0100 は使う文字だけの埋め込みの禁止、"
        "0x0200 はビットマップだけの埋め込みを意味します。",
        "A font says by its fsType whether documents may carry it: 0x0002 forbids embedding, "
        "0x0100 forbids subsetting, 0x0200 permits bitmaps only.",
    ),
    "font-index": Message(
        "フォントの一覧の行が読めません。",
        "A line of the index of fonts cannot be read.",
        "タブ区切りで id file number axes family style licence の七つを書いてください。"
        "書くことのない欄は - とします。",
        "Write seven columns parted by tabs: id file number axes family style licence; - where "
        "there is nothing to say.",
        "fonts/index.tsv は、書体の名前とファイルを一行ずつ書いた一覧です。",
        "index.tsv in a font folder lists its faces, one in a line.",
    ),
}
