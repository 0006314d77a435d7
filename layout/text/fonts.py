"""Fonts by name: coverage, fallback and shaping.  The door to everything about type."""

import re
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeAlias

import uharfbuzz as hb  # type: ignore[import-untyped]

from layout.frame import Glyph
from layout.geometry import Em
from layout.problems import LeafletError, Problem, problem
from layout.text.coverage import Owners
from layout.text.faces import Entry, Face, open_face
from layout.text.index import read_folder
from layout.text.matching import (
    AS_IT_IS,
    MIDDLE,
    Scale,
    in_weight,
    of_languages,
    scaled,
    weight_of,
    written_as,
)
from layout.text.programs import FontProgram
from layout.text.sfnt import FONT_EXIT
from layout.values import NamedTuple

__all__ = ["Face", "FontProgram", "Fonts", "Listing"]

_NO_CHARACTER = "\uffff"

_UNASKED = ("kern", "palt", "liga", "clig", "calt", "curs", "dist", "rclt", "locl")
_OFF = dict.fromkeys(_UNASKED, False)
"""Spacing and ligatures are asked for by a style; HarfBuzz would add most of these unasked.
``locl`` would draw quotation marks and dashes by the script of the first letter of the text."""


class Listing(NamedTuple):
    """A face as the ``fonts`` command shows it."""

    id: str
    family: str
    style: str
    file: Path
    licence: str
    code_points: int
    language: str = ""


_Wanted: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...], str, str]
"""What is shaped: text, chain, features, language, direction."""


