"""What is said about folds and sheets."""

from layout.messages.message import Message

MESSAGES = {
    "paper-not-printed": Message(
        ja="折り方「{fold}」の用紙（{sheet}）は、コンビニのコピー機で印刷できません。",
        en="Printers in convenience stores do not print the sheet of {fold} ({sheet}).",
        hint_ja="次の大きさの紙に折る折り方を使ってください：{known}",
        hint_en="Use a fold of one of these sheets: {known}",
        about_ja="コンビニのマルチコピー機で使える紙は、A4・A3・B4・B5 です。",
        about_en="Multi-copiers in convenience stores print A4, A3, B4 and B5.",
    ),
    "pages-unknown": Message(
        ja="--pages に {name} はありません。使えるのは {known} です。",
        en="There are no pages {name}: --pages takes {known}.",
        hint_ja="紙面のままなら sheet、面ごとに読む順で並べるなら panel です。",
        hint_en="sheet: sides as printed; panel: a page for each panel, in reading order.",
        about_ja="画面で読む版（screen）のページの作り方です。",
        about_en="What the pages of the screen edition are.",
    ),
    "pages-not-for-screen": Message(
        ja="--pages {name} は、画面で読む版（--edition screen）にだけ使えます。",
        en="--pages {name} is for the screen edition alone (--edition screen).",
        hint_ja="--edition screen を付けるか、--pages を外してください。",
        hint_en="Add --edition screen, or leave out --pages.",
        about_ja="印刷用のページは、いつも用紙の面です。",
        about_en="Pages that are printed are always sides of the sheet.",
    ),
    "mono-for-press": Message(
        ja="--mono は印刷所用（{edition}）には使えません。",
        en="--mono is not for the print shop ({edition}).",
        hint_ja="--edition konbini や --edition office と一緒に書いてください。"
        "印刷所で安く刷るには、--spot で墨と特色の2色にできます。",
        hint_en="Name other editions, such as --edition konbini or --edition office.  For a cheap "
        "print shop's job there is --spot: black and one ink.",
        about_ja="コンビニのコピー機などの料金は、全体がカラーか白黒かで決まります。"
        "--mono は、写真も色もすべて黒の濃さにします。",
        about_en="Copiers charge a job as colour or as mono, whole.  --mono turns every colour and "
        "photograph into greys.",
    ),
    "device-file-too-large": Message(
        ja="{edition}版のPDFが {size} MB になり、受け付けられる大きさ（{most} MB）を超えます。",
        en="The PDF of the edition {edition} has {size} MB; no more than {most} MB is taken.",
        hint_ja="写真を小さくするか、数を減らしてください。",
        hint_en="Use smaller pictures, or fewer.",
        about_ja="コンビニのコピー機に登録できるPDFには、大きさの上限があります。",
        about_en="A multi-copier in a convenience store takes PDFs up to a certain size.",
    ),
    "opening-unknown": Message(
        ja="開き方「{opening}」はありません。",
        en="There is no opening called “{opening}”.",
        hint_ja="left（左開き・横書き用）か right（右開き・縦書き用）と書いてください。",
        hint_en="Write left (for horizontal text) or right (for vertical text).",
        about_ja=(
            "開き方は、データの opening: か、コマンドの --opening に、left か right と書きます。"
            "left は表紙の左側が折り目になり、right は右側が折り目になります。"
        ),
        about_en=(
            "The opening is named in the data (opening:) or on the command line (--opening).  "
            "left is bound at the left of its cover, right at the right."
        ),
    ),
    "fold-unknown": Message(
        ja="折り方「{fold}」はありません。",
        en="There is no fold called “{fold}”.",
        hint_ja="使える折り方：{known}",
        hint_en="The folds are: {known}",
        about_ja=(
            "折り方は、データの fold: か、コマンドの --fold に、決まった名前で書きます。"
            "「make_leaflet.py folds」で、名前と仕上がりの一覧が見られます。"
        ),
        about_en=(
            "A fold is named in the data (fold:) or on the command line (--fold).  "
            "“make_leaflet.py folds” lists the names and what each of them makes."
        ),
    ),
}
