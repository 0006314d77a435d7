"""What lies in a page's resources and in its groups, used or not; and the page's bleed."""

from layout.preflight.colour import read_space
from layout.preflight.content import Interpreter
from layout.preflight.file import File
from layout.preflight.fonts import Font
from layout.preflight.geometry import MM
from layout.preflight.ledger import Ledger
from layout.preflight.offences import offence
from layout.preflight.pages import SLACK, Page
from layout.preflight.painting import Painting
from layout.preflight.typefaces import judge_font
from layout.preflight.values import Object, Stream
from layout.problems import WARNING

DEEPEST = 12


def judge_unused(
    file: File, ledger: Ledger, page: Page, painting: Painting, interpreter: Interpreter
) -> None:
    """The rules on what a page has at hand, after its content has been run."""
    resources = file.get(page.entries, "Resources")
    _resources(file, ledger, resources, painting, interpreter, set(), 0)
    _page_group(file, ledger, page, painting)
    _bleed(ledger, page, painting)


def _resources(
    file: File,
    ledger: Ledger,
    resources: Object,
    painting: Painting,
    interpreter: Interpreter,
    seen: set[int],
    depth: int,
) -> None:
    if depth > DEEPEST or not isinstance(resources, dict) or id(resources) in seen:
        return
    seen.add(id(resources))
    for value in file.dictionary(resources.get("Font")).values():
        entries = file.resolve(value)
        if isinstance(entries, dict) and id(entries) not in interpreter.fonts:
            judge_font(file, ledger, Font(entries, file))
    for value in file.dictionary(resources.get("ExtGState")).values():
        entries = file.resolve(value)
        if isinstance(entries, dict):
            painting.judge_state(entries, None, WARNING)
    for value in file.dictionary(resources.get("XObject")).values():
        entry = file.resolve(value)
        if not isinstance(entry, Stream) or id(entry) in seen:
            continue
        seen.add(id(entry))
        if file.get(entry, "Subtype") != "Image":
            painting.judge_foreign(entry.entries, None)
            inner = file.get(entry, "Resources")
            _resources(file, ledger, inner, painting, interpreter, seen, depth + 1)


def _page_group(file: File, ledger: Ledger, page: Page, painting: Painting) -> None:
    """T1 and C3 of the page's own transparency group."""
    group = file.get(page.entries, "Group")
    present = isinstance(group, dict) and file.get(group, "S") == "Transparency"
    if present:
        ledger.add("T1.group", "page", what="page")
        space = read_space(group.get("CS"), file, {})
        code, name = offence(space, ledger.standard, painting.intent)
        if code == "C3":
            ledger.add(code, "group", measured=name, space=name, what="group")
    if painting.transparent and not (present and "CS" in group):
        ledger.add("T1.space")


def _bleed(ledger: Ledger, page: Page, painting: Painting) -> None:
    """page.bleed: what runs to the trim runs 3 mm beyond it (a BleedBox within the trim: B2)."""
    limit = painting.limit("page.bleed")
    trim, area = page.boxes.get("TrimBox"), painting.area.printed
    if trim is None or not area.holds(trim, SLACK):
        return
    room = {
        "left": trim.left - area.left,
        "right": area.right - trim.right,
        "bottom": trim.bottom - area.bottom,
        "top": area.top - trim.top,
    }
    for side, reach in painting.area.reach.items():
        found = round(min(reach, room[side]) * MM, 2)
        under = limit.below(found + 0.02)
        if under:
            ledger.add(
                "page.bleed", side, measured=max(found, 0.0), limit=under[1], severity=under[0],
                side=side,
            )  # fmt: skip
