"""A batch through Dask's executor: a real cluster of two workers on this machine."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.batch import Order, Tally, plan, run
from layout.build import Request
from tests.batch.test_batch import held, listed, many
from tests.test_cli import ROOT

SHIPPED = ROOT / "data/mynumber.yaml"


@pytest.fixture
def client() -> Iterator[object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from distributed import Client, LocalCluster

        with (
            LocalCluster(
                n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_makes_what_one_process_makes(client: object, tmp_path: Path) -> None:
    listing = listed(tmp_path, many(12))
    request = Request(SHIPPED, editions=("press",))

    def made(name: str, **crew: object) -> tuple[dict[str, bytes], list[int]]:
        order = Order(request, listing, tmp_path / name, jobs=2 if crew else 1)
        tally = Tally()
        records = list(run(plan(order), tally, **crew))  # type: ignore[arg-type]
        assert tally.exit_code() == 0
        return held(tmp_path / name), [record.row.number for record in records]

    together = made("cluster", crew=lambda: client.get_executor())  # type: ignore[attr-defined]
    assert together == made("alone")
    assert len(together[0]) == 12 + len({"manifest.csv", "manifest.json"})
