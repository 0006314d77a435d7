"""The command ``batch``: files, names, manifests, exit codes; interrupted, killed, resumed."""

import csv
import errno
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.batch import Order, Tally, plan, run
from layout.batch import writing as writing_module
from layout.batch.lock import locked
from layout.batch.manifest import safe
from layout.batch.names import read_names
from layout.build import Request
from layout.contacts import Row
from tests.contacts.making import GOOD, HEADER, csv_bytes
from tests.test_cli import ROOT, SAMPLE, SCRIPT, Command, command

__all__ = ["command"]

BAD = ("t2", "乙支部", "東京都", "600001", *GOOD[4:])
OSAKA = ("大阪1", "髙﨑𠮷①㈱", "大阪府", "530-0001", "北区1-1", "06-1234-5678", "", "", "=1+1")
ROWS = (GOOD, BAD, OSAKA)


def listed(folder: Path, rows: Sequence[Sequence[str]] = ROWS, encoding: str = "utf-8") -> Path:
    path = folder / "list.csv"
    path.write_bytes(csv_bytes([HEADER, *rows], encoding))
    return path


def many(count: int) -> list[tuple[str, ...]]:
    return [(f"b{n:04}", f"第{n}支部", *GOOD[2:]) for n in range(count)]


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def batch(command: Command, tmp_path: Path) -> Command:
    """A batch of texts, which need no composing, into ``out``."""

    def run(*words: object) -> Any:
        listing = ("--contacts", "list.csv", "--edition", "text", "-o", "out")
        return command("batch", SAMPLE, *listing, *words)

    listed(tmp_path)
    return run


def test_every_good_row_has_its_files_and_every_row_its_record(
    batch: Command, tmp_path: Path
) -> None:
    ended = batch("--json")
    report = ended.report()
    assert ended.code == 1
    assert [(row["row"], row["line"], row["id"], row["verdict"]) for row in report["rows"]] == [
        (1, 2, "t1", "ok"),
        (2, 3, "t2", "rejected"),
        (3, 4, "大阪1", "flagged"),
    ]
    paths = [path for row in report["rows"] for path in row["paths"]]
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert made == {Path(path).name for path in paths} | {"manifest.json", "manifest.csv"}
    assert all(name.isascii() for name in made)
    assert GOOD[1] in Path(paths[0]).read_text(encoding="utf-8")
    assert OSAKA[1] in Path(paths[1]).read_text(encoding="utf-8")
    assert "=1+1" in Path(paths[1]).read_text(encoding="utf-8")


def test_manifests_name_every_file_by_its_hash(batch: Command, tmp_path: Path) -> None:
    batch()
    out = tmp_path / "out"
    manifest = json.loads((out / "manifest.json").read_bytes())
    for entry in manifest["rows"]:
        for file in entry["files"]:
            data = (out / file["path"]).read_bytes()
            assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"])
    with (out / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["verdict"] for row in table] == ["ok", "rejected", "flagged"]
    assert "0" in table[1]["problems"]
    assert table[1]["file"] == ""


@pytest.mark.parametrize("cell", ["=1+1", "+81", "-1", "@a", "\t=1", " =1", "＝1"])
def test_no_cell_of_ours_is_a_formula(cell: str) -> None:
    assert safe(cell).startswith("'")
    assert safe("東京") == "東京"


def test_a_variant_is_what_typing_the_row_into_the_leaflet_gives(
    command: Command, tmp_path: Path
) -> None:
    listed(tmp_path, [OSAKA])
    assert command("batch", SAMPLE, "--contacts", "list.csv", "-o", "out").code == 0
    head, _, _ = SAMPLE.read_text(encoding="utf-8").rpartition("      name:")
    typed = (
        f"      name: {OSAKA[1]}\n      postal: {OSAKA[3]}\n      address: 大阪府{OSAKA[4]}\n"
        f"      tel: {OSAKA[5]}\n      note: {OSAKA[8]}\n"
    )
    (tmp_path / "typed.yaml").write_text(head + typed, encoding="utf-8")
    words = ("typed.yaml", "-o", tmp_path / "alone")
    subprocess.run([sys.executable, SCRIPT, *words], cwd=tmp_path, check=True, capture_output=True)
    alone = sorted((tmp_path / "alone").iterdir())
    together = sorted((tmp_path / "out").glob("*.pdf"))
    assert len(alone) == len(together) == 2
    for one, other in zip(together, alone, strict=True):
        assert looks(one.read_bytes()) == looks(other.read_bytes())


