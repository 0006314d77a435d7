"""What a variant costs at the margin: batches of growing length, beside the floor and peers.

Run as in README.md; nothing here passes or fails.
"""

import argparse
import csv
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SCRIPT, LEAFLET = ROOT / "make_leaflet.py", ROOT / "data/mynumber.yaml"
PREFECTURES = (("東京都", "113-8462", "文京区湯島"), ("大阪府", "530-0001", "大阪市北区梅田"))
NAMES = ("一般", "医療", "金属", "教職員", "自治体", "運輸", "福祉保育", "生協", "建設", "年金者")


class Spent(NamedTuple):
    """Seconds of wall clock and of processors, and the most memory of a process (MiB)."""

    wall: float
    cpu: float
    memory: float


def write_list(path: Path, count: int) -> None:
    """A list of ``count`` good rows, the same every time."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(
            ["支部コード", "団体名", "部署・役職", "都道府県", "郵便番号", "住所1", "電話", "FAX"]
        )
        for n in range(count):
            prefecture, postal, town = PREFECTURES[n % 2]
            area = "03" if n % 2 == 0 else "06"
            rows.writerow(
                [
                    f"b{n:06}",
                    f"マイナンバー制度反対第{n}連絡会",
                    f"〈事務局〉{NAMES[n % 10]}労組支部",
                    prefecture,
                    postal,
                    f"{town}{1 + n % 9}-{1 + n % 30}-{1 + n % 7}",
                    f"{area}-{1000 + n % 9000:04}-{(7919 * n) % 10000:04}",
                    f"{area}-{1000 + n % 9000:04}-{(7919 * n + 13) % 10000:04}",
                ]
            )


def timed(words: Sequence[str], environment: dict[str, str] | None = None) -> Spent:
    """A process from its start to its end."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        words, capture_output=True, env={**os.environ, **(environment or {})}, check=False
    )
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(done.stderr.decode("utf-8", "replace")[-2000:])
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(wall, cpu, after.ru_maxrss / 1024)


def ours(folder: Path, count: int, *more: str) -> Spent:
    """A batch of the press edition."""
    listing, out = folder / f"{count}.csv", folder / "ours"
    write_list(listing, count)
    shutil.rmtree(out, ignore_errors=True)
    target = () if "--combined" in more else ("-o", str(out))
    words = ("batch", str(LEAFLET), "--contacts", str(listing), "--edition", "press")
    return timed([sys.executable, str(SCRIPT), *words, *target, *more])


def floor(folder: Path, count: int, size: int) -> float:
    """Seconds to write as many files of this size, each under a temporary name first."""
    out, data = folder / "floor", bytearray(os.urandom(size))
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    start = time.perf_counter()
    for n in range(count):
        data[:4] = n.to_bytes(4, "big")
        part = out / ".part"
        with part.open("wb", buffering=0) as file:
            file.write(data)
        os.replace(part, out / f"{n:06}.pdf")
    return time.perf_counter() - start


def margin(few: Spent, many: Spent, rows: int) -> str:
    wall, cpu = ((b - a) / rows * 1000 for a, b in zip(few[:2], many[:2], strict=True))
    return f"{wall:8.3f} ms wall {cpu:8.3f} ms cpu a variant   {many.memory:6.1f} MiB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--folder", type=Path, help="where to write (default: a temporary folder)")
    parser.add_argument("--peers", type=Path, help="folder of the peers' scripts")
    parser.add_argument("--peer-python", default=sys.executable)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        folder, counts = Path(name), chosen.counts
        for jobs in chosen.jobs:
            spent = [ours(folder, count, "--jobs", str(jobs)) for count in counts]
            tell(f"files, --jobs {jobs}", counts, spent)
        size = int(median(file.stat().st_size for file in (folder / "ours").glob("*.pdf")))
        print(f"bytes of a file: {size}")
        print(f"floor: {floor(folder, counts[-1], size) / counts[-1] * 1000:.3f} ms a file")
        files = [folder / f"{count}.pdf" for count in counts]
        pairs = zip(counts, files, strict=True)
        spent = [ours(folder, count, "--combined", str(file)) for count, file in pairs]
        tell("combined", counts, spent)
        grown = files[-1].stat().st_size - files[0].stat().st_size
        print(f"combined: {grown / (counts[-1] - counts[0]):.0f} bytes a variant")
        for peer in ("typst", "reportlab") if chosen.peers else ():
            python = chosen.peer_python
            spent = [beside(chosen.peers, python, peer, folder, count) for count in counts]
            tell(f"{peer}, one file then split", counts, spent)


def tell(name: str, counts: Sequence[int], spent: Sequence[Spent]) -> None:
    """What one more variant costs, between each two lengths."""
    steps = zip(counts, counts[1:], spent, spent[1:], strict=False)
    for a, b, few, many in steps:
        print(f"{name}, {a} → {b}: {margin(few, many, b - a)}", flush=True)


def beside(peers: Path, python: str, peer: str, folder: Path, count: int) -> Spent:
    """A peer's fastest way to separate files: one document, then split."""
    out = folder / peer
    shutil.rmtree(out, ignore_errors=True)
    script = str(peers / peer / "onefile_split.sh")
    kind = ["forms"] if peer == "reportlab" else []
    shell = "bash" if peer == "typst" else "sh"
    return timed([shell, script, str(count), *kind, str(out)], {"PY": python})


if __name__ == "__main__":
    main()
