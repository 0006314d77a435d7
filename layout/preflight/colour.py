"""Colour spaces and the ink that a colour in them puts on paper (ISO 32000-1 8.6)."""

import zlib

from layout.preflight.file import File
from layout.preflight.values import MalformedError, Name, Object, Stream, TooLargeError, number
from layout.values import NamedTuple

DEEPEST = 8
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
DEVICE = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_DEFAULTS = {"DeviceGray": "DefaultGray", "DeviceRGB": "DefaultRGB", "DeviceCMYK": "DefaultCMYK"}


class Space(NamedTuple):
    """A colour space: its family, its number of components and what stands below it.

    ``base`` is the space of an Indexed, Pattern, Separation or DeviceN space's own colours;
    ``names`` its colorants; ``meets`` the device space that a Default space stands in for;
    ``print_`` a mark of an alternate and its tint transform, equal where these are;
    ``table`` the colours of an Indexed space.
    """

    family: str
    size: int
    base: "Space | None" = None
    names: tuple[str, ...] = ()
    meets: str = ""
    print_: int = 0
    table: bytes = b""


GRAY, RGB, CMYK = (Space(family, count) for family, count in DEVICE.items())
PATTERN = Space("Pattern", 0)
UNKNOWN = Space("unknown", 0)
_PLAIN = {"DeviceGray": GRAY, "DeviceRGB": RGB, "DeviceCMYK": CMYK, "Pattern": PATTERN}


class Paint(NamedTuple):
    """A colour ready to paint with.

    ``inks`` are amounts by colorant from 0 to 1, or None where nobody can tell (RGB, Lab …);
    ``pattern`` is the pattern's object, if it is one; ``white`` says that nothing is printed.
    """

    space: Space
    values: tuple[float, ...]
    inks: tuple[tuple[str, float], ...] | None
    white: bool
    pattern: Object = None

    @property
    def total(self) -> float:
        """Percent of all inks together; 0 where nobody can tell."""
        return 100 * sum(amount for _, amount in self.inks or ())


def read_space(value: Object, file: File, resources: Object, depth: int = 0) -> Space:
    """A colour space from its object or name; ``UNKNOWN`` if it is none."""
    value = file.resolve(value)
    if depth > DEEPEST:
        return UNKNOWN
    if isinstance(value, Name):
        return _named(value, file, resources, depth)
    if not isinstance(value, list) or not value:
        return UNKNOWN
    family = file.resolve(value[0])
    items = [file.resolve(item) for item in value[1:]] + [None] * 4
    if not items or len(value) == 1:
        return _named(family, file, resources, depth) if isinstance(family, Name) else UNKNOWN
    if family in ("CalGray", "CalRGB", "Lab"):
        return Space(str(family), 1 if family == "CalGray" else 3)
    if family == "ICCBased":
        return _icc(items[0], file)
    if family in ("Indexed", "I"):
        base = read_space(items[0], file, resources, depth + 1)
        return Space("Indexed", 1, base, table=_table(items[2], file))
    if family == "Pattern":
        return Space("Pattern", 0, read_space(items[0], file, resources, depth + 1))
    if family in ("Separation", "DeviceN"):
        names = items[0] if isinstance(items[0], list) else [items[0]]
        colorants = tuple(str(file.resolve(name)) for name in names)
        base = read_space(items[1], file, resources, depth + 1)
        mark = fingerprint([items[1], items[2]], file)
        return Space(str(family), len(colorants), base, colorants, print_=mark)
    return UNKNOWN


def _named(name: str, file: File, resources: Object, depth: int) -> Space:
    name = _SHORT.get(name, name)
    listed = file.dictionary(file.get(resources, "ColorSpace"))
    if name in _DEFAULTS and _DEFAULTS[name] in listed:
        chosen = read_space(listed[_DEFAULTS[name]], file, {}, depth + 1)
        return chosen._replace(meets=name) if chosen.family != name else _PLAIN[name]
    if name in _PLAIN:
        return _PLAIN[name]
    if name in listed and listed[name] != name:
        return read_space(listed[name], file, resources, depth + 1)
    return UNKNOWN


