"""What goes to the print shop, in one ZIP: the file, a folding dummy, a specification, a report.

Names are ASCII, times are fixed: the same leaflet gives the same bytes.
"""

import io
import zipfile

from layout.build import Built, Made, folding_dummy
from layout.document import Contact, Leaflet
from layout.editions import Edition
from layout.folds import OPENING_NAMES, SIDE_NAMES, SIDES, Scheme
from layout.geometry import to_mm
from layout.judging import judged
from layout.outputs import safe_stem
from layout.problems import LeafletError, problem
from layout.report import to_json

_USAGE = 2
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can tell: nothing in it says when it was packed."""


def hand_over(built: Built, moment: str | None) -> Made:
    """The ZIP for the print shop.  LeafletError (exit code 2) if there is no file for one."""
    press = [pair for pair in zip(built.made, built.editions, strict=False) if pair[1].standard]
    if not press:
        raise LeafletError((problem("package-without-press"),), _USAGE)
    made, edition = press[0]
    stem = _ascii(made.stem)
    report = judged(made.data, f"{stem}.pdf", edition, built.scheme)
    dummy = folding_dummy(built.scheme, moment or str(built.leaflet.issued))
    text = specification(built.leaflet, built.scheme, edition, f"{stem}.pdf")
    files = (
        (f"{stem}.pdf", made.data),
        (f"{_ascii(dummy.stem)}.pdf", dummy.data),
        # The mark of UTF-8 and these line ends are what every Windows editor shows rightly.
        ("specification.txt", text.replace("\n", "\r\n").encode("utf-8-sig")),
        ("preflight.json", to_json((), report.problems, "ja", report).encode("ascii")),
    )
    name = f"{stem.removesuffix('_press')}_package"
    return Made(name, "package", made.fold, made.theme, 0, _packed(files), ".zip")


def _ascii(stem: str) -> str:
    """The name in letters every archive program and print shop can read."""
    plain = "".join(char if char.isascii() else "-" for char in stem).strip("-_")
    return safe_stem(plain or "leaflet")


def _packed(files: tuple[tuple[str, bytes], ...]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # the same bytes whatever the system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def specification(leaflet: Leaflet, scheme: Scheme, edition: Edition, file: str) -> str:
    """The specification (仕様書) of a job, in Japanese: what a print shop asks by telephone."""
    lines = [("件名", str(leaflet.title or leaflet.cover.title)), ("ファイル", file)]
    lines += [("発行日", str(leaflet.issued)), *_paper(scheme), *_printing(edition)]
    lines += _contact(leaflet)
    width = max(len(label) for label, _ in lines)
    told = "".join(f"{label}{'　' * (width - len(label))}：{value}\n" for label, value in lines)
    return f"印刷仕様書\n\n{told}"


def _paper(scheme: Scheme) -> list[tuple[str, str]]:
    size = f"{to_mm(scheme.width):g} × {to_mm(scheme.height):g} mm"
    lines = [
        ("仕上がり", f"{size}（展開時）、塗り足し 各3 mm、トンボあり"),
        ("折り", f"{scheme.name_ja}、{OPENING_NAMES[scheme.opening]}（折り見本を同封）"),
    ]
    for page, side in enumerate(SIDES, 1):
        widths = dict.fromkeys((to_mm(slot.x), to_mm(slot.width)) for slot in scheme.on(side))
        told = " / ".join(f"{width:.4g}" for _, width in sorted(widths))
        lines.append((f"{page}ページ目", f"{SIDE_NAMES[side]}（左から {told} mm）"))
    turn = "短辺" if scheme.width > scheme.height else "長辺"
    return [*lines, ("両面", f"両面印刷、天地そろえ（{turn}とじ）")]


def _printing(edition: Edition) -> list[tuple[str, str]]:
    standard, intent = edition.standard, edition.intent
    assert standard
    assert intent
    lines = [("色", "4色（CMYK）両面、墨文字はノセ")]
    if edition.spot:
        plate = edition.plates.partition("+")[2].upper()
        how = f"データでは{plate}版で代用" if plate else "特色の版として作成"
        lines = [("色", f"2色：墨＋特色「{edition.spot.name}」（{how}）両面、墨文字はノセ")]
    carried = "プロファイル埋め込み" if intent.carried else "登録名で指定"
    text = "アウトライン済み（フォントなし）" if edition.outlines else "フォントはすべて埋め込み"
    return [
        *lines,
        ("データ", f"{standard.name}（PDF {standard.version}）、{text}"),
        ("印刷条件", f"{intent.condition.name}（{intent.condition.id}、{carried}）"),
        ("インキ総量", f"{intent.condition.total_ink} % 以下"),
    ]


def _contact(leaflet: Leaflet) -> list[tuple[str, str]]:
    """Whom to ask: the leaflet's own contact, if it has one."""
    contacts = (block for block in (*leaflet.back, *leaflet.body) if isinstance(block, Contact))
    contact = next(contacts, None)
    if contact is None:
        return [("連絡先", "")]
    ways = (("", contact.name), ("電話 ", contact.tel), ("FAX ", contact.fax), ("", contact.email))
    told = [f"{label}{' '.join(str(way).split())}" for label, way in ways if way]
    return [("連絡先", "　".join(told))]
