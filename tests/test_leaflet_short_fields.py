"""Words in places that forms keep short: drawn to the last, or refused; never left out."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.build import Request, build
from layout.load import load
from layout.problems import LeafletError
from tests.leaflet_pdf.words import close, words_of
from tests.pdf.reading import glyphs

LEAFLET: dict[str, Any] = {
    "id": "short",
    "issued": "2024-10-01",
    "cover": {
        "title": "年金",
        "calls": ["減らすな"],
        "subtitle": "暮らしを守る",
        "lead-on": "なかへ",
    },
    "body": [
        {"question": {"ask": "なぜ？", "answer": "知らせるためです。", "label": "問"}},
        {"countries": {"groups": [{"verdict": "見直し", "countries": [{"name": "韓国"}]}]}},
        {
            "incidents": {
                "items": [
                    {"date": "2020年6月", "organisation": "省", "kind": "誤送信", "count": "8件"},
                    {"date": "2019年2月", "organisation": "庁", "kind": "紛失", "count": "90件"},
                ]
            }
        },
        {"key-figure": {"value": "67%", "label": "反対"}},
        {"event": {"heading": "つどい", "title": "集会", "date": "6月1日", "place": "会館"}},
    ],
    "back": [
        {"illustration": {"caption": "漏えい"}},
        {"blank-contact": {"heading": "連絡先", "labels": ["名前", "電話"], "stamp": "印"}},
        {"contact": {"heading": "問い合わせ", "name": "連絡会", "tel": "03-0000-0000"}},
    ],
}

Place = tuple[str | int, ...]

PLACES: dict[str, Place] = {
    "call": ("cover", "calls", 0),
    "subtitle": ("cover", "subtitle"),
    "lead-on": ("cover", "lead-on"),
    "label": ("body", 0, "question", "label"),
    "verdict": ("body", 1, "countries", "groups", 0, "verdict"),
    "country": ("body", 1, "countries", "groups", 0, "countries", 0, "name"),
    "date": ("body", 2, "incidents", "items", 0, "date"),
    "organisation": ("body", 2, "incidents", "items", 0, "organisation"),
    "kind": ("body", 2, "incidents", "items", 0, "kind"),
    "count": ("body", 2, "incidents", "items", 0, "count"),
    "value": ("body", 3, "key-figure", "value"),
    "event-heading": ("body", 4, "event", "heading"),
    "event-date": ("body", 4, "event", "date"),
    "caption": ("back", 0, "illustration", "caption"),
    "blank-heading": ("back", 1, "blank-contact", "heading"),
    "blank-label": ("back", 1, "blank-contact", "labels", 0),
    "stamp": ("back", 1, "blank-contact", "stamp"),
    "contact-heading": ("back", 2, "contact", "heading"),
    "tel": ("back", 2, "contact", "tel"),
}

BREAK = "\nつぎの行"
LONG = "とても長いので一行には入りきらないかもしれない言葉を、書きつづけたらどうなるかを確かめる"
MORE = {"break": BREAK, "long": LONG, "longer": 3 * LONG}

CASES = [pytest.param(place, more, id=f"{more}-{place}") for place in PLACES for more in MORE]


@pytest.mark.parametrize(("place", "more"), CASES)
def test_no_word_is_left_out_of_a_short_place(place: str, more: str, tmp_path: Path) -> None:
    path = tmp_path / "short.yaml"
    path.write_text(written(PLACES[place], MORE[more]), encoding="utf-8")
    wanted = Counter(close("".join(words_of(load(path).leaflet))))
    made = built(path)
    assert made is None or not wanted - Counter(close("".join(g.text for g in glyphs(made))))


def built(path: Path) -> bytes | None:
    """The office edition; None where the leaflet is refused because a text leaves its panel."""
    try:
        [made] = build(Request(path, editions=("office",))).made
    except LeafletError as error:
        if error.exit_code != 4:
            raise
        return None
    return made.data


def written(place: Place, more: str) -> str:
    """The leaflet with more words at one place, as YAML."""

    def changed(value: Any, rest: Place) -> Any:
        if not rest:
            return value + more
        if isinstance(value, dict):
            return {**value, rest[0]: changed(value[rest[0]], rest[1:])}
        return [changed(v, rest[1:]) if at == rest[0] else v for at, v in enumerate(value)]

    return yaml.safe_dump(changed(LEAFLET, place), allow_unicode=True, sort_keys=False, width=9999)
