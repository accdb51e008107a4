"""The zip of an EPUB: its order, dates and permissions, and what is repaired in it."""

import calendar
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from book.publish.context import Context
from book.publish.epub.preparing import prepare_epub
from book.publish.epub.rendering import render_epub
from book.writers.medium import SCREEN
from tests.writers.made import EPUB, galley

EPOCH = calendar.timegm((2025, 6, 1, 0, 0, 0))
XHTML = "{http://www.w3.org/1999/xhtml}"


def rendered(edition: str, epoch: int) -> bytes:
    return render_epub(prepare_epub(galley(edition), Context(SCREEN, epoch))).files[""]


@pytest.fixture(scope="module")
def epub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small book of five documents, in its Traditional edition."""
    target = tmp_path_factory.mktemp("epub") / "book.epub"
    target.write_bytes(rendered("zh-Hant", EPOCH))
    return target


def pages(epub: Path) -> dict[str, etree._Element]:
    with zipfile.ZipFile(epub) as archive:
        return {n: etree.fromstring(archive.read(n)) for n in archive.namelist() if n.endswith(".xhtml")}


def test_the_mimetype_comes_first_and_is_stored_at_the_place_that_readers_look_at(epub: Path) -> None:
    assert epub.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_names_are_sorted_and_none_is_a_folder_or_a_draft(epub: Path) -> None:
    with zipfile.ZipFile(epub) as archive:
        first, *names = archive.namelist()
    assert first == "mimetype"
    assert names == sorted(names)
    assert len(set(names)) == len(names)
    assert not [name for name in names if name.endswith("/") or "apple" in name]
    assert [path.name for path in epub.parent.iterdir()] == ["book.epub"]


def test_every_entry_has_the_books_date_and_the_permissions_of_a_plain_file(epub: Path) -> None:
    with zipfile.ZipFile(epub) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
    assert {e.date_time for e in entries} == {(2025, 6, 1, 0, 0, 0)}
    assert {e.external_attr >> 16 & 0o777 for e in entries} == {0o644}
    assert {e.create_system for e in entries} == {3}
    assert {e.extra for e in entries} == {b""}
    assert {e.compress_type for e in entries[1:]} == {zipfile.ZIP_DEFLATED}


def test_a_date_before_zip_was_made_becomes_its_first(tmp_path: Path) -> None:
    target = tmp_path / "old.epub"
    target.write_bytes(rendered("zh-Hant", 0))
    with zipfile.ZipFile(target) as archive:
        assert {e.date_time for e in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_book_is_the_same_bytes_in_another_folder(epub: Path, tmp_path: Path) -> None:
    target = tmp_path / "a folder whose name is longer" / "other.epub"
    target.parent.mkdir()
    target.write_bytes(rendered("zh-Hant", EPOCH))
    assert target.read_bytes() == epub.read_bytes()


def test_every_page_is_titled_by_its_heading(epub: Path) -> None:
    titles = [str(page.findtext(f".//{XHTML}title")) for page in pages(epub).values()]
    assert titles == ["目錄", "前言", "第一章 土與水", "第二章 燈", "旁人的話", "資料來源", "版權頁", "扉頁"]


def test_notes_are_asides_that_readers_show_as_pop_ups(epub: Path) -> None:
    notes = [e for page in pages(epub).values() for e in page.iter() if e.get(EPUB + "type") == "footnote"]
    assert len(notes) == sum(len(division.references) for division in galley("zh-Hant").divisions)
    assert {str(e.tag) for e in notes} == {f"{XHTML}aside"}
    assert {e.get("role") for e in notes} == {"doc-footnote"}


def test_landmarks_are_in_the_books_language_and_lead_to_the_first_chapter(epub: Path) -> None:
    landmarks = {
        str(a.get(EPUB + "type")): (a.text, a.get("href"))
        for nav in pages(epub)["EPUB/nav.xhtml"].iter(f"{XHTML}nav")
        if nav.get(EPUB + "type") == "landmarks"
        for a in nav.iter(f"{XHTML}a")
    }
    assert landmarks["toc"] == ("目錄", "#toc")
    assert landmarks["titlepage"] == ("扉頁", "text/title_page.xhtml")
    start = str(landmarks["bodymatter"][1])
    with zipfile.ZipFile(epub) as archive:
        assert "第一章" in archive.read(f"EPUB/{start}").decode()


def test_the_package_says_what_the_book_is(epub: Path) -> None:
    with zipfile.ZipFile(epub) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
    dc = "{http://purl.org/dc/elements/1.1/}"
    found = {name: [e.text for e in package.iter(dc + name)] for name in ("identifier", "title", "language", "date")}
    assert found["identifier"] == [galley("zh-Hant").identifier]
    assert found["language"] == ["zh-Hant"]
    assert found["date"] == ["2025-06-01"]
    assert found["title"][0] == "屋頂與燈塔"
    metas = [(e.get("property"), e.text) for e in package.iter("{http://www.idpf.org/2007/opf}meta")]
    assert ("dcterms:modified", "2025-06-01T00:00:00Z") in metas
    assert ("schema:accessibilityFeature", "alternativeText") not in metas


def test_each_edition_has_an_identifier_of_its_own() -> None:
    identifiers = {galley(edition).identifier for edition in ("zh-Hans", "zh-Hant")}
    assert len(identifiers) == 2
    assert all(identifier.startswith("urn:uuid:") for identifier in identifiers)
