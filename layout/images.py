"""Pictures of others: read, judged, turned into what an edition may hold.

The only door to Pillow, which is imported when a leaflet has pictures.  A picture lies beside
or below its leaflet and is never fetched from anywhere.
"""

import io
import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layout.document import Photo, Text
from layout.editions import OFFICE, Edition
from layout.frame import Image as Placed
from layout.frame import Ink, Item, Panel, TextRun
from layout.frame import Path as Shape
from layout.problems import ERROR, NOTE, WARNING, LeafletError, Problem, Source, problem
from layout.profiles import condition_of, description, shipped
from layout.raster import Picture, Pictures, Raster, Screened
from layout.standards import FOGRA39, Profile

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 200_000_000
LARGEST_SIDE, MOST_PIXELS = 30_000, 170_000_000
_SUFFIXES = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg"),
    "MPO": (".jpg", ".jpeg"),
    "TIFF": (".tif", ".tiff"),
}
_PHOTOGRAPHS = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
_DATA = 3
_ANY_WIDTH: Mapping[str, float] = {}
_QUALITY = 92
_ORIENTATION = 0x0112


def read_pictures(photos: tuple[Photo, ...], folder: Path) -> Pictures:
    """The pictures of photographs in ``folder``; LeafletError (exit code 3) for one that is bad.

    One that is not there is a warning: the leaflet is composed without it.
    """
    found: dict[str, Picture] = {}
    missing: list[Problem] = []
    wrong: list[Problem] = []
    for photo in photos:
        name = str(photo.file)
        try:
            picture = _read(name, folder, photo.file.source)
        except LeafletError as error:
            wrong += error.problems
            continue
        if picture is None:
            missing.append(not_there(photo.file, folder, _PHOTOGRAPHS))
        else:
            found[name] = picture
    if wrong:
        raise LeafletError((*missing, *wrong), _DATA)
    places = {str(photo.file): photo.file.source for photo in photos}
    return Pictures(found, tuple(missing), places)


def _read(name: str, folder: Path, source: Source) -> Picture | None:
    data = beside(name, folder, source, LARGEST_FILE)
    return None if data is None else _judged(name, data, source)


def beside(name: str, folder: Path, source: Source, largest: int) -> bytes | None:
    """The bytes of a file in or below the leaflet's ``folder``; None if it is not there.

    Raises LeafletError (exit code 3) for one elsewhere, empty, unreadable, or of more than
    ``largest`` bytes.  Nothing is ever fetched.
    """
    path = folder / name
    if not os.path.isfile(path):  # also of a name that no system would take
        return None
    if not path.resolve().is_relative_to(folder.resolve()):
        raise _refused("picture-outside", source, name)
    if path.stat().st_size > largest:
        raise _refused("picture-too-large", source, name)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise _refused("picture-unreadable", source, name, reason=reason) from None
    if not data:
        raise _refused("picture-empty", source, name)
    return data


def not_there(name: Text, folder: Path, suffixes: tuple[str, ...]) -> Problem:
    """A warning of a picture that is not there, with those of these ``suffixes`` in or below the
    leaflet's ``folder`` whose names are nearest."""
    from layout.nearby import near_files

    near = "、".join(near_files(str(name), folder, suffixes)) or "-"
    return problem("photo-missing", name.source, WARNING, name=str(name), near=near)


def process_inks(srgb: tuple[float, float, float]) -> tuple[float, float, float, float]:
    """A colour in process inks (whole per cents) by the profile of FOGRA39 that is shipped."""
    from PIL import Image

    red, green, blue = (round(255 * part) for part in srgb)
    pixel = Image.new("RGB", (1, 1), (red, green, blue))
    c, m, y, k = _transformed(pixel, None, shipped().data, "CMYK").tobytes()
    return round(c / 255, 2), round(m / 255, 2), round(y / 255, 2), round(k / 255, 2)


def _refused(code: str, source: Source, name: str, **more: str) -> LeafletError:
    found = problem(code, source)._replace(arguments=(("name", name), *more.items()))
    return LeafletError((found,), _DATA)


