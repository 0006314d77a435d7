"""The command ``typeset``: from the bytes of a file of jobs to JSON and PDF."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest

import make_leaflet
from layout.jobs import read_jobs
from layout.problems import LeafletError
from tests.pdf.reading import glyphs

TEXT = "「国家」の個人情報1,118件、Leaflet（流出）。" * 4


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = make_leaflet.main(["typeset", *words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def job(**fields: object) -> dict[str, object]:
    return {"id": "a", "text": TEXT, "measure_em": 12, **fields}


def test_an_array_in_gives_an_array_out_from_a_file_or_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = json.dumps([job(), job(id=2, justify=False)])
    Path("jobs.json").write_text(jobs, encoding="utf-8")
    code, out, err = run(capsys, "jobs.json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert [one["id"] for one in told] == ["a", 2]
    assert ["".join(line["text"] for line in one["lines"]) for one in told] == [TEXT, TEXT]
    stream = SimpleNamespace(buffer=io.BytesIO(jobs.encode("utf-16")))
    monkeypatch.setattr("sys.stdin", stream)
    assert run(capsys, "-") == (0, out, "")


def test_no_jobs_give_no_answers(capsys: pytest.CaptureFixture[str]) -> None:
    Path("jobs.json").write_text("[]", encoding="utf-8")
    assert run(capsys, "jobs.json", "--pdf", "jobs.pdf")[:2] == (0, "[]\n")


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("none.json",), 6, "file-missing"),
        ((".",), 6, "file-is-folder"),
        ((), 2, "operand-missing"),
        (("a", "b"), 2, "operand-unexpected"),
        (("a", "--json"), 2, "option-elsewhere"),
        (("a", "--pdf"), 2, "option-needs-value"),
    ],
)
def test_usage_and_files(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, named: str
) -> None:
    ended = run(capsys, *words)
    assert ended[:2] == (code, "")
    assert named in ended[2]


GOOD = '{"id": 1, "text": "国", "measure_em": 3}'


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "jobs-json", (1, 1)),
        (f"[{GOOD},\n {GOOD}", "jobs-json", (2, 41)),
        ("[" * 200_000, "jobs-json", (1, 1)),
        ('[{"id": 1' + "0" * 5000 + "}]", "jobs-json", (1, 1)),
        (f"\n {GOOD}", "jobs-no-array", (2, 2)),
        (f'[{GOOD[:-1]},\n "text": "家"}}]', "jobs-name-twice", (2, 2)),
        (f'[{GOOD},\n\n  3]', "typeset-job", (3, 3)),
        (f'[{GOOD},\n {{"id": 1, "text": "国"}}]', "typeset-missing", (2, 2)),
        (f'[{GOOD},\n {{"id": 1, "text": "国", "measure_em": NaN}}]', "typeset-value", (2, 25)),
        (f'[{GOOD},{GOOD[:-1]}, "style":\n{{"kern": 1}}}}]', "typeset-style", (2, 2)),
        ('[{"id": 1, "text": "\\ud842", "measure_em": 3}]', "typeset-surrogate", (1, 12)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(text: str, code: str, place: tuple[int, int]) -> None:
    with pytest.raises(LeafletError) as raised:
        read_jobs(text.encode(), "jobs.json")
    (found,) = raised.value.problems
    assert (found.code, (found.source.line, found.source.column)) == (code, place)
    assert raised.value.exit_code == 3


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(LeafletError) as raised:
        read_jobs(b'[\n"\xff"]', "jobs.json")
    (found,) = raised.value.problems
    assert (found.code, found.source.line) == ("jobs-encoding", 2)


def test_ids_that_stand_twice_are_answered_with_a_warning() -> None:
    work = read_jobs(json.dumps([job(), job(id="b"), job(measure_em=9)]).encode(), "jobs.json")
    (found,) = work.problems
    assert (found.code, found.severity) == ("typeset-same-id", "warning")
    assert dict(found.arguments)["job"] == "3"


def test_faults_are_told_all_at_once_and_nothing_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    jobs = [job(text=1), job(measure_em=0, size=3), job()]
    Path("jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    code, out, err = run(capsys, "jobs.json", "--pdf", "jobs.pdf")
    assert (code, out, err.count("error[")) == (3, "", 3)
    assert not Path("jobs.pdf").exists()


def test_the_pdf_draws_what_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Read back by PDFium: every glyph's origin is where the answer says."""
    jobs = [
        job(),
        job(id="b", measure_em=17.3, size_pt=9),
        job(id="c", text="国\n\n家", indent_em=1),
    ]
    Path("jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    code, out, _ = run(capsys, "jobs.json", "--pdf", "jobs.pdf")
    assert code == 0
    document = pypdfium2.PdfDocument("jobs.pdf")
    assert len(document) == len(jobs)
    for page, asked, told in zip(document, jobs, json.loads(out), strict=True):
        size = float(asked.get("size_pt", 10.0))
        glyphs = [glyph for line in told["lines"] for glyph in line["glyphs"]]
        wanted = [(glyph["char"], 20.0 + glyph["x_em"] * size) for glyph in glyphs]
        drawn = list(origins(page))
        assert [char for char, _ in drawn] == [char for char, _ in wanted]
        assert [x for _, x in drawn] == pytest.approx([x for _, x in wanted], abs=0.02)
        right = max(
            x + glyph["advance_em"] * size for glyph, (_, x) in zip(glyphs, wanted, strict=True)
        )
        assert page.get_width() == pytest.approx(right + 20.0, abs=0.02)


def test_vertical_lines_are_drawn_downwards(capsys: pytest.CaptureFixture[str]) -> None:
    text = "番号で「個人」を、国。" * 4
    jobs = [job(text=text, measure_em=12, style={"direction": "vertical"})]
    Path("jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    code, out, _ = run(capsys, "jobs.json", "--pdf", "jobs.pdf")
    assert code == 0
    [told] = json.loads(out)
    data = Path("jobs.pdf").read_bytes()
    height = pypdfium2.PdfDocument(data)[0].get_height()
    heads = [20.0 + glyph["x_em"] * 10 for line in told["lines"] for glyph in line["glyphs"]]
    drawn = glyphs(data)
    assert "".join(glyph.text for glyph in drawn) == text
    assert [height - glyph.y - 8.8 for glyph in drawn] == pytest.approx(heads, abs=0.02)
    lefts = [glyph.x for glyph in drawn if glyph.text == "番"]
    assert lefts == sorted(lefts, reverse=True)


def origins(page: pypdfium2.PdfPage) -> list[tuple[str, float]]:
    """The characters of a page with the x of their origins."""
    import ctypes

    from pypdfium2 import raw

    text = page.get_textpage()
    found = []
    for at in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, at))
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        if char not in "\r\n" and raw.FPDFText_IsGenerated(text, at) != 1:
            found.append((char, x.value))
    return found


def test_no_pdf_is_made_with_boxes_for_characters_or_of_a_page_too_large(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for fields, named, ended in (
        ({"text": "国😀"}, "typeset-undrawn", 5),
        ({"text": "国" * 2000, "measure_em": 2000}, "typeset-page", 4),
    ):
        Path("jobs.json").write_text(json.dumps([job(**fields)]), encoding="utf-8")
        code, out, err = run(capsys, "jobs.json", "--pdf", "jobs.pdf")
        assert (code, out) == (ended, "")
        assert named in err
        assert not Path("jobs.pdf").exists()
