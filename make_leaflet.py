"""The command line: ``python make_leaflet.py [build] [LEAFLET.yaml] …`` (see ``--help``).

Results go to standard output, messages to standard error.  No layout decision is made here.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from layout.arguments import Arguments, parse, source_date, usage
from layout.messages import choose_language
from layout.problems import WARNING, LeafletError, Problem, problem
from layout.report import Output, summary, to_json, to_people
from layout.resources import resource

if TYPE_CHECKING:
    from layout.build import Request
    from layout.preflight import Report

DONE, STRICT_WARNINGS, USAGE, UNWRITABLE, BUG, INTERRUPTED = 0, 1, 2, 6, 70, 130

_HERE = Path(__file__).resolve().parent


class Result(NamedTuple):
    """How a command ended: what it prints as its result, what it wrote, what it found."""

    text: str = ""
    outputs: tuple[Output, ...] = ()
    problems: tuple[Problem, ...] = ()
    exit_code: int = DONE
    judged: "Report | None" = None
    told: bool = False
    """Whether the report is on standard output already, piece by piece."""


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command line and returns the exit code (table in README.md)."""
    _make_streams_safe()
    arguments, problems = parse(sys.argv[1:] if words is None else words)
    language = choose_language(arguments.lang, os.environ)
    try:
        with _without_collection():
            result = _run(arguments, problems, language)
        _tell(result, arguments, language)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (such as head) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNWRITABLE
    return result.exit_code


def run() -> NoReturn:
    """The whole process: its end throws everything away, so nothing is looked through before."""
    code = main()
    gc.freeze()
    sys.exit(code)


@contextmanager
def _without_collection() -> Iterator[None]:
    """A build is one burst that makes no cycles: looking for them takes a tenth of its time."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _make_streams_safe() -> None:
    """A console that cannot show a character shows its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _run(arguments: Arguments, wrong_usage: tuple[Problem, ...], language: str) -> Result:
    """The command's result; whatever goes wrong comes back as problems and an exit code."""
    try:
        if arguments.help:
            return Result(usage(language))
        if arguments.version:
            return Result(_version())
        if wrong_usage:
            return Result(problems=wrong_usage, exit_code=USAGE)
        return COMMANDS[arguments.command](arguments, language)
    except LeafletError as error:
        return Result(problems=error.problems, exit_code=error.exit_code)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        return Result(problems=(problem("interrupted"),), exit_code=INTERRUPTED)
    except Exception as error:
        if os.environ.get("LEAFLET_TRACEBACK"):
            raise
        return _broken_off(error)


def _broken_off(error: Exception) -> Result:
    """A run that could not go on: a package is not installed, or the program itself is wrong."""
    package = str(getattr(error, "name", "") or "").partition(".")[0]
    if isinstance(error, ModuleNotFoundError) and package not in ("", "layout"):
        missing = problem("parts-missing", package=package)
        return Result(problems=(missing,), exit_code=UNWRITABLE)
    found = problem("bug", kind=type(error).__name__, detail=error)
    return Result(problems=(found,), exit_code=BUG)


def _tell(result: Result, arguments: Arguments, language: str) -> None:
    """Prints a result: for programs as one JSON report, for people on both streams."""
    if arguments.json and result.told:
        return
    if arguments.json and not result.text:
        print(to_json(result.outputs, result.problems, language, result.judged))
        return
    sys.stderr.write(to_people(result.problems, language))
    sys.stdout.write(result.text)
    sys.stdout.writelines(f"{output.path}\n" for output in result.outputs)
    if arguments.command in ("build", "check", "dummy") and not result.text:
        sys.stdout.flush()
        sys.stderr.write(summary(result.problems, result.outputs, language))


def _version() -> str:
    from layout import __version__

    return f"make_leaflet {__version__}\n"


