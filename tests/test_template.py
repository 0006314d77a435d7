"""The geometry for templates: plain values in millimetres that agree with the trade's figures."""

import json
from typing import Any

import pytest

from layout.build import schemes
from layout.folds import Scheme
from layout.geometry import mm
from layout.template import described, listing, template, templates

SCHEMES = schemes()
every_scheme = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES.keys())


def side(values: dict[str, Any], name: str) -> dict[str, Any]:
    [found] = [each for each in values["sides"] if each["side"] == name]
    return found


def test_a_roll_fold_in_millimetres() -> None:
    values = template(SCHEMES["a4-roll"])
    assert values["sheet"] == {"width": 297.0, "height": 210.0}
    assert values["media"] == {"x": 0.0, "y": 0.0, "width": 329.0, "height": 242.0}
    assert values["bleed_box"] == {"x": 13.0, "y": 13.0, "width": 303.0, "height": 216.0}
    assert values["trim_box"] == {"x": 16.0, "y": 16.0, "width": 297.0, "height": 210.0}
    assert (values["bleed"], values["allowance"], values["opening"]) == (3.0, 3.0, "left")
    outside = side(values, "outside")
    assert [(panel["name_ja"], panel["x"], panel["width"]) for panel in outside["panels"]] == [
        ("折り込み", 0.0, 97.0),
        ("裏表紙", 97.0, 100.0),
        ("表紙", 197.0, 100.0),
    ]
    assert outside["folds"] == [
        {
            "axis": "x",
            "position": position,
            "start": 0.0,
            "end": 210.0,
            "kind": "mountain",
            "kind_ja": "山折り",
            "order": order,
        }
        for position, order in ((97.0, 1), (197.0, 2))
    ]


@every_scheme
def test_inside_folds_lie_behind_outside_folds(scheme: Scheme) -> None:
    values = template(scheme)
    width = values["sheet"]["width"]
    places = [
        sorted(fold["position"] for fold in side(values, name)["folds"] if fold["axis"] == "x")
        for name in ("outside", "inside")
    ]
    assert places[1] == pytest.approx(sorted(width - place for place in places[0]), abs=0.002)


@every_scheme
def test_the_values_are_those_of_the_scheme_to_a_thousandth(scheme: Scheme) -> None:
    panels = {
        panel["number"]: panel for each in template(scheme)["sides"] for panel in each["panels"]
    }
    assert sorted(panels) == [slot.number for slot in scheme.slots]
    for slot in scheme.slots:
        panel = panels[slot.number]
        found = [mm(panel[name]) for name in ("x", "y", "width", "height")]
        assert found == pytest.approx([slot.x, slot.y, slot.width, slot.height], abs=0.002)
        assert (panel["role"], panel["turn"]) == (slot.role, slot.turn)


def test_the_json_is_ascii_and_holds_every_fold() -> None:
    text = templates(tuple(SCHEMES.values()))
    assert text.isascii()
    values = json.loads(text)
    assert values["version"] == 1
    assert [fold["id"] for fold in values["folds"]] == list(SCHEMES)


def test_people_read_a_fold_in_their_language() -> None:
    cross = SCHEMES["a4-cross"]
    english, japanese = described(cross, "en"), described(cross, "ja")
    assert "P2 inner 148.5 × 105 upside down" in english
    assert "(2) x = 148.5 (y 0–105) valley" in english
    assert "P2 中面 148.5 × 105 天地逆" in japanese
    assert "開く順:  P1 → P2 P3 → P4 P5 P6 P7 → P3 P2 P8 P1" in japanese
    assert listing((cross,), "en").split() == [
        "a4-cross", "297", "×", "210", "mm", "A4", "cross", "fold,", "eight", "A6", "pages",
    ]  # fmt: skip
