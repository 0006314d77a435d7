"""The web page: sound HTML, every word once, and no word of an author ever markup."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.document import KINDS, Leaflet, Text
from layout.notation import parse
from layout.reading.page import marked
from tests.leaflet_pdf.words import remainder
from tests.reading.test_plain import GENERATED
from tests.reading.told import LEAFLETS, changed, leaflet_of, page_of, said, same, shown

EVERY_KIND = next(
    path
    for path in LEAFLETS
    if {type(block) for block in (*leaflet_of(path).body, *leaflet_of(path).back)}
    == set(KINDS.values())
)
HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    "&amp; &lt;b&gt; &#x3c;",
    "\"' onmouseover='alert(1)' x=\"",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "]]><!-- <![CDATA[",
    "{{憲法|けんぽう}} {en:<b>}",
    "</address></main></body></html>",
)


def elements(path: Path) -> list[Element]:
    return list(page_of(leaflet_of(path)).iter())


def body_of(leaflet: Leaflet) -> Element:
    found = page_of(leaflet).find("body")
    assert found is not None
    return found


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.stem)
def test_every_string_is_there_once_and_nothing_else(path: Path) -> None:
    leaflet = leaflet_of(path)
    words = [same(word) for _, words in said(leaflet) for word in words]
    missing, left = remainder(same(shown(body_of(leaflet), ("rt", "rp"))), words)
    assert missing == []
    assert GENERATED.sub("", left).strip("|") == ""


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.stem)
def test_headings_go_down_by_one_level_at_a_time_from_one_title(path: Path) -> None:
    levels = [int(each.tag[1]) for each in elements(path) if re.fullmatch("h[1-6]", each.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(next_ <= one + 1 for one, next_ in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.stem)
def test_landmarks_language_and_title(path: Path) -> None:
    page = page_of(leaflet_of(path))
    body = body_of(leaflet_of(path))
    assert page.get("lang") == "ja"
    assert [child.tag for child in body] in (["header", "main"], ["header", "main", "footer"])
    leaflet = leaflet_of(path)
    told = "".join(str(leaflet.title or leaflet.cover.title).split())
    assert "".join((page.findtext("head/title") or "").split()) == told


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.stem)
def test_the_page_asks_for_nothing_and_runs_nothing(path: Path) -> None:
    for element in elements(path):
        assert element.tag not in ("script", "link", "iframe", "object", "embed", "form", "base")
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name in ("href", "src"):
                assert re.match(r"(tel:\+?\d+|mailto:|https?://|#MAIN|data:image/)", value)
    style = page_of(leaflet_of(path)).findtext("head/style") or ""
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.stem)
def test_ids_are_there_once_and_links_within_lead_somewhere(path: Path) -> None:
    ids = [each.get("id") for each in elements(path) if each.get("id")]
    assert len(ids) == len(set(ids))
    targets = [each.get("href", "")[1:] for each in elements(path) if each.tag == "a"]
    assert set(targets) & {"MAIN"} <= set(ids)


def test_the_contact_can_be_called_and_a_phrase_of_english_is_marked() -> None:
    page = page_of(leaflet_of(LEAFLETS[0]))
    assert [link.get("href") for link in page.iter("a")] == ["#MAIN", "tel:0358425611"]
    [english] = [each for each in page.iter("span") if each.get("lang")]
    assert (english.get("lang"), english.text) == ("en", "What happens with My Number System")


def test_marks_become_elements() -> None:
    text = parse(
        "{憲法|けん|ぽう}{日本|にほん}{圏点:大切}m{上付:2}O{下付:3}{注:※1}{vi:công}{縦中横:12}"
    )
    assert marked(text) == (
        "<ruby>憲<rp>（</rp><rt>けん</rt><rp>）</rp>法<rp>（</rp><rt>ぽう</rt><rp>）</rp></ruby>"
        "<ruby>日本<rp>（</rp><rt>にほん</rt><rp>）</rp></ruby><em>大切</em>m<sup>2</sup>"
        'O<sub>3</sub><sup>※1</sup><span lang="vi">công</span>12'
    )


def shape(element: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes."""
    for each in element.iter():
        yield each.tag, tuple(sorted(each.attrib))


def filled(text: str) -> Leaflet:
    """A leaflet of every kind of block in which every text is this one."""
    leaflet: Leaflet = changed(leaflet_of(EVERY_KIND), lambda old: Text(text, old.source))
    return leaflet


HARMLESS = list(shape(page_of(filled("あ"))))


def test_the_leaflet_of_these_tests_has_links_to_lose() -> None:
    assert list(shape(page_of(leaflet_of(EVERY_KIND)))) != HARMLESS
    assert len(HARMLESS) > 100


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    page = page_of(filled(text))
    assert list(shape(page)) == HARMLESS
    assert shown(body_of(filled(text))).count(text) >= 40
    assert page.findtext("head/title") == text


@given(st.text(alphabet="<>&\"'/=:;`![]-{}#\\ax", min_size=1, max_size=20))
def test_no_text_changes_the_shape_of_the_page(text: str) -> None:
    assert list(shape(page_of(filled(f"あ{text}")))) == HARMLESS


@given(st.text(alphabet="<>&\"'ab", min_size=1, max_size=8))
def test_marked_text_and_readings_are_escaped_too(text: str) -> None:
    told = marked(parse(f"{{{text}|{text}}}{{圏点:{text}}}{{en:{text}}}"))
    bare = re.sub(r"</?(ruby|rp|rt|em|span)( lang=\"en\")?>", "", told)
    assert "<" not in bare
    assert ">" not in bare
    assert '"' not in bare
