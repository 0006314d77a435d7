"""Every rule by its code: the clause it rests on, how grave it is, where it is judged.

Codes with a capital and a digit follow the list of PDF/X requirements that the project keeps;
the others are what print shops and copiers ask.  Sentences are in ``layout/messages``.
"""

from typing import NamedTuple

from layout.problems import ERROR, NOTE, WARNING


class Rule(NamedTuple):
    """``clause`` is of ISO 32000-1 where it begins with a number; ``groups`` are those of
    :class:`.standards.Standard` that judge it."""

    clause: str
    severity: str
    groups: tuple[str, ...]


_SHOP = "print shop practice"
_GWG = "GWG 2015"

RULES: dict[str, Rule] = {
    "file.xref": Rule("7.5.4", ERROR, ("all",)),
    "file.length": Rule("7.3.8.2", WARNING, ("all",)),
    "file.junk": Rule("7.5.2", WARNING, ("all",)),
    "file.content": Rule("7.8.2", ERROR, ("all",)),
    "file.resource": Rule("7.8.3", ERROR, ("all",)),
    "file.cycle": Rule("8.10", ERROR, ("all",)),
    "file.bomb": Rule("7.4", ERROR, ("all",)),
    "file.encrypted": Rule("7.6", ERROR, ("plain",)),
    "file.size": Rule("store limit", ERROR, ("konbini",)),
    "claim.none": Rule("ISO 15930", NOTE, ("general",)),
    "claim.unknown": Rule("ISO 15930", WARNING, ("general",)),
    "F1.encrypt": Rule("7.6", ERROR, ("x",)),
    "F1.id": Rule("14.4", ERROR, ("x",)),
    "F2.version": Rule("7.5.2", ERROR, ("x",)),
    "F2.streams": Rule("7.5.7", ERROR, ("flat",)),
    "F3.lzw": Rule("7.4.4", ERROR, ("x",)),
    "F3.jbig2": Rule("7.4.7", ERROR, ("flat",)),
    "F3.jpx": Rule("7.4.9", ERROR, ("flat",)),
    "I1.title": Rule("14.3.3", ERROR, ("info",)),
    "I1.created": Rule("14.3.3", ERROR, ("info",)),
    "I1.modified": Rule("14.3.3", ERROR, ("info",)),
    "I1.trapped": Rule("14.3.3", ERROR, ("info",)),
    "I2": Rule("14.3.3", ERROR, ("x",)),
    "I3.xmp": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.version": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.created": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.modified": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.metadata": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.title": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.trapped": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.document": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.edition": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.rendition": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.filter": Rule("14.3.2", ERROR, ("xmp",)),
    "I3.differs": Rule("14.3.3", ERROR, ("xmp", "info")),
    "O1": Rule("14.11.5", ERROR, ("x",)),
    "O1.condition": Rule("14.11.5", ERROR, ("x",)),
    "O2": Rule("14.11.5", ERROR, ("flat",)),
    "O2.class": Rule("14.11.5", ERROR, ("flat",)),
    "O2.version": Rule("14.11.5", ERROR, ("flat",)),
    "O2.space": Rule("14.11.5", ERROR, ("flat",)),
    "O2.broken": Rule("14.11.5", ERROR, ("flat",)),
    "O2.label": Rule("14.11.5", WARNING, ("x",)),
    "O3": Rule("14.11.5", ERROR, ("live",)),
    "O3.class": Rule("14.11.5", ERROR, ("live",)),
    "O3.version": Rule("14.11.5", ERROR, ("live",)),
    "O3.space": Rule("14.11.5", ERROR, ("live",)),
    "O3.broken": Rule("14.11.5", ERROR, ("live",)),
    "C1": Rule("8.6", ERROR, ("1a",)),
    "C3": Rule("8.6.4", ERROR, ("managed",)),
    "C4.spot": Rule("8.6.6.4", ERROR, ("x",)),
    "C4.all": Rule("8.6.6.4", ERROR, ("x", "press")),
    "T1.smask": Rule("11.6.5", ERROR, ("flat",)),
    "T1.blend": Rule("11.3.5", ERROR, ("flat",)),
    "T1.alpha": Rule("11.6.4", ERROR, ("flat",)),
    "T1.group": Rule("11.6.6", ERROR, ("flat",)),
    "T1.space": Rule("11.6.6", WARNING, ("live",)),
    "G1.transfer": Rule("10.4", ERROR, ("x",)),
    "G1.halftone": Rule("10.5", ERROR, ("x",)),
    "G2.postscript": Rule("8.8.2", ERROR, ("x",)),
    "G2.opi": Rule("14.11.7", ERROR, ("x",)),
    "G2.alternate": Rule("8.9.5.4", ERROR, ("x",)),
    "G2.reference": Rule("8.10.4", ERROR, ("x",)),
    "B1": Rule("14.11.2", ERROR, ("x",)),
    "B2": Rule("14.11.2", ERROR, ("x", "press", "paper")),
    "B2.crop": Rule("14.11.2", ERROR, ("x",)),
    "V1": Rule("12.2", ERROR, ("x",)),
    "B4": Rule("14.11.4", ERROR, ("x",)),
    "A1": Rule("12.5", ERROR, ("x",)),
    "A2": Rule("12.6", ERROR, ("x",)),
    "A3": Rule("7.3.8.2", ERROR, ("x",)),
    "N1.embedded": Rule("9.9", ERROR, ("x",)),
    "N1.program": Rule("9.9", ERROR, ("x",)),
    "N1.widths": Rule("9.7.4.3", ERROR, ("x",)),
    "N1.notdef": Rule("9.7.6.3", ERROR, ("x",)),
    "N1.licence": Rule("9.9", ERROR, ("x",)),
    "N1.type3": Rule("9.6.5", WARNING, ("x",)),
    "N1.cidtogid": Rule("9.7.4.2", ERROR, ("x",)),
    "N1.cidset": Rule("9.8.3.2", ERROR, ("x",)),
    "L1": Rule("8.11.4", ERROR, ("x",)),
    "font.embedded": Rule("9.9", ERROR, ("plain",)),
    "font.program": Rule("9.9", ERROR, ("plain",)),
    "font.subset": Rule("9.6.4", WARNING, ("press",)),
    "text.unmapped": Rule("9.10.2", WARNING, ("screen",)),
    "colour.rgb": Rule(_SHOP, WARNING, ("general",)),
    "ink.total": Rule(f"{_GWG} total ink; {_SHOP}", ERROR, ("press",)),
    "line.hairline": Rule(f"{_GWG} line width; {_SHOP}", ERROR, ("press",)),
    "type.small": Rule(_SHOP, WARNING, ("press",)),
    "type.reversed": Rule(_SHOP, WARNING, ("press",)),
    "image.resolution": Rule(f"{_GWG} image resolution; {_SHOP}", ERROR, ("press",)),
    "image.bitmap": Rule(f"{_GWG} 1-bit images; {_SHOP}", ERROR, ("press",)),
    "black.rich-text": Rule(f"{_GWG} rich black text; {_SHOP}", ERROR, ("press",)),
    "overprint.white": Rule(f"{_GWG} white overprint; 8.6.7", ERROR, ("press",)),
    "text.near-trim": Rule(_SHOP, ERROR, ("press",)),
    "text.near-fold": Rule(_SHOP, WARNING, ("press",)),
    "page.bleed": Rule(_SHOP, WARNING, ("press",)),
    "page.rotate": Rule(_SHOP, WARNING, ("press", "paper")),
    "page.count": Rule(_SHOP, ERROR, ("all",)),
    "page.size": Rule(_SHOP, ERROR, ("all",)),
    "paper.version": Rule("7.5.2", ERROR, ("paper",)),
    "paper.size": Rule("JIS P 0138", ERROR, ("paper",)),
    "paper.boxes": Rule("14.11.2", ERROR, ("paper",)),
    "paper.margin": Rule("printable area", WARNING, ("paper",)),
    "paper.scaling": Rule("12.2", WARNING, ("office",)),
}
