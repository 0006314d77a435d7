"""The walls of the house, read off the syntax trees: who may import whom, and who may not.

Rooms stand in the order of the road a leaflet takes.  A module imports only rooms above its
own; within a room no import goes round in a circle.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

from layout.messages import PLACE, argument_names, catalogue, rooms
from layout.messages.message import Message

ROOT = Path(__file__).resolve().parent.parent

ROOMS = (
    "layout.values",
    "layout.geometry",
    "layout.problems",
    "layout.resources",
    "layout.document",
    "layout.questions",
    "layout.hygiene",
    "layout.fields",
    "layout.examples",
    "layout.schema",
    "layout.start",
    "layout.themekeys",
    "layout.guide",
    "layout.generated",
    "layout.notation",
    "layout.placeholders",
    "layout.shorten",
    "layout.frame",
    "layout.qr",
    "layout.weblinks",
    "layout.structure",
    "layout.tones",
    "layout.sight",
    "layout.pictures",
    "layout.raster",
    "layout.nodes",
    "layout.folding",
    "layout.standards",
    "layout.profiles",
    "layout.folds",
    "layout.booklet",
    "layout.editions",
    "layout.nearby",
    "layout.images",
    "layout.template",
    "layout.theme",
    "layout.load",
    "layout.themes",
    "layout.themecheck",
    "layout.text",
    "layout.artwork",
    "layout.marked",
    "layout.galley",
    "layout.columns",
    "layout.room",
    "layout.forms",
    "layout.blocks",
    "layout.copyfit",
    "layout.drafts",
    "layout.fitting",
    "layout.remedies",
    "layout.looseness",
    "layout.zones",
    "layout.panels",
    "layout.breaks",
    "layout.scripts",
    "layout.characters",
    "layout.bounds",
    "layout.legibility",
    "layout.captions",
    "layout.largeprint",
    "layout.marks",
    "layout.sheets",
    "layout.plates",
    "layout.overprinting",
    "layout.printing",
    "layout.outlined",
    "layout.dummy",
    "layout.proof",
    "layout.pdf",
    "layout.preflight",
    "layout.judging",
    "layout.reading",
    "layout.tagging",
    "layout.preview",
    "layout.mockup",
    "layout.outputs",
    "layout.contacts",
    "layout.messages",
    "layout.report",
    "layout.build",
    "layout.jobs",
    "layout.jobsheet",
    "layout.verdict",
    "layout.handover",
    "layout.roster",
    "layout.variants",
    "layout.batch",
    "layout.arguments",
    "make_leaflet",
)

DOORS = {
    "yaml": ("layout.nodes",),
    "reportlab": ("layout.pdf",),
    "uharfbuzz": ("layout.text",),
    "fontTools": ("layout.text",),
    "budoux": ("layout.text",),
    "pyphen": ("layout.text",),
    "pypdfium2": ("layout.preview",),
    "PIL": ("layout.images", "layout.preflight", "layout.mockup"),
    "pypdf": ("layout.preflight",),
    "xml": ("layout.artwork", "layout.contacts"),
}
"""Packages of others, and the only rooms that know them."""

WALLS = (
    ("layout.pdf", "layout.document"),
    ("layout.pdf", "layout.blocks"),
    ("layout.pdf", "layout.panels"),
    ("layout.preflight", "layout.pdf"),
    ("layout.reading", "layout.text"),
    ("layout.reading", "layout.pdf"),
    ("layout.reading", "layout.panels"),
    ("layout.reading", "layout.folds"),
    ("layout.tagging", "layout.blocks"),
    ("layout.tagging", "layout.pdf"),
    ("layout.tagging", "layout.text"),
    ("layout.blocks", "layout.folds"),
    ("layout.forms", "layout.document"),
    ("layout.forms", "layout.folds"),
    ("layout.panels", "layout.sheets"),
    ("layout.sheets", "layout.document"),
    ("layout.sheets", "layout.text"),
    ("layout.folds", "layout.document"),
    ("layout.theme", "layout.text"),
    ("layout.document", "layout.theme"),
    ("layout.text", "layout.document"),
    ("layout.text.linebreak", "layout.text.jlreq"),
    ("layout.text.linebreak", "layout.text.fonts"),
    ("layout.text.linebreak", "layout.theme"),
)
"""Who must not import whom, besides the order of rooms."""

LATE = (
    "fontTools",
    "pypdf",
    "budoux",
    "pyphen",
    "pypdfium2",
    "argparse",
    "dataclasses",
    "json",
    "yaml.loader",
    "PIL.Image",
    "layout.images",
    "layout.artwork",
    "layout.profiles",
    "layout.themecheck",
    "layout.themekeys",
    "layout.reading",
    "layout.qr",
    "layout.tagging",
    "layout.pdf.screen",
)
"""What a plain build never pays for."""

CLOCKS = ("time", "random", "secrets", "uuid", "tempfile", "locale")


class Module(NamedTuple):
    """A module of the house, by its dotted name."""

    name: str
    tree: ast.Module


def _modules() -> tuple[Module, ...]:
    files = [*sorted((ROOT / "layout").rglob("*.py")), ROOT / "make_leaflet.py"]
    return tuple(
        Module(
            ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"),
            ast.parse(file.read_text(encoding="utf-8")),
        )
        for file in files
    )


MODULES = _modules()
NAMES = frozenset(module.name for module in MODULES)


def imported(module: Module) -> Iterator[str]:
    """The dotted names a module imports, wherever in it."""
    return names_in(module, ast.walk(module.tree))


def imported_when_run(module: Module) -> Iterator[str]:
    """The same without what is imported for type annotations only."""
    only_types = {
        inner
        for node in ast.walk(module.tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    return names_in(module, (node for node in ast.walk(module.tree) if node not in only_types))


def names_in(module: Module, nodes: Iterable[ast.AST]) -> Iterator[str]:
    """What the import statements name; ``from a import b`` is ``a.b`` if that is a module."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name}: imports are written in full"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in NAMES else str(node.module)


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def room_of(name: str) -> int:
    """The place of a module's room in the order."""
    found = [index for index, room in enumerate(ROOMS) if within(name, room)]
    assert found, f"{name} has no place in ROOMS: say where on the road it stands"
    return found[-1]


