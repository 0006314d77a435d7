"""The grammar of the command line: words in, one value and every usage problem out.

The standard parser speaks one language and leaves the process by itself; this one returns
problems like every other room, so that they can be told in Japanese or English, or as JSON.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from layout.problems import Problem, problem

COMMANDS = (
    "build",
    "check",
    "new",
    "theme new",
    "theme list",
    "folds",
    "dummy",
    "fonts",
    "schema",
    "typeset",
    "preflight",
    "contacts",
    "batch",
    "explain",
)
DEFAULT_DPI = 150
LOWEST_DPI, HIGHEST_DPI = 20, 1200
LATEST_EPOCH = 253402300799
"""9999-12-31T23:59:59Z: a PDF date has four digits for the year."""


class Option(NamedTuple):
    """An option: the field it fills, what its value is called ("" = a switch), who takes it."""

    field: str
    value: str
    commands: tuple[str, ...]
    ja: str
    en: str


_BUILD = ("build",)
_BUILD_CHECK = ("build", "check", "batch")
_BATCH = ("batch",)
_ROWS = ("build", "batch")
_LISTS = ("contacts", "batch", "build")
_REPORTING = (*_BUILD_CHECK, "preflight")
_OF_FOLDS = ("build", "check", "batch", "folds", "dummy")

OPTIONS: dict[str, Option] = {
    "--fold": Option(
        "fold", "ID", (*_REPORTING, "dummy"), "折り方（一覧は folds）", "fold (see: folds)"
    ),
    "--opening": Option(
        "opening",
        "left|right",
        (*_OF_FOLDS, "preflight"),
        "開き：left（左開き・横書き用）、right（右開き・縦書き用）",
        "bound at the left (horizontal text) or the right",
    ),
    "--edition": Option(
        "editions",
        "ID[,ID]",
        _BUILD_CHECK,
        "版：press（印刷所用）、office（事務所のプリンター用）、konbini（コンビニ用）、"
        "proof（校正用）、large（拡大文字版、A4のページをA3の紙に）、screen（画面で読む、タグ付きPDF）、"
        "html（ウェブページ）、text（読み上げ・メール用の文）。なければ press と office",
        "editions: press (print shop), office (office printer), konbini (convenience store), "
        "proof (proofreading), large (large print, A4 pages on A3 sheets), screen (tagged PDF), "
        "html (web page), text (plain text); default: press,office",
    ),
    "--standard": Option(
        "standard",
        "ID",
        _REPORTING,
        "印刷所用PDFの規格：pdfx-1a（既定）、pdfx-4、pdfx-1a-2001"
        "（preflight では office、konbini、screen も）",
        "standard of the press file: pdfx-1a (default), pdfx-4, pdfx-1a-2001; "
        "preflight also takes office, konbini, screen",
    ),
    "--icc": Option(
        "icc",
        "FILE",
        _BUILD_CHECK,
        "印刷条件のICCプロファイル（JapanColor2001Coated.icc など）",
        "ICC profile of the printing condition, such as JapanColor2001Coated.icc",
    ),
    "--condition": Option(
        "condition",
        "ID",
        _BUILD_CHECK,
        "印刷条件：JC200103（既定）、JCS2011、JC200104、FOGRA39",
        "printing condition: JC200103 (default), JCS2011, JC200104, FOGRA39",
    ),
    "--spot": Option(
        "spot",
        "NAME=C,M,Y,K",
        _BUILD_CHECK,
        "墨と特色1色の2色刷りにする（例：--spot 'DIC 156=0,70,90,0'、CMYKの近似値を%で）",
        "two-colour job in black and this ink; its look in per cent of CMYK",
    ),
    "--plates": Option(
        "plates",
        "spot|k+m|k+c",
        _BUILD_CHECK,
        "特色の版：spot（既定）、またはM版・C版で代用",
        "the spot ink's plate: its own (default), or magenta or cyan in its place",
    ),
    "--outlines": Option(
        "outlines",
        "",
        _BUILD_CHECK,
        "印刷所用PDFの文字をアウトラインにする",
        "press file with all text as shapes, without fonts",
    ),
    "--mono": Option(
        "mono",
        "",
        _BUILD_CHECK,
        "全体を白黒（モノクロの料金）で印刷するPDFにする（press以外）",
        "PDFs in black alone, printed at the price of mono (not for press)",
    ),
    "--pages": Option(
        "pages",
        "sheet|panel",
        _BUILD_CHECK,
        "画面で読む版のページ：sheet（印刷の紙面のまま、既定）、panel（面ごとに、読む順で）",
        "pages of the screen edition: sheet (as printed, default) or panel (in reading order)",
    ),
    "--package": Option(
        "package",
        "",
        _BUILD,
        "印刷所に渡す一式（入稿PDF、折り見本、仕様書、検査結果）をZIPにする",
        "a ZIP for the print shop: file, folding dummy, specification, preflight report",
    ),
    "--theme": Option(
        "theme",
        "NAME",
        _BUILD_CHECK,
        "デザイン（一覧は theme list）",
        "theme (see: theme list)",
    ),
    "--from": Option(
        "base",
        "NAME",
        ("theme new",),
        "もとにするデザイン（書かなければ calm）",
        "the theme to start from (default: calm)",
    ),
    "--output": Option(
        "output",
        "DIR",
        ("build", "dummy", "contacts", "batch", "theme new"),
        "書き出すフォルダー",
        "folder for the results",
    ),
    "--png": Option("png", "", _BUILD, "確認用のPNG画像も書き出す", "write PNG previews too"),
    "--pictures": Option(
        "pictures",
        "",
        _BUILD,
        "画像も書き出す：面ごと、折った姿の見本（閉じた姿・開きかけ・全開）、SNS用（正方形・横長）",
        "pictures too: every panel, mock-ups of the folded leaflet, the cover for social media",
    ),
    "--dpi": Option(
        "dpi", "N", _BUILD, f"PNG画像の解像度（{DEFAULT_DPI}）", f"of the previews ({DEFAULT_DPI})"
    ),
    "--json": Option(
        "json",
        "",
        (*_OF_FOLDS, "preflight", "contacts"),
        "報告をJSONで出す",
        "print one JSON report",
    ),
    "--strict": Option(
        "strict", "", _REPORTING, "警告があれば終了コードを1にする", "exit with 1 on warnings"
    ),
    "--i-have-a-licence": Option(
        "licensed",
        "",
        _BUILD_CHECK,
        "埋め込みを制限するフォントを、許諾を得て使う",
        "embed fonts that restrict it: you hold a licence",
    ),
    "--pdf": Option(
        "pdf", "FILE", ("typeset",), "組んだ行をPDFにも書き出す", "draw the lines in a PDF too"
    ),
    "--profile": Option(
        "profile",
        "ID|FILE",
        ("preflight",),
        "印刷所の限度：default、gwg-sheetfed、strict、またはYAMLファイル",
        "a shop's limits: default, gwg-sheetfed, strict, or a YAML file",
    ),
    "--rules": Option(
        "rules", "", ("preflight",), "調べる規則の一覧", "list the rules that are judged"
    ),
    "--encoding": Option(
        "encoding",
        "NAME",
        _LISTS,
        "名簿のCSVの文字コード（ふつうは要らない）",
        "encoding of a CSV list; seldom needed",
    ),
    "--sheet": Option(
        "sheet",
        "NAME",
        _LISTS,
        "名簿のXLSXのシート（なければ最初のシート）",
        "sheet of an XLSX list; default: the first",
    ),
    "--contacts": Option(
        "contacts", "FILE", _ROWS, "名簿（XLSX、CSV、YAML）", "list of contacts (XLSX, CSV, YAML)"
    ),
    "--row": Option(
        "row",
        "ID",
        ("build",),
        "名簿（--contacts）のこの行だけを作る（支部コードか行の番号）",
        "this row of the list alone (its id or number; with --contacts)",
    ),
    "--where": Option(
        "where",
        "COLUMN=VALUE",
        _BATCH,
        "列の値が合う行だけを作る（例：--where 都道府県=東京都。何度でも）",
        "only rows with this value; more than once: all must hold",
    ),
    "--limit": Option("limit", "N", _BATCH, "初めの N 行だけを作る", "only the first N rows"),
    "--name": Option(
        "name",
        "PATTERN",
        _BATCH,
        "ファイル名の形（例：--name '{prefecture}_{id}_{edition}'）",
        "names of the files, such as {prefecture}_{id}_{edition}",
    ),
    "--jobs": Option(
        "jobs",
        "N",
        _BATCH,
        "同時に使うプロセスの数（書かなければ、長い名簿では機械に合わせて）",
        "processes (for long lists as many as the machine has)",
    ),
    "--resume": Option(
        "resume", "", _BATCH, "できているものはそのままに、続きを作る", "make only what is missing"
    ),
    "--zip-by": Option(
        "zip_by",
        "COLUMN",
        _BATCH,
        "列の値ごとに（都道府県など）ZIPにもまとめる",
        "a ZIP for each value of a column too",
    ),
    "--combined": Option(
        "combined",
        "FILE.pdf",
        _BATCH,
        "すべての行を一つのPDFにまとめる（-o がなければ、行ごとのファイルは作らない）",
        "all rows in one PDF (a file for each row only with -o)",
    ),
    "--proof-sheet": Option(
        "proof_sheet",
        "FILE.pdf",
        _BATCH,
        "すべての行の連絡先を並べた確認用のPDF",
        "all contacts side by side in one PDF, to be read through",
    ),
    "--imprint": Option(
        "imprint",
        "k",
        _BATCH,
        "連絡先を墨一色にする（墨版だけの差し替えで刷れる）",
        "contacts in black alone: only that plate differs between rows",
    ),
    "--dry-run": Option(
        "dry_run", "", _BATCH, "何も書き出さず、結果だけを知らせる", "write nothing, tell only"
    ),
    "--template": Option(
        "template",
        "",
        ("contacts",),
        "名簿のひな型（contacts.xlsx と contacts.csv）を書き出す",
        "write an empty list (contacts.xlsx and contacts.csv)",
    ),
    "--lang": Option("lang", "ja|en", COMMANDS, "メッセージの言語", "language of the messages"),
    "--help": Option("help", "", COMMANDS, "この説明", "this text"),
    "--version": Option("version", "", COMMANDS, "版番号", "version number"),
}
SHORT = {"-o": "--output", "-h": "--help"}

OPERANDS = {
    "check": "LEAFLET.yaml",
    "new": "FILE",
    "theme new": "NAME",
    "typeset": "JOBS.json",
    "preflight": "FILE.pdf",
    "contacts": "LIST",
    "batch": "LEAFLET.yaml",
    "explain": "CODE",
}
"""The word a command cannot do without."""

OPTIONAL = {"build": "LEAFLET.yaml", "folds": "ID", "dummy": "LEAFLET.yaml"}
"""The word a command may have."""


class Arguments(NamedTuple):
    """What the person asked for; None and empty mean: not said."""

    command: str = "build"
    operand: str | None = None
    fold: str | None = None
    editions: tuple[str, ...] = ()
    theme: str | None = None
    base: str | None = None
    output: str | None = None
    png: bool = False
    pictures: bool = False
    dpi: int = DEFAULT_DPI
    pdf: str | None = None
    json: bool = False
    lang: str | None = None
    strict: bool = False
    licensed: bool = False
    opening: str | None = None
    standard: str | None = None
    profile: str | None = None
    rules: bool = False
    icc: str | None = None
    condition: str | None = None
    spot: str | None = None
    plates: str | None = None
    outlines: bool = False
    package: bool = False
    encoding: str | None = None
    sheet: str | None = None
    mono: bool = False
    pages: str | None = None
    template: bool = False
    contacts: str | None = None
    row: str | None = None
    where: tuple[str, ...] = ()
    limit: int | None = None
    name: str | None = None
    jobs: int | None = None
    resume: bool = False
    zip_by: str | None = None
    combined: str | None = None
    proof_sheet: str | None = None
    imprint: str | None = None
    dry_run: bool = False
    help: bool = False
    version: bool = False


class Parsed(NamedTuple):
    """The arguments as far as they were understood, and everything that was not."""

    arguments: Arguments
    problems: tuple[Problem, ...]


class _Word(NamedTuple):
    """An option with its value, or (``option`` empty) an operand."""

    option: str
    value: str | None


def parse(words: Sequence[str]) -> Parsed:
    """Reads a command line (without the program's name)."""
    found, problems = _split(words)
    operands = [word.value or "" for word in found if not word.option]
    command = _take_command(operands)
    problems += _check_operands(command, operands, found)
    fields: dict[str, Any] = {"command": command}
    if operands:
        fields["operand"] = operands[0]
    for word in found:
        if word.option:
            problems += _take(fields, word, command)
    if "dpi" in fields and not (fields.get("png") or fields.get("pictures")):
        problems.append(problem("option-needs", option="--dpi", other="--png"))
    if command == "contacts" and "output" in fields and not fields.get("template"):
        problems.append(problem("option-needs", option="--output", other="--template"))
    if command == "batch" and "contacts" not in fields and "help" not in fields:
        problems.append(problem("option-needs", option="batch", other="--contacts"))
    if command == "build" and ("contacts" in fields) != ("row" in fields):
        given, other = ("--contacts", "--row") if "contacts" in fields else ("--row", "--contacts")
        problems.append(problem("option-needs", option=given, other=other))
    return Parsed(Arguments()._replace(**fields), tuple(problems))


def _take_command(operands: list[str]) -> str:
    """The command, of one word or two, which leaves the operands."""
    for count in (2, 1):
        command = " ".join(operands[:count])
        if command in COMMANDS:
            del operands[:count]
            return command
    return "build"


def _split(words: Sequence[str]) -> tuple[list[_Word], list[Problem]]:
    """Tells options from operands; ``--name=value``, ``--name value`` and ``-oDIR`` are one."""
    found: list[_Word] = []
    problems: list[Problem] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            return found + [_Word("", operand) for operand in rest], problems
        if word == "-" or not word.startswith("-"):
            found.append(_Word("", word))
            continue
        option = _read_option(word, rest)
        if isinstance(option, _Word):
            found.append(option)
        else:
            problems.append(option)
    return found, problems


def _read_option(word: str, rest: list[str]) -> _Word | Problem:
    """One option with its value, which may be taken from the front of ``rest``."""
    name, value = _name_and_value(word)
    if name not in OPTIONS:
        return _unknown("option-unknown", name, (*OPTIONS, *SHORT))
    wanted = OPTIONS[name].value
    if not wanted:
        return _Word(name, None) if value is None else problem("option-takes-no-value", option=name)
    if value is None and rest and _name_and_value(rest[0])[0] not in OPTIONS:
        value = rest.pop(0)
    return _Word(name, value) if value else problem("option-needs-value", option=name, value=wanted)


def _name_and_value(word: str) -> tuple[str, str | None]:
    """An option word's long name, and the value that is joined to it, if one is."""
    if word.startswith("--"):
        name, equals, value = word.partition("=")
        return name, value if equals else None
    return SHORT.get(word[:2], word), word[2:] or None


def _unknown(code: str, name: str, known: Sequence[str]) -> Problem:
    """A name nobody knows, with the nearest that exists."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return problem(code, name=name, near=near[0] if near else " ".join(known))


def _check_operands(command: str, operands: list[str], found: list[_Word]) -> list[Problem]:
    if any(word.option in ("--help", "--version", "--rules", "--template") for word in found):
        return []
    wanted = OPERANDS.get(command) or OPTIONAL.get(command, "")
    if wanted and (operands[:1] == [""] or (command in OPERANDS and not operands)):
        return [problem("operand-missing", command=command, operand=wanted)]
    if command == "build" and operands and _is_near_command(operands[0]):
        return [_unknown("command-unknown", operands[0], COMMANDS)]
    return [problem("operand-unexpected", name=name) for name in operands[bool(wanted) :]]


def _is_near_command(word: str) -> bool:
    """Whether the word is rather a mistyped command than the name of a leaflet."""
    if not word.isalpha() or not word.isascii():
        return False
    from difflib import get_close_matches

    return bool(get_close_matches(word, COMMANDS, 1, 0.7))


def _take(fields: dict[str, Any], word: _Word, command: str) -> list[Problem]:
    """Puts an option into the fields, or says why not."""
    option = OPTIONS[word.option]
    if command not in option.commands:
        return [problem("option-elsewhere", option=word.option, command=command)]
    value = word.value
    if value is None:
        fields[option.field] = True
    elif option.field == "editions":
        names = [name.strip() for name in value.split(",") if name.strip()]
        before = fields.get("editions", ())
        fields["editions"] = tuple(dict.fromkeys((*before, *names)))
    elif option.field == "dpi":
        if not (value.isascii() and value.isdigit() and LOWEST_DPI <= int(value) <= HIGHEST_DPI):
            return [problem("dpi-invalid", value=value, lowest=LOWEST_DPI, highest=HIGHEST_DPI)]
        fields["dpi"] = int(value)
    elif option.field == "where":
        fields["where"] = (*fields.get("where", ()), value)
    elif option.field in ("limit", "jobs"):
        if not (value.isascii() and value.isdigit() and int(value[:10]) > 0):
            return [problem("number-invalid", option=word.option, value=value)]
        fields[option.field] = int(value[:10])
    elif option.field == "lang" and value not in ("ja", "en"):
        return [problem("lang-invalid", value=value)]
    else:
        fields[option.field] = value
    return []


def source_date(environment: Mapping[str, str]) -> tuple[str | None, tuple[Problem, ...]]:
    """SOURCE_DATE_EPOCH (reproducible-builds.org) as ``YYYY-MM-DDThh:mm:ssZ``; None if not set."""
    value = environment.get("SOURCE_DATE_EPOCH")
    if not value:
        return None, ()
    digits = value.isascii() and value.isdigit() and len(value) <= len(str(LATEST_EPOCH))
    if not digits or int(value) > LATEST_EPOCH:
        return None, (problem("source-date-invalid", value=value),)
    from datetime import UTC, datetime

    moment = datetime.fromtimestamp(int(value), UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z", ()


def usage(language: str) -> str:
    """The help text."""
    japanese = language == "ja"
    lines = ["使い方：" if japanese else "usage:"]
    for form, ja, en in _FORMS:
        lines += [f"  make_leaflet.py {form}", f"      {ja if japanese else en}"]
    lines += ["", "オプション：" if japanese else "options:"]
    for name, option in OPTIONS.items():
        shown = f"-o, {name}" if name == "--output" else name
        head = f"{shown} {option.value}".rstrip()
        lines.append(f"  {head:<22} {option.ja if japanese else option.en}")
    return "\n".join(lines) + "\n"


_FORMS = (
    (
        "[build] [LEAFLET.yaml] [--fold ID] [--opening left|right] [--edition press,office]\n"
        "                  [--theme NAME] [-o DIR] [--png] [--pictures] [--dpi N] [--json]\n"
        "                  [--standard ID] [--icc FILE] [--condition ID] [--spot NAME=C,M,Y,K]\n"
        "                  [--plates spot|k+m|k+c] [--outlines] [--mono] [--package] [--strict]\n"
        "                  [--pages sheet|panel] [--contacts LIST --row ID] [--lang ja|en]\n"
        "                  [--i-have-a-licence]",
        "リーフレットをPDFにする（何も付けなければ見本の data/mynumber.yaml を output/ に）",
        "make the PDFs (without arguments: the sample data/mynumber.yaml, into output/)",
    ),
    (
        "check LEAFLET.yaml [--fold ID] [--opening left|right] [--edition press,office]\n"
        "                        [--theme NAME] [--standard ID] [--icc FILE] [--condition ID]\n"
        "                        [--json] [--strict] [--i-have-a-licence]",
        "問題がないかだけを調べる",
        "look for problems only",
    ),
    ("new FILE", "説明付きのひな型を書き出す", "write a commented start for a leaflet"),
    (
        "theme new NAME [--from NAME] [-o DIR]\n                                theme list",
        "あるデザインをもとに、自分のデザインのフォルダーを作る。list は使えるデザインの一覧",
        "start a theme of your own from another; the themes there are",
    ),
    (
        "folds [ID] [--opening left|right] [--json]",
        "使える折り方。ID を付けると、その面と折り線の寸法（--json で印刷所の台紙用のデータ）",
        "the folds there are; with an ID its panels and fold lines in mm",
    ),
    (
        "dummy [LEAFLET.yaml] [--fold ID] [--opening left|right] [-o DIR] [--json]",
        "折り見本（印刷して折り、面の順と向きを確かめるPDF）を作る",
        "make a folding dummy: print it, fold it, check order and direction",
    ),
    ("fonts", "使えるフォントと、その許諾", "the fonts there are, and their licences"),
    ("schema", "エディター補完用の JSON Schema", "the JSON Schema for completion in editors"),
    (
        "typeset JOBS.json|- [--pdf FILE]",
        "段落の行分けを、字の位置まで JSON で出す",
        "how paragraphs break into lines, glyph by glyph, as JSON",
    ),
    (
        "preflight FILE.pdf [--standard ID] [--profile ID|FILE] [--fold ID] [--json] [--strict]\n"
        "                                preflight --rules",
        "PDFが印刷所に出せるか、規格と限度で調べる",
        "judge a PDF by a standard and a shop's limits",
    ),
    (
        "contacts LIST [--encoding NAME] [--sheet NAME] [--json]\n"
        "                                contacts --template [-o DIR]",
        "名簿（XLSX、CSV、YAML）を読み、一行ずつ使えるかどうかを調べる",
        "read a list of contacts (XLSX, CSV, YAML) and judge each row",
    ),
    (
        "batch LEAFLET.yaml --contacts LIST [--fold ID] [--edition press,office] [-o DIR]\n"
        "                  [--where COLUMN=VALUE] [--limit N] [--name PATTERN] [--jobs N]\n"
        "                  [--zip-by COLUMN] [--combined FILE.pdf] [--proof-sheet FILE.pdf]\n"
        "                  [--imprint k] [--resume] [--dry-run] [--json]",
        "名簿の一行ごとに、連絡先を入れ替えたPDFを作る",
        "PDFs for every row of a list of contacts",
    ),
    ("explain CODE", "メッセージの [ ] の中のコードの説明", "what a problem code means"),
)
