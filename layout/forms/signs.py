"""Signs: a drawing with a number in it, or a drawn shape with a short text."""

from layout.forms.drawing import scaled
from layout.forms.lettering import sign
from layout.forms.shapes import evenly_rounded, filled
from layout.frame import Frame, Group, Item
from layout.geometry import Em, Pt, Rect
from layout.room import Room
from layout.theme import Options

_LEAST = 0.55
"""How small a text may become in a drawing, in parts of its style's size."""


def theme_art(room: Room, form: Options, key: str) -> Frame | None:
    """The drawing of the theme's own that a form names by ``key``, if it does."""
    return room.setter.artwork.get(f"theme:{form.word(key)}") if form.has(key) else None


def labelled_sign(room: Room, form: Options, label: str, side: float) -> Frame:
    """The sign of a question, ``side`` points high.

    A theme's drawing (``sign-art``) has its text in the circle about ``sign-x``, ``sign-y`` whose
    breadth is ``sign-inside``, all in parts of its height; a label of the usual prefix and a
    number shows the number alone, since the drawing says the rest.  What is too long for it
    stands on a bar.
    """
    drawing = theme_art(room, form, "sign-art")
    if drawing is None:
        return sign(room, label, form.style("sign"), form.ink("sign-ink"), side)
    prefix = form.word("prefix")
    shown = label.removeprefix(prefix) or label
    style = form.style("sign")._replace(align="start")
    inside = side * form.number("sign-inside")
    natural = room.text_width(shown, style)
    if natural * _LEAST > inside:
        return _bar(room, form, label, side)
    if natural > inside:
        style = style._replace(size=Em(style.size * inside / natural))
        natural = room.text_width(shown, style)
    scale = side / drawing.height
    x, y = side * form.number("sign-x"), side * form.number("sign-y")
    words = room.one_line(shown, style, x - natural / 2, y - inside, 2 * inside)
    spoken = Group(Pt(0), Pt(0), words, actual=label if shown != label else None)
    items = (*scaled(drawing.items, scale), spoken)
    return Frame(Pt(drawing.width * scale), Pt(side), (_own(items),))


def _bar(room: Room, form: Options, label: str, side: float) -> Frame:
    style = form.style("sign-bar")
    height, pad = min(side, style.size * room.unit * 2), style.size * room.unit * 0.7
    wide = room.text_width(label, style) + 2 * pad
    box = Rect(Pt(0), Pt((side - height) / 2), Pt(wide), Pt(height))
    words = room.one_line(label, style._replace(align="start"), pad, float(box.y), height)
    shape = filled(evenly_rounded(box, height / 2), form.ink("sign-ink"))
    return Frame(Pt(wide), Pt(side), (_own((shape, *words)),))


def _own(items: tuple[Item, ...]) -> Group:
    """A sign keeps its inks on whatever ground it stands."""
    return Group(Pt(0), Pt(0), items, role="sign")
