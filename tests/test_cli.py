"""The command line: what it takes, where things go, how it ends."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import make_leaflet
from layout.arguments import Arguments, parse, source_date
from layout.problems import LeafletError, problem

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "make_leaflet.py"
SAMPLE = ROOT / "data" / "mynumber.yaml"


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str

    def report(self) -> dict[str, Any]:
        """The JSON report, which is all of standard output."""
        assert self.err == ""
        report: dict[str, Any] = json.loads(self.out)
        assert report["version"] == 1
        return report

    def codes(self) -> list[str]:
        """The problem codes of the JSON report."""
        return [found["code"] for found in self.report()["problems"]]


Command = Callable[..., Ended]


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    """Runs a command line in this process, in an empty folder, with English messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def run(*words: object) -> Ended:
        code = make_leaflet.main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return run


def process(
    *words: object, cwd: Path, python: Sequence[str] = (), **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs a command line in a process of its own, with only the environment that is given."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMP") if name in os.environ}
    return subprocess.run(
        [sys.executable, *python, str(SCRIPT), *map(str, words)],
        cwd=cwd,
        env=kept | environment,
        capture_output=True,
        check=False,
    )


# The grammar


def arguments(line: str) -> Arguments:
    parsed = parse(line.split())
    assert not parsed.problems
    return parsed.arguments


def faults(line: str) -> list[str]:
    return [found.code for found in parse(line.split()).problems]


def test_nothing_means_build_with_everything_left_open() -> None:
    assert arguments("") == Arguments("build")


@pytest.mark.parametrize(
    "line", ["build x.yaml --fold a4-z", "x.yaml --fold=a4-z", "--fold a4-z x.yaml"]
)
def test_build_may_be_left_out_and_options_stand_anywhere(line: str) -> None:
    assert arguments(line) == Arguments("build", "x.yaml", fold="a4-z")


@pytest.mark.parametrize("line", ["-o out", "-oout", "--output out", "--output=out"])
def test_forms_of_an_option(line: str) -> None:
    assert arguments(line).output == "out"


@pytest.mark.parametrize(
    "line", ["--edition press,office", "--edition press --edition office,press"]
)
def test_editions_are_repeated_or_joined(line: str) -> None:
    assert arguments(line).editions == ("press", "office")


def test_after_two_hyphens_nothing_is_an_option() -> None:
    assert arguments("check -- --png") == Arguments("check", "--png")


def test_switches() -> None:
    found = arguments("--png --dpi 96 --json --strict --lang en --i-have-a-licence --theme bold")
    assert (found.png, found.dpi, found.json, found.strict) == (True, 96, True, True)
    assert (found.lang, found.licensed, found.theme) == ("en", True, "bold")


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("--fodl a4-z", ["option-unknown"]),
        ("-x", ["option-unknown"]),
        ("--fold", ["option-needs-value"]),
        ("--fold --png", ["option-needs-value"]),
        ("--fold=", ["option-needs-value"]),
        ("--png=yes", ["option-takes-no-value"]),
        ("--dpi 96", ["option-needs"]),
        ("--png --dpi 0", ["dpi-invalid"]),
        ("--png --dpi 1201", ["dpi-invalid"]),
        ("--png --dpi １５０", ["dpi-invalid"]),
        ("--lang fr", ["lang-invalid"]),
        ("check", ["operand-missing"]),
        ("new", ["operand-missing"]),
        ("explain", ["operand-missing"]),
        ("folds a4-roll x", ["operand-unexpected"]),
        ("dummy a.yaml b", ["operand-unexpected"]),
        ("a.yaml b.yaml", ["operand-unexpected"]),
        ("folds --png", ["option-elsewhere"]),
        ("chekc a.yaml", ["command-unknown"]),
    ],
)
def test_usage_problems(line: str, codes: list[str]) -> None:
    assert sorted(faults(line)) == codes


