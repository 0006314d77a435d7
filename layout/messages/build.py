"""What is said about joining the parts: characters without a glyph, unknown themes."""

from layout.messages.message import Message

MESSAGES: dict[str, Message] = {
    "glyph-missing": Message(
        "文字「{character}」（{code_point}）は、このデザインのフォントにありません。",
        'The fonts of this theme do not have the character "{character}" ({code_point}).',
        "言葉か、■ ● ★ ♥ などの記号に替えてください（候補：{instead}。"
        "この文字を持つフォント：{fonts}）。",
        "Use words or a sign such as ■ ● ★ ♥ (candidate: {instead}; fonts that have this "
        "character: {fonts}).",
        "絵文字やごくまれな漢字は、フォントにありません。□（豆腐）で印刷されるのを防ぐため、"
        "止めました。",
        "Emoji and very rare characters are in none of the fonts. They would be printed as an "
        "empty box, so nothing was made.",
    ),
    "script-missing": Message(
        "{writing}の文字「{character}」（{code_point}）は、どのフォントにもありません。",
        'No font here has "{character}" ({code_point}); it is {writing}.',
        "{font} などのフォントファイルをフォントのフォルダーに入れ、index.tsv に一行"
        "（language の欄は {language}）を足すと組めます。",
        "A font such as {font} serves: put its file into the font folder and add a line to "
        "index.tsv, with {language} in its column language.",
        "日本語の書体に入っていない言語の文字です。□（豆腐）で印刷されるのを防ぐため、止めました。"
        "韓国語（KS X 1001 の 2,350 字）と簡体字中国語（GB 2312）の書体は付属しています。",
        "A writing that the Japanese faces do not hold. It would be printed as empty boxes, so "
        "nothing was made. Korean (the 2,350 syllables of KS X 1001) and simplified Chinese "
        "(GB 2312) are served by fonts that come with the program.",
    ),
    "script-right-to-left": Message(
        "{writing}の文「{character}」（{code_point} から）は組めません。右から左に書く文字です。",
        'The {writing} text "{character}" ({code_point}) runs right to left and cannot be set.',
        "ローマ字で書くか、その言語で作った画像を使ってください。",
        "Write it in Latin letters, or use a picture made in that language.",
        "アラビア文字・ヘブライ文字などの組版はできません。文字を左から並べると、"
        "読めないものになります。",
        "Arabic, Hebrew and their kin cannot be set. From left to right they could not be read.",
    ),
    "kanji-missing": Message(
        "漢字「{character}」（{code_point}、{writing}）は、どのフォントにもありません。",
        'No font here has the ideograph "{character}" ({code_point}, {writing}).',
        "同じ意味の字体かかなに替えるか、{font} などのフォントファイルをフォントの"
        "フォルダーに入れて index.tsv に一行（language の欄は {language}）を足してください。",
        "Use another form of it or kana, or put a font such as {font} into the font folder and "
        "add a line to index.tsv, with {language} in its column language.",
        "付属のフォントには JIS X 0213 のすべての漢字と、人名の異体字、簡体字（GB 2312）が"
        "入っています。それにもない字です。□（豆腐）で印刷されるのを防ぐため、止めました。",
        "The fonts here have all kanji of JIS X 0213, forms used in names and the simplified "
        "ones of GB 2312. This one is in none; it would be printed as an empty box, so nothing "
        "was made.",
    ),
    "variant-missing": Message(
        "「{character}」（{code_point}）の異体字（選択子 {selector}）は、"
        "どのフォントにもありません。ふつうの字形で印刷します。",
        'No font here has the form of "{character}" ({code_point}) that the selector {selector} '
        "asks for; its usual form is printed.",
        "字形が大切な名前のときは、画像にするか、本人に確かめてください。",
        "Where the form matters, as in a name, use a picture or ask the person.",
        "異体字セレクター（IVS）は、同じ漢字の字形の違いを指定する目に見えない符号です。"
        "符号は PDF の文字情報に残ります。",
        "A variation selector is an invisible code that asks for one form of a kanji. It stays "
        "in the text of the PDF.",
    ),
    "language-unmarked": Message(
        "「{character}」は日本語の書体になく、中国語の書体から補いました。",
        'The Japanese faces lack "{character}", which was taken from a Chinese one.',
        "中国語の文なら {{zh-Hans:…}} で囲んでください。ほかの漢字も中国の字形になります。",
        "If the text is Chinese, write it as {{zh-Hans:…}}: then all its characters have the "
        "forms of China.",
        "日本と中国では、同じ符号の漢字でも形が違うものがあります（直、骨、角など）。"
        "言語を示さないと、一つの文に二つの国の形が混ざります。",
        "The same ideograph may look otherwise in China and in Japan (直, 骨, 角). Without the "
        "language the forms of both would stand side by side.",
    ),
    "text-outside": Message(
        "{block}の文字「{text}」が、{panel}（{role}）から{mm_over}mmはみ出します。",
        "Text of {block}, “{text}”, runs {mm_over} mm beyond what may be printed on {panel} "
        "({role}).",
        "見出しや名前など、一行に収まる短い項目に、長い文を入れていないか確かめてください。",
        "See whether a heading, name or other entry meant for one line holds a long text.",
        "断ち切りから3mmより外側に文字が出ると、切り落とされるおそれがあるため、止めました。"
        "一行で組む項目（見出し、電話番号、日付など）は、折り返せません。"
        "短くするか、本文や note: に移してください。",
        "Text nearer than 3 mm to the trim may be cut off, so nothing was made. Entries that are "
        "set on one line, such as headings, numbers and dates, cannot be broken: shorten them, or "
        "move the words to the running text or a note.",
    ),
    "text-too-small": Message(
        "{block}の文字「{text}」が{size} ptになり、読める大きさ（{least} pt）に足りません。",
        "Text of {block}, “{text}”, would be set in {size} pt, less than the least size that can "
        "be read ({least} pt).",
        "この項目を短くしてください。",
        "Make this entry shorter.",
        "印や小さな囲みの中の文字は、場所に合わせて縮めます。"
        "読めない大きさまでは縮めず、ここで止まります。",
        "Text on a sign or in a small frame is made to fit, but never so small that it cannot be "
        "read: nothing was made.",
    ),
    "theme-unknown": Message(
        "「{theme}」というデザインはありません。",
        'There is no theme "{theme}".',
        "使えるデザイン：{known}",
        "Themes: {known}",
        "デザインの名前は、リーフレットの theme: か、コマンドの --theme に書きます。"
        "自分のデザインは、原稿と同じフォルダーかその下に置いたフォルダー"
        "（theme.yaml の入ったもの）の名前です。",
        "A theme is named in the leaflet (theme:) or on the command line (--theme).  One of your "
        "own is a folder with a theme.yaml, in the leaflet's folder or below it.",
    ),
    "theme-name": Message(
        "「{name}」はデザインの名前に使えません。",
        '"{name}" cannot be the name of a theme.',
        "半角英小文字で始め、英小文字・数字・ハイフンで40字までにしてください"
        "（例：spring-2026）。置く場所は -o で指定します。",
        "Use up to 40 small letters, digits and hyphens, a letter first, such as spring-2026; "
        "say with -o where to put it.",
        "デザインの名前はフォルダーの名前になり、出来上がるPDFの名前にも入ります。"
        "どのパソコンや印刷所でも受け付ける字だけを使います"
        "（con や nul は Windows では使えません）。",
        "The name becomes that of a folder and part of the names of PDFs, so that it keeps to what "
        "every system and print shop takes (con and nul are devices in Windows).",
    ),
    "theme-name-taken": Message(
        "「{name}」は付属のデザインの名前です。",
        '"{name}" is a theme that comes with the program.',
        "別の名前を付けてください。",
        "Choose another name.",
        "原稿に theme: と書いたとき、どちらのデザインかがわからなくならないように、付属のデザインと"
        "同じ名前は付けません。",
        "A theme of the same name could not be told from the one that comes with the program.",
    ),
}
