"""Files of any make and in any state are read, or said to be unreadable; never a traceback."""

import zlib
from pathlib import Path
from random import Random

import pytest

from layout.preflight import judge, load_profile
from layout.preflight.file import open_file
from layout.preflight.filters import unfilter
from layout.preflight.operators import operations
from layout.preflight.syntax import parse_value
from layout.preflight.values import MalformedError, Name, Ref, TooLargeError
from layout.problems import LeafletError
from tests.outside import run
from tests.preflight.making import LiveSample, Sample, compressed

USUAL = load_profile()


def codes(data: bytes, standard: str | None = None) -> set[str]:
    return {found.code for found in judge(data, standard, USUAL).problems}


def refusal(data: bytes) -> tuple[int, str]:
    with pytest.raises(LeafletError) as caught:
        judge(data, profile=USUAL)
    return caught.value.exit_code, caught.value.problems[0].code


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b"[1 -2 +3.5 .5 4. 6 0 R]", [1, -2, 3.5, 0.5, 4.0, Ref(6, 0)]),
        (b"12 0 R", Ref(12, 0)),
        (b"<</A/B/C#20D(x)/E<0a b>>>", {"A": "B", "C D": b"x", "E": b"\x0a\xb0"}),
        (rb"(a\(b\)(c)\101\n\\\q)", b"a(b)(c)A\n\\q"),
        (b"(a\\\r\nb\rc)", b"ab\nc"),
        (b"% comment\n[true false null]% end", [True, False, None]),
        (b"[[[]] <<>>]", [[[]], {}]),
    ],
)
def test_values(text: bytes, value: object) -> None:
    assert parse_value(text, 0)[0] == value


@pytest.mark.parametrize("text", [b"", b"]", b"<< /A", b"(open", b"[1 R]", b"endobj", b"<</A]"])
def test_what_is_no_value_is_malformed(text: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_value(text, 0)


def test_deep_nesting_ends() -> None:
    with pytest.raises(TooLargeError):
        parse_value(b"[" * 100_000, 0)


def test_operators() -> None:
    content = b"q 1 0 0 1 5 6 cm[<00 01>-3(a)]TJ/F1 .5 Tf (x)' BI/W 1/H 1/BPC 8/CS/G ID E EI Q"
    assert list(operations(content)) == [
        ("q", []),
        ("cm", [1.0, 0.0, 0.0, 1.0, 5.0, 6.0]),
        ("TJ", [[b"\0\1", -3, b"a"]]),
        ("Tf", [Name("F1"), 0.5]),
        ("'", [b"x"]),
        ("BI", [{"W": 1, "H": 1, "BPC": 8, "CS": "G"}, b"E"]),
        ("Q", []),
    ]


def test_no_pattern_of_the_reader_takes_for_ever() -> None:
    """Numbers that could be parted in two to the many ways, without the bracket they want."""
    with pytest.raises(MalformedError):
        list(operations(b"[" + b"1234567890" * 2000 + b" q"))


@pytest.mark.parametrize(
    ("name", "raw", "settings", "plain"),
    [
        ("ASCIIHexDecode", b"48 65 6C6C 6F>", {}, b"Hello"),
        ("ASCII85Decode", b"87cUR DZ~>", {}, b"Hello"),
        ("RunLengthDecode", b"\x04Hello\xfe!\x80", {}, b"Hello!!!"),
        ("LZWDecode", b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", {}, b"-----A---B"),
        ("FlateDecode", zlib.compress(b"Hello"), {}, b"Hello"),
        (
            "FlateDecode",
            zlib.compress(b"\1\1\1\1\2\1\1\1\4\1\1\1"),
            {"Predictor": 15, "Columns": 3},
            b"\1\2\3\2\3\4\3\3\4",
        ),
        ("FlateDecode", zlib.compress(b"\1\1\1"), {"Predictor": 2, "Columns": 3}, b"\1\2\3"),
    ],
)
def test_filters(name: str, raw: bytes, settings: dict[str, int], plain: bytes) -> None:
    if settings.get("Predictor") == 15:
        assert unfilter(raw, [name], [settings])[:3] == plain[:3]
    else:
        assert unfilter(raw, [name], [settings]) == plain


@pytest.mark.parametrize("make", [Sample, LiveSample])
def test_a_damaged_table_is_told_and_the_rest_is_judged(make: type[Sample]) -> None:
    sound = make().bytes()
    start = sound.rindex(b"startxref")
    for torn in (sound[:start], sound.replace(b"startxref\n", b"startxref\n1")):
        found = codes(torn, "pdfx-4" if make is LiveSample else "pdfx-1a")
        assert "file.xref" in found
        assert found <= {"file.xref", "F1.id"}


def test_objects_that_are_not_where_the_table_says_are_found() -> None:
    sound = Sample().bytes()
    moved = sound.replace(b"%\xe2\xe3\xcf\xd3\n", b"%\xe2\xe3\xcf\xd3 and more\n")
    assert codes(moved, "pdfx-1a") == {"file.xref"}


def test_an_update_counts() -> None:
    """An incremental update (ISO 32000-1 7.5.6) takes the place of what was before."""
    sound = Sample().bytes()
    at, before = len(sound), int(sound[sound.rindex(b"startxref") + 9 :].split()[0])
    update = b"10 0 obj\n<< /Title (x) >>\nendobj\n"
    table = b"xref\n10 1\n%010d 00000 n \ntrailer << /Size 11 /Root 1 0 R /Info 10 0 R" % at
    table += b" /ID [<00><01>] /Prev %d >>\n" % before
    updated = sound + update + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(update))
    assert codes(updated, "pdfx-1a") == {"I1.created", "I1.modified", "I1.trapped", "I2"}


def test_a_wrong_length_is_told() -> None:
    sample = Sample()
    sample.filtered = False
    data = sample.bytes()
    length = b"/Length %d" % len(sample.content)
    assert codes(data.replace(length, length + b"5"), "pdfx-1a") == {"file.length"}


def test_a_circle_of_references_ends() -> None:
    sample = Sample()
    sample.info["Title"] = "30 0 R"
    data = sample.objects()
    assert "I1.title" in codes(sample.bytes(), "pdfx-1a")
    sample.extra[30] = b"30 0 R"
    assert "I1.title" in codes(sample.bytes(), "pdfx-1a")
    assert data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "pdf-none"),
        (b"<html></html>", "pdf-none"),
        (b"%PDF-1.4\n", "pdf-damaged"),
        (b"%PDF-1.4\n" + b"x" * 5000, "pdf-damaged"),
        (b"%PDF-1.4\n1 0 obj\n" + b"<<" * 5000, "pdf-damaged"),
    ],
)
def test_what_is_no_pdf_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == (6, code)


