"""Plates that change between variants (墨版差し替え): each plate that does costs a press run.

With the contact in black alone on an unprinted ground, one set of colour plates serves all
variants and only black is made anew.
"""

from collections.abc import Iterable

from layout.editions import Edition
from layout.frame import BLACK, PAPER, Ink, Item
from layout.plates import inks_of
from layout.problems import LeafletError, problem
from layout.theme import Theme

IMPRINTS = ("k",)
"""What may be printed alone for a variant: black."""

_STYLES = ("name", "text", "term", "number")
_PLATES = "CMYK"
_USAGE = 2


def check_imprint(imprint: str | None) -> None:
    """LeafletError (exit code 2) for an imprint that there is not."""
    if imprint not in (None, *IMPRINTS):
        raise LeafletError((problem("imprint-unknown", name=imprint, known="k"),), _USAGE)


def for_imprint(theme: Theme) -> Theme:
    """The theme with contacts in black alone, on a ground that no plate prints."""
    form = dict(theme.forms.get("contact", {}))
    palette = {**theme.palette, _named("black"): BLACK, _named("paper"): PAPER}
    styles = dict(theme.styles)
    for key in (*_STYLES, "label"):
        if key in form:
            ink = PAPER if key == "label" else BLACK
            styles[_named(key)] = styles[str(form[key])]._replace(ink=ink)
            form[key] = _named(key)
    inks = {"ink": "paper", "label-ground": "black", "rule": "black"}
    form |= {key: _named(name) for key, name in inks.items() if key in form}
    form.pop("grounds", None)
    return theme._replace(palette=palette, styles=styles, forms={**theme.forms, "contact": form})


def _named(word: str) -> str:
    return f"imprint-{word}"


def plates_changed(items: Iterable[Item], ground: Ink | None, edition: Edition) -> tuple[str, ...]:
    """The plates of an edition that differ between variants which draw such items on the ground.

    Black alone is printed over what lies under it; any other ink clears it, so that the plates
    of the ground change, too.  None where an edition is not separated.
    """
    if edition.colour != "cmyk":
        return ()
    inks = inks_of(items)
    clears = any(ink.cmyk != BLACK.cmyk or ink.spot for ink in inks)
    under = (ground,) if ground and clears else ()
    found = {plate for ink in (*inks, *under) for plate in _plates_of(ink, edition)}
    return tuple(sorted(found, key=lambda plate: (_PLATES.find(plate) % 9, plate)))


def _plates_of(ink: Ink, edition: Edition) -> tuple[str, ...]:
    if ink.spot and edition.plates == "spot":
        return (ink.spot.name,)
    return tuple(plate for plate, share in zip(_PLATES, ink.cmyk, strict=True) if share > 0)
