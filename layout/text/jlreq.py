"""Character classes cl-01 to cl-30 and what the tables say of neighbours (JLREQ A, C).

Only the standard library; no font, no paragraph.  Classes are JLREQ's own numbers; two more
are ours, for Western brackets and marks in half-width type, which JLREQ counts as cl-27 but
which must no more be parted from what they hold than full-width ones:

- :data:`WESTERN_OPENING` stands before a word like cl-27 and holds on to it like cl-01;
- :data:`WESTERN_CLOSING` (also ``, . : ; ! ? %``) holds on to what is before it like cl-02
  and is followed like cl-27.
"""

from functools import cache, lru_cache
from unicodedata import category, east_asian_width

from layout.text.jlreq_tables import TABLE_1, TABLE_2, TABLE_3, TABLE_4, TABLE_5, TABLE_6
from layout.values import NamedTuple

OPENING, CLOSING, HYPHEN, DIVIDING, MIDDLE_DOT, FULL_STOP, COMMA, INSEPARABLE = range(1, 9)
ITERATION, PROLONGED, SMALL_KANA, PREFIX, POSTFIX, IDEOGRAPHIC_SPACE = range(9, 15)
HIRAGANA, KATAKANA, RELATION, OPERATOR, IDEOGRAPH, REFERENCE_MARK = range(15, 21)
ORNAMENTED, SIMPLE_RUBY, JUKUGO_RUBY, NUMERAL, UNIT_SYMBOL, WORD_SPACE = range(21, 27)
WESTERN, WARICHU_OPENING, WARICHU_CLOSING, TATE_CHU_YOKO = range(27, 31)
WESTERN_OPENING, WESTERN_CLOSING = 31, 32

NAMES = {
    OPENING: "opening brackets",
    CLOSING: "closing brackets",
    HYPHEN: "hyphens",
    DIVIDING: "dividing punctuation marks",
    MIDDLE_DOT: "middle dots",
    FULL_STOP: "full stops",
    COMMA: "commas",
    INSEPARABLE: "inseparable characters",
    ITERATION: "iteration marks",
    PROLONGED: "prolonged sound mark",
    SMALL_KANA: "small kana",
    PREFIX: "prefixed abbreviations",
    POSTFIX: "postfixed abbreviations",
    IDEOGRAPHIC_SPACE: "full-width ideographic space",
    HIRAGANA: "hiragana",
    KATAKANA: "katakana",
    RELATION: "math symbols",
    OPERATOR: "math operators",
    IDEOGRAPH: "ideographic characters",
    REFERENCE_MARK: "characters as reference marks",
    ORNAMENTED: "ornamented character complexes",
    SIMPLE_RUBY: "simple-ruby character complexes",
    JUKUGO_RUBY: "jukugo-ruby character complexes",
    NUMERAL: "grouped numerals",
    UNIT_SYMBOL: "unit symbols",
    WORD_SPACE: "Western word space",
    WESTERN: "Western characters",
    WARICHU_OPENING: "warichu opening brackets",
    WARICHU_CLOSING: "warichu closing brackets",
    TATE_CHU_YOKO: "characters in tate-chu-yoko",
}

MEMBERS = {
    OPENING: "‘“（〔［｛〈《「『【｟〘〖«〝｢",
    CLOSING: "’”）〕］｝〉》」』】｠〙〗»〟｣",
    # U+FF5E stands for U+301C in text that has been through Windows; U+2011 is U+2010 unbroken.
    HYPHEN: "‐‑〜～゠–",
    DIVIDING: "！？‼⁇⁈⁉",
    MIDDLE_DOT: "・：；･",
    FULL_STOP: "。．｡",
    COMMA: "、，､",
    INSEPARABLE: "—―…‥〳〴〵",
    ITERATION: "ヽヾゝゞ々〻",
    PROLONGED: "ーｰ",
    # The half-width voicing marks follow their kana as small kana do.
    SMALL_KANA: "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "ｧｨｩｪｫｯｬｭｮﾞﾟ",
    PREFIX: "￥¥＄£￡＃€№",
    POSTFIX: "°′″℃￠％‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄",
    IDEOGRAPHIC_SPACE: "\u3000",
    RELATION: "＝≠≒≃≅≈≡≢＜＞≦≧≪≫≶≷⋚⋛∧∨⌅⌆⊂⊃⊄⊅⊆⊇⊊⊋∈∋∉∪∩∥∦⇒⇔∽∝⊥⊕⊗",
    OPERATOR: "＋－−×÷±∓",
    WORD_SPACE: " \u00a0\t",
    WESTERN_OPENING: "([{",
    WESTERN_CLOSING: ")]},.:;!?%",
}
"""The characters of the small classes (appendix A); for the large ones see :func:`class_of`.

Half-width kana and marks (U+FF61 to U+FF9F), which JLREQ leaves out, stand with their
full-width twins.
"""