def _build(arguments: Arguments, _: str) -> Result:
    from layout.build import build, publish

    if arguments.row:
        return _build_row(arguments)
    built = build(_request(arguments))
    folder = Path(arguments.output) if arguments.output else _default_output()
    made = built.made
    if arguments.package:
        from layout.handover import hand_over

        made = (*made, hand_over(built, _moment()))
    outputs, renamed = publish(made, folder, arguments.dpi if arguments.png else None)
    return _judged((*built.problems, *renamed), arguments, outputs)


def _build_row(arguments: Arguments) -> Result:
    """One row of a list by itself."""
    from layout.batch import Order, build_row
    from layout.build import publish

    folder = Path(arguments.output) if arguments.output else _default_output()
    order = Order(
        _request(arguments),
        Path(str(arguments.contacts)),
        folder,
        arguments.encoding,
        arguments.sheet,
    )
    built, said = build_row(order, str(arguments.row))
    outputs, renamed = publish(built.made, folder, arguments.dpi if arguments.png else None)
    return _judged((*said, *built.problems, *renamed), arguments, outputs)


def _check(arguments: Arguments, _: str) -> Result:
    from layout.build import check

    return _judged(check(_request(arguments)), arguments)


def _judged(
    problems: tuple[Problem, ...], arguments: Arguments, outputs: tuple[Output, ...] = ()
) -> Result:
    """The result of a run that went through; warnings count if the person is strict."""
    warned = arguments.strict and any(found.severity == WARNING for found in problems)
    return Result(outputs=outputs, problems=problems, exit_code=STRICT_WARNINGS if warned else DONE)


def _new(arguments: Arguments, language: str) -> Result:
    from layout.outputs import write_new

    start = resource(f"data/new.{language}.yaml")
    path = Path(str(arguments.operand))
    write_new(path, start.read_bytes())
    return Result(f"{path}\n")


def _theme_new(arguments: Arguments, language: str) -> Result:
    from layout.build import DEFAULT_THEME
    from layout.outputs import OutputFile, write_all
    from layout.themes import find_theme, new_theme

    base = find_theme(arguments.base or DEFAULT_THEME, Path())
    files = new_theme(str(arguments.operand), base, language)
    folder = Path(arguments.output or "") / str(arguments.operand)
    if os.path.lexists(folder):
        raise LeafletError((problem("file-exists", path=folder),), UNWRITABLE)
    paths = write_all(folder, [OutputFile(name, data) for name, data in files.items()])
    return Result("".join(f"{path}\n" for path in paths))


def _theme_list(_: Arguments, __: str) -> Result:
    from layout.themes import known_themes

    return Result("".join(f"{name}\n" for name in known_themes(Path())))


def _folds(arguments: Arguments, language: str) -> Result:
    from layout.build import known_opening, scheme_of, schemes
    from layout.template import described, listing, templates

    if arguments.operand:
        one = scheme_of(arguments.operand, arguments.opening)
        return Result(templates((one,)) if arguments.json else described(one, language))
    every = tuple(schemes(known_opening(arguments.opening)).values())
    return Result(templates(every) if arguments.json else listing(every, language))


def _dummy(arguments: Arguments, _: str) -> Result:
    from layout.build import folding_dummy, publish, scheme_for, scheme_of

    if arguments.operand:
        scheme = scheme_for(_request(arguments))
    else:
        scheme = scheme_of(arguments.fold, arguments.opening)
    made = folding_dummy(scheme, _moment())
    folder = Path(arguments.output) if arguments.output else _default_output()
    outputs, renamed = publish((made,), folder, None)
    return Result(outputs=outputs, problems=renamed)


def _fonts(_: Arguments, __: str) -> Result:
    from layout.text.fonts import Fonts

    listed = Fonts(resource("fonts")).listing()
    lines = [
        f"{face.id:<26} {face.code_points:>6}  {face.language or '-':<8}"
        f" {face.family} {face.style}  {face.licence}\n"
        for face in listed
    ]
    return Result("".join(lines))


