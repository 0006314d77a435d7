"""Fonts by name: coverage, fallback and shaping.  The door to everything about type.

A folder of fonts is described by ``index.tsv`` (id, file, number in a collection, axes, family,
style, licence); a folder without one is a person's own: every font file in it counts, under
its PostScript name.
"""

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import category, normalize

import uharfbuzz as hb  # type: ignore[import-untyped]

from layout.frame import Glyph
from layout.geometry import Em
from layout.problems import LeafletError, Problem, Source, problem
from layout.text.faces import Entry, Face, open_face, postscript_safe
from layout.text.programs import FontProgram
from layout.text.sfnt import FONT_EXIT, count_faces, read_sfnt

__all__ = ["Face", "FontProgram", "Fonts", "Listing"]

_INDEX = "index.tsv"
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_NONE, _JOINED = -1, -2
_FORCED_BREAK = "\n"
_NO_CHARACTER = "\uffff"

_OFF = dict.fromkeys(("kern", "palt", "liga", "clig", "calt", "curs", "dist", "rclt"), False)
"""Spacing and ligatures are asked for by a style; HarfBuzz would add most of these unasked."""


class Listing(NamedTuple):
    """A face as the ``fonts`` command shows it."""

    id: str
    family: str
    style: str
    file: Path
    licence: str
    code_points: int


class Fonts:
    """The faces of one or more folders, opened when they are first asked for.

    ``licensed`` says that the person has leave to embed fonts whose licence bits forbid it.
    A value: what it holds besides the index are results kept for the next time.
    """

    def __init__(self, folder: Path, *more: Path, licensed: bool = False) -> None:
        self._entries: dict[str, Entry] = {}
        self._unusable: tuple[Problem, ...] = ()
        self._licensed = licensed
        self._faces: dict[str, Face] = {}
        self._owners: dict[tuple[str, ...], _Owners] = {}
        self._shaped: dict[tuple[str, tuple[str, ...], tuple[str, ...]], tuple[Glyph, ...]] = {}
        for each in (folder, *more):
            entries, unusable = read_folder(each)
            self._entries.update((entry.id, entry) for entry in entries)
            self._unusable += unusable

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
        """Every face with what there is to say of it."""
        return tuple(
            Listing(
                entry.id,
                entry.family,
                entry.style,
                entry.path,
                entry.licence,
                len(self.face(entry.id).code_points()),
            )
            for entry in self._entries.values()
        )

    def covering(self, code_point: int) -> tuple[str, ...]:
        """The ids of all faces that have the code point."""
        return tuple(id for id in self._entries if self.face(id).has(code_point))

    def missing(self, text: str, chain: tuple[str, ...]) -> tuple[int, ...]:
        """Indexes of the code points that no face of the chain can draw where they stand.

        Variation selectors and invisible signs are never missing: without a variant the base
        is drawn.  A forced break is no character.
        """
        owners = self._owners_of(chain)
        found = [owners[char] for char in text]
        if _NONE not in found and _JOINED not in found:
            return ()
        return tuple(
            index
            for start, end in _clusters(found)
            for index in self._lacking(text, start, end, owners)
        )

    def shape(
        self, text: str, chain: tuple[str, ...], features: tuple[str, ...] = ()
    ) -> tuple[Glyph, ...]:
        """The text as glyphs, each cluster from the first face of the chain that has all of it.

        Kerning, proportional spacing and ligatures are applied only if ``features`` names them.
        Offsets keep the font's sense: ``dy`` upwards.  The glyphs' texts joined are ``text``.
        """
        key = (text, chain, features)
        glyphs = self._shaped.get(key)
        if glyphs is None:
            glyphs = self._shaped[key] = self._set(text, chain, features)
        return glyphs

    def _set(
        self, text: str, chain: tuple[str, ...], features: tuple[str, ...]
    ) -> tuple[Glyph, ...]:
        owners = self._owners_of(chain)
        found = owners.of_text(text)
        wanted = {**_OFF, **dict.fromkeys(features, True)}
        used = sorted(set(found))
        placed = [
            pair
            for owner in used
            for pair in _shape_with(owners.faces[owner], text, found, owner, wanted)
        ]
        if len(used) > 1:
            placed.sort(key=itemgetter(0))
        return tuple([glyph for _, glyph in placed])

    def _lacking(self, text: str, start: int, end: int, owners: "_Owners") -> Iterator[int]:
        cluster = text[start:end]
        face = owners.faces[max(owners.of_cluster(cluster), 0)]
        if _draws(face, cluster):
            return
        for index in range(start, end):
            if not (_is_invisible(text[index]) or face.has(ord(text[index]))):
                yield index

    def _owners_of(self, chain: tuple[str, ...]) -> "_Owners":
        owners = self._owners.get(chain)
        if owners is None:
            owners = self._owners[chain] = _Owners(tuple(self.face(id) for id in chain))
        return owners

    def _unknown(self, id: str) -> LeafletError:
        """The error for an id that is not there; a missing weight is never imitated."""
        family = id.rpartition("-")[0]
        styles = [entry.id for entry in self._entries.values() if entry.id.startswith(f"{family}-")]
        told = (
            problem("font-style-missing", face=id, family=family, known=", ".join(styles))
            if family and styles
            else problem("font-missing", face=id, known=", ".join(self._entries))
        )
        return LeafletError((told, *self._unusable), FONT_EXIT)


