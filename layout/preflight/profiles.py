"""A shop's limits as data: shipped in ``data/preflight``, or a person's own file by path.

A profile names another it is ``based_on``; what it does not say is as there.
"""

from collections.abc import Mapping
from pathlib import Path

from layout.nodes import Mapping as MappingNode
from layout.nodes import Scalar, plain, read_yaml
from layout.preflight.rules import RULES
from layout.problems import ERROR, NOTE, WARNING, LeafletError, Problem, problem
from layout.resources import resource
from layout.values import NamedTuple

UNITS = {
    "ink.total": "%",
    "line.hairline": "pt",
    "type.small": "pt",
    "type.reversed": "pt",
    "black.rich-text": "pt",
    "image.resolution": "ppi",
    "image.bitmap": "ppi",
    "text.near-trim": "mm",
    "text.near-fold": "mm",
    "page.bleed": "mm",
}
"""Rules that measure, and in what."""

OFF = "off"
SEVERITIES = (ERROR, WARNING, NOTE, OFF)


class Limit(NamedTuple):
    """Where a rule warns and where it fails; None: never."""

    warning: float | None = None
    error: float | None = None

    def above(self, measured: float) -> tuple[str, float] | None:
        """Severity and limit for something that must not exceed them."""
        if self.error is not None and measured > self.error:
            return ERROR, self.error
        if self.warning is not None and measured > self.warning:
            return WARNING, self.warning
        return None

    def below(self, measured: float) -> tuple[str, float] | None:
        """Severity and limit for something that must not fall short of them."""
        if self.error is not None and measured < self.error:
            return ERROR, self.error
        if self.warning is not None and measured < self.warning:
            return WARNING, self.warning
        return None


class Profile(NamedTuple):
    """Limits of the measuring rules, and severities that differ from the rules' own."""

    id: str
    name_ja: str
    name_en: str
    limits: Mapping[str, Limit]
    severities: Mapping[str, str]


def shipped() -> list[str]:
    """The ids of the profiles there are."""
    return sorted(path.stem for path in resource("data/preflight").glob("*.yaml"))


def load_profile(wanted: str = "default") -> Profile:
    """A profile by id, or by path where the word is one.

    Raises LeafletError with every problem of the file: exit code 2 for a name nobody knows,
    3 for contents that are not a profile.
    """
    return _load(wanted, ())


def _load(wanted: str, inheritors: tuple[str, ...]) -> Profile:
    path = resource("data/preflight") / f"{wanted}.yaml"
    if "/" in wanted or "\\" in wanted or wanted.endswith((".yaml", ".yml")):
        path = Path(wanted)
    elif wanted not in shipped():
        found = problem("profile-unknown", name=wanted, known=", ".join(shipped()))
        raise LeafletError((found,), 2)
    root = read_yaml(path)
    problems: list[Problem] = []
    base = _base(root, wanted, inheritors, problems)
    limits = dict(base.limits) if base else {}
    severities = dict(base.severities) if base else {}
    names = {"ja": path.stem, "en": path.stem}
    for key, value in root.entries:
        if key.text == "limits" and isinstance(value, MappingNode):
            limits |= _limits(value, limits, problems)
        elif key.text == "severity" and isinstance(value, MappingNode):
            severities |= _severities(value, problems)
        elif key.text == "name" and isinstance(value, MappingNode):
            names |= {str(of): str(text) for of, text in plain(value).items()}  # type: ignore[attr-defined]
        elif key.text != "based_on":
            problems.append(problem("profile-key", key.source, key=key.text))
    if problems:
        raise LeafletError(tuple(problems), 3)
    return Profile(path.stem, names["ja"], names["en"], limits, severities)


def _base(
    root: MappingNode, wanted: str, inheritors: tuple[str, ...], problems: list[Problem]
) -> Profile | None:
    """The profile that this one begins from."""
    for key, value in root.entries:
        if key.text == "based_on" and isinstance(value, Scalar):
            if value.text in (*inheritors, wanted) or value.text not in shipped():
                known = ", ".join(shipped())
                problems.append(problem("profile-base", value.source, name=value.text, known=known))
                return None
            return _load(value.text, (*inheritors, wanted))
    return None


def _limits(
    node: MappingNode, before: Mapping[str, Limit], problems: list[Problem]
) -> dict[str, Limit]:
    found: dict[str, Limit] = {}
    for key, value in node.entries:
        if key.text not in UNITS:
            known = ", ".join(UNITS)
            problems.append(problem("profile-limit", key.source, key=key.text, known=known))
            continue
        limit = before.get(key.text, Limit())
        for kind, amount in value.entries if isinstance(value, MappingNode) else ():
            number = plain(amount)
            sound = number is None or number == OFF or isinstance(number, (int, float))
            if kind.text not in (WARNING, ERROR) or not sound or isinstance(number, bool):
                problems.append(problem("profile-value", kind.source, key=key.text))
                continue
            amount_or_none = float(number) if isinstance(number, (int, float)) else None
            limit = limit._replace(**{kind.text: amount_or_none})
        if not isinstance(value, MappingNode):
            problems.append(problem("profile-value", key.source, key=key.text))
        found[key.text] = limit
    return found


def _severities(node: MappingNode, problems: list[Problem]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in node.entries:
        text = value.text if isinstance(value, Scalar) else ""
        if key.text not in RULES:
            problems.append(problem("profile-rule", key.source, key=key.text))
        elif text not in SEVERITIES:
            known = ", ".join(SEVERITIES)
            problems.append(problem("profile-severity", key.source, key=key.text, known=known))
        else:
            found[key.text] = text
    return found
