"""Every text is revised once for each language, however many editions, checks and lists ask for it."""

from collections import Counter
from collections.abc import Hashable
from pathlib import Path

import pytest

from book.copyediting import revisions
from book.copyediting.converting import Converter
from book.copyediting.revising import revise_text
from book.copyediting.stylebook import Stylebook
from book.model.address import Address
from book.model.change import Revision
from book.model.language import Language
from book.pipeline.accounting import change_rows
from book.pipeline.project import Project, load_project
from book.pipeline.translating import tallies
from book.setting.composing import compose
from book.setting.galley import Galley
from tests.languages import ZH_HANS, ZH_HANT
from tests.pipeline.small_book import write_small_book
from tests.pipeline.translated_book import write_translated_book
from tests.projects import BOOKS, edit

Asked = Counter[tuple[Hashable, ...]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """How often a text has been revised, by all on which the result depends."""
    times: Asked = Counter()

    def counting(
        text: str, source: Language, target: Language, style: Stylebook, spot: Address | None, converter: Converter
    ) -> Revision:
        entries = (style.terms, style.overrides, tuple(style.corrections.items()))
        times[text, source, target, spot, entries, converter] += 1
        return revise_text(text, source, target, style, spot, converter)

    monkeypatch.setattr(revisions, "revise_text", counting)
    return times


def galleys(project: Project) -> list[Galley]:
    """The book in all its editions."""
    manuscript, editions = project.manuscript, project.manuscript.book.editions
    return [compose(manuscript, edition, project.copies(edition)) for edition in editions]


@pytest.mark.parametrize("name", ["clockmaker", "five-shapes", "english-source", "one-page", "translated"])
def test_a_whole_build_makes_as_many_revisions_as_there_are_texts(name: str, asked: Asked, tmp_path: Path) -> None:
    root = BOOKS / name
    if name == "translated":
        root = write_translated_book(tmp_path, "zh-Hans, zh-Hant, en, zh-Hans-en")
        asked.clear()
    project = load_project(root)
    project.proofread(strictly=True)
    for _ in range(2):
        galleys(project)
        assert project.book is not None
        change_rows(project.sources, project.book.editions, project.revisions)
        tallies(project)
    assert sum(asked.values()) == len(asked) > 0, asked.most_common(3)


def test_the_same_words_twice_in_a_section_are_revised_once(asked: Asked, tmp_path: Path) -> None:
    write_small_book(tmp_path)
    edit(tmp_path / "seeds" / "outline.txt", "园丁说，先有土，才有菜。", "好的。\n好的。")
    project = load_project(tmp_path)
    galleys(project)
    texts = [text for section in project.sources[0].sections for text in section.wordings]
    assert len({text.id for text in texts}) == len(texts)
    assert [times for key, times in asked.items() if key[:3] == ("好的。", ZH_HANS, ZH_HANT)] == [1]


@pytest.mark.parametrize("name", ["five-shapes", "english-source"])
def test_setting_reads_what_was_made_ready_before_it(name: str, asked: Asked) -> None:
    project = load_project(BOOKS / name)
    for edition in project.manuscript.book.editions:
        project.copies(edition)
    assert asked
    asked.clear()
    galleys(project)
    assert not asked