class _Owners(dict[str, int]):
    """For a chain of faces: which of them, by position, draws a character first."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        super().__init__()
        self.faces = faces

    def __missing__(self, char: str) -> int:
        if _is_joined(char):
            owner = _JOINED
        else:
            code_point = ord(char)
            holders = (i for i, face in enumerate(self.faces) if face.has(code_point))
            owner = 0 if char == _FORCED_BREAK else next(holders, _NONE)
        self[char] = owner
        return owner

    def of_text(self, text: str) -> list[int]:
        """For every code point the face that sets it; what no face has goes to the first."""
        found = [self[char] for char in text]
        if _JOINED in found:
            for start, end in _clusters(found):
                if end - start > 1 or found[start] == _JOINED:
                    found[start:end] = [self.of_cluster(text[start:end])] * (end - start)
            self._lead(text, found)
        return [max(owner, 0) for owner in found] if _NONE in found else found

    def _lead(self, text: str, found: list[int]) -> None:
        """Give invisible signs at the start to the face of what follows them."""
        seen = next((i for i, char in enumerate(text) if not _is_invisible(char)), 0)
        found[:seen] = [found[seen]] * seen

    def of_cluster(self, cluster: str) -> int:
        """The first face that has base, marks and variant; else the first that has the base."""
        complete = (i for i, face in enumerate(self.faces) if _draws(face, cluster))
        owner = next(complete, _NONE)
        if owner == _NONE:
            base = (i for i, face in enumerate(self.faces) if face.has(ord(cluster[0])))
            owner = next(base, _NONE)
        return owner


def _draws(face: Face, cluster: str) -> bool:
    """Whether the face has everything of a base with its marks and selector."""
    base = ord(cluster[0])
    selectors = [ord(char) for char in cluster[1:] if _is_selector(char)]
    if not all(face.has_variation(base, selector) for selector in selectors):
        return False
    seen = "".join(char for char in cluster if not _is_invisible(char))
    return _has_all(face, seen) or _has_all(face, normalize("NFC", seen))


def _has_all(face: Face, text: str) -> bool:
    return all(face.has(ord(char)) for char in text)


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _is_invisible(char: str) -> bool:
    return _is_selector(char) or char == _FORCED_BREAK or category(char) == "Cf"


def _is_joined(char: str) -> bool:
    """Whether the character belongs to the one before it, or is not seen by itself."""
    return category(char) in ("Mn", "Me", "Mc", "Cf")


def _clusters(owners: list[int]) -> Iterator[tuple[int, int]]:
    """Start and end of every base with what is joined to it."""
    start = 0
    for index in range(1, len(owners) + 1):
        if index == len(owners) or owners[index] != _JOINED:
            yield start, index
            start = index


def _shape_with(
    face: Face, text: str, owners: list[int], owner: int, features: dict[str, bool]
) -> list[tuple[int, Glyph]]:
    """The glyphs of what this face sets of the text, each with the index where it starts.

    What other faces set stands as a sign that no font has: nothing is kerned across faces.
    """
    mine = text if min(owners) == max(owners) else _masked(text, owners, owner)
    buffer = _shaped(face, mine, features)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    if not infos:  # only invisible signs: they must still come out when the text is copied
        blank = Glyph(face.id, face.gid(0x20) or 0, Em(0.0), Em(0.0), Em(0.0), text)
        return [(0, blank)]
    id, upem = face.id, face.upem
    starts = [info.cluster for info in infos]
    return [
        (start, Glyph(id, info.codepoint, width / upem, dx / upem, dy / upem, piece))
        for start, info, place, piece in zip(
            starts, infos, places, _texts(starts, text), strict=True
        )
        if owners[start] == owner
        for dx, dy, width, _ in (place.position,)
    ]


def _masked(text: str, owners: list[int], owner: int) -> str:
    pairs = zip(text, owners, strict=True)
    return "".join([char if mine == owner else _NO_CHARACTER for char, mine in pairs])


def _shaped(face: Face, text: str, features: dict[str, bool]) -> Any:
    """HarfBuzz's buffer after shaping, left to right; the script is the first one met."""
    buffer = hb.Buffer()
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
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


