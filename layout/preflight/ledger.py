"""What was found, gathered: one entry per rule, page and matter, the gravest place of each."""

from layout.preflight.geometry import MM, Box
from layout.preflight.profiles import OFF, Profile
from layout.preflight.rules import RULES
from layout.preflight.standards import Standard
from layout.problems import NOWHERE, Problem, Source, Spot
from layout.values import NamedTuple

MOST_PER_RULE = 100
"""Entries of one rule that are told; the rest would be more of the same."""


class PanelBox(NamedTuple):
    """A panel on a page: its role and its box from the trim's top left, in millimetres."""

    page: int
    role: str
    left: float
    top: float
    right: float
    bottom: float


class _Entry(NamedTuple):
    severity: str
    spot: Spot
    panel: str
    arguments: tuple[tuple[str, str], ...]


class Ledger:
    """Gathers findings of the rules that a standard and a profile have judged."""

    def __init__(
        self, standard: Standard, profile: Profile, panels: tuple[PanelBox, ...] = ()
    ) -> None:
        self.standard, self.profile, self.panels = standard, profile, panels
        self.ran = frozenset(
            code
            for code, rule in RULES.items()
            if standard.groups.intersection(rule.groups) and profile.severities.get(code) != OFF
        )
        self.page: int | None = None
        self.trim: Box | None = None
        self._entries: dict[tuple[str, int | None, str], _Entry] = {}
        self._counts: dict[str, int] = {}
        self._folds: tuple[int | None, tuple[tuple[str, float], ...]] | None = None

    def add(
        self,
        code: str,
        matter: str = "",
        *,
        box: Box | None = None,
        measured: float | str | None = None,
        limit: float | str | None = None,
        severity: str = "",
        **arguments: object,
    ) -> None:
        """Notes that a rule is broken; ``matter`` tells findings of one rule and page apart."""
        if code not in self.ran:
            return
        key = (code, self.page, matter)
        before = self._entries.get(key)
        if before is None:
            self._counts[code] = self._counts.get(code, 0) + 1
            if self._counts[code] > MOST_PER_RULE:
                return
        severity = self.profile.severities.get(code) or severity or RULES[code].severity
        places = before.spot.places + 1 if before else 1
        if before is not None and not _graver(measured, limit, before.spot):
            self._entries[key] = before._replace(spot=before.spot._replace(places=places))
            return
        x, y = self._position(box)
        measured = round(measured, 3) if isinstance(measured, float) else measured
        spot = Spot(self._clause(code), self.page, x, y, measured, limit, places)
        filled = tuple((name, str(value)) for name, value in arguments.items())
        self._entries[key] = _Entry(severity, spot, self._panel(x, y), filled)

    def _clause(self, code: str) -> str:
        clause = RULES[code].clause
        told = f"ISO 32000-1 {clause}" if clause[0].isdigit() else clause
        iso = self.standard.iso if code[0].isupper() else ""
        return f"{iso}; {told}" if iso else told

    def _position(self, box: Box | None) -> tuple[float | None, float | None]:
        if box is None or self.trim is None:
            return None, None
        x, y = (box.left - self.trim.left) * MM, (self.trim.top - box.top) * MM
        return round(x, 2), round(y, 2)

    def _panel(self, x: float | None, y: float | None) -> str:
        if x is None or y is None:
            return ""
        for panel in self.panels:
            within = panel.left <= x < panel.right and panel.top <= y < panel.bottom
            if panel.page == self.page and within:
                return panel.role
        return ""

    def folds(self) -> tuple[tuple[str, float], ...]:
        """Where this page is folded: axis and position in points, as page coordinates."""
        if self.trim is None or not self.panels or "text.near-fold" not in self.ran:
            return ()
        if self._folds is None or self._folds[0] != self.page:
            mine = [panel for panel in self.panels if panel.page == self.page]
            across = {panel.left for panel in mine} - {min((p.left for p in mine), default=0.0)}
            down = {panel.top for panel in mine} - {min((p.top for p in mine), default=0.0)}
            places = [("x", self.trim.left + x / MM) for x in sorted(across)]
            places += [("y", self.trim.top - y / MM) for y in sorted(down)]
            self._folds = (self.page, tuple(places))
        return self._folds[1]

    def problems(self, file: str) -> tuple[Problem, ...]:
        """Every finding as a problem of that file: by page, then in the order of finding."""
        source = Source(file) if file else NOWHERE
        entries = sorted(self._entries.items(), key=lambda item: item[0][1] or 0)
        return tuple(
            Problem(code, entry.severity, source, _told(entry), panel=entry.panel, spot=entry.spot)
            for (code, _, _), entry in entries
        )


def _told(entry: _Entry) -> tuple[tuple[str, str], ...]:
    """The arguments with those that every rule's sentence may use."""
    spot = entry.spot
    return (*entry.arguments, ("measured", _plain(spot.measured)), ("limit", _plain(spot.limit)))


def _plain(value: float | str | None) -> str:
    return f"{value:g}" if isinstance(value, float) else str("" if value is None else value)


def _graver(measured: float | str | None, limit: float | str | None, before: Spot) -> bool:
    """Whether a further place is worse than the one told so far."""
    numbers = (measured, limit, before.measured, before.limit)
    if not all(isinstance(value, (int, float)) for value in numbers):
        return False
    return abs(float(measured or 0) - float(limit or 0)) > abs(
        float(before.measured or 0) - float(before.limit or 0)
    )
