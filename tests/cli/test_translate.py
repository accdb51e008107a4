"""``build.py translate``, and what a release asks of the translations that a build only warns of."""

import json
import re
import zipfile
from pathlib import Path

import pytest

import book
from tests.cli.conftest import Run
from tests.pipeline.small_book import spoil_small_book
from tests.pipeline.translated_book import (
    ENGLISH,
    SOIL,
    TIME,
    WATER,
    catalogues,
    entries,
    translate,
    write_translated_book,
    write_two_languages,
)
from tests.projects import edit, snapshot

OUTLINE, ESSAY = "chapters/translations/outline.po", "chapters/translations/essay.po"
STATES = ["source", "reviewed", "translated", "stale", "missing"]


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    """The small book in Chinese and in English."""
    return write_translated_book(tmp_path / "small")


def make_stale(root: Path) -> None:
    """Change the original of a translation."""
    edit(root / "seeds" / "outline.txt", "先有土，", "先有好土，")


def rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.splitlines()]


# ---- the command


def test_the_first_run_writes_every_catalogue_and_counts(run: Run, tmp_path: Path) -> None:
    root = write_two_languages(tmp_path / "small")
    result = run("translate", "--project", root)
    assert (result.status, result.err) == (0, "")
    assert sorted(catalogues(root)) == ["essay.po", "outline.po"]
    assert f"written: {OUTLINE}, {ESSAY}" in result.out
    table = rows(result.out)
    assert ["source", "entries", *STATES, "done", "words"] in table
    assert ["outline", "4", "0", "0", "0", "0", "4", "0%", "0"] in table
    assert ["essay", "1", "0", "0", "0", "0", "1", "0%", "0"] in table
    assert table.count(["total", "5", "0", "0", "0", "0", "5", "0%", "0"]) == 2
    assert ["01-soil", "3", "0", "0", "0", "0", "3", "0%", "0"] in table


def test_the_second_run_writes_nothing(run: Run, translated: Path) -> None:
    assert run("translate", "--project", translated).status == 0
    before = snapshot(translated)
    result = run("translate", "--project", translated)
    assert (result.status, result.err) == (0, "")
    assert "nothing has changed in the catalogues" in result.out
    assert snapshot(translated) == before


def test_only_what_changed_is_written(run: Run, translated: Path) -> None:
    make_stale(translated)
    before = catalogues(translated)
    result = run("translate", "--project", translated)
    assert (result.status, result.err) == (0, ""), "what the command is there to mend needs no warning"
    assert f"written: {OUTLINE}\n" in result.out
    assert ["outline", "4", "0", "0", "3", "1", "0", "75%"] in [row[:8] for row in rows(result.out)]
    after = catalogues(translated)
    assert after["essay.po"] == before["essay.po"]
    former, now = (entries(files["outline.po"]) for files in (before, after))
    assert len(set(now) - set(former)) == len(set(former) - set(now)) == 1


def test_100_percent_only_when_nothing_is_left(run: Run, translated: Path) -> None:
    assert ["total", "5", "0", "0", "5", "0", "0", "100%"] in [
        row[:8] for row in rows(run("translate", "--project", translated).out)
    ]


def test_json(run: Run, translated: Path) -> None:
    make_stale(translated)
    translate(translated, "水", "")
    result = run("translate", "--json", "--reviewed", "essay", "--project", translated)
    assert (result.status, result.err) == (0, "")
    found = json.loads(result.out)
    assert set(found) == {"sources", "chapters"}
    outline, essay = found["sources"]
    assert list(essay) == ["id", "entries", *STATES, "words"]
    assert {key: essay[key] for key in ("id", "entries", "reviewed", "missing")} == {
        "id": "essay",
        "entries": 1,
        "reviewed": 1,
        "missing": 0,
    }
    assert [outline[state] for state in STATES] == [0, 0, 2, 1, 1]
    assert essay["words"] == 12, ENGLISH[TIME]
    assert [row["id"] for row in found["chapters"]] == ["01-soil", "02-water"]
    assert sum(row["entries"] for row in found["chapters"]) == sum(row["entries"] for row in found["sources"]) == 5


