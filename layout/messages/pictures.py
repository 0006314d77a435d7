"""What is said about flags and drawings that nobody has."""

from layout.messages.message import Message

MESSAGES: dict[str, Message] = {
    "flag-unknown": Message(
        "国旗「{name}」はありません。国名だけで組みました。",
        'There is no flag "{name}"; the country stands by its name.',
        "近いもの: {near}",
        "Near to it: {near}",
        "国旗は、ISO 3166 の国の記号（小文字二字）で呼びます。"
        "一覧は data/artwork/flags.yaml です。",
        "Flags go by the two small letters of ISO 3166; data/artwork/flags.yaml lists them.",
    ),
    "picture-words": Message(
        "画像を載せるときの代替テキストの案：リーフレット『{title}』の表紙。{words}",
        "Alternative text to propose for the pictures: cover of the leaflet “{title}”. {words}",
        "",
        "",
        "ウェブページやSNSに画像を載せるときは、画像を見られない人のための言葉（代替テキスト）を"
        "一緒に入れます。",
        "A picture on a web page or in a post needs words for those who cannot see it.",
    ),
    "picture-without-alt": Message(
        "絵や写真の説明（alt）がありません。",
        "This picture has no description for those who cannot see it (alt).",
        "「alt: 」に、何が写っているかを一文で書いてください。",
        "Say in a sentence what is to be seen, as alt: …",
        "目の見えない人は、絵の代わりに alt の言葉を聞きます。"
        "ウェブページ版（html）とテキスト版（text）で使います。",
        "Those who cannot see the picture hear these words instead. The editions html and text "
        "use them.",
    ),
    "drawing-left-out": Message(
        "文が多いため、絵「{name}」をのせられませんでした。",
        'The drawing "{name}" had to be left out: the words need its room.',
        "文を短くするか、面の多い折り方を選ぶと、絵がのります。"
        "のせなくてよければ art: の行を消します。",
        "Shorten the text or choose a fold with more room; or take the art: line out.",
        "文がすべて入らないときは、文より先に、問い・囲み・絵の題に添えた絵をはずします。",
        "Where not all words fit, drawings beside questions, statements and captions give "
        "way first.",
    ),
    "drawing-unknown": Message(
        "絵「{name}」はありません。模様で組みました。",
        'There is no drawing "{name}"; ornament stands for it.',
        "使える名前: {near}。自分の絵は、原稿と同じフォルダーに SVG で置き、"
        "art: 絵.svg のように書きます。",
        "There is: {near}.  For a drawing of your own put an SVG file beside the leaflet and "
        "write art: drawing.svg.",
        "絵は data/artwork にあるものの名前か、原稿と同じフォルダーかその下の SVG ファイルです。",
        "A drawing is one of data/artwork, or an SVG file beside or below the leaflet.",
    ),
}
