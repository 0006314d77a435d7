"""How a leaflet looks: text styles, palette, rhythm and forms by name.  Opens no font.

A theme is written in ``data/themes/<id>/theme.yaml``; :func:`theme_from` turns its plain
values into a :class:`Theme`.  Horizontal lengths are in units (one unit is the body type
size), vertical ones in steps (one step is the line feed of the grid), so that
copy-fitting changes two numbers and everything follows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from layout.frame import BLACK, Ink, Spot, usable_name
from layout.geometry import Em
from layout.problems import NOWHERE, LeafletError, problem


class Tab(NamedTuple):
    """A tab stop: ems from the left of the measure, and what of the text after the tab stands
    there: its ``start``, ``centre``, ``end``, or its ``decimal`` point (JLREQ 3.6.2)."""

    at: Em
    align: str = "start"


class TextStyle(NamedTuple):
    """One way to set text.

    ``size`` is in units: one unit is the body type size of the leaflet, so that copy-fitting
    changes one number and no line needs shaping again.  ``leading`` is in steps of the
    grid.  ``tracking``, ``indent`` (of the first line), ``turnover`` (of all others: a hanging
    indent, JLREQ 3.5.1), the size of ``ruby`` (a half, less in large type: 3.3.3) and the
    stops of ``tabs`` are ems of the style's own size.  ``faces`` are face ids in order of
    preference.

    ``align``: ``justify``, ``start``, ``centre``, ``end``.  ``wrap``: ``optimum`` (running
    text) or ``phrase`` (display text: broken at phrases, lines balanced).  ``strictness``,
    ``line_head``, ``line_end`` and ``hanging`` choose among the styles JLREQ allows
    (appendix C, 3.1.5, 3.1.9, 3.8.2); ``marks`` are set ``full``, with the space of Table 1,
    or ``half``, as their bodies alone (約物半角, for headings).  ``direction`` is ``horizontal``
    or ``vertical``; in vertical text numbers of up to ``upright_digits`` digits stand upright
    (JLREQ 3.2.5).
    """

    name: str
    faces: tuple[str, ...]
    size: Em = Em(1.0)
    leading: Em = Em(1.0)
    ink: Ink = BLACK
    align: str = "start"
    wrap: str = "optimum"
    features: tuple[str, ...] = ()
    tracking: Em = Em(0.0)
    indent: Em = Em(0.0)
    strictness: str = "very-strict"
    line_head: str = "tentsuki"
    line_end: str = "jlreq"
    hanging: bool = False
    house_rules: bool = True
    marks: str = "full"
    direction: str = "horizontal"
    upright_digits: int = 2
    turnover: Em = Em(0.0)
    ruby: Em = Em(0.5)
    tabs: tuple[Tab, ...] = ()


class Rhythm(NamedTuple):
    """The limits within which copy-fitting may move; the same values hold for all panels.

    ``floor`` and ``ceiling`` bound the body type size in points; ``least``, ``ideal`` and
    ``most`` are line feeds in ems of body, below ``close`` gaps shrink as well;
    ``margin_side``, ``margin_end`` (top and bottom) and ``inward`` (how much further text
    stands from the sheet's edges than from folds) are in millimetres; ``widest`` and
    ``gutter`` say from which measure (in ems) a panel is set in columns and how far they stand
    apart (in units); ``smallest`` is the smallest type printed at all, in points.  Margins
    grow with the page: they are no less than ``side_part`` of its width and ``end_part`` of its
    height (11.6 and 12.4 mm on A4, the theme's own on a third of it).  ``inward_end`` is to the
    sheet's head and foot what ``inward`` is to its sides.
    """

    floor: float
    ceiling: float
    least: float
    close: float
    ideal: float
    most: float
    margin_side: float
    margin_end: float
    inward: float
    widest: float
    gutter: float
    smallest: float
    side_part: float = 0.055
    end_part: float = 0.0417
    inward_end: float = 0.0

    def turned(self) -> "Rhythm":
        """The rhythm of vertical writing, whose lines run from a panel's head to its foot."""
        return self._replace(
            margin_side=self.margin_end,
            margin_end=self.margin_side,
            side_part=self.end_part,
            end_part=self.side_part,
            inward=self.inward_end,
            inward_end=self.inward,
        )


class Ground(NamedTuple):
    """What a zone of a panel is printed in, and the inks that stand on it in place of others:
    what is read on the paper in one colour may be lost on a dark ground."""

    name: str
    ink: Ink
    instead: Mapping[Ink, Ink]


class Options:
    """The settings of one form in the theme file, read by name and type."""

    def __init__(self, theme: "Theme", kind: str, values: Mapping[str, object]) -> None:
        self._theme, self._kind, self._values = theme, kind, values

    def number(self, key: str) -> float:
        """A number: units across, steps down."""
        try:
            return float(str(self._values[key]))
        except (KeyError, ValueError):
            raise self._wrong(key) from None

    def has(self, key: str) -> bool:
        """Whether the form says anything of the kind: what it leaves out is not drawn."""
        return key in self._values

    def number_or(self, key: str, usual: float) -> float:
        """A number, or the usual one where the form says nothing."""
        return self.number(key) if self.has(key) else usual

    def word_or(self, key: str, usual: str) -> str:
        """A word, or the usual one where the form says nothing."""
        return self.word(key) if self.has(key) else usual

    def grounds(self) -> tuple[Ground, ...]:
        """The grounds the form may stand on (``grounds``), none if it names none."""
        return self.grounds_of("grounds")

    def grounds_of(self, key: str) -> tuple[Ground, ...]:
        """The grounds that ``key`` names, separated by spaces."""
        names = self.word_or(key, "").split()
        if not set(names) <= set(self._theme.grounds):
            raise self._wrong(key)
        return tuple([self._theme.grounds[name] for name in names])

    def word(self, key: str) -> str:
        """A word the form itself sets, or the name of one of its parts."""
        try:
            return str(self._values[key])
        except KeyError:
            raise self._wrong(key) from None

    def choice(self, key: str, known: Sequence[str]) -> str:
        """One of the ``known`` words; the first of them where the theme says nothing."""
        word = str(self._values.get(key, known[0]))
        if word not in known:
            raise self._wrong(key)
        return word

    def ink(self, key: str) -> Ink:
        """A colour of the palette."""
        name = self.word(key)
        if name not in self._theme.palette:
            raise self._wrong(key)
        return self._theme.palette[name]

    def style(self, key: str) -> TextStyle:
        """A text style."""
        name = self.word(key)
        if name not in self._theme.styles:
            raise self._wrong(key)
        return self._theme.styles[name]

    def _wrong(self, key: str) -> LeafletError:
        found = self._values.get(key, "")
        return _wrong_value(self._theme.id, self._theme.file, f"forms.{self._kind}.{key}", found)


class Theme(NamedTuple):
    """A theme, by names: inks, styles, the rhythm and the settings of each form.

    ``file`` is where it is written; drawings of its own lie beside that.
    """

    id: str
    palette: Mapping[str, Ink]
    styles: Mapping[str, TextStyle]
    rhythm: Rhythm
    ground: Ink
    forms: Mapping[str, Mapping[str, object]]
    costs: Mapping[str, float]
    direction: str = "horizontal"
    grounds: Mapping[str, Ground] = {}
    file: str = ""

    @property
    def drawings(self) -> tuple[str, ...]:
        """The drawings of its own that its forms name."""
        return tuple(dict.fromkeys(name for _, name in self._arts()))

    def wrong_drawing(self, drawing: str) -> LeafletError:
        """What is said where a drawing that a form names is not there."""
        key = next(key for key, name in self._arts() if name == drawing)
        return _wrong_value(self.id, self.file, key, drawing)

    def _arts(self) -> Iterator[tuple[str, str]]:
        """The keys of forms that end in ``-art``, and what they name."""
        for kind, form in self.forms.items():
            for key, value in form.items():
                if key.endswith("-art"):
                    yield f"forms.{kind}.{key}", str(value)

    @property
    def spot(self) -> Spot | None:
        """The one ink mixed for the job, where the palette names one."""
        return next((ink.spot for ink in self.palette.values() if ink.spot), None)

    def legible(self, unit: float) -> "Theme":
        """The theme for a body of ``unit`` points: no style falls below the smallest type, no
        ruby below what print shops let by."""
        least = self.rhythm.smallest / unit
        raised = {
            name: s._replace(size=Em(max(s.size, least)), ruby=_ruby(s, max(s.size, least) * unit))
            for name, s in self.styles.items()
            if s.size < least or s.size * s.ruby * unit < _LEAST_RUBY
        }
        return self._replace(styles={**self.styles, **raised}) if raised else self

    def written(self, direction: str) -> "Theme":
        """The theme with all its styles set ``vertical`` or ``horizontal``, and its rhythm so."""
        if direction == self.direction:
            return self
        turned = {name: s._replace(direction=direction) for name, s in self.styles.items()}
        return self._replace(styles=turned, rhythm=self.rhythm.turned(), direction=direction)

    def options(self, kind: str) -> Options:
        """The settings of a form or of a kind of block."""
        return Options(self, kind, self.forms.get(kind, {}))


_LEAST_RUBY = 4.05
"""Points; print shops stop a job with smaller type."""
_RUBY_STEP = 0.05
"""The steps in which ruby grows against its base: few, so that texts need not be set anew."""


def _ruby(style: TextStyle, size: float) -> Em:
    """The size of ruby over a base of ``size`` points, in parts of it."""
    least = ceil(_LEAST_RUBY / size / _RUBY_STEP - _NEAR) * _RUBY_STEP
    return Em(max(style.ruby, least))


_NEAR = 1e-6


def _wrong_value(theme: str, file: str, key: str, value: object) -> LeafletError:
    from layout.nodes.keys import key_place  # late: seldom told

    place = key_place(file, key) if file else NOWHERE
    return LeafletError((problem("theme-value", place, theme=theme, key=key, value=value),), 3)


def theme_from(identifier: str, values: Mapping[str, object], file: str = "") -> Theme:
    """The theme that plain values (mappings, lists and strings of a theme file) describe.

    Raises LeafletError (``theme-value``, exit 3) naming the first key that is not right.
    """
    reader = _Reader(identifier, file)
    palette = {name: reader.ink(name, ink) for name, ink in reader.table(values, "palette")}
    reader.check_one_spot(palette)
    faces = {name: _strings(chain) for name, chain in reader.table(values, "faces")}
    styles = {
        name: reader.style(name, style, palette, faces)
        for name, style in reader.table(values, "styles")
    }
    rhythm = Rhythm(
        **{
            name.replace("-", "_"): reader.number(f"rhythm.{name}", value)
            for name, value in reader.table(values, "rhythm")
        }
    )
    ground = palette.get(str(values.get("ground")))
    if ground is None:
        raise reader.wrong("ground", values.get("ground"))
    forms = {name: dict(reader.mapping(name, form)) for name, form in reader.table(values, "forms")}
    costs = {
        name: reader.number(f"costs.{name}", value) for name, value in reader.table(values, "costs")
    }
    grounds = {
        name: reader.ground(name, given, palette)
        for name, given in reader.mapping("grounds", values.get("grounds", {})).items()
    }
    return Theme(
        *(identifier, palette, styles, rhythm, ground, forms, costs), grounds=grounds, file=file
    )


class _Reader:
    """Turns the strings of one theme file into values, or says which key is wrong."""

    def __init__(self, identifier: str, file: str) -> None:
        self._identifier, self._file = identifier, file

    def wrong(self, key: str, value: object) -> LeafletError:
        return _wrong_value(self._identifier, self._file, key, value)

    def mapping(self, key: str, value: object) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            raise self.wrong(key, value)
        return value

    def table(self, values: Mapping[str, object], key: str) -> list[tuple[str, object]]:
        return list(self.mapping(key, values.get(key)).items())

    def number(self, key: str, value: object) -> float:
        try:
            return float(str(value))
        except ValueError:
            raise self.wrong(key, value) from None

    def ink(self, name: str, value: object) -> Ink:
        given = self.mapping(f"palette.{name}", value)
        try:
            c, m, y, k = (float(part) / 100 for part in str(given["cmyk"]).split())
            digits = str(given["srgb"]).lstrip("#")
            r, g, b = (int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4))
            tint = float(str(given.get("tint", 100))) / 100
        except (KeyError, ValueError):
            raise self.wrong(f"palette.{name}", value) from None
        if "spot" not in given:
            return Ink(name, (c, m, y, k), (r, g, b))
        if not (0 < tint <= 1 and (c, m, y) != (0, 0, 0) and usable_name(str(given["spot"]))):
            raise self.wrong(f"palette.{name}", value)
        spot = Spot(str(given["spot"]).strip(), (c, m, y, k))
        return Ink(name, (c * tint, m * tint, y * tint, k * tint), (r, g, b), spot, tint)

    def ground(self, name: str, value: object, palette: Mapping[str, Ink]) -> Ground:
        given = self.mapping(f"grounds.{name}", value)
        swapped = dict(self.mapping(f"grounds.{name}.instead", given.get("instead", {})))
        named = {str(each) for pair in swapped.items() for each in pair} | {str(given.get("ink"))}
        for each in sorted(named - set(palette)):
            raise self.wrong(f"grounds.{name}", each)
        inks = {palette[str(old)]: palette[str(new)] for old, new in swapped.items()}
        return Ground(name, palette[str(given["ink"])], inks)

    def check_one_spot(self, palette: Mapping[str, Ink]) -> None:
        """A job has one spot ink beside black, which looks the same wherever it is named."""
        spots = {ink.spot: name for name, ink in palette.items() if ink.spot}
        if len(spots) > 1:
            *_, (spot, name) = spots.items()
            raise self.wrong(f"palette.{name}.spot", spot.name if spot else "")

    def style(
        self,
        name: str,
        value: object,
        palette: Mapping[str, Ink],
        faces: Mapping[str, tuple[str, ...]],
    ) -> TextStyle:
        given = dict(self.mapping(f"styles.{name}", value))
        fields: dict[str, object] = {"name": name}
        for key, entry in given.items():
            field = key.replace("-", "_")
            kind = _FIELDS.get(field)
            where = f"styles.{name}.{key}"
            if kind == "number":
                fields[field] = self.number(where, entry)
            elif kind == "words":
                fields[field] = tuple(str(entry).split())
            elif kind == "tabs" and (tabs := _tabs(str(entry))):
                fields[field] = tabs
            elif kind == "word":
                fields[field] = str(entry)
            elif kind == "ink" and str(entry) in palette:
                fields[field] = palette[str(entry)]
            elif kind == "faces" and str(entry) in faces:
                fields[field] = faces[str(entry)]
            elif kind == "switch" and str(entry) in _SWITCH:
                fields[field] = _SWITCH[str(entry)]
            else:
                raise self.wrong(where, entry)
        if "faces" not in fields:
            raise self.wrong(f"styles.{name}.faces", "")
        return TextStyle(**fields)  # type: ignore[arg-type]


_SWITCH = {"on": True, "off": False}
_FIELDS = {
    "faces": "faces",
    "ink": "ink",
    "size": "number",
    "leading": "number",
    "tracking": "number",
    "indent": "number",
    "turnover": "number",
    "ruby": "number",
    "tabs": "tabs",
    "features": "words",
    "align": "word",
    "wrap": "word",
    "strictness": "word",
    "line_head": "word",
    "line_end": "word",
    "marks": "word",
    "hanging": "switch",
    "house_rules": "switch",
}


_STOP = r"([0-9]+(?:\.[0-9]+)?)(?:-(centre|end|decimal))?"


def _tabs(entry: str) -> tuple[Tab, ...]:
    """Tab stops such as ``2 12-end 20-decimal``, in order; none if one of them is not right."""
    stops = [re.fullmatch(_STOP, word) for word in entry.split()]
    found = tuple(Tab(Em(float(stop[1])), stop[2] or "start") for stop in stops if stop)
    return tuple(sorted(found)) if len(found) == len(stops) else ()


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(part) for part in value) if isinstance(value, list) else (str(value),)