def _schema(_: Arguments, __: str) -> Result:
    return Result(resource("data/leaflet.schema.json").read_text(encoding="utf-8"))


def _explain(arguments: Arguments, language: str) -> Result:
    from layout.messages import catalogue, explain

    code = str(arguments.operand).strip("[]")
    text = explain(code, language)
    if text is not None:
        return Result(text)
    from difflib import get_close_matches

    near = get_close_matches(code, catalogue(), 3, 0.3)
    found = problem("code-unknown", name=code, near=", ".join(near) or "-")
    return Result(problems=(found,), exit_code=USAGE)


def _typeset(arguments: Arguments, _: str) -> Result:
    from layout.jobs import answers, as_json, read_jobs

    operand = str(arguments.operand)
    work = read_jobs(_job_bytes(operand), "<stdin>" if operand == "-" else operand)
    told = answers(work)
    if arguments.pdf is not None:
        from layout.jobsheet import draw_jobs
        from layout.outputs import replace_file

        kept = tuple(told)
        replace_file(Path(arguments.pdf), draw_jobs(kept, work.theme, work.fonts))
        told = iter(kept)
    # JSON is UTF-8 (RFC 8259, 8.1), whatever the console's code page.
    sys.stdout.flush()
    sys.stdout.buffer.writelines(piece.encode("utf-8") for piece in as_json(told))
    return Result(problems=work.problems)


_MOST_JOBS = 200_000_000
"""Bytes of a file of jobs."""


def _job_bytes(operand: str) -> bytes:
    if operand == "-":
        return sys.stdin.buffer.read()
    from layout.nodes.files import read_bytes

    return read_bytes(Path(operand), _MOST_JOBS)


def _preflight(arguments: Arguments, language: str) -> Result:
    from layout.preflight import FAILED
    from layout.verdict import Question, ask, list_rules, told

    if arguments.rules:
        return Result(list_rules(language))
    question = Question(
        str(arguments.operand),
        arguments.standard,
        arguments.profile,
        arguments.fold,
        arguments.opening or "left",
    )
    report = ask(question)
    text = "" if arguments.json else told(report, language)
    judged = _judged(report.problems, arguments)
    code = judged.exit_code if report.sound else FAILED
    return judged._replace(text=text, exit_code=code, judged=report)


def _contacts(arguments: Arguments, language: str) -> Result:
    from collections import Counter

    from layout.contacts import read_contacts
    from layout.roster import as_json, as_lines, ending

    if arguments.template:
        return _contacts_template(arguments)
    path = Path(str(arguments.operand))
    contacts = read_contacts(path, encoding=arguments.encoding, sheet=arguments.sheet)
    counts: Counter[str] = Counter()
    tell = as_json if arguments.json else as_lines
    sys.stdout.writelines(tell(contacts, counts, language))
    code, further = ending(contacts, counts)
    return Result(problems=(*contacts.problems, *further), exit_code=code, told=True)


def _batch(arguments: Arguments, language: str) -> Result:
    from layout.batch import Order, Tally, Wanted, plan, run
    from layout.batch.told import as_json, closing, for_people, paths, to_the_end

    bound = Wanted(
        *(Path(each) if each else None for each in (arguments.combined, arguments.proof_sheet))
    )
    folder = Path(arguments.output) if arguments.output else _default_output()
    alone = bound and not arguments.output
    order = Order(
        _request(arguments),
        Path(str(arguments.contacts)),
        None if arguments.dry_run or alone else folder,
        arguments.encoding,
        arguments.sheet,
        arguments.where,
        arguments.limit,
        arguments.name,
        arguments.jobs,
        arguments.resume,
        language,
        arguments.zip_by,
        bound,
        arguments.dry_run,
    )
    gc.enable()  # no single burst: what a thousand builds leave in cycles must go
    planned, tally = plan(order), Tally()
    with _stopping(order.folder):
        records = run(planned, tally)
        if arguments.json:
            sys.stdout.writelines(as_json(records, planned, tally, language))
        else:
            sys.stderr.write(to_people(planned.problems, language))
            for record in to_the_end(records, tally):
                sys.stderr.write(for_people(record, language))
                sys.stdout.writelines(f"{path}\n" for path in paths(record, planned))
                _progress(tally.rows, planned.contacts.size)
            sys.stdout.writelines(f"{path}\n" for path in (*tally.zips, *tally.bound))
    sys.stdout.flush()
    if not arguments.json:
        sys.stderr.write(to_people(tally.problems, language) + closing(planned, tally, language))
    doubted = arguments.strict and tally.verdicts["flagged"] and not tally.exit_code()
    return Result(exit_code=STRICT_WARNINGS if doubted else tally.exit_code(), told=True)


