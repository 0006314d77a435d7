"""Pictures for people: every panel, the leaflet as it is opened, the cover for social media.

All are made of rendered panels by drawing alone: the same panels give the same pictures.
Lengths are pixels.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import groupby

from PIL import Image, ImageFilter

from layout.folds import SIDES, Scheme, Slot
from layout.preview import rendered
from layout.values import NamedTuple

_POINTS_PER_INCH = 72
_MOCKUP_HEIGHT = 1000
"""How high the paper is in a mock-up."""
_AROUND = 0.09
"""What is left free around the paper, in parts of its height."""
_TILT = 0.028
"""How much lower than its fold a panel's outer edge stands, in parts of its height."""
_SHORTENED = 0.955
"""How much narrower a panel looks that does not lie flat."""
_TABLE = (233, 231, 227)
_SHADOW = (60, 52, 44)

_LIGHTER = 0.12
"""How much of white is mixed with the ground of the pictures for social media."""

SQUARE, WIDE = (1080, 1080), (1200, 630)
"""What social media show of a post, and of a page that a post links to."""


class Picture(NamedTuple):
    """A picture in a file: what its name ends in, and its bytes (PNG)."""

    name: str
    data: bytes


def pictures(
    pdf: bytes, scheme: Scheme, dpi: int, colour: tuple[float, float, float]
) -> Iterator[Picture]:
    """Every panel at ``dpi``, three mock-ups, two pictures for social media.

    ``pdf`` has the two sides of the trimmed sheet and nothing around them; ``colour`` (red, green
    and blue, each 0 to 1) is the ground of the latter.
    """
    panels = _panels(pdf, scheme, dpi)
    for slot in scheme.slots:
        yield Picture(f"P{slot.number}-{slot.role}", _png(panels[slot.number], dpi))
    views = tuple(_views(scheme, panels))
    for name, view in zip(("closed", "opened", "flat"), views, strict=False):
        yield Picture(f"mockup-{name}", _png(on_table(view, _TABLE)))
    cover, flat = panels[1], views[-1]
    red, green, blue = (round(255 * (_LIGHTER + (1 - _LIGHTER) * part)) for part in colour)
    ground = red, green, blue
    yield Picture("social-square", _png(beside((cover,), SQUARE, ground)))
    yield Picture("social-wide", _png(beside((cover, flat), WIDE, ground)))


def _panels(pdf: bytes, scheme: Scheme, dpi: int) -> dict[int, Image.Image]:
    """The panels by their numbers, heads up."""
    scale = dpi / _POINTS_PER_INCH
    sides = dict(zip(SIDES, map(_picture, rendered(pdf, dpi)), strict=True))
    return {slot.number: _cut(sides[slot.side], slot, scale) for slot in scheme.slots}


def _picture(page: tuple[int, int, bytes]) -> Image.Image:
    return Image.frombytes("RGB", page[:2], page[2])


def _cut(side: Image.Image, slot: Slot, scale: float) -> Image.Image:
    corners = (slot.x, slot.y, slot.x + slot.width, slot.y + slot.height)
    left, top, right, bottom = (round(each * scale) for each in corners)
    panel = side.crop((left, top, min(right, side.width), min(bottom, side.height)))
    return panel.rotate(180) if slot.turn else panel


def _views(scheme: Scheme, panels: Mapping[int, Image.Image]) -> Iterator[Image.Image]:
    """The leaflet closed, opened once, and its whole inside."""
    stages = scheme.stages[:-1]
    yield _view(scheme, panels, stages[0], 0.0)
    yield _view(scheme, panels, stages[1], _TILT)
    yield _view(scheme, panels, stages[-1], 0.0)


def _view(
    scheme: Scheme, panels: Mapping[int, Image.Image], stage: Sequence[int], tilt: float
) -> Image.Image:
    """Panels that are seen together, row by row, as paper with a hint of its folds."""
    slots = {slot.number: slot for slot in scheme.slots}
    whole = {slots[number].side for number in stage} == {"inside"} and len(stage) * 2 == len(slots)
    keyed = [(slots[number].y if whole else 0.0, number) for number in stage]
    rows = [[panels[n] for _, n in run] for _, run in groupby(keyed, key=lambda pair: pair[0])]
    if scheme.opening == "right":  # read from the right
        rows = [row[::-1] for row in rows]
    count = len(rows)
    height = _MOCKUP_HEIGHT // count
    spine = "" if len(stage) > 1 else scheme.opening
    drawn = [_row([_sized(panel, height) for panel in row], tilt, spine) for row in rows]
    size = max(row.width for row in drawn), sum(row.height for row in drawn)
    view, top = Image.new("RGBA", size), 0
    for row in drawn:
        view.alpha_composite(row, (0, top))
        top += row.height
    return view


