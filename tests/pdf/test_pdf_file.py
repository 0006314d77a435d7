"""The frame of the file: every object found where the table says, the identifier its own."""

import re

from hypothesis import given
from hypothesis import strategies as st

from layout.pdf.file import UNNAMED, Constant, assemble, join_constant

bodies = st.lists(st.binary(max_size=40), min_size=1, max_size=12)


def as_objects(contents: list[bytes], first: int) -> list[bytes]:
    return [
        b"%d 0 obj\n(%b)\nendobj\n" % (number, content.hex().encode())
        for number, content in enumerate(contents, first)
    ]


def joined(contents: list[bytes]) -> Constant:
    return join_constant("1.4", as_objects(contents, 1), 1, len(contents) + 1)


@given(bodies, bodies)
def test_every_object_is_where_the_table_says(constant: list[bytes], varying: list[bytes]) -> None:
    count = len(constant) + len(varying)
    data = assemble(joined(constant), as_objects(varying, len(constant) + 1))
    assert data.startswith(b"%PDF-1.4\n%")
    assert min(data[10:14]) > 127
    start = int(data.rpartition(b"startxref\n")[2].split()[0])
    table = data[start:].splitlines(keepends=True)
    assert table[:3] == [b"xref\n", b"0 %d\n" % (count + 1), b"0000000000 65535 f \n"]
    for number, entry in enumerate(table[3 : 3 + count], 1):
        assert len(entry) == 20
        offset = int(entry[:10])
        assert data[offset:].startswith(b"%d 0 obj\n" % number)
    assert data.endswith(b"%%EOF\n")


@given(bodies, bodies, bodies)
def test_a_variant_shares_the_beginning_and_has_its_own_identifier(
    constant: list[bytes], one: list[bytes], two: list[bytes]
) -> None:
    shared = joined(constant)
    files = [assemble(shared, as_objects(own, len(constant) + 1)) for own in (one, two)]
    assert all(data.startswith(shared.data) for data in files)
    identifiers = [re.findall(rb"/ID\[<(\w{32})><(\w{32})>\]", data) for data in files]
    assert all(len(found) == 1 and found[0][0] == found[0][1] for found in identifiers)
    assert (identifiers[0] == identifiers[1]) == (one == two)


@given(bodies, bodies)
def test_the_identifier_follows_from_what_is_shared_too(one: list[bytes], two: list[bytes]) -> None:
    last = as_objects([b"x"], 99)
    identifiers = [assemble(joined(each), last).partition(b"/ID")[2][:70] for each in (one, two)]
    assert (identifiers[0] == identifiers[1]) == (one == two)


@given(bodies, bodies)
def test_the_name_of_a_document_follows_from_the_whole_of_it(
    one: list[bytes], two: list[bytes]
) -> None:
    """Of variants that share their beginning each has a name of its own, its identifier's."""
    shared = joined([b"x"])
    about = b"9 0 obj\n(%b/xmpMM:DocumentID>)\nendobj\n" % UNNAMED
    files = [assemble(shared, [*as_objects(each, 2), about]) for each in (one, two)]
    names = [re.findall(rb"DocumentID>uuid:([^<]*)<", data) for data in files]
    identifiers = [re.findall(rb"/ID\[<(\w{32})>", data) for data in files]
    assert [[name.replace(b"-", b"") for name in found] for found in names] == identifiers
    assert (names[0] == names[1]) == (one == two)
    [name] = names[0]
    assert [len(part) for part in name.split(b"-")] == [8, 4, 4, 4, 12]
    assert all(data.rindex(b"xref\n0") == int(data.split()[-2]) for data in files)