def test_quiet(run: Run, tmp_path: Path) -> None:
    root = write_two_languages(tmp_path / "small")
    result = run("translate", "--quiet", "--project", root)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert sorted(catalogues(root)) == ["essay.po", "outline.po"]


# ---- reviews


def test_reviewed_signs(run: Run, translated: Path) -> None:
    assert run("translate", "--reviewed", "outline#00:10", "essay", "--project", translated).status == 0
    files = catalogues(translated)
    signed = [e.original for data in files.values() for e in entries(data).values() if e.is_reviewed]
    assert signed == [TIME, "土", SOIL]
    again = run("translate", "--reviewed", "outline#00:10", "--reviewed", "essay", "--project", translated)
    assert "nothing has changed" in again.out
    assert ["total", "5", "0", "3", "2", "0", "0", "100%"] in [row[:8] for row in rows(again.out)]


@pytest.mark.parametrize(
    ("place", "hint"),
    [("outlin", "did you mean 'outline'?"), ("outline#00:11", "00:10"), ("essay#1", "lead")],
)
def test_reviewed_of_an_unknown_place(run: Run, translated: Path, place: str, hint: str) -> None:
    make_stale(translated)
    before = snapshot(translated)
    result = run("translate", "--reviewed", place, "--project", translated)
    assert (result.status, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("build.py: ")
    assert f"'{place.partition('#')[0]}'" in result.err
    assert hint in result.err
    assert snapshot(translated) == before


# ---- mistakes


def test_a_book_with_mistakes_is_not_written(run: Run, tmp_path: Path) -> None:
    """A passage that cannot be found would look as if nobody needed its translation any more."""
    root = spoil_small_book(tmp_path / "spoiled")
    before = snapshot(root)
    result = run("translate", "--project", root)
    assert (result.status, result.out) == (1, "")
    assert "error[section-not-found]" in result.err
    assert snapshot(root) == before


def test_a_broken_catalogue_is_told_and_no_file_is_touched(run: Run, translated: Path) -> None:
    make_stale(translated)
    essay = translated / ESSAY
    edit(essay, 'msgstr "Besides', 'msgstr "Be"sides')
    before = snapshot(translated)
    line = essay.read_text(encoding="utf-8").split('msgstr "Be"')[0].count("\n") + 1
    result = run("translate", "--project", translated)
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith(f"{ESSAY}:{line}:")
    assert "error[po-syntax]" in result.err
    assert snapshot(translated) == before


def test_a_catalogue_of_no_source_is_a_warning(run: Run, translated: Path) -> None:
    stray = translated / "chapters" / "translations" / "outlines.po"
    stray.write_bytes((translated / OUTLINE).read_bytes())
    result = run("check", "--project", translated)
    assert result.status == 0
    assert "chapters/translations/outlines.po: warning[unknown-catalogue]" in result.err
    assert "outline, essay" in result.err


# ---- drafts and releases


def test_a_check_warns_of_what_is_wanting(run: Run, translated: Path) -> None:
    make_stale(translated)
    translate(translated, WATER, "")
    result = run("check", "--project", translated)
    assert result.status == 0
    assert "warning[translation-stale]" in result.err
    assert "warning[translation-missing]" in result.err
    assert run("check", "--strict", "--project", translated).status == 1


def test_a_check_tells_where_the_two_do_not_say_the_same(run: Run, translated: Path) -> None:
    translate(translated, SOIL, "The gardener says 12 kinds of soil come first, and then the greens.")
    result = run("check", "--project", translated)
    assert result.status == 0
    assert f"{OUTLINE}:" in result.err
    assert "warning[pair-differs]: numbers: " in result.err
    edit(
        translated / OUTLINE, "#. outline#00:10, 00:10", "# allow numbers: the gardener counts\n#. outline#00:10, 00:10"
    )
    assert run("check", "--project", translated).err == ""


def stale(root: Path) -> str:
    make_stale(root)
    return "translation-stale"


def missing(root: Path) -> str:
    translate(root, WATER, "")
    return "translation-missing"


def without_a_catalogue(root: Path) -> str:
    (root / ESSAY).unlink()
    return "translation-missing"


@pytest.mark.parametrize("spoil", [stale, missing, without_a_catalogue])
@pytest.mark.parametrize("editions", ["zh-Hans, en", "zh-Hans-en"])
def test_a_release_refuses_what_is_not_translated(run: Run, tmp_path: Path, spoil: object, editions: str) -> None:
    assert callable(spoil)
    root = write_translated_book(tmp_path / "small", editions)
    code = spoil(root)
    result = run("release", book.__version__, "--project", root)
    assert (result.status, result.out) == (1, "")
    assert f"error[{code}]" in result.err
    assert ESSAY in result.err if spoil is without_a_catalogue else OUTLINE in result.err
    assert "1 error, 0 warnings" in result.err
    assert not (root / "dist").exists()


@pytest.mark.slow
def test_a_release_of_a_book_in_chinese_needs_no_english(run: Run, tmp_path: Path) -> None:
    root = write_translated_book(tmp_path / "small", "zh-Hans, zh-Hant")
    translate(root, WATER, "")
    result = run("release", book.__version__, "--project", root)
    assert (result.status, "error" in result.err) == (0, False)


@pytest.mark.slow
def test_a_release_of_a_translated_book(run: Run, translated: Path) -> None:
    result = run("release", book.__version__, "--project", translated)
    assert result.status == 0, result.err
    assert "warning" not in result.err
    assert (translated / "dist" / "release" / "garden.en.epub").is_file()


def chapters_of(epub: Path) -> str:
    """The pages of an EPUB, joined."""
    with zipfile.ZipFile(epub) as file:
        return "\n".join(file.read(name).decode() for name in sorted(file.namelist()) if name.endswith(".xhtml"))


@pytest.mark.slow
def test_a_build_warns_and_prints_the_original_marked(run: Run, translated: Path) -> None:
    make_stale(translated)
    translate(translated, WATER, "")
    result = run("build", "--edition", "en", "--format", "epub", "--project", translated)
    assert result.status == 0, result.err
    assert "warning[translation-stale]" in result.err
    assert "warning[translation-missing]" in result.err
    pages = chapters_of(translated / "dist" / "garden.en.epub")
    assert ENGLISH[SOIL] not in pages, "it was written for another text"
    assert ENGLISH[TIME] in pages
    for original in ("园丁说，先有好土，才有菜。", WATER):
        (found,) = re.findall(rf"<p[^>]*>(?:(?!</p>).)*{original}(?:(?!</p>).)*</p>", pages, re.DOTALL)
        assert "not yet translated" in found
        assert 'lang="zh-Hans"' in found
    assert pages.count("not yet translated") == 2


@pytest.mark.slow
def test_a_translation_that_is_mended_is_built_again(run: Run, translated: Path) -> None:
    words = ("build", "--edition", "en", "--format", "epub", "--project", translated)
    assert run(*words).status == 0
    assert "up to date" in run(*words).out
    translate(translated, WATER, "Roots want water, he adds.")
    assert run(*words).status == 0
    assert "Roots want water, he adds." in chapters_of(translated / "dist" / "garden.en.epub")


def test_a_character_of_private_use_in_a_catalogue_stops_no_command(run: Run, translated: Path) -> None:
    translate(translated, WATER, "Water, he adds, has to be poured on the roots \ue001.")
    assert run("check", "--project", translated).status in (0, 1)


def test_a_paragraph_that_no_chapter_uses_yet_does_not_keep_translators_waiting(run: Run, translated: Path) -> None:
    essay = next((translated / "seeds").glob("essay*"))
    essay.write_text(essay.read_text(encoding="utf-8") + "\n\n无人收录的一段。\n", encoding="utf-8")
    make_stale(translated)
    before = snapshot(translated)
    result = run("translate", "--project", translated)
    after = snapshot(translated)
    assert (result.status, "error[section-unused]" in result.err) == (1, True)
    assert after != before, "the stale entry is written"
    assert any("#, fuzzy" in file.read_text(encoding="utf-8") for file in (translated / "chapters").rglob("*.po"))
