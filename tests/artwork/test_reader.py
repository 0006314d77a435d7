"""What is drawn of an SVG file, and what is refused with its line."""

import pytest

from layout.artwork.colours import colour, inks, named
from layout.artwork.numbers import bounds
from layout.artwork.reader import read
from layout.frame import Clip, Ink, Stroke
from tests.artwork.drawn import PLAIN, by_name, colours, drawing, paths, refused, svg

RED = "#FF0000"
BOX = '<rect width="10" height="10" fill="red"/>'


def box_of(inner: str, more: str = "") -> tuple[float, ...]:
    """Where the only shape of a drawing lies: left, top, right, bottom."""
    [path] = paths(drawing(inner, more).items)
    return tuple(round(value, 3) for value in bounds(path.segments))


@pytest.mark.parametrize(
    ("inner", "box"),
    [
        (BOX, (0, 0, 10, 10)),
        (f'<g transform="translate(5,6)">{BOX}</g>', (5, 6, 15, 16)),
        (f'<g transform="translate(5)"><g transform="scale(2 3)">{BOX}</g></g>', (5, 0, 25, 30)),
        (f'<g transform="rotate(90 20 20)">{BOX}</g>', (30, 0, 40, 10)),
        (f'<g transform="matrix(1 0 0 1 3 4)scale(.5)">{BOX}</g>', (3, 4, 8, 9)),
        (f'<g transform="skewX(45)">{BOX}</g>', (0, 0, 20, 10)),
        ('<circle cx="50%" cy="50" r="5"/>', (45, 45, 55, 55)),
        ('<ellipse cx="50" cy="50" rx="5" ry="2"/>', (45, 48, 55, 52)),
        ('<polygon points="1,2 3,4-5-6"/>', (-5, -6, 3, 4)),
        ('<rect x="1cm" width="1in" height="2pt"/>', (37.795, 0, 133.795, 2.667)),
        (f'<defs><g id="a">{BOX}</g></defs><use href="#a" x="7" y="8"/>', (7, 8, 17, 18)),
        (
            '<symbol id="s" viewBox="0 0 10 10"><path d="M0 0H10V10z"/></symbol>'
            '<use href="#s" x="20" width="40" height="20"/>',
            (30, 0, 50, 20),
        ),
        (f'<svg x="10" y="10" width="20" height="20" viewBox="0 0 10 10">{BOX}</svg>',
         (10, 10, 30, 30)),
    ],
)  # fmt: skip
def test_shapes_stand_where_their_transforms_put_them(inner: str, box: tuple[float, ...]) -> None:
    assert box_of(inner) == box


@pytest.mark.parametrize(
    ("ratio", "box"),
    [
        ("", (50, 0, 60, 10)),
        ("xMinYMid", (0, 0, 10, 10)),
        ("xMaxYMax meet", (100, 0, 110, 10)),
        ("none", (0, 0, 20, 10)),
        ("xMidYMin slice", (0, 0, 20, 20)),
    ],
)
def test_a_view_box_lies_in_its_view_as_it_says(ratio: str, box: tuple[float, ...]) -> None:
    given = f'width="200" height="100" preserveAspectRatio="{ratio}"' if ratio else (
        'width="200" height="100"'
    )  # fmt: skip
    frame = drawing(BOX, given)
    assert (frame.width, frame.height) == (200, 100)
    assert box_of(BOX, given) == box


def test_the_size_of_a_drawing() -> None:
    plain = b'<svg width="40mm" height="1in"><rect width="5" height="5"/></svg>'
    frame = read(plain, "a.svg", PLAIN)
    assert (round(frame.width, 2), frame.height) == (151.18, 96)
    assert drawing(BOX, 'width="100%" height="100%"').width == 100


