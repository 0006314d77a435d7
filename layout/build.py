"""The whole road: a leaflet's file in, the files of its editions out.

load → characters → compose → impose → write, then publish.  Every phase is a function of its
arguments; this is the one place that knows them all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from layout.bounds import check_bounds
from layout.breaks import offending_breaks
from layout.characters import check_characters, check_drawn
from layout.document import Leaflet
from layout.drafts import contact_names, regions
from layout.editions import EDITIONS, READING, SHOWN, USUAL, Edition, ReadingEdition
from layout.folds import OPENING_NAMES, OPENINGS, Scheme, load_scheme, load_schemes
from layout.frame import BLACK, Panel, TextRun
from layout.geometry import to_mm
from layout.judging import judged
from layout.load import Loaded, load, load_theme
from layout.marks import job_lines
from layout.outputs import OutputFile, distinct, safe_stem, write_all
from layout.panels import NOT_FITTING, compose
from layout.pdf import Info, write, write_tagged
from layout.pictures import (
    NO_ARTWORK,
    Artwork,
    drawings,
    flags,
    logos,
    photographs,
    unspoken_pictures,
)
from layout.printing import Press, for_device, for_pages, for_press
from layout.problems import ERROR, NOTE, LeafletError, Problem, Source, problem
from layout.raster import NO_PHOTOS, NO_RASTERS, Pictures, Raster
from layout.report import Output
from layout.resources import resource
from layout.room import Room
from layout.sheets import Side, impose, single
from layout.text.fonts import Fonts
from layout.theme import Theme
from layout.themes import find_theme, is_shipped
from layout.weblinks import check_links

if TYPE_CHECKING:
    from layout.tagging import Tagged

DEFAULT_FOLD = "a4-roll"
DEFAULT_THEME = "calm"

_USAGE, _DATA, _FAILED = 2, 3, 7
_NOWHERE = Source()


class Request(NamedTuple):
    """What is to be built; None and empty mean: as the leaflet says, else the default.

    ``moment`` replaces the leaflet's date in the PDF; ``licensed`` says that the person may
    embed fonts which restrict it; ``mono``: for a printer's black alone; ``pictures``: how
    many pixels an inch those of its panels have, where there are to be any; ``pages``: what
    the pages of an edition for screens are; ``imprint``: the plate that contacts are printed
    with alone (``k``).
    """

    leaflet: Path
    fold: str | None = None
    editions: tuple[str, ...] = ()
    theme: str | None = None
    moment: str | None = None
    licensed: bool = False
    opening: str | None = None
    press: Press = Press()
    mono: bool = False
    pictures: int | None = None
    pages: str | None = None
    imprint: str | None = None


class Made(NamedTuple):
    """A file in memory and what it is; ``stem`` is the name it asks for.

    ``fold``, ``theme`` and ``pages`` are None where the file has none.
    """

    stem: str
    edition: str
    fold: str | None
    theme: str | None
    pages: int | None
    data: bytes
    suffix: str = ".pdf"


class Built(NamedTuple):
    """All editions of a leaflet, and the warnings and notes that came up.

    ``editions`` are those of the PDFs, which come first in ``made``, ``sheets`` what each of them
    is folded of.
    """

    leaflet: Leaflet
    made: tuple[Made, ...]
    problems: tuple[Problem, ...]
    scheme: Scheme
    editions: tuple[Edition, ...]
    sheets: tuple[tuple[Scheme, ...], ...]
    works: tuple["Composition", ...] = ()
    """What was composed, once for all editions on the same sheet."""


class _Matter(NamedTuple):
    """What is to be composed, or read; what was ``said`` of its theme."""

    leaflet: Leaflet
    scheme: Scheme
    theme: Theme
    photos: Pictures
    said: tuple[Problem, ...] = ()


class Composition(NamedTuple):
    """What the editions on paper have in common."""

    leaflet: Leaflet
    scheme: Scheme
    theme: Theme
    fonts: Fonts
    panels: tuple[Panel, ...]
    problems: tuple[Problem, ...]
    photos: Pictures
    sheets: tuple[Scheme, ...]
    rooms: Mapping[str, Room]


def build(request: Request) -> Built:
    """Every edition that was asked for, from one composition, each file judged by the preflight.

    Raises LeafletError with all problems found until then, warnings included.
    """
    _editions(request.editions)  # wrong usage is told before a file is looked at
    return build_loaded(load(request.leaflet), request)


def build_loaded(loaded: Loaded, request: Request) -> Built:
    """The same for a leaflet that is in memory already, its pictures beside the request's file."""
    printed, readings = _editions(request.editions)
    printed = for_pages(for_device(printed, request.mono), request.pages)
    with _carrying(loaded.problems):
        matter = _matter(loaded.leaflet, request)
    known = (*loaded.problems, *matter.said)
    with _carrying(known):
        said, folder = loaded.leaflet.printing, request.leaflet.parent
        editions, notes = for_press(printed, request.press, said, folder, matter.theme.spot)
        printed_on = _printed(matter, editions, request)
    problems = (*known, *printed_on.problems, *notes)
    with _carrying(problems):
        problems += _judged(printed_on, editions)
    made = printed_on.made
    if readings:
        made += tuple(_read(matter, edition) for edition in readings)
    if readings or any(edition.tagged for edition in editions):
        problems += unspoken_pictures(matter.leaflet)
    made += printed_on.pictures
    problems += _described_cover(loaded.leaflet) if printed_on.pictures else ()
    sheets, works = printed_on.sheets, printed_on.works
    return Built(loaded.leaflet, made, problems, matter.scheme, editions, sheets, works)


