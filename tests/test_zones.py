"""Zones of panels: edge to edge, apart from their neighbours, read on their grounds."""

from layout.forms.shapes import filled, rectangle
from layout.frame import BLACK, Group, Ink
from layout.galley import Zone
from layout.geometry import Pt, Rect
from layout.load import load_theme
from layout.reading.colours import contrast
from layout.resources import resource
from layout.theme import Ground
from layout.zones import Stretch, Strip, fields, grounds, reinked

WHITE = Ink("white", (0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
NAVY = Ink("navy", (1.0, 0.9, 0.3, 0.4), (0.1, 0.1, 0.3))
RED = Ink("red", (0.0, 0.9, 1.0, 0.0), (0.9, 0.2, 0.1))
PAPER, NIGHT, ALARM = (
    Ground("paper", WHITE, {}),
    Ground("night", NAVY, {}),
    Ground("alarm", RED, {}),
)


def strip(x: float, *stretches: Stretch) -> Strip:
    return Strip("outside", x, 0.0, 100.0, 300.0, stretches)


def test_zones_fill_their_strip_and_meet_between_what_stands_on_them() -> None:
    one, two = Zone((PAPER,)), Zone((NIGHT,))
    column = strip(0.0, Stretch(one, 10, 50), Stretch(one, 60, 90), Stretch(two, 120, 200))
    first, last = fields((column,))
    assert (first.box.y, first.box.bottom, last.box.y, last.box.bottom) == (0, 105, 105, 300)


def test_one_that_hangs_begins_where_its_first_slice_does() -> None:
    one, two = Zone((PAPER,)), Zone((NIGHT,), hangs=True)
    found = fields((strip(0.0, Stretch(one, 10, 50), Stretch(two, 120, 200)),))
    assert found[1].box.y == 120


def test_neighbours_across_a_fold_and_on_a_panel_differ() -> None:
    zones = [Zone((NIGHT, ALARM)) for _ in range(3)]
    strips = (
        strip(0.0, Stretch(zones[0], 0, 300)),
        strip(100.0, Stretch(zones[1], 0, 140), Stretch(zones[2], 160, 300)),
    )
    chosen = grounds(strips, fields(strips))
    assert [chosen[id(zone)].name for zone in zones][:2] == ["night", "alarm"]
    assert chosen[id(zones[2])] != chosen[id(zones[1])]


def test_inks_are_replaced_but_not_those_of_figures_and_signs() -> None:
    box = filled(rectangle(Rect(Pt(0), Pt(0), Pt(1), Pt(1))), BLACK)
    plain, sign = Group(Pt(0), Pt(0), (box,)), Group(Pt(0), Pt(0), (box,), role="sign")
    done = reinked((plain, sign), {BLACK: WHITE})
    assert done == (plain._replace(items=(box._replace(fill=WHITE),)), sign)


PLATES = {"kind": "pill", "verdict": "band"}
"""What a text stands on that a form gives a plate of its own."""


def test_text_of_bold_is_read_on_every_ground_it_may_stand_on() -> None:
    theme = load_theme(resource("data/themes/bold/theme.yaml"))
    for kind in theme.forms:
        form = theme.options(kind)
        for key, value in theme.forms[kind].items():
            opaque = form.has("ink") and kind != "chapter"
            plate = form.ink(PLATES[key]) if key in PLATES and form.has(PLATES[key]) else None
            if plate and value in theme.styles:
                assert contrast(theme.styles[str(value)].ink.srgb, plate.srgb) >= 4.5, (kind, key)
                continue
            if value not in theme.styles or opaque or key in {"sign", "sign-bar", "lead-on"}:
                continue
            for ground in form.grounds():
                ink = theme.styles[str(value)].ink
                seen = ground.instead.get(ink, ink)
                both = (kind, key) in {("chapter", "ask")} or kind != "chapter"
                if both:
                    found = contrast(seen.srgb, ground.ink.srgb)
                    assert found >= 4.5, (kind, key, ground.name, seen.name)


def test_columns_of_one_panel_differ_and_one_without_slices_has_no_zone() -> None:
    zones = [Zone((NIGHT, ALARM)) for _ in range(2)]
    left = strip(0.0, Stretch(zones[0], 0, 300))
    right = strip(0.0, Stretch(zones[1], 0, 300))._replace(left=100.0, right=200.0)
    strips = (left, right, strip(300.0))
    chosen = grounds(strips, fields(strips))
    assert [chosen[id(zone)].name for zone in zones] == ["night", "alarm"]