class Fonts:
    """The faces of one or more folders, opened when they are first asked for.

    ``licensed`` says that the person has leave to embed fonts whose licence bits forbid it.
    A value: what it holds besides the index are results kept for the next time.
    """

    def __init__(self, folder: Path, *more: Path, licensed: bool = False) -> None:
        self._entries: dict[str, Entry] = {}
        self._unreadable: tuple[Problem, ...] = ()
        self._licensed = licensed
        self._faces: dict[str, Face] = {}
        self._owners: dict[tuple[tuple[str, ...], str], Owners] = {}
        self._shaped: dict[_Wanted, tuple[Glyph, ...]] = {}
        for each in (folder, *more):
            entries, unusable = read_folder(each)
            self._entries.update((entry.id, entry) for entry in entries)
            self._unreadable += unusable

    def face(self, id: str) -> Face:
        """The face of that id; LeafletError (exit 5) if there is none or it cannot be used."""
        face = self._faces.get(id)
        if face is None:
            if id not in self._entries:
                raise self._unknown(id)
            face = self._faces[id] = open_face(self._entries[id], self._licensed)
        return face

    def ids(self) -> tuple[str, ...]:
        """The ids of all faces, in order of the index."""
        return tuple(self._entries)

    def listing(self) -> tuple[Listing, ...]:
        """Every usable face with what there is to say of it."""
        return tuple(_listed(self._entries[face.id], face) for face in self._open_all()[0])

    def covering(self, code_point: int) -> tuple[str, ...]:
        """The ids of all usable faces that have the code point."""
        return tuple(face.id for face in self._open_all()[0] if face.has(code_point))

    def unusable(self) -> tuple[Problem, ...]:
        """What is wrong with the faces and font files that cannot be used."""
        return self._open_all()[1]

    def _open_all(self) -> tuple[tuple[Face, ...], tuple[Problem, ...]]:
        faces: list[Face] = []
        problems = list(self._unreadable)
        for id in self._entries:
            try:
                faces.append(self.face(id))
            except LeafletError as error:
                problems.extend(error.problems)
        return tuple(faces), tuple(problems)

    def missing(self, text: str, chain: tuple[str, ...], language: str = "") -> tuple[int, ...]:
        """Indexes of the code points that no face of the chain can draw where they stand.

        Variation selectors and invisible signs are never missing: without a variant the base
        is drawn.  A forced break is no character.
        """
        return tuple(self._owners_of(chain, language).lacking(text))

    def has_variant(self, sequence: str, chain: tuple[str, ...]) -> bool:
        """Whether a face of the chain has the form that a base with its selector asks for."""
        base, selector = map(ord, sequence)
        faces = self._owners_of(chain, "").faces
        return any(face.has_variation(base, selector) for face in faces)

    def lent(self, text: str, chain: tuple[str, ...]) -> tuple[int, ...]:
        """Indexes of the code points that only a face made for another language has."""
        return tuple(self._owners_of(chain, "").lent(text))

    def shape(
        self,
        text: str,
        chain: tuple[str, ...],
        features: tuple[str, ...] = (),
        language: str = "",
        direction: str = "ltr",
    ) -> tuple[Glyph, ...]:
        """The text as glyphs, each cluster from the first face of the chain that has all of it.

        Faces made for the text's ``language`` come before the chain, those for other languages
        after it.  Beside bold type faces are bold where they can be; they are matched in size,
        and a kanji's cell stays an em wide.
        Kerning, proportional spacing and ligatures are applied only if ``features`` names them.
        Offsets keep the font's sense: ``dy`` upwards.  The glyphs' texts joined are ``text``.

        With the direction ``ttb`` glyphs stand upright one under the other, in their vertical
        forms: ``advance`` and ``dx`` are downwards, ``dy`` to the right, both offsets from
        where the middle of a glyph's head stands by default (ISO 32000-1 9.7.4.3).
        """
        key = (text, chain, features, language, direction)
        glyphs = self._shaped.get(key)
        if glyphs is None:
            glyphs = self._shaped[key] = self._set(*key)
        return glyphs

    def forget(self) -> None:
        """Let go of what has been shaped: for those who set many texts one after the other."""
        self._shaped.clear()

    def _set(
        self,
        text: str,
        chain: tuple[str, ...],
        features: tuple[str, ...],
        language: str,
        direction: str,
    ) -> tuple[Glyph, ...]:
        owners = self._owners_of(chain, language)
        found = owners.of_text(text)
        wanted = {**_OFF, **dict.fromkeys(features, True)}
        used = sorted(set(found))
        placed = [
            pair
            for owner in used
            for pair in _matched(
                _shape_with(owners.faces[owner], text, found, owner, wanted, direction),
                owners.scale(owner),
                0.0 if direction == "ttb" else MIDDLE,
            )
        ]
        if len(used) > 1:
            placed.sort(key=itemgetter(0))
        return tuple([glyph for _, glyph in placed])

    def _owners_of(self, chain: tuple[str, ...], language: str) -> Owners:
        owners = self._owners.get((chain, language))
        if owners is None:
            owners = self._owners[chain, language] = self._new_owners(chain, language)
        return owners

    def _new_owners(self, chain: tuple[str, ...], language: str) -> Owners:
        """The chain in one weight, with the faces of languages before and after it."""
        known = [self._entries[id] for id in chain if id in self._entries]
        weight = weight_of(known[0]) if known else 400.0
        stand_ins = {
            entry.id: in_weight(entry, weight, self._entries.values()).id for entry in known[1:]
        }
        lent = of_languages(weight, self._entries.values())
        script = written_as(language) if language else ""
        foreign = [e.id for e in lent if e.language == script and e.id not in chain]
        others = [e.id for e in lent if e.language != script]
        ids = dict.fromkeys((*foreign, *chain[:1], *(stand_ins.get(id, id) for id in chain[1:])))
        return Owners(
            tuple([self.face(id) for id in ids]),
            lambda: tuple([self.face(id) for id in others]),
            len(foreign),
        )

    def _unknown(self, id: str) -> LeafletError:
        """The error for an id that is not there; a missing weight is never imitated."""
        family = id.rpartition("-")[0]
        styles = [entry.id for entry in self._entries.values() if entry.id.startswith(f"{family}-")]
        told = (
            problem("font-style-missing", face=id, family=family, known=", ".join(styles))
            if family and styles
            else problem("font-missing", face=id, known=", ".join(self._entries))
        )
        return LeafletError((told, *self._unreadable), FONT_EXIT)