class _Printed(NamedTuple):
    """The editions on paper, each with the sheets it is folded of; pictures of the leaflet."""

    made: tuple[Made, ...]
    sheets: tuple[tuple[Scheme, ...], ...]
    pictures: tuple[Made, ...]
    problems: tuple[Problem, ...]
    works: tuple["Composition", ...] = ()


def _printed(matter: _Matter, editions: Sequence[Edition], request: Request) -> _Printed:
    """What is composed; where nothing is asked for, nothing is, and nothing need fit."""
    wanted = [edition.booklet for edition in editions]
    wanted += [] if request.pictures is None else [""]
    if not wanted:
        return _Printed((), (), (), matter.photos.problems)
    works = {
        fold: _bound(matter, request, fold) if fold else _compose(matter, request)
        for fold in dict.fromkeys(wanted)
    }
    return _Printed(
        tuple(_make(works[each.booklet], each, request.moment) for each in editions),
        tuple(works[each.booklet].sheets for each in editions),
        () if request.pictures is None else _pictures(works[""], request, request.pictures),
        tuple(dict.fromkeys(found for work in works.values() for found in work.problems)),
        tuple(works.values()),
    )


def _bound(matter: _Matter, request: Request, fold: str) -> Composition:
    """The leaflet as a booklet in large print, on as few sheets as hold it."""
    from layout.booklet import booklet
    from layout.largeprint import MOST_SHEETS, large_print, numbered, with_short_back

    half, theme = scheme_of(fold, matter.scheme.opening), large_print(matter.theme)
    on_back, count = max(1, len(matter.leaflet.back)), 1
    while True:
        leaflet = with_short_back(matter.leaflet, on_back)
        bound = booklet(half, count)
        try:
            large = matter._replace(leaflet=leaflet, scheme=bound.whole, theme=theme)
            work = _compose(large, request, others=tuple)
        except LeafletError as error:
            if error.exit_code != NOT_FITTING:
                raise
            crowded = any(("role", "back") in each.arguments for each in error.problems)
            if crowded and on_back > 1:
                on_back -= 1
            elif count < MOST_SHEETS:
                count += 1
            else:
                raise
        else:
            return work._replace(panels=numbered(work.panels, work.fonts), sheets=bound.sheets)


def _described_cover(leaflet: Leaflet) -> tuple[Problem, ...]:
    """What to write as the alternative text of a picture that shows the cover."""
    cover = leaflet.cover
    words = "".join(f"「{call}」" for call in cover.calls).replace("\n", "")
    title = str(leaflet.title or cover.title).replace("\n", "")
    return (problem("picture-words", severity=NOTE, title=title, words=words),)


