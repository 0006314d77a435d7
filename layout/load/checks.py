"""What must hold between the values of a leaflet, beyond the form of each."""

from collections.abc import Iterable, Iterator

from layout.document import Block, Leaflet, Question, Table
from layout.problems import Problem, problem


def check(leaflet: Leaflet) -> Iterator[Problem]:
    """Every breach, in the order of the file."""
    blocks = (*leaflet.body, *leaflet.back)
    yield from _duplicate_names(blocks)
    for block in blocks:
        if isinstance(block, Question):
            yield from _lead(block)
        elif isinstance(block, Table):
            yield from _rows(block)


def _duplicate_names(blocks: Iterable[Block]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for block in blocks:
        if block.id is None:
            continue
        if block.id in first:
            yield problem("duplicate-id", block.id.source, id=block.id, line=first[block.id])
        first.setdefault(str(block.id), block.id.source.line)


def _lead(question: Question) -> Iterator[Problem]:
    """The lead is a piece of the answer and stands in it once: else no one can tell where."""
    if question.lead is None:
        return
    times = (question.answer or "").count(question.lead)
    if times == 0:
        yield problem("lead-not-in-answer", question.lead.source, lead=question.lead)
    elif times > 1:
        yield problem("lead-repeated", question.lead.source, lead=question.lead, times=times)


def _rows(table: Table) -> Iterator[Problem]:
    wanted = len(table.columns)
    for number, row in enumerate(table.rows, 1):
        if len(row) != wanted:
            source = row[0].source if row else table.source
            yield problem("row-length", source, row=number, found=len(row), wanted=wanted)
