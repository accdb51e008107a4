"""A passage's spec → the cuts of a source that it chooses."""

from collections.abc import Collection, Mapping

from book.diagnostics import Code, Report
from book.editorial.manuscript import Cut
from book.editorial.quoting import cut_block, find_quote
from book.editorial.resolving import Resolved, Unresolved, resolve
from book.model.source import Section, Source
from book.specs.chapter_spec import PassageSpec


def select(
    spec: PassageSpec, sources: Mapping[str, Source], declared: Collection[str] | None, report: Report
) -> tuple[Source, Section, tuple[Cut, ...]] | None:
    """What a spec chooses; None, reported, where it chooses nothing.

    ``declared`` names the registry's sources, of which some may have failed to be read; None says nothing.
    """
    match resolve(spec.address, sources, declared):
        case Resolved(source, section):
            pass
        case Unresolved(code, message, hint):
            report.error(code, message, spec.place, hint)
            return None
        case None:
            return None
    if not section.blocks:
        message = f"the section '{section.address}' of '{source.id}' has a heading and no text"
        hint = "name the sections below it"
        report.error(Code.SECTION_WITHOUT_TEXT, message, spec.place, hint)
        return None
    cuts = _cuts(spec, source, section, report)
    return (source, section, cuts) if cuts else None


def _cuts(spec: PassageSpec, source: Source, section: Section, report: Report) -> tuple[Cut, ...]:
    if spec.quote is not None:
        return _quoted(spec, source, section, report)
    indexes = list(range(len(section.blocks)))
    if spec.paragraphs:
        indexes = []
        for lines, place in spec.paragraphs:
            if lines.last > len(section.blocks):
                message = f"the section '{section.address}' has {_count(section)}, not {lines.last}"
                hint = f"choose from 1-{len(section.blocks)}"
                report.error(Code.PARAGRAPH_OUT_OF_RANGE, message, place, hint)
                return ()
            indexes += [number - 1 for number in lines.numbers]
    return tuple(whole(section, index) for index in indexes)


def whole(section: Section, index: int) -> Cut:
    """A block of a section, uncut."""
    block = section.blocks[index]
    return Cut(block, index, 0, len(block.text))


def _quoted(spec: PassageSpec, source: Source, section: Section, report: Report) -> tuple[Cut, ...]:
    assert spec.quote is not None
    found = [
        (index, span) for index, block in enumerate(section.blocks) for span in find_quote(spec.quote.text, block.text)
    ]
    if not found:
        message = f"these words are not in the section '{section.address}' of '{spec.address.source}'"
        hint = "a quotation's letters must stand in one paragraph of the source, in either script"
        report.error(Code.QUOTE_NOT_FOUND, message, spec.quote.place, hint)
        return ()
    if len(found) > 1:
        message = f"these words stand {len(found)} times in the section '{section.address}'"
        report.error(Code.QUOTE_AMBIGUOUS, message, spec.quote.place, "quote more of the sentence")
        return ()
    index, (start, stop) = found[0]
    block = section.blocks[index]
    if start == 0 and stop >= len(block.text.rstrip()):
        return (whole(section, index),)
    return (Cut(cut_block(block, start, stop, source.text), index, start, stop),)


def _count(section: Section) -> str:
    number = len(section.blocks)
    return "1 paragraph" if number == 1 else f"{number} paragraphs"
