"""Fonts of a file as far as rules need them: codes, widths, the program (ISO 32000-1 9.5–9.9)."""

from struct import error

from layout.preflight.file import File
from layout.preflight.sfnt import Sfnt, read_sfnt
from layout.preflight.values import MalformedError, Name, Object, Stream, TooLargeError, number

FILES = ("FontFile", "FontFile2", "FontFile3")


class Font:
    """A font of the file.  ``used`` gathers the codes that were shown."""

    def __init__(self, entries: dict[str, Object], file: File) -> None:
        self.entries, self.file = entries, file
        self.subtype = str(file.get(entries, "Subtype"))
        self.composite = self.subtype == "Type0"
        kin = file.array(entries.get("DescendantFonts")) if self.composite else []
        self.own = kin[0] if kin and isinstance(kin[0], dict) else entries
        self.descriptor = file.dictionary(self.own.get("FontDescriptor"))
        self.name = str(file.get(entries, "BaseFont") or file.get(entries, "Name") or "?")
        encoding = file.get(entries, "Encoding")
        self.encoding = str(encoding) if isinstance(encoding, Name) else ""
        self.vertical = self.composite and self.encoding.endswith("V")
        self.used: set[int] = set()
        self.shown = False
        self.widths = self._composite_widths() if self.composite else self._simple_widths()
        self.default = self._default_width()
        self._program: Object = self
        self._glyphs: dict[int, int] | None = None

    @property
    def identity(self) -> bool:
        """Whether codes are glyph numbers of two bytes."""
        return self.composite and self.encoding in ("Identity-H", "Identity-V")

    def codes(self, shown: bytes) -> list[int]:
        """The codes of a string; those of composite fonts are taken to have two bytes."""
        if not self.composite:
            return list(shown)
        return [high << 8 | low for high, low in zip(shown[::2], shown[1::2], strict=False)]

    def width(self, codes: list[int]) -> float:
        """Thousandths of the size that these codes move along (Type 3: of its own unit)."""
        get, default = self.widths.get, self.default
        return sum([get(code, default) for code in codes])

    def _default_width(self) -> float:
        if self.vertical:
            shifts = self.file.array(self.own.get("DW2"))
            return abs(number(shifts[1])) if len(shifts) > 1 else 1000.0
        if self.composite:
            return number(self.file.get(self.own, "DW"), 1000.0)
        fallback = 0.0 if self.widths else 556.0
        return number(self.file.get(self.descriptor, "MissingWidth"), fallback)

    def _simple_widths(self) -> dict[int, float]:
        first = int(number(self.file.get(self.entries, "FirstChar")))
        listed = self.file.array(self.entries.get("Widths"))
        return {first + place: number(width) for place, width in enumerate(listed)}

    def _composite_widths(self) -> dict[int, float]:
        """From W, or for vertical writing from W2 the way down."""
        step, key = (3, "W2") if self.vertical else (1, "W")
        items = self.file.array(self.own.get(key))
        widths: dict[int, float] = {}
        at = 0
        while at + 1 < len(items):
            first = int(number(items[at]))
            if isinstance(items[at + 1], list):
                listed = [number(self.file.resolve(item)) for item in items[at + 1]]
                for place, width in enumerate(listed[::step]):
                    widths[first + place] = abs(width)
                at += 2
            elif at + 1 + step < len(items):
                last = min(int(number(items[at + 1])), first + 65535)
                widths.update(dict.fromkeys(range(first, last + 1), abs(number(items[at + 2]))))
                at += 2 + step
            else:
                break
        return widths

    @property
    def upper(self) -> float:
        """How far the font rises, in thousandths."""
        return min(max(number(self.file.get(self.descriptor, "Ascent"), 880.0), 500.0), 1000.0)

    @property
    def lower(self) -> float:
        """How far it reaches below the baseline (negative)."""
        return max(min(number(self.file.get(self.descriptor, "Descent"), -120.0), 0.0), -300.0)

    @property
    def embedded(self) -> bool:
        return any(isinstance(self.file.get(self.descriptor, key), Stream) for key in FILES)

    @property
    def program(self) -> "Sfnt | bytes | None":
        """The program: opened if it is TrueType or OpenType, else its bytes; None if unreadable."""
        if self._program is self:
            self._program = self._read_program()
        return self._program  # type: ignore[no-any-return]

    def _read_program(self) -> "Sfnt | bytes | None":
        for key in FILES:
            stream = self.file.get(self.descriptor, key)
            if isinstance(stream, Stream):
                try:
                    data = self.file.content(stream)
                except (MalformedError, TooLargeError):
                    return None
                return read_sfnt(data) or data
        return None

    @property
    def _simple_glyphs(self) -> dict[int, int]:
        """Glyphs by code of a simple TrueType font (ISO 32000-1 9.6.6.4), as far as it is clear."""
        if self._glyphs is None:
            self._glyphs = self._read_simple() if isinstance(self.program, Sfnt) else {}
        return self._glyphs

    def _read_simple(self) -> dict[int, int]:
        program = self.program
        assert isinstance(program, Sfnt)
        try:
            codec = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}.get(
                self.encoding
            )
            unicode = program.mapping(3, 1)
            if codec and unicode is not None:
                texts = ((code, bytes((code,)).decode(codec, "ignore")) for code in range(32, 256))
                return {code: unicode.get(ord(text), 0) for code, text in texts if text}
            symbols = program.mapping(3, 0)
            if symbols is not None:
                return {code & 0xFF: glyph for code, glyph in symbols.items()}
            plain = program.mapping(1, 0) if "Encoding" not in self.entries else None
            return plain or {}
        except (error, IndexError):
            return {}

    def glyph(self, code: int) -> int | None:
        """The glyph of a code where the file itself tells; None where a table outside would."""
        if self.subtype == "TrueType":
            return self._simple_glyphs.get(code)
        if not self.identity:
            return None
        if str(self.own.get("Subtype")) != "CIDFontType2":
            return None
        mapped = self.file.get(self.own, "CIDToGIDMap")
        if isinstance(mapped, Stream):
            table = self.file.content(mapped)
            return int.from_bytes(table[2 * code : 2 * code + 2], "big")
        return code
