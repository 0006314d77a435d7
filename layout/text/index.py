"""Folders of fonts: which faces they hold, under which names.

A folder is described by ``index.tsv`` (a line of headings, then id, file, number in a
collection, axes, family, style, licence and perhaps the language it is for, parted by tabs;
``-`` says nothing).  A folder without one is a person's own: every font file in it counts,
under its PostScript name.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uharfbuzz as hb  # type: ignore[import-untyped]

from layout.problems import LeafletError, Problem, Source, problem
from layout.text.faces import Entry, postscript_safe
from layout.text.sfnt import FONT_EXIT, count_faces, read_sfnt

_INDEX = "index.tsv"
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


def read_folder(folder: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The faces of a folder, and what is wrong with font files that cannot be used."""
    index = folder / _INDEX
    if index.is_file():
        lines = index.read_text(encoding="utf-8").splitlines()
        return tuple(
            _entry(line, index, n) for n, line in enumerate(lines, 1) if n > 1 and line
        ), ()
    files = sorted(path for path in folder.glob("*") if path.suffix.lower() in _SUFFIXES)
    entries: list[Entry] = []
    unusable: list[Problem] = []
    for path in files:
        try:
            entries.extend(_bare_faces(path))
        except LeafletError as error:
            unusable.extend(error.problems)
    return tuple(entries), tuple(unusable)


def _entry(line: str, index: Path, number: int) -> Entry:
    """A line of an index; ``-`` in the columns number and axes means that nothing is said."""
    try:
        id, file, face, axes, family, style, licence, *language = line.split("\t")
        (spoken,) = language or ("-",)
        pins = tuple(pin.split("=") for pin in axes.split(",")) if axes != "-" else ()
        return Entry(
            id=id,
            path=index.parent / file,
            number=None if face == "-" else int(face),
            axes=tuple((tag, float(value)) for tag, value in pins),
            family=family,
            style=style,
            licence=licence,
            language="" if spoken == "-" else spoken,
        )
    except ValueError:
        at = Source(str(index), number, 1)
        raise LeafletError((problem("font-index", at),), FONT_EXIT) from None


def _bare_faces(path: Path) -> Iterator[Entry]:
    """The faces of a font file, under their PostScript names; instances of a variable font."""
    for number in range(count_faces(path)):
        read_sfnt(path, number)
        face = hb.Face(hb.Blob.from_file_path(str(path)), number)
        names = hb.OTNameIdPredefined
        family = (
            face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or path.stem
        )
        licence = face.get_name(names.LICENSE) or ""
        if face.axis_infos:
            yield from _instances(path, number, face, family, licence)
        else:
            style = face.get_name(names.TYPOGRAPHIC_SUBFAMILY) or face.get_name(
                names.FONT_SUBFAMILY
            )
            id = face.get_name(names.POSTSCRIPT_NAME) or path.stem
            yield Entry(id, path, number, (), family, style or "Regular", licence)


def _instances(path: Path, number: int, face: Any, family: str, licence: str) -> Iterator[Entry]:
    tags = [axis.tag for axis in face.axis_infos]
    prefix = face.get_name(hb.OTNameIdPredefined.VARIATIONS_PS_PREFIX) or family
    for instance in face.named_instances:
        style = face.get_name(instance.subfamily_name_id) or "Regular"
        axes = tuple(zip(tags, instance.design_coords, strict=True))
        id = postscript_safe(f"{prefix}-{style}".replace(" ", ""))
        yield Entry(id, path, number, axes, family, style, licence)
