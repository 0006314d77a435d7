"""Draws the flags in data/artwork/flags from their published proportions and colours.

    python data/artwork/make_flags.py

Sizes are whole parts of the proportion each country publishes.  A colour is given twice: as
published for the screen, and in process inks for print.  Left out, being too fine for a leaflet:
the arms of Spain (its civil flag has none), the motto of Brazil, the parts of Portugal's arms.
"""

import re
from collections.abc import Iterable
from math import atan2, cos, pi, sin
from pathlib import Path

HERE = Path(__file__).resolve().parent

INKS = {
    "#000000": "0 0 0 1",
    "#FFFFFF": "0 0 0 0",
    "#BC002D": "0 1 .8 .1",
    "#DD0000": "0 1 1 .05",
    "#FFCC00": "0 .2 1 0",
    "#012169": "1 .85 0 .3",
    "#C8102E": "0 1 .8 .1",
    "#000091": "1 .85 0 .2",
    "#E1000F": "0 1 1 0",
    "#CE2939": "0 .95 .75 .1",
    "#477050": ".7 .3 .7 .2",
    "#B31942": "0 1 .65 .2",
    "#0A3161": "1 .75 .1 .45",
    "#CD2E3A": "0 .95 .75 .1",
    "#0047A0": "1 .7 0 .05",
    "#008C45": "1 0 1 .1",
    "#CD212A": "0 1 .95 .1",
    "#AA151B": "0 1 1 .3",
    "#F1BF00": "0 .2 1 .05",
    "#046A38": "1 .1 1 .4",
    "#DA291C": "0 .95 1 .05",
    "#FFE900": "0 .05 1 0",
    "#003DA5": "1 .75 0 .05",
    "#AE1C28": "0 1 .85 .2",
    "#21468B": "1 .75 .05 .1",
    "#FDDA24": "0 .1 .9 0",
    "#EF3340": "0 .9 .7 0",
    "#006AA7": "1 .4 0 .15",
    "#FECC02": "0 .2 1 0",
    "#BA0C2F": "0 1 .75 .2",
    "#00205B": "1 .85 .1 .45",
    "#002F6C": "1 .75 .1 .35",
    "#169B62": ".85 0 .8 .05",
    "#FF883E": "0 .55 .8 0",
    "#D4213D": "0 .95 .65 .1",
    "#D80621": "0 1 .95 .05",
    "#EE1C25": "0 1 1 0",
    "#FFFF00": "0 0 1 0",
    "#FE0000": "0 1 1 0",
    "#000095": "1 .9 0 .1",
    "#FF671F": "0 .7 1 0",
    "#06038D": "1 .9 0 .15",
    "#009739": ".9 0 1 .05",
    "#FEDD00": "0 .1 1 0",
    "#0D5EAF": ".95 .6 0 0",
    "#0072CE": ".9 .45 0 0",
    "#9D2235": "0 1 .65 .35",
    "#005EB8": "1 .6 0 0",
    "#FFD700": "0 .15 1 0",
    "#11457E": "1 .75 .1 .2",
    "#D7141A": "0 1 1 .1",
    "#002B7F": "1 .85 0 .2",
    "#FCD116": "0 .15 .95 0",
    "#CE1126": "0 1 .85 .1",
    "#00966E": ".9 0 .7 .05",
    "#D62612": "0 .95 1 .1",
    "#00A3E0": ".85 .1 0 0",
    "#02529C": "1 .7 0 .1",
    "#DC1E35": "0 .95 .75 .05",
    "#A51931": "0 1 .75 .25",
    "#2D2A4A": ".9 .85 .2 .4",
    "#DA251D": "0 .95 1 .05",
    "#E30A17": "0 1 1 .05",
    "#006A44": "1 .1 .9 .35",
    "#C1272D": "0 .95 .9 .15",
    "#FDB913": "0 .3 .95 0",
}

WHITE, BLACK = "#FFFFFF", "#000000"


def n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    place = "".join(f' {k}="{n(v)}"' for k, v in (("x", x), ("y", y)) if v)
    return f'<rect{place} width="{n(width)}" height="{n(height)}" fill="{fill}"/>'


def path(points: Iterable[tuple[float, float]], fill: str) -> str:
    return f'<path d="M{" ".join(f"{n(x)},{n(y)}" for x, y in points)}Z" fill="{fill}"/>'


def disc(x: float, y: float, radius: float, fill: str) -> str:
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(radius)}" fill="{fill}"/>'


