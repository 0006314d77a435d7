"""Every rule has a file that breaks it and one that keeps it; a damage trips its rule alone."""

import pytest

from layout.preflight import judge, load_profile
from layout.preflight.rules import RULES
from layout.problems import ERROR, WARNING
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


def claims_in_both_places(sample: Sample) -> None:
    sample.info["GTS_PDFXVersion"] = "(PDF/X-4)"


def conformance_besides(sample: Sample) -> None:
    sample.info["GTS_PDFXConformance"] = "(PDF/X-1a:2003)"


def title_differs(sample: Sample) -> None:
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title xmlns:dc='
        b'"http://purl.org/dc/elements/1.1/">Another</dc:title></x:xmpmeta>'
    )
    sample.catalog["Metadata"] = sample.add({"Type": "/Metadata", "Subtype": "/XML"}, packet)


@pytest.mark.parametrize(
    ("code", "make", "change"),
    [
        ("I2", LiveSample, claims_in_both_places),
        ("I2", Sample, conformance_besides),
        ("I3.differs", Sample, title_differs),
    ],
)
def test_what_misleads_no_one_is_told_but_does_not_stop_a_file(
    code: str, make: type[Sample], change: Damage
) -> None:
    """LaTeX's pdfx writes such claims; X-1a is identified by its document information alone."""
    sample = make()
    change(sample)
    report = judge(sample.bytes(), profile=USUAL)
    assert [(found.code, found.severity) for found in report.problems] == [(code, WARNING)]
    assert report.sound
