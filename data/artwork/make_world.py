"""Make the dot map and the table of countries.  A developer's script, run by hand.

    python data/artwork/make_world.py --atlas countries-50m.json

The atlas is Natural Earth's (public domain) as the npm package ``world-atlas`` (version 2) carries
it; names come from the CLDR by way of ``babel``, codes from ``pycountry``.

``world.txt`` says in its first line the meridian of its left edge, how many degrees and how many
dots it is wide, and the parallel of its first row.  Then it has a line for each row of dots: runs
of dots as column, length and the country they lie in (``57+3jp``).  Odd rows stand half a pitch to
the right; rows follow each other at the height of an equilateral triangle.
``countries.tsv`` has a line for each country: its code, the longitude and latitude of its middle
in degrees, and its names, the one a label would use first.
"""

import argparse
import json
from itertools import groupby
from math import atan, degrees, exp, log, pi, radians, tan
from pathlib import Path

import pycountry  # type: ignore[import-not-found]
from babel import Locale  # type: ignore[import-untyped]

HERE = Path(__file__).resolve().parent
Ring = list[tuple[float, float]]

WEST, EAST, NORTH, SOUTH = -25.5, 326.5, 71.5, -47.5
COLUMNS = 120
ALSO = {
    "us": ("アメリカ", "米国", "アメリカ合衆国"),
    "gb": ("イギリス", "英国", "連合王国"),
    "kr": ("韓国", "大韓民国"),
    "kp": ("北朝鮮",),
    "cn": ("中国", "中華人民共和国"),
    "ru": ("ロシア", "ロシア連邦"),
    "tw": ("台湾",),
    "hk": ("香港",),
    "cd": ("コンゴ民主共和国",),
    "cg": ("コンゴ共和国",),
    "nz": ("ニュージーランド", "ニュージランド"),
    "de": ("ドイツ", "独", "ドイツ連邦共和国"),
    "fr": ("フランス", "仏"),
    "au": ("オーストラリア", "豪州"),
    "jp": ("日本", "日本国"),
    "vn": ("ベトナム", "ヴェトナム"),
    "ae": ("アラブ首長国連邦", "UAE"),
    "ba": ("ボスニア・ヘルツェゴビナ",),
}
MIDDLES = {"us": (-98.0, 39.5), "fr": (2.5, 46.6), "ru": (60.0, 57.0), "no": (9.5, 61.5)}
"""Where a label would point, not where the middle of all land is."""


def miller(latitude: float) -> float:
    """The height of a parallel in Miller's cylindrical projection, in radians of the equator."""
    return 1.25 * log(tan(pi / 4 + 0.4 * radians(latitude)))


def latitude(height: float) -> float:
    return degrees(2.5 * (atan(exp(0.8 * height)) - pi / 4))


def rings(atlas: dict[str, object], geometry: dict[str, object]) -> list[Ring]:
    """The outer rings of a country, in degrees."""
    scale, move = atlas["transform"]["scale"], atlas["transform"]["translate"]  # type: ignore[index]

    def arc(index: int) -> Ring:
        points, x, y = [], 0, 0
        for dx, dy in atlas["arcs"][index if index >= 0 else ~index]:  # type: ignore[index]
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        return points if index >= 0 else points[::-1]

    shapes = geometry.get("arcs", [])
    polygons = [shapes] if geometry["type"] == "Polygon" else shapes
    return [[point for index in polygon[0] for point in arc(index)] for polygon in polygons]  # type: ignore[attr-defined]


def inside(ring: Ring, x: float, y: float) -> bool:
    found = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found = not found
    return found


def area_and_middle(ring: Ring) -> tuple[float, float, float]:
    area = cx = cy = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area, cx, cy = area + cross / 2, cx + (x1 + x2) * cross / 6, cy + (y1 + y2) * cross / 6
    return (abs(area), cx / area, cy / area) if area else (0.0, *ring[0])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--atlas", type=Path, required=True)
    atlas = json.loads(parser.parse_args().atlas.read_text())
    found: dict[str, list[Ring]] = {}
    for geometry in atlas["objects"]["countries"]["geometries"]:
        known = pycountry.countries.get(numeric=str(geometry.get("id", "")).zfill(3))
        if known and geometry["type"] in ("Polygon", "MultiPolygon"):
            found.setdefault(known.alpha_2.lower(), []).extend(rings(atlas, geometry))
    write_world(found)
    write_countries(found)


def write_world(found: dict[str, list[Ring]]) -> None:
    boxes = [
        (
            min(x for x, _ in r),
            max(x for x, _ in r),
            min(y for _, y in r),
            max(y for _, y in r),
            r,
            c,
        )
        for c, rs in found.items()
        for r in rs
    ]
    pitch = (EAST - WEST) / COLUMNS
    feed = radians(pitch) * 3**0.5 / 2
    count = int((miller(NORTH) - miller(SOUTH)) / feed) + 1
    lines = [f"{WEST} {EAST - WEST} {COLUMNS} {NORTH}"]
    for row in range(count):
        lat = latitude(miller(NORTH) - row * feed)
        cells = []
        for column in range(COLUMNS):
            lon = (WEST + (column + (0.5 if row % 2 else 0.0)) * pitch + 180) % 360 - 180
            cells.append(
                next(
                    (
                        code
                        for w, e, s, n, ring, code in boxes
                        if w <= lon <= e
                        and s <= lat <= n
                        and code != "aq"
                        and inside(ring, lon, lat)
                    ),
                    "",
                )
            )
        cells = [_overseas(code, column) for column, code in enumerate(cells)]
        runs, at = [], 0
        for code, run in groupby(cells):
            length = len(list(run))
            if code:
                runs.append(f"{at}+{length}{code}")
            at += length
        lines.append(" ".join(runs))
    (HERE / "world.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _overseas(code: str, column: int) -> str:
    """Land far from its country's middle does not stand for the country."""
    return "gf" if code == "fr" and column > COLUMNS / 2 else code


def write_countries(found: dict[str, list[Ring]]) -> None:
    japanese, english = Locale("ja").territories, Locale("en").territories
    lines = []
    for code, shapes in sorted(found.items()):
        if code == "aq" or code.upper() not in japanese:
            continue
        _, lon, lat = max(map(area_and_middle, shapes))
        lon, lat = MIDDLES.get(code, (lon, lat))
        names = list(dict.fromkeys((*ALSO.get(code, ()), japanese[code.upper()])))
        names.append(english[code.upper()])
        lines.append("\t".join((code, f"{lon:.1f}", f"{lat:.1f}", *names)))
    (HERE / "countries.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
