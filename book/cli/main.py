"""The entry point: arguments → a command's exit status."""

import argparse
import json
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from types import FrameType
from typing import NoReturn

import book
from book.cli.arguments import parser
from book.cli.console import Progress, counted, print_diagnostics, print_report, print_table
from book.cli.listing import (
    changes_as_tables,
    sources_as_json,
    sources_as_table,
    tallies_as_json,
    tallies_as_table,
    terms_as_table,
)
from book.diagnostics import Diagnostic, in_reading_order, render_json
from book.pipeline.accounting import change_rows, edition_changes
from book.pipeline.building import Order, Report, build
from book.pipeline.checking import check, check_release, has_errors, without_translations
from book.pipeline.choosing import choose_chapters, choose_editions, choose_formats, choose_sources
from book.pipeline.errors import CallError, ToolError
from book.pipeline.exporting import export_terms
from book.pipeline.project import Project, load_project
from book.pipeline.releasing import FOLDER, release
from book.pipeline.translating import can_update, tallies, update_catalogues

OK, INPUT_ERROR, USAGE_ERROR = 0, 1, 2
INTERRUPTED = 130
"""128 and the number of SIGINT, as shells report it."""


def main(arguments: list[str] | None = None, home: Path | None = None) -> int:
    """Carry out a command line. ``home`` is the project taken where the current folder is none."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words = ["build", *words]
    options = parser().parse_args(words)
    signal.signal(signal.SIGTERM, _terminated)
    try:
        project = load_project(_project_folder(options.project, home))
        return _COMMANDS[options.command](project, options)
    except (CallError, ToolError) as error:
        return _failed(str(error))
    except OSError as error:
        return _failed(f"{error.filename or 'the system'}: {error.strerror or error}")
    except KeyboardInterrupt:
        print("build.py: interrupted; nothing was changed", file=sys.stderr)
        return INTERRUPTED


def _terminated(signal_number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _failed(message: str) -> int:
    print(f"build.py: {message}", file=sys.stderr)
    return USAGE_ERROR


def _project_folder(given: Path | None, home: Path | None) -> Path:
    if given is not None:
        return given
    here = Path.cwd()
    is_project = (here / "seeds").is_dir() or (here / "chapters").is_dir()
    return here if is_project or home is None else home


def _build(project: Project, options: argparse.Namespace) -> int:
    if not _is_sound(project, project.diagnostics):
        return INPUT_ERROR
    order = Order(
        editions=choose_editions(project, options.edition or ()),
        formats=choose_formats(options.format or ()),
        chapters=choose_chapters(project, options.chapter or ()),
        jobs=options.jobs,
    )
    if options.intermediates is not None:
        options.intermediates.mkdir(parents=True, exist_ok=True)
    report = _timed_build(project, _out(project, options), order, options, options.intermediates)
    if report.is_refused:
        return INPUT_ERROR
    if options.json:
        print(json.dumps({"outputs": [asdict(output) for output in report.outputs]}, ensure_ascii=False, indent=2))
    return OK


def _timed_build(
    project: Project, out: Path, order: Order, options: argparse.Namespace, intermediates: Path | None = None
) -> Report:
    """Build, and print what was built, or what proofreading found against it."""
    begun, mark = time.monotonic(), project.report.mark
    with Progress(quiet=options.quiet) as progress:
        report = build(project, out, order, progress, intermediates)
    if report.is_refused:
        print_diagnostics(project, in_reading_order(project.report.since(mark)))
        print(counted(project.diagnostics, len(project.texts)), file=sys.stderr)
    elif options.quiet or getattr(options, "json", False):
        return report
    elif report.is_up_to_date:
        print(f"nothing to build: the {len(report.outputs)} outputs in {out} are up to date")
    else:
        print_report(report, time.monotonic() - begun)
    return report


def _is_sound(project: Project, diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Print diagnostics, and their number where the book cannot be built; whether it can."""
    print_diagnostics(project, diagnostics)
    if has_errors(diagnostics):
        print(counted(diagnostics, len(project.texts)), file=sys.stderr)
    return not has_errors(diagnostics)


