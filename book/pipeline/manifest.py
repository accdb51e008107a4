"""The manifest: what the outputs are made of, and where every line of every document went."""

import json
from collections.abc import Mapping
from typing import Any

from book.pipeline.accounting import change_rows, ledger
from book.pipeline.fingerprint import tools
from book.pipeline.project import Project
from book.pipeline.translating import tallies
from book.publish.font_files import find_fonts
from book.publish.formats import FORMATS

MANIFEST = "manifest.json"

Row = dict[str, Any]


def manifest(project: Project, files: Mapping[str, str], rows: Mapping[str, Row]) -> str:
    """A project, the hashes of its files and the rows of all finished outputs → the text of the manifest."""
    manuscript = project.manuscript
    book = manuscript.book
    outputs = [rows[name] for name in sorted(rows)]
    used = {row["format"] for row in outputs}
    formats = [format for name, format in FORMATS.items() if name in used]
    content = {
        "book": {"slug": book.slug, "identifier": book.identifier, "date": book.date.isoformat()},
        "tools": tools(formats),
        "fonts": find_fonts().hashes() if any(format.needs_fonts for format in formats) else {},
        "inputs": dict(files),
        "outputs": outputs,
        **ledger(manuscript),
        "translations": [tally.row() for tally in tallies(project)[0]],
        "changes": change_rows(project.sources, book.editions, project.revisions),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