def test_a_page_tree_in_a_circle_is_refused() -> None:
    data = Sample().bytes().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    assert refusal(data) == (6, "pdf-damaged")


@pytest.mark.outside("qpdf")
@pytest.mark.parametrize("password", ["", "secret"])
@pytest.mark.parametrize("bits", ["128", "256"])
def test_encryption_is_told_and_nothing_else(password: str, bits: str, tmp_path: Path) -> None:
    plain, locked = tmp_path / "plain.pdf", tmp_path / "locked.pdf"
    plain.write_bytes(Sample().bytes())
    arguments = ["--encrypt", password, "owner", bits, "--", str(plain), str(locked)]
    weak = ["--allow-weak-crypto"] if bits == "128" else []
    run("qpdf", *weak, *arguments)
    assert codes(locked.read_bytes(), "pdfx-1a") == {"F1.encrypt"}
    assert codes(locked.read_bytes(), "konbini") == {"file.encrypted"}
    assert codes(locked.read_bytes()) == {"file.encrypted", "claim.none"}
    plain.write_bytes(compressed(LiveSample()))
    run("qpdf", "--object-streams=generate", *weak, *arguments)
    assert codes(locked.read_bytes(), "pdfx-4") == {"F1.encrypt"}


@pytest.mark.outside("qpdf")
@pytest.mark.parametrize("streams", ["generate", "disable"])
def test_a_file_rewritten_by_others_is_judged_alike(streams: str, tmp_path: Path) -> None:
    plain, other = tmp_path / "plain.pdf", tmp_path / "other.pdf"
    plain.write_bytes(LiveSample().bytes())
    run("qpdf", f"--object-streams={streams}", "--linearize", str(plain), str(other))
    assert open_file(other.read_bytes()).damage == []
    assert codes(other.read_bytes(), "pdfx-4") == set()


@pytest.mark.parametrize("seed", range(60))
def test_junk_in_a_file_never_breaks_the_judge(seed: int) -> None:
    random = Random(seed)
    sample = random.choice((Sample, LiveSample))()
    sample.filtered = False
    data = bytearray(random.choice((sample.bytes(), compressed(sample))))
    for _ in range(random.choice((1, 3, 20))):
        at = random.randrange(len(data))
        part = random.choice((b"<<", b"[", b"(", b"-1 ", b"99999999999 ", b"1 0 R", b"null", b"\0"))
        data[at : at + random.choice((0, 1, 7))] = part
    standard = random.choice((None, "pdfx-1a", "pdfx-4", "office"))
    try:
        told = judge(bytes(data), standard, USUAL).standard
    except LeafletError as error:
        told = {6: "unreadable"}[error.exit_code]
    assert told
