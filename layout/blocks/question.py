"""A question on its sign, and the answer with its lead run in."""

from math import ceil

from layout.blocks.spot import beside, kept, under
from layout.document import Question, Text
from layout.forms.lettering import marked, moved
from layout.forms.signs import labelled_sign
from layout.frame import Frame, Group, Item
from layout.galley import NEVER, Galley, Slice
from layout.geometry import Em, Pt
from layout.marked import parted
from layout.questions import lead_range
from layout.room import Room
from layout.text.paragraph import Line, Span
from layout.theme import Options, TextStyle

_LEAST = 4.0
"""The width in units that a question keeps beside the widest sign."""
_NO_SIGN = Frame(Pt(0.0), Pt(0.0), ())


def lay_out(block: Question, room: Room) -> Galley:
    """The head as one slice, then the answer line by line."""
    form = room.form("question")
    head = _head(block, room, form)
    if block.answer is None:
        return (head,)
    answer: list[Slice] = []
    drawing = room.drawing(block.art)
    spot = beside(drawing, room, form, room.feed(form.style("text")))
    mark, mark_width = answer_mark(room, form, form.style("text"))
    mark_width += room.across(form.number("mark-gap"))
    for index, spans in enumerate(answer_spans(block, form)):
        rules = form.style("text")
        if index == 0:
            rules = rules._replace(indent=Em(mark_width / room.unit / rules.size))
        lines = room.beside(spans, rules, spot.inset, max(0, spot.lines - len(answer)))
        before = room.down(form.number("gap")) if index == 0 else 0.0
        part = room.cost("split-text") if index else NEVER
        pieces = room.running(
            lines, form.style("text"), before=before, part=part, split=room.cost("split-text")
        )
        for line, piece in zip(lines, pieces, strict=True):
            answer.append(piece._replace(items=(*_strokes(line, room, form), *piece.items)))
        if index == 0 and answer:
            answer[0] = answer[0]._replace(items=(*mark, *answer[0].items))
    plate = () if spot.lines else under(drawing, room, form)
    return (head, *kept(tuple(answer), spot), *plate)


def _strokes(line: Line, room: Room, form: Options) -> tuple[Item, ...]:
    """The marker's, where the theme has one."""
    if not form.has("marker"):
        return ()
    return marked(room, line, form.style("text"), form.style("lead"), form.ink("marker"))


def answer_mark(room: Room, form: Options, text: TextStyle) -> tuple[tuple[Item, ...], float]:
    """The mark on the first line of an answer, and its length there: it stands on its baseline,
    in vertical writing upright in the line's middle."""
    style = form.style("mark")
    word = Span(form.word("answer-mark"), style, upright=room.vertical)
    length = room.setter.width((word,), style, room.unit)
    height = room.feed(text)
    drop = 0.0 if room.vertical else room.baseline(text) - room.baseline(style, height)
    lines = room.spans((word,), style, length + room.unit)[:1]
    y = Pt(drop + room.baseline(style, height))
    return tuple(Group(Pt(0.0), y, line.items) for line in lines), length


def _head(block: Question, room: Room, form: Options) -> Slice:
    ask, label = room.heading(form.style("ask")), block.label
    side = room.across(form.number("sign-size"))
    drawn = _sign(label, room, side)
    x = max(side, drawn.width) + room.across(form.number("sign-gap"))
    lines = room.lines(block.ask, ask, max(room.width - x, _LEAST * room.unit))
    least = room.down(form.number("least"))
    text_height = room.tall(lines, ask)
    half = room.step / 2
    tall_sign = room.vertical or form.has("sign-art")
    tallest = max(least, text_height, drawn.height if tall_sign else 0.0)
    height = ceil(tallest / half - 1e-6) * half
    top = (height - text_height) / 2
    first_lines = room.tall(lines[:2], ask)
    sign_top = top + (first_lines - max(side, drawn.height)) / 2
    items: tuple[Item, ...] = room.stack(lines, ask, x, top)
    if label:
        items = (moved(drawn.items, 0.0, max(0.0, sign_top)), *items)
    return Slice(
        height,
        (Group(Pt(0), Pt(0), items, role="heading"),),
        before=room.gap(form.number("before")),
        stretch=form.number("stretch"),
        part=room.cost("between-blocks"),
    )


def _sign(label: str | None, room: Room, side: float) -> Frame:
    if not label:
        return _NO_SIGN
    level = room.written("horizontal")
    return room.upright(labelled_sign(level, level.form("question"), label, side))


def answer_spans(block: Question, form: Options) -> tuple[tuple[Span, ...], ...]:
    """The answer's paragraphs as spans: the lead in its style, the rest in the text's."""
    text = form.style("text")
    answer = block.answer or Text("")
    start, end = lead_range(block)
    paragraphs: list[tuple[Span, ...]] = []
    position = 0
    for line in answer.split("\n"):
        stop = position + len(line)
        ends = ((start - position, text), (end - position, form.style("lead")), (stop, text))
        if line:
            paragraphs.append(parted(answer.part(position, stop), ends))
        position = stop + 1
    return tuple(paragraphs)
