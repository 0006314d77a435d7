"""Fonts of a variant's own: the few glyphs that a document's shared fonts do not have.

Written as bytes at once, for thousands of variants are made; they are the objects that
:func:`layout.pdf.fonts.font_objects` describes, left undeflated.
"""

from layout.pdf.fonts import (
    EmbeddedFont,
    embed,
    font_objects,
    subset_name,
    to_unicode,
    width_array,
)
from layout.pdf.numbers import number
from layout.pdf.objects import format_objects, indirect
from layout.pdf.usage import texts_of
from layout.text.fonts import Face, Fonts
from layout.text.programs import FontProgram
from layout.text.records import Records
from layout.values import NamedTuple

OBJECTS = 5
"""The objects of a font: itself, its descendant, the descriptor, the program, the texts."""

_COMPOSITE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]"
    b"/ToUnicode %d 0 R>>"
)
_DESCENDANT = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)"
    b"/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/W%b/FontDescriptor %d 0 R>>"
)
_DESCRIPTOR = b"<</Type/FontDescriptor/FontName/%b%b/FontBBox[%d %d %d %d]/FontFile2 %d 0 R>>"
_PROGRAM = b"<</Length %d/Length1 %d>>\nstream\n%b\nendstream"
_STREAM = b"<</Length %d>>\nstream\n%b\nendstream"


class Cast(NamedTuple):
    """A font as pages see it, and its objects in order."""

    font: EmbeddedFont
    objects: tuple[bytes, ...]


class _Matrix(NamedTuple):
    """What all fonts of a face have in common."""

    face: Face
    records: Records
    figures: bytes


class Foundry:
    """Makes small fonts of faces, whose glyphs it keeps as records.

    ``silent`` is the text of glyphs that stand for none (hyphens at line ends); None: none.
    """

    def __init__(self, fonts: Fonts, silent: str | None = None) -> None:
        self._fonts = fonts
        self._silent = silent
        self._matrices: dict[str, _Matrix] = {}

    def cast(self, id: str, label: str, votes: dict[int, dict[str, int]], first: int) -> Cast:
        """A font of glyphs with the texts they stand for, numbered from ``first`` on."""
        if self._fonts.face(id).is_cff:
            return self._cut(id, label, votes, first)
        matrix = self._matrix(id)
        program = matrix.records.program(sorted(votes))
        font = embed(label, matrix.face, program, texts_of(votes, self._silent))
        name = subset_name(program).encode("ascii")
        widths = width_array((program.cids[gid], width) for gid, width in font.widths.items())
        texts = to_unicode(font).encode("ascii")
        data = program.data
        bodies = (
            _COMPOSITE % (name, first + 1, first + 4),
            _DESCENDANT % (name, widths.encode("ascii"), first + 2),
            _DESCRIPTOR % (name, matrix.figures, *program.bbox, first + 3),
            _PROGRAM % (len(data), len(data), data),
            _STREAM % (len(texts), texts),
        )
        return Cast(font, tuple([indirect(first + at, body) for at, body in enumerate(bodies)]))

    def _cut(self, id: str, label: str, votes: dict[int, dict[str, int]], first: int) -> Cast:
        """The same of a face whose glyphs share subroutines: cut by the subsetter."""
        face = self._fonts.face(id)
        program = face.program(frozenset(votes))
        font = embed(label, face, program, texts_of(votes, self._silent))
        parts = font_objects(font, program)
        numbered = {name: number for number, (name, _) in enumerate(parts, first)}
        return Cast(font, format_objects(parts, numbered))

    def _matrix(self, id: str) -> _Matrix:
        matrix = self._matrices.get(id)
        if matrix is None:
            face = self._fonts.face(id)
            records = Records(face)
            matrix = self._matrices[id] = _Matrix(face, records, _figures(records.base))
        return matrix


def _figures(program: FontProgram) -> bytes:
    """What a descriptor says of a face (ISO 32000-1 9.8)."""
    told = {
        "Flags": program.flags,
        "ItalicAngle": program.italic_angle,
        "Ascent": program.ascent,
        "Descent": program.descent,
        "CapHeight": program.cap_height,
        "StemV": program.stem_v,
    }
    return "".join(f"/{key} {number(value)}" for key, value in told.items()).encode("ascii")
