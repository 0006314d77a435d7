"""Vertical writing: which way up each character stands, and its glyphs on the line (縦書き).

A vertical line is set like any other, along its own length; whoever draws it turns it by a
quarter.  Only here is decided how a glyph stands on it: upright with the face's vertical form,
along the line (Western words, turned with it), or across it (tate-chu-yoko).
"""

import re
from collections.abc import Iterator

from layout.frame import ACROSS, UPRIGHT, Glyph
from layout.geometry import CENTRE, Em
from layout.text.fonts import Fonts
from layout.values import NamedTuple

_UPRIGHT = (
    "§©®±¼-¾×÷˪˫ᄀ-ᇿ‖†‡‰‱※‼⁂⁇-⁉⁑⃝-⃠⃢-⃤℀℁℃-℉ℏℓ℔№℗℞-℣℥℧℩℮ℵ-ℿⅅ-⅊⅌⅍⅏-↉∞∴∵⌀-⌇⌌-⌟⌤-⌨⌫⍽-⎚⎾-⏍⏏⏑-⏛"
    "⏢-␢␤-⓿■-☙☠-❧❶-➓⬒-⬯⭐-⭙⮗⮸-⯑⯓-⯫⯰-⯿⺀-〇〒〓〠-〯〱-ゟァ-・ヽ-꓏ꥠ-ꥼ가-\ud7ff\ue000-\ufaff"
    "︐-︙︰-﹈﹐-﹗﹟-﹢﹨-﹫！-＇＊-，．-９？-Ｚ＼＾｀-ｚ￠-￢￤-￦�\U0001f000-\U0001f7ff\U0001f900-\U0001faff"
    "\U00020000-\U0003ffff"
)
"""Vertical_Orientation U and Tu: upright, in the face's vertical form where it has one."""

_TRANSFORMED = "\u2329\u232a〈-】〔-〟〰゠ー﹙-﹞（）：；［］＿｛-｠￣"
"""Vertical_Orientation Tr: upright in the vertical form, turned where a face has none.

Both from Unicode Standard Annex #50, revision 31, without scripts that no leaflet here is in.
"""

_LEADERS = "—―…‥"
"""cl-08, which Japanese faces give a vertical form (JLREQ figure 68); UAX #50 turns them."""

