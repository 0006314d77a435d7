"""What an author can write: every field of a leaflet with its name, its form and its meaning.

The one table behind the loader, the JSON Schema for editors and the start that ``new``
writes.  Which fields are required, and their defaults, is said by the classes of
``layout/document.py`` alone; a test holds the two together.
"""

from typing import TypeAlias

from layout import document
from layout.document import KINDS, Block
from layout.values import NamedTuple

TEXT = "text"
"""Words that are printed; line breaks are the author's."""
TEXTS = "texts"
"""A list of such texts."""
WORD = "word"
"""A name in ASCII: small letters, digits, ``-`` and ``_``."""
DATE = "date"
"""A day of the calendar, ``YYYY-MM-DD``."""
FLAG = "flag"
"""``true`` or ``false``."""
PATH = "path"
"""A file inside the project, named from the leaflet or from the project's pictures."""
RECORD = "record"
"""Fields of their own."""
RECORDS = "records"
"""A list of such records."""
ROWS = "rows"
"""A list of lists of texts."""
BLOCKS = "blocks"
"""A list of blocks, each under the name of its kind."""
PLACEHOLDERS = "placeholders"
"""Names and the text that stands in for each."""

DIRECTIONS = ("horizontal", "vertical")

Node: TypeAlias = (
    Block
    | document.Leaflet
    | document.Printing
    | document.Cover
    | document.Country
    | document.CountryGroup
    | document.Incident
)


class Field(NamedTuple):
    """One field: its key in the file, its shape, its name and meaning in both languages.

    ``example`` is what an author might write, as it stands behind the colon; in lists one
    item a line, in rows the cells parted by `` / ``; fields of records take theirs from the
    record.  ``of`` is the class of a record, ``choices`` the words that a word is one of.
    """

    key: str
    shape: str
    ja: str
    en: str
    about_ja: str = ""
    about_en: str = ""
    example: str = ""
    of: type[Node] | None = None
    choices: tuple[str, ...] = ()

    @property
    def attribute(self) -> str:
        """The field's name in the class."""
        return self.key.replace("-", "_")


class Record(NamedTuple):
    """A class an author fills in: what it is, and its fields in the order they are written."""

    type: type[Node]
    ja: str
    en: str
    about_ja: str
    about_en: str
    fields: tuple[Field, ...]

    def required(self, field: Field) -> bool:
        """Whether there is no leaving the field out."""
        return field.attribute not in self.type._field_defaults

    def field(self, key: str) -> Field | None:
        """The field with this key."""
        return next((field for field in self.fields if field.key == key), None)


_ID = Field(
    "id",
    WORD,
    "名前",
    "name",
    "ほかから指すための名前。半角の英小文字・数字・- ・_ で、同じ名前は一度だけ。",
    "A name to point at; small letters, digits, - and _; used once only.",
    "q1",
)
_HEADING = Field("heading", TEXT, "見出し", "heading", example="私たちの考え")
_ALT = Field(
    "alt",
    TEXT,
    "絵の説明",
    "alternative text",
    "絵を見られない人に読み上げられる説明。紙面には出ません。",
    "Read aloud to those who cannot see the picture; not printed.",
    "紙がこぼれ落ちた書類入れ",
)
_DIRECTION = Field(
    "direction",
    WORD,
    "文字の向き",
    "direction",
    "vertical か horizontal。この部分だけを縦書き、または横書きにします。"
    "書かなければ、リーフレット全体と同じ向きです。",
    "vertical or horizontal: sets this part so; as the whole leaflet where it is left out.",
    "vertical",
    choices=DIRECTIONS,
)
_PLACE_NOTE = "使えるのは原稿と同じところから下にあるファイルだけです。"
_PLACE_NOTE_EN = "Only files beside or below the leaflet can be used."

_ART = Field(
    "art",
    PATH,
    "絵の名前",
    "drawing",
    f"data/artwork にある絵の名前か、SVG ファイル。なくてもかまいません。{_PLACE_NOTE}",
    f"The name of a drawing in data/artwork, or an SVG file; may be absent.  {_PLACE_NOTE_EN}",
    "leak",
)

