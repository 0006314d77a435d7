"""A run told while it goes: as one JSON report, or as paths and problems for people."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from layout.batch.run import Plan, Tally
from layout.batch.work import Record
from layout.contacts import FLAGGED, NORMALISED, OK, REJECTED
from layout.problems import LeafletError, Problem, problem
from layout.report import VERSION, as_record
from layout.roster import row_line, told

_VERDICTS = (OK, NORMALISED, FLAGGED, REJECTED)
_SUMMARY = {
    "ja": "{all}件：そのまま{ok}件、整えた{normalised}件、確認が要る{flagged}件、"
    "作らなかった{rejected}件。{files}\n",
    "en": "rows: {all}; ok {ok}, normalised {normalised}, flagged {flagged}, "
    "rejected {rejected}. {files}\n",
}
_FILES = {"ja": "PDFなどの一覧は {}", "en": "The files are listed in {}"}
_PLATES = {
    "ja": "行ごとに差し替わる版：{}\n",
    "en": "Plates that differ between rows: {}\n",
}
_DRY = {"ja": "--dry-run なので、何も書き出していません。", "en": "A dry run: nothing was written."}


def as_json(records: Iterable[Record], planned: Plan, tally: Tally, language: str) -> Iterator[str]:
    """The report, its rows first; pure ASCII, so that any console can carry it."""
    import json

    sign = f'{{"version": {VERSION}, "outputs": [], "rows": ['
    for record in to_the_end(records, tally):
        yield f"{sign}\n{json.dumps(_row(record, planned, language))}"
        sign = ","
    start = sign if sign != "," else ""
    problems = (*planned.problems, *tally.problems)
    rest = {
        "zips": [str(path) for path in tally.zips],
        "bound": [str(path) for path in tally.bound],
        "plates": {edition: list(plates) for edition, plates in planned.base.plates},
        "counts": {word: tally.verdicts[word] for word in _VERDICTS},
        "problems": [as_record(found, language) for found in problems],
    }
    yield f"{start}\n], {json.dumps(rest)[1:]}\n"


def to_the_end(records: Iterable[Record], tally: Tally) -> Iterator[Record]:
    """The records; what breaks a run off is kept in the tally, so that its report is whole."""
    try:
        yield from records
    except LeafletError as error:
        tally.problems += error.problems
        tally.failed = error.exit_code
    except KeyboardInterrupt:
        tally.problems += (problem("interrupted"),)
        tally.stopped = True


def for_people(record: Record, language: str) -> str:
    """A row that there is something to say of, with its remedies."""
    if not record.problems:
        return ""
    row = record.row._replace(verdict=record.verdict)
    lines = (line for found in record.problems for line in told(found, language))
    return row_line(row, language) + "".join(lines)


def paths(record: Record, planned: Plan) -> list[str]:
    """Where the files of a row stand, or would."""
    folder = planned.order.folder or Path()
    return [str(folder / file.path) for file in record.files]


def _row(record: Record, planned: Plan, language: str) -> dict[str, Any]:
    row = record.row
    return {
        "row": row.number,
        "line": row.line,
        "id": row.id,
        "verdict": record.verdict,
        "paths": paths(record, planned),
        "problems": [_problem(found, language) for found in record.problems],
    }


def _problem(found: Problem, language: str) -> dict[str, Any]:
    given = dict(found.arguments)
    place = {name: given.get(name) or None for name in ("cell", "header", "value")}
    return as_record(found, language) | place


def closing(planned: Plan, tally: Tally, language: str) -> str:
    """The line at the end for people."""
    folder = planned.order.folder
    manifest = None if folder is None else folder / "manifest.csv"
    files = "" if manifest is None else _FILES[language].format(manifest)
    files = _DRY[language] if planned.order.dry else files
    counts = {word: tally.verdicts[word] for word in _VERDICTS}
    summary = _SUMMARY[language].format(all=tally.rows, files=files, **counts)
    plates = (f"{edition} {' '.join(changed)}" for edition, changed in planned.base.plates)
    told = ", ".join(plates)
    return summary + (_PLATES[language].format(told) if told else "")