def bands(width: float, height: float, fills: str, down: bool, parts: str = "") -> list[str]:
    """Stripes across (``down``: one under the other), as wide as ``parts`` says."""
    inks = fills.split()
    shares = [float(part) for part in parts.split()] or [1.0] * len(inks)
    at, whole, drawn = 0.0, sum(shares), []
    for share, ink in zip(shares, inks, strict=True):
        size = (height if down else width) * share / whole
        box = (0.0, at, width, size) if down else (at, 0.0, size, height)
        drawn.append(rect(*box, ink))
        at += size
    return drawn


def star(
    x: float, y: float, outer: float, points: int, inner: float, fill: str, turn: float = 0.0
) -> str:
    """A star of ``points`` points, ``outer`` its radius, ``inner`` in parts of that."""
    corners = []
    for corner in range(2 * points):
        radius = outer * (inner if corner % 2 else 1)
        angle = pi * corner / points + turn
        corners.append((x + radius * sin(angle), y - radius * cos(angle)))
    return path(corners, fill)


PENTAGRAM = 0.381966


def cross(
    width: float, height: float, ground: str, arms: list[tuple[float, float, float, str]]
) -> list[str]:
    """Nordic crosses: left, top, thickness and ink of each."""
    drawn = [rect(0, 0, width, height, ground)]
    for left, top, thick, ink in arms:
        drawn += [rect(0, top, width, thick, ink), rect(left, 0, thick, height, ink)]
    return drawn


def union(width: float) -> list[str]:
    """The Union Flag, ``width`` wide and half as high (drawn on 60 × 30)."""
    blue, red = "#012169", "#C8102E"
    scale = "" if width == 60 else f' transform="scale({n(width / 60)})"'
    return [
        f"<g{scale}>",
        '<clipPath id="a"><path d="M0,0H60V30H0Z"/></clipPath>',
        '<clipPath id="b"><path d="M30,15H60V30ZV30H0ZH0V0ZV0H60Z"/></clipPath>',
        rect(0, 0, 60, 30, blue),
        f'<g clip-path="url(#a)"><path d="M0,0 60,30M60,0 0,30" stroke="{WHITE}" '
        'stroke-width="6" fill="none"/>',
        f'<g clip-path="url(#b)"><path d="M0,0 60,30M60,0 0,30" stroke="{red}" '
        'stroke-width="4" fill="none"/></g></g>',
        rect(25, 0, 10, 30, WHITE) + rect(0, 10, 60, 10, WHITE),
        rect(27, 0, 6, 30, red) + rect(0, 12, 60, 6, red),
        "</g>",
    ]


def australia() -> list[str]:
    high = 720.0
    fly, middle = high * 1.5, high / 2
    sevens = [
        (high / 2, high * 0.75, high * 0.15),
        (fly, high - high / 6, high / 14),
        (fly - high / 4, middle - high / 16, high / 14),
        (fly, high / 6, high / 14),
        (fly + high * 2 / 9, middle - high * 31 / 240, high / 14),
    ]
    return [
        rect(0, 0, 2 * high, high, "#012169"),
        *union(high),
        *(star(x, y, radius, 7, 4 / 9, WHITE) for x, y, radius in sevens),
        star(fly + high / 10, middle + high / 24, high / 24, 5, 4 / 9, WHITE),
    ]


def new_zealand() -> list[str]:
    stars = [(900, 120, 38), (790, 248, 42), (1005, 224, 34), (900, 480, 46)]
    drawn = [rect(0, 0, 1200, 600, "#012169"), *union(600)]
    for x, y, radius in stars:
        drawn.append(star(x, y, radius * 1.36, 5, PENTAGRAM, WHITE))
        drawn.append(star(x, y, radius, 5, PENTAGRAM, "#C8102E"))
    return drawn


def united_states() -> list[str]:
    red, blue = "#B31942", "#0A3161"
    drawn = [rect(0, 0, 247, 130, WHITE)]
    drawn += [rect(0, 20 * stripe, 247, 10, red) for stripe in range(7)]
    drawn.append(rect(0, 0, 98.8, 70, blue))
    for row in range(9):
        for column in range(row % 2, 11, 2):
            x, y = 98.8 * (column + 1) / 12, 70 * (row + 1) / 10
            drawn.append(star(x, y, 4.004, 5, PENTAGRAM, WHITE))
    return drawn


