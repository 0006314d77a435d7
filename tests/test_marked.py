"""Marks become spans: everything an author marked reaches the setting of text."""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path as File
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from layout.blocks import lay_out
from layout.blocks.cover import Face
from layout.blocks.cover import lay_out as lay_out_cover
from layout.document import KINDS, LANGUAGE, Mark, Text
from layout.geometry import Pt, Rect
from layout.load import load
from layout.marked import flat, parted, spans_of
from layout.notation import parse
from layout.room import Setter
from layout.text.fonts import Fonts
from layout.text.items import Span
from layout.text.paragraph import Line
from layout.theme import TextStyle, Theme
from tests.blocks.rooms import room_of
from tests.leaflet_pdf.words import UNPRINTED

STYLE = TextStyle("body", ("BIZUDPGothic-Regular",))
OTHER = STYLE._replace(name="other")
TYPED = st.lists(
    st.sampled_from(
        [
            "日本",
            "{憲法|けん|ぽう}",
            "{圏点:大切}",
            "{en:Act}",
            "と\n",
            "{注:※1}",
            "{縦中横:12}",
            "{{",
        ]
    )
).map("".join)


def test_each_mark_says_its_own() -> None:
    typed = "{憲法|けん|ぽう}{圏点:大}{縦中横:12}{上付:2}{下付:3}{注:※}{vi:Việt}の"
    plain = Span("", STYLE)
    assert spans_of(parse(typed), STYLE) == (
        plain._replace(text="憲法", ruby=("けん", "ぽう")),
        plain._replace(text="大", dots=True),
        plain._replace(text="12", upright=True),
        plain._replace(text="2", script="super"),
        plain._replace(text="3", script="sub"),
        plain._replace(text="※", script="reference"),
        plain._replace(text="Việt", language="vi"),
        plain._replace(text="の"),
    )


@given(TYPED)
def test_spans_make_up_the_text(typed: str) -> None:
    text = parse(typed)
    spans = spans_of(text, STYLE)
    assert "".join(span.text for span in spans) == text
    assert all(span.text for span in spans) or not text
    assert sum(span != Span(span.text, STYLE) for span in spans) == len(text.marks)


@given(TYPED, st.integers(-3, 30), st.integers(-3, 30))
def test_several_styles_make_up_the_text(typed: str, first: int, second: int) -> None:
    text = parse(typed)
    low, high = sorted((first, second))
    spans = parted(text, ((low, STYLE), (high, OTHER), (len(text), STYLE)))
    assert "".join(span.text for span in spans) == text
    others = "".join(span.text for span in spans if span.style is OTHER)
    assert others == text[max(0, low) : max(0, high)]


def test_one_line_keeps_its_marks() -> None:
    text = flat(parse("一\n{憲法|けんぽう}"))
    assert text == "一 憲法"
    assert [span.ruby for span in spans_of(text, STYLE)] == [(), ("けんぽう",)]


class Listening(Setter):
    """A setter that remembers the languages of the spans it set on lines."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__(fonts)
        self.heard: set[str] = set()

    def lines_on(
        self, spans: Sequence[Span], rules: TextStyle, measures: tuple[float, ...], unit: float
    ) -> tuple[Line, ...]:
        self.heard |= {span.language for span in spans}
        return super().lines_on(spans, rules, measures, unit)


def tagged(value: Any, tags: Iterator[int], wanted: dict[str, str]) -> Any:
    """The value with a mark of its own on the first character of every text that is printed."""
    if isinstance(value, Text):
        tag = f"x-{next(tags)}"
        wanted[tag] = str(value)
        return Text(value, value.source, (Mark(LANGUAGE, 0, 1, (tag,)),))
    if hasattr(value, "_fields"):
        unseen = ("source", "flag", *UNPRINTED)
        return value._replace(
            **{
                name: tagged(getattr(value, name), tags, wanted)
                for name in value._fields
                if name not in unseen
            }
        )
    return (
        tuple(tagged(each, tags, wanted) for each in value) if isinstance(value, tuple) else value
    )


def test_every_block_sets_the_marks_of_all_its_texts(fonts: Fonts, calm: Theme) -> None:
    leaflet = load(File(__file__).parent / "leaflets" / "allkinds.yaml").leaflet
    wanted: dict[str, str] = {}
    tags = count()
    cover, *others = (
        tagged(each, tags, wanted) for each in (leaflet.cover, *leaflet.body, *leaflet.back)
    )
    setter = Listening(fonts)
    room = room_of(calm, setter)
    face = Face(280.0, 595.0, Rect(Pt(26), Pt(26), Pt(room.width), Pt(540)), 1, 0.0)
    lay_out_cover(cover, room, face)
    for block in others:
        lay_out(block, room, "block")
    assert len({type(block) for block in others}) == len(KINDS)
    assert {tag: text for tag, text in wanted.items() if tag not in setter.heard} == {}