def looks(data: bytes) -> list[tuple[bytes, str]]:
    """What each page shows, dot by dot, and says."""
    pages = pypdfium2.PdfDocument(data)
    return [
        (page.render(scale=2).to_pil().tobytes(), page.get_textpage().get_text_range())
        for page in pages
    ]


def test_jobs_change_no_byte(batch: Command, tmp_path: Path) -> None:
    listed(tmp_path, many(9))
    assert batch().code == 0
    alone = held(tmp_path / "out")
    assert batch("--jobs", 2, "-o", "two").code == 0
    assert held(tmp_path / "two") == alone


def test_rows_are_chosen_by_column_and_number(batch: Command) -> None:
    def ids(*words: object) -> list[str]:
        return [row["id"] for row in batch("--json", "--dry-run", *words).report()["rows"]]

    assert ids("--where", "prefecture=大阪") == ["大阪1"]
    assert ids("--where", "都道府県=東京都", "--where", "電話=03-1234-5678") == ["t1", "t2"]
    assert ids("--where", "郵便番号=5300001") == ["大阪1"]
    assert ids("--limit", 1) == ["t1"]
    assert batch("--where", "prefecture=沖縄県").code == 3
    assert batch("--where", "県庁=1").code == 2
    assert batch("--where", "x").code == 2


def test_a_dry_run_writes_nothing(batch: Command, tmp_path: Path) -> None:
    ended = batch("--dry-run")
    assert (ended.code, len(ended.out.splitlines())) == (1, 2)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("{nothing}", "batch-name-unknown"),
        ("../{id}", "batch-name-signs"),
        ("支部{id}", "batch-name-signs"),
        ("leaflet", "batch-name-constant"),
        ("{id", "batch-name-signs"),
    ],
)
def test_patterns_that_are_none(batch: Command, pattern: str, code: str) -> None:
    ended = batch("--json", "--name", pattern)
    assert (ended.code, ended.codes()[0]) == (2, code)


def test_rows_that_would_share_a_name_are_told_apart(batch: Command, tmp_path: Path) -> None:
    listed(tmp_path, [*many(3), OSAKA])
    report = batch("--json", "--name", "{都道府県}.pdf").report()
    names = [Path(path).name for row in report["rows"] for path in row["paths"]]
    assert names[3] == "osaka.txt"
    assert len(set(names)) == 4
    assert all(name.startswith("tokyo-") for name in names[:3])
    some = batch("--json", "--dry-run", "--limit", 2, "--name", "{都道府県}").report()
    assert [Path(row["paths"][0]).name for row in some["rows"]] == names[:2]


@given(st.lists(st.text(min_size=1, max_size=30), min_size=2, max_size=8, unique=True))
def test_names_by_id_are_safe_and_never_meet(ids: list[str]) -> None:
    by_id = read_names("{id}", {}, (), False)
    known = [one for one in ids if one.isprintable()]
    stems = [by_id.stem(Row(1, 1, one, "ok", {}, ()), "press") for one in known]
    assert len({*stems}) == len(known)
    for stem in stems:
        assert stem.isascii()
        assert not set(stem) & set('/\\:*?"<>| ')
        assert stem[0] not in ".-"
        assert len(stem) <= 120


@pytest.mark.parametrize(
    "hostile", ["../../x", "/etc/passwd", "CON", "a\\b", "..", "-rf", "a" * 300]
)
def test_nothing_leaves_the_folder(batch: Command, tmp_path: Path, hostile: str) -> None:
    listed(tmp_path, [(hostile, *GOOD[1:])])
    batch("--name", "{id}")
    assert {path.name for path in tmp_path.iterdir()} == {"list.csv", "out"}
    assert len(list((tmp_path / "out").glob("*.txt"))) == 1


def test_resuming_makes_only_what_is_missing_or_changed(batch: Command, tmp_path: Path) -> None:
    listed(tmp_path, many(4))
    batch()
    before = held(tmp_path / "out")
    names = sorted(name for name in before if name.endswith(".txt"))
    for name in names:
        os.utime(tmp_path / "out" / name, (1, 1))
    (tmp_path / "out" / names[1]).unlink()
    (tmp_path / "out" / names[2]).write_bytes(before[names[2]][::-1])
    assert batch("--resume").code == 0
    assert held(tmp_path / "out") == before
    fresh = [name for name in names if (tmp_path / "out" / name).stat().st_mtime > 1]
    assert fresh == names[1:3]