def _pictures(work: Composition, request: Request, dpi: int) -> tuple[Made, ...]:
    """Pictures of the panels (``dpi``), of the folded leaflet and of its cover."""
    from layout.mockup import pictures

    sheet = _make(work, SHOWN, request.moment)
    stem = _stem(f"{work.leaflet.id}_{work.scheme.id}", work.theme)
    ground = work.theme.styles["title"].ink if "title" in work.theme.styles else BLACK
    return tuple(
        Made(f"{stem}_{name}", "picture", work.scheme.id, work.theme.id, None, data, ".png")
        for name, data in pictures(sheet.data, work.scheme, dpi, ground.srgb)
    )


def _read(matter: _Matter, edition: ReadingEdition) -> Made:
    """An edition of the document itself, on no sheet."""
    from layout.reading import read

    leaflet, theme = matter.leaflet, matter.theme
    data = read(leaflet, theme, edition, matter.photos)
    stem = _stem(str(leaflet.id), theme) if edition.themed else str(leaflet.id)
    shown = theme.id if edition.themed else None
    return Made(stem, edition.id, None, shown, None, data, edition.suffix)


def _judged(printed: _Printed, editions: Sequence[Edition]) -> tuple[Problem, ...]:
    """What the preflight has to say of the finished files; LeafletError if one is not sound."""
    return tuple(
        found
        for one, sheets, edition in zip(printed.made, printed.sheets, editions, strict=True)
        for found in judged(one.data, f"{one.stem}{one.suffix}", edition, *sheets).problems
    )


def check(request: Request) -> tuple[Problem, ...]:
    """What there is to know about a leaflet that would build; raises as :func:`build` does."""
    from layout.legibility import illegible

    built = build(request)
    faint = (illegible(work.leaflet, work.theme, work.panels) for work in built.works)
    return (*built.problems, *dict.fromkeys(found for each in faint for found in each))


def schemes(opening: str = "left") -> dict[str, Scheme]:
    """The folds there are, by id."""
    return load_schemes(resource("data/folds.yaml"), opening)


def scheme_of(id: str | None, opening: str | None, of: Source = _NOWHERE) -> Scheme:
    """The fold of this id (None: the house's own) with this opening (None: to the left).

    Raises LeafletError, exit code 3 where a file named the fold (``of``), else 2.
    """
    return load_scheme(resource("data/folds.yaml"), id or DEFAULT_FOLD, known_opening(opening), of)


def folding_dummy(scheme: Scheme, moment: str | None = None) -> Made:
    """The folding dummy of a fold; ``moment`` is its date in the PDF."""
    from layout.dummy import dummy

    fonts = Fonts(resource("fonts"))
    sides = dummy(scheme, fonts)
    info = Info(f"折り見本 {scheme.name_ja} {OPENING_NAMES[scheme.opening]}", moment or _UNDATED)
    stem = f"{scheme.id}_dummy" if scheme.opening == "left" else f"{scheme.id}_right_dummy"
    data = write(sides, EDITIONS["office"], info, fonts)
    return Made(stem, "dummy", scheme.id, "", len(sides), data)


_UNDATED = "2025-01-01"
"""The date of a file that is of no document: a PDF must have one, and the clock is not read."""


def _editions(names: Sequence[str]) -> tuple[tuple[Edition, ...], tuple[ReadingEdition, ...]]:
    """The editions of these names on paper and to be read, else the usual ones; exit code 2 for
    one unknown."""
    every = (*EDITIONS, *READING)
    unknown = tuple(
        problem("edition-unknown", name=name, known=", ".join(every))
        for name in names
        if name not in every
    )
    if unknown:
        raise LeafletError(unknown, _USAGE)
    wanted = names or USUAL
    printed = tuple(EDITIONS[name] for name in wanted if name in EDITIONS)
    return printed, tuple(READING[name] for name in wanted if name in READING)


@contextmanager
def _carrying(problems: tuple[Problem, ...]) -> Iterator[None]:
    """Puts earlier problems before those of an error that is raised inside."""
    try:
        yield
    except LeafletError as error:
        raise LeafletError((*problems, *error.problems), error.exit_code) from None


