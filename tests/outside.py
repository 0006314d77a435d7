"""Tests that ask programs from outside, which need not be installed: ``outside("qpdf")``.

Where a program is missing its tests are not run, and the session's end names program and
tests.  Where LEAFLET_REQUIRE_TOOLS is 1 a missing program fails them.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

MARKER = "outside(*programs): needs these programs, which are not part of the project"
REQUIRED = "LEAFLET_REQUIRE_TOOLS"


class OutsideTools:
    """The plugin behind the marker."""

    def __init__(self) -> None:
        self.not_run: dict[str, list[str]] = {}

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        for program in (name for mark in item.iter_markers("outside") for name in mark.args):
            if shutil.which(program) is None:
                self._refuse(program, item)

    def _refuse(self, program: str, item: pytest.Item) -> None:
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{program} is required and not installed", pytrace=False)
        self.not_run.setdefault(program, []).append(item.nodeid)
        pytest.skip(f"{program} is not installed")

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.not_run:
            terminalreporter.section("not run, because a program is not installed")
        for program, tests in sorted(self.not_run.items()):
            terminalreporter.line(f"{program}: {', '.join(tests)}")


def run(program: str, *arguments: str | Path) -> str:
    """What the program prints; CalledProcessError if it fails."""
    done = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, check=True, timeout=120
    )
    return done.stdout.decode("utf-8")
