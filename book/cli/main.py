"""The entry point: arguments → a command's exit status."""

import argparse
import json
import signal
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
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
from book.copyediting.differences import differences
from book.copyediting.termbase import to_csv, to_tbx
from book.diagnostics import Code, Severity, render_json
from book.diagnostics.suggesting import nearest
from book.model.language import Edition
from book.pipeline.accounting import change_rows
from book.pipeline.building import Order, Report, build
from book.pipeline.project import NoProjectError, Project, load_project
from book.pipeline.releasing import FOLDER, release
from book.pipeline.staging import staging
from book.pipeline.translating import UnknownPlaceError, tallies, update_catalogues
from book.publish.errors import ToolError
from book.publish.formats import FORMATS
from book.scripts.second_opinion import is_installed
from book.translation.translations import TRANSLATIONS

FINE, FILES_WRONG, CALL_WRONG = 0, 1, 2
INTERRUPTED = 130
"""128 and the number of SIGINT, as shells report it."""


class CallError(Exception):
    """The command cannot be carried out as it was given."""


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
    except (CallError, NoProjectError, ToolError) as error:
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
    return CALL_WRONG


def _project_folder(given: Path | None, home: Path | None) -> Path:
    if given is not None:
        return given
    here = Path.cwd()
    is_project = (here / "seeds").is_dir() or (here / "chapters").is_dir()
    return here if is_project or home is None else home


def _build(project: Project, options: argparse.Namespace) -> int:
    if not _may_go_on(project):
        return FILES_WRONG
    order = Order(
        editions=_chosen_editions(project, options.edition),
        formats=tuple(f for f in FORMATS if not options.format or f in options.format),
        chapters=_chosen_chapters(project, options.chapter),
        jobs=options.jobs,
    )
    if options.intermediates is not None:
        options.intermediates.mkdir(parents=True, exist_ok=True)
    out = options.out or project.root / "dist"
    report = _timed_build(project, out, order, options, options.intermediates)
    if report.is_refused:
        _may_go_on(project)
        return FILES_WRONG
    if options.json:
        print(json.dumps({"outputs": [asdict(output) for output in report.outputs]}, ensure_ascii=False, indent=2))
    return FINE


def _timed_build(
    project: Project, out: Path, order: Order, options: argparse.Namespace, intermediates: Path | None = None
) -> Report:
    begun = time.monotonic()
    with Progress(quiet=options.quiet) as progress:
        report = build(project, out, order, progress, intermediates)
    if report.is_refused or options.quiet or getattr(options, "json", False):
        return report
    if report.is_up_to_date:
        print(f"nothing to build: the {len(report.outputs)} outputs in {out} are up to date")
    else:
        print_report(report, time.monotonic() - begun)
    return report


def _may_go_on(project: Project) -> bool:
    """Print what is wrong; whether the book can be built all the same."""
    print_diagnostics(project, project.diagnostics)
    if not project.is_sound:
        print(counted(project.diagnostics, len(project.texts)), file=sys.stderr)
    return project.is_sound


def _chosen_editions(project: Project, wanted: list[str] | None) -> tuple[Edition, ...]:
    assert project.book is not None
    editions = {edition.id: edition for edition in project.book.editions}
    for id in wanted or ():
        _must_be_among(id, editions, "edition")
    return tuple(edition for id, edition in editions.items() if not wanted or id in wanted)


def _chosen_chapters(project: Project, wanted: list[str] | None) -> tuple[str, ...]:
    """Slugs of chapters, which may be given without their number."""
    assert project.book is not None
    slugs = {slug.text: slug.text for slug in project.book.order}
    slugs |= {slug.partition("-")[2]: slug for slug in slugs.values() if slug[:1].isdigit() and "-" in slug}
    chosen = []
    for word in wanted or ():
        _must_be_among(word.removesuffix(".yaml"), slugs, "chapter")
        chosen.append(slugs[word.removesuffix(".yaml")])
    return tuple(chosen)


def _must_be_among(word: str, choices: Iterable[str], what: str) -> None:
    if word not in choices:
        hint = nearest(word, choices) or f"there is {', '.join(choices)}"
        raise CallError(f"the book has no {what} '{word}'; {hint}")


def _check(project: Project, options: argparse.Namespace) -> int:
    asks_another = options.strict and is_installed()
    if project.is_sound:
        project.proofread(strictly=asks_another)
        if options.strict and not asks_another:
            print(
                "build.py: the second converter is not installed and was not asked: pip install 'yulu[proof]'",
                file=sys.stderr,
            )
    diagnostics = project.diagnostics
    if options.strict:
        diagnostics = tuple(replace(d, severity=Severity.ERROR) for d in diagnostics)
    if options.json:
        print(render_json(diagnostics))
    else:
        print_diagnostics(project, diagnostics)
        if not options.quiet:
            print(counted(diagnostics, len(project.texts)))
    return FILES_WRONG if any(d.severity is Severity.ERROR for d in diagnostics) else FINE


