"""Variants made from a master: as if typed by hand, nothing else moved, damage found."""

from functools import cache
from pathlib import Path

import pytest

from layout.build import Request, build_loaded
from layout.contacts import Row
from layout.load import Loaded
from layout.preflight.readback import read_back
from layout.preflight.values import MalformedError
from layout.problems import LeafletError
from layout.variants import Prepared, prepare, vary
from layout.variants.filling import filled
from layout.variants.plates import Plate
from tests.batch.test_batch import listed, looks, many
from tests.test_cli import ROOT

SHIPPED = ROOT / "data/mynumber.yaml"

LIST = "list.csv"
ROWS = (
    {"name": "北海道", "tel": "011-222-3333"},
    {
        "name": "大阪髙﨑𠮷①㈱支部",
        "postal": "530-0001",
        "address": "大阪府大阪市北区梅田1-1",
        "tel": "06-1234-5678",
        "fax": "06-1234-5679",
    },
    {
        "name": "神奈川県労働組合連合会",
        "office": "事務局",
        "postal": "231-0062",
        "address": "神奈川県横浜市中区桜木町1-1",
        "tel": "045-212-5855",
        "email": "info@kanagawa.example.jp",
        "note": "平日10時〜17時",
    },
    {"name": "Tổ chức Việt 한국 노조", "url": "https://example.jp/", "note": "ガ゚ i̇ <b>{name}</b>"},
)
LONG = {"name": "長い名前の組合" * 6, "note": "とても長いお知らせです。" * 40}


def row_of(values: dict[str, str], number: int = 2) -> Row:
    return Row(number, number + 1, f"b{number}", "ok", values, ())


@cache
def prepared(
    leaflet: Path, editions: tuple[str, ...], fold: str | None = None, pages: str | None = None
) -> Prepared:
    return prepare(Request(leaflet, editions=editions, fold=fold, pages=pages), LIST)


def typed(base: Prepared, row: Row) -> dict[str, bytes]:
    """The files of the leaflet with this contact, each built by itself."""
    leaflet = filled(base.template, row, LIST)
    built = build_loaded(Loaded(leaflet, (), leaflet), base.request)
    return {one.edition: one.data for one in built.made}


@pytest.mark.parametrize("fold", ["a4-roll", "a3-half", "a4-half"])
@pytest.mark.parametrize("values", ROWS, ids=lambda values: values["name"])
def test_a_variant_looks_and_reads_as_if_typed_by_hand(values: dict[str, str], fold: str) -> None:
    base = prepared(SHIPPED, ("press", "office"), fold)
    assert base.master is not None
    assert set(base.master.plates) == {"press", "office"}
    made = {one.edition: one.data for one in vary(base, row_of(values)).files}
    alone = typed(base, row_of(values))
    assert list(made) == list(alone) == ["press", "office"]
    for edition, data in made.items():
        assert looks(data) == looks(alone[edition])
        assert len(data) < 1.1 * len(alone[edition])


def test_what_is_said_of_a_row_is_the_same_on_both_roads() -> None:
    base = prepared(SHIPPED, ("office",))
    for values in (*ROWS, {**ROWS[0], "url": "https://" + "very-long-name." * 9 + "example.jp/"}):
        quick = vary(base, row_of(values))
        slow = vary(base._replace(master=None), row_of(values))
        assert quick.problems == slow.problems
        assert bool(quick.files) == bool(slow.files)


def test_nothing_but_the_contact_moves() -> None:
    base = prepared(SHIPPED, ("press",))
    files = [vary(base, row_of(values)).files[0].data for values in ROWS]
    shared = len(base.master.plates["press"].constant.data) if base.master else 0
    assert shared > 0.9 * len(files[0])
    assert len({data[:shared] for data in files}) == 1


def test_a_contact_longer_than_its_reserve_is_refused_with_its_line() -> None:
    base = prepared(SHIPPED, ("press", "office"))
    result = vary(base, row_of(LONG, 7))
    assert result.files == ()
    [found] = result.problems
    assert (found.code, found.source.file, found.source.line) == ("row-too-long", LIST, 8)
    assert found.lines_over
    assert found.lines_over > 5


def test_a_row_depends_on_nothing_but_itself() -> None:
    base = prepared(SHIPPED, ("press",))
    first = [vary(base, row_of(values)) for values in ROWS]
    again = [vary(base, row_of(values)) for values in reversed(ROWS)]
    assert first == again[::-1]


def test_no_damage_to_what_is_a_variants_own_goes_unseen() -> None:
    base = prepared(SHIPPED, ("press",))
    assert base.master is not None
    plate = base.master.plates["press"]
    data = vary(base, row_of(ROWS[1])).files[0].data
    said = read_back(plate.beginning, data)
    assert "大阪髙﨑𠮷①㈱支部" in said
    assert "06-1234-5679" in said
    start = len(plate.constant.data)
    unseen = [at for at in range(start, len(data)) if not seen(plate, data, at, said)]
    assert len(unseen) < 0.02 * (len(data) - start)


def seen(plate: Plate, data: bytes, at: int, said: str) -> bool:
    """Whether a bit that is turned over at a place is noticed."""
    spoilt = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    try:
        return read_back(plate.beginning, spoilt) != said
    except MalformedError:
        return True


def test_a_variant_that_is_damaged_is_not_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    from layout.variants import master

    base = prepared(SHIPPED, ("press",))
    sound = master.assemble

    def damaged(*parts: object) -> bytes:
        return sound(*parts).replace(b"endstream", b"endstrean", 99)[:-200]  # type: ignore[arg-type]

    monkeypatch.setattr(master, "assemble", damaged)
    result = vary(base, row_of(ROWS[0]))
    assert result.failed
    assert not result.files
    assert [found.code for found in result.problems] == ["variant-unsound"]


def test_what_cannot_be_printed_is_told_of_the_row() -> None:
    base = prepared(SHIPPED, ("press",))
    result = vary(base, row_of({"name": "支部\U0001f98a"}))
    assert not result.files
    assert {found.source.line for found in result.problems} == {3}
    with pytest.raises(LeafletError):
        typed(base, row_of({"name": "支部\U0001f98a"}))


def test_the_last_file_of_a_run_is_judged_whole(tmp_path: Path) -> None:
    from layout.batch import Order, Tally, plan, run

    listing = listed(tmp_path, many(3))
    planned = plan(Order(Request(SHIPPED, editions=("press",)), listing, tmp_path / "out"))
    tally = Tally()
    for record in run(planned, tally):
        path = tmp_path / "out" / record.files[0].path
        if record.row.number == 3:  # as if the disk had lost something
            path.write_bytes(path.read_bytes().replace(b"/GTS_PDFXVersion", b"/GTS_PDFXversion"))
    assert tally.exit_code() == 7
    assert tally.problems


def test_placeholders_of_the_contact_alone_need_no_composing(tmp_path: Path) -> None:
    head, _, _ = SHIPPED.read_text(encoding="utf-8").rpartition("      name:")
    (tmp_path / "own.yaml").write_text(
        f"placeholders: {{name: 連合会, tel: '', note: ''}}\n{head}"
        "      name: '{name} 相談室'\n      tel: '{tel}'\n      note: '{note}'\n",
        encoding="utf-8",
    )
    base = prepared(tmp_path / "own.yaml", ("press", "office"))
    assert base.master is not None
    made = vary(base, row_of(ROWS[2]))
    alone = typed(base, row_of(ROWS[2]))
    assert [looks(one.data) for one in made.files] == [looks(each) for each in alone.values()]
    assert "神奈川県労働組合連合会 相談室" in "".join(said for _, said in looks(made.files[0].data))
