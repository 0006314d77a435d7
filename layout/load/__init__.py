"""From YAML to values: ``load(path)`` gives a leaflet, or every problem with its place.

A text is what its author typed, cleaned of what cannot be seen (``layout/hygiene.py``).
Braces are text, unless the leaflet declares ``placeholders:`` or says ``notation: true``; then
they are read as ``layout/notation.py`` says.  ``Loaded.leaflet`` has the declared texts filled
in, and ``Loaded.template`` keeps the placeholders for ``layout.placeholders.fill`` (the same
object where there are none).
"""

from pathlib import Path

from layout.document import Leaflet
from layout.fields import LEAFLET
from layout.load.checks import check
from layout.load.locate import locate
from layout.load.reading import At, Reading
from layout.load.switch import slots_of
from layout.load.values import read_record
from layout.nodes import YamlFile, open_yaml, read_values
from layout.placeholders import fill
from layout.problems import ERROR, LeafletError, Problem, Source
from layout.theme import Theme, theme_from
from layout.values import NamedTuple


class Loaded(NamedTuple):
    """A leaflet, the warnings and notes of reading it, and the leaflet before filling."""

    leaflet: Leaflet
    problems: tuple[Problem, ...]
    template: Leaflet


def load(path: Path) -> Loaded:
    """Read the leaflet at ``path``.

    Raises LeafletError with every problem found, warnings and notes among them, in the
    order of the file: exit code 3 if the data are invalid, 6 if the file cannot be read.
    """
    file = open_yaml(path)
    leaflet, problems = _read(file)
    found = tuple(sorted((*file.problems, *problems), key=_order))
    if leaflet is None or any(each.severity == ERROR for each in found):
        raise LeafletError(found, 3)
    return Loaded(fill(leaflet, {}), found, leaflet)


def load_theme(path: Path) -> Theme:
    """Read the theme at ``path`` (``<id>/theme.yaml``); LeafletError, exit code 3 or 6."""
    return theme_from(path.parent.name, read_values(path), str(path))


def _read(file: YamlFile) -> tuple[Leaflet | None, list[Problem]]:
    """The leaflet a file holds, and what is wrong with it; nothing where it is no YAML."""
    if file.root is None or any(found.code == "yaml-empty" for found in file.problems):
        return None, []
    reading = Reading(file)
    reading.slots = slots_of(file.root)
    leaflet: Leaflet | None = read_record(
        reading, file.root, LEAFLET, At(), Source(file.name, 1, 1)
    )
    checks = () if leaflet is None else check(leaflet)
    return leaflet, [*reading.problems, *checks, *reading.notes()]


def _order(found: Problem) -> tuple[int, int]:
    return found.source.line, found.source.column


__all__ = ["Loaded", "load", "load_theme", "locate"]
