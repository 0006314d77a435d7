"""920 justified layouts, read from the answers of ``typeset`` and judged by JLREQ's own words.

What is natural, what may give and what may not is told here once more, from 3.1 to 3.8, so
that the program's tables are not judged by themselves.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from layout.text.fonts import Fonts
from layout.text.linebreak import EPSILON, Break, End, Items, adjust
from layout.text.paragraph import Span, prepare
from tests.text.layouts import justified, paragraphs, ragged
from tests.text.setting import NEVER_FIRST, NEVER_LAST
from tests.text.told import Body, ToldLine, answers, body_style, ends

JUSTIFIED, RAGGED = justified(), ragged()

OPENING = set("‘“（〔［｛〈《「『【")
CLOSING = set("’”）〕］｝〉》」』】")
STOPS, COMMAS, DOTS = set("。．"), set("、，"), set("・：；")
DIVIDING, HYPHENS = set("！？"), set("‐〜゠–")
DOUBLED = set("…‥―—")
NEVER_STRETCHED = CLOSING | STOPS | COMMAS | DOTS | DIVIDING | HYPHENS
"""Beside these, on either side, nothing is added; nor after an opening bracket (3.1.11 b)."""
LATIN = re.compile("[!-~]")

UNITS = re.compile(
    "[0-9０-９]+(?:[,.，．][0-9０-９]+)*[％%℃‰]?"  # numbers with their signs (3.1.10 c, e)
    "|[￥＄№][0-9０-９,，]+"  # 3.1.10 d
    "|[A-Za-z]+(?:-[0-9]+)?"  # words (3.1.10 f)
    "|[A-Z]+:[0-9]+-[0-9]+-[0-9]+|〒[0-9]+-[0-9]+|[0-9]+-[0-9]+-[0-9]+|[0-9]+:[0-9]+"
    "|…+|‥+|―+|—+"  # 3.1.10 a
    "|[0-9,]+(?:年|月|日|件|人|円|名|回|枚|か国)|第[0-9]"  # the house's own
)
ADDRESS = re.compile("https?://[!-~]+|[!-~]+@[!-~]+")

assert len(paragraphs()) == 63
assert len(JUSTIFIED) == 920


@pytest.fixture(scope="module")
def told(fonts: Fonts) -> list[list[ToldLine]]:
    return answers(fonts, [{"text": text, "measure_em": measure} for text, measure in JUSTIFIED])


def lines_and_measures(told: list[list[ToldLine]]) -> Iterator[tuple[ToldLine, float, bool]]:
    """Every line with its measure, and whether it is the last."""
    for (_, measure), lines in zip(JUSTIFIED, told, strict=True):
        for number, line in enumerate(lines, 1):
            yield line, measure, number == len(lines)


def test_nothing_is_lost(told: list[list[ToldLine]]) -> None:
    for (text, _), lines in zip(JUSTIFIED, told, strict=True):
        assert "".join(line.text for line in lines) == text
        drawn = [body for line in lines for body in line.bodies]
        assert all(text.startswith(body.char, body.index) for body in drawn)


def test_no_line_begins_or_ends_with_what_it_must_not(told: list[list[ToldLine]]) -> None:
    offences = [
        line.text
        for lines in told
        for place, line in enumerate(lines)
        if (place and line.text[0] in NEVER_FIRST)
        or (place + 1 < len(lines) and line.text.rstrip(" \u3000")[-1] in NEVER_LAST)
    ]
    assert offences == []


def test_no_unit_is_parted_but_addresses_that_are_wider_than_a_line(
    told: list[list[ToldLine]],
) -> None:
    parted = []
    for (text, measure), lines in zip(JUSTIFIED, told, strict=True):
        barred = {at for match in UNITS.finditer(text) for at in inside(match)}
        addresses = {at for match in ADDRESS.finditer(text) for at in inside(match)}
        told_so = addresses if any(line.loose for line in lines) else set()
        parted += [(measure, text[:at], text[at:]) for at in ends(lines) & barred - told_so]
    assert parted == []


def inside(match: re.Match[str]) -> range:
    return range(match.start() + 1, match.end())


def test_every_line_is_flush_unless_it_says_so(told: list[list[ToldLine]]) -> None:
    """To 0.02 em; after a mark the half em, after a dot the quarter may be kept (3.1.9)."""
    for line, measure, last in lines_and_measures(told):
        if last or line.loose:
            continue
        end = line.bodies[-1]
        kept = 0.5 if end.char in CLOSING | STOPS | COMMAS else 0.25 if end.char in DOTS else 0.0
        short = measure - end.right
        assert min(abs(short), abs(short - kept)) < 0.02, (measure, line.text)
        assert abs(line.bodies[0].left) < 1e-6


def test_no_last_line_is_too_long_and_few_are_scraps(told: list[list[ToldLine]]) -> None:
    scraps = []
    for line, measure, last in lines_and_measures(told):
        if last:
            assert line.loose or line.bodies[-1].right < measure + 0.02
        if last and len([body for body in line.bodies if body.char not in NEVER_STRETCHED]) <= 1:
            scraps.append(line.text)
    whole = [lines[-1].text for lines in told if len(lines) == 1]
    assert len(scraps) - len([text for text in whole if text in scraps]) <= 10


def test_marks_are_halved_and_nothing_is_stretched_that_must_not_be(
    told: list[list[ToldLine]],
) -> None:
    offences = [
        (measure, line.text, a.char + b.char, round(b.left - a.right, 3))
        for line, measure, _ in lines_and_measures(told)
        for a, b in pairwise(line.bodies)
        if not lawful(a, b)
    ]
    assert offences == []


def lawful(a: Body, b: Body) -> bool:
    space = b.left - a.right
    if b.index - a.index > 1:  # spaces between: none is added to U+3000, the word space has a half
        between = b.index - a.index - len(a.char)
        return space < natural(a, b) + 1.02 * between + 0.02 or not_barred(a, b)
    least, most = limits(a, b)
    return least - 0.002 <= space and (space <= most + 0.002 or not_barred(a, b))


def not_barred(a: Body, b: Body) -> bool:
    """Whether 3.1.11 lets the space between two neighbours grow."""
    if a.char in OPENING or {a.char, b.char} & NEVER_STRETCHED:
        return False
    if a.char in DOUBLED and a.char == b.char:
        return False
    return not in_a_unit(a, b)


def in_a_unit(a: Body, b: Body) -> bool:
    if LATIN.match(a.char) and LATIN.match(b.char):
        return b.index == a.index + 1
    return (a.char in "￥＄№" and b.char.isdigit()) or (a.char.isdigit() and b.char in "％℃")


def limits(a: Body, b: Body) -> tuple[float, float]:
    """How far the space may be reduced by Table 3, and what it is by Table 1."""
    whole = natural(a, b)
    if a.char in STOPS:
        return (whole if b.char not in DOTS else 0.5), whole
    if {a.char, b.char} & (OPENING | CLOSING | COMMAS | DOTS):
        return 0.0, whole
    return whole / 2, whole


def natural(a: Body, b: Body) -> float:
    """Table 1 in the words of 3.1.2, 3.1.4 and 3.2.6."""
    after = 0.5 if a.char in CLOSING | STOPS | COMMAS else 0.25 if a.char in DOTS else 0.0
    before = 0.5 if b.char in OPENING else 0.25 if b.char in DOTS else 0.0
    if a.char in OPENING:
        return 0.25 if b.char in DOTS else 0.0
    if b.char in CLOSING | STOPS | COMMAS:
        return 0.25 if a.char in DOTS else 0.0
    if b.char in OPENING:
        return 0.25 if a.char in DOTS else 0.5
    if after or before:
        return after + before
    if a.char.isdigit() and b.char.isascii() and b.char.isalpha():
        return 0.25  # a number and its unit (Table 1, cl-24 and cl-25)
    return 0.25 if beside_western(a.char, b.char) else 0.0


def beside_western(a: str, b: str) -> bool:
    """A Western word or number beside kana, kanji or (before it) a dividing mark (3.2.6)."""
    if bool(LATIN.match(a)) is bool(LATIN.match(b)):
        return False
    if LATIN.match(a):
        return a not in "([{" and b not in SIGNS | DIVIDING
    return b not in ")]},.:;!?%" and a not in SIGNS


SIGNS = set("％℃￥＄№〜＝") | DOUBLED


# Lines that are loose have no lawful solution: shown by trying all


def test_loose_lines_have_no_lawful_solution(fonts: Fonts, told: list[list[ToldLine]]) -> None:
    style = body_style()._replace(align="justify")
    part_of = cache(lambda text: prepare((Span(text, style),), style, fonts).segments[0])
    seen = 0
    for (text, measure), lines in zip(JUSTIFIED, told, strict=True):
        loose = sum(line.loose for line in lines)
        if not loose:
            continue
        seen += 1
        items = part_of(text).items
        fewest = fewest_loose(items, measure)
        assert loose == fewest if fewest is not None else has_a_unit_too_wide(items, measure)
    assert seen


def fewest_loose(items: Items, measure: float) -> int | None:
    """The fewest loose lines of all ways to break at lawful places; None if there is no way."""
    starts, best = [0, *(box + 1 for box in items.breaks)], {0: 0}
    for first in starts:
        if first not in best:
            continue
        for last in items.breaks:
            if last < first:
                continue
            loose = looseness(items, first, last, measure)
            if loose is not None:
                cost = best[first] + loose
                best[last + 1] = min(cost, best.get(last + 1, cost))
    return best.get(items.breaks[-1] + 1)


def looseness(items: Items, first: int, last: int, measure: float) -> int | None:
    """0: flush or a last line; 1: short; None: too long, however much it is reduced."""
    fill = last != items.breaks[-1]
    missing = [
        adjust(items, Break(first, last, end), measure, fill).missing
        for end in items.ends.get(last, (End(0.0),))
    ]
    if all(short < -EPSILON for short in missing):
        return None
    return int(not any(abs(short) <= EPSILON for short in missing) and fill)


def has_a_unit_too_wide(items: Items, measure: float) -> bool:
    heads = [0, *(box + 1 for box in items.breaks)]
    return any(
        looseness(items, first, last, measure) is None
        for first, last in zip(heads, items.breaks, strict=False)
    )


def test_ragged_lines_keep_the_rules_and_their_natural_spaces(fonts: Fonts) -> None:
    jobs = [{"text": t, "measure_em": m, "justify": False} for t, m in RAGGED]
    assert len(jobs) == 449
    for (text, measure), lines in zip(RAGGED, answers(fonts, jobs), strict=True):
        assert "".join(line.text for line in lines) == text
        for place, line in enumerate(lines):
            assert place == 0 or line.text[0] not in NEVER_FIRST
            assert line.loose or line.bodies[-1].right < measure + 0.02
            for a, b in pairwise(line.bodies):
                if b.index == a.index + 1 and not in_a_unit(a, b):
                    assert b.left - a.right == pytest.approx(natural(a, b), abs=0.002), line.text