_CLASS = {char: number for number, chars in MEMBERS.items() for char in chars}
_CLASS |= {chr(code): WESTERN for code in range(0x21, 0x7F) if chr(code) not in _CLASS}
_CLASS |= {chr(code): HIRAGANA for code in range(0x3041, 0x3097) if chr(code) not in _CLASS}
_CLASS |= {chr(code): KATAKANA for code in range(0x30A1, 0x30FB) if chr(code) not in _CLASS}
_CLASS |= {chr(code): KATAKANA for code in range(0xFF66, 0xFF9E) if chr(code) not in _CLASS}


@lru_cache(8192)
def class_of(char: str, wide: bool = True) -> int:
    """The class of a character by itself; what its neighbours make of it is for ``units``.

    ``wide`` says whether the glyph fills a full-width cell: JLREQ lists Greek, Cyrillic and
    many signs both as cl-19, on the cell, and as cl-27, proportional.  Hangul, of which it says
    nothing, parts its words by spaces and is taken for Western text.
    """
    known = _CLASS.get(char)
    if known is not None:
        return known
    if "\uac00" <= char <= "\ud7a3":
        return WESTERN
    east_asian = east_asian_width(char)
    if east_asian in "WF":
        return IDEOGRAPH
    alphabetic = east_asian != "A" and category(char)[0] in "LM"
    return IDEOGRAPH if wide and not alphabetic else WESTERN


STRICTNESS = ("very-strict", "strict", "loose", "very-loose")

_VERY_STRICT = {"-": WESTERN_CLOSING, "/": WESTERN_CLOSING}
"""At every level: a half-width hyphen or slash starts no line, no more than cl-03 does."""
_STRICT = (
    _VERY_STRICT
    | {"々": IDEOGRAPH}
    | dict.fromkeys(MEMBERS[PROLONGED] + MEMBERS[SMALL_KANA], KATAKANA)
)
_LOOSE = _STRICT | dict.fromkeys(MEMBERS[HYPHEN] + "・･％", IDEOGRAPH)
_VERY_LOOSE = _LOOSE | {
    char: IDEOGRAPH
    for number in (DIVIDING, MIDDLE_DOT, ITERATION, PREFIX, POSTFIX)
    for char in MEMBERS[number]
}
RELAXED: dict[str, dict[str, int]] = {
    "very-strict": _VERY_STRICT,
    "strict": _STRICT,
    "loose": _LOOSE,
    "very-loose": _VERY_LOOSE,
}
"""Characters that break as another class at a level of strictness (C.3, addendum; 3.1.7)."""

PARTED = {"very-strict": "", "strict": "", "loose": "…‥", "very-loose": MEMBERS[INSEPARABLE]}
"""Inseparable characters that may part from their like at a level (C.3, addendum)."""


class Part(NamedTuple):
    """A piece of the space between two characters.

    ``em`` of the size of the character before (``after`` False) or after it; reduced at
    ``stage`` (0: never) down to ``floor``.
    """

    em: float
    after: bool
    stage: int
    floor: float


class Gap(NamedTuple):
    """The space between two classes: its parts, and the stage at which it grows (0: never)."""

    parts: tuple[Part, ...]
    stretch: int

    @property
    def natural(self) -> float:
        """The whole space where both sizes are one em."""
        return sum(part.em for part in self.parts)


_COLUMNS = (*range(1, 17), *range(19, 31))
_END = 0


@cache
def _grid(table: str) -> dict[tuple[int, int], str]:
    """A table of signs as a mapping from (before, after); 0 is the line head or the line end."""
    cells: dict[tuple[int, int], str] = {}
    for line in table.strip().splitlines()[2:]:
        label, *signs = line.split()
        row = _END if label == "head" else int(label[3:])
        cells.update(
            ((row, column), sign) for column, sign in zip((*_COLUMNS, _END), signs, strict=False)
        )
    return cells


_SPACES = {
    "B": ((0.5, False),),
    "A": ((0.5, True),),
    "b": ((0.25, False),),
    "a": ((0.25, True),),
    "m": ((0.25, False), (0.25, True)),
    "s": ((0.5, False), (0.25, True)),
}
_SPACES |= {hang: _SPACES[plain] for hang, plain in zip("PRpr", "BAba", strict=True)}

