"""How a leaflet looks: text styles, palette, rhythm and forms by name.  Opens no font."""

from typing import NamedTuple

from layout.frame import BLACK, Ink
from layout.geometry import Em


class TextStyle(NamedTuple):
    """One way to set text.

    ``size`` and ``leading`` are in units: one unit is the body type size of the leaflet, so
    that copy-fitting changes one number and no line needs shaping again.  ``tracking`` and
    ``indent`` are ems of the style's own size.  ``faces`` are face ids in order of preference.

    ``align``: ``justify``, ``start``, ``centre``, ``end``.  ``wrap``: ``optimum`` (running
    text) or ``phrase`` (display text: broken at phrases, lines balanced).  ``strictness``,
    ``line_head``, ``line_end`` and ``hanging`` choose among the styles JLREQ allows
    (appendix C, 3.1.5, 3.1.9, 3.8.2).
    """

    name: str
    faces: tuple[str, ...]
    size: Em = Em(1.0)
    leading: Em = Em(1.64)
    ink: Ink = BLACK
    align: str = "start"
    wrap: str = "optimum"
    features: tuple[str, ...] = ()
    tracking: Em = Em(0.0)
    indent: Em = Em(0.0)
    strictness: str = "very-strict"
    line_head: str = "tentsuki"
    line_end: str = "jlreq"
    hanging: bool = False
    house_rules: bool = True
