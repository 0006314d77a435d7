"""ICU's line breaking as an oracle: no break where it forbids one, but where JLREQ allows it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.resources import resource
from layout.text.fonts import Fonts
from layout.text.items import Span, segment
from tests.text.setting import BODY

icu = pytest.importorskip("icu", reason="PyICU is not installed")

FONTS = Fonts(resource("fonts"))
ALPHABET = (
    "あいうカナ漢字国、。「」（）『』・：；！？ー々っゃッヶゝ\u3000 abAB0123456789,.-()%/"
    "￥％℃〜–゠年件円km"
)
LEADERS = "…‥—―"


def lawful(text: str) -> set[int]:
    part = segment((Span(text, BODY),), BODY, FONTS)
    stops = [*part.offsets[1:], len(text)]
    return {stops[box] for box in part.items.breaks}


def permitted(text: str) -> set[int]:
    iterator = icu.BreakIterator.createLineInstance(icu.Locale("ja@lb=strict"))
    iterator.setText(text)
    return set(iterator)


def allowed_by_jlreq(before: str, after: str) -> bool:
    """Where Table 2 departs from ICU (UAX 14): it has no class for the sign it forbids.

    cl-08 may start a line (UAX 14: IN may not) and is no letter (U+2015 is one to UAX 14); a
    postfixed sign holds on only to a number before it, a prefixed one only to what follows
    (UAX 14: PO and PR hold on to letters and to one another); a number parts from its unit
    symbol (3.1.10 f, note).
    """
    return (
        before in LEADERS
        or after in LEADERS
        or after in "％℃￥"
        or before in "％℃"
        or (before.isdecimal() and after in "km")
    )


@given(st.text(ALPHABET + LEADERS, min_size=2, max_size=30))
@settings(max_examples=500, deadline=None)
def test_no_break_where_icu_forbids_one(text: str) -> None:
    extra = {
        (text[at - 1], text[at])
        for at in lawful(text) - permitted(text)
        if at < len(text) and not allowed_by_jlreq(text[at - 1], text[at])
    }
    assert extra == set()
