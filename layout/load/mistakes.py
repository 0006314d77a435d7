"""Telling what an author did where a value has not the form its field wants.

Often the form is right and the writing is not: a full-width colon, a missing space, braces
that YAML takes for its own.  Then the slip is named instead of the wrong form.
"""

import re
from collections.abc import Mapping as Table
from collections.abc import Sequence as Series

from layout.examples import (
    block_in_brief,
    block_lines,
    field_in_brief,
    field_lines,
    indented,
    record_in_brief,
    record_lines,
)
from layout.fields import KIND_RECORDS, RECORDS_BY_TYPE, Field, Record
from layout.load.reading import At, Reading
from layout.nodes import Mapping, Node, Scalar, Sequence, place
from layout.problems import Source

_KEYS = {field.key for record in RECORDS_BY_TYPE.values() for field in record.fields}
_ANY_KEY = "|".join(sorted(_KEYS | set(KIND_RECORDS), key=len, reverse=True))

_SLIPS = (
    ("yaml-fullwidth-colon", r"([^\s:：]{1,20}?)\s*(：)"),
    ("yaml-wide-space", r"([^\s:]{1,20}):(\u3000)|()(\u3000)"),
    ("yaml-colon-space", r"([a-z][a-z-]*)(:)(?!//)\S"),
)
_SWALLOWED_PLAIN = rf"\n[ \t]*(?:- +)*({_ANY_KEY})\s*(：)"
_SWALLOWED_QUOTED = rf"\n[ \t]*(?:- +)*({_ANY_KEY})(:)(?=\s)"


def nearest(name: str, known: Series[str], titles: Table[str, str]) -> str:
    """The known name an unknown one is most like; a Japanese title counts for its key."""
    from difflib import get_close_matches

    similar = [key for title, key in titles.items() if name in title]
    if similar:
        return similar[0]
    candidates = {key.replace("-", "_"): key for key in known} | dict(titles)
    wanted = name.strip().lower().replace("-", "_")
    found = get_close_matches(wanted, candidates, n=1, cutoff=0.0)
    return candidates[found[0]] if found else ""


def field_shown(field: Field, column: int) -> str:
    """A field as it might be written: lines that begin at ``column``, or (0) in brief."""
    if not column:
        return field_in_brief(field)
    return _shown(field_lines(field, Record.required), column)


def _shown(lines: Series[str], column: int) -> str:
    """Lines of a file, to stand by themselves in a hint."""
    return "\n" + "\n".join(indented(lines, column - 1))


def say_not_a_mapping(reading: Reading, node: Node, record: Record, at: At) -> None:
    """Fields were wanted; the slip that hides them, or an example of them."""
    if isinstance(node, Scalar) and _say_slip(reading, node, at):
        return
    if not at.path:
        reading.say("yaml-not-a-mapping", node.source, at)
    elif at.column:
        example = _shown(record_lines(record, Record.required), at.column + 2)
        reading.say("not-a-mapping", node.source, at, example=example)
    else:
        example = ", ".join(record_in_brief(record))
        reading.say("not-a-mapping", node.source, at, example=f"{{{example}}}")


def say_not_a_list(reading: Reading, node: Node, field: Field, at: At) -> None:
    """A list was wanted."""
    if isinstance(node, Scalar) and swallowed(reading, node, at):
        return
    first = node.entries[0][0] if isinstance(node, Mapping) and node.entries else node
    dash = re.match(r"-(\S|\u3000)", first.text) if isinstance(first, Scalar) else None
    if dash and dash[1] == "\u3000":
        source = node.source._replace(column=node.source.column + 1)
        reading.say("yaml-wide-space", source, at, key="-")
        return
    code = "yaml-dash-space" if dash else "not-a-list"
    reading.say(code, node.source, at, key=field.key, example=field_shown(field, at.column))


def say_not_a_text(reading: Reading, node: Node, field: Field, at: At) -> None:
    """A text was wanted; brackets and colons of a text may have been taken for YAML's."""
    if isinstance(node, Mapping | Sequence) and node.flow:
        _say_brackets(reading, node, at)
    elif isinstance(node, Mapping) and node.entries and not node.entries[0][0].text.isascii():
        key = node.entries[0][0]
        colon = place(reading.file.name, reading.file.text, key.end)
        mended = _in_quotes(reading, key.source)
        reading.say("yaml-colon-in-text", colon, at, key=field.key, mended=mended)
    else:
        example = f"{field.key}: {field.example}".split("\n")[0]
        reading.say("not-a-text", node.source, at, key=field.key, example=example)


