"""A project → finished files in the output folder, and the manifest that says what they are made of."""

import calendar
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from book.editorial.manuscript import Manuscript
from book.model.language import Edition
from book.pipeline.accounting import change_rows, ledger
from book.pipeline.fingerprint import digest, fingerprint, inputs, tools
from book.pipeline.project import Project
from book.pipeline.staging import staging
from book.pipeline.translating import tallies
from book.publish.epub import write_epub
from book.publish.fonts import Fonts, find_fonts
from book.publish.pandoc import to_html
from book.publish.pdf import Job, page_html, render_pdfs
from book.setting.composing import compose
from book.setting.galley import Galley
from book.writers.medium import PAGE, SCREEN
from book.writers.writing import write

FORMATS = ("epub", "pdf")
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Order:
    """What to build."""

    editions: tuple[Edition, ...]
    formats: tuple[str, ...] = FORMATS
    chapters: tuple[str, ...] = ()
    """The slugs of the chapters to build; all of them where there are none."""
    jobs: int | None = None
    """How many PDFs to make at a time; None: as many as there are processors."""


@dataclass(frozen=True, slots=True)
class Output:
    """One finished file."""

    file: str
    edition: str
    format: str
    chapters: int
    passages: int
    pages: int | None
    size: int
    seconds: float | None
    """None where it was up to date and not built."""


@dataclass(slots=True)
class Report:
    """What a build did."""

    outputs: list[Output] = field(default_factory=list)
    is_refused: bool = False
    """Whether proofreading found errors, and nothing was built."""

    @property
    def is_up_to_date(self) -> bool:
        """Whether there was nothing to do."""
        return not self.is_refused and all(output.seconds is None for output in self.outputs)


Progress = Callable[[str], None]
"""Told what is being made, before it is."""


def build(project: Project, out: Path, order: Order, progress: Progress, intermediates: Path | None = None) -> Report:
    """A sound project → its outputs in ``out``. Those whose sources have not changed are not built again.

    ``intermediates`` is a folder that receives pandoc's tree and WeasyPrint's page of each edition.
    Raises ToolError when a tool is missing or fails, and OSError when the disk does.
    """
    assert project.compilation is not None
    assert project.is_sound
    fonts = find_fonts() if "pdf" in order.formats else None
    job = _Job(project, project.compilation.manuscript, out, order, fonts, inputs(project.root))
    return job.run(progress, intermediates)


