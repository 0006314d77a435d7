"""Sixty-three paragraphs and the measures they are set to: 920 justified layouts, 449 ragged.

The paragraphs are those of the sample leaflet's source that are more than a word, and others
made up of what is awkward in a line: brackets in brackets, numbers with their signs, Latin
words, leaders, addresses.
"""

from pathlib import Path

SOURCE = Path(__file__).parents[1] / "data" / "mynumber-source.txt"

AWKWARD = (
    "「『超監視社会』は、もう始まっている（のではないか）」――そう語るのは、30年にわたって個人情報"
    "の保護に取り組んできた弁護士だ。「番号は便利だ。だが、便利さの陰で、何が失われるのか……」",
    "２０２４年（令和６年）１２月２日、従来の健康保険証は新たに発行されなくなりました。利用率は"
    "わずか15.67％（2024年10月）。それでも国は、1兆円をこえる予算をつぎこんできました。",
    "TEL:03-5842-5611、FAX:03-5842-5620、E-mail:info@example.jp、〒113-8462 東京都文京区湯島2-4-4"
    "全労連会館4階まで、お気軽にお問い合わせください。受付は平日10:00〜17:30です。",
    "EU（欧州連合）のGDPR（General Data Protection Regulation）は、個人データの取り扱いについて、"
    "本人の同意・目的の限定・訂正や削除の権利などを定めています。違反すれば、最大で2,000万ユーロ"
    "（または全世界の年間売上高の4％）の制裁金が科されます。",
    "え？　本当に？　そんなことが……。信じられない！　だれもがそう言った。けれども、それは本当に"
    "起こったことだった。「どうする？」「どうなる？」と、人々は口々にたずねあった。",
    "第1に、情報の漏えい。第2に、なりすまし。第3に、国家による監視。この3つの危険は、どれも"
    "「起こりうる」ではなく「起きている」のです。第4次産業革命の名のもとで、さらに広がっています。",
    "気温は35℃、湿度は80％。10kmの道のりを2時間30分で歩き、500mlの水を3本飲んだ。会費は￥1,500、"
    "交通費は1,280円。領収書（№12、№13）は、あとで事務局へ送ることになっている。",
    "スウェーデン・デンマーク・フィンランド・ノルウェー・アイスランドの5か国では、番号制度が古くから"
    "使われてきました。しかし、ドイツ・フランス・イギリス・オーストリア・ハンガリーでは、憲法違反と"
    "の判決や国民の反対で、共通番号は廃止されるか、使いみちが厳しく限られています。",
    "ショッピングセンターのキャッチコピーは「ちょっと、いっしょに。」だった。ファッションショーの"
    "チケットは、ウェブサイト（https://www.example.jp/event/ticket?id=2024&lang=ja）で買えるという。",
    "国々の人々が、日々、我々に時々刻々と伝えてくる。堂々たるものも、淡々としたものも、切々と訴える"
    "ものもある。ああ、いすゞのトラックがゆく。こゝろは、まだゝれにも読まれていない。",
    "Python 3.11とReportLabを使えば、A4の紙を三つに折ったリーフレット（leaflet）を、1つのコマンドで"
    "作ることができます。“Hello, world!”と書くのと、ほとんど同じくらい簡単です。",
    "「（『〈【あ】〉』）」のように、かっこが幾重にも重なることがある。（かっこ）「かっこ」『かっこ』"
    "【かっこ】〈かっこ〉《かっこ》〔かっこ〕が、、、続くことも。。。ある、のだ。",
    "マイナンバーカードの保有枚数率は人口の75％前後、健康保険証としての利用は10％台（2024年）。"
    "医療現場では「読み取れない」「別人の情報が出た」「負担割合が違う」などのトラブルが続出し、"
    "回答した医療機関の約70％が「トラブルがあった」と答えています（保団連調べ、n＝12,735）。",
    "平和・民主・革新の日本をめざす私たちは、憲法9条を守り、いかします。戦争する国づくりは許さない！"
    "　核兵器禁止条約に署名・批准を！　最低賃金は全国一律1,500円以上に！　8時間働けばふつうに"
    "暮らせる社会を！　みなさんの声を、政治に届けましょう。",
    "注意：この用紙は、折り線に沿って山折り・谷折りにしてください。左から97mm、100mm、100mmの順です。"
    "印刷は「実際のサイズ（100％）」で：「用紙に合わせる」は使わないでください；折りがずれます。",
    "ア、イ、ウ。カ、キ、ク。サ、シ、ス。タ、チ、ツ。ナ、ニ、ヌ。ハ、ヒ、フ。マ、ミ、ム。ヤ、ユ、ヨ。"
    "ラ、リ、ル。ワ、ヲ、ン。ガ、ギ、グ。ザ、ジ、ズ。ダ、ヂ、ヅ。バ、ビ、ブ。パ、ピ、プ。",
    "The quick brown foxは、the lazy dogを跳びこえる。It is well known that Japanese and English"
    " may be mixed in one paragraph, いわゆる和欧混植である。Do you really think so? ええ、"
    "そう思います。",
    "署名は、1人でも、何人でも。1筆、2筆と集めて、12月31日（水）までに、お近くの組合（8,046団体）、"
    "または連絡会の事務局へお届けください。目標は100万筆です。現在、69,549筆が集まっています。",
)


def paragraphs() -> list[str]:
    """Those of the source of more than a word, then the awkward ones."""
    lines = [line.strip() for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    told = [line for line in lines if len(line) > 5]
    return [*told[: 63 - len(AWKWARD)], *AWKWARD]


MEASURES = tuple(range(8, 41))


def justified() -> list[tuple[str, float]]:
    """920 layouts: every paragraph at about fifteen measures, all measures from 8 to 40 em."""
    pairs = [
        (text, float(measure))
        for row, text in enumerate(paragraphs())
        for measure in MEASURES
        if (row + measure) % 9 < 4
    ]
    return pairs[:920]


def ragged() -> list[tuple[str, float]]:
    """449 layouts of the same paragraphs, at measures between whole ems as well."""
    pairs = [
        (text, measure + 0.37)
        for row, text in enumerate(paragraphs())
        for measure in MEASURES
        if (row + measure) % 9 in (5, 7)
    ]
    return pairs[:449]
