"""A question that what follows it answers: a poster of its own over the countries or incidents.

The head stands on a ground of its own, the sign large, the question fitted to the measure; the
lead is display text.
"""

from math import ceil
from typing import NamedTuple

from layout.blocks.question import answer_mark
from layout.document import Question, Text
from layout.forms.drawing import contained
from layout.forms.lettering import fitted, moved
from layout.forms.signs import labelled_sign, theme_art
from layout.frame import Frame, Group, Item
from layout.galley import NEVER, Galley, Slice, Zone
from layout.geometry import Em, Pt, Rect
from layout.marked import spans_of
from layout.questions import lead_range
from layout.room import Room
from layout.theme import Options, TextStyle


class Chapter(NamedTuple):
    """A question as the head of what follows it."""

    question: Question


def lay_out(block: Chapter, room: Room) -> Galley:
    """Sign and question, then the lead, then what else is answered.

    ``grounds`` are those of the head, ``text-grounds`` those of the answer; an answer that is its
    lead alone stands on the head's.
    """
    form, question = room.form("chapter"), block.question
    head = _head(question, room, form)
    answer = question.answer or Text("")
    start, end = lead_range(question)
    lead = answer.part(0, end) if start == 0 else Text("")
    rest = answer.part(end if start == 0 else 0, len(answer))
    text = Zone(form.grounds_of("text-grounds"))
    whole = bool(answer) and not rest.strip()
    shown = _lead(lead, room, form, whole) if lead.strip() else ()
    if not whole:
        shown = _opened(shown, room, form, text)
    body = _text(rest, room, form, marked=not lead, gap=bool(shown))
    if not shown:
        body = _opened(body, room, form, text)
    return (head, *shown, *(piece._replace(zone=text) for piece in body))


def _opened(galley: Galley, room: Room, form: Options, zone: Zone) -> Galley:
    if not galley:
        return galley
    first, *others = galley
    head = first._replace(
        before=room.gap(form.number("text-before")), stretch=form.number("text-stretch")
    )
    return tuple(piece._replace(zone=zone) for piece in (head, *others))


def _head(block: Question, room: Room, form: Options) -> Slice:
    side, gap = room.across(form.number("sign-size")), room.across(form.number("sign-gap"))
    drawn = room.upright(_sign(block.label, room.written("horizontal"), side))
    y = float(drawn.height) + room.down(form.number("ask-gap"))
    style = form.style("ask")
    ask = fitted(
        room,
        block.ask,
        style,
        width=room.width,
        most=style.size,
        least=style.size * form.number("ask-least"),
        height=room.down(form.number("ask-height")),
        feed=form.number("ask-feed"),
    )
    items: list[Item] = [moved(drawn.items, 0.0, 0.0)]
    items += _ornament(room, form, float(drawn.width) + gap, float(drawn.height))
    items += room.stack(ask.lines, ask.style, 0.0, y)
    half = room.step / 2
    height = ceil((y + ask.height) / half - 1e-6) * half
    return Slice(
        height,
        (Group(Pt(0), Pt(0), tuple(items), role="heading"),),
        before=room.gap(form.number("before")),
        stretch=form.number("stretch"),
        part=room.cost("between-blocks"),
    )


def _sign(label: str | None, level: Room, side: float) -> Frame:
    if not label:
        return Frame(Pt(0), Pt(0), ())
    return labelled_sign(level, level.form("chapter"), label, side)


def _ornament(room: Room, form: Options, x: float, height: float) -> tuple[Item, ...]:
    drawing = theme_art(room, form, "head-art")
    if drawing is None or room.vertical or not height:
        return ()
    high = height * form.number("art-height")
    wide = min(drawing.width * high / drawing.height, room.width - x)
    if wide < room.across(4):
        return ()
    box = Rect(Pt(room.width - wide), Pt(0), Pt(wide), Pt(high))
    return (Group(Pt(0), Pt(0), (contained(drawing, box),), role="figure"),)


def _lead(lead: Text, room: Room, form: Options, whole: bool) -> Galley:
    style = form.style("lead")
    mark, width = answer_mark(room, form, style)
    width += room.across(form.number("mark-gap"))
    rules = style._replace(indent=Em(width / room.unit / style.size))
    lines = room.spans(spans_of(Text(lead.strip("\n")), style), rules)
    before = room.down(form.number("lead-gap")) if whole else 0.0
    pieces = room.running(lines, style, before=before)
    first, *others = pieces
    return (first._replace(items=(*mark, *first.items)), *others)


def _text(text: Text, room: Room, form: Options, marked: bool, gap: bool) -> Galley:
    style: TextStyle = form.style("text")
    pieces: list[Slice] = []
    for paragraph in text.paragraphs:
        if not paragraph.strip():
            continue
        split = room.cost("split-text")
        rules = style
        mark: tuple[Item, ...] = ()
        if marked and not pieces:
            mark, width = answer_mark(room, form, style)
            width += room.across(form.number("mark-gap"))
            rules = style._replace(indent=Em(width / room.unit / style.size))
        lines = room.spans(spans_of(paragraph, style), rules)
        before = room.down(0.25) if gap and not pieces else 0.0
        part = NEVER if not pieces else split
        set_lines = room.running(lines, style, before=before, part=part, split=split)
        if mark:
            set_lines = (
                set_lines[0]._replace(items=(*mark, *set_lines[0].items)),
                *set_lines[1:],
            )
        pieces += set_lines
    return tuple(pieces)
