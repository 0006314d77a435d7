"""The rules on images: colour space, resolution, masks, filters, alternates."""

from math import hypot
from typing import TYPE_CHECKING

from layout.preflight.colour import CMYK, GRAY, RGB, Space, inks_of, read_space
from layout.preflight.filters import FORBIDDEN_FILTERS, IMAGE_FILTERS, SHORT_NAMES, filters_of
from layout.preflight.geometry import MM
from layout.preflight.painted import Placed
from layout.preflight.state import State
from layout.preflight.values import MalformedError, Stream, TooLargeError, number

if TYPE_CHECKING:
    from layout.preflight.painting import Painting

LARGEST_MEASURED = 160 << 20
"""Samples of an image whose ink is measured: an A3 page at 450 ppi."""

SMALL = 16
"""Pixels a side: images of that size and less have no resolution to speak of (GWG)."""


def judge_image(painting: "Painting", placed: Placed, state: State) -> None:
    """Every rule on one image where it is placed."""
    file, entries = painting.file, placed.entries
    mask = file.get(entries, "ImageMask") is True
    if mask:
        painting.painted(state.fill, placed.box, state.fill_over, "image")
    elif "ColorSpace" in entries:
        space = read_space(entries["ColorSpace"], file, placed.resources)
        painting.space(space, placed.box, "image")
        painting.note_reach(placed.box, None)
        if painting.ledger.standard.margin:
            painting.judge_margin(placed.box)
            painting.coloured[-1] |= (space.base or space).size > 1
        _ink(painting, placed, space)
    elif placed.stream is not None and "JPXDecode" not in filters_of(entries):
        painting.broken("image")
    if isinstance(file.get(entries, "SMask"), Stream) or number(entries.get("SMaskInData")):
        painting.see_through("T1.smask", placed.box, "image SMask")
    if "OPI" in entries:
        painting.ledger.add("G2.opi", box=placed.box)
    for alternate in file.array(entries.get("Alternates")):
        if file.get(alternate, "DefaultForPrinting") is True:
            painting.ledger.add("G2.alternate", box=placed.box)
    if "Subtype" not in entries:
        _inline_filters(painting, placed)
    _resolution(painting, placed, mask)


def _inline_filters(painting: "Painting", placed: Placed) -> None:
    """F3 of an image within the content, which is no object of the file."""
    for name in filters_of(placed.entries):
        code = FORBIDDEN_FILTERS.get(SHORT_NAMES.get(name, name))
        if code:
            painting.ledger.add(code, box=placed.box, measured=name)


def _resolution(painting: "Painting", placed: Placed, mask: bool) -> None:
    file, entries = painting.file, placed.entries
    width, height = (number(file.get(entries, key)) for key in ("Width", "Height"))
    a, b, c, d, _, _ = placed.matrix
    across, down = hypot(a, b) / 72, hypot(c, d) / 72
    if (width <= SMALL and height <= SMALL) or not across or not down:
        return
    if placed.box.common(painting.area.printed) is None:
        return
    resolution = min(width / across, height / down)
    bits = 1.0 if mask else number(file.get(entries, "BitsPerComponent"), 8)
    code = "image.bitmap" if bits == 1 else "image.resolution"
    under = painting.limit(code).below(resolution)
    if under:
        severity, limit = under
        painting.ledger.add(
            code, box=placed.box, measured=round(resolution, 1), limit=limit, severity=severity
        )


def _ink(painting: "Painting", placed: Placed, space: Space) -> None:
    """ink.total of an image whose samples can be read: means over squares of 15 mm²."""
    count = space.size
    base = space.base if space.family == "ICCBased" else space
    if count < 2 or base in (RGB, GRAY) or placed.stream is None or not painting.inked:
        return
    file, entries = painting.file, placed.entries
    if number(file.get(entries, "BitsPerComponent"), 8) != 8:
        return
    width, height = (int(number(file.get(entries, key))) for key in ("Width", "Height"))
    data = _samples(painting, placed.stream, width * height * count)
    if width < 1 or len(data) < width * height * count:
        return
    if number(next(iter(file.array(entries.get("Decode"))), 0.0)) == 1:
        data = data.translate(_INVERTED)
    total = _heaviest(data, width, height, count, _window(placed, width))
    if base == CMYK or inks_of(space, (0.0,) * count) is not None:
        painting.weigh(total, placed.box)


def _samples(painting: "Painting", stream: Stream, size: int) -> bytes:
    """The samples of an image, one byte each; none where they cannot be had at a fair price."""
    listed = painting.file.get(stream, "Filter")
    names = {SHORT_NAMES.get(name, name) for name in filters_of({"Filter": listed})}
    if size > LARGEST_MEASURED:
        return b""
    try:
        data = painting.file.content(stream)
    except (MalformedError, TooLargeError):
        painting.broken("image")
        return b""
    if "DCTDecode" in names:
        return _jpeg(data, size)
    return b"" if names & IMAGE_FILTERS else data


def _jpeg(data: bytes, size: int) -> bytes:
    """The samples of a JPEG in CMYK as PDF takes them."""
    from io import BytesIO

    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=("JPEG",)) as image:
            if image.mode != "CMYK" or image.width * image.height * 4 != size:
                return b""
            # Pillow takes every JPEG in CMYK to be stored upside down, as Adobe's are.
            return image.tobytes().translate(_INVERTED)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return b""


_INVERTED = bytes(range(255, -1, -1))


def _window(placed: Placed, width: int) -> int:
    """Pixels along a side of a square of 15 mm² on the page."""
    across = hypot(placed.matrix[0], placed.matrix[1])
    return max(1, min(int(3.87 / MM * width / across), 4096)) if across else 1


def _heaviest(data: bytes, width: int, height: int, count: int, window: int) -> float:
    """The most ink, in percent, in any square of the image, from every few rows of it."""
    best = 0.0
    rows = range(0, height, max(1, window // 4))
    lefts = {*range(0, max(1, width - window), max(1, window // 2)), max(0, width - window)}
    for top in range(0, max(1, len(rows) - 3), 2):
        chosen = rows[top : top + 4]
        for left in lefts:
            right = min(left + window, width)
            total = sum(
                sum(data[(row * width + left) * count : (row * width + right) * count])
                for row in chosen
            )
            best = max(best, total / (255 * (right - left) * len(chosen)))
    return 100 * best
