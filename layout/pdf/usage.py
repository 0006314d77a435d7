"""What a document draws: the glyphs of each face and the text each stands for."""

from collections.abc import Iterable, Iterator, Sequence

from layout.frame import UPRIGHT, Group, Image, Item, Path, SetGlyph, TextRun

Votes = dict[str, dict[int, dict[str, int]]]
"""Face id, glyph, text: how often the glyph stands for that text."""


def count_glyphs(items: Iterable[Item]) -> Votes:
    """Every glyph drawn, in order of first use, so that the result has one order.

    Glyphs under an ``actual`` text do not count: that text speaks for them.
    """
    votes: Votes = {}
    for run, weight in _runs(items, 1):
        of_face = votes.setdefault(run.face, {})
        for glyph in run.glyphs:
            texts = of_face.setdefault(glyph.gid, {})
            if glyph.text:
                texts[glyph.text] = texts.get(glyph.text, 0) + weight
    return votes


def upright_faces(items: Iterable[Item]) -> frozenset[str]:
    """The faces of which glyphs stand one under the other."""
    return frozenset([run.face for run, _ in _runs(items, 1) if run.stance == UPRIGHT])


def _runs(items: Iterable[Item], weight: int) -> Iterator[tuple[TextRun, int]]:
    for item in items:
        if isinstance(item, TextRun):
            yield item, weight
        elif isinstance(item, Group):
            yield from _runs(item.items, weight if item.actual is None else 0)
        elif not isinstance(item, Path | Image):
            yield from _runs(item.items, weight)


def commonest(votes: dict[int, dict[str, int]]) -> dict[int, str]:
    """The text each glyph of a face mostly stands for; of equals the one met first."""
    return {gid: max(texts, key=texts.__getitem__) for gid, texts in votes.items() if texts}


def texts_of(votes: dict[int, dict[str, int]], silent: str | None) -> dict[int, str]:
    """The same with a text for glyphs that stand for none; None: they have none."""
    spoken = commonest(votes)
    return spoken if silent is None else dict.fromkeys(votes, silent) | spoken


def clusters(glyphs: Sequence[SetGlyph]) -> Iterator[tuple[SetGlyph, ...]]:
    """Glyphs that stand for a text together: one with a text and those after it without."""
    starts = [place for place, glyph in enumerate(glyphs) if glyph.text or not place]
    for start, end in zip(starts, [*starts[1:], len(glyphs)], strict=True):
        yield tuple(glyphs[start:end])


def count_pictures(items: Iterable[Item]) -> tuple[str, ...]:
    """The name of every picture drawn, in order of first use."""
    return tuple(dict.fromkeys(_pictures(items)))


def _pictures(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Image):
            yield item.name
        elif not isinstance(item, TextRun | Path):
            yield from _pictures(item.items)
