"""What is said about the command line."""

from layout.messages.message import Message

MESSAGES: dict[str, Message] = {
    "option-unknown": Message(
        "「{name}」というオプションはありません。",
        'There is no option "{name}".',
        "もしかすると {near} ですか。一覧は --help で出ます。",
        "Did you mean {near}? See --help.",
        "コマンドに続けて書いたオプションの名前が違います。--help で正しい名前を確かめてください。",
        "An option on the command line is not known. --help lists them all.",
    ),
    "command-unknown": Message(
        "「{name}」というコマンドはありません。",
        'There is no command "{name}".',
        "もしかすると {near} ですか。その名前のファイルなら ./{name} と書いてください。",
        "Did you mean {near}? If it is a file, write ./{name}",
        "最初の語はコマンドの名前か、リーフレットのファイル名です。"
        "--help にコマンドの一覧があります。",
        "The first word is a command or the file name of a leaflet. --help lists the commands.",
    ),
    "option-needs-value": Message(
        "{option} には値が必要です。",
        "{option} needs a value.",
        "{option} {value} のように書いてください。",
        "Write it like this: {option} {value}",
        "値を取るオプションの後ろに、値がありません。空白を入れて続けて書いてください。",
        "The option takes a value, which must follow it.",
    ),
    "option-takes-no-value": Message(
        "{option} に値は付けられません。",
        "{option} takes no value.",
        "「=」から後ろを消してください。",
        'Remove everything from "=".',
        "付けるか付けないかだけのオプションです。値は要りません。",
        "The option is a switch: it is given or not given.",
    ),
    "option-needs": Message(
        "{option} は {other} と一緒に使います。",
        "{option} is used together with {other}.",
        "{other} も付けるか、{option} を外してください。",
        "Add {other}, or leave out {option}.",
        "単独では働かないオプションです。",
        "The option has no effect by itself, so it is refused rather than ignored.",
    ),
    "option-elsewhere": Message(
        "{command} に {option} は使えません。",
        "{command} does not take {option}.",
        "{option} を外してください。",
        "Leave out {option}.",
        "このコマンドでは意味のないオプションです。使える組み合わせは --help で確かめてください。",
        "The option means nothing to this command. --help shows what goes together.",
    ),
    "operand-missing": Message(
        "{command} には {operand} が必要です。",
        "{command} needs {operand}.",
        "make_leaflet.py {command} {operand} のように書いてください。",
        "Write it like this: make_leaflet.py {command} {operand}",
        "コマンドの対象（ファイル名など）がありません。",
        "The command was given nothing to work on.",
    ),
    "operand-unexpected": Message(
        "余分な語があります：「{name}」",
        'There is a word too many: "{name}".',
        "一度に扱うファイルは一つです。空白を含むファイル名は引用符で囲んでください。",
        "One file at a time; put a file name that has spaces in quotation marks.",
        "コマンドの対象は一つだけです。ファイル名に空白があると、二つの語と見なされます。",
        "Commands work on one thing. A file name with spaces counts as several words unless it is "
        "quoted.",
    ),
    "dpi-invalid": Message(
        "解像度「{value}」は使えません。",
        'The resolution "{value}" cannot be used.',
        "{lowest} から {highest} までの整数を指定してください。",
        "Give a whole number from {lowest} to {highest}.",
        "--dpi は確認用PNG画像の解像度で、1インチ当たりの画素数です。画面で見るなら150で足ります。",
        "--dpi is the resolution of the PNG previews in pixels per inch; 150 suits a screen.",
    ),
    "lang-invalid": Message(
        "メッセージの言語に「{value}」はありません。",
        'There are no messages in "{value}".',
        "--lang ja（日本語）か --lang en（英語）を指定してください。",
        "Use --lang ja (Japanese) or --lang en (English).",
        "メッセージは日本語と英語で用意しています。",
        "Messages are written in Japanese and English.",
    ),
    "source-date-invalid": Message(
        "環境変数 SOURCE_DATE_EPOCH の値「{value}」は日時として読めません。",
        'The environment variable SOURCE_DATE_EPOCH is "{value}", which is not a date.',
        "1970年からの秒数（0以上の整数）にするか、変数を消してください。",
        "Make it the number of seconds since 1970, or unset it.",
        "SOURCE_DATE_EPOCH があると、リーフレットの issued の代わりにその日時がPDFに記録されます。"
        "値は1970年1月1日（UTC）からの秒数で、9999年末までの整数です。",
        "Where SOURCE_DATE_EPOCH is set it replaces the leaflet's issued date in the PDF. It is a "
        "whole number of seconds since 1970-01-01 UTC, up to the end of the year 9999.",
    ),
    "edition-unknown": Message(
        "「{name}」という版はありません。",
        'There is no edition "{name}".',
        "使える版：{known}",
        "Editions: {known}",
        "版は、印刷所に渡す press、事務所のプリンターで刷る office、コンビニで刷る konbini、"
        "校正用の proof です。",
        "The editions are press, for a print shop, office, for an office printer, konbini, for "
        "printers in convenience stores, and proof, for proofreading.",
    ),
    "code-unknown": Message(
        "「{name}」というコードの説明はありません。",
        'There is no problem code "{name}".',
        "近いもの：{near}",
        "Nearest: {near}",
        "explain には、メッセージの [ ] の中のコードをそのまま渡してください。",
        "Give explain the code that stands between [ and ] in a message.",
    ),
    "preview-unavailable": Message(
        "PNG画像を作る部品（pypdfium2）が入っていません。",
        "The PNG previews need pypdfium2, which is not installed.",
        "このプログラムを動かす python に -m pip install pypdfium2 と続けて入れるか、"
        "--png を外してください。",
        "Install it with: python -m pip install pypdfium2, or leave out --png.",
        "確認用のPNG画像は、PDFを画素にする pypdfium2 で作ります。PDFだけなら要りません。",
        "PNG previews are drawn from the finished PDF by pypdfium2, an optional part. The PDF "
        "itself does not need it.",
    ),
    "interrupted": Message(
        "中断しました。書きかけのファイルは残していません。",
        "Interrupted. No half-written file was left behind.",
        "",
        "",
        "Ctrl-C で止めました。もう一度実行すれば最初から作り直します。",
        "The run was stopped with Ctrl-C. Run it again to make everything anew.",
    ),
    "parts-missing": Message(
        "必要な部品「{package}」が、このPythonにありません。",
        "This Python lacks the package {package}.",
        "READMEの準備のコマンド（pip install）を実行した環境のPythonで動かしてください。",
        "Run it with the Python in which the README's set-up command (pip install) was run.",
        "このプログラムは、PDFやフォントを扱う部品を使います。準備のコマンドで一緒に入りますが、"
        "別のPythonで実行すると見つかりません。",
        "The program uses packages for PDF and fonts. The set-up command installs them, but "
        "another Python on the same machine does not see them.",
    ),
    "bug": Message(
        "プログラムの誤りで止まりました（{kind}: {detail}）。",
        "The program failed by a fault of its own ({kind}: {detail}).",
        "環境変数 LEAFLET_TRACEBACK=1 を付けてもう一度実行し、出力を開発者に送ってください。",
        "Run it again with LEAFLET_TRACEBACK=1 in the environment and send the output to the "
        "developers.",
        "入力の間違いではなく、このプログラムの誤りです。書きかけのファイルは残りません。",
        "This is no mistake of yours but a fault in the program. No half-written file is left.",
    ),
}
