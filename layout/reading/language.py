"""Texts of another language that nobody marked: a voice must know how to speak them."""

import re

from layout.document import LANGUAGE, Mark, Text

_ENGLISH = frozenset(("the", "of", "and", "with", "to", "in", "for", "is", "are", "our", "what"))
"""Words hardly an English sentence does without, and which no other language shares."""


def spoken(text: Text) -> Text:
    """The text, marked as English if it is a whole sentence or phrase of it (WCAG 2.2, 3.1.2).

    Only letters of ASCII, three words or more and one of the commonest among them: names,
    addresses and other languages are left alone.
    """
    if text.marks or not text.isascii():
        return text
    words = re.findall(r"[A-Za-z']+", text)
    if len(words) < 3 or _ENGLISH.isdisjoint(word.lower() for word in words):
        return text
    return Text(text, text.source, (Mark(LANGUAGE, 0, len(text), ("en",)),))