LEAFLET = Record(
    document.Leaflet,
    "リーフレット",
    "leaflet",
    "リーフレット一枚の原稿。",
    "The text of one leaflet.",
    (
        Field(
            "id",
            WORD,
            "名前",
            "name",
            "できるファイルの名前になります。半角の英小文字・数字・- ・_。",
            "Names the files that are made; small letters, digits, - and _.",
            "kenkohoken",
        ),
        Field(
            "issued",
            DATE,
            "発行日",
            "date of issue",
            "年-月-日。PDF の日付になります。",
            "Year-month-day; the date of the PDF.",
            "2025-04-01",
        ),
        Field(
            "title",
            TEXT,
            "PDF の題名",
            "title of the PDF",
            "書かなければ、表紙の題名になります。",
            "The cover's title where it is left out.",
            "どうする？健康保険証",
        ),
        Field(
            "fold",
            WORD,
            "折り方",
            "fold",
            "一覧は make_leaflet.py folds で見られます。書かなければ a4-roll（A4 巻三つ折り）。",
            "“make_leaflet.py folds” lists them; a4-roll where it is left out.",
            "a4-roll",
        ),
        Field(
            "theme",
            PATH,
            "デザイン",
            "theme",
            "付属のデザイン（calm、bold、editorial）か、原稿と同じフォルダーに置いた自分のデザインの"
            "フォルダーの名前です。書かなければ calm。",
            "calm, bold, editorial, or the folder of a theme of your own beside the leaflet; "
            "calm where it is left out.",
            "calm",
        ),
        Field(
            "opening",
            WORD,
            "開き",
            "opening",
            "left（左開き・横書き用）か right（右開き・縦書き用）。"
            "書かなければ、文字の向きに合わせます。",
            "left (bound at the left) or right; as the text runs where it is left out.",
            "left",
        ),
        Field(
            "direction",
            WORD,
            "文字の向き",
            "direction",
            "vertical と書くと、全体を縦書き・右開きにします。書かなければ horizontal（横書き）。",
            "vertical sets the whole leaflet vertically, bound at the right; horizontal where it "
            "is left out.",
            "horizontal",
            choices=DIRECTIONS,
        ),
        Field(
            "placeholders",
            PLACEHOLDERS,
            "差し込み",
            "placeholders",
            "支部ごとに差し替える言葉の名前と、差し替えがないときの言葉。"
            "ここに名前を書くと、文のなかの {名前} が差し替わります。"
            "かっこそのものは {{ と }} で書きます。",
            "Names of words that rows of a table replace, and the words used without one.  Where "
            "names are declared, {name} in a text is replaced, and {{ and }} are the braces "
            "themselves.",
        ),
        Field(
            "notation",
            FLAG,
            "ルビなどの印",
            "notation",
            "true にすると、文のなかでルビ {憲法|けんぽう}、圏点 {圏点:大切}、縦中横 {縦中横:12}、"
            "上付 {上付:2}、下付 {下付:2}、合印 {注:※1}、外国語 {en:Labour Union} が使えます。"
            "かっこそのものは {{ と }} で書きます。"
            "placeholders を書いた原稿では、いつでも使えます。",
            "With true, texts may hold ruby {憲法|けんぽう}, emphasis dots {dots:…}, tate-chu-yoko "
            "{tcy:12}, superscript {sup:2}, subscript {sub:2}, reference marks {ref:※1} and words "
            "of another language {en:Labour Union}; {{ and }} are the braces themselves.  Always "
            "on in a leaflet that declares placeholders.",
            "true",
        ),
        Field(
            "printing",
            RECORD,
            "印刷所での刷り方",
            "printing",
            "印刷所用のPDFについてだけの指定です。コマンドの --spot などが先に立ちます。",
            "For the print shop's file alone; options such as --spot go before it.",
            of=document.Printing,
        ),
        Field(
            "cover",
            RECORD,
            "表紙",
            "cover",
            "いちばん外の面です。",
            "What stands on the front panel.",
            of=document.Cover,
        ),
        Field(
            "body",
            BLOCKS,
            "なかの面",
            "inner panels",
            "書いた順に流し込まれます。",
            "Poured through the panels between, in this order.",
        ),
        Field(
            "back",
            BLOCKS,
            "裏表紙",
            "back panel",
            "裏の面です。連絡先や発行元を置きます。",
            "What stands on the back panel: the contact, the imprint.",
        ),
    ),
)