def _sized(panel: Image.Image, height: int) -> Image.Image:
    width = round(panel.width * height / panel.height)
    return panel.resize((width, height), Image.Resampling.LANCZOS)


def _row(panels: Sequence[Image.Image], tilt: float, spine: str) -> Image.Image:
    """Panels side by side; those that do not lie flat lean away from every other fold.

    ``spine`` is the edge at which a panel by itself is folded (empty: none).
    """
    last = len(panels) - 1
    shaded = [
        _shaded(panel, at > 0 or spine == "left", at < last or spine == "right")
        for at, panel in enumerate(panels)
    ]
    if tilt:
        shaded = [_leaning(panel, tilt, at % 2 == 0) for at, panel in enumerate(shaded)]
    row = Image.new("RGBA", (sum(panel.width for panel in shaded), shaded[0].height))
    left = 0
    for panel in shaded:
        row.alpha_composite(panel, (left, 0))
        left += panel.width
    return row


def _shaded(panel: Image.Image, left: bool, right: bool) -> Image.Image:
    """The paper a little darker towards the edges at which it is folded."""
    reach = max(2, panel.width // 7)
    shade = Image.new("L", (panel.width, 1), 0)
    for x in range(panel.width):
        near = min(x if left else reach, panel.width - 1 - x if right else reach)
        shade.putpixel((x, 0), round(30 * max(0.0, 1 - near / reach) ** 2))
    mask = shade.resize(panel.size)
    dark = Image.new("RGB", panel.size, _SHADOW)
    return Image.composite(dark, panel, mask).convert("RGBA")


def _leaning(panel: Image.Image, tilt: float, rises: bool) -> Image.Image:
    """The panel with its outer edge lower at the head, as one that stands off the table."""
    width, height = round(panel.width * _SHORTENED), panel.height
    drop = round(height * tilt)
    tall = height + drop
    low_left, low_right = (0, drop) if rises else (drop, 0)
    # Where the corners of the box lie on the panel, upper left first, then anticlockwise.
    quad = (
        0,
        -low_left,
        0,
        tall - low_left,
        panel.width,
        tall - low_right,
        panel.width,
        -low_right,
    )
    return panel.transform(
        (width, tall), Image.Transform.QUAD, quad, Image.Resampling.BICUBIC, fillcolor=(0, 0, 0, 0)
    )


def on_table(paper: Image.Image, table: tuple[int, int, int]) -> Image.Image:
    """The paper on a plain ground, with the shadow it throws."""
    around = round(_MOCKUP_HEIGHT * _AROUND)
    scene = Image.new("RGB", (paper.width + 2 * around, paper.height + 2 * around), table)
    return _laid(scene, paper, around, around)


def _laid(scene: Image.Image, paper: Image.Image, left: int, top: int) -> Image.Image:
    paper = paper.convert("RGBA")
    blur = max(4, paper.height // 60)
    cast = Image.new("L", scene.size, 0)
    cast.paste(paper.getchannel("A").point(lambda value: value * 2 // 5), (left, top + blur // 2))
    cast = cast.filter(ImageFilter.GaussianBlur(blur))
    scene = Image.composite(Image.new("RGB", scene.size, _SHADOW), scene, cast)
    scene.paste(paper, (left, top), paper)
    return scene


def beside(
    papers: Sequence[Image.Image], size: tuple[int, int], ground: tuple[int, int, int]
) -> Image.Image:
    """Whole papers side by side in a frame of ``size``, as high as it allows.

    Nothing of them is cut off, and nothing stands in the outer twentieth, where previews may.
    """
    scene = Image.new("RGB", size, ground)
    rim = min(size) // 14
    wide = sum(paper.width / paper.height for paper in papers)
    gaps = rim * (len(papers) - 1)
    height = min(size[1] - 2 * rim, int((size[0] - 2 * rim - gaps) / wide))
    shown = [_sized(paper, height) for paper in papers]
    left = (size[0] - sum(paper.width for paper in shown) - gaps) // 2
    for paper in shown:
        scene = _laid(scene, paper, left, (size[1] - height) // 2)
        left += paper.width + rim
    return scene


def _png(picture: Image.Image, dpi: int = 96) -> bytes:
    out = BytesIO()
    picture.convert("RGB").save(out, "PNG", dpi=(dpi, dpi), optimize=False)
    return out.getvalue()
