"""The command ``preflight``: exit codes, the report, profiles, panels, papers, others' files."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfWriter

from layout.build import Request, build
from layout.messages import catalogue
from layout.preflight import ASKED, STANDARDS, PanelBox, judge, load_profile
from layout.preflight.profiles import UNITS, shipped
from layout.preflight.rules import RULES
from layout.problems import ERROR, WARNING, LeafletError
from layout.resources import resource
from make_leaflet import main
from tests.outside import run
from tests.preflight.damages import DAMAGES
from tests.preflight.making import MM, TRIM, LiveSample, Sample

USUAL = load_profile()
A4 = "[0 0 595.2756 841.8898]"


def paper(content: str = "") -> Sample:
    """A sound page for copiers."""
    sample = Sample()
    sample.page = {"Type": "/Page", "MediaBox": A4}
    sample.catalog["ViewerPreferences"] = "<< /PrintScaling /None >>"
    sample.intent = {}
    sample.content = f"0 0 0 1 k BT /F1 10 Tf 60 100 Td <00010002> Tj ET {content}"
    return sample


def codes(sample: Sample, standard: str | None) -> set[str]:
    return {found.code for found in judge(sample.bytes(), standard, USUAL).problems}


def written(folder: Path, sample: Sample, name: str = "見本.pdf") -> str:
    path = folder / name
    path.write_bytes(sample.bytes())
    return str(path)


def test_a_sound_file_exits_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", written(tmp_path, Sample()), "--lang", "ja"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("合格：pdfx-1a")
    assert err == ""


def test_violations_exit_with_7_and_are_told_with_their_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = Sample()
    sample.info["Trapped"] = "/Unknown"
    sample.paint("1 0 0 rg 60 40 20 20 re f")
    path = written(tmp_path, sample)
    assert main(["preflight", path, "--json", "--lang", "en"]) == 7
    report = json.loads(capsys.readouterr().out)
    assert (report["version"], report["preflight"]["standard"]) == (1, "pdfx-1a")
    assert not report["preflight"]["sound"]
    trapped, red = report["problems"]
    assert (trapped["code"], trapped["measured"], trapped["page"]) == (
        "I1.trapped",
        "Unknown",
        None,
    )
    assert trapped["clause"] == "ISO 15930-4:2003; ISO 32000-1 14.3.3"
    assert (red["code"], red["severity"], red["page"], red["file"]) == ("C1", "error", 1, path)
    assert red["x_mm"] == pytest.approx((60 - TRIM[0]) / MM, abs=0.01)
    assert red["y_mm"] == pytest.approx((TRIM[3] - 60) / MM, abs=0.01)
    assert main(["preflight", path, "--lang", "ja"]) == 7
    assert "1ページ (x 9.17 y 43.75 mm): error[C1]" in capsys.readouterr().err.replace(path, "")


def test_warnings_fail_only_the_strict(tmp_path: Path) -> None:
    sample = Sample()
    sample.page["Rotate"] = "180"
    path = written(tmp_path, sample)
    assert main(["preflight", path]) == 0
    assert main(["preflight", path, "--strict"]) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 2),
        (["--standard", "pdfx-9"], 2),
        (["--profile", "nobody"], 2),
        (["--fold", "a4-moebius"], 2),
    ],
)
def test_wrong_usage_exits_with_2(words: list[str], code: int, tmp_path: Path) -> None:
    file = [written(tmp_path, Sample())] if words else []
    assert main(["preflight", *file, *words]) == code


def test_what_cannot_be_read_exits_with_6(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preflight", str(tmp_path / "none.pdf")]) == 6
    (tmp_path / "text.pdf").write_text("これはPDFではない")
    capsys.readouterr()
    assert main(["preflight", str(tmp_path / "text.pdf"), "--json"]) == 6
    assert json.loads(capsys.readouterr().out)["problems"][0]["code"] == "pdf-none"


def test_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", "--rules", "--lang", "ja"]) == 0
    listed = capsys.readouterr().out
    assert all(f"{code} " in listed for code in RULES)


def test_every_rule_has_its_sentences_and_is_judged_somewhere() -> None:
    assert catalogue().keys() >= RULES.keys()
    groups = {group for standard in STANDARDS.values() for group in standard.groups}
    assert all(groups.intersection(rule.groups) for rule in RULES.values())
    assert set(ASKED) <= STANDARDS.keys()
    assert RULES.keys() >= UNITS.keys()


ELSEWHERE = frozenset(
    ("file.xref", "file.length", "file.junk", "file.encrypted", "file.size", "claim.none")
    + ("claim.unknown", "F1.encrypt", "F2.streams", "font.embedded", "font.program")
    + ("text.unmapped", "colour.rgb", "text.near-fold", "page.count", "page.size")
    + ("paper.version", "paper.size", "paper.boxes", "paper.margin", "paper.scaling")
    + ("paper.mixed", "tag.none", "tag.language", "tag.title", "tag.alt", "tag.heading")
    + ("tag.link",)
)
"""Rules whose failing files are made in this module, in ``test_reading`` and in ``test_tags``."""


def test_every_rule_has_a_file_that_breaks_it() -> None:
    assert {code for code, *_ in DAMAGES} | ELSEWHERE == RULES.keys()


# Files that claim nothing, and papers


def test_a_file_without_a_claim_is_judged_by_the_general_rules() -> None:
    sample = paper("1 0 0 rg 60 40 20 20 re f")
    del sample.info["GTS_PDFXVersion"]
    report = judge(sample.bytes(), profile=USUAL)
    assert (report.standard, report.sound) == ("general", True)
    assert {found.code for found in report.problems} == {"claim.none", "colour.rgb"}


def test_a_claim_that_nobody_knows_is_told() -> None:
    sample = Sample()
    sample.info["GTS_PDFXVersion"] = "(PDF/X-9)"
    assert codes(sample, None) == {"claim.unknown"}


UNTAGGED = ("tag.language", "tag.none", "tag.title")
"""What a file for print shops lacks on a screen."""


def test_fonts_are_judged_without_a_standard_too() -> None:
    sample = paper()
    sample.descriptor["FontFile2"] = "null"
    assert codes(sample, "screen") == {"font.embedded", *UNTAGGED}
    sample = paper()
    sample.program = b"torn"
    assert codes(sample, "office") == {"font.program"}
    sample = paper()
    assert codes(sample, "screen") == {"text.unmapped", *UNTAGGED}


def test_object_streams_are_not_for_flat_files() -> None:
    from tests.preflight.making import compressed

    report = judge(compressed(Sample()), "pdfx-1a", USUAL)
    assert {found.code for found in report.problems} == {"F2.streams"}


def test_junk_before_the_header_is_told() -> None:
    report = judge(b"junk\n" + Sample().bytes(), "pdfx-1a", USUAL)
    assert {found.code for found in report.problems} == {"file.junk"}


@pytest.mark.parametrize("standard", ["office", "konbini"])
def test_papers(standard: str) -> None:
    assert codes(paper(), standard) == set()
    sample = paper()
    sample.version = "2.0"
    assert codes(sample, standard) == {"paper.version"}
    sample = paper()
    sample.page["MediaBox"] = "[0 0 595 700]"
    assert codes(sample, standard) == {"paper.size"}
    sample = paper()
    sample.page["TrimBox"] = "[10 10 500 500]"
    assert codes(sample, standard) == {"paper.boxes"}
    sample = paper()
    del sample.catalog["ViewerPreferences"]
    assert codes(sample, standard) == ({"paper.scaling"} if standard == "office" else set())
    assert codes(paper("0 0 595 842 re f"), standard) == {"paper.margin"}
    assert codes(paper("0 0 0 0 k 0 0 595 842 re f"), standard) == set()


def test_stores_take_ten_megabytes() -> None:
    sample = paper()
    sample.filtered = False
    sample.content += " " * 10_000_000
    assert codes(sample, "konbini") == {"file.size"}
    assert codes(sample, "office") == set()


def test_stores_have_no_a5() -> None:
    sample = paper()
    sample.page["MediaBox"] = "[0 0 419.53 595.28]"
    assert codes(sample, "office") == set()
    assert codes(sample, "konbini") == {"paper.size"}


RED, GREY, NEUTRAL, PALE = "1 0 0 rg", ".5 g", ".5 .5 .5 rg", "0 .3 0 0 k"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (RED, RED, set()),
        (GREY, GREY, set()),
        (GREY, NEUTRAL, set()),
        (RED, GREY, {"paper.mixed"}),
        ("0 0 0 1 k", PALE, {"paper.mixed"}),
    ],
)
def test_a_job_is_colour_or_mono_as_a_whole(first: str, second: str, found: set[str]) -> None:
    writer = PdfWriter()
    for colour in (first, second):
        writer.append(io.BytesIO(paper(f"{colour} 60 40 20 20 re f").bytes()))
    out = io.BytesIO()
    writer.write(out)
    report = judge(out.getvalue(), "konbini", USUAL)
    assert {each.code for each in report.problems} == found
    assert report.sound
    assert not {each.code for each in judge(out.getvalue(), "office", USUAL).problems} & found


# Folds


def test_text_on_a_fold_is_told_with_its_panel() -> None:
    sample = Sample()
    x = TRIM[0] + 30 * MM
    sample.paint(f"0 0 0 1 k BT /F1 10 Tf {x - 3:.3f} {TRIM[1] + 60} Td <0001> Tj ET")
    panels = (PanelBox(1, "P1", 0, 0, 30, 52.92), PanelBox(1, "P2", 30, 0, 70.56, 52.92))
    report = judge(sample.bytes(), "pdfx-1a", USUAL, panels=panels)
    [found] = report.problems
    assert (found.code, found.panel, found.severity) == ("text.near-fold", "P1", WARNING)
    assert found.spot is not None
    assert found.spot.measured == pytest.approx(-0.53, abs=0.02)


def test_a_sheet_has_two_pages_of_its_fold() -> None:
    report = judge(Sample().bytes(), "pdfx-1a", USUAL, sheet=(297, 210))
    assert {found.code for found in report.problems} == {"page.count", "page.size"}


# Profiles


def test_profiles_that_are_shipped_load() -> None:
    assert shipped() == ["default", "gwg-sheetfed", "proof", "strict"]
    for id_ in shipped():
        profile = load_profile(id_)
        assert profile.limits.keys() == UNITS.keys()
        for code in RULES.keys() & profile.limits.keys():
            limit = profile.limits[code]
            assert limit.warning is not None or limit.error is not None


def test_a_shop_s_own_profile_decides(tmp_path: Path) -> None:
    path = tmp_path / "shop.yaml"
    path.write_text(
        "based_on: strict\nlimits:\n  ink.total: {warning: off, error: 25}\n"
        "severity: {I1.trapped: warning, I1.title: off}\n",
        encoding="utf-8",
    )
    profile = load_profile(str(path))
    sample = Sample()
    sample.info |= {"Trapped": "/Unknown", "Title": "()"}
    found = {each.code: each.severity for each in judge(sample.bytes(), None, profile).problems}
    assert found == {"I1.trapped": WARNING, "ink.total": ERROR}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("based_on: nobody", "profile-base"),
        ("based_on: shop", "profile-base"),
        ("colour: red", "profile-key"),
        ("limits: {F1.id: {error: 3}}", "profile-limit"),
        ("limits: {ink.total: 300}", "profile-value"),
        ("limits: {ink.total: {error: much}}", "profile-value"),
        ("limits: {ink.total: {maximum: 3}}", "profile-value"),
        ("severity: {F9: error}", "profile-rule"),
        ("severity: {F1.id: grave}", "profile-severity"),
    ],
)
def test_a_wrong_profile_is_told(text: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "shop.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LeafletError) as caught:
        load_profile(str(path))
    assert [found.code for found in caught.value.problems] == [code]
    assert caught.value.problems[0].source.line == 1
    assert caught.value.exit_code == 3


# The house's own files, and those of others


@pytest.mark.parametrize(("edition", "standard"), [("press", None), ("office", "office")])
def test_what_the_house_makes_is_sound(edition: str, standard: str | None) -> None:
    [made] = build(Request(resource("data/mynumber.yaml"), editions=(edition,))).made
    report = judge(made.data, standard, USUAL)
    assert report.problems == ()
    assert report.standard == (standard or "pdfx-1a")


@pytest.mark.outside("gs")
def test_a_file_of_ghostscript_is_judged(tmp_path: Path) -> None:
    """Written anew by Ghostscript a sound file is sound; in RGB it is not."""
    source, cmyk, rgb = (tmp_path / name for name in ("in.pdf", "cmyk.pdf", "rgb.pdf"))
    source.write_bytes(Sample().bytes())
    write = ("-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dCompatibilityLevel=1.4")
    run("gs", *write, f"-sOutputFile={cmyk}", str(source))
    run("gs", *write, "-sColorConversionStrategy=RGB", f"-sOutputFile={rgb}", str(source))
    sound = judge(cmyk.read_bytes(), "pdfx-1a", USUAL).problems
    wrong = judge(rgb.read_bytes(), "pdfx-1a", USUAL).problems
    identity = {"I1.trapped", "I1.title", "I2", "O1"}
    assert {found.code for found in sound} <= identity
    assert {found.code for found in wrong} - identity == {"C1"}


def test_a_file_of_reportlab_is_judged() -> None:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 100, "Hello")
    canvas.linkURL("http://example.com", (50, 50, 90, 90))
    canvas.save()
    found = {each.code for each in judge(out.getvalue(), "pdfx-1a", USUAL).problems}
    assert {"N1.embedded", "A1", "B1", "O1", "I2"} <= found
    assert "file.xref" not in found


def test_the_live_sample_is_what_it_says() -> None:
    assert judge(LiveSample().bytes(), profile=USUAL).claimed == "PDF/X-4"


DEFINITION = """%!
[ /GTS_PDFXVersion (PDF/X-3:2002) /Title (Sample) /Trapped /False /DOCINFO pdfmark
[ /_objdef {Profile} /type /stream /OBJ pdfmark
[ {Profile} << /N 4 >> /PUT pdfmark
[ {Profile} (PROFILE) (r) file /PUT pdfmark
[ /_objdef {Intent} /type /dict /OBJ pdfmark
[ {Intent} << /Type /OutputIntent /S /GTS_PDFX /OutputCondition (Coated)
  /OutputConditionIdentifier (FOGRA39) /RegistryName (http://www.color.org)
  /DestOutputProfile {Profile} >> /PUT pdfmark
[ {Catalog} << /OutputIntents [ {Intent} ] >> /PUT pdfmark
"""
PAGE = "%!\n0 0 0 1 setcmykcolor 100 400 100 100 rectfill showpage\n"


@pytest.mark.outside("gs")
@pytest.mark.parametrize(
    ("definition", "page", "expected"),
    [
        (DEFINITION, PAGE, set()),
        (DEFINITION, PAGE.replace("0 0 0 1", "1 1 1 .8"), {"ink.total"}),
        (DEFINITION.replace("/Trapped /False", "/Trapped /Unknown"), PAGE, {"I1.trapped"}),
    ],
)
def test_pdfx_3_of_ghostscript(
    definition: str, page: str, expected: set[str], tmp_path: Path
) -> None:
    profile = resource("data/profiles/FOGRA39.icc")
    (tmp_path / "definition.ps").write_text(definition.replace("PROFILE", str(profile)))
    (tmp_path / "page.ps").write_text(page)
    made = tmp_path / "x3.pdf"
    write = ("-q", "-dBATCH", "-dNOPAUSE", "-dPDFX", "-sDEVICE=pdfwrite", "-dNOOUTERSAVE")
    convert = ("-sColorConversionStrategy=CMYK", f"--permit-file-read={profile}")
    files = (str(tmp_path / "definition.ps"), str(tmp_path / "page.ps"))
    run("gs", *write, *convert, f"-sOutputFile={made}", *files)
    report = judge(made.read_bytes(), profile=USUAL)
    assert report.standard == "pdfx-3-2002"
    assert {found.code for found in report.problems} == expected


def test_sizes_are_told_in_whole_bytes() -> None:
    data = Sample().bytes()
    small = data + b"%" + b" " * (10_000_001 - len(data))
    (found,) = (each for each in judge(small, "konbini").problems if each.code == "file.size")
    assert dict(found.arguments)["measured"] == "10000002"
