"""What a file says about itself: the information dictionary and the same as XMP."""

from typing import NamedTuple

from layout.pdf.door import pdfdoc
from layout.pdf.file import UNNAMED
from layout.pdf.objects import Stream, dictionary, name, string
from layout.standards import Standard

PROGRAM = "fold-leaflet"


class Info(NamedTuple):
    """About the document: its title, its date, the language of its text.

    ``issued`` is ``YYYY-MM-DD``, taken as midnight in Japan, or ``YYYY-MM-DDThh:mm:ss+hh:mm``
    (``Z`` for UTC): always given, never read from a clock.
    """

    title: str
    issued: str
    language: str = "ja-JP"


def moment(issued: str) -> str:
    """``issued`` with its time and offset written out (ISO 8601)."""
    return issued if "T" in issued else f"{issued}T00:00:00+09:00"


def pdf_date(issued: str) -> str:
    """The same moment as a PDF date (ISO 32000-1 7.9.4): ``D:20240401000000+09'00'``."""
    day, time = moment(issued).split("T")
    clock, offset = time[:8], time[8:]
    zone = "Z" if offset == "Z" else f"{offset[:3]}'{offset[4:]}'"
    return f"D:{day.replace('-', '')}{clock.replace(':', '')}{zone}"


def information(info: Info, standard: Standard | None = None) -> pdfdoc.PDFDictionary:
    """The information dictionary (ISO 32000-1 14.3.3), with what claims the standard."""
    date = string(pdf_date(info.issued))
    return dictionary(
        {
            "Title": string(info.title),
            "Creator": string(PROGRAM),
            "Producer": string(PROGRAM),
            "CreationDate": date,
            "ModDate": date,
            "Trapped": name("False"),
            **{key: string(value) for key, value in (standard.info if standard else ())},
        }
    )


def metadata(info: Info, standard: Standard | None = None) -> Stream:
    """The XMP packet (ISO 16684-1), equal to the information dictionary and left unfiltered.

    A standard that is claimed in the metadata asks for a name of the document, which it gets
    when the file is put together (:func:`layout.pdf.file.assemble`).
    """
    claim = _claim(standard.claim) if standard and standard.claim else ""
    return _stream(info, claim)


def readable_metadata(info: Info) -> Stream:
    """The same of a file that anyone can read for long: PDF/A-2a (ISO 19005-2 6.6.4) and
    PDF/UA-1 (ISO 14289-1 clause 5), whose property PDF/A has to be told of (6.6.2.3.3)."""
    return _stream(info, _READABLE, trapped="")


_READABLE = """
<rdf:Description rdf:about=""
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


_TRAPPED = "<pdf:Trapped>False</pdf:Trapped>\n"
"""A property that PDF/A knows nothing of."""


def _stream(info: Info, claim: str, trapped: str = _TRAPPED) -> Stream:
    entries = {"Type": name("Metadata"), "Subtype": name("XML")}
    return Stream(_packet(info, claim, trapped).encode("utf-8"), entries, plain=True)


def _claim(claim: str) -> str:
    """The properties that PDF/X-4 asks for besides title, dates and trapping."""
    return f"""
<rdf:Description rdf:about=""
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdfxid:GTS_PDFXVersion>{claim}</pdfxid:GTS_PDFXVersion>
{UNNAMED.decode("ascii")}/xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>"""


def _packet(info: Info, claim: str, trapped: str) -> str:
    title, language = _escaped(info.title), _escaped(info.language)
    date = moment(info.issued)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PROGRAM}</pdf:Producer>
{trapped}<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
</rdf:Description>{claim}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
