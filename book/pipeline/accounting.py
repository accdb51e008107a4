"""The manuscript → the ledger: where every non-blank line of every document went.

Each line is in exactly one of three lists: printed in passages, left out with a reason, or metadata.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from book.copyediting.differences import Difference, differences
from book.copyediting.revisions import Revisions
from book.editorial.manuscript import Division, Extract, Manuscript, Passage
from book.languages import MESSAGES
from book.model.block import Block
from book.model.language import Edition, Language, printed_languages
from book.model.localized import Localized
from book.model.source import Source
from book.model.span import LineRange, Span, around

Row = dict[str, Any]


def ledger(manuscript: Manuscript) -> dict[str, list[Row]]:
    """A manuscript → ``passages``, ``left_out`` and ``metadata``."""
    tongues = {language.tongue for language in printed_languages(manuscript.book.editions)}
    passages: list[Row] = []
    left_out: list[Row] = []
    for division in manuscript.divisions:
        for extract in division.extracts:
            for passage in extract.passages:
                for printed, blocks, others in _versions(passage.blocks, tongues):
                    if printed:
                        passages.append(_passage_row(division, extract, passage, blocks))
                    else:
                        left_out.append(_mirror_row(extract, blocks, others))
    for omission in manuscript.omissions:
        blocks = [cut.block for cut in omission.cuts]
        blocks += [block.mirror for block in blocks if block.mirror]
        left_out += [
            _left_out_row(omission.source, omission.section.address, span, _reason(omission.because))
            for span in _stretches(omission.source, (block.span for block in blocks))
        ]
    metadata = [
        {"source": source.id, "what": furniture.what, "lines": _pair(furniture.lines)}
        for source in manuscript.sources
        for furniture in source.furniture
    ]
    return {"passages": passages, "left_out": left_out, "metadata": metadata}


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """The differences of a source from an edition, in one of its languages."""

    edition: Edition
    language: Language
    source: Source
    differences: tuple[Difference, ...]


def edition_changes(
    sources: Iterable[Source], editions: Iterable[Edition], revisions: Revisions
) -> Iterator[EditionChanges]:
    """Sources × editions → the differences between them, by edition."""
    sources = tuple(sources)
    for edition in editions:
        for source in sources:
            for language in edition.languages:
                yield EditionChanges(edition, language, source, differences(source, language, revisions))


def change_rows(sources: Iterable[Source], editions: Iterable[Edition], revisions: Revisions) -> list[Row]:
    """Every difference between a source and an edition: what became what, why, how often and in which lines."""
    return [
        {
            "edition": changes.edition.id,
            "language": str(changes.language),
            "source": changes.source.id,
            "cause": str(row.cause),
            "before": row.before,
            "after": row.after,
            "why": row.why,
            "times": row.times,
            "lines": sorted(set(row.lines)),
        }
        for changes in edition_changes(sources, editions, revisions)
        for row in changes.differences
    ]


def _versions(blocks: tuple[Block, ...], tongues: set[str]) -> Iterator[tuple[bool, list[Block], list[Block]]]:
    """Blocks → those of each language that they are in, whether an edition prints it, and those of the other.

    The half by which a passage is known comes last: it is the one that a reader by the passage's id finds.
    """
    own = list(blocks)
    mirrors = [block.mirror for block in blocks if block.mirror is not None]
    if not mirrors:
        yield True, own, []
        return
    yield mirrors[0].language.tongue in tongues, mirrors, own
    yield own[0].language.tongue in tongues, own, mirrors


def _passage_row(division: Division, extract: Extract, passage: Passage, blocks: list[Block]) -> Row:
    moment = extract.moment
    return {
        "chapter": division.slug,
        "id": passage.id,
        "source": extract.source.id,
        "address": extract.section.address,
        **_where(around(block.span for block in blocks)),
        "language": str(blocks[0].language),
        "kind": str(passage.kind),
        "speaker": passage.speaker.id if passage.speaker else None,
        "time": moment.start.seconds if moment else None,
        "time_basis": str(moment.basis) if moment else "none",
    }


def _mirror_row(extract: Extract, blocks: list[Block], printed: list[Block]) -> Row:
    first, last = _pair(around(block.span for block in printed).lines)
    reason = f"no edition of this book prints its language; lines {first}-{last} say the same and are printed"
    return _left_out_row(extract.source, extract.section.address, around(block.span for block in blocks), reason)


def _left_out_row(source: Source, address: str, span: Span, because: str) -> Row:
    return {"source": source.id, "address": address, **_where(span), "because": because}


def _stretches(source: Source, spans: Iterable[Span]) -> list[Span]:
    """Spans → the fewest that hold no other printed line, or no other unit of a document with a count of its own."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.lines, span.characters)):
        if result and _adjoin(source, result[-1], span):
            result[-1] = around((result[-1], span))
        else:
            result.append(span)
    return result


def _adjoin(source: Source, before: Span, after: Span) -> bool:
    if before.unit is not None and after.unit is not None:
        return after.unit.first <= before.unit.last + 1
    return not any(before.lines.last < n < after.lines.first for n in source.printed_lines)


def _where(span: Span) -> Row:
    """Where a text stands: its lines, and its pieces by the document's own count where that has one."""
    unit = span.unit
    own = {} if unit is None else {"unit": {"name": unit.name, "first": unit.first, "last": unit.last}}
    return {"lines": _pair(span.lines), **own}


def _pair(lines: LineRange) -> list[int]:
    return [lines.first, lines.last]


def _reason(because: Localized) -> str:
    return because.nearest(MESSAGES)[1]
