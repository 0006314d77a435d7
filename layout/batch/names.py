"""Names of a batch's files: ASCII, safe on every system, a function of the row.

Print shops' systems break names in Japanese: a prefecture is spelled in Latin letters, of other
values the ASCII part stays, with a hash of the whole.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple
from unicodedata import normalize

from layout.contacts import Column, Row
from layout.contacts.headers import columns_of
from layout.contacts.postcodes import PREFECTURES
from layout.outputs import LONGEST_STEM, safe_stem
from layout.problems import LeafletError, Problem, problem

USUAL = "{leaflet}_{fold}_{edition}_{id}"

_LATIN = (
    "hokkaido akita iwate aomori tokyo kanagawa chiba ibaraki tochigi saitama gunma nagano "
    "yamanashi shizuoka aichi gifu mie shiga osaka kyoto nara wakayama hyogo tottori shimane "
    "okayama hiroshima yamaguchi kagawa tokushima kochi ehime fukuoka saga nagasaki kumamoto "
    "oita miyazaki kagoshima okinawa fukui ishikawa toyama niigata fukushima miyagi yamagata"
)
_ROMAN = dict(zip(PREFECTURES, re.findall("[a-z]+", _LATIN), strict=True))
_SLOT = re.compile(r"\{([^{}]*)\}")
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?")
_MARKED = re.compile(r"-[0-9a-f]{8}$")
_FIXED = re.compile(r"[A-Za-z0-9_.-]*")
_USAGE = 2


class Names(NamedTuple):
    """How the files of a run are called: the pattern's parts, each fixed text or (in odd places)
    a field; ``constants`` fill those that no row changes; ``shared``: stems of several rows."""

    parts: tuple[str, ...]
    constants: Mapping[str, str]
    shared: frozenset[str] = frozenset()

    def stem(self, row: Row, edition: str) -> str:
        """The name without its suffix; two rows of a list never have the same."""
        plain = self.plain(row, edition)
        again = any(found.code == "contact-id-case" for found in row.problems)
        if again or (self.shared and mark(self.plain(row, "").lower()) in self.shared):
            return safe_stem(f"{plain}-{mark(row.id)}")
        return plain

    def plain(self, row: Row, edition: str) -> str:
        """The name by the pattern alone."""
        fields = self.parts[1::2]
        values = [self._value(field, row, edition) for field in fields]
        shown = [latin(value) for value in values]
        pieces = [*self.parts]
        pieces[1::2] = [text for text, _ in shown]
        stem = "".join(pieces)
        if not all(exact for _, exact in shown):
            pairs = zip(values, fields, strict=True)
            held = chr(31).join(value for value, field in pairs if field != "edition")
            stem = f"{stem}-{mark(held)}"
        return safe_stem(stem) if len(stem) > LONGEST_STEM or not self.parts[0] else stem

    def _value(self, field: str, row: Row, edition: str) -> str:
        if field == "edition":
            return edition
        if field == "id":
            return row.id
        if field == "row":
            return str(row.number).zfill(6)
        return self.constants.get(field) or row.values.get(field, "")


def mark(text: str) -> str:
    """Eight digits that stand for a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def latin(value: str) -> tuple[str, bool]:
    """A value in letters, digits and signs safe in names; whether it can be told from others."""
    if _PLAIN.fullmatch(value) and not _MARKED.search(value):
        return value, True
    if value in _ROMAN:
        return _ROMAN[value], True
    ascii_part = normalize("NFKC", value).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", ascii_part).strip("-_") or "x", False


def read_names(
    pattern: str | None,
    constants: Mapping[str, str],
    columns: Iterable[Column],
    several: bool,
) -> Names:
    """The names by a pattern (None: the usual one); ``several`` editions are told apart.

    Raises LeafletError (exit code 2) with everything that is wrong with the pattern.
    """
    text = (USUAL if pattern is None else pattern).removesuffix(".pdf")
    parts = _SLOT.split(text)
    if several and "edition" not in parts[1::2]:
        parts = [*parts[:-1], f"{parts[-1]}_", "edition", ""]
    fields = {column.field: column.field for column in columns if column.header}
    fields |= {column.header: column.field for column in columns if column.header}
    own = (*constants, "edition", "id", "row")
    wrong = list(_faults(text, parts, fields, own))
    if wrong:
        raise LeafletError(tuple(wrong), _USAGE)
    parts[1::2] = [fields.get(name, _field_of(name, fields)) for name in parts[1::2]]
    return Names(tuple(parts), constants)


def _field_of(name: str, fields: Mapping[str, str]) -> str:
    """The field that a name means, by the aliases of headers; the name itself else."""
    (column,) = columns_of([name])
    return column.field if column.known and column.field in fields else name


def _faults(
    text: str, parts: list[str], fields: Mapping[str, str], own: tuple[str, ...]
) -> Iterable[Problem]:
    if any(not _FIXED.fullmatch(part) for part in parts[::2]) or text.startswith((".", "-")):
        yield problem("batch-name-signs", pattern=text)
    for name in parts[1::2]:
        if name not in own and name not in fields and _field_of(name, fields) not in fields:
            yield problem("batch-name-unknown", name=name, known=", ".join((*own, *fields)))
    if not {"id", "row", *fields} & {_field_of(name, fields) for name in parts[1::2]}:
        yield problem("batch-name-constant", pattern=text)


def told_apart(names: Names, rows: Callable[[], Iterable[Row]]) -> Names:
    """The names, knowing which stems several rows of the whole list would share.

    By a row's id alone there are none: ids stand once, but for their case, which the row knows.
    """
    varying = [field for field in names.parts[1::2] if field not in names.constants]
    if [field for field in varying if field != "edition"] in (["id"], ["row"]):
        return names
    from layout.contacts.twins import Seen, as_number

    seen = Seen()
    for row in rows():
        seen.add(names.plain(row, ""))
    doubled = seen.doubled()
    if not doubled:
        return names
    shared = {
        mark(names.plain(row, "").lower())
        for row in rows()
        if as_number(names.plain(row, "")) in doubled
    }
    return names._replace(shared=frozenset(shared))