def _listed(entry: Entry, face: Face) -> Listing:
    count = len(face.code_points())
    return Listing(
        entry.id, entry.family, entry.style, entry.path, entry.licence, count, entry.language
    )


def _matched(
    placed: list[tuple[int, Glyph]], scale: Scale, middle: float
) -> list[tuple[int, Glyph]]:
    if scale == AS_IT_IS:
        return placed
    return [(start, scaled(glyph, scale, middle)) for start, glyph in placed]


def _shape_with(
    face: Face,
    text: str,
    owners: list[int],
    owner: int,
    features: dict[str, bool],
    direction: str,
) -> list[tuple[int, Glyph]]:
    """The glyphs of what this face sets of the text, each with the index where it starts.

    What other faces set stands as a sign that no font has: nothing is kerned across faces.
    """
    mine = text if min(owners) == max(owners) else _masked(text, owners, owner)
    buffer = _shaped(face, _with_long_dashes(face, mine, text), features, direction)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    if not infos:  # only invisible signs: they must still come out when the text is copied
        blank = Glyph(face.id, face.gid(0x20) or 0, Em(0.0), Em(0.0), Em(0.0), text)
        return [(0, blank)]
    id, upem = face.id, face.upem
    positions = [place.position for place in places]
    if direction == "ttb":
        positions = _downwards(face, infos, positions)
    starts = [info.cluster for info in infos]
    return [
        (start, Glyph(id, info.codepoint, width / upem, dx / upem, dy / upem, piece))
        for start, info, (dx, dy, width, _), piece in zip(
            starts, infos, positions, _texts(starts, text), strict=True
        )
        if owners[start] == owner
    ]


_JAPANESE_DASH = re.compile("——+|(?<![ -~])—(?![ -~])")


def _with_long_dashes(face: Face, mine: str, text: str) -> str:
    """What a face sets of the text, with ― for — where it draws — for Latin text, too short.

    A dash in Japanese text is full width (JLREQ A.8); what is copied stays as it was written.
    """
    if "—" not in mine:
        return mine
    short, long = (face.gid(ord(dash)) for dash in "—―")
    if short is None or long is None or face.advance(short) >= face.advance(long):
        return mine
    places = {at for match in _JAPANESE_DASH.finditer(text) for at in range(*match.span())}
    return "".join(["―" if at in places and c == "—" else c for at, c in enumerate(mine)])


_HEAD = 0.88
"""From the head of a glyph's cell to its baseline, where a PDF says nothing else, in ems."""


def _downwards(face: Face, infos: Any, positions: list[Any]) -> list[Any]:
    """HarfBuzz's positions of standing glyphs, told along the line and across it.

    HarfBuzz measures from the middle of a cell's head to a glyph's horizontal origin; half of
    an odd advance it rounds.
    """
    head = _HEAD * face.upem
    halves = [face.font.get_glyph_h_advance(info.codepoint) / 2 for info in infos]
    return [
        (-down - head, right + half if abs(right + half) >= 1 else 0.0, -advance, 0)
        for half, (right, down, _, advance) in zip(halves, positions, strict=True)
    ]


def _masked(text: str, owners: list[int], owner: int) -> str:
    pairs = zip(text, owners, strict=True)
    return "".join([char if mine == owner else _NO_CHARACTER for char, mine in pairs])


def _shaped(face: Face, text: str, features: dict[str, bool], direction: str) -> Any:
    """HarfBuzz's buffer after shaping; the script is the first one met."""
    buffer = hb.Buffer()
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    # A mark that has a glyph of its own (ﾞ after ｶ) speaks for itself when text is copied.
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    buffer.language = "ja"
    hb.shape(face.font, buffer, features)
    return buffer


def _texts(starts: list[int], text: str) -> list[str]:
    """What every glyph stands for: its cluster's text on the first glyph of the cluster."""
    if starts == list(range(len(text))):
        return list(text)
    cuts = [0, *sorted(set(starts))[1:], len(text)]
    pieces = (text[a:b] for a, b in pairwise(cuts))
    return ["" if start == before else next(pieces) for before, start in pairwise([-1, *starts])]