@pytest.mark.parametrize(
    ("inner", "fills"),
    [
        ("<path d='M0 0H9V9'/>", ["#000000"]),
        ("<g fill='red'><path d='M0 0H9V9'/><path fill='#0f0' d='M0 0H9V9'/></g>",
         [RED, "#00FF00"]),
        ("<path style='fill:rgb(0,0,255)' fill='red' d='M0 0H9V9'/>", ["#0000FF"]),
        ("<style>.a{fill:#f00} #b,path.c{fill:lime}</style><path class='a' d='M0 0H9V9'/>"
         "<path class='a c' d='M0 0H9V9'/><path id='b' class='a' d='M0 0H9V9'/>",
         [RED, "#00FF00", "#00FF00"]),
        ("<g color='red'><path fill='currentColor' d='M0 0H9V9'/></g>", [RED]),
        ("<g display='none'><path d='M0 0H9V9'/></g><path fill='none' d='M0 0H9V9'/>"
         "<g visibility='hidden'><path d='M0 0H9V9'/><path visibility='visible' fill='red' "
         "d='M0 0H9V9'/></g>", [RED]),
        ("<path fill-opacity='0' d='M0 0H9V9'/><g opacity='0'><path d='M0 0H9V9'/></g>"
         "<path fill='red' opacity='100%' d='M0 0H9V9'/>", [RED]),
        ("<g xmlns:i='http://i'><i:x><path d='M0 0H9V9'/></i:x></g><path fill='red' "
         "d='M0 0H9V9'/>", [RED]),
    ],
)  # fmt: skip
def test_colours_come_from_where_css_says(inner: str, fills: list[str]) -> None:
    assert colours(drawing(inner)) == fills


def test_lines_have_their_width_ends_corners_and_dashes() -> None:
    [path] = paths(
        drawing(
            '<g transform="scale(2)"><path d="M1 1H5V5" fill="none" stroke="red" '
            'stroke-width="3" stroke-linecap="square" stroke-linejoin="bevel" '
            'stroke-dasharray="1 2 3" stroke-miterlimit="7"/></g>'
        ).items
    )
    dash = (2.0, 4.0, 6.0, 2.0, 4.0, 6.0)
    assert path.stroke == Stroke(PLAIN(colour("red")), 6.0, "square", "bevel", dash, 7.0)  # type: ignore[arg-type]
    assert path.fill is None


def test_what_overhangs_the_view_is_cut_off() -> None:
    [clip] = drawing('<circle cx="100" cy="50" r="20"/>').items
    assert isinstance(clip, Clip)
    assert bounds(clip.segments) == (0, 0, 100, 100)


def test_windows_and_even_odd() -> None:
    [clip] = drawing(
        '<clipPath id="c" transform="translate(5)"><path clip-rule="evenodd" '
        f'd="M0 0H9V9z"/></clipPath><g clip-path="url(#c)" fill-rule="evenodd">{BOX}</g>'
    ).items
    assert isinstance(clip, Clip)
    assert clip.even_odd
    assert bounds(clip.segments) == (5, 0, 14, 9)
    assert [path.even_odd for path in paths(clip.items)] == [True]


def test_a_theme_recolours_by_role_and_by_look() -> None:
    teal = Ink("teal", (0.8, 0.4, 0.6, 0.3), (0.1, 0.4, 0.3))
    warm = Ink("terracotta", (0.2, 0.8, 0.9, 0.2), (0.6, 0.3, 0.1))
    of = inks({"teal": teal}, {"warm": warm}, by_name)
    assert of(colour("var(--warm, #123456)")) == warm
    assert of(colour("var(--teal)")) == teal
    assert of(colour(named(teal.srgb))) == teal
    assert of(colour("var(--unknown, #FF0000)")).cmyk == (0, 1, 1, 0)
    assert of(colour("#333")).cmyk == (0, 0, 0, 0.8)
    mixed = of(colour("device-cmyk(0 1 100% .05) #DD0000"))
    assert (mixed.cmyk, mixed.name) == ((0, 1, 1, 0.05), "#DD0000")


