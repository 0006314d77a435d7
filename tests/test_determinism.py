"""The same input gives the same bytes: another time, place, language, folder, hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "make_leaflet.py"
SAMPLE = ROOT / "data" / "mynumber.yaml"
NAMES = ("mynumber_a4-roll_press.pdf", "mynumber_a4-roll_office.pdf")

ELSEWHERE = {
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "hash seed": {"PYTHONHASHSEED": "4242"},
    "C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "home": {"HOME": "/nonexistent", "USERPROFILE": "C:\\nonexistent"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


def build(
    folder: Path, leaflet: Path = SAMPLE, cwd: Path = ROOT, **environment: str
) -> list[bytes]:
    """The PDFs of both editions, made by a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    subprocess.run(
        [sys.executable, str(SCRIPT), str(leaflet), "-o", str(folder)],
        cwd=cwd,
        env={"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"} | kept | environment,
        check=True,
        capture_output=True,
    )
    return [(folder / name).read_bytes() for name in NAMES]


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    return build(tmp_path_factory.mktemp("reference"))


@pytest.mark.parametrize("what", ELSEWHERE)
def test_the_surroundings_change_no_byte(what: str, reference: list[bytes], tmp_path: Path) -> None:
    assert build(tmp_path, **ELSEWHERE[what]) == reference


def test_the_working_directory_and_the_files_place_change_no_byte(
    reference: list[bytes], tmp_path: Path
) -> None:
    leaflet = tmp_path / "別の 場所" / "mynumber.yaml"
    leaflet.parent.mkdir()
    leaflet.write_bytes(SAMPLE.read_bytes())
    os.utime(leaflet, (0, 0))
    assert build(tmp_path / "out", Path("mynumber.yaml"), leaflet.parent) == reference


@pytest.mark.parametrize("ends", [b"\r\n", b"\r"])
def test_line_ends_and_a_byte_order_mark_change_no_byte(
    ends: bytes, reference: list[bytes], tmp_path: Path
) -> None:
    leaflet = tmp_path / "mynumber.yaml"
    leaflet.write_bytes(b"\xef\xbb\xbf" + SAMPLE.read_bytes().replace(b"\n", ends))
    assert build(tmp_path / "out", leaflet) == reference


def test_another_order_of_editions_changes_no_byte(reference: list[bytes], tmp_path: Path) -> None:
    """An edition does not depend on what was made before it."""
    for edition, name, data in zip(("press", "office"), NAMES, reference, strict=True):
        subprocess.run(
            [sys.executable, str(SCRIPT), "--edition", edition, "-o", str(tmp_path)],
            check=True,
            capture_output=True,
        )
        assert (tmp_path / name).read_bytes() == data
    subprocess.run(
        [sys.executable, str(SCRIPT), "--edition", "office,press", "-o", str(tmp_path)],
        check=True,
        capture_output=True,
    )
    assert [(tmp_path / name).read_bytes() for name in NAMES] == reference


def test_the_date_is_the_only_thing_that_source_date_epoch_changes(
    reference: list[bytes], tmp_path: Path
) -> None:
    one = build(tmp_path / "1", SOURCE_DATE_EPOCH="1700000000")
    two = build(tmp_path / "2", SOURCE_DATE_EPOCH="1700000000", TZ="America/St_Johns")
    assert one == two
    assert [len(data) for data in one] == [len(data) for data in two]
    assert all(data != other for data, other in zip(one, reference, strict=True))
