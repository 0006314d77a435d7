"""Every single-rule case through ``typeset``, and the places held against ICU."""

import pytest

from layout.text.fonts import Fonts
from tests.text.cases import ENDS, GAPS, HEADS, PLACES, End, Gap, Head, Place
from tests.text.told import answers, ends, told

FILL = "国家監視社会反対署名運動連絡協議"
GOES_ON = "続く文がまだ続いていくのである"


def test_there_are_enough_cases() -> None:
    assert len(GAPS) + len(PLACES) + len(ENDS) + len(HEADS) >= 254


@pytest.mark.parametrize("case", GAPS, ids=lambda case: case.text)
def test_gap(fonts: Fonts, case: Gap) -> None:
    at = case.text.index("|")
    (line,) = told(fonts, case.text.replace("|", ""), 40, style=dict(case.style))
    assert line.gap_after(at - 1) == pytest.approx(case.em, abs=2e-6), case.clause


def breaks_at_the_bar(fonts: Fonts, case: Place) -> bool:
    """Whether at any measure a line ends at the bar."""
    before, after = case.text.split("|")
    head = FILL[:8]
    text = f"{head}{before}{after}{GOES_ON}"
    measures = [7 + half / 2 for half in range(24)]
    style = dict(case.style)
    jobs = [{"text": text, "measure_em": measure, "style": style} for measure in measures]
    return any(len(head + before) in ends(lines) for lines in answers(fonts, jobs))


@pytest.mark.parametrize("case", PLACES, ids=lambda case: f"{case.text}-{dict(case.style)}")
def test_place(fonts: Fonts, case: Place) -> None:
    assert breaks_at_the_bar(fonts, case) is case.open, case.clause


@pytest.mark.parametrize("case", ENDS, ids=lambda case: f"{case.text}-{case.measure}")
def test_line_end(fonts: Fonts, case: End) -> None:
    line = told(fonts, case.text + GOES_ON, case.measure, style=dict(case.style))[0]
    assert line.text == case.text
    assert case.measure - line.bodies[-1].right == pytest.approx(case.short, abs=1e-5), case.clause


@pytest.mark.parametrize("case", HEADS, ids=lambda case: f"{case.mark}-{dict(case.style)}")
def test_line_head(fonts: Fonts, case: Head) -> None:
    text = f"{case.mark}{FILL[:9]}{case.mark}{GOES_ON}"
    lines = told(fonts, text, 11, style=dict(case.style), indent_em=case.indent)
    assert lines[0].bodies[0].left == pytest.approx(case.first, abs=1e-6)
    assert not any(line.loose for line in lines)
    for measure in range(8, 14):
        for line in told(fonts, text, measure, style=dict(case.style), indent_em=case.indent)[1:]:
            if line.text[0] == case.mark:
                assert line.bodies[0].left == pytest.approx(case.later, abs=1e-6)


def icu_breaks_at_the_bar(text: str) -> bool:
    icu = pytest.importorskip("icu")
    before, after = text.split("|")
    iterator = icu.BreakIterator.createLineInstance(icu.Locale("ja@lb=strict"))
    iterator.setText(before + after)
    return len(before) in set(iterator)


def test_what_is_open_at_the_strictest_level_is_open_to_icu_but_for_these() -> None:
    """JLREQ lets a line start with cl-08 (Table 2; UAX 14, LB22: not) and a number part from its
    unit symbol (3.1.10 f, note; UAX 14, LB23: not)."""
    ours = {case.text for case in PLACES if case.open and not case.style}
    closed = {text for text in ours if not icu_breaks_at_the_bar(text)}
    assert closed == {"国|……国", "国100|km国", "国35|kg国"}


def test_what_is_closed_by_jlreq_is_closed_to_icu_but_for_these() -> None:
    """UAX 14 has no counters and no postal mark (house rules), and these signs have other
    classes there."""
    ours = {
        case.text
        for case in PLACES
        if not (case.open or case.style or case.clause.startswith("house: c"))
    }
    parted = {text for text in ours if icu_breaks_at_the_bar(text)}
    assert parted == {"国＃|国", "国〒|113-8462国", "約１，|１１８国"}
