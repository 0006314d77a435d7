"""A cold build beside its peers: whole processes, in turn, and where our time goes (README.md)."""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
PEERS = ("typst", "reportlab")
PHASES = (
    "load",
    "_scheme",
    "_theme",
    "Fonts",
    "check_characters",
    "compose",
    "check_drawn",
    "job_lines",
    "impose",
    "write",
    "write_all",
)
"""The functions of layout.build that are timed, by their names there."""


class Run(NamedTuple):
    """One process: wall clock and processor time (s), peak memory (MiB), bytes of its PDF."""

    seconds: float
    worked: float
    peak: float
    size: int


def environment(folder: Path) -> dict[str, str]:
    """As after a first run: Python's compiled modules lie ready, for all programs alike."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def run(command: Sequence[str], result: Path) -> Run:
    """Runs a program to its end; its own output is dropped unless it fails."""
    result.unlink(missing_ok=True)
    with tempfile.TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(
            command,
            stdout=said,
            stderr=said,
            cwd=result.parent,
            env=environment(result.parent),
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    worked = used.ru_utime + used.ru_stime
    return Run(seconds, worked, used.ru_maxrss / 1024, result.stat().st_size)


def commands(
    folder: Path, edition: str, options: argparse.Namespace
) -> dict[str, tuple[list[str], Path]]:
    """Every program's command line and the file it makes."""
    ours = [sys.executable, str(ROOT / "make_leaflet.py"), "--edition", edition, "-o", str(folder)]
    found = {"fold-leaflet": (ours, folder / f"mynumber_a4-roll_{edition}.pdf")}
    for peer in PEERS if options.peers else ():
        script = str(options.peers / peer / "leaflet.py")
        result = folder / f"{peer}.pdf"
        found[peer] = ([options.peer_python, script, "one", str(result)], result)
    return found


def compare(folder: Path, edition: str, options: argparse.Namespace) -> None:
    """Runs all programs in turn and prints a line for each."""
    programs = commands(folder, edition, options)
    for command, result in programs.values():
        run(command, result)  # compiles modules and warms the disk's cache for everybody
    runs: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(options.runs):
        for name, (command, result) in programs.items():
            runs[name].append(run(command, result))
    ours = median(one.seconds for one in runs["fold-leaflet"])
    print(f"{edition} edition, {options.runs} runs each")
    for name, each in runs.items():
        seconds = [one.seconds for one in each]
        print(
            f"  {name:<14} median {median(seconds) * 1000:6.1f} ms"
            f"   fastest {min(seconds) * 1000:6.1f} ms"
            f"   processor {median(one.worked for one in each) * 1000:6.1f} ms"
            f"   peak {max(one.peak for one in each):5.1f} MiB   {each[0].size:7} bytes"
            f"   ours/theirs {ours / median(seconds):.2f}"
        )


def show_imports(folder: Path) -> None:
    """Where the imports' time goes, by top-level package (own time of each module, summed)."""
    command = [sys.executable, "-X", "importtime", str(ROOT / "make_leaflet.py")]
    process = subprocess.run(
        [*command, "--edition", "press", "-o", str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=environment(folder),
    )
    totals: dict[str, int] = {}
    for own, name in re.findall(r"^import time: +(\d+) \| +\d+ \| +(\S+)$", process.stderr, re.M):
        package = name.split(".")[0]
        totals[package] = totals.get(package, 0) + int(own)
    print(f"imports: {sum(totals.values()) / 1000:.1f} ms (the measuring itself adds some)")
    for package, micros in sorted(totals.items(), key=lambda item: -item[1])[:12]:
        print(f"  {package:<22} {micros / 1000:6.1f} ms")


def show_phases(folder: Path) -> None:
    """The phases of one cold build, in a process of its own."""
    script = f"import sys; sys.path[:0] = {[str(ROOT), str(Path(__file__).parent)]!r}"
    script += f"; import cold_build; cold_build.time_phases({str(folder)!r})"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=environment(folder),
    )
    print(done.stdout)


def time_phases(folder: str) -> None:
    """Builds once with every phase timed, and prints the times."""
    start = perf_counter()
    from layout import build

    spent = {"imports": perf_counter() - start}
    for name in PHASES:
        setattr(build, name, _timed(name, getattr(build, name), spent))
    request = build.Request(ROOT / "data" / "mynumber.yaml", editions=("press",))
    build.publish(build.build(request).made, Path(folder), None)
    print(f"phases of one press edition: {(perf_counter() - start) * 1000:.1f} ms")
    for name, seconds in spent.items():
        print(f"  {name:<22} {seconds * 1000:6.1f} ms")


def _timed(name: str, phase: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        start = perf_counter()
        try:
            return phase(*arguments, **named)
        finally:
            spent[name] = spent.get(name, 0.0) + perf_counter() - start

    return timed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--peer-python", default=sys.executable)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for edition in ("press", "office"):
            compare(Path(name), edition, options)
        show_imports(Path(name))
        show_phases(Path(name))


if __name__ == "__main__":
    main()
