"""How the files are to be printed: what the person, the leaflet and the theme say of it, settled.

The command line goes before the leaflet's ``printing:``, and that before the theme.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from layout.document import Printing
from layout.editions import PAGES, Edition, by_panels, conforming, in_mono
from layout.frame import Spot
from layout.problems import NOTE, LeafletError, Problem, problem
from layout.standards import STANDARDS

_USAGE, _DATA = 2, 3


class Press(NamedTuple):
    """How the print shop wants its file; None: as the leaflet or the house does it.

    ``standard`` and ``condition`` are ids of :mod:`layout.standards`, ``icc`` the file of a
    profile, ``spot`` the ink of a two-colour job (``NAME=C,M,Y,K``) and ``plates`` what
    carries it (:mod:`layout.plates`); ``outlines``: text as shapes, for shops without fonts.
    """

    standard: str | None = None
    icc: Path | None = None
    condition: str | None = None
    spot: str | None = None
    plates: str | None = None
    outlines: bool = False


def for_device(editions: tuple[Edition, ...], mono: bool) -> tuple[Edition, ...]:
    """The editions in black alone where that is asked; exit code 2 for a print shop's."""
    if not mono:
        return editions
    pressed = [edition.id for edition in editions if edition.standard]
    if pressed:
        raise LeafletError((problem("mono-for-press", edition=", ".join(pressed)),), _USAGE)
    return tuple(map(in_mono, editions))


def for_pages(editions: tuple[Edition, ...], pages: str | None) -> tuple[Edition, ...]:
    """The editions, those for screens with the pages that are asked for.

    Raises LeafletError (exit code 2) for pages there are not, or where no edition has a choice.
    """
    if pages is None:
        return editions
    if pages not in PAGES:
        raise LeafletError((problem("pages-unknown", name=pages, known=", ".join(PAGES)),), _USAGE)
    if not any(edition.tagged for edition in editions):
        raise LeafletError((problem("pages-not-for-screen", name=pages),), _USAGE)
    return tuple(map(by_panels, editions)) if pages != PAGES[0] else editions


def _settled(press: Press, said: Printing, folder: Path) -> Press:
    """The wishes of the command line, and where it has none, of the leaflet in ``folder``."""
    return Press(
        press.standard or said.standard,
        press.icc or (folder / said.icc if said.icc else None),
        press.condition or said.condition,
        press.spot or said.spot,
        press.plates or said.plates,
        press.outlines or said.outlines,
    )


def for_press(
    editions: tuple[Edition, ...],
    asked: Press,
    said: Printing | None,
    folder: Path,
    of_theme: Spot | None,
) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """The editions, those for a print shop as it wants them; what the person should know.

    ``asked`` is what the command line wants, ``said`` what the leaflet in ``folder`` does.
    Raises LeafletError: exit code 2, or 3 with its place where the leaflet says what cannot be.
    """
    press = asked if said is None else _settled(asked, said, folder)
    if press == Press() and of_theme is None:
        return editions, ()
    from layout.plates import check_plates, find_spot
    from layout.profiles import find_intent, find_standard

    with _placed(press.spot):
        spot = find_spot(press.spot) if press.spot is not None else of_theme
    plates = press.plates or "spot"
    with _placed(press.plates):
        check_plates(plates, spot)
    with _placed(press.standard):
        standard = find_standard(press.standard or next(iter(STANDARDS)))
    with _placed(said.icc if said and said.icc and asked.icc is None else press.condition):
        intent = find_intent(standard, press.icc, press.condition)
    unasked = intent.carried and not (press.icc or press.condition)
    notes = (problem("intent-fogra39", severity=NOTE, standard=standard.name),) if unasked else ()
    shop = (spot, plates, press.outlines)
    return tuple(
        _as_wanted(conforming(edition, standard, intent), *shop) if edition.standard else edition
        for edition in editions
    ), notes


def _as_wanted(edition: Edition, spot: Spot | None, plates: str, outlines: bool) -> Edition:
    return edition._replace(spot=spot, plates=plates, outlines=outlines)


@contextmanager
def _placed(said: object) -> Iterator[None]:
    """Puts the place of what a leaflet said to the problems about it."""
    try:
        yield
    except LeafletError as error:
        source = getattr(said, "source", None)
        if source is None:
            raise
        found = tuple(each._replace(source=source) for each in error.problems)
        code = _DATA if error.exit_code == _USAGE else error.exit_code
        raise LeafletError(found, code) from None
