"""Names that every system accepts, and sets of files that are written whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from layout import outputs
from layout.outputs import LONGEST_STEM, OutputFile, distinct, safe_stem, write_all, write_new
from layout.problems import LeafletError, Problem

FILES = (OutputFile("a.pdf", b"first"), OutputFile("b.pdf", b"second"))


def codes(error: LeafletError) -> list[str]:
    return [found.code for found in error.problems]


def refused(folder: Path, *wanted: str) -> tuple[Problem, ...]:
    """Writing there fails with these codes and exit code 6, and leaves nothing behind."""
    with pytest.raises(LeafletError) as caught:
        write_all(folder, FILES)
    assert codes(caught.value) == list(wanted)
    assert caught.value.exit_code == 6
    if folder.is_dir():
        assert not list(folder.glob(".leaflet-*"))
    return caught.value.problems


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("mynumber_a4-roll_press", "mynumber_a4-roll_press"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf", "rf"),
        (".hidden", "hidden"),
        ("trailing. . ", "trailing"),
        ("line\nfeed\x00nul\u202etxt", "line-feed-nul-txt"),
        ("第1号 ちらし", "第1号 ちらし"),
        ("", "leaflet"),
        ("...", "leaflet"),
        ("CON", "_CON"),
        ("nul.pdf", "_nul.pdf"),
        ("Com1", "_Com1"),
        ("lpt¹", "_lpt¹"),
        ("aux .x", "_aux .x"),
        ("console", "console"),
        ("com10", "com10"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_stem(name) == safe


@given(st.text(st.characters(codec=None)))
@example("あ" * 86)
@example("\udc81" * 200)
def test_a_safe_name_is_one_part_of_a_path_and_stays_what_it_is(name: str) -> None:
    safe = safe_stem(name)
    assert safe == safe_stem(safe)
    assert len(safe.encode("utf-8", "replace")) <= LONGEST_STEM
    assert Path("folder", safe).parent == Path("folder")
    assert safe not in (".", "..")


def test_a_long_name_keeps_the_end_that_tells_the_editions_apart() -> None:
    assert safe_stem(f"{'a' * 300}_a4-roll_office").endswith("_a4-roll_office")


def test_long_names_that_differ_at_the_end_stay_different() -> None:
    assert safe_stem("漢" * 90 + "一") != safe_stem("漢" * 90 + "二")


def test_names_differ_also_where_a_disk_ignores_case_and_form() -> None:
    assert distinct(["C030", "c030", "C030-2", "が", "か\u3099", "x"]) == (
        "C030",
        "c030-2",
        "C030-2-2",
        "が",
        "か\u3099-2",
        "x",
    )


def test_a_set_is_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "出力 先" / "第1号"
    assert write_all(folder, FILES) == (folder / "a.pdf", folder / "b.pdf")
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == [b"first", b"second"]


def test_existing_files_are_replaced_with_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"an older and longer file")
    write_all(tmp_path, FILES)
    assert (tmp_path / "a.pdf").read_bytes() == b"first"
    (tmp_path / "plain").touch()
    written, plain = (tmp_path / "a.pdf").stat(), (tmp_path / "plain").stat()
    assert stat.S_IMODE(written.st_mode) == stat.S_IMODE(plain.st_mode)


def test_an_output_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    refused(tmp_path / "out", "output-folder-is-file")
    below = refused(tmp_path / "out" / "below" / "it", "output-folder-is-file")
    assert dict(below[0].arguments)["path"] == str(tmp_path / "out")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()
    refused(tmp_path, "output-is-folder")
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.pdf"
    elsewhere.write_bytes(b"precious")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "b.pdf").symlink_to(elsewhere)
    refused(folder, "output-linked")
    assert elsewhere.read_bytes() == b"precious"
    assert not (folder / "a.pdf").exists()


def test_read_only_files_are_all_named_and_none_is_touched(tmp_path: Path) -> None:
    for file in FILES:
        (tmp_path / file.name).write_bytes(b"old")
        (tmp_path / file.name).chmod(0o444)
    refused(tmp_path, "output-locked", "output-locked")
    assert [(tmp_path / file.name).read_bytes() for file in FILES] == [b"old", b"old"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a plain user")
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    refused(tmp_path, "output-folder-unusable")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (28, "output-disk-full"),
        (27, "output-disk-full"),
        (13, "output-locked"),
        (5, "output-failed"),
    ],
    ids=["ENOSPC", "EFBIG", "EACCES", "EIO"],
)
def test_a_failing_disk_leaves_the_old_files(
    number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second file cannot be forced to the disk: the first must not take its name either."""
    (tmp_path / "a.pdf").write_bytes(b"old")
    synced: list[int] = []

    def failing(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(outputs.os, "fsync", failing)
    refused(tmp_path, code)
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_an_interrupted_set_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(outputs.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, FILES)
    assert not list(tmp_path.iterdir())


def test_a_temporary_name_that_is_taken_is_passed_over(tmp_path: Path) -> None:
    left = tmp_path / f".leaflet-{os.getpid()}-0.part"
    left.write_bytes(b"of an earlier run")
    write_all(tmp_path, FILES)
    assert left.read_bytes() == b"of an earlier run"
    assert (tmp_path / "b.pdf").read_bytes() == b"second"


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    path = tmp_path / "leaflet.yaml"
    write_new(path, b"start")
    assert path.read_bytes() == b"start"
    with pytest.raises(LeafletError) as caught:
        write_new(path, b"again")
    assert (codes(caught.value), caught.value.exit_code) == (["file-exists"], 6)
    assert path.read_bytes() == b"start"
