"""Profiles are what they say inside; a file is never made for what it is not."""

from pathlib import Path

import pytest
from PIL import ImageCms

from layout.problems import LeafletError
from layout.profiles import (
    condition_of,
    description,
    find_intent,
    find_standard,
    read_profile,
    shipped,
)
from layout.resources import resource
from layout.standards import CONDITIONS, PDFX_1A, PDFX_4, Profile

NAME = b"FOGRA39L coated"
OTHER = b"Japan Color 2001 Coated\0"


def renamed(data: bytes, name: bytes) -> bytes:
    """The profile under a name of the same length or shorter."""
    at = data.index(NAME)
    return data[:at] + name + data[at + len(name) :]


def japan_color(folder: Path) -> Path:
    """A profile that calls itself Japan Color, as a person's own does."""
    path = folder / "own.icc"
    path.write_bytes(renamed(shipped().data, OTHER))
    return path


def refused(call: object, *arguments: object) -> tuple[str, int]:
    with pytest.raises(LeafletError) as caught:
        call(*arguments)  # type: ignore[operator]
    [found] = caught.value.problems
    return found.code, caught.value.exit_code


def test_the_shipped_profile_is_a_sound_one_to_print_by() -> None:
    """As LittleCMS reads it, and as the house does."""
    path = resource("data/profiles/FOGRA39.icc")
    profile = ImageCms.getOpenProfile(str(path)).profile
    assert (profile.device_class, profile.xcolor_space.strip()) == ("prtr", "CMYK")
    assert profile.version < 3
    assert profile.profile_description == description(path.read_bytes()) == shipped().description
    assert read_profile(path) == shipped()
    assert condition_of(shipped()).id == "FOGRA39"


def test_a_profile_of_ones_own_is_known_by_the_name_inside_it(tmp_path: Path) -> None:
    own = japan_color(tmp_path)
    assert condition_of(read_profile(own)).id == "JC200103"
    for standard in (PDFX_1A, PDFX_4):
        intent = find_intent(standard, own, None)
        assert intent.condition.id == "JC200103"
        assert intent.profile == read_profile(own)
        assert intent.carried == standard.profile


def test_a_profile_nobody_knows_is_carried_under_its_own_name() -> None:
    condition = condition_of(Profile(b"", "Our own press"))
    assert (condition.name, condition.registered) == ("Our own press", False)


def test_it_is_carried_whatever_the_standard(tmp_path: Path) -> None:
    path = tmp_path / "own.icc"
    path.write_bytes(renamed(shipped().data, b"Our own press\0"))
    assert find_intent(PDFX_1A, path, None).carried
    assert refused(find_intent, PDFX_1A, path, "JC200103") == ("icc-other-condition", 3)


def test_no_profile_is_taken_for_another(tmp_path: Path) -> None:
    mislabelled = tmp_path / "JapanColor2001Coated.icc"
    mislabelled.write_bytes(shipped().data)
    assert find_intent(PDFX_1A, mislabelled, None).condition.id == "FOGRA39"
    assert refused(find_intent, PDFX_1A, mislabelled, "JC200103") == ("icc-other-condition", 3)


def test_japan_color_cannot_be_carried_without_a_profile() -> None:
    assert refused(find_intent, PDFX_4, None, "JC200103") == ("profile-missing", 2)
    assert not find_intent(PDFX_1A, None, "JC200103").carried


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda data: data[:100], "icc-not-a-profile"),
        (lambda data: data[:5000], "icc-not-a-profile"),
        (lambda _: b"", "icc-not-a-profile"),
        (lambda data: b"<html>" + data, "icc-not-a-profile"),
        (lambda data: data.replace(b"B2A0", b"B2X0"), "icc-not-a-profile"),
        (lambda data: data[:12] + b"mntr" + data[16:], "icc-not-for-printing"),
        (lambda data: data[:16] + b"RGB " + data[20:], "icc-not-for-printing"),
        (lambda data: data[:8] + b"\4\x20" + data[10:], "icc-too-new"),
        (lambda _: resource("data/profiles/sRGB.icc").read_bytes(), "icc-not-for-printing"),
    ],
)
def test_what_is_no_profile_to_print_by_is_refused(
    spoil: object, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.icc"
    path.write_bytes(spoil(shipped().data))  # type: ignore[operator]
    assert refused(read_profile, path) == (code, 3)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert refused(read_profile, tmp_path / "none.icc") == ("icc-unreadable", 6)
    assert refused(read_profile, tmp_path) == ("icc-unreadable", 6)


def test_names_nobody_knows() -> None:
    assert refused(find_standard, "pdfx-9") == ("press-standard-unknown", 2)
    assert refused(find_intent, PDFX_1A, None, "SWOP") == ("condition-unknown", 2)


def test_each_profile_name_belongs_to_one_condition() -> None:
    for condition in CONDITIONS.values():
        for name in condition.profiles:
            assert condition_of(Profile(b"", f"{name} (x)")) == condition