_PRINTING = Record(
    document.Printing,
    "印刷所での刷り方",
    "printing",
    "書かなければ、4色（CMYK）の PDF/X-1a になります。",
    "Four colours (CMYK) as PDF/X-1a where it is left out.",
    (
        Field(
            "spot",
            TEXT,
            "特色",
            "spot ink",
            "墨とこの特色の2色刷りにします。名前=C,M,Y,K（近い色を%で）。",
            "A job in black and this ink: NAME=C,M,Y,K, its look in per cent.",
            "DIC 156=0,70,90,0",
        ),
        Field(
            "plates",
            WORD,
            "特色の版",
            "plates",
            "特色の版：spot（既定）、または M 版・C 版で代用する k+m・k+c。",
            "What carries the spot ink: its own plate, or magenta or cyan in its place.",
            "spot",
            choices=("spot", "k+c", "k+m"),
        ),
        Field(
            "standard",
            WORD,
            "規格",
            "standard",
            "書かなければ pdfx-1a。",
            "pdfx-1a where it is left out.",
            "pdfx-1a",
            choices=("pdfx-1a", "pdfx-4", "pdfx-1a-2001"),
        ),
        Field(
            "condition",
            WORD,
            "印刷条件",
            "printing condition",
            "書かなければ JC200103（Japan Color 2001 コート紙）。",
            "JC200103 (Japan Color 2001 Coated) where it is left out.",
            "JC200103",
            choices=("JC200103", "FOGRA39", "JCS2011", "JC200104"),
        ),
        Field(
            "icc",
            PATH,
            "ICCプロファイル",
            "ICC profile",
            f"印刷条件のプロファイル。{_PLACE_NOTE}",
            f"The profile of the printing condition.  {_PLACE_NOTE_EN}",
            "JapanColor2001Coated.icc",
        ),
        Field(
            "outlines",
            FLAG,
            "アウトライン",
            "outlines",
            "true にすると、文字をすべて図形にします。",
            "With true all text is drawn as shapes.",
            "true",
        ),
    ),
)

COVER = Record(
    document.Cover,
    "表紙",
    "cover",
    "表紙の面。",
    "The front panel.",
    (
        Field(
            "calls",
            TEXTS,
            "呼びかけ",
            "calls",
            "題名の上に一行ずつ積みます。",
            "Stacked over the title.",
            "どうなる？\nどうする？",
        ),
        Field(
            "title",
            TEXT,
            "題名",
            "title",
            "いちばん大きな言葉。短いほど大きく組まれます。",
            "The largest words of the sheet; the shorter, the larger.",
            "健康保険証",
        ),
        Field(
            "subtitle",
            TEXT,
            "副題",
            "subtitle",
            "題名の下の一行。",
            "A line beneath the title.",
            "What happens with our health insurance",
        ),
        _ART,
        Field(
            "introduction",
            TEXT,
            "前書き",
            "introduction",
            "どういうリーフレットかを、読める大きさで。",
            "What the leaflet is about, at reading size.",
            "健康保険証の新しい発行がなくなりました。何が変わるのかをまとめました。",
        ),
        Field(
            "lead-on",
            TEXT,
            "なかへの誘い",
            "lead into the leaflet",
            "表紙のすみに置く、なかを開いてもらうための言葉。",
            "Words at the cover's edge that lead inside.",
            "くわしくは",
        ),
    ),
)

_COUNTRY = Record(
    document.Country,
    "国",
    "country",
    "国と、その説明。",
    "A country and a note on it.",
    (
        Field("name", TEXT, "国の名前", "name", example="ドイツ"),
        Field(
            "flag",
            WORD,
            "国旗",
            "flag",
            "国旗の絵の名前（ISO 3166 の国の記号を小文字で）。なくてもかまいません。",
            "The name of its flag: the country's code by ISO 3166 in small letters; may be absent.",
            "de",
        ),
        Field("note", TEXT, "説明", "note", example="制度の見直しが進んでいる。"),
    ),
)

_GROUP = Record(
    document.CountryGroup,
    "国のグループ",
    "group of countries",
    "同じ結論になった国々。",
    "Countries that share a verdict.",
    (
        Field("verdict", TEXT, "結論", "verdict", example="制度の見直し"),
        Field("countries", RECORDS, "国々", "countries", of=document.Country),
        Field(
            "note",
            TEXT,
            "説明",
            "note",
            "グループ全体への説明。",
            "On the whole group.",
            "いずれも2020年以降の動きです。",
        ),
        _ART,
    ),
)

