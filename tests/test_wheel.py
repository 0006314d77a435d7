"""What is installed: everything in the package, the same bytes each time, no network."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


def build(folder: Path) -> Path:
    """The wheel, built offline by the backend itself (which leaves nothing in the checkout)."""
    folder.mkdir()
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)],
        cwd=ROOT,
        env=kept,
        check=True,
        capture_output=True,
        text=True,
    )
    return folder / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel") / "first")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files laid out as an installer would, with nothing of the checkout near."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_two_builds_of_the_wheel_are_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "second").read_bytes() == wheel.read_bytes()


def test_the_wheel_carries_every_file_of_fonts_and_data(installed: Path) -> None:
    for name in ("data", "fonts"):
        wanted = {
            path.relative_to(ROOT): path.read_bytes()
            for path in (ROOT / name).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        shipped = installed / "layout" / "_shipped"
        assert wanted
        assert {path: (shipped / path).read_bytes() for path in wanted} == wanted


def test_the_wheel_holds_nothing_but_the_program(installed: Path) -> None:
    tops = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert tops == {"layout", "make_leaflet.py"}


def test_licences_travel_with_the_wheel(installed: Path) -> None:
    (information,) = installed.glob("*.dist-info")
    names = {path.name for path in (information / "licenses").rglob("*") if path.is_file()}
    fonts = {path.name for path in (ROOT / "fonts" / "licences").iterdir()}
    assert names == fonts | {"LICENSE"}


def test_the_installed_tool_works_anywhere(installed: Path, tmp_path: Path) -> None:
    """As the console script calls it; nothing is imported or read from the checkout."""
    script = (
        f"import sys; sys.path.insert(0, {str(installed)!r})\n"
        "import make_leaflet; code = make_leaflet.main(sys.argv[1:])\n"
        "import layout; assert layout.__file__.startswith(sys.path[0]), layout.__file__\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, "--edition", "press"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    ours = tmp_path / "output" / "mynumber_a4-roll_press.pdf"
    assert Path(done.stdout.strip()) == ours.relative_to(tmp_path)
    subprocess.run(
        [sys.executable, str(ROOT / "make_leaflet.py"), "--edition", "press", "-o", "checkout"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert ours.read_bytes() == (tmp_path / "checkout" / ours.name).read_bytes()
