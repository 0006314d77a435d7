"""What can be wrong with an input, as values: a stable code, a place and a remedy.

A phase gathers every problem it finds and raises them together as one
:class:`LeafletError`; warnings travel beside the result.  The sentence for a person is made
from the code and the arguments in the reader's language (see ``layout/messages.py``), so a
problem itself speaks no language.
"""

from layout.values import NamedTuple

ERROR = "error"
WARNING = "warning"
NOTE = "note"


class Source(NamedTuple):
    """A place in a file: line and column count from 1, column in code points (0 = unknown)."""

    file: str = ""
    line: int = 0
    column: int = 0


NOWHERE = Source()
"""No place in any file."""


class Spot(NamedTuple):
    """Where on a finished page something was found, and how much of it.

    ``x_mm`` and ``y_mm`` count from the trimmed page's top left corner; ``measured`` and
    ``limit`` are in the unit that the rule ``clause`` speaks of; ``places`` is how often it
    was found on the page.
    """

    clause: str = ""
    page: int | None = None
    x_mm: float | None = None
    y_mm: float | None = None
    measured: float | str | None = None
    limit: float | str | None = None
    places: int = 1


class Problem(NamedTuple):
    """One thing that is wrong, or worth knowing.

    ``code`` is stable and listed by ``make_leaflet.py explain``; ``arguments`` fill the
    sentence and the hint of that code.  ``block`` names the block as the author knows it
    (``question q3``), ``panel`` the panel by its place in the order of reading (``P4``);
    ``mm_over`` and ``lines_over`` say by how much a text is too long; ``spot`` is given by
    what judges finished PDFs.
    """

    code: str
    severity: str = ERROR
    source: Source = NOWHERE
    arguments: tuple[tuple[str, str], ...] = ()
    block: str = ""
    panel: str = ""
    mm_over: float | None = None
    lines_over: int | None = None
    spot: Spot | None = None


class LeafletError(Exception):
    """Every problem that kept a phase from its result.

    ``exit_code`` follows the table in README.md: 3 data invalid, 4 does not fit,
    5 font or glyph, 6 cannot read or write, 7 the PDF failed its own check.
    """

    def __init__(self, problems: tuple[Problem, ...], exit_code: int) -> None:
        super().__init__("; ".join(problem.code for problem in problems))
        self.problems = problems
        self.exit_code = exit_code


def problem(
    code: str,
    source: Source = NOWHERE,
    severity: str = ERROR,
    *,
    block: str = "",
    panel: str = "",
    mm_over: float | None = None,
    lines_over: int | None = None,
    **arguments: object,
) -> Problem:
    """A :class:`Problem` whose message arguments are given as keywords."""
    filled = tuple((name, str(value)) for name, value in arguments.items())
    return Problem(code, severity, source, filled, block, panel, mm_over, lines_over)
