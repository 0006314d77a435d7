"""The rules on the file as a whole: structure, identification, output intents, extras."""

import re

from layout.preflight.file import File
from layout.preflight.filters import FORBIDDEN_FILTERS, SHORT_NAMES, filters_of
from layout.preflight.icc import judge_profile
from layout.preflight.ledger import Ledger
from layout.preflight.standards import REGISTERED, Standard
from layout.preflight.tags import judge_tags
from layout.preflight.values import Name, Object, Ref, Stream, text_of
from layout.preflight.xmp import moment, read_xmp
from layout.problems import WARNING

REGISTRY = "http://www.color.org"
MOST_OUTLINES = 20_000

_DATE = re.compile(r"D:\d{4}")


def claimed(file: File) -> str:
    """The standard a file says it follows (``PDF/X-4``); empty if none."""
    if file.encrypted:
        return ""
    info = file.dictionary(file.trailer.get("Info"))
    told = text_of(file.get(info, "GTS_PDFXVersion"))
    return told or read_xmp(file).get("pdfxid:GTS_PDFXVersion", "")


def judge_document(file: File, ledger: Ledger) -> str:
    """Every rule on the file as a whole; returns the output intent's colour space."""
    _structure(file, ledger)
    _objects(file, ledger)
    catalog = file.dictionary(file.trailer.get("Root"))
    standard = ledger.standard
    if "x" in standard.groups:
        _identify(file, ledger)
        if "info" in standard.groups:
            _information(file, ledger)
        else:
            _metadata(file, ledger)
    intent = _intents(file, ledger, catalog)
    _actions(file, ledger, catalog)
    _layers(file, ledger, catalog)
    _viewer(file, ledger, catalog)
    judge_tags(file, ledger, catalog)
    return intent


def version_of(file: File) -> str:
    """The PDF version: the header's, or the catalog's if that is higher."""
    catalog = file.dictionary(file.trailer.get("Root"))
    named = file.get(catalog, "Version")
    return max(file.header, str(named)) if isinstance(named, Name) else file.header


def _structure(file: File, ledger: Ledger) -> None:
    standard, version = ledger.standard, version_of(file)
    if version > standard.newest:
        ledger.add("F2.version", measured=version, limit=standard.newest)
    if not standard.oldest <= version <= standard.newest:
        ledger.add("paper.version", measured=version, limit=standard.newest)
    if file.compressed:
        ledger.add("F2.streams")
    id_ = file.array(file.trailer.get("ID"))
    if len(id_) != 2 or not all(isinstance(part, bytes) and part for part in id_):
        ledger.add("F1.id")
    size = len(file.data)
    if standard.bytes and size > standard.bytes:
        ledger.add("file.size", measured=size, limit=standard.bytes)


def _objects(file: File, ledger: Ledger) -> None:
    """F3 and A3, over every stream of the file."""
    for number in sorted(file.places):
        value = file.resolve(Ref(number, 0))
        if not isinstance(value, Stream):
            continue
        entries = value.entries
        listed = file.resolve(entries.get("Filter"))
        names = [file.resolve(item) for item in listed] if isinstance(listed, list) else listed
        for name in filters_of({"Filter": names}):
            code = FORBIDDEN_FILTERS.get(SHORT_NAMES.get(name, name))
            if code:
                ledger.add(code, measured=name, object=number)
        if "F" in entries:
            ledger.add("A3", object=number)


def _identify(file: File, ledger: Ledger) -> None:
    """I2: the file says which standard it follows, in the way of that standard."""
    standard = ledger.standard
    info = file.dictionary(file.trailer.get("Info"))
    told = text_of(file.get(info, "GTS_PDFXVersion")) or ""
    conformance = text_of(file.get(info, "GTS_PDFXConformance")) or ""
    wanted = "" if "xmp" in standard.groups else standard.claims[0]
    if told != wanted:
        _claim(ledger, "GTS_PDFXVersion", told, wanted)
    if conformance != standard.conformance:
        _claim(ledger, "GTS_PDFXConformance", conformance, standard.conformance)


