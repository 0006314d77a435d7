"""Contacts in black alone: only that plate differs between variants."""

import re
from pathlib import Path

import pypdf
import pytest

from layout.build import Request
from layout.editions import EDITIONS
from layout.frame import BLACK, PAPER, Ink, Spot
from layout.frame import Path as Shape
from layout.overprinting import plates_changed
from layout.variants import Prepared, prepare, vary
from tests.batch.test_batch import GOOD, OSAKA, listed
from tests.batch.test_variants import ROWS, row_of
from tests.test_cli import ROOT, Command, command

__all__ = ["command"]

SHIPPED = ROOT / "data/mynumber.yaml"
PRESS = EDITIONS["press"]
TEAL = Ink("teal", (0.8, 0.2, 0.5, 0.0), (0.1, 0.4, 0.4))


def base(theme: str, imprint: str | None) -> Prepared:
    return prepare(Request(SHIPPED, editions=("press",), theme=theme, imprint=imprint))


@pytest.mark.parametrize("theme", ["calm", "bold"])
def test_what_a_variant_draws_is_black_or_unprinted(theme: str, tmp_path: Path) -> None:
    prepared = base(theme, "k")
    assert prepared.plates == (("press", ("K",)),)
    [file] = vary(prepared, row_of(ROWS[1])).files
    (tmp_path / "one.pdf").write_bytes(file.data)
    page = pypdf.PdfReader(tmp_path / "one.pdf").pages[0]
    own = max(page["/Contents"], key=lambda stream: stream.indirect_reference.idnum)
    inks = set(re.findall(rb"(?m)^(.+) [kKgG]$|^/\w+ cs$", own.get_object().get_data()))
    assert inks == {b"0 0 0 1", b"0 0 0 0"}


def test_otherwise_the_plates_of_the_ground_change_too() -> None:
    assert base("calm", None).plates == (("press", ("C", "M", "Y", "K")),)


def test_ink_over_a_ground_changes_it_unless_it_is_black() -> None:
    spot = Spot("DIC 161", (0.0, 0.8, 0.9, 0.0))
    red = Ink("red", spot.cmyk, (1.0, 0.2, 0.1), spot)

    def changed(ink: Ink, ground: Ink) -> tuple[str, ...]:
        return plates_changed([Shape((), fill=ink)], ground, PRESS)

    assert changed(BLACK, TEAL) == ("K",)
    assert changed(PAPER, TEAL) == ("C", "M", "Y")
    assert changed(TEAL, PAPER) == ("C", "M", "Y")
    assert changed(red, PAPER) == ("DIC 161",)
    assert plates_changed([Shape((), fill=BLACK)], TEAL, EDITIONS["office"]) == ()


def test_the_report_names_the_plates(command: Command, tmp_path: Path) -> None:
    listed(tmp_path, [GOOD, OSAKA])
    words = ("batch", SHIPPED, "--contacts", "list.csv", "--edition", "press", "--dry-run")
    assert command(*words, "--imprint", "k", "--json").report()["plates"] == {"press": ["K"]}
    assert "press K\n" in command(*words, "--imprint", "k").err
    wrong = command(*words, "--imprint", "c", "--json")
    assert wrong.code == 2
    assert [each["code"] for each in wrong.report()["problems"]] == ["imprint-unknown"]
