"""The rules on the profile of an output intent (ICC.1): class, version, colour space."""

from struct import error, unpack_from

from layout.preflight.file import File
from layout.preflight.ledger import Ledger
from layout.preflight.values import MalformedError, Stream, TooLargeError, number

_COMPONENTS = {"CMYK": 4, "RGB ": 3, "GRAY": 1}
_FAMILIES = {
    "JC": ("japan",),
    "FOGRA": ("fogra", "iso coated", "isocoated", "pso"),
    "SWOP": ("swop",),
}
"""What a profile for a registered condition calls itself."""


def judge_profile(file: File, ledger: Ledger, stream: Stream, identifier: str) -> str:
    """O2.* or O3.* of an embedded profile; returns its colour space (``CMYK`` if unknown)."""
    rule = "O2" if "flat" in ledger.standard.groups else "O3"
    try:
        data = file.content(stream)
    except (MalformedError, TooLargeError):
        data = b""
    if len(data) < 132 or data[36:40] != b"acsp":
        ledger.add(f"{rule}.broken", measured=len(data))
        return "CMYK"
    kind, space = data[12:16].decode("latin-1"), data[16:20].decode("latin-1")
    if kind != "prtr":
        ledger.add(f"{rule}.class", measured=kind, limit="prtr")
    if data[8] not in ledger.standard.profile_versions:
        ledger.add(f"{rule}.version", measured=data[8], limit=ledger.standard.profile_versions[0])
    _space(file, ledger, stream, rule, space, kind)
    _label(ledger, data, identifier)
    return space if kind == "prtr" else "CMYK"


def _space(file: File, ledger: Ledger, stream: Stream, rule: str, space: str, kind: str) -> None:
    components = int(number(file.get(stream, "N")))
    if _COMPONENTS.get(space) != components:
        ledger.add(f"{rule}.space", "N", measured=f"{space.strip()}, N {components}")
    elif ledger.standard.colour == "cmyk" and space not in ("CMYK", "GRAY") and kind == "prtr":
        ledger.add(f"{rule}.space", "space", measured=space.strip())


def _label(ledger: Ledger, data: bytes, identifier: str) -> None:
    """O2.label: a profile of one family must not go by the name of another."""
    told = description(data).lower()
    said = [family for family in _FAMILIES if identifier.upper().startswith(family)]
    others = [
        word
        for family, words in _FAMILIES.items()
        if family not in said
        for word in words
        if word in told
    ]
    if said and others and not any(word in told for word in _FAMILIES[said[0]]):
        ledger.add("O2.label", measured=description(data), name=identifier)


def description(data: bytes) -> str:
    """What a profile calls itself (tag ``desc``, in either of its forms)."""
    try:
        (count,) = unpack_from(">I", data, 128)
        for at in range(132, 132 + 12 * min(count, 100), 12):
            tag, offset, length = unpack_from(">4sII", data, at)
            body = data[offset : offset + length]
            if tag == b"desc" and body[:4] == b"desc":
                (size,) = unpack_from(">I", body, 8)
                return body[12 : 12 + size].rstrip(b"\0").decode("latin-1")
            if tag == b"desc" and body[:4] == b"mluc":
                size, start = unpack_from(">II", body, 20)
                return body[start : start + size].decode("utf-16-be", "replace")
    except error:
        pass
    return ""