def _claim(ledger: Ledger, key: str, told: str, wanted: str) -> None:
    """A claim that is true but out of place misleads no one: pdfx of LaTeX writes such keys."""
    harmless = not wanted and told in ledger.standard.claims
    severity = WARNING if harmless else ""
    ledger.add("I2", key, measured=told, limit=wanted, key=key, severity=severity)


def _information(file: File, ledger: Ledger) -> None:
    """I1: the information dictionary."""
    info = file.dictionary(file.trailer.get("Info"))
    if not (text_of(file.get(info, "Title")) or "").strip("\0 \ufeff"):
        ledger.add("I1.title")
    for code, key in (("I1.created", "CreationDate"), ("I1.modified", "ModDate")):
        if not _DATE.match(text_of(file.get(info, key)) or ""):
            ledger.add(code, measured=text_of(file.get(info, key)) or "")
    trapped = file.get(info, "Trapped")
    if not isinstance(trapped, Name) or trapped not in ("True", "False"):
        ledger.add("I1.trapped", measured=_told(trapped))
        return
    _accord(file, ledger, read_xmp(file), WARNING)


def _told(value: Object) -> str:
    return text_of(value) or ("" if value is None else str(value))


def _metadata(file: File, ledger: Ledger) -> None:
    """I3: the XMP packet, and its accord with the information dictionary."""
    catalog = file.dictionary(file.trailer.get("Root"))
    stream = file.get(catalog, "Metadata")
    if not isinstance(stream, Stream):
        ledger.add("I3.xmp")
        return
    if "Filter" in stream.entries:
        ledger.add("I3.filter")
    found = read_xmp(file)
    if not found:
        ledger.add("I3.xmp")
        return
    if found.get("pdfxid:GTS_PDFXVersion") not in ledger.standard.claims:
        told = found.get("pdfxid:GTS_PDFXVersion", "")
        ledger.add("I3.version", measured=told, limit=ledger.standard.claims[0])
    for code, key in _REQUIRED.items():
        if not found.get(key):
            ledger.add(code, key=key)
    if found.get("pdf:Trapped") not in ("True", "False"):
        ledger.add("I3.trapped", measured=found.get("pdf:Trapped", ""))
    _accord(file, ledger, found)


_REQUIRED = {
    "I3.created": "xmp:CreateDate",
    "I3.modified": "xmp:ModifyDate",
    "I3.metadata": "xmp:MetadataDate",
    "I3.title": "dc:title",
    "I3.document": "xmpMM:DocumentID",
    "I3.edition": "xmpMM:VersionID",
    "I3.rendition": "xmpMM:RenditionClass",
}


def _accord(file: File, ledger: Ledger, found: dict[str, str], severity: str = "") -> None:
    """I3.differs: what both places say must be the same; X-1a and X-3 go by one of them."""
    info = file.dictionary(file.trailer.get("Info"))
    for key, name in (("Title", "dc:title"), ("Creator", "xmp:CreatorTool")):
        told = text_of(file.get(info, key))
        if told and found.get(name) and " ".join(told.split()) != " ".join(found[name].split()):
            ledger.add("I3.differs", key, key=key, severity=severity)
    for key, name in (("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate")):
        told = text_of(file.get(info, key))
        if told and found.get(name) and moment(told) != moment(found[name]):
            ledger.add("I3.differs", key, key=key, severity=severity)
    trapped = file.get(info, "Trapped")
    known = found.get("pdf:Trapped") in ("True", "False")
    if trapped is not None and known and str(trapped) != found["pdf:Trapped"]:
        ledger.add("I3.differs", "Trapped", key="Trapped", severity=severity)


def _intents(file: File, ledger: Ledger, catalog: dict[str, Object]) -> str:
    """O1–O3; the colour space of the intent that counts (``CMYK`` where nothing says)."""
    listed = file.array(catalog.get("OutputIntents"))
    intents = [each for each in listed if file.get(each, "S") == "GTS_PDFX"]
    if len(intents) != 1:
        ledger.add("O1", measured=len(intents), limit=1)
    if not intents:
        return "CMYK"
    intent = intents[0]
    identifier = text_of(file.get(intent, "OutputConditionIdentifier")) or ""
    if not identifier.strip():
        ledger.add("O1.condition")
    profile = file.get(intent, "DestOutputProfile")
    if isinstance(profile, Stream):
        return judge_profile(file, ledger, profile, identifier)
    if "flat" in ledger.standard.groups and identifier.strip():
        _registered(file, ledger, intent, identifier)
    ledger.add("O3", measured=identifier)
    return "CMYK"


