"""Bringing catalogues up to date: what is written, and above all what is not."""

import errno
import os
from pathlib import Path

import pytest

from book.copyediting.stylebook import Stylebook
from book.model.inline import Foreign
from book.pipeline.project import load_project
from book.pipeline.translating import UnknownPlaceError, tallies, update_catalogues
from book.setting.composing import compose
from book.setting.galley import SetBlock, SetExtract
from book.translation.catalogue import Status
from tests.languages import EDITIONS
from tests.pipeline.translated_book import (
    ENGLISH,
    SOIL,
    TIME,
    WATER,
    catalogues,
    entries,
    entry_bytes,
    translate,
    write_translated_book,
    write_two_languages,
)
from tests.projects import edit

OUTLINE = Path("seeds") / "outline.txt"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_translated_book(tmp_path / "small")


def updated(root: Path, *reviewed: str) -> list[str]:
    project = load_project(root)
    assert project.is_sound, project.diagnostics
    return [Path(path).name for path in update_catalogues(project, reviewed)]


def states(root: Path) -> dict[str, Status]:
    return {r.message.text: r.status for r in load_project(root).translations.renderings}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The files that are not what they were."""
    assert set(before) <= set(after)
    return [name for name in after if before.get(name) != after[name]]


# ---- the small book


def test_a_book_without_catalogues_gets_them(tmp_path: Path) -> None:
    root = write_two_languages(tmp_path)
    assert not (root / "chapters" / "translations").exists()
    assert sorted(updated(root)) == ["essay.po", "outline.po"]
    assert sorted(catalogues(root)) == ["essay.po", "outline.po"], "and nothing is left of the writing"
    assert states(root) == dict.fromkeys(ENGLISH, Status.MISSING)


def test_a_translated_book_has_nothing_wrong(small: Path) -> None:
    assert load_project(small).diagnostics == ()
    assert states(small) == dict.fromkeys(ENGLISH, Status.TRANSLATED)


def test_a_second_run_writes_nothing(small: Path) -> None:
    updated(small)
    before = {file: file.stat().st_mtime_ns for file in (small / "chapters" / "translations").iterdir()}
    assert updated(small) == []
    assert {file: file.stat().st_mtime_ns for file in (small / "chapters" / "translations").iterdir()} == before


def test_a_second_run_after_a_text_went_out_of_date_and_was_deleted_writes_nothing(small: Path) -> None:
    edit(small / "seeds" / "outline.txt", "先有土，", "先有好土，")
    assert updated(small) == ["outline.po"]
    edit(small / "seeds" / "outline.txt", "园丁说，先有好土，才有菜。", "天黑了。")
    assert updated(small) == ["outline.po"]
    assert updated(small) == []


def test_a_changed_sentence_is_stale_and_nothing_else_is_written(small: Path) -> None:
    before = catalogues(small)
    edit(small / "seeds" / "outline.txt", "先有土，", "先有好土，")
    assert updated(small) == ["outline.po"]
    after = catalogues(small)
    assert changed(before, after) == ["outline.po"]
    former, now = entry_bytes(before["outline.po"]), entry_bytes(after["outline.po"])
    assert len(now) == len(former)
    assert set(former.items()) - set(now.items()) == {(id, former[id]) for id in set(former) - set(now)}
    (new,) = set(now) - set(former)
    (old,) = set(former) - set(now)
    stale = entries(after["outline.po"])[new]
    assert (stale.original, stale.previous) == ("园丁说，先有好土，才有菜。", SOIL)
    assert (stale.text, stale.is_fuzzy) == (ENGLISH[SOIL], True)
    assert entries(before["outline.po"])[old].text == ENGLISH[SOIL]


def test_changed_back_the_file_is_byte_for_byte_what_it_was(small: Path) -> None:
    updated(small, "outline")
    before = catalogues(small)
    edit(small / "seeds" / "outline.txt", "先有土，", "先有好土，")
    updated(small)
    edit(small / "seeds" / "outline.txt", "先有好土，", "先有土，")
    updated(small)
    assert catalogues(small) == before


def test_a_deleted_passage_that_comes_back_is_as_it_was(small: Path) -> None:
    updated(small, "outline")
    before = catalogues(small)
    chapter, book = small / "chapters" / "01-soil.yaml", small / "chapters" / "book.yaml"
    whole, order = chapter.read_text(encoding="utf-8"), book.read_text(encoding="utf-8")
    edit(chapter, "      - from: outline#00:10\n", "")
    left_out = "leave-out:\n  - {from: outline#00:10, because: {zh-Hans: 略, en: Left out.}}\n"
    edit(book, "leave-out:\n", left_out)
    assert updated(small) == ["outline.po"]
    gone = [e for e in entries(catalogues(small)["outline.po"]).values() if e.is_obsolete]
    assert [e.text for e in gone] == [ENGLISH[SOIL]]
    chapter.write_text(whole, encoding="utf-8")
    book.write_text(order, encoding="utf-8")
    updated(small)
    assert catalogues(small) == before


@pytest.mark.parametrize("is_used", [True, False])
@pytest.mark.parametrize("place", ["before", "after"])
def test_a_paragraph_put_in_changes_no_other_entry(small: Path, is_used: bool, place: str) -> None:
    """Whether a chapter prints it or the book leaves it out, and although the others' lines move."""
    updated(small)
    before = catalogues(small)
    essay = small / "seeds" / "essay.txt"
    if place == "before":
        edit(essay, TIME, f"天亮了。\n\n{TIME}")
        numbers, paragraphs, left_out = "1-2" if is_used else "2", "paragraphs: 1\n", "3" if is_used else "1, 3"
    else:
        edit(essay, TIME, f"{TIME}\n\n天亮了。")
        numbers, paragraphs, left_out = "1-2" if is_used else "1", "paragraphs: 1\n", "3" if is_used else "2, 3"
    edit(small / "chapters" / "01-soil.yaml", paragraphs, f"paragraphs: {numbers}\n")
    entry = "  - from: essay#lead\n    paragraphs: 2\n    because: {zh-Hans: 收尾的一句话, en: A closing line.}\n"
    more = "".join(entry.replace("paragraphs: 2", f"paragraphs: {number}") for number in left_out.split(", "))
    edit(small / "chapters" / "book.yaml", entry, more)
    assert updated(small) == (["essay.po"] if is_used else [])
    after = catalogues(small)
    assert changed(before, after) == (["essay.po"] if is_used else [])
    former, now = entry_bytes(before["essay.po"]), entry_bytes(after["essay.po"])
    assert {id: now[id] for id in former} == former
    new = [entries(after["essay.po"])[id] for id in now if id not in former]
    assert [(e.original, e.text) for e in new] == ([("天亮了。", "")] if is_used else [])