@dataclass(slots=True)
class _Job:
    project: Project
    manuscript: Manuscript
    out: Path
    order: Order
    fonts: Fonts | None
    inputs: dict[str, str]
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    def run(self, progress: Progress, intermediates: Path | None) -> Report:
        earlier = self.earlier()
        report = Report()
        stale = [name for name in self.names() if name not in earlier]
        if not stale and intermediates is None:
            report.outputs = [self.output(earlier[name], None) for name in self.names()]
            return report
        self.project.proofread(strictly=False)
        if not self.project.is_sound:
            return Report(is_refused=True)
        seconds: dict[str, float] = {}
        with staging(self.out) as stage:
            jobs: dict[str, tuple[Edition, Job]] = {}
            for edition in self.order.editions:
                wanted = [f for f in self.order.formats if self.name(edition, f) in stale or intermediates]
                galley = self.compose(edition) if wanted else None
                for format in wanted:
                    assert galley is not None
                    name = self.name(edition, format)
                    progress(name)
                    begun = time.monotonic()
                    if format == "epub":
                        document = write(galley, SCREEN)
                        _keep(intermediates, f"{edition.id}.json", json.dumps(document))
                        write_epub(document, galley, stage.path(name), self.epoch())
                        self.rows[name] = self.row(edition, format, stage.path(name).read_bytes(), None)
                    else:
                        html = page_html(galley, to_html(write(galley, PAGE)))
                        _keep(intermediates, f"{edition.id}.html", html)
                        jobs[name] = (edition, Job(html, galley.identifier))
                    seconds[name] = time.monotonic() - begun
            if jobs:
                assert self.fonts is not None
                pdfs = render_pdfs([job for _, job in jobs.values()], self.fonts, self.order.jobs)
                for name, pdf in zip(jobs, pdfs, strict=True):
                    stage.path(name).write_bytes(pdf.data)
                    self.rows[name] = self.row(jobs[name][0], "pdf", pdf.data, pdf.pages)
                    seconds[name] += pdf.seconds
            self.rows = {**earlier, **self.rows}
            report.outputs = [self.output(self.rows[name], seconds.get(name)) for name in self.names()]
            manifest = json.dumps(self.manifest(), ensure_ascii=False, indent=1) + "\n"
            stage.path(MANIFEST).write_text(manifest, encoding="utf-8")
            stage.publish()
        return report

    def compose(self, edition: Edition) -> Galley:
        """The galley of an edition."""
        project = self.project
        return compose(self.manuscript, edition, project.style, project.translations, self.order.chapters)

    def names(self) -> list[str]:
        """The files ordered."""
        return [self.name(edition, format) for edition in self.order.editions for format in self.order.formats]

    def name(self, edition: Edition, format: str) -> str:
        return f"{self.manuscript.book.slug}.{edition.id}.{format}"

    def epoch(self) -> int:
        """The book's date, in seconds since 1970: the clock has no say in what is built."""
        return calendar.timegm(self.manuscript.book.date.timetuple())

    def row(self, edition: Edition, format: str, data: bytes, pages: int | None) -> dict[str, Any]:
        """One output, for the manifest."""
        chosen = [d for d in self.manuscript.divisions if not self.order.chapters or d.slug in self.order.chapters]
        return {
            "file": self.name(edition, format),
            "edition": edition.id,
            "format": format,
            "chapters": [division.slug for division in chosen],
            "passages": sum(len(extract.passages) for division in chosen for extract in division.extracts),
            "pages": pages,
            "bytes": len(data),
            "sha256": digest(data),
            "fingerprint": self.fingerprint(edition.id, format, [d.slug for d in chosen]),
        }

    def fingerprint(self, edition: str, format: str, chapters: list[str]) -> str:
        return fingerprint(self.inputs, self.fonts if format == "pdf" else None, edition, format, chapters)

    def output(self, row: dict[str, Any], seconds: float | None) -> Output:
        return Output(
            file=row["file"],
            edition=row["edition"],
            format=row["format"],
            chapters=len(row["chapters"]),
            passages=row["passages"],
            pages=row["pages"],
            size=row["bytes"],
            seconds=seconds,
        )

    def earlier(self) -> dict[str, dict[str, Any]]:
        """The outputs already there that are what a build would make again."""
        try:
            rows = json.loads((self.out / MANIFEST).read_text(encoding="utf-8"))["outputs"]
            return {row["file"]: row for row in rows if self.is_current(row)}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def is_current(self, row: dict[str, Any]) -> bool:
        edition, format = row["edition"], row["format"]
        if row["file"] in self.names():
            slugs = [d.slug for d in self.manuscript.divisions]
            chapters = [slug for slug in slugs if not self.order.chapters or slug in self.order.chapters]
            if row["chapters"] != chapters:
                return False
        if format == "pdf" and self.fonts is None:
            self.fonts = find_fonts()
        if row["fingerprint"] != self.fingerprint(edition, format, row["chapters"]):
            return False
        file = self.out / row["file"]
        return file.is_file() and bool(digest(file.read_bytes()) == row["sha256"])

    def manifest(self) -> dict[str, Any]:
        """What the outputs are made of, and where every line of every document went."""
        book = self.manuscript.book
        outputs = [self.rows[name] for name in sorted(self.rows)]
        has_pdf = any(row["format"] == "pdf" for row in outputs)
        return {
            "book": {"slug": book.slug, "identifier": book.identifier, "date": book.date.isoformat()},
            "tools": tools(),
            "fonts": (self.fonts or find_fonts()).hashes() if has_pdf else {},
            "inputs": self.inputs,
            "outputs": outputs,
            **ledger(self.manuscript),
            "translations": [tally.row() for tally in tallies(self.project)[0]],
            "changes": change_rows(self.project.sources, book.editions, self.project.style),
        }


def _keep(folder: Path | None, name: str, text: str) -> None:
    """Write an intermediate file, where they are wanted."""
    if folder is not None:
        (folder / name).write_text(text, encoding="utf-8")