def korea() -> list[str]:
    red, blue = "#CD2E3A", "#0047A0"
    angle = 33.690068
    drawn = [
        '<g transform="translate(36 24)">',
        f'<g transform="rotate({angle})">' + disc(0, 0, 12, blue),
        f'<path d="M-12,0A12,12 0 0 1 12,0A6,6 0 0 0 0,0A6,6 0 0 1-12,0Z" fill="{red}"/></g>',
    ]
    signs = ((180 + angle, "111"), (angle, "000"), (-angle, "010"), (180 - angle, "101"))
    bars = []
    for turn, sign in signs:
        c, s = cos(turn * pi / 180), sin(turn * pi / 180)
        for place, whole in enumerate(sign):
            x = 19.0 + 3.0 * place
            for start, end in ((-6, 6),) if whole == "1" else ((-6, -0.5), (0.5, 6)):
                ends = [(x * c - y * s, x * s + y * c) for y in (start, end)]
                bars.append("M" + " ".join(f"{n(left)},{n(down)}" for left, down in ends))
    drawn.append(f'<path d="{"".join(bars)}" fill="none" stroke="{BLACK}" stroke-width="2"/>')
    return [rect(0, 0, 72, 48, WHITE), *drawn, "</g>"]


def canada() -> list[str]:
    half = (
        (0, -20), (3.4, -13.4), (4.4, -13), (7.6, -14.8), (5.6, -4.4), (6.6, -3.9), (10.8, -8.4),
        (11.9, -5.9), (12.6, -5.6), (18, -6.7), (16.2, -1), (16.5, -0.2), (18.6, 0.8), (9.3, 8.3),
        (9.1, 9.1), (10.2, 12.2), (1.8, 10.7), (0.7, 11.6), (1.1, 20), (0, 20),
    )  # fmt: skip
    leaf = [*half, *((-x, y) for x, y in reversed(half[1:-1]))]
    red, scale = "#D80621", 0.96
    moved = [(50 + x * scale, 25 + y * scale) for x, y in leaf]
    return [*bands(100, 50, f"{red} {WHITE} {red}", False, "1 2 1"), path(moved, red)]


def china() -> list[str]:
    drawn = [rect(0, 0, 30, 20, "#EE1C25"), star(5, 5, 3, 5, PENTAGRAM, "#FFFF00")]
    for x, y in ((10, 2), (12, 4), (12, 7), (10, 9)):
        turn = atan2(5 - x, y - 5)  # a point towards the middle of the large star
        drawn.append(star(x, y, 1, 5, PENTAGRAM, "#FFFF00", turn))
    return drawn


def taiwan() -> list[str]:
    blue = "#000095"
    drawn = [rect(0, 0, 60, 40, "#FE0000"), rect(0, 0, 30, 20, blue)]
    for ray in range(12):
        angle = pi * ray / 6
        tip = (15 + 7.5 * sin(angle), 10 - 7.5 * cos(angle))
        sides = [
            (15 + 3.75 * sin(angle + s * pi / 12), 10 - 3.75 * cos(angle + s * pi / 12))
            for s in (1, -1)
        ]
        drawn.append(path([tip, sides[0], sides[1]], WHITE))
    return [*drawn, disc(15, 10, 4.25, blue), disc(15, 10, 3.75, WHITE)]


def india() -> list[str]:
    navy = "#06038D"
    drawn = bands(90, 60, f"#FF671F {WHITE} #046A38", True)
    drawn.append(f'<g fill="none" stroke="{navy}"><circle cx="45" cy="30" r="8.6" '
                 'stroke-width="1.2"/>')  # fmt: skip
    spokes = "".join(
        f"M45,30L{n(45 + 8.2 * sin(pi * k / 12))},{n(30 - 8.2 * cos(pi * k / 12))}"
        for k in range(24)
    )
    drawn.append(f'<path d="{spokes}" stroke-width="0.35"/></g>')
    return [*drawn, disc(45, 30, 1.7, navy)]


