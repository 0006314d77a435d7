"""What print shops ask a file to be, as facts: PDF/X standards and printing conditions.

No behaviour: the writer reads these; the preflight has facts of its own.
"""

from layout.values import NamedTuple


class Standard(NamedTuple):
    """One PDF/X standard (ISO 15930-1, -4, -7).

    ``version`` is the PDF version of the header, ``info`` the entries of the information
    dictionary that claim the standard, ``claim`` the same claim in the XMP metadata (X-4).
    ``xmp``: metadata are written; ``profile``: the output intent must carry its profile,
    also where the printing condition is registered.
    """

    id: str
    name: str
    version: str
    info: tuple[tuple[str, str], ...] = ()
    claim: str = ""
    xmp: bool = True
    profile: bool = False


PDFX_1A = Standard(
    "pdfx-1a",
    "PDF/X-1a:2003",
    version="1.4",
    info=(("GTS_PDFXVersion", "PDF/X-1a:2003"),),
)

# The standard of 2010 claims itself in the XMP alone; its claim bears no year.
PDFX_4 = Standard("pdfx-4", "PDF/X-4", version="1.6", claim="PDF/X-4", profile=True)

# PDF 1.3 knows no metadata streams.
PDFX_1A_2001 = Standard(
    "pdfx-1a-2001",
    "PDF/X-1a:2001",
    version="1.3",
    info=(("GTS_PDFXVersion", "PDF/X-1:2001"), ("GTS_PDFXConformance", "PDF/X-1a:2001")),
    xmp=False,
)

STANDARDS = {standard.id: standard for standard in (PDFX_1A, PDFX_4, PDFX_1A_2001)}
"""By id, the default first."""


class Condition(NamedTuple):
    """A printing condition: paper, inks and how they are printed.

    ``id`` is the name in the registry of the ICC, if ``registered``; ``text`` describes the
    condition to a person; ``total_ink`` is the most it bears of all inks together, in per
    cent.  ``profiles`` are beginnings of the descriptions of profiles made for it.
    """

    id: str
    name: str
    text: str
    total_ink: int
    profiles: tuple[str, ...] = ()
    registered: bool = True


REGISTRY = "http://www.color.org"

_JAPAN = "Offset printing, Japan Color"

JC200103 = Condition(
    "JC200103",
    "Japan Color 2001 Coated",
    f"{_JAPAN} 2001, coated paper",
    350,
    ("Japan Color 2001 Coated",),
)
FOGRA39 = Condition(
    "FOGRA39",
    "Coated FOGRA39",
    "Offset printing, according to ISO 12647-2:2004/Amd 1, OFCOM, paper type 1 or 2, coated",
    330,
    ("FOGRA39", "Coated FOGRA39", "ISO Coated v2"),
)

CONDITIONS = {
    condition.id: condition
    for condition in (
        JC200103,
        FOGRA39,
        Condition(
            "JCS2011",
            "Japan Color 2011 Coated",
            f"{_JAPAN} 2011, coated paper",
            350,
            ("Japan Color 2011 Coated",),
        ),
        Condition(
            "JC200104",
            "Japan Color 2001 Uncoated",
            f"{_JAPAN} 2001, uncoated paper",
            310,
            ("Japan Color 2001 Uncoated",),
        ),
    )
}
"""Registered conditions by id, the default first."""


class Profile(NamedTuple):
    """An ICC profile of a printing condition, as it was checked: its bytes and its name."""

    data: bytes
    description: str


class Intent(NamedTuple):
    """What a file is made for (ISO 32000-1 14.11.5).

    ``profile`` is there where it must be carried or has been given; ``carried``: the file
    holds it.
    """

    condition: Condition
    profile: Profile | None = None
    carried: bool = False


JAPAN_COLOR = Intent(JC200103)
"""What a file for a Japanese print shop is made for: known by its registered name."""
