"""Which colour spaces a standard does not take (rules C1, C3, colour.rgb)."""

from layout.preflight.colour import Space, below
from layout.preflight.standards import Standard

_FLAT = ("DeviceGray", "DeviceCMYK", "Separation", "DeviceN", "Indexed", "Pattern", "unknown")
_INKLESS = ("DeviceRGB", "CalRGB", "Lab")


def offence(space: Space, standard: Standard, intent: str) -> tuple[str, str]:
    """The code and the name of what offends in a space; empty strings if nothing does.

    ``intent`` is the colour space of the output intent's profile as ICC writes it (``CMYK``).
    """
    for part in below(space):
        if standard.colour == "cmyk":
            if part.family not in _FLAT:
                return "C1", _told(part)
        elif standard.colour == "managed":
            if part.family in _FOREIGN.get(intent, ("DeviceRGB",)) and not part.meets:
                return "C3", part.family
        elif part.family in _INKLESS or (part.family == "ICCBased" and part.size == 3):
            return "colour.rgb", _told(part)
    return "", ""


_FOREIGN = {
    "CMYK": ("DeviceRGB",),
    "RGB ": ("DeviceCMYK",),
    "GRAY": ("DeviceRGB", "DeviceCMYK"),
}


def _told(space: Space) -> str:
    told = f"ICCBased ({space.size})" if space.family == "ICCBased" else space.family
    return f"{space.meets} → {told}" if space.meets else told
