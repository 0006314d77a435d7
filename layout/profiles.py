"""ICC profiles: read, verified, told apart by their own name (ICC.1:2001-04).

A profile decides what a file claims to be made for, so it is never taken at the name of its
file: its header and its description say what it is.
"""

from collections.abc import Iterator
from pathlib import Path

from layout.problems import LeafletError, Problem, problem
from layout.resources import resource
from layout.standards import (
    CONDITIONS,
    FOGRA39,
    JAPAN_COLOR,
    STANDARDS,
    Condition,
    Intent,
    Profile,
    Standard,
)

LARGEST = 16 * 1024 * 1024
_HEADER, _ENTRY = 128, 12
_USAGE, _DATA, _FILE = 2, 3, 6


def shipped() -> Profile:
    """The profile of FOGRA39 that comes with the house."""
    data = resource("data/profiles/FOGRA39.icc").read_bytes()
    return Profile(data, description(data))


def read_profile(path: Path) -> Profile:
    """The CMYK output profile in a file.

    Raises LeafletError: exit code 6 where it cannot be read, 3 where it is none.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        reason = error.strerror or str(error)
        found = problem("icc-unreadable", path=path, reason=reason)
        raise LeafletError((found,), _FILE) from None
    wrong = tuple(_faults(data, path))
    if wrong:
        raise LeafletError(wrong, _DATA)
    return Profile(data, description(data))


def _faults(data: bytes, path: Path) -> Iterator[Problem]:
    """What keeps bytes from being a profile to print by: the header's fields and the tables."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp" or _number(data, 0) > len(data):
        yield problem("icc-not-a-profile", path=path)
        return
    kind, space = (data[at : at + 4].decode("latin-1").strip() for at in (12, 16))
    if kind != "prtr" or space != "CMYK":
        yield problem("icc-not-for-printing", path=path, kind=kind, space=space)
    elif data[8] > 2:
        yield problem("icc-too-new", path=path, version=f"{data[8]}.{data[9] >> 4}")
    elif not (_tag(data, b"A2B0") and _tag(data, b"B2A0") and description(data)):
        yield problem("icc-not-a-profile", path=path)


def description(data: bytes) -> str:
    """The name a profile gives itself (textDescriptionType, ICC.1:2001-04 6.5.17)."""
    tag = _tag(data, b"desc")
    if tag[:4] != b"desc" or len(tag) < 12:
        return ""
    return tag[12 : 12 + _number(tag, 8)].split(b"\0")[0].decode("ascii", "replace").strip()


def _tag(data: bytes, wanted: bytes) -> bytes:
    """The bytes of a tag; empty where there is none of that name."""
    for place in range(min(_number(data, _HEADER), 100)):
        entry = _HEADER + 4 + place * _ENTRY
        if data[entry : entry + 4] == wanted:
            start = _number(data, entry + 4)
            return data[start : start + _number(data, entry + 8)]
    return b""


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def condition_of(profile: Profile) -> Condition:
    """The printing condition a profile was made for; one of its own where none is known.

    Only the profile's description decides.
    """
    name = profile.description.lower()
    for condition in CONDITIONS.values():
        if any(name.startswith(known.lower()) for known in condition.profiles):
            return condition
    text = profile.description
    return Condition("Custom", text, text, JAPAN_COLOR.condition.total_ink, registered=False)


def find_standard(name: str) -> Standard:
    """The standard of that id; LeafletError (exit code 2) if there is none."""
    if name not in STANDARDS:
        found = problem("press-standard-unknown", name=name, known=", ".join(STANDARDS))
        raise LeafletError((found,), _USAGE)
    return STANDARDS[name]


def find_intent(standard: Standard, icc: Path | None, condition: str | None) -> Intent:
    """What a file is made for, from what a person said.

    Without a word the default of the standard: Japan Color by its registered name, or
    FOGRA39 where a profile must be carried, since no Japan Color profile may be shipped.
    Raises LeafletError where the profile is not of the condition named, or none is there.
    """
    if condition is not None and condition not in CONDITIONS:
        found = problem("condition-unknown", name=condition, known=", ".join(CONDITIONS))
        raise LeafletError((found,), _USAGE)
    if icc is not None:
        return _by_profile(standard, icc, condition)
    if condition is None:
        condition = FOGRA39.id if standard.profile else JAPAN_COLOR.condition.id
    if condition == FOGRA39.id:
        return Intent(FOGRA39, shipped(), standard.profile)
    if standard.profile:
        found = problem("profile-missing", name=CONDITIONS[condition].name, standard=standard.id)
        raise LeafletError((found,), _USAGE)
    return Intent(CONDITIONS[condition])


def _by_profile(standard: Standard, icc: Path, condition: str | None) -> Intent:
    profile = read_profile(icc)
    made_for = condition_of(profile)
    if condition not in (None, made_for.id):
        found = problem(
            "icc-other-condition", path=icc, profile=profile.description, name=condition
        )
        raise LeafletError((found,), _DATA)
    return Intent(made_for, profile, standard.profile or not made_for.registered)
