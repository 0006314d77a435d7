"""What is said about batches: one leaflet, a list of contacts, a file for every row."""

from layout.messages.message import Message

MESSAGES: dict[str, Message] = {
    "batch-no-contact": Message(
        "このリーフレットには、名簿から差し込む場所がありません。",
        "This leaflet has no place that a list could fill.",
        "contact: のブロックを一つ置くか、placeholders: を書いて本文に入れてください。",
        "Give it one contact: block, or declare placeholders: and use them in its texts.",
        "batch は、名簿の一行ごとに、連絡先のブロックと差し込み欄を入れ替えます。"
        "連絡先が二つ以上あるときは、どこに入れるかを差し込み欄で示します。",
        "A batch replaces the one contact block and fills the placeholders. Where there are "
        "several contacts, placeholders say which of them the list fills.",
    ),
    "batch-where-form": Message(
        "--where の「{word}」が読めません。",
        '--where "{word}" cannot be read.',
        "--where 都道府県=東京都 のように、列の名前と値を = でつないでください。",
        "Join a column and a value by =, as in --where prefecture=東京都",
        "--where は、列の値が合う行だけを選びます。何度でも書け、すべてに合う行だけが残ります。",
        "--where keeps the rows with this value in this column; given more than once, rows must "
        "meet all.",
    ),
    "batch-column-unknown": Message(
        "名簿に「{name}」という列はありません。",
        'The list has no column "{name}".',
        "名簿の列：{known}",
        "Its columns: {known}",
        "列は、名簿の見出しか、その別名（電話、tel など）で呼びます。",
        "A column is called by its header, or another name of its field such as tel.",
    ),
    "batch-none-selected": Message(
        "--where に合う行がありません（名簿は{count}件）。",
        "No row meets --where (rows in the list: {count}).",
        "列の名前と値を確かめてください。",
        "Check the column and the value.",
        "選ばれた行が一つもないので、何も作りませんでした。",
        "Nothing was made, since no row was chosen.",
    ),
    "batch-name-signs": Message(
        "--name の「{pattern}」に、ファイル名に使えない文字があります。",
        '--name "{pattern}" has characters that do not belong in a file name.',
        "半角の英数字と _ - . 、それに {{id}} のような項目だけを使ってください。",
        "Use letters, digits, _ - . and fields such as {{id}}.",
        "ファイル名は、どのパソコンでも印刷所でも読めるものにします。フォルダーは -o で選びます。",
        "Names must work on every system and at print shops. The folder is chosen with -o.",
    ),
    "batch-name-unknown": Message(
        "--name の「{name}」という項目はありません。",
        'There is no field "{name}" for --name.',
        "使える項目：{known}",
        "There are: {known}",
        "--name の {{ }} の中には、名簿の列か、leaflet、fold、theme、edition、id、row を書きます。",
        "Within {{ }} stands a column of the list, or leaflet, fold, theme, edition, id, row.",
    ),
    "batch-name-constant": Message(
        "--name の「{pattern}」では、どの行のファイルも同じ名前になります。",
        'By --name "{pattern}" the files of all rows would have one name.',
        "{{id}} か {{row}} か、名簿の列を入れてください。",
        "Put {{id}}, {{row}} or a column of the list into it.",
        "行ごとに違う名前が要ります。",
        "Every row needs a name of its own.",
    ),
    "batch-folder-busy": Message(
        "フォルダー「{path}」では、ほかの batch（プロセス {pid}）が動いています。",
        'Another batch (process {pid}) is at work in the folder "{path}".',
        "終わるのを待つか、-o で別のフォルダーを指定してください。",
        "Wait until it has ended, or choose another folder with -o.",
        "二つの batch が同じフォルダーに書くと、結果が混ざります。",
        "Two batches in one folder would mix their results.",
    ),
    "batch-ended": Message(
        "途中で終わりました。ここまでの{count}件は完成しています。",
        "The run ended early; {count} rows are complete.",
        "同じコマンドに --resume を付けて実行すると、残りだけを作ります。",
        "Run the same command with --resume to make the rest.",
        "できたファイルは manifest.csv にあります。書きかけのファイルはありません。",
        "What is complete stands in manifest.csv; no file is half written.",
    ),
    "logo-of-dots": Message(
        "ロゴ「{file}」は写真と同じ点の集まりなので、1つにまとめたファイルには入れられません。",
        'The logo "{file}" is made of dots, which cannot be put into one file for all.',
        "ロゴを SVG で用意するか、--combined を付けずに1件ずつのファイルにしてください。",
        "Give the logo as an SVG, or make separate files, without --combined.",
        "まとめたファイルでは、どの連絡先も同じ写真を分け合います。"
        "線で描いた SVG のロゴなら入ります。",
        "In a file of all variants they share its pictures; a drawn logo can be put there.",
    ),
    "row-too-long": Message(
        "連絡先が、決まった高さに入りません（{lines_over} 行の超過）。",
        "The contact is {lines_over} lines too long for the height that contacts have.",
        "備考や住所を短くしてください。どの行も長いときは、テーマの contact: の reserve: "
        "を増やします。",
        "Shorten its note or its address; where all rows are long, raise reserve: of contact: "
        "in the theme.",
        "連絡先の欄はどの行でも同じ高さです。一度の校正で何千部も刷れるように、ほかの文字は"
        "動きません。長い連絡先は文字を小さくしますが、読める大きさより小さくはしません。",
        "Contacts have one height in all variants, so that nothing else moves and one proof "
        "holds for thousands. A longer one is set smaller, but not too small to read.",
    ),
    "variant-unsound": Message(
        "できたファイルを読み返すと、入れたはずのものと違いました（{detail}）。",
        "Read back, the file is not what it was to be ({detail}).",
        "この行とリーフレットを添えて、開発者に知らせてください。",
        "Please report it, with this row and the leaflet.",
        "どのファイルも、書く前に読み返して確かめます。このファイルは書いていません。",
        "Every file is read back before it is written. This one was not written.",
    ),
    "combined-one-edition": Message(
        "--combined には、版を一つだけ選んでください（いまは {editions}）。",
        "--combined binds one edition (now: {editions}).",
        "--edition press のように、版を一つ指定してください。",
        "Name one edition, as in --edition press",
        "一つのPDFには一つの版だけがまとまります。印刷所用と事務所用では紙の大きさが違います。",
        "One PDF holds one edition: those for a print shop and for the office differ in size.",
    ),
    "combined-edition": Message(
        "{edition} 版は、--combined でまとめられません。",
        "The edition {edition} cannot be bound by --combined.",
        "--edition press や office のような、印刷用の版を選んでください。",
        "Choose an edition for print, such as --edition press or office",
        "読み上げに対応した版は一つで一つの文書です。校正刷り、アウトライン、大きな字の冊子も"
        "まとめられません。行ごとのファイルは作れます。",
        "A tagged file is one document; proofs, outlines and booklets cannot be bound either. "
        "Files for each row can be made.",
    ),
    "combined-placeholders": Message(
        "差し込み欄のあるリーフレットは、--combined と --proof-sheet を使えません。",
        "A leaflet with placeholders cannot use --combined or --proof-sheet.",
        "行ごとのファイルを作るか、差し込みを contact: のブロック一つにしてください。",
        "Make a file for each row, or let the rows fill one contact: block only.",
        "まとめたPDFでは、連絡先のほかはすべて同じでなければなりません。",
        "In a bound file everything but the contact is the same.",
    ),
    "row-unknown": Message(
        "名簿に「{row}」という行はありません（{count} 行）。",
        'The list has no row "{row}" (rows: {count}).',
        "支部コードか、見出しを除いて数えた行の番号を書いてください。",
        "Give a row's id, or its number counted from 1 below the header.",
        "contacts LIST で、名簿の行とそのコードを一覧できます。",
        "contacts LIST shows the rows with their ids.",
    ),
    "imprint-unknown": Message(
        "--imprint の「{name}」はありません。",
        'There is no imprint "{name}".',
        "使えるのは {known}（墨一色）です。",
        "There is {known} (black alone).",
        "連絡先を墨一色で白地に刷れば、色の版は共通のままで、墨版だけを差し替えて印刷できます。",
        "With contacts in black on unprinted paper the colour plates serve all rows, and only "
        "black is made anew.",
    ),
    "batch-row-killed": Message(
        "この行を作っているプロセスが、システムに止められました。",
        "The process that made this row was killed.",
        "メモリーが足りているかを確かめ、--jobs を減らして --resume で続けてください。",
        "Check that there is memory enough; go on with fewer --jobs and --resume.",
        "メモリー不足などで止められました。ほかの行は作っています。",
        "Most likely memory ran out. The other rows are made all the same.",
    ),
    "batch-row-failed": Message(
        "この行で、プログラムの誤りが起きました（{kind}: {detail}）。",
        "The program itself failed on this row ({kind}: {detail}).",
        "この行とリーフレットを添えて、開発者に知らせてください。",
        "Please report it, with this row and the leaflet.",
        "名簿の誤りではありません。ほかの行は作っています。",
        "This is no mistake in the list. The other rows are made all the same.",
    ),
    "number-invalid": Message(
        "{option} の「{value}」は、1以上の整数ではありません。",
        '{option} "{value}" is no whole number from 1 on.',
        "{option} 4 のように書いてください。",
        "Write it like this: {option} 4",
        "数を取るオプションです。",
        "The option takes a number.",
    ),
}