def _icc(profile: Object, file: File) -> Space:
    count = int(number(file.get(profile, "N")))
    return Space("ICCBased", count, {1: GRAY, 3: RGB, 4: CMYK}.get(count, UNKNOWN))


def _table(value: Object, file: File) -> bytes:
    try:
        return file.content(value) if isinstance(value, Stream) else bytes(value or b"")
    except (MalformedError, TooLargeError, TypeError, ValueError):
        return b""


def fingerprint(value: Object, file: File, depth: int = 0) -> int:
    """A number that is the same for objects that say the same."""
    value = file.resolve(value)
    if depth > DEEPEST:
        return 0
    if isinstance(value, Stream):
        try:
            body = zlib.crc32(file.content(value))
        except (MalformedError, TooLargeError):
            body = zlib.crc32(value.raw)
        kept = {key: value.entries[key] for key in value.entries if key not in _NOT_MEANING}
        return hash((body, fingerprint(kept, file, depth + 1)))
    if isinstance(value, dict):
        return hash(tuple((key, fingerprint(value[key], file, depth + 1)) for key in sorted(value)))
    if isinstance(value, list):
        return hash(tuple(fingerprint(item, file, depth + 1) for item in value))
    return hash(value)


_NOT_MEANING = ("Length", "Filter", "DecodeParms")


def first_colour(space: Space) -> tuple[float, ...]:
    """The colour a space begins with (ISO 32000-1 8.6.5.6, 8.6.6)."""
    if space.family == "DeviceCMYK" or (space.family == "ICCBased" and space.size == 4):
        return (0.0, 0.0, 0.0, 1.0)
    return ((1.0 if space.family in ("Separation", "DeviceN") else 0.0),) * space.size


def make_paint(space: Space, values: tuple[float, ...], pattern: Object = None) -> Paint:
    """The paint of a colour in a space."""
    inks = None if space.family == "Pattern" else inks_of(space, values)
    white = not any(amount > 0.0005 for _, amount in inks) if inks is not None else False
    if inks is None and space.family in ("DeviceRGB", "CalRGB", "ICCBased"):
        white = len(values) == 3 and min(values) >= 0.9995
    return Paint(space, values, inks, white, pattern)


def is_coloured(paint: Paint) -> bool:
    """Whether a device would need more than black for a paint."""
    if paint.inks is not None:
        return any(amount > 0.0005 for name, amount in paint.inks if name != "Black")
    return len(paint.values) == 3 and max(paint.values) - min(paint.values) > 0.004


def inks_of(space: Space, values: tuple[float, ...]) -> tuple[tuple[str, float], ...] | None:
    """Amounts by colorant; None for colours that are not given in inks."""
    values = tuple(min(max(value, 0.0), 1.0) for value in values) if values else ()
    family = space.base.family if space.family == "ICCBased" and space.base else space.family
    if family == "DeviceCMYK" and len(values) == 4:
        return tuple(zip(PROCESS, values, strict=True))
    if family in ("DeviceGray", "CalGray") and len(values) == 1:
        return (("Black", 1 - values[0]),)
    if family in ("Separation", "DeviceN") and len(values) == len(space.names):
        pairs = zip(space.names, values, strict=True)
        return tuple((name, amount) for name, amount in pairs if name != "None")
    return None


def indexed_paint(space: Space, index: float) -> Paint:
    """The colour an index of an Indexed space stands for."""
    base = space.base or UNKNOWN
    at = max(0, int(index)) * base.size
    values = tuple(byte / 255 for byte in space.table[at : at + base.size])
    return make_paint(base, values) if values else Paint(base, (), None, False)


def below(space: Space) -> list[Space]:
    """A space and all it rests on, itself first."""
    found = [space]
    while found[-1].base is not None and found[-1].family != "ICCBased":
        found.append(found[-1].base)
    return found