def _registered(file: File, ledger: Ledger, intent: dict[str, Object], identifier: str) -> None:
    """O2: without a profile the condition must be one that the ICC's registry knows."""
    registry = (text_of(file.get(intent, "RegistryName")) or "").rstrip("/")
    if registry != REGISTRY:
        ledger.add("O2", measured=registry, limit=REGISTRY, name=identifier)
    elif not any(re.fullmatch(pattern, identifier) for pattern in REGISTERED):
        ledger.add("O2", measured=identifier, limit=REGISTRY, name=identifier)


def _actions(file: File, ledger: Ledger, catalog: dict[str, Object]) -> None:
    """A2 in the catalog, its names and its outlines (pages and annotations: elsewhere)."""
    opened = file.get(catalog, "OpenAction")
    if isinstance(opened, dict):
        ledger.add("A2", "OpenAction", what="OpenAction")
    if "AA" in catalog:
        ledger.add("A2", "AA", what="AA")
    if isinstance(file.get(file.get(catalog, "Names"), "JavaScript"), dict):
        ledger.add("A2", "JavaScript", what="JavaScript")
    if isinstance(file.get(catalog, "AcroForm"), dict):
        ledger.add("A2", "AcroForm", what="AcroForm")
    waiting = [file.get(file.get(catalog, "Outlines"), "First")]
    seen: set[int] = set()
    while waiting and len(seen) < MOST_OUTLINES:
        item = waiting.pop()
        if not isinstance(item, dict) or id(item) in seen:
            continue
        seen.add(id(item))
        if "A" in item or "AA" in item:
            ledger.add("A2", "Outlines", what="Outlines")
        waiting += [file.get(item, "Next"), file.get(item, "First")]


def _layers(file: File, ledger: Ledger, catalog: dict[str, Object]) -> None:
    """L1: optional content."""
    properties = file.get(catalog, "OCProperties")
    if not isinstance(properties, dict):
        return
    if "flat" in ledger.standard.groups:
        ledger.add("L1", "flat", measured="OCProperties")
        return
    for configuration in (file.get(properties, "D"), *file.array(properties.get("Configs"))):
        if not isinstance(configuration, dict):
            continue
        if not text_of(file.get(configuration, "Name")):
            ledger.add("L1", "Name", measured="Name")
        if file.get(configuration, "BaseState") not in (None, "ON"):
            ledger.add("L1", "BaseState", measured="BaseState")
        if "AS" in configuration:
            ledger.add("L1", "AS", measured="AS")
        if file.array(properties.get("OCGs")) and "Order" not in configuration:
            ledger.add("L1", "Order", measured="Order")


def _viewer(file: File, ledger: Ledger, catalog: dict[str, Object]) -> None:
    """V1, and for copiers that the page is not scaled."""
    preferences = file.dictionary(catalog.get("ViewerPreferences"))
    for key in ("ViewArea", "ViewClip", "PrintArea", "PrintClip"):
        value = file.get(preferences, key)
        if value is not None and value not in ("MediaBox", "BleedBox"):
            ledger.add("V1", key, measured=str(value), key=key)
    if file.get(preferences, "PrintScaling") != "None":
        ledger.add("paper.scaling")


def standard_claimed(told: str, file: File, standards: dict[str, Standard]) -> Standard | None:
    """The standard of a claim; None where it is not one that is known here."""
    info = file.dictionary(file.trailer.get("Info"))
    conformance = text_of(file.get(info, "GTS_PDFXConformance")) or ""
    for standard in standards.values():
        if told in standard.claims:
            return standard
    if told.startswith("PDF/X-1") and "X-1a" in conformance + told:
        return standards["pdfx-1a-2001" if "2001" in told + conformance else "pdfx-1a"]
    for start, id_ in (("PDF/X-4", "pdfx-4"), ("PDF/X-3", "pdfx-3")):
        if told.startswith(start) and not told.startswith("PDF/X-4p"):
            return standards[id_]
    return None