def test_what_a_translator_writes_is_kept_as_it_is_written(small: Path) -> None:
    file = small / "chapters" / "translations" / "essay.po"
    edit(file, "#. essay#lead", "# Whose time?\n# allow length: short on purpose\n#. essay#lead")
    edit(file, '"Language: en\\n"\n', '"Language: en\\n"\n"X-Generator: Poedit 3.4\\n"\n')
    updated(small)
    text = file.read_text(encoding="utf-8")
    assert "# Whose time?\n# allow length: short on purpose\n#. essay#lead" in text
    assert '"X-Generator: Poedit 3.4\\n"' in text
    assert f'msgstr "{ENGLISH[TIME]}"' in text


def test_a_catalogue_of_another_system_s_line_ends_is_read(small: Path) -> None:
    updated(small)
    file = small / "chapters" / "translations" / "essay.po"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert states(small)[TIME] is Status.TRANSLATED
    assert load_project(small).diagnostics == ()


def test_a_disk_that_is_full_leaves_every_catalogue_as_it_was(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    updated(small)
    edit(small / "seeds" / "outline.txt", "先有土，", "先有好土，")
    edit(small / "seeds" / "essay.txt", "还要有时间", "还要有时日")
    before = catalogues(small)
    project = load_project(small)
    replace, calls = Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing)
        with pytest.raises(OSError, match="space"):
            update_catalogues(project)
    assert calls
    assert catalogues(small) == before