@pytest.mark.parametrize("command", ["build", "check", "new"])
def test_an_empty_word_names_no_file(command: str) -> None:
    assert [found.code for found in parse([command, ""]).problems] == ["operand-missing"]
    assert [found.code for found in parse(["fonts", ""]).problems] == ["operand-unexpected"]


def test_all_usage_problems_are_told_at_once() -> None:
    assert sorted(faults("--frob --fold --png=1 --dpi x")) == [
        "dpi-invalid",
        "option-needs-value",
        "option-takes-no-value",
        "option-unknown",
    ]


@pytest.mark.parametrize("line", ["check --help", "--nonsense -h", "new --version"])
def test_help_and_version_are_given_whatever_else_is_wrong(command: Command, line: str) -> None:
    ended = command(*line.split())
    assert (ended.code, ended.err) == (0, "")
    assert "make_leaflet" in ended.out


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("0", "1970-01-01T00:00:00Z"),
        ("1700000000", "2023-11-14T22:13:20Z"),
        ("253402300799", "9999-12-31T23:59:59Z"),
    ],
)
def test_source_date(value: str, moment: str) -> None:
    assert source_date({"SOURCE_DATE_EPOCH": value}) == (moment, ())


@pytest.mark.parametrize("value", ["-1", "1.5", "tomorrow", "１", " 1", "253402300800", "9" * 400])
def test_a_source_date_that_is_none(value: str) -> None:
    moment, problems = source_date({"SOURCE_DATE_EPOCH": value})
    assert moment is None
    assert [found.code for found in problems] == ["source-date-invalid"]


# Building


def test_without_arguments_the_sample_is_built_in_both_editions(
    command: Command, tmp_path: Path
) -> None:
    ended = command()
    names = ["mynumber_a4-roll_press.pdf", "mynumber_a4-roll_office.pdf"]
    assert ended.code == 0
    assert ended.out.splitlines() == [os.path.join("output", name) for name in names]
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == sorted(names)
    assert "actual size (100 %)" in ended.err