def brazil() -> list[str]:
    stars = (
        (70, 83, 1.3), (82, 73.5, 1), (77, 90, 1), (85, 88, 0.9), (91, 83, 0.8), (83, 95, 0.8),
        (90, 95.5, 0.9), (98, 89, 0.9), (104, 87, 0.9), (100.5, 95, 1), (104, 99, 0.8),
        (96.5, 102, 0.8), (111, 81, 0.9), (117, 84, 0.9), (121.5, 82, 0.9), (113, 89.5, 0.9),
        (119, 92, 1.2), (114, 96.5, 0.8), (86, 61.5, 1),
    )  # fmt: skip
    return [
        rect(0, 0, 200, 140, "#009739"),
        path([(17, 70), (100, 17), (183, 70), (100, 123)], "#FEDD00"),
        disc(100, 70, 35, "#012169"),
        '<clipPath id="a"><circle cx="100" cy="70" r="35"/></clipPath>',
        f'<circle cx="80" cy="140" r="82.5" fill="none" stroke="{WHITE}" stroke-width="5" '
        'clip-path="url(#a)"/>',
        *(star(x, y, size * 1.6, 5, PENTAGRAM, WHITE) for x, y, size in stars),
    ]


def singapore() -> list[str]:
    red = "#EF3340"
    drawn = [rect(0, 0, 54, 18, red), rect(0, 18, 54, 18, WHITE)]
    drawn += [disc(11, 9, 6.6, WHITE), disc(14.6, 9, 6.6, red)]
    for k in range(5):
        angle = 2 * pi * k / 5
        drawn.append(star(15.4 + 3.2 * sin(angle), 9 - 3.2 * cos(angle), 1.3, 5, PENTAGRAM, WHITE))
    return drawn


def portugal() -> list[str]:
    red, gold, blue = "#DA291C", "#FFE900", "#003DA5"
    rings = (
        '<circle cx="120" cy="80" r="37"/><path d="M83,80H157M120,43V117"/>'
        '<ellipse cx="120" cy="80" rx="37" ry="15"/><ellipse cx="120" cy="80" rx="15" ry="37"/>'
        '<path d="M94,54 146,106M88,68 Q118,66 150,98"/>'
    )
    shield = "M{0},{1}H{2}V{3}A{4},{4} 0 0 1 {0},{3}Z"
    outer = shield.format(100, 57, 140, 83, 20)
    inner = shield.format(106, 63, 134, 83, 14)
    small = [(120, 68), (120, 79), (120, 90), (111.5, 79), (128.5, 79)]
    return [
        rect(0, 0, 240, 160, red) + rect(0, 0, 96, 160, "#046A38"),
        f'<g transform="translate(-24 0)"><g fill="none" stroke="{gold}" stroke-width="4.5">'
        f"{rings}</g>",
        f'<path d="{outer}" fill="{red}" stroke="{WHITE}" stroke-width="1.6"/>',
        f'<path d="{inner}" fill="{WHITE}"/>',
        *(
            f'<path d="{shield.format(n(x - 3), n(y - 4), n(x + 3), n(y), 3)}" fill="{blue}"/>'
            for x, y in small
        ),
        "</g>",
    ]


def greece() -> list[str]:
    blue = "#0D5EAF"
    drawn = [rect(0, 0, 27, 18, WHITE)]
    drawn += [rect(0, 4 * stripe, 27, 2, blue) for stripe in range(5)]
    return [*drawn, rect(0, 0, 10, 10, blue), rect(4, 0, 2, 10, WHITE), rect(0, 4, 10, 2, WHITE)]


def turkey() -> list[str]:
    red, high = "#E30A17", 60.0
    return [
        rect(0, 0, 90, high, red),
        disc(high / 2, 30, high / 4, WHITE),
        disc(high / 2 + high / 16, 30, high / 5, red),
        star(high / 2 + high / 16 - high / 5 + high / 3 + high / 8, 30, high / 8, 5, PENTAGRAM,
             WHITE, -pi / 2),
    ]  # fmt: skip


def swiss() -> list[str]:
    return [
        rect(0, 0, 32, 32, "#DA291C"),
        rect(13, 6, 6, 20, WHITE) + rect(6, 13, 20, 6, WHITE),
    ]


Flag = tuple[float, float, list[str]]


