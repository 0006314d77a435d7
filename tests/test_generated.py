"""The files made from the table of fields: the schema, and the start that ``new`` writes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.document import KINDS
from layout.generated import generated
from layout.load import load
from layout.resources import resource
from layout.schema import schema
from layout.start import BACK, BODY, start
from tests.load.leaflets import BODY as SECTION
from tests.load.leaflets import HEAD, reading

RENEW = "run: python -m layout.generated"


@pytest.mark.parametrize("name", generated())
def test_generated_files_are_up_to_date(name: str) -> None:
    assert resource("data").joinpath(name).read_text(encoding="utf-8") == generated()[name], RENEW


# The schema, judged by a small validator of its own: the keywords used here and no others.


def faults(value: Any, rule: dict[str, Any], path: str = "") -> Iterator[str]:
    """Where a value breaks a schema."""
    if "$ref" in rule:
        yield from faults(value, schema()["$defs"][rule["$ref"].removeprefix("#/$defs/")], path)
        return
    if "type" in rule and not any(is_a(value, kind) for kind in as_list(rule["type"])):
        yield f"{path}: {value!r} is no {rule['type']}"
    elif isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        yield f"{path}: {value!r} does not match"
    elif "enum" in rule and value not in rule["enum"]:
        yield f"{path}: {value!r} is none of {rule['enum']}"
    elif isinstance(value, list):
        if len(value) < rule.get("minItems", 0):
            yield f"{path}: too few"
        for number, item in enumerate(value):
            yield from faults(item, rule.get("items", {}), f"{path}[{number}]")
    elif isinstance(value, dict):
        yield from object_faults(value, rule, path)


def object_faults(value: dict[str, Any], rule: dict[str, Any], path: str) -> Iterator[str]:
    if not rule.get("minProperties", 0) <= len(value) <= rule.get("maxProperties", 99):
        yield f"{path}: {len(value)} properties"
    yield from (f"{path}: {key} is missing" for key in rule.get("required", ()) if key not in value)
    more = rule.get("additionalProperties", {})
    for key, item in value.items():
        if key in rule.get("properties", {}):
            yield from faults(item, rule["properties"][key], f"{path}.{key}")
        elif more is False:
            yield f"{path}: {key} is unknown"
        else:
            yield from faults(key, rule.get("propertyNames", {}), f"{path}: name")
            yield from faults(item, more, f"{path}.{key}")


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def is_a(value: Any, kind: str) -> bool:
    if kind in ("integer", "number"):
        number = (int,) if kind == "integer" else (int, float)
        return isinstance(value, number) and not isinstance(value, bool)
    kinds = {"string": str, "boolean": bool, "array": list, "object": dict, "null": type(None)}
    return isinstance(value, kinds[kind])


def as_editors_read(text: str) -> Any:
    """YAML with its types resolved, days as text (YAML 1.2, as editors take it)."""
    loader = type("Loader", (yaml.SafeLoader,), {})
    resolvers = {
        char: [(tag, pattern) for tag, pattern in found if not tag.endswith(("timestamp", "merge"))]
        for char, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    loader.yaml_implicit_resolvers = resolvers  # type: ignore[attr-defined]
    return yaml.load(text, Loader=loader)


KEYWORDS = {
    "$schema", "$defs", "$ref", "title", "description", "examples", "type", "properties",
    "required", "additionalProperties", "items", "pattern", "minItems", "propertyNames",
    "minProperties", "maxProperties", "enum",
}  # fmt: skip


def test_the_schema_uses_only_what_is_judged_here() -> None:
    def used(rule: Any) -> Iterator[str]:
        if isinstance(rule, dict):
            for key, value in rule.items():
                yield key
                inner = value.values() if key in ("properties", "$defs") else [value]
                for each in inner:
                    yield from used(each)

    assert set(used(schema())) <= KEYWORDS


@pytest.mark.parametrize("name", ["mynumber.yaml", "new.ja.yaml", "new.en.yaml"])
def test_shipped_leaflets_keep_the_schema_they_name(name: str) -> None:
    text = resource("data").joinpath(name).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=leaflet.schema.json\n")
    assert list(faults(as_editors_read(text), schema())) == []


WRONG = [
    "",
    "- a",
    HEAD,
    HEAD + "body: []",
    HEAD + "body:\n  - section: {}",
    HEAD + "body:\n  - sektion: {text: x}",
    HEAD + "body:\n  - section: {text: x}\n    appeal: {text: y}",
    HEAD + "body:\n  - section: {text: [x]}",
    HEAD + "body:\n  - list: {items: x}",
    HEAD + "body:\n  - list: {items: [x], numbered: 3}",
    HEAD + "body:\n  - photo: {file: ../x.png}",
    HEAD + "body:\n  - photo: {file: 'http://x/y.png'}",
    HEAD + "body:\n  - photo: {file: a\\b.png}",
    HEAD + "body:\n  - photo: {file: ~/b.png}",
    HEAD + SECTION + "titel: x",
    HEAD + SECTION + "fold: A4 roll",
    HEAD + SECTION + "placeholders: {a b: x}",
    HEAD.replace("2025-04-01", "1. April") + SECTION,
    HEAD.replace("sample", "サンプル") + SECTION,
]


@pytest.mark.parametrize("text", WRONG)
def test_what_the_schema_refuses_the_loader_refuses(text: str, tmp_path: Path) -> None:
    assert list(faults(as_editors_read(text), schema()))
    assert reading(tmp_path / "x.yaml", text).exit_code == 3


RIGHT = [
    "title: 2025\n",
    "title: no\n",
    "placeholders: {支部: '', tel: 03}\n",
    "back:\n  - contact: {name: 会, postal: 0640000, tel: 012}\n",
    "back:\n  - list: {items: [1, x], numbered: yes}\n",
    "back:\n  - table: {columns: [a], rows: [[1], [''], [true]]}\n",
    "back:\n  - photo: {file: photos/..集会 2.jpg, id: p-1}\n",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_the_loader_takes_the_schema_takes(text: str, tmp_path: Path) -> None:
    assert reading(tmp_path / "x.yaml", HEAD + SECTION + text).exit_code == 0
    assert list(faults(as_editors_read(HEAD + SECTION + text), schema())) == []


def test_the_schema_is_json_with_words_for_both_readers() -> None:
    assert json.loads(generated()["leaflet.schema.json"]) == schema()
    ask = schema()["$defs"]["question"]["properties"]["lead"]
    assert "答え" in ask["title"]
    assert "answer" in ask["title"]
    assert "\n" in ask["description"]


# The start


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_start_loads_without_a_word(language: str) -> None:
    loaded = load(resource(f"data/new.{language}.yaml"))
    assert loaded.problems == ()
    assert [type(block) for block in loaded.leaflet.body] == [KINDS[kind] for kind in BODY]
    assert [type(block) for block in loaded.leaflet.back] == [KINDS[kind] for kind in BACK]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_kind_is_there_to_be_taken_out_of_its_comment(language: str, tmp_path: Path) -> None:
    head, marked, rest = start(language).partition("# ほか" if language == "ja" else "# These can")
    body, back, end = rest.partition("\nback:")
    text = head + marked + re.sub(r"(?m)^  #( |$)", "  ", body) + back + end
    text = text.replace("# placeholders:\n#   ", "placeholders:\n  ")
    head, marked, rest = text.partition("# printing:\n")
    shop, cover, rest = rest.partition("\n\n")
    text = head + marked.removeprefix("# ") + re.sub("(?m)^# ", "", shop) + cover + rest
    outcome = reading(tmp_path / "x.yaml", text)
    assert outcome.said == []
    assert outcome.loaded is not None
    leaflet = outcome.loaded.leaflet
    assert {type(block) for block in (*leaflet.body, *leaflet.back)} == set(KINDS.values())
    assert leaflet.placeholders == (("branch", "○○支部"),)
    blank = [name for name, value in leaflet._asdict().items() if value in (None, ())]
    assert blank == []