_FOLLOWING = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Combining marks and variation selectors stand as what they follow."""

_STANDING = f"{_UPRIGHT}{_TRANSFORMED}{_LEADERS}"
_PIECE = re.compile(
    f"(?P<upright>[{_STANDING}][{_STANDING}{_FOLLOWING}]*)"
    f"|(?P<quote>“(?=[{_STANDING}])|(?<=[{_STANDING}])”)"
    f"|(?P<mark>[“”])"
    f"|(?P<along>[^“”{_STANDING}]+)"
)
_MAY_TURN = re.compile(f"[{_TRANSFORMED}{_LEADERS}]")
_DOUBLE_PRIMES = {"“": "〝", "”": "〟"}
"""Marks of horizontal text that have others in their place in vertical text (3.1.1)."""

_ACROSS = re.compile(r"(?<![!-~])(?:[0-9]+|[!?]{2})(?![!-~])")
_NARROW = {2: "hwid", 3: "twid", 4: "qwid"}
_WIDEST = 1.1  # ems that tate-chu-yoko may be wide: it stands out of the line a little


class Piece(NamedTuple):
    """Characters of one span that stand alike: ``upright``, ``along``, ``across``; a ``quote`` is a
    double quotation mark about upright text, a ``mark`` any other."""

    start: int
    end: int
    stance: str


def pieces(text: str, digits: int) -> Iterator[Piece]:
    """The text parted by how its characters stand.

    Numbers of up to ``digits`` digits that touch no other half-width sign stand across the
    line (3.2.5: two as a rule; a single one stands upright, which is the same), longer ones
    lie along it as words do (3.2.4).
    """
    done = 0
    for found in _ACROSS.finditer(text) if digits else ():
        if len(found[0]) <= (digits if found[0].isdigit() else 2):
            yield from _by_orientation(text, done, found.start())
            yield Piece(*found.span(), "across")
            done = found.end()
    yield from _by_orientation(text, done, len(text))


def _by_orientation(text: str, start: int, end: int) -> Iterator[Piece]:
    while start < end:
        found = _PIECE.match(text, start, end)
        stop = found.end() if found else start + 1
        yield Piece(start, stop, (found and found.lastgroup) or "along")
        start = stop


class Setting(NamedTuple):
    """What the glyphs of a span are shaped with: the chain, its features, the language.

    ``up`` is how far the middle of the line lies above the line's lower side, where the
    baseline of its largest type is, in ems of the span.
    """

    fonts: Fonts
    faces: tuple[str, ...]
    features: tuple[str, ...]
    language: str
    up: float

    def set(self, text: str, stance: str) -> list[Glyph]:
        """The glyphs of a piece; all lengths are ems of the span."""
        how = {
            "upright": self.upright,
            "quote": self.quote,
            "mark": self.mark,
            "across": self.across,
        }
        return how.get(stance, self.along)(text)

    def along(self, text: str) -> list[Glyph]:
        """Glyphs that lie along the line, centred on it with their em boxes."""
        up = self.up - CENTRE
        drawn = self.fonts.shape(text, self.faces, self.features, self.language)
        return [glyph._replace(dy=Em(glyph.dy + up)) for glyph in drawn] if up else list(drawn)

    def upright(self, text: str) -> list[Glyph]:
        """Glyphs that stand, in their vertical forms; where such a form is needed and there is
        none, the character lies along the line."""
        features = tuple(_VERTICAL.get(feature, feature) for feature in self.features)
        glyphs: list[Glyph] = []
        for glyph in self.fonts.shape(text, self.faces, features, self.language, "ttb"):
            if _MAY_TURN.match(glyph.text) and self._has_no_form(glyph):
                glyphs += self.along(glyph.text)
            else:
                # A face matched in size is moved to the middle of its cell along the line alone.
                dy = self.up + (glyph.dy if glyph.scale == 1.0 else 0.0)
                glyphs.append(glyph._replace(dy=Em(dy), stance=UPRIGHT))
        return glyphs

    def _has_no_form(self, glyph: Glyph) -> bool:
        lying = self.fonts.shape(glyph.text, self.faces, self.features, self.language)
        return lying[0].gid == glyph.gid

    def quote(self, text: str) -> list[Glyph]:
        """A double quotation mark about Japanese: 〝 or 〟, if a face has them (3.1.1)."""
        mark = _DOUBLE_PRIMES[text]
        if self.fonts.missing(mark, self.faces, self.language):
            return self.along(text)
        return [glyph._replace(text=text) for glyph in self.upright(mark)]

    def mark(self, text: str) -> list[Glyph]:
        """A double quotation mark about Western text: Japanese if the face gives it a cell."""
        [drawn] = lying = self.along(text)
        return self.quote(text) if drawn.advance >= 1.0 else lying

    def across(self, text: str) -> list[Glyph]:
        """Glyphs side by side across the line; the first brings the whole cell.

        They are centred in the cell; where they are wider than it they are set in narrow forms,
        or smaller.
        """
        drawn = self._narrow(text)
        total = sum(glyph.advance for glyph in drawn)
        scale = min(1.0, _WIDEST / total) if total else 1.0
        inset = Em(0.5 + CENTRE * scale)
        glyphs, pen = [], self.up - total * scale / 2
        for place, glyph in enumerate(drawn):
            glyphs.append(
                glyph._replace(
                    advance=Em(0.0 if place else 1.0),
                    dx=Em(0.0 - glyph.dy * scale - (1.0 if place else 0.0)),
                    dy=Em(pen + glyph.dx * scale),
                    scale=glyph.scale * scale,
                    inset=inset,
                    stance=ACROSS,
                )
            )
            pen += glyph.advance * scale
        return glyphs

    def _narrow(self, text: str) -> tuple[Glyph, ...]:
        """The glyphs side by side; where they would be made much smaller, in narrow forms or from
        the next of the faces that has narrower ones, such as digits of half an em."""
        drawn = self.fonts.shape(text, self.faces, self.features, self.language)
        if _wide(drawn) <= 1.0:
            return drawn
        if len(text) in _NARROW:
            features = (*self.features, _NARROW[len(text)])
            drawn = min(
                drawn, self.fonts.shape(text, self.faces, features, self.language), key=_wide
            )
        if _wide(drawn) * _MUCH <= _WIDEST:
            return drawn
        others = (self.faces[n:] for n in range(1, len(self.faces)))
        shaped = (self.fonts.shape(text, each, self.features, self.language) for each in others)
        return min((drawn, *shaped), key=_wide)


def _wide(glyphs: tuple[Glyph, ...]) -> float:
    return sum(glyph.advance for glyph in glyphs)


_MUCH = 0.9
"""The part of its size below which another face's tate-chu-yoko is better than a smaller one."""

_VERTICAL = {"palt": "vpal", "kern": "vkrn", "halt": "vhal"}
"""Features that have another name in vertical setting."""
