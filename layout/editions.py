"""The forms in which a leaflet goes out, as data: the phases read them."""

from typing import NamedTuple

from layout.frame import Spot
from layout.geometry import Pt, mm
from layout.standards import JAPAN_COLOR, PDFX_1A, Intent, Standard


class Edition(NamedTuple):
    """One form of the same composition; lengths in points.

    ``colour`` is ``cmyk``, ``srgb`` or ``grey`` (mono as a whole).  ``bleed`` is how far grounds
    run beyond the trim, ``slug`` how far the medium does; ``printable`` is how far inside the
    trim grounds and art must end because the device prints no further.  ``marks``: printers'
    marks and the job line.  ``viewer`` are the viewer preferences (ISO 32000-1 12.2) as PDF names
    and booleans, ``version`` the PDF version of the file.  ``standard`` is what the file claims to
    be and ``intent`` the printing it is made for, both only where it goes to a print shop.
    ``notes``: lines, names and line numbers for whoever reads the proof.  ``most_bytes`` is how
    large a file the device takes, ``papers`` the sheets it prints in millimetres (none: any).
    ``spot`` is the one ink of a two-colour job beside black, ``plates`` what carries it:
    ``spot`` itself, or a process ink that stands in for it (``k+c``, ``k+m``).
    ``outlines``: text is drawn as shapes.  ``booklet`` is the fold of which a booklet in large
    print is made, where it is one.  ``tagged``: the file holds the structure of the document
    and its links, and ``pages`` says what its pages are: sides of the sheet, or panels in the
    order of reading.
    """

    id: str
    name_ja: str
    name_en: str
    colour: str
    bleed: Pt
    slug: Pt
    printable: Pt
    marks: bool
    version: str
    viewer: tuple[tuple[str, str | bool], ...] = ()
    standard: Standard | None = None
    intent: Intent | None = None
    notes: bool = False
    most_bytes: int | None = None
    papers: tuple[tuple[float, float], ...] = ()
    spot: Spot | None = None
    plates: str = "spot"
    outlines: bool = False
    booklet: str = ""
    tagged: bool = False
    pages: str = "sheet"

    @property
    def combines(self) -> bool:
        """Whether several leaflets may stand in one file: a tagged file is one document."""
        return not self.tagged


PRESS = Edition(
    "press",
    "印刷所入稿用",
    "for the print shop",
    colour="cmyk",
    bleed=mm(3),
    slug=mm(16),
    printable=Pt(0.0),
    marks=True,
    version=PDFX_1A.version,
    standard=PDFX_1A,
    intent=JAPAN_COLOR,
)

# A copier that scales the page to fit shrinks a 97 mm flap to 94: hence the preferences.
OFFICE = Edition(
    "office",
    "事務所の複合機用",
    "for the office copier",
    colour="srgb",
    bleed=Pt(0.0),
    slug=Pt(0.0),
    printable=mm(5),
    marks=False,
    version="1.7",
    viewer=(
        ("Duplex", "DuplexFlipShortEdge"),
        ("PickTrayByPDFSize", True),
        ("PrintScaling", "None"),
    ),
)

# Seven-Eleven's multi-copier (netprint): PDF 1.3 to 1.7, 10 MB, A3, A4, B4 and B5, a rim of
# 5 mm.  It reads no viewer preferences.
KONBINI = Edition(
    "konbini",
    "コンビニのマルチコピー機用",
    "for printers in convenience stores",
    colour="srgb",
    bleed=Pt(0.0),
    slug=Pt(0.0),
    printable=mm(5),
    marks=False,
    version="1.7",
    most_bytes=10_000_000,
    papers=((297, 210), (420, 297), (364, 257), (257, 182)),
)

PROOF = Edition(
    "proof",
    "校正用",
    "for proofreading",
    colour="srgb",
    bleed=mm(3),
    slug=mm(16),
    printable=Pt(0.0),
    marks=True,
    version="1.7",
    notes=True,
)

# The web's: sides without bleed, or panel by panel.
SCREEN = Edition(
    "screen",
    "画面で読む版",
    "for screens",
    colour="srgb",
    bleed=Pt(0.0),
    slug=Pt(0.0),
    printable=Pt(0.0),
    marks=False,
    version="1.7",
    viewer=(("DisplayDocTitle", True),),
    tagged=True,
)

PAGES = ("sheet", "panel")
"""What a page of an edition for screens may be, the default first."""


# For those who do not see well: A4 pages on A3 sheets, printed and stitched in an office.
LARGE = Edition(
    "large",
    "拡大文字版",
    "in large print",
    colour="srgb",
    bleed=Pt(0.0),
    slug=Pt(0.0),
    printable=mm(5),
    marks=False,
    version="1.7",
    viewer=OFFICE.viewer,
    booklet="a3-half",
)

SHOWN = Edition(
    "shown",
    "画像用",
    "for pictures of it",
    colour="srgb",
    bleed=Pt(0.0),
    slug=Pt(0.0),
    printable=Pt(0.0),
    marks=False,
    version="1.7",
)
"""What is rendered where the leaflet itself is to be seen: the trimmed sheet; never given away."""


class ReadingEdition(NamedTuple):
    """A form of the document itself, on no sheet: ``suffix`` is its file's, ``themed`` says
    whether it shows a theme."""

    id: str
    name_ja: str
    name_en: str
    suffix: str
    themed: bool


HTML = ReadingEdition("html", "ウェブページ用", "for the web", ".html", themed=True)
TEXT = ReadingEdition("text", "読み上げ・メール用", "to be read aloud, and for mail", ".txt", False)

READING = {edition.id: edition for edition in (HTML, TEXT)}

EDITIONS = {edition.id: edition for edition in (PRESS, OFFICE, KONBINI, PROOF, LARGE, SCREEN)}

USUAL = (PRESS.id, OFFICE.id)
"""What is made where nothing is asked for."""


def in_mono(edition: Edition) -> Edition:
    """An edition for a printer's black alone: a job is charged as mono or as colour whole."""
    return edition._replace(colour="grey")


def by_panels(edition: Edition) -> Edition:
    """A tagged edition with a page for each panel; any other as it is."""
    return edition._replace(pages="panel") if edition.tagged else edition


def conforming(edition: Edition, standard: Standard, intent: Intent) -> Edition:
    """A print shop's edition as a file of another standard or for another printing."""
    return edition._replace(standard=standard, intent=intent, version=standard.version)
