"""Names that lead to no file, and the files they may mean."""

from pathlib import Path

import pytest

from layout.nearby import near_files

PHOTOS = (".jpg", ".png")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "photos/kaigo-rally.jpg",
        "photos/kaigo-2.jpg",
        "行進.PNG",
        "rally.txt",
        ".hidden/rally.jpg",
        "a/b/c/d/e/deep.jpg",
        "unlike.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("photos/kaigo-raly.jpg", "photos/kaigo-rally.jpg"),
        ("kaigo-rally.jpg", "photos/kaigo-rally.jpg"),
        ("photos/kaigo-rally.png", "photos/kaigo-rally.jpg"),
        ("pictures/Kaigo-Rally.JPG", "photos/kaigo-rally.jpg"),
        ("行進.png", "行進.PNG"),
        ("行進.jpg", "行進.PNG"),
    ],
)
def test_the_nearest_comes_first(folder: Path, name: str, nearest: str) -> None:
    assert near_files(name, folder, PHOTOS)[0] == nearest


@pytest.mark.parametrize("name", ["zzzz.jpg", "deep.jpg", "", "x" * 5000, "a\0b", "../../etc"])
def test_what_is_like_nothing_or_out_of_sight_has_none(folder: Path, name: str) -> None:
    assert near_files(name, folder, PHOTOS) == ()


def test_only_files_of_the_kind_are_told(folder: Path) -> None:
    assert near_files("rally.jpg", folder, (".svg",)) == ()
    assert "rally.txt" not in near_files("rally.jpg", folder, PHOTOS)
    assert not any(".hidden" in each for each in near_files("rally.jpg", folder, PHOTOS))
