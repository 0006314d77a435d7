"""The rules on what is painted, judged as the interpreter tells of it."""

from layout.preflight import images, shadings, texts
from layout.preflight.colour import Paint, Space, below, is_coloured
from layout.preflight.file import File
from layout.preflight.geometry import MM, Box
from layout.preflight.ink import InkGrid, Laid
from layout.preflight.ledger import Ledger
from layout.preflight.offences import offence
from layout.preflight.painted import Placed, Shape, Shown
from layout.preflight.profiles import Limit
from layout.preflight.state import State
from layout.preflight.values import Name, Object, number

LEAST_AREA = 15 / MM / MM
"""Square points: ink is judged on areas of 15 mm² (Ghent Workgroup)."""

_BROKEN = {
    "cycle": "file.cycle",
    "nesting": "file.cycle",
    "size": "file.bomb",
    "resource": "file.resource",
    "font": "file.resource",
}


class PageArea:
    """A page's boxes as the rules on painting need them."""

    def __init__(self, media: Box, trim: Box | None, bleed: Box | None) -> None:
        self.media, self.trim = media, trim
        self.printed = bleed or trim or media
        self.reach: dict[str, float] = {}


class Painting:
    """Judges the marks of one page after the other (a ``Witness`` of the interpreter)."""

    def __init__(self, file: File, ledger: Ledger, intent: str) -> None:
        self.file, self.ledger, self.intent = file, ledger, intent
        self.area = PageArea(Box(0, 0, 0, 0), None, None)
        self.laid: list[Laid] = []
        self.transparent = False
        self.spots: dict[str, tuple[int, str]] = {}
        self.coloured: list[bool] = []
        self._offences: dict[Space, tuple[str, str]] = {}
        self._limits = ledger.profile.limits
        self.inked = "ink.total" in ledger.ran
        self._margin = ledger.standard.margin

    def limit(self, code: str) -> Limit:
        return self._limits.get(code, Limit())

    def begin(self, area: PageArea) -> None:
        self.area = area
        self.transparent = False
        self.laid = []
        self.coloured.append(False)

    def judge_mix(self) -> None:
        """paper.mixed: a job is charged as colour or as mono, whole."""
        if len(set(self.coloured)) > 1:
            pages = [str(page) for page, found in enumerate(self.coloured, 1) if found]
            self.ledger.add("paper.mixed", measured=", ".join(pages))

    def end(self) -> None:
        """Ink as painted; where nothing lies over another's ink, the objects have told it all."""
        if any(laid.over or laid.alpha < 1 for laid in self.laid):
            grid = InkGrid(self.area.printed)
            for laid in self.laid:
                grid.paint(laid)
            heaviest = grid.heaviest()
            if heaviest is not None:
                self._weigh(heaviest[0], heaviest[1], "painted")

    # What the interpreter tells

    def path(self, shape: Shape, state: State) -> None:
        if shape.filled:
            self.painted(state.fill, shape.box, state.fill_over, "fill")
            self._registration(state.fill, shape, "fill")
            self._inked_area(state.fill, shape, state)
        if shape.line is not None:
            seen = shape.meets(self.area.printed)
            if seen is not None:
                self.painted(state.stroke, seen, state.stroke_over, "stroke")
                self._line(shape.line, seen)
            else:
                self.space(state.stroke.space, shape.box, "stroke")
            self._registration(state.stroke, shape, "stroke")
        self._blended(state, shape.box, shape.filled, shape.line is not None)

    def text(self, shown: Shown, state: State) -> None:
        if shown.filled:
            self.painted(state.fill, shown.box, state.fill_over, "text")
            self._registered_text(state.fill, shown)
        if shown.line is not None:
            self.painted(state.stroke, shown.box, state.stroke_over, "text")
            self._line(shown.line, shown.box)
        self._blended(state, shown.box, shown.filled, shown.line is not None)
        if self.area.printed.common(shown.box) is not None:
            texts.judge_text(self, shown, state)

    def image(self, placed: Placed, state: State) -> None:
        images.judge_image(self, placed, state)
        self._blended(state, placed.box, True, False)

    def shading(self, entries: Object, resources: Object, box: Box, state: State) -> None:
        shadings.judge_shading(self, entries, resources, box)
        self._blended(state, box, True, False)

    def graphics_state(self, entries: dict[str, Object], state: State) -> None:
        self.judge_state(entries, state.clip, "")

    def group(self, entries: dict[str, Object], state: State) -> None:
        if entries.get("S") == "Transparency":
            self.transparent = True
            self.ledger.add("T1.group", "form", box=state.clip, what="form")

    def foreign(self, entries: dict[str, Object], state: State) -> None:
        self.judge_foreign(entries, state.clip)

    def unseen(self, paint: Paint) -> None:
        """What lies outside the page or its clip is still in the file."""
        self.space(paint.space, None, "fill")

    def broken(self, reason: str) -> None:
        self.ledger.add(_BROKEN.get(reason, "file.content"), reason, reason=reason)

    # Rules

    def space(self, space: Space, box: Box | None, what: str) -> None:
        """Judges a colour space that is used."""
        found = self._offences.get(space)
        if found is None:
            found = self._offences[space] = offence(space, self.ledger.standard, self.intent)
            self._colorants(space, box)
        code, name = found
        if code:
            self.ledger.add(code, f"{name} {what}", box=box, measured=name, space=name, what=what)

    def _colorants(self, space: Space, box: Box | None) -> None:
        """C4.spot: one name, one alternate and tint transform."""
        for part in below(space):
            if part.family == "Separation" and part.names[0] not in ("All", "None"):
                before = self.spots.setdefault(part.names[0], (part.print_, ""))
                if before[0] != part.print_:
                    self.ledger.add("C4.spot", part.names[0], box=box, name=part.names[0])

    def painted(self, paint: Paint, box: Box, over: bool, what: str) -> None:
        self.space(paint.space, box, what)
        seen = box.common(self.area.printed)
        if seen is None:
            return
        if self._margin and not paint.white:
            self.judge_margin(seen)
            self.coloured[-1] |= is_coloured(paint)
        if paint.white and over:
            self.ledger.add("overprint.white", what, box=seen, what=what)
        if "All" in paint.space.names:
            return
        big = seen.width * seen.height >= LEAST_AREA
        if paint.inks is not None and (big or what == "text"):
            self._weigh(paint.total, seen, "object")

    def _registration(self, paint: Paint, shape: Shape, what: str) -> None:
        """C4.all: the registration colour is for marks, which stand outside the trim."""
        if "All" in paint.space.names and not paint.white:
            trim = self.area.trim or self.area.printed
            inside = Box(trim.left + 0.1, trim.bottom + 0.1, trim.right - 0.1, trim.top - 0.1)
            within = shape.meets(inside)
            if within is not None:
                self.ledger.add("C4.all", what, box=within)

    def _registered_text(self, paint: Paint, shown: Shown) -> None:
        if "All" in paint.space.names and not paint.white and self.area.trim is not None:
            within = shown.box.common(self.area.trim)
            if within is not None:
                self.ledger.add("C4.all", "text", box=within)

    def judge_margin(self, box: Box) -> None:
        """paper.margin: devices leave the paper's edge unprinted."""
        media = self.area.media
        distance = MM * min(
            box.left - media.left,
            box.bottom - media.bottom,
            media.right - box.right,
            media.top - box.top,
        )
        if distance < self._margin - 0.05:
            measured = round(max(distance, 0.0), 2)
            self.ledger.add("paper.margin", box=box, measured=measured, limit=self._margin)

    def _weigh(self, total: float, box: Box, what: str) -> None:
        over = self.limit("ink.total").above(round(total, 1))
        if over:
            severity, limit = over
            self.ledger.add(
                "ink.total", "", box=box, measured=round(total, 1), limit=limit, severity=severity,
                what=what,
            )  # fmt: skip

    def weigh(self, total: float, box: Box) -> None:
        """Judges an amount of ink on a part of the page that is printed."""
        seen = box.common(self.area.printed)
        if seen is not None and seen.width * seen.height >= LEAST_AREA:
            self._weigh(total, seen, "object")

    def _inked_area(self, paint: Paint, shape: Shape, state: State) -> None:
        self.note_reach(shape.box, paint)
        if self.inked and paint.inks is not None and "All" not in paint.space.names:
            over, mode = state.fill_over, state.over_mode
            self.laid.append(Laid(shape.box, paint, shape.share, state.fill_alpha, over, mode))

    def note_reach(self, box: Box, paint: Paint | None) -> None:
        """Keeps how far grounds that cross the trim run beyond it (rule page.bleed)."""
        trim = self.area.trim
        if trim is None or (paint is not None and paint.white):
            return
        if trim.holds(box, -1.0) or box.common(trim) is None or min(box.width, box.height) < 3:
            return
        beyond = {
            "left": trim.left - box.left,
            "right": box.right - trim.right,
            "bottom": trim.bottom - box.bottom,
            "top": box.top - trim.top,
        }
        for side, length in beyond.items():
            if length > -0.5:
                self.area.reach[side] = max(self.area.reach.get(side, 0.0), length)

    def _line(self, width: float, box: Box) -> None:
        seen = box.common(self.area.printed)
        under = self.limit("line.hairline").below(width)
        if seen is not None and under:
            severity, limit = under
            self.ledger.add(
                "line.hairline", box=seen, measured=float(width), limit=limit, severity=severity
            )

    def _blended(self, state: State, box: Box, filled: bool, stroked: bool) -> None:
        """T1, for what is painted through a state (the state itself may come from outside)."""
        if state.masked:
            self.see_through("T1.smask", box, "SMask")
        if state.blend not in ("Normal", "Compatible"):
            self.see_through("T1.blend", box, state.blend)
        alpha = min(state.fill_alpha if filled else 1.0, state.stroke_alpha if stroked else 1.0)
        if alpha < 1:
            self.see_through("T1.alpha", box, f"{alpha:g}")

    def see_through(self, code: str, box: Box, value: str) -> None:
        self.transparent = True
        self.ledger.add(code, value, box=box, measured=value, value=value)

    def judge_state(self, entries: dict[str, Object], box: Box | None, unused: str) -> None:
        """G1, for a graphics state that is used, or (``unused``: a severity) only at hand."""
        get = self.file.get
        for key in ("TR", "TR2"):
            value = get(entries, key)
            if key in entries and not (key == "TR2" and value == "Default"):
                told = str(value) if isinstance(value, Name) else "function"
                self.ledger.add("G1.transfer", key, box=box, severity=unused, key=key, value=told)
        if "HTP" in entries:
            self.ledger.add("G1.halftone", "HTP", box=box, severity=unused, value="HTP")
        halftone = self.file.dictionary(entries.get("HT"))
        if halftone:
            kind = int(number(get(halftone, "HalftoneType")))
            if kind not in (1, 5):
                value = f"HalftoneType {kind}"
                self.ledger.add("G1.halftone", value, box=box, severity=unused, value=value)
            if "HalftoneName" in halftone:
                self.ledger.add(
                    "G1.halftone", "name", box=box, severity=unused, value="HalftoneName"
                )

    def judge_foreign(self, entries: dict[str, Object], box: Box | None) -> None:
        """G2: PostScript, OPI, references to other files."""
        get = self.file.get
        kind = get(entries, "Subtype")
        if kind == "PS" or get(entries, "Subtype2") == "PS" or "PS" in entries:
            self.ledger.add("G2.postscript", box=box)
        elif kind not in ("Form", "Image"):
            self.ledger.add("file.resource", str(kind), box=box, reason=str(kind))
        if "OPI" in entries:
            self.ledger.add("G2.opi", box=box)
        if "Ref" in entries:
            self.ledger.add("G2.reference", box=box)