DTD = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">'
LAUGHS = (
    b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg"><title>&b;</title></svg>'
)
XXE = (
    b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'
)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (LAUGHS, "artwork-entities", 1),
        (XXE, "artwork-entities", 1),
        (DTD + svg("<desc>&a;</desc>"), "artwork-entities", 2),
        (svg('<use href="other.svg#a"/>'), "artwork-outside", 2),
        (svg('<use href="http://169.254.169.254/"/>'), "artwork-outside", 2),
        (b'<?xml-stylesheet href="a.css"?>' + svg(BOX), "artwork-outside", 1),
        (svg("<style>@import url(a.css);</style>"), "artwork-css", 2),
        (svg("<style>g > path{fill:red}</style>"), "artwork-css", 2),
        (svg("\n<text>あ</text>"), "artwork-text", 3),
        (svg('<image href="file:///etc/passwd"/>'), "artwork-image", 2),
        (svg("<script>alert(1)</script>"), "artwork-element", 2),
        (svg("<foreignObject/>"), "artwork-element", 2),
        (svg("<path d='M0 0H9V9' fill='url(#g)'/><linearGradient id='g'/>"),
         "artwork-gradient", 2),
        (svg("<path d='M0 0H9V9' fill='url(#g)'/><pattern id='g'/>"), "artwork-pattern", 2),
        (svg("<path d='M0 0H9V9' fill='#ff000080'/>"), "artwork-transparent", 2),
        (svg("<path d='M0 0H9V9' fill-opacity='.5'/>"), "artwork-transparent", 2),
        (svg(f"<g opacity='.5'>{BOX}</g>"), "artwork-transparent", 2),
        (svg(f"<g filter='url(#f)'>{BOX}</g>"), "artwork-property", 2),
        (svg(f"<g mask='url(#f)'>{BOX}</g>"), "artwork-property", 2),
        (svg(f"<g style='mix-blend-mode:multiply'>{BOX}</g>"), "artwork-property", 2),
        (svg("<path d='M0 0H9' stroke='red' marker-end='url(#m)'/>"), "artwork-property", 2),
        (svg("<path d='M0 0H9' fill='reddish'/>"), "artwork-colour", 2),
        (svg("<path d='M0 0H9L'/>"), "artwork-value", 2),
        (svg("<rect width='2em' height='1'/>"), "artwork-value", 2),
        (svg("<g transform='turn(3)'><path d=''/></g>"), "artwork-value", 2),
        (svg("<path d='M0 0H9' stroke='red' transform='scale(1 2)'/>"), "artwork-stretched", 2),
        (svg("<use href='#a'/>"), "artwork-reference", 2),
        (svg("<g id='a'><use href='#a'/></g>"), "artwork-reference", 2),
        (svg(f"<g clip-path='url(#none)'>{BOX}</g>"), "artwork-reference", 2),
        (svg(f"<clipPath id='c'>{BOX}{BOX}</clipPath><g clip-path='url(#c)'>{BOX}</g>"),
         "artwork-clip", 2),
        (svg(""), "artwork-nothing", 1),
        (b"<svg><g></svg>", "artwork-damaged", 1),
        (b"", "artwork-damaged", 1),
        (b"<html/>", "artwork-not-svg", 1),
        (b"\x89PNG\r\n", "artwork-damaged", 1),
        (svg("<g>" * 70 + "</g>" * 70), "artwork-too-much", 2),
        (b" " * 4_000_001, "artwork-too-large", 0),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_refused_with_its_line(data: bytes, code: str, line: int) -> None:
    found = [(each.code, each.source.line) for each in refused(data)]
    assert (code, line) in found
    assert {each.source.file for each in refused(data)} == {"a.svg"}


def test_a_document_type_that_only_names_svg_is_passed_over() -> None:
    assert refused(DTD + svg(BOX)) == ()


def test_all_faults_are_told_at_once() -> None:
    data = svg("<text/>\n<image/>\n<path d='M0 0H9' fill='url(#x)'/>\n<text/>")
    assert [each.code for each in refused(data)] == [
        "artwork-text", "artwork-image", "artwork-gradient",
    ]  # fmt: skip


def test_references_that_multiply_come_to_an_end() -> None:
    groups = [f'<g id="g0">{BOX}</g>'] + [
        f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 12)
    ]
    data = svg(f"<defs>{''.join(groups)}</defs><use href='#g11'/>")
    assert [each.code for each in refused(data)] == ["artwork-too-much"]
