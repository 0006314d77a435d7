"""Line heads, line ends and measures of whole leaflets: as composed, and as the files have them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.text.paragraph import Line
from tests.leaflet_pdf.ink import fonts
from tests.leaflet_pdf.kinsoku import NOT_FIRST, NOT_LAST, SPACE_AT_END, SPACE_AT_HEAD
from tests.leaflet_pdf.lines import FONTS, SetLine, composed, runs
from tests.leaflet_pdf.made import (
    ALL_FOLDS,
    EDITIONS,
    MYNUMBER,
    OTHERS,
    READING,
    STRANGERS,
    Case,
    drawn,
    in_slug,
    named,
)
from tests.pdf.reading import Drawn

PLACES = [
    pytest.param(leaflet, fold, id=f"{leaflet.stem}-{fold}")
    for leaflet in (MYNUMBER, *OTHERS)
    for fold in ALL_FOLDS
]

EXACT = 0.001
"""Points that a composed line may miss its measure by."""

IN_FILE = 0.01
"""The same in a file, whose numbers have three decimals."""


NEAR_ADDRESS = re.compile(r"://|[a-z]\.[a-z]|[a-z]/|[?&=-]$")
"""What is left of an address in a line that could not be set to its measure because of it."""

Placed = tuple[str, float, float, float]
"""A glyph's text, its left, its advance in ems and its size."""


def all_lines(leaflet: Path, fold: str) -> list[SetLine]:
    return [line for lines in composed(leaflet, fold).lines for line in lines]


def seams(leaflet: Path, fold: str) -> list[tuple[str, str]]:
    """The lines before and after every place at which a line was broken."""
    lines = all_lines(leaflet, fold)
    pairs = zip(lines, lines[1:], strict=False)
    return [(a.line.text, b.line.text) for a, b in pairs if not a.last and not b.first]


def in_address(before: str, after: str) -> bool:
    """Whether an address for mail or the web is broken here: it has no lawful place to break."""
    end, start = re.search(r"[!-~]*$", before), re.match(r"[!-~]*", after)
    assert end is not None
    assert start is not None
    return bool(end[0] and start[0] and re.search("[@/]", end[0] + start[0]))


@pytest.mark.parametrize(("leaflet", "fold"), PLACES)
def test_no_line_begins_or_ends_with_what_may_not_stand_there(leaflet: Path, fold: str) -> None:
    broken = [pair for pair in seams(leaflet, fold) if not in_address(*pair)]
    assert len(broken) > 10
    assert [pair for pair in broken if pair[1].lstrip()[0] in NOT_FIRST] == []
    assert [pair for pair in broken if pair[0].rstrip()[-1] in NOT_LAST] == []


@pytest.mark.parametrize(("leaflet", "fold"), PLACES)
def test_no_number_and_no_word_of_letters_is_broken(leaflet: Path, fold: str) -> None:
    for before, after in seams(leaflet, fold):
        torn = re.fullmatch("[0-9A-Za-z]{2}|[0-9][,.%]", before[-1] + after[0])
        assert not torn or in_address(before, after), (before, after)


@pytest.mark.parametrize(("leaflet", "fold"), PLACES)
def test_every_justified_line_fills_its_measure(leaflet: Path, fold: str) -> None:
    """From the left of its first glyph to the end of its last, marks without their outer space."""
    every = all_lines(leaflet, fold)
    lines = [pair for pair in zip(every, every[1:], strict=False) if pair[0].justified]
    assert len(lines) > 10
    for set_line, following in lines:
        if set_line.line.loose:
            near = NEAR_ADDRESS.search(set_line.line.text)
            assert near or before_long_word(set_line.line, following.line), set_line.line.text
            continue
        glyphs: list[Placed] = [
            (glyph.text, run.x + glyph.x, FONTS.face(run.face).advance(glyph.gid), run.size)
            for run in set_line.line.runs
            for glyph in run.glyphs
        ]
        beside = ruby_of(set_line.line)
        assert missed(glyphs, beside, set_line.indent, set_line.line.measure) <= EXACT, (
            set_line.line.text
        )


def before_long_word(line: Line, following: Line) -> bool:
    """Whether a word of three letters or more follows that has no room in the line, which has
    nothing to stretch but the spaces between its own letters and figures."""
    word = re.match(r"[A-Za-z]{3,}", following.text)
    if word is None or not re.fullmatch(r"[!-~ 。]+", line.text):
        return False
    placed = ((glyph, run) for run in following.runs for glyph in run.glyphs)
    letters = [
        FONTS.face(run.face).advance(glyph.gid) * run.size
        for (glyph, run), _ in zip(placed, word[0], strict=False)
    ]
    return line.width + sum(letters) > line.measure


