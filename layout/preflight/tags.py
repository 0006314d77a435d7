"""The rules on what a screen reader needs: the tree of structure, languages, words for pictures.

ISO 14289-1 (PDF/UA-1) asks far more; these are what a file for screens is lacking most often.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from layout.preflight.file import File
from layout.preflight.ledger import Ledger
from layout.preflight.values import Object, Ref, text_of

MOST_ELEMENTS = 200_000

_Element: TypeAlias = dict[str, Object]


def judge_tags(file: File, ledger: Ledger, catalog: dict[str, Object]) -> None:
    """Every rule on tags; those on elements only of a file that has any."""
    if not any(code.startswith("tag.") for code in ledger.ran):
        return
    if not (text_of(file.get(catalog, "Lang")) or "").strip():
        ledger.add("tag.language")
    info = file.dictionary(file.trailer.get("Info"))
    preferences = file.dictionary(catalog.get("ViewerPreferences"))
    shown = file.get(preferences, "DisplayDocTitle") is True
    if not (shown and (text_of(file.get(info, "Title")) or "").strip()):
        ledger.add("tag.title")
    root = file.get(catalog, "StructTreeRoot")
    marked = file.get(file.dictionary(catalog.get("MarkInfo")), "Marked") is True
    if not (marked and isinstance(root, dict) and root.get("K") is not None):
        ledger.add("tag.none")
        return
    _elements(file, ledger, root)


def _elements(file: File, ledger: Ledger, root: _Element) -> None:
    level = 0
    for element in _walk(file, root):
        role = str(file.get(element, "S"))
        if role == "Figure" and not (
            _said(file, element, "Alt") or _said(file, element, "ActualText")
        ):
            ledger.add("tag.alt")
        if heading := re.fullmatch(r"H([1-6])", role):
            if int(heading[1]) > level + 1:
                ledger.add("tag.heading", role, measured=int(heading[1]), limit=level + 1)
            level = int(heading[1])


def _said(file: File, element: _Element, key: str) -> str:
    return (text_of(file.get(element, key)) or "").strip()


def _walk(file: File, root: _Element) -> Iterator[_Element]:
    """The elements in the order of the tree, each once."""
    waiting: list[Object] = [root.get("K")]
    seen: set[int] = set()
    while waiting and len(seen) < MOST_ELEMENTS:
        kid = waiting.pop()
        if isinstance(kid, Ref):
            if kid.number in seen:
                continue
            seen.add(kid.number)
        value = file.resolve(kid)
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict) and "S" in value:
            yield value
            waiting.append(value.get("K"))


def judge_link(file: File, ledger: Ledger, annotation: Object) -> None:
    """A link is told of in words (ISO 14289-1 7.18.5) and belongs to an element."""
    if file.get(annotation, "Subtype") != "Link":
        return
    if not (text_of(file.get(annotation, "Contents")) or "").strip():
        ledger.add("tag.link", "Contents", measured="Contents")
    if not isinstance(file.get(annotation, "StructParent"), int):
        ledger.add("tag.link", "StructParent", measured="StructParent")
