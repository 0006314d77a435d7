"""Questions as they are told: the sign each has, and the part of its answer that carries it."""

from collections.abc import Iterable, Iterator

from layout.document import Block, Question, Text

_SENTENCE_ENDS = "。！？!?"
_CLOSING = "」』）)】〉》"


def labelled(blocks: Iterable[Block], prefix: str) -> Iterator[Block]:
    """The blocks, every question with a label: its own, else ``prefix`` and its number."""
    number = 0
    for block in blocks:
        if isinstance(block, Question):
            number += 1
            if not block.label:
                block = block._replace(label=Text(f"{prefix}{number}"))
        yield block


def lead_range(question: Question) -> tuple[int, int]:
    """Where in the answer its lead begins and ends; the first sentence where none is named.

    A mark that the lead begins or ends in is the lead's as a whole.
    """
    answer = question.answer or Text("")
    lead = question.lead or first_sentence(answer)
    start = answer.find(lead)
    return answer.widened(start, start + len(lead))


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence, closing brackets included."""
    for index, character in enumerate(text):
        if character == "\n":
            return text[:index]
        if character in _SENTENCE_ENDS:
            end = index + 1
            while end < len(text) and text[end] in _CLOSING + _SENTENCE_ENDS:
                end += 1
            return text[:end]
    return text