def _judged(name: str, data: bytes, source: Source) -> Picture:
    """The picture of a file whose every byte has been decoded once."""
    from PIL import Image

    try:
        with _quiet(), Image.open(io.BytesIO(data)) as image:
            kind = str(image.format)
            width, height = image.size
            if kind not in _SUFFIXES:
                raise _refused("picture-unknown-kind", source, name, kind=kind)
            if not name.lower().endswith(_SUFFIXES[kind]):
                raise _refused("picture-wrong-extension", source, name, kind=kind)
            if max(width, height) > LARGEST_SIDE or width * height > MOST_PIXELS:
                raise _refused("picture-too-large", source, name)
            if getattr(image, "n_frames", 1) > 1 and kind != "MPO":
                raise _refused("picture-moves", source, name)
            if image.mode not in _MODES:
                raise _refused("picture-unknown-kind", source, name, kind=f"{kind} {image.mode}")
            turned = image.getexif().get(_ORIENTATION, 1) >= 5
            image.load()
    except Image.DecompressionBombError:
        raise _refused("picture-too-large", source, name) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise _refused("picture-damaged", source, name) from None
    return Picture(data, *((height, width) if turned else (width, height)))


_MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "I;16", "I;16B", "I")


@contextmanager
def _quiet() -> Iterator[None]:
    """Pillow warns of sizes that are judged here, and of odd metadata nobody reads."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def rasters(
    pictures: Pictures, edition: Edition, ground: Ink, widths: Mapping[str, float] = _ANY_WIDTH
) -> dict[str, Raster]:
    """The pictures as an edition may hold them; transparent parts show ``ground``.

    ``widths`` are the points that they are wide on paper: what is much finer than any press
    prints is reduced.

    Raises LeafletError (exit code 3) for colours that nobody can convert: RGB into a printing
    condition of which there is no profile.
    """
    made: dict[str, Raster] = {}
    wrong: list[Problem] = []
    for name, picture in pictures.found.items():
        raster = _raster(picture, edition, ground, widths.get(name, LARGEST_SIDE))
        if raster is None:
            condition = edition.intent.condition.name if edition.intent else ""
            source = pictures.places[name]
            wrong.append(problem("picture-needs-profile", source, name=name, condition=condition))
        else:
            made[name] = raster
    if wrong:
        raise LeafletError(tuple(wrong), _DATA)
    return made


def _raster(picture: Picture, edition: Edition, ground: Ink, wide: float) -> Raster | None:
    from PIL import Image, ImageOps

    with _quiet(), Image.open(io.BytesIO(picture.data)) as image:
        jpeg = image.format in ("JPEG", "MPO")
        upright = image.getexif().get(_ORIENTATION, 1) == 1
        profile = image.info.get("icc_profile") or b""
        width = _fine_enough(picture.width, wide, image.mode)
        whole = upright and width == picture.width
        if jpeg and whole and _fits(image, profile, edition):
            inverted = image.mode == "CMYK" and "adobe" in image.info
            space = _SPACES[image.mode]
            return Raster(picture.width, picture.height, space, picture.data, True, inverted)
        pixels, alpha = _plain(ImageOps.exif_transpose(image))
    if width < picture.width:
        size = (width, max(1, round(picture.height * width / picture.width)))
        pixels = pixels.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        alpha = alpha and alpha.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if _in_black(edition):
        pixels = pixels.convert("RGB").convert("L")
    converted = _converted(pixels, profile, edition)
    if converted is None:
        return None
    if alpha is not None:
        paper = Image.new(converted.mode, converted.size, _on(converted.mode, ground))
        converted = Image.composite(converted, paper, alpha)
    return _packed(converted, jpeg)


def _fine_enough(pixels: int, wide: float, mode: str) -> int:
    """How many pixels across a picture keeps that is so many points wide."""
    finest, enough = _FINE_LINES if mode == "1" else _FINE
    return round(wide / 72 * enough) if pixels > wide / 72 * finest else pixels


_FINE, _FINE_LINES = (450, 350), (1500, 1200)
"""Pixels an inch above which a picture is reduced, and to what: of tones, of lines alone."""

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}


def _fits(image: "Image", profile: bytes, edition: Edition) -> bool:
    """Whether a JPEG may be put into the file as it is, its colours being the edition's."""
    if image.mode == "L":
        return True
    if _in_black(edition):
        return False
    if edition.colour == "cmyk":
        return image.mode == "CMYK" and _same_condition(profile, edition)
    return image.mode == "RGB" and (not profile or description(profile).startswith("sRGB"))