def test_every_module_imports_only_rooms_above_it() -> None:
    offences = [
        f"{module.name} imports {other}"
        for module in MODULES
        if module.name != "layout"
        for other in imported(module)
        if other in NAMES and other != "layout" and room_of(other) > room_of(module.name)
    ]
    assert not offences


def test_no_import_goes_round_in_a_circle() -> None:
    graph = {
        module.name: {
            other for other in imported_when_run(module) if other in NAMES - {module.name}
        }
        for module in MODULES
    }
    assert list(TopologicalSorter(graph).static_order())


def test_packages_of_others_have_one_door_each() -> None:
    offences = [
        f"{module.name} imports {other}"
        for module in MODULES
        for other in imported(module)
        for package, doors in DOORS.items()
        if within(other, package) and not any(within(module.name, door) for door in doors)
    ]
    assert not offences


@pytest.mark.parametrize(("room", "other"), WALLS)
def test_walls(room: str, other: str) -> None:
    offences = [
        f"{module.name} imports {name}"
        for module in MODULES
        if within(module.name, room)
        for name in imported(module)
        if within(name, other)
    ]
    assert not offences


def test_nothing_reads_the_clock_chance_or_the_environment() -> None:
    """Only the command line looks at the person's environment."""
    offences = [
        f"{module.name}:{node.lineno} {node.attr}"
        for module in MODULES
        if module.name != "make_leaflet"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "today", "utcnow", "environ", "getenv", "getcwd", "cwd")
    ]
    offences += [
        f"{module.name} imports {other}"
        for module in MODULES
        for other in imported(module)
        if other.partition(".")[0] in CLOCKS
    ]
    assert not offences


@pytest.mark.parametrize("statement", ["import layout.build", "import make_leaflet"])
def test_a_build_imports_nothing_it_does_not_need(statement: str) -> None:
    script = f"{statement}\nimport sys\nprint(*[name for name in {LATE} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []


class Use(NamedTuple):
    """A place where a problem is made: its code and argument names (None: not to be seen)."""

    where: str
    code: str
    arguments: frozenset[str] | None


FIELDS = frozenset(("source", "severity", "block", "panel", "mm_over", "lines_over"))


def uses() -> Iterator[Use]:
    """Every call of ``problem`` with its code written out."""
    for module in MODULES:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "problem":
                match node.args:
                    case [ast.Constant(value=str(code)), *_]:
                        names = [keyword.arg for keyword in node.keywords]
                        known = None if None in names else frozenset(map(str, names)) - FIELDS
                        yield Use(f"{module.name}:{node.lineno}", code, known)


def strings() -> frozenset[str]:
    """Every string written in the house outside the catalogue of sentences."""
    return frozenset(
        node.value
        for module in MODULES
        if not within(module.name, "layout.messages")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


CATALOGUE: dict[str, Message] = catalogue()


def test_every_problem_has_its_sentences() -> None:
    assert [use for use in uses() if use.code not in CATALOGUE] == []


def test_every_sentence_has_its_problem() -> None:
    assert sorted(CATALOGUE.keys() - strings()) == []


def test_no_code_is_described_in_two_rooms() -> None:
    codes = [code for _, messages in rooms() for code in messages]
    assert sorted(code for code in set(codes) if codes.count(code) > 1) == []


@pytest.mark.parametrize("use", tuple(uses()), ids=lambda use: f"{use.where}-{use.code}")
def test_a_problem_brings_what_its_sentences_name(use: Use) -> None:
    message = CATALOGUE[use.code]
    wanted = argument_names(message.en) | argument_names(message.hint_en)
    assert use.arguments is None or wanted <= use.arguments | PLACE


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_both_languages_say_the_same(code: str) -> None:
    message = CATALOGUE[code]
    assert re.fullmatch(r"([A-Z][0-9]\.?)?([a-z0-9]+([-.][a-z0-9]+)*)?", code)
    assert argument_names(message.ja) == argument_names(message.en)
    assert argument_names(message.hint_ja) == argument_names(message.hint_en)
    assert bool(message.hint_ja) == bool(message.hint_en)
    assert message.about_ja
    assert message.about_en
    assert re.search(r"[\u3041-\u30ff\u4e00-\u9fff]", message.ja)
    assert message.en.isascii() or not re.search(r"[\u3041-\u30ff]", message.en)
