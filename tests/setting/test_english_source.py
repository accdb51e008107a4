"""A book whose only document is in English: its Chinese editions are translations, and one script is made of the other."""

import pytest

from book.diagnostics import Severity
from book.model.block import ListItem, Paragraph
from book.model.inline import Gloss, Inline, Strong, plain_text
from book.pipeline.project import Project, load_project
from book.setting.composing import compose
from book.setting.galley import Galley, SetExtract
from book.translation.catalogue import Status
from tests.languages import EDITIONS
from tests.projects import BOOKS
from tests.reporting import reported

BOOK = BOOKS / "english-source"


@pytest.fixture(scope="module")
def project() -> Project:
    found = load_project(BOOK)
    found.proofread(strictly=True)
    return found


def galley(project: Project, id: str) -> Galley:
    edition = next(edition for edition in EDITIONS if edition.id == id)
    return compose(project.manuscript, edition, project.copies(edition))


def inlines(galley: Galley) -> list[tuple[Inline, ...]]:
    extracts = [i for d in galley.divisions for g in d.groups for i in g.items if isinstance(i, SetExtract)]
    contents = [b.content for e in extracts for p in e.passages for b in p.blocks]
    return [e.heading.inlines for e in extracts if e.heading] + [
        c.inlines for c in contents if isinstance(c, Paragraph | ListItem)
    ]


def texts(galley: Galley) -> list[str]:
    return [plain_text(found) for found in inlines(galley)]


def test_nothing_is_wrong_with_it(project: Project) -> None:
    assert project.diagnostics == ()
    assert reported(project.check_translations, Severity.ERROR)[1] == []


def test_the_english_edition_prints_the_document(project: Project) -> None:
    assert texts(galley(project, "en"))[1:3] == [
        "How far does the light “carry” on a clear night?",
        "About 20 miles. You don’t see it, though—you see the loom of it first.",
    ]


def test_the_simplified_edition_prints_the_translation(project: Project) -> None:
    assert texts(galley(project, "zh-Hans")) == [
        "灯",
        "晴夜里，灯光能“走”多远？",
        "大约20英里。不过你看到的不是灯，先看到的是它的光晕。",
        "有雾的时候，什么也看不到。",
        "冬天呢？",
        "冬天我留下。没有别的事可做。",
    ]


def test_the_traditional_edition_is_made_of_it_with_its_marks_and_notes(project: Project) -> None:
    made = galley(project, "zh-Hant")
    assert texts(made)[:3] == [
        "燈",
        "晴夜裡，燈光能「走」多遠？",
        "大約20英里。不過你看到的不是燈，先看到的是它的光暈。",
    ]
    (note,) = [i for found in inlines(made) for i in found if isinstance(i, Gloss)]
    assert plain_text(note.inlines) == "指燈還在地平線以下時映在天上的光。"
    assert [plain_text(i.inlines) for found in inlines(made) for i in found if isinstance(i, Strong)] == [
        "光暈",
        "沒有",
    ]


def test_both_sides_of_a_pair_are_there(project: Project) -> None:
    made = galley(project, "zh-Hant-en")
    assert made.second is not None
    assert texts(made) == texts(galley(project, "zh-Hant"))
    assert texts(made.second) == texts(galley(project, "en"))


def test_every_translation_is_signed(project: Project) -> None:
    assert {r.status for r in project.translations.renderings} == {Status.REVIEWED}
