"""Preflight: judges the bytes of a finished PDF against a standard and a shop's limits.

It shares no code with the writer; a reader of its own opens our files and anyone's.  The road
through it is :func:`judge`; what a rule means stands in :mod:`.rules` and in the messages.
"""

from typing import NamedTuple

from layout.preflight.content import Interpreter
from layout.preflight.document import claimed, judge_document, standard_claimed
from layout.preflight.file import File, UnreadableError, open_file
from layout.preflight.geometry import Box
from layout.preflight.ledger import Ledger, PanelBox
from layout.preflight.pages import Page, content_of, judge_page, judge_sheet, pages_of
from layout.preflight.painting import PageArea, Painting
from layout.preflight.profiles import Profile, load_profile
from layout.preflight.resources import judge_unused
from layout.preflight.standards import ASKED, STANDARDS, Standard
from layout.preflight.typefaces import judge_font
from layout.preflight.values import MalformedError, TooLargeError, number
from layout.problems import ERROR, LeafletError, Problem, Source, problem

LARGEST_FILE = 512 << 20

FAILED, UNREADABLE = 7, 6


class Report(NamedTuple):
    """What came of it: the standard that was judged, the rules that ran, what was found."""

    standard: str
    claimed: str
    profile: str
    pages: int
    rules: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found that is an error."""
        return all(found.severity != ERROR for found in self.problems)


def judge(
    data: bytes,
    standard: str | None = None,
    profile: Profile | None = None,
    *,
    name: str = "",
    panels: tuple[PanelBox, ...] = (),
    sheet: tuple[float, float] | None = None,
    sides: int = 2,
) -> Report:
    """Judges a file; ``standard`` None takes the one it claims, else the general rules.

    ``name`` is the file's name in the problems; ``panels`` are those of its fold, ``sheet`` the
    trimmed size in millimetres that all its ``sides`` pages must have.  Raises LeafletError with
    exit code 6 for bytes that cannot be read as a PDF at all.
    """
    profile = profile or load_profile()
    try:
        file = open_file(data)
        told = claimed(file)
        chosen = STANDARDS[standard] if standard else standard_claimed(told, file, STANDARDS)
        ledger = Ledger(chosen or STANDARDS["general"], profile, panels)
        pages = _judge(file, ledger)
        if sheet is not None:
            judge_sheet(file, ledger, sheet, sides)
    except UnreadableError as error:
        raise _unreadable(str(error), name) from None
    except TooLargeError as error:
        raise _unreadable("too-large", name, str(error)) from None
    if not pages:
        raise _unreadable("no-pages", name)
    ledger.page = None
    for damage in () if file.encrypted else file.damage:
        ledger.add(f"file.{damage}")
    if chosen is None:
        ledger.add("claim.unknown" if told else "claim.none", measured=told)
    ran = tuple(sorted(ledger.ran))
    return Report(ledger.standard.id, told, profile.id, pages, ran, ledger.problems(name))


def _unreadable(reason: str, name: str, detail: str = "") -> LeafletError:
    code = {"not-pdf": "pdf-none", "too-large": "pdf-too-large"}
    source = Source(name) if name else Source()
    return LeafletError(
        (problem(code.get(reason, "pdf-damaged"), source, detail=detail),), UNREADABLE
    )


def _judge(file: File, ledger: Ledger) -> int:
    """Every rule; returns the number of pages."""
    if file.encrypted:
        ledger.add("F1.encrypt")
        ledger.add("file.encrypted")
        return sum(1 for _ in pages_of(file)) or 1
    intent = judge_document(file, ledger)
    painting = Painting(file, ledger, intent)
    interpreter = Interpreter(file, painting)
    count = 0
    for count, page in enumerate(pages_of(file), 1):
        ledger.page = count
        ledger.trim = page.boxes.get("TrimBox") or page.boxes.get("ArtBox") or page.media
        judge_page(file, ledger, page)
        _judge_content(file, ledger, page, painting, interpreter)
    ledger.page = None
    painting.judge_mix()
    for font in interpreter.fonts.values():
        judge_font(file, ledger, font)
    return count


def _judge_content(
    file: File, ledger: Ledger, page: Page, painting: Painting, interpreter: Interpreter
) -> None:
    trim = page.boxes.get("TrimBox") or page.boxes.get("ArtBox")
    area = PageArea(page.media, trim, page.boxes.get("BleedBox"))
    painting.begin(area)
    resources = file.get(page.entries, "Resources")
    try:
        data = content_of(file, page)
    except (MalformedError, TooLargeError) as error:
        painting.broken("size" if isinstance(error, TooLargeError) else "content")
        return
    unit = number(file.get(page.entries, "UserUnit"), 1.0)
    interpreter.page(data, resources, _grown(page.media), unit)
    painting.end()
    judge_unused(file, ledger, page, painting, interpreter)


def _grown(box: Box) -> Box:
    return Box(box.left - 1, box.bottom - 1, box.right + 1, box.top + 1)


__all__ = [
    "ASKED",
    "FAILED",
    "LARGEST_FILE",
    "STANDARDS",
    "UNREADABLE",
    "PanelBox",
    "Profile",
    "Report",
    "Standard",
    "judge",
    "load_profile",
]
