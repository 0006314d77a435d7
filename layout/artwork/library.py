"""The drawings a leaflet names: those that come with the house, and SVG files of its own."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from layout.artwork.colours import Inks, inks
from layout.artwork.reader import read
from layout.artwork.tree import LARGEST
from layout.document import Country, Leaflet, Text
from layout.frame import Frame, Ink
from layout.nodes import read_values
from layout.pictures import Artwork, drawings, flag_key, flags, logo_key, logos
from layout.problems import WARNING, LeafletError, Problem, Source, problem
from layout.resources import resource
from layout.theme import Theme

_DATA = 3
_NEAR = 0.5


def read_artwork(leaflet: Leaflet, theme: Theme, folder: Path) -> Artwork:
    """What a leaflet in ``folder`` names, in the inks of a theme.

    Raises LeafletError (exit code 3) for files that cannot be drawn, each fault with its line; a
    name that nobody has is a warning, and the leaflet is composed without it.
    """
    shelf = _Shelf(theme, folder)
    for country in flags(leaflet):
        shelf.add_flag(country)
    for name in drawings(leaflet):
        shelf.add_drawing(name)
    for name in logos(leaflet):
        shelf.add_logo(name)
    for ornament in theme.drawings:
        shelf.add_ornament(ornament)
    if shelf.wrong:
        raise LeafletError((*shelf.missing, *shelf.wrong), _DATA)
    return Artwork(shelf.found, tuple(shelf.missing))


class _Shelf:
    """Gathers drawings, each read once."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.found: dict[str, Frame] = {}
        self.missing: list[Problem] = []
        self.wrong: list[Problem] = []
        self._theme, self._folder = theme, folder

    def add_flag(self, country: Country) -> None:
        """A flag keeps its own colours whatever the theme."""
        assert country.flag is not None
        code = str(country.flag)
        path = resource(f"data/artwork/flags/{code}.svg")
        if _plain(code) and path.is_file():
            self._read(flag_key(code), path.read_bytes(), path.name, _own_inks())
        else:
            near = _near_flag(code, str(country.name))
            self.missing.append(
                problem("flag-unknown", country.flag.source, WARNING, name=code, near=near)
            )

    def add_ornament(self, name: str) -> None:
        """A drawing of the theme's own, which lies beside its file."""
        from layout.images import beside

        file = f"{name}.svg"
        home = Path(self._theme.file)
        data = beside(file, home.parent, Source(str(home)), LARGEST) if _plain(name) else None
        if data is None:
            raise self._theme.wrong_drawing(name)
        self._read(f"theme:{name}", data, file, _theme_inks(self._theme))

    def add_drawing(self, name: Text) -> None:
        if name.endswith(".svg"):
            self._read_beside(str(name), name, _theme_inks(self._theme))
        else:
            path = resource(f"data/artwork/{name}.svg")
            if not (_plain(name) and path.is_file()):
                self.missing.append(_unknown(name))
                return
            self._read(str(name), path.read_bytes(), str(name), _theme_inks(self._theme))

    def add_logo(self, name: Text) -> None:
        """A logo keeps its own colours whatever the theme."""
        self._read_beside(logo_key(name), name, _own_inks())

    def _read_beside(self, key: str, name: Text, colours: Inks) -> None:
        """A file in or below the leaflet's folder."""
        from layout.images import beside, not_there

        try:
            data = beside(str(name), self._folder, name.source, LARGEST)
        except LeafletError as error:
            self.wrong += error.problems
            return
        if data is None:
            self.missing.append(not_there(name, self._folder, (".svg",)))
        else:
            self._read(key, data, str(name), colours)

    def _read(self, key: str, data: bytes, name: str, colours: Inks) -> None:
        if key not in self.found:
            try:
                self.found[key] = read(data, name, colours)
            except LeafletError as error:
                self.wrong += error.problems


def _plain(name: str) -> bool:
    """Whether a name is letters, digits and hyphens: nothing that leads anywhere."""
    return name.isascii() and name.replace("-", "").isalnum()


def _own_inks() -> Inks:
    return inks({}, {}, _process_inks)


def _process_inks(srgb: tuple[float, float, float]) -> tuple[float, float, float, float]:
    from layout.images import process_inks

    return process_inks(srgb)


def _theme_inks(theme: Theme) -> Inks:
    """The theme's palette, and what its form ``artwork`` calls the roles of drawings."""
    form = theme.forms.get("artwork", {})
    named: dict[str, Ink] = {role: theme.options("artwork").ink(role) for role in form}
    return inks(theme.palette, named, _process_inks)


def shipped() -> tuple[str, ...]:
    """The names of the drawings that come with the house."""
    return tuple(sorted(path.stem for path in resource("data/artwork").glob("*.svg")))


def _unknown(name: Text) -> Problem:
    near = _nearest(str(name), shipped()) or "、".join(shipped())
    return problem("drawing-unknown", name.source, WARNING, name=str(name), near=near)


def _near_flag(code: str, country: str) -> str:
    """What may have been meant: the flag of that name or country, else the nearest, else all."""
    table = flag_names()
    for flag, names in table.items():
        if {code.lower(), country.lower()} & {flag, *(name.lower() for name in names)}:
            return f"{flag}（{names[0]}）"
    return _nearest(code.lower(), table) or "、".join(table)


def flag_names() -> Mapping[str, tuple[str, str]]:
    """The flags there are: their codes with the countries' names in Japanese and English."""
    table = read_values(resource("data/artwork/flags.yaml"))
    return {
        str(code): (str(names["ja"]), str(names["en"]))
        for code, names in table.items()
        if isinstance(names, Mapping)
    }


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    return "、".join(get_close_matches(name, tuple(known), n=3, cutoff=_NEAR))
