"""What the writer takes from ReportLab, one test for each thing: an upgrade that changes it
must fail here and not in a print shop."""

import zlib

import pytest
from reportlab.pdfbase import pdfdoc

from layout.pdf.objects import (
    Stream,
    array,
    boolean,
    dictionary,
    format_objects,
    name,
    number_objects,
    raw,
    reference,
    registration_space,
    string,
)


def formatted(*objects: tuple[str, object]) -> list[bytes]:
    return list(format_objects(objects, number_objects(label for label, _ in objects)))


def inside(content: object) -> bytes:
    """An object without its frame."""
    [data] = formatted(("only", content))
    head, tail = b"1 0 obj\n", b"\nendobj\n"
    assert data.startswith(head)
    assert data.endswith(tail)
    return data[len(head) : -len(tail)]


def test_an_object_is_framed_and_numbered_in_order() -> None:
    data = formatted(("one", array([1])), ("two", array([reference("one"), reference("two")])))
    assert data == [b"1 0 obj\n[ 1 ]\nendobj\n", b"2 0 obj\n[ 1 0 R 2 0 R ]\nendobj\n"]


def test_a_reference_to_nothing_is_refused() -> None:
    with pytest.raises(KeyError):
        formatted(("one", array([reference("none")])))


def test_dictionaries_are_sorted_by_key() -> None:
    entries = {"Zeta": 1, "Alpha": name("Beta"), "Ref": reference("only")}
    assert inside(dictionary(entries)).split() == (b"<< /Alpha /Beta /Ref 1 0 R /Zeta 1 >>".split())


def test_settings_of_the_machine_do_not_reach_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """ReportLab reads settings from the home folder; none of them may change a byte."""
    content = dictionary({"A": array([1, 2.5, name("x")]), "B": dictionary({"C": string("字")})})
    stream = Stream(b"data" * 50, {"D": 1})
    objects = (("one", content), ("two", stream), ("three", registration_space()))
    before = formatted(*objects)
    for setting in ("pdfMultiLine", "pdfComments", "useA85"):
        monkeypatch.setattr(pdfdoc.rl_config, setting, 1)
    monkeypatch.setattr(pdfdoc.rl_config, "invariant", 0)
    assert formatted(*objects) == before


def test_no_encryption_is_asked_of_a_document() -> None:
    assert isinstance(pdfdoc.DummyDoc.encrypt, pdfdoc.NoEncryption)
    assert pdfdoc.DummyDoc.encrypt.encode(b"as is") == b"as is"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (12, b"12"),
        (0, b"0"),
        (841.8898, b"841.8898"),
        (0.25, b".25"),
        (-0.5, b"-0.5"),
        (932.5984, b"932.5984"),
        (45.0, b"45"),
    ],
)
def test_numbers_are_plain_decimals(value: float, written: bytes) -> None:
    assert inside(array([value])) == b"[ %b ]" % written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Adobe", b"(Adobe)"),
        ("(a)\\", rb"(\(a\)\\)"),
        ("D:20240401000000+09'00'", b"(D:20240401000000+09'00')"),
        ("字", b"(\\376\\377[W)"),
        ("𠮷", rb"(\376\377\330B\337\267)"),
    ],
)
def test_strings_are_escaped_and_fall_back_to_utf_16(text: str, written: bytes) -> None:
    assert inside(string(text)) == written


def test_names_escape_what_is_no_plain_character() -> None:
    assert name("ABCDEF+BIZ-Regular") == "/ABCDEF+BIZ-Regular"
    assert name("a b#") == "/a#20b#23"


def test_truth_is_written_in_small_letters() -> None:
    assert (boolean(True), boolean(False)) == ("true", "false")


def test_a_stream_states_its_length_and_ends_on_a_line_of_its_own() -> None:
    text = b"q Q " * 100
    data = inside(Stream(text, {"Length1": 7}))
    head, _, rest = data.partition(b"\nstream\n")
    packed, _, after = rest.rpartition(b"\nendstream")
    assert after == b""
    assert zlib.decompress(packed) == text
    assert (
        head.split()
        == b"<< /Filter /FlateDecode /Length %d /Length1 7 >>".replace(
            b"%d", str(len(packed)).encode()
        ).split()
    )


def test_metadata_streams_are_left_readable() -> None:
    data = inside(Stream(b"<x/>", {"Type": name("Metadata")}, plain=True))
    assert b"\nstream\n<x/>\nendstream" in data
    assert b"Filter" not in data


def test_what_is_in_syntax_already_is_not_touched() -> None:
    assert inside(dictionary({"W": raw("[1 2 500]")})).split() == b"<< /W [1 2 500] >>".split()


def test_the_registration_space_is_full_tint_on_four_plates() -> None:
    words = inside(registration_space()).replace(b"[", b"[ ").replace(b"]", b" ]").split()
    assert words[:4] == [b"[", b"/Separation", b"/All", b"/DeviceCMYK"]
    text = b" ".join(words)
    for entry in (
        b"/FunctionType 2",
        b"/N 1",
        b"/Domain [ 0 1 ]",
        b"/C0 [ 0 0 0 0 ]",
        b"/C1 [ 1 1 1 1 ]",
    ):
        assert entry in text