def ruby_of(line: Line) -> list[tuple[float, float]]:
    """Where each glyph of the line's ruby starts and ends, from the line's left edge."""
    return [
        (x, x + FONTS.face(run.face).advance(glyph.gid) * run.size)
        for run in runs(line.notes)
        for glyph in run.glyphs
        for x in (run.x + glyph.x,)
        if glyph.text
    ]


def missed(
    glyphs: list[Placed], beside: list[tuple[float, float]], left: float, right: float
) -> float:
    """How far the ends of a line are from its measure at the most; ruby counts where it is
    what stands at the edge."""
    solid = [glyph for glyph in glyphs if glyph[0].strip() or not glyph[0]]
    head, x, advance, size = solid[0]
    starts = [x + SPACE_AT_HEAD.get(head[:1], 0.0) * size if advance > 0.99 else x, x]
    tail, x, advance, size = solid[-1]
    cell = x + advance * size
    ends = [cell - SPACE_AT_END.get(tail[-1:], 0.0) * size if advance > 0.99 else cell, cell]
    if beside and beside[0][0] < starts[1]:
        starts = [beside[0][0]]
    if beside and beside[-1][1] > ends[1]:
        ends = [beside[-1][1]]
    return max(min(abs(start - left) for start in starts), min(abs(end - right) for end in ends))


FILES = named(*(Case(MYNUMBER, fold, edition) for fold in ALL_FOLDS for edition in EDITIONS))


@pytest.mark.parametrize("case", FILES + STRANGERS)
def test_every_justified_line_fills_its_measure_in_the_file(case: Case) -> None:
    """The same from the pen's places in the content stream and the widths in the fonts."""
    count = 0
    for set_line, glyphs in lines_in_file(case):
        if set_line.justified and not set_line.line.loose:
            placed = [
                (g.text, g.x, fonts(case)[g.font].widths[g.code] / 1000, g.size) for g in glyphs
            ]
            left = glyphs[0].x - set_line.line.runs[0].glyphs[0].x - set_line.line.runs[0].x
            beside = [(left + start, left + end) for start, end in ruby_of(set_line.line)]
            ends = (left + set_line.indent, left + set_line.line.measure)
            assert missed(placed, beside, *ends) <= IN_FILE, set_line.line.text
            count += 1
    assert count > 10


def lines_in_file(case: Case) -> Iterator[tuple[SetLine, list[Drawn]]]:
    """The glyphs of a file by the lines that composition set, which have as many."""
    found = composed(case.leaflet, case.fold)
    for page in (0, 1):
        glyphs = [g for g in drawn(case) if g.page == page and not in_slug(g, case)]
        places = [place for place, (on, _) in enumerate(READING[case.fold]) if on == page]
        at = 0
        for place in sorted(places, key=lambda place: READING[case.fold][place][1]):
            for line in found.lines[place]:
                count = sum(len(run.glyphs) for run in line.line.runs)
                yield line, glyphs[at : at + count]
                at += count + sum(len(run.glyphs) for run in runs(line.line.notes))
        assert at == len(glyphs)


@pytest.mark.parametrize("case", FILES + STRANGERS)
def test_no_line_of_the_file_begins_or_ends_with_what_may_not_stand_there(case: Case) -> None:
    """From the file alone: what stands on one baseline without a wide gap is a line."""
    lines = list(baselines(case))
    assert len(lines) > 50
    assert [line for line in lines if line[0] in NOT_FIRST and not QUERY.match(line)] == []
    assert [line for line in lines if line[-1] in NOT_LAST] == []


QUERY = re.compile(r"\?[a-z]+=")
"""The part of an address after which its parameters come."""


def baselines(case: Case) -> Iterator[str]:
    line: list[Drawn] = []
    for glyph in drawn(case):
        if line and not goes_on(line[-1], glyph, case):
            yield from filter(None, ["".join(each.text for each in line).strip()])
            line = []
        line.append(glyph)
    yield "".join(each.text for each in line).strip()


def goes_on(a: Drawn, b: Drawn, case: Case) -> bool:
    """Whether a glyph stands right after another: on its baseline, no further than an em and a
    half from where it ends."""
    end = a.x + fonts(case)[a.font].widths[a.code] / 1000 * a.size
    size = max(a.size, b.size)
    raised = a.size != b.size and abs(a.y - b.y) < 0.5 * size  # a sign beside its base
    level = abs(a.y - b.y) < 0.01 or raised
    return a.page == b.page and level and -size < b.x - end < 1.5 * size
