"""Whatever the file holds, loading gives a leaflet or problems with places: nothing else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.document import Leaflet, texts
from layout.load import locate
from layout.messages import catalogue, sentences
from layout.resources import resource
from tests.load.leaflets import Outcome, reading

SAMPLES = [
    resource(f"data/{name}").read_text(encoding="utf-8")
    for name in ("mynumber.yaml", "new.ja.yaml")
]
SAMPLES.append((Path(__file__).parents[1] / "leaflets" / "ruby.yaml").read_text(encoding="utf-8"))
CATALOGUE = catalogue()

JUNK = st.one_of(
    st.sampled_from(list("\t　：'\"[{}]|>%@`?~\\\n\r\x00\x85\u2028\u200b\ufeff\U0010ffff𠮷")),
    st.sampled_from(
        [
            ": ", " #", "- ", "&a ", "*a", "!x ", "---", "...", "<<: ", "\n\n", "か\u3099", "  ",
            "{支部}", "{{", "title: x\n", "notation: true\n", "{憲法|けん|ぽう}", "{圏点:",
            "|", "}", "placeholders: {支部: x}\n",
        ]
    ),
    st.text(max_size=5),
)  # fmt: skip

quickly = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "x.yaml"


def judge(outcome: Outcome) -> None:
    """An outcome is a leaflet, or errors; every problem has a place and its words."""
    assert outcome.exit_code in (0, 3)
    assert (outcome.loaded is None) == bool(outcome.errors)
    for found in outcome.problems:
        assert found.source.file
        assert found.source.line or found.code.startswith("file-")
        assert found.code in CATALOGUE
        for language in ("ja", "en"):
            assert sentences(found, language)[0]
    if outcome.loaded is not None:
        assert isinstance(outcome.loaded.leaflet, Leaflet)
        title = outcome.loaded.leaflet.cover.title
        assert title.strip()
        assert locate(title, 0).line >= title.source.line
        for text in texts(outcome.loaded.leaflet):
            ends = [end for mark in text.marks for end in (mark.start, mark.stop)]
            assert [0, *ends, len(text)] == sorted((0, *ends, len(text)))


@quickly
@given(data=st.binary(max_size=200))
def test_random_bytes(file: Path, data: bytes) -> None:
    judge(reading(file, data))


@quickly
@given(text=st.lists(JUNK, max_size=30).map("".join))
def test_random_yaml(file: Path, text: str) -> None:
    judge(reading(file, text.encode("utf-8", "ignore")))


@quickly
@given(
    sample=st.sampled_from(SAMPLES),
    slips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), JUNK), min_size=1, max_size=4),
)
def test_slips_of_a_hand(file: Path, sample: str, slips: list[tuple[float, int, str]]) -> None:
    for where, length, junk in slips:
        at = int(where * len(sample))
        sample = sample[:at] + junk + sample[at + length :]
    judge(reading(file, sample.encode("utf-8", "ignore")))


@quickly
@given(sample=st.sampled_from(SAMPLES), cut=st.floats(0, 1), encoding=st.sampled_from(
    ["utf-8", "cp932", "utf-16", "euc_jp"]))  # fmt: skip
def test_files_cut_off(file: Path, sample: str, cut: float, encoding: str) -> None:
    data = sample.encode(encoding, "replace")
    judge(reading(file, data[: int(len(data) * cut)]))