def _matter(leaflet: Leaflet, request: Request) -> _Matter:
    scheme = _scheme(leaflet, request)
    theme, said = _theme(leaflet, request.theme, request.leaflet.parent)
    if request.imprint:
        from layout.overprinting import check_imprint, for_imprint

        check_imprint(request.imprint)
        theme = for_imprint(theme)
    with _carrying(said):
        photos = _all_photos(leaflet, theme, request.leaflet.parent)
    return _Matter(leaflet, scheme, theme, photos, said)


def _all_photos(leaflet: Leaflet, theme: Theme, folder: Path) -> Pictures:
    """The leaflet's photographs; where one is bad, what is wrong with its drawings is told, too."""
    try:
        return _photos(leaflet, folder)
    except LeafletError as error:
        with _carrying(error.problems):
            drawn = _artwork(leaflet, theme, folder)
        raise LeafletError((*error.problems, *drawn.problems), error.exit_code) from None


def _compose(
    matter: _Matter, request: Request, others: Callable[[], Iterable[Scheme]] | None = None
) -> Composition:
    leaflet, scheme, theme, photos, _ = matter
    fonts = Fonts(resource("fonts"), licensed=request.licensed)
    notes = check_characters(leaflet, theme, fonts)
    linked = check_addresses(leaflet)
    artwork = _artwork(leaflet, theme, request.leaflet.parent)
    composed = compose(
        *(leaflet, scheme, theme, fonts),
        others=others or (lambda: schemes(scheme.opening).values()),
        pictures=photos.found,
        artwork=artwork.found,
    )
    check_drawn(leaflet, composed.panels, fonts)
    check_bounds(leaflet, theme, composed.panels, fonts)
    coarse = _coarse(composed.panels, photos)
    found = (*composed.problems, *photos.problems, *artwork.problems, *coarse, *linked)
    problems = (*notes, *offending_breaks(leaflet), *found)
    return Composition(
        *(leaflet, scheme, theme, fonts, composed.panels, problems, photos, (scheme,)),
        composed.rooms,
    )


def check_addresses(leaflet: Leaflet) -> tuple[Problem, ...]:
    """What is said of addresses that are to be QR codes; LeafletError if one cannot be."""
    found = check_links(leaflet)
    if any(each.severity == ERROR for each in found):
        raise LeafletError(found, _DATA)
    return found


def _photos(leaflet: Leaflet, folder: Path) -> Pictures:
    """The leaflet's photographs from the folder it lies in."""
    named = photographs(leaflet)
    if not named:
        return NO_PHOTOS
    from layout.images import read_pictures

    return read_pictures(named, folder)


def _artwork(leaflet: Leaflet, theme: Theme, folder: Path) -> Artwork:
    """The flags and drawings that the leaflet in ``folder`` names, in the theme's inks."""
    if not (flags(leaflet) or drawings(leaflet) or logos(leaflet) or theme.drawings):
        return NO_ARTWORK
    from layout.artwork.library import read_artwork

    return read_artwork(leaflet, theme, folder)


def _coarse(panels: Sequence[Panel], photos: Pictures) -> tuple[Problem, ...]:
    """What is said of how fine photographs are in print; LeafletError if one is too coarse."""
    if not photos.found:
        return ()
    from layout.images import coarse_pictures, fine_pictures

    found = coarse_pictures(panels, photos)
    if any(each.severity == ERROR for each in found):
        raise LeafletError(found, _DATA)
    return (*found, *fine_pictures(panels, photos))


def scheme_for(request: Request) -> Scheme:
    """The fold on which a leaflet is to be built; raises as :func:`layout.load.load` does."""
    return _scheme(load(request.leaflet).leaflet, request)


def _scheme(leaflet: Leaflet, request: Request) -> Scheme:
    opening = _opening(leaflet, request.opening)
    if request.fold is None and leaflet.fold is not None:
        return scheme_of(leaflet.fold, opening, leaflet.fold.source)
    return scheme_of(request.fold, opening)


