"""The rules on fonts (N1, and font.* for files that claim no standard)."""

from layout.preflight.file import File
from layout.preflight.fonts import Font
from layout.preflight.ledger import Ledger
from layout.preflight.sfnt import Sfnt
from layout.preflight.values import MalformedError, Name, Stream, TooLargeError
from layout.problems import WARNING


def judge_font(file: File, ledger: Ledger, font: Font) -> None:
    """Every rule on a font whose text has been shown (``font.shown``) or that is at hand."""
    if font.subtype == "Type3":
        if font.shown:
            ledger.add("N1.type3", font.name, name=font.name)
        return
    if not font.embedded:
        severity = "" if font.shown else WARNING
        for code in ("N1.embedded", "font.embedded"):
            ledger.add(code, font.name, severity=severity, name=font.name)
        return
    program = font.program
    if program is None or not _is_program(program):
        for code in ("N1.program", "font.program"):
            ledger.add(code, font.name, name=font.name)
        return
    if font.shown:
        _licence(ledger, font, program)
        _mapping(file, ledger, font)
        _glyphs(ledger, font, program)
        if not _is_subset(font.name):
            ledger.add("font.subset", font.name, name=font.name)
        if "ToUnicode" not in font.entries and font.identity:
            ledger.add("text.unmapped", font.name, name=font.name)


def _is_subset(name: str) -> bool:
    return name[6:7] == "+" and name[:6].isascii() and name[:6].isupper() and name[:6].isalpha()


def _is_program(program: Sfnt | bytes) -> bool:
    """Whether these are the bytes of a font: sfnt, Type 1, or bare CFF."""
    if isinstance(program, Sfnt):
        return True
    return program.startswith((b"%!", b"\x80\x01", b"\x01\x00"))


def _licence(ledger: Ledger, font: Font, program: Sfnt | bytes) -> None:
    """fsType (OpenType 1.9, OS/2): restricted, bitmaps only, or not to be cut."""
    flags = program.embedding if isinstance(program, Sfnt) else None
    if flags is None:
        return
    restricted = flags & 0x000F == 0x0002 or flags & 0x0200
    if restricted or (flags & 0x0100 and _is_subset(font.name)):
        ledger.add("N1.licence", font.name, measured=f"0x{flags:04X}", name=font.name)


def _mapping(file: File, ledger: Ledger, font: Font) -> None:
    """N1.cidtogid and N1.cidset."""
    if not font.composite:
        return
    if file.get(font.own, "Subtype") == "CIDFontType2":
        mapped = file.get(font.own, "CIDToGIDMap")
        if not isinstance(mapped, Stream) and not (
            isinstance(mapped, Name) and mapped == "Identity"
        ):
            ledger.add("N1.cidtogid", font.name, name=font.name)
    present = file.get(font.descriptor, "CIDSet")
    if isinstance(present, Stream) and font.identity:
        try:
            bits = file.content(present)
        except (MalformedError, TooLargeError):
            bits = b""
        missing = [
            code
            for code in font.used
            if code // 8 >= len(bits) or not bits[code // 8] & (128 >> code % 8)
        ]
        if missing:
            ledger.add("N1.cidset", font.name, measured=len(missing), limit=0, name=font.name)


def _glyphs(ledger: Ledger, font: Font, program: Sfnt | bytes) -> None:
    """N1.notdef and N1.widths, for the codes that were shown."""
    absent, wrong, worst = 0, 0, (0.0, 0.0)
    for code in font.used:
        glyph = font.glyph(code)
        if glyph is None:
            if font.composite:
                return
            continue
        if not glyph or (isinstance(program, Sfnt) and glyph >= program.glyphs):
            absent += 1
        elif isinstance(program, Sfnt) and not font.vertical:
            advance, told = program.advance(glyph), font.widths.get(code, font.default)
            if advance is not None and abs(advance - told) > 1.01:
                wrong += 1
                if abs(advance - told) > abs(worst[0] - worst[1]):
                    worst = (told, advance)
    if absent:
        ledger.add("N1.notdef", font.name, measured=absent, limit=0, name=font.name)
    if wrong:
        told, advance = worst
        ledger.add(
            "N1.widths", font.name, measured=float(told), limit=round(advance, 1), name=font.name,
            count=wrong,
        )  # fmt: skip