def read_folder(folder: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The faces of a folder, and what is wrong with font files that cannot be used."""
    index = folder / _INDEX
    if index.is_file():
        lines = index.read_text(encoding="utf-8").splitlines()
        return tuple(
            _entry(line, index, n) for n, line in enumerate(lines, 1) if n > 1 and line
        ), ()
    files = sorted(path for path in folder.glob("*") if path.suffix.lower() in _SUFFIXES)
    entries: list[Entry] = []
    unusable: list[Problem] = []
    for path in files:
        try:
            entries.extend(_bare_faces(path))
        except LeafletError as error:
            unusable.extend(error.problems)
    return tuple(entries), tuple(unusable)


def _entry(line: str, index: Path, number: int) -> Entry:
    """A line of an index; ``-`` in the columns number and axes means that nothing is said."""
    try:
        id, file, face, axes, family, style, licence = line.split("\t")
        pins = tuple(pin.split("=") for pin in axes.split(",")) if axes != "-" else ()
        return Entry(
            id=id,
            path=index.parent / file,
            number=None if face == "-" else int(face),
            axes=tuple((tag, float(value)) for tag, value in pins),
            family=family,
            style=style,
            licence=licence,
        )
    except ValueError:
        at = Source(str(index), number, 1)
        raise LeafletError((problem("font-index", at),), FONT_EXIT) from None


def _bare_faces(path: Path) -> Iterator[Entry]:
    """The faces of a font file, under their PostScript names; instances of a variable font."""
    for number in range(count_faces(path)):
        read_sfnt(path, number)
        face = hb.Face(hb.Blob.from_file_path(str(path)), number)
        names = hb.OTNameIdPredefined
        family = (
            face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or path.stem
        )
        licence = face.get_name(names.LICENSE) or ""
        if face.axis_infos:
            yield from _instances(path, number, face, family, licence)
        else:
            style = face.get_name(names.TYPOGRAPHIC_SUBFAMILY) or face.get_name(
                names.FONT_SUBFAMILY
            )
            id = face.get_name(names.POSTSCRIPT_NAME) or path.stem
            yield Entry(id, path, number, (), family, style or "Regular", licence)


def _instances(path: Path, number: int, face: Any, family: str, licence: str) -> Iterator[Entry]:
    tags = [axis.tag for axis in face.axis_infos]
    prefix = face.get_name(hb.OTNameIdPredefined.VARIATIONS_PS_PREFIX) or family
    for instance in face.named_instances:
        style = face.get_name(instance.subfamily_name_id) or "Regular"
        axes = tuple(zip(tags, instance.design_coords, strict=True))
        id = postscript_safe(f"{prefix}-{style}".replace(" ", ""))
        yield Entry(id, path, number, axes, family, style, licence)
