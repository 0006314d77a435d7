"""Lines of plain lettering that are no part of a leaflet's text: job line, dummy, proof."""

from itertools import groupby
from operator import attrgetter

from layout.frame import BLACK, Group, Ink, SetGlyph, TextRun
from layout.geometry import Pt
from layout.text.fonts import Fonts
from layout.values import NamedTuple

REGULAR = ("BIZUDPGothic-Latin-Regular", "BIZUDGothic-Regular")
BOLD = ("BIZUDPGothic-Bold", "BIZUDGothic-Bold")


class Caption(NamedTuple):
    """A line that begins at 0 on its baseline, and its width in points."""

    width: float
    runs: tuple[TextRun, ...]

    def at(self, x: float, y: float, part: float = 0.0) -> Group:
        """The line with ``part`` of its width left of ``x``, its baseline at ``y``."""
        return Group(Pt(x - part * self.width), Pt(y), self.runs, role="artifact")


def caption(
    text: str,
    size: float,
    fonts: Fonts,
    room: float = float("inf"),
    faces: tuple[str, ...] = REGULAR,
    ink: Ink = BLACK,
) -> Caption:
    """The text in one line of ``size`` points, smaller where it would be wider than ``room``."""
    glyphs = fonts.shape(text, faces, ())
    natural = sum(glyph.advance for glyph in glyphs)
    set_size = Pt(min(size, room / natural))
    runs, x = [], 0.0
    for (face, scale, inset), part in groupby(glyphs, key=attrgetter("face", "scale", "inset")):
        start, places = x, []
        for glyph in part:
            left = x - start + glyph.dx * set_size
            places.append(SetGlyph(glyph.gid, Pt(left), Pt(-glyph.dy * set_size), glyph.text))
            x += glyph.advance * set_size
        own, at = Pt(set_size * scale), Pt(start + inset * set_size)
        runs.append(TextRun(face, own, ink, at, Pt(0.0), tuple(places)))
    return Caption(x, tuple(runs))