def _sources(project: Project, options: argparse.Namespace) -> int:
    in_seeds = [d for d in project.diagnostics if d.place.path.startswith("seeds/")]
    print_diagnostics(project, in_seeds)
    sources = project.sources
    if options.source is not None:
        declared = project.registry.declared or ()
        _must_be_among(options.source, [*declared, *(s.id for s in sources)], "source")
        sources = tuple(s for s in sources if s.id == options.source)
    if options.json:
        print(json.dumps(sources_as_json(project, sources), ensure_ascii=False, indent=2))
    else:
        for source in sources:
            print_table(sources_as_table(project, source))
            print()
    return FILES_WRONG if any(d.severity is Severity.ERROR for d in in_seeds) else FINE


def _changes(project: Project, options: argparse.Namespace) -> int:
    if not _may_go_on(project):
        return FILES_WRONG
    sources = project.sources
    if options.source is not None:
        _must_be_among(options.source, [s.id for s in sources], "source")
        sources = tuple(s for s in sources if s.id == options.source)
    editions = _chosen_editions(project, options.edition)
    if options.json:
        print(json.dumps({"changes": change_rows(sources, editions, project.revisions)}, ensure_ascii=False, indent=2))
        return FINE
    for edition in editions:
        for source in sources:
            for language in edition.languages:
                rows = differences(source, language, project.revisions)
                for table in changes_as_tables(source, edition, language, rows):
                    print_table(table)
                    print()
    return FINE


def _terms(project: Project, options: argparse.Namespace) -> int:
    if not _may_go_on(project):
        return FILES_WRONG
    assert project.book is not None
    terms = project.style.terms
    if not options.export:
        print_table(terms_as_table(terms))
        return FINE
    out = options.out or project.root / "dist"
    files = {"tbx": to_tbx(terms, project.book.title.any), "csv": to_csv(terms)}
    with staging(out) as stage:
        for ending, data in files.items():
            stage.path(f"{project.book.slug}.terms.{ending}").write_bytes(data)
        stage.publish()
    if not options.quiet:
        print(f"{len(terms)} terms: {', '.join(str(out / name) for name in stage.names)}")
    return FINE


def _translate(project: Project, options: argparse.Namespace) -> int:
    diagnostics = [d for d in project.diagnostics if d.code not in _OF_TRANSLATION]
    errors = [d for d in diagnostics if d.severity is Severity.ERROR]
    print_diagnostics(project, diagnostics)
    if any(d.code not in _HARMLESS for d in errors):
        print(counted(diagnostics, len(project.texts)), file=sys.stderr)
        return FILES_WRONG
    try:
        changed = update_catalogues(project, options.reviewed)
    except UnknownPlaceError as error:
        raise CallError(str(error)) from error
    project = load_project(project.root)
    by_source, by_chapter = tallies(project)
    if options.json:
        print(json.dumps(tallies_as_json(by_source, by_chapter), ensure_ascii=False, indent=2))
    elif not options.quiet:
        for name, rows in (("source", by_source), ("chapter", by_chapter)):
            print_table(tallies_as_table(name, rows))
            print()
        written = ", ".join(f"{TRANSLATIONS}/{name}" for name in changed)
        print(f"written: {written}" if changed else "nothing has changed in the catalogues")
    return FILES_WRONG if errors else FINE


def _release(project: Project, options: argparse.Namespace) -> int:
    version = options.version.removeprefix("v")
    if version != book.__version__:
        raise CallError(f"the program's version is {book.__version__}, not {version}; set it in book/__init__.py")
    project.found = [d for d in project.found if d.code not in _OF_TRANSLATION]
    project.found += project.unfinished(Severity.ERROR)
    if not _may_go_on(project):
        return FILES_WRONG
    out = options.out or project.root / "dist"
    report = _timed_build(project, out, Order(_chosen_editions(project, None)), options)
    if report.is_refused:
        _may_go_on(project)
        return FILES_WRONG
    names = release(out, [output.file for output in report.outputs])
    if not options.quiet:
        print(f"{out / FOLDER}: {', '.join(names)}")
    return FINE


_OF_TRANSLATION = (Code.TRANSLATION_MISSING, Code.TRANSLATION_STALE)
"""What is a warning in a draft and an error in a release."""

_HARMLESS = (Code.SECTION_UNUSED, Code.USED_TWICE, Code.USED_AND_LEFT_OUT, Code.CORRECTION_NOT_FOUND)
"""Errors that hide no text from translators: the catalogues are brought up to date all the same."""

_COMMANDS: dict[str, Callable[[Project, argparse.Namespace], int]] = {
    "build": _build,
    "check": _check,
    "sources": _sources,
    "changes": _changes,
    "terms": _terms,
    "translate": _translate,
    "release": _release,
}
