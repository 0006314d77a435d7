"""Values made by the house against those that the standard library makes."""

import copy
import pickle
import typing

import pytest

from layout import values


def both() -> list[type]:
    made = []
    for base in (typing.NamedTuple, values.NamedTuple):

        class Sample(base):  # type: ignore[misc,valid-type]
            """A sample."""

            first: int
            second: str = "b"
            third: tuple[int, ...] = ()

            @property
            def twice(self) -> int:
                return int(self.first) * 2

        made.append(Sample)
    return made


LIBRARY, OURS = both()


class Kept(values.NamedTuple):
    """A value of this module, which pickles find by its name."""

    number: int
    name: str = "n"


class Empty(values.NamedTuple):
    """A value without fields."""


@pytest.mark.parametrize(
    ("words", "named"),
    [((1,), {}), ((1, "x"), {}), ((1,), {"third": (2,)}), ((), {"first": 3, "second": "y"})],
)
def test_values_are_made_shown_and_changed_alike(
    words: tuple[object, ...], named: dict[str, object]
) -> None:
    library, ours = LIBRARY(*words, **named), OURS(*words, **named)
    assert ours == library
    assert hash(ours) == hash(library)
    assert repr(ours) == repr(library)
    assert ours._asdict() == library._asdict()
    assert ours._replace(second="z") == library._replace(second="z")
    assert ours.twice == library.twice
    assert (ours.first, ours.second, ours.third) == tuple(library)


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__", "__doc__"])
def test_classes_tell_of_themselves_alike(name: str) -> None:
    assert getattr(OURS, name) == getattr(LIBRARY, name)
    assert typing.get_type_hints(OURS) == typing.get_type_hints(LIBRARY)


@pytest.mark.parametrize(
    ("words", "named"), [((), {}), ((1, 2, 3, 4), {}), ((1,), {"fourth": 2}), ((1,), {"first": 2})]
)
def test_wrong_arguments_are_refused_alike(
    words: tuple[object, ...], named: dict[str, object]
) -> None:
    for kind in (LIBRARY, OURS):
        with pytest.raises(TypeError):
            kind(*words, **named)


def test_wrong_changes_are_refused_alike() -> None:
    for kind in (LIBRARY, OURS):
        with pytest.raises(ValueError, match="fourth"):
            kind(1)._replace(fourth=2)
        with pytest.raises(TypeError, match="Expected 3 arguments, got 2"):
            kind._make((1, 2))
        with pytest.raises(AttributeError):
            kind(1).first = 2


def test_values_are_copied_kept_and_matched() -> None:
    kept = Kept(1)
    assert pickle.loads(pickle.dumps(kept)) == kept
    assert type(pickle.loads(pickle.dumps(kept))) is Kept
    assert type(copy.deepcopy(kept)) is Kept
    match kept:
        case Kept(number, name):
            assert (number, name) == (1, "n")
    assert Empty() == ()


def test_a_field_without_a_default_follows_none_that_has_one() -> None:
    with pytest.raises(TypeError, match="default"):
        type(values.NamedTuple)(
            "Wrong",
            (values.NamedTuple,),
            {"__annotations__": {"first": int, "second": int}, "first": 1},
        )
