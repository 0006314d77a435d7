"""Make the shipped font files from their published sources.  A developer's script, run by hand.

    python fonts/build_fonts.py --sources DIR [DIR ...]

``DIR`` is searched for the files that ``SOURCES`` names: the npm packages
``@expo-google-fonts/biz-udgothic``, ``…/biz-udpgothic`` and ``…/noto-serif-jp``, and the
variable Noto Sans JP of Google Fonts.  The result depends on the sources and on the version of
uharfbuzz and fontTools alone: two runs give the same bytes (``head.modified`` stays the source's).

What is done to a font: the character set is reduced, layout features this program never uses
and hints are dropped, glyphs are renumbered, BIZ's outlines are put on 1000 units an em.
Advances, names and licence stay.
"""

import argparse
import sys
from collections.abc import Iterable
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

HERE = Path(__file__).resolve().parent


class Shipped(NamedTuple):
    """A file to make: its name here, the name of its source, and which set it is cut to."""

    file: str
    source: str
    cut: str


SOURCES = (
    Shipped("BIZUDGothic-Regular.ttf", "BIZUDGothic_400Regular.ttf", "leaflet"),
    Shipped("BIZUDGothic-Bold.ttf", "BIZUDGothic_700Bold.ttf", "leaflet"),
    Shipped("BIZUDPGothic-Regular.ttf", "BIZUDPGothic_400Regular.ttf", "proportional"),
    Shipped("BIZUDPGothic-Bold.ttf", "BIZUDPGothic_700Bold.ttf", "proportional"),
    Shipped("BIZUDPGothic-Latin-Regular.ttf", "BIZUDPGothic_400Regular.ttf", "latin"),
    Shipped("NotoSerifJP-Medium.ttf", "NotoSerifJP_500Medium.ttf", "leaflet"),
    Shipped("NotoSerifJP-Bold.ttf", "NotoSerifJP_700Bold.ttf", "leaflet"),
    Shipped("NotoSerifJP-Black.ttf", "NotoSerifJP_900Black.ttf", "leaflet"),
    Shipped("NotoSansJP.ttf", "NotoSansJP[wght].ttf", "fallback"),
    Shipped("NotoSansKR.ttf", "NotoSansKR[wght].ttf", "korean"),
    Shipped("NotoSansSC.ttf", "NotoSansSC[wght].ttf", "chinese"),
)

TWINS = {
    "BIZUDPGothic_400Regular.ttf": "BIZUDGothic_400Regular.ttf",
    "BIZUDPGothic_700Bold.ttf": "BIZUDGothic_700Bold.ttf",
}
"""The proportional faces, and the face of the same weight that lends them their kanji."""

FEATURES = (
    ("ccmp", "locl", "mark", "mkmk")  # needed for right letters
    + ("kern", "palt", "halt")  # horizontal spacing
    + ("vert", "vrt2", "vkrn", "vpal", "vhal")  # vertical setting
)

UNITS_PER_EM = 1000

DROPPED_TABLES = ("BASE", "DSIG", "gasp", "meta")

BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B (Portuguese, Vietnamese)
    (0x0250, 0x036F),  # phonetic letters, modifiers, combining marks
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional (Vietnamese)
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x218F),  # superscripts, currency, letterlike, number forms
    (0x2190, 0x23FF),  # arrows, mathematical, technical
    (0x2460, 0x27BF),  # enclosed, box drawing, geometric, symbols, dingbats
    (0x2900, 0x297F),  # arrows
    (0x2B00, 0x2BFF),  # arrows and symbols
    (0x3000, 0x30FF),  # CJK punctuation, kana
    (0x31F0, 0x33FF),  # small katakana, enclosed and squared
    (0xFB00, 0xFB06),  # ligatures typed as characters
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFE30, 0xFE4F),  # vertical forms
    (0xFF00, 0xFFEF),  # full width, half width
    (0x1F100, 0x1F2FF),  # enclosed letters and ideographs
    (0xE0100, 0xE01EF),  # selectors of ideographic variation sequences
)

LATIN = ((0x0020, 0x007E), (0x00C0, 0x00D6), (0x00D8, 0x00F6), (0x00F8, 0x024F))
"""Letters, figures and the marks among them: the Latin half of a composite font (合成フォント)."""

HANGUL = ((0x3131, 0x318E), (0xAC00, 0xD7A3))

