"""Content streams interpreted: what is painted, with which colour, where (ISO 32000-1 8, 9).

The interpreter knows no rule.  It keeps the graphics state, follows forms, patterns and the
glyphs of Type 3 fonts, and tells a :class:`.painted.Witness` of everything that marks the page.
"""

from collections.abc import Callable

from layout.preflight.colour import (
    CMYK,
    GRAY,
    PATTERN,
    RGB,
    Paint,
    Space,
    first_colour,
    indexed_paint,
    make_paint,
    read_space,
)
from layout.preflight.file import File
from layout.preflight.fonts import Font
from layout.preflight.geometry import Box, Matrix, height_scale, least_scale, moved, times
from layout.preflight.operators import PATH, operations, path_points
from layout.preflight.painted import Outline, Placed, Shape, Shown, Witness
from layout.preflight.state import State
from layout.preflight.values import MalformedError, Name, Object, Stream, TooLargeError, number

DEEPEST_FORM = 24
MOST_OPERATIONS = 4_000_000
"""Of a whole file, forms counted as often as they are drawn."""

UNIT = (0.0, 0.0, 1.0, 1.0)


class Interpreter:
    """Runs the content of one file's pages; fonts are kept from page to page."""

    def __init__(self, file: File, witness: Witness) -> None:
        self.file, self.witness = file, witness
        self.fonts: dict[int, Font] = {}
        self._left = MOST_OPERATIONS
        self._active: list[int] = []
        self._kept: list[Object] = []
        self._glyphs_run: set[tuple[int, int]] = set()
        self._patterns_run: set[int] = set()
        self._paints: dict[tuple[object, ...], Paint] = {}
        self.state = State()
        self._stack: list[State] = []
        self._resources: Object = {}
        self._base: Matrix = self.state.matrix
        self._uncoloured = False
        self._outlined = Outline()
        self._text_matrix = self._line_matrix = self.state.matrix
        self._methods: dict[str, Callable[[list[Object]], None]] = {
            name: getattr(self, method) for name, method in _METHODS.items()
        }

    def page(self, data: bytes, resources: Object, clip: Box, unit: float = 1.0) -> None:
        """Runs a page's content, whose marks beyond ``clip`` (points) are not seen.

        ``unit`` is the page's UserUnit.
        """
        self.state = State()
        self.state.matrix = (unit, 0.0, 0.0, unit, 0.0, 0.0)
        self.state.clip = clip
        self._stack = []
        self._base = self.state.matrix
        self._run(data, resources)

    def _run(self, data: bytes, resources: Object) -> None:
        """Runs one stream in the present state and leaves that as it was."""
        outer = (self.state, self._stack, self._resources, self._outlined)
        self.state, self._stack, self._resources = self.state.copy(), [], resources
        self._paints.clear()
        self._outlined = Outline()
        methods = self._methods
        try:
            for operator, operands in operations(data):
                method = methods.get(operator)
                if method is not None:
                    try:
                        method(operands)
                    except (IndexError, TypeError, ValueError, AttributeError, OverflowError):
                        self.witness.broken("operands")
                elif operator not in _IGNORED:
                    self.witness.broken("operator")
                self._left -= 1
                if self._left < 0:
                    raise TooLargeError("operations")
        except MalformedError:
            self.witness.broken("content")
        self.state, self._stack, self._resources, path = outer
        self._paints.clear()
        self._outlined = path

    # Graphics state

    def _save(self, _: list[Object]) -> None:
        if len(self._stack) > 4096:
            raise TooLargeError("nesting")
        self._stack.append(self.state.copy())

    def _restore(self, _: list[Object]) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def _concat(self, operands: list[Object]) -> None:
        a, b, c, d, e, f = operands
        self.state.matrix = times((a, b, c, d, e, f), self.state.matrix)

    def _line_width(self, operands: list[Object]) -> None:
        self.state.width = abs(float(operands[0]))

    def _graphics_state(self, operands: list[Object]) -> None:
        states = self.file.get(self._resources, "ExtGState")
        entries = self.file.get(states, operands[0])
        if not isinstance(entries, dict):
            self.witness.broken("resource")
            return
        get, state = self.file.get, self.state
        state.width = number(get(entries, "LW"), state.width)
        if "OP" in entries:
            state.stroke_over = get(entries, "OP") is True
            state.fill_over = get(entries, "op") is True if "op" in entries else state.stroke_over
        if "op" in entries:
            state.fill_over = get(entries, "op") is True
        state.over_mode = int(number(get(entries, "OPM"), state.over_mode))
        state.stroke_alpha = number(get(entries, "CA"), state.stroke_alpha)
        state.fill_alpha = number(get(entries, "ca"), state.fill_alpha)
        if "BM" in entries:
            state.blend = str((self.file.array(entries["BM"]) or [get(entries, "BM")])[0])
        if "SMask" in entries:
            state.masked = get(entries, "SMask") != "None"
        font = self.file.array(entries.get("Font"))
        if len(font) == 2 and isinstance(font[0], dict):
            state.font, state.size = self._font(font[0]), number(font[1])
        self.witness.graphics_state(entries, state)

    # Colour

    def _device(self, space: Space, operands: list[Object], stroked: bool) -> None:
        if self._uncoloured:
            return
        key = (space.family, *operands)
        paint = self._paints.get(key)
        if paint is None:
            space = read_space(Name(space.family), self.file, self._resources)
            paint = make_paint(space, tuple(map(float, operands)))
            self._paints[key] = paint
        if stroked:
            self.state.stroke = paint
        else:
            self.state.fill = paint

    def _g(self, operands: list[Object]) -> None:
        self._device(GRAY, operands, False)

    def _rg(self, operands: list[Object]) -> None:
        self._device(RGB, operands, False)

    def _k(self, operands: list[Object]) -> None:
        self._device(CMYK, operands, False)

    def _stroke_g(self, operands: list[Object]) -> None:
        self._device(GRAY, operands, True)

    def _stroke_rg(self, operands: list[Object]) -> None:
        self._device(RGB, operands, True)

    def _stroke_k(self, operands: list[Object]) -> None:
        self._device(CMYK, operands, True)

    def _space(self, operands: list[Object]) -> None:
        if not self._uncoloured:
            space = read_space(operands[0], self.file, self._resources)
            self.state.fill = make_paint(space, first_colour(space))

    def _stroke_space(self, operands: list[Object]) -> None:
        if not self._uncoloured:
            space = read_space(operands[0], self.file, self._resources)
            self.state.stroke = make_paint(space, first_colour(space))

    def _colour(self, operands: list[Object]) -> None:
        if not self._uncoloured:
            self.state.fill = self._coloured(self.state.fill.space, operands)

    def _stroke_colour(self, operands: list[Object]) -> None:
        if not self._uncoloured:
            self.state.stroke = self._coloured(self.state.stroke.space, operands)

    def _coloured(self, space: Space, operands: list[Object]) -> Paint:
        values = tuple([float(value) for value in operands if isinstance(value, (int, float))])
        if space.family == "Pattern" or (operands and isinstance(operands[-1], Name)):
            patterns = self.file.get(self._resources, "Pattern")
            pattern = self.file.get(patterns, operands[-1])
            return make_paint(space if space.family == "Pattern" else PATTERN, values, pattern)
        if space.family == "Indexed":
            return indexed_paint(space, values[0])._replace(space=space)
        return make_paint(space, values)

    # Paths

    def _outline(self, operands: list[Object]) -> None:
        run = operands[0]
        self._outlined.runs.append((len(self._outlined.points), run))
        self._outlined.subpaths += run.count(b"m")
        self._outlined.points += path_points(run)

    def _move(self, operands: list[Object]) -> None:
        self._outlined.starts.append(len(self._outlined.points))
        self._outlined.subpaths += 1
        self._outlined.points += operands[-2:]

    def _points_on(self, operands: list[Object]) -> None:
        self._outlined.points += operands

    def _rectangle(self, operands: list[Object]) -> None:
        x, y, width, height = operands
        self._outlined.rectangles += 1
        self._outlined.subpaths += 1
        self._outlined.starts.append(len(self._outlined.points))
        self._outlined.points += (x, y, x + width, y, x + width, y + height, x, y + height)

    def _close(self, _: list[Object]) -> None:
        pass

    def _clip(self, _: list[Object]) -> None:
        self._outlined.clipping = True

    def _paint_path(self, filled: bool, stroked: bool) -> None:
        outline, state = self._outlined, self.state
        points = outline.points
        if points:
            xs, ys = points[::2], points[1::2]
            plain = (min(xs), min(ys), max(xs), max(ys))
            box = moved(plain, state.matrix)
            seen = box.common(state.clip)
            if seen is not None and (filled or stroked):
                line = state.width * least_scale(state.matrix) if stroked else None
                share = self._share(plain) if filled else 0.0
                runs, matrix = self._outlined.runs, state.matrix
                shape = Shape(
                    seen, share, line, filled, points, self._outlined.starts, runs, matrix
                )
                self._before_paint(filled, stroked, seen)
                self.witness.path(shape, state)
            elif filled or stroked:
                self.witness.unseen(state.fill if filled else state.stroke)
            if outline.clipping:
                state.clip = seen or Box(box.left, box.bottom, box.left, box.bottom)
        self._outlined = Outline()

    def _share(self, plain: tuple[float, float, float, float]) -> float:
        """How much of its box a path covers, to a tenth."""
        points = self._outlined.points
        if self._outlined.rectangles == 1 and self._outlined.subpaths == 1:
            return 1.0
        area = (plain[2] - plain[0]) * (plain[3] - plain[1])
        if self._outlined.subpaths != 1 or area <= 0:
            return 0.5
        xs, ys = points[::2], points[1::2]
        twice = sum(map(float.__mul__, xs, ys[1:] + ys[:1]))
        twice -= sum(map(float.__mul__, xs[1:] + xs[:1], ys))
        return min(round(abs(twice) / 2 / area, 1), 1.0)

    def _fill(self, _: list[Object]) -> None:
        self._paint_path(True, False)

    def _stroke(self, _: list[Object]) -> None:
        self._paint_path(False, True)

    def _fill_stroke(self, _: list[Object]) -> None:
        self._paint_path(True, True)

    def _no_paint(self, _: list[Object]) -> None:
        self._paint_path(False, False)

    def _before_paint(self, filled: bool, stroked: bool, box: Box) -> None:
        """Runs the patterns that are about to be used."""
        for used, paint in ((filled, self.state.fill), (stroked, self.state.stroke)):
            if used and paint.pattern is not None:
                self._pattern(paint, box)

    def _pattern(self, paint: Paint, box: Box) -> None:
        pattern = paint.pattern
        entries = self.file.dictionary(pattern)
        if number(self.file.get(entries, "PatternType")) == 2:
            self.witness.shading(entries.get("Shading"), self._resources, box, self.state)
            own = self.file.get(entries, "ExtGState")
            if isinstance(own, dict):
                self.witness.graphics_state(own, self.state)
            return
        if not isinstance(pattern, Stream) or id(pattern) in self._patterns_run:
            return
        self._patterns_run.add(id(pattern))
        self._kept.append(pattern)
        outer, uncoloured = self.state, self._uncoloured
        self.state = State()
        self.state.clip = box
        self.state.matrix = self._cell_matrix(entries, box)
        if number(self.file.get(entries, "PaintType")) == 2:
            inner = make_paint(paint.space.base or GRAY, paint.values)
            self.state.fill = self.state.stroke = inner
            self._uncoloured = True
        self._nested(pattern)
        self.state, self._uncoloured = outer, uncoloured

    def _cell_matrix(self, entries: dict[str, Object], box: Box) -> Matrix:
        """A pattern's matrix, moved so that one of its cells lies in the corner of the box."""
        a, b, c, d, e, f = times(self._matrix_of(entries), self._base)
        edges = [number(edge) for edge in self.file.array(entries.get("BBox"))]
        if len(edges) != 4:
            return a, b, c, d, e, f
        cell = moved((edges[0], edges[1], edges[2], edges[3]), (a, b, c, d, 0.0, 0.0))
        return a, b, c, d, box.left - cell.left, box.bottom - cell.bottom

    def _matrix_of(self, entries: dict[str, Object]) -> Matrix:
        listed = [number(value) for value in self.file.array(entries.get("Matrix"))]
        if len(listed) != 6:
            return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        a, b, c, d, e, f = listed
        return a, b, c, d, e, f

    def _nested(self, stream: Stream) -> None:
        """Runs a stream that has its own resources, unless it is inside itself."""
        if id(stream) in self._active or len(self._active) >= DEEPEST_FORM:
            self.witness.broken("cycle" if id(stream) in self._active else "nesting")
            return
        self._active.append(id(stream))
        try:
            resources = self.file.get(stream, "Resources")
            own = resources if isinstance(resources, dict) else self._resources
            self._run(self.file.content(stream), own)
        except (MalformedError, TooLargeError) as error:
            self.witness.broken("content" if isinstance(error, MalformedError) else "size")
            if isinstance(error, TooLargeError) and str(error) == "operations":
                raise
        finally:
            self._active.pop()

    def _shading(self, operands: list[Object]) -> None:
        shading = self.file.get(self.file.get(self._resources, "Shading"), operands[0])
        self.witness.shading(shading, self._resources, self.state.clip, self.state)

    # Objects

    def _do(self, operands: list[Object]) -> None:
        entry = self.file.get(self.file.get(self._resources, "XObject"), operands[0])
        if not isinstance(entry, Stream):
            self.witness.broken("resource")
            return
        kind = self.file.get(entry, "Subtype")
        if kind == "Image":
            self._place(entry.entries, entry)
        elif kind == "Form" and self.file.get(entry, "Subtype2") != "PS":
            self._form(entry)
        else:
            self.witness.foreign(entry.entries, self.state)

    def _place(self, entries: dict[str, Object], stream: Stream | None) -> None:
        box = moved(UNIT, self.state.matrix).common(self.state.clip)
        if box is not None:
            if self.file.get(entries, "ImageMask") is True or entries.get("IM") is True:
                self._before_paint(True, False, box)
            placed = Placed(entries, stream, box, self.state.matrix, self._resources)
            self.witness.image(placed, self.state)

    def _form(self, form: Stream) -> None:
        outer = self.state
        self.state = outer.copy()
        self.state.matrix = times(self._matrix_of(form.entries), outer.matrix)
        edges = [number(edge) for edge in self.file.array(form.entries.get("BBox"))]
        if len(edges) == 4:
            clip = moved((edges[0], edges[1], edges[2], edges[3]), self.state.matrix)
            seen = clip.common(outer.clip)
            self.state.clip = seen or Box(clip.left, clip.bottom, clip.left, clip.bottom)
        group = self.file.get(form, "Group")
        if isinstance(group, dict):
            self.witness.group(group, self.state)
        if "OPI" in form.entries or "Ref" in form.entries or "PS" in form.entries:
            self.witness.foreign(form.entries, self.state)
        self._nested(form)
        self.state = outer

    def _inline(self, operands: list[Object]) -> None:
        entries = {_LONG.get(key, key): value for key, value in operands[0].items()}
        self._place(entries, Stream(entries, operands[1]))

    # Text

    def _begin_text(self, _: list[Object]) -> None:
        self._text_matrix = self._line_matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    def _choose_font(self, operands: list[Object]) -> None:
        entries = self.file.get(self.file.get(self._resources, "Font"), operands[0])
        self.state.font = self._font(entries) if isinstance(entries, dict) else None
        self.state.size = float(operands[1])
        if self.state.font is None:
            self.witness.broken("resource")

    def _font(self, entries: dict[str, Object]) -> Font:
        font = self.fonts.get(id(entries))
        if font is None:
            font = self.fonts[id(entries)] = Font(entries, self.file)
        return font

    def _char_space(self, operands: list[Object]) -> None:
        self.state.spacing = float(operands[0])

    def _word_space(self, operands: list[Object]) -> None:
        self.state.word_spacing = float(operands[0])

    def _scale(self, operands: list[Object]) -> None:
        self.state.stretch = operands[0] / 100

    def _lead(self, operands: list[Object]) -> None:
        self.state.leading = float(operands[0])

    def _mode(self, operands: list[Object]) -> None:
        self.state.mode = int(operands[0])

    def _raise(self, operands: list[Object]) -> None:
        self.state.rise = float(operands[0])

    def _next(self, operands: list[Object]) -> None:
        x, y = operands
        self._line_matrix = times((1.0, 0.0, 0.0, 1.0, x, y), self._line_matrix)
        self._text_matrix = self._line_matrix

    def _next_leading(self, operands: list[Object]) -> None:
        self.state.leading = -operands[1]
        self._next(operands)

    def _new_line(self, _: list[Object]) -> None:
        self._next([0.0, -self.state.leading])

    def _set_matrix(self, operands: list[Object]) -> None:
        a, b, c, d, e, f = operands
        self._text_matrix = self._line_matrix = (a, b, c, d, e, f)

    def _show(self, operands: list[Object]) -> None:
        self._show_items(operands[:1])

    def _show_array(self, operands: list[Object]) -> None:
        self._show_items(operands[0])

    def _show_line(self, operands: list[Object]) -> None:
        self._new_line(operands)
        self._show_items(operands[:1])

    def _show_spaced(self, operands: list[Object]) -> None:
        self.state.word_spacing, self.state.spacing = float(operands[0]), float(operands[1])
        self._show_line(operands[2:])

    def _show_items(self, items: list[Object]) -> None:
        state, font = self.state, self.state.font
        if font is None:
            self.witness.broken("font")
            return
        along = self._advance(items, font)
        size, start = state.size, self._text_matrix
        shift = (0.0, along) if font.vertical else (along, 0.0)
        self._text_matrix = times((1.0, 0.0, 0.0, 1.0, *shift), start)
        if state.mode in (3, 7) or not size:
            return
        glyphs = (size * state.stretch, 0.0, 0.0, size, 0.0, state.rise)
        matrix = times(times(glyphs, start), state.matrix)
        box = moved(self._extent(font, along, size), matrix)
        seen = box.common(state.clip)
        if seen is None:
            self.witness.unseen(state.fill if state.mode != 1 else state.stroke)
            return
        line = state.width * least_scale(state.matrix) if state.mode in (1, 2, 5, 6) else None
        filled = state.mode in (0, 2, 4, 6)
        font.shown = True
        self._before_paint(filled, line is not None, seen)
        if font.subtype == "Type3":
            self._type3(font, matrix)
            return
        points = abs(size) * height_scale(times(start, state.matrix))
        self.witness.text(Shown(font, box, points, matrix, items, line, filled), state)

    def _advance(self, items: list[Object], font: Font) -> float:
        """How far the text moves the pen, in text space."""
        state, moved_by, count, spaces = self.state, 0.0, 0, 0
        unit = self._unit(font)
        sign = -1 if font.vertical else 1  # an adjustment is taken off x or y (9.4.4)
        for item in items:
            if isinstance(item, bytes):
                codes = font.codes(item)
                font.used.update(codes)
                moved_by += font.width(codes) * unit
                count += len(codes)
                if not font.composite:
                    spaces += item.count(b" ")
            else:
                moved_by -= item / 1000 * sign
        pen = sign * moved_by * state.size + count * state.spacing + spaces * state.word_spacing
        return pen if font.vertical else pen * state.stretch

    def _unit(self, font: Font) -> float:
        if font.subtype != "Type3":
            return 0.001
        listed = self.file.array(font.entries.get("FontMatrix"))
        return number(listed[0], 0.001) if listed else 0.001

    def _extent(self, font: Font, along: float, size: float) -> tuple[float, float, float, float]:
        """The text's box in sizes of the font."""
        if font.vertical:
            return -0.5, min(along / size, 0.0), 0.5, max(along / size, 0.0)
        length = along / size / (self.state.stretch or 1.0)
        return min(length, 0.0), font.lower / 1000, max(length, 0.0), font.upper / 1000

    def _type3(self, font: Font, matrix: Matrix) -> None:
        """Runs the glyphs that have not been run yet, where the text stands."""
        procedures = self.file.dictionary(font.entries.get("CharProcs"))
        names = _differences(self.file, font)
        outer = self.state
        for code in sorted(font.used):
            glyph = self.file.get(procedures, names.get(code, ""))
            if (id(font), code) in self._glyphs_run or not isinstance(glyph, Stream):
                continue
            self._glyphs_run.add((id(font), code))
            self.state = outer.copy()
            own = self._matrix_of({"Matrix": font.entries.get("FontMatrix")})
            self.state.matrix = times(own, matrix)
            uncoloured, resources = self._uncoloured, self._resources
            self._resources = self.file.get(font.entries, "Resources") or resources
            self._nested(glyph)
            self._uncoloured, self._resources = uncoloured, resources
        self.state = outer

    def _uncoloured_glyph(self, _: list[Object]) -> None:
        self._uncoloured = True