def _say_brackets(reading: Reading, node: Node, at: At) -> None:
    """A text that begins with a bracket; a tag before it has been told already."""
    text = _rest_of_line(reading, node.source)
    if text[:1] in ("[", "{"):
        mended = _in_quotes(reading, node.source)
        reading.say("yaml-sign-at-start", node.source, at, sign=text[:1], text=text, mended=mended)


def _rest_of_line(reading: Reading, source: Source) -> str:
    line = reading.file.text.split("\n")[source.line - 1]
    return line[source.column - 1 :].strip()


def _in_quotes(reading: Reading, source: Source) -> str:
    """The line of a place, what stands from there on in quotes; nothing if it goes on below."""
    from layout.nodes.lines import line_of, quoted, with_value

    rows = reading.file.text.split("\n")
    line = line_of(source.line, rows[source.line - 1])._replace(value_column=source.column - 1)
    return with_value(rows, line, quoted(_rest_of_line(reading, source)))


def swallowed(reading: Reading, scalar: Scalar, at: At) -> bool:
    """Whether a text has taken in the field after it, and says so.

    That happens without an error of YAML where the field's colon is full-width, or where the
    text's quotation mark is closed by a later one.
    """
    region = reading.file.text[scalar.start : scalar.end]
    if "\n" not in region or scalar.style in ("|", ">"):
        return False
    found = re.search(_SWALLOWED_QUOTED if scalar.style else _SWALLOWED_PLAIN, region)
    if found is None:
        return False
    reading.swallowed.add(found[1])
    if scalar.style:
        reading.say("yaml-unclosed-quote", scalar.source, at, key=found[1], mended="")
    else:
        colon = place(reading.file.name, reading.file.text, scalar.start + found.start(2))
        reading.say("yaml-fullwidth-colon", colon, at, key=found[1])
    return True


def _say_slip(reading: Reading, scalar: Scalar, at: At) -> bool:
    """Whether a text that should hold fields shows why it does not, and says so."""
    region = reading.file.text[scalar.start : scalar.end]
    for code, pattern in _SLIPS:
        found = re.match(pattern, region)
        if found:
            sign = 2 if found[2] else 4
            source = place(reading.file.name, reading.file.text, scalar.start + found.start(sign))
            reading.say(code, source, at, key=found[sign - 1] or "")
            return True
    return False


def say_block_fault(reading: Reading, node: Node, at: At) -> None:
    """A block is a mapping with one key, the name of its kind; this one is not."""
    if isinstance(node, Mapping) and node.entries:
        _say_kind_fault(reading, node, at)
    elif not (isinstance(node, Scalar) and _say_slip(reading, node, at)):
        kind = node.text if isinstance(node, Scalar) and node.text in KIND_RECORDS else "section"
        reading.say("block-form", node.source, at, example=_block_shown(reading, node, kind))


def _say_kind_fault(reading: Reading, node: Mapping, at: At) -> None:
    keys = [key for key, _ in node.entries]
    kinds = [key for key in keys if key.text in KIND_RECORDS]
    if len(kinds) > 1:
        reading.say("block-several-kinds", kinds[1].source, at, kind=kinds[1].text)
    elif kinds:
        stray = next(key for key in keys if key is not kinds[0])
        reading.say("block-indentation", stray.source, at, kind=kinds[0].text, key=stray.text)
    elif len(keys) == 1:
        known = list(KIND_RECORDS)
        near = nearest(keys[0].text, known, _kind_titles())
        told = ", ".join(known)
        reading.say("unknown-kind", keys[0].source, at, kind=keys[0].text, nearest=near, known=told)
    else:
        near = _likely_kind({key.text for key in keys})
        example = _block_shown(reading, node, near)
        reading.say("kind-missing", node.source, at, nearest=near, example=example)


def _block_shown(reading: Reading, node: Node, kind: str) -> str:
    """A block of a kind as it might be written where this one stands."""
    row = reading.file.text.split("\n")[node.source.line - 1]
    dash = row.find("-")
    if row[: max(dash, 0)].strip() or dash < 0:
        return block_in_brief(kind)
    return _shown(block_lines(kind, Record.required), dash + 1)


def _kind_titles() -> dict[str, str]:
    """What kinds are called, and what their headings are likely to be, with their names."""
    titles = {title: kind for kind, r in KIND_RECORDS.items() for title in (r.ja, r.en)}
    for kind, record in KIND_RECORDS.items():
        heading = record.field("heading")
        if heading and heading.example:
            titles.setdefault(heading.example, kind)
    return titles


def _likely_kind(keys: set[str]) -> str:
    """The kind that shares most fields with these keys."""
    shared = {
        kind: len(keys & {field.key for field in record.fields})
        for kind, record in KIND_RECORDS.items()
    }
    return max(shared, key=lambda kind: shared[kind])