def _out(project: Project, options: argparse.Namespace) -> Path:
    """The folder for what is built."""
    return options.out if options.out is not None else project.root / "dist"


def _check(project: Project, options: argparse.Namespace) -> int:
    result = check(project, strict=options.strict)
    if result.lacks_second_converter:
        message = "the second converter is not installed and was not asked: pip install 'yulu[proof]'"
        print(f"build.py: {message}", file=sys.stderr)
    if options.json:
        print(render_json(result.diagnostics))
    else:
        print_diagnostics(project, result.diagnostics)
        if not options.quiet:
            print(counted(result.diagnostics, len(project.texts)))
    return INPUT_ERROR if result.has_errors else OK


def _sources(project: Project, options: argparse.Namespace) -> int:
    in_seeds = [d for d in project.diagnostics if d.place.path.startswith("seeds/")]
    print_diagnostics(project, in_seeds)
    sources = choose_sources(project, options.source)
    if options.json:
        print(json.dumps(sources_as_json(project, sources), ensure_ascii=False, indent=2))
    else:
        for source in sources:
            print_table(sources_as_table(project, source))
            print()
    return INPUT_ERROR if has_errors(in_seeds) else OK


def _changes(project: Project, options: argparse.Namespace) -> int:
    if not _is_sound(project, project.diagnostics):
        return INPUT_ERROR
    sources = choose_sources(project, options.source)
    editions = choose_editions(project, options.edition or ())
    if options.json:
        print(json.dumps({"changes": change_rows(sources, editions, project.revisions)}, ensure_ascii=False, indent=2))
        return OK
    for changes in edition_changes(sources, editions, project.revisions):
        for table in changes_as_tables(changes):
            print_table(table)
            print()
    return OK


def _terms(project: Project, options: argparse.Namespace) -> int:
    if not _is_sound(project, project.diagnostics):
        return INPUT_ERROR
    terms = project.style.terms
    if not options.export:
        print_table(terms_as_table(terms))
        return OK
    paths = export_terms(project, _out(project, options))
    if not options.quiet:
        print(f"{len(terms)} terms: {', '.join(map(str, paths))}")
    return OK


def _translate(project: Project, options: argparse.Namespace) -> int:
    diagnostics = without_translations(project.diagnostics)
    print_diagnostics(project, diagnostics)
    if not can_update(project):
        print(counted(diagnostics, len(project.texts)), file=sys.stderr)
        return INPUT_ERROR
    changed = update_catalogues(project, options.reviewed)
    by_source, by_chapter = tallies(load_project(project.root))
    if options.json:
        print(json.dumps(tallies_as_json(by_source, by_chapter), ensure_ascii=False, indent=2))
    elif not options.quiet:
        for name, rows in (("source", by_source), ("chapter", by_chapter)):
            print_table(tallies_as_table(name, rows))
            print()
        print(f"written: {', '.join(changed)}" if changed else "nothing has changed in the catalogues")
    return INPUT_ERROR if has_errors(diagnostics) else OK


def _release(project: Project, options: argparse.Namespace) -> int:
    version = options.version.removeprefix("v")
    if version != book.__version__:
        raise CallError(f"the program's version is {book.__version__}, not {version}; set it in book/__init__.py")
    if not _is_sound(project, check_release(project).diagnostics):
        return INPUT_ERROR
    out = _out(project, options)
    report = _timed_build(project, out, Order(choose_editions(project)), options)
    if report.is_refused:
        return INPUT_ERROR
    names = release(out, [output.file for output in report.outputs])
    if not options.quiet:
        print(f"{out / FOLDER}: {', '.join(names)}")
    return OK


_COMMANDS: dict[str, Callable[[Project, argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "sources": _sources,
    "changes": _changes,
    "terms": _terms,
    "translate": _translate,
    "release": _release,
}
