"""The rules on pages: boxes, what hangs on them, and the paper they are for."""

from collections.abc import Iterator
from typing import NamedTuple

from layout.preflight.file import File
from layout.preflight.geometry import MM, Box
from layout.preflight.ledger import Ledger
from layout.preflight.standards import KONBINI_PAPERS, PAPERS
from layout.preflight.tags import judge_link
from layout.preflight.values import Object, Stream, number

MOST_PAGES = 10_000
SLACK = 0.02
"""Points by which boxes may overlap without anybody seeing it."""

_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")


class Page(NamedTuple):
    """A page with what it inherits, and its boxes in points."""

    entries: dict[str, Object]
    boxes: dict[str, Box]

    @property
    def media(self) -> Box:
        return self.boxes.get("MediaBox", Box(0, 0, 612, 792))


def pages_of(file: File) -> Iterator[Page]:
    """The pages in order; circles in the tree are not followed."""
    catalog = file.dictionary(file.trailer.get("Root"))
    waiting: list[tuple[Object, dict[str, Object]]] = [(file.get(catalog, "Pages"), {})]
    seen: set[int] = set()
    count = 0
    while waiting and count < MOST_PAGES:
        node, inherited = waiting.pop(0)
        if not isinstance(node, dict) or id(node) in seen:
            continue
        seen.add(id(node))
        passed = inherited | {key: node[key] for key in _INHERITED if key in node}
        kids = file.array(node.get("Kids"))
        if "Kids" in node and node.get("Type") != "Page":
            waiting[:0] = [(kid, passed) for kid in kids]
        else:
            count += 1
            entries = passed | node
            yield Page(entries, _boxes(file, entries))


def _boxes(file: File, entries: dict[str, Object]) -> dict[str, Box]:
    unit = number(file.get(entries, "UserUnit"), 1.0)
    boxes = {}
    for key in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"):
        edges = [unit * number(edge) for edge in file.array(entries.get(key))]
        if len(edges) == 4:
            left, right = sorted(edges[::2])
            bottom, top = sorted(edges[1::2])
            boxes[key] = Box(left, bottom, right, top)
    return boxes


def judge_page(file: File, ledger: Ledger, page: Page) -> None:
    """B1–B4, A1, A2 and the paper's rules on one page; its content is judged elsewhere."""
    _boxes_agree(ledger, page)
    entries = page.entries
    if number(file.get(entries, "UserUnit"), 1.0) != 1:
        ledger.add("B4", "UserUnit", measured="UserUnit")
    if "SeparationInfo" in entries:
        ledger.add("B4", "SeparationInfo", measured="SeparationInfo")
    if number(file.get(entries, "Rotate")) % 360:
        ledger.add("page.rotate", measured=number(file.get(entries, "Rotate")), limit=0)
    if "AA" in entries:
        ledger.add("A2", "page AA", what="AA")
    for annotation in file.array(entries.get("Annots")):
        _annotation(file, ledger, page, annotation)
        judge_link(file, ledger, annotation)
    _paper(ledger, page)


def _boxes_agree(ledger: Ledger, page: Page) -> None:
    boxes, media = page.boxes, page.media
    trims = [key for key in ("TrimBox", "ArtBox") if key in boxes]
    if len(trims) != 1:
        ledger.add("B1", measured=" + ".join(trims) or "-", limit="TrimBox")
    order = [("MediaBox", media)]
    order += [(key, boxes[key]) for key in ("BleedBox", "TrimBox", "ArtBox") if key in boxes]
    for (outer, around), (inner, box) in zip(order, order[1:], strict=False):
        if outer == "TrimBox":
            continue
        if not around.holds(box, SLACK):
            ledger.add("B2", inner, box=box, measured=inner, limit=outer)
    crop = boxes.get("CropBox")
    for key in ("BleedBox", "TrimBox", "ArtBox"):
        if crop is not None and key in boxes and not crop.holds(boxes[key], SLACK):
            ledger.add("B2.crop", key, box=crop, measured=key)


def _annotation(file: File, ledger: Ledger, page: Page, annotation: Object) -> None:
    """A1: nothing may hang within the bleed; A2: nor start anything anywhere."""
    if not isinstance(annotation, dict):
        return
    kind = str(file.get(annotation, "Subtype") or "?")
    if kind == "TrapNet":
        return
    edges = [number(edge) for edge in file.array(annotation.get("Rect"))]
    box = Box(0, 0, 0, 0)
    if len(edges) == 4:
        left, right = sorted(edges[::2])
        bottom, top = sorted(edges[1::2])
        box = Box(left, bottom, right, top)
    boxes = page.boxes
    trim = boxes.get("TrimBox") or boxes.get("ArtBox")
    area = boxes.get("BleedBox") or trim or page.media
    if kind == "PrinterMark" and trim is not None and "1a" not in ledger.standard.groups:
        area = trim
    shared = box.common(area)
    if shared is not None and (shared.width > SLACK or shared.height > SLACK or box.width == 0):
        ledger.add("A1", kind, box=box, kind=kind)
    elif "A" in annotation or "AA" in annotation:
        ledger.add("A2", kind, box=box, what=kind)


def _paper(ledger: Ledger, page: Page) -> None:
    """paper.*: the page is the sheet that the copier holds, and nothing else."""
    boxes, media = page.boxes, page.media
    for key in ("CropBox", "BleedBox", "TrimBox"):
        box = boxes.get(key)
        if box is not None and not (box.holds(media, SLACK) and media.holds(box, SLACK)):
            ledger.add("paper.boxes", key, box=box, measured=key, limit="MediaBox")
    short, long = sorted((media.width * MM, media.height * MM))
    names = KONBINI_PAPERS if ledger.standard.id == "konbini" else tuple(PAPERS)
    for name in names:
        width, height = PAPERS[name]
        if abs(short - width) <= 1 and abs(long - height) <= 1:
            return
    ledger.add("paper.size", measured=f"{short:.1f} × {long:.1f} mm", limit=" ".join(names))


def judge_sheet(file: File, ledger: Ledger, sheet: tuple[float, float], sides: int = 2) -> None:
    """page.count and page.size: a folded sheet has two pages of the size of its fold."""
    pages = list(pages_of(file))
    ledger.page = None
    if len(pages) != sides:
        ledger.add("page.count", measured=len(pages), limit=sides)
    for number_, page in enumerate(pages, 1):
        ledger.page = number_
        trim = page.boxes.get("TrimBox") or page.media
        size = (trim.width * MM, trim.height * MM)
        if max(abs(size[0] - sheet[0]), abs(size[1] - sheet[1])) > 0.5:
            told, wanted = (f"{width:.1f} × {height:.1f} mm" for width, height in (size, sheet))
            ledger.add("page.size", measured=told, limit=wanted)
    ledger.page = None


def content_of(file: File, page: Page) -> bytes:
    """A page's content streams as one (raises MalformedError, TooLargeError)."""
    value = file.resolve(page.entries.get("Contents"))
    streams = [file.resolve(item) for item in value] if isinstance(value, list) else [value]
    return b"\n".join(file.content(stream) for stream in streams if isinstance(stream, Stream))
