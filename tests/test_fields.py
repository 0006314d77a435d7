"""The table of fields and the classes of a document are the same."""

from pathlib import Path
from types import NoneType, UnionType
from typing import get_args, get_origin

import pytest

from layout import fields
from layout.document import KINDS, Block, Text
from layout.examples import block_in_brief, field_in_brief, record_in_brief
from layout.fields import KIND_RECORDS, LEAFLET, RECORDS_BY_TYPE, Field, Record
from tests.load.leaflets import HEAD, reading

EVERY = tuple(RECORDS_BY_TYPE.values())


def name(record: Record) -> str:
    return record.type.__name__


def wanted(record: Record, field: Field) -> object:
    """The type of a field as the class declares it, without the None of an optional one."""
    declared = record.type.__annotations__[field.attribute]
    if isinstance(declared, UnionType):
        (declared,) = (part for part in get_args(declared) if part is not NoneType)
    return declared


SHAPES: dict[object, frozenset[str]] = {
    Text: frozenset((fields.TEXT, fields.WORD, fields.DATE, fields.PATH)),
    tuple[Text, ...]: frozenset((fields.TEXTS,)),
    bool: frozenset((fields.FLAG,)),
    tuple[tuple[Text, ...], ...]: frozenset((fields.ROWS,)),
    tuple[tuple[str, Text], ...]: frozenset((fields.PLACEHOLDERS,)),
    tuple[Block, ...]: frozenset((fields.BLOCKS,)),
}


@pytest.mark.parametrize("record", EVERY, ids=name)
def test_the_table_has_the_fields_of_the_class(record: Record) -> None:
    assert {field.attribute for field in record.fields} == set(record.type._fields) - {"source"}
    assert len({field.key for field in record.fields}) == len(record.fields)


@pytest.mark.parametrize("record", EVERY, ids=name)
def test_the_table_has_the_shapes_of_the_class(record: Record) -> None:
    for field in record.fields:
        declared = wanted(record, field)
        if field.shape == fields.RECORD:
            assert declared is field.of
        elif field.shape == fields.RECORDS:
            assert get_origin(declared) is tuple
            assert get_args(declared) == (field.of, ...)
        else:
            assert field.shape in SHAPES[declared]


@pytest.mark.parametrize("record", EVERY, ids=name)
def test_everything_is_explained_in_both_languages(record: Record) -> None:
    assert all((record.ja, record.en, record.about_ja, record.about_en))
    for field in record.fields:
        assert field.ja
        assert field.en.isascii()
        assert bool(field.about_ja) == bool(field.about_en)
        if field.of is None and field.shape not in (fields.BLOCKS, fields.PLACEHOLDERS):
            assert field.example


def test_every_kind_has_its_record() -> None:
    assert list(KIND_RECORDS) == list(KINDS)
    assert LEAFLET.field("lead-on") is None


@pytest.mark.parametrize("kind", KIND_RECORDS)
def test_examples_in_messages_are_yaml_that_loads(kind: str, tmp_path: Path) -> None:
    text = f"{HEAD}body:\n  {block_in_brief(kind)}\n"
    outcome = reading(tmp_path / "x.yaml", text)
    assert outcome.said == []
    assert outcome.loaded is not None
    assert type(outcome.loaded.leaflet.body[0]) is KINDS[kind]


def test_the_example_of_a_leaflet_is_one(tmp_path: Path) -> None:
    assert reading(tmp_path / "x.yaml", "\n".join(record_in_brief(LEAFLET))).said == []


@pytest.mark.parametrize("record", EVERY, ids=name)
def test_examples_fit_one_line(record: Record) -> None:
    assert not [line for line in map(field_in_brief, record.fields) if "\n" in line]
