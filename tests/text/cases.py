"""Single rules of Japanese line composition as data: the clause of JLREQ beside each case.

A bar marks the place that a case is about.  The lists were written from the clauses and the
tables of appendix C, not from the program.
"""

from typing import NamedTuple


class Gap(NamedTuple):
    """The natural space at the bar, in ems."""

    clause: str
    text: str
    em: float
    style: tuple[tuple[str, object], ...] = ()


class Place(NamedTuple):
    """A place at the bar that is open or closed to line breaks, and in which style."""

    clause: str
    text: str
    open: bool
    style: tuple[tuple[str, object], ...] = ()


def _gaps(clause: str, em: float, texts: str) -> list[Gap]:
    return [Gap(clause, text, em) for text in texts.split()]


GAPS = [
    # Brackets, full stops and commas in running text (3.1.2; Table 1, rows and columns 1, 2, 6, 7)
    *_gaps(
        "3.1.2 a", 0.5,
        "国|「国 あ|「あ ア|（ア 々|『国 ー|【国 っ|〈国 ッ|《国 国|〔国 国|［国 国|｛国 "
        "国|“国",
    ),
    *_gaps(
        "3.1.2 b", 0.5,
        "国」|国 あ）|あ ア』|ア 国】|国 国〉|国 国》|国 国〕|国 国］|国 国｝|国 国”|国",
    ),
    *_gaps("3.1.2 c", 0.5, "国。|国 あ、|あ ア．|ア 国，|国 国。|々 国、|ー"),
    *_gaps("3.1.2", 0.0, "国「|国 （|あ 国|」国 国|。国 国|、国 あ|）あ"),
    # Middle dots, colons, semicolons: a quarter on both sides (3.1.2; Table 1, row and column 5)
    *_gaps("3.1.2 d", 0.25, "国|・国 国・|国 あ|：あ あ：|あ ア|；ア ア；|ア ー|・国 国・|ッ"),
    # Marks in succession (3.1.4)
    *_gaps("3.1.4 a", 0.0, "国「|『国 国（|「国 国〈|『国"),
    *_gaps(
        "3.1.4 b", 0.0,
        "国』|」国 国」|）国 国」|。国 国」|、国 国。|」国 国、|）国 国）|。国 国”|。国",
    ),
    *_gaps("3.1.4 c", 0.5, "国」|「国 国。|「国 国、|（国 国）|（国 国，|『国"),
    *_gaps("3.1.4 d", 0.25, "国」|・国 国・|「国 国）|：国 国：|（国"),
    *_gaps("Table 1 n.3", 0.5, "国・|・国 国：|・国"),
    *_gaps("Table 1 n.5", 0.75, "国。|・国 国、|・国"),
    # Dividing marks (3.1.6) and the other solid classes before brackets and dots (Table 1)
    *_gaps(
        "3.1.6", 0.0,
        "国|？国 国？|国 国！|国 国！|？国 国？|」国 国！|）国 国|！」 国？|。国",
    ),
    *_gaps("Table 1, cl-04", 0.5, "国？|「国 国！|（国"),
    *_gaps("Table 1, cl-04", 0.25, "国？|・国 国？|A国"),
    *_gaps(
        "Table 1, cl-08", 0.0,
        "国|……国 国……|国 国…|…国 国―|―国 国……|。国 国……|」国 国|――国 "
        "「|……国",
    ),
    *_gaps("Table 1, cl-08", 0.5, "国……|「国 国――|（国"),
    *_gaps("Table 1, cl-03", 0.0, "国|〜国 国〜|国 国|‐国 国‐|国"),
    *_gaps("Table 1, cl-03", 0.5, "国〜|「国"),
    *_gaps("Table 1, cl-12", 0.0, "￥|国 国|￥国 №|国"),
    *_gaps("Table 1, cl-13", 0.0, "国|％国 国％|国 国|℃国 国℃|国"),
    *_gaps("Table 1, cl-13", 0.5, "国％|「国 国℃|（国"),
    *_gaps(
        "Table 1, cl-09 to 11, 15, 16, 19", 0.0,
        "国|々国 国々|国 カ|ー国 国ー|国 国|っ国 ッ|国 あ|ア ア|国 国|家",
    ),
    # Japanese and Western (3.2.6)
    *_gaps(
        "3.2.6 a", 0.25,
        "国|A国 国A|国 あ|A A|あ ア|A A|ア 々|A ー|A っ|A A|々 A|ー 国|1国 1|国 国4|国",
    ),
    *_gaps("3.2.6 a", 0.25, "国|word国 国word|国 国2024|国 第|7次 国|1,118件 国1,118|件"),
    *_gaps("3.2.6 b", 0.5, "国、|A 国。|A 国」|A 国）|1 A|「国 1|（国"),
    *_gaps("3.2.6 b", 0.0, "A|、国 A|。国 1|、国 「|A国 （|1国 A|」国 1|）国"),
    *_gaps("3.2.6, cl-05", 0.25, "A|・国 国・|A 国：|1 1|：国"),
    *_gaps("3.2.6, cl-12, 13", 0.0, "￥|15国 国15|％国 国35|℃国 №|12国"),
    *_gaps("3.2.6, cl-04", 0.0, "A|？国 1|！国"),
    # Full-width digits and letters are as ideographs (3.2.4)
    *_gaps("3.2.4", 0.0, "国|１国 国１|国 １|２ 国|Ａ国 Ａ|案 １|，０ １，|０ Ⅲ|章 第|Ⅲ章"),
    # Half-width brackets are Western (3.2.6)
    *_gaps("3.2.6 (brackets)", 0.25, "国|(1)国 国(1)|国"),
    *_gaps("3.2.6 (brackets)", 0.0, "国(|1)国 国(1|)国"),
    # The ideographic space is its own em (cl-14)
    Gap("Table 1, cl-14", "国|\u3000国", 1.0),
    Gap("3.1.6 a", "国？|\u3000国", 1.0),
    Gap("3.1.6 a", "国！|\u3000国", 1.0),
    # Marks as their bodies alone (the house's 約物半角)
    *(
        Gap("house: marks", text, 0.0, (("marks", "half"),))
        for text in (
            *("国|「国", "国」|国", "国。|国", "国、|国", "国|・国", "国・|国"),
            *("国：|国", "国」|「国", "国。|「国", "A」|国"),
        )
    ),
    Gap("house: marks", "国|A国", 0.25, (("marks", "half"),)),
    # The word space (3.2.2)
    Gap("3.2.2", "ab| cd", 0.333333),
    Gap("3.2.2", "国a| b国", 0.333333),
]  # fmt: skip


