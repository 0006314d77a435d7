"""What is said about QR codes."""

from layout.messages.message import Message

MESSAGES: dict[str, Message] = {
    "qr-without-url": Message(
        "qr: true と書かれていますが、url: がありません。",
        "qr: true is written, but there is no url:.",
        "url: に https:// で始まるアドレスを書くか、qr: の行を消してください。",
        "Write an address that begins with https:// as url:, or take the line qr: out.",
        "QRコードは、連絡先の url: から作ります。",
        "A QR code is made from the url: of a contact.",
    ),
    "qr-not-web": Message(
        "「{url}」は https:// か http:// で始まるアドレスではないので、QRコードにできません。",
        "“{url}” does not begin with https:// or http://, so it cannot be a QR code.",
        "https:// から書いてください。QRコードが要らないときは qr: false と書きます。",
        "Write it from https:// on; write qr: false where no QR code is wanted.",
        "QRコードには、印刷されるアドレスがそのまま入ります。"
        "読み取った電話で開けるのは、https:// か http:// で始まる、空白のないアドレスです。",
        "A QR code holds the address as it is printed. Telephones open addresses that begin with "
        "https:// or http:// and have no blanks.",
    ),
    "qr-too-long": Message(
        "アドレスが長すぎて（{length}バイト）、QRコードにできません。",
        "The address is too long for a QR code ({length} bytes).",
        "{most}バイトまでにしてください（半角1字が1バイト、漢字・かなは3バイト）。"
        "短い転送用のアドレスを使う方法もあります。",
        "Keep it within {most} bytes (a letter is one, a kanji or kana three); a short address "
        "that leads on to it will do.",
        "長いアドレスほどQRコードのます目が増え、小さく刷ると読み取れなくなります。",
        "The longer the address, the more modules a QR code has, and the worse it is read.",
    ),
    "qr-not-ascii": Message(
        "アドレス「{url}」に日本語などが入っています。QRコードで開けない電話があります。",
        "The address “{url}” is not plain ASCII; some telephones will not open it.",
        "ブラウザーのアドレス欄から写すと、%E3… の形のアドレスになります。",
        "Copied from a browser's address bar it has the form %E3…",
        "QRコードの読み取りソフトには、日本語の入ったアドレスを正しく扱えないものがあります。",
        "Some readers of QR codes do not handle addresses with Japanese in them.",
    ),
}
