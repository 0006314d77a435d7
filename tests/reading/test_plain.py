"""The text edition: every word once, in order, with nothing a voice or a mail stumbles over."""

import re
from pathlib import Path

import pytest

from layout.document import Cover, ItemList, Leaflet, Section, Table, Text
from layout.notation import parse
from tests.leaflet_pdf.words import remainder
from tests.reading.told import LEAFLETS, changed, leaflet_of, said, same, text_of, with_readings

GENERATED = re.compile(
    r"Q\d+|A\.|〒|TEL:|FAX:|発行|日:|時間:|場所:|[・■□()\[\]/:]|絵|写真|\d{1,2}\."
)
"""What stands beside the words, as :func:`same` has it."""


def leaflet_with(*blocks: object) -> Leaflet:
    return Leaflet(Text("x"), Text("2025-04-01"), Cover(Text("題")), blocks)  # type: ignore[arg-type]


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.stem)
def test_every_string_is_there_once_and_nothing_else(path: Path) -> None:
    leaflet = leaflet_of(path)
    in_full = changed(leaflet, lambda text: Text(with_readings(text), text.source))
    words = [same(word) for _, words in said(in_full) for word in words]
    missing, left = remainder(same(text_of(leaflet)), words)
    assert missing == []
    assert GENERATED.sub("", left).strip("|") == ""


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.stem)
def test_blocks_follow_one_another_as_in_the_file(path: Path) -> None:
    leaflet = leaflet_of(path)
    text, last = same(text_of(leaflet)), 0
    for part, words in said(leaflet):
        places = [text.index(same(word)) for word in words if text.count(same(word)) == 1]
        assert min(places, default=last) >= last, part
        last = max(places, default=last)
    assert last > len(text) / 2


@pytest.mark.parametrize("path", LEAFLETS, ids=lambda path: path.stem)
def test_no_paragraph_is_wrapped_and_no_more_than_one_line_is_empty(path: Path) -> None:
    leaflet = leaflet_of(path)
    lines = text_of(leaflet).split("\n")
    for _, words in said(changed(leaflet, lambda text: Text(with_readings(text), text.source))):
        for word in words:
            assert any(same(word) in same(line) for line in lines), word
    assert "\n\n\n" not in text_of(leaflet)
    assert all(line == line.strip() for line in lines)


def test_marks_are_said_as_far_as_plain_text_can() -> None:
    text = parse("{憲法|けん|ぽう}と{法|ほう}は{圏点:大切}、10{上付:6}m{上付:2}とCO{下付:2}{注:※1}")
    told = "憲法（けんぽう）と法（ほう）は大切、10⁶m²とCO₂※1"
    assert told in text_of(leaflet_with(Section(text)))


def test_lists_have_marks_and_tables_their_heads_first() -> None:
    a, b, c = Text("甲"), Text("乙"), Text("丙")
    told = text_of(
        leaflet_with(
            ItemList((a, b)), ItemList((a, b), numbered=True), Table((a, b), ((b, c), (c, a)))
        )
    )
    assert told == "題\n\n・甲\n・乙\n\n1. 甲\n2. 乙\n\n甲 ／ 乙\n・乙 ／ 丙\n・丙 ／ 甲\n"