def _opening(leaflet: Leaflet, wanted: str | None) -> str:
    """The opening of the command line, else of the leaflet, else that of its text."""
    if wanted is None and leaflet.opening is not None:
        return known_opening(leaflet.opening, leaflet.opening.source)
    return known_opening(wanted or ("right" if leaflet.direction == "vertical" else None))


def known_opening(opening: str | None, source: Source = _NOWHERE) -> str:
    """An opening there is, left if none is named; LeafletError as for :func:`scheme_of`."""
    if opening is None or opening in OPENINGS:
        return str(opening or OPENINGS[0])
    found = problem("opening-unknown", source, opening=opening)
    raise LeafletError((found,), _DATA if source.file else _USAGE)


def _theme(leaflet: Leaflet, wanted: str | None, folder: Path) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme of the command line, of the leaflet in ``folder`` or the house's own, and what
    there is to say of one that does not come with the house."""
    if wanted is None and leaflet.theme is not None:
        path = find_theme(str(leaflet.theme), folder, leaflet.theme.source)
    else:
        path = find_theme(wanted or DEFAULT_THEME, folder)
    if is_shipped(path):
        return load_theme(path), ()
    from layout.themecheck import check_theme

    said = check_theme(path, Fonts(resource("fonts")).ids())
    return load_theme(path), said


def _make(work: Composition, edition: Edition, moment: str | None) -> Made:
    """One edition of the composition."""
    leaflet, scheme, theme = work.leaflet, work.scheme, work.theme
    if edition.tagged:
        return _tagged(work, edition, moment)
    sides = printed_sides(work, edition, moment)
    info, varying = info_of(leaflet, moment), contact_names(leaflet, theme)
    data = write(sides, edition, info, work.fonts, rasters_of(work, edition), varying)
    _check_device(edition, scheme, len(data))
    mono = "_mono" if edition.colour == "grey" else ""
    stem = _stem(f"{leaflet.id}_{scheme.id}_{edition.id}{mono}", theme)
    return Made(stem, edition.id, scheme.id, theme.id, len(sides), data)


def printed_sides(work: Composition, edition: Edition, moment: str | None) -> tuple[Side, ...]:
    """The sides of an edition that is printed, as they are drawn."""
    issued = moment or str(work.leaflet.issued)
    job = job_lines(str(work.leaflet.id), issued[:10], work.scheme, edition, work.fonts)
    sides = _proof(work, edition, job) if edition.notes else tuple(_imposed(work, edition, job))
    if edition.spot:
        from layout.plates import on_two_plates

        sides = on_two_plates(sides, edition)
    if edition.outlines:
        from layout.outlined import outlined

        sides = outlined(sides, work.fonts)
    return sides


def _imposed(
    work: Composition, edition: Edition, job: Mapping[str, tuple[TextRun, ...]]
) -> Iterator[Side]:
    """The sides of every sheet, one sheet after the other."""
    for at, sheet in enumerate(work.sheets):
        numbers = {slot.number for slot in sheet.slots}
        panels = [panel for panel in work.panels if panel.number in numbers]
        for side in impose(panels, sheet, edition, job):
            yield side._replace(name=f"{side.name}.{at}") if at else side


def _tagged(work: Composition, edition: Edition, moment: str | None) -> Made:
    """The edition for screens: tagged, and with links."""
    leaflet, scheme, theme = work.leaflet, work.scheme, work.theme
    found = tagged_work(work)
    sides = screen_sides(work, edition, found.panels)
    rasters = rasters_of(work, edition)
    data = write_tagged(
        sides, edition, info_of(leaflet, moment), work.fonts, found.document, rasters
    )
    paged = "_panels" if edition.pages == "panel" else ""
    stem = _stem(f"{leaflet.id}_{scheme.id}_{edition.id}{paged}", theme)
    return Made(stem, edition.id, scheme.id, theme.id, len(sides), data)


def tagged_work(work: Composition) -> "Tagged":
    """The panels of a composition tagged."""
    from layout.tagging import tag

    named = regions(work.leaflet, work.theme)
    names = [name for name, _ in (*named["body"], *named["back"])]
    return tag(work.leaflet, work.panels, names, work.theme.options("question").word("prefix"))


def screen_sides(
    work: Composition, edition: Edition, panels: tuple[Panel, ...]
) -> tuple[Side, ...]:
    """The pages of an edition for screens: sheets, or panels."""
    return single(panels) if edition.pages == "panel" else impose(panels, work.scheme, edition, {})


def info_of(leaflet: Leaflet, moment: str | None) -> Info:
    """What a file says of itself; its title is one line."""
    return Info(str(leaflet.title or leaflet.cover.title), moment or str(leaflet.issued))


def _stem(name: str, theme: Theme) -> str:
    """The name of a file, with its theme where that is not the house's own."""
    return name if theme.id == DEFAULT_THEME else f"{name}_{theme.id}"