_INCIDENT = Record(
    document.Incident,
    "事件",
    "incident",
    "一件の出来事。",
    "One event.",
    (
        Field(
            "date", TEXT, "年月", "date", "書いたとおりに出ます。", "Printed as typed.", "2020年6月"
        ),
        Field("organisation", TEXT, "組織", "organisation", example="厚生労働省"),
        Field("kind", TEXT, "種類", "kind", example="誤表示"),
        Field(
            "count",
            TEXT,
            "件数",
            "count",
            "書いたとおりに出ます。数があれば棒の長さになります。なくてもかまいません。",
            "Printed as typed; its number is the length of the bar.  May be absent.",
            "1,118件",
        ),
        Field(
            "description",
            TEXT,
            "説明",
            "description",
            example="他人の口座情報が表示される事態が発生。",
        ),
    ),
)

_QUESTION = Record(
    document.Question,
    "問いと答え",
    "question and answer",
    "番号（Q1、Q2 …）と「A.」は自動で付きます。",
    "The number (Q1, Q2 …) and the answer's mark are added.",
    (
        Field("ask", TEXT, "問い", "question", example="保険証はどうなるの？"),
        Field(
            "answer",
            TEXT,
            "答え",
            "answer",
            example="新しい発行はなくなりました。資格確認書で受診できます。",
        ),
        Field(
            "lead",
            TEXT,
            "答えの目立たせる部分",
            "part of the answer that stands out",
            "答えのなかの文をそのまま書きます。書かなければ、最初の文になります。",
            "A literal piece of the answer; its first sentence where it is left out.",
            "資格確認書で受診できます。",
        ),
        Field(
            "label",
            TEXT,
            "番号の代わりの印",
            "sign in place of the number",
            "書かなければ、順の番号になります。",
            "Numbered in order where it is left out.",
            "Q1",
        ),
        _ART,
        _ID,
    ),
)

_COUNTRIES = Record(
    document.Countries,
    "国の比較",
    "countries compared",
    "国々を、結論ごとのグループで比べます。",
    "Countries in groups, each under its verdict.",
    (
        Field("heading", TEXT, "見出し", "heading", example="世界では"),
        Field("groups", RECORDS, "グループ", "groups", of=document.CountryGroup),
        _ID,
    ),
)

_INCIDENTS = Record(
    document.Incidents,
    "事件の一覧",
    "list of incidents",
    "年月の順に並ぶ出来事。「・」や件数のかっこは書きません。",
    "Events in order of time, without marks and brackets.",
    (
        Field("heading", TEXT, "見出し", "heading", example="公的機関等による主な個人情報の漏えい"),
        Field("items", RECORDS, "事件", "incidents", of=document.Incident),
        _ID,
    ),
)

_STATEMENT = Record(
    document.Statement,
    "私たちの考え",
    "statement",
    "本文から離して静かに置く、発行者自身の言葉（引用ではありません）。",
    "The sender's own words, set apart and calm; not a quotation.",
    (
        _HEADING,
        Field("text", TEXT, "文", "text", example="だれもが安心して医療を受けられる社会を。"),
        _ART,
        _DIRECTION,
        _ID,
    ),
)

_ILLUSTRATION = Record(
    document.Illustration,
    "絵",
    "illustration",
    "絵と、その題。",
    "A drawing with its caption.",
    (
        Field("caption", TEXT, "絵の題", "caption", example="情報漏えい"),
        _ART,
        _ALT,
        _ID,
    ),
)

_APPEAL = Record(
    document.Appeal,
    "訴え",
    "appeal",
    "いちばん伝えたい一文。大きく組まれます。",
    "The sentence to take home, set large.",
    (
        Field("text", TEXT, "文", "text", example="保険証を残す声を、いっしょに上げましょう。"),
        _DIRECTION,
        _ID,
    ),
)

_DEMANDS = Record(
    document.Demands,
    "要求",
    "demands",
    "求めることを一つずつ。印は自動で付きます。",
    "What the sender asks for, one by one; marks are added.",
    (
        Field("heading", TEXT, "見出し", "heading", example="私たちは求めます"),
        Field(
            "items",
            TEXTS,
            "要求",
            "demands",
            example="健康保険証の発行を続けてください。\n窓口の負担を増やさないでください。",
        ),
        Field(
            "art",
            TEXTS,
            "印の絵",
            "drawings of the marks",
            "要求の順に、印にする絵の名前。なくてもかまいません。",
            "The names of drawings for the marks, in the order of the demands; may be absent.",
            "ban\npen",
        ),
        _ID,
    ),
)