# ---- reviews


def test_reviewed_signs_what_is_translated_and_nothing_else(small: Path) -> None:
    translate(small, "水", "")
    edit(small / "seeds" / "outline.txt", "先有土，", "先有好土，")
    assert sorted(updated(small, "outline")) == ["outline.po"]
    assert states(small) == {
        "土": Status.REVIEWED,
        "园丁说，先有好土，才有菜。": Status.STALE,
        "水": Status.MISSING,
        WATER: Status.REVIEWED,
        TIME: Status.TRANSLATED,
    }


@pytest.mark.parametrize("address", ["outline#1:02:03", "outline#01:02:03"])
def test_reviewed_signs_a_section(small: Path, address: str) -> None:
    updated(small)
    assert updated(small, address) == ["outline.po"]
    reviewed = [text for text, status in states(small).items() if status is Status.REVIEWED]
    assert reviewed == ["水", WATER]


def test_reviewed_twice_writes_nothing(small: Path) -> None:
    updated(small, "outline", "essay")
    assert set(states(small).values()) == {Status.REVIEWED}
    assert updated(small, "outline", "essay") == []
    assert updated(small) == []


def test_an_edit_takes_the_review_away(small: Path) -> None:
    updated(small, "outline")
    translate(small, WATER, "Water goes on the roots, he adds.")
    assert states(small)[WATER] is Status.TRANSLATED
    updated(small, "outline#1:02:03")
    assert states(small)[WATER] is Status.REVIEWED
    assert (small / "chapters" / "translations" / "outline.po").read_text(encoding="utf-8").count("# reviewed: ") == 4


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("outlines", "did you mean .outline."),
        ("", "the sources are outline, essay"),
        ("outline#9:99", "outline"),
        ("outline#00:11", "00:10"),
    ],
)
def test_an_unknown_place_is_refused_before_anything_is_written(small: Path, place: str, words: str) -> None:
    edit(small / "seeds" / "outline.txt", "先有土，", "先有好土，")
    before = catalogues(small)
    with pytest.raises(UnknownPlaceError, match=words):
        updated(small, "essay", place)
    assert catalogues(small) == before


# ---- counts


def test_the_counts(small: Path) -> None:
    updated(small, "essay")
    translate(small, "水", "")
    edit(small / "seeds" / "outline.txt", "先有土，", "先有好土，")
    by_source, by_chapter = tallies(load_project(small))
    assert [(t.name, t.entries, t.done) for t in by_source] == [("outline", 4, 2), ("essay", 1, 1)]
    assert dict(by_source[0].states) == {
        Status.SOURCE: 0,
        Status.REVIEWED: 0,
        Status.TRANSLATED: 2,
        Status.STALE: 1,
        Status.MISSING: 1,
    }
    assert dict(by_source[1].states)[Status.REVIEWED] == 1
    assert by_source[0].words == 1 + 10, "Soil. Water, he adds, has to be poured on the roots."
    assert [(t.name, t.entries, t.done) for t in by_chapter] == [("01-soil", 3, 2), ("02-water", 2, 1)]


# ---- what an edition prints


def blocks(root: Path, edition: str) -> dict[str, SetBlock]:
    project = load_project(root)
    chosen = next(e for e in EDITIONS if e.id == edition)
    galley = compose(project.manuscript, chosen, project.copies(chosen))
    galley = galley.second or galley
    items = [item for d in galley.divisions for g in d.groups for item in g.items]
    return {
        f"{passage.source}#{passage.address}": block
        for item in items
        if isinstance(item, SetExtract)
        for passage in item.passages
        for block in passage.blocks
    }


