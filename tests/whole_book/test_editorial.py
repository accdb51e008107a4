"""The manuscript of a whole book: it is sound, and speech and times are the documents'."""

from collections.abc import Iterator

from book.editorial.addresses import find_sections
from book.editorial.manuscript import Extract
from book.model.moment import TimeBasis
from book.pipeline.project import Project


def extracts(book: Project) -> Iterator[Extract]:
    for division in book.manuscript.divisions:
        yield from division.extracts


def test_there_is_nothing_to_report(whole_book: Project) -> None:
    assert whole_book.diagnostics == ()


def test_ids_of_passages_are_unique(whole_book: Project) -> None:
    ids = [passage.id for extract in extracts(whole_book) for passage in extract.passages]
    assert ids
    assert len(ids) == len(set(ids))


def test_no_passage_is_speech_without_a_speaker(whole_book: Project) -> None:
    for extract in extracts(whole_book):
        for passage in extract.passages:
            assert passage.kind.is_speech == (passage.speaker is not None)
            assert {block.kind for block in passage.blocks} <= {passage.kind} or not passage.kind.is_speech


def test_the_time_of_a_section_is_the_document_s(whole_book: Project) -> None:
    for extract in extracts(whole_book):
        if extract.section.start is not None:
            assert extract.moment is not None
            assert (extract.moment.start, extract.moment.basis) == (extract.section.start, TimeBasis.SOURCE)
        elif extract.moment is not None:
            assert extract.moment.basis is TimeBasis.EDITOR


def test_every_canonical_address_finds_its_own_section(whole_book: Project) -> None:
    for document in whole_book.sources:
        for section in document.sections:
            assert find_sections(document, section.address).sections == (section,)
