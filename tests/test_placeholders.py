"""Filling: what is parsed, what is not, what goes, and what stays the same object."""

from hypothesis import given
from hypothesis import strategies as st

from layout.document import Appeal, Contact, Cover, Demands, Leaflet, Section, Text
from layout.notation import escaped, parse
from layout.placeholders import fill


def leaflet(
    *back: object, placeholders: tuple[tuple[str, str], ...] = (("支部", "中央"),)
) -> Leaflet:
    return Leaflet(
        Text("x"),
        Text("2025-04-01"),
        Cover(Text("題")),
        (Section(Text("本文")),),
        back,  # type: ignore[arg-type]
        placeholders=tuple((name, Text(text)) for name, text in placeholders),
    )


def test_defaults_and_values() -> None:
    given_ = leaflet(Appeal(parse("{支部}へ、{{支部}}")))
    assert fill(given_, {}).back == (Appeal(Text("中央へ、{支部}")),)
    assert fill(given_, {"支部": "北"}).back == (Appeal(Text("北へ、{支部}")),)


def test_a_leaflet_without_placeholders_is_itself() -> None:
    plain = leaflet(Appeal(parse("{支部}")), placeholders=())
    assert fill(plain, {"支部": "北"}) is plain


def test_what_holds_no_placeholder_is_the_same_object() -> None:
    before = leaflet(Appeal(Text("訴え")), Appeal(parse("{支部}")))
    after = fill(before, {})
    assert after.cover is before.cover
    assert after.body is before.body
    assert after.back[0] is before.back[0]
    assert after.back[1] is not before.back[1]


def test_a_leaflet_that_uses_none_is_itself() -> None:
    unused = leaflet(Appeal(Text("訴え")))
    assert fill(unused, {"支部": "北"}) is unused


def test_blank_optional_texts_and_items_go() -> None:
    before = leaflet(
        Contact(parse("{名}"), fax=parse("{fax}"), tel=Text("03")),
        Demands((parse("{fax}"), Text("要求"))),
        placeholders=(("名", "会"), ("fax", "")),
    )
    contact, demands = fill(before, {}).back
    assert contact == Contact(Text("会"), tel=Text("03"))
    assert demands == Demands((Text("要求"),))


def test_filled_texts_keep_their_source() -> None:
    text = parse("{支部}", leaflet().source._replace(line=7))
    filled = fill(leaflet(Appeal(text)), {}).back[0]
    assert isinstance(filled, Appeal)
    assert filled.text.source.line == 7


@given(st.text())
def test_values_are_never_parsed(value: str) -> None:
    filled = fill(leaflet(Appeal(parse("前{支部}後"))), {"支部": value}).back[0]
    assert isinstance(filled, Appeal)
    assert filled.text == f"前{value}後"
    assert filled.text.marks == ()


@given(st.text(max_size=5), st.text(max_size=5))
def test_marks_move_with_what_is_filled_in(before: str, value: str) -> None:
    text = f"{escaped(before)}{{支部}}の{{憲法|けんぽう}}、{{支部}}"
    filled = fill(leaflet(Appeal(parse(text))), {"支部": value}).back[0]
    assert isinstance(filled, Appeal)
    assert filled.text == f"{before}{value}の憲法、{value}"
    (ruby,) = filled.text.marks
    assert ruby.value == ("けんぽう",)
    assert (ruby.start, ruby.stop) == (len(f"{before}{value}の"), len(f"{before}{value}の憲法"))


def test_a_text_with_marks_but_no_slot_is_the_same_object() -> None:
    before = leaflet(Appeal(parse("{憲法|けんぽう}")), Appeal(parse("{支部}")))
    assert fill(before, {}).back[0] is before.back[0]
