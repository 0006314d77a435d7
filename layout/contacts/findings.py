"""What can be found in a cell: the change that was made, the doubt, the reason for refusing."""

from layout.problems import ERROR, NOTE, WARNING
from layout.values import NamedTuple

OK, NORMALISED, FLAGGED, REJECTED = "ok", "normalised", "flagged", "rejected"

_VERDICTS = {NOTE: NORMALISED, WARNING: FLAGGED, ERROR: REJECTED}
_RANK = (OK, NORMALISED, FLAGGED, REJECTED)


class Finding(NamedTuple):
    """A problem of a cell that does not know its place yet."""

    code: str
    severity: str
    arguments: tuple[tuple[str, str], ...] = ()


class Judged(NamedTuple):
    """A cell's value as it will be used, and all that was found."""

    value: str
    findings: tuple[Finding, ...] = ()


def changed(code: str, value: str, **arguments: str) -> Judged:
    """A value in another form than typed."""
    return Judged(value, (Finding(code, NOTE, (("used", value), *arguments.items())),))


def doubted(code: str, value: str, **arguments: str) -> Judged:
    """A value that is used, and should be looked at."""
    return Judged(value, (Finding(code, WARNING, tuple(arguments.items())),))


def rejected(code: str, value: str, **arguments: str) -> Judged:
    """A value that cannot be used."""
    return Judged(value, (Finding(code, ERROR, tuple(arguments.items())),))


def verdict_of(severities: set[str]) -> str:
    """The verdict that the worst of these severities makes."""
    return max((_VERDICTS[severity] for severity in severities), key=_RANK.index, default=OK)