_CONTACT = Record(
    document.Contact,
    "連絡先",
    "contact",
    "電話番号などは書いたとおりに出ます。〒・TEL・FAX の表示は自動で付きます。",
    "Numbers are printed as typed; the labels 〒, TEL and FAX are added.",
    (
        Field("heading", TEXT, "見出し", "heading", example="お問い合わせ"),
        Field("name", TEXT, "団体の名前", "organisation", example="○○労働組合連合会"),
        Field("office", TEXT, "担当・事務局", "office", example="〈事務局〉○○支部"),
        Field("postal", TEXT, "郵便番号", "postcode", example="100-0000"),
        Field("address", TEXT, "住所", "address", example="○○県○○市○○1-2-3"),
        Field("tel", TEXT, "電話番号", "telephone", example="03-0000-0000"),
        Field("fax", TEXT, "FAX番号", "fax", example="03-0000-0001"),
        Field("email", TEXT, "メール", "e-mail", example="info@example.jp"),
        Field("url", TEXT, "ウェブサイト", "web site", example="https://example.jp/"),
        Field(
            "qr",
            FLAG,
            "QRコード",
            "QR code",
            "ウェブサイトのQRコード。書かなければ場所のあるときに入り、true なら必ず、"
            "false なら入りません。",
            "A QR code of the web site: always (true), never (false), or where there is room.",
            "true",
        ),
        Field("note", TEXT, "備考", "note", example="平日 10時〜17時"),
        Field(
            "logo",
            PATH,
            "ロゴ",
            "logo",
            "団体の印。SVG か PNG・JPEG のファイル。リーフレットのファイルと同じ場所か、その下。",
            "The organisation's sign, an SVG, PNG or JPEG beside the leaflet or below it.",
            "logos/union.svg",
        ),
        _ID,
    ),
)

_BLANK_CONTACT = Record(
    document.BlankContact,
    "書き込み用の連絡先",
    "blank contact",
    "手で書くか、はんこを押すための欄。",
    "Ruled lines to fill in by hand, and a box for a stamp.",
    (
        Field("heading", TEXT, "見出し", "heading", example="お問い合わせ"),
        Field("labels", TEXTS, "欄の名前", "labels", example="支部名\n電話"),
        Field("stamp", TEXT, "はんこの欄", "stamp box", example="支部印"),
        _ID,
    ),
)

_SECTION = Record(
    document.Section,
    "本文",
    "section",
    "ふつうの文章。見出しはなくてもかまいません。",
    "Running text, with or without a heading.",
    (
        Field("heading", TEXT, "見出し", "heading", example="これまでの経過"),
        Field(
            "text",
            TEXT,
            "文",
            "text",
            "改行は段落の変わり目になります。",
            "A line break parts paragraphs.",
            "2024年12月、健康保険証の新しい発行が終わりました。",
        ),
        _DIRECTION,
        _ID,
    ),
)

_LIST = Record(
    document.ItemList,
    "箇条書き",
    "list",
    "「・」や番号は自動で付きます。",
    "Points; marks or numbers are added.",
    (
        Field("heading", TEXT, "見出し", "heading", example="受診のときに必要なもの"),
        Field("items", TEXTS, "項目", "points", example="資格確認書\n身分を証明するもの"),
        Field(
            "numbered",
            FLAG,
            "番号を付ける",
            "numbered",
            "true なら番号、false なら「・」。",
            "true numbers the points.",
            "true",
        ),
        _ID,
    ),
)

_KEY_FIGURE = Record(
    document.KeyFigure,
    "大きな数字",
    "key figure",
    "ひと目で伝わる数字と、その説明。",
    "One number that says it all, and what it is.",
    (
        Field("value", TEXT, "数字", "figure", example="67%"),
        Field("label", TEXT, "何の数字か", "what it is", example="「残してほしい」と答えた人"),
        Field("note", TEXT, "出典など", "source or note", example="2024年の調査"),
        _ID,
    ),
)