def _closed(clause: str, texts: str, **style: object) -> list[Place]:
    return [Place(clause, text, False, tuple(style.items())) for text in texts.split()]


def _open(clause: str, texts: str, **style: object) -> list[Place]:
    return [Place(clause, text, True, tuple(style.items())) for text in texts.split()]


NO_LINE_HEAD = {
    "cl-02": "’”）〕］｝〉》」』】｠〙〗»〟",
    "cl-03": "‐〜゠–",
    "cl-04": "！？‼⁇⁈⁉",
    "cl-05": "・：；",
    "cl-06": "。．",
    "cl-07": "、，",
    "cl-09": "ヽヾゝゞ々〻",
    "cl-10": "ー",
    "cl-11": "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ",
}
NO_LINE_END = {"cl-01": "‘“（〔［｛〈《「『【｟〘〖«〝", "cl-12": "￥＄￡＃€№"}

PLACES = [
    *(
        Place(f"3.1.7, {number}", f"国|{char}国", False)
        for number, chars in NO_LINE_HEAD.items()
        for char in chars
    ),
    *(
        Place(f"3.1.8, {number}", f"国{char}|国", False)
        for number, chars in NO_LINE_END.items()
        for char in chars
    ),
    # What belongs together (3.1.10)
    *_closed("3.1.10 a", "国…|…国 国―|―国 国—|—国 国‥|‥国"),
    *_closed("3.1.10 b", "国〳|〵国"),
    *_open("3.1.10 a", "国…|―国 国……|――国 国|……国 国……|国 国|――国"),
    *_closed(
        "3.1.10 c",
        "約1|,118国 約1,|118国 約1,1|18国 約12|.75国 約12.|75国 約１|，１１８国 "
        "約１，|１１８国",
    ),
    *_open("3.1.10 c, ideographic numerals", "二|百三十五 二百|三十五 百三|十五"),
    *_closed("3.1.10 d", "国￥|1,118国 国＄|15国 国￥|百国 国№|12国 国￥1,|118国"),
    *_closed(
        "3.1.10 e",
        "国15|％国 国１５|％国 国五|％国 国35|℃国 国10|‰国 国15|%国 国1|5％国",
    ),
    *_closed("3.1.10 f", "国Lea|flet国 国w|ord国 国don|’t国 国GD|PR国 国k|m国 国ab|c.国"),
    *_open("3.1.10 f, between words", "国word_|国 国|word国 国word|国 国A|国 国|A国"),
    *_open("3.1.10 f, note", "国100|km国 国35|kg国"),
    *_closed(
        "cl-27: telephone, dates, times",
        "国03-|5842-5611 国03|-5842 国TEL:|03-5842 国2024/|10/01 国2024|/10 国10:|30国 "
        "国10|:30国 国1|0:30国",
    ),
    *_closed(
        "half-width brackets",
        "国(|1)国 国(1|)国 国[|1]国 国(a|)国 国word|,国 国word|.国 国word|:国",
    ),
    *_open("half-width brackets", "国|(1)国 国(1)|国 国|[1]国"),
    *_closed("Table 2, cl-04 and cl-14", "国？|\u3000国 国！|\u3000国".replace("\u3000", "＿")),
    # Places that are open (Table 2)
    *_open(
        "Table 2",
        "国|国 国|あ あ|国 ア|あ 国|「国 あ|（国 国」|国 国。|国 国、|国 国！|国 国？|国 "
        "国・|国 国：|国",
    ),
    *_open(
        "Table 2",
        "国々|国 国ー|国 国っ|国 国〜|国 国％|国 国℃|国 国」|「国 国。|「国 国、|（国 "
        "国」|A A|「国",
    ),
    *_open("3.2.4", "国|１国 国１|国 国|Ａ国 Ａ|案国"),
    # The house rules
    *_closed(
        "house: counters",
        "国1|件国 国1,118|件国 国2024|年国 国10|月国 国1|日国 国2|人国 国500|円国 "
        "国１|件国 国100|万円国 国100万|円国 国第|7次 国第7|次国 国3|回国 国4|階国",
    ),
    *_closed("house: the postal mark", "国〒|113-8462国"),
    *_closed("house: the postal number", "国〒113|-8462国 国〒113-|8462国"),
    *_open(
        "JLREQ without house rules",
        "国1|件国 国2024|年国 国500|円国 国〒|113-8462国 国第|7次",
        house_rules=False,
    ),
    # Levels (C.3, addendum)
    *_open("strict", "国|々国 国|ー国 国|っ国 国|ァ国 国|ゃ国", strictness="strict"),
    *_closed(
        "strict",
        "国|〜国 国|・国 国|！国 国|ゝ国 国|」国 国|。国 国…|…国 国15|％国",
        strictness="strict",
    ),
    *_open(
        "loose",
        "国|々国 国|ー国 国|っ国 国|〜国 国|‐国 国|・国 国…|…国 国‥|‥国 国15|％国",
        strictness="loose",
    ),
    *_closed(
        "loose",
        "国|！国 国|：国 国|ゝ国 国|」国 国|。国 国「|国 国―|―国 国￥|15国",
        strictness="loose",
    ),
    *_open(
        "very loose",
        "国|！国 国|？国 国|：国 国|；国 国|ゝ国 国|ヽ国 国―|―国 国15|℃国",
        strictness="very-loose",
    ),
    *_closed(
        "very loose",
        "国|」国 国|）国 国|。国 国|、国 国「|国 国（|国 約1|,118国",
        strictness="very-loose",
    ),
]  # fmt: skip
PLACES = [
    place._replace(text=place.text.replace("＿", "\u3000").replace("_", " ")) for place in PLACES
]