@pytest.mark.parametrize("edition", ["en", "zh-Hans-en"])
def test_an_edition_prints_the_original_where_a_translation_is_wanting_or_stale(small: Path, edition: str) -> None:
    translate(small, WATER, "")
    edit(small / "seeds" / "outline.txt", "先有土，", "先有好土，")
    found = blocks(small, edition)
    shown = {place: (repr(block.content), str(block.language), block.status) for place, block in found.items()}
    assert "先有好土" in shown["outline#00:10"][0]
    assert shown["outline#00:10"][1:] == ("zh-Hans", Status.STALE)
    assert "水要浇在根上" in shown["outline#1:02:03"][0]
    assert shown["outline#1:02:03"][1:] == ("zh-Hans", Status.MISSING)
    assert ENGLISH[TIME] in shown["essay#lead"][0]
    assert shown["essay#lead"][1:] == ("en", Status.TRANSLATED)
    assert [place for place, block in found.items() if block.is_untranslated] == ["outline#00:10", "outline#1:02:03"]


def test_a_heading_without_a_translation_is_marked_as_foreign(small: Path) -> None:
    edit(small / "chapters" / "02-water.yaml", "outline#1:02:03", "outline#1:02:03\n        with-heading: true")
    headings = []
    for text in ("Water", ""):
        translate(small, "水", text)
        project = load_project(small)
        english = next(e for e in EDITIONS if e.id == "en")
        galley = compose(project.manuscript, english, project.copies(english))
        (item,) = galley.divisions[1].groups[0].items
        assert isinstance(item, SetExtract)
        assert item.heading is not None
        headings.append(item.heading.inlines)
    assert "Water" in repr(headings[0])
    assert "水" in repr(headings[1])
    assert [isinstance(heading[0], Foreign) for heading in headings] == [False, True]


# ---- the whole test book


@pytest.mark.slow
def test_one_changed_sentence_is_one_stale_entry_in_one_file(scratch: Path) -> None:
    update_catalogues(load_project(scratch))
    before = catalogues(scratch)
    edit(scratch / OUTLINE, "沈硯十六歲當學徒", "沈硯十五歲當學徒")
    project = load_project(scratch)
    stale = [r for r in project.translations.renderings if r.status is Status.STALE]
    assert [r.message.text[:8] for r in stale] == ["沈硯十五歲當學徒"]
    assert update_catalogues(project) == ["chapters/translations/outline.po"]
    after = catalogues(scratch)
    assert changed(before, after) == ["outline.po"]
    former, now = entry_bytes(before["outline.po"]), entry_bytes(after["outline.po"])
    assert len(set(former.values()) ^ set(now.values())) == 2, "the entry as it was, and as it is"
    (old,) = set(former) - set(now)
    (new,) = set(now) - set(former)
    assert list(now).index(new) == list(former).index(old)
    was, is_now = entries(before["outline.po"])[old], entries(after["outline.po"])[new]
    assert (is_now.text, is_now.previous, is_now.is_fuzzy) == (was.text, was.original, True)


@pytest.mark.slow
def test_a_paragraph_put_into_a_document_changes_no_other_entry(scratch: Path) -> None:
    update_catalogues(load_project(scratch))
    before = catalogues(scratch)
    edit(scratch / OUTLINE, "\n[27:03] ", "\n他在雨天修鐘,在晴天也修鐘。\n[27:03] ")
    project = load_project(scratch)
    assert project.is_sound, project.diagnostics
    assert update_catalogues(project) == ["chapters/translations/outline.po"]
    after = catalogues(scratch)
    former, now = entry_bytes(before["outline.po"]), entry_bytes(after["outline.po"])
    assert {id: now[id] for id in former} == former
    assert [entries(after["outline.po"])[id].original for id in now if id not in former] == [
        "他在雨天修鐘，在晴天也修鐘。"
    ]
    edit(scratch / OUTLINE, "他在雨天修鐘,在晴天也修鐘。\n", "")
    update_catalogues(load_project(scratch))
    assert catalogues(scratch) == before


@pytest.mark.slow
def test_no_term_makes_a_translation_stale(scratch: Path) -> None:
    before = {r.message.id: r.status for r in load_project(scratch).translations.renderings}
    (scratch / "chapters" / "terms.yaml").unlink()
    project = load_project(scratch)
    assert project.style.terms == Stylebook().terms
    assert {r.message.id: r.status for r in project.translations.renderings} == before
