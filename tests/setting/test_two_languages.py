"""An edition in two languages: composed once in each, and what has no translation is printed as it stands."""

import pytest

from book.editorial.manuscript import Manuscript
from book.model.block import Content, ListItem, Paragraph
from book.model.inline import Foreign, plain_text
from book.model.language import Edition
from book.pipeline.project import Project, load_project
from book.setting.composing import compose
from book.setting.galley import Galley, SetBlock, SetDivision, SetExtract, SetNote
from book.translation.catalogue import Status
from tests.languages import EDITIONS, EN
from tests.projects import FIVE_SHAPES


@pytest.fixture(scope="module")
def project() -> Project:
    """A small book of five documents, one of which carries its own translation; no other has any."""
    return load_project(FIVE_SHAPES)


def manuscript(project: Project) -> Manuscript:
    return project.manuscript


def edition(id: str) -> Edition:
    return next(edition for edition in EDITIONS if edition.id == id)


def galley(project: Project, id: str) -> Galley:
    return compose(manuscript(project), edition(id), project.copies(edition(id)))


def blocks(division: SetDivision) -> list[SetBlock]:
    items = [item for group in division.groups for item in group.items]
    result = [b for item in items if isinstance(item, SetExtract) for passage in item.passages for b in passage.blocks]
    return result + [b for item in items if isinstance(item, SetNote) for b in item.blocks]


def words(content: Content) -> str:
    assert isinstance(content, Paragraph | ListItem)
    return plain_text(content.inlines)


@pytest.mark.parametrize("id", ["zh-Hans-en", "zh-Hant-en"])
def test_each_side_is_the_edition_in_its_language(project: Project, id: str) -> None:
    both = galley(project, id)
    assert both.second is not None
    first, second = galley(project, id.removesuffix("-en")), galley(project, "en")
    assert both.divisions == first.divisions
    assert both.second.divisions == second.divisions
    assert (both.title, both.second.title) == (first.title, second.title)
    assert (both.language, both.second.language) == (first.language, EN)


def test_the_sides_have_the_same_parts(project: Project) -> None:
    both = galley(project, "zh-Hant-en")
    assert both.second is not None
    for one, other in zip(both.divisions, both.second.divisions, strict=True):
        assert one.id == other.id
        assert len(blocks(one)) == len(blocks(other)) > 0
        assert [r.number for r in one.references] == [r.number for r in other.references]


def test_every_edition_has_an_identifier_of_its_own(project: Project) -> None:
    assert len({galley(project, edition.id).identifier for edition in EDITIONS}) == len(EDITIONS)


def test_a_document_with_two_halves_needs_no_translation_and_the_others_keep_their_words(project: Project) -> None:
    english = galley(project, "en")
    printed = {p.source: b for d in english.divisions for g in d.groups for i in g.items if isinstance(i, SetExtract)
               for p in i.passages for b in p.blocks}  # fmt: skip
    halves = {source.id for source in project.sources if any(b.mirror for s in source.sections for b in s.blocks)}
    assert halves
    for source, block in printed.items():
        if source in halves or block.status is None:
            assert block.language == EN
        else:
            assert (block.status, block.is_untranslated) == (Status.MISSING, True)
            assert block.language.tongue == "zh"


def test_a_heading_without_translation_keeps_its_language_and_says_so(project: Project) -> None:
    english = galley(project, "en")
    found = [
        inline for d in english.divisions for reference in d.references for inline in reference.inlines
        if isinstance(inline, Foreign)
    ]  # fmt: skip
    assert found
    assert all(inline.language.tongue == "zh" for inline in found)


@pytest.mark.parametrize("id", ["zh-Hans-en", "zh-Hant-en"])
def test_the_glossary_has_the_same_entries_on_both_sides_each_in_its_language(clockmaker: Project, id: str) -> None:
    both = galley(clockmaker, id)
    assert both.second is not None
    sides = [
        [(part.kind, [entry.id for entry in part.entries]) for part in own.glossary] for own in (both, both.second)
    ]
    assert sides[0] == sides[1]
    alone = {
        e.id for own in (id.removesuffix("-en"), "en") for p in galley(clockmaker, own).glossary for e in p.entries
    }
    assert {entry for _, entries in sides[0] for entry in entries} == alone
    terms = {f"t-{term.id}": term for term in clockmaker.style.terms}
    for own in (both, both.second):
        for entry in (entry for part in own.glossary for entry in part.entries):
            assert entry.term == terms[entry.id].form(own.language)
            assert entry.locators
