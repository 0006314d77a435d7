"""The proof (校正): lines, names and line numbers drawn over a composition, for whoever reads it.

Nothing is moved by it.  Over every panel stand its name, the area in which text is safe, and
beside each block the line of the file where its text begins; over each side the trim and the
folds; in the slug what these lines mean.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from layout.captions import BOLD, caption
from layout.folds import KIND_NAMES, ROLE_NAMES, Scheme
from layout.forms.shapes import filled, open_line, rectangle
from layout.frame import PAPER, Clip, Group, Ink, Item, Panel, Path, Segment, Stroke, TextRun
from layout.geometry import Pt, Rect, mm
from layout.marks import CENTRE_BAR, JOB_BASELINE, JOB_INDENT
from layout.sheets import Side
from layout.text.fonts import Fonts
from layout.values import NamedTuple

SAFE = mm(5)
"""How far inside trim and folds text is safe (print shops stop at 3 mm)."""

TRIM_INK = Ink("proof trim", (0.0, 0.9, 0.3, 0.0), (0.87, 0.05, 0.35))
FOLD_INK = Ink("proof fold", (0.9, 0.5, 0.0, 0.0), (0.0, 0.35, 0.8))
SAFE_INK = Ink("proof safe", (0.8, 0.0, 0.9, 0.2), (0.0, 0.5, 0.2))
NOTE_INK = Ink("proof note", (0.3, 0.9, 0.0, 0.1), (0.6, 0.1, 0.6))

TRIM = Stroke(TRIM_INK, Pt(0.5))
FOLD = Stroke(FOLD_INK, Pt(0.6), dash=(5.0, 3.0))
SAFE_LINE = Stroke(SAFE_INK, Pt(0.4), dash=(1.0, 2.0))
"""Told apart by their dashes too, for a printer without colours."""

_NOTE_SIZE, _NAME_SIZE, _LEGEND_SIZE = 6.0, 6.5, 6.5
_SAMPLE, _GAP = 18.0, 8.0


class Note(NamedTuple):
    """Where on a panel a block's text begins: its first baseline and the left of its column."""

    block: str
    x: float
    y: float


def noted(panels: Sequence[Panel], lines: Mapping[str, int], fonts: Fonts) -> tuple[Panel, ...]:
    """The panels with their notes; ``lines`` are the lines of the file by the blocks' names."""
    return tuple(
        panel._replace(over=(*panel.over, *_panel_notes(panel, lines, fonts))) for panel in panels
    )


def _panel_notes(panel: Panel, lines: Mapping[str, int], fonts: Fonts) -> Iterable[Item]:
    face = Rect(Pt(0.0), Pt(0.0), panel.width, panel.height)
    yield Path(rectangle(face.grown(-SAFE)), stroke=SAFE_LINE)
    name = f"P{panel.number} {ROLE_NAMES[panel.role]}"
    yield caption(name, _NAME_SIZE, fonts, faces=BOLD, ink=NOTE_INK).at(SAFE, SAFE - 2.5)
    for note in notes(panel):
        if note.block in lines:
            yield from _line_number(f"{lines[note.block]}行", note, fonts)


def _line_number(text: str, note: Note, fonts: Fonts) -> Iterable[Item]:
    """On a white ground in the margin left of a column."""
    room = max(_NOTE_SIZE, note.x - 5.0)
    words = caption(text, _NOTE_SIZE, fonts, room, ink=NOTE_INK)
    right = note.x - 3.0
    ground = Rect(Pt(right - words.width - 1), Pt(note.y - 5.5), Pt(words.width + 2), Pt(7))
    yield filled(rectangle(ground), PAPER)
    yield words.at(right, note.y, 1.0)


def notes(panel: Panel) -> tuple[Note, ...]:
    """One for every block in every column of a panel."""
    found: list[Note] = []
    for column in panel.over:
        left = _left(column)
        first: dict[str, Note] = {}
        for note in _runs(column, 0.0, 0.0, ""):
            if note.block not in first or note.y < first[note.block].y:
                first[note.block] = note._replace(x=left)
        found += first.values()
    return tuple(found)


def _left(column: Item) -> float:
    """The left of a column, or of all text in what is set without columns."""
    if isinstance(column, Group) and column.x > 0:
        return column.x
    return min((note.x for note in _runs(column, 0.0, 0.0, "")), default=0.0)


def _runs(item: Item, x: float, y: float, block: str) -> Iterator[Note]:
    if isinstance(item, TextRun):
        yield Note(block, x + item.x, y + item.y)
    elif isinstance(item, Group) and not item.turn:
        for part in item.items:
            yield from _runs(part, x + item.x, y + item.y, item.block or block)
    elif isinstance(item, Clip):
        for part in item.items:
            yield from _runs(part, x, y, block)


def overlaid(sides: Sequence[Side], scheme: Scheme, file: str, fonts: Fonts) -> tuple[Side, ...]:
    """The sides with trim and folds drawn over them and the legend in the slug.

    ``file`` is the name of the file whose lines the notes count.
    """
    return tuple(
        side._replace(
            items=(*side.items, *_lines(side, scheme, fonts), *_legend(side, file, fonts))
        )
        for side in sides
    )


def _lines(side: Side, scheme: Scheme, fonts: Fonts) -> Iterable[Item]:
    trim = side.trim
    yield Path(rectangle(trim), stroke=TRIM)
    for fold in scheme.folds:
        if fold.side != side.name:
            continue
        first, last = (fold.position, fold.start), (fold.position, fold.end)
        if fold.axis == "y":
            first, last = (fold.start, fold.position), (fold.end, fold.position)
        line = tuple((trim.x + x, trim.y + y) for x, y in (first, last))
        yield Path(open_line(line), stroke=FOLD)
        words = caption(f"{fold.order} {KIND_NAMES[fold.kind]}", _NOTE_SIZE, fonts, ink=FOLD_INK)
        x, y = line[fold.axis == "x"]  # at its foot, or at its left
        yield words.at(x + 2.0, y - 2.0)


def _legend(side: Side, file: str, fonts: Fonts) -> Iterable[Item]:
    """What the lines mean, right of the centre mark at the sheet's foot."""
    left = side.trim.x + side.trim.width / 2 + CENTRE_BAR
    room = side.trim.right - JOB_INDENT - left
    entries = (
        (TRIM, "仕上がり"),
        (FOLD, "折り線"),
        (SAFE_LINE, "安全圏 5 mm"),
        (None, f"12行＝{file} の行"),
    )
    size = _LEGEND_SIZE
    while _width(entries, size, fonts) > room:
        size -= 0.25
    x, y = left, side.trim.bottom + JOB_BASELINE
    for stroke, text in entries:
        if stroke:
            line: tuple[Segment, ...] = open_line(((x, y - 2.3), (x + _SAMPLE, y - 2.3)))
            yield Path(line, stroke=stroke)
            x += _SAMPLE + 3.0
        words = caption(text, size, fonts, ink=stroke.ink if stroke else NOTE_INK)
        yield words.at(x, y)
        x += words.width + _GAP


def _width(entries: Iterable[tuple[Stroke | None, str]], size: float, fonts: Fonts) -> float:
    widths = (
        caption(text, size, fonts).width + _GAP + (_SAMPLE + 3.0 if stroke else 0.0)
        for stroke, text in entries
    )
    return sum(widths) - _GAP