def _progress(done: int, all: int) -> None:
    """How far a batch is, where a person looks on and paths go elsewhere."""
    if sys.stderr.isatty() and not sys.stdout.isatty():
        sys.stderr.write(f"\r{done}/{all} ")


@contextmanager
def _stopping(folder: Path | None) -> Iterator[None]:
    """An interrupt ends a batch after the files at hand; a second one at once."""
    import signal

    from layout.batch import STOP

    def stop(number: int, _: object) -> None:
        signal.signal(number, signal.default_int_handler)
        if folder is None or not folder.is_dir():
            raise KeyboardInterrupt
        (folder / STOP).touch()

    known = [getattr(signal, name) for name in ("SIGINT", "SIGTERM") if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _contacts_template(arguments: Arguments) -> Result:
    from layout.contacts.blank import blank_files
    from layout.outputs import write_all

    folder = Path(arguments.output) if arguments.output else Path()
    files = blank_files()
    taken = (folder / file.name for file in files if os.path.lexists(folder / file.name))
    standing = tuple(problem("file-exists", path=path) for path in taken)
    if standing:
        raise LeafletError(standing, UNWRITABLE)
    return Result("".join(f"{path}\n" for path in write_all(folder, files)))


def _request(arguments: Arguments) -> "Request":
    """What is to be built, from the arguments and the environment."""
    from layout.build import Request
    from layout.printing import Press

    leaflet = Path(arguments.operand) if arguments.operand else resource("data/mynumber.yaml")
    icc = Path(arguments.icc) if arguments.icc else None
    return Request(
        leaflet,
        arguments.fold,
        arguments.editions,
        arguments.theme,
        _moment(),
        arguments.licensed,
        arguments.opening,
        Press(
            arguments.standard,
            icc,
            arguments.condition,
            arguments.spot,
            arguments.plates,
            arguments.outlines,
        ),
        arguments.mono,
        arguments.dpi if arguments.pictures else None,
        arguments.pages,
        arguments.imprint,
    )


def _moment() -> str | None:
    """The date that the environment puts in place of a leaflet's own."""
    moment, wrong = source_date(os.environ)
    if wrong:
        raise LeafletError(wrong, USAGE)
    return moment


def _default_output() -> Path:
    """The checkout's ``output`` when its own script runs; else ``output`` where the person is."""
    from_checkout = __name__ == "__main__" and resource("data").parent == _HERE
    return _relative(_HERE / "output") if from_checkout else Path("output")


def _relative(path: Path) -> Path:
    """The path as seen from the working directory, where it lies below it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


COMMANDS: dict[str, Callable[[Arguments, str], Result]] = {
    "build": _build,
    "check": _check,
    "new": _new,
    "theme new": _theme_new,
    "theme list": _theme_list,
    "folds": _folds,
    "dummy": _dummy,
    "fonts": _fonts,
    "schema": _schema,
    "typeset": _typeset,
    "preflight": _preflight,
    "contacts": _contacts,
    "batch": _batch,
    "explain": _explain,
}

if __name__ == "__main__":
    run()
