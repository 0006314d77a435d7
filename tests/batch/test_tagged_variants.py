"""Variants of the edition for screens: tagged as if typed by hand, links of their own."""

import re
from itertools import pairwise

import pytest

from layout.preflight.readback import read_back
from layout.preflight.values import MalformedError
from layout.variants import vary
from tests.batch.test_batch import looks
from tests.batch.test_variants import ROWS, SHIPPED, prepared, row_of, seen, typed
from tests.pdf.tags import Node, Tagged

FULL = {**ROWS[2], "url": "https://example.jp/a?b=c", "fax": "045-212-5856"}


def shape(node: Node) -> list[tuple[object, ...]]:
    """The tree as text, with the entries that do not depend on numbers of objects."""
    kept = ("ActualText", "Alt", "E", "Lang")
    return [
        (each.role, each.text, *(each.entries.get(key) for key in kept)) for each in node.walk()
    ]


@pytest.mark.parametrize("pages", ["sheet", "panel"])
@pytest.mark.parametrize("values", [*ROWS, FULL], ids=lambda values: values["name"])
def test_a_tagged_variant_is_as_if_typed_by_hand(values: dict[str, str], pages: str) -> None:
    base = prepared(SHIPPED, ("screen",), pages=pages)
    assert base.master is not None
    assert set(base.master.plates) == {"screen"}
    [made] = vary(base, row_of(values)).files
    alone = typed(base, row_of(values))["screen"]
    assert looks(made.data) == looks(alone)
    quick, slow = Tagged(made.data), Tagged(alone)
    assert shape(quick.document) == shape(slow.document)
    assert quick.links() == slow.links()
    assert quick.bookmarks() == slow.bookmarks()
    assert len(made.data) < 1.1 * len(alone)


def test_what_is_marked_is_read_once_and_nothing_else() -> None:
    base = prepared(SHIPPED, ("screen",))
    tagged = Tagged(vary(base, row_of(FULL)).files[0].data)
    marked = {(page, mcid) for page, said in tagged.said.items() for mcid in said}
    assert len(tagged.read) == len(set(tagged.read))
    assert set(tagged.read) == marked


def test_variants_share_all_but_their_branch() -> None:
    base = prepared(SHIPPED, ("screen",))
    assert base.master is not None
    shared = len(base.master.plates["screen"].constant.data)
    files = [vary(base, row_of(values)).files[0].data for values in (*ROWS, FULL)]
    assert all(one[:shared] == other[:shared] for one, other in pairwise(files))
    assert shared > 0.9 * len(files[0])


def test_damage_to_a_branch_is_seen() -> None:
    base = prepared(SHIPPED, ("screen",))
    assert base.master is not None
    plate = base.master.plates["screen"]
    data = vary(base, row_of(FULL)).files[0].data
    said = read_back(plate.beginning, data)
    start = len(plate.constant.data)
    unseen = [at for at in range(start, len(data)) if not seen(plate, data, at, said)]
    assert len(unseen) < UNSEEN * (len(data) - start)
    for sound, spoilt in (
        (rb"/StructParent \d+", b"/StructParent 999"),
        (rb"/Nums\[0 ", b"/Nums[7 "),
    ):
        damaged, often = re.subn(sound, spoilt, data[start:], count=1)
        assert often
        with pytest.raises(MalformedError):
            read_back(plate.beginning, data[:start] + damaged)


UNSEEN = 0.08
"""Of the bytes, those that a wrong bit turns into another sound value: places of links, what is
said of them, texts instead of what is drawn."""
