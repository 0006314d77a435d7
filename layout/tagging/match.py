"""Drawn lines found again in the texts of a document.

Within a block, lines mostly follow one another as its text does; where they do not, a line
stands where it goes on with one found before, or where a text begins.  Spaces do not count.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from layout.document import RUBY, Mark, Text
from layout.reading.part import FIGURE, Part, walk
from layout.tagging.cut import Cut
from layout.tagging.pieces import Piece
from layout.values import NamedTuple


class Stretch(NamedTuple):
    """A part of a text under one mark, or under none: what it says, the content that shows it
    and the ruby over it, and what these say as drawn."""

    text: str
    mark: Mark | None
    contents: tuple[int, ...] = ()
    readings: tuple[int, ...] = ()
    drawn: str = ""


Leaves = Mapping[int, tuple[Stretch, ...]]
"""The stretches of every text, by the identity of its part; a figure has one."""


class Matched(NamedTuple):
    """What each drawn piece is, and what shows each text of the document."""

    cuts: tuple[Cut, ...]
    leaves: Leaves


def matched(parts: Mapping[str, Part], pieces: Sequence[Piece]) -> Matched:
    """The pieces of each block found in its part; others are decoration."""
    numbers = iter(range(len(pieces) * _MOST))
    cuts: list[Cut] = [_decoration(piece) for piece in pieces]
    leaves: dict[int, tuple[Stretch, ...]] = {}
    for name, part in parts.items():
        block = _Block(part)
        own = [(at, piece) for at, piece in enumerate(pieces) if piece.block == name]
        for at, piece, start in block.placed(own):
            cuts[at] = block.take(at, piece, start, numbers)
        leaves |= block.leaves()
        figures = (inner for inner in walk(part) if inner.role == FIGURE)
        drawn = [(at, piece) for at, piece in own if piece.figure]
        for figure, (at, _) in zip(figures, drawn, strict=False):
            number = next(numbers)
            cuts[at] = Cut((number,))
            leaves[id(figure)] = (Stretch(figure.text, None, (number,)),)
    return Matched(tuple(cuts), leaves)


_MOST = 1000
"""More pieces of content than a line can be parted into."""


def _decoration(piece: Piece) -> Cut:
    if piece.figure:
        return Cut((None,))
    return Cut((None,) * len(piece.glyphs), (None,) * len(piece.notes))


class _Place(NamedTuple):
    """Where a character of a block's text belongs: which text, which stretch, which character."""

    leaf: int
    stretch: int
    at: int