def _proof(
    work: Composition, edition: Edition, job: Mapping[str, tuple[TextRun, ...]]
) -> tuple[Side, ...]:
    """The sides of a proof, which tells where in the file its texts stand."""
    from layout.proof import noted, overlaid

    named = regions(work.leaflet, work.theme)
    lines = {name: block.source.line for name, block in (*named["body"], *named["back"])}
    lines["cover"] = work.leaflet.cover.source.line
    sides = impose(noted(work.panels, lines, work.fonts), work.scheme, edition, job)
    file = Path(work.leaflet.source.file).name
    return overlaid(sides, work.scheme, file, work.fonts)


def _check_device(edition: Edition, scheme: Scheme, size: int) -> None:
    """Raises LeafletError (exit 7) where the edition's device cannot print the file."""
    sheet = (round(to_mm(scheme.width), 1), round(to_mm(scheme.height), 1))
    if edition.papers and sheet not in edition.papers:
        known = "、".join(f"{width:g} × {height:g} mm" for width, height in edition.papers)
        found = problem(
            "paper-not-printed", fold=scheme.id, sheet="{:g} × {:g} mm".format(*sheet), known=known
        )
        raise LeafletError((found,), _FAILED)
    if edition.most_bytes is not None and size > edition.most_bytes:
        megabytes = f"{size / 1e6:.1f}"
        found = problem(
            "device-file-too-large",
            edition=edition.id,
            size=megabytes,
            most=edition.most_bytes // 10**6,
        )
        raise LeafletError((found,), _FAILED)


def rasters_of(work: Composition, edition: Edition) -> Mapping[str, Raster]:
    """The photographs of a composition as an edition prints them, by name."""
    if not work.photos.found:
        return NO_RASTERS
    from layout.images import rasters, widths_on_paper

    return rasters(work.photos, edition, work.theme.ground, widths_on_paper(work.panels))


def publish(
    made: Sequence[Made], folder: Path, dpi: int | None
) -> tuple[tuple[Output, ...], tuple[Problem, ...]]:
    """Writes the PDFs, with PNG previews if ``dpi`` is given, under names safe everywhere.

    Also returns a note for each name that had to be changed.  Raises LeafletError (exit
    code 6); then no file has been touched.
    """
    stems = distinct([safe_stem(one.stem) for one in made], [one.suffix for one in made])
    files = [
        OutputFile(f"{stem}{one.suffix}", one.data) for stem, one in zip(stems, made, strict=True)
    ]
    paths = write_all(folder, (*files, *_previews(files, dpi)))
    outputs = tuple(_described(path, one) for path, one in zip(paths, made, strict=False))
    notes = tuple(
        problem("output-name-changed", severity=NOTE, name=one.stem, safe=stem)
        for stem, one in zip(stems, made, strict=True)
        if stem != one.stem
    )
    return outputs, notes


def _previews(files: Sequence[OutputFile], dpi: int | None) -> Iterator[OutputFile]:
    """``<stem>_1.png`` … for every page of every PDF."""
    if dpi is None:
        return
    from layout.preview import page_images

    for file in (each for each in files if each.name.endswith(".pdf")):
        for number, image in enumerate(page_images(file.data, dpi), 1):
            yield OutputFile(f"{file.name.removesuffix('.pdf')}_{number}.png", image)


def _described(path: Path, made: Made) -> Output:
    digest = sha256(made.data).hexdigest()
    return Output(
        str(path), made.edition, made.fold, made.theme, made.pages, len(made.data), digest
    )
