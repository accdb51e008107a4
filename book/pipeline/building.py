"""A project → finished files in the output folder: plan → compose → render → stage → manifest."""

import calendar
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from book.pipeline.fingerprint import digest_of, fingerprint, project_files
from book.pipeline.manifest import MANIFEST, Row, manifest
from book.pipeline.planning import Order, Plan, made_before, plan_outputs
from book.pipeline.project import Project
from book.pipeline.rendering import Timed, rendered, rendered_in_processes
from book.pipeline.staging import Staging, staging
from book.publish.artifact import Artifact
from book.publish.context import Context
from book.publish.font_files import find_fonts
from book.setting.composing import compose

__all__ = ["Order", "Output", "Progress", "Report", "build"]


@dataclass(frozen=True, slots=True)
class Output:
    """One finished file or folder."""

    file: str
    edition: str
    format: str
    chapters: int
    passages: int
    pages: int | None
    size: int
    """In bytes, of all its files."""
    seconds: float | None
    """None where it was up to date and not built."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    outputs: tuple[Output, ...] = ()
    is_refused: bool = False
    """Whether proofreading found errors, and nothing was built."""

    @property
    def is_up_to_date(self) -> bool:
        """Whether there was nothing to do."""
        return not self.is_refused and all(output.seconds is None for output in self.outputs)


Progress = Callable[[str], None]
"""Is given the name of what is being made, before it is."""


def build(project: Project, out: Path, order: Order, progress: Progress, intermediates: Path | None = None) -> Report:
    """A sound project → its outputs in ``out``. Those that would be the same are not built again.

    ``intermediates`` is a folder that receives what the tools are given for each edition.
    Raises ToolError when a tool is missing or fails, and OSError when the disk does.
    """
    assert project.is_sound
    files = project_files(project.root)
    rows = made_before(out, project)
    plans = plan_outputs(project, files, order, rows)
    seconds: dict[str, float | None] = {}
    if intermediates is not None or not all(plan.is_current for plan in plans):
        project.proofread(strictly=False)
        if not project.is_sound:
            return Report(is_refused=True)
        with staging(out) as stage:
            for made in _render(_compose(project, plans, order, intermediates), order.jobs, progress):
                name = made.prepared.plan.name
                rows[name], seconds[name] = _stage(made, stage, project), made.seconds
            stage.path(MANIFEST).write_text(manifest(project, files, rows), encoding="utf-8")
            stage.publish()
    return Report(tuple(_output(rows[plan.name], seconds.get(plan.name)) for plan in plans))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """One output, composed: all that its tool is to be given."""

    plan: Plan
    task: Any
    fingerprint: str
    seconds: float

    @property
    def is_made(self) -> bool:
        """Whether the output that is there was made of the same."""
        return self.plan.earlier is not None and self.plan.earlier["fingerprint"] == self.fingerprint


@dataclass(frozen=True, slots=True)
class _Made:
    """One output, rendered; without an artifact where the one that is there would be made again."""

    prepared: _Prepared
    artifact: Artifact | None = None
    seconds: float | None = None


def _compose(project: Project, plans: Iterable[Plan], order: Order, intermediates: Path | None) -> Iterator[_Prepared]:
    """Plans → tasks, one edition after another; those that are current are passed over."""
    manuscript = project.manuscript
    epoch = calendar.timegm(manuscript.book.date.timetuple())
    wanted = (plan for plan in plans if intermediates is not None or not plan.is_current)
    for edition, own in groupby(wanted, key=lambda plan: plan.edition):
        galley = compose(manuscript, edition, project.copies(edition), order.chapters)
        for plan in own:
            begun = time.monotonic()
            format = plan.format
            task = format.prepare(galley, Context(format.medium, epoch, find_fonts() if format.needs_fonts else None))
            if intermediates is not None and format.intermediate is not None:
                ending, text = format.intermediate(task)
                (intermediates / f"{edition.id}{ending}").write_text(text, encoding="utf-8")
            yield _Prepared(plan, task, fingerprint(format, task), time.monotonic() - begun)


def _render(tasks: Iterable[_Prepared], jobs: int | None, progress: Progress) -> Iterator[_Made]:
    """Tasks → what is made of them; those of the formats that take long come last, ``jobs`` of them at a time."""
    waiting: list[_Prepared] = []
    for prepared in tasks:
        if prepared.is_made:
            yield _Made(prepared)
            continue
        progress(prepared.plan.name)
        if prepared.plan.format.in_processes:
            waiting.append(prepared)
        else:
            yield _made(prepared, rendered(_call(prepared)))
    for prepared, timed in zip(waiting, rendered_in_processes([*map(_call, waiting)], jobs), strict=True):
        yield _made(prepared, timed)


def _call(prepared: _Prepared) -> tuple[Callable[[Any], Artifact], Any]:
    return prepared.plan.format.render, prepared.task


def _made(prepared: _Prepared, timed: Timed) -> _Made:
    artifact, seconds = timed
    return _Made(prepared, artifact, prepared.seconds + seconds)


def _stage(made: _Made, stage: Staging, project: Project) -> Row:
    """Write what was made beside the finished files → its row of the manifest."""
    plan, artifact = made.prepared.plan, made.artifact
    chosen = [d for d in project.manuscript.divisions if d.slug in plan.chapters]
    if artifact is None:
        assert plan.earlier is not None
        finished = {key: plan.earlier[key] for key in ("pages", "bytes", "sha256")}
    else:
        for name, data in artifact.files.items():
            stage.path(f"{plan.name}/{name}" if name else plan.name).write_bytes(data)
        finished = {
            "pages": artifact.pages,
            "bytes": sum(map(len, artifact.files.values())),
            "sha256": digest_of(artifact.files),
        }
    return {
        "file": plan.name,
        "edition": plan.edition.id,
        "format": plan.format.name,
        "chapters": list(plan.chapters),
        "passages": sum(len(extract.passages) for division in chosen for extract in division.extracts),
        **finished,
        "inputs": made.prepared.plan.inputs,
        "fingerprint": made.prepared.fingerprint,
    }


def _output(row: Row, seconds: float | None) -> Output:
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
