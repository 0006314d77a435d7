"""Which face of a chain draws which part of a text (fallback by grapheme cluster)."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from unicodedata import category, normalize

from layout.text.faces import Face
from layout.text.matching import AS_IT_IS, Scale, scale_between

_NONE, _JOINED = -1, -2
_FORCED_BREAK = "\n"
_ACCENTED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_MARKS = "\u0300-\u036f"
_LETTER = f"[A-Za-z{_ACCENTED}][{_MARKS}]*"
_WORD = f"(?:{_LETTER})+"
_PHRASE = f"[!-~{_ACCENTED}](?:[ -~{_ACCENTED}{_MARKS}’]*[!-~{_ACCENTED}{_MARKS}])?"
"""Words with the signs and figures between them: what one typeface sets."""
_APOSTROPHE = f"(?<=[A-Za-z{_ACCENTED}{_MARKS}])’(?=[A-Za-z{_ACCENTED}])"
_ON_THE_CELL = 0.95  # a glyph as wide as this fills a full-width cell


class Owners(dict[str, int]):
    """For a chain of faces: which of them, by position, draws a character first.

    ``further`` opens the faces for what none of the chain has; they are asked for only then.
    The first ``foreign`` faces are there for a language: they are matched to the others, never
    the others to them.
    """

    def __init__(
        self,
        faces: tuple[Face, ...],
        further: Callable[[], tuple[Face, ...]] = tuple,
        foreign: int = 0,
    ) -> None:
        super().__init__()
        self.faces = faces
        self._chained = len(faces)
        self._further = further
        self._foreign = foreign
        self._scales: dict[int, Scale] = {}

    def __missing__(self, char: str) -> int:
        if _is_joined(char):
            owner = _JOINED
        else:
            owner = 0 if char == _FORCED_BREAK else self._holder(ord(char))
        self[char] = owner
        return owner

    def _holder(self, code_point: int) -> int:
        for owner, face in enumerate(self.faces):
            if face.has(code_point):
                return owner
        chained = len(self.faces)
        self.faces += self._further()
        self._further = tuple
        holders = (
            i for i, face in enumerate(self.faces[chained:], chained) if face.has(code_point)
        )
        return next(holders, _NONE)

    def lent(self, text: str) -> list[int]:
        """Indexes of the code points that only the further faces have."""
        if len(self.faces) == self._chained:
            return []
        return [index for index, char in enumerate(text) if self[char] >= self._chained]

    def scale(self, owner: int) -> Scale:
        """How much larger the face is set to match those before it."""
        if owner not in self._scales:
            end = owner if owner >= self._foreign else None
            native = self.faces[self._foreign : end]
            match = scale_between(native, self.faces[owner]) if native else AS_IT_IS
            self._scales[owner] = match
        return self._scales[owner]

    def of_text(self, text: str) -> list[int]:
        """For every code point the face that sets it; what no face has goes to the first."""
        found = [self[char] for char in text]
        if _JOINED in found:
            for start, end in _clusters(found):
                if end - start > 1 or found[start] == _JOINED:
                    found[start:end] = [self.of_cluster(text[start:end])] * (end - start)
            self._lead(text, found)
        self._unite_words(text, found)
        for match in re.finditer(_APOSTROPHE, text) if "’" in text else ():
            found[match.start()] = self._narrowest(match[0], found[match.start()])
        return [max(owner, 0) for owner in found] if _NONE in found else found

    def _narrowest(self, char: str, owner: int) -> int:
        """The first face that draws a sign proportionally; Japanese faces have “don’t” on cells."""
        fits = (
            index
            for index, face in enumerate(self.faces)
            if (gid := face.gid(ord(char))) is not None and face.advance(gid) < _ON_THE_CELL
        )
        return next(fits, owner)

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
        """Set Latin text in one face where one has all of it (Việt: not half and half).

        Neighbouring words go together, so that a sentence is not set from two faces; where no
        face has all of them, each word by itself.
        """
        for phrase in re.finditer(_PHRASE, text):
            start, end = phrase.span()
            letters = {found[at] for at in range(start, end) if text[at].isalpha()}
            if len(letters) > 1 and not self._unite(text, found, start, end):
                for word in re.compile(_WORD).finditer(text, start, end):
                    self._unite(text, found, *word.span())

    def _unite(self, text: str, found: list[int], start: int, end: int) -> bool:
        """Give a piece to the first face that has all of it; False if none has."""
        plain = normalize("NFC", text[start:end])
        owner = next((i for i, face in enumerate(self.faces) if _has_all(face, plain)), _NONE)
        if owner == _NONE:
            return False
        while end < len(text) and self[text[end]] == _JOINED:
            end += 1
        found[start:end] = [owner] * (end - start)
        return True

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