def test_two_runs_in_one_folder(batch: Command, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with locked(tmp_path / "out"):
        ended = batch("--json")
    assert (ended.code, ended.codes()) == (6, ["batch-folder-busy"])
    assert batch("--json").code == 1


def test_a_full_disk_ends_the_run_and_leaves_nothing_half(
    batch: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(tmp_path, many(5))
    left, write = [3], writing_module._write

    def filling(path: str, data: bytes) -> None:
        left[0] -= 1
        write(path, data[: len(data) if left[0] >= 0 else 10])
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing_module, "_write", filling)
    ended = batch("--json")
    assert (ended.code, ended.codes()) == (6, ["output-disk-full", "batch-ended"])
    assert len(list((tmp_path / "out").glob("*.txt"))) == 3
    assert not list((tmp_path / "out").glob("*.part"))
    assert len(json.loads((tmp_path / "out" / "manifest.json").read_bytes())["rows"]) == 3
    monkeypatch.undo()
    os.chdir(tmp_path)
    assert batch("--resume").code == 0
    resumed = held(tmp_path / "out")
    batch("-o", "whole")
    assert resumed == held(tmp_path / "whole")


def test_a_zip_for_each_prefecture(batch: Command, tmp_path: Path) -> None:
    listed(tmp_path, [*many(3), OSAKA])
    report = batch("--json", "--zip-by", "都道府県").report()
    paths = [Path(path) for path in report["zips"]]
    assert [path.name for path in paths] == [
        "mynumber_a4-roll_tokyo.zip",
        "mynumber_a4-roll_osaka.zip",
    ]
    packed = {name: data for path in paths for name, data in unpacked(path).items()}
    assert packed == {
        name: data for name, data in held(tmp_path / "out").items() if "_text_" in name
    }
    before = [path.read_bytes() for path in paths]
    batch("--zip-by", "prefecture")
    assert [path.read_bytes() for path in paths] == before
    assert batch("--zip-by", "県庁").code == 2


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


class Deadly(Executor):
    """Processes of which one row kills each."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        if any(row.id == "b0002" for row in args[1]):
            future.set_exception(BrokenProcessPool("killed"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_a_row_that_kills_its_worker_is_named_and_the_rest_made(tmp_path: Path) -> None:
    order = Order(
        Request(SAMPLE, editions=("text",)), listed(tmp_path, many(5)), tmp_path / "out", jobs=2
    )
    tally = Tally()
    records = list(run(plan(order), tally, Deadly))
    assert [record.row.number for record in records] == [1, 2, 3, 4, 5]
    assert [record.verdict for record in records].count("rejected") == 1
    assert records[2].problems[-1].code == "batch-row-killed"
    assert len(list((tmp_path / "out").glob("*.txt"))) == 4


def started(folder: Path, out: str, *words: str) -> "subprocess.Popen[bytes]":
    line = ("batch", SAMPLE, "--contacts", "list.csv", "--edition", "text", "-o", out, *words)
    return subprocess.Popen(
        [sys.executable, SCRIPT, *line],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def until_working(folder: Path) -> None:
    deadline = time.monotonic() + 30
    while not list(folder.glob("*.txt")):
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("seed", range(20))
def test_killed_and_resumed_is_as_never_killed(command: Command, tmp_path: Path, seed: int) -> None:
    listed(tmp_path, many(60))
    chance = random.Random(seed)
    child = started(tmp_path, "out", "--jobs", str(1 + seed % 2))
    until_working(tmp_path / "out")
    time.sleep(chance.uniform(0, 0.3))
    child.kill()
    child.wait()
    words = ("batch", SAMPLE, "--contacts", "list.csv", "--edition", "text")
    assert command(*words, "-o", "out", "--resume").code == 0
    assert command(*words, "-o", "whole").code == 0
    assert held(tmp_path / "out") == held(tmp_path / "whole")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interrupt_ends_with_whole_files_and_a_report(tmp_path: Path) -> None:
    listed(tmp_path, many(400))
    child = started(tmp_path, "out", "--jobs", "2")
    until_working(tmp_path / "out")
    child.send_signal(signal.SIGINT)
    assert child.wait(30) == 130
    made = {path.name for path in (tmp_path / "out").glob("*.txt")}
    rows = json.loads((tmp_path / "out" / "manifest.json").read_bytes())["rows"]
    assert made == {file["path"] for row in rows for file in row["files"]}
    assert 0 < len(made) < 400
    assert not list((tmp_path / "out").glob("*.part"))