_FIXED = (0, 0.0)
REDUCTIONS: dict[str, tuple[str, dict[str, tuple[tuple[int, float], ...]]]] = {
    "jlreq": (
        TABLE_3,
        {
            "4": ((4, 0.0),),
            "5": ((5, 0.0),),
            "6": ((6, 0.125),),
            "m": ((4, 0.0), (4, 0.0)),
            "s": (_FIXED, (4, 0.0)),
            "c": ((5, 0.0), (4, 0.0)),
        },
    ),
    "jis": (
        TABLE_4,
        {
            "2": ((2, 0.0),),
            "3": ((3, 0.0),),
            "4": ((4, 0.125),),
            "m": ((2, 0.0), (2, 0.0)),
            "s": (_FIXED, (2, 0.0)),
        },
    ),
    "book": (TABLE_5, {"3": ((3, 0.25),), "c": ((3, 0.25), _FIXED)}),
}
"""The three methods of reduction: a table and what its signs mean, (stage, floor) for each part."""

_BEFORE_AS = {
    RELATION: IDEOGRAPH,
    OPERATOR: IDEOGRAPH,
    WESTERN_OPENING: OPENING,
    WESTERN_CLOSING: WESTERN,
}
_AFTER_AS = {
    RELATION: IDEOGRAPH,
    OPERATOR: IDEOGRAPH,
    WESTERN_OPENING: WESTERN,
    WESTERN_CLOSING: CLOSING,
}

_BARRED = frozenset((CLOSING, HYPHEN, DIVIDING, MIDDLE_DOT, FULL_STOP, COMMA, IDEOGRAPHIC_SPACE))
"""Classes beside which nothing is ever added, on either side (3.1.11 b).

Table 6 would let the space after some of them grow at its fourth stage; 3.1.11 names them,
and a stretched space after a mark reads as a parting of what it joins.
"""


_MATHEMATICAL = frozenset((RELATION, OPERATOR))
_OPERANDS = frozenset((ORNAMENTED, NUMERAL, UNIT_SYMBOL, WESTERN))
"""Between these a formula within a line is solid (3.7.4): elsewhere its signs are as cl-19."""


@cache
def gap(before: int, after: int, method: str = "jlreq") -> Gap:
    """The space between two classes, how far ``method`` (a key of REDUCTIONS) reduces it,
    and the stage at which it may grow (Table 1; Tables 3 to 5; Table 6 within 3.1.11)."""
    if {before, after} & _MATHEMATICAL and {before, after} & _OPERANDS:
        return Gap((), 0)
    row, column = _BEFORE_AS.get(before, before), _AFTER_AS.get(after, after)
    spaces = _SPACES.get(_grid(TABLE_1)[row, column], ())
    table, meanings = REDUCTIONS[method]
    stages = meanings.get(_grid(table)[row, column], (_FIXED,) * len(spaces))
    parts = tuple(
        Part(em, is_after, stage, floor)
        for (em, is_after), (stage, floor) in zip(spaces, stages, strict=True)
    )
    return Gap(parts, _stretch(row, column))


def _stretch(row: int, column: int) -> int:
    if row in _BARRED or column in _BARRED:
        return 0
    return {"2": 2, "3": 3, "=": 3, "4": 4}.get(_grid(TABLE_6)[row, column], 0)


_HANGS = {"h": (1.0, 0.0), "P": (0.0, 1.0), "R": (0.0, 1.0), "p": (0.0, 0.5), "r": (0.0, 0.5)}


@cache
def hang(before: int, after: int) -> tuple[float, float]:
    """How far ruby on one of two neighbours may lie over the other (3.3.8; Table 1), in ems of
    the ruby: over the other's body, and over the space between them."""
    row, column = _BEFORE_AS.get(before, before), _AFTER_AS.get(after, after)
    return _HANGS.get(_grid(TABLE_1)[row, column], (0.0, 0.0))


@cache
def break_allowed(before: int, after: int) -> bool:
    """Whether Table 2 lets a line end between two classes.

    Two of one kind that may belong to one unit (``=`` in the table) are allowed here: the
    caller knows whether they do.
    """
    sign = _grid(TABLE_2)[_BEFORE_AS.get(before, before), _AFTER_AS.get(after, after)]
    return sign in ".="


@cache
def space_at_end(number: int) -> float:
    """The space kept in principle after a class at the line end, in ems (3.1.9, Table 1)."""
    spaces = _SPACES.get(_grid(TABLE_1)[_BEFORE_AS.get(number, number), _END], ())
    return sum(em for em, _ in spaces)