def test_an_edition_a_fold_and_a_folder(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "出力 先"
    ended = command(SAMPLE, "--edition", "press", "--fold", "a3-half", "-o", folder)
    assert ended.out == f"{folder / 'mynumber_a3-half_press.pdf'}\n"
    assert "actual size" not in ended.err
    assert (folder / "mynumber_a3-half_press.pdf").read_bytes().startswith(b"%PDF-")


def test_the_json_report_tells_of_the_files(command: Command, tmp_path: Path) -> None:
    from hashlib import sha256

    report = command("--json", "--edition", "office").report()
    data = (tmp_path / "output" / "mynumber_a4-roll_office.pdf").read_bytes()
    assert report["outputs"] == [
        {
            "path": os.path.join("output", "mynumber_a4-roll_office.pdf"),
            "edition": "office",
            "fold": "a4-roll",
            "theme": "calm",
            "pages": 2,
            "bytes": len(data),
            "sha256": sha256(data).hexdigest(),
        }
    ]


def test_a_page_and_a_text_are_made_of_the_document_alone(command: Command, tmp_path: Path) -> None:
    long = Path(__file__).parent / "leaflets" / "long.yaml"
    ended = command(long, "--edition", "html,text", "--fold", "b5-half", "--json")
    outputs = ended.report()["outputs"]
    assert ended.code == 0
    assert [Path(output["path"]).name for output in outputs] == ["long.html", "long.txt"]
    assert [(output["fold"], output["theme"], output["pages"]) for output in outputs] == [
        (None, "calm", None),
        (None, None, None),
    ]
    data = (tmp_path / "output" / "long.txt").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 20
    assert len(data) == outputs[1]["bytes"]


def test_paper_and_page_are_made_together(command: Command, tmp_path: Path) -> None:
    ended = command("--edition", "html,office", "--png", "--dpi", "36")
    names = sorted(path.name for path in (tmp_path / "output").iterdir())
    assert names == [
        "mynumber.html",
        "mynumber_a4-roll_office.pdf",
        "mynumber_a4-roll_office_1.png",
        "mynumber_a4-roll_office_2.png",
    ]
    assert "Files written: 2" in ended.err


def test_a_picture_without_words_is_warned_of_where_they_are_read(
    command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "x.yaml"
    text = SAMPLE.read_text(encoding="utf-8")
    file.write_text(re.sub("(?m)^ *alt:.*\n", "", text), encoding="utf-8")
    assert command("check", file, "--edition", "text").code == 0
    report = command(file, "--edition", "text", "--json").report()
    [found] = report["problems"]
    assert (found["code"], found["severity"]) == ("picture-without-alt", "warning")
    assert "illustration" in text.splitlines()[found["line"] - 1]


def test_previews_stand_beside_the_pdf(command: Command, tmp_path: Path) -> None:
    from PIL import Image

    assert command("--edition", "office", "--png", "--dpi", "72").code == 0
    for page in (1, 2):
        with Image.open(tmp_path / "output" / f"mynumber_a4-roll_office_{page}.png") as image:
            assert image.size == (842, 596)  # 297 × 210 mm in points, rounded up
            assert image.info["dpi"] == pytest.approx((72, 72), abs=0.02)
            assert len(image.convert("L").getcolors()) > 100


def test_previews_without_their_part_write_nothing(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    ended = command("--png", "--json")
    assert (ended.code, ended.codes()) == (2, ["preview-unavailable"])
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--edition", "film"), "edition-unknown"),
        (("--standard", "pdfx-3"), "press-standard-unknown"),
        (("--condition", "SWOP"), "condition-unknown"),
        (("--standard", "pdfx-4", "--condition", "JCS2011"), "profile-missing"),
        (("--fold", "a9-roll"), "fold-unknown"),
        (("--opening", "up"), "opening-unknown"),
        (("--theme", "loud"), "theme-unknown"),
        (("--theme", "../calm"), "theme-unknown"),
    ],
)
def test_names_that_do_not_exist(command: Command, words: tuple[str, ...], code: str) -> None:
    ended = command(*words, "--json")
    assert (ended.code, ended.codes()) == (2, [code])


def test_the_command_lines_opening_goes_before_the_leaflets(
    command: Command, tmp_path: Path
) -> None:
    leaflet = tmp_path / "a.yaml"
    text = Path(SAMPLE).read_text(encoding="utf-8")
    leaflet.write_text(f"{text}\nopening: up\n", encoding="utf-8")
    ended = command("check", leaflet, "--json")
    assert (ended.code, ended.codes()) == (3, ["opening-unknown"])
    assert command("check", leaflet, "--opening", "right").code == 0


def test_a_bad_source_date_is_a_usage_error(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    ended = command("--json")
    assert (ended.code, ended.codes()) == (2, ["source-date-invalid"])


def test_the_source_date_replaces_the_leaflets_own(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = tmp_path / "output" / "mynumber_a4-roll_press.pdf"
    command("--edition", "press")
    issued = pdf.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    command("--edition", "press")
    assert b"20231114221320" in pdf.read_bytes()
    assert b"20231114221320" not in issued


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[str, str], Path]:
    """Makes a copy of the sample with one text replaced."""

    def edit(old: str, new: str) -> Path:
        text = SAMPLE.read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "新しい 号.yaml"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return edit


Copy = Callable[[str, str], Path]


def test_check_finds_nothing_wrong_and_writes_nothing(command: Command, tmp_path: Path) -> None:
    ended = command("check", SAMPLE, "--strict")
    assert (ended.code, ended.out) == (0, "")
    assert "error[" not in ended.err
    assert list(tmp_path.iterdir()) == []


def test_check_names_the_pictures_that_nobody_has(command: Command, copy: Copy) -> None:
    path = copy(
        "  - demands:", "  - photo:\n      file: march.jpg\n      caption: 行進\n\n  - demands:"
    )
    text = path.read_text(encoding="utf-8").replace("flag: de", "flag: ger")
    path.write_text(text.replace("art: leak", "art: leek"), "utf-8")
    report = command("check", path, "--json").report()
    found = [(each["code"], each["severity"]) for each in report["problems"]]
    missing = ("photo-missing", "flag-unknown", "drawing-unknown")
    assert sorted(found) == sorted((code, "warning") for code in missing)
    lines = path.read_text(encoding="utf-8").splitlines()
    for each in report["problems"]:
        said = lines[each["line"] - 1]
        assert said.strip().startswith(("flag:", "file:", "art:"))
        assert said[each["column"] - 1 :].startswith(("ger", "march.jpg", "leek"))


def test_what_may_be_meant_by_a_missing_picture_is_told(command: Command, copy: Copy) -> None:
    path = copy("  - demands:", "  - photo:\n      file: photos/mach.jpg\n\n  - demands:")
    text = path.read_text(encoding="utf-8").replace("art: leak", "art: leek.svg")
    path.write_text(text, "utf-8")
    for name in ("photos/march.jpg", "drawings/leak.svg"):
        (path.parent / name).parent.mkdir()
        (path.parent / name).write_bytes(b"")
    told = {
        each["message"]: each["hint"]
        for each in command("check", path, "--json").report()["problems"]
    }
    assert [hint.rpartition("Nearest: ")[2] for hint in told.values()] == [
        "photos/march.jpg",
        "drawings/leak.svg",
    ]


@pytest.mark.parametrize("name", ["x" * 5000 + ".jpg", "x" * 300 + ".svg"])
def test_a_name_that_no_system_takes_is_a_picture_that_is_not_there(
    command: Command, copy: Copy, name: str
) -> None:
    path = copy("  - demands:", "  - photo:\n      file: march.jpg\n\n  - demands:")
    text = path.read_text(encoding="utf-8")
    text = (
        text.replace("art: leak", f"art: {name}")
        if name.endswith("svg")
        else text.replace("march.jpg", name)
    )
    path.write_text(text, "utf-8")
    ended = command("check", path, "--json")
    assert ended.code == 0
    assert set(ended.codes()) == {"photo-missing"}


def test_an_unknown_character_is_told_with_its_place(command: Command, copy: Copy) -> None:
    path = copy("お問い合わせ", "お問い合わせ😀")
    ended = command("check", path, "--json")
    (found,) = ended.report()["problems"]
    line = path.read_text(encoding="utf-8").splitlines()[found["line"] - 1]
    assert (ended.code, found["code"], found["severity"]) == (5, "glyph-missing", "error")
    assert line[found["column"] - 1] == "😀"
    assert "U+1F600" in found["message"]


def test_a_text_that_is_too_long_is_told_and_nothing_is_written(
    command: Command, copy: Copy, tmp_path: Path
) -> None:
    path = copy("introduction: >-", "introduction: >-\n    " + "あ" * 6000)
    ended = command(path, "--json")
    found = ended.report()["problems"][-1]
    assert (ended.code, found["severity"]) == (4, "error")
    assert found["mm_over"] > 0
    assert found["lines_over"] > 0
    assert found["block"]
    assert found["panel"]
    assert not (tmp_path / "output").exists()


def test_a_text_that_would_leave_its_panel_is_told(command: Command, copy: Copy) -> None:
    path = copy("date: 2020年6月", "date: " + "二〇二〇年六月" * 30)
    ended = command("check", path, "--json")
    (found,) = ended.report()["problems"]
    assert (ended.code, found["code"]) == (4, "text-outside")
    assert found["block"].startswith("incidents")
    assert "二〇二〇年六月" in found["message"]
    assert found["mm_over"] > 100
    assert found["line"]


def test_a_missing_package_is_told_as_such(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_such_package(*_: object) -> make_leaflet.Result:
        raise ModuleNotFoundError("No module named 'reportlab'", name="reportlab.pdfgen")

    monkeypatch.setitem(make_leaflet.COMMANDS, "build", no_such_package)
    ended = command("--json")
    (found,) = ended.report()["problems"]
    assert (ended.code, found["code"]) == (6, "parts-missing")
    assert "reportlab" in found["message"]


def test_data_that_are_wrong(command: Command, copy: Copy) -> None:
    ended = command("check", copy("cover:", "cvoer:"), "--json")
    assert ended.code == 3
    assert all(found["file"] and found["line"] for found in ended.report()["problems"])


@pytest.mark.parametrize("name", ["none.yaml", "."])
def test_a_leaflet_that_cannot_be_read(command: Command, name: str) -> None:
    ended = command(name)
    assert ended.code == 6
    assert ended.out == ""
    assert "error[" in ended.err


def test_an_output_folder_that_is_a_file(command: Command, tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    ended = command("-o", "out", "--json")
    assert (ended.code, ended.codes()) == (6, ["output-folder-is-file"])
    assert ended.report()["outputs"] == []


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 1)])
def test_warnings_count_only_under_strict(
    command: Command, copy: Copy, strict: tuple[str, ...], code: int
) -> None:
    path = copy("お問い合わせ", "お問い合わせ\u202e")  # a bidirectional control: a warning
    ended = command(path, "--json", *strict)
    report = ended.report()
    assert ended.code == code
    assert "warning" in [found["severity"] for found in report["problems"]]
    assert len(report["outputs"]) == 2


# The other commands


def test_new_writes_a_start_that_builds(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "第2号.yaml"
    assert command("new", path).out == f"{path}\n"
    assert command("check", path, "--strict").code == 0
    ended = command("new", path)
    assert ended.code == 6
    assert "file-exists" in ended.err


def test_folds_are_listed(command: Command) -> None:
    lines = command("folds").out.splitlines()
    ids = [line.split()[0] for line in lines]
    forms = ("roll", "z", "half", "gate", "double", "concertina", "cross")
    every = [f"{paper}-{form}" for paper in ("a4", "a3", "b4") for form in forms]
    assert ids == [*every, "b5-half"]
    assert "巻三つ折り" in command("folds", "--lang", "ja").out


def test_one_fold_is_described(command: Command) -> None:
    out = command("folds", "a4-roll", "--opening", "right").out
    assert "P1 cover 100 × 210  |  P6 back 100 × 210  |  P5 flap 97 × 210" in out
    ended = command("folds", "a4-rol", "--json")
    assert (ended.code, ended.codes()) == (2, ["fold-unknown"])


def test_folds_as_data_for_templates(command: Command) -> None:
    every = json.loads(command("folds", "--json").out)["folds"]
    [one] = json.loads(command("folds", "a3-gate", "--json", "--opening", "right").out)["folds"]
    assert len(every) == 22
    assert (one["id"], one["opening"]) == ("a3-gate", "right")


def test_a_folding_dummy_is_written(command: Command, tmp_path: Path) -> None:
    ended = command("dummy", "-o", tmp_path)
    assert "flipped on the short edge, and fold in the order of the numbers." in ended.err
    assert ended.out == f"{tmp_path / 'a4-roll_dummy.pdf'}\n"
    right = command("dummy", "--fold", "a4-z", "--opening", "right", "-o", tmp_path, "--json")
    [made] = json.loads(right.out)["outputs"]
    assert made["path"] == str(tmp_path / "a4-z_right_dummy.pdf")
    assert Path(made["path"]).read_bytes().startswith(b"%PDF-1.7")


def test_the_dummy_of_a_leaflet_has_its_fold_and_opening(command: Command, tmp_path: Path) -> None:
    leaflet = tmp_path / "a.yaml"
    text = Path(SAMPLE).read_text(encoding="utf-8").replace("fold: a4-roll", "fold: b4-gate")
    leaflet.write_text(f"{text}\nopening: right\n", encoding="utf-8")
    out = command("dummy", leaflet, "-o", tmp_path).out
    assert out == f"{tmp_path / 'b4-gate_right_dummy.pdf'}\n"
    assert command("dummy", tmp_path / "none.yaml", "--json").codes() == ["file-missing"]


def test_fonts_are_listed_with_their_licences(command: Command) -> None:
    out = command("fonts").out
    assert "BIZUDGothic-Regular" in out
    assert "OFL" in out


def test_schema_is_json(command: Command) -> None:
    assert json.loads(command("schema").out)["type"] == "object"


def test_explain(command: Command) -> None:
    assert "--help で" in command("explain", "option-unknown", "--lang", "ja").out
    assert command("explain", "[output-locked]").out.startswith("output-locked: ")
    ended = command("explain", "output-loked")
    assert ended.code == 2
    assert "output-locked" in ended.err


# Accidents


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (ZeroDivisionError("oops"), 70, "bug"),
        (RecursionError(), 70, "bug"),
        (LeafletError((problem("interrupted"),), 7), 7, "interrupted"),
    ],
)
def test_every_end_has_its_code_and_no_traceback(
    command: Command, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int, told: str
) -> None:
    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setitem(make_leaflet.COMMANDS, "build", fail)
    ended = command("--json")
    assert (ended.code, ended.codes()) == (code, [told])
    assert "Traceback" not in command().err


