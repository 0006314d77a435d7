"""Small documents for tests of the writer."""

from collections.abc import Iterable

from layout.editions import OFFICE, PRESS, Edition
from layout.folds import SIDES
from layout.frame import Group, Item, TextRun
from layout.geometry import Pt, Rect
from layout.marks import job_lines
from layout.pdf import Info, write
from layout.sheets import Side, impose
from layout.text.fonts import Fonts
from tests.samples import SCHEMES, sample_panels

TITLE = "マイナンバー <どうなる？> & (どうする)"
INFO = Info(TITLE, "2024-04-01")
EDITIONS = {"press": PRESS, "office": OFFICE}


def sample_sides(edition: Edition, fonts: Fonts, fold: str = "a4-roll") -> tuple[Side, ...]:
    """The sides of a sheet with a little of everything."""
    scheme = SCHEMES[fold]
    job = job_lines("sample", INFO.issued, scheme, edition, fonts)
    return impose(sample_panels(scheme, fonts), scheme, edition, job)


def sample_pdf(edition: Edition, fonts: Fonts, fold: str = "a4-roll") -> bytes:
    """The same as a file."""
    return write(sample_sides(edition, fonts, fold), edition, INFO, fonts)


def page(items: Iterable[Item], width: float = 200, height: float = 100) -> Side:
    """A page with nothing outside the trim."""
    box = Rect(Pt(0), Pt(0), Pt(width), Pt(height))
    return Side(SIDES[0], box, box, box, tuple(items))


def page_pdf(
    items: Iterable[Item], fonts: Fonts, edition: Edition = OFFICE, size: float = 100
) -> bytes:
    """One page as a file."""
    return write([page(items, 2 * size, size)], edition, INFO, fonts)


def all_runs(
    items: Iterable[Item], x: float = 0.0, y: float = 0.0, turned: bool = False
) -> list[tuple[TextRun, float, float, bool]]:
    """Text runs with the offset of their group; ``turned``: x and y are about a turned one."""
    found = []
    for item in items:
        if isinstance(item, TextRun):
            found.append((item, x, y, turned))
        elif isinstance(item, Group):
            found += all_runs(item.items, x + item.x, y + item.y, turned or bool(item.turn))
        elif hasattr(item, "items"):
            found += all_runs(item.items, x, y, turned)
    return found
