"""Every rule has a file that breaks it and one that keeps it; a damage trips its rule alone."""

import pytest

from layout.preflight import judge, load_profile
from layout.preflight.rules import RULES
from layout.problems import ERROR
from tests.preflight.damages import DAMAGES, Damage, drawn_font_glyph, names
from tests.preflight.making import LiveSample, Sample, compressed, flat_2001

USUAL = load_profile()


@pytest.mark.parametrize("make", [Sample, LiveSample, flat_2001])
def test_a_sound_file_is_not_accused(make: type[Sample]) -> None:
    report = judge(make().bytes(), profile=USUAL)
    assert report.problems == ()
    assert report.sound


def test_a_sound_file_with_object_streams_is_not_accused() -> None:
    report = judge(compressed(LiveSample()), profile=USUAL)
    assert (report.standard, report.problems) == ("pdfx-4", ())


@pytest.mark.parametrize(("code", "_name", "make", "damage"), DAMAGES, ids=list(names()))
def test_a_damage_trips_its_own_rule_and_no_other(
    code: str, _name: str, make: type[Sample], damage: Damage
) -> None:
    sample = make()
    damage(sample)
    standard = {LiveSample: "pdfx-4", Sample: "pdfx-1a", flat_2001: "pdfx-1a-2001"}[make]
    report = judge(sample.bytes(), standard, USUAL)
    assert {found.code for found in report.problems} == {code}
    if RULES[code].severity == ERROR and code not in ("N1.embedded", "ink.total"):
        limits = USUAL.limits.get(code)
        assert not report.sound or (limits is not None and limits.warning is not None)


def test_drawn_glyphs_are_judged_like_the_rest() -> None:
    sample = Sample()
    drawn_font_glyph(sample, b"500 0 d0 1 0 0 rg 0 0 500 500 re f")
    found = {each.code for each in judge(sample.bytes(), profile=USUAL).problems}
    assert found == {"C1", "N1.type3"}
