"""Which characters may not begin or end a line: JLREQ (2020) Appendix A, written out once more.

It shares nothing with the project's own tables.
"""

CLOSING = set("’”）〕］｝〉》」』】⦆〙〗»〟)]}｣｠")  # cl-02
HYPHENS = set("‐〜゠–～-")  # cl-03
DIVIDING = set("!?！？‼⁇⁈⁉")  # cl-04
MIDDLE = set("・：；･:;")  # cl-05
FULL_STOPS = set("。．.｡")  # cl-06
COMMAS = set("、，,､")  # cl-07
ITERATION = set("ヽヾゝゞ々〻")  # cl-09
LONG_VOWEL = set("ーｰ")  # cl-10
SMALL_KANA = set(  # cl-11
    "ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯﾞﾟ"
)
NOT_FIRST = (
    CLOSING
    | HYPHENS
    | DIVIDING
    | MIDDLE
    | FULL_STOPS
    | COMMAS
    | ITERATION
    | LONG_VOWEL
    | SMALL_KANA
)
NOT_LAST = set("‘“（〔［｛〈《「『【⦅〘〖«〝([{｢｟")  # cl-01

SPACE_AT_END = {
    **dict.fromkeys(CLOSING | FULL_STOPS | COMMAS, 0.5),
    **dict.fromkeys(MIDDLE, 0.25),
}
"""Ems of a mark's full-width cell that may hang over the end of a line, being space (3.1.9)."""

SPACE_AT_HEAD = dict.fromkeys(NOT_LAST, 0.5)
"""The same before an opening bracket at the head (3.1.5)."""