def _differences(file: File, font: Font) -> dict[int, str]:
    """The glyph names of a font by code, as its Encoding's Differences say."""
    names: dict[int, str] = {}
    code = 0
    encoding = file.get(font.entries, "Encoding")
    for item in file.array(file.get(encoding, "Differences")):
        if isinstance(item, Name):
            names[code] = item
            code += 1
        else:
            code = int(number(item))
    return names


_METHODS = {
    "q": "_save",
    "Q": "_restore",
    "cm": "_concat",
    "w": "_line_width",
    "gs": "_graphics_state",
    "g": "_g",
    "rg": "_rg",
    "k": "_k",
    "G": "_stroke_g",
    "RG": "_stroke_rg",
    "K": "_stroke_k",
    "cs": "_space",
    "CS": "_stroke_space",
    "sc": "_colour",
    "scn": "_colour",
    "SC": "_stroke_colour",
    "SCN": "_stroke_colour",
    PATH: "_outline",
    "m": "_move",
    "l": "_points_on",
    "c": "_points_on",
    "v": "_points_on",
    "y": "_points_on",
    "re": "_rectangle",
    "h": "_close",
    "W": "_clip",
    "W*": "_clip",
    "f": "_fill",
    "F": "_fill",
    "f*": "_fill",
    "S": "_stroke",
    "s": "_stroke",
    "B": "_fill_stroke",
    "B*": "_fill_stroke",
    "b": "_fill_stroke",
    "b*": "_fill_stroke",
    "n": "_no_paint",
    "sh": "_shading",
    "Do": "_do",
    "BI": "_inline",
    "BT": "_begin_text",
    "Tf": "_choose_font",
    "Tc": "_char_space",
    "Tw": "_word_space",
    "Tz": "_scale",
    "TL": "_lead",
    "Tr": "_mode",
    "Ts": "_raise",
    "Td": "_next",
    "TD": "_next_leading",
    "T*": "_new_line",
    "Tm": "_set_matrix",
    "Tj": "_show",
    "TJ": "_show_array",
    "'": "_show_line",
    '"': "_show_spaced",
    "d1": "_uncoloured_glyph",
}

_IGNORED = frozenset(
    ("J", "j", "M", "d", "ri", "i", "ET", "MP", "DP", "BMC", "BDC", "EMC", "BX", "EX", "d0")
)

_LONG = {
    "BPC": "BitsPerComponent",
    "CS": "ColorSpace",
    "D": "Decode",
    "DP": "DecodeParms",
    "F": "Filter",
    "H": "Height",
    "IM": "ImageMask",
    "I": "Interpolate",
    "W": "Width",
}
