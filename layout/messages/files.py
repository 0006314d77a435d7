"""What is said about writing the results."""

from layout.messages.message import Message

MESSAGES: dict[str, Message] = {
    "output-name-changed": Message(
        "ファイル名に使えない部分があるため、「{name}」を「{safe}」に変えました。",
        'The file name "{name}" was changed to "{safe}", which every system accepts.',
        "",
        "",
        "Windows や印刷所で使えない文字、予約された名前（CON など）、長すぎる名前を避けています。",
        "Characters and names that some systems or print shops refuse, such as CON, are replaced, "
        "and names that are too long are shortened.",
    ),
    "output-folder-is-file": Message(
        "出力先「{path}」はフォルダーではなくファイルです。",
        'The output folder "{path}" is a file.',
        "-o で別のフォルダーを指定するか、そのファイルの名前を変えてください。",
        "Choose another folder with -o, or rename that file.",
        "結果はフォルダーの中に書き出します。同じ名前のファイルがあると、フォルダーを作れません。",
        "Results are written into a folder, which cannot be made where a file has its name.",
    ),
    "output-folder-unusable": Message(
        "出力先のフォルダー「{path}」に書き込めません（{reason}）。",
        'The output folder "{path}" cannot be written to ({reason}).',
        "書き込みの許可があるフォルダーを -o で指定してください。",
        "Choose a folder with -o in which you may write.",
        "フォルダーを作れないか、書き込みが許可されていません。共有フォルダーなら管理者に確かめてください。",
        "The folder cannot be made, or writing in it is not permitted.",
    ),
    "output-linked": Message(
        "出力ファイル「{path}」は、ほかの場所（{target}）へのリンクです。",
        'The output file "{path}" is a link to another place ({target}).',
        "リンクを消すか、-o で別のフォルダーを指定してください。",
        "Remove the link, or choose another folder with -o.",
        "リンクをたどって別の場所のファイルを書き換えることはしません。",
        "Results are never written through a link to somewhere else.",
    ),
    "output-is-folder": Message(
        "出力ファイル「{path}」と同じ名前のフォルダーがあります。",
        'There is a folder where the output file "{path}" should stand.',
        "フォルダーの名前を変えるか、-o で別のフォルダーを指定してください。",
        "Rename the folder, or choose another one with -o.",
        "同じ名前のフォルダーがあるので、ファイルを置けません。",
        "A file cannot take the name of an existing folder.",
    ),
    "output-locked": Message(
        "「{path}」に書き込めません。開かれているか、読み取り専用です。",
        '"{path}" cannot be written: it is open elsewhere, or read-only.',
        "PDFを閉じてから、もう一度実行してください。読み取り専用なら解除してください。",
        "Close the PDF and run again; if the file is read-only, lift that.",
        "Acrobat などがPDFを開いている間は、書き換えられません。読み取り専用のファイルも守ります。"
        "もとのファイルはそのまま残っています。",
        "Some viewers lock a PDF while it is open. Read-only files are respected too. The existing "
        "file was left as it is.",
    ),
    "output-disk-full": Message(
        "空き容量が足りず、「{path}」を書き出せませんでした（{reason}）。",
        'There was no room to write "{path}" ({reason}).',
        "空きを作るか、-o で別のフォルダーを指定してください。",
        "Free some space, or choose another folder with -o.",
        "ディスクがいっぱいか、割り当てを超えました。書きかけのファイルは消し、前からあるファイルは変えていません。",
        "The disk or quota is full. What was half written has been removed, and files that stood "
        "there before are unchanged.",
    ),
    "output-failed": Message(
        "「{path}」を書き出せませんでした（{reason}）。",
        '"{path}" could not be written ({reason}).',
        "-o で別のフォルダーを指定して試してください。",
        "Try another folder with -o.",
        "書き込み中にシステムが誤りを返しました。書きかけのファイルは消しました。",
        "The system reported an error while the file was being written. What was half written has "
        "been removed.",
    ),
    "file-exists": Message(
        "「{path}」はもうあります。",
        '"{path}" exists already.',
        "別の名前を付けるか、先にそのファイルを移してください。",
        "Choose another name, or move that file away first.",
        "new は、今あるファイルを書き換えません。",
        "new never overwrites a file.",
    ),
}
