"""Sources → the list of what can be cited, for people and for machines."""

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.table import Table

from book.languages import MESSAGES, languages, profile
from book.model.change import Cause
from book.model.moment import Moment, TimeBasis, moment_text
from book.model.source import Section, Source
from book.model.term import Term
from book.pipeline.accounting import EditionChanges
from book.pipeline.project import Project
from book.pipeline.translating import Tally
from book.translation.catalogue import Status


def sources_as_json(project: Project, sources: tuple[Source, ...]) -> dict[str, Any]:
    """Sources → the object of ``sources --json``; sections without text are left out, as nothing can cite them."""
    return {
        "sources": [
            {
                "id": source.id,
                "path": source.path,
                "recording": source.recording.id if source.recording else None,
                "sections": [_section(project, source, section) for section in source.sections if section.blocks],
            }
            for source in sources
        ]
    }


def _section(project: Project, source: Source, section: Section) -> dict[str, Any]:
    mirror = section.heading.mirror if section.heading else None
    mirrored = [block.mirror for block in section.blocks if block.mirror]
    row: dict[str, Any] = {
        "address": section.address,
        "heading": section.title,
        "kind": str(section.kind),
        "language": str(section.blocks[0].language),
        "start": section.start.seconds if section.start else None,
        "end": section.end.seconds if section.end else None,
        "lines": [section.lines.first, section.lines.last],
        "paragraphs": len(section.blocks),
        "used_in": list(_used_in(project, source, section)),
    }
    if (unit := section.unit) is not None:
        row["unit"] = {"name": unit.name, "first": unit.first, "last": unit.last}
    if mirrored:
        first = min(mirror.lines.first if mirror else mirrored[0].lines.first, mirrored[0].lines.first)
        row["mirror"] = {
            "heading": mirror.text if mirror else "",
            "language": str(mirrored[0].language),
            "lines": [first, mirrored[-1].lines.last],
        }
    return row


def _used_in(project: Project, source: Source, section: Section) -> tuple[str, ...]:
    return project.compilation.coverage.used_in(source, section) if project.compilation else ()


def sources_as_table(project: Project, source: Source) -> Table:
    """One source → its table."""
    table = Table(
        box=None, pad_edge=False, header_style="bold", title=f"{source.id}  {source.path}", title_justify="left"
    )
    for name in ("address", "time", "lines", "kind", "language", "heading", "used in"):
        table.add_column(name, no_wrap=name != "used in")
    for section in source.sections:
        if section.blocks:
            table.add_row(
                _short(section.address, 24),
                _time(section),
                _place(section),
                str(section.kind),
                str(section.blocks[0].language),
                _short(section.title, 40),
                ", ".join(_used_in(project, source, section)) or "–",
            )
    return table


def changes_as_tables(changes: EditionChanges) -> Iterator[Table]:
    """The differences of a source from an edition in one of its languages → a table for each cause."""
    edition = changes.edition
    for cause in Cause:
        own = [row for row in changes.differences if row.cause is cause]
        if not own:
            continue
        name = edition.id if edition.is_monolingual else f"{edition.id} ({changes.language})"
        title = f"{changes.source.id} → {name}: {cause}, {sum(row.times for row in own)} changes of {len(own)} kinds"
        table = Table(box=None, pad_edge=False, header_style="bold", title=title, title_justify="left")
        table.add_column("times", justify="right")
        for name in ("source", "edition", "why", "lines"):
            table.add_column(name, no_wrap=name != "why")
        for row in own:
            lines = list(dict.fromkeys(row.lines))
            shown = ", ".join(map(str, lines[:6])) + (" …" if len(lines) > 6 else "")
            table.add_row(str(row.times), _visible(row.before), _visible(row.after), _short(row.why, 48), shown)
        yield table


def terms_as_table(terms: tuple[Term, ...]) -> Table:
    """The term base → a table."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    tags = [language for language in languages() if any(term.has(language) for term in terms)]
    for name in ("id", "kind", *tags, "policy", "other forms"):
        table.add_column(str(name), no_wrap=name != "other forms")
    for term in terms:
        others = ", ".join(dict.fromkeys(variant.text for variant in term.variants))
        table.add_row(term.id, term.kind, *(term.forms.written(tag) or "–" for tag in tags), term.policy, others)
    return table


def tallies_as_table(name: str, rows: list[Tally]) -> Table:
    """The state of the translation, by source or by chapter → a table, with the sums."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(name)
    for column in ("entries", *Status, "done", "words"):
        table.add_column(str(column), justify="right")
    for row in rows:
        table.add_row(row.name, str(row.entries), *(str(n) for _, n in row.states), _percent(row), str(row.words))
    states = tuple((status, sum(dict(row.states)[status] for row in rows)) for status in Status)
    total = Tally("total", sum(row.entries for row in rows), states, sum(row.words for row in rows))
    table.add_section()
    table.add_row(total.name, str(total.entries), *(str(n) for _, n in states), _percent(total), str(total.words))
    return table


def tallies_as_json(by_source: list[Tally], by_chapter: list[Tally]) -> dict[str, Any]:
    """The state of the translation → the object of ``translate --json``."""
    return {"sources": [tally.row() for tally in by_source], "chapters": [tally.row() for tally in by_chapter]}


def _percent(tally: Tally) -> str:
    """100% only when nothing is left."""
    return f"{tally.done * 100 // tally.entries}%" if tally.entries else "–"


def _visible(text: str) -> str:
    """Text that a table can show: a space, and nothing, have signs."""
    return text.replace(" ", "␣") or "∅"


def _place(section: Section) -> str:
    """Its lines, or its pieces by the document's own count."""
    unit = section.unit
    return f"{unit.name} {unit.first}–{unit.last}" if unit else f"{section.lines.first}–{section.lines.last}"


def _time(section: Section) -> str:
    if section.start is None:
        return "–"
    return moment_text(Moment(section.start, section.end, TimeBasis.SOURCE), profile(MESSAGES).labels.approximately)


def _short(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"
