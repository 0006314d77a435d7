"""The marker for programs from outside does what it says."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.outside import REQUIRED

HERE = Path(__file__).parent
MARKED = """
import pytest


@pytest.mark.outside("no-such-program")
def test_asking():
    raise AssertionError("asked")


@pytest.mark.outside("git")
def test_there():
    pass
"""


def session(folder: Path, required: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(HERE / "conftest.py", folder)
    (folder / "test_marked.py").write_text(MARKED, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)],
        cwd=HERE.parent,
        env={**os.environ, REQUIRED: required},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_missing_program_is_named_and_its_test_not_run(tmp_path: Path) -> None:
    done = session(tmp_path, "")
    assert done.returncode == 0, done.stdout
    assert "1 passed, 1 skipped" in done.stdout
    [line] = [line for line in done.stdout.splitlines() if line.startswith("no-such-program: ")]
    assert line.endswith("test_marked.py::test_asking")


def test_a_required_program_that_is_missing_fails(tmp_path: Path) -> None:
    done = session(tmp_path, "1")
    assert done.returncode == 1
    assert "no-such-program is required and not installed" in done.stdout
