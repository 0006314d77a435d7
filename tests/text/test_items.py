"""Boxes and gaps made of text: sizes, styles, complexes."""

import pytest

from layout.geometry import Em
from layout.text.fonts import Fonts
from layout.text.items import Segment, segment
from layout.text.spans import Span
from tests.text.setting import BODY, SPACES

LARGE = BODY._replace(size=Em(2.0))


def made(fonts: Fonts, *spans: Span) -> Segment:
    return segment(spans, BODY, fonts)


def gaps(part: Segment) -> list[float]:
    """The natural gaps after each box but the last."""
    items = part.items
    return [round(b - a, 6) for a, b in zip(items.right, items.left[1:], strict=False)]


@pytest.mark.parametrize(
    ("first", "second", "space"),
    [
        (Span("、", BODY), Span("国", LARGE), 0.5),  # 1/2 be: the size of the mark before
        (Span("、", LARGE), Span("国", BODY), 1.0),
        (Span("国", BODY), Span("「", LARGE), 1.0),  # 1/2 af: the size of the bracket after
        (Span("国", LARGE), Span("「", BODY), 0.5),
        (Span("国", LARGE), Span("A", BODY), 0.5),  # 1/4 be: the Japanese character's size
        (Span("A", BODY), Span("国", LARGE), 0.5),  # 1/4 af
        (Span("・", BODY), Span("・", LARGE), 0.75),  # each of its own size
        (Span("国", LARGE), Span("国", BODY), 0.0),
    ],
)
def test_spaces_go_by_the_size_that_table_1_names(
    fonts: Fonts, first: Span, second: Span, space: float
) -> None:
    assert gaps(made(fonts, first, second)) == [space]


def test_bodies_of_half_em_marks(fonts: Fonts) -> None:
    part = made(fonts, Span("「国」、。・：（）", BODY))
    widths = [b - a for a, b in zip(part.items.left, part.items.right, strict=True)]
    assert widths == [0.5, 1.0, *[0.5] * 7]
    assert part.shifts == [-0.5, 0.0, 0.0, 0.0, 0.0, -0.25, -0.25, -0.5, 0.0]


@pytest.mark.parametrize(
    ("text", "gap"),
    [("A B", 1 / 3), ("A  B", 2 / 3), ("国\u3000家", 1.0), ("？\u3000国", 1.0), ("国 「", 5 / 6)],
)
def test_spaces_stand_after_their_last_sign_and_belong_to_the_line_before(
    fonts: Fonts, text: str, gap: float
) -> None:
    part = made(fonts, Span(text, BODY))
    *none, last = gaps(part)
    assert none == [0.0] * (len(text) - 2)
    assert last == pytest.approx(gap, abs=1e-6)
    spaces = [k for k, char in enumerate(text) if char in SPACES]
    assert part.items.breaks == [spaces[-1], len(text) - 1]


def test_a_no_break_space_does_not_break(fonts: Fonts) -> None:
    assert made(fonts, Span("国\u00a0家", BODY)).items.breaks == [2]


def test_the_grouping_space_of_a_number_is_a_quarter_em(fonts: Fonts) -> None:
    part = made(fonts, Span("12 345", BODY))
    assert part.items.right[-1] == 5 * 0.5 + 0.25
    assert part.items.breaks == [5]


def test_an_indent_typed_as_u3000_is_kept(fonts: Fonts) -> None:
    part = made(fonts, Span("\u3000国家", BODY))
    assert part.items.left == [0.0, 1.0, 2.0]
    assert part.items.breaks == [1, 2]


@pytest.mark.parametrize(
    ("number", "text", "breaks"),
    [
        (20, "＊１", [0, 3]),  # a reference mark: nothing before it, nothing inside it
        (21, "H2", [0, 1, 3]),  # an ornamented complex is one
        (22, "電子", [0, 1, 3]),  # a group with ruby is one
        (23, "電子", [0, 1, 2, 3]),  # a compound parts between its characters
        (30, "12", [0, 1, 3]),  # tate-chu-yoko is one
    ],
)
def test_complexes(fonts: Fonts, number: int, text: str, breaks: list[int]) -> None:
    part = made(fonts, Span("国家", BODY), Span(text, BODY, number))
    expected = [b for b in breaks if b != 1] if number == 20 else breaks
    assert part.items.breaks == expected


def test_complexes_side_by_side_may_part(fonts: Fonts) -> None:
    one, other = Span("電子", BODY, 22), Span("書籍", BODY, 22)
    assert made(fonts, one, other).items.breaks == [1, 3]


def test_warichu_brackets_hold_what_they_enclose(fonts: Fonts) -> None:
    spans = (Span("国", BODY), Span("（", BODY, 28), Span("注", BODY), Span("）", BODY, 29))
    part = made(fonts, *spans, Span("家", BODY))
    assert part.items.breaks == [0, 3, 4]


def test_offsets_count_code_points_and_texts_hold_clusters(fonts: Fonts) -> None:
    part = made(fonts, Span("葛\U000e0100か", BODY), Span("𠮷A", BODY))
    assert part.texts == ["葛\U000e0100", "か", "𠮷", "A"]
    assert part.offsets == [0, 2, 3, 4]