def _in_black(edition: Edition) -> bool:
    """Whether there is no ink for a picture but black: in mono, and in a two-colour job."""
    return edition.spot is not None or edition.colour == "grey"


def _same_condition(profile: bytes, edition: Edition) -> bool:
    """Whether numbers made for this profile mean the same inks in the edition."""
    if not profile or edition.intent is None:
        return True
    return condition_of(Profile(profile, description(profile))) == edition.intent.condition


def _plain(image: "Image") -> tuple["Image", Any]:
    """The picture in 8 bits of grey, RGB or CMYK, and its transparency, if it has any."""
    if image.mode in ("I;16", "I;16B", "I"):
        return image.convert("I").point(lambda value: value / 257).convert("L"), None
    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        full = image.convert("RGBA")
        return full.convert("RGB"), full.getchannel("A")
    modes = {"1": "L", "P": "RGB"}
    return image.convert(modes.get(image.mode, image.mode)), None


def _converted(image: "Image", profile: bytes, edition: Edition) -> "Image | None":
    """The picture in the edition's colours; None if there is no profile to convert it by."""
    if image.mode == "L":
        return image
    if edition.colour == "cmyk":
        intent = edition.intent
        if image.mode == "CMYK" and (_same_condition(profile, edition) or not intent):
            return image
        target = intent.profile.data if intent and intent.profile else None
        if target is None and intent and intent.condition == FOGRA39:
            target = shipped().data
        source = _usable(profile, image.mode) or _assumed(image.mode)
        return None if target is None else _transformed(image, source, target, "CMYK")
    source = _usable(profile, image.mode) or _assumed(image.mode)
    return _transformed(image, source, None, "RGB")


def _usable(profile: bytes, mode: str) -> bytes:
    """The profile of a picture, if it is one for such pixels."""
    return profile if profile[16:20].decode("latin-1").strip() == mode else b""


def _assumed(mode: str) -> bytes | None:
    """What pixels mean that nobody has said anything about: sRGB, or the shipped condition."""
    return shipped().data if mode == "CMYK" else None


def _transformed(image: "Image", source: bytes | None, target: bytes | None, mode: str) -> "Image":
    """Pixels from one profile to another (None: sRGB), black to black."""
    from PIL import ImageCms

    first, last = (
        ImageCms.createProfile("sRGB")
        if data is None
        else ImageCms.getOpenProfile(io.BytesIO(data))
        for data in (source, target)
    )
    transform = ImageCms.buildTransform(
        first,
        last,
        image.mode,
        mode,
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    done = ImageCms.applyTransform(image, transform)
    assert done is not None
    return done


def for_screens(pictures: Pictures) -> dict[str, Screened]:
    """The pictures for a page of the web: in sRGB, no larger than a screen shows, and without
    what cameras write into their files (where and when a picture was taken)."""
    return {name: _screened(picture) for name, picture in pictures.found.items()}


def _screened(picture: Picture) -> Screened:
    from PIL import Image, ImageOps

    with _quiet(), Image.open(io.BytesIO(picture.data)) as image:
        jpeg = image.format in ("JPEG", "MPO")
        profile = image.info.get("icc_profile") or b""
        pixels, alpha = _plain(ImageOps.exif_transpose(image))
    converted = _converted(pixels, profile, OFFICE)
    assert converted is not None  # there is a profile for every screen
    if alpha is not None:
        converted = converted.convert("RGB")
        converted.putalpha(alpha)
    converted.thumbnail((_WIDEST_ON_SCREEN, LARGEST_SIDE))
    out = io.BytesIO()
    if jpeg:
        converted.save(out, "JPEG", quality=_SCREEN_QUALITY, icc_profile=None, exif=b"")
    else:
        converted.save(out, "PNG", optimize=True, icc_profile=None)
    return Screened("image/jpeg" if jpeg else "image/png", out.getvalue(), *converted.size)


_WIDEST_ON_SCREEN, _SCREEN_QUALITY = 1408, 85
"""Twice the pixels of the column a page has, as dense screens want them."""


def _on(mode: str, ground: Ink) -> tuple[int, ...] | int:
    """A ground's colour as a pixel."""
    if mode == "CMYK":
        return tuple(round(255 * part) for part in ground.cmyk)
    if mode == "L":
        return round(255 * (1 - ground.cmyk[3]))
    return tuple(round(255 * part) for part in ground.srgb)


def _packed(image: "Image", jpeg: bool) -> Raster:
    """Pixels as they go into a file: photographs as JPEG again, anything else exactly."""
    space = _SPACES[image.mode]
    if not jpeg:
        return Raster(*image.size, space, _deflated(image))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0, icc_profile=None, exif=b"")
    return Raster(*image.size, space, out.getvalue(), True, image.mode == "CMYK")


