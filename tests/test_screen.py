"""The edition for screens: tags in the order of the document, links, bookmarks, its pages."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pytest

from layout.build import Request, build
from layout.document import Illustration, texts
from layout.editions import EDITIONS
from layout.load import load
from layout.problems import LeafletError
from layout.resources import resource
from tests.pdf.tags import Node, Tagged, told

MYNUMBER = resource("data/mynumber.yaml")
HERE = Path(__file__).parent
STRANGERS = tuple(sorted((HERE / "leaflets").glob("*.yaml")))
VERTICAL = (HERE / "data" / "vertical.yaml", HERE / "data" / "upright.yaml")


@cache
def screen(leaflet: Path, fold: str | None = None, pages: str | None = None) -> Tagged:
    built = build(Request(leaflet, fold=fold, editions=("screen",), pages=pages))
    return Tagged(built.made[0].data)


def bare(text: str) -> str:
    """The text without what a line break or a form adds."""
    return re.sub(r"[\s\u00ad]", "", text)


CASES = [
    *(pytest.param(MYNUMBER, None, pages, id=f"mynumber-{pages}") for pages in ("sheet", "panel")),
    *(pytest.param(MYNUMBER, fold, "sheet", id=fold) for fold in ("a4-z", "a4-cross")),
    *(pytest.param(path, None, "sheet", id=path.stem) for path in (*STRANGERS, *VERTICAL)),
]


@pytest.mark.parametrize(("path", "fold", "pages"), CASES)
def test_the_tree_says_the_document_once_in_its_order(
    path: Path, fold: str | None, pages: str
) -> None:
    tagged = screen(path, fold, pages)
    [made] = build(Request(path, editions=("text",))).made
    assert signless(_with_readings(tagged.document)) == signless(made.data.decode("utf-8"))
    assert len(tagged.read) == len(set(tagged.read)), "content is read twice"
    marked = {(page, mcid) for page, said in tagged.said.items() for mcid in said}
    assert set(tagged.read) == marked, "content that nothing reads"


def signless(text: str) -> str:
    """The text without spaces and the signs by which plain text shows what is a heading, a list,
    a table or a reading; and without pictures, which plain text tells in brackets."""
    text = re.sub(r"^［.*］\r?$", "", text, flags=re.MULTILINE)
    return re.sub(r"[\s■□・()\u00ad]", "", normalize("NFKC", text.replace(" ／ ", "")))


def _with_readings(node: Node) -> str:
    """What a node says, ruby in brackets behind its base."""
    if "ActualText" in node.entries or not any(isinstance(kid, Node) for kid in node.kids):
        return node.text
    said = [kid if isinstance(kid, str) else _with_readings(kid) for kid in node.kids]
    return f"{said[0]}({said[1]})" if node.role == "Ruby" else "".join(said)


def test_nothing_is_said_that_nobody_wrote() -> None:
    """What remains of the tree's text without the author's is the signs of the forms."""
    said = bare(screen(MYNUMBER).document.text)
    leaflet = load(MYNUMBER).leaflet
    written_ = sorted((bare(line) for text in texts(leaflet) for line in text.split("\n")), key=len)
    for line in reversed(written_):
        said = said.replace(line, "", 1) if line else said
    assert not re.sub(r"Q\d|A\.|・|（|）|TEL:|FAX:|〒", "", said)


def test_headings_descend_level_by_level() -> None:
    for path in (MYNUMBER, *STRANGERS):
        found = [node.role for node in screen(path).document.walk()]
        levels = [int(role[1]) for role in found if re.fullmatch(r"H\d", role)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_ruby_stands_with_its_base() -> None:
    found = [
        node
        for node in screen(HERE / "leaflets" / "ruby.yaml").document.walk()
        if node.role == "Ruby"
    ]
    assert found
    for ruby in found:
        base, reading = ruby.kids
        assert (base.role, reading.role) == ("RB", "RT")
        assert base.text
        assert re.fullmatch(r"[\u3040-\u30ffー・\s A-Za-z]+", reading.text)


def test_the_english_line_is_said_to_be_english() -> None:
    [node] = [each for each in screen(MYNUMBER).document.walk() if "Lang" in each.entries]
    assert told(node.entries["Lang"]) == "en"
    assert node.text == "What happens with My Number System"


def test_links_lead_where_they_say() -> None:
    tagged = screen(MYNUMBER)
    targets = []
    for page in tagged.pages:
        for ref in tagged.get(page).get("Annots", []):
            link = tagged.get(ref)
            assert link["Subtype"] == "Link"
            assert link["F"] & 4
            assert told(link["Contents"]).strip()
            left, bottom, right, top = link["Rect"]
            assert left < right
            assert bottom < top
            targets.append(told(link["A"]["URI"]) if "A" in link else "#")
    assert sorted(targets) == ["#", "tel:0358425611"]


def test_bookmarks_are_the_headings_in_order() -> None:
    tagged = screen(MYNUMBER)
    roles = ("H1", "H2", "H3")
    headings = [bare(node.text) for node in tagged.document.walk() if node.role in roles]
    root = tagged.get(tagged.catalog["Outlines"])
    assert [bare(title) for title in _titles(tagged, root)] == headings
    assert root["Count"] == len(headings)


def _titles(tagged: Tagged, parent: dict[str, object]) -> Iterator[str]:
    ref = parent.get("First")
    while ref:
        item = tagged.get(ref)
        yield told(item["Title"])
        yield from _titles(tagged, item)
        ref = item.get("Next")


def test_every_picture_has_its_words_and_its_place() -> None:
    [figure] = [node for node in screen(MYNUMBER).document.walk() if node.role == "Figure"]
    leaflet = load(MYNUMBER).leaflet
    blocks = (*leaflet.body, *leaflet.back)
    [alt] = [block.alt for block in blocks if isinstance(block, Illustration)]
    assert told(figure.entries["Alt"]) == alt
    left, bottom, right, top = figure.entries["A"]["BBox"]
    assert right - left > 100
    assert top - bottom > 50


def test_a_picture_without_words_is_a_problem_with_its_line(tmp_path: Path) -> None:
    text, drawn = MYNUMBER.read_text("utf-8"), tmp_path / "drawn.yaml"
    drawn.write_text(re.sub(r"^ +alt: .*\n", "", text, flags=re.MULTILINE), "utf-8")
    built = build(Request(drawn, editions=("screen",)))
    [found] = [each for each in built.problems if each.code == "picture-without-alt"]
    assert "illustration" in drawn.read_text("utf-8").splitlines()[found.source.line - 1]


def test_panels_are_pages_in_the_order_of_reading() -> None:
    built = build(Request(MYNUMBER, editions=("screen",), pages="panel"))
    [made] = built.made
    assert made.pages == len(built.scheme.slots)
    tagged = Tagged(made.data)
    read = [tagged.pages.index(page) for page, _ in tagged.read]
    assert read == sorted(read)


def test_a_paragraph_over_several_panels_is_one_element(tmp_path: Path) -> None:
    text = "".join(f"これは{number}番目の文です。" for number in range(200))
    path = tmp_path / "one.yaml"
    head = "id: one\nissued: 2025-01-01\ncover: {title: 題}\n"
    path.write_text(f"{head}body: [{{section: {{text: {text}}}}}]\n", "utf-8")
    tagged = screen(path, "a4-roll", "panel")
    [element] = [node for node in tagged.document.walk() if node.role == "P"]
    assert bare(element.text) == text
    assert len({page for page, _ in tagged.read}) > 2


@pytest.mark.parametrize(
    ("editions", "pages", "code"),
    [
        (("screen",), "book", "pages-unknown"),
        (("press",), "panel", "pages-not-for-screen"),
    ],
)
def test_pages_that_cannot_be(editions: tuple[str, ...], pages: str, code: str) -> None:
    with pytest.raises(LeafletError) as raised:
        build(Request(MYNUMBER, editions=editions, pages=pages))
    assert [each.code for each in raised.value.problems] == [code]
    assert raised.value.exit_code == 2


def test_only_files_that_are_one_document_are_tagged() -> None:
    assert [edition.id for edition in EDITIONS.values() if not edition.combines] == ["screen"]


def test_texts_that_are_alike_are_told_apart(tmp_path: Path) -> None:
    """Lines are found in the document by what they say: here all of them say the same."""
    path = tmp_path / "twins.yaml"
    path.write_text(TWINS, "utf-8")
    screened, told_ = build(Request(path, editions=("screen", "text"))).made
    said = signless(_with_readings(Tagged(screened.data).document))
    assert said == signless(told_.data.decode("utf-8"))


TWINS = """
id: twins
issued: 2025-01-01
notation: true
cover: {calls: [同じ, 同じ], title: 同じ, subtitle: 同じ, introduction: 同じ}
body:
  - question: {ask: 同じ, answer: "同じ\\n同じ。\\n同じ"}
  - question: {ask: 同じ, answer: 同じ}
  - list: {heading: 同じ, numbered: true, items: ["1", "2", "1", 同じ, "10", 同じ同じ]}
  - table: {heading: "1", columns: ["1", "2"], rows: [["1", "1"], ["2", 同じ]]}
  - incidents:
      heading: 同じ
      items:
        - {date: 2020年, organisation: 同じ, kind: 同じ, count: 1件, description: 同じ}
        - {date: 2020年, organisation: 同じ, kind: 同じ, count: 1件, description: "同じ\\n1件"}
        - {date: 2020年, organisation: 同じ, count: 2件}
  - section: {heading: 同じ, text: "{同|おな}じ{同|おな}じ{憲法|けん|ぽう}{en:the same}"}
  - statement: {heading: A, text: "A. TEL: FAX:"}
  - key-figure: {value: 67%, label: 67%, note: 67%}
  - countries: {groups: [{verdict: 同じ, countries: [{name: 同じ}, {name: 同じ, note: 同じ}]}]}
back:
  - contact: {name: 同じ, heading: 同じ, tel: 03-1234-5678, fax: 03-1234-5678, note: 03-1234-5678}
"""