class End(NamedTuple):
    """A first line: its text, then its measure and the space left at its end, in ems."""

    clause: str
    text: str
    measure: float
    short: float
    style: tuple[tuple[str, object], ...] = ()


_SOLID, _HANGING = (("line_end", "solid"),), (("hanging", True),)
_NINE = "国家監視社会反対署"
ENDS = [
    *(End("3.1.9", f"{_NINE}{mark}", 10.0, 0.5) for mark in "。、」）】"),
    *(End("3.1.9", f"{_NINE}{mark}", 9.5, 0.0) for mark in "。、」）】"),
    End("3.1.9", f"{_NINE}・", 10.0, 0.25),
    End("3.1.9", f"{_NINE}・", 9.5, 0.0),
    End("3.1.9, JIS", f"{_NINE}。", 10.0, 0.5, (("line_end", "jis"),)),
    *(End("3.1.9, JIS", f"{_NINE}{mark}", 9.5, 0.0, (("line_end", "jis"),)) for mark in "、」・"),
    *(End("3.1.9, solid", f"{_NINE}{mark}", 9.5, 0.0, _SOLID) for mark in "。、」・"),
    *(End("3.8.2, hanging", f"{_NINE}国{mark}", 10.0, -0.5, _HANGING) for mark in "。、．，"),
    End("3.1.6", f"{_NINE}？\u3000", 10.0, 0.0),
    End("3.1.6", f"{_NINE}！\u3000", 10.0, 0.0),
    End("3.2.2", f"{_NINE}国 ", 10.0, 0.0),
    End("3.2.6", f"{_NINE}国", 10.0, 0.0),
    End("3.1.6", f"{_NINE}！", 10.0, 0.0),
    End("Table 1, cl-08", f"{_NINE[:8]}……", 10.0, 0.0),
]  # fmt: skip


class Head(NamedTuple):
    """A line that starts with a mark: how far its body stands from the line's left edge."""

    clause: str
    mark: str
    style: tuple[tuple[str, object], ...]
    indent: float
    first: float
    later: float


HEADS = [
    *(Head("3.1.5, 1", mark, (), 0.0, 0.0, 0.0) for mark in "「（『【〈《"),
    Head("3.1.5, 1", "「", (("line_head", "tentsuki"),), 1.0, 1.0, 0.0),
    Head("3.1.5, 2", "「", (("line_head", "half"),), 1.0, 1.5, 0.5),
    Head("3.1.5, 3", "「", (("line_head", "indent"),), 1.0, 0.5, 0.0),
    Head("3.5.1", "国", (), 1.0, 1.0, 0.0),
    Head("3.2.6", "A", (), 0.0, 0.0, 0.0),
    Head("3.2.6", "1", (), 0.0, 0.0, 0.0),
]
