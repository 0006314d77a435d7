"""What a screen reader needs, and files that lack it."""

from functools import cache

import pytest

from layout.build import Request, build
from layout.preflight import judge
from layout.resources import resource

TAGS = {"tag.none", "tag.language", "tag.title", "tag.alt", "tag.heading", "tag.link"}


@cache
def tagged() -> bytes:
    [made] = build(Request(resource("data/mynumber.yaml"), editions=("screen",))).made
    return made.data


def test_a_tagged_file_is_not_accused() -> None:
    report = judge(tagged(), "screen")
    assert set(report.rules) >= TAGS
    assert report.problems == ()


@pytest.mark.parametrize(
    ("code", "sound", "torn"),
    [
        ("tag.none", b"/StructTreeRoot ", b"/StructTreeRood "),
        ("tag.none", b"/Marked true", b"/Marked null"),
        ("tag.language", b"/Lang (ja-JP)", b"/Lang (     )"),
        ("tag.title", b"/DisplayDocTitle true", b"/DisplayDocTitle null"),
        ("tag.alt", b"/Alt ", b"/Alx "),
        ("tag.heading", b"/S /H2", b"/S /H4"),
        ("tag.link", b"/Contents (", b"/Kontents ("),
        ("tag.link", b"/StructParent ", b"/StructParend "),
    ],
)
def test_a_damage_trips_its_own_rule_and_no_other(code: str, sound: bytes, torn: bytes) -> None:
    assert sound in tagged()
    assert len(sound) == len(torn)
    report = judge(tagged().replace(sound, torn), "screen")
    assert {found.code for found in report.problems} == {code}
    assert report.sound


def test_tags_are_asked_of_no_file_for_print() -> None:
    [office] = build(Request(resource("data/mynumber.yaml"), editions=("office",))).made
    assert not TAGS & set(judge(office.data, "office").rules)


def test_a_tree_that_goes_round_in_circles_is_walked_once() -> None:
    data = tagged()
    root = data.index(b"/Type /StructTreeRoot")
    start = data.rindex(b"\n", 0, data.rindex(b" 0 obj", 0, root)) + 1
    number = data[start : data.index(b" ", start)]
    circle = data.replace(b"/P %b 0 R" % number, b"/K %b 0 R" % number)
    assert judge(circle, "screen").sound
