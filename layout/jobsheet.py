"""The answers of ``typeset`` drawn: one job a page, each line where it was said to be."""

from collections.abc import Iterable

from layout.editions import Edition
from layout.frame import Group, Item
from layout.geometry import Pt, Rect
from layout.pdf import Info, write
from layout.problems import LeafletError, problem
from layout.sheets import Side
from layout.text.fonts import Fonts
from layout.text.paragraph import Line, Placed, draw
from layout.text.typeset import Answer
from layout.theme import Theme
from layout.values import NamedTuple

MARGIN = Pt(20.0)
BODY = Pt(10.0)
"""The size of a job that names none."""

NOT_FITTING, FONT_EXIT = 4, 5
LARGEST_PAGE = 14400.0
"""Points to a side (ISO 32000-1 annex C)."""

_ISSUED = "2000-01-01"  # a date that says nothing: the same jobs give the same bytes
_PLAIN = Edition(
    "jobs",
    "組版の確認",
    "lines to be checked",
    colour="srgb",
    bleed=Pt(0.0),
    slug=Pt(0.0),
    printable=Pt(0.0),
    marks=False,
    version="1.7",
)


class _Page(NamedTuple):
    lines: tuple[Line, ...]
    width: float
    height: float
    feed: float
    vertical: bool


def draw_jobs(answers: Iterable[Answer], theme: Theme, fonts: Fonts) -> bytes:
    """The PDF: the lines' left edges 20 pt from the page's, pages as large as their lines.

    Vertical lines begin 20 pt from the page's head and go from right to left.

    Raises LeafletError: exit 5 if a character has no glyph, 4 if a page would be too large.
    """
    told = tuple(answers)
    pages = [_page(answer, theme) for answer in told]
    lacking = tuple(
        problem("typeset-undrawn", job=number, index=answer.missing[0])
        for number, answer in enumerate(told, 1)
        if answer.missing
    )
    if lacking:
        raise LeafletError(lacking, FONT_EXIT)
    oversize = tuple(
        problem("typeset-page", job=number, width=round(page.width), height=round(page.height))
        for number, page in enumerate(pages, 1)
        if max(page.width, page.height) > LARGEST_PAGE
    )
    if oversize:
        raise LeafletError(oversize, NOT_FITTING)
    sides = [_side(number, page) for number, page in enumerate(pages, 1)]
    return write(sides, _PLAIN, Info("typeset", _ISSUED), fonts)


def _page(answer: Answer, theme: Theme) -> _Page:
    size = Pt(float(answer.job.get("size_pt", BODY)))
    feed = size * theme.rhythm.ideal
    lines = tuple(draw(line, size) for line in answer.lines)
    width = size * max(map(_right, answer.lines), default=0.0)
    vertical = (answer.job.get("style") or {}).get("direction") == "vertical"
    height = max(1, len(lines)) * feed + 2 * MARGIN
    return _Page(lines, width + 2 * MARGIN, height, feed, vertical)


def _right(line: Placed) -> float:
    """Where the line's last cell ends, which may hang or stand out."""
    return line.starts[-1] + line.segment.advances[line.last] if line.starts else 0.0


def _side(number: int, page: _Page) -> Side:
    groups = tuple(
        Group(MARGIN, Pt(MARGIN + (row + 0.8) * page.feed), line.runs)
        for row, line in enumerate(page.lines)
    )
    if not page.vertical:
        return _sheet(number, page.width, page.height, groups)
    turned = Group(Pt(page.height), Pt(0.0), groups, turn=90.0)
    return _sheet(number, page.height, page.width, (turned,))


def _sheet(number: int, width: float, height: float, items: tuple[Item, ...]) -> Side:
    paper = Rect(Pt(0.0), Pt(0.0), Pt(width), Pt(height))
    return Side(str(number), paper, paper, paper, items)
