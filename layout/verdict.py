"""``preflight`` as a command: a file's name in, the judgement in words out."""

from pathlib import Path

from layout.build import schemes
from layout.folds import Scheme, load_scheme
from layout.geometry import to_mm
from layout.judging import panel_boxes
from layout.messages import catalogue
from layout.nodes.files import read_bytes
from layout.preflight import (
    ASKED,
    LARGEST_FILE,
    UNREADABLE,
    Report,
    judge,
    load_profile,
)
from layout.preflight.profiles import UNITS
from layout.preflight.rules import RULES
from layout.problems import ERROR, WARNING, LeafletError, Source, problem
from layout.resources import resource
from layout.values import NamedTuple

_USAGE = 2


class Question(NamedTuple):
    """What is to be judged, by what; None: by the file's own claim, with the usual limits."""

    path: str
    standard: str | None = None
    profile: str | None = None
    fold: str | None = None
    opening: str = "left"


def ask(question: Question) -> Report:
    """The judgement of a file.

    Raises LeafletError: exit code 2 for names nobody knows, 3 for a profile that is none, 6 for
    a file that cannot be read.
    """
    if question.standard is not None and question.standard not in ASKED:
        found = problem("standard-unknown", name=question.standard, known=", ".join(ASKED))
        raise LeafletError((found,), _USAGE)
    profile = load_profile(question.profile or "default")
    scheme = _scheme(question)
    data = _read(question.path)
    panels = panel_boxes(scheme) if scheme else ()
    sheet = (to_mm(scheme.width), to_mm(scheme.height)) if scheme and question.fold else None
    name = question.path
    return judge(data, question.standard, profile, name=name, panels=panels, sheet=sheet)


def _scheme(question: Question) -> Scheme | None:
    """The fold that was asked for, or the one that the file's name tells (``x_a4-roll_press``)."""
    opening = question.opening
    if question.fold is not None:
        return load_scheme(resource("data/folds.yaml"), question.fold, opening)
    parts = Path(question.path).stem.split("_")
    if len(parts) < 2:
        return None
    known = schemes(opening)
    return next((known[part] for part in reversed(parts) if part in known), None)


def _read(path: str) -> bytes:
    try:
        return read_bytes(Path(path), LARGEST_FILE)
    except LeafletError as error:
        if error.problems[0].code != "file-too-large":
            raise
        found = problem("pdf-too-large", Source(path), detail=f"> {LARGEST_FILE:,}")
        raise LeafletError((found,), UNREADABLE) from None


def told(report: Report, language: str) -> str:
    """The closing line: by what it was judged, and what came of it."""
    errors, warnings = (
        sum(found.severity == kind for found in report.problems) for kind in (ERROR, WARNING)
    )
    sentence = _SOUND if report.sound else _UNSOUND
    return sentence[language].format(
        standard=report.standard,
        profile=report.profile,
        rules=len(report.rules),
        pages=report.pages,
        errors=errors,
        warnings=warnings,
    )


_SOUND = {
    "ja": "合格：{standard}（限度：{profile}）。{pages}ページを{rules}の規則で調べました。"
    "警告{warnings}件。\n",
    "en": "Sound: {standard} (limits: {profile}).  {pages} pages, {rules} rules, "
    "warnings: {warnings}.\n",
}
_UNSOUND = {
    "ja": "不合格：{standard}（限度：{profile}）。{pages}ページを{rules}の規則で調べました。"
    "エラー{errors}件、警告{warnings}件。\n",
    "en": "Not sound: {standard} (limits: {profile}).  {pages} pages, {rules} rules, "
    "errors: {errors}, warnings: {warnings}.\n",
}


def list_rules(language: str) -> str:
    """Every rule: code, severity, unit, clause, and why there is such a rule."""
    messages = catalogue()
    lines = []
    for code, rule in RULES.items():
        about = messages[code].about_ja if language == "ja" else messages[code].about_en
        clause = f"ISO 32000-1 {rule.clause}" if rule.clause[0].isdigit() else rule.clause
        unit = UNITS.get(code, "")
        lines.append(f"{code:<18} {rule.severity:<8} {unit:<4} {clause}\n    {about}\n")
    return "".join(lines)
