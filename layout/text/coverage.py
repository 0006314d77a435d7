"""Which face of a chain draws which part of a text (fallback by grapheme cluster)."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from unicodedata import category, normalize

from layout.text.faces import Face

_NONE, _JOINED = -1, -2
_FORCED_BREAK = "\n"
_ACCENTED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_MARKS = "\u0300-\u036f"
_WORD = re.compile(f"(?:[A-Za-z{_ACCENTED}][{_MARKS}]*)+")


class Owners(dict[str, int]):
    """For a chain of faces: which of them, by position, draws a character first."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        super().__init__()
        self.faces = faces

    def __missing__(self, char: str) -> int:
        if _is_joined(char):
            owner = _JOINED
        else:
            code_point = ord(char)
            holders = (i for i, face in enumerate(self.faces) if face.has(code_point))
            owner = 0 if char == _FORCED_BREAK else next(holders, _NONE)
        self[char] = owner
        return owner

    def of_text(self, text: str) -> list[int]:
        """For every code point the face that sets it; what no face has goes to the first."""
        found = [self[char] for char in text]
        if _JOINED in found:
            for start, end in _clusters(found):
                if end - start > 1 or found[start] == _JOINED:
                    found[start:end] = [self.of_cluster(text[start:end])] * (end - start)
            self._lead(text, found)
        self._unite_words(text, found)
        return [max(owner, 0) for owner in found] if _NONE in found else found

    def lacking(self, text: str) -> Iterator[int]:
        """Indexes of the code points that cannot be drawn where they stand."""
        found = [self[char] for char in text]
        if _NONE in found or _JOINED in found:
            for start, end in _clusters(found):
                yield from self._lacking_in(text, start, end)

    def _lacking_in(self, text: str, start: int, end: int) -> Iterator[int]:
        cluster = text[start:end]
        face = self.faces[max(self.of_cluster(cluster), 0)]
        if not _draws(face, cluster):
            for index in range(start, end):
                if not (_is_invisible(text[index]) or face.has(ord(text[index]))):
                    yield index

    def _lead(self, text: str, found: list[int]) -> None:
        """Give invisible signs at the start to the face of what follows them."""
        seen = next((i for i, char in enumerate(text) if not _is_invisible(char)), 0)
        found[:seen] = [found[seen]] * seen

    def _unite_words(self, text: str, found: list[int]) -> None:
        """Set a Latin word in one face where one has all of it (Việt: not half and half)."""
        for word in _WORD.finditer(text):
            start, end = word.span()
            if len(set(found[start:end])) > 1:
                while end < len(text) and self[text[end]] == _JOINED:
                    end += 1
                plain = normalize("NFC", word.group())
                whole = (i for i, face in enumerate(self.faces) if _has_all(face, plain))
                for owner in islice(whole, 1):
                    found[start:end] = [owner] * (end - start)

    def of_cluster(self, cluster: str) -> int:
        """The first face that has base, marks and variant; else the first that has the base."""
        complete = (i for i, face in enumerate(self.faces) if _draws(face, cluster))
        owner = next(complete, _NONE)
        if owner == _NONE:
            base = (i for i, face in enumerate(self.faces) if face.has(ord(cluster[0])))
            owner = next(base, _NONE)
        return owner


def _draws(face: Face, cluster: str) -> bool:
    """Whether the face has everything of a base with its marks and selector."""
    base = ord(cluster[0])
    selectors = [ord(char) for char in cluster[1:] if _is_selector(char)]
    if not all(face.has_variation(base, selector) for selector in selectors):
        return False
    seen = "".join(char for char in cluster if not _is_invisible(char))
    return _has_all(face, seen) or _has_all(face, normalize("NFC", seen))


def _has_all(face: Face, text: str) -> bool:
    return all(face.has(ord(char)) for char in text)


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _is_invisible(char: str) -> bool:
    return _is_selector(char) or char == _FORCED_BREAK or category(char) == "Cf"


def _is_joined(char: str) -> bool:
    """Whether the character belongs to the one before it, or is not seen by itself."""
    return category(char) in ("Mn", "Me", "Mc", "Cf")


def _clusters(owners: list[int]) -> Iterator[tuple[int, int]]:
    """Start and end of every base with what is joined to it."""
    inner = (index for index in range(1, len(owners)) if owners[index] != _JOINED)
    return pairwise([0, *inner, len(owners)])
