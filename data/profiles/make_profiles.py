"""Makes FOGRA39.icc from its characterisation data, and copies sRGB.icc.

    apt-get install argyll icc-profiles-free
    python data/profiles/make_profiles.py

``colprof`` writes the day into the header; it is set to a fixed one, so that the same data
give the same file.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

SOURCE = Path("/usr/share/color/icc")
HERE = Path(__file__).resolve().parent
DATE = slice(24, 36)
FIXED = bytes((0x07, 0xD6, 0, 12, 0, 1, 0, 0, 0, 0, 0, 0))
"""1 December 2006: the month of the data."""

OPTIONS = (
    *("-qm", "-bm", "-l300"),  # medium grids both ways; separations of 300 % of ink at most
    "-nc",  # without a copy of the characterisation data, which is four times the profile
    *("-A", "FOGRA", "-M", "FOGRA39L"),
    *("-D", "FOGRA39L coated (made from the characterisation data)"),
    *("-C", "Made from FOGRA39L.ti3 of icc-profiles-free, zlib licence"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "FOGRA39.icc"
        shutil.copy(SOURCE / "FOGRA39L.ti3", folder)
        subprocess.run(["colprof", *OPTIONS, "-O", made.name, "FOGRA39L"], cwd=folder, check=True)
        data = bytearray(made.read_bytes())
    data[DATE] = FIXED
    (HERE / "FOGRA39.icc").write_bytes(data)
    shutil.copyfile(SOURCE / "sRGB.icc", HERE / "sRGB.icc")


if __name__ == "__main__":
    main()