def flags() -> dict[str, Flag]:
    """Width, height and drawing of every flag, by its ISO 3166 code."""
    w, b = WHITE, BLACK
    return {
        "jp": (3, 2, [rect(0, 0, 3, 2, w), disc(1.5, 1, 0.6, "#BC002D")]),
        "de": (5, 3, bands(5, 3, f"{b} #DD0000 #FFCC00", True)),
        "gb": (60, 30, union(60)),
        "au": (1440, 720, australia()),
        "fr": (3, 2, bands(3, 2, f"#000091 {w} #E1000F", False)),
        "hu": (6, 3, bands(6, 3, f"#CE2939 {w} #477050", True)),
        "us": (247, 130, united_states()),
        "kr": (72, 48, korea()),
        "it": (3, 2, bands(3, 2, f"#008C45 {w} #CD212A", False)),
        "es": (6, 4, bands(6, 4, "#AA151B #F1BF00 #AA151B", True, "1 2 1")),
        "pt": (240, 160, portugal()),
        "nl": (9, 6, bands(9, 6, f"#AE1C28 {w} #21468B", True)),
        "be": (15, 13, bands(15, 13, f"{b} #FDDA24 #EF3340", False)),
        "ch": (32, 32, swiss()),
        "at": (9, 6, bands(9, 6, f"#C8102E {w} #C8102E", True)),
        "se": (16, 10, cross(16, 10, "#006AA7", [(5, 4, 2, "#FECC02")])),
        "no": (22, 16, cross(22, 16, "#BA0C2F", [(6, 6, 4, w), (7, 7, 2, "#00205B")])),
        "dk": (37, 28, cross(37, 28, "#C8102E", [(12, 12, 4, w)])),
        "fi": (18, 11, cross(18, 11, w, [(5, 4, 3, "#002F6C")])),
        "is": (25, 18, cross(25, 18, "#02529C", [(7, 7, 4, w), (8, 8, 2, "#DC1E35")])),
        "ie": (6, 3, bands(6, 3, f"#169B62 {w} #FF883E", False)),
        "pl": (8, 5, bands(8, 5, f"{w} #D4213D", True)),
        "ca": (100, 50, canada()),
        "nz": (1200, 600, new_zealand()),
        "cn": (30, 20, china()),
        "tw": (60, 40, taiwan()),
        "in": (90, 60, india()),
        "br": (200, 140, brazil()),
        "sg": (54, 36, singapore()),
        "gr": (27, 18, greece()),
        "ee": (33, 21, bands(33, 21, f"#0072CE {b} {w}", True)),
        "lv": (10, 5, bands(10, 5, f"#9D2235 {w} #9D2235", True, "2 1 2")),
        "lt": (15, 9, bands(15, 9, "#FDB913 #006A44 #C1272D", True)),
        "ua": (3, 2, bands(3, 2, "#005EB8 #FFD700", True)),
        "ro": (3, 2, bands(3, 2, "#002B7F #FCD116 #CE1126", False)),
        "bg": (15, 9, bands(15, 9, f"{w} #00966E #D62612", True)),
        "lu": (15, 9, bands(15, 9, f"#EF3340 {w} #00A3E0", True)),
        "id": (3, 2, bands(3, 2, f"#CE1126 {w}", True)),
        "th": (9, 6, bands(9, 6, f"#A51931 {w} #2D2A4A {w} #A51931", True, "1 1 2 1 1")),
        "tr": (90, 60, turkey()),
        "vn": (
            30,
            20,
            [rect(0, 0, 30, 20, "#DA251D"), star(15, 10, 6, 5, PENTAGRAM, "#FFFF00")],
        ),  # fmt: skip
        "cz": (
            6,
            4,
            [*bands(6, 4, f"{w} #D7141A", True), path([(0, 0), (3, 2), (0, 4)], "#11457E")],
        ),  # fmt: skip
    }


def svg(width: float, height: float, parts: list[str]) -> str:
    """The file of a flag: every ink as a class, so that each is written once."""
    text = "\n".join(parts)
    used = sorted(ink for ink in INKS if ink in text)
    rules = []
    for place, ink in enumerate(used):
        name = f"i{place}"
        for kind in ("fill", "stroke"):
            attribute = f'{kind}="{ink}"'
            if attribute in text:
                text = text.replace(attribute, f'class="{kind[0]}{name}"')
                rules.append(f".{kind[0]}{name}{{{kind}:{ink};{kind}:device-cmyk({INKS[ink]})}}")
    text = re.sub(r'class="(\w+)"([^>]*?) class="(\w+)"', r'class="\1 \3"\2', text)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n(width)} {n(height)}">'
    return "\n".join([head, f"<style>{' '.join(rules)}</style>", text, "</svg>", ""])


def main() -> None:
    folder = HERE / "flags"
    folder.mkdir(exist_ok=True)
    for code, flag in flags().items():
        (folder / f"{code}.svg").write_text(svg(*flag), encoding="utf-8")


if __name__ == "__main__":
    main()
