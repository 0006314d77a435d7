"""What a file says it is: its output intent, and the refusal to say what would be false."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from layout.editions import Edition
from layout.frame import Item
from layout.pdf.metadata import Info
from layout.pdf.objects import Named, Stream, dictionary, name, reference, string
from layout.plates import inks_of
from layout.problems import LeafletError, Problem, problem
from layout.raster import Raster
from layout.sheets import Side
from layout.standards import REGISTRY, Intent

_UNTRUE = 7


def check_claims(
    edition: Edition, info: Info, sides: Sequence[Side], rasters: Iterable[Raster]
) -> None:
    """Raises LeafletError (exit code 7) where the file would not be what it claims."""
    spaces = {raster.space for raster in rasters}
    drawn = chain.from_iterable(side.items for side in sides)
    found = (*_untrue(edition, info, spaces), *_undeclared(edition, drawn))
    if found:
        raise LeafletError(found, _UNTRUE)


def check_inks(edition: Edition, items: Iterable[Item]) -> None:
    """The same of what a file draws besides."""
    found = tuple(_undeclared(edition, items))
    if found:
        raise LeafletError(found, _UNTRUE)


def _untrue(edition: Edition, info: Info, spaces: set[str]) -> Iterator[Problem]:
    standard, intent = edition.standard, edition.intent
    if standard is None:
        return
    if not info.title.strip():
        yield problem("claim-untitled", standard=standard.name)
    if edition.colour != "cmyk":
        yield problem("claim-colour", standard=standard.name, colour=edition.colour)
    for space in sorted(spaces - {"DeviceCMYK", "DeviceGray"}):
        yield problem("claim-colour", standard=standard.name, colour=space)
    if edition.version != standard.version:
        yield problem("claim-version", standard=standard.name, version=edition.version)
    needed = standard.profile or (intent is not None and not intent.condition.registered)
    if intent is None or (needed and not (intent.carried and intent.profile)):
        yield problem("claim-without-profile", standard=standard.name)


def _undeclared(edition: Edition, items: Iterable[Item]) -> Iterator[Problem]:
    """Inks that the file has no plate for: a spot ink of its own kind, or beside the two of a
    two-colour job any other.  On a screen every ink is its twin."""
    if edition.colour != "cmyk":
        return
    inks = inks_of(items)
    own = edition.spot if edition.plates == "spot" else None
    strange = {ink.name for ink in inks if ink.spot not in (None, own)}
    if own:
        strange |= {ink.name for ink in inks if ink.spot is None and not ink.is_black}
    if strange:
        yield problem("claim-inks", inks=", ".join(sorted(strange)))


def intent_objects(intent: Intent | None) -> list[Named]:
    """The output intent (ISO 32000-1 14.11.5) and, where it is carried, its profile."""
    if intent is None:
        return []
    condition = intent.condition
    entries: dict[str, object] = {
        "Type": name("OutputIntent"),
        "S": name("GTS_PDFX"),
        "OutputConditionIdentifier": string(condition.id),
        "OutputCondition": string(condition.text),
        "Info": string(condition.name),
    }
    if condition.registered:
        entries["RegistryName"] = string(REGISTRY)
    if not (intent.carried and intent.profile):
        return [("Intent", dictionary(entries))]
    entries["DestOutputProfile"] = reference("Intent.profile")
    profile = Stream(intent.profile.data, {"N": 4})
    return [("Intent", dictionary(entries)), ("Intent.profile", profile)]