def _deflated(image: "Image") -> bytes:
    """Samples as PNG deflates them, line by line from the line before (RFC 2083, 6).

    Four inks are deflated like three colours and their opacity: PNG knows no others.
    """
    from PIL import Image

    if image.mode == "CMYK":
        image = Image.frombytes("RGBA", image.size, image.tobytes())
    out = io.BytesIO()
    image.save(out, "PNG", icc_profile=None, exif=b"")
    return b"".join(_chunks(out.getvalue(), b"IDAT"))


def _chunks(png: bytes, wanted: bytes) -> Iterator[bytes]:
    """What the chunks of a kind hold (RFC 2083, 3.2)."""
    at = 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == wanted:
            yield png[at + 8 : at + 8 + size]
        at += size + 12


def widths_on_paper(panels: Iterable[Panel]) -> dict[str, float]:
    """The widest that each picture stands on any panel, in points."""
    widths: dict[str, float] = {}
    for panel in panels:
        for placed in _placed((*panel.under, *panel.over)):
            widths[placed.name] = max(placed.width, widths.get(placed.name, 0.0))
    return widths


def fine_pictures(panels: Iterable[Panel], pictures: Pictures) -> tuple[Problem, ...]:
    """A note for each picture so large that it is reduced for every edition on paper."""
    return tuple(
        problem(
            "picture-reduced",
            pictures.places[name],
            NOTE,
            name=name,
            ppi=round(pictures.found[name].width / width * 72),
        )
        for name, width in widths_on_paper(panels).items()
        if pictures.found[name].width * pictures.found[name].height > _HUGE
        and pictures.found[name].width / width * 72 > _FINE[0]
    )


_HUGE = 40_000_000
"""Pixels from which it is worth telling that a picture was reduced."""


def coarse_pictures(panels: Iterable[Panel], pictures: Pictures) -> tuple[Problem, ...]:
    """Pictures with too few pixels for their size on paper: below 120 an inch an error."""
    found = []
    for panel in panels:
        for placed in _placed((*panel.under, *panel.over)):
            ppi = pictures.found[placed.name].width / placed.width * 72
            if ppi < _COARSE:
                severity = ERROR if ppi < _USELESS else WARNING
                source = pictures.places[placed.name]
                wanted = round(placed.width / 72 * 300)
                found.append(
                    problem(
                        "picture-coarse",
                        source,
                        severity,
                        name=placed.name,
                        ppi=round(ppi),
                        wanted=wanted,
                    )
                )
    return tuple(found)


_COARSE, _USELESS = 200, 120


def _placed(items: Iterable[Item]) -> Iterator[Placed]:
    for item in items:
        if isinstance(item, Placed):
            yield item
        elif not isinstance(item, TextRun | Shape):
            yield from _placed(item.items)
