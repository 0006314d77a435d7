"""Pictures as values: as they were found, and as a PDF may hold them."""

from collections.abc import Mapping

from layout.problems import Problem, Source
from layout.values import NamedTuple


class Picture(NamedTuple):
    """A sound picture: its file's bytes, and its size in pixels as it is looked at."""

    data: bytes
    width: int
    height: int


NO_PICTURES: Mapping[str, Picture] = {}


class Raster(NamedTuple):
    """A picture as a PDF holds it: 8 bits a component (ISO 32000-1 8.9.5).

    ``space`` is ``DeviceGray``, ``DeviceRGB`` or ``DeviceCMYK``; ``jpeg``: ``data`` is a JPEG
    file, else the samples, deflated with PNG's predictors (7.4.4.4); ``inverted``: full ink
    is 0, as Adobe's programs write CMYK JPEG.
    """

    width: int
    height: int
    space: str
    data: bytes
    jpeg: bool = False
    inverted: bool = False


class Screened(NamedTuple):
    """A picture as a page of the web holds it: a file of a media ``kind``, its size in pixels."""

    kind: str
    data: bytes
    width: int
    height: int


class Pictures(NamedTuple):
    """The pictures a leaflet names, by the name it gives them; what is wrong with others;
    where in the leaflet they are named."""

    found: Mapping[str, Picture]
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, Source] = {}


NO_PHOTOS = Pictures(NO_PICTURES)
NO_RASTERS: Mapping[str, Raster] = {}
NO_SCREENED: Mapping[str, Screened] = {}