IDEOGRAPHS = (
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def blocks(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The code points of the ranges, both ends included."""
    return set(chain.from_iterable(range(first, last + 1) for first, last in ranges))


def decodable(codec: str) -> set[int]:
    """Every code point above ASCII that the codec can write."""
    found = set()
    for code_point in chain(range(0x80, 0xD800), range(0xE000, 0x10000), range(0x20000, 0x30000)):
        try:
            chr(code_point).encode(codec)
        except UnicodeEncodeError:
            continue
        found.add(code_point)
    return found


def leaflet_set() -> set[int]:
    """JIS X 0208, CP932 and JIS X 0213 with Latin, symbols and variation selectors."""
    return blocks(BLOCKS) | decodable("cp932") | decodable("shift_jis_2004")


def korean_set() -> set[int]:
    """Hangul of KS X 1001: 2,350 syllables and the letters by themselves; no hanja.

    The codec also writes the other 8,822 syllables, letter by letter in eight bytes.
    """
    hangul = decodable("euc_kr") & blocks(HANGUL)
    return {0x20} | {point for point in hangul if len(chr(point).encode("euc_kr")) == 2}


def chinese_set() -> set[int]:
    """The 6,763 ideographs of GB 2312 and the marks set among them; no letters."""
    marks = blocks(((0x0020, 0x0020), (0x2010, 0x2027), (0x3000, 0x3020), (0xFF01, 0xFF0F)))
    marks |= blocks(((0xFF1A, 0xFF1F),))
    return decodable("gb2312") & (blocks(IDEOGRAPHS) | marks) | {0x20}


def outline(font: hb.Font, code_point: int) -> tuple[object, ...]:
    """Advance and outline of a character's glyph: what is drawn of it."""
    strokes: list[tuple[object, ...]] = []

    def note(kind: str) -> object:
        return lambda *at: strokes.append((kind, *at[:-1]))

    pen = hb.DrawFuncs()
    pen.set_move_to_func(note("M"))
    pen.set_line_to_func(note("L"))
    pen.set_quadratic_to_func(note("Q"))
    pen.set_cubic_to_func(note("C"))
    gid = font.get_nominal_glyph(code_point)
    font.draw_glyph(gid, pen, None)
    return (font.get_glyph_h_advance(gid), *strokes)


def differing(proportional: hb.Face, twin: hb.Face) -> set[int]:
    """The code points that the two faces draw differently, or that only the first one has."""
    mine, other = hb.Font(proportional), hb.Font(twin)
    shared = set(twin.unicodes)
    return {
        code_point
        for code_point in proportional.unicodes
        if code_point not in shared or outline(mine, code_point) != outline(other, code_point)
    }


def proportional_set(proportional: hb.Face, twin: hb.Face) -> set[int]:
    """All that is not kanji, having made sure that the kanji are the twin's.

    Letters that happen to be alike stay too, so that no word is divided between two faces.
    """
    ideographs = blocks(IDEOGRAPHS)
    strays = differing(proportional, twin) & ideographs
    if strays:
        raise SystemExit(f"kanji differ from the twin's: {''.join(map(chr, sorted(strays)))}")
    return leaflet_set() - ideographs


def tag(name: str) -> int:
    """A table's or feature's tag as HarfBuzz's sets hold it."""
    return int.from_bytes(name.encode("ascii"), "big")


def subset(face: hb.Face, code_points: set[int]) -> bytes:
    """The font cut to the code points, unhinted, with the features we use and all its names."""
    request = hb.SubsetInput()
    request.unicode_set.update(code_points & (set(face.unicodes) | blocks(BLOCKS)))
    request.layout_feature_tag_set.clear()
    request.layout_feature_tag_set.update(map(tag, FEATURES))
    request.drop_table_tag_set.update(map(tag, DROPPED_TABLES))
    request.name_id_set.add_range(0, 0x7FFF)
    request.name_lang_id_set.add_range(0, 0xFFFF)
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(request.subset(face).blob.data)


def rescaled(data: bytes) -> bytes:
    """The font on an em of 1000 units, as PDF's widths and CFF outlines are.

    Drawn on 2048 units, BIZ costs a tenth more in every leaflet for steps of 2 µm at 9.5 pt.
    """
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    if font["head"].unitsPerEm == UNITS_PER_EM:
        return data
    scale_upem(font, UNITS_PER_EM)
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def renamed(data: bytes, name: str) -> bytes:
    """The font under a PostScript and full name of its own: it is a part of another."""
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    for record in font["name"].names:
        if record.nameID in (4, 6):
            record.string = name
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def open_face(path: Path) -> hb.Face:
    """The first face of the file."""
    return hb.Face(hb.Blob.from_file_path(str(path)))


def find(name: str, folders: list[Path]) -> Path:
    """The source file of that name, anywhere under the folders."""
    for folder in folders:
        for path in folder.rglob("*.ttf"):
            if path.name == name:
                return path
    raise SystemExit(f"{name}: not found under {', '.join(map(str, folders))}")


def code_points_for(shipped: Shipped, face: hb.Face, folders: list[Path]) -> set[int]:
    """The characters that the shipped file keeps."""
    if shipped.cut == "proportional":
        return proportional_set(face, open_face(find(TWINS[shipped.source], folders)))
    if shipped.cut == "latin":
        return blocks(LATIN)
    if shipped.cut == "korean":
        return korean_set()
    if shipped.cut == "chinese":
        return chinese_set()
    if shipped.cut == "fallback":
        return leaflet_set() | (set(face.unicodes) & blocks(IDEOGRAPHS))
    return leaflet_set()


def main(arguments: list[str]) -> None:
    """Write every file of ``SOURCES`` beside this script."""
    parser = argparse.ArgumentParser(description="Make the shipped font files.")
    parser.add_argument("--sources", nargs="+", type=Path, required=True)
    folders = parser.parse_args(arguments).sources
    for shipped in SOURCES:
        face = open_face(find(shipped.source, folders))
        data = rescaled(subset(face, code_points_for(shipped, face, folders)))
        if shipped.cut == "latin":
            data = renamed(data, shipped.file.removesuffix(".ttf"))
        (HERE / shipped.file).write_bytes(data)
        print(f"{shipped.file}: {len(data):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