class _Block:
    """The text of one block while its lines are found."""

    def __init__(self, part: Part) -> None:
        self._parts = [each for each in walk(part) if each.text and each.role != FIGURE]
        self._stretches = [list(_stretches(each.text)) for each in self._parts]
        self._places: list[_Place] = []
        self._starts: set[int] = set()
        characters: list[str] = []
        for leaf, stretches in enumerate(self._stretches):
            self._starts.add(len(characters))
            for index, stretch in enumerate(stretches):
                for at, character in enumerate(stretch.text):
                    if not character.isspace():
                        characters.append(character)
                        self._places.append(_Place(leaf, index, at))
        self._text = "".join(characters)
        self._taken = bytearray(len(characters))
        self._last: tuple[tuple[int, int], int, int, int] | None = None

    def placed(self, pieces: Sequence[tuple[int, Piece]]) -> list[tuple[int, Piece, int]]:
        """The lines that are found, in the order of the text: index, line, where it begins."""
        found: list[tuple[int, Piece, int]] = []
        cursor = 0
        for at, piece in pieces:
            said = _bare("".join(piece.glyphs))
            start = self._find(said, cursor) if said else -1
            if start >= 0:
                cursor = start + len(said)
                self._taken[start:cursor] = b"\1" * len(said)
                found.append((at, piece, start))
        return sorted(found, key=lambda each: each[2])

    def _find(self, said: str, cursor: int) -> int:
        """The best free place of a line; -1 where there is none."""
        if self._free(said, cursor):
            return cursor
        at, places = self._text.find(said), list[tuple[bool, bool, int]]()
        while at >= 0:
            if self._free(said, at):
                begins = at in self._starts or bool(at and self._taken[at - 1])
                places.append((not begins, at < cursor, at))
            at = self._text.find(said, at + 1)
        return min(places)[2] if places else -1

    def _free(self, said: str, at: int) -> bool:
        return self._text.startswith(said, at) and not any(self._taken[at : at + len(said)])

    def take(self, index: int, piece: Piece, start: int, numbers: Iterator[int]) -> Cut:
        """The content of each glyph of a line that begins at ``start``."""
        glyphs: list[int | None] = []
        at = start
        rubies: list[tuple[_Place, int]] = []
        for text in piece.glyphs:
            place = self._places[min(at, len(self._places) - 1)]
            if not _bare(text) and at > start:  # what follows a character goes with it
                place = self._places[at - 1]
            number = self._content(place, piece, index, numbers)
            glyphs.append(number)
            self._add(place, drawn=text)
            if _bare(text):
                rubies += [(each, number) for each in self._places[at : at + len(_bare(text))]]
            at += len(_bare(text))
        return Cut(tuple(glyphs), self._ruby(piece, [each for each, _ in rubies], numbers))

    def _content(self, place: _Place, piece: Piece, index: int, numbers: Iterator[int]) -> int:
        """The number of what is shown here: the last one's, where this goes on with it."""
        key = (place.leaf, place.stretch)
        if self._last and self._last[:2] == (key, piece.panel) and self._last[2] <= index:
            number = self._last[3]
        else:
            number = next(numbers)
            self._add(place, contents=(number,))
        self._last = (key, piece.panel, index, number)
        return number

    def _add(
        self,
        place: _Place,
        contents: tuple[int, ...] = (),
        readings: tuple[int, ...] = (),
        drawn: str = "",
    ) -> None:
        was = self._stretches[place.leaf][place.stretch]
        self._stretches[place.leaf][place.stretch] = was._replace(
            contents=was.contents + contents,
            readings=was.readings + readings,
            drawn=was.drawn + drawn,
        )

    def _ruby(
        self, piece: Piece, places: Sequence[_Place], numbers: Iterator[int]
    ) -> tuple[int | None, ...]:
        """The content of each glyph of a line's ruby: the readings over it, one after the other."""
        found: list[int | None] = []
        notes = list(piece.notes)
        for place, reading in self._readings(places):
            number = next(numbers)
            self._add(place, readings=(number,))
            said = ""
            while notes and len(said) < len(reading):
                said += notes.pop(0)
                found.append(number)
        return (*found, *(None for _ in notes))

    def _readings(self, places: Sequence[_Place]) -> Iterator[tuple[_Place, str]]:
        """What is read over characters: a place of each base, and its reading on this line."""
        bases: dict[tuple[int, int], list[_Place]] = {}
        for place in places:
            stretch = self._stretches[place.leaf][place.stretch]
            if stretch.mark and stretch.mark.kind == RUBY:
                bases.setdefault(place[:2], []).append(place)
        for some in bases.values():
            stretch = self._stretches[some[0].leaf][some[0].stretch]
            readings = stretch.mark.value if stretch.mark else ()
            if len(readings) == len(stretch.text):
                yield some[0], "".join(readings[place.at] for place in some)
            else:
                yield some[0], "".join(readings)

    def leaves(self) -> dict[int, tuple[Stretch, ...]]:
        """Every text's stretches with what shows them."""
        return {
            id(part): tuple(stretches)
            for part, stretches in zip(self._parts, self._stretches, strict=True)
        }


def _stretches(text: str) -> Iterator[Stretch]:
    """A text parted where its marks begin and end."""
    marks = text.marks if isinstance(text, Text) else ()
    at = 0
    for mark in marks:
        if at < mark.start:
            yield Stretch(text[at : mark.start], None)
        yield Stretch(text[mark.start : mark.stop], mark)
        at = mark.stop
    if at < len(text):
        yield Stretch(text[at:], None)


def _bare(text: str) -> str:
    """A text without spaces."""
    return re.sub(r"\s", "", text)