_TABLE = Record(
    document.Table,
    "表",
    "table",
    "どの行も、列の見出しと同じ数だけ書きます。",
    "Every row has as many cells as there are columns.",
    (
        Field("heading", TEXT, "見出し", "heading", example="受診のしかた"),
        Field("columns", TEXTS, "列の見出し", "column heads", example="方法\n持ち物"),
        Field(
            "rows",
            ROWS,
            "行",
            "rows",
            example="郵送で申し込む / 申込書\n窓口で申し込む / 身分証",
        ),
        Field("note", TEXT, "注", "note", example="2025年4月現在"),
        _ID,
    ),
)

_PHOTO = Record(
    document.Photo,
    "写真",
    "photograph",
    "写真と、その説明。",
    "A photograph with its caption.",
    (
        Field("file", PATH, "ファイル", "file", _PLACE_NOTE, _PLACE_NOTE_EN, "photos/rally.jpg"),
        Field("caption", TEXT, "説明", "caption", example="国会前の集会"),
        Field("credit", TEXT, "撮影者", "credit", example="撮影：教宣部"),
        _ALT._replace(example="横断幕を持って並ぶ人たち"),
        _ID,
    ),
)

_EVENT = Record(
    document.Event,
    "集まりの案内",
    "event",
    "集会や学習会の日時と場所。",
    "A meeting: when and where.",
    (
        Field("heading", TEXT, "見出し", "heading", example="お知らせ"),
        Field("title", TEXT, "名前", "title", example="学習会「保険証はどうなる」"),
        Field(
            "date", TEXT, "日", "date", "書いたとおりに出ます。", "Printed as typed.", "5月10日(土)"
        ),
        Field("time", TEXT, "時刻", "time", example="14時〜16時"),
        Field("place", TEXT, "場所", "place", example="市民会館 第1会議室"),
        Field("note", TEXT, "備考", "note", example="参加費は無料です。"),
        _ID,
    ),
)

_REPLY_SLIP = Record(
    document.ReplySlip,
    "切り取って返す用紙",
    "reply slip",
    "切り取り線の下に、書き込む欄が並びます。",
    "Fields to fill in below a cut line.",
    (
        Field("heading", TEXT, "見出し", "heading", example="参加申込書"),
        Field("text", TEXT, "文", "text", example="学習会に参加します。"),
        Field("fields", TEXTS, "書き込む欄", "fields", example="お名前\n電話番号"),
        Field("return-to", TEXT, "送り先", "return to", example="FAX 03-0000-0001"),
        _ID,
    ),
)

_IMPRINT = Record(
    document.Imprint,
    "発行元",
    "imprint",
    "発行した団体と版。",
    "Who publishes the leaflet, in which edition.",
    (
        Field("publisher", TEXT, "発行", "publisher", example="○○労働組合連合会"),
        Field("edition", TEXT, "版", "edition", example="第1版"),
        Field(
            "date", TEXT, "日付", "date", "書いたとおりに出ます。", "Printed as typed.", "2025年4月"
        ),
        Field("note", TEXT, "備考", "note", example="無断転載を禁じます。"),
        _ID,
    ),
)

_UNION_LABEL = Record(
    document.UnionLabel,
    "ユニオンラベル",
    "union label",
    "印刷の組合のラベルを置く場所と、添える言葉。",
    "A slot for the printers' union label and the words beside it.",
    (Field("text", TEXT, "添える言葉", "words", example="この印刷物は組合員が印刷しました。"), _ID),
)

RECORDS_BY_TYPE: dict[type[Node], Record] = {
    record.type: record
    for record in (
        LEAFLET,
        _PRINTING,
        COVER,
        _COUNTRY,
        _GROUP,
        _INCIDENT,
        _QUESTION,
        _COUNTRIES,
        _INCIDENTS,
        _STATEMENT,
        _ILLUSTRATION,
        _APPEAL,
        _DEMANDS,
        _CONTACT,
        _BLANK_CONTACT,
        _SECTION,
        _LIST,
        _KEY_FIGURE,
        _TABLE,
        _PHOTO,
        _EVENT,
        _REPLY_SLIP,
        _IMPRINT,
        _UNION_LABEL,
    )
}

KIND_RECORDS: dict[str, Record] = {kind: RECORDS_BY_TYPE[type_] for kind, type_ in KINDS.items()}
"""The records of the kinds of block, by the name an author writes."""


def record_of(field: Field) -> Record:
    """The record of a field whose shape is RECORD or RECORDS."""
    if field.of is None:
        raise ValueError(f"{field.key} holds no records")
    return RECORDS_BY_TYPE[field.of]
