"""What each standard asks of a file, as data (ISO 15930; shops' and copiers' own terms).

These facts are preflight's own: the writer has its table, and one checks the other.
"""

from layout.values import NamedTuple


class Standard(NamedTuple):
    """The facts of one standard.

    ``claims`` are the values of GTS_PDFXVersion that stand for it, ``conformance`` that of
    GTS_PDFXConformance; ``oldest`` and ``newest`` bound the PDF version; ``colour`` is ``cmyk``
    (device CMYK, gray and spot colours alone), ``managed`` (others too, if defined by a
    profile) or ``any``; ``groups`` say which rules are judged (:mod:`.rules`); ``margin`` is
    what a device leaves unprinted, in millimetres, ``bytes`` the largest file it takes.
    """

    id: str
    name: str
    iso: str
    claims: tuple[str, ...]
    conformance: str
    oldest: str
    newest: str
    colour: str
    groups: frozenset[str]
    profile_versions: tuple[int, ...] = (2,)
    margin: float = 0.0
    bytes: int = 0


_FLAT = frozenset(("all", "press", "x", "info", "flat"))

STANDARDS = {
    standard.id: standard
    for standard in (
        Standard(
            "pdfx-1a",
            "PDF/X-1a:2003",
            "ISO 15930-4:2003",
            ("PDF/X-1a:2003",),
            "",
            "1.0",
            "1.4",
            "cmyk",
            _FLAT | {"1a"},
        ),
        Standard(
            "pdfx-1a-2001",
            "PDF/X-1a:2001",
            "ISO 15930-1:2001",
            ("PDF/X-1:2001",),
            "PDF/X-1a:2001",
            "1.0",
            "1.3",
            "cmyk",
            _FLAT | {"1a"},
        ),
        Standard(
            "pdfx-3",
            "PDF/X-3:2003",
            "ISO 15930-6:2003",
            ("PDF/X-3:2003",),
            "",
            "1.0",
            "1.4",
            "managed",
            _FLAT | {"managed"},
        ),
        Standard(
            "pdfx-3-2002",
            "PDF/X-3:2002",
            "ISO 15930-3:2002",
            ("PDF/X-3:2002",),
            "",
            "1.0",
            "1.3",
            "managed",
            _FLAT | {"managed"},
        ),
        Standard(
            "pdfx-4",
            "PDF/X-4:2010",
            "ISO 15930-7:2010",
            ("PDF/X-4",),
            "",
            "1.0",
            "1.6",
            "managed",
            frozenset(("all", "press", "x", "xmp", "managed", "live")),
            (2, 4),
        ),
        Standard(
            "office",
            "office",
            "",
            (),
            "",
            "1.0",
            "1.7",
            "any",
            frozenset(("all", "plain", "paper", "office")),
            margin=5.0,
        ),
        Standard(
            "konbini",
            "konbini",
            "",
            (),
            "",
            "1.3",
            "1.7",
            "any",
            frozenset(("all", "plain", "paper", "konbini")),
            margin=4.0,
            bytes=10_000_000,
        ),
        Standard(
            "screen",
            "screen",
            "",
            (),
            "",
            "1.0",
            "2.0",
            "any",
            frozenset(("all", "plain", "screen")),
        ),
        Standard(
            "general",
            "general",
            "",
            (),
            "",
            "1.0",
            "2.0",
            "any",
            frozenset(("all", "plain", "press", "general")),
        ),
    )
}
"""By id, in the order in which they are told."""

ASKED = ("pdfx-1a", "pdfx-4", "pdfx-1a-2001", "pdfx-3", "office", "konbini", "screen")
"""What ``--standard`` takes."""

PAPERS = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "B4": (257.0, 364.0),
    "B5": (182.0, 257.0),
}
"""Millimetres, JIS P 0138; what office copiers and convenience stores hold."""

KONBINI_PAPERS = ("A3", "A4", "B4", "B5")

REGISTERED = (
    r"JC200103|JC200104|JCN2002|JCW2003|JCS2011",
    r"FOGRA\d{1,2}L?(_\w+)?",
    r"CGATS[ .]?(TR ?\d{3}|21[.-]2[.-]CRPC\d)",
    r"TR ?\d{3}",
    r"IFRA\d{2}(_\w+)?",
    r"EUROSB\d{3}|OFCOM_\w+|OF_COM_\w+|PSR_?\w+|SC_?\w+|SNAP\w*|SWOP\w*|GRACoL\w*|MPA\w*",
)
"""Patterns of identifiers in the ICC's registry of characterisations; no ``JC`` but these."""
