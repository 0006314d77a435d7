"""The pictures of the designers' guide, drawn from what the program itself makes.

``python docs/make_pictures.py`` writes them anew into ``docs/pictures`` (needs pypdfium2).
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from layout.artwork.library import read_artwork  # noqa: E402
from layout.build import Built, Request, build, info_of, schemes  # noqa: E402
from layout.copyfit import text_area  # noqa: E402
from layout.document import Question  # noqa: E402
from layout.editions import EDITIONS  # noqa: E402
from layout.folds import Scheme, Slot  # noqa: E402
from layout.forms.drawing import contained  # noqa: E402
from layout.frame import Panel  # noqa: E402
from layout.geometry import Pt, Rect  # noqa: E402
from layout.load import load, load_theme  # noqa: E402
from layout.pdf import write  # noqa: E402
from layout.proof import notes  # noqa: E402
from layout.sheets import impose  # noqa: E402
from layout.text.fonts import Fonts  # noqa: E402
from layout.themes import FILE, shipped_themes  # noqa: E402

SAMPLE = ROOT / "data" / "mynumber.yaml"
KINDS = ROOT / "tests" / "leaflets" / "allkinds.yaml"
THEMES = ("calm", "bold", "editorial")
RED, BLUE, GROUND = (200, 40, 20), (20, 90, 170), (236, 236, 232)
_FACE = str(ROOT / "fonts" / "BIZUDGothic-Bold.ttf")
_DPI = 200
_FINE = 4
"""How many times larger a picture is drawn than it is shown."""


def main() -> None:
    assert set(THEMES) == set(shipped_themes())
    folder = HERE / "pictures"
    folder.mkdir(exist_ok=True)
    samples = {name: build(Request(SAMPLE, editions=("screen",), theme=name)) for name in THEMES}
    every = build(Request(KINDS, "a3-half", ("screen",)))
    pictures = {
        "themes": themes(samples),
        "roles": roles(),
        "units": units(samples["calm"]),
        "question": question(samples["calm"]),
        "kinds": kinds(every),
    }
    for name, picture in pictures.items():
        flat = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
        flat.save(folder / f"{name}.png", optimize=True)


def page_of(built: Built, side: int, dpi: float) -> Image.Image:
    """A side of the sheet, as it is trimmed."""
    document = pypdfium2.PdfDocument(built.made[0].data)
    return document[side].render(scale=dpi / 72).to_pil()


def panel_of(built: Built, number: int, dpi: float) -> Image.Image:
    """A panel, by its number in the order of reading."""
    slot = slot_of(built.scheme, number)
    side = sorted({each.side for each in built.scheme.slots}, reverse=True).index(slot.side)
    page, scale = page_of(built, side, dpi), dpi / 72
    box = (slot.x, slot.y, slot.x + slot.width, slot.y + slot.height)
    return page.crop(tuple(round(part * scale) for part in box))


def slot_of(scheme: Scheme, number: int) -> Slot:
    return next(slot for slot in scheme.slots if slot.number == number)


def smaller(picture: Image.Image) -> Image.Image:
    size = (picture.width // _FINE, picture.height // _FINE)
    return picture.resize(size, Image.Resampling.LANCZOS)


def in_a_row(pictures: Sequence[Image.Image], gaps: Sequence[int], rim: int = 12) -> Image.Image:
    """Pictures side by side on a ground of their own; ``gaps`` in pixels."""
    wide = sum(picture.width for picture in pictures) + sum(gaps) + 2 * rim
    scene = Image.new("RGB", (wide, max(p.height for p in pictures) + 2 * rim), GROUND)
    left = rim
    for picture, gap in zip(pictures, (*gaps, 0), strict=True):
        scene.paste(picture, (left, rim))
        left += picture.width + gap
    return scene


def themes(samples: dict[str, Built]) -> Image.Image:
    """Cover and first inner panel in every theme."""
    dpi = 40 * _FINE
    shown = [
        smaller(panel_of(built, number, dpi)) for built in samples.values() for number in (1, 3)
    ]
    return in_a_row(shown, [4, 16, 4, 16, 4])


def roles() -> Image.Image:
    """One drawing in the inks of every theme."""
    return in_a_row([smaller(drawn(name)) for name in THEMES], [12, 12])


def drawn(theme_name: str) -> Image.Image:
    theme = load_theme(ROOT / "data" / "themes" / theme_name / FILE)
    leaflet, fonts = load(SAMPLE).leaflet, Fonts(ROOT / "fonts")
    drawing = read_artwork(leaflet, theme, SAMPLE.parent).found["leak"]
    scheme = schemes()["a4-roll"]
    box = Rect(Pt(20), Pt(20), Pt(160), Pt(160))
    panels = [
        Panel(
            slot.number,
            slot.role,
            slot.width,
            slot.height,
            None,
            (),
            (contained(drawing, box),) if slot.number == 1 else (),
        )
        for slot in scheme.slots
    ]
    sides = impose(panels, scheme, EDITIONS["office"], {})
    data = write(sides, EDITIONS["office"], info_of(leaflet, None), fonts)
    cover, scale = slot_of(scheme, 1), 72 * _FINE / 72
    number = next(index for index, side in enumerate(sides) if side.name == cover.side)
    page = pypdfium2.PdfDocument(data)[number].render(scale=scale).to_pil()
    left, top = round(cover.x * scale), round(cover.y * scale)
    return page.crop((left, top, left + round(200 * scale), top + round(200 * scale)))


def labelled(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FACE, size)


def units(built: Built) -> Image.Image:
    """The grid over the head of a panel: ems across, line feeds down."""
    number, dpi = 3, _DPI
    work, scale = built.works[0], dpi / 72
    room = next(iter(work.rooms.values()))
    slot = slot_of(built.scheme, number)
    area = text_area(built.scheme, work.theme.rhythm)
    left, top = _corner(work.panels, number, area.top)
    page = panel_of(built, number, dpi).convert("RGB")
    across, down = room.unit * scale, room.step * scale
    x, y = left * scale, top * scale
    columns, rows = round(room.width / room.unit), 13
    lines = Image.new("RGBA", page.size)
    pen = ImageDraw.Draw(lines)
    for row in range(rows + 1):
        pen.line([(x, y + row * down), (x + columns * across, y + row * down)], (*BLUE, 120), 1)
    for column in range(columns + 1):
        pen.line([(x + column * across, y), (x + column * across, y + rows * down)], (*RED, 90), 1)
    page.paste(lines, mask=lines)
    pen = ImageDraw.Draw(page)
    _measure(pen, (x, y - 10), (x + across, y - 10), "1字", RED)
    _measure(pen, (x - 8, y), (x - 8, y + down), "1行", BLUE)
    foot = round(y + rows * down + 8)
    return page.crop((0, max(0, round(y) - 46), round(slot.width * scale), foot))


def _corner(panels: Sequence[Panel], number: int, end: float) -> tuple[float, float]:
    panel = next(panel for panel in panels if panel.number == number)
    return min(note.x for note in notes(panel)), end


def _measure(
    pen: ImageDraw.ImageDraw,
    start: tuple[float, float],
    end: tuple[float, float],
    words: str,
    ink: tuple[int, int, int],
) -> None:
    """A thick line as long as what is measured, and its name."""
    pen.line([start, end], ink, 4)
    level = start[1] == end[1]
    at = (end[0] + 8, end[1] - 20) if level else (start[0] - 44, (start[1] + end[1]) / 2 - 9)
    pen.text(at, words, ink, labelled(18))


def question(built: Built) -> Image.Image:
    """A question with its parts numbered."""
    number = 2
    panel = panel_of(built, number, _DPI).convert("RGB")
    asked = next(block for block in load(SAMPLE).leaflet.body if isinstance(block, Question))
    ask, answer = str(asked.ask), str(asked.answer)
    rest = answer[answer.index("。") + 1 :].strip()
    find = Finder(built, number)
    sign, head, mark = find("Q1"), find(ask[:1]), find("A.")
    lead, text = find(answer[:3]), find(rest[:3])
    feed = next(iter(built.works[0].rooms.values())).step * _DPI / 72
    top, foot = sign.top - 0.9 * feed, text.foot + 3.2 * feed
    rim = 40
    scene = Image.new("RGB", (panel.width + 2 * rim, round(foot - top) + rim), GROUND)
    scene.paste(panel.crop((0, round(top), panel.width, round(foot))), (rim, rim))
    pen = ImageDraw.Draw(scene)
    over = ((sign.left + sign.right) / 2, (sign.right + head.left) / 2 + 6, head.left + 30)
    for words, x, below in zip("①②③", over, (0.0, 0.8, 0.0), strict=True):
        end = sign.top - top + rim + below * feed - 4
        _pointed(pen, words, (x + rim, 20), (x + rim, end))
    lines = (mark.middle, (lead.middle + text.middle) / 2, text.middle)
    for words, y, x in zip("④⑤⑥", lines, (mark.left, text.left, text.left), strict=True):
        _pointed(pen, words, (20, y - top + rim), (rim + x - 5, y - top + rim))
    return scene


class Finder:
    """Finds characters of a panel, in pixels from its top left corner."""

    def __init__(self, built: Built, number: int) -> None:
        self.slot = slot_of(built.scheme, number)
        self.height, self.scale = built.scheme.height, _DPI / 72
        document = pypdfium2.PdfDocument(built.made[0].data)
        side = sorted({each.side for each in built.scheme.slots}, reverse=True).index(
            self.slot.side
        )
        self.text = document[side].get_textpage()

    def __call__(self, words: str) -> "Box":
        search = self.text.search(words)
        while found := search.get_next():
            left, bottom, right, top = self.text.get_charbox(found[0] + found[1] - 1)
            first = self.text.get_charbox(found[0])[0]
            if self.slot.x <= first < self.slot.x + self.slot.width:
                edges = (first - self.slot.x, self.height - top, right - self.slot.x)
                return Box(*(edge * self.scale for edge in (*edges, self.height - bottom)))
        raise LookupError(words)


class Box(NamedTuple):
    left: float
    top: float
    right: float
    foot: float

    @property
    def middle(self) -> float:
        return (self.top + self.foot) / 2


def _pointed(
    pen: ImageDraw.ImageDraw, words: str, at: tuple[float, float], end: tuple[float, float]
) -> None:
    """A number in a circle, and a line to what it stands for."""
    pen.line([at, end], RED, 2)
    pen.ellipse((at[0] - 14, at[1] - 14, at[0] + 14, at[1] + 14), RED)
    digit = str("①②③④⑤⑥".index(words) + 1)
    pen.text(at, digit, (255, 255, 255), labelled(18), anchor="mm")


def kinds(built: Built) -> Image.Image:
    """The panels inside and behind a leaflet with a block of every kind, each with its name."""
    dpi, face = 49 * 2, labelled(14)
    shown = []
    for panel in built.works[0].panels[1:]:
        picture = panel_of(built, panel.number, dpi).convert("RGB")
        for note in notes(panel):
            words = note.block.split(" ")[0]
            label = Image.new("RGB", (round(face.getlength(words)) + 10, 20), RED)
            ImageDraw.Draw(label).text((5, 10), words, (255, 255, 255), face, anchor="lm")
            label = label.rotate(90, expand=True)
            x, y = note.x * dpi / 72 - 26, (note.y - 10) * dpi / 72
            picture.paste(label, (round(x), round(y)))
        shown.append(picture.resize((picture.width // 2, picture.height // 2), 1))
    return in_a_row(shown, [6] * (len(shown) - 1))


if __name__ == "__main__":
    main()
