"""An order → the outputs to be made of it, each with what is already there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from book.model.language import Edition
from book.pipeline.fingerprint import digest_of, inputs
from book.pipeline.manifest import MANIFEST, Row
from book.pipeline.project import Project
from book.pipeline.staging import files_at
from book.publish.font_files import find_fonts
from book.publish.formats import FORMATS, Format


@dataclass(frozen=True, slots=True)
class Order:
    """What to build."""

    editions: tuple[Edition, ...]
    formats: tuple[str, ...] = field(default_factory=lambda: tuple(FORMATS))
    """Names of formats."""
    chapters: tuple[str, ...] = ()
    """The slugs of the chapters to build; all of them where there are none."""
    jobs: int | None = None
    """The number of outputs to render at a time; None: as many as there are processors."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One output that is ordered."""

    name: str
    """Of its file or folder."""
    edition: Edition
    format: Format[Any]
    chapters: tuple[str, ...]
    """The slugs of all the chapters in it."""
    inputs: str
    """The hash of everything on which it may depend."""
    earlier: Row | None
    """Its row in the manifest, where it has been made before and is whole."""

    @property
    def is_current(self) -> bool:
        """Whether nothing on which it may depend has changed since it was made."""
        return self.earlier is not None and self.earlier["inputs"] == self.inputs


def plan_outputs(
    project: Project, files: Mapping[str, str], order: Order, earlier: Mapping[str, Row]
) -> tuple[Plan, ...]:
    """A sound project, the hashes of its files, an order and the outputs that are there → the plans, by edition.

    Raises ToolError where a tool or font is missing that a format needs.
    """
    manuscript = project.manuscript
    chapters = tuple(d.slug for d in manuscript.divisions if not order.chapters or d.slug in order.chapters)
    plans = []
    for edition in order.editions:
        for format in map(FORMATS.__getitem__, order.formats):
            name = output_name(manuscript.book.slug, edition, format)
            fonts = find_fonts() if format.needs_fonts else None
            current = inputs(files, format, fonts, edition.id, chapters)
            plans.append(Plan(name, edition, format, chapters, current, earlier.get(name)))
    return tuple(plans)


def output_name(slug: str, edition: Edition, format: Format[Any]) -> str:
    """The name of an output's file or folder."""
    return f"{slug}.{edition.id}.{format.name}"


def made_before(out: Path, project: Project) -> dict[str, Row]:
    """The rows of the manifest in a folder whose outputs the book still has, and that are whole."""
    assert project.book is not None
    names = {output_name(project.book.slug, e, format) for e in project.book.editions for format in FORMATS.values()}
    try:
        rows = json.loads((out / MANIFEST).read_text(encoding="utf-8"))["outputs"]
        return {row["file"]: row for row in rows if row["file"] in names and _is_whole(out, row)}
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # there is none, or another version of the program has written it


def _is_whole(out: Path, row: Row) -> bool:
    """Whether a row says all that is needed, and what it says is there."""
    known = {"edition", "format", "chapters", "passages", "pages", "bytes", "inputs", "fingerprint"} <= row.keys()
    files = files_at(out / row["file"])
    return known and bool(files) and bool(digest_of(files) == row["sha256"])
