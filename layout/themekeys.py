"""What a theme file can say: every key with its kind, unit, limits and meaning.

``data/themes/keys.tsv`` is the one table behind the check of a theme and the designers' guide;
which keys are read is said by the forms alone, and a test holds the two together.
"""

from collections.abc import Mapping
from functools import cache

from layout.resources import resource
from layout.values import NamedTuple

NEEDED = "!"
GIVEN = "-"
"""Of a key that is needed where another one is said, as the places of a sign with its drawing."""
FORM = "forms."
"""What sections of kinds of block begin with."""
ANY = "*"
"""A key that stands for names which the author chooses."""

NEEDED_STYLES = ("body", "heading", "credit", "title")
"""Styles that are asked for by name whatever the forms say: pages for screens are set in them."""


class Key(NamedTuple):
    """One key of a section.

    ``kind`` is ``number``, ``choice``, ``ink``, ``style``, ``faces``, ``grounds`` (names of
    others), ``drawing``, ``colour``, ``features``, ``tabs``, ``word`` or ``table``; ``limits``
    are those of a number (``0..20``) or the words of a choice (``on|off``).  ``usual`` is what
    holds where it is left out.  ``forms`` are the forms that read it; none: all of the kind.
    """

    key: str
    kind: str
    unit: str
    limits: str
    usual: str
    meaning: str
    forms: tuple[str, ...] = ()

    @property
    def needed(self) -> bool:
        """Whether there is no leaving it out where what reads it is used."""
        return self.usual == NEEDED

    @property
    def range(self) -> tuple[float, float]:
        """The limits of a number."""
        low, high = self.limits.split("..")
        return float(low), float(high)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a choice."""
        return tuple(self.limits.split("|"))


class Section(NamedTuple):
    """A part of a theme file: what it is, and its keys."""

    title: str
    keys: tuple[Key, ...]

    def key(self, name: str) -> Key | None:
        """The key of this name, else the one that stands for any."""
        found = {each.key: each for each in self.keys}
        return found.get(name) or found.get(ANY)


@cache
def sections() -> Mapping[str, Section]:
    """Every section by its name, in order: ``theme``, ``palette``, … and ``forms.<kind>``."""
    found: dict[str, Section] = {}
    name = ""
    for line in resource("data/themes/keys.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name, title = line.split("\t")
            found[name := name.strip("[]")] = Section(title, ())
        elif line and not line.startswith("#"):
            section = found[name]
            found[name] = section._replace(keys=(*section.keys, _key(line)))
    return found


def _key(line: str) -> Key:
    key, kind, unit, limits, usual, meaning, *forms = line.split("\t")
    plain = ("" if unit == "-" else unit, "" if limits == "-" else limits)
    return Key(key, kind, *plain, usual, meaning, tuple(forms[0].split()) if forms else ())
