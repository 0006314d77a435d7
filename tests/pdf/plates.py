"""A file as printing plates, made by Ghostscript: what a print shop's own tool will do."""

import re
import subprocess
from pathlib import Path

from PIL import Image


def plates(data: bytes, folder: Path, dpi: int = 72, overprint: bool = True) -> dict[str, list]:
    """The pages of each plate by the ink's name: 0 where it prints in full, 255 where not.

    ``overprint`` False: as a device that ignores the wish to overprint.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "file.pdf").write_bytes(data)
    wish = "enable" if overprint else "disable"
    command = ("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{dpi}")
    # -s, not -d: with -dOverprint the program overlooks the option.
    options = (f"-sOverprint={wish}", f"-sOutputFile={folder / 'p%d.tif'}")
    subprocess.run([*command, *options, str(folder / "file.pdf")], check=True, timeout=120)
    found: dict[str, list] = {}
    for path in sorted(folder.glob("p*(*).tif")):
        ink = re.fullmatch(r"p\d+\((.*)\)\.tif", path.name)
        assert ink
        with Image.open(path) as image:
            found.setdefault(ink[1], []).append(image.convert("L"))
    return found
