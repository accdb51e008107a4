"""The term base of a project → files for translators' tools."""

from pathlib import Path

from book.copyediting.termbase import to_csv, to_tbx
from book.pipeline.project import Project
from book.pipeline.staging import staging


def export_terms(project: Project, out: Path) -> list[Path]:
    """The term base of a sound project → a TBX and a CSV file in ``out``; their paths.

    Raises OSError when the disk fails.
    """
    assert project.book is not None
    terms, slug = project.style.terms, project.book.slug
    files = {"tbx": to_tbx(terms, project.book.title.any), "csv": to_csv(terms)}
    with staging(out) as stage:
        for ending, data in files.items():
            stage.path(f"{slug}.terms.{ending}").write_bytes(data)
        stage.publish()
    return [out / name for name in stage.names]
