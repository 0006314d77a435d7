"""Large print (拡大文字版): the theme set for those who do not see well, and its page numbers.

Sizes follow what Japanese local governments ask of documents on A4 for everybody (12 pt or
more in a universal-design face, lines half to a whole size apart): here nothing is smaller than
12 pt, and running text is 14 pt or more, in one column of 26 to 36 characters.
"""

from collections.abc import Iterable
from itertools import takewhile

from layout.captions import caption
from layout.document import BlankContact, Contact, Imprint, Leaflet, ReplySlip, UnionLabel
from layout.frame import Group, Ink, Panel
from layout.geometry import Em, Pt, mm
from layout.text.fonts import Fonts
from layout.theme import TextStyle, Theme

SMALLEST = 12.0
"""Points: no text of a large-print edition is smaller."""

MOST_SHEETS = 10

_FLOOR, _CEILING = 14.0, 18.0
_LEAST, _IDEAL, _MOST = 1.55, 1.75, 2.0
_MARGIN = 18.0
"""Millimetres: copiers leave a rim, and the page number stands in it."""
_WIDEST = 37.0
_LARGEST_HEADING = 1.45
"""What a heading is to its text: it need not grow as much as what is small."""
_DISPLAY = 2.0
"""The size in units from which a style is display, which is fitted to its measure anyway."""

_REGULAR = ("BIZUDPGothic-Latin-Regular", "BIZUDGothic-Regular", "NotoSansJP-Regular")
_BOLD = ("BIZUDPGothic-Bold", "BIZUDGothic-Bold", "NotoSansJP-Bold")
_UNIVERSAL = "BIZUD"

_FOLIO, _FOLIO_FROM_FOOT = 13.0, mm(9)


def large_print(theme: Theme) -> Theme:
    """The theme in large type: a face of universal design, black for grey, wider margins."""
    rhythm = theme.rhythm._replace(
        floor=_FLOOR,
        ceiling=_CEILING,
        least=_LEAST,
        close=_LEAST,
        ideal=_IDEAL,
        most=_MOST,
        margin_side=_MARGIN,
        margin_end=_MARGIN,
        inward=0.0,
        inward_end=0.0,
        widest=_WIDEST,
        smallest=SMALLEST,
        side_part=0.0,
        end_part=0.0,
    )
    black = theme.palette.get("black")
    styles = {name: _larger(style, black) for name, style in theme.styles.items()}
    return theme._replace(rhythm=rhythm, styles=styles)


def with_short_back(leaflet: Leaflet, most: int) -> Leaflet:
    """The leaflet with no more on its back than what a reader looks for there, ``most`` blocks
    at most and one at least; the rest ends the body, which has as many pages as it needs."""
    kept = tuple(takewhile(lambda block: isinstance(block, _ON_BACK), reversed(leaflet.back)))
    count = max(0, len(leaflet.back) - max(1, min(most, len(kept))))
    body = (*leaflet.body, *leaflet.back[:count])
    return leaflet._replace(body=body, back=leaflet.back[count:])


_ON_BACK = (Contact, BlankContact, ReplySlip, Imprint, UnionLabel)


def _larger(style: TextStyle, black: Ink | None) -> TextStyle:
    """The style in a face that is easily read, its grey black."""
    if not style.faces[0].startswith(_UNIVERSAL):
        bold = any(word in style.faces[0] for word in ("Bold", "Black"))
        style = style._replace(faces=_BOLD if bold else _REGULAR)
    *_, share = style.ink.cmyk
    if black is not None and style.ink.is_black and 0.0 < share < 1.0:
        style = style._replace(ink=black)
    if _LARGEST_HEADING < style.size < _DISPLAY:
        part = _LARGEST_HEADING / style.size
        style = style._replace(size=Em(_LARGEST_HEADING), leading=Em(style.leading * part))
    return style


def numbered(panels: Iterable[Panel], fonts: Fonts) -> tuple[Panel, ...]:
    """The pages with their numbers at the foot, save cover and back."""
    return tuple(
        panel._replace(over=(*panel.over, _folio(panel, fonts))) if panel.role == "inner" else panel
        for panel in panels
    )


def _folio(panel: Panel, fonts: Fonts) -> Group:
    words = caption(str(panel.number), _FOLIO, fonts)
    placed = words.at(Pt(panel.width / 2), Pt(panel.height - _FOLIO_FROM_FOOT), 0.5)
    return Group(Pt(0), Pt(0), (placed,), role="artifact")