def test_a_traceback_is_shown_to_those_who_ask(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setenv("LEAFLET_TRACEBACK", "1")
    monkeypatch.setitem(make_leaflet.COMMANDS, "build", fail)
    with pytest.raises(ZeroDivisionError):
        command()


CONSOLES = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252", "LANG": "ja_JP.UTF-8"},
    "cp932": {"PYTHONIOENCODING": "cp932", "LANG": "ja_JP.SJIS"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict", "LANG": "ja_JP.UTF-8"},
}


@pytest.mark.parametrize("console", CONSOLES)
@pytest.mark.parametrize("words", [("--help",), ("check", "無い😀.yaml"), ("folds",)])
def test_no_console_is_too_poor(console: str, words: tuple[str, ...], tmp_path: Path) -> None:
    ended = process(*words, "--lang", "ja", cwd=tmp_path, **CONSOLES[console])
    assert ended.returncode in (0, 6)
    assert b"Traceback" not in ended.stderr
    assert ended.stdout or b"error[" in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text there")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(b"\x83\x65.yaml")
    for words in ((name,), (name, "--json")):
        ended = process(*words, cwd=tmp_path, LC_ALL="C.UTF-8")
        assert ended.returncode == 6
        assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_stops_reading(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [sys.executable, str(SCRIPT), "fonts"], stdout=write, stderr=subprocess.PIPE, cwd=tmp_path
    )
    os.close(write)
    assert (ended.returncode, ended.stderr) == (6, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there")
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """A limit on the size of files stands for it: the system fails in the middle of writing."""
    limited = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"
        f"sys.path.insert(0, {str(ROOT)!r}); import make_leaflet; sys.exit(make_leaflet.main())"
    )
    ended = subprocess.run(
        [sys.executable, "-B", "-c", limited, "--json"], cwd=tmp_path, capture_output=True
    )
    assert [found["code"] for found in json.loads(ended.stdout)["problems"]] == ["output-disk-full"]
    assert ended.returncode == 6
    assert list((tmp_path / "output").iterdir()) == []


def test_a_checkouts_own_script_writes_into_its_own_output(tmp_path: Path) -> None:
    """From anywhere else; what is named with -o is where the person is."""
    ended = process("--edition", "press", "-o", "here", cwd=tmp_path, LC_ALL="C.UTF-8")
    assert ended.stdout.decode() == f"{os.path.join('here', 'mynumber_a4-roll_press.pdf')}\n"
    ended = process("--edition", "press", cwd=tmp_path, LC_ALL="C.UTF-8")
    assert ended.stdout.decode() == f"{ROOT / 'output' / 'mynumber_a4-roll_press.pdf'}\n"
